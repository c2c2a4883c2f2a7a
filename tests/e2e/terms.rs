//! Glossaries, and whether a version is consistent: T001 to T004.

use crate::formats::{assert_valid, schema};
use crate::snapshot;
use parallax_tests::{Folder, parallax};
use serde_json::json;

const ENGLISH: &str = "\
# The boiler

Connect the boiler to the network.

Close the valve before you open the lid.

The boiler has two filters. Rinse the filter with clean water.

Close the valve before you open the lid.

The guarantee ends after a year.
";

const GERMAN: &str = "\
# Der Kessel

Schließen Sie den Kessel an das Netz an.

Schließen Sie das Ventil, bevor Sie den Deckel öffnen.

Der Kessel hat zwei Siebe. Spülen Sie das Sieb mit sauberem Wasser.

Drehen Sie zuerst den Hahn zu, dann erst die Haube auf.

Spülen Sie das Sieb mit sauberem Wasser.
";

const GLOSSARY: &str = "\
en,de,forbidden de,note
network,Netzwerk,Netz,*Netz* is the power supply.
filter,Filter,,
lid,Deckel,,
";

const TBX: &str = "\
<?xml version=\"1.0\"?>
<martif type=\"TBX\" xml:lang=\"en\"><text><body>
<termEntry id=\"c1\">
 <langSet xml:lang=\"en\"><tig><term>network</term></tig></langSet>
 <langSet xml:lang=\"de\">
  <tig><term>Netzwerk</term><termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote></tig>
  <tig><term>Netz</term><termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote></tig>
 </langSet>
</termEntry>
</body></text></martif>
";

fn folder() -> Folder {
    Folder::with(&[("boiler.en.md", ENGLISH), ("boiler.de.md", GERMAN), ("terms.csv", GLOSSARY), ("terms.tbx", TBX)])
}

#[test]
fn versions_are_held_to_a_glossary() {
    let folder = folder();
    let args = "check boiler.en.md boiler.de.md --select T --glossary terms.csv";
    snapshot!("full", folder.parallax(args));
    snapshot!("concise", folder.parallax(&format!("{args} --format concise")));
    snapshot!("json", folder.parallax(&format!("{args} --format json")));
    let run = folder.parallax(&format!("{args} --format json"));
    assert_valid(&schema("parallax-report-1.json"), &run.json(), &run);
    let report = schema("parallax-report-1.json");
    let finding = json!({ "$ref": "#/$defs/Finding", "$defs": report["$defs"] });
    let run = folder.parallax(&format!("{args} --format jsonl"));
    for line in run.stdout.lines() {
        assert_valid(&finding, &serde_json::from_str(line).expect("a line is JSON"), &run);
    }
}

#[test]
fn glossaries_add_up_and_tbx_says_the_same() {
    let folder = folder();
    let codes = |args: &str| {
        let run = folder.parallax(&format!("check boiler.en.md boiler.de.md --select T001,T004 --format json {args}"));
        let report = run.json();
        let list = report["findings"].as_array().expect("a list").clone();
        list.iter().map(|finding| finding["rule"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes(""), [""; 0]);
    assert_eq!(codes("--glossary terms.tbx"), ["T004"]);
    assert_eq!(codes("--glossary terms.csv"), codes("--glossary terms.tbx --glossary terms.csv"));
}

#[test]
fn pairs_of_a_table_are_compared_with_those_before() {
    let rows = "\
en\tde
Close the valve now.\tSchließen Sie jetzt das Ventil.
Connect it to the network.\tSchließen Sie es an das Netz an.
Close the valve now!\tDrehen Sie den Hahn sofort zu.
Every filter carries a serial number.\tSpülen Sie das Sieb mit sauberem Wasser.
Rinse these sieves with plenty of water.\tSpülen Sie das Sieb mit sauberem Wasser.
Close the valve now.\tVentil zu!
";
    let folder = folder();
    folder.write("rows.tsv", rows);
    let args = "check rows.tsv --select T --glossary terms.csv";
    snapshot!("table", folder.parallax(args));
    snapshot!("table_json", folder.parallax(&format!("{args} --format json")));
    let one = folder.parallax(&format!("{args} --format jsonl --jobs 1"));
    let run = folder.parallax(&format!("{args} --format jsonl --jobs 3"));
    assert_eq!(one.stdout, run.stdout);
    // Many rows in many pieces of work: the first that differs is told, and it alone.
    let many: String = (0..500).map(|row| format!("Press the button here.\tDrücken Sie Knopf{row} hier\n")).collect();
    folder.write("many.tsv", format!("en\tde\n{many}"));
    let run = folder.parallax("check many.tsv --select T002 --format jsonl --jobs 2");
    assert_eq!(run.stdout.lines().count(), 0, "the same to four letters: {}", run.transcript());
    let many: String = (0..500).map(|row| format!("Press the button here.\tDrücken Sie {row}Knopf hier\n")).collect();
    folder.write("many.tsv", format!("en\tde\n{many}"));
    for jobs in [1, 2, 5] {
        let run = folder.parallax(&format!("check many.tsv --select T002 --format jsonl --jobs {jobs}"));
        assert_eq!(run.stdout.lines().count(), 1, "{}", run.transcript());
        assert!(run.stdout.contains("\"entry\":1"), "{}", run.transcript());
    }
}

#[test]
fn what_is_wrong_with_a_glossary_is_told() {
    let folder = folder();
    folder.write("status.csv", "en,de,status\nnetwork,Netz,forbiden\n");
    folder.write("columns.csv", "term,Begriff\nnetwork,Netz\n");
    folder.write("broken.tbx", "<tbx>\n<conceptEntry>\n</tbx>\n");
    folder.write("french.csv", "fr,it\nréseau,rete\n");
    folder.write("terms.txt", "network\n");
    for name in ["status.csv", "columns.csv", "broken.tbx", "french.csv", "terms.txt", "none.csv"] {
        snapshot!(name, folder.parallax(&format!("check boiler.en.md boiler.de.md --glossary {name}")));
    }
}

#[test]
fn the_corpus_keeps_to_its_glossary() {
    let run =
        parallax("check --pivot en corpus/manual --glossary corpus/manual/glossary.csv --select T --format concise");
    assert!(run.code == 0 && run.stdout.starts_with("no drift found in 11 versions"), "{}", run.transcript());
}
