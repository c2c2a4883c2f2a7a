//! Numbers from digits and number words: `90 000`, `2.5 million`, `9万`, `zweihundertfünfzig`, `vingt et un mille`.

mod compound;
mod search;
mod sum;

use super::Bound;
use super::lexed::Lexed;
use crate::locale::{Hit, Kinds, Locale, Meaning};
use crate::tokens::TokenKind;
use rust_decimal::Decimal;
use sum::Sum;

pub(super) use sum::trailing_power_of_ten;

/// A number found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numeral {
    /// One past its last token.
    pub(super) end: usize,
    /// Its readings, the most likely first; weights sum to 1.
    pub(super) readings: Vec<(Decimal, f32)>,
    /// Whether it is written with digits, at least in part.
    pub(super) digits: bool,
    /// Whether it is nothing but one run of digits.
    pub(super) plain: bool,
    /// Of how many words it is made.
    pub(super) words: usize,
    /// By what the digits are multiplied (`2.5 million`); 1 where they are not.
    pub(super) scale: Decimal,
    /// Whether its last word is an ordinal.
    pub(super) ordinal: bool,
    /// A bound written within it (`200多万`).
    pub(super) bound: Option<Bound>,
}

impl Numeral {
    /// Takes in a magnitude behind it that ends before token `end`.
    pub(super) fn multiply(&mut self, value: Decimal, end: usize) {
        for (number, _) in &mut self.readings {
            *number = number.checked_mul(value).unwrap_or(*number);
        }
        self.end = end;
        self.plain = false;
    }
}

/// Whether a word is a number written solid, of at least two number words (`harmincöt`, which is no case of `harminc`).
pub(super) fn is_solid(locale: &Locale, word: &str) -> bool {
    locale.spells_numbers() && compound::is_whole(locale, word)
}

/// The number that a whole text spells, and whether it is an ordinal; `None` where it is anything else.
#[must_use]
pub fn number_in_words(text: &str, locale: &Locale) -> Option<(Decimal, bool)> {
    let lexed = Lexed::new(text, locale);
    // 第三, `thứ ba`, 三番目: the mark of an ordinal before or behind.
    let is_mark = |hit: &&Hit| matches!(hit.meaning, Meaning::OrdinalMark | Meaning::OrdinalWordMark);
    let marks = lexed.hits(0).iter().filter(is_mark).map(|hit| (hit.end, true));
    std::iter::once((0, false)).chain(marks).find_map(|(start, marked)| {
        let numeral = lexed.get(start).and_then(|_| read_from(&lexed, start, true))?;
        let value = numeral.readings.first()?.0;
        let is_whole = numeral.end == lexed.len();
        let marked_behind = lexed.hits(numeral.end).iter().filter(is_mark).any(|hit| hit.end == lexed.len());
        (is_whole || marked_behind).then_some((value, numeral.ordinal || marked || marked_behind))
    })
}

/// What a number is made of, in order.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Digits(Vec<(Decimal, f32)>),
    Number(Decimal),
    /// Tens that stand after their units.
    Plus(Decimal),
    Times(Decimal),
    /// Multiplies what follows.
    TimesNext(Decimal),
    Ordinal(Decimal),
    /// An ordinal of tens that stands after its units.
    PlusOrdinal(Decimal),
}

/// The number that begins with token `index`, as long as it goes.
pub(super) fn read(lexed: &Lexed<'_>, index: usize) -> Option<Numeral> {
    lexed.number(index, || read_from(lexed, index, false))
}

/// Whether a number may begin with a token, seen at a glance: with most words none does.
pub(super) fn may_begin(lexed: &Lexed<'_>, index: usize) -> bool {
    lexed.get(index).is_some_and(|token| token.kind != TokenKind::Word)
        || lexed.is_any(index, Kinds::NUMBER)
        || lexed.get(index).is_some() && compound::may_begin(lexed.locale, lexed.tokens.folded(index))
}

