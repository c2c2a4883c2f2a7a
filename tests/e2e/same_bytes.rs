//! The same input gives the same bytes, whatever the number of threads and the order of the versions.

use parallax_tests::{Run, command, finish, parallax, workspace};

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
