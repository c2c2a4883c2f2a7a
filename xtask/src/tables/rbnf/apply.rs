//! Apply one rule to a number, and say what the rule's own text stands for.

use super::rules::{Part, Rule, Sub, Target};
use super::spell::{Kind, Piece, Reached, Speller};
use crate::error::Result;

/// A rule at work on a number.
pub(crate) struct Application<'a> {
    speller: &'a Speller<'a>,
    rule: &'a Rule,
    set: &'a str,
    number: u64,
    reached: Reached,
    shape: Shape,
}

/// What the rule consists of, which tells the meaning of its text.
struct Shape {
    quotient: bool,
    remainder: bool,
    same: bool,
    /// There is text of the rule's own, outside brackets.
    worded: bool,
    /// Some of it follows the quotient.
    worded_after_quotient: bool,
}

/// Where in its rule a text stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// In brackets together with a substitution.
    linking: bool,
    after_quotient: bool,
    after_same: bool,
    after_remainder: bool,
}

impl Shape {
    fn of(rule: &Rule) -> Self {
        let is_word = |part: &Part| match part {
            Part::Text(text) => has_letters(text),
            part => matches!(part, Part::Plural(_)),
        };
        let quotient = rule.parts.iter().position(|part| matches!(part, Part::Sub(Sub::Quotient, _)));
        Self {
            quotient: quotient.is_some(),
            remainder: contains(&rule.parts, Sub::Remainder),
            same: contains(&rule.parts, Sub::Same),
            worded: rule.parts.iter().any(is_word),
            worded_after_quotient: quotient.is_some_and(|at| rule.parts[at..].iter().any(is_word)),
        }
    }
}

impl<'a> Application<'a> {
    pub(crate) fn new(speller: &'a Speller<'a>, rule: &'a Rule, set: &'a str, number: u64, reached: Reached) -> Self {
        Self { speller, rule, set, number, reached, shape: Shape::of(rule) }
    }

    /// Append what the rule writes. False when it comes to digits.
    pub(crate) fn run(&self, out: &mut Vec<Piece>) -> Result<bool> {
        self.parts(&self.rule.parts, Place::default(), out)
    }

