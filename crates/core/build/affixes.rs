//! Lays beginnings and endings of words out as tries (`src/locale/affixes.rs`).

use std::collections::BTreeMap;

#[derive(Default)]
struct Node {
    ends: bool,
    next: BTreeMap<u8, Node>,
}

/// The Rust expression for a set of beginnings.
pub fn beginnings(list: &[String]) -> String {
    trie(list.iter().map(|text| text.bytes().collect()))
}

/// The Rust expression for a set of endings.
pub fn endings(list: &[String]) -> String {
    trie(list.iter().map(|text| text.bytes().rev().collect()))
}

fn trie(affixes: impl Iterator<Item = Vec<u8>>) -> String {
    let mut root = Node::default();
    for affix in affixes.filter(|affix| !affix.is_empty()) {
        let end = affix.into_iter().fold(&mut root, |node, byte| node.next.entry(byte).or_default());
        end.ends = true;
    }
    if root.next.is_empty() {
        return "Affixes(&[])".to_owned();
    }
    // A bit for each byte that the root has an edge of: most words are known by their first byte to have no affix.
    let mut edges = vec![0; 8];
    for byte in root.next.keys() {
        edges[usize::from(*byte >> 5)] |= 1 << (byte & 31);
    }
    let mut level = vec![(&root, None)];
    // Breadth first, so that the edges of a node stand side by side.
    while !level.is_empty() {
        let mut below = Vec::new();
        for (node, parent) in level {
            if node.next.is_empty() {
                continue;
            }
            if let Some(parent) = parent {
                edges[parent] |= edges.len() << 10;
            }
            for (byte, child) in &node.next {
                below.push((child, Some(edges.len())));
                edges.push(usize::from(*byte) | usize::from(child.ends) << 9);
            }
            *edges.last_mut().expect("the node has edges") |= 1 << 8;
        }
        level = below;
    }
    format!("Affixes(&{edges:?})")
}
