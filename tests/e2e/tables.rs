//! Bilingual tables: pairs that are given, checked row by row.

use crate::formats::{assert_valid, schema};
use crate::snapshot;
use parallax_tests::{Folder, Run, command, finish};
use serde_json::{Value, json};

const TABLE: &str = "\
id\tsource\ttarget
a1\tThe bridge is 240 metres long.\tDie Brücke ist 240 Meter lang.
a2\tIn spring 90,000 people crossed it.\tIm Frühling überquerten sie 9.000 Menschen.
a3\tIt was never closed, not even in the flood of 1910.\t
a4\tbroken
a5\tWait until the ring flashes green.\tWait until the ring flashes green.
";

fn findings(run: &Run) -> Vec<Value> {
    assert!(run.code < 2, "{}", run.transcript());
    run.stdout.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

/// Rule, pair and the texts of both sides of each finding.
fn shown(run: &Run) -> Vec<String> {
    let show = |finding: &Value| {
        let text = |side: &str| finding[side]["text"].as_str().unwrap_or("-").to_owned();
        let side = if finding["source"].is_null() { "target" } else { "source" };
        format!(
            "{} {} {} {} | {}",
            finding["rule"],
            finding[side]["entry"],
            finding["id"],
            text("source"),
            text("target")
        )
        .replace('"', "")
    };
    findings(run).iter().map(show).collect()
}

#[test]
fn a_table_with_a_header() {
    let folder = Folder::with(&[("bridge.en-de.tsv", TABLE)]);
    snapshot!("full", folder.parallax("check bridge.en-de.tsv"));
    snapshot!("concise", folder.parallax("check bridge.en-de.tsv --format concise"));
    snapshot!("json", folder.parallax("check bridge.en-de.tsv --format json --select N"));
    let lines = folder.parallax("check bridge.en-de.tsv --format jsonl");
    assert_eq!(
        shown(&lines),
        [
            "N001 1 a2 90,000 | 9.000",
            "S001 2 a3 It was never closed, not even in the flood of 1910. | -",
            "S006 4 a5 Wait until the ring flashes green. | Wait until the ring flashes green."
        ]
    );
    assert_eq!(
        (lines.code, lines.stderr.as_str()),
        (1, "note: bridge.en-de.tsv:5: the row has 2 fields, not 3; skipped\n")
    );
}

#[test]
fn lines_and_reports_keep_to_the_schema() {
    let report = schema("parallax-report-1.json");
    let finding = json!({ "$ref": "#/$defs/Finding", "$defs": report["$defs"] });
    let folder = Folder::with(&[("bridge.en-de.tsv", TABLE)]);
    let lines = folder.parallax("check bridge.en-de.tsv --format jsonl");
    let whole = folder.parallax("check bridge.en-de.tsv --format json");
    assert_valid(&report, &whole.json(), &whole);
    let listed = whole.json()["findings"].as_array().expect("a list").clone();
    for (line, listed) in findings(&lines).iter().zip(&listed) {
        assert_valid(&finding, line, &lines);
        assert_eq!(line["fingerprint"], listed["fingerprint"]);
        for side in ["source", "target"].map(|side| &line[side]).into_iter().filter(|side| !side.is_null()) {
            let number = |name: &str| side[name].as_u64().and_then(|n| usize::try_from(n).ok()).expect("a number");
            assert_eq!(&TABLE[number("byte_start")..number("byte_end")], side["text"].as_str().expect("a text"));
            assert_eq!((number("document"), number("line")), (0, number("entry") + 2));
        }
    }
    assert_eq!(listed.len(), findings(&lines).len());
}

#[test]
fn the_exit_code_and_the_rules_are_those_of_a_check() {
    let folder = Folder::with(&[("bridge.en-de.tsv", TABLE)]);
    let code = |arguments: &str| folder.parallax(&format!("check bridge.en-de.tsv {arguments}")).code;
    assert_eq!((code(""), code("--fail-on never"), code("--select M"), code("--ignore N,S")), (1, 0, 0, 0));
    assert_eq!(code("--select X999"), 2);
    assert_eq!(shown(&folder.parallax("check bridge.en-de.tsv --select S --ignore S001 --format jsonl")).len(), 1);
    let quiet = folder.parallax("check bridge.en-de.tsv --select M --quiet");
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
}

#[test]
fn a_table_without_a_header() {
    let folder = Folder::with(&[("eggs.tsv", "12 eggs a day for everybody\t13 Eier am Tag für alle\n")]);
    let run = folder.parallax("check eggs.tsv --source-lang en --target-lang de");
    snapshot!("without_header", run);
    let folder = Folder::with(&[("eggs.tsv", "x\t12 eggs\t1\t13 Eier\n")]);
    snapshot!("which_columns", folder.parallax("check eggs.tsv --source-lang en --target-lang de"));
    let run = folder.parallax("check eggs.tsv --source-lang en --target-lang de --source-column 2 --target-column 4 --id-column 1 --format jsonl");
    assert_eq!(shown(&run), ["N001 0 x 12 | 13"]);
}

#[test]
fn csv_with_quotes_and_line_breaks() {
    let table = "de,en,note\r\n\"Er sagte \"\"12 Eier\"\",\r\naber es kamen 40.\",\"He said \"\"12 eggs\"\",\r\nbut 50 came.\",x\r\n";
    let folder = Folder::with(&[("eggs.csv", table)]);
    let run = folder.parallax("check eggs.csv --format jsonl");
    assert_eq!(shown(&run), ["N001 0 null 40 | 50"]);
    let finding = &findings(&run)[0];
    assert_eq!((&finding["source"]["line"], &finding["source"]["column"]), (&json!(3), &json!(15)));
    assert_eq!((&finding["target"]["line"], &finding["target"]["column"]), (&json!(4), &json!(5)));
    assert_eq!((&finding["source"]["language"], &finding["target"]["language"]), (&json!("de"), &json!("en")));
    let start = finding["target"]["byte_start"].as_u64().and_then(|at| usize::try_from(at).ok());
    assert_eq!(start, table.find("50"));
}

#[test]
fn json_lines_from_standard_input() {
    let lines = "{\"id\":\"k\",\"source\":\"Zw\\u00f6lf\\nEier\",\"target\":\"20 eggs\",\"source_lang\":\"de\",\"target_lang\":\"en\"}\n";
    let folder = Folder::with::<&str>(&[]);
    let run =
        finish(command(folder.path()).args(["check", "-", "--table", "jsonl", "--format", "jsonl"]).write_stdin(lines));
    assert_eq!(shown(&run), ["N001 0 k Zwölf | 20"]);
    let finding = &findings(&run)[0];
    assert_eq!(finding["source"]["path"], "standard input");
    let run = finish(command(folder.path()).args(["check", "-"]).write_stdin(lines));
    snapshot!("no_format", run);
}

#[test]
fn each_row_may_be_in_its_own_languages() {
    let table = "source_lang\ttarget_lang\tsource\ttarget\n\
                 de\ten\tEs waren 1.234 Menschen.\tThere were 1,234 people.\n\
                 en\tde\tThere were 1,234 people.\tEs waren 1.243 Menschen.\n\
                 fr\tja\tIl y avait 20 000 personnes.\t2万人がいた。\n\
                 xx!\tja\ta\tb\n";
    let folder = Folder::with(&[("mixed.tsv", table)]);
    let run = folder.parallax("check mixed.tsv --select N001 --format jsonl");
    assert_eq!(shown(&run), ["N001 1 null 1,234 | 1.243"]);
    assert!(run.stderr.contains("mixed.tsv:5: `xx!` is not a language tag; skipped"), "{}", run.transcript());
    assert_eq!(findings(&run)[0]["target"]["language"], "de");
    // What is said for the whole table wins.
    let run = folder.parallax("check mixed.tsv --select N001 --format jsonl --target-lang de-CH");
    assert_eq!(findings(&run)[0]["target"]["language"], "de-CH");
}

#[test]
fn languages_that_nobody_says_are_identified() {
    let rows: String = (1..40)
        .map(|n| format!("Die Mühle mahlt seit {n} Jahren nicht mehr.\tThe mill has not ground for {n} years.\n"))
        .collect();
    let folder = Folder::with(&[("mill.tsv", &format!("source\ttarget\n{rows}"))]);
    let run = folder.parallax("check mill.tsv --format jsonl");
    assert!(
        run.stderr.contains("the source: its language is not said, and looks like `de`; say it with --source-lang"),
        "{}",
        run.transcript()
    );
    assert!(
        run.stderr.contains("the target: its language is not said, and looks like `en`; say it with --target-lang"),
        "{}",
        run.transcript()
    );
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
}

#[test]
fn no_pair_is_matched_with_another() {
    // The number that the first pair lacks stands in the second one.
    let table = "source\ttarget\nThere were 240 donkeys.\tEs gab Esel.\nThere were some horses.\tEs gab 240 Pferde.\n";
    let folder = Folder::with(&[("en-de.tsv", table)]);
    let run = folder.parallax("check en-de.tsv --select N --format jsonl");
    assert_eq!(shown(&run), ["N002 0 null 240 | -", "N003 1 null - | 240"]);
}

#[test]
fn findings_do_not_hang_on_threads_or_on_what_else_is_there() {
    let row = |n: usize| match n % 7 {
        0 => format!("{n}\tThere were {n} donkeys and {} horses.\tEs gab {n} Esel und {} Pferde.\n", n + 1, n + 2),
        1 => format!("{n}\tbroken\n"),
        2 => format!("{n}\tNobody has seen the {n} bells.\tJemand hat die {n} Glocken gesehen.\n"),
        _ => format!("{n}\tThe {n} bells rang.\tDie {n} Glocken läuteten.\n"),
    };
    let rows: String = (0..30_000).map(row).collect();
    let folder = Folder::with(&[("en-de.tsv", &format!("id\tsource\ttarget\n{rows}"))]);
    let one = folder.parallax("check en-de.tsv --format jsonl --jobs 1");
    assert!(findings(&one).len() > 4_000, "{}", findings(&one).len());
    for jobs in ["2", "7"] {
        assert_eq!(one.stdout, folder.parallax(&format!("check en-de.tsv --format jsonl --jobs {jobs}")).stdout);
    }
    let alone = Folder::with(&[("en-de.tsv", &format!("id\tsource\ttarget\n{}", row(700)))]);
    let same =
        |finding: &Value| (finding["fingerprint"].clone(), finding["confidence"].clone(), finding["message"].clone());
    let alone: Vec<_> = findings(&alone.parallax("check en-de.tsv --format jsonl")).iter().map(same).collect();
    let among = findings(&one).into_iter().filter(|finding| finding["id"] == "700");
    assert_eq!(alone, among.map(|finding| same(&finding)).collect::<Vec<_>>());
}

#[test]
fn options_that_do_not_fit_are_refused() {
    let folder = Folder::with(&[("en-de.tsv", TABLE), ("de.txt", "a\n")]);
    for (name, arguments) in [
        ("pivot", "check en-de.tsv --pivot en"),
        ("lang", "check en-de.tsv --lang en-de.tsv=en"),
        ("two_tables", "check en-de.tsv de.txt --table tsv"),
        ("no_such_column", "check en-de.tsv --source-column nowhere"),
        ("not_a_table", "check de.txt --table jsonl"),
        ("no_file", "check nowhere.tsv"),
    ] {
        let run = folder.parallax(arguments);
        assert_eq!(run.code, 2, "{}", run.transcript());
        snapshot!(name, run);
    }
}
