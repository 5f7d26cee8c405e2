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
mod summary;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use self::markup::Markup;
use self::page::{Page, Part, Story};
use super::model::Report;
use super::tally::counted;
use crate::finding::Verdict;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// How many stories have their table open at first. More of them hide what follows.
const OPEN_STORIES: usize = 3;

/// The whole page.
pub fn report(report: &Report) -> String {
    let page = Page::of(report);
    let mut html = Markup::default();
    head(&page, &mut html);
    html.raw(include_str!("header.html"));
    html.raw("<main id=\"main\">\n");
    summary::summary(&page, &mut html);
    matrices(&page, &mut html);
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
    let found = &page.report.findings;
    match found
        .iter()
        .filter(|f| f.verdict != Verdict::Unused.name())
        .count()
    {
        0 => "No disagreements".to_owned(),
        n => counted(n, "disagreement", "disagreements"),
    }
}

/// Who says what, story by story. Of many stories the names stand in a list, and each opens.
fn matrices(page: &Page<'_>, html: &mut Markup) {
    let shown = |story: &&Story<'_>| page.entries_of(story).any(|e| e.part != Part::Accepted);
    let told = page.stories.iter().enumerate();
    let told: Vec<(usize, &Story<'_>)> = told.filter(|(_, s)| shown(s)).collect();
    if told.is_empty() {
        return;
    }
    html.raw("<section id=\"matrix\" aria-labelledby=\"matrix-title\">\n<h2 id=\"matrix-title\">Who says what</h2>\n");
    for &(index, story) in &told {
        let Some(name) = story.name.filter(|_| page.stories.len() > 1) else {
            matrix::matrix(page, story, html);
            matrix::timeline(page, story, html);
            continue;
        };
        html.raw("<details class=\"story\"");
        html.raw(match told.len() <= OPEN_STORIES {
            true => " open>",
            false => ">",
        });
        let found = page.entries_of(story).filter(|e| e.part == Part::Found);
        let mut told = vec![counted(story.documents.len(), "document", "documents")];
        let verdicts = page::tallied(found);
        told.extend(verdicts.iter().map(|(words, n)| words.counted(*n)));
        html.put(
            "<summary><h3><bdi>{}</bdi></h3> <span class=\"of\">{}</span></summary>\n<div id=\"s{}\">\n",
            &[&name, &told.join(", "), &index],
        );
        matrix::matrix(page, story, html);
        matrix::timeline(page, story, html);
        html.raw("</div></details>\n");
    }
    html.raw("</section>\n");
}

/// The cards, the controls that choose among them, and the place where the script puts articles side by side.
fn findings(page: &Page<'_>, html: &mut Markup) {
    html.raw("<section id=\"findings\" aria-labelledby=\"findings-title\">\n<div class=\"list\">\n<h2 id=\"findings-title\">Findings</h2>\n");
    if !page.entries.is_empty() {
        controls(page, html);
    }
    if page.report.findings.is_empty() {
        html.raw("<p class=\"none\">Nothing in these documents disagrees, as far as can be said with confidence.</p>\n");
    }
    html.raw("<p class=\"none\" id=\"nothing\" hidden>No finding fits these filters.</p>\n<ol class=\"cards\">\n");
    for entry in page.part(Part::Found) {
        entry::card(page, entry, html);
    }
    html.raw("</ol>\n");
    folded(page, Part::Accepted, "What was accepted", html);
    folded(page, Part::Agreed, "What they agree on", html);
    only_in(page, html);
    html.raw("</div>\n");
    html.raw(include_str!("reader.html"));
    html.raw("</section>\n");
}

/// The entries of a list that is opened by who wants to see it.
fn folded(page: &Page<'_>, part: Part, title: &str, html: &mut Markup) {
    let entries: Vec<_> = page.part(part).collect();
    if entries.is_empty() {
        return;
    }
    html.put(
        "<details class=\"folded\"><summary><h2>{}</h2> <span class=\"of\">{}</span></summary>\n<ol class=\"cards\">\n",
        &[&title, &entries.len()],
    );
    for entry in entries {
        entry::card(page, entry, html);
    }
    html.raw("</ol></details>\n");
}

/// What one document alone says, document by document.
fn only_in(page: &Page<'_>, html: &mut Markup) {
    let all = page.report.only_in.as_deref().unwrap_or_default();
    if all.is_empty() {
        return;
    }
    html.put(
        "<details class=\"folded\"><summary><h2>What one document alone says</h2> <span class=\"of\">{}</span></summary>\n",
        &[&all.len()],
    );
    for said in all.chunk_by(|a, b| a.place.document == b.place.document) {
        let Some(first) = said.first() else { continue };
        html.put("<h3><bdi>{}</bdi>", &[&page.label(first.place.document)]);
        if let Some(story) = first.story.as_deref().filter(|_| page.stories.len() > 1) {
            html.put(" <span class=\"of\">{}</span>", &[&story]);
        }
        html.raw("</h3>\n<ul class=\"places same\">\n");
        for only in said {
            let excerpt = &only.place.excerpt;
            html.put(
                "<li><span class=\"at\">{}:{}</span><blockquote dir=\"auto\">{}<mark>{}</mark>{}</blockquote></li>\n",
                &[
                    &only.place.line,
                    &only.place.column,
                    &excerpt.before,
                    &excerpt.value,
                    &excerpt.after,
                ],
            );
        }
        html.raw("</ul>\n");
    }
    html.raw("</details>\n");
}

/// What chooses among the cards; it needs the script, which shows it.
fn controls(page: &Page<'_>, html: &mut Markup) {
    html.raw("<form class=\"controls\" id=\"controls\" hidden>\n<p class=\"search\"><label class=\"sr\" for=\"search\">Search the findings</label><input id=\"search\" type=\"search\" placeholder=\"Search the findings\" autocomplete=\"off\" spellcheck=\"false\"> <output id=\"count\"></output></p>\n<p class=\"filters\">");
    for (words, n) in page::tallied(page.part(Part::Found)) {
        let name = words.verdict.name();
        let word = if n == 1 { words.one } else { words.many };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Story;
    use crate::report::{Detail, OutputFormat};

    fn page(texts: &[&str]) -> String {
        let found = crate::compare(crate::read::documents(texts));
        let detail = OutputFormat::Html.detail(Detail::default());
        report(&Report::new([Story::of(&found, detail, None)]))
    }

    const A: &str = "The Harbour Museum opened on Monday.\nThe new wing cost $44 million to build.";
    const B: &str = "The Harbour Museum opened on Monday.\nThe new wing cost $75 million to build.";

    #[test]
    fn a_page_loads_nothing_and_styles_nothing_by_attribute() {
        let page = page(&[A, B]);
        for loads in [
            "src=", "url(", "@import", "http:", "https:", "style=", "onclick", "unsafe",
        ] {
            assert!(!page.contains(loads), "{loads}");
        }
        assert!(page.contains("default-src 'none'; style-src 'sha256-"));
        assert_eq!(page.matches("<script>").count(), 1);
        assert_eq!(page.matches("</script>").count(), 1);
    }

    #[test]
    fn style_and_script_stay_small_and_hold_no_end_of_their_own() {
        assert!(STYLE.len() + SCRIPT.len() < 40_000);
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</"));
    }

    #[test]
    fn each_place_of_a_card_is_an_anchor_of_its_article() {
        let page = page(&[A, B]);
        let mut links = 0;
        for rest in page.split("<a class=\"place\" href=\"#").skip(1) {
            let anchor = &rest[..rest.find('"').unwrap()];
            assert_eq!(
                page.matches(&format!(" id=\"{anchor}\"")).count(),
                1,
                "{anchor}"
            );
            links += 1;
        }
        assert_eq!(links, 2);
    }

    #[test]
    fn an_article_without_a_finding_is_not_on_the_page() {
        let page = page(&[A, B, "The Harbour Museum closed early. Nobody said why."]);
        assert_eq!(page.matches("<article ").count(), 2);
    }

    #[test]
    fn documents_that_agree_make_a_page_that_says_so() {
        let page = page(&[A, A]);
        assert!(page.contains("<h1 id=\"title\">No disagreements</h1>"));
        assert!(page.contains("Nothing in these documents disagrees"));
    }
}
