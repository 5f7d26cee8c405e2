//! The report as one HTML page: for reading, for showing to a colleague, for keeping.
//!
//! The page is a file by itself. It loads nothing, and its content security policy forbids it to: only the style and the script
//! that stand here run, named by their hashes. Without scripts everything in it is visible and linked by anchors; the script adds
//! filters, keys and the articles side by side.
//!
//! What a newcomer would question: the texts stand in the page as HTML and not as data for the script, so that the page can be
//! read, searched and printed where scripts are forbidden (mail, build servers), and so that escaping happens in one place.

mod article;
mod entry;
mod markup;
mod matrix;
mod page;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use self::markup::Markup;
use self::page::{Page, Story, counted};
use super::model::{Document, Report};
use crate::judge::RULES;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// How many stories have their table open at first. More of them hide what follows.
const OPEN_STORIES: usize = 3;

/// The same of the list of documents.
const OPEN_DOCUMENTS: usize = 12;

/// The whole page.
pub fn report(report: &Report) -> String {
    let page = Page::of(report);
    let mut html = Markup::default();
    head(&page, &mut html);
    html.raw(include_str!("header.html"));
    html.raw("<main id=\"main\">\n");
    summary(&page, &mut html);
    matrices(&page, &mut html);
    timelines(&page, &mut html);
    findings(&page, &mut html);
    articles(&page, &mut html);
    html.raw("</main>\n");
    html.put(
        "<footer><p>{} {} · {}</p></footer>\n</body>\n</html>\n",
        &[&report.tool.name, &report.tool.version, &report.schema],
    );
    html.into_string()
}

fn head(page: &Page<'_>, html: &mut Markup) {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    html.put(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{} · crosscheck</title>\n",
        &[&hash(STYLE), &hash(SCRIPT), &headline(page)],
    );
    html.raw("<style>");
    html.raw(STYLE);
    html.raw("</style>\n<script>");
    html.raw(SCRIPT);
    html.raw("</script>\n</head>\n");
}

/// "4 disagreements".
fn headline(page: &Page<'_>) -> String {
    match page.report.findings.len() {
        0 => "No disagreements".to_owned(),
        n => counted(n, "disagreement", "disagreements"),
    }
}

