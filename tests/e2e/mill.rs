//! A text of a few sentences in several languages, for the other modules. No test of its own.

use parallax_tests::Folder;

pub(crate) const FRENCH: &str = "\
Le moulin de la vallée

Le moulin a été reconstruit en 1987 et emploie aujourd’hui 240 personnes. Il n’est pas ouvert le dimanche.

En mars, 12 500 visiteurs sont venus le voir. Les horaires se trouvent sur https://moulin.example/visites et à l’entrée.
";

pub(crate) const GERMAN: &str = "\
Die Mühle im Tal

Die Mühle wurde 1987 wieder aufgebaut und beschäftigt heute 240 Menschen. Sonntags ist sie nicht geöffnet.

Im März kamen 12.500 Besucher, um sie zu sehen. Die Öffnungszeiten stehen auf https://moulin.example/visites und am \
Eingang.
";

pub(crate) const ENGLISH: &str = "\
The mill in the valley

The mill was rebuilt in 1987 and now employs 240 people. It is not open on Sundays.

In March, 12,500 visitors came to see it. The opening hours are at https://moulin.example/visites and at the entrance.
";

pub(crate) const SPANISH: &str = "\
El molino del valle

El molino fue reconstruido en 1987 y hoy emplea a 240 personas. No abre los domingos.

En marzo vinieron a verlo 12.500 visitantes. Los horarios están en https://moulin.example/visites y en la entrada.
";

/// The German text with one number that is wrong.
pub(crate) fn wrong_german() -> String {
    GERMAN.replace("12.500", "15.200")
}

/// A folder with the French text and what else is given.
pub(crate) fn folder(others: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(others);
    folder.write("mill.fr.txt", FRENCH);
    folder
}
