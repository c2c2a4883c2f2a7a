//! Numbers that changed places: the same numbers on both sides in another order, where what stands beside them kept its
//! own.
//!
//! Languages put words in another order, and numbers go with their words. So the order of two numbers says nothing by
//! itself: it counts where the words that both sides share (names, loan words, words of the dictionary, other facts)
//! stand to the numbers as if these alone had moved; and where the two are items of a list on both sides, whose order
//! translators keep.

mod crossing;
mod layout;
mod list;
mod words;

use crate::view::View;
pub(crate) use crossing::Crossing;
use layout::Layout;
use list::Between;

/// How surely two numbers changed places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// They are items of a list in another order; nothing that is known moved along with them.
    Hint,
    /// The same, in a list that puts them in the same words; or what stands beside them kept its order.
    Likely,
    /// They are items of a list, and what stands beside them kept its order.
    Sure,
}

/// The numbers of the view that changed places, with what speaks for it.
pub(crate) fn swaps(view: &View<'_>) -> Vec<(Crossing, Sign)> {
    let judged = |crossing: Crossing| sign(view, &crossing).map(|sign| (crossing, sign));
    crossing::crossings(view).into_iter().filter_map(judged).collect()
}

/// How much the words must say: about what two words do that stand beside one number each, and what one does.
const SURE: f64 = 0.9;
const LIKELY: f64 = 0.4;

