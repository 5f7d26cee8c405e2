//! A finding as a card: what differs, each answer with the sentences that give it, and why they were compared.

use super::markup::Markup;
use super::page::{Entry, Page, letter, verdict};
use crate::report::model::{Group, Occurrence};
use crate::report::tally::Words;

/// How many places of one answer are shown with their sentences; the others are named.
const SENTENCES: usize = 3;

/// A list item that holds the card.
pub(super) fn card(page: &Page<'_>, entry: &Entry<'_>, html: &mut Markup) {
    let finding = entry.finding;
    let Words { sign, one, .. } = verdict(finding.verdict);
    let percent = (finding.confidence * 100.0).round();
    html.put(
        "<li class=\"card {}\" id=\"{}\" tabindex=\"-1\" data-v=\"{}\" data-r=\"{}\" data-s=\"{}\" data-c=\"{}\">\n",
        &[
            &finding.level,
            &entry.id,
            &finding.verdict,
            &finding.rule,
            &entry.story,
            &percent,
        ],
    );
    html.put(
        "<p class=\"meta\"><span class=\"badge\"><span class=\"sign\" aria-hidden=\"true\">{}</span> {}</span> \
         <span class=\"rule\">{}</span> <span class=\"sure\" title=\"about the share of such findings that are right\">{} % sure</span>",
        &[&sign, &one, &finding.rule, &percent],
    );
    if let Some(story) = finding.story.as_deref().filter(|_| page.stories.len() > 1) {
        html.put(" <span class=\"of\">{}</span>", &[&story]);
    }
    html.put(
        "</p>\n<h3><a class=\"open\" href=\"#{}\"><bdi>{}</bdi></a></h3>\n",
        &[&entry.id, &finding.message],
    );
    if !finding.about.is_empty() {
        html.put(
            "<p class=\"about\"><span>about</span> <bdi>{}</bdi></p>\n",
            &[&finding.about],
        );
    }
    if let Some(difference) = &finding.difference {
        html.put(
            "<p class=\"about\"><span>difference</span> <bdi>{}</bdi></p>\n",
            &[&difference],
        );
    }
    html.raw("<ul class=\"answers\">\n");
    for (i, group) in finding.groups.iter().enumerate() {
        answer(page, entry, i, group, html);
    }
    html.raw("</ul>\n");
    if let Some(accepted) = &finding.accepted {
        html.put(
            "<p class=\"notice\">Accepted: <bdi>{}</bdi> <span class=\"of\"><bdi>{}</bdi></span></p>\n",
            &[&accepted.reason, &accepted.place],
        );
    }
    evidence(entry, html);
    html.raw("</li>\n");
}

fn answer(page: &Page<'_>, entry: &Entry<'_>, index: usize, group: &Group, html: &mut Markup) {
    html.put(
        "<li class=\"{}\"><p class=\"value\">",
        &[&entry.tint(index)],
    );
    if entry.finding.groups.len() > 1 {
        html.put("<b class=\"key\">{}</b> ", &[&letter(index)]);
    }
    html.put(
        "<bdi>{}</bdi></p>\n<ul class=\"places\">\n",
        &[&group.display],
    );
    for mention in group.mentions.iter().take(SENTENCES) {
        html.raw("<li>");
        place(page, index, mention, html);
        let excerpt = &mention.excerpt;
        html.put(
            "<blockquote dir=\"auto\">{}<mark>{}</mark>{}</blockquote></li>\n",
            &[&excerpt.before, &excerpt.value, &excerpt.after],
        );
    }
    html.raw("</ul>\n");
    let rest = group.mentions.get(SENTENCES..).unwrap_or_default();
    if !rest.is_empty() {
        html.raw("<p class=\"also\">also at");
        for mention in rest {
            html.raw(" ");
            place(page, index, mention, html);
        }
        html.raw("</p>\n");
    }
    html.raw("</li>\n");
}

/// A link to where the answer stands in its article, or its name where the article is not on the page.
fn place(page: &Page<'_>, group: usize, mention: &Occurrence, html: &mut Markup) {
    let document = mention.document;
    let label = page.label(document);
    let at = format!("{}:{}", mention.line, mention.column);
    if page.has_text(document) {
        html.put(
            "<a class=\"place\" href=\"#d{}-{}\" data-to=\"{}\" data-g=\"{}\"><bdi>{}</bdi> <span class=\"at\">{}</span></a>",
            &[&document, &mention.start, &mention.end, &group, &label, &at],
        );
    } else {
        html.put(
            "<span class=\"place\"><bdi>{}</bdi> <span class=\"at\">{}</span></span>",
            &[&label, &at],
        );
    }
}

/// Why the answers were compared, where there is something to tell.
fn evidence(entry: &Entry<'_>, html: &mut Markup) {
    let finding = entry.finding;
    let told = finding.evidence.iter().filter(|e| !e.detail.is_empty());
    let told: Vec<_> = told.collect();
    if !told.is_empty() {
        html.raw("<details class=\"why\"><summary>why these were compared</summary><dl>\n");
        for evidence in told {
            html.put(
                "<div><dt>{}</dt><dd><bdi>{}</bdi></dd></div>\n",
                &[&evidence.feature, &evidence.detail],
            );
        }
        html.raw("</dl></details>\n");
    }
}
