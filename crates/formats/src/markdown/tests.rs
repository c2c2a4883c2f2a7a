use super::*;
use parallax_core::InlineKind;

/// A block in a line: kind, text, and each inline with its words, and its destination and what stands for that.
fn shown(source: &str, block: &Block) -> String {
    let mut line = match block.kind {
        BlockKind::Heading(level) => format!("H{level}"),
        BlockKind::Paragraph => "P".to_owned(),
        BlockKind::ListItem => "L".to_owned(),
        BlockKind::TableCell => "T".to_owned(),
        BlockKind::Code => "C".to_owned(),
        BlockKind::Line | BlockKind::Entry => "?".to_owned(),
    };
    line = format!("{line} {}", block.text.as_str());
    for inline in &block.inlines {
        let words = &block.text.as_str()[inline.range.range()];
        let written = &source[inline.span.range()];
        line += &match &inline.kind {
            InlineKind::Code => format!(" | code({words})={written}"),
            InlineKind::Link { destination, destination_span } => {
                format!(" | link({words})→{destination}={}", &source[destination_span.range()])
            }
            InlineKind::Autolink => format!(" | auto({words})={written}"),
            InlineKind::Emphasis => format!(" | em({words})={written}"),
            InlineKind::Html => format!(" | html({words})={written}"),
        };
    }
    line
}

fn check(dialect: Dialect, cases: &[(&str, &[&str])]) {
    for (source, expected) in cases {
        let blocks: Vec<String> = read(source, dialect).blocks.iter().map(|block| shown(source, block)).collect();
        assert_eq!(blocks, *expected, "{source:?}");
    }
}

#[test]
fn blocks_are_found_in_order() {
    check(
        Dialect::CommonMark,
        &[
            ("", &[]),
            ("\n \n", &[]),
            ("One\ntwo.\n\nThree", &["P One two.", "P Three"]),
            ("# A #\n\nB\n===\n\n###### C {#id .x}\n", &["H1 A", "H1 B", "H6 C"]),
            ("> a\n> b\n>\n> > c\n", &["P a b", "P c"]),
            ("> [!NOTE]\n> text\n", &["P text"]),
            ("a[^1] b\n\n[^1]: note\n    more\n", &["P a b", "P note more"]),
            ("a\n\n---\nb: c\n---\n\nd", &["P a", "H2 b: c", "P d"]),
            ("---\ntitle: x\n---\n\nd", &["P d"]),
            (":::tip\ntext\n:::\n", &["P :::tip text :::"]),
            ("Term\n: def\n", &["P Term : def"]),
        ],
    );
}

#[test]
fn items_are_blocks_tight_loose_and_nested() {
    check(
        Dialect::CommonMark,
        &[
            ("- a\n- b\n  c\n", &["L a", "L b c"]),
            ("- a\n\n- b\n\n  c\n", &["L a", "L b", "L c"]),
            ("- a\n  - b\n    1. c\n- d\n", &["L a", "L b", "L c", "L d"]),
            ("- [ ] a\n- [x] *b*\n", &["L a", "L b | em(b)=*b*"]),
            ("- a\n  > q\n\n  ```\n  x\n  ```\n- # h\n", &["L a", "P q", "C x", "H1 h"]),
            ("- \n- a\n", &["L a"]),
            ("1. [a](b)\n", &["L a | link(a)→b=b"]),
        ],
    );
}

#[test]
fn cells_and_code_are_blocks() {
    check(
        Dialect::CommonMark,
        &[
            ("| a | |\n|--|--|\n| `x\\|y` | c\\|d |\n", &["T a", "T x|y | code(x|y)=`x\\|y`", "T c|d"]),
            ("```rust\nfn a() {\n\n    b\n}\n```\n", &["C fn a() {\n\n    b\n}"]),
            ("```\r\na\r\n  b\r\n```\r\n", &["C a\n  b"]),
            ("    a\n      b\n", &["C a\n  b"]),
            ("> ~~~\n> a\n> b\n> ~~~\n", &["C a\nb"]),
            ("```\n```\n", &[]),
        ],
    );
}

#[test]
fn text_is_what_a_reader_sees() {
    check(
        Dialect::CommonMark,
        &[
            ("a &amp; b \\* c&nbsp;d &#x41;\n", &["P a & b * c\u{a0}d A"]),
            ("a  \nb\\\nc\r\nd", &["P a b c d"]),
            ("日本\n語  \n文\nabc", &["P 日本語文 abc"]),
            ("soft\u{ad}\nhyphen", &["P softhyphen"]),
            ("\"quotes\" -- and ...", &["P \"quotes\" -- and ..."]),
            ("a <b>b</b> <!-- c -->d<br>e<br/>f", &["P a b d e f | html()=<b> | html()=</b>"]),
            ("日<br>本", &["P 日本"]),
            ("$5-$10, US$5–US$10, $x^2$", &["P $5-$10, US$5–US$10, x^2 | code(x^2)=$x^2$"]),
            ("~5 km or ~6 km", &["P ~5 km or ~6 km"]),
        ],
    );
}

