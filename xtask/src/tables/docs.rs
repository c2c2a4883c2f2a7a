//! `SOURCES.md` and `LICENSE-UNICODE`, which go with the tables.

use std::fmt::Write as _;

use crate::error::Result;

use super::Output;
use super::fetch::{CORE, PACKAGES, version_of};
use super::source::Source;
use super::table::Table;

const INTRO: &str = "\
# Where these tables come from

`cargo xtask tables` generates every file in this folder from the JSON packages
of the Unicode CLDR project on npm. Do not edit them by hand; `cargo xtask
tables --check` fails when they differ from what the packages give.

The data is under the Unicode licence (SPDX: `Unicode-3.0`). Its text, in
`LICENSE-UNICODE`, has to stay with the tables.
";

const READING: &str = "\
## How to read them

- UTF-8, one fact a line, columns separated by tabs, sorted; lines that begin
  with `#` are comments.
- Plain languages have complete rows. A variant such as `de-AT` has only the
  rows that differ; `parents.tsv` says whose rows to add.
- Texts are as CLDR writes them, so no-break spaces occur. Only white space and
  direction marks at both ends are cut off.

### Roles in `number_words.tsv`

| role | meaning | example |
| --- | --- | --- |
| `unit` | stands for its value | `twenty` is 20 |
| `times` | multiplies what precedes it | `hundred` in `two hundred` |
| `times-next` | multiplies what follows it | `elfu` in Swahili `elfu mbili` |
| `joiner` | links words, value 0 | `und` in `zweiundzwanzig` |
| `plus` | tens that stand behind their units, set apart by a space | Malay `belas` in `dua belas` |
| `ordinal` | an ordinal, in all genders and cases | `third`; `hundredth`, also in `two hundredth` |
| `ordinal-mark` | makes the number word behind it an ordinal | `第` |
| `ordinal-prefix`, `ordinal-ending` | make digits an ordinal | Malay `ke` in `ke-3`; `rd` in `3rd` |
| `ordinal-first` | no word: of an ordinal only the first word is one | Malay `kedua puluh satu` |
| `comma` | no word: commas stand behind thousands | `two thousand, one hundred` |

A word may have several roles. Soft hyphens and zero-width spaces, which CLDR
uses to show where words are joined, are removed.

### `concepts/*.tsv`

A file a language: its words, folded, each with the concepts that it stands for, two characters each, whose key is
`concepts.tsv`. CLDR's annotations of emoji and names of one word make them; words of more than forty concepts are left
out, and languages with fewer than a thousand annotations.

### Kinds in `units.tsv`

| kind | where it stands | example |
| --- | --- | --- |
| `name` | behind the number | `kilometers` |
| `short` | behind the number, case matters | `km` |
| `before` | before the number | `maili` in Swahili `maili 5` |
| `around` | around the number, `{0}` | `每小时 {0} 公里` |
| `per` | behind another unit: of this unit each | `per hour`, `/h` |
| `per-before` | before the number: of this unit each | `시간당` in Korean `시간당 5` |
| `side` | behind degrees: `east`, `north`, `south` or `west` | `north`, `N` |
";

pub(crate) fn sources(tables: &[Table]) -> Output {
    let mut text = String::from(INTRO);
    text.push_str("\n## Packages\n\n| package | version | licence |\n| --- | --- | --- |\n");
    for package in PACKAGES {
        let version = version_of(package);
        let _ = writeln!(
            text,
            "| [{package}](https://www.npmjs.com/package/{package}/v/{version}) | {version} | Unicode-3.0 |"
        );
    }
    text.push_str("\n## Tables\n\n| file | holds | rows | from |\n| --- | --- | --- | --- |\n");
    for table in tables {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} |",
            table.file_name(),
            table.spec.about,
            table.len(),
            table.spec.packages.join(", ")
        );
    }
    text.push('\n');
    text.push_str(READING);
    Output { name: "SOURCES.md".to_string(), content: text }
}

/// The licence as the packages ship it.
pub(crate) fn license(source: &Source) -> Result<Output> {
    Ok(Output { name: "LICENSE-UNICODE".to_string(), content: source.text(CORE, "LICENSE")?.replace("\r\n", "\n") })
}
