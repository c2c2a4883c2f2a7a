//! Reports built by hand, so that no change elsewhere changes what is tested here.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of this")]

use parallax_core::locale::Locale;
use parallax_core::{
    Alignment, Bead, Block, BlockKind, BlockText, Confidence, Document, Evidence, Finding, Fingerprint, LanguageOrigin,
    Place, Report, RuleMeta, Segment, Severity, Span, TextRange, Version,
};
use parallax_report::{Format, Options, TerminalStyle, write_report};

pub const QUANTITY_CHANGED: RuleMeta = rule("N001", "quantity-changed", "accuracy/mistranslation", Severity::Error);
pub const DATE_CHANGED: RuleMeta = rule("N005", "date-changed", "accuracy/mistranslation", Severity::Error);
pub const SENTENCE_OMITTED: RuleMeta = rule("S003", "sentence-omitted", "accuracy/omission", Severity::Error);
pub const PARAGRAPH_ADDED: RuleMeta = rule("S002", "paragraph-added", "accuracy/addition", Severity::Warning);

const fn rule(code: &'static str, name: &'static str, mqm: &'static str, severity: Severity) -> RuleMeta {
    RuleMeta { code, name, mqm, severity, summary: "", docs: "" }
}

/// A version whose paragraphs are given as lists of sentences, a paragraph a line.
pub fn version(path: &str, language: &str, paragraphs: &[&[&str]]) -> Version {
    let mut source = String::new();
    let (mut blocks, mut segments, mut block_segments) = (Vec::new(), Vec::new(), Vec::new());
    for (block, sentences) in paragraphs.iter().enumerate() {
        let start = source.len();
        let first = segments.len();
        for sentence in *sentences {
            if source.len() > start {
                source.push(' ');
            }
            let range = TextRange::new(source.len() - start, source.len() - start + sentence.len());
            segments.push(Segment { block, range, facts: 0..0, cues: 0..0 });
            source.push_str(sentence);
        }
        block_segments.push(first..segments.len());
        let text = BlockText::from_source(start, &source[start..]);
        blocks.push(Block::plain(BlockKind::Paragraph, Span::new(start, source.len()), text));
        source.push('\n');
    }
    let language = language.parse().expect("a language tag");
    Version {
        document: Document::new(path, source, blocks),
        language,
        origin: LanguageOrigin::Path,
        locale: Locale::of(&language),
        segments,
        block_segments,
        facts: Vec::new(),
        names: Default::default(),
        cues: Vec::new(),
    }
}

pub fn bead(source: std::ops::Range<usize>, target: std::ops::Range<usize>, confidence: f64) -> Bead {
    Bead { source, target, confidence: Confidence::new(confidence), moved: false }
}

/// An alignment of blocks and segments one to one.
pub fn one_to_one(version: &Version) -> Alignment {
    let beads = |count: usize| (0..count).map(|at| bead(at..at + 1, at..at + 1, 0.98)).collect();
    Alignment {
        blocks: beads(version.document.blocks.len()),
        segments: beads(version.segments.len()),
        ..Alignment::default()
    }
}

/// The place of the first occurrence of `text` in a version.
pub fn place(versions: &[Version], document: usize, text: &str) -> Option<Place> {
    let version = &versions[document];
    let start = version.document.source.find(text).expect("text is in the document");
    let span = Span::new(start, start + text.len());
    let block = version.document.blocks.iter().position(|it| it.span.start <= start && span.end <= it.span.end)?;
    let inside = |segment: &usize| {
        let it = version.segment_span(*segment);
        it.start <= start && span.end <= it.end
    };
    let segment = (0..version.segments.len()).find(inside);
    Some(Place { document, block, segment, span, text: text.to_owned() })
}

pub fn finding(rule: &'static RuleMeta, message: &str, source: Option<Place>, target: Option<Place>) -> Finding {
    Finding {
        rule,
        severity: rule.severity,
        confidence: Confidence::new(0.97),
        message: message.to_owned(),
        version: target.as_ref().map_or(1, |place| place.document),
        fingerprint: Fingerprint::of(&[rule.code, message]),
        source,
        target,
        evidence: vec![
            Evidence::Cause { name: "alignment", percent: 99 },
            Evidence::Cause { name: "reading", percent: 98 },
        ],
        outlier: None,
        pivot_value: None,
    }
}

pub fn value(document: usize, value: &str) -> Evidence {
    Evidence::Value { document, value: value.to_owned() }
}

pub fn report(versions: Vec<Version>, alignments: Vec<Alignment>, findings: Vec<Finding>) -> Report {
    Report {
        versions,
        alignments,
        findings,
        held_back: 0,
        failures: Vec::new(),
        notices: Vec::new(),
        elapsed: None,
        fail_on: Some(Severity::Error),
    }
}

/// The letter in French, and one version a language: English out of step, others right.
pub fn letter() -> Vec<Version> {
    vec![
        version(
            "letter.fr.txt",
            "fr",
            &[
                &["Chers partenaires,"],
                &[
                    "Depuis vingt ans, notre réseau accompagne les écoles qui veulent ouvrir leurs classes au monde.",
                    "Il comprend plus de 90 000 établissements scolaires répartis dans 20 pays, et il grandit chaque année.",
                    "Aucun d’entre eux ne paie pour en faire partie.",
                ],
                &["La prochaine rencontre aura lieu le 13 mars à Lyon."],
            ],
        ),
        version(
            "letter.en.txt",
            "en",
            &[
                &["Dear partners,"],
                &[
                    "For twenty years our network has supported schools that want to open their classrooms to the world.",
                    "It includes more than 9,000 schools in 20 countries who took up our offer, and it grows every year.",
                    "None of them pays to be a part of it.",
                ],
                &["The next meeting will take place on 18 March in Lyon."],
            ],
        ),
    ]
}