fn sign(view: &View<'_>, crossing: &Crossing) -> Option<Sign> {
    let words =
        [false, true].map(|target| words::words(view, target, crossing.segment(target), crossing.ranges(view, target)));
    let [source, target] = [false, true].map(|target| {
        let numbers = crossing.ranges(view, target);
        Layout {
            text: view.side(target).block_of(crossing.segment(target)).text.as_str(),
            numbers,
            between: Between::of(view, target, crossing.segment(target), numbers),
            words: &words[usize::from(target)],
        }
    });
    let mut anchors = words::anchors(&words[0], &words[1]);
    anchors.extend(words::facts(view, crossing));
    let (kept, moved) = layout::weigh(&anchors, &source, &target);
    let net = kept - moved;
    if net < 0.0 {
        return None;
    }
    if !(source.between.is_list() && target.between.is_list()) {
        return (net >= SURE).then_some(Sign::Likely);
    }
    let parallel = || source.is_parallel() && target.is_parallel();
    Some(match net {
        SURE.. => Sign::Sure,
        LIKELY.. => Sign::Likely,
        _ if parallel() => Sign::Likely,
        _ => Sign::Hint,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_core::{Alignment, Bitext, Version};

    /// What is said of a pair of texts: the signs of the swaps found.
    fn signs(source: (&str, &str), target: (&str, &str)) -> Vec<Sign> {
        let version = |(language, text): (&str, &str)| Version::of_text(text, language.parse().expect("a valid tag"));
        let (source, target) = (version(source), version(target));
        let alignment = Alignment::whole(&source, &target);
        let bitext = Bitext { source: &source, target: &target, alignment: &alignment };
        swaps(&View::new(&bitext, 1)).into_iter().map(|(_, sign)| sign).collect()
    }

    #[test]
    fn numbers_that_leave_their_words_are_found() {
        let english = "There were 41 women and 27 men.";
        let names = "Moscow won 12 medals and Berlin 9.";
        let dose = "The dose is 5 mg in the morning and 10 mg in the evening.";
        for (source, target, text, sign) in [
            // Words of the dictionary, on both sides or one side of the number.
            (english, "fr", "Il y avait 27 femmes et 41 hommes.", Sign::Sure),
            (english, "ru", "Там было 27 женщин и 41 мужчина.", Sign::Sure),
            (english, "zh", "有27名女性和41名男性。", Sign::Likely),
            (dose, "es", "La dosis es de 10 mg por la mañana y 5 mg por la noche.", Sign::Sure),
            (dose, "ja", "朝は10 mg、夕方は5 mgを服用する。", Sign::Sure),
            // Names, across scripts.
            (names, "ru", "Москва завоевала 9 медалей, а Берлин — 12.", Sign::Likely),
            (names, "de", "Moskau gewann 9 Medaillen und Berlin 12.", Sign::Sure),
            (
                "Sales rose by 12% in Germany and by 7% in France.",
                "it",
                "In Germania +7%, in Francia +12%.",
                Sign::Sure,
            ),
            ("Sales rose by 12% in Spain and by 7% in Japan.", "fi", "Espanjassa 7 % ja Japanissa 12 %.", Sign::Sure),
            ("Sales rose by 12% in Spain and by 7% in Japan.", "zh", "西班牙增长7%，日本增长12%。", Sign::Sure),
            // Other facts.
            ("Monday: 8 hours, Tuesday: 6 hours.", "fr", "Lundi : 6 heures, mardi : 8 heures.", Sign::Sure),
            (
                "In 2010 the town had 5,400 inhabitants, in 2020 it had 6,100.",
                "de",
                "2010 hatte die Stadt 6.100 Einwohner, 2020 waren es 5.400.",
                Sign::Sure,
            ),
            // Nothing but a list in the same words.
            (
                "The rent is 900 for the barn and 700 for the mill.",
                "fi",
                "Vuokra on 700 ladosta ja 900 myllystä.",
                Sign::Hint,
            ),
            (
                "The rent is 900 for the barn and 700 for the mill.",
                "sv",
                "Hyran är 700 för ladan och 900 för kvarnen.",
                Sign::Likely,
            ),
        ] {
            assert_eq!(signs(("en", source), (target, text)), [sign], "{source} {text}");
        }
    }

    #[test]
    fn numbers_may_move_with_their_words() {
        for (source, target, text) in [
            ("There were 41 women and 27 men.", "fr", "Il y avait 27 hommes et 41 femmes."),
            ("Moscow won 12 medals and Berlin 9.", "ru", "Берлин завоевал 9 медалей, а Москва — 12."),
            ("Linux runs on 72 servers, Windows on 18.", "ja", "72台のサーバーでLinuxが、18台でWindowsが動いている。"),
            ("The accident injured 500 people, including 20 children.", "ja", "20人の子どもを含め、500人が負傷した。"),
            ("Sales rose by 12% in Germany and by 7% in France.", "ru", "Рост 7 % во Франции и 12 % в Германии."),
            ("Sales rose by 12% in Spain and by 7% in Japan.", "zh", "日本增长7%，西班牙增长12%。"),
            ("The number of guests has doubled since 2010.", "pl", "Od 2010 roku liczba gości się podwoiła."),
            ("In the 40 villages, 300 wells were dug.", "es", "Se cavaron 300 pozos en los 40 pueblos."),
            (
                "The company has 12 plants and 4,000 people in 7 countries.",
                "zh",
                "公司在7个国家拥有12家工厂和4,000名员工。",
            ),
            ("A team of 11 players, with 4 coaches, came.", "tr", "4 antrenörlü 11 oyunculu bir takım geldi."),
            (
                "The festival, with 80 artists from 25 countries, is over.",
                "tr",
                "25 ülkeden 80 sanatçıyla festival bitti.",
            ),
            ("The 24 guests, from 9 countries, left.", "ja", "9か国から来た24人の客は、帰った。"),
            ("He paid 30 euros for 12 books.", "de", "Für 12 Bücher zahlte er 30 Euro."),
        ] {
            assert_eq!(signs(("en", source), (target, text)), [], "{source} {text}");
        }
    }

    #[test]
    fn what_is_said_twice_has_no_place() {
        let text = "5 apples and 7 pears, then 7 apples and 5 pears.";
        assert_eq!(signs(("en", text), ("de", "7 Äpfel und 5 Birnen, dann 5 Äpfel und 7 Birnen.")), []);
    }

    #[test]
    fn long_lists_and_long_texts_are_no_trouble() {
        let list = |numbers: &mut dyn Iterator<Item = usize>| {
            numbers.map(|number| format!("item {number}, ")).collect::<String>()
        };
        let (there, back) = (list(&mut (100..3000)), list(&mut (100..3000).rev()));
        assert_eq!(signs(("en", &there), ("de", &back)), []);
        let far = format!("5 men {} 7 women", "and so on ".repeat(500));
        assert_eq!(signs(("en", &far), ("fr", "7 hommes et 5 femmes")), []);
    }
}
