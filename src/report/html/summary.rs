//! The head of the page: how many of what, in which documents, by which rules.

use super::headline;
use std::cmp::Reverse;

use super::markup::Markup;
use super::page::{self, Page, Part};
use crate::judge::RULES;
use crate::report::model::Document;
use crate::report::tally::counted;

/// How many documents are listed at first. More of them hide what follows.
const OPEN_DOCUMENTS: usize = 12;

/// How many of what, in which documents, by which rules.
pub(super) fn summary(page: &Page<'_>, html: &mut Markup) {
    let report = page.report;
    html.put(
        "<section id=\"summary\" aria-labelledby=\"title\">\n<h1 id=\"title\">{}</h1>\n",
        &[&headline(page)],
    );
    // A file of settings is held against the documents, and is none of those that were checked.
    let is_article = |document: &&Document| document.role != Some("reference");
    let articles = || report.documents.iter().filter(is_article);
    let documents = counted(articles().count(), "document", "documents");
    html.put("<p class=\"lead\">in {}", &[&documents]);
    let mut stories: Vec<Option<&str>> = articles().map(|d| d.story.as_deref()).collect();
    stories.dedup();
    if stories.len() > 1 {
        let stories = counted(stories.len(), "story", "stories");
        html.put(" of {}", &[&stories]);
    }
    html.raw("</p>\n<ul class=\"tally\">\n");
    for (words, n) in page::tallied(page.part(Part::Found)) {
        let (name, sign, told) = (words.verdict.name(), words.sign, words.counted(n));
        html.put(
            "<li class=\"{}\"><span class=\"sign\" aria-hidden=\"true\">{}</span> {}</li>\n",
            &[&name, &sign, &told],
        );
    }
    let agreements = counted(report.summary.agreement, "agreement", "agreements");
    html.put(
        "<li class=\"agree\"><span class=\"sign\" aria-hidden=\"true\">=</span> {}</li>\n</ul>\n",
        &[&agreements],
    );
    for notice in &report.notices {
        html.put(
            "<p class=\"notice\"><bdi>{}</bdi></p>\n",
            &[&notice.message],
        );
    }
    if page.left_out > 0 {
        let left_out = counted(page.left_out, "article is", "articles are");
        html.put(
            "<p class=\"notice\">{} left out: a page holds {} of articles. Their findings show the sentences.</p>\n",
            &[&left_out, &Page::most_text()],
        );
    }
    // A list that is folded away beside one that is not would leave half of the page empty.
    html.raw(match report.documents.len() <= OPEN_DOCUMENTS {
        true => "<div class=\"two\">\n",
        false => "<div class=\"one\">\n",
    });
    documents_table(page, html);
    rules_table(page, html);
    html.raw("</div>\n</section>\n");
}

fn documents_table(page: &Page<'_>, html: &mut Markup) {
    html.raw("<details class=\"block\"");
    html.raw(match page.report.documents.len() <= OPEN_DOCUMENTS {
        true => " open>",
        false => ">",
    });
    html.raw("<summary><h2>Documents</h2></summary>\n<table>\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Published</th></tr></thead>\n");
    for story in &page.stories {
        html.raw("<tbody>\n");
        if let Some(name) = story.name.filter(|_| page.stories.len() > 1) {
            html.put(
                "<tr><th colspan=\"2\" scope=\"rowgroup\"><b><bdi>{}</bdi></b></th></tr>\n",
                &[&name],
            );
        }
        for &id in &story.documents {
            if let Some(document) = page.report.documents.get(id) {
                document_row(page, document, html);
            }
        }
        html.raw("</tbody>\n");
    }
    html.raw("</table></details>\n");
}

fn document_row(page: &Page<'_>, document: &Document, html: &mut Markup) {
    let path = document.path.as_str();
    let title = document.title.as_deref().unwrap_or(path);
    html.raw("<tr><td>");
    match page.has_text(document.id) {
        true => html.put(
            "<a href=\"#d{}\"><bdi>{}</bdi></a>",
            &[&document.id, &title],
        ),
        false => html.put("<bdi>{}</bdi>", &[&title]),
    }
    if document.title.is_some() {
        html.put(" <span class=\"path\"><bdi>{}</bdi></span>", &[&path]);
    }
    // What an article names as its address may be anything; only addresses of the web become links.
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    if let Some(url) = document.url.as_deref().filter(is_web) {
        html.put(
            " <a class=\"path\" href=\"{}\" rel=\"noreferrer noopener\"><bdi>{}</bdi></a>",
            &[&url, &url],
        );
    }
    if let Some(original) = document.same_text_as {
        html.put(
            " <span class=\"of\">the same text as <bdi>{}</bdi></span>",
            &[&page.label(original)],
        );
    }
    html.put(
        "</td><td class=\"day\">{}</td></tr>\n",
        &[&document.published.as_deref().unwrap_or("–")],
    );
}

/// How often each rule found something, and what it reports.
fn rules_table(page: &Page<'_>, html: &mut Markup) {
    let found = |rule: &str| {
        page.report
            .findings
            .iter()
            .filter(|f| f.rule == rule)
            .count()
    };
    let mut rules: Vec<(usize, &str, String)> = RULES
        .iter()
        .map(|rule| (found(rule.name), rule.name, rule.summary()))
        .filter(|&(n, ..)| n > 0)
        .collect();
    rules.sort_by_key(|&(n, name, _)| (Reverse(n), name));
    if rules.is_empty() {
        return;
    }
    html.raw(
        "<details class=\"block\" open><summary><h2>Rules</h2></summary>\n<dl class=\"rules\">\n",
    );
    for (n, name, summary) in rules {
        html.put(
            "<div><dt><span class=\"rule\">{}</span> <span class=\"n\">{}</span></dt><dd>{}</dd></div>\n",
            &[&name, &n, &summary.replace('`', "")],
        );
    }
    html.raw("</dl></details>\n");
}
