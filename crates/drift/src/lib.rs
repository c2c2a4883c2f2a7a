//! Stand-in.
#![allow(missing_docs)]
use parallax_core::{Alignment, Bitext, Finding, RuleMeta, Version};
#[derive(Debug, Clone)]
pub struct Selection;
#[derive(Debug, Clone)]
pub struct UnknownRule(String);
impl std::fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "there is no rule `{}`", self.0)
    }
}
impl std::error::Error for UnknownRule {}
impl Selection {
    #[must_use]
    pub fn all() -> Self {
        Self
    }
    /// # Errors
    pub fn new(select: &[String], ignore: &[String]) -> Result<Self, UnknownRule> {
        for name in select.iter().chain(ignore) {
            find_rule(name)?;
        }
        Ok(Self)
    }
}
pub struct VersionFindings;
pub struct Conclusion {
    pub findings: Vec<Finding>,
    pub held_back: usize,
}
pub struct Checker;
impl Checker {
    #[must_use]
    pub fn new(_: Selection) -> Self {
        Self
    }
    #[must_use]
    pub fn check(&self, _: &Bitext<'_>, _: usize) -> VersionFindings {
        VersionFindings
    }
    #[must_use]
    pub fn conclude(&self, _: &[Version], _: &[Alignment], _: Vec<VersionFindings>) -> Conclusion {
        Conclusion { findings: Vec::new(), held_back: 0 }
    }
}
pub fn rules() -> impl Iterator<Item = &'static RuleMeta> {
    std::iter::empty()
}
/// # Errors
pub fn find_rule(name: &str) -> Result<&'static RuleMeta, UnknownRule> {
    rules().find(|rule| rule.code == name).ok_or_else(|| UnknownRule(name.to_owned()))
}