/// How many of what, in which documents, by which rules.
fn summary(page: &Page<'_>, html: &mut Markup) {
    let report = page.report;
    html.put(
        "<section id=\"summary\" aria-labelledby=\"title\">\n<h1 id=\"title\">{}</h1>\n",
        &[&headline(page)],
    );
    let documents = counted(report.documents.len(), "document", "documents");
    html.put("<p class=\"lead\">in {}", &[&documents]);
    if page.stories.len() > 1 {
        let stories = counted(page.stories.len(), "story", "stories");
        html.put(" of {}", &[&stories]);
    }
    html.raw("</p>\n<ul class=\"tally\">\n");
    let findings = page.entries.iter().filter(|e| !e.is_agreement);
    for (name, _, told) in entry::tally(findings) {
        let (sign, ..) = page::verdict(name);
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
    html.raw("<div class=\"two\">\n");
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
    let mut rules: Vec<(usize, &str, &str)> = RULES
        .iter()
        .map(|rule| (found(rule.name), rule.name, rule.explain))
        .filter(|&(n, ..)| n > 0)
        .collect();
    rules.sort_by_key(|&(n, name, _)| (std::cmp::Reverse(n), name));
    if rules.is_empty() {
        return;
    }
    html.raw(
        "<details class=\"block\" open><summary><h2>Rules</h2></summary>\n<dl class=\"rules\">\n",
    );
    for (n, name, explain) in rules {
        html.put(
            "<div><dt><span class=\"rule\">{}</span> <span class=\"n\">{}</span></dt><dd>{}</dd></div>\n",
            &[&name, &n, &first_sentence(explain)],
        );
    }
    html.raw("</dl></details>\n");
}

/// The first sentence of what a rule says of itself, its marks of code taken away.
fn first_sentence(explain: &str) -> String {
    let paragraphs = explain.split("\n\n");
    let prose = paragraphs
        .map(str::trim)
        .find(|p| !p.is_empty() && !p.starts_with('#'));
    let prose = prose
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let end = prose.find(". ").map_or(prose.len(), |end| end + 1);
    prose.get(..end).unwrap_or_default().replace('`', "")
}

fn matrices(page: &Page<'_>, html: &mut Markup) {
    if page.entries.is_empty() {
        return;
    }
    html.raw("<section id=\"matrix\" aria-labelledby=\"matrix-title\">\n<h2 id=\"matrix-title\">Who says what</h2>\n");
    let told: Vec<&Story<'_>> = page
        .stories
        .iter()
        .filter(|s| !s.entries.is_empty())
        .collect();
    for story in &told {
        let Some(name) = story.name.filter(|_| page.stories.len() > 1) else {
            matrix::matrix(page, story, html);
            continue;
        };
        html.raw("<details class=\"story\"");
        html.raw(if told.len() <= OPEN_STORIES {
            " open>"
        } else {
            ">"
        });
        let tally = entry::tally(page.entries_of(story));
        let tally: Vec<&str> = tally.iter().map(|(_, _, told)| told.as_str()).collect();
        html.put(
            "<summary><h3><bdi>{}</bdi></h3> <span class=\"of\">{}; {}</span></summary>\n",
            &[
                &name,
                &counted(story.documents.len(), "document", "documents"),
                &tally.join(", "),
            ],
        );
        matrix::matrix(page, story, html);
        html.raw("</details>\n");
    }
    html.raw("</section>\n");
}

fn timelines(page: &Page<'_>, html: &mut Markup) {
    let mut lines = Markup::default();
    for story in &page.stories {
        let before = lines.len();
        let mut of_story = Markup::default();
        matrix::timeline(page, story, &mut of_story);
        if of_story.len() > 0 {
            if let Some(name) = story.name.filter(|_| page.stories.len() > 1) {
                lines.put("<h3><bdi>{}</bdi></h3>\n", &[&name]);
            }
            lines.append(&of_story);
        }
        debug_assert!(lines.len() >= before);
    }
    if lines.len() > 0 {
        html.raw("<section id=\"timeline\" aria-labelledby=\"timeline-title\">\n<h2 id=\"timeline-title\">What changed from day to day</h2>\n");
        html.append(&lines);
        html.raw("</section>\n");
    }
}

/// The cards, the controls that choose among them, and the place where the script puts articles side by side.
fn findings(page: &Page<'_>, html: &mut Markup) {
    html.raw("<section id=\"findings\" aria-labelledby=\"findings-title\">\n<div class=\"list\">\n<h2 id=\"findings-title\">Findings</h2>\n");
    if !page.entries.is_empty() {
        controls(page, html);
    }
    let (agreements, findings): (Vec<_>, Vec<_>) =
        page.entries.iter().partition(|e| e.is_agreement);
    if findings.is_empty() {
        html.raw("<p class=\"none\">Nothing in these documents disagrees, as far as can be said with confidence.</p>\n");
    }
    html.raw("<p class=\"none\" id=\"nothing\" hidden>No finding fits these filters.</p>\n<ol class=\"cards\">\n");
    for entry in findings {
        entry::card(page, entry, html);
    }
    html.raw("</ol>\n");
    if !agreements.is_empty() {
        html.put(
            "<details id=\"agreements\"><summary><h2>What they agree on</h2> <span class=\"of\">{}</span></summary>\n<ol class=\"cards\">\n",
            &[&agreements.len()],
        );
        for entry in agreements {
            entry::card(page, entry, html);
        }
        html.raw("</ol></details>\n");
    }
    html.raw("</div>\n");
    html.raw(include_str!("reader.html"));
    html.raw("</section>\n");
}

fn controls(page: &Page<'_>, html: &mut Markup) {
    html.raw("<form class=\"controls\" id=\"controls\" hidden>\n<p class=\"search\"><label class=\"sr\" for=\"search\">Search the findings</label><input id=\"search\" type=\"search\" placeholder=\"Search the findings\" autocomplete=\"off\" spellcheck=\"false\"> <output id=\"count\"></output></p>\n<p class=\"filters\">");
    let findings = page.entries.iter().filter(|e| !e.is_agreement);
    for (name, n, told) in entry::tally(findings) {
        let word = told.split_once(' ').map_or("", |(_, word)| word);
        html.put(
            "<label class=\"chip\"><input type=\"checkbox\" name=\"verdict\" value=\"{}\" checked> {} <span class=\"n\">{}</span></label>\n",
            &[&name, &word, &n],
        );
    }
    let mut rules: Vec<&str> = page.entries.iter().map(|e| e.finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    html.raw("<label><span class=\"sr\">Rule</span><select name=\"rule\"><option value=\"\">all rules</option>");
    for rule in rules {
        html.put("<option>{}</option>", &[&rule]);
    }
    html.raw("</select></label>\n");
    if page.stories.len() > 1 {
        html.raw("<label><span class=\"sr\">Story</span><select name=\"story\"><option value=\"\">all stories</option>");
        for (i, story) in page.stories.iter().enumerate() {
            if !story.entries.is_empty() {
                html.put(
                    "<option value=\"{}\">{}</option>",
                    &[&i, &story.name.unwrap_or("no story")],
                );
            }
        }
        html.raw("</select></label>\n");
    }
    html.raw("<label class=\"range\">at least <output id=\"least\">0</output> % sure <input type=\"range\" name=\"sure\" min=\"0\" max=\"100\" step=\"5\" value=\"0\"></label>\n<button type=\"reset\" class=\"quiet\">Show all</button></p>\n</form>\n");
}

/// The articles one after the other.
fn articles(page: &Page<'_>, html: &mut Markup) {
    if !page.with_text.contains(&true) {
        return;
    }
    html.raw("<section id=\"articles\" aria-labelledby=\"articles-title\">\n<h2 id=\"articles-title\">Articles</h2>\n");
    for (index, story) in page.stories.iter().enumerate() {
        for &id in &story.documents {
            let Some(document) = page.report.documents.get(id).filter(|_| page.has_text(id)) else {
                continue;
            };
            html.put(
                "<article id=\"d{}\" data-s=\"{}\" data-label=\"{}\"><h3><bdi>{}</bdi>",
                &[&id, &index, &page.label(id), &document.path],
            );
            if let Some(day) = &document.published {
                html.put(" <span class=\"day\">{}</span>", &[&day]);
            }
            html.raw("</h3>\n");
            article::article(page, document, html);
            html.raw("</article>\n");
        }
    }
    html.raw("</section>\n");
}