#[test]
fn inlines_have_their_places() {
    check(
        Dialect::CommonMark,
        &[
            ("`` a`b `` ` c `", &["P a`b c | code(a`b)=`` a`b `` | code(c)=` c `"]),
            ("> `a\n> b` c", &["P a b c | code(a b)=`a\n> b`"]),
            ("x\n*a **b***", &["P x a b | em(a b)=*a **b*** | em(b)=**b**"]),
            ("~~a~~ *b* ", &["P a b | em(a)=~~a~~ | em(b)=*b*"]),
            (
                "<https://x.y/> <a@b.c>",
                &["P https://x.y/ a@b.c | auto(https://x.y/)=<https://x.y/> | auto(a@b.c)=<a@b.c>"],
            ),
            ("*a*\n\n*b*", &["P a | em(a)=*a*", "P b | em(b)=*b*"]),
        ],
    );
}

#[test]
fn destinations_are_found_where_they_stand() {
    check(
        Dialect::CommonMark,
        &[
            ("[a](b)", &["P a | link(a)→b=b"]),
            ("[a *b*]( <x y> 'title')", &["P a b | link(a b)→x y=x y | em(b)=*b*"]),
            ("[b](/c_(d) \"](x\")", &["P b | link(b)→/c_(d)=/c_(d)"]),
            ("[a\\]](b)", &["P a] | link(a])→b=b"]),
            ("[a](b\\*?x&amp;y)", &["P a | link(a)→b*?x&y=b\\*?x&amp;y"]),
            ("[`](`](c)", &["P ]( | link(]()→c=c | code(]()=`](`"]),
            ("a [](b)", &["P a | link()→b=b"]),
            ("> [a](\n> b)", &["P a | link(a)→b=[a](\n> b)"]),
            ("![alt](i.png) [![in](i)](o)", &["P alt in | link(alt)→i.png=i.png | link(in)→o=o | link(in)→i=i"]),
            ("[a][r] [R] [r][]\n\n[r]: <d> 't'\n", &["P a R r | link(a)→d=d | link(R)→d=d | link(r)→d=d"]),
            ("x\n\n> [a\\]]\n>\n> [a\\]]: d\n", &["P x", "P a] | link(a])→d=d"]),
            ("---\na: b\n---\n[r]\n\n[r]: d\n", &["P r | link(r)→d=d"]),
        ],
    );
    // The definition's destination, not the same letter before it.
    let source = "d [r]\n\n[r]: d";
    let content = read(source, Dialect::CommonMark);
    let InlineKind::Link { destination_span, .. } = &content.blocks[0].inlines[0].kind else { panic!("no link") };
    assert_eq!(destination_span.start, source.len() - 1);
}

#[test]
fn simple_html_is_read() {
    check(
        Dialect::CommonMark,
        &[
            ("<!-- c\n\nd -->\n\na", &["P a"]),
            ("<details><summary>Text &amp; more</summary>\nfoo\nbar\n</details>\n", &["P Text & more", "P foo bar"]),
            (
                "<h2 id='a>b'>Head</h2>\n<ul><li>x <b>y</b><li>z</ul>",
                &["H2 Head", "L x y | html()=<b> | html()=</b>", "L z"],
            ),
            ("<table><tr><td>1 < 2</td></tr></table>", &["T 1 < 2"]),
            ("<div>\n<script>\nif (a < b) c();\n</script>\nd\n<p>e", &["P d", "P e"]),
            ("<script>\nx\n</script>\n\n<style>y</style>\n\n<pre>z</pre>\n\na", &["P a"]),
            ("> <div>\n> x\n> y</div>\n", &["P x y"]),
            ("<div>a&copy;b &eacute; &nope; & c</div>", &["P a©b é &nope; & c"]),
            ("<div\nunclosed", &[]),
            ("<p align=\"center\">\n  <img src=\"a.png\">\n</p>\n", &[]),
            ("<div>日本\n語</div>", &["P 日本語"]),
        ],
    );
}

#[test]
fn code_of_mdx_is_skipped() {
    let source = "import A from 'a'\nimport B from 'b'\n\nexport const x = 1\n\n{/* note */}\n\n\
                  <Tabs items={['a > b']}>\n  Text\n</Tabs>\n\nHi *there* {name}\n\n- import b\n";
    check(Dialect::Mdx, &[(source, &["P Text", "P Hi there {name} | em(there)=*there*", "L import b"])]);
    assert_eq!(read(source, Dialect::CommonMark).blocks.len(), 6);
}

#[test]
fn front_matter_declares_the_language() {
    let content = read("\u{feff}---\nlang: pt-br\n---\n# A\n", Dialect::CommonMark);
    assert_eq!(content.language.map(|tag| tag.to_string()).as_deref(), Some("pt-BR"));
    assert_eq!(content.blocks.len(), 1);
}
