//! Alignments of small documents of our own, changed in the ways that translators and accidents change them.

use crate::shown;
use crate::versions::{lines, paragraphs, version};
use parallax_aligner::align;
use parallax_core::BlockKind::{Code, Heading, ListItem, Paragraph, TableCell};

const ENGLISH: &str = "\
The ferry to the island leaves at nine. It takes forty minutes, and it costs 12 euros.
Most visitors come in summer. In July alone, more than 30,000 people cross the water. The fishermen complain about it, but their children sell them ice cream.
There is one school on the island. It has 26 pupils and two teachers (one of them is also the mayor).
What do people do in winter? They repair the boats, they read, and they wait for the mail.
In 1987 a storm destroyed the old harbor. The new one was built by Dutch engineers, and it has never failed since.
The lighthouse was closed in 2011. A family from Hamburg bought it and turned it into a small hotel with five rooms.
If you want to stay there, write to lighthouse@example.com. The rooms for next August are already taken.";

const GERMAN: &str = "\
Die Fähre zur Insel legt um neun Uhr ab. Sie braucht vierzig Minuten und kostet 12 Euro.
Die meisten Besucher kommen im Sommer. Allein im Juli fahren mehr als 30.000 Menschen übers Wasser. Die Fischer klagen darüber, aber ihre Kinder verkaufen ihnen Eis.
Auf der Insel gibt es eine einzige Schule. Sie hat 26 Schüler und zwei Lehrerinnen (eine von ihnen ist zugleich Bürgermeisterin).
Was macht man im Winter? Man repariert die Boote, liest und wartet auf die Post.
1987 zerstörte ein Sturm den alten Hafen. Den neuen bauten niederländische Ingenieure, und er hat seitdem nie versagt.
Der Leuchtturm wurde 2011 geschlossen. Eine Familie aus Hamburg kaufte ihn und machte daraus ein kleines Hotel mit fünf Zimmern.
Wenn Sie dort wohnen möchten, schreiben Sie an lighthouse@example.com. Die Zimmer für den nächsten August sind schon vergeben.";

const JAPANESE: &str = "\
島へのフェリーは9時に出ます。所要時間は40分で、料金は12ユーロです。
訪問者の多くは夏にやって来ます。7月だけで3万人以上が海を渡ります。漁師たちは不満を言いますが、その子供たちはアイスクリームを売っています。
島には学校が一つあります。生徒は26人、教師は二人です（そのうちの一人は町長でもあります）。
冬の間、人々は何をするのでしょうか？船を修理し、本を読み、郵便を待つのです。
1987年、嵐が古い港を破壊しました。新しい港はオランダの技術者が建設したもので、それ以来一度も壊れていません。
灯台は2011年に閉鎖されました。ハンブルクのある家族がそれを買い、五部屋の小さなホテルに改装しました。
そこに泊まりたい方は、lighthouse@example.com までご連絡ください。来年8月の部屋はすでに満室です。";

/// The German text with a change.
fn german(from: &str, to: &str) -> String {
    assert!(GERMAN.contains(from), "{from}");
    GERMAN.replacen(from, to, 1)
}

#[track_caller]
fn check(source: &str, (language, target): (&str, &str), blocks: &str, segments: &str) {
    let alignment = align(&paragraphs("en", source), &paragraphs(language, target));
    assert_eq!(shown(&alignment.segments), segments, "segments");
    assert_eq!(shown(&alignment.blocks), blocks, "blocks");
}

const ALL: &str = "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10 11:11 12:12 13:13 14:14";
const BLOCKS: &str = "0:0 1:1 2:2 3:3 4:4 5:5 6:6";

#[test]
fn a_faithful_translation_is_one_to_one_and_sure() {
    for (language, text) in [("de", GERMAN), ("ja", JAPANESE)] {
        check(ENGLISH, (language, text), BLOCKS, ALL);
        let alignment = align(&paragraphs("en", ENGLISH), &paragraphs(language, text));
        let least = alignment.segments.iter().map(|bead| bead.confidence.get()).fold(1.0, f64::min);
        assert!(least > 0.9, "{language}: {least}");
    }
}

#[test]
fn an_omitted_sentence_is_found() {
    for (sentence, segments) in [
        (
            " Allein im Juli fahren mehr als 30.000 Menschen übers Wasser.",
            "0:0 1:1 2:2 3: 4:3 5:4 6:5 7:6 8:7 9:8 10:9 11:10 12:11 13:12 14:13",
        ),
        (
            "Der Leuchtturm wurde 2011 geschlossen. ",
            "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10 11: 12:11 13:12 14:13",
        ),
        (
            " Die Zimmer für den nächsten August sind schon vergeben.",
            "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10 11:11 12:12 13:13 14:",
        ),
    ] {
        check(ENGLISH, ("de", &german(sentence, "")), BLOCKS, segments);
    }
}