    fn parts(&self, parts: &[Part], mut place: Place, out: &mut Vec<Piece>) -> Result<bool> {
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::Plural(choices) => {
                    let category = self.speller.category(self.number / self.rule.divisor)?;
                    text.push_str(choose(choices, category));
                }
                Part::Sub(sub, target) => {
                    self.flush(&mut text, place, out);
                    place.after_quotient |= *sub == Sub::Quotient;
                    place.after_same |= *sub == Sub::Same;
                    place.after_remainder |= *sub == Sub::Remainder;
                    if !self.substitute(*sub, target, out)? {
                        return Ok(false);
                    }
                }
                Part::Optional(inner) => {
                    self.flush(&mut text, place, out);
                    let Rule { base, divisor, .. } = *self.rule;
                    let exact = base.is_multiple_of(divisor) && self.number.is_multiple_of(divisor);
                    let linking = inner.iter().any(|part| matches!(part, Part::Sub(..)));
                    if !exact {
                        if !self.parts(inner, Place { linking, ..place }, out)? {
                            return Ok(false);
                        }
                        place.after_remainder |= contains(inner, Sub::Remainder);
                    }
                }
            }
        }
        self.flush(&mut text, place, out);
        Ok(true)
    }

    /// Turn the text gathered so far into a piece.
    fn flush(&self, text: &mut String, place: Place, out: &mut Vec<Piece>) {
        if text.is_empty() {
            return;
        }
        let (kind, value) = self.meaning(place);
        let scale = self.reached.scale;
        let value = value.saturating_mul(scale);
        out.push(Piece {
            text: std::mem::take(text),
            kind,
            value,
            scaled: scale > 1,
            after_remainder: place.after_remainder,
        });
    }

    /// What the rule's own text stands for.
    fn meaning(&self, place: Place) -> (Kind, u64) {
        let Rule { base, divisor, .. } = *self.rule;
        let rounded = base - base % divisor;
        if place.linking {
            (Kind::Link, 0)
        } else if self.shape.quotient {
            match (place.after_quotient, self.shape.worded_after_quotient) {
                (true, _) => (Kind::Times, divisor),
                (false, false) => (Kind::TimesNext, divisor),
                (false, true) => (Kind::Link, 0),
            }
        } else if self.shape.remainder && rounded > 0 {
            // The remainder is written elsewhere; this text is the rest.
            (Kind::Unit, rounded)
        } else if place.after_same {
            (Kind::Ending, 0)
        } else if self.shape.remainder || self.shape.same {
            (Kind::Link, 0)
        } else if self.number == 0 && self.reached.remainder {
            (Kind::Ending, 0)
        } else if self.number == base {
            (Kind::Unit, base)
        } else if self.reached.scale > 1 {
            // One text for several thousands: it means "thousand".
            (Kind::Times, 1)
        } else {
            // One text for several numbers cannot stand for any of them.
            (Kind::Link, 0)
        }
    }

    /// Write the number a substitution stands for.
    fn substitute(&self, sub: Sub, target: &Target, out: &mut Vec<Piece>) -> Result<bool> {
        let set = match target {
            Target::Own => self.set,
            Target::Set(name) => name,
            Target::Digits => return Ok(false),
        };
        let divisor = self.rule.divisor;
        let unworded_quotient = sub == Sub::Quotient && !self.shape.worded;
        let mut reached = self.reached;
        reached.depth += 1;
        let number = match sub {
            Sub::Same => self.number,
            Sub::Remainder => {
                reached.remainder = true;
                self.number % divisor
            }
            Sub::Quotient => {
                reached.remainder = false;
                reached.scale = if unworded_quotient { reached.scale.saturating_mul(divisor) } else { 1 };
                self.number / divisor
            }
        };
        let start = out.len();
        let complete = self.speller.apply(number, set, reached, out)?;
        if unworded_quotient {
            self.settle(number, &mut out[start..]);
        }
        Ok(complete)
    }

    /// A quotient written with several words, such as Irish "dhá mhíle" (two
    /// thousand), was scaled word by word, which is wrong. Either the words
    /// add up to the quotient, and only the last one means "thousand", or all
    /// of them do. Where neither fits, nothing is known of them.
    fn settle(&self, quotient: u64, pieces: &mut [Piece]) {
        if pieces.iter().filter(|piece| has_letters(&piece.text)).count() < 2 {
            return;
        }
        let scale = self.rule.divisor;
        let is_word = |piece: &&mut Piece| matches!(piece.kind, Kind::Unit | Kind::Times);
        let mut words: Vec<&mut Piece> = pieces.iter_mut().filter(is_word).collect();
        let sum = |words: &[&mut Piece]| words.iter().map(|piece| piece.value / scale).sum::<u64>();
        let multiplier = match words.split_last() {
            Some((_, others)) if sum(others) == quotient => words.pop(),
            _ if sum(&words) == quotient => None,
            _ => {
                words.into_iter().for_each(|piece| (piece.kind, piece.value) = (Kind::Link, 0));
                return;
            }
        };
        if let Some(piece) = multiplier {
            (piece.kind, piece.value) = (Kind::Times, scale.saturating_mul(self.reached.scale));
        }
        for piece in words {
            piece.value /= scale;
            piece.scaled = self.reached.scale > 1;
        }
    }
}

/// Whether there is such a substitution, also inside brackets.
pub(crate) fn contains(parts: &[Part], wanted: Sub) -> bool {
    parts.iter().any(|part| match part {
        Part::Sub(sub, _) => *sub == wanted,
        Part::Optional(inner) => contains(inner, wanted),
        _ => false,
    })
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn choose<'a>(choices: &'a [(String, String)], category: &str) -> &'a str {
    let find = |wanted: &str| choices.iter().find(|(name, _)| name == wanted);
    find(category).or_else(|| find("other")).map_or("", |(_, text)| text)
}
