//! Reads any bytes as a bilingual table: the first byte chooses the format.

#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_formats::pairs::{PairFormat, PairOptions, PairReader};

fuzz_target!(|data: &[u8]| {
    let [format, bytes @ ..] = data else { return };
    let format = [PairFormat::Tsv, PairFormat::Csv, PairFormat::Jsonl, PairFormat::Tmx][usize::from(*format) % 4];
    let Ok(mut reader) = PairReader::new(bytes, &PairOptions::new(format)) else { return };
    let mut entries = 0;
    while let Ok(Some(batch)) = reader.next_batch() {
        for row in batch.pairs() {
            entries += 1;
            let Ok(pair) = row else { continue };
            for side in [pair.source, pair.target] {
                let [block] = side.blocks.as_slice() else { panic!("an entry is one block") };
                assert!(side.source.get(block.span.range()).is_some(), "{:?} is outside its entry", block.span);
            }
        }
    }
    assert_eq!(entries, reader.entries());
});
