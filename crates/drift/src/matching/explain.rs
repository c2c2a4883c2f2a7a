//! The matching as text, for people who chase a finding.

use super::{Bond, Difference, Matching, Missing, Tie};
use parallax_core::{Bead, Bitext, Version};
use std::fmt;

impl Matching {
    /// The matching as text, a bead a paragraph: which facts say the same, which differ, which stand alone. `bitext`
    /// must be the one that was matched.
    pub fn explain<'a>(&'a self, bitext: &'a Bitext<'a>) -> impl fmt::Display + 'a {
        Explanation { matching: self, bitext }
    }
}

struct Explanation<'a> {
    matching: &'a Matching,
    bitext: &'a Bitext<'a>,
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let beads = &self.bitext.alignment.segments;
        beads.iter().enumerate().try_for_each(|(index, bead)| self.bead(f, index, bead))
    }
}

impl Explanation<'_> {
    fn bead(&self, f: &mut fmt::Formatter<'_>, index: usize, bead: &Bead) -> fmt::Result {
        let Self { matching, bitext } = self;
        let in_bead = |target: bool, fact: &usize| matching.bead_of(target, *fact) == index;
        let sources: Vec<usize> = (0..bitext.source.facts.len()).filter(|fact| in_bead(false, fact)).collect();
        let targets: Vec<usize> = (0..bitext.target.facts.len()).filter(|fact| in_bead(true, fact)).collect();
        if sources.is_empty() && targets.is_empty() {
            return Ok(());
        }
        writeln!(f, "segments {:?} - {:?} (confidence {})", bead.source, bead.target, bead.confidence)?;
        for fact in sources {
            let left = shown(bitext.source, matching.segment_of(false, fact), fact);
            match matching.source()[fact] {
                Tie::Fact(other, bond) => {
                    let right = shown(bitext.target, matching.segment_of(true, other), other);
                    writeln!(f, "  {}: {left} | {right}", name_of(bond))?;
                }
                Tie::Parts => writeln!(f, "  in parts: {left} |")?,
                Tie::Alone(why) => writeln!(f, "  only source ({}): {left} |", reason(why))?,
            }
        }
        for fact in targets {
            let right = shown(bitext.target, matching.segment_of(true, fact), fact);
            match matching.target()[fact] {
                Tie::Fact(_, Bond::Same | Bond::Moved | Bond::Differs(_)) => {}
                Tie::Fact(other, bond @ Bond::Repeated) => {
                    let left = shown(bitext.source, matching.segment_of(false, other), other);
                    writeln!(f, "  {}: {left} | {right}", name_of(bond))?;
                }
                Tie::Parts => writeln!(f, "  in parts: | {right}")?,
                Tie::Alone(why) => writeln!(f, "  only target ({}): | {right}", reason(why))?,
            }
        }
        Ok(())
    }
}

fn name_of(bond: Bond) -> &'static str {
    match bond {
        Bond::Same => "same",
        Bond::Moved => "moved",
        Bond::Repeated => "repeated",
        Bond::Differs(Difference::Number) => "differs in number",
        Bond::Differs(Difference::Unit) => "differs in unit",
        Bond::Differs(Difference::Swapped) => "swapped",
        Bond::Differs(Difference::Vagueness) => "differs in precision",
        Bond::Differs(Difference::Value) => "differs",
    }
}

fn reason(why: Missing) -> &'static str {
    match why {
        Missing::Unsaid => "unsaid",
        Missing::NoCounterpart => "no counterpart",
        Missing::Unimportant => "not missed",
    }
}

/// The text of a fact with its readings: `“90 000” 90000`.
fn shown(version: &Version, segment: usize, index: usize) -> String {
    let fact = &version.facts[index];
    let text = &version.block_of(segment).text.as_str()[fact.range.range()];
    let readings: Vec<String> = fact.readings().map(|(value, weight)| format!("{value} {weight:.2}")).collect();
    format!("\u{201c}{text}\u{201d} {} {:?}", readings.join(", "), fact.salience)
}
