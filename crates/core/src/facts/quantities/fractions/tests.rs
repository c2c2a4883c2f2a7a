use crate::facts::Value;
use crate::facts::reader::tests::{check_rows, facts_of};

/// The numbers of a text, each as it is read first.
fn numbers(language: &str, text: &str) -> String {
    let quantity = |value: &Value| match value {
        Value::Quantity(quantity) => Some(quantity.number.round_dp(3).normalize().to_string()),
        _ => None,
    };
    facts_of(language, text).iter().filter_map(|(_, fact)| quantity(&fact.value)).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    check_rows(cases, numbers);
}

#[test]
fn fractions_in_digits() {
    check(&[
        ("en", "add 1/2 cup and 3/4 spoon", "0.5 0.75"),
        ("en", "2 1/2 cups, 5 ½ cups", "2.5 5.5"),
        ("fr", "ajoutez 2/3 du lait", "0.667"),
        ("en", "open 24/7", "24 7"),
        ("en", "room 4/4", "4 4"),
    ]);
}

#[test]
fn parts_in_words() {
    check(&[
        ("en", "three quarters of the members, two thirds, a third of them", "0.75 0.667 0.333"),
        ("en", "half of them left; the first half was dull", "0.5"),
        ("de", "drei Viertel, zwei Drittel, die Hälfte der Leute", "0.75 0.667 0.5"),
        ("fr", "deux tiers, trois quarts, la moitié des gens, un cinquième", "0.667 0.75 0.5 0.2"),
        ("es", "dos tercios, tres cuartos, la mitad, una tercera parte", "0.667 0.75 0.5 0.333"),
        ("pt", "dois terços, três quartos, metade", "0.667 0.75 0.5"),
        ("it", "due terzi, tre quarti, la metà", "0.667 0.75 0.5"),
        ("nl", "twee derde, driekwart, de helft", "0.667 0.75 0.5"),
        ("sv", "två tredjedelar, tre fjärdedelar, hälften", "0.667 0.75 0.5"),
        ("ru", "две трети, три четверти, половина, треть", "0.667 0.75 0.5 0.333"),
        ("pl", "dwie trzecie, trzy czwarte, połowa, jedna trzecia", "0.667 0.75 0.5 0.333"),
        ("cs", "dvě třetiny, tři čtvrtiny, polovina", "0.667 0.75 0.5"),
        ("tr", "üçte iki, dörtte üç, yarısı", "0.667 0.75 0.5"),
        ("el", "δύο τρίτα, τρία τέταρτα, το μισό", "0.667 0.75 0.5"),
        ("ar", "ثلثي السكان، ثلاثة أرباع، نصف السكان", "0.667 0.75 0.5"),
        ("hi", "एक तिहाई, दो तिहाई, आधा", "0.333 0.667 0.5"),
        ("id", "dua pertiga, tiga perempat, separuh", "0.667 0.75 0.5"),
        ("vi", "hai phần ba, ba phần tư, một nửa", "0.667 0.75 0.5"),
        ("zh", "三分之二，一半", "0.667 0.5"),
        ("ja", "3分の2、半分、3割", "0.667 0.5 30"),
        ("ko", "3분의 2, 절반", "0.667 0.5"),
    ]);
}

#[test]
fn numbers_with_a_part_of_one() {
    check(&[
        ("en", "two and a half hours, two and a half million, 2 million and a half", "2.5 2500000 2500000"),
        ("de", "anderthalb Jahre, zweieinhalb Stunden, anderthalb Millionen", "1.5 2.5 1500000"),
        ("fr", "deux et demi, trois ans et demi", "2.5 3.5"),
        ("es", "cinco y medio, dos millones y medio", "5.5 2500000"),
        ("it", "due e mezzo", "2.5"),
        ("nl", "anderhalf jaar, tweeënhalf", "1.5 2.5"),
        ("sv", "två och en halv", "2.5"),
        ("ru", "полтора года, два с половиной, полтора миллиона", "1.5 2.5 1500000"),
        ("pl", "półtora, dwa i pół", "1.5 2.5"),
        ("el", "ενάμιση, δυόμισι", "1.5 2.5"),
        ("tr", "iki buçuk, iki buçuk milyon", "2.5 2500000"),
        ("fi", "puolitoista, kaksi ja puoli", "1.5 2.5"),
        ("hu", "másfél, két és fél", "1.5 2.5"),
        ("hi", "साढ़े तीन, डेढ़ लाख, ढाई, सवा दो, पौने चार", "3.5 150000 2.5 2.25 3.75"),
        ("vi", "hai rưỡi, hai triệu rưỡi", "2.5 2500000"),
        ("id", "dua setengah", "2.5"),
        ("zh", "两个半小时, 两年半, 长二肘半", "2.5 2.5 2.5"),
        ("ja", "2時間半", "2.5"),
    ]);
}

#[test]
fn parts_of_magnitudes() {
    check(&[
        ("en", "half a million, a quarter of a million, three quarters of a million", "500000 250000 750000"),
        ("fr", "un demi-million", "500000"),
        ("es", "medio millón", "500000"),
        ("it", "mezzo milione", "500000"),
        ("ru", "полмиллиона", "500000"),
        ("pl", "pół miliona", "500000"),
        ("tr", "yarım milyon", "500000"),
    ]);
}

#[test]
fn how_many_times() {
    check(&[
        ("en", "twice as many, a threefold rise, tripled", "2 3 3"),
        ("de", "doppelt so viel, dreimal, verdreifacht", "2 3 3"),
        ("fr", "a doublé, trois fois", "2 3"),
        ("ru", "вдвое, втрое, дважды", "2 3 2"),
        ("es", "el doble, tres veces", "2 3"),
        ("ja", "2倍、3倍", "2 3"),
    ]);
}
