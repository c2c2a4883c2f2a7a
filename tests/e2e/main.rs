//! The binary as users run it, a module a topic: arguments in; standard output, standard error and exit code out.

mod align;
mod bad_input;
mod bad_usage;
mod corpus;
mod discovery;
mod drifts;
mod facts;
mod formats;
mod help;
mod languages;
mod mill;
mod output;
mod same_bytes;
mod verdict;

use parallax_tests::Run;

/// Compares a run with its snapshot; the time it took is no part of that.
#[macro_export]
macro_rules! snapshot {
    ($name:expr, $run:expr) => {{
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_prepend_module_to_snapshot(true);
        settings.set_omit_expression(true);
        settings.add_filter(r"done in \d+(\.\d+)? s", "done in [time]");
        settings.bind(|| insta::assert_snapshot!($name, $crate::transcript(&$run)));
    }};
}

fn transcript(run: &Run) -> String {
    run.transcript()
}
