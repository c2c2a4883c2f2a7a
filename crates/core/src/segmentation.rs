//! Sentences: the Unicode rules (UAX #29), and what they do not know.
//!
//! The library breaks after `M.` of *M. Dupont*, `z.` of *z. B.*, the ordinal of *5. Mai* and inside *« Bonjour ! »*.
//! A layer over it takes those breaks back, by each language's abbreviations and by what follows the break.

use crate::fold::{digit_value, fold};
use crate::locale::{Locale, Meaning};
use crate::span::TextRange;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use icu_segmenter::{SentenceSegmenter, SentenceSegmenterBorrowed};

/// The sentences of `text`, without white space at their ends; none is empty, and together they hold everything
/// that is not white space. No sentence ends inside one of the `opaque` ranges (code spans, addresses).
#[must_use]
pub fn sentences(text: &str, locale: &Locale, opaque: &[TextRange]) -> Vec<TextRange> {
    let segmenter: SentenceSegmenterBorrowed<'static> =
        SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut breaks: Vec<usize> = segmenter.segment_str(text).collect();
    add_own_terminators(text, locale, &mut breaks);
    let mut out = Vec::new();
    let mut start = 0;
    for at in breaks {
        let at = after_closers(text, before_openers(text, at));
        if at <= start {
            continue;
        }
        if at < text.len() && !is_end(text, start, at, locale, opaque) {
            continue;
        }
        push_trimmed(text, start, at, &mut out);
        start = at;
    }
    push_trimmed(text, start, text.len(), &mut out);
    out
}

fn push_trimmed(text: &str, start: usize, end: usize, out: &mut Vec<TextRange>) {
    let whole = &text[start..end];
    let trimmed = whole.trim();
    if !trimmed.is_empty() {
        let from = start + (whole.len() - whole.trim_start().len());
        out.push(TextRange::new(from, from + trimmed.len()));
    }
}

/// Breaks at sentence ends that the Unicode rules do not know: an ellipsis written as one character, and what is one
/// in this language only (the Greek question mark `;`).
fn add_own_terminators(text: &str, locale: &Locale, breaks: &mut Vec<usize>) {
    for terminator in locale.knowledge().terminators.iter().chain(&["…"]) {
        for (at, found) in text.match_indices(terminator) {
            let end = after_closers(text, at + found.len());
            // An omission stands in brackets or between spaces, and ends nothing: `[…]`, `the … Act`.
            let is_attached = text[..at].ends_with(|c: char| !c.is_whitespace() && !is_opening(c));
            let next = text[end..].trim_start_matches(|c: char| c.is_whitespace() || is_opening(c));
            if is_attached && text[end..].starts_with(char::is_whitespace) && next.starts_with(char::is_uppercase) {
                breaks.push(end);
            }
        }
    }
    breaks.sort_unstable();
    breaks.dedup();
}

/// Moves a break before opening brackets that stand right behind the sentence's end, where no spaces are written
/// (`。「`); the Unicode rules take all brackets and quotes there for closing ones.
fn before_openers(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end_matches(['「', '『', '（', '《', '〈', '【', '〔']);
    // `“` closes a quotation in German; behind a full-width stop it opens one.
    let quote = before.trim_end_matches(['“', '‘']);
    if quote.ends_with(['。', '！', '？']) { quote.len() } else { before.len() }
}

/// Moves a break behind closing quotes and brackets that belong to the sentence before it (`Bonjour ! »`). One that
/// stands behind a space and right before a word opens the next sentence (`”Nej!”`, `»Nej!«`).
fn after_closers(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let mut end = at;
    let mut spaced = text[..at].ends_with(char::is_whitespace);
    for (offset, c) in rest.char_indices() {
        let behind = offset + c.len_utf8();
        match c {
            '»' | '”' | '’' | '›' if spaced && rest[behind..].starts_with(char::is_alphanumeric) => break,
            '»' | '”' | '’' | '」' | '』' | ')' | '）' | ']' | '】' | '›' => end = at + behind,
            c if c.is_whitespace() => spaced = true,
            _ => break,
        }
    }
    end
}

