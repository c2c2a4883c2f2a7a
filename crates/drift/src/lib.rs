//! What differs between aligned versions: the matching of facts, the rules, and the consensus over all versions.
//!
//! Nothing here reads files or starts threads. The way through this crate: a [`Bitext`](parallax_core::Bitext) →
//! [`Matching`] (which facts of a bead say the same; made once, printable) → the rules, each of which judges that
//! matching ([`Checker::check`], one version at a time, in any order and on any thread) → the consensus
//! ([`Checker::conclude`]), which gathers what several versions say of one thing, names the version out of step and
//! holds doubtful findings back.

mod address;
mod checker;
mod clauses;
mod consensus;
mod coverage;
mod cues;
mod draft;
mod hints;
mod links;
mod matching;
mod memory;
mod names;
mod nearby;
mod negations;
mod precedence;
mod repeats;
mod roles;
mod rules;
mod selection;
mod terms;
mod tongue;
mod view;
mod wording;

pub use checker::{Checker, Conclusion, VersionFindings};
pub use matching::{Bond, Difference, Matching, Missing, Tie};
pub use memory::{Memory, Repeat, Signature};
pub use rules::{find_rule, rules};
pub use selection::{Selection, UnknownRule};
