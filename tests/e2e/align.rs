//! `parallax align` in its formats.

use crate::mill::{FRENCH, GERMAN, folder};
use crate::snapshot;
use parallax_tests::Folder;

#[test]
fn sentences_of_two_versions() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    snapshot!("beads", folder.parallax("align mill.fr.txt mill.de.txt --format beads"));
    snapshot!("tsv", folder.parallax("align mill.fr.txt mill.de.txt"));
    snapshot!("json", folder.parallax("align mill.fr.txt mill.de.txt --format json"));
}

#[test]
fn lines_are_segments_when_asked_for() {
    let source = "Le moulin est ouvert. Il est vieux.\n\nIl a 240 roues.\nFin.\n";
    let target = "Die Mühle ist offen. Sie ist alt.\n\nSie hat 240 Räder.\nEnde.\n";
    let folder = Folder::with(&[("mill.fr", source), ("mill.de", target)]);
    let run =
        folder.parallax("align mill.fr mill.de --segments lines --format beads --source-lang fr --target-lang de");
    snapshot!("lines", run);
}

#[test]
fn every_sentence_stands_in_one_bead() {
    let folder = folder(&[("mill.de.txt", &GERMAN.replace("Sonntags ist sie nicht geöffnet.", ""))]);
    let run = folder.parallax("align mill.fr.txt mill.de.txt --format beads");
    let (mut source, mut target): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for line in run.stdout.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [from, to, confidence] = cells[..] else { panic!("three cells: {line}") };
        let numbers = |cell: &str| -> Vec<usize> {
            cell.split(',').filter(|part| !part.is_empty()).map(|part| part.parse().expect("an index")).collect()
        };
        source.extend(numbers(from));
        target.extend(numbers(to));
        let confidence: f64 = confidence.parse().expect("a number");
        assert!((0.0..=1.0).contains(&confidence), "{line}");
    }
    target.sort_unstable();
    assert_eq!(source, [0, 1, 2, 3, 4]);
    assert_eq!(target, [0, 1, 2, 3]);
}

#[test]
fn the_alignment_goes_into_a_file() {
    let folder = folder(&[("mill.de.txt", GERMAN)]);
    let printed = folder.parallax("align mill.fr.txt mill.de.txt --format json");
    let written = folder.parallax("align mill.fr.txt mill.de.txt --format json -o a.json");
    assert_eq!((written.code, written.stdout.as_str(), written.stderr.as_str()), (0, "", ""));
    let file = std::fs::read_to_string(folder.path().join("a.json")).expect("it was written");
    assert_eq!(file, printed.stdout);
}

#[test]
fn what_was_noticed_is_told_beside_the_result() {
    let folder = Folder::with(&[("a.txt", FRENCH), ("b.txt", "Kurz.\n")]);
    let run = folder.parallax("align a.txt b.txt --format beads");
    assert!(run.stderr.starts_with("note: b.txt: its language is not said"), "{}", run.transcript());
    assert!(run.stdout.lines().all(|line| line.split('\t').count() == 3), "{}", run.transcript());
    assert_eq!(folder.parallax("align a.txt b.txt --format beads --quiet").stderr, "");
}

#[test]
fn what_spoke_for_each_bead_is_told() {
    let folder = folder(&[("mill.de.txt", &GERMAN.replace(" Sonntags ist sie nicht geöffnet.", ""))]);
    let table = folder.parallax("align mill.fr.txt mill.de.txt --explain");
    assert_eq!((table.code, table.stderr.as_str()), (0, ""), "{}", table.transcript());
    for told in
        ["0 ~ 0  confidence 0.", "  evidence +", "length +", "1987 ~ 1987 +", "2 ~ –", "left out", "best taken into"]
    {
        assert!(table.stdout.contains(told), "{told}: {}", table.transcript());
    }
    assert!(table.stdout.lines().all(|line| line.chars().count() <= 100), "{}", table.transcript());
    let json = folder.parallax("align mill.fr.txt mill.de.txt --explain --format json");
    let file: serde_json::Value = serde_json::from_str(&json.stdout).expect("is JSON");
    let beads = file["segments"].as_array().expect("has beads");
    for bead in beads {
        let evidence = &bead["evidence"];
        assert_eq!(evidence["basis"], "found");
        assert!(evidence["prior"].as_f64().is_some_and(|prior| prior < 0.0), "{bead}");
        let Some(scores) = evidence["scores"].as_object() else {
            assert!(bead["target"].as_array().is_some_and(Vec::is_empty) && evidence["total"].is_null(), "{bead}");
            continue;
        };
        let sum: f64 = scores.values().filter_map(serde_json::Value::as_f64).sum();
        assert!(evidence["total"].as_f64().is_some_and(|total| (total - sum).abs() < 0.05), "{bead}");
        let facts = evidence["facts"].as_array().expect("is a list").iter().filter_map(|pair| pair["weight"].as_f64());
        assert!(scores["facts"].as_f64().is_some_and(|score| (score - facts.sum::<f64>()).abs() < 0.05), "{bead}");
    }
    let has = |wanted: [&str; 2]| {
        let mut facts = beads.iter().flat_map(|bead| bead["evidence"]["facts"].as_array().into_iter().flatten());
        facts.any(|pair| pair["source"] == wanted[0] && pair["target"] == wanted[1])
    };
    assert!(has(["1987", "1987"]), "{}", json.transcript());
    // The beads are those that are found without asking why.
    let plain = folder.parallax("align mill.fr.txt mill.de.txt --format json");
    let without: serde_json::Value = serde_json::from_str(&plain.stdout).expect("is JSON");
    for (bead, explained) in without["segments"].as_array().expect("has beads").iter().zip(beads) {
        assert_eq!((&bead["source"], &bead["target"]), (&explained["source"], &explained["target"]));
        assert!(bead.get("evidence").is_none());
    }
    let beads = folder.parallax("align mill.fr.txt mill.de.txt --explain --format beads");
    assert!(beads.code == 2 && beads.stderr.starts_with("error: --explain has no place"), "{}", beads.transcript());
}

