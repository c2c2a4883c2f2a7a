//! Translation memories in TMX: checked unit by unit, as the rows of a table are.

use crate::mill::{GERMAN, folder};
use crate::snapshot;
use parallax_tests::{Folder, Run};
use serde_json::Value;

const MEMORY: &str = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">
<tmx version=\"1.4\">
  <header creationtool=\"x\" segtype=\"sentence\" adminlang=\"en\" srclang=\"en\" datatype=\"html\"/>
  <body>
    <tu tuid=\"bridge-1\">
      <tuv xml:lang=\"en\"><seg>The bridge is <bpt i=\"1\">&lt;b&gt;</bpt>240<ept i=\"1\">&lt;/b&gt;</ept> metres long.</seg></tuv>
      <tuv xml:lang=\"de\"><seg>Die Brücke ist 240 Meter lang.</seg></tuv>
    </tu>
    <tu tuid=\"bridge-2\">
      <tuv xml:lang=\"de\"><seg>Im Frühling überquerten sie &#57;.000 Menschen.</seg></tuv>
      <tuv xml:lang=\"en\"><seg>In spring 90,000 people crossed it.</seg></tuv>
    </tu>
    <tu><tuv xml:lang=\"en\"><seg>R & D</seg></tuv><tuv xml:lang=\"de\"><seg>F & E</seg></tuv></tu>
  </body>
</tmx>
";

fn findings(run: &Run) -> Vec<Value> {
    assert!(run.code < 2, "{}", run.transcript());
    run.stdout.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

#[test]
fn units_are_checked() {
    let folder = Folder::with(&[("bridge.tmx", MEMORY)]);
    snapshot!("full", folder.parallax("check bridge.tmx"));
    let run = folder.parallax("check bridge.tmx --format jsonl");
    let found = findings(&run);
    assert_eq!((found.len(), run.code), (1, 1), "{}", run.transcript());
    assert_eq!((&found[0]["rule"], &found[0]["id"]), (&"N001".into(), &"bridge-2".into()));
    let target = &found[0]["target"];
    assert_eq!((&target["entry"], &target["text"]), (&1.into(), &"9.000".into()));
    let byte = MEMORY.find("&#57;").expect("is there");
    assert_eq!((&target["byte_start"], &target["byte_end"]), (&byte.into(), &(byte + "&#57;.000".len()).into()));
    assert_eq!((&target["line"], &target["column"]), (&11.into(), &59.into()));
    assert!(run.stderr.contains("bridge.tmx:14: line 14 is not well-formed XML: a `&`"), "{}", run.transcript());
    // Turned round, and as another name has it.
    let turned = folder.parallax("check bridge.tmx --format jsonl --source-lang de --target-lang en");
    assert_eq!(findings(&turned)[0]["source"]["text"], "9.000");
    folder.write("memory.xml", MEMORY);
    assert_eq!(folder.parallax("check memory.xml --table tmx --format jsonl").code, 1);
}

#[test]
fn what_cannot_be_is_told() {
    let folder = Folder::with(&[("a.tmx", MEMORY), ("b.tmx", "a\tb\n")]);
    for (arguments, message) in [
        (
            "a.tmx --target-lang fr",
            "a.tmx could not be read: there is no text in `fr`; there are texts in `en` and `de`",
        ),
        ("a.tmx --source-column en", "TMX has no columns"),
        ("a.tmx --header no", "TMX has no columns"),
        ("b.tmx", "b.tmx could not be read: it is no TMX"),
    ] {
        let run = folder.parallax(&format!("check {arguments}"));
        assert!(run.code == 2 && run.stderr.contains(message), "{}", run.transcript());
    }
}

#[test]
fn an_alignment_comes_back_as_a_memory() {
    let folder = folder(&[("mill.de.txt", &GERMAN.replace("240", "420"))]);
    let aligned = folder.parallax("align mill.fr.txt mill.de.txt --format tmx -o mill.tmx");
    assert_eq!((aligned.code, aligned.stderr.as_str()), (0, ""), "{}", aligned.transcript());
    let run = folder.parallax("check mill.tmx --select N --format jsonl");
    let texts: Vec<Value> = findings(&run).iter().map(|finding| finding["target"]["text"].clone()).collect();
    assert_eq!(texts, ["420"], "{}", run.transcript());
}
