//! `parallax align --pairs LIST`: many pairs of files, each to an alignment of its own.

use super::align::{given_beads, write};
use crate::args::{AlignArgs, AlignFormat, Color, LanguageArgs};
use crate::engine::{self, Reading};
use crate::error::{Failed, printable};
use crate::input::{read_bytes, read_files};
use crate::lexicons;
use crate::output::{Destination, doubt_shown, notices_shown, tell};
use crate::settings;
use parallax_aligner::{FixedBeads, Options, align_each};
use parallax_core::{Bitext, LanguageTag};
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    /// Its number, from 1.
    line: usize,
    paths: [PathBuf; 2],
    output: PathBuf,
    languages: [Option<LanguageTag>; 2],
    /// Beads that are given.
    fix: Option<PathBuf>,
}

/// A pair that was read: where it is written to, its sides, and the beads that are given.
type Work = (Destination, [Reading; 2], FixedBeads);

/// Aligns the pairs of a list.
///
/// # Errors
/// If the list cannot be read or two of its pairs would be written to one place, before anything is done; and if some
/// pair could not be read or written, when all others are done.
pub(super) fn run(list: &Path, args: &AlignArgs, color: Color) -> Result<u8, Failed> {
    let shown = settings::shown(list);
    let bytes = read_bytes(list)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Failed::new(format!("{shown} is not UTF-8: byte {}", error.utf8_error().valid_up_to()))
            .help("save the list as UTF-8")
    })?;
    let folder = list.parent().unwrap_or(Path::new(""));
    let mut entries = entries(&text, folder, args.output.as_deref(), args.format)
        .map_err(|(line, problem)| Failed::new(format!("{shown}:{line}: {}", printable(&problem))))?;
    if let Some(folder) = &args.fix {
        if !folder.is_dir() {
            return Err(Failed::new(format!("--fix {}: with --pairs it names a folder", settings::shown(folder)))
                .help("name the beads of a single pair in the sixth column of the list"));
        }
        for entry in &mut entries {
            entry.fix = entry.fix.take().or_else(|| corrected(folder, &entry.output));
        }
    }
    no_clash(&entries).map_err(|(line, problem)| Failed::new(format!("{shown}:{line}: {problem}")))?;
    // A file that is named by nobody is a mistake; one that is in another pair is none.
    let paths: Vec<PathBuf> = entries.iter().flat_map(|entry| entry.paths.clone()).collect();
    settings::said_languages(&paths, &LanguageArgs { lang: args.languages.lang.clone(), ..no_languages() }, None)?;
    let reading = settings::reading(&args.reading)?;
    let options = lexicons::aligning(&args.aligning)?;
    let read = |entry: &Entry| {
        let destination = Destination::new(Some(&entry.output), &entry.paths)?;
        let mut inputs = read_files(&entry.paths);
        let said = |path: &Path| entry.paths.iter().any(|own| own.ends_with(path));
        let lang = args.languages.lang.iter().filter(|(path, _)| said(path)).cloned().collect();
        let languages = LanguageArgs { lang, ..args.languages };
        settings::say_languages(&mut inputs, &entry.paths, &languages, Some(0))?;
        for (input, language) in inputs.iter_mut().zip(entry.languages) {
            input.language = language.or(input.language);
        }
        let [source, target] = <[_; 2]>::try_from(inputs).expect("two files were read");
        let sides = engine::read_pair(source, target, &reading).map_err(|failures| Failed::unreadable(&failures))?;
        let fixed = match &entry.fix {
            Some(path) => given_beads(path, &sides)?,
            None => FixedBeads::default(),
        };
        Ok((destination, sides, fixed))
    };
    let sides: Vec<Result<Work, Failed>> = entries.par_iter().map(read).collect();
    // What one document teaches about words helps the others in its languages.
    let versions: Vec<_> =
        sides.iter().flatten().map(|(_, [source, target], _)| (&source.version, &target.version)).collect();
    let languages: Vec<_> = versions.iter().map(|(source, target)| [source.language, target.language]).collect();
    lexicons::fitting(&args.aligning, &options, &languages)?;
    let each: Vec<Options> =
        sides.iter().flatten().map(|(.., fixed)| Options { fixed: fixed.clone(), ..options.clone() }).collect();
    let mut alignments = align_each(&versions, &each).into_iter();
    let work: Vec<_> = sides
        .into_iter()
        .map(|sides| sides.map(|sides| (sides, alignments.next().expect("one for each pair that was read"))))
        .collect();
    let results: Vec<Result<String, Failed>> = entries
        .par_iter()
        .zip(work)
        .map(|(entry, work)| {
            let ((destination, sides, _), alignment) = work?;
            if let Some(folder) = entry.output.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                std::fs::create_dir_all(folder).map_err(|error| {
                    let reason = crate::output::reason(&error);
                    Failed::new(format!("the folder {} cannot be made: {reason}", settings::shown(folder)))
                })?;
            }
            let bitext = Bitext { source: &sides[0].version, target: &sides[1].version, alignment: &alignment };
            destination.write(|out| write(&bitext, args.format, out))?;
            let notices = sides.iter().flat_map(|side| side.notices.iter().map(|notice| (&side.version, notice)));
            let notices = if args.quiet { String::new() } else { notices_shown(notices, color) };
            Ok(notices + &doubt_shown(&bitext, color))
        })
        .collect();
    let mut failed = Failed { messages: Vec::new(), details: Vec::new(), help: None };
    for (entry, result) in entries.iter().zip(results) {
        match result {
            Ok(notices) => tell(&notices),
            Err(error) => {
                failed
                    .messages
                    .extend(error.messages.iter().map(|message| format!("{shown}:{}: {message}", entry.line)));
            }
        }
    }
    if failed.messages.is_empty() { Ok(0) } else { Err(failed) }
}

