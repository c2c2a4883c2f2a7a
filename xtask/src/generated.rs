//! Generated parts of hand-written documents: what stands between `<!-- generated: NAME -->` and `<!-- end -->`.

use crate::error::{Context as _, Result, fail};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The parts made from data that is no part of the repository: only `cargo xtask bench` writes them.
const MEASURED: [&str; 1] = ["pairs"];

/// `text` with the parts in `sections` put in anew. Parts that only a benchmark can write stay as they are.
pub(crate) fn filled(text: &str, sections: &BTreeMap<&str, String>) -> Result<String> {
    const BEGIN: &str = "<!-- generated: ";
    const END: &str = "<!-- end -->";
    let mut parts = text.split(BEGIN);
    let mut fresh = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(" -->").context("a mark of a generated part is not closed")?;
        let (old, after) = rest.split_once(END).context(format_args!("the generated part `{name}` has no end"))?;
        let section = match sections.get(name) {
            Some(section) => section,
            None if MEASURED.contains(&name) || sections.keys().all(|name| MEASURED.contains(name)) => {
                old.strip_prefix('\n').unwrap_or(old)
            }
            None => return fail(format!("there is no generated part `{name}`")),
        };
        let _ = write!(fresh, "{BEGIN}{name} -->\n{section}{END}{after}");
    }
    Ok(fresh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_parts_are_put_in_between_their_marks() {
        let sections = BTreeMap::from([("x", "new\n".to_owned())]);
        let text = "a\n<!-- generated: x -->\nold\n<!-- end -->\nb\n";
        let fresh = filled(text, &sections).expect("the marks are right");
        assert_eq!(fresh, "a\n<!-- generated: x -->\nnew\n<!-- end -->\nb\n");
        assert_eq!(filled(&fresh, &sections).expect("the marks are right"), fresh);
        for wrong in ["<!-- generated: y -->\n<!-- end -->", "<!-- generated: x -->\n", "<!-- generated: x"] {
            assert!(filled(wrong, &sections).is_err(), "{wrong}");
        }
    }

    #[test]
    fn measured_parts_are_written_by_their_benchmark_alone() {
        let text = "<!-- generated: x -->\nold\n<!-- end -->\n<!-- generated: pairs -->\nmeasured\n<!-- end -->\n";
        let fill = |name, with: &str| filled(text, &BTreeMap::from([(name, with.to_owned())]));
        let fresh = fill("x", "new\n").expect("the marks are right");
        assert_eq!(fresh, text.replace("old", "new"));
        let fresh = fill("pairs", "more\n").expect("the marks are right");
        assert_eq!(fresh, text.replace("measured", "more"));
    }
}
