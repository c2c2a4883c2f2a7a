//! Rule-based number formats: CLDR's rules for spelling numbers out.
//!
//! A rule such as `100: ←← hundred[ →→];` says how to write 100 and what
//! follows until the next rule: first what is left of dividing by 100, then
//! " hundred", then, unless nothing remains, a space and the remainder.
//!
//! - [`rules`] reads rule texts into a tree.
//! - [`plural`] evaluates CLDR's plural rules, which some rules ask for.
//! - [`spell`] finds the rule for a number, and [`apply`] applies it and notes
//!   what each piece of the result stands for.
//! - [`tokens`] cuts the pieces into words.
//! - [`words`] sorts the words of many numbers into roles.
//!
//! The format is described in UTS #35, part 3, "Rule-Based Number Formatting".

mod apply;
#[cfg(test)]
mod check;
pub(crate) mod plural;
pub(crate) mod rules;
pub(crate) mod spell;
pub(crate) mod tokens;
pub(crate) mod words;
