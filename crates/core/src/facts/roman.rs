//! Roman numerals, as they are written in centuries, names of rulers, and titles of parts.

/// The value of a Roman numeral in capitals, with Cyrillic letters of the same shape (`ХІХ`); none where it is not
/// written as it should be (`IIX`).
pub(super) fn value(text: &str) -> Option<u16> {
    /// No numeral up to 3999 is longer.
    const LONGEST: usize = 15;
    let mut total: u16 = 0;
    let mut previous = 0;
    let mut count = 0;
    for c in text.chars().rev() {
        let digit = match c {
            'I' | 'І' | 'Ι' => 1,
            'V' => 5,
            'X' | 'Х' | 'Χ' => 10,
            'L' => 50,
            'C' | 'С' => 100,
            'D' => 500,
            'M' | 'М' | 'Μ' => 1000,
            _ => return None,
        };
        count += 1;
        if count > LONGEST {
            return None;
        }
        total = if digit < previous { total.checked_sub(digit)? } else { total.checked_add(digit)? };
        previous = previous.max(digit);
    }
    (total > 0 && total < 4000 && is_canonical(text, total)).then_some(total)
}

/// Whether a number is written so and in no other way.
fn is_canonical(text: &str, number: u16) -> bool {
    const SIGNS: [(u16, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut wanted = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            wanted.push_str(sign);
            rest -= value;
        }
    }
    let latin = text.chars().map(|c| match c {
        'І' | 'Ι' => 'I',
        'Х' | 'Χ' => 'X',
        'С' => 'C',
        'М' | 'Μ' => 'M',
        other => other,
    });
    latin.eq(wanted.chars())
}

/// Whether a word may begin with a numeral, by its first letter.
pub(super) fn may_begin(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'),
        _ => word.starts_with(['І', 'Ι', 'Х', 'Χ', 'С', 'М', 'Μ']),
    }
}

/// The numeral with which a word begins, and the ordinal's ending behind it (`XXe`, `XVIIIème`, `XIXº`).
pub(super) fn with_ending(word: &str) -> Option<(u16, &str)> {
    if !may_begin(word) {
        return None;
    }
    let split = word.find(|c: char| !c.is_uppercase()).unwrap_or(word.len());
    let (numeral, ending) = word.split_at(split);
    (ending.chars().count() <= 4).then(|| value(numeral)).flatten().map(|value| (value, ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_as_they_should_be() {
        for (text, wanted) in [
            ("XIV", Some(14)),
            ("XIX", Some(19)),
            ("ХІХ", Some(19)),
            ("ХХ", Some(20)),
            ("MCMXC", Some(1990)),
            ("IV", Some(4)),
            ("IIX", None),
            ("IIII", None),
            ("VX", None),
            ("MIXI", None),
            ("", None),
            ("iv", None),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
        assert_eq!(with_ending("XXe"), Some((20, "e")));
        assert_eq!(with_ending("Xavier"), None);
        assert_eq!(with_ending("Äon"), None);
        assert_eq!(with_ending("XVIIIème"), Some((18, "ème")));
    }
}
