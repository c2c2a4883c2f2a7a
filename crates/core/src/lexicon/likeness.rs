//! How alike two words look across spellings and scripts: names, loan words.

/// The form by which words of different spellings and scripts are compared: *Zürich*, *Цюрих* → `zurich`, `tsyurih`.
#[must_use]
pub fn ascii_of(form: &str) -> Vec<u8> {
    let mut ascii = any_ascii::any_ascii(form).into_bytes();
    ascii.make_ascii_lowercase();
    ascii.retain(u8::is_ascii_alphanumeric);
    ascii
}

/// Share of the longer word's letters that both have in the same order (0 to 1). Words in the form of [`ascii_of`].
#[must_use]
pub fn likeness(a: &[u8], b: &[u8]) -> f64 {
    let longer = a.len().max(b.len());
    if longer == 0 || longer > 64 {
        return 0.0;
    }
    common_subsequence(a, b) as f64 / longer as f64
}

/// Length of the longest common subsequence, all of `b` at once in the bits of one number (Hyyrö 2004); `b` has 64
/// letters at most.
fn common_subsequence(a: &[u8], b: &[u8]) -> u32 {
    let mut open = u64::MAX;
    for letter in a {
        let places = b.iter().enumerate().fold(0u64, |places, (at, other)| places | u64::from(letter == other) << at);
        let matched = open & places;
        open = open.wrapping_add(matched) | (open - matched);
    }
    let all = if b.len() == 64 { u64::MAX } else { (1 << b.len()) - 1 };
    (!open & all).count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_common_subsequences() {
        for (a, b, length) in [("abcbdab", "bdcaba", 4), ("zurich", "tsyurih", 4), ("", "a", 0), ("same", "same", 4)] {
            assert_eq!(common_subsequence(a.as_bytes(), b.as_bytes()), length, "{a} {b}");
            assert_eq!(common_subsequence(b.as_bytes(), a.as_bytes()), length, "{b} {a}");
        }
        let long = [b'x'; 64];
        assert_eq!(common_subsequence(&long, &long), 64);
    }

    #[test]
    fn names_look_alike_across_scripts() {
        for (a, b) in [("Zürich", "Цюрих"), ("Москва", "Moskau"), ("Αθήνα", "Athen"), ("telefon", "टेलीफोन")]
        {
            let likeness = likeness(&ascii_of(a), &ascii_of(b));
            assert!(likeness >= 0.5, "{a} {b}: {likeness}");
        }
        assert!(likeness(&ascii_of("Garten"), &ascii_of("Haus")) < 0.4);
    }
}