#[test]
fn an_added_sentence_is_found() {
    let more = german("im Winter?", "im Winter? Im Hotel zur Post spielt freitags eine Kapelle aus Kiel zum Tanz auf.");
    check(ENGLISH, ("de", &more), BLOCKS, "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 :8 8:9 9:10 10:11 11:12 12:13 13:14 14:15");
}

#[test]
fn an_omitted_and_an_added_paragraph_are_found() {
    let without: String =
        GERMAN.lines().enumerate().filter(|(at, _)| *at != 4).map(|(_, line)| format!("{line}\n")).collect();
    let blocks = "0:0 1:1 2:2 3:3 4: 5:4 6:5";
    check(ENGLISH, ("de", &without), blocks, "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9: 10: 11:9 12:10 13:11 14:12");
    let more = german(
        "\nDer Leuchtturm",
        "\nHunde sind am Strand nicht erlaubt. Wer sie dennoch mitbringt, zahlt eine Strafe.\nDer Leuchtturm",
    );
    let blocks = "0:0 1:1 2:2 3:3 4:4 :5 5:6 6:7";
    check(
        ENGLISH,
        ("de", &more),
        blocks,
        "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10 :11 :12 11:13 12:14 13:15 14:16",
    );
}

#[test]
fn paragraphs_and_sentences_may_be_split_and_joined() {
    let split = german(". Die Fischer", ".\nDie Fischer");
    check(ENGLISH, ("de", &split), "0:0 1:1,2 2:3 3:4 4:5 5:6 6:7", ALL);
    let joined = german("versagt.\nDer", "versagt. Der");
    check(ENGLISH, ("de", &joined), "0:0 1:1 2:2 3:3 4,5:4 6:5", ALL);
    let sentences =
        german("ab. Sie braucht", "ab, braucht").replacen("Hafen. Den neuen bauten", "Hafen; den neuen bauten", 1);
    check(ENGLISH, ("de", &sentences), BLOCKS, "0,1:0 2:1 3:2 4:3 5:4 6:5 7:6 8:7 9,10:8 11:9 12:10 13:11 14:12");
}

#[test]
fn a_sentence_may_cross_a_border() {
    // The last sentence of a paragraph opens the next one.
    let crossing = german(". Die Fischer", ".\nDie Fischer").replacen("Eis.\n", "Eis. ", 1);
    check(ENGLISH, ("de", &crossing), BLOCKS, ALL);
}

#[test]
fn a_moved_paragraph_is_no_omission() {
    let mut order: Vec<&str> = GERMAN.lines().collect();
    let moved = order.remove(1);
    order.insert(5, moved);
    check(
        ENGLISH,
        ("de", &order.join("\n")),
        "0:0 1>5 2:1 3:2 4:3 5:4 6:6",
        "0:0 1:1 2>10 3>11 4>12 5:2 6:3 7:4 8:5 9:6 10:7 11:8 12:9 13:13 14:14",
    );
}

#[test]
fn what_replaces_a_paragraph_elsewhere_is_not_taken_for_it() {
    let mut order: Vec<&str> = GERMAN.lines().collect();
    order.remove(1);
    order.insert(5, "Im Museum hängen alte Netze und Fotos. Der Eintritt ist frei, Spenden sind willkommen. Geöffnet ist es nur am Wochenende.");
    let alignment = align(&paragraphs("en", ENGLISH), &paragraphs("de", &order.join("\n")));
    assert_eq!(shown(&alignment.blocks), "0:0 1: 2:1 3:2 4:3 5:4 :5 6:6");
}

#[test]
fn structure_keeps_headings_lists_tables_and_code_apart() {
    let english = version(
        "en",
        &[
            (Heading(1), "Setup"),
            (Paragraph, "Do this first."),
            (ListItem, "Open the box."),
            (ListItem, "Plug in the cable."),
            (ListItem, "Press the button."),
            (Code, "run --fast\nstop"),
            (TableCell, "Weight"),
            (TableCell, "2 kg"),
            (Heading(2), "Help"),
            (Paragraph, "Call us."),
        ],
    );
    // One list item and the row of the table are missing, a heading is new.
    let polish = version(
        "pl",
        &[
            (Heading(1), "Konfiguracja"),
            (Paragraph, "Najpierw zrób to."),
            (ListItem, "Otwórz pudełko."),
            (ListItem, "Naciśnij przycisk."),
            (Code, "run --fast\nstop"),
            (Heading(2), "Pomoc"),
            (Paragraph, "Zadzwoń do nas."),
            (Heading(2), "Dodatek"),
        ],
    );
    let blocks = shown(&align(&english, &polish).blocks);
    assert!(blocks.starts_with("0:0 1:1 2:2 "), "{blocks}");
    assert!(blocks.ends_with(" 5:4 6: 7: 8:5 9:6 :7"), "{blocks}");
}

