//! Dates beyond days and months, times in words, and Roman numerals: one row a language.

use super::language_tests::check;

#[test]
fn years_without_their_century() {
    check(&[
        ("en", "out in '98 and in ’05, '12' of them", "98=1998; 05=2005; 12=12"),
        ("fr", "l'été '86 ou l'98", "86=1986; 98=98"),
    ]);
}

#[test]
fn centuries_and_decades() {
    check(&[
        (
            "en",
            "the 19th century, the 1990s, the late nineties, the 1800s, 44 BC, AD 79",
            "19th century=century 19; 1990s=1990s; late nineties=1990s (late)?; 1800s=century 19; 44 BC=0044 BC; AD 79=0079",
        ),
        (
            "fr",
            "le XIXe siècle, XXᵉ s., les années 90, fin des années 1980, au Ve siècle av. J.-C.",
            "XIXe siècle=century 19; XXᵉ s=century 20; années 90=1990s; fin des années 1980=1980s (late); Ve siècle av. J.-C=century 5 BC",
        ),
        (
            "de",
            "das 20. Jahrhundert, Anfang des 19. Jh., 1990er Jahre, die Neunzigerjahre, 44 v. Chr., 20 Jahrhunderte",
            "20. Jahrhundert=century 20; Anfang des 19. Jh=century 19 (early); 1990er Jahre=1990s; Neunzigerjahre=1990s?; 44 v. Chr=0044 BC; 20 Jahrhunderte=20 c",
        ),
        (
            "es",
            "el siglo XIX, s. XVI, los años noventa, la década de 1990, 44 a. C.",
            "siglo XIX=century 19; s. XVI=century 16; años noventa=1990s; década de 1990=1990s; 44 a. C=0044 BC",
        ),
        (
            "it",
            "il XIX secolo, secolo XV, anni '90, anni Novanta",
            "XIX secolo=century 19; secolo XV=century 15; anni '90=1990s; anni Novanta=1990s",
        ),
        ("pt", "século XIX, anos 90, década de 1990", "século XIX=century 19; anos 90=1990s; década de 1990=1990s"),
        ("ru", "в девяностых годах, пятидесятые годы", "девяностых годах=1990s?; пятидесятые годы=1950s?"),
        (
            "pl",
            "lata dziewięćdziesiąte, latach pięćdziesiątych",
            "lata dziewięćdziesiąte=1990s?; latach pięćdziesiątych=1950s?",
        ),
        ("cs", "padesátých letech, devadesátá léta", "padesátých letech=1950s?; devadesátá léta=1990s?"),
        ("nl", "de 19e eeuw, jaren 90", "19e eeuw=century 19; jaren 90=1990s"),
        ("sv", "1800-talet, på 1990-talet, nittiotalet", "1800-talet=century 19; 1990-talet=1990s; nittiotalet=1990s?"),
        (
            "fi",
            "1990-luvulla, 1800-luvun, 19. vuosisadalla",
            "1990-luvulla=1990s; 1800-luvun=century 19; 19. vuosisadalla=century 19",
        ),
        (
            "ru",
            "XIX век, в XX в., 90-е годы XX века, 1990-х годов, 44 г. до н. э., прошло 19 веков",
            "XIX век=century 19; XX в=century 20; 90-е годы XX века=1990s; 1990-х годов=1990s; 44 г. до н. э=0044 BC; 19 веков=19 c",
        ),
        ("uk", "ХІХ століття, 90-ті роки, у XX ст.", "ХІХ століття=century 19; 90-ті роки=1990s; XX ст=century 20"),
        (
            "pl",
            "XIX wiek, w XIX w. był, lata 90., Ludwik XIV w Wersalu",
            "XIX wiek=century 19; XIX w=century 19; lata 90=1990s; XIV=14?",
        ),
        ("cs", "19. století, v 90. letech, před 90 lety", "19. století=century 19; 90. letech=1990s; 90 lety=90 yrs"),
        ("hu", "a 19. században, az 1990-es években", "19. században=century 19; 1990-es években=1990s"),
        ("tr", "19. yüzyılda, 1990'larda, MÖ 44", "19. yüzyılda=century 19; 1990'larda=1990s; MÖ 44=0044 BC"),
        (
            "el",
            "19ος αιώνας, δεκαετία του 1990, 44 π.Χ.",
            "19ος αιώνας=century 19; δεκαετία του 1990=1990s; 44 π.Χ=0044 BC",
        ),
        ("ro", "secolul al XIX-lea, anii '90", "secolul al XIX-lea=century 19; anii '90=1990s"),
        ("ja", "19世紀、1990年代、紀元前221年", "19世紀=century 19; 1990年代=1990s; 紀元前221=0221 BC"),
        ("zh", "十九世纪、20世纪90年代、公元前221年", "十九世纪=century 19; 20世纪90年代=1990s; 公元前221=0221 BC"),
        ("ko", "19세기, 1990년대", "19세기=century 19; 1990년대=1990s"),
        ("hi", "19वीं सदी, 1990 के दशक, 221 ईसा पूर्व", "19वीं सदी=century 19; 1990 के दशक=1990s; 221 ईसा पूर्व=0221 BC"),
        (
            "ar",
            "القرن 19، تسعينيات القرن 20، التسعينيات",
            "القرن 19=century 19; تسعينيات القرن 20=1990s; التسعينيات=1990s?",
        ),
        ("fa", "قرن ۱۹، دهه ۱۹۹۰", "قرن ۱۹=century 19; دهه ۱۹۹۰=1990s"),
        ("he", "המאה ה-19, שנות ה-90", "המאה ה-19=century 19; שנות ה-90=1990s"),
        ("th", "ศตวรรษที่ 19, ทศวรรษ 1990", "ศตวรรษที่ 19=century 19; ทศวรรษ 1990=1990s"),
        ("vi", "thế kỷ 19, thập niên 1990, 221 TCN", "thế kỷ 19=century 19; thập niên 1990=1990s; 221 TCN=0221 BC"),
        ("id", "abad ke-19, tahun 1990-an", "abad ke-19=century 19; 1990-an=1990s"),
    ]);
}

