//! Lexicons: made, looked into and used.

use crate::mill::{ENGLISH, FRENCH, GERMAN};
use crate::snapshot;
use parallax_tests::{Folder, command, finish};

const GLOSSARY: &str = "German,French\nMühle,moulin\nTal,vallée\nzu Hause,à la maison\n";

const TERMS: &str = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"de\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body>
<conceptEntry id=\"c1\">
 <langSec xml:lang=\"de\"><termSec><term>Besucher</term></termSec></langSec>
 <langSec xml:lang=\"fr\"><termSec><term>visiteur</term></termSec><termSec><term>visiteuse</term></termSec></langSec>
</conceptEntry>
</body></text></tbx>
";

/// An index and articles as dictd has them.
fn dictionary(folder: &Folder) {
    let articles = ["Brief /bʁiːf/ <masc>\nlettre, missive\n", "Eingang /ˈaɪnɡaŋ/\n1. entrée\n   Note: of a house\n"];
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let number = |value: usize| [value / 64, value % 64].map(|digit| digits[digit] as char).iter().collect::<String>();
    let first = articles[0].len();
    let index =
        format!("brief\t{}\t{}\neingang\t{}\t{}\n", number(0), number(first), number(first), number(articles[1].len()));
    folder.write("deu-fra.index", &index);
    folder.write("deu-fra.dict", articles.concat());
}

#[test]
fn dictionaries_and_glossaries_become_one_lexicon() {
    let folder = Folder::with(&[("terms.csv", GLOSSARY), ("terms.tbx", TERMS)]);
    dictionary(&folder);
    let run = folder.parallax(
        "lexicon import terms.csv terms.tbx deu-fra.index --source-lang de --target-lang fr --header yes \
         --source-column German --target-column French",
    );
    assert_eq!(run.code, 2, "tables of terms have two columns: {}", run.transcript());
    folder.write("terms.csv", GLOSSARY.replace("German,French", "de,fr"));
    snapshot!(
        "imported",
        folder.parallax("lexicon import terms.csv terms.tbx deu-fra.index --source-lang de --target-lang fr")
    );
    let run = folder
        .parallax("lexicon import terms.csv terms.tbx deu-fra.index --source-lang de --target-lang fr -o de-fr.lex");
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.transcript());
    snapshot!("shown", folder.parallax("lexicon show Besucher --lexicon de-fr.lex"));
    snapshot!("shown_back", folder.parallax("lexicon show lettre --lexicon de-fr.lex --lang fr"));
    assert_eq!(folder.parallax("lexicon show missive --lexicon de-fr.lex --lang de").code, 2);
}

#[test]
fn what_is_built_in_is_shown_by_language() {
    let folder = Folder::with(&[("de-fr.lex", "# parallax-lexicon/1\tde\tfr\nschule\técole\t0.5\n")]);
    snapshot!("built_in", folder.parallax("lexicon show École --lexicon de-fr.lex"));
    snapshot!("built_in_json", folder.parallax("lexicon show Schule --lexicon de-fr.lex --format json --lang de"));
    // An inflected form is known by its stem in a language that is said; else every language would have some.
    let stem = folder.parallax("lexicon show поездами --lang ru");
    assert!(
        stem.stdout.contains("concepts\tru\t\t🚂 ") && stem.stdout.contains("(by its stem)"),
        "{}",
        stem.transcript()
    );
    let nothing = folder.parallax("lexicon show поездами");
    assert_eq!((nothing.code, nothing.stdout.as_str()), (2, ""), "{}", nothing.transcript());
    assert!(nothing.stderr.contains("nothing is known of `поездами`"), "{}", nothing.transcript());
    for said in ["\u{1b}[31m", "", "a b c"] {
        let run = finish(command(folder.path()).args(["lexicon", "show", said]));
        assert_eq!((run.code, run.stderr.contains('\u{1b}')), (2, false), "{}", run.transcript());
    }
}

#[test]
fn lexicons_are_learned_from_tables() {
    let verbs = [("sings", "singt"), ("waits", "wartet"), ("burns", "brennt")];
    let nouns = [("library", "Bibliothek"), ("harbour", "Hafen"), ("teacher", "Lehrerin")];
    let mut rows = String::from("en\tde\n");
    for (noun, verb) in nouns.iter().flat_map(|noun| verbs.iter().map(move |verb| (noun, verb))) {
        rows += &format!("The {} {}.\tDie {} {}.\n", noun.0, verb.0, noun.1, verb.1);
    }
    let folder = Folder::with(&[("rows.tsv", &rows)]);
    let run = folder.parallax("lexicon learn rows.tsv -o en-de.lex");
    assert_eq!(run.code, 0, "{}", run.transcript());
    for (noun, translation) in nouns {
        let run = folder.parallax(&format!("lexicon show {noun} --lexicon en-de.lex"));
        let best = run.stdout.lines().next().and_then(|line| line.split('\t').nth(3)).map(str::to_owned);
        assert_eq!(best, Some(translation.to_lowercase()), "{}", run.transcript());
    }
    let written = std::fs::read(folder.path().join("en-de.lex")).expect("was written");
    let again = folder.parallax("lexicon learn rows.tsv");
    assert_eq!(again.stdout.as_bytes(), written, "learning is repeated to the byte");
}

