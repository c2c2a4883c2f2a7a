//! How long it takes to read what segments say, stage by stage.
//!
//! `cargo bench -p parallax-core --bench facts [-- [--facts | --profile] [FOLDER]]`: the texts are those of FOLDER, files
//! named by language (`de.txt`) with one segment a line, or else a few sentences of the bench's own. With `--facts` it
//! times nothing and prints the facts of every segment, so that the results of two builds can be compared; with
//! `--profile` it reads the facts of all segments for some seconds, for a profiler to look on.

use parallax_core::span::{Span, TextRange};
use parallax_core::tokens::Tokens;
use parallax_core::{Block, BlockKind, BlockText, Fact, LanguageTag, facts, locale::Locale, segmentation};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, process};

/// Sentences of real length in several scripts: some with many facts, some with none.
const SENTENCES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "The council bought 1,250 new lamps for the old harbour in March 2021, about twenty percent more than it had planned the year before.",
            "Nobody in the village remembers who planted the walnut trees along the river, but every child knows the way to them by heart.",
            "The ferry leaves at 17:30 and takes roughly two and a half hours, so you will not be in town before eight.",
        ],
    ),
    (
        "de",
        &[
            "Der Rat kaufte im März 2021 für den alten Hafen 1.250 neue Lampen, rund zwanzig Prozent mehr, als im Jahr davor geplant war.",
            "Niemand im Dorf weiß noch, wer die Walnussbäume am Flussufer gepflanzt hat, aber jedes Kind findet den Weg dorthin im Schlaf.",
            "Die Fähre legt um 17.30 Uhr ab und braucht etwa zweieinhalb Stunden, vor acht sind Sie also nicht in der Stadt.",
        ],
    ),
    (
        "fr",
        &[
            "En mars 2021, la commune a acheté 1 250 lampes neuves pour le vieux port, soit environ vingt pour cent de plus que prévu.",
            "Au village, personne ne se rappelle qui a planté les noyers au bord de la rivière, mais tous les enfants en connaissent le chemin.",
            "Le bac part à 17 h 30 et met à peu près deux heures et demie ; vous ne serez donc pas en ville avant huit heures.",
        ],
    ),
    (
        "fi",
        &[
            "Kaupunki osti maaliskuussa 2021 vanhaan satamaan 1 250 uutta lamppua, noin kaksikymmentä prosenttia enemmän kuin oli aiottu.",
            "Kukaan kylässä ei enää muista, kuka joenrannan saksanpähkinäpuut istutti, mutta jokainen lapsi osaa tien niiden luo ulkoa.",
            "Lautta lähtee kello 17.30 ja matka kestää suunnilleen kaksi ja puoli tuntia, joten perillä ei olla ennen kahdeksaa.",
        ],
    ),
    (
        "ru",
        &[
            "В марте 2021 года город купил для старой гавани 1250 новых ламп, примерно на двадцать процентов больше, чем собирался.",
            "Никто в деревне уже не помнит, кто посадил ореховые деревья вдоль реки, но каждый ребёнок знает к ним дорогу наизусть.",
            "Паром отходит в 17:30 и идёт около двух с половиной часов, так что раньше восьми вы в городе не будете.",
        ],
    ),
    (
        "ar",
        &[
            "اشترت المدينة في مارس 2021 للميناء القديم ١٬٢٥٠ مصباحًا جديدًا، أي أكثر بنحو عشرين في المئة مما كان مقررًا.",
            "لا أحد في القرية يذكر من زرع أشجار الجوز على ضفة النهر، لكن كل طفل يعرف الطريق إليها عن ظهر قلب.",
            "تغادر العبّارة في الساعة 17:30 وتستغرق نحو ساعتين ونصف، فلن تكونوا في المدينة قبل الثامنة.",
        ],
    ),
    (
        "hi",
        &[
            "नगर ने मार्च 2021 में पुराने बंदरगाह के लिए १,२५० नए दीये ख़रीदे, जो पहले की योजना से लगभग बीस प्रतिशत अधिक थे।",
            "गाँव में किसी को याद नहीं कि नदी के किनारे अखरोट के पेड़ किसने लगाए थे, पर हर बच्चा वहाँ का रास्ता जानता है।",
            "नाव शाम 5:30 बजे चलती है और क़रीब ढाई घंटे लेती है, इसलिए आप आठ बजे से पहले शहर नहीं पहुँचेंगे।",
        ],
    ),
    (
        "zh",
        &[
            "2021年3月，市政府为旧港口购置了一千二百五十盏新灯，比前一年的计划多出大约百分之二十。",
            "村里已经没有人记得河边的核桃树是谁种下的，可是每个孩子闭着眼睛都能找到那条路。",
            "渡船下午5点30分出发，航程大约两个半小时，所以八点以前到不了城里。",
        ],
    ),
    (
        "ja",
        &[
            "市は2021年3月、旧港のために新しい街灯を1,250基買い、その数は前の年の計画よりおよそ二割多かった。",
            "川沿いのくるみの木を誰が植えたのか、村で覚えている人はもういないが、子どもたちは皆その道を知っている。",
            "渡し船は午後5時30分に出て、二時間半ほどかかるので、八時前には町に着かない。",
        ],
    ),
    (
        "ko",
        &[
            "시는 2021년 3월에 옛 항구에 놓을 새 등 1,250개를 샀는데, 처음 계획보다 약 20퍼센트 많았다.",
            "강가의 호두나무를 누가 심었는지 기억하는 사람은 마을에 없지만, 아이들은 모두 그 길을 안다.",
            "나룻배는 오후 5시 30분에 떠나 두 시간 반쯤 걸리므로 여덟 시 전에는 시내에 닿지 못한다.",
        ],
    ),
];