fn read_from(lexed: &Lexed<'_>, index: usize, literal: bool) -> Option<Numeral> {
    if !may_begin(lexed, index) || lexed.is_inside_word(index) {
        return None;
    }
    if let Some((readings, end)) = search::bare_digits(lexed, index) {
        let readings = readings.into_iter().map(|(value, weight)| (value.normalize(), weight)).collect();
        return Some(Numeral {
            end,
            readings,
            digits: true,
            plain: end == index + 1,
            words: 1,
            scale: Decimal::ONE,
            ordinal: false,
            bound: None,
        });
    }
    let found = search::longest(lexed, index, literal)?;
    let readings = evaluate(&found);
    if readings.is_empty() {
        return None;
    }
    let parts = found.parts;
    let digits = parts.iter().any(|part| matches!(part, Part::Digits(_)));
    let plain = matches!(parts.as_slice(), [Part::Digits(_)]) && found.end == index + 1;
    let scale = match parts.as_slice() {
        [Part::Digits(_), times @ ..] => times.iter().try_fold(Decimal::ONE, |scale, part| match part {
            Part::Times(value) => scale.checked_mul(*value),
            _ => None,
        }),
        _ => None,
    };
    Some(Numeral {
        end: found.end,
        readings,
        digits,
        plain,
        words: parts.len(),
        scale: scale.unwrap_or(Decimal::ONE),
        ordinal: parts.iter().any(|part| matches!(part, Part::Ordinal(_) | Part::PlusOrdinal(_))),
        bound: found.bound,
    })
}

/// The values of a number for each reading of the digits in it.
fn evaluate(found: &search::Found) -> Vec<(Decimal, f32)> {
    let parts = &found.parts;
    let Some(digits) = parts.iter().position(|part| matches!(part, Part::Digits(_))) else {
        return vec![(found.total.normalize(), 1.0)];
    };
    let Part::Digits(choices) = &parts[digits] else { return Vec::new() };
    let value = |number: Decimal| {
        let mut sum = Sum::default();
        for (index, part) in parts.iter().enumerate() {
            if index == digits {
                sum.number(number, true)
            } else {
                sum.part(part)
            };
        }
        sum.total()
    };
    let readings = choices.iter().filter_map(|(number, weight)| Some((value(*number)?.normalize(), *weight)));
    readings.collect()
}

#[cfg(test)]
mod tests {
    use super::super::lexed::read_through;
    use super::*;

    fn numbers(language: &str, text: &str) -> String {
        read_through(language, text, |lexed, index| {
            read(lexed, index).map(|numeral| (numeral.end, numeral.readings[0].0.to_string()))
        })
    }

    #[test]
    fn digits_with_magnitudes() {
        for (language, text, read) in [
            ("en", "2.5 million people, 10 billion", "2500000 10000000000"),
            ("fr", "plus de 200 millions et 1 milliard", "200000000 1000000000"),
            ("ja", "1億2千万人、9万校、3万5000、1000万人", "120000000 90000 35000 10000000"),
            ("zh", "2亿多人，9万所", "200000000 90000"),
            ("ko", "20만 명, 1천만, 1만 2500명, 4만 8천350", "200000 10000000 12500 48350"),
            ("pl", "90 tys. szkół, 10 mln", "90000 10000000"),
            ("hi", "90 हज़ार, 20 करोड़, 5 लाख", "90000 200000000 500000"),
            ("ar", "٩٠ ألف", "90000"),
            ("es", "2 mil millones", "2000000000"),
            ("en", "5½ hours and ½ cup", "5.5 0.5"),
        ] {
            assert_eq!(numbers(language, text), read, "{language}: {text}");
        }
    }

    #[test]
    fn spelled_out() {
        for (language, text, read) in [
            ("en", "two hundred fifty thousand and twenty-three", "250023"),
            ("fr", "quatre-vingt-dix mille, vingt et un, soixante et onze, mille cent", "90000 21 71 1100"),
            ("de", "zweihundertfünfzig, dreiundzwanzigtausend, zweihundert Millionen", "250 23000 200000000"),
            ("de", "zwei Millionen dreihunderttausend", "2300000"),
            ("fi", "viidestä kymmeneen ja viisikymmentä, kahdesta sataan, viisi tuhatta", "5 10 50 2 100 5000"),
            ("nl", "tweehonderdvijftig", "250"),
            ("da", "hundrede og treogtyve tusind", "123000"),
            ("sl", "sto triindvajset tisoč", "123000"),
            ("cs", "sto pětadvacet", "125"),
            ("es", "treinta y cinco mil, doscientos millones", "35000 200000000"),
            ("pt", "cento e vinte e cinco", "125"),
            ("it", "duecentomila", "200000"),
            ("ru", "двести миллионов, девяносто тысяч, двадцать три", "200000000 90000 23"),
            ("tr", "iki yüz milyon, ikiyüzelli", "200000000 250"),
            ("ja", "二億三千万", "230000000"),
            ("hi", "बीस करोड़, नब्बे हज़ार", "200000000 90000"),
            ("fi", "kaksisataa miljoonaa", "200000000"),
            ("en", "two, three or four", "2 3 4"),
        ] {
            assert_eq!(numbers(language, text), read, "{language}: {text}");
        }
    }