#[test]
fn a_lexicon_tells_what_nothing_else_does() {
    // Lines of the same length in which no word is known; one of them is missing on the other side.
    let words = [
        ("kamoli sopi", "brutasen urgat"),
        ("zefira neka", "polnotik imbol"),
        ("wudano daru", "estagrim yelmit"),
        ("hilbeco fovo", "vorsatum eksan"),
        ("jorupi tisa", "dantelek orvan"),
        ("quasemi ludo", "forhulan akter"),
        ("tebago meri", "nisprold ubest"),
        ("lumifa pona", "okterash zimur"),
    ];
    let text =
        |side: fn(&(&'static str, &'static str)) -> &'static str| words.iter().map(side).collect::<Vec<_>>().join("\n");
    let entry = |(source, target): &(&str, &str)| {
        let (sources, targets) = (source.split(' '), target.split(' '));
        sources.zip(targets).map(|(source, target)| format!("{source}\t{target}\n")).collect::<String>()
    };
    let lexicon = format!("# parallax-lexicon/1\tsw\teu\n{}", words.iter().map(entry).collect::<String>());
    let target: String = text(|pair| pair.1)
        .lines()
        .enumerate()
        .filter(|(at, _)| *at != 2)
        .map(|(_, line)| format!("{line}\n"))
        .collect();
    let folder = Folder::with(&[("a.txt", &text(|pair| pair.0)), ("b.txt", &target), ("sw-eu.lex", &lexicon)]);
    let beads = |arguments: &str| -> Vec<String> {
        let run = folder.parallax(&format!("align {arguments} --segments lines --format beads"));
        let bead = |line: &str| line.rsplit_once('\t').expect("three cells").0.to_owned();
        run.stdout.lines().map(bead).collect()
    };
    let wanted = |turned: bool| -> Vec<String> {
        let pair = |at: usize| match (at, turned) {
            (2, true) => "\t2".to_owned(),
            (2, false) => "2\t".to_owned(),
            (_, true) => format!("{}\t{at}", at - usize::from(at > 2)),
            (_, false) => format!("{at}\t{}", at - usize::from(at > 2)),
        };
        (0..8).map(pair).collect()
    };
    let straight = "a.txt b.txt --source-lang sw --target-lang eu";
    assert_ne!(beads(straight), wanted(false));
    assert_eq!(beads(&format!("{straight} --lexicon sw-eu.lex")), wanted(false));
    assert_eq!(beads("b.txt a.txt --source-lang eu --target-lang sw --lexicon sw-eu.lex"), wanted(true));
}

#[test]
fn lexicons_that_do_not_serve_are_refused() {
    let files = [
        ("mill.fr.txt", FRENCH),
        ("mill.de.txt", GERMAN),
        ("mill.en.txt", ENGLISH),
        ("de-es.lex", "# parallax-lexicon/1\tde\tes\nbrief\tcarta\n"),
        ("pt-fr.lex", "# parallax-lexicon/1\tde-AT\tfr-CA\nmühle\tmoulin\n"),
        ("broken.lex", "# parallax-lexicon/1\tde\tfr\nmühle\tmoulin\tmuch\n"),
        ("terms.csv", GLOSSARY),
    ];
    let folder = Folder::with(&files);
    snapshot!("other_languages", folder.parallax("align mill.fr.txt mill.de.txt --lexicon de-es.lex"));
    snapshot!(
        "other_languages_checked",
        folder.parallax("check mill.fr.txt mill.de.txt mill.en.txt --lexicon de-es.lex")
    );
    snapshot!("broken", folder.parallax("align mill.fr.txt mill.de.txt --lexicon broken.lex"));
    snapshot!("not_a_lexicon", folder.parallax("align mill.fr.txt mill.de.txt --lexicon terms.csv"));
    snapshot!("dictionary_of_nobody", folder.parallax("lexicon import gone.index --source-lang de --target-lang fr"));
    snapshot!("glossary_without_languages", folder.parallax("lexicon import terms.csv"));
    let run = folder.parallax("align mill.fr.txt mill.de.txt --lexicon pt-fr.lex");
    assert_eq!(run.code, 0, "regions make no difference: {}", run.transcript());
    let run = folder.parallax("check mill.fr.txt mill.de.txt mill.en.txt --lexicon pt-fr.lex");
    assert_eq!(run.code, 0, "it serves one of the versions: {}", run.transcript());
}
