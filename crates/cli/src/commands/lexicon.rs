//! `parallax lexicon`: lexicons learned from bitexts, made of dictionaries, and looked into.

mod show;

use super::pairs::open;
use crate::args::LanguageArgs;
use crate::args::lexicon::{ImportArgs, LearnArgs, LexiconArgs, LexiconCommand, LexiconFormat};
use crate::engine::{self, pairs::Languages};
use crate::error::{Failed, printable};
use crate::input::read_files;
use crate::languages::pair_named_by_path;
use crate::lexicons::{content, wrong};
use crate::output::Destination;
use crate::settings::{self, shown};
use parallax_aligner::{align, learn};
use parallax_core::lexicon::Lexicon;
use parallax_core::{
    Alignment, Bead, Block, BlockKind, BlockText, Confidence, Document, LanguageOrigin, LanguageTag, Span, Version,
};
use parallax_formats::lexicon::{dictd, own, tbx};
use parallax_formats::pairs::{PairFormat, PairOptions, PairReader};
use std::path::{Path, PathBuf};

/// Learns, imports or shows.
///
/// # Errors
/// If a file cannot be read or is not what it should be, or the result not be written.
pub fn run(args: &LexiconArgs) -> Result<u8, Failed> {
    match &args.command {
        LexiconCommand::Learn(args) => learned(args),
        LexiconCommand::Import(args) => imported(args),
        LexiconCommand::Show(args) => show::run(args),
    }
}

fn write(lexicon: &Lexicon, output: Option<&Path>, files: &[PathBuf]) -> Result<u8, Failed> {
    Destination::new(output, files)?.write(|out| own::write(lexicon, out))?;
    Ok(0)
}

fn learned(args: &LearnArgs) -> Result<u8, Failed> {
    let formats: Vec<Option<PairFormat>> =
        args.files.iter().map(|path| PairFormat::from_path(&path.to_string_lossy())).collect();
    let lexicon = if formats.iter().all(Option::is_some) {
        let mut bitext: Option<Rows> = None;
        for (path, format) in args.files.iter().zip(formats.into_iter().flatten()) {
            let rows = Rows::read(path, format, &args.languages, args)?;
            match &mut bitext {
                Some(bitext) => bitext.join(rows, path)?,
                None => bitext = Some(rows),
            }
        }
        bitext.map(Rows::learned).expect("a file is required")
    } else if let (true, [_, _]) = (formats.iter().all(Option::is_none), args.files.as_slice()) {
        let reading = settings::reading(&args.reading)?;
        let mut inputs = read_files(&args.files);
        settings::say_languages(&mut inputs, &args.files, &args.languages, Some(0))?;
        let [source, target] = <[_; 2]>::try_from(inputs).expect("two files were read");
        let sides = engine::read_pair(source, target, &reading).map_err(|failures| Failed::unreadable(&failures))?;
        learn(&sides[0].version, &sides[1].version, &align(&sides[0].version, &sides[1].version))
    } else {
        return Err(Failed::new("a lexicon is learned from bilingual tables, or from two versions of a document")
            .help("name tables by .tsv, .csv, .jsonl or .tmx; align further documents and learn from the tables"));
    };
    write(&lexicon, args.output.as_deref(), &args.files)
}

/// The pairs of bilingual tables.
struct Rows {
    languages: [LanguageTag; 2],
    /// Source and target of each.
    rows: Vec<[String; 2]>,
}

impl Rows {
    fn read(path: &Path, format: PairFormat, languages: &LanguageArgs, args: &LearnArgs) -> Result<Self, Failed> {
        let mut options = PairOptions::new(format);
        options.languages = [languages.source_lang, languages.target_lang];
        options.encoding = settings::reading(&args.reading)?.encoding;
        let input = open(path)?;
        let cannot = |why: String| Failed::new(format!("{} could not be read: {}", shown(path), printable(&why)));
        let mut reader = PairReader::new(input, &options).map_err(|error| cannot(error.to_string()))?;
        let mut batch = reader.next_batch().map_err(|error| cannot(error.to_string()))?;
        let named = pair_named_by_path(&path.to_string_lossy());
        let (settled, _) = Languages::settle(options.languages, named, reader.layout(), batch.as_ref());
        let languages = settled.sides.map(|(language, _)| language);
        if languages.iter().any(LanguageTag::is_unknown) {
            return Err(cannot("it is not said which languages it is in".to_owned())
                .help("say --source-lang and --target-lang"));
        }
        let mut rows = Vec::new();
        while let Some(some) = batch {
            // A row that cannot be read teaches nothing; the others do.
            rows.extend(some.pairs().flatten().map(|pair| [text_of(&pair.source), text_of(&pair.target)]));
            batch = reader.next_batch().map_err(|error| cannot(error.to_string()))?;
        }
        Ok(Self { languages, rows })
    }

    fn join(&mut self, other: Self, path: &Path) -> Result<(), Failed> {
        let turned = [other.languages[1], other.languages[0]];
        let same = |languages: [LanguageTag; 2]| {
            self.languages.iter().zip(&languages).all(|(own, other)| own.same_language(other))
        };
        if same(other.languages) {
            self.rows.extend(other.rows);
        } else if same(turned) {
            self.rows.extend(other.rows.into_iter().map(|[source, target]| [target, source]));
        } else {
            let ([first, second], [a, b]) = (self.languages, other.languages);
            return Err(Failed::new(format!(
                "{} is in {a} and {b}, the files before in {first} and {second}",
                shown(path)
            ))
            .help("learn a lexicon for each pair of languages"));
        }
        Ok(())
    }

