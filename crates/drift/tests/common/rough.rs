//! Temporary rough aligner.
use parallax_core::*;
use std::ops::Range;
fn w(v: &Version, s: Range<usize>) -> f64 {
    s.map(|i| identify::weight(v.segment_text(i)) as f64 + 3.0).sum()
}
fn facts(v: &Version, s: Range<usize>) -> Vec<String> {
    s.flat_map(|i| v.segment_facts(i).iter())
        .filter(|f| !matches!(f.value, Value::Negation(_)))
        .map(|f| match &f.value {
            Value::Quantity(q) => q.number.normalize().to_string(),
            o => o.to_string(),
        })
        .collect()
}
fn names(v: &Version, s: Range<usize>) -> usize {
    s.map(|i| v.segment_text(i).matches("Zoom").count()).sum()
}
fn cost(a: &Version, sa: Range<usize>, b: &Version, sb: Range<usize>, ratio: f64) -> f64 {
    if sa.is_empty() || sb.is_empty() {
        return 2.2 + 0.9 * (if sa.is_empty() { sb.len() } else { sa.len() }) as f64;
    }
    let (x, y) = (w(a, sa.clone()) * ratio, w(b, sb.clone()));
    let d = (x / y).ln().abs();
    let fa = facts(a, sa.clone());
    let fb = facts(b, sb.clone());
    let common = fa.iter().filter(|x| fb.contains(x)).count() as f64;
    let tot = (fa.len() + fb.len()) as f64;
    let f = if tot > 0.0 { (tot - 2.0 * common) * 0.25 - common * 0.7 } else { 0.0 };
    let n = names(a, sa.clone()).abs_diff(names(b, sb.clone())) as f64 * 0.3;
    let m = (sa.len() + sb.len() - 2) as f64 * 0.55;
    d * d * 4.0 + d * 0.6 + f + n + m
}
fn dp(n: usize, m: usize, c: &dyn Fn(Range<usize>, Range<usize>) -> f64) -> Vec<(Range<usize>, Range<usize>, f64)> {
    let mut best = vec![vec![(f64::MAX, 0, 0); m + 1]; n + 1];
    best[0][0].0 = 0.0;
    for i in 0..=n {
        for j in 0..=m {
            if i == 0 && j == 0 {
                continue;
            }
            for di in 0..=3 {
                for dj in 0..=3 {
                    if di + dj == 0
                        || di > i
                        || dj > j
                        || (di > 1 && dj > 1)
                        || (di == 0 && dj > 1)
                        || (dj == 0 && di > 1)
                    {
                        continue;
                    }
                    let p = best[i - di][j - dj].0;
                    if p == f64::MAX {
                        continue;
                    }
                    let v = p + c(i - di..i, j - dj..j);
                    if v < best[i][j].0 {
                        best[i][j] = (v, di, dj);
                    }
                }
            }
        }
    }
    let (mut i, mut j) = (n, m);
    let mut out = vec![];
    while i > 0 || j > 0 {
        let (_, di, dj) = best[i][j];
        let (a, b) = (i - di..i, j - dj..j);
        let k = c(a.clone(), b.clone());
        out.push((a, b, k));
        i -= di;
        j -= dj;
    }
    out.reverse();
    out
}
pub fn align(a: &Version, b: &Version) -> Alignment {
    let tot = |v: &Version| w(v, 0..v.segments.len());
    let ratio = tot(b) / tot(a).max(1.0);
    let cover = |v: &Version, r: Range<usize>| {
        if r.is_empty() { 0..0 } else { v.block_segments[r.start].start..v.block_segments[r.end - 1].end }
    };
    let blocks = dp(a.document.blocks.len(), b.document.blocks.len(), &|x, y| {
        let (ex, ey) = (x.is_empty(), y.is_empty());
        let kinds =
            if !ex && !ey && (a.document.blocks[x.start].kind != b.document.blocks[y.start].kind) { 3.0 } else { 0.0 };
        kinds + if ex || ey { 3.0 } else { cost(a, cover(a, x), b, cover(b, y), ratio) }
    });
    let mut out = Alignment::default();
    for (x, y, _) in blocks {
        out.blocks.push(Bead { source: x.clone(), target: y.clone(), confidence: Confidence::new(0.95), moved: false });
        let (sx, sy) = (cover(a, x), cover(b, y));
        let segs = dp(sx.len(), sy.len(), &|p, q| {
            cost(a, sx.start + p.start..sx.start + p.end, b, sy.start + q.start..sy.start + q.end, ratio)
        });
        for (p, q, k) in segs {
            out.segments.push(Bead {
                source: sx.start + p.start..sx.start + p.end,
                target: sy.start + q.start..sy.start + q.end,
                confidence: Confidence::new((0.97 - 0.12 * k.max(0.0)).max(0.4)),
                moved: false,
            });
        }
    }
    out
}
