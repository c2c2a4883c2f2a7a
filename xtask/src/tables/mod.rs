//! `cargo xtask tables`: turn CLDR JSON packages into the checked-in tables.
//!
//! Parallax needs to know how languages write numbers, months, weekdays and so
//! on. The Unicode CLDR project publishes these facts as npm packages of JSON.
//! This command downloads pinned versions of them, picks the facts Parallax
//! uses, and writes them as small tab-separated files to `crates/core/tables/`,
//! where a reviewer can read them and a diff shows what a new CLDR changed.
//!
//! How the parts fit together:
//!
//! 1. [`fetch`] runs `npm pack` and `tar` to fill `target/cldr/`.
//! 2. [`source`] reads JSON files out of that folder.
//! 3. [`locales`] decides which locales are written and who inherits from whom.
//! 4. One module a topic ([`numbers`], [`compact`], [`dates`], [`spans`],
//!    [`number_words`], [`percent`], [`currencies`], [`units`], [`names`], [`concepts`])
//! 5. [`table`] sorts and renders them; [`docs`] writes `SOURCES.md`.
//!
//! `cargo xtask tables --check` does the same in memory and compares.

mod compact;
mod concepts;
mod conjunctions;
mod conversions;
mod currencies;
mod dates;
mod docs;
pub(crate) mod fetch;
mod letters;
mod locales;
mod names;
pub(crate) mod number_words;
mod numbers;
mod ordinal_words;
mod percent;
pub(crate) mod rbnf;
pub(crate) mod source;
mod spans;
pub(crate) mod spelled;
mod table;
mod text;
mod units;

use std::fs;
use std::path::Path;

use crate::error::{Context as _, Result, fail};
use crate::workspace;

use concepts::Concepts;
use conversions::Conversions;
use locales::Locales;
use source::Source;
use table::Table;

/// A file of the output folder: its name and its full content.
pub(crate) struct Output {
    /// Its path from the output folder.
    name: String,
    content: String,
}

/// Regenerates `crates/core/tables/` from the pinned CLDR packages; with `check`, writes nothing and fails when the
/// checked-in files differ.
pub(crate) fn run(check: bool) -> Result<()> {
    let root = workspace::root()?;
    let cache = fetch::cache_dir(&root);
    if let Err(error) = fetch::fetch_all(&cache) {
        if !check {
            return Err(error);
        }
        // Without npm or its registry nobody can have changed a table by this command either.
        eprintln!("tables: NOT CHECKED, the CLDR packages cannot be had here: {error}");
        return Ok(());
    }

    let outputs = generate(&Source::new(cache))?;
    let folder = root.join("crates/core/tables");
    if check { compare(&folder, &outputs) } else { write(&folder, &outputs) }
}

/// Build every output file in memory.
fn generate(source: &Source) -> Result<Vec<Output>> {
    let locales = Locales::load(source)?;
    let conversions = Conversions::load(source)?;
    let concepts = Concepts::load(source, &locales)?;
    let tables: Vec<Table> = vec![
        numbers::numbering_systems(source)?,
        numbers::number_symbols(source, &locales)?,
        compact::table(source, &locales)?,
        dates::months(source, &locales)?,
        dates::weekdays(source, &locales)?,
        dates::day_periods(source, &locales)?,
        spans::day_period_hours(source, &locales)?,
        spans::hour_cycle(source, &locales)?,
        spans::date_order(source, &locales)?,
        spans::digit_dates(source, &locales)?,
        spans::other_months(source, &locales)?,
        spans::eras(source, &locales)?,
        spans::quarters(source, &locales)?,
        spans::periods(source, &locales)?,
        number_words::table(source, &locales)?,
        percent::table(source, &locales)?,
        currencies::table(source, &locales)?,
        currencies::codes_table(source)?,
        currencies::local_table(source, &locales)?,
        units::table(source, &locales, &conversions)?,
        conversions.table(),
        conjunctions::table(source, &locales)?,
        letters::table(source, &locales)?,
        names::territories(source, &locales)?,
        names::languages(source, &locales)?,
        names::language_regions(source, &locales)?,
        names::cities(source, &locales)?,
        concepts.table(),
        locales.parents_table(),
    ];
    let mut outputs: Vec<Output> =
        tables.iter().map(|table| Output { name: table.file_name(), content: table.render() }).collect();
    outputs.extend(concepts.outputs());
    outputs.push(spelled::sample(source)?);
    outputs.push(docs::sources(&tables));
    outputs.push(docs::license(source)?);
    Ok(outputs)
}

fn write(folder: &Path, outputs: &[Output]) -> Result<()> {
    let concepts = folder.join("concepts");
    fs::create_dir_all(&concepts).context(format_args!("cannot create {}", concepts.display()))?;
    let mut total = 0;
    for output in outputs {
        let path = folder.join(&output.name);
        fs::write(&path, &output.content).context(format_args!("cannot write {}", path.display()))?;
        println!("{:>9} bytes  {}", output.content.len(), output.name);
        total += output.content.len();
    }
    println!("{total:>9} bytes  in all, in {}", folder.display());
    Ok(())
}

fn compare(folder: &Path, outputs: &[Output]) -> Result<()> {
    // Git may check text files out with CRLF on Windows; that is no difference.
    let differing: Vec<&str> = outputs
        .iter()
        .filter(|output| {
            fs::read_to_string(folder.join(&output.name))
                .map_or(true, |text| text.replace("\r\n", "\n") != output.content)
        })
        .map(|output| output.name.as_str())
        .collect();
    if differing.is_empty() {
        println!("tables: {} files are up to date", outputs.len());
        return Ok(());
    }
    fail(format!(
        "these files in {} are missing or differ from what CLDR {} gives:\n  {}\nrun `cargo xtask tables` and commit the result",
        folder.display(),
        fetch::VERSION,
        differing.join("\n  ")
    ))
}
