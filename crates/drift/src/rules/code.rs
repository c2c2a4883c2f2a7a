//! Numbers in the code beside a sentence: code is copied, not translated, so it tells which version's text is wrong.

use crate::view::View;
use parallax_core::{BlockKind, InlineKind, Version};
use rust_decimal::Decimal;

/// How many characters of code a message quotes at most.
const QUOTED: usize = 40;

/// Which version's text the code contradicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Whether it is the version's (`true`) or the pivot's.
    pub(crate) target: bool,
    /// The code, as a message quotes it.
    pub(crate) code: String,
    /// The number that both sides' code has.
    pub(crate) number: Decimal,
}

/// What the code beside two segments says of two numbers that stand for each other and differ. It tells something where
/// both sides' code has one of them and neither has the other.
pub(crate) fn verdict(view: &View<'_>, segments: [usize; 2], numbers: [Decimal; 2]) -> Option<Verdict> {
    if numbers[0] == numbers[1] {
        return None;
    }
    let codes = [beside(view.side(false), segments[0]), beside(view.side(true), segments[1])];
    if codes.iter().any(Vec::is_empty) {
        return None;
    }
    let holding = |side: usize, number: Decimal| codes[side].iter().find(|code| holds(code, number)).copied();
    let everywhere = |number: Decimal| holding(0, number).zip(holding(1, number));
    let nowhere = |number: Decimal| holding(0, number).is_none() && holding(1, number).is_none();
    let wrong =
        [1, 0].into_iter().find(|wrong| nowhere(numbers[*wrong]) && everywhere(numbers[1 - *wrong]).is_some())?;
    let number = numbers[1 - wrong];
    // The code is quoted from the version whose text is wrong.
    holding(wrong, number).map(|code| Verdict { target: wrong == 1, code: cut(code, number), number })
}

/// The code of a segment's block, and of the block behind it where that is nothing but code: what is explained stands
/// before it.
fn beside(version: &Version, segment: usize) -> Vec<&str> {
    let own = version.segments[segment].block;
    let blocks = &version.document.blocks;
    let spans = |block: usize| {
        let block = &blocks[block];
        let codes = block.inlines.iter().filter(|inline| inline.kind == InlineKind::Code);
        codes.map(|code| &block.text.as_str()[code.range.range()])
    };
    let mut codes: Vec<&str> = spans(own).collect();
    if let Some(next) = blocks.get(own + 1) {
        let text = next.text.as_str();
        if next.kind == BlockKind::Code {
            codes.push(text);
        } else if spans(own + 1).map(str::len).sum::<usize>() >= text.trim().len() {
            codes.extend(spans(own + 1));
        }
    }
    codes
}

/// Whether a piece of code has a number: one of its own (`HEAD~5`, `--retries=5`, `-n5`, `20s`), no part of a name or of a
/// version (`sha256`, `2.4.1`).
fn holds(code: &str, number: Decimal) -> bool {
    numbers(code).any(|(_, found)| found == number)
}

/// The numbers in a piece of code, each with the byte where it begins.
fn numbers(code: &str) -> impl Iterator<Item = (usize, Decimal)> + '_ {
    let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == '_';
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + code[from..].find(|c: char| c.is_ascii_digit())?;
            let length = code[start..].find(|c| !is_part(c)).unwrap_or(code.len() - start);
            from = start + length;
            let before = &code[..start];
            let is_flag = || {
                let name = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
                name.ends_with('-') && before.len() - name.len() == 1 && !name.ends_with("--")
            };
            // A unit may follow, a name not: `20s`, `30min`, `4th_place`.
            let joined = before.ends_with(|c: char| c.is_alphabetic() || is_part(c)) && !is_flag();
            let written: String = code[start..from].trim_end_matches('.').chars().filter(|c| *c != '_').collect();
            match written.parse::<Decimal>() {
                Ok(number) if !joined => return Some((start, number)),
                _ => {}
            }
        }
    })
}

/// The line of the code that has the number, cut around it where it is long.
fn cut(code: &str, number: Decimal) -> String {
    let lines = code.lines().find(|line| holds(line, number)).unwrap_or(code).trim();
    let count = lines.chars().count();
    let Some((at, _)) = numbers(lines).find(|(_, found)| *found == number).filter(|_| count > QUOTED) else {
        return lines.to_owned();
    };
    let before = lines[..at].chars().count();
    let skipped = before.saturating_sub(QUOTED / 2).min(count - QUOTED);
    let kept: String = lines.chars().skip(skipped).take(QUOTED).collect();
    let (open, close) = (if skipped > 0 { "…" } else { "" }, if skipped + QUOTED < count { "…" } else { "" });
    format!("{open}{}{close}", kept.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_code_are_its_own() {
        let found = |code: &str| numbers(code).map(|(_, number)| number.to_string()).collect::<Vec<_>>();
        assert_eq!(found("git log HEAD~5..HEAD"), ["5"]);
        assert_eq!(found("tool --wait 20s --retries=4 -n12 -x 0.5"), ["20", "4", "12", "0.5"]);
        assert_eq!(found("sleep(1_000)"), ["1000"]);
        assert!(found("sha256 utf8 v2.4.1 --level2").is_empty(), "{:?}", found("sha256 utf8 v2.4.1 --level2"));
    }

    #[test]
    fn long_code_is_cut_around_the_number() {
        let five = Decimal::from(5);
        assert_eq!(cut("larch list HEAD~5", five), "larch list HEAD~5");
        let long = format!("{}\n{} --last 5 {}", "first line", "x".repeat(60), "y".repeat(60));
        let cut = cut(&long, five);
        assert!(cut.starts_with('…') && cut.ends_with('…') && cut.contains("--last 5 "), "{cut}");
        assert!(cut.chars().count() <= QUOTED + 2, "{cut}");
    }
}
