//! An article as it is read: its headings and paragraphs, every answer in it a link to what is said of it.
//!
//! Answers overlap: a figure stands in a quotation, a name in two findings. A paragraph is cut wherever one begins or ends, and
//! each piece says which entries it belongs to; the place of an answer is found by the byte it begins at.

use super::markup::Markup;
use super::page::{Mark, Page};
use crate::read::BlockKind;
use crate::report::model::Document;

/// The document's text with its highlights.
pub(super) fn article(page: &Page<'_>, document: &Document, html: &mut Markup) {
    let Some(text) = document.text.as_deref() else {
        return;
    };
    let marks = page.marks.get(document.id).map_or(&[][..], Vec::as_slice);
    for block in &document.blocks {
        let (start, end) = (block.range.start, block.range.end);
        let (open, close) = match block.kind {
            BlockKind::Title | BlockKind::Heading => ("<h4 dir=\"auto\">", "</h4>\n"),
            BlockKind::Body => ("<p dir=\"auto\">", "</p>\n"),
            BlockKind::Furniture => ("<p class=\"aside\" dir=\"auto\">", "</p>\n"),
        };
        html.raw(open);
        let within = marks.iter().filter(|m| m.start < end && start < m.end);
        let within: Vec<Mark> = within.copied().collect();
        for (start, end) in cuts(&within, start, end) {
            let here = within.iter().filter(|m| m.start <= start && end <= m.end);
            piece(page, document, text, (start, end), here, html);
        }
        html.raw(close);
    }
}

/// The pieces of a block between the ends of what is highlighted in it.
pub(super) fn cuts(marks: &[Mark], start: usize, end: usize) -> Vec<(usize, usize)> {
    let ends = marks.iter().flat_map(|m| [m.start, m.end]);
    let mut at: Vec<usize> = ends.filter(|&at| start < at && at < end).collect();
    at.extend([start, end]);
    at.sort_unstable();
    at.dedup();
    at.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn piece<'m>(
    page: &Page<'_>,
    document: &Document,
    text: &str,
    (start, end): (usize, usize),
    marks: impl Iterator<Item = &'m Mark>,
    html: &mut Markup,
) {
    let text = text.get(start..end).unwrap_or_default();
    let entry = |m: &Mark| Some((page.entries.get(m.entry)?, m.group));
    let entries: Vec<_> = marks.filter_map(entry).collect();
    let Some((first, group)) = entries.first() else {
        return html.put("{}", &[&text]);
    };
    let ids = entries.iter().map(|(e, group)| format!("{}-{group}", e.id));
    let ids = ids.collect::<Vec<_>>().join(" ");
    // Findings come before the rest, so the tint of a piece is that of a finding where it has one.
    let class = first.tint(*group);
    html.put(
        "<a class=\"v {}\" id=\"d{}-{}\" data-e=\"{}\" href=\"#{}\">{}</a>",
        &[&class, &document.id, &start, &ids, &first.id, &text],
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_cut_where_something_begins_or_ends() {
        let mark = |start, end| Mark {
            start,
            end,
            entry: 0,
            group: 0,
        };
        let p = |marks: &[Mark]| cuts(marks, 10, 20);
        assert_eq!(p(&[]), [(10, 20)]);
        assert_eq!(p(&[mark(12, 14)]), [(10, 12), (12, 14), (14, 20)]);
        assert_eq!(p(&[mark(5, 15), mark(15, 25)]), [(10, 15), (15, 20)]);
        assert_eq!(p(&[mark(10, 20), mark(10, 20)]), [(10, 20)]);
    }
}
