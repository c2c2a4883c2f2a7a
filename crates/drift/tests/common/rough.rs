//! Temporary.
use parallax_core::*;
pub fn align(a: &Version, b: &Version) -> Alignment {
    let mut al = parallax_aligner::align(a, b);
    if al.blocks.is_empty() {
        // derive
        let (mut i, mut j) = (0, 0);
        let (n, m) = (a.document.blocks.len(), b.document.blocks.len());
        while i < n || j < m {
            // grow closure
            let links = |x: std::ops::Range<usize>, y: std::ops::Range<usize>| {
                let (mut ex, mut ey) = (x.end, y.end);
                for be in al.segments.iter().filter(|b| b.is_paired()) {
                    let sb = |s: usize| a.segments[s].block;
                    let tb = |s: usize| b.segments[s].block;
                    if be.source.clone().any(|s| x.contains(&sb(s))) || be.target.clone().any(|t| y.contains(&tb(t))) {
                        ex = ex.max(be.source.clone().map(sb).max().unwrap() + 1);
                        ey = ey.max(be.target.clone().map(tb).max().unwrap() + 1);
                    }
                }
                (ex, ey)
            };
            let paired_s = |x: usize| {
                al.segments.iter().any(|be| be.is_paired() && be.source.clone().any(|s| a.segments[s].block == x))
            };
            let paired_t = |x: usize| {
                al.segments.iter().any(|be| be.is_paired() && be.target.clone().any(|s| b.segments[s].block == x))
            };
            if i < n && !paired_s(i) {
                al.blocks.push(Bead { source: i..i + 1, target: j..j, confidence: Confidence::new(0.9), moved: false });
                i += 1;
                continue;
            }
            if j < m && !paired_t(j) {
                al.blocks.push(Bead { source: i..i, target: j..j + 1, confidence: Confidence::new(0.9), moved: false });
                j += 1;
                continue;
            }
            let (mut ex, mut ey) = ((i + 1).min(n), (j + 1).min(m));
            loop {
                let (x, y) = links(i..ex, j..ey);
                if (x, y) == (ex, ey) {
                    break;
                }
                ex = x.max(ex);
                ey = y.max(ey);
            }
            al.blocks.push(Bead { source: i..ex, target: j..ey, confidence: Confidence::new(0.9), moved: false });
            i = ex;
            j = ey;
        }
    }
    al
}
