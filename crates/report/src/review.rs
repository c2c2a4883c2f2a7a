//! An alignment side by side, as a page to read and correct it by.

use crate::alignment::{decimals, indices};
use crate::exchange::xml::replaced;
use parallax_core::{Bead, Bitext, Version};
use quick_xml::escape::escape;
use std::io;
use std::ops::Range;

/// Beads less sure than this are marked.
const DOUBTFUL: f64 = 0.8;

const STYLE: &str = include_str!("review.css");

/// Writes a page of HTML that needs nothing else: a row a bead with the indices of its segments, their texts, and the
/// confidence. Doubtful beads, those below 0.8, are marked, and each leads to the next and the previous one.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_review(bitext: &Bitext<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let beads = &bitext.alignment.segments;
    let doubtful: Vec<usize> =
        (0..beads.len()).filter(|index| beads[*index].confidence.get() < DOUBTFUL || beads[*index].moved).collect();
    let [source, target] = [bitext.source, bitext.target].map(|version| html(&version.document.path));
    writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{source} – {target}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>")?;
    writeln!(out, "<h1><bdi>{source}</bdi> – <bdi>{target}</bdi></h1>")?;
    writeln!(out, "<p>{} beads, {} of them doubtful{}.</p>", beads.len(), doubtful.len(), first_link(&doubtful))?;
    writeln!(
        out,
        "<details><summary>How to correct the alignment</summary>\n<p>Write the alignment to a table with \
         <code>parallax align … --format tsv -o beads.tsv</code>, change the numbers in its columns \
         <code>source_index</code> and <code>target_index</code> to what they should be (they are those of this page), \
         delete the rows that you leave to the tool, and run \
         <code>parallax align … --fix beads.tsv</code>: the rows that are left are taken as they are.</p></details>"
    )?;
    writeln!(
        out,
        "<label><input type=\"checkbox\" id=\"only\"> doubtful beads only</label>\n<table>\n<thead><tr>\
         <th scope=\"col\"><abbr title=\"indices of the source's segments\">#</abbr></th><th scope=\"col\">Source</th>\
         <th scope=\"col\"><abbr title=\"indices of the target's segments\">#</abbr></th><th scope=\"col\">Target</th>\
         <th scope=\"col\">Confidence</th></tr></thead>\n<tbody>"
    )?;
    let mut next = doubtful.iter().peekable();
    let mut previous = None;
    for (index, bead) in beads.iter().enumerate() {
        let is_doubtful = next.next_if(|doubtful| **doubtful == index).is_some();
        let mut link = String::new();
        if is_doubtful {
            let before = previous.replace(index).map(|before| (before, "previous"));
            for (to, name) in before.into_iter().chain(next.peek().map(|after| (**after, "next"))) {
                link.push_str(&format!(" <a href=\"#b{to}\">{name}</a>"));
            }
        }
        row(bitext, index, bead, is_doubtful, &link, out)?;
    }
    writeln!(out, "</tbody>\n</table>\n</body>\n</html>")
}

fn first_link(doubtful: &[usize]) -> String {
    doubtful.first().map_or_else(String::new, |first| format!(" (<a href=\"#b{first}\">to the first</a>)"))
}

fn row(
    bitext: &Bitext<'_>,
    index: usize,
    bead: &Bead,
    is_doubtful: bool,
    link: &str,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let class = if is_doubtful { " class=\"doubtful\"" } else { "" };
    let moved = if bead.moved { " moved" } else { "" };
    write!(out, "<tr id=\"b{index}\"{class}>")?;
    side(bitext.source, &bead.source, out)?;
    side(bitext.target, &bead.target, out)?;
    writeln!(out, "<td class=\"sure\">{}{moved}{link}</td></tr>", decimals(bead.confidence.get()))
}

fn side(version: &Version, segments: &Range<usize>, out: &mut dyn io::Write) -> io::Result<()> {
    let language = version.language.to_string();
    write!(out, "<td class=\"at\">{}</td>", indices(segments))?;
    if segments.is_empty() {
        return write!(out, "<td class=\"none\">–</td>");
    }
    write!(out, "<td lang=\"{}\" dir=\"auto\">", html(&language))?;
    for segment in segments.clone() {
        write!(out, "<p>{}</p>", html(version.segment_text(segment)))?;
    }
    write!(out, "</td>")
}

/// Text as HTML shows it.
fn html(text: &str) -> String {
    escape(replaced(text)).into_owned()
}
