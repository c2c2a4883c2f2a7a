//! What the hand-kept files of the European languages add: one row a language for numbers, dates and negation.

use super::language_tests::check;

#[test]
fn numbers_of_european_languages() {
    check(&[
        (
            "en",
            "A dozen people paid half a million dollars; tens of thousands, a few hundred, $5bn.",
            "A dozen=12?; half a million dollars=500000 USD; tens of thousands=10000s?; a few hundred=100s?; $5bn=5000000000 USD",
        ),
        (
            "fr",
            "Une vingtaine de gens, un demi-million, septante et un, des dizaines de milliers, un moteur flambant neuf.",
            "Une vingtaine=20; un demi-million=500000; septante et un=71; dizaines de milliers=10000s?",
        ),
        (
            "de",
            "Ein Dutzend Leute, anderthalb Millionen, mehrere hundert Schüler, gut 300, null und nichtig, 20 Dollar.",
            "Ein Dutzend=12?; anderthalb Millionen=1500000; mehrere hundert=100s?; 300=≥300; nichtig=weak; 20 Dollar=20 USD",
        ),
        (
            "es",
            "Una docena, medio millón, varios cientos, unas 30 personas, mil gracias, 20 dólares.",
            "Una docena=12?; medio millón=500000; varios cientos=100s?; 30=~30; 20 dólares=20 USD",
        ),
        (
            "it",
            "Una ventina, mezzo milione, diverse centinaia, circa 30 persone, tu sei qui, mille grazie.",
            "Una ventina=20; mezzo milione=500000; diverse centinaia=100s?; 30=~30",
        ),
        (
            "pt",
            "Meia dúzia, meio milhão, várias centenas, cerca de 30 pessoas, dezenas de milhares.",
            "Meia dúzia=6?; meio milhão=500000; várias centenas=100s?; 30=~30; dezenas de milhares=10000s?",
        ),
        (
            "nl",
            "Een twintigtal, een half miljoen, enkele honderden, ruim 30 mensen, in acht nemen.",
            "Een twintigtal=20; een half miljoen=500000; enkele honderden=100s?; 30=≥30",
        ),
        (
            "sv",
            "Ett dussin, en halv miljon, flera hundra, drygt 30 personer, tiotusentals, har sex.",
            "Ett dussin=12?; en halv miljon=500000; flera hundra=100s?; 30=≥30; tiotusentals=10000s?",
        ),
        (
            "da",
            "Et dusin, en halv million, flere hundrede, godt 30 personer, titusinder.",
            "Et dusin=12?; en halv million=500000; flere hundrede=100s?; 30=≥30; titusinder=10000s?",
        ),
        (
            "no",
            "Et dusin, en halv million, flere hundre, snaut 30 personer, titusener, syv.",
            "Et dusin=12?; en halv million=500000; flere hundre=100s?; 30=~30; titusener=10000s?; syv=7?",
        ),
        (
            "pl",
            "Tuzin jaj, półtora miliona, kilkaset osób, kilkadziesiąt tysięcy, dwoje dzieci, ponad 30.",
            "Tuzin=12?; półtora miliona=1500000; kilkaset=100s?; kilkadziesiąt tysięcy=10000s?; dwoje=2?; 30=≥30",
        ),
        (
            "cs",
            "Tucet vajec, půl milionu, několik set lidí, pětadvacet, dvou, přes 30 žáků.",
            "Tucet=12?; půl milionu=500000; několik set=100s?; pětadvacet=25; dvou=2?; 30=≥30",
        ),
        (
            "sk",
            "Tucet vajec, pol milióna, niekoľko stoviek, dvaja žiaci, vyše 30 žiakov.",
            "Tucet=12?; pol milióna=500000; niekoľko stoviek=100s?; dvaja=2?; 30=≥30",
        ),
        (
            "ru",
            "Дюжина яиц, полтора миллиона, несколько сотен, двое, трёхсот, мою семью, свыше 30.",
            "Дюжина=12?; полтора миллиона=1500000; несколько сотен=100s?; двое=2?; трёхсот=300; 30=≥30",
        ),
        (
            "uk",
            "Дюжина яєць, пів мільйона, кількасот, двох, п'ятсот, понад 30.",
            "Дюжина=12?; пів мільйона=500000; кількасот=100s?; двох=2?; п'ятсот=500; 30=≥30",
        ),
        (
            "bg",
            "Дузина яйца, половин милион, няколкостотин, двама, над 30, десетки хиляди.",
            "Дузина=12?; половин милион=500000; няколкостотин=100s?; двама=2?; 30=≥30; десетки хиляди=10000s?",
        ),
        (
            "el",
            "Μια ντουζίνα, μισό εκατομμύριο, μερικές εκατοντάδες, δεκαεφτά, πάνω από 30.",
            "Μια ντουζίνα=12?; μισό εκατομμύριο=500000; μερικές εκατοντάδες=100s?; δεκαεφτά=17; 30=≥30",
        ),
        (
            "ro",
            "O duzină, jumătate de milion, câteva sute, nouă ani, o casă nouă, douăzeci și nouă, peste 30.",
            "O duzină=12?; jumătate de milion=500000; câteva sute=100s?; nouă ani=9?; douăzeci și nouă=29; 30=≥30",
        ),
        (
            "ca",
            "Una dotzena, mig milió, uns centenars, nou anys, un cotxe nou, deu ser, més de 30.",
            "Una dotzena=12?; mig milió=500000; uns centenars=100s?; nou anys=9?; 30=≥30",
        ),
        (
            "hr",
            "Tucet jaja, pola milijuna, nekoliko stotina, dvoje, desetak ljudi, više od 30.",
            "Tucet=12?; pola milijuna=500000; nekoliko stotina=100s?; dvoje=2?; desetak=10?; 30=≥30",
        ),
        (
            "sl",
            "Ducat jajc, pol milijona, nekaj sto, petindvajset, osemnajst, več kot 30.",
            "Ducat=12?; pol milijona=500000; nekaj sto=100s?; petindvajset=25; osemnajst=18; 30=≥30",
        ),
    ]);
}

