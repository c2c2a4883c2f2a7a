//! Files that are no versions of one document: told in a line, not compared.

use crate::mill::{GERMAN, folder};
use crate::snapshot;

/// A text of another sort than the mill's, long enough to tell.
const RECIPE: &str = "\
Für den Teig das Mehl in eine Schüssel sieben. Butter in Würfel schneiden und dazugeben. Alles mit kalten Händen verreiben.
Ein Ei unterkneten. Den Teig zu einer Kugel formen. In Folie wickeln und kühl stellen.
Inzwischen die Äpfel schälen. Das Kerngehäuse entfernen. In dünne Spalten schneiden. Mit Zitronensaft beträufeln.
Den Ofen vorheizen. Eine Form einfetten. Den Teig ausrollen und hineinlegen. Mit einer Gabel einstechen.
Die Spalten darauf verteilen. Zucker und Zimt darüber streuen. Goldbraun backen. Lauwarm servieren.
";
const LECTURE: &str = "\
Les étoiles naissent dans de grands nuages froids. La gravité les rassemble lentement. Leur cœur finit par s’allumer.
Une étoile brille tant qu’elle a du combustible. Les plus lourdes vivent peu de temps. Les plus légères durent presque toujours.
Quand le combustible manque, le cœur se contracte. Les couches extérieures gonflent. L’astre devient une géante rouge.
Certaines explosent alors. Leur lumière dépasse celle d’une galaxie. Les débris enrichissent l’espace.
De cette poussière naîtront des planètes. Nous en sommes faits nous aussi. Regarder le ciel, c’est regarder notre passé.
";

#[test]
fn are_told_and_not_compared() {
    let folder = folder(&[("lecture.fr.txt", LECTURE), ("recipe.de.txt", RECIPE), ("mill.de.txt", GERMAN)]);
    snapshot!("unrelated", folder.parallax("check lecture.fr.txt recipe.de.txt"));
    snapshot!("unrelated_concise", folder.parallax("check lecture.fr.txt recipe.de.txt --format concise"));
    let run = folder.parallax("check lecture.fr.txt recipe.de.txt --format json");
    let failure = &run.json()["failures"][0];
    assert_eq!((run.code, failure["kind"].as_str()), (2, Some("unrelated")), "{}", run.transcript());
    // The others are compared all the same, and these too if that is wanted.
    let run = folder.parallax("check lecture.fr.txt recipe.de.txt --even-unrelated --format json");
    assert!(run.code != 2 && run.json()["documents"].as_array().is_some_and(|documents| documents.len() == 2));
}

#[test]
fn are_aligned_with_a_warning() {
    let folder = folder(&[("lecture.fr.txt", LECTURE), ("recipe.de.txt", RECIPE)]);
    let run = folder.parallax("align lecture.fr.txt recipe.de.txt --format json");
    assert!(run.code == 0 && run.stderr.contains("do not look like versions of one document"), "{}", run.transcript());
    assert_eq!(run.json()["resemblance"]["related"], false);
}
