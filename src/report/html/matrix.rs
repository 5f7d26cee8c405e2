//! Who says what at a glance: a table a story, its questions down and its documents across; and how figures moved from day to day.

use super::markup::Markup;
use super::page::{Entry, Page, Part, Story, letter, verdict};
use crate::report::tally::{Words, counted};

/// The table of one story; what its documents agree on is folded away below what they don't.
pub(super) fn matrix(page: &Page<'_>, story: &Story<'_>, html: &mut Markup) {
    let of = |part: Part| -> Vec<_> { page.entries_of(story).filter(|e| e.part == part).collect() };
    let (findings, agreements) = (of(Part::Found), of(Part::Agreed));
    if !findings.is_empty() {
        table(page, story, &findings, "Who says what", html);
    }
    if !agreements.is_empty() {
        html.put(
            "<details class=\"agreed\"><summary>{}</summary>\n",
            &[&counted(agreements.len(), "agreement", "agreements")],
        );
        table(page, story, &agreements, "What is agreed on", html);
        html.raw("</details>\n");
    }
}

fn table(
    page: &Page<'_>,
    story: &Story<'_>,
    entries: &[&Entry<'_>],
    name: &str,
    html: &mut Markup,
) {
    html.put(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}: {}\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">Question</th>",
        &[&name, &story.name.unwrap_or("all documents")],
    );
    for &document in &story.documents {
        html.put("<th scope=\"col\"><bdi>{}</bdi>", &[&page.label(document)]);
        if let Some(day) = page.published(document) {
            html.put(" <span class=\"day\">{}</span>", &[&day]);
        }
        html.raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for entry in entries {
        row(entry, story, html);
    }
    html.raw("</tbody></table></div>\n");
}

fn row(entry: &Entry<'_>, story: &Story<'_>, html: &mut Markup) {
    let Words { sign, one, .. } = verdict(entry.finding.verdict);
    html.put(
        "<tr class=\"{}\" data-for=\"{}\"><th scope=\"row\"><span class=\"sign\" title=\"{}\"><span aria-hidden=\"true\">{}</span><span class=\"sr\">{}: </span></span> <a href=\"#{}\"><bdi>{}</bdi></a></th>",
        &[&entry.finding.level, &entry.id, &one, &sign, &one, &entry.id, &entry.about()],
    );
    for &document in &story.documents {
        html.raw("<td>");
        let mut says_nothing = true;
        for (group, mention) in entry.answers(document) {
            says_nothing = false;
            html.put(
                "<a class=\"cell {}\" href=\"#{}\" data-d=\"{}\">",
                &[&entry.tint(group), &entry.id, &document],
            );
            if entry.finding.groups.len() > 1 {
                html.put("<b class=\"key\">{}</b> ", &[&letter(group)]);
            }
            html.put("<bdi>{}</bdi></a>", &[&mention.excerpt.value]);
        }
        if says_nothing {
            html.raw("<span class=\"none\">–<span class=\"sr\"> says nothing</span></span>");
        }
        html.raw("</td>");
    }
    html.raw("</tr>\n");
}

/// What changed from day to day: for each update its values by the day that their documents were published.
pub(super) fn timeline(page: &Page<'_>, story: &Story<'_>, html: &mut Markup) {
    let updates = page
        .entries_of(story)
        .filter(|e| e.part == Part::Found && e.finding.verdict == "update");
    let updates: Vec<_> = updates.collect();
    if updates.is_empty() {
        return;
    }
    html.raw("<div class=\"days\"><h3>What changed from day to day</h3>\n");
    for entry in updates {
        html.put(
            "<section class=\"moved\" data-for=\"{}\"><h4><a href=\"#{}\"><bdi>{}</bdi></a></h4>\n<ol>\n",
            &[&entry.id, &entry.id, &entry.about()],
        );
        let mut points: Vec<(Option<&str>, usize)> = story
            .documents
            .iter()
            .map(|&document| (page.published(document), document))
            .collect();
        // What has no day comes last; days as they are written sort as they follow.
        points.sort_by_key(|&(day, document)| (day.is_none(), day, document));
        for (day, document) in points {
            for (group, mention) in entry.answers(document) {
                html.put(
                    "<li class=\"{}\"><span class=\"day\">{}</span> <a class=\"cell {}\" href=\"#{}\" data-d=\"{}\"><b class=\"key\">{}</b> <bdi>{}</bdi></a> <span class=\"by\"><bdi>{}</bdi></span></li>\n",
                    &[
                        &entry.tint(group),
                        &day.unwrap_or("no date"),
                        &entry.tint(group),
                        &entry.id,
                        &document,
                        &letter(group),
                        &mention.excerpt.value,
                        &page.label(document),
                    ],
                );
            }
        }
        html.raw("</ol></section>\n");
    }
    html.raw("</div>\n");
}
