//! Forms without the accents that move when a word is inflected, and without what case alone makes of a letter. Compiled into the build script too, so that endings and
//! texts agree.

/// Appends a folded form without the accents of Greek, which change their place with the ending (*δίκτυο, δικτύου*); the
/// dotless *ı*, whose capital is folded as that of *i*, becomes one.
pub fn push_bare(form: &str, out: &mut String) {
    for c in form.chars() {
        out.push(match c {
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' | 'ϊ' | 'ΐ' => 'ι',
            'ό' => 'ο',
            'ύ' | 'ϋ' | 'ΰ' => 'υ',
            'ώ' => 'ω',
            'ı' => 'i',
            c => c,
        });
    }
}
