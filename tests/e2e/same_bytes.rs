//! The same input gives the same bytes, whatever the number of threads and the order of the versions.

use parallax_tests::{Folder, Run, command, finish, parallax, workspace};

/// What is printed, without the time it took.
fn timeless(run: &Run) -> (i32, Vec<&str>) {
    (run.code, run.stdout.lines().map(|line| line.split("done in").next().unwrap_or_default()).collect())
}

const FORMATS: [&str; 4] = ["full", "concise", "json", "jsonl"];

#[test]
fn threads_change_no_byte() {
    for group in ["letter", "notice"] {
        for format in FORMATS {
            let check = |threads: &str, jobs: &str| {
                let mut command = command(workspace());
                command.env("RAYON_NUM_THREADS", threads);
                command.args(["check", "--pivot", "en", "--format", format, "--fail-on", "info"]);
                command.args(jobs.split_whitespace()).arg(format!("corpus/{group}"));
                finish(&mut command)
            };
            let one = check("1", "");
            assert_eq!(timeless(&one), timeless(&check("2", "")), "{group} {format}");
            assert_eq!(timeless(&one), timeless(&check("7", "--jobs 3")), "{group} {format}");
        }
    }
}

#[test]
fn threads_change_no_byte_of_a_long_alignment() {
    let text = |word: &str, sentences: &mut dyn Iterator<Item = u32>| {
        let sentence = |at: u32| format!("{word}{} {word}{} {word}{} {}.", at % 97, at * at % 89, at * 7 % 83, at / 5);
        sentences.map(sentence).collect::<Vec<_>>().join("\n\n")
    };
    let (source, target) = (text("ba", &mut (0..900)), text("zo", &mut (0..400).chain(450..900)));
    let folder = Folder::with(&[("a.en.txt", &source), ("a.de.txt", &target)]);
    for effort in ["full", "fast"] {
        let [one, two, seven] = ["1", "2", "7"].map(|threads| {
            let mut command = command(folder.path());
            command.env("RAYON_NUM_THREADS", threads);
            command.args(["align", "a.en.txt", "a.de.txt", "--format", "json", "--effort", effort]);
            finish(&mut command)
        });
        assert!(
            one.code == 0 && one.stdout.lines().count() > 800,
            "{effort}: {} {}",
            one.stdout.lines().count(),
            one.stderr
        );
        assert!(one.stdout == two.stdout && one.stdout == seven.stdout, "{effort}");
    }
}

#[test]
fn the_order_of_versions_does_not_matter() {
    let paths: Vec<String> =
        ["de", "en", "ja", "ar", "pl", "fr"].map(|language| format!("corpus/letter/letter.{language}.txt")).to_vec();
    let mut orders = [paths.clone(), paths.clone(), paths];
    orders[1].reverse();
    orders[2].rotate_left(2);
    for format in FORMATS {
        let [first, second, third] = [0, 1, 2].map(|order: usize| {
            parallax(&format!("check --pivot fr --format {format} --fail-on info {}", orders[order].join(" ")))
        });
        assert_eq!(timeless(&first), timeless(&second), "{format}");
        assert_eq!(timeless(&first), timeless(&third), "{format}");
    }
}
