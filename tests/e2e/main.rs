//! The binary as users run it, a module a topic: arguments in; standard output, standard error and exit code out.

mod align;
mod bad_input;
mod bad_usage;
mod corpus;
mod discovery;
mod drifts;
mod facts;
mod fix;
mod formats;
mod help;
mod languages;
mod lexicon;
mod mill;
mod output;
mod progress;
mod readme;
mod same_bytes;
mod tables;
mod terms;
mod tmx;
mod unrelated;
mod verdict;

use parallax_tests::Run;

/// Compares a run with its snapshot. The time it took is no part of that, nor is how sure it was of each thing: that is
/// tested where it is reckoned, and every gain in evidence moves it.
#[macro_export]
macro_rules! snapshot {
    ($name:expr, $run:expr) => {{
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_prepend_module_to_snapshot(true);
        settings.set_omit_expression(true);
        settings.add_filter(r"done in \d+(\.\d+)? s", "done in [time]");
        settings.add_filter(r"\b(confidence|alignment|reading|cue) [01]\.\d\d\b", "$1 [0-1]");
        settings.add_filter(r#""(confidence|factor)": ?[01]\.\d+"#, "\"$1\": [0-1]");
        settings.add_filter(r"\t[01]\.\d{2,4}\b", "\t[0-1]");
        settings.bind(|| insta::assert_snapshot!($name, $crate::transcript(&$run)));
    }};
}

fn transcript(run: &Run) -> String {
    run.transcript()
}
