//! Spellings without accents: how people write number words in capitals, in messages, on foreign keyboards.

use crate::bare::greek_base;

/// The variants of a number word without its accents, none where it has none; and whether a variant is a spelling of its
/// own (`fuenf`), which is no other word.
pub fn variants(word: &str, german: bool) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    let bare: String = word.chars().map(|c| base(c).unwrap_or(c)).collect();
    if bare != word && !word.contains('ß') {
        out.push((bare, word.contains('ё')));
    }
    if german && word.contains(['ä', 'ö', 'ü', 'ß']) {
        let spelled = word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
        out.push((spelled.replace('ß', "ss"), true));
        out.push((word.replace('ß', "ss"), true));
        out.retain(|(variant, _)| variant != word);
    }
    out
}

/// Whether a letter carries two marks, as where tones are written: no mark can be left out there.
pub fn has_tones(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{1ea4}'..='\u{1eb7}' | '\u{1ebe}'..='\u{1ec7}' | '\u{1ed0}'..='\u{1ee3}' | '\u{1ee8}'..='\u{1ef1}'))
}

/// Whether a word is Greek, where the accent is left out in capitals and tells few words apart.
pub fn is_greek(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{370}'..='\u{3ff}'))
}

fn base(c: char) -> Option<char> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' | 'ċ' => 'c',
        'ď' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ģ' | 'ğ' | 'ġ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' | 'ō' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        c => return greek_base(c),
    })
}
