//! Forms without the accents that move when a word is inflected, and without what case alone makes of a letter. Compiled into the build script too, so that endings and
//! texts agree.

/// Appends a folded form without the accents of Greek, which change their place with the ending (*δίκτυο, δικτύου*); the
/// dotless *ı*, whose capital is folded as that of *i*, becomes one.
pub fn push_bare(form: &str, out: &mut String) {
    out.extend(form.chars().map(|c| if c == 'ı' { 'i' } else { greek_base(c).unwrap_or(c) }));
}

/// A Greek vowel without its accent and diaeresis; none for what has none.
pub(crate) fn greek_base(c: char) -> Option<char> {
    Some(match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        _ => return None,
    })
}