/// The segments of one language.
struct Text {
    language: String,
    segments: Vec<String>,
}

fn main() {
    let mut task: fn(&[Text]) = measure;
    let mut folder = None;
    for argument in env::args().skip(1) {
        match argument.as_str() {
            "--facts" => task = print_facts,
            "--profile" => task = profile,
            // What cargo itself adds.
            "--bench" => {}
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    let texts = match folder.map_or_else(|| Ok(own_texts()), |folder| texts_in(&folder)) {
        Ok(texts) => texts,
        Err(problem) => {
            eprintln!("error: {problem}");
            process::exit(1);
        }
    };
    task(&texts);
}

fn own_texts() -> Vec<Text> {
    let owned = |segments: &&[&str]| segments.iter().map(|&segment| segment.to_owned()).collect();
    SENTENCES
        .iter()
        .map(|(language, segments)| Text { language: (*language).to_owned(), segments: owned(segments) })
        .collect()
}

fn texts_in(folder: &Path) -> Result<Vec<Text>, String> {
    let cannot = |path: &Path, error| format!("cannot read {}: {error}", path.display());
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| cannot(folder, error))? {
        let path = entry.map_err(|error| cannot(folder, error))?.path();
        if path.extension().is_some_and(|extension| extension == "txt")
            && let Some(language) = path.file_stem().and_then(|stem| stem.to_str())
        {
            let content = fs::read_to_string(&path).map_err(|error| cannot(&path, error))?;
            let segments = content.lines().map(str::to_owned).collect();
            texts.push(Text { language: language.to_owned(), segments });
        }
    }
    texts.sort_by(|a, b| a.language.cmp(&b.language));
    if texts.is_empty() { Err(format!("no file named LANGUAGE.txt in {}", folder.display())) } else { Ok(texts) }
}

fn locale_of(language: &str) -> Locale {
    let tag: LanguageTag = language.parse().unwrap_or_else(|error| {
        eprintln!("error: {language} is no language tag: {error}");
        process::exit(1)
    });
    Locale::of(&tag)
}

fn block_of(text: &str) -> Block {
    Block::plain(BlockKind::Line, Span::new(0, text.len()), BlockText::from_source(0, text))
}

fn print_facts(texts: &[Text]) {
    let mut facts: Vec<Fact> = Vec::new();
    for Text { language, segments } in texts {
        let locale = locale_of(language);
        for segment in segments {
            println!("{language}: {segment}");
            let block = block_of(segment);
            facts.clear();
            facts::read(&block, block.text.range(), &locale, &mut facts);
            facts.iter().for_each(|fact| println!("  {fact:?}"));
        }
    }
}

/// How many segments are timed together.
const CHUNK: usize = 30;

fn profile(texts: &[Text]) {
    const LONG_ENOUGH: Duration = Duration::from_secs(4);
    let mut facts: Vec<Fact> = Vec::new();
    let read = |Text { language, segments }: &Text| {
        let blocks: Vec<Block> = segments.iter().map(|segment| block_of(segment)).collect();
        (locale_of(language), blocks)
    };
    let texts: Vec<(Locale, Vec<Block>)> = texts.iter().map(read).collect();
    let start = Instant::now();
    while start.elapsed() < LONG_ENOUGH {
        for (locale, blocks) in &texts {
            for block in blocks {
                facts.clear();
                facts::read(black_box(block), block.text.range(), locale, &mut facts);
            }
        }
    }
}

/// The stages that are timed, in the order in which a segment passes through them.
const STAGES: [&str; 5] = ["text", "sentences", "tokens", "phrases", "facts"];

fn measure(texts: &[Text]) {
    println!("ns per character; `facts` is all of reading a segment, tokens and phrases among it\n");
    print!("{:<8} {:>8} {:>6}", "language", "segments", "length");
    STAGES.iter().for_each(|stage| print!(" {stage:>9}"));
    println!(" {:>15}", "facts/segment");
    let mut total = (0, 0, [Duration::ZERO; STAGES.len()]);
    for Text { language, segments } in texts {
        let characters = segments.iter().map(|segment| segment.chars().count()).sum();
        let mut times = [Duration::ZERO; STAGES.len()];
        // A few at a time: the shorter a run, the likelier that nothing else comes in its way.
        for chunk in segments.chunks(CHUNK) {
            add(&mut times, stage_times(language, chunk));
        }
        row(language, segments.len(), characters, &times);
        total.0 += segments.len();
        total.1 += characters;
        add(&mut total.2, times);
    }
    row("all", total.0, total.1, &total.2);
}

fn add(sums: &mut [Duration], times: [Duration; STAGES.len()]) {
    sums.iter_mut().zip(times).for_each(|(sum, time)| *sum += time);
}

fn row(language: &str, segments: usize, characters: usize, times: &[Duration]) {
    print!("{language:<8} {segments:>8} {:>6}", characters / segments.max(1));
    times.iter().for_each(|time| print!(" {:>9.1}", time.as_secs_f64() * 1e9 / characters.max(1) as f64));
    let whole = times.last().map_or(0.0, Duration::as_secs_f64);
    println!(" {:>12.2} µs", whole * 1e6 / segments.max(1) as f64);
}

/// The least time that each stage takes for all segments.
fn stage_times(language: &str, segments: &[String]) -> [Duration; STAGES.len()] {
    let locale = locale_of(language);
    let blocks: Vec<Block> = segments.iter().map(|segment| block_of(segment)).collect();
    let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    let tokens: Vec<Tokens> = texts.iter().map(|text| Tokens::of(text)).collect();
    let mut hits = Vec::new();
    let mut facts = Vec::new();
    [
        best(|| segments.iter().for_each(|segment| drop(black_box(block_of(segment))))),
        best(|| texts.iter().for_each(|text| drop(black_box(segmentation::sentences(text, &locale, &[]))))),
        best(|| texts.iter().for_each(|text| drop(black_box(Tokens::of(text))))),
        best(|| {
            for tokens in &tokens {
                hits.clear();
                (0..tokens.len()).for_each(|index| locale.hits(tokens, index, &mut hits));
                black_box(&hits);
            }
        }),
        best(|| {
            for block in &blocks {
                facts.clear();
                let whole: TextRange = block.text.range();
                facts::read(black_box(block), whole, &locale, &mut facts);
                black_box(&facts);
            }
        }),
    ]
}

/// The time of the fastest of some runs: other work on the machine makes runs slower, nothing makes them faster.
fn best(mut run: impl FnMut()) -> Duration {
    const RUNS: usize = 15;
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..RUNS).map(time).min().unwrap_or_default()
}