fn is_end(text: &str, start: usize, at: usize, locale: &Locale, opaque: &[TextRange]) -> bool {
    if opaque.iter().any(|range| range.start < at && at < range.end) {
        return false;
    }
    let before = text[start..at].trim_end();
    let after = text[at..].trim_start();
    let is_quote = |c: &char| is_opening(*c) || matches!(c, '»' | '”' | '’' | '›');
    let Some(next) = after.chars().find(|c| !is_quote(c)) else { return !after.is_empty() };
    if is_list_marker(before) {
        return false;
    }
    // A sentence does not start with a small letter: `Yahoo! is`, `« Ah ! » dit-il`.
    if next.is_lowercase() {
        return false;
    }
    // A quotation that goes on: 「…。」と.
    if before.ends_with(['」', '』']) && after.starts_with(['と', 'っ']) {
        return false;
    }
    let Some(stem) = before.strip_suffix('.') else { return true };
    // Letters without case may follow a full stop at once: ق.م., ए.सी.
    if text[start..at].ends_with('.') && text[at..].starts_with(char::is_alphanumeric) {
        return false;
    }
    let word_start = stem
        .rfind(|c: char| c.is_whitespace() || is_opening(c))
        .map_or(0, |space| space + stem[space..].chars().next().map_or(1, char::len_utf8));
    let word = &stem[word_start..];
    if let Some(goes_on) = goes_on_after_abbreviation(before, word_start, after, locale) {
        return !goes_on;
    }
    // A capital begins a sentence behind a date; letters without case tell nothing.
    let goes_on = after.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase()) && ends_in_date(before);
    let is_ordinal = is_ordinal(word, locale) && after.starts_with(char::is_alphabetic);
    !(is_initial(word, stem, word_start) || is_ordinal || goes_on || is_within_date(before, after, locale))
}

/// A number of a date in figures, and whether a full stop stands behind it.
type Figure = (u32, usize, bool);

/// The numbers with full stops with which a text ends, at most three, in order.
fn last_figures(text: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut rest = text.trim_end();
    while found.len() < 3 {
        let Some(stem) = rest.strip_suffix('.') else { break };
        let before = stem.trim_end_matches(|c| digit_value(c).is_some());
        let Some((value, length)) = figure(&stem[before.len()..]) else { break };
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '/')) {
            break;
        }
        found.push((value, length, true));
        rest = before.trim_end();
    }
    found.reverse();
    found
}

/// The numbers with which a text begins, at most two: the last one may have no full stop.
fn first_figures(text: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut rest = text;
    while found.len() < 2 {
        let behind = rest.trim_start_matches(|c| digit_value(c).is_some());
        let Some((value, length)) = figure(&rest[..rest.len() - behind.len()]) else { break };
        let stopped = behind.starts_with('.');
        found.push((value, length, stopped));
        if !stopped {
            break;
        }
        rest = behind[1..].trim_start();
    }
    found
}

/// The value of at most four digits, and how many they are.
fn figure(digits: &str) -> Option<(u32, usize)> {
    let length = digits.chars().count();
    let value = digits.chars().take(5).try_fold(0, |value, c| Some(value * 10 + u32::from(digit_value(c)?)))?;
    (1..=4).contains(&length).then_some((value, length))
}

fn is_year((value, length, _): &Figure) -> bool {
    *length == 4 && (1000..3000).contains(value)
}

fn is_of_month((value, length, _): &Figure, most: u32) -> bool {
    *length <= 2 && (1..=most).contains(value)
}

/// `2020. 12. 31.`
fn ends_in_date(before: &str) -> bool {
    matches!(last_figures(before).as_slice(), [year, month, day]
        if is_year(year) && is_of_month(month, 12) && is_of_month(day, 31))
}

/// Whether a full stop stands within a date in figures: `2020. 12. 31.`, `31. 12. 2020`; `31. 12.` in languages that
/// write ordinals so.
fn is_within_date(before: &str, after: &str, locale: &Locale) -> bool {
    if !after.starts_with(|c| digit_value(c).is_some()) {
        return false;
    }
    let (left, right) = (last_figures(before), first_figures(after));
    let figures: Vec<&Figure> = left.iter().chain(&right).collect();
    let dates = (0..left.len()).filter_map(|from| figures.get(from..from + 3).filter(|_| from + 3 > left.len()));
    let whole = |date: &[&Figure]| match date {
        [a, b, c] => {
            let year_first = is_year(a) && is_of_month(b, 12) && is_of_month(c, 31) && c.2;
            year_first || is_of_month(a, 31) && is_of_month(b, 12) && b.2 && is_year(c)
        }
        _ => false,
    };
    let short = || match (left.last(), right.first()) {
        (Some(day), Some(month)) => is_of_month(day, 31) && is_of_month(month, 12) && month.2,
        _ => false,
    };
    dates.into_iter().any(whole) || locale.knowledge().ordinal_dot && short()
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '«' | '“' | '„' | '"' | '(' | '[' | '‘' | '\'' | '¿' | '¡' | '「' | '『' | '（' | '‹' | '\u{a0}' | '\u{202f}'
    )
}