#[test]
fn lines_make_beads_of_many() {
    let english = "It was late. | He had come on foot, | from far away, | and he was tired. | Nobody knew him in this town. | \
                   | The inn was full; | the innkeeper, Mr. Brown, gave him 3 coins and sent him on to the mill.";
    let german = "Es war spät. | Er war zu Fuß gekommen, von weit her, und er war müde. | In dieser Stadt kannte ihn niemand. | \
                  | Das Gasthaus war voll; | der Wirt, | Mr. Brown, | gab ihm 3 Münzen | und schickte ihn weiter zur Mühle.";
    let split = |text: &str| text.split('|').map(str::trim).collect::<Vec<_>>().join("\n");
    let alignment = align(&lines("en", &split(english)), &lines("de", &split(german)));
    assert_eq!(shown(&alignment.segments), "0:0 1,2,3:1 4:2 5:3 6:4 7:5,6,7,8");
    assert_eq!(shown(&alignment.blocks), shown(&alignment.segments));
}

#[test]
fn empty_documents_are_left_out_whole() {
    let (empty, text) = (paragraphs("en", ""), paragraphs("de", "Eins. Zwei.\nDrei."));
    assert_eq!(shown(&align(&empty, &text).segments), ":0 :1 :2");
    assert_eq!(shown(&align(&text, &empty).blocks), "0: 1:");
    assert_eq!(align(&empty, &empty).segments, []);
}

#[test]
fn a_long_omission_in_a_long_document_is_not_lost() {
    // 900 lines of which the translation lacks 200, more than the band of the first look is wide.
    let word = |seed: usize| ["alpha", "berg", "casa", "delta", "echo", "fjord", "golf", "hotel"][seed % 8];
    let line = |at: usize| {
        let words: Vec<String> =
            (0..4 + at * 7 % 9).map(|k| format!("{}{}", word(at * 5 + k * 3), (at * 31 + k * 17) % 97)).collect();
        words.join(" ")
    };
    let all: Vec<String> = (0..900).map(line).collect();
    let kept: Vec<String> =
        all.iter().enumerate().filter(|(at, _)| !(300..500).contains(at)).map(|(_, l)| l.clone()).collect();
    let alignment = align(&lines("en", &all.join("\n")), &lines("de", &kept.join("\n")));
    let wrong = alignment.segments.iter().filter(|bead| match bead.source.start {
        at @ 300..500 => !bead.target.is_empty() || at != bead.source.start,
        at @ 0..300 => bead.target != (at..at + 1),
        at => bead.target != (at - 200..at - 199),
    });
    assert_eq!(wrong.count(), 0);
}

#[test]
fn paragraphs_whose_sentences_are_not_told_apart_are_aligned_whole() {
    let thai = "\
เรือข้ามฟากไปเกาะออกเวลาเก้าโมง ใช้เวลาสี่สิบนาที และมีค่าโดยสาร 12 ยูโร
นักท่องเที่ยวส่วนใหญ่มาในฤดูร้อน เฉพาะเดือนกรกฎาคมมีผู้คนกว่า 30,000 คนข้ามน้ำมา ชาวประมงบ่นเรื่องนี้ แต่ลูก ๆ ของพวกเขาขายไอศกรีมให้นักท่องเที่ยว
บนเกาะมีโรงเรียนแห่งเดียว มีนักเรียน 26 คนและครูสองคน (หนึ่งในนั้นเป็นนายกเทศมนตรีด้วย)
ในฤดูหนาวผู้คนทำอะไร พวกเขาซ่อมเรือ อ่านหนังสือ และรอจดหมาย
ในปี 1987 พายุทำลายท่าเรือเก่า ท่าเรือใหม่สร้างโดยวิศวกรชาวดัตช์ และไม่เคยพังอีกเลย
ประภาคารปิดตัวลงในปี 2011 ครอบครัวหนึ่งจากฮัมบูร์กซื้อไว้และเปลี่ยนเป็นโรงแรมเล็ก ๆ ที่มีห้าห้อง
หากท่านต้องการพักที่นั่น โปรดเขียนถึง lighthouse@example.com ห้องพักสำหรับเดือนสิงหาคมปีหน้าเต็มแล้ว";
    let version = paragraphs("th", thai);
    let alignment = align(&paragraphs("en", ENGLISH), &version);
    assert_eq!(shown(&alignment.blocks), BLOCKS);
    assert_eq!(shown(&alignment.segments), "0,1:0 2,3,4:1 5,6:2 7,8:3 9,10:4 11,12:5 13,14:6");
}