#[test]
fn quarters_years_and_other_calendars() {
    check(&[
        (
            "en",
            "Q3 2024, season 2019/20, mid-2019, 12/2020, the report 2019/21",
            "Q3 2024=2024-Q3; 2019=2019; 20=2020?; mid-2019=2019 (middle); 12/2020=2020-12; 2019=2019; 21=21",
        ),
        (
            "de",
            "3. Quartal 2024, Saison 2019/20, am 31.12.2020",
            "3. Quartal 2024=2024-Q3; 2019=2019; 20=2020?; 31.12.2020=2020-12-31",
        ),
        (
            "fr",
            "T3 2024, 3e trimestre 2024, le 03/04/2020",
            "T3 2024=2024-Q3; 3e trimestre 2024=2024-Q3; 03/04/2020=2020-04-03",
        ),
        (
            "en",
            "on 03/04/2020, 12/31/2020, 31/12/20",
            "03/04/2020=2020-03-04; 12/31/2020=2020-12-31; 31/12/20=2020-12-31",
        ),
        (
            "ja",
            "令和6年3月14日、平成元年、2024年第3四半期、西暦2024年",
            "令和6年3月14日=2024-03-14; 平成元=1989; 2024年第3四半期=2024-Q3; 西暦2024=2024",
        ),
        ("zh", "2024年第三季度，2024年5月1日", "2024年第三季度=2024-Q3; 2024年5月1日=2024-05-01"),
        ("zh-Hant", "民國113年5月1日，民國建立", "民國113年5月1日=2024-05-01"),
        (
            "th",
            "31 ธันวาคม พ.ศ. 2567, 1 ม.ค. 2568, ปี 2567, ค.ศ. 2024",
            "31 ธันวาคม พ.ศ. 2567=2024-12-31; 1 ม.ค. 2568=2025-01-01; 2567=2024; 2024=2024",
        ),
        (
            "fa",
            "1404/03/12، ۱۲ خرداد ۱۴۰۴، خرداد ۱۴۰۴، سال ۱۴۰۴، ۲۲ بهمن و سال ۱۴۰۳",
            "1404/03/12=2025-06-02; ۱۲ خرداد ۱۴۰۴=2025-06-02; خرداد ۱۴۰۴=2025-06; ۱۴۰۴=2025; ۲۲ بهمن=--02-10; ۱۴۰۳=2024",
        ),
        ("ps", "۵ وری ۱۴۰۳", "۵ وری ۱۴۰۳=2024-03-24"),
        (
            "ar",
            "1 رمضان 1445 هـ، 9 من ذي الحجة 1445، 14 مارس 2024",
            "1 رمضان 1445 هـ=2024-03-11; 9 من ذي الحجة 1445=2024-06-16; 14 مارس 2024=2024-03-14",
        ),
        (
            "en",
            "Ramadan 1, 1445 AH, 12 Khordad 1404, the Mehr 2000, about 3% may stay",
            "Ramadan 1, 1445 AH=2024-03-11; 12 Khordad 1404=2025-06-02; 2000=2000; 3%=~3%",
        ),
        ("de", "Mehr 1400 Menschen", "1400=1400"),
        ("ko", "서기 2024년, 2024. 12. 31, 3분기", "서기 2024=2024; 2024. 12. 31=2024-12-31; 3분기=--Q3?"),
    ]);
}

