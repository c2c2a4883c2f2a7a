//! What the hand-kept language files add: one row a language fact, in sentences written for it.

use super::tests::{check_rows, facts_of};
use super::{Salience, Value};
use crate::facts::Polarity;

/// The facts of a sentence as `text=value`; soft ones with `?`, silent ones left out but for weak negations.
fn facts(language: &str, text: &str) -> String {
    let all = facts_of(language, text);
    let shown = all.iter().filter_map(|(said, fact)| {
        Some(match (&fact.value, fact.salience) {
            (Value::Negation(Polarity::Sure), _) => format!("{said}=not"),
            (Value::Negation(Polarity::Lexical), _) => format!("{said}=weak"),
            (_, Salience::Silent) => return None,
            (value, Salience::Soft) => format!("{said}={value}?"),
            (value, Salience::Firm) => format!("{said}={value}"),
        })
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[track_caller]
pub(super) fn check(rows: &[(&str, &str, &str)]) {
    check_rows(rows, facts);
}

#[test]
fn ordinals_and_years_in_words() {
    check(&[
        ("en", "First of all, on the third day, her twenty-third book.", "third=3?; twenty-third=23"),
        (
            "en",
            "It was nineteen eighty-four, and ten twenty-year-olds came.",
            "nineteen eighty-four=1984?; ten=10?; twenty-year=20 yrs",
        ),
        ("de", "In erster Linie der dritte Tag, der fünfundzwanzigste Band.", "dritte=3?; fünfundzwanzigste=25"),
        ("de", "Am achten Tag achten wir darauf.", "Am achten=8?"),
        ("ru", "На двадцать третьем километре", "двадцать третьем=23"),
        ("cs", "na pátém místě", "pátém=5?"),
        ("id", "abad kedua puluh satu", "abad kedua puluh satu=century 21"),
        ("zh", "二〇二四年", "二〇二四=2024"),
        ("el", "την Τρίτη", ""),
    ]);
}

#[test]
fn numbers_beyond_cldr() {
    check(&[
        ("zh", "大约两百所学校，不到三百个人", "两百=~200?; 三百=≤300?"),
        ("zh", "参加了四次会议，三亚的店", "四=4?"),
        ("zh", "100多万元，百分之二十", "100多万元=≥1000000 CNY; 百分之二十=20%?"),
        ("zh", "成千上万的人和数十家公司", "成千上万=1000s?; 数十=10s?"),
        ("zh-Hant", "超過兩億三千萬人，大陸人", "兩億三千萬=≥230000000"),
        ("ja", "三百人以上、東京都市部で二つの学校", "三百=≥300?; 二=2?"),
        ("ja", "何千もの企業、20ドルと100円", "何千=1000s?; 20ドル=20 USD; 100円=100 JPY"),
        ("ko", "이 사람은 두 번, 세 가지, 열두 명", "두=2?; 세=3?; 열두=12?"),
        ("ko", "200여만 명, 점수만 보면, 조건과 공개", "200여만=≥2000000"),
        ("ko", "수천 개의 기업과 90만 원", "수천=1000s?; 90만 원=900000 KRW"),
        ("ar", "خمسة وعشرون طالبًا، مئتا ألف، مئات الآلاف", "خمسة وعشرون=25; مئتا ألف=200000; مئات الآلاف=100000s?"),
        ("ar", "ما لا يقل عن عشرين بلدًا، ٢٠ في المئة", "عشرين=≥20; ٢٠ في المئة=20%"),
        ("hi", "डेढ़ लाख, 5 अरब, अरब देशों में", "डेढ़ लाख=150000; 5 अरब=5000000000"),
        ("hi", "बीस करोड़ लोग, हज़ारों कंपनियां", "बीस करोड़=200000000; हज़ारों=1000s?"),
        ("tr", "20'den fazla ülke, binlerce kişi, bu yüzden", "20=≥20; binlerce=1000s?"),
        ("tr", "masanın altında iki yüz milyon", "iki yüz milyon=200000000"),
        (
            "he",
            "כ-10 מיליון, מעל מאתיים מיליון, המאה ה-20",
            "10 מיליון=~10000000; מאתיים מיליון=≥200000000; המאה ה-20=century 20",
        ),
        ("he", "עשרים וחמישה אנשים, עשרות אלפי חברות", "עשרים וחמישה=25; עשרות אלפי=10000s?"),
        ("vi", "hai mươi năm, năm người, hai mươi tư, tỷ lệ", "hai mươi năm=20 yrs; năm người=5?; hai mươi tư=24"),
        ("vi", "ba nghìn năm trăm, hàng nghìn công ty", "ba nghìn năm trăm=3500; hàng nghìn=1000s?"),
        (
            "id",
            "dua belas orang, dua ratus juta, ribuan perusahaan",
            "dua belas=12?; dua ratus juta=200000000; ribuan=1000s?",
        ),
        ("fa", "بیست و پنج، ده‌ها هزار، نُه نفر", "بیست و پنج=25; ده‌ها هزار=10000s?; نُه نفر=9?"),
        ("ur", "دو سو پچاس، ڈیڑھ لاکھ، ہزاروں", "دو سو پچاس=250; ڈیڑھ لاکھ=150000; ہزاروں=1000s?"),
        ("bn", "২০টি দেশ, দুইশ পঞ্চাশ, হাজার হাজার", "২০=20; দুইশ পঞ্চাশ=250; হাজার হাজার=1000s?"),
        ("th", "สองร้อยล้านคน หลายพันแห่ง สามารถ", "สองร้อยล้าน=200000000; หลายพัน=1000s?"),
        (
            "fi",
            "kaksisataa miljoonaa, kymmeniä tuhansia, toista kertaa",
            "kaksisataa miljoonaa=200000000; kymmeniä tuhansia=10000s?",
        ),
        ("hu", "kétszázmillió, több ezer cég, két hét múlva", "kétszázmillió=200000000; több ezer=1000s?; két hét=2?"),
        ("et", "kahekümne viie, tuhandeid, teist korda", "kahekümne viie=25; tuhandeid=1000s?"),
        ("ta", "இருபத்தைந்து, ஆயிரக்கணக்கான, இருபது கோடி", "இருபத்தைந்து=25; ஆயிரக்கணக்கான=1000s?; இருபது கோடி=200000000"),
    ]);
}

#[test]
fn dates_beyond_cldr() {
    check(&[
        ("zh", "4月底，二月下旬，周一", "4月底=--04 (late); 二月下旬=--02 (late); 周一=- Mon?"),
        (
            "ja",
            "2月末、5月に初めて、十二月の終わり、月曜",
            "2月末=--02 (late); 5月=--05?; 十二月の終わり=--12 (late); 月曜=- Mon?",
        ),
        ("ko", "2월 말, 3월 초등학교, 삼월 중순", "2월 말=--02 (late); 3월=--03?; 삼월 중순=--03 (middle)"),
        ("ar", "أواخر شهر فبراير ومطلع كانون الثاني", "أواخر شهر فبراير=--02 (late); ومطلع كانون الثاني=--01 (early)"),
        ("ar", "في مارس من هذا العام مارس الرياضة", "في مارس=--03?"),
        ("hi", "फरवरी के अंत में और मार्च में नव", "फरवरी के अंत में=--02 (late); मार्च में=--03?"),
        ("tr", "Şubat ayının sonunda, Mart'ta, pazar payı", "Şubat ayının sonunda=--02 (late); Mart=--03?"),
        ("he", "בסוף פברואר ובתחילת חודש מרץ", "בסוף פברואר=--02 (late); ובתחילת חודש מרץ=--03 (early)"),
        (
            "vi",
            "cuối tháng 2, ngày 14 tháng 3 năm 2026, lần thứ hai",
            "cuối tháng 2=--02 (late); 14 tháng 3 năm 2026=2026-03-14",
        ),
        ("id", "akhir Februari, minggu depan, hari Minggu", "akhir Februari=--02 (late); hari Minggu=- Sun?"),
        ("fa", "اواخر فوریه و اوایل ماه مارس", "اواخر فوریه=--02 (late); اوایل ماه مارس=--03 (early)"),
        ("ur", "فروری کے آخر میں، پیر کو", "فروری کے آخر میں=--02 (late); پیر کو=- Mon?"),
        ("bn", "ফেব্রুয়ারির শেষে, মার্চের শুরুতে", "ফেব্রুয়ারির শেষে=--02 (late); মার্চের শুরুতে=--03 (early)"),
        ("th", "ปลายเดือนกุมภาพันธ์ ทำได้มากพอ", "ปลายเดือนกุมภาพันธ์=--02 (late)"),
        ("fi", "helmikuun lopussa, maaliskuun alussa", "helmikuun lopussa=--02 (late); maaliskuun alussa=--03 (early)"),
        ("hu", "február végén, május elején", "február végén=--02 (late); május elején=--05 (early)"),
        ("et", "veebruari lõpus, oktoobris", "veebruari lõpus=--02 (late); oktoobris=--10?"),
        ("ta", "பிப்ரவரி இறுதியில், டிசம்பரில்", "பிப்ரவரி இறுதியில்=--02 (late); டிசம்பரில்=--12?"),
    ]);
}

#[test]
fn negation_and_what_only_looks_like_it() {
    check(&[
        ("zh", "不仅如此，他不得不来，未来并不远", "不=not"),
        ("zh", "不同意不同的看法，感到不安", "不同意=not; 不安=weak"),
        ("ja", "行かなければなりませんが、まもなく行きません", "ません=not"),
        ("ja", "少なくとも相変わらずできなかった", "なかっ=not"),
        ("ko", "할 수밖에 없지만 안 간다, 제안되었다", "안=not"),
        ("ko", "뿐만 아니라 예상하지 못했다, 끊임없이", "지 못=not; 끊임없=weak"),
        ("ar", "لا يزال الأمر صعبًا، ولم نتوقع ذلك، بدون", "ولم=not; بدون=weak"),
        ("ar", "ليس الطلاب فقط، كلا الأمرين", "ليس=weak"),
        ("hi", "न केवल छात्र, हमने नहीं सोचा, बिना", "नहीं=not; बिना=weak"),
        ("hi", "केवल छात्र ही नहीं बल्कि शिक्षक", "केवल=weak"),
        ("tr", "Sadece onlar değil, umuyoruz ki gelmedi", "Sadece=weak; gelmedi=not"),
        ("tr", "inanılmaz ve sessiz, gelir gelmez, bilinmeyen", "inanılmaz=weak; sessiz=weak; bilinmeyen=weak"),
        ("he", "לא רק הם, הכד מלא, שאינו זמין, ללא", "שאינו=not; ללא=weak"),
        ("vi", "không chỉ không khí, chúng tôi không đến, đừng quên", "không=not; đừng=not"),
        ("id", "tidak hanya itu, kami tidak tahu, tak terduga", "tidak=not; tak terduga=weak"),
        ("fa", "نه تنها این، نمی‌دانم، نمایش، بدون", "نمی‌دانم=not; بدون=weak"),
        ("ur", "نہ صرف یہ، ہم نے نہیں سوچا، بغیر", "نہیں=not; بغیر=weak"),
        ("bn", "তিনি যাননি, শুধু এটা নয়, কোম্পানি নেই", "যাননি=not; শুধু=weak; নেই=not"),
        ("th", "ไม่เพียงแต่ อย่างน้อย เราไม่รู้ อย่าลืม", "ไม่=not; อย่า=not"),
        ("fi", "ei vain me, emme tienneet, selittämättä", "emme=not; selittämättä=weak"),
        ("hu", "nemcsak mi, nem tudtuk, hirtelen váratlan", "nem=not; váratlan=weak"),
        ("et", "mitte ainult meie, me ei teadnud, hoolimata", "ei=not"),
        ("ta", "மட்டுமல்ல, எதிர்பார்க்கவில்லை, செய்யாமல்", "எதிர்பார்க்கவில்லை=not; செய்யாமல்=weak"),
    ]);
}

#[test]
fn digits_within_words() {
    check(&[
        ("en", "user g8keeper3x", ""),
        ("en", "do you want 2know more", "2=2?"),
        ("en", "5km, 3rd, 24hour shop", "5km=5 km; 3=3?; 24hour=24 hr"),
    ]);
}
