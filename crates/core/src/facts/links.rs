//! Links, addresses, and identifiers: what is compared as it stands.

use super::lexed::Lexed;
use super::reader::Reader;
use super::{Fact, Salience, Value};
use crate::document::{Block, Inline, InlineKind};
use crate::fold::stands_alone;
use crate::locale::Kinds;
use crate::span::TextRange;

/// The inlines of a block, given out to its segments in the order of the text: each is looked at once, and once more for
/// every further segment that it goes on in.
#[derive(Debug)]
pub(super) struct Sweep<'a> {
    /// Those that may go on in the next segment.
    open: Vec<&'a Inline>,
    /// Those behind them, by where they begin.
    rest: &'a [Inline],
}

impl<'a> Sweep<'a> {
    pub(super) fn new(block: &'a Block) -> Self {
        Self { open: Vec::new(), rest: &block.inlines }
    }

    /// The links and the code that touch a segment, which begins where the last one began or behind it.
    pub(super) fn of(&mut self, segment: TextRange) -> impl Iterator<Item = &'a Inline> {
        let looked_at = || {
            #[cfg(test)]
            super::work::look();
        };
        self.open.retain(|inline| {
            looked_at();
            inline.range.end >= segment.start
        });
        while let Some((first, rest)) = self.rest.split_first().filter(|(it, _)| it.range.start <= segment.end) {
            looked_at();
            self.rest = rest;
            let says = !matches!(first.kind, InlineKind::Emphasis | InlineKind::Html);
            if says && first.range.end >= segment.start {
                self.open.push(first);
            }
        }
        self.open.iter().copied().filter(move |inline| touches(segment, inline.range))
    }
}

/// The destinations of the segment's links, and the code in it.
pub(super) fn read_inlines<'a>(reader: &mut Reader<'_>, inlines: impl Iterator<Item = &'a Inline>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Link { destination, destination_span } => {
                let mut fact = Fact::sure(Value::Link(destination.clone()), inline.range, Salience::Firm);
                fact.source_span = Some(*destination_span);
                reader.push(fact);
                // A link that shows its own destination says it once.
                if reader.block_text(inline.range).contains("://") {
                    reader.take_bytes(inline.range);
                }
            }
            InlineKind::Autolink => {
                let text = reader.block_text(inline.range).to_owned();
                reader.push(Fact::sure(Value::Link(text), inline.range, Salience::Firm));
                reader.take_bytes(inline.range);
            }
            InlineKind::Code => reader.code.push(inline.range),
            InlineKind::Emphasis | InlineKind::Html => {}
        }
    }
}

/// Whether an inline belongs to the segment; one without text (an image) to the segment it stands in or behind.
fn touches(segment: TextRange, range: TextRange) -> bool {
    if range.is_empty() { segment.start <= range.start && range.start <= segment.end } else { range.overlaps(segment) }
}

/// Bare URLs and e-mail addresses.
pub(super) fn read_addresses(reader: &mut Reader<'_>) {
    let text = reader.lexed.text;
    // What every address has.
    if !(text.contains("://") || text.contains("www.") || text.contains('@')) {
        return;
    }
    for (start, word) in words(text) {
        let Some((from, to)) = url(word).or_else(|| email(word)) else { continue };
        let range = reader.range(start + from, start + to);
        if reader.is_code(range) || reader.bytes_taken(start + from, start + to) {
            continue;
        }
        reader.push(Fact::sure(Value::Link(word[from..to].to_owned()), range, Salience::Firm));
        reader.take_bytes(range);
    }
}