/// `1.`, `a)`, `IV.`, `•` and nothing else so far.
fn is_list_marker(before: &str) -> bool {
    let marker = before.trim_start().trim_end_matches(['.', ')']);
    let is_marker = marker.chars().count() <= 4
        && (marker.chars().all(|c| digit_value(c).is_some())
            || marker.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
            || marker.chars().count() == 1 && marker.chars().all(char::is_alphabetic));
    is_marker && before.ends_with(['.', ')']) || matches!(marker, "•" | "-" | "–" | "*")
}

/// A capital letter that stands for a name: `J. Dupont`. At the end of *Plan B.* nothing follows that shows it, so
/// a word before it in small letters keeps the break.
fn is_initial(word: &str, stem: &str, word_start: usize) -> bool {
    let mut chars = word.chars();
    let (Some(letter), None) = (chars.next(), chars.next()) else { return false };
    if !letter.is_uppercase() {
        return false;
    }
    let previous = stem[..word_start].split_whitespace().next_back();
    previous
        .is_none_or(|word| !word.starts_with(char::is_lowercase) || word.ends_with('.') || word.chars().count() <= 3)
}

/// A number of one or two digits before a full stop, in languages that write ordinals so: *5. Mai*.
fn is_ordinal(word: &str, locale: &Locale) -> bool {
    locale.knowledge().ordinal_dot && word.chars().count() <= 2 && word.chars().all(|c| digit_value(c).is_some())
}

/// Whether a sentence goes on behind the abbreviation that ends `before`; `None` where there is none. Abbreviations of
/// several words (`z. B.`) reach further back than the last one; the longest decides.
fn goes_on_after_abbreviation(before: &str, word_start: usize, after: &str, locale: &Locale) -> Option<bool> {
    /// `a. de J. C.`
    const MOST_WORDS: usize = 4;
    let begins = after.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    let may_end = begins && !starts_with_currency(after, locale);
    let knowledge = locale.knowledge();
    let mut longest = None;
    let mut from = word_start;
    for _ in 0..MOST_WORDS {
        let candidate = before[from..].trim_start_matches(is_opening);
        let joined = candidate.replace(['\u{a0}', '\u{202f}'], " ");
        let after_article = candidate.rsplit(['’', '\'']).next().unwrap_or(candidate);
        // The first word of a sentence has a capital (`Ca. 5`).
        let begins = before.trim_start_matches(|c: char| c.is_whitespace() || is_opening(c)).len() == candidate.len();
        let small = if begins { with_small_initial(&joined) } else { String::new() };
        for form in [joined.as_str(), after_article, small.as_str()] {
            if knowledge.abbreviations.binary_search(&form).is_ok() {
                // One that may end a sentence does so before a capital.
                longest = Some(!(may_end && knowledge.ending.binary_search(&form).is_ok()));
            }
        }
        match before[..from].trim_end().rfind(char::is_whitespace) {
            Some(space) => from = space + before[space..].chars().next().map_or(1, char::len_utf8),
            None if from > 0 => from = 0,
            None => break,
        }
    }
    longest
}

/// `5 mld. Kč`, `5 млн. USD`: a capital that begins no sentence.
fn starts_with_currency(text: &str, locale: &Locale) -> bool {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code || locale.meanings(&fold(word)).any(|meaning| matches!(meaning, Meaning::Currency(_)))
}