pub const SWEDISH: &[&[&str]] = &[
    &["Kära partners,"],
    &["I tjugo år har vårt nätverk hjälpt skolor.", "Det omfattar över 90 000 skolor i 20 länder."],
    &["Nästa möte hålls den 13 mars i Lyon."],
];

/// The letter with a changed number and a changed date in English; further versions agree with the pivot.
pub fn changed_number() -> Report {
    let mut versions = letter();
    let mut number = finding(
        &QUANTITY_CHANGED,
        "90 000 became 9,000 (ten times less)",
        place(&versions, 0, "90 000"),
        place(&versions, 1, "9,000"),
    );
    number.evidence.extend([value(0, "90000"), value(1, "9000")]);
    number.outlier = Some(1);
    let mut date = finding(
        &DATE_CHANGED,
        "13 mars became 18 March",
        place(&versions, 0, "13 mars"),
        place(&versions, 1, "18 March"),
    );
    date.severity = Severity::Warning;
    date.evidence.extend([value(0, "--03-13"), value(1, "--03-18")]);
    for (path, language) in
        [("letter.de.txt", "de"), ("letter.es.txt", "es"), ("letter.it.txt", "it"), ("l.sv.txt", "sv")]
    {
        versions.push(version(path, language, SWEDISH));
    }
    let agreed = Evidence::Agreement { documents: vec![2, 3, 4, 5], value: "90000".to_owned(), with_pivot: true };
    number.evidence.push(agreed);
    let alignments = versions[1..].iter().map(one_to_one).collect();
    let mut report = report(versions, alignments, vec![number, date]);
    report.held_back = 3;
    report.elapsed = Some(std::time::Duration::from_millis(94));
    report
}

/// A sentence that the English version does not have, and a paragraph that only it has.
pub fn omitted_sentence() -> Report {
    let mut versions = letter();
    versions[1] = version(
        "letter.en.txt",
        "en",
        &[
            &["Dear partners,"],
            &[
                "For twenty years our network has supported schools that want to open their classrooms to the world.",
                "None of them pays to be a part of it.",
            ],
            &["Registration is open until the end of the month."],
            &["The next meeting will take place on 18 March in Lyon."],
        ],
    );
    let sentence = versions[0].segment_text(2).to_owned();
    let omitted = finding(&SENTENCE_OMITTED, "a sentence is missing in English", place(&versions, 0, &sentence), None);
    let added = "Registration is open until the end of the month.";
    let mut added = finding(&PARAGRAPH_ADDED, "a paragraph is only in English", None, place(&versions, 1, added));
    if let Some(target) = &mut added.target {
        target.segment = None;
    }
    let alignment = Alignment {
        blocks: vec![bead(0..1, 0..1, 0.99), bead(1..2, 1..2, 0.9), bead(2..2, 2..3, 0.8), bead(2..3, 3..4, 0.97)],
        segments: vec![
            bead(0..1, 0..1, 0.99),
            bead(1..2, 1..2, 0.98),
            bead(2..3, 2..2, 0.91),
            bead(3..4, 2..3, 0.96),
            bead(4..4, 3..4, 0.8),
            bead(4..5, 4..5, 0.97),
        ],
        ..Alignment::default()
    };
    report(versions, vec![alignment], vec![omitted, added])
}

/// The changed number in a version of another script; `text` is its sentence, `number` what it says there.
pub fn other_script(path: &str, language: &str, greeting: &str, text: &str, number: &str) -> Report {
    let mut versions = letter();
    versions[0] = version(
        "letter.fr.txt",
        "fr",
        &[
            &["Chers partenaires,"],
            &["Il comprend plus de 90 000 établissements scolaires répartis dans 20 pays, et il grandit chaque année."],
        ],
    );
    versions[1] = version(path, language, &[&[greeting], &[text]]);
    let message = format!("90 000 became {number}");
    let mut finding = finding(&QUANTITY_CHANGED, &message, place(&versions, 0, "90 000"), place(&versions, 1, number));
    finding.evidence.extend([value(0, "90000"), value(1, "9000")]);
    let alignment = one_to_one(&versions[1]);
    report(versions, vec![alignment], vec![finding])
}

pub fn arabic() -> Report {
    let text = "تضم الشبكة أكثر من ٩٠٠٠ مدرسة في ٢٠ دولة، وهي تنمو كل عام بفضل المدارس التي قبلت عرضنا.";
    other_script("letter.ar.txt", "ar", "شركاءنا الأعزاء،", text, "٩٠٠٠")
}

pub fn japanese() -> Report {
    let text = "このネットワークには世界20か国の9000校以上の学校が参加しており、毎年成長を続けています。";
    other_script("letter.ja.txt", "ja", "パートナーの皆様", text, "9000")
}

/// Everybody but the pivot says 9000.
pub fn pivot_is_out() -> Report {
    let mut report = changed_number();
    report.findings.truncate(1);
    let finding = &mut report.findings[0];
    finding.outlier = Some(0);
    finding.message = "90 000 in the pivot, 9,000 elsewhere".to_owned();
    finding.evidence.pop();
    finding.evidence.push(Evidence::Agreement {
        documents: vec![1, 2, 3],
        value: "9000".to_owned(),
        with_pivot: false,
    });
    finding.evidence.push(Evidence::Note("the pivot may be what is wrong".to_owned()));
    report
}

pub fn write(report: &Report, format: Format, options: &Options) -> String {
    let mut out = Vec::new();
    write_report(report, format, options, &mut out).expect("memory can be written to");
    String::from_utf8(out).expect("reports are UTF-8")
}

pub fn full(report: &Report, width: usize) -> String {
    write(report, Format::Terminal(TerminalStyle::Full), &Options { width, ..Options::default() })
}