#[test]
fn alignments_for_other_tools() {
    // With a sentence that the French lacks, and one that the German lacks.
    let german =
        GERMAN.replace("Sonntags ist sie nicht geöffnet.", "") + "\nDie Mühle gehört der Gemeinde <Tal> & Söhne.\n";
    let folder = folder(&[("mill.de.txt", &german)]);
    snapshot!("tmx", folder.parallax("align mill.fr.txt mill.de.txt --format tmx"));
    snapshot!("xliff", folder.parallax("align mill.fr.txt mill.de.txt --format xliff"));
}

#[test]
fn a_page_to_review_an_alignment() {
    let folder = folder(&[("mill.ar.txt", "الطاحونة\n\nأعيد بناء الطاحونة في عام 1987 ويعمل فيها اليوم 240 شخصًا.\n")]);
    let run = folder.parallax("align mill.fr.txt mill.ar.txt --review page.html --format beads");
    assert_eq!(run.code, 0, "{}", run.transcript());
    assert!(run.stdout.starts_with("0\t0\t"), "the alignment itself is printed too: {}", run.transcript());
    let page = std::fs::read_to_string(folder.path().join("page.html")).expect("it was written");
    let body = page.split_once("<body>").expect("a page has a body").1;
    insta::assert_snapshot!("review", body);
    // Nothing is fetched from elsewhere.
    assert!(!page.contains("src=") && !page.contains("@import") && !page.contains("url("), "{page}");
    let refused = folder.parallax("align mill.fr.txt mill.ar.txt --review mill.fr.txt");
    assert_eq!(refused.code, 2, "{}", refused.transcript());
}

#[test]
fn a_list_of_pairs() {
    let list = "# French and German, twice\nmill.fr.txt\tmill.de.txt\nmill.fr.txt\tmill.de.txt\town.tmx\tfr\tde\nmill.fr.txt\tgone.txt\n";
    let folder = folder(&[("mill.de.txt", GERMAN), ("pairs.tsv", list)]);
    let run = folder.parallax("align --pairs pairs.tsv -o out --format tmx");
    assert_eq!(run.code, 2, "{}", run.transcript());
    assert_eq!(run.stderr, "error: pairs.tsv:4: gone.txt could not be read: no such file or folder\n");
    let read = |path: &str| std::fs::read_to_string(folder.path().join(path)).expect("it was written");
    // Both learn from each other, so that only the confidence may differ from that of the pair by itself.
    let without_confidence = |text: &str| -> Vec<String> {
        text.lines().filter(|line| !line.contains("x-confidence")).map(str::to_owned).collect()
    };
    let alone = folder.parallax("align mill.fr.txt mill.de.txt --format tmx").stdout;
    assert_eq!(without_confidence(&read("out/mill.fr--mill.de.tmx")), without_confidence(&alone));
    assert_eq!(read("own.tmx"), read("out/mill.fr--mill.de.tmx"));
    let nowhere = folder.parallax("align --pairs pairs.tsv --format tmx");
    assert_eq!(
        nowhere.stderr,
        "error: pairs.tsv:2: where is it to be written? say so in the third column, or name a folder with --output\n"
    );
}

#[test]
fn no_pair_of_a_list_is_written_over_what_another_reads() {
    let list = "mill.fr.txt\tmill.de.txt\tout.tsv\nmill.de.txt\tmill.fr.txt\tx/../mill.de.txt\n";
    let folder = folder(&[("mill.de.txt", GERMAN), ("x/keep", ""), ("pairs.tsv", list)]);
    let run = folder.parallax("align --pairs pairs.tsv");
    let message = "pairs.tsv:2: it would be written over x/../mill.de.txt, which is to be read for line 1";
    assert!(run.code == 2 && run.stderr.contains(message), "{}", run.transcript());
    assert!(!folder.path().join("out.tsv").exists(), "nothing is done");
    folder.write("pairs.tsv", "mill.fr.txt\tmill.de.txt\to.tsv\nmill.fr.txt\tmill.de.txt\tx/../o.tsv\n");
    let run = folder.parallax("align --pairs pairs.tsv");
    assert!(run.code == 2 && run.stderr.contains("which is to be written for line 1"), "{}", run.transcript());
    let same = folder.parallax("align mill.fr.txt mill.de.txt -o a --review a");
    assert!(same.code == 2 && same.stderr.contains("the same file"), "{}", same.transcript());
}

#[test]
fn languages_are_said_for_files_of_a_list() {
    let folder = Folder::with(&[("a", FRENCH), ("b", GERMAN), ("c", "Un.\n"), ("l", "a\tb\tab\nc\tb\tcb\n")]);
    let run = folder.parallax("align --pairs l --format tmx --lang a=fr-CA --lang c=fr --target-lang de");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.transcript());
    let tmx = std::fs::read_to_string(folder.path().join("ab")).expect("it was written");
    assert!(tmx.contains("srclang=\"fr-CA\"") && tmx.contains("<tuv xml:lang=\"de\">"), "{tmx}");
    let run = folder.parallax("align --pairs l --lang d=fr");
    assert!(run.code == 2 && run.stderr.contains("none of the files is `d`"), "{}", run.transcript());
}
