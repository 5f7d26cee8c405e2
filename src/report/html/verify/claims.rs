//! The claims one after the other, each with the sentences of the sources; and the same in brief beside its mark.

use super::{Draft, sign};
use crate::report::html::markup::Markup;
use crate::report::model::{Claim, Occurrence};
use crate::report::verified::findings;

/// How many sentences of the sources are shown of each sort; the others are named.
const SENTENCES: usize = 3;

/// All claims in the order of the draft.
pub(super) fn claims(draft: &Draft<'_>, html: &mut Markup) {
    html.raw("<section id=\"claims\" aria-labelledby=\"claims-title\">\n<h2 id=\"claims-title\">Claims</h2>\n");
    if draft.claims.is_empty() {
        html.raw("<p class=\"none\">The draft holds no figure, date, name or quotation.</p>\n");
    }
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Claims\">\n<ol class=\"cards\">\n");
    for (index, claim) in draft.claims.iter().enumerate() {
        card(draft, index, claim, html);
    }
    html.raw("</ol>\n</div>\n</section>\n");
}

fn card(draft: &Draft<'_>, index: usize, claim: &Claim, html: &mut Markup) {
    let status = claim.status;
    html.put(
        "<li class=\"card {}\" id=\"c{}\">\n<p class=\"meta\"><span class=\"badge\"><span class=\"sign\" aria-hidden=\"true\">{}</span> {}</span> <span class=\"rule\">{}</span> <a class=\"place\" href=\"#m{}\">line {}</a></p>\n<p class=\"value\"><bdi>{}</bdi></p>\n",
        &[
            &status.name(),
            &index,
            &sign(status),
            &status.words(),
            &claim.kind,
            &target(draft, index),
            &claim.place.line,
            &claim.place.excerpt.value,
        ],
    );
    for finding in findings(draft.report, claim).filter(|f| f.verdict != "not-found") {
        html.put("<p class=\"about\"><bdi>{}</bdi>", &[&finding.message]);
        // Of a quotation the message says it already.
        if let Some(difference) = finding
            .difference
            .as_ref()
            .filter(|_| finding.kind != "quote")
        {
            html.put(" · apart by <bdi>{}</bdi>", &[&difference]);
        }
        html.raw("</p>\n");
    }
    for fault in draft.faults(index) {
        html.put(
            "<p class=\"about fault\">! <bdi>{}</bdi></p>\n",
            &[&fault.message],
        );
    }
    said(
        draft,
        "a source says the same",
        claim.support().collect(),
        html,
    );
    said(
        draft,
        "a source says otherwise",
        claim.against().collect(),
        html,
    );
    said(
        draft,
        "perhaps this was meant",
        claim.nearest.iter().collect(),
        html,
    );
    html.raw("</li>\n");
}

/// Where the card of a claim leads to: its mark, or that of the claim that stands at the same place.
fn target(draft: &Draft<'_>, index: usize) -> usize {
    let place = |claim: &Claim| (claim.place.start, claim.place.end);
    let own = draft.claims.get(index).map(place);
    let first = draft.claims.iter().position(|c| Some(place(c)) == own);
    first.unwrap_or(index)
}

/// The sentences of the sources that say one thing.
fn said(draft: &Draft<'_>, what: &'static str, places: Vec<&Occurrence>, html: &mut Markup) {
    if places.is_empty() {
        return;
    }
    html.put(
        "<p class=\"says\">{}</p>\n<ul class=\"places\">\n",
        &[&what],
    );
    for place in places.iter().take(SENTENCES) {
        html.raw("<li>");
        link(draft, place, html);
        let excerpt = &place.excerpt;
        html.put(
            "<blockquote dir=\"auto\">{}<mark>{}</mark>{}</blockquote></li>\n",
            &[&excerpt.before, &excerpt.value, &excerpt.after],
        );
    }
    html.raw("</ul>\n");
    if let Some(rest) = places.get(SENTENCES..).filter(|rest| !rest.is_empty()) {
        html.raw("<p class=\"also\">also at");
        for place in rest {
            html.raw(" ");
            link(draft, place, html);
        }
        html.raw("</p>\n");
    }
}

/// A link to a place of a source, or its name where the source is not on the page.
fn link(draft: &Draft<'_>, place: &Occurrence, html: &mut Markup) {
    let document = place.document;
    let label = draft.page.label(document);
    let line = format!("line {}", place.line);
    if draft.has_text(document) {
        html.put(
            "<a class=\"place\" href=\"#d{}-{}\"><bdi>{}</bdi> <span class=\"at\">{}</span></a>",
            &[&document, &place.start, &label, &line],
        );
    } else {
        html.put(
            "<span class=\"place\"><bdi>{}</bdi> <span class=\"at\">{}</span></span>",
            &[&label, &line],
        );
    }
}

/// What the sources say of a claim in brief, shown beside its mark: one sentence of each sort.
pub(super) fn tip(draft: &Draft<'_>, index: usize, first: bool, html: &mut Markup) {
    let Some(claim) = draft.claims.get(index) else {
        return;
    };
    html.raw("<span class=\"tip\"");
    if first {
        html.put(" role=\"tooltip\" id=\"t{}\"", &[&index]);
    }
    html.put("><span class=\"line\"><b>{}</b>", &[&claim.status.words()]);
    if claim.sources.is_empty() {
        html.raw(": no source says it");
    }
    html.raw("</span>");
    for (what, place) in [
        ("the same", claim.support().next()),
        ("otherwise", claim.against().next()),
        ("perhaps", claim.nearest.as_ref()),
    ] {
        let Some(place) = place else { continue };
        let excerpt = &place.excerpt;
        html.put(
            "<span class=\"line\"><span class=\"says\">{}, <bdi>{}</bdi>:</span> {}<mark>{}</mark>{}</span>",
            &[
                &what,
                &draft.page.label(place.document),
                &excerpt.before,
                &excerpt.value,
                &excerpt.after,
            ],
        );
    }
    for fault in draft.faults(index) {
        html.put(
            "<span class=\"line fault\">! <bdi>{}</bdi></span>",
            &[&fault.message],
        );
    }
    html.raw("</span>");
}
