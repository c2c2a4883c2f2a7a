use super::*;

/// Kind and text of each block; the way back is checked on the way.
fn blocks(source: &str) -> Vec<String> {
    let blocks = read(source);
    for block in &blocks {
        let span = block.text.span(block.text.range());
        assert!(block.span.start <= span.start && span.end <= block.span.end, "{block:?}");
    }
    let letter = |kind| if kind == BlockKind::ListItem { 'L' } else { 'P' };
    blocks.iter().map(|block| format!("{} {}", letter(block.kind), block.text.as_str())).collect()
}

#[test]
fn lines_make_paragraphs() {
    let cases: [(&str, &[&str]); 12] = [
        ("", &[]),
        (" \n\t\n\u{3000}\n\u{200b}\n", &[]),
        ("one\ntwo\n", &["P one", "P two"]),
        ("\n\none\ntwo\n\n", &["P one", "P two"]),
        ("one\n  two\n\nthree\r\n\r\nfour", &["P one two", "P three", "P four"]),
        ("one\n \t\ntwo\nthree", &["P one", "P two three"]),
        (
            "one\u{c}two\u{2028}three\u{85}four\u{2029}five\u{b}six",
            &["P one", "P two", "P three", "P four", "P five", "P six"],
        ),
        ("一行\n二行。\n\n第三", &["P 一行二行。", "P 第三"]),
        ("共有\n500人\n\nx", &["P 共有 500人", "P x"]),
        ("ข้อ\nความ\n\nx", &["P ข้อความ", "P x"]),
        ("inter\u{ad}\nnational\n\nx", &["P international", "P x"]),
        (
            "\u{3000}第一段。\n还是第一段。\n\u{3000}\u{3000}第二段。\n\nx",
            &["P 第一段。还是第一段。", "P 第二段。", "P x"],
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(blocks(source), expected, "{source:?}");
    }
}

#[test]
fn long_lines_are_paragraphs_although_blank_lines_part_sections() {
    let long = "word ".repeat(60);
    let source = format!("Title\n{long}\n\nSection\n{long}\n{long}\n");
    assert_eq!(blocks(&source).len(), 5);
    let sentence = "word ".repeat(26);
    let source = format!("{sentence}\n{sentence}\n\n{sentence}\n");
    assert_eq!(blocks(&source).len(), 2, "a line a sentence is joined");
    let wrapped = "word ".repeat(14);
    let source = format!("{wrapped}\n{wrapped}\n{long}\nend\n\n{long}\n");
    assert_eq!(blocks(&source).len(), 2, "one long line among wrapped ones decides nothing");
    let han = "字".repeat(120);
    assert_eq!(blocks(&format!("{han}\n{han}\n\n题\n")).len(), 3, "wide characters count twice");
}

#[test]
fn list_items_are_blocks() {
    let cases: [(&str, &[&str]); 11] = [
        ("Buy:\n- milk\n  and cream\n- eggs\n\nEnd", &["P Buy:", "L milk and cream", "L eggs", "P End"]),
        ("- milk\n* eggs\n• flour", &["L milk", "L eggs", "L flour"]),
        ("He came\n- at last - home.\n\nEnd", &["P He came - at last - home.", "P End"]),
        ("Said:\n- yes\n\nEnd", &["P Said:", "L yes", "P End"]),
        ("1. one\n2. two\n3. three", &["L one", "L two", "L three"]),
        ("1) one\nmore\n2) two\n\nx", &["L one more", "L two", "P x"]),
        ("1. one\n\n2. two", &["L one", "L two"]),
        ("3. Oktober 1990\n4. November 1990", &["P 3. Oktober 1990", "P 4. November 1990"]),
        ("Am\n3. Oktober\n\n1. Mai", &["P Am 3. Oktober", "P 1. Mai"]),
        ("1、一\n2、二", &["L 一", "L 二"]),
        ("a\n\n* * *\n\nb", &["P a", "P * * *", "P b"]),
    ];
    for (source, expected) in cases {
        assert_eq!(blocks(source), expected, "{source:?}");
    }
}

#[test]
fn every_line_counts_in_pre_segmented_text() {
    let source = "\u{feff}- one\r\n\r\n  two  words \n\n\u{2028}x";
    let lines = read_lines(source);
    let texts: Vec<&str> = lines.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["- one", "", "two words", "", "x"]);
    assert!(lines.iter().all(|block| block.kind == BlockKind::Line));
    assert_eq!(&source[lines[2].span.range()], "  two  words ");
    assert_eq!(lines[1].span.len(), 0);
}