    fn words(language: &str, text: &str) -> String {
        let locale = Locale::of(&language.parse().expect("a valid tag"));
        match number_in_words(text, &locale) {
            Some((value, ordinal)) => format!("{value}{}", if ordinal { "." } else { "" }),
            None => "-".to_owned(),
        }
    }

    #[test]
    fn spellings_that_the_rules_do_not_have() {
        for (language, text, read) in [
            ("fr", "vingt et un", "21"),
            ("fr", "quatre vingts", "80"),
            ("fr", "quatre-vingt-dix mille", "90000"),
            ("fr", "QUATRE-VINGT-DIX", "90"),
            ("en", "one hundred five", "105"),
            ("en", "one thousand, two hundred and six", "1206"),
            ("nl", "tweeentwintig", "22"),
            ("nl", "twee\u{ad}ën\u{ad}twintig", "22"),
            ("de", "zweihundert\u{ad}fünfzig", "250"),
            ("de", "fuenfunddreissig", "35"),
            ("de", "fünf und zwanzig", "-"),
            ("es", "veintiún", "21"),
            ("es", "dieciseis", "16"),
            ("it", "ventitre", "23"),
            ("pl", "dziewiecdziesiat", "90"),
            ("hu", "harmincöt", "35"),
            ("ru", "двадцати трёх", "23"),
            ("ru", "двадцати трех", "23"),
            ("el", "πενήντα χιλιάδες", "50000"),
            ("el", "ΠΕΝΗΝΤΑ ΧΙΛΙΑΔΕΣ", "50000"),
            ("zh", "壹佰贰拾叁", "123"),
            ("zh", "廿三", "23"),
            ("zh", "二〇二四", "2024"),
            ("zh", "一百零一", "101"),
            ("ja", "二十億", "2000000000"),
            ("ja", "千百万", "11000000"),
            ("ur", "نوّے ہزار", "90000"),
            ("he", "עשרים ושש", "26"),
            ("vi", "năm nghìn", "5000"),
            ("vi", "sáu nghìn không trăm lẻ sáu", "6006"),
            ("ms", "dua belas ribu", "12000"),
            ("sw", "elfu mia moja na kumi", "110000"),
            ("sw", "elfu moja mia moja", "1100"),
            ("th", "หนึ่งพันล้าน", "1000000000"),
            ("pt", "um bilhão", "1000000000"),
            ("pt-PT", "um bilião", "1000000000000"),
            ("en", "five twenty", "-"),
            ("en", "twenty twelve", "-"),
        ] {
            assert_eq!(words(language, text), read, "{language}: {text}");
        }
    }

    #[test]
    fn ordinals_in_words() {
        for (language, text, read) in [
            ("en", "third", "3."),
            ("en", "twenty-third", "23."),
            ("en", "two hundredth", "200."),
            ("fr", "vingt et unième", "21."),
            ("fr", "quatre-vingt-dixième", "90."),
            ("de", "dritten", "3."),
            ("de", "dreizehnte", "13."),
            ("de", "zweihundertfünfundzwanzigster", "225."),
            ("nl", "eenentwintigste", "21."),
            ("es", "vigésimo primero", "21."),
            ("ru", "двадцать третьего", "23."),
            ("uk", "двадцять п’ятого", "25."),
            ("cs", "dvacátého pátého", "25."),
            ("bg", "трети", "3."),
            ("fi", "kahdeskymmenesviides", "25."),
            ("tr", "yirmi üçüncü", "23."),
            ("id", "kedua puluh satu", "21."),
            ("zh", "第三", "3."),
            ("ja", "三番目", "3."),
            ("vi", "thứ ba", "3."),
            ("bn", "পঞ্চম", "5."),
        ] {
            assert_eq!(words(language, text), read, "{language}: {text}");
        }
    }

    #[test]
    fn words_that_are_also_others_count_only_in_company() {
        for (language, text, read) in [
            ("ro", "nouă sute", "900"),
            ("vi", "hai triệu năm", "2000000"),
            ("vi", "năm 2020", "2020"),
            ("ko", "오천사백", "5400"),
            ("zh", "200多万", "2000000"),
            ("de", "2 Mrd. Euro, 20 Bio-Äpfel", "2000000000 20"),
        ] {
            assert_eq!(numbers(language, text), read, "{language}: {text}");
        }
    }
}
