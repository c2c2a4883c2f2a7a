//! Units of measurement and money, in sentences written for it.

use super::tests::{check_rows, facts_of};
use super::{Salience, Value};

/// The quantities of a sentence with all that is likely, as `text=value`, other likely readings behind a stroke.
fn facts(language: &str, text: &str) -> String {
    let all = facts_of(language, text);
    let shown =
        all.iter().filter(|(_, fact)| matches!(fact.value, Value::Quantity(_)) && fact.salience != Salience::Silent);
    let shown = shown.map(|(said, fact)| {
        let others = fact.alternatives.iter().filter(|other| other.weight >= 0.25);
        let readings = std::iter::once(fact.value.to_string()).chain(others.map(|other| other.value.to_string()));
        format!("{said}={}", readings.collect::<Vec<_>>().join("/"))
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(rows: &[(&str, &str, &str)]) {
    check_rows(rows, facts);
}

#[test]
fn a_bare_age_is_one_of_years() {
    check(&[
        ("en", "children under the age of 16 and women aged 16 to 24", "16=16 yrs/16; 16=16 yrs/16; 24=24 yrs/24"),
        ("en", "aged 6 months, over 60, at the age of about 7", "6 months=6 mths; 60=≥60; 7=~7 yrs/~7"),
        ("de", "im Alter von 16 und älter als 60", "16=16 yrs/16; 60=≥60 yrs/≥60"),
        ("es", "mayores de 60 y menores de 5 meses", "60=≥60 yrs/≥60; 5 meses=≤5 mths"),
        ("ru", "старше 60 или в возрасте до 16 месяцев", "60=≥60 yrs/≥60; 16 месяцев=16 mths"),
        ("nl", "ouder dan 60 waren", "60=≥60 yrs/≥60"),
    ]);
}

#[test]
fn fractions_of_a_unit_in_one_word() {
    check(&[
        ("de", "eine Vierteltonne Kohle und ein Viertelliter", "eine Vierteltonne=0.25 t; ein Viertelliter=0.25 L"),
        ("de", "ein Vierteljahr, eine Viertelstunde", "ein Vierteljahr=0.25 yrs; eine Viertelstunde=0.25 hr"),
        ("tr", "her gün yüz yüzesiniz", ""),
    ]);
}

#[test]
fn a_thousand_by_its_prefix() {
    check(&[
        ("en", "a salary of 60k, 5 k apart", "60k=60000/60; 5=5"),
        ("de", "60k im Jahr, 200 im Jahr", "60k=60000/60; 200=200"),
    ]);
}

#[test]
fn a_part_of_a_year_is_not_counted() {
    check(&[
        ("zh", "过去二十年中，2019年中", "二十年=20 yrs/20"),
        ("ja", "20年中3日中に", "20年=20 yrs/20; 3日=3 days/3"),
    ]);
}

#[test]
fn units_in_words_of_every_form() {
    check(&[
        ("en", "a 5-mile run, 26 miles, 3 kilometres", "5-mile=5 mi; 26 miles=26 mi; 3 kilometres=3 km"),
        ("de", "fünf Meilen, 20 Quadratkilometern", "fünf Meilen=5 mi; 20 Quadratkilometern=20 km²"),
        ("fr", "5 milles, 12 kilomètres carrés", "5 milles=5 mi; 12 kilomètres carrés=12 km²"),
        ("es", "5 millones de toneladas, 30 litros", "5 millones de toneladas=5000000 t; 30 litros=30 L"),
        ("pt", "42 quilômetros e 42 quilómetros", "42 quilômetros=42 km; 42 quilómetros=42 km"),
        ("ru", "около 20-ти километров, 5 тоннами", "20-ти километров=~20 km; 5 тоннами=5 t"),
        ("uk", "12 кілометрів, 40 гектарів", "12 кілометрів=12 km; 40 гектарів=40 ha"),
        ("pl", "15 kilometrów i 3 litry", "15 kilometrów=15 km; 3 litry=3 L"),
        ("cs", "5 hodinami, 30 litrů", "5 hodinami=5 hr; 30 litrů=30 L"),
        ("fi", "42 kilometriä, 30 metrin", "42 kilometriä=42 km; 30 metrin=30 m"),
        ("hu", "42 kilométer, 30 kilogrammot", "42 kilométer=42 km; 30 kilogrammot=30 kg"),
        ("tr", "42 kilometre, 30 kilogramdan", "42 kilometre=42 km; 30 kilogramdan=30 kg"),
        ("el", "42 χιλιόμετρα και 30 λίτρα", "42 χιλιόμετρα=42 km; 30 λίτρα=30 L"),
        ("ar", "42 كيلومترًا و30 لترًا", "42 كيلومترًا=42 km; 30 لترًا=30 L"),
        ("he", "42 קילומטרים, 30 ליטר", "42 קילומטרים=42 km; 30 ליטר=30 L"),
        ("fa", "۴۲ کیلومتر و ۳۰ لیتر", "۴۲ کیلومتر=42 km; ۳۰ لیتر=30 L"),
        ("hi", "42 किलोमीटर और 30 लीटर", "42 किलोमीटर=42 km; 30 लीटर=30 L"),
        ("th", "42 กิโลเมตรและ 30 ลิตร", "42 กิโลเมตร=42 km; 30 ลิตร=30 L"),
        ("zh", "5公里，30公斤", "5公里=5 km; 30公斤=30 kg"),
        ("ja", "5キロメートルで30リットル", "5キロメートル=5 km; 30リットル=30 L"),
        ("ko", "5 킬로미터와 30킬로그램", "5 킬로미터=5 km; 30킬로그램=30 kg"),
        ("vi", "42 kilômét, 30 lít", "42 kilômét=42 km; 30 lít=30 L"),
        ("sw", "kilomita 42", "kilomita 42=42 km"),
    ]);
}

#[test]
fn units_in_signs() {
    check(&[
        (
            "en",
            "42km, 42 km, 20 m², 20 m2, 30 sq ft",
            "42km=42 km; 42 km=42 km; 20 m²=20 m²; 20 m2=20 m²; 30 sq ft=30 sq ft",
        ),
        ("ru", "60 км/ч, 5 м², 3 МВт и 3 мВт", "60 км/ч=60 km/hr; 5 м²=5 m²; 3 МВт=3 MW; 3 мВт=3 mW"),
        ("de", "120 km/h, 5 kWh, 3 Std.", "120 km/h=120 km/hr; 5 kWh=5 kWh; 3 Std=3 hr"),
        ("fr", "25 °C et 77 °F", "25 °C=25 °C; 77 °F=77 °F"),
        ("zh", "25℃，50㎡", "25℃=25 °C; 50㎡=50 m²"),
        ("ja", "時速60キロメートル、5 mg/dL", "時速60キロメートル=60 km/hr; 5 mg/dL=5 mg/dL"),
        ("it", "al km 42 della strada", "km 42=42 km/42"),
        ("en", "10 Mbps, 5 MB, 5 Mb, 40 ppm", "10 Mbps=10 Mb/sec; 5 MB=5 MB; 5 Mb=5 Mb; 40 ppm=40 ppm"),
        ("en", "up 25 bps to 3 percentage points", "25 bps=25 bp; 3 percentage points=3 pp"),
        ("fr", "5 d’entre eux, 20 l’an dernier", "5=5; 20=20"),
        ("en", "10 in the city, 5 ft 10 in.", "10=10; 5 ft 10 in=5.83333333 ft"),
    ]);
}

#[test]
fn measures_in_several_units() {
    check(&[
        ("en", "5 ft 10 in tall, 5′10″", "5 ft 10 in=5.83333333 ft; 5′10″=5.83333333 ft"),
        ("en", "2 hours and 15 minutes", "2 hours and 15 minutes=2.25 hr"),
        ("de", "1 Stunde, 30 Minuten und 36 Sekunden", "1 Stunde, 30 Minuten und 36 Sekunden=1.51 hr"),
        ("ru", "3 года и 6 месяцев", "3 года и 6 месяцев=3.5 yrs"),
        ("zh", "2小时30分钟", "2小时30分钟=2.5 hr"),
        (
            "en",
            "2 hours or 15 minutes, 5 km in 20 minutes",
            "2 hours=2 hr; 15 minutes=15 min; 5 km=5 km; 20 minutes=20 min",
        ),
        ("en", "10–15 km, 10 × 15 cm", "10=10/10 km; 15 km=15 km; 10=10/10 cm; 15 cm=15 cm"),
        ("de", "zwischen 10 und 15 km", "10=10/10 km; 15 km=15 km"),
    ]);
}

#[test]
fn money_with_codes_signs_and_letters() {
    check(&[
        (
            "en",
            "$5m, US$5m, £3bn, USD 5m, A$20",
            "$5m=5000000 USD; US$5m=5000000 USD; £3bn=3000000000 GBP; USD 5m=5000000 USD; A$20=20 AUD",
        ),
        ("de", "5 Mio. € und 5 CHF", "5 Mio. €=5000000 EUR; 5 CHF=5 CHF"),
        ("fr", "5 M€", "5 M€=5000000 EUR"),
        ("en", "TRY 5 and ALL 5 COUNTRIES", "TRY 5=5 TRY; 5=5"),
        ("hi", "₹500, Rs. 500", "₹500=500 INR; Rs. 500=500 INR"),
        ("ja", "五千円", "五千円=5000 JPY"),
        ("sv", "500 kr", "500 kr=500 SEK"),
        ("bs", "42 km i 42 KM", "42 km=42 km; 42 KM=42 BAM"),
        ("sw", "shilingi 500", "500=500"),
    ]);
}

#[test]
fn ordinals_that_are_days_or_decades_too() {
    let read = |language: &str, text: &str| -> Vec<String> {
        let all = facts_of(language, text);
        let readings = all.iter().flat_map(|(_, fact)| fact.readings().map(|(value, _)| value.to_string()));
        readings.collect()
    };
    for (language, text, wanted) in [
        ("vi", "vị trí thứ ba", &["3", "- Tue"][..]),
        ("vi", "xếp thứ năm", &["5", "- Thu"]),
        ("vi", "ở vị trí thứ tám", &["8"]),
        ("vi", "hôm thứ ba", &["- Tue"]),
        ("ru", "заняла 10-е место", &["2010s", "10"]),
        ("ru", "в 90-е годы", &["1990s", "1890s"]),
        ("en", "a record of 40.6 points", &["40.6"]),
    ] {
        assert_eq!(read(language, text), wanted, "{language}: {text}");
    }
}

#[test]
fn scales_of_temperature_before_their_degrees() {
    check(&[
        ("ja", "気温は華氏 31 度", "華氏 31 度=31 °F"),
        ("ko", "기온은 섭씨 31도였다", "섭씨 31도=31 °C"),
        ("zh", "气温为华氏88度，明天摄氏20度", "华氏88度=88 °F; 摄氏20度=20 °C"),
    ]);
}

#[test]
fn codes_and_signs_written_onto_characters() {
    check(&[
        ("zh", "桥梁耗资CHF 953", "CHF 953=953 CHF"),
        ("ja", "費用はGBP 217だ", "GBP 217=217 GBP"),
        ("ko", "길이는 43mi", "43mi=43 mi"),
        ("ko", "면적은 17제곱킬로미터", "17제곱킬로미터=17 km²"),
        ("ko", "물 838세제곱미터", "838세제곱미터=838 m³"),
    ]);
}

#[test]
fn units_that_begin_as_a_magnitude() {
    check(&[
        ("zh", "大小为561兆字节", "561兆字节=561 MB/561"),
        ("cs", "rychlost 189 mil za hodinu", "189 mil za hodinu=189 mi/hr"),
        ("cs", "objem 411 l", "411 l=411 L/411"),
        ("cs", "189 mil. korun", "189 mil. korun=189000000 CZK"),
    ]);
    let all = facts_of("pt", "trilha: 43 mi");
    let readings: Vec<String> =
        all.iter().flat_map(|(_, fact)| fact.readings().map(|(value, _)| value.to_string())).collect();
    assert_eq!(readings, ["43000000", "43 mi"]);
}

#[test]
fn short_forms_of_the_language_before_those_of_all() {
    check(&[
        ("id", "selama 90 hr", "90 hr=90 days"),
        ("en", "for 90 hr", "90 hr=90 hr"),
        ("es", "de más de 1,5 mm.", "1,5 mm=≥1.5 mm"),
        ("hi", "गति 168.1 मी॰प्र॰घं॰", "168.1 मी॰प्र॰घं=168.1 mi/hr"),
        ("hi", "वज़न 108 कि॰ग्रा॰ है", "108 कि॰ग्रा=108 kg"),
        ("ja", "7.3ポイント上昇した", "7.3ポイント=7.3 pp"),
    ]);
}
