//! What holds of every list of beads.

use parallax_formats::beads::{BeadsProblem, ListedBead, read_beads};
use proptest::collection::vec;
use proptest::prelude::*;
use std::ops::Range;

fn side() -> impl Strategy<Value = Range<usize>> {
    prop_oneof![Just(0..0), (0..5000usize, 1..6usize).prop_map(|(start, length)| start..start + length)]
}

fn indices(side: &Range<usize>, comma: &str) -> String {
    side.clone().map(|at| at.to_string()).collect::<Vec<_>>().join(comma)
}

fn sides(beads: &[ListedBead]) -> Vec<(Range<usize>, Range<usize>)> {
    beads.iter().map(|bead| (bead.source.clone(), bead.target.clone())).collect()
}

proptest! {
    #[test]
    fn what_is_written_is_read(beads in vec((side(), side()), 0..20), text in "\\PC{0,12}", quoted in any::<bool>()) {
        let beads: Vec<_> = beads.into_iter().filter(|(a, b)| !a.is_empty() || !b.is_empty()).collect();
        let mark = if quoted { "\"" } else { "" };
        let mut table = "source\ttarget\tconfidence\tsource_index\ttarget_index\n".to_owned();
        let (mut lines, mut objects) = (String::new(), Vec::new());
        for (source, target) in &beads {
            let [from, to] = [source, target].map(|side| indices(side, ","));
            table += &format!("{text}\t{text}\t0.5\t{mark}{from}{mark}\t{mark}{to}{mark}\n");
            lines += &format!("{from}\t{to}\t0.97\n");
            objects.push(format!("{{\"source\": [{from}], \"target\": [{to}], \"source_text\": \"{{[\"}}"));
        }
        let json = format!("{{\"schema\": \"parallax-alignment/1\", \"segments\": [\n{}\n]}}", objects.join(",\n"));
        for file in [table, lines, json] {
            let read = read_beads(file.as_bytes());
            prop_assert_eq!(read.as_deref().map(sides), Ok(beads.clone()), "{}", file);
            let places: Vec<usize> = read.expect("was read").iter().map(|bead| bead.line).collect();
            prop_assert!(places.is_sorted() && places.iter().all(|line| *line <= file.lines().count()));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        let _ = read_beads(&bytes);
    }

    #[test]
    fn anything_like_a_list_is_read_or_refused(
        pieces in vec(proptest::sample::select(&[
            "0", "1", "7", "18446744073709551615", ",", "\t", "\n", "\r\n", "-", "x", "#", "\"", "{", "}", "[", "]",
            "source_index", "target_index", "fixed", "{\"segments\":[{\"source\":[", "],\"target\":[",
        ][..]), 0..30),
    ) {
        let text = pieces.concat();
        match read_beads(text.as_bytes()) {
            Ok(beads) => for bead in beads {
                prop_assert!(!bead.source.is_empty() || !bead.target.is_empty());
                prop_assert!((1..=text.lines().count()).contains(&bead.line), "{text:?}");
            },
            Err(error) if matches!(error.problem, BeadsProblem::Unreadable(_)) => {}
            Err(error) => {
                let line = error.line.expect("is told");
                // What ends too early is told of the line behind the last break.
                prop_assert!((1..=text.matches('\n').count() + 1).contains(&line), "{text:?} {error}");
            }
        }
    }
}
