//! The texts of the sources, with what they say of the claims.

use super::Draft;
use crate::read::BlockKind;
use crate::report::html::article::cuts;
use crate::report::html::markup::Markup;
use crate::report::html::page::Mark;
use crate::report::model::Document;

/// The sources one after the other.
pub(super) fn sources(draft: &Draft<'_>, html: &mut Markup) {
    html.raw("<section id=\"sources\" aria-labelledby=\"sources-title\">\n<h2 id=\"sources-title\">Sources</h2>\n");
    for document in draft.report.documents.iter().skip(1) {
        if !draft.has_text(document.id) {
            html.put(
                "<p class=\"none\"><bdi>{}</bdi> is left out: a page holds so much text and no more.</p>\n",
                &[&document.path],
            );
            continue;
        }
        html.put(
            "<article id=\"d{}\"><h3><bdi>{}</bdi></h3>\n",
            &[&document.id, &document.path],
        );
        text(draft, document, html);
        html.raw("</article>\n");
    }
    html.raw("</section>\n");
}

fn text(draft: &Draft<'_>, document: &Document, html: &mut Markup) {
    let Some(text) = document.text.as_deref() else {
        return;
    };
    let marks = marks(draft, document.id);
    for block in &document.blocks {
        let (open, close) = match block.kind {
            BlockKind::Title | BlockKind::Heading => ("<h4 dir=\"auto\">", "</h4>\n"),
            BlockKind::Body => ("<p dir=\"auto\">", "</p>\n"),
            BlockKind::Furniture => ("<p class=\"aside\" dir=\"auto\">", "</p>\n"),
        };
        let (start, end) = (block.range.start, block.range.end);
        let within = marks.iter().filter(|m| m.start < end && start < m.end);
        let within: Vec<Mark> = within.copied().collect();
        html.raw(open);
        for (start, end) in cuts(&within, start, end) {
            let piece = text.get(start..end).unwrap_or_default();
            let mut here = within.iter().filter(|m| m.start <= start && end <= m.end);
            match here.next() {
                None => html.put("{}", &[&piece]),
                // Every place that a card leads to begins a piece.
                Some(mark) => html.put(
                    "<a class=\"v\" id=\"d{}-{}\" href=\"#c{}\">{}</a>",
                    &[&document.id, &start, &mark.entry, &piece],
                ),
            }
        }
        html.raw(close);
    }
}

/// The places of a source that say something of a claim.
fn marks(draft: &Draft<'_>, document: usize) -> Vec<Mark> {
    let claims = draft.claims.iter().enumerate();
    let all = claims.flat_map(|(entry, claim)| {
        let said = claim.sources.iter().map(|source| &source.place);
        said.chain(&claim.nearest).map(move |place| (entry, place))
    });
    let here = all.filter(|(_, place)| place.document == document);
    here.map(|(entry, place)| Mark {
        start: place.start,
        end: place.end,
        entry,
        group: 0,
    })
    .collect()
}