#[test]
fn abbreviated_months_are_told_from_other_words() {
    check(&[
        ("hi", "28 नव॰ को", "28 नव=--11-28"),
        ("he", "ב־28 בנוב׳ נפגשנו, נוב׳ 2021", "28 בנוב=--11-28; נוב׳ 2021=2021-11"),
        ("bn", "২৮ নভে ২০২১", "২৮ নভে ২০২১=2021-11-28"),
        ("tr", "Toplantı 5 Mar günü, 5 mar değil, 7 ara", "5 Mar=--03-05; 5=5; değil=not; 7=7"),
        ("ro", "mar. 09:05", "09:05=09:05"),
        ("fr", "mar. 5 mars 2024", "5 mars 2024=2024-03-05"),
        ("hu", "du. 5:40, de 9 perc", "du. 5:40=17:40; 9 perc=9 min"),
    ]);
}

#[test]
fn roman_numerals() {
    check(&[
        (
            "en",
            "Louis XIV, Chapter IV, World War II, Part I, the part I played, a MIX CD, vitamin C, an X-ray",
            "XIV=14?; IV=4?; II=2?; I=1?",
        ),
        ("de", "Ludwig XIV. ließ es bauen, Kapitel IV", "XIV=14?; IV=4?"),
        ("pl", "II wojna światowa, Jan Paweł II", "II=2?; II=2?"),
        ("ru", "Людовик XIV, глава IV", "XIV=14?; IV=4?"),
        ("fr", "chapitre IV, Napoléon III, DIV, CD", "IV=4?; III=3?"),
    ]);
}

#[test]
fn times_in_words() {
    check(&[
        (
            "en",
            "half past two, quarter to five, 12 noon, at midnight, three o'clock, 14:30 UTC, 9 at night, two in the afternoon, two afternoon flights",
            "half past two=02:30; quarter to five=04:45; 12 noon=12:00?; midnight=00:00?; three o'clock=03:00; 14:30 UTC=14:30 UTC; 9 at night=21:00?; two in the afternoon=14:00; two=2?",
        ),
        (
            "en",
            "a score of 3:2, 16:9, 2024-03-14T14:30:00+02:00",
            "3=3; 2=2; 16=16; 9=9; 2024-03-14=2024-03-14; 14:30:00+02:00=14:30 UTC+2",
        ),
        (
            "de",
            "um halb drei, viertel nach zwei, um drei Uhr nachmittags, 14.30 Uhr, um 2 Uhr nachts, halb so viel, einen Nachmittag lang",
            "halb drei=02:30; viertel nach zwei=02:15; drei Uhr nachmittags=15:00; 14.30 Uhr=14:30; 2 Uhr nachts=02:00?; halb=0.5?",
        ),
        (
            "fr",
            "à deux heures et demie, à 14 h 30, midi et demi, à 3 heures moins le quart, il a marché deux heures et demie",
            "deux heures et demie=02:30; 14 h 30=14:30; midi et demi=12:30?; 3 heures moins le quart=02:45; moins=weak; deux heures et demie=2.5",
        ),
        (
            "es",
            "a las dos y media, a las 5 menos cuarto, a las tres de la tarde, a las dos personas",
            "dos y media=02:30; 5 menos cuarto=04:45; menos=weak; tres de la tarde=15:00; dos=2?",
        ),
        ("it", "alle due e mezza, a mezzogiorno", "due e mezza=02:30; mezzogiorno=12:00?"),
        (
            "pt",
            "às duas e meia, às cinco e um quarto, meio-dia",
            "duas e meia=02:30; cinco e um quarto=05:15; meio-dia=12:00?",
        ),
        ("nl", "om half drie, kwart voor vijf", "half drie=02:30; kwart voor vijf=04:45"),
        ("sv", "klockan halv tre, kvart i fem", "halv tre=02:30; kvart i fem=04:45"),
        ("fi", "kello puoli kolme", "puoli kolme=02:30"),
        ("cs", "půl 3, v poledne", "půl 3=02:30; poledne=12:00?"),
        ("hu", "fél háromkor, háromnegyed 5-kor", "fél háromkor=02:30; háromnegyed 5=04:45"),
        ("pl", "w południe, na południe", "w południe=12:00?"),
        (
            "ru",
            "без четверти пять, в 2 часа ночи, в полдень, 14:30 МСК",
            "без=weak; без четверти пять=04:45; 2 часа ночи=02:00?; в полдень=12:00?; 14:30 МСК=14:30 UTC+3",
        ),
        ("tr", "saat iki buçukta, gece yarısı", "iki buçukta=02:30; gece yarısı=00:00?"),
        ("hi", "साढ़े पाँच बजे, पौने पाँच बजे, रात 9 बजे", "साढ़े पाँच बजे=05:30; पौने पाँच बजे=04:45; रात 9 बजे=21:00?"),
        ("ur", "ساڑھے پانچ بجے", "ساڑھے پانچ بجے=05:30"),
        ("ja", "午後2時半に、正午に、2時間半", "午後2時半=14:30; 正午=12:00?; 2時間半=2.5 hr"),
        ("ko", "오후 2시 반에, 자정, 절반", "오후 2시 반=14:30; 자정=00:00?; 절반=0.5?"),
        ("zh", "下午两点半，三点一刻，凌晨3点，这一点", "下午两点半=14:30; 三点一刻=03:15; 凌晨3点=03:00?"),
        ("ar", "الساعة 2 والنصف، منتصف الليل", "2 والنصف=02:30; منتصف الليل=00:00?"),
        ("he", "בשעה שתיים וחצי", "שתיים וחצי=02:30"),
        ("id", "pukul setengah tiga", "setengah tiga=02:30"),
        ("fa", "ساعت ۲ و نیم", "۲ و نیم=02:30"),
    ]);
}

