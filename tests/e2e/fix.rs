//! `parallax align --fix`: an alignment that was corrected.

use crate::mill::{GERMAN, folder};
use parallax_tests::{Folder, Run};

/// The rows of a table, without its header, as cells.
fn rows(run: &Run) -> Vec<Vec<String>> {
    assert_eq!(run.code, 0, "{}", run.transcript());
    run.stdout.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Source and target indices of each row.
fn indices(run: &Run) -> Vec<(String, String)> {
    rows(run).into_iter().map(|row| (row[3].clone(), row[4].clone())).collect()
}

fn mills() -> Folder {
    folder(&[("mill.de.txt", GERMAN)])
}

const ALIGN: &str = "align mill.fr.txt mill.de.txt";

#[test]
fn a_corrected_row_is_kept_and_its_neighbours_go_around_it() {
    let folder = mills();
    let free = folder.parallax(ALIGN);
    let pairs = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(source, target)| ((*source).to_owned(), (*target).to_owned())).collect()
    };
    let one_to_one = [("0", "0"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")];
    assert_eq!(indices(&free), pairs(&one_to_one));
    // Somebody takes the third sentence to the second row, and marks that row.
    let mut table = String::new();
    for (number, line) in free.stdout.lines().enumerate() {
        let line = if number == 2 { line.replace("\t1\t1", "\t1,2\t1") } else { line.to_owned() };
        let mark = ["fixed", "", "x"].get(number).unwrap_or(&"");
        table += &format!("{line}\t{mark}\r\n");
    }
    folder.write("corrected.tsv", &table);
    let fixed = folder.parallax(&format!("{ALIGN} --fix corrected.tsv"));
    let found = indices(&fixed);
    assert!(found.contains(&("1,2".to_owned(), "1".to_owned())), "{}", fixed.transcript());
    assert_eq!(rows(&fixed)[1][2], "1.00");
    assert_eq!(found[0], ("0".to_owned(), "0".to_owned()));
    assert!(found.contains(&(String::new(), "2".to_owned())), "{}", fixed.transcript());
    // The same row alone does the same.
    folder.write("row.tsv", "1,2\t1\n");
    assert_eq!(folder.parallax(&format!("{ALIGN} --fix row.tsv")).stdout, fixed.stdout);
}

#[test]
fn what_was_found_and_is_given_back_stays() {
    let swapped = "Am Eingang stehen die Zeiten. Im März kamen 12.500 Besucher, um sie zu sehen.\n\nDie Mühle wurde 1987 \
                   wieder aufgebaut und beschäftigt heute 240 Menschen. Sonntags ist sie nicht geöffnet.\n";
    for german in [GERMAN, swapped] {
        let folder = folder(&[("mill.de.txt", german)]);
        for format in ["tsv", "beads", "json"] {
            let found = folder.parallax(&format!("{ALIGN} --format {format} -o found"));
            assert_eq!(found.code, 0, "{}", found.transcript());
            let again = folder.parallax(&format!("{ALIGN} --fix found"));
            let mut expected = indices(&folder.parallax(ALIGN));
            let mut kept = indices(&again);
            expected.sort();
            kept.sort();
            assert_eq!(kept, expected, "{format}");
            assert!(rows(&again).iter().all(|row| row[2] == "1.00"), "{}", again.transcript());
        }
    }
}

#[test]
fn what_cannot_be_is_told_with_its_line() {
    let folder = mills();
    for (content, message) in [
        ("0\t0\n1\t0,1\n", "given.tsv:2: target segment 0 stands in two beads: this one, and that of line 1"),
        ("0,2\t1\n", "given.tsv:1: the segments of a bead must follow each other: `0,2`"),
        ("\n\t9\n", "given.tsv:2: there is no target segment 9: the last one of mill.de.txt is 4"),
        ("0\tzero\n", "given.tsv:1: `zero` is not the index of a segment (0, 1, …)"),
        ("0 0\n", "given.tsv:1: expected source indices, a tab and target indices"),
        ("{\"segments\": [\n{\"source\": [0]}]}", "given.tsv:2: not an alignment in JSON"),
        ("\0\0\u{1}", "given.tsv: looks like"),
    ] {
        folder.write("given.tsv", content);
        let run = folder.parallax(&format!("{ALIGN} --fix given.tsv"));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.transcript());
        assert!(run.stderr.starts_with(&format!("error: {message}")), "{}", run.transcript());
    }
    let missing = folder.parallax(&format!("{ALIGN} --fix nowhere.tsv"));
    assert!(
        missing.stderr.starts_with("error: nowhere.tsv could not be read: no such file"),
        "{}",
        missing.transcript()
    );
    folder.write("given.tsv", "0\t0\n");
    let over = folder.parallax(&format!("{ALIGN} --fix given.tsv -o given.tsv"));
    assert!(over.code == 2 && over.stderr.contains("would be overwritten"), "{}", over.transcript());
}