/// The pairs of a list, or the line that is wrong and why.
fn entries(
    text: &str,
    folder: &Path,
    output: Option<&Path>,
    format: AlignFormat,
) -> Result<Vec<Entry>, (usize, String)> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<PathBuf, usize> = HashMap::new();
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    for (line, row) in lines.map(|(index, row)| (index + 1, row.trim_end_matches('\r'))) {
        if row.trim().is_empty() || row.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        let [source, target, rest @ ..] = cells.as_slice() else {
            return Err((line, "a source and a target are wanted, separated by a tab".to_owned()));
        };
        if source.is_empty() || target.is_empty() || rest.len() > 4 {
            let wanted =
                "wanted: source, target and, if they are said, output, source language, target language, given beads";
            return Err((line, wanted.to_owned()));
        }
        let language = |at: usize| match rest.get(at).filter(|tag| !tag.is_empty()) {
            Some(tag) => tag.parse().map(Some).map_err(|error| (line, format!("{error}"))),
            None => Ok(None),
        };
        let languages = [language(1)?, language(2)?];
        let paths = [folder.join(source), folder.join(target)];
        let output = match (rest.first().filter(|output| !output.is_empty()), output) {
            (Some(own), _) => folder.join(own),
            (None, Some(output)) => output.join(name_of(&paths, format)),
            (None, None) => {
                let problem = "where is it to be written? say so in the third column, or name a folder with --output";
                return Err((line, problem.to_owned()));
            }
        };
        if let Some(other) = places.insert(output.clone(), line) {
            return Err((line, format!("it would be written to {} as that of line {other} is", output.display())));
        }
        let fix = rest.get(3).filter(|path| !path.is_empty()).map(|path| folder.join(path));
        entries.push(Entry { line, paths, output, languages, fix });
    }
    Ok(entries)
}

fn no_languages() -> LanguageArgs {
    LanguageArgs { source_lang: None, target_lang: None, lang: Vec::new() }
}