#[test]
fn dates_of_european_languages() {
    check(&[
        (
            "en",
            "Late in March, at the beginning of May, mid-June, by the end of 2020; we march and may go.",
            "Late in March=--03 (late); at the beginning of May=--05 (early); mid-June=--06 (middle); by the end of 2020=2020 (late)",
        ),
        (
            "fr",
            "Début mars, à la mi-février, à la fin du mois de mai, le 1er juin 2020.",
            "Début mars=--03 (early); à la mi-février=--02 (middle); à la fin du mois de mai=--05 (late); 1er juin 2020=2020-06-01",
        ),
        (
            "de",
            "Anfang März, Mitte Februar, am Ende des Monats Mai, um 15 Prozent, um 17.30 Uhr.",
            "Anfang März=--03 (early); Mitte Februar=--02 (middle); am Ende des Monats Mai=--05 (late); 15 Prozent=15%; 17.30 Uhr=17:30",
        ),
        (
            "es",
            "A principios de marzo, a mediados de febrero, a finales de mayo de 2020.",
            "A principios de marzo=--03 (early); a mediados de febrero=--02 (middle); a finales de mayo de 2020=2020-05 (late)",
        ),
        (
            "it",
            "All’inizio di marzo, a metà febbraio, alla fine di maggio, alle ore 14.",
            "All’inizio di marzo=--03 (early); a metà febbraio=--02 (middle); alla fine di maggio=--05 (late); 14=14:00?",
        ),
        (
            "pt",
            "No início de março, em meados de fevereiro, no fim de maio de 2020.",
            "No início de março=--03 (early); em meados de fevereiro=--02 (middle); no fim de maio de 2020=2020-05 (late)",
        ),
        (
            "nl",
            "Begin maart, half februari, medio juni, eind mei 2020.",
            "Begin maart=--03 (early); half februari=--02 (middle); medio juni=--06 (middle); eind mei 2020=2020-05 (late)",
        ),
        (
            "sv",
            "I början av mars, i mitten av februari, i slutet av maj, kl. 14.30.",
            "I början av mars=--03 (early); i mitten av februari=--02 (middle); i slutet av maj=--05 (late); 14.30=14:30",
        ),
        (
            "da",
            "I begyndelsen af marts, midt i februar, i slutningen af maj, kl. 14.30.",
            "I begyndelsen af marts=--03 (early); midt i februar=--02 (middle); i slutningen af maj=--05 (late); 14.30=14:30",
        ),
        (
            "no",
            "I begynnelsen av mars, midt i februar, i slutten av mai, kl. 14.30.",
            "I begynnelsen av mars=--03 (early); midt i februar=--02 (middle); i slutten av mai=--05 (late); 14.30=14:30",
        ),
        (
            "pl",
            "Na początku marca, w połowie lutego, pod koniec maja, w kwietniu, w środę o godz. 14.",
            "Na początku marca=--03 (early); w połowie lutego=--02 (middle); pod koniec maja=--05 (late); kwietniu=--04?; środę=- Wed?; 14=14:00?",
        ),
        (
            "cs",
            "Začátkem března, v polovině února, koncem května, v dubnu, ve středu, pro nás.",
            "Začátkem března=--03 (early); v polovině února=--02 (middle); koncem května=--05 (late); dubnu=--04?; středu=- Wed?",
        ),
        (
            "sk",
            "Začiatkom marca, v polovici februára, koncom mája, v apríli, v stredu.",
            "Začiatkom marca=--03 (early); v polovici februára=--02 (middle); koncom mája=--05 (late); apríli=--04?; stredu=- Wed?",
        ),
        (
            "ru",
            "В начале марта, в середине февраля, в конце мая, в июне, в среду, среда обитания.",
            "В начале марта=--03 (early); в середине февраля=--02 (middle); в конце мая=--05 (late); июне=--06?; в среду=- Wed?",
        ),
        (
            "uk",
            "На початку березня, у середині лютого, наприкінці травня, у червні, у середу, червоні квіти, травма.",
            "На початку березня=--03 (early); у середині лютого=--02 (middle); наприкінці травня=--05 (late); червні=--06?; середу=- Wed?",
        ),
        (
            "bg",
            "В началото на март, в средата на февруари, в края на май, май ще вали.",
            "В началото на март=--03 (early); в средата на февруари=--02 (middle); в края на май=--05 (late)",
        ),
        (
            "el",
            "Στις αρχές Μαρτίου, στα μέσα Φεβρουαρίου, στα τέλη Μαΐου, τον Απρίλιο, η τρίτη φορά.",
            "Στις αρχές Μαρτίου=--03 (early); στα μέσα Φεβρουαρίου=--02 (middle); στα τέλη Μαΐου=--05 (late); Απρίλιο=--04?",
        ),
        (
            "ro",
            "La începutul lunii martie, la mijlocul lui februarie, la sfârșitul lunii mai, mai multe luni.",
            "La începutul lunii martie=--03 (early); la mijlocul lui februarie=--02 (middle); la sfârșitul lunii mai=--05 (late)",
        ),
        (
            "ca",
            "A principis de març, a mitjan febrer, a finals de maig de 2020.",
            "A principis de març=--03 (early); a mitjan febrer=--02 (middle); a finals de maig de 2020=2020-05 (late)",
        ),
        (
            "hr",
            "Početkom ožujka, sredinom veljače, krajem svibnja, u travnju, u srijedu, studenti, svi.",
            "Početkom ožujka=--03 (early); sredinom veljače=--02 (middle); krajem svibnja=--05 (late); travnju=--04?; srijedu=- Wed?",
        ),
        (
            "sl",
            "V začetku marca, sredi februarja, konec maja, v aprilu, v sredo.",
            "V začetku marca=--03 (early); sredi februarja=--02 (middle); konec maja=--05 (late); aprilu=--04?; sredo=- Wed?",
        ),
    ]);
}