#[test]
fn halves_and_quarters_of_hours_are_said_in_each_language() {
    check(&[
        ("ar", "الساعة الخامسة والنصف", "الخامسة والنصف=05:30"),
        ("ar", "الساعة العاشرة إلا ربعًا", "العاشرة إلا ربعًا=09:45"),
        ("af", "om half drie, kwart voor vyf", "half drie=02:30; kwart voor vyf=04:45"),
        ("is", "klukkan hálf þrjú", "hálf þrjú=02:30"),
        ("bs", "u pola tri", "pola tri=02:30"),
        ("sr", "у пола три", "пола три=02:30"),
        ("mk", "пет часот и пол", "пет часот и пол=05:30"),
        ("sq", "ora pesë e gjysmë", "pesë e gjysmë=05:30"),
        ("gl", "ás cinco e media", "cinco e media=05:30"),
        ("kk", "сағат бес жарым", "бес жарым=05:30"),
        ("uz", "soat besh yarim", "besh yarim=05:30"),
        ("az", "saat beşin yarısı", "beşin yarısı=04:30"),
        ("be", "без чвэрці пяць", "без=weak; без чвэрці пяць=04:45"),
        ("gu", "સાડા પાંચ વાગ્યે", "સાડા પાંચ વાગ્યે=05:30"),
        ("mr", "साडे पाच वाजता", "साडे पाच वाजता=05:30"),
        ("ne", "साढे पाँच बजे", "साढे पाँच बजे=05:30"),
        ("ms", "pukul lima setengah", "lima setengah=05:30"),
        ("ha", "ƙarfe biyar da rabi", "biyar da rabi=05:30"),
        ("hy", "ժամը հինգն անց կես", "հինգն անց կես=05:30"),
    ]);
}

#[test]
fn years_stand_before_the_month_where_the_language_has_it_so() {
    check(&[
        ("hu", "A cég 2024. március 5. óta működik.", "2024. március 5=2024-03-05"),
        ("hu", "2024. márc. 5. és 2021. november", "2024. márc. 5=2024-03-05; 2021. november=2021-11"),
        ("lt", "2024 m. kovo 5 d. įvyko", "2024 m. kovo 5=2024-03-05"),
        ("lv", "2024. gada 5. martā notika", "2024. gada 5. martā=2024-03-05"),
        ("ja", "2024年3月5日", "2024年3月5日=2024-03-05"),
        ("pt", "em 5 de mar. de 2024 e 5 de mai.", "5 de mar. de 2024=2024-03-05; 5 de mai=--05-05"),
        ("en", "In 2024 March 5 people came", "2024=2024; March 5=--03-05"),
        ("de", "Im Jahr 2024. März 5.", "2024=2024; März 5=--03-05"),
    ]);
}

#[test]
fn two_parts_of_one_month() {
    check(&[
        (
            "en",
            "in early and mid-January 2020, from early to late March",
            "early=2020-01 (early); mid-January 2020=2020-01 (middle); early=--03 (early); late March=--03 (late)",
        ),
        ("de", "Anfang bis Mitte Mai 2021", "Anfang=2021-05 (early); Mitte Mai 2021=2021-05 (middle)"),
        ("zh", "2020年1月初至1月中旬", "2020年1月初=2020-01 (early); 1月中旬=--01 (middle)"),
    ]);
}