/// Whether no result would be written over another one, or over a file that some pair reads; else the line that would,
/// and why.
fn no_clash(entries: &[Entry]) -> Result<(), (usize, String)> {
    // Where the file is not there yet, its folder tells.
    let real = |path: &Path| {
        let folder = path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
        let in_folder = || Some(folder?.canonicalize().ok()?.join(path.file_name()?));
        path.canonicalize().ok().or_else(in_folder).unwrap_or_else(|| path.to_owned())
    };
    let mut taken: HashMap<PathBuf, (usize, &str)> = HashMap::new();
    for entry in entries {
        for path in entry.paths.iter().chain(&entry.fix) {
            taken.entry(real(path)).or_insert((entry.line, "is to be read"));
        }
    }
    for entry in entries {
        if let Some((line, what)) = taken.insert(real(&entry.output), (entry.line, "is to be written")) {
            let output = settings::shown(&entry.output);
            return Err((entry.line, format!("it would be written over {output}, which {what} for line {line}")));
        }
    }
    Ok(())
}

/// The file of a folder with the corrected beads of the pair that is written to `output`, if there is one.
fn corrected(folder: &Path, output: &Path) -> Option<PathBuf> {
    let stem = output.file_stem()?.to_string_lossy();
    let forms = [AlignFormat::Tsv, AlignFormat::Beads, AlignFormat::Json];
    forms.into_iter().map(|form| folder.join(format!("{stem}.{}", form.extension()))).find(|path| path.is_file())
}

/// The name of a file for a pair: `letter.fr--letter.de.tsv`.
fn name_of(paths: &[PathBuf; 2], format: AlignFormat) -> String {
    let [source, target] = [0, 1].map(|side| paths[side].file_stem().unwrap_or_default().to_string_lossy());
    format!("{source}--{target}.{}", format.extension())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, output: Option<&str>) -> Result<Vec<String>, (usize, String)> {
        let found = entries(text, Path::new("docs"), output.map(Path::new), AlignFormat::Tmx)?;
        let shown = |entry: Entry| {
            let [source, target] = entry.paths.map(|path| path.to_string_lossy().replace('\\', "/"));
            let languages: Vec<String> = entry.languages.iter().flatten().map(ToString::to_string).collect();
            let output = entry.output.to_string_lossy().replace('\\', "/");
            let fix = entry.fix.map_or(String::new(), |fix| format!(" {}", fix.to_string_lossy().replace('\\', "/")));
            format!("{} {source} {target} {output} {}{fix}", entry.line, languages.join(","))
        };
        Ok(found.into_iter().map(shown).collect())
    }

    #[test]
    fn lists_name_pairs() {
        let list = "\u{feff}# ours\r\na.fr.txt\ta.de.txt\r\n\nb.txt\tc.txt\tout/b.tmx\tfr\tpt-BR\nb.txt\tc.txt\tx\t\t\tgiven.tsv\n";
        assert_eq!(
            read(list, Some("out")),
            Ok(vec![
                "2 docs/a.fr.txt docs/a.de.txt out/a.fr--a.de.tmx ".to_owned(),
                "4 docs/b.txt docs/c.txt docs/out/b.tmx fr,pt-BR".to_owned(),
                "5 docs/b.txt docs/c.txt docs/x  docs/given.tsv".to_owned(),
            ])
        );
    }

    #[test]
    fn wrong_lines_are_told() {
        for (list, output, line, problem) in [
            ("a.txt\n", Some("out"), 1, "a source and a target are wanted"),
            ("a.txt\t\n", Some("out"), 1, "wanted: source, target"),
            ("#\na.txt\tb.txt\n", None, 2, "where is it to be written?"),
            ("a.txt\tb.txt\nx/a.txt\tb.txt\n", Some("out"), 2, "as that of line 1 is"),
            ("a.txt\tb.txt\t\tfrench\n", Some("out"), 1, "french"),
        ] {
            let (wrong, said) = read(list, output).expect_err(list);
            assert!(wrong == line && said.contains(problem), "{list}: {wrong}: {said}");
        }
    }
}
