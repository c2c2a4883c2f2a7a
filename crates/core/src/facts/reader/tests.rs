use super::*;
use crate::document::BlockKind;
use crate::span::Span;
use crate::text::BlockText;

/// The facts of a sentence, each with the text that it was read from.
pub(in crate::facts) fn facts_of(language: &str, text: &str) -> Vec<(String, Fact)> {
    let locale = Locale::of(&language.parse().expect("a valid tag"));
    let block = Block::plain(BlockKind::Paragraph, Span::new(0, text.len()), BlockText::from_source(0, text));
    let mut out = Vec::new();
    read(&block, block.text.range(), &locale, &mut out);
    out.into_iter().map(|fact| (block.text.as_str()[fact.range.range()].to_owned(), fact)).collect()
}

/// Holds what `shown` makes of each sentence against what is wanted: rows of language, sentence, and that.
#[track_caller]
pub(in crate::facts) fn check_rows(rows: &[(&str, &str, &str)], shown: fn(&str, &str) -> String) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(language, text, wanted)| {
            let found = shown(language, text);
            (found != *wanted).then(|| format!("{language}: {text}\n  wanted {wanted}\n  found  {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The facts of a sentence, as `text=value`; soft ones with `?`, silent ones in brackets.
fn facts(language: &str, text: &str) -> String {
    let shown: Vec<String> = facts_of(language, text)
        .iter()
        .filter(|(_, fact)| !matches!(fact.value, Value::Negation(_)))
        .map(|(said, fact)| {
            let entry = format!("{said}={}", fact.value);
            match fact.salience {
                Salience::Firm => entry,
                Salience::Soft => format!("{entry}?"),
                Salience::Silent => format!("[{entry}]"),
            }
        })
        .collect();
    shown.join("; ")
}

#[track_caller]
fn check(rows: &[(&str, &str, &str)]) {
    check_rows(rows, facts);
}

#[test]
fn quantities_with_bounds_and_units() {
    check(&[
        ("fr", "plus de 90 000 écoles dans 20 pays", "90 000=≥90000; 20=20"),
        ("en", "about 10 million people, up to 15%", "10 million=~10000000; 15%=≤15%"),
        ("de", "etwa 2,5 % und 989,50 €", "2,5 %=~2.5%; 989,50 €=989.5 EUR"),
        ("en", "it costs €1,249.90 or $50", "€1,249.90=1249.9 EUR; $50=50 USD"),
        ("zh", "三分之二和3分之1", "三分之二=0.666667?; 3分之1=0.333333?"),
        ("ko", "3분의 2만 보상", "3분의 2=0.666667?; [만=10000]"),
        ("es", "3,27 millones de euros", "3,27 millones de euros=3270000 EUR"),
        ("fr", "2 millions d’euros", "2 millions d’euros=2000000 EUR"),
        ("ja", "9万校以上、20か国", "9万=≥90000; 20=20"),
        ("zh", "超过2亿人，约1000万", "2亿=≥200000000; 1000万=~10000000"),
        ("ar", "أكثر من ٩٠٬٠٠٠ مدرسة", "٩٠٬٠٠٠=≥90000"),
        ("tr", "fiyatlara %2,5 eklenir", "%2,5=2.5%"),
        ("en", "thousands of people, tens of thousands", "thousands=1000s?; tens of thousands=10000s?"),
        ("fr", "des dizaines de milliers de gens", "dizaines de milliers=10000s?"),
        ("en", "it is -5 degrees, from 10-15 to 7", "-5 degrees=-5 °C; 10=10; 15=15; 7=7"),
    ]);
}

#[test]
fn dates_of_every_kind() {
    check(&[
        (
            "fr",
            "fin février, fin décembre et le 14 mars 2026",
            "fin février=--02 (late); fin décembre=--12 (late); 14 mars 2026=2026-03-14",
        ),
        (
            "en",
            "in late February, on March 14, 2026, in May",
            "late February=--02 (late); March 14, 2026=2026-03-14; May=--05?",
        ),
        ("en", "you may march", "[may=--05]; [march=--03]"),
        (
            "de",
            "Ende Februar, am 14. März 2026, bis 31. Mai",
            "Ende Februar=--02 (late); 14. März 2026=2026-03-14; 31. Mai=--05-31",
        ),
        ("ja", "2月末と2026年3月14日、3か月", "2月末=--02 (late); 2026年3月14日=2026-03-14; 3か月=3 mths"),
        (
            "es",
            "el 31 de mayo de 2026 y a finales de junio",
            "31 de mayo de 2026=2026-05-31; a finales de junio=--06 (late)",
        ),
        ("ru", "14 марта 2026 года, в конце июня", "14 марта 2026=2026-03-14; в конце июня=--06 (late)"),
        ("en", "2026-03-14 and 14/03/2026", "2026-03-14=2026-03-14; 14/03/2026=2026-03-14"),
        ("fr", "le 1er mai", "1er mai=--05-01"),
        ("en", "in 2019", "2019=2019"),
    ]);
}

#[test]
fn times_and_identifiers() {
    check(&[
        ("en", "from 9:00 am to 5:30 pm", "9:00 am=09:00; 5:30 pm=17:30"),
        ("fr", "de 9 h à 17 h 30", "9 h=9 hr; 17 h 30=17:30"),
        ("de", "von 9 bis 17:30 Uhr", "9=9; 17:30 Uhr=17:30"),
        ("ja", "午後5時30分に12時間", "午後5時30分=17:30; 12時間=12 hr"),
        ("en", "call +33 1 99 00 42 17, version 2.4.1", "33 1 99 00 42 17=+33199004217; 2.4.1=2.4.1"),
        ("en", "see https://a.org/x2 or mail a@b.org.", "https://a.org/x2=https://a.org/x2; a@b.org=a@b.org"),
    ]);
}

#[test]
fn spelled_out_numbers_count_by_their_weight() {
    check(&[
        ("en", "two hundred people in one house with three rooms", "two hundred=200; [one=1]; three=3?"),
        ("de", "zwei\u{ad}hundert Millionen Nutzer", "zweihundert Millionen=200000000"),
        ("zh", "三个人来了", "三=3?"),
        ("zh-Hant", "兩億人，兩百萬，九千萬所", "兩億=200000000; 兩百萬=2000000; 九千萬=90000000"),
    ]);
}

proptest::proptest! {
    /// Whatever the text: no panic, facts in order, ranges within the segment and on character boundaries.
    #[test]
    fn any_text_is_read(text in "([0-9]{1,5}|[.,:/ -]|[a-zé]{1,4}|[٠-٩月日年万千百十]|mille|fin|février|ne|pas|h|€|%|½|\\PC){0,24}", tag in "fr|en|de|ja|ar|hi|tr|zh|tlh") {
        let locale = Locale::of(&tag.parse().expect("a valid tag"));
        let source = BlockText::from_source(0, &text);
        let block = Block::plain(BlockKind::Paragraph, Span::new(0, text.len()), source);
        let mut out = Vec::new();
        read(&block, block.text.range(), &locale, &mut out);
        proptest::prop_assert!(out.windows(2).all(|pair| pair[0].range.start <= pair[1].range.start));
        for fact in out {
            proptest::prop_assert!(block.text.as_str().get(fact.range.range()).is_some_and(|text| !text.is_empty()));
        }
    }
}