#[test]
fn negations_of_european_languages() {
    check(&[
        (
            "en",
            "It isn’t here, nobody knows, no longer. Not only that. Few fail, whether or not they try hard at all times. It did not start until May.",
            "isn’t=not; nobody=not; no longer=not; Not only=weak; Few=weak; fail=weak; not=weak; May=--05?",
        ),
        (
            "fr",
            "Personne ne sait, la personne vient, il n’y a plus rien. Non seulement. N’importe quoi. Sans doute.",
            "Personne ne=not; n’y a plus=not; rien=weak; Non seulement=weak; Sans doute=weak",
        ),
        (
            "de",
            "Niemand weiß es, keine Zeit, weder noch. Nicht nur das. Es findet statt. Unmöglich. Zögern Sie nicht.",
            "Niemand=not; keine=not; weder=not; Nicht nur=weak; Unmöglich=weak; Zögern Sie nicht=weak",
        ),
        (
            "es",
            "Nadie viene, ningún día, tampoco. No solo eso. Sin embargo, no obstante. Un poco. Imposible.",
            "Nadie=not; ningún=not; tampoco=not; No solo=weak; Imposible=weak",
        ),
        (
            "it",
            "Nessuno viene, né lui. Non solo. Nonostante. Non appena. Un poco. Impossibile.",
            "Nessuno=not; né=weak; Non solo=weak; Impossibile=weak",
        ),
        (
            "pt",
            "Ninguém vem, nenhum dia, nem ele. Não só isso. Um pouco. Impossível. Ou não.",
            "Ninguém=not; nenhum=not; nem=weak; Não só=weak; Impossível=weak",
        ),
        (
            "nl",
            "Niemand komt, geen dag, noch hij. Niet alleen. Al dan niet. Niettemin. Onmogelijk.",
            "Niemand=not; geen=not; noch=weak; Niet alleen=weak; Onmogelijk=weak",
        ),
        (
            "sv",
            "Ingen kommer, aldrig. Inte bara. Eller ej. Icke desto mindre. Omöjligt. Utan honom.",
            "Ingen=not; aldrig=not; Inte bara=weak; Omöjligt=weak; Utan=weak",
        ),
        (
            "da",
            "Ingen kommer, aldrig. Ikke kun. Eller ej. Ikke desto mindre. Umuligt. Uden ham.",
            "Ingen=not; aldrig=not; Ikke kun=weak; Umuligt=weak; Uden=weak",
        ),
        (
            "no",
            "Ingen kommer, aldri. Ikke bare. Eller ei. Ikke desto mindre. Umulig. Uten ham, ei bok.",
            "Ingen=not; aldri=not; Ikke bare=weak; Umulig=weak; Uten=weak",
        ),
        (
            "pl",
            "Nikt nie wie, żaden dzień. Nie tylko. Czy nie. Niemiecka niedziela. Niemożliwe. Bez niego.",
            "nie=not; żaden=not; Nie tylko=weak; niedziela=- Sun?; Niemożliwe=weak; Bez=weak",
        ),
        (
            "cs",
            "Nikdo neví, nepřišli, nemohu, není. Nejen to. Největší nemocnice, nechal nebo neděle. Nemožné.",
            "neví=not; nepřišli=not; nemohu=not; není=not; Nejen=weak; neděle=- Sun?; Nemožné=weak",
        ),
        (
            "sk",
            "Nikto nevie, neprišli, nemôžem, nie je. Nielen to. Najväčšia nemocnica, nechal. Nemožné.",
            "nevie=not; neprišli=not; nemôžem=not; nie je=not; Nielen=weak; Nemožné=weak",
        ),
        (
            "ru",
            "Никто не знает, нельзя: не только. Тем не менее. Несколько недель, необходимо. Невозможно. Пока не.",
            "не=not; нельзя=not; не только=weak; Невозможно=weak; Пока=weak",
        ),
        (
            "uk",
            "Ніхто не знає, немає. Не тільки. Тим не менш. Неділя, небо. Неможливо. Без нього.",
            "не=not; немає=not; Не тільки=weak; Неділя=- Sun?; Неможливо=weak; Без=weak",
        ),
        (
            "bg",
            "Никой не знае, няма. Не само. Или не. Неделя, небе. Невъзможно. Без него.",
            "не=not; няма=not; Не само=weak; Неделя=- Sun?; Невъзможно=weak; Без=weak",
        ),
        (
            "el",
            "Κανείς δεν ξέρει, ούτε. Όχι μόνο. Ή όχι. Παρ’ όλα αυτά. Αδύνατον. Χωρίς αυτόν.",
            "δεν=not; ούτε=weak; Όχι μόνο=weak; Αδύνατον=weak; Χωρίς=weak",
        ),
        (
            "ro",
            "Nimeni nu știe, niciun. Nu numai. Sau nu. N-am. Imposibil. Necunoscut. Fără el.",
            "nu=not; Nu numai=weak; N-am=not; Imposibil=weak; Necunoscut=weak; Fără=weak",
        ),
        (
            "ca",
            "Ningú no ho sap, tampoc. No només; o no; no obstant això; impossible; cap a casa.",
            "no=not; tampoc=not; No només=weak; impossible=weak",
        ),
        (
            "hr",
            "Nitko ne zna, nema, neće. Ne samo. Ili ne. Nedjelja, nebo, nekoliko. Nemoguće. Bez njega.",
            "ne=not; nema=not; neće=not; Ne samo=weak; Nedjelja=- Sun?; Nemoguće=weak; Bez=weak",
        ),
        (
            "sl",
            "Nihče ne ve, nima, nisem. Ne samo. Ali ne. Nedelja, nebo, nekaj. Nemogoče. Brez njega.",
            "ne=not; nima=not; nisem=not; Ne samo=weak; Nedelja=- Sun?; Nemogoče=weak; Brez=weak",
        ),
    ]);
}

#[test]
fn words_that_are_also_units_months_or_magnitudes() {
    check(&[
        ("ca", "Són 5 km des del 2010.", "5 km=5 km; 2010=2010"),
        ("pt-PT", "São 5 mm.", "5 mm=5 mm"),
        ("cs", "To je pro 20 žáků, 5. pro 2020 ne.", "20=20; 5=5?; 2020=2020; ne=not"),
        ("fr", "Sept ans en 2020, le 15 sept. 2020.", "Sept ans=7 yrs?; 2020=2020; 15 sept. 2020=2020-09-15"),
        ("pt", "Dez anos em 2020, 15 dez. 2020.", "Dez anos=10 yrs?; 2020=2020; 15 dez. 2020=2020-12-15"),
        ("sl", "Leta 2020 bil je tam.", "2020=2020"),
        ("de", "Es sind 20 Bio-Äpfel.", "20=20"),
        ("el", "Τα 10 εκ των 20 και 5 εκ. ευρώ.", "10=10; 20=20; 5 εκ. ευρώ=5000000"),
    ]);
}