    fn learned(self) -> Lexicon {
        let rows: Vec<[String; 2]> =
            self.rows.into_iter().filter(|row| row.iter().all(|text| !text.trim().is_empty())).collect();
        let version = |side: usize| {
            let mut text = String::new();
            let mut blocks = Vec::with_capacity(rows.len());
            for row in &rows {
                let start = text.len();
                text.push_str(&row[side]);
                let span = Span::new(start, text.len());
                blocks.push(Block::plain(BlockKind::Line, span, BlockText::from_source(start, &row[side])));
                text.push('\n');
            }
            Version::read(Document::new("", text, blocks), self.languages[side], LanguageOrigin::Given)
        };
        let (source, target) = (version(0), version(1));
        let beads = source.block_segments.iter().zip(&target.block_segments);
        let bead = |(source, target): (&std::ops::Range<usize>, &std::ops::Range<usize>)| Bead {
            source: source.clone(),
            target: target.clone(),
            confidence: Confidence::CERTAIN,
            moved: false,
        };
        let alignment = Alignment { segments: beads.map(bead).collect(), ..Alignment::default() };
        learn(&source, &target, &alignment)
    }
}

/// The text of a side of a row, on one line.
fn text_of(side: &Document) -> String {
    let text: Vec<&str> = side.blocks.iter().flat_map(|block| block.text.as_str().split_whitespace()).collect();
    text.join(" ")
}

fn imported(args: &ImportArgs) -> Result<u8, Failed> {
    let mut all: Option<Lexicon> = None;
    for path in &args.files {
        let lexicon = import(path, args)?;
        match &mut all {
            Some(all) => all.merge(&lexicon).map_err(|error| {
                Failed::new(format!("{} cannot be added: {error}", shown(path)))
                    .help("make a lexicon for each pair of languages")
            })?,
            None => all = Some(lexicon),
        }
    }
    let lexicon = all.expect("a file is required");
    write(&lexicon, args.output.as_deref(), &args.files)
}

fn import(path: &Path, args: &ImportArgs) -> Result<Lexicon, Failed> {
    let said = [args.source_lang, args.target_lang];
    let bytes = content(path)?;
    let format = match args.format {
        Some(format) => format,
        None => format_of(path, &bytes).ok_or_else(|| {
            Failed::new(format!("{}: its name does not say what it is", shown(path)))
                .help("say --format tbx, dictd, tsv, csv, jsonl or lexicon")
        })?,
    };
    let table = match format {
        LexiconFormat::Lexicon => return own::read(&bytes).map_err(|error| wrong(path, &error)),
        LexiconFormat::Tbx => return tbx::read(&bytes, said).map_err(|error| wrong(path, &error)),
        LexiconFormat::Dictd => return dictionary(path, &bytes, said),
        LexiconFormat::Tsv => PairFormat::Tsv,
        LexiconFormat::Csv => PairFormat::Csv,
        LexiconFormat::Jsonl => PairFormat::Jsonl,
    };
    glossary(path, &bytes, table, said)
}

fn format_of(path: &Path, bytes: &[u8]) -> Option<LexiconFormat> {
    if own::is_own(bytes) {
        return Some(LexiconFormat::Lexicon);
    }
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    Some(match extension.as_str() {
        "tbx" => LexiconFormat::Tbx,
        "index" | "dict" | "dz" => LexiconFormat::Dictd,
        "tsv" | "tab" => LexiconFormat::Tsv,
        "csv" => LexiconFormat::Csv,
        "jsonl" | "ndjson" => LexiconFormat::Jsonl,
        _ => return None,
    })
}

/// A dictionary of the DICT server: its index and its articles lie beside each other.
fn dictionary(path: &Path, bytes: &[u8], said: [Option<LanguageTag>; 2]) -> Result<Lexicon, Failed> {
    let [Some(source), Some(target)] = said else {
        return Err(Failed::new(format!("{}: it is not said between which languages it is", shown(path)))
            .help("say --source-lang and --target-lang"));
    };
    let stem =
        if path.extension().is_some_and(|last| last == "dz") { path.with_extension("") } else { path.to_owned() };
    let index = stem.with_extension("index");
    let (index_bytes, articles) = if path == index {
        let packed = stem.with_extension("dict.dz");
        let plain = stem.with_extension("dict");
        (bytes.to_vec(), content(if packed.exists() { &packed } else { &plain })?)
    } else {
        (content(&index)?, bytes.to_vec())
    };
    dictd::read(&index_bytes, &articles, [source, target]).map_err(|error| {
        let of = if error.line.is_some() { &index } else { path };
        wrong(of, &error)
    })
}

/// A table of terms, a pair a row.
fn glossary(path: &Path, bytes: &[u8], format: PairFormat, said: [Option<LanguageTag>; 2]) -> Result<Lexicon, Failed> {
    let cannot = |why: String| Failed::new(format!("{} could not be read: {}", shown(path), printable(&why)));
    let mut options = PairOptions::new(format);
    options.languages = said;
    let mut reader = PairReader::new(bytes, &options).map_err(|error| cannot(error.to_string()))?;
    let named = pair_named_by_path(&path.to_string_lossy());
    let layout = reader.layout().languages;
    // Terms are too short to tell which language they are in.
    let languages = [0, 1].map(|side: usize| said[side].or(layout[side]).or(named.map(|named| named[side])));
    let [Some(source), Some(target)] = languages else {
        return Err(
            cannot("it is not said which languages it is in".to_owned()).help("say --source-lang and --target-lang")
        );
    };
    let mut lexicon = Lexicon::new([source, target]);
    while let Some(batch) = reader.next_batch().map_err(|error| cannot(error.to_string()))? {
        for pair in batch.pairs().flatten() {
            lexicon.add(&text_of(&pair.source), &text_of(&pair.target), 1.0);
        }
    }
    if lexicon.is_empty() {
        return Err(cannot("no row has a term and its translation".to_owned()));
    }
    Ok(lexicon)
}
