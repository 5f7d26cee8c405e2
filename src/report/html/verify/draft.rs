//! The text of the draft, each claim in it marked by its status.
//!
//! Claims stand in one another, a figure in a quotation. Marks are nested as the claims are, and the link of a claim that holds
//! others is its sign alone, since no link may stand in another one. What overlaps without being inside is marked once.

use super::{Draft, claims, places, sign};
use crate::read::BlockKind;
use crate::report::html::markup::Markup;

/// A place of a claim in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    start: usize,
    end: usize,
    claim: usize,
    /// Whether it is the first place of its claim, which links lead to.
    first: bool,
}

/// The draft.
pub(super) fn draft(draft: &Draft<'_>, html: &mut Markup) {
    html.raw("<section id=\"draft\" aria-labelledby=\"draft-title\">\n<h2 id=\"draft-title\">Draft</h2>\n<article class=\"text\">\n");
    let document = draft.report.documents.first();
    let text = document.and_then(|document| document.text.as_deref());
    if let (Some(document), Some(text)) = (document, text.filter(|_| draft.has_text(0))) {
        let marks = marks(draft);
        for block in &document.blocks {
            let (open, close) = match block.kind {
                BlockKind::Title | BlockKind::Heading => ("<h3 dir=\"auto\">", "</h3>\n"),
                BlockKind::Body => ("<p dir=\"auto\">", "</p>\n"),
                BlockKind::Furniture => ("<p class=\"aside\" dir=\"auto\">", "</p>\n"),
            };
            let (start, end) = (block.range.start, block.range.end);
            let within = |m: &&Mark| start <= m.start && m.end <= end;
            let within: Vec<Mark> = marks.iter().filter(within).copied().collect();
            html.raw(open);
            piece(draft, text, (start, end), &within, html);
            html.raw(close);
        }
    } else {
        html.raw(
            "<p class=\"none\">The draft is too long for a page; its claims stand beneath.</p>\n",
        );
    }
    html.raw("</article>\n</section>\n");
}

/// All places of all claims, an outer one before what stands in it.
fn marks(draft: &Draft<'_>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (claim, said) in draft.claims.iter().enumerate() {
        for (nth, place) in places(said).enumerate() {
            if place.start < place.end {
                marks.push(Mark {
                    start: place.start,
                    end: place.end,
                    claim,
                    first: nth == 0,
                });
            }
        }
    }
    nested(marks)
}

/// The marks in order, without those that overlap one before them and are not inside it, or are the same place.
fn nested(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end), m.claim));
    let mut kept: Vec<Mark> = Vec::new();
    for mark in marks {
        let fits = kept.iter().rev().all(|k| {
            let outside = k.end <= mark.start;
            let inside = mark.end <= k.end && (mark.start, mark.end) != (k.start, k.end);
            outside || inside
        });
        if fits {
            kept.push(mark);
        }
    }
    kept
}

/// A stretch of text with the marks in it, which are nested.
fn piece(
    draft: &Draft<'_>,
    text: &str,
    (start, end): (usize, usize),
    marks: &[Mark],
    html: &mut Markup,
) {
    let mut at = start;
    let mut rest = marks;
    while let Some((mark, others)) = rest.split_first() {
        let inner = others.partition_point(|m| m.start < mark.end);
        let (inside, behind) = others.split_at(inner);
        html.put("{}", &[&text.get(at..mark.start).unwrap_or_default()]);
        marked(draft, text, *mark, inside, html);
        at = mark.end;
        rest = behind;
    }
    html.put("{}", &[&text.get(at..end).unwrap_or_default()]);
}

fn marked(draft: &Draft<'_>, text: &str, mark: Mark, inside: &[Mark], html: &mut Markup) {
    let Some(claim) = draft.claims.get(mark.claim) else {
        return;
    };
    let status = claim.status;
    html.put("<span class=\"claim {}\"", &[&status.name()]);
    if mark.first {
        html.put(" id=\"m{}\"", &[&mark.claim]);
    }
    html.put("><a href=\"#c{}\"", &[&mark.claim]);
    if mark.first {
        html.put(" aria-describedby=\"t{}\"", &[&mark.claim]);
    }
    let wrong = draft.faults(mark.claim).next().is_some();
    let sign = match wrong {
        true => format!("{}!", sign(status)),
        false => sign(status).to_owned(),
    };
    if inside.is_empty() {
        html.put(
            "><span class=\"sr\">{}: </span>{}<sup aria-hidden=\"true\">{}</sup></a>",
            &[
                &status.words(),
                &text.get(mark.start..mark.end).unwrap_or_default(),
                &sign,
            ],
        );
    } else {
        html.put(
            " class=\"whole\"><span class=\"sr\">{}: {}</span><sup aria-hidden=\"true\">{}</sup></a>",
            &[&status.words(), &claim.kind, &sign],
        );
        piece(draft, text, (mark.start, mark.end), inside, html);
    }
    claims::tip(draft, mark.claim, mark.first, html);
    html.raw("</span>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_nested_and_what_overlaps_is_left_out() {
        let mark = |start, end| Mark {
            start,
            end,
            claim: 0,
            first: true,
        };
        let p = |marks: &[(usize, usize)]| -> Vec<(usize, usize)> {
            let marks = marks.iter().map(|&(start, end)| mark(start, end));
            let kept = nested(marks.collect());
            kept.iter().map(|m| (m.start, m.end)).collect()
        };
        assert_eq!(p(&[(5, 8), (0, 10)]), [(0, 10), (5, 8)]);
        assert_eq!(p(&[(0, 6), (4, 10), (8, 9)]), [(0, 6), (8, 9)]);
        assert_eq!(p(&[(2, 4), (2, 4)]), [(2, 4)]);
        assert_eq!(
            p(&[(0, 10), (1, 5), (2, 3), (4, 7)]),
            [(0, 10), (1, 5), (2, 3)]
        );
    }
}