fn with_small_initial(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, marked: &str) {
        let text = marked.replace('|', "");
        let locale = Locale::of(&language.parse().expect("a valid tag"));
        let found: Vec<&str> = sentences(&text, &locale, &[]).iter().map(|range| &text[range.range()]).collect();
        let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, wanted, "{language}");
    }

    #[test]
    fn breaks_where_sentences_end() {
        for (language, marked) in [
            ("fr", "M. Dupont est là. |Il dit : « Bonjour ! » |Puis il part."),
            ("fr", "« Ah ! » dit-il. |Voir p. 5, art. 3 et l’art. 4."),
            ("de", "Am 5. Mai kam z. B. Dr. Schmidt. |Er blieb usw. |Dann ging er."),
            (
                "en",
                "See No. 5 by J. Smith, e.g. the U.S. edition. |It costs $5.50! |Yahoo! is older… |And “this?” |Yes.",
            ),
            ("ja", "彼は「行く。」と言った。|そうです。|「はい。」|以上。"),
            ("zh", "他说：“好。”|然后走了！|真的吗？|“对。”|（完。）"),
            ("ar", "هل هذا صحيح؟ |نعم. |انتهى."),
            ("hi", "यह सही है। |हाँ। |क्या? |ठीक।"),
            ("el", "Τι κάνεις; |Καλά. |Τέλος."),
            ("ru", "В т. ч. и т. д. по ул. Ленина. |Да. |Г. Иванов пришёл."),
            ("en", "1. First things. |Second."),
            ("ko", "안녕하세요. |반갑습니다! |끝."),
        ] {
            check(language, marked);
        }
    }

    #[test]
    fn dates_and_ordinals_with_full_stops_are_not_cut() {
        for (language, marked) in [
            ("hu", "A kiállítás 2020. 12. 31. között tart. |Nyitás 2020. december 31. délután. |A 3. Helyezett nyert."),
            ("ko", "행사는 2020. 12. 31. 오후에 열린다. |끝."),
            ("ko", "2020. 12. 31. 시행됩니다. |다음."),
            ("de", "Am 31. 12. 2020 war der 3. Platz vergeben. |Ende."),
            ("de", "Es begann am 31. Dezember 2020. |Danach kam der 2. Weltkrieg."),
            ("cs", "Dne 31. 12. 2020 skončil 3. ročník. |Konec."),
            ("sk", "Dňa 31. 12. 2020 sa skončil 3. ročník. |Koniec."),
            ("fi", "Päivänä 31. 12. 2020 oli 3. Sija. |Loppu."),
            ("nb", "Den 31. 12. 2020 tok hun 3. plass. |Slutt."),
            ("da", "Den 31. 12. 2020 tog hun 3. plads. |Slut."),
            ("hr", "Dana 31. 12. 2020. osvojio je 3. Mjesto. |Kraj."),
            ("sr", "Дана 31. 12. 2020. године заузео је 3. место. |Крај."),
            ("sl", "Dne 31. 12. 2020 je bil na 3. mestu. |Konec."),
            ("lv", "2020. gada 31. 12. notika 3. kongress. |Beigas."),
            ("et", "Kuupäeval 31. 12. 2020 sai ta 3. koha. |Lõpp."),
            ("is", "Þann 31. 12. 2020 varð hún í 3. Sæti. |Endir."),
            ("tr", "2. Dünya Savaşı 31. 12. 1945 öncesi bitti. |Son."),
            ("pl", "Dnia 31. 12. 2020 zajął 3. Miejsce. |Koniec."),
            ("en", "It was in 2020. |12 People came. |He has 3. |Then he left."),
            ("fr", "Nous étions en 2020. |Douze personnes vinrent."),
        ] {
            check(language, marked);
        }
    }

    #[test]
    fn breaks_by_the_abbreviations_of_each_language() {
        for (language, marked) in [
            ("tr", "Dr. Ak saat 5. katta. |Prof. Can vb. gelir. |Gitti."),
            ("ar", "وصل د. أحمد. |ثم غادر."),
            ("he", "כתב פרופ. לוי. |ואז הלך."),
            ("hi", "डॉ. शर्मा आए। |वे गए।"),
            ("ur", "ڈاکٹر. خان آئے۔ |وہ گئے۔"),
            ("bn", "ড. রহমান এলেন। |তিনি গেলেন।"),
            ("fa", "در سال ۵۰ ق.م. بود. |تمام شد."),
            ("vi", "Ở TP. Huế có lễ hội. |Rồi hết v.v. |Xong."),
            ("id", "Bpk. Budi di Jl. Merdeka. |Lalu pulang dll. |Selesai."),
            ("fi", "Hän tuli 5. päivä, esim. Prof. Aho. |Jne. |Loppu."),
            ("hu", "Kb. 5. napja dr. Nagy jött. |Stb. |Vége."),
            ("et", "Tuli nt. dr. Tamm 5. märtsil. |Lõpp."),
            ("ta", "திரு. குமார் வந்தார். |பிறகு சென்றார்."),
            ("zh", "完了。|他问：“走吗？”|走！"),
            ("ko", "2.5배입니다. |끝입니다."),
        ] {
            check(language, marked);
        }
    }

    /// One row a language: titles, initials, abbreviations within and at the end, quotation marks, an ellipsis.
    #[test]
    fn each_language_has_its_abbreviations() {
        for (language, marked) in [
            (
                "en",
                "Mr. J. R. Smith of Acme Inc. paid approx. 5 lbs. |Then “Stop!” he said. |See p. 3, vol. II… |No. |It failed.",
            ),
            (
                "fr",
                "Mme A. Petit, née en 1950 av. J.-C. |Non. |« Venez… » dit-il. |Cf. chap. 3, p. ex. le no 5, etc. |Fin.",
            ),
            (
                "de",
                "Ca. 5 Mio. Euro bzw. 3 Mrd. Yen am 3. Oktober. |„Nein!“ |Siehe Müller & Co. KG, Abb. 3 u. a. |Ende.",
            ),
            ("es", "El Sr. D. J. Pérez vive en EE. UU. desde 1990. |¿Cómo? |Véase pág. 5, art. 3, p. ej. aquí… |¡Ya!"),
            (
                "it",
                "Il sig. G. Rossi, dott. in legge, vide l’art. 5 del d.lgs. 3. |«No!» |Ecc. ecc. |Pagò ca. 5 euro… |Fine.",
            ),
            ("pt", "O Sr. J. Silva mora na Av. Brasil. |Vide pág. 5, art. 3, p. ex. aqui. |“Não!” |Etc. |Fim… |Sim."),
            ("nl", "Dhr. P. de Vries betaalde o.a. ca. 5 euro, d.w.z. niets. |‘Nee!’ |Zie blz. 5, bijv. hier… |Klaar."),
            ("sv", "Dr. A. Berg kom bl.a. hit, t.ex. kl. 5. |”Nej!” |Se s. 5, kap. 3 osv. |Så där… |Klart."),
            ("da", "Hr. P. Hansen kom den 5. maj kl. 9, dvs. f.eks. nu. |»Nej!« |Se s. 5, kap. 3 osv. |Altså… |Slut."),
            ("no", "Hr. P. Hansen kom 5. mai kl. 9, dvs. f.eks. nå. |«Nei!» |Se s. 5, kap. 3 osv. |Altså… |Slutt."),
            (
                "pl",
                "Prof. J. Nowak, ul. Długa 5, np. dziś, tj. 5 maja ok. 9. |„Nie!” |Zob. s. 5, rozdz. 3 itd. |No… |Koniec.",
            ),
            ("cs", "Prof. J. Novák přišel 5. května, tj. např. dnes. |„Ne!“ |Viz str. 5, 3 mld. Kč atd. |No… |Konec."),
            (
                "sk",
                "Prof. J. Novák prišiel 5. mája, t. j. napr. dnes. |„Nie!“ |Pozri str. 5, kap. 3 atď. |No… |Koniec.",
            ),
            (
                "ru",
                "Проф. А. С. Иванов, ул. Мира, д. 5, т. е. напр. здесь. |«Нет!» |См. с. 5, 3 млн. USD и т. д. |Ну… |Всё.",
            ),
            (
                "uk",
                "Проф. А. Коваль, вул. Миру, буд. 5, тобто напр. тут. |«Ні!» |Див. с. 5, розд. 3 і т. д. |Ну… |Усе.",
            ),
            ("bg", "Проф. А. Иванов, ул. Мир 5, т. е. напр. тук. |„Не!“ |Вж. стр. 5, гл. 3 и т. н. |Е… |Край."),
            ("el", "Ο κ. Γ. Παππάς, οδ. Ερμού 5, δηλ. π.χ. εδώ. |«Όχι!» |Βλ. σελ. 5, κεφ. 3 κ.λπ. |Ναι… |Τέλος."),
            ("ro", "Dl. I. Pop, str. Mare nr. 5, de ex. aici, cca. 9. |„Nu!” |Vezi p. 5, cap. 3 etc. |Da… |Gata."),
            (
                "ca",
                "El Sr. J. Puig viu a l’av. Diagonal, núm. 5, p. ex. aquí. |«No!» |Vegeu pàg. 5, cap. 3, etc. |Sí… |Fi.",
            ),
            ("hr", "Prof. I. Horvat došao je 5. svibnja, tj. npr. danas. |„Ne!” |Vidi str. 5, gl. 3 itd. |Da… |Kraj."),
            ("sl", "Prof. I. Novak je prišel 5. maja, tj. npr. danes. |»Ne!« |Glej str. 5, pogl. 3 itd. |Da… |Konec."),
        ] {
            check(language, marked);
        }
    }

    #[test]
    fn code_is_not_broken() {
        let text = "Use `Foo. Bar` now. Done.";
        let locale = Locale::of(&"en".parse().expect("a valid tag"));
        let code = TextRange::new(4, 14);
        let found = sentences(text, &locale, &[code]);
        assert_eq!(found, [TextRange::new(0, 19), TextRange::new(20, 25)]);
    }
}
