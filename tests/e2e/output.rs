//! Where the report goes: a file, a pipe that somebody closes, a terminal with or without colours.

use crate::mill::{GERMAN, folder, wrong_german};
use crate::snapshot;
use parallax_tests::{Folder, binary, command, finish, run_of};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

#[test]
fn the_report_goes_into_a_file() {
    let folder = folder(&[("mill.de.txt", &wrong_german())]);
    for format in ["full", "concise", "json", "jsonl"] {
        let arguments = format!("check mill.fr.txt mill.de.txt --format {format}");
        let printed = folder.parallax(&arguments);
        folder.write("report", "what was there before");
        let written = folder.parallax(&format!("{arguments} --output report"));
        assert_eq!((written.code, written.stdout.as_str(), written.stderr.as_str()), (1, "", ""), "{format}");
        let file = std::fs::read_to_string(folder.path().join("report")).expect("it was written");
        let timeless = |text: &str| -> Vec<String> {
            text.lines().filter(|line| !line.starts_with("done in")).map(str::to_owned).collect()
        };
        assert_eq!(timeless(&file), timeless(&printed.stdout), "{format}");
    }
}

#[test]
fn a_file_that_cannot_be_written() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("unwritable", folder.parallax("check mill.fr.txt mill.de.txt --output nowhere/report.json"));
    snapshot!("folder_as_output", folder.parallax("check mill.fr.txt mill.de.txt --output ."));
    snapshot!("unwritable_alignment", folder.parallax("align mill.fr.txt mill.de.txt --output nowhere/a.tsv"));
}

#[test]
fn a_report_does_not_overwrite_what_was_checked() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("output_is_input", folder.parallax("check mill.fr.txt mill.de.txt --output ./mill.de.txt"));
    assert_eq!(folder.parallax("align mill.fr.txt mill.de.txt --output mill.fr.txt").code, 2);
    let file = std::fs::read_to_string(folder.path().join("mill.de.txt")).expect("it is still there");
    assert_eq!(file, GERMAN);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("full_disk", folder.parallax("check mill.fr.txt mill.de.txt --output /dev/full"));
    for arguments in ["check mill.fr.txt mill.de.txt", "facts mill.de.txt", "rules", "completions bash", "--help"] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("a device of Linux");
        let output = Command::new(binary())
            .args(arguments.split_whitespace())
            .current_dir(folder.path())
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .expect("the binary starts");
        let run = run_of(format!("parallax {arguments} > /dev/full"), &output);
        assert_eq!(run.code, 2, "{}", run.transcript());
        let told = run.stderr == "error: standard output cannot be written to: No space left on device\n";
        assert!(told || arguments == "--help", "{}", run.transcript());
    }
}

/// Reads the first line of what the binary prints, then closes the pipe, as `head -1` does.
fn head(folder: &Folder, arguments: &[&str]) -> (String, parallax_tests::Run) {
    let mut child = Command::new(binary())
        .args(arguments)
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut line = String::new();
    let mut reader = BufReader::with_capacity(16, child.stdout.take().expect("it is piped"));
    reader.read_line(&mut line).expect("a line is printed");
    drop(reader);
    let output = child.wait_with_output().expect("it ends");
    (line, run_of(format!("parallax {} | head -1", arguments.join(" ")), &output))
}

#[test]
fn a_closed_pipe_ends_quietly() {
    // Far more than a pipe holds.
    let long = GERMAN.repeat(2_000);
    let folder = Folder::with(&[("mill.de.txt", &long)]);
    let (line, run) = head(&folder, &["facts", "mill.de.txt"]);
    assert!(line.starts_with("mill.de.txt (de, by its name"), "{line}");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.transcript());
}

#[test]
fn a_closed_pipe_does_not_change_the_verdict() {
    // A report of several hundred kilobytes.
    let paragraphs =
        |count: &str| (0..400).map(|n| format!("Die Mühle {n} hat {count}{n} Räder.\n\n")).collect::<String>();
    let folder = Folder::with(&[("a.de.txt", paragraphs("9")), ("b.de.txt", paragraphs("7"))]);
    for format in ["full", "concise", "json", "jsonl"] {
        let (_, run) = head(&folder, &["check", "a.de.txt", "b.de.txt", "--format", format]);
        assert_eq!((run.code, run.stderr.as_str()), (1, ""), "{}", run.transcript());
    }
}

#[test]
fn colours_follow_the_conventions() {
    let folder = folder(&[("mill.de.txt", &wrong_german())]);
    let colored = |set: &[(&str, &str)], option: &str| {
        let mut command = command(folder.path());
        command.args(["check", "mill.fr.txt", "mill.de.txt"]).args(option.split_whitespace());
        command.envs(set.iter().copied());
        finish(&mut command).stdout.contains('\u{1b}')
    };
    assert!(!colored(&[], ""), "a pipe is no terminal");
    assert!(colored(&[("CLICOLOR_FORCE", "1")], ""));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], "--color never"));
    assert!(colored(&[], "--color always"));
    assert!(!colored(&[("CLICOLOR_FORCE", "1")], "--color never"));
    assert!(colored(&[("NO_COLOR", "1")], "--color always"), "what is asked for wins");
    assert!(!colored(&[("CLICOLOR_FORCE", "1")], "--format json"), "JSON has no colours");
}

#[test]
fn lines_are_as_wide_as_columns_says() {
    let folder = folder(&[("mill.de.txt", &wrong_german())]);
    for (columns, most) in [("60", 60), ("140", 140), ("nonsense", 100), ("0", 100)] {
        let mut command = command(folder.path());
        command.args(["check", "mill.fr.txt", "mill.de.txt"]).env("COLUMNS", columns);
        let run = finish(&mut command);
        let widest = run.stdout.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        assert!(widest <= most && widest > most / 2, "{columns}: {widest}\n{}", run.stdout);
    }
}
