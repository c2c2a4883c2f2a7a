//! Translations that are under way: what is not translated yet is told as that, paragraph by paragraph, and nothing
//! else is.

use parallax_tests::{Folder, Run, command, finish, workspace};
use serde_json::Value;
use std::ops::Range;

/// A text of the corpus and its name.
fn text(group: &str, language: &str, extension: &str) -> (String, Vec<String>) {
    let name = format!("{group}.{language}.{extension}");
    let path = workspace().join("corpus").join(group).join(&name);
    let text = std::fs::read_to_string(path).expect("it is in the corpus").replace("\r\n", "\n");
    (name, text.split("\n\n").map(|paragraph| paragraph.trim().to_owned()).filter(|it| !it.is_empty()).collect())
}

/// Texts with the languages of versions that are under way.
const TEXTS: [(&str, &str, [&str; 3]); 2] =
    [("railway", "txt", ["de", "ja", "ar"]), ("notice", "md", ["fr", "es", "hi"])];

/// Which paragraphs of so many are translated: the first third, the first half, every third one.
fn done(count: usize) -> [Vec<bool>; 3] {
    let first = |part: usize| (0..count).map(|at| at < count.div_ceil(part)).collect();
    [first(3), first(2), (0..count).map(|at| at % 3 == 0).collect()]
}

/// The findings that count as something wrong.
fn findings(run: &Run) -> Vec<Value> {
    let report = run.json();
    let findings = report["findings"].as_array().expect("has findings");
    findings.iter().filter(|finding| finding["severity"] != "info").cloned().collect()
}

/// The bytes of the pivot that findings mark.
fn marked(findings: &[Value], version: &str) -> Vec<Range<usize>> {
    let at = |finding: &Value, name: &str| finding[version][name].as_u64().map(|byte| byte as usize);
    findings.iter().filter_map(|it| Some(at(it, "byte_start")?..at(it, "byte_end")?)).collect()
}

fn is_marked(marked: &[Range<usize>], paragraph: &Range<usize>) -> bool {
    let shared: usize =
        marked.iter().map(|it| it.end.min(paragraph.end).saturating_sub(it.start.max(paragraph.start))).sum();
    2 * shared >= paragraph.len()
}

/// Where each paragraph stands in their text.
fn places(paragraphs: &[String]) -> Vec<Range<usize>> {
    let mut at = 0;
    let place = |paragraph: &String| {
        let start = at;
        at += paragraph.len() + 2;
        start..start + paragraph.len()
    };
    paragraphs.iter().map(place).collect()
}

#[test]
fn paragraphs_that_are_not_there_yet_are_told_as_such() {
    for (group, extension, languages) in TEXTS {
        let (pivot, source) = text(group, "en", extension);
        let places = places(&source);
        for language in languages {
            let (name, target) = text(group, language, extension);
            assert_eq!(source.len(), target.len(), "{name} has the pivot's paragraphs");
            for done in done(source.len()) {
                let so_far = target.iter().zip(&done).filter(|(_, done)| **done).map(|(it, _)| it.as_str());
                let so_far = so_far.collect::<Vec<_>>().join("\n\n") + "\n";
                let folder = Folder::with(&[(&*pivot, &*source.join("\n\n")), (&*name, &so_far)]);
                let run = folder.parallax(&format!("check {pivot} {name} --format json"));
                let findings = findings(&run);
                let marked = marked(&findings, "source");
                for ((place, done), paragraph) in places.iter().zip(&done).zip(&source) {
                    assert_eq!(is_marked(&marked, place), !done, "{name} {done}: {paragraph}\n{findings:#?}");
                }
                // Neighbours are told together, and nothing else is wrong.
                let runs = done.windows(2).filter(|both| both[0] && !both[1]).count();
                assert!(findings.len() <= runs + 2, "{name}: {} findings, {runs} gaps\n{findings:#?}", findings.len());
                assert!(
                    findings.iter().all(|it| it["rule"] == "S001" || it["rule"] == "S003"),
                    "{name}\n{findings:#?}"
                );
            }
        }
    }
}

#[test]
fn paragraphs_that_are_left_in_the_pivots_language_are_told_as_such() {
    for (group, extension, languages) in TEXTS {
        let (pivot, source) = text(group, "en", extension);
        for language in languages {
            let (name, target) = text(group, language, extension);
            for done in done(source.len()) {
                let so_far: Vec<String> =
                    (0..source.len()).map(|at| if done[at] { &target[at] } else { &source[at] }).cloned().collect();
                let folder = Folder::with(&[(&*pivot, &*source.join("\n\n")), (&*name, &*so_far.join("\n\n"))]);
                let arguments = format!("check {pivot} {name} --target-lang {language} --format json");
                let findings = findings(&folder.parallax(&arguments));
                assert!(findings.iter().all(|it| it["rule"] == "S006"), "{name}\n{findings:#?}");
                let marked = marked(&findings, "target");
                for ((place, done), paragraph) in places(&so_far).iter().zip(&done).zip(&so_far) {
                    let long = paragraph.split_whitespace().count() >= 8;
                    let told = is_marked(&marked, place);
                    assert!(if *done { !told } else { told || !long }, "{name} {done}: {paragraph}\n{findings:#?}");
                }
            }
        }
    }
}

#[test]
fn threads_change_no_byte_of_what_is_told_of_it() {
    let (pivot, source) = text("railway", "en", "txt");
    let folder = Folder::with(&[(&*pivot, source.join("\n\n"))]);
    let mut names = vec![pivot];
    for (at, language) in ["de", "fr", "ja", "pl", "ru"].into_iter().enumerate() {
        let (name, target) = text("railway", language, "txt");
        folder.write(&name, target[..target.len() / 3 + at].join("\n\n"));
        names.push(name);
    }
    for format in ["full", "concise", "json", "jsonl"] {
        let [one, two, five] = ["1", "2", "5"].map(|threads| {
            let mut command = command(folder.path());
            command.env("RAYON_NUM_THREADS", threads).args(["check", "--format", format]).args(&names);
            let run = finish(&mut command);
            assert_eq!(run.code, 1, "{}", run.transcript());
            run.stdout
                .lines()
                .map(|line| line.split("done in").next().unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        });
        assert!(one.len() >= 2, "{format}: {one:?}");
        assert_eq!(one, two, "{format}");
        assert_eq!(one, five, "{format}");
    }
}