/// Stretches of characters that addresses are made of (no white space, no letters of scripts without spaces).
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`');
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_part)?;
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |length| start + length);
        rest = end;
        Some((start, &text[start..end]))
    })
}

/// The URL in a word, without the punctuation behind it.
fn url(word: &str) -> Option<(usize, usize)> {
    let start = ["https://", "http://", "ftp://", "www."].iter().filter_map(|scheme| word.find(scheme)).min()?;
    Some((start, end_of_address(word, start)))
}

fn end_of_address(word: &str, start: usize) -> usize {
    let mut end = word.len();
    let has_bracket = word[start..].contains('(');
    while end > start {
        let last = word[..end].chars().next_back().unwrap_or(' ');
        let is_open_bracket_inside = last == ')' && has_bracket;
        if !matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '\'' | '*') || is_open_bracket_inside {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

/// The e-mail address in a word.
fn email(word: &str) -> Option<(usize, usize)> {
    let at = word.find('@')?;
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    let is_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let start = word[..at].rfind(|c| !is_local(c)).map_or(0, |before| before + 1);
    let end = word[at + 1..].find(|c| !is_domain(c)).map_or(word.len(), |length| at + 1 + length);
    let domain = word[at + 1..end].trim_end_matches(['.', '-']);
    let end = at + 1 + domain.len();
    let has_name = start < at && domain.split('.').count() >= 2 && domain.split('.').all(|label| !label.is_empty());
    has_name.then_some((start, end))
}

/// Product codes, which are read before anything looks for numbers in them.
pub(super) fn read_codes(reader: &mut Reader<'_>) {
    if !reader.lexed.has_digits() {
        return;
    }
    for index in 0..reader.lexed.len() {
        if !reader.lexed.is_taken(index)
            && let Some((end, shown)) = code(&reader.lexed, index).or_else(|| standard(&reader.lexed, index))
        {
            let range = reader.token_range(index, end);
            let salience = if is_name(reader.block_text(range)) { Salience::Soft } else { Salience::Firm };
            let fact = Fact::sure(Value::Identifier(shown), range, reader.salience(range, salience));
            reader.push_tokens(fact, index, end);
        }
    }
}

/// Whether a code is rather a name with a number in it, which translators render in their way (`ACE2`, `H1N1`, `A4`,
/// `COVID-19`): of at most two pieces and two digits. A product code, a standard or a flight has more of them.
fn is_name(written: &str) -> bool {
    let pieces = written.split(['-', '_', '.', '/', ' ', '\u{a0}']).count();
    pieces <= 2 && written.chars().filter(char::is_ascii_digit).count() <= 2
}

/// Identifiers made of digits, phone numbers and versions, at token `index`. Gives where it ends.
pub(super) fn identifier(lexed: &Lexed<'_>, index: usize) -> Option<(usize, String)> {
    phone(lexed, index).or_else(|| version(lexed, index))
}

/// A phone number, or another row of digit groups that is no grouped number (`978-3-16-148410-0`).
fn phone(lexed: &Lexed<'_>, index: usize) -> Option<(usize, String)> {
    if !lexed.is_digits(index) || (index > 0 && lexed.is_digits(index - 1) && is_glue(lexed.between(index - 1))) {
        return None;
    }
    let mut end = index + 1;
    while lexed.is_digits(end) && is_glue(lexed.between(end - 1)) && !lexed.is_taken(end) {
        end += 1;
    }
    let start = lexed.token(index).start;
    let plus =
        lexed.text[..start].trim_end_matches(['(', ' ']).ends_with('+') && lexed.text[..start].ends_with(['+', '(']);
    let digits: String = (index..end).map(|at| lexed.tokens.folded(at)).collect();
    let groups = end - index;
    let trunk = digits.starts_with('0') && groups >= 3;
    let hyphens = groups >= 4 && (index..end - 1).all(|at| matches!(lexed.between(at), "-" | "‑" | "–"));
    let is_long = if plus { digits.len() >= 7 } else { digits.len() >= 8 && (trunk || hyphens) };
    if !is_long || digits.len() > 17 {
        return None;
    }
    Some((end, if plus { format!("+{digits}") } else { digits }))
}

fn is_glue(between: &str) -> bool {
    let mut chars = between.chars();
    let count = between.chars().count();
    count <= 3
        && count > 0
        && chars.all(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '-' | '‑' | '–' | '.' | '/' | '(' | ')'))
        && between.chars().filter(|c| matches!(c, '.' | '/' | '-' | '–')).count() <= 1
        && !between.starts_with(". ")
}

/// Bodies whose standards are called by their initials and a number (ISO 9001, RFC 2119, ГОСТ 7.1).
const STANDARD_BODIES: &[&str] = &[
    "ANSI", "ASTM", "BS", "CISPR", "DIN", "ECMA", "EN", "ETSI", "GB", "GOST", "IEC", "IEEE", "ISO", "JIS", "KS", "NF",
    "NIST", "RFC", "TS", "UL", "UNE", "UNI", "ГОСТ", "ДСТУ", "СТБ",
];

/// The number of a standard behind the initials of its body, with at most a second body between (`DIN EN ISO 9001`).
fn standard(lexed: &Lexed<'_>, index: usize) -> Option<(usize, String)> {
    let is_body = |at: usize| STANDARD_BODIES.contains(&lexed.raw(at));
    // Bodies are written in capitals; most words are not.
    if !lexed.raw(index).starts_with(char::is_uppercase) || !is_body(index) {
        return None;
    }
    let near = |at: usize| lexed.get(at).is_some_and(|_| lexed.joins(at)) && !lexed.is_taken(at);
    let mut at = index + 1;
    while near(at) && is_body(at) {
        at += 1;
    }
    let is_number = near(at) && lexed.is_digits(at) && lexed.raw(at).len() >= 2;
    is_number.then(|| (at + 1, format!("{}{}", lexed.raw(at - 1), lexed.tokens.folded(at))))
}

/// A product code, model or standard: letters and digits of ASCII in one stretch (`NW-OR3-EU`, `COVID-19`, `H1N1`).
fn code(lexed: &Lexed<'_>, index: usize) -> Option<(usize, String)> {
    let token = lexed.token(index);
    // Codes begin with a capital; most words do not.
    if !lexed.text.as_bytes()[token.start].is_ascii_uppercase() {
        return None;
    }
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
    let rest = &lexed.text[token.start..];
    /// No code is longer; a row of dots and digits is none.
    const LONGEST: usize = 64;
    let end = rest.bytes().take(LONGEST + 1).position(|byte| !is_part(&byte));
    let end = end.or((rest.len() <= LONGEST).then_some(rest.len()))?;
    let stretch = &rest[..end];
    if !stretch.bytes().any(|byte| byte.is_ascii_digit()) || !lexed.raw(index).is_ascii() {
        return None;
    }
    let stretch = stretch.trim_end_matches(['-', '_', '.', '/']);
    let is_part_of_word = |c: char| c.is_alphanumeric() && !stands_alone(c) || matches!(c, '-' | '_');
    if lexed.text[..token.start].chars().next_back().is_some_and(is_part_of_word) {
        return None;
    }
    // The code proper ends at a hyphen behind which there is no digit and no capital (`COVID-19-Pandemie`).
    let mut kept = "";
    for (at, _) in stretch.match_indices(['-', '_', '.', '/']).chain([(stretch.len(), "")]) {
        let piece = stretch[..at].rsplit(['-', '_', '.', '/']).next().unwrap_or_default();
        let is_code_like = !piece.is_empty() && !piece.bytes().any(|byte| byte.is_ascii_lowercase());
        let starts = kept.is_empty() && !piece.is_empty();
        if !(starts || is_code_like) {
            break;
        }
        kept = &stretch[..at];
    }
    let digit_at = kept.find(|c: char| c.is_ascii_digit())?;
    let has_letter_first = kept[..digit_at].bytes().any(|byte| byte.is_ascii_uppercase());
    let switches =
        kept.bytes().zip(kept.bytes().skip(1)).any(|(a, b)| a.is_ascii_alphabetic() != b.is_ascii_alphabetic());
    // `iPhone12` and `Windows/10` are names with a number; `A4` and `NW-OR3` are codes.
    let letters_are_capitals = kept.bytes().filter(u8::is_ascii_alphabetic).all(|byte| byte.is_ascii_uppercase());
    if !(has_letter_first && switches && letters_are_capitals) {
        return None;
    }
    let kept = &rest[..kept.len() + decimals(lexed, kept, &rest[kept.len()..])];
    let stop = token.start + kept.len();
    let end = (index..lexed.len()).find(|at| lexed.token(*at).start >= stop).unwrap_or(lexed.len());
    // `PM2.5` and `PM2,5` hold the number 2.5.
    let is_digit = |at: Option<usize>| at.and_then(|at| kept.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let is_point = |at: usize| is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    let shown = kept.char_indices().filter_map(|(at, c)| match c {
        '.' | ',' if is_point(at) => Some('.'),
        c => c.is_ascii_alphanumeric().then_some(c),
    });
    Some((end, shown.collect()))
}

/// How many bytes of `behind` are the decimals of a name that ends in letters and digits (`PM2`): languages write the
/// number in it with their own decimal comma (`PM2,5`).
fn decimals(lexed: &Lexed<'_>, name: &str, behind: &str) -> usize {
    /// Names have short numbers.
    const MOST: usize = 2;
    let has_comma = lexed.locale.symbols('0').decimal == ',' && behind.starts_with(',');
    let whole = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let named = name[..name.len() - whole].ends_with(|c: char| c.is_ascii_uppercase());
    let length = behind.bytes().skip(1).take_while(u8::is_ascii_digit).count();
    // A list goes on (`A4,5,6`).
    let ends = || !behind[1 + length..].starts_with(|c: char| c.is_alphanumeric() || c == ',');
    let fits = has_comma && named && (1..=MOST).contains(&whole) && (1..=MOST).contains(&length) && ends();
    if fits { 1 + length } else { 0 }
}

/// A version number: `2.4.1`, `v2.4`.
fn version(lexed: &Lexed<'_>, index: usize) -> Option<(usize, String)> {
    /// No version has more.
    const MOST_GROUPS: usize = 32;
    let mut first = index;
    let marked = lexed.raw(index).eq_ignore_ascii_case("v");
    if marked {
        first += 1;
        if lexed.get(first)?.gap != crate::tokens::Gap::None {
            return None;
        }
    }
    if !lexed.is_digits(first) {
        return None;
    }
    let mut end = first + 1;
    while end - first <= MOST_GROUPS && lexed.is_digits(end) && lexed.between(end - 1) == "." {
        end += 1;
    }
    let groups = end - first;
    if groups > MOST_GROUPS {
        return None;
    }
    let thousands = groups > 1 && (first + 1..end).all(|at| lexed.raw(at).chars().count() == 3);
    let is_version = if marked { groups >= 1 } else { groups >= 3 && !thousands };
    let shown: Vec<&str> = (first..end).map(|at| lexed.tokens.folded(at)).collect();
    is_version.then(|| (end, shown.join(".")))
}

/// Whether a segment may state a number, date or time at all.
pub(super) fn may_hold_numbers(lexed: &Lexed<'_>) -> bool {
    // The endings of ordinals (`a`, `e`) are words everywhere.
    lexed.has_digits() || !lexed.holds_only(Kinds::ORDINAL_AFFIX) || lexed.locale.spells_numbers()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn addresses_end_before_punctuation() {
        let cut = |word: &str, found: Option<(usize, usize)>| found.map(|(from, to)| word[from..to].to_owned());
        for (word, wanted) in [
            ("https://a.org/b).", "https://a.org/b"),
            ("(https://a.org/b_(c))", "https://a.org/b_(c))"),
            ("www.a.org,", "www.a.org"),
        ] {
            assert_eq!(cut(word, url(word)).as_deref(), Some(wanted), "{word}");
        }
        assert_eq!(cut("<a@b.org>.", email("<a@b.org>.")).as_deref(), Some("a@b.org"));
        assert_eq!(email("@user"), None);
        assert_eq!(email("a@b"), None);
    }

    #[test]
    fn identifiers_are_told_from_numbers() {
        let locale = Locale::of(&"en".parse().expect("a valid tag"));
        for (text, wanted) in [
            ("NW-OR3-EU is", Some("NWOR3EU")),
            ("COVID-19-Pandemie", Some("COVID19")),
            ("A4 paper", Some("A4")),
            ("33 1 99 00 42 17", None),
            ("01 99 00 42 17", Some("0199004217")),
            ("978-3-16-148410-0", Some("9783161484100")),
            ("2.4.1 is out", Some("2.4.1")),
            ("v2 is out", Some("2")),
            ("1.234.567 people", None),
            ("2020 was", None),
            ("iPhone12 is", None),
            ("USB-C", None),
        ] {
            let lexed = Lexed::new(text, &locale);
            let found = code(&lexed, 0).or_else(|| identifier(&lexed, 0));
            assert_eq!(found.map(|(_, shown)| shown).as_deref(), wanted, "{text}");
        }
        let german = Locale::of(&"de".parse().expect("a valid tag"));
        for (locale, text, wanted) in [
            (&locale, "PM2.5 levels", Some("PM2.5")),
            (&german, "PM2,5-Werte", Some("PM2.5")),
            (&german, "PM2.5-Werte", Some("PM2.5")),
            (&locale, "PM2,5", Some("PM2")),
            (&german, "A4,5,6", Some("A4")),
            (&german, "A4, 5", Some("A4")),
            (&german, "NW-3,5", Some("NW3")),
        ] {
            let lexed = Lexed::new(text, locale);
            assert_eq!(code(&lexed, 0).map(|(_, shown)| shown).as_deref(), wanted, "{text}");
        }
        let lexed = Lexed::new("+33 1 99 00 42 17", &locale);
        assert_eq!(identifier(&lexed, 0), Some((6, "+33199004217".to_owned())));
    }
}
