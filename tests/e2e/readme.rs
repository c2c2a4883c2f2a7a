//! The commands of README.md, docs/lexicons.md and docs/glossaries.md, as they stand there, on files of the names that they have there.

use crate::mill::{ENGLISH, FRENCH, GERMAN};
use parallax_tests::{Folder, Run, command, finish, parallax_in, workspace};

/// The lines of the `sh` blocks of a page.
fn commands(page: &str) -> Vec<String> {
    let text = std::fs::read_to_string(workspace().join(page)).expect("the page is there");
    let mut commands = Vec::new();
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("```") {
            inside = line == "```sh";
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            commands.push(line.to_owned());
        }
    }
    commands
}

const TERMS: &str = "<tbx type=\"TBX-Basic\" xml:lang=\"en\"><text><body><conceptEntry id=\"c1\">\
    <langSec xml:lang=\"en\"><termSec><term>visitor</term></termSec></langSec>\
    <langSec xml:lang=\"de\"><termSec><term>Besucher</term></termSec></langSec></conceptEntry></body></text></tbx>";

/// Rows of German or French beside English.
fn rows(header: &str, separator: char, other: &str) -> String {
    let row = |(one, two): (&str, &str)| format!("\"{one}\"{separator}\"{two}\"\n");
    let rows = ENGLISH.split("\n\n").zip(other.split("\n\n")).map(|(one, two)| row((one.trim(), two.trim())));
    let rows: String = rows.collect();
    if separator == '\t' { header.to_owned() + "\n" + &rows.replace('"', "") } else { header.to_owned() + "\n" + &rows }
}

fn tmx() -> String {
    let unit = |(one, two): (&str, &str)| {
        let side =
            |language: &str, text: &str| format!("<tuv xml:lang=\"{language}\"><seg>{}</seg></tuv>", text.trim());
        format!("<tu>{}{}</tu>\n", side("en", one), side("de", two))
    };
    let units: String = ENGLISH.split("\n\n").zip(GERMAN.split("\n\n")).map(unit).collect();
    format!("<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n{units}</body></tmx>\n")
}

/// A folder with all files that the commands name.
fn desk() -> Folder {
    let article = "lettre /lɛtʁ/\nletter\n";
    let folder = Folder::with(&[
        ("letter.fr.txt", FRENCH),
        ("letter.de.txt", GERMAN),
        ("letter.en.txt", ENGLISH),
        ("pairs.tsv", "letter.fr.txt\tletter.de.txt\nletter.fr.txt\tletter.en.txt\n"),
        ("docs/guide/guide.en.md", ENGLISH),
        ("docs/guide/guide.de.md", GERMAN),
        ("terms.csv", "fr,de,en\nmoulin,Mühle,mill\n"),
        ("terms.tbx", TERMS),
        ("freedict-fra-eng.dict", article),
        ("freedict-fra-eng.index", "lettre\tA\tX\n"),
    ]);
    folder.write("memory.en-de.tsv", rows("en\tde", '\t', GERMAN));
    folder.write("pairs.csv", rows("English,French", ',', FRENCH));
    folder.write("memory.tmx", tmx());
    folder.write("memory.en-de.tmx", tmx());
    folder
}

/// Runs a command of a page; nothing for those that are cargo's own.
fn run(line: &str, desk: &Folder) -> Option<Run> {
    if let Some(arguments) = line.strip_prefix("cargo run --release -p parallax-cli -- ") {
        return Some(parallax_in(workspace(), arguments.split_whitespace()));
    }
    if let Some(arguments) = line.strip_prefix("parallax ") {
        return Some(desk.parallax(arguments));
    }
    if let Some(arguments) = line.strip_prefix("zcat pairs.jsonl.gz | parallax ") {
        let rows = "{\"source\": \"It has 240 wheels.\", \"target\": \"Il a 240 roues.\", \"source_lang\": \"en\", \
                    \"target_lang\": \"fr\"}\n";
        return Some(finish(command(desk.path()).args(arguments.split_whitespace()).write_stdin(rows)));
    }
    let path = line.strip_prefix("cargo install --path ");
    let is_cargos = line == "cargo test --workspace" || path.is_some_and(|path| workspace().join(path).is_dir());
    assert!(is_cargos, "this command is not tried: {line}");
    None
}

fn all_work(page: &str, least: usize) {
    let desk = desk();
    let runs: Vec<Run> = commands(page).iter().filter_map(|line| run(line, &desk)).collect();
    assert!(runs.len() >= least, "{page} has {} commands", runs.len());
    for run in runs {
        assert_eq!(run.code, 0, "{page}: {}", run.transcript());
        // What a command is told to write, it has written.
        let mut arguments = run.command.split_whitespace();
        while let Some(argument) = arguments.next() {
            if matches!(argument, "-o" | "--output" | "--review") {
                let path = arguments.next().expect("a path follows");
                assert!(desk.path().join(path).exists(), "{page}: {}", run.transcript());
            }
        }
    }
}

#[test]
fn the_commands_of_the_readme_work() {
    all_work("README.md", 8);
}

#[test]
fn the_commands_about_lexicons_work() {
    all_work("docs/lexicons.md", 4);
}

#[test]
fn the_commands_about_glossaries_work() {
    all_work("docs/glossaries.md", 2);
}

#[test]
fn the_first_command_checks_the_letter() {
    let first = commands("README.md").first().cloned().expect("there is one");
    let arguments = first.strip_prefix("cargo run --release -p parallax-cli -- ").expect("it needs nothing but cargo");
    let run = parallax_in(workspace(), arguments.split_whitespace());
    assert!(run.code == 0 && run.stdout.contains("0 errors"), "{}", run.transcript());
}