#[test]
fn pairs_of_a_list_take_their_own_corrected_beads() {
    let list = "mill.fr.txt\tmill.de.txt\nmill.fr.txt\tmill.de.txt\tours.beads\nmill.fr.txt\tmill.de.txt\tlast.beads\t\t\tmine.tsv\n";
    let folder = folder(&[("mill.de.txt", GERMAN), ("list", list), ("mine.tsv", "3\t2,3\n"), ("fixed/other.tsv", "x")]);
    let read = |path: &str| -> Vec<String> {
        let text = std::fs::read_to_string(folder.path().join(path)).expect("it was written");
        text.lines().map(|line| line.rsplit_once('\t').expect("three cells").0.to_owned()).collect()
    };
    let one_to_one = ["0\t0", "1\t1", "2\t2", "3\t3", "4\t4"];
    // As they were found: a table for the first, whatever the others are.
    let run = folder.parallax("align --pairs list -o out --format tsv");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.transcript());
    let table = std::fs::read_to_string(folder.path().join("out/mill.fr--mill.de.tsv")).expect("it was written");
    // Somebody corrects a row of it, and leaves only that.
    let corrected: Vec<String> = table.lines().take(3).map(|line| line.replace("\t1\t1", "\t1,2\t1")).collect();
    folder.write("fixed/mill.fr--mill.de.tsv", format!("{}\n{}\n", corrected[0], corrected[2]));
    folder.write("fixed/ours.json", "{\"segments\": [{\"source\": [0, 1], \"target\": [0]}]}");
    let run = folder.parallax("align --pairs list -o again --format beads --fix fixed");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.transcript());
    assert!(read("again/mill.fr--mill.de.beads").contains(&"1,2\t1".to_owned()));
    assert!(read("ours.beads").contains(&"0,1\t0".to_owned()));
    assert!(read("last.beads").contains(&"3\t2,3".to_owned()), "the list names beads for this one");
    // The list's own beads need no folder.
    folder.write("list", "mill.fr.txt\tmill.de.txt\ta.beads\nmill.fr.txt\tmill.de.txt\tb.beads\t\t\tmine.tsv\n");
    let run = folder.parallax("align --pairs list --format beads");
    assert_eq!((run.code, read("a.beads")), (0, one_to_one.map(str::to_owned).to_vec()), "{}", run.transcript());
    assert!(read("b.beads").contains(&"3\t2,3".to_owned()));
    // What is wrong is told of its pair, and the others are aligned.
    folder.write("mine.tsv", "3\t9\n");
    let run = folder.parallax("align --pairs list --format beads");
    let told = "error: list:2: mine.tsv:1: there is no target segment 9: the last one of mill.de.txt is 4\n";
    assert!(run.code == 2 && run.stderr.starts_with(told), "{}", run.transcript());
    for (arguments, told) in [
        ("--fix mine.tsv", "error: --fix mine.tsv: with --pairs it names a folder"),
        ("--fix nowhere", "error: --fix nowhere: with --pairs it names a folder"),
    ] {
        let run = folder.parallax(&format!("align --pairs list --format beads {arguments}"));
        assert!(run.code == 2 && run.stderr.starts_with(told), "{}", run.transcript());
    }
    // Beads are not written over.
    folder.write("list", "mill.fr.txt\tmill.de.txt\tfixed/own.tsv\n");
    folder.write("fixed/own.tsv", "0\t0\n");
    let run = folder.parallax("align --pairs list --fix fixed");
    assert!(run.code == 2 && run.stderr.contains("fixed/own.tsv, which is to be read"), "{}", run.transcript());
}
