//! A draft held to its sources, as one page: the draft with each claim marked by what the sources say of it, every claim with the
//! sentences that say so, and the sources.
//!
//! What a newcomer would question: the page works without its script. A mark is a link to its claim, and what the sources say
//! stands beside it in the page and is shown by the style, on hover and on focus, which a click gives as well; the legend
//! chooses by the style, too. The script does one thing, it lets Escape hide what hover has shown.

mod claims;
mod draft;
mod sources;

use super::markup::Markup;
use super::page::{Page, TEXTS_MAX};
use super::{entry, head, page};
use crate::report::model::{Claim, Document, Finding, Occurrence, Report};
use crate::report::tally::{by_status, counted, coverage};
use crate::report::verified::is_told;
use crate::verify::Status;

const STYLE: [&str; 2] = [include_str!("../report.css"), include_str!("verify.css")];
const SCRIPT: &str = include_str!("verify.js");

/// The report as the parts of the page need it.
struct Draft<'a> {
    report: &'a Report,
    claims: &'a [Claim],
    /// Short names of the documents, and where what the claims do not tell is shown.
    page: Page<'a>,
    /// For each document, whether its text is on the page.
    with_text: Vec<bool>,
    /// For each claim, what the draft gets wrong by itself there: numbers of findings.
    faults: Vec<Vec<usize>>,
}

/// The whole page.
pub(super) fn page(report: &Report, claims: &[Claim]) -> String {
    let draft = Draft::of(report, claims);
    let told = coverage(statuses(claims));
    let mut html = Markup::default();
    head(&told, &STYLE, SCRIPT, &mut html);
    html.raw("<body>\n<a class=\"skip\" href=\"#draft\">Skip to the draft</a>\n<header>\n<p class=\"brand\"><span aria-hidden=\"true\">≠</span> crosscheck</p>\n<nav aria-label=\"Parts of the page\"><a href=\"#summary\">Summary</a> <a href=\"#draft\">Draft</a> <a href=\"#claims\">Claims</a> <a href=\"#sources\">Sources</a></nav>\n</header>\n<main id=\"main\">\n");
    summary(&draft, &told, &mut html);
    html.raw("<div class=\"desk\">\n");
    draft::draft(&draft, &mut html);
    claims::claims(&draft, &mut html);
    html.raw("</div>\n");
    itself(&draft, &mut html);
    sources::sources(&draft, &mut html);
    html.put(
        "</main>\n<footer><p>{} {} · {}</p></footer>\n</body>\n</html>\n",
        &[&report.tool.name, &report.tool.version, &report.schema],
    );
    html.into_string()
}

impl<'a> Draft<'a> {
    fn of(report: &'a Report, claims: &'a [Claim]) -> Draft<'a> {
        let others = report.findings.iter().enumerate();
        let others: Vec<(usize, &Finding)> = others.filter(|(_, f)| !is_told(report, f)).collect();
        let faults = claims.iter().map(|claim| {
            let own = |m: &Occurrence| {
                places(claim)
                    .any(|p| p.start < m.end && m.start < p.end && m.document == p.document)
            };
            let touching = others.iter().filter(|(_, f)| f.mentions().any(own));
            touching.map(|&(index, _)| index).collect()
        });
        let mut room = TEXTS_MAX;
        let with_text = report.documents.iter().map(|document| {
            let text = document.text.as_deref();
            let fits = text.is_some_and(|text| text.len() <= room);
            room -= text.filter(|_| fits).map_or(0, str::len);
            fits
        });
        Draft {
            faults: faults.collect(),
            with_text: with_text.collect(),
            page: Page::without_texts(report),
            report,
            claims,
        }
    }

    fn has_text(&self, document: usize) -> bool {
        self.with_text.get(document) == Some(&true)
    }

    /// What the draft gets wrong by itself where a claim stands.
    fn faults(&self, claim: usize) -> impl Iterator<Item = &'a Finding> {
        let faults = self.faults.get(claim).map_or(&[][..], Vec::as_slice);
        let report = self.report;
        faults.iter().filter_map(move |&f| report.findings.get(f))
    }

    /// The findings that no claim tells: what the draft gets wrong by itself.
    fn untold(&self) -> impl Iterator<Item = &page::Entry<'a>> {
        let found = self.page.part(page::Part::Found);
        found.filter(|entry| !is_told(self.report, entry.finding))
    }
}

fn statuses(claims: &[Claim]) -> impl Iterator<Item = Status> + Clone {
    claims.iter().map(|claim| claim.status)
}

/// Where the draft makes a claim, the first place first.
fn places(claim: &Claim) -> impl Iterator<Item = &Occurrence> {
    std::iter::once(&claim.place).chain(&claim.again)
}

/// The sign of a status, so that nobody needs to tell colours apart.
fn sign(status: Status) -> &'static str {
    match status {
        Status::Supported => "✓",
        Status::LessPrecise => "≃",
        Status::Conflict => "≠",
        Status::SourcesDisagree => "±",
        Status::NotFound => "?",
    }
}

/// What a status means, for the legend.
fn meaning(status: Status) -> &'static str {
    match status {
        Status::Supported => "a source says the same",
        Status::LessPrecise => "a source says it too; one of the two says it more coarsely",
        Status::Conflict => "a source says otherwise",
        Status::SourcesDisagree => "one source says the same, another one says otherwise",
        Status::NotFound => "no source says it",
    }
}

/// How many claims have which status, which is the legend of the marks and chooses among them; and the documents.
fn summary(draft: &Draft<'_>, told: &str, html: &mut Markup) {
    html.put(
        "<section id=\"summary\" class=\"coverage\" aria-labelledby=\"title\">\n<h1 id=\"title\">{}</h1>\n",
        &[&told],
    );
    html.raw("<fieldset class=\"legend\"><legend class=\"sr\">Show claims that are</legend>\n");
    for (status, n) in by_status(statuses(draft.claims)) {
        html.put(
            "<label class=\"{}\"><input type=\"checkbox\" id=\"show-{}\" checked> <span class=\"mark\">{} <span aria-hidden=\"true\">{}</span></span> <span class=\"n\">{}</span> <span class=\"of\">{}</span></label>\n",
            &[&status.name(), &status.name(), &status.words(), &sign(status), &n, &meaning(status)],
        );
    }
    html.raw("</fieldset>\n");
    for notice in &draft.report.notices {
        html.put(
            "<p class=\"notice\"><bdi>{}</bdi></p>\n",
            &[&notice.message],
        );
    }
    let sources = draft.report.documents.len().saturating_sub(1);
    html.put(
        "<details class=\"held\"><summary>held to {}</summary>\n",
        &[&counted(sources, "source", "sources")],
    );
    html.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Documents\"><table class=\"documents\">\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Part</th><th scope=\"col\">Published</th></tr></thead>\n<tbody>\n");
    for document in &draft.report.documents {
        let target = match document.id {
            0 => "draft".to_owned(),
            id => format!("d{id}"),
        };
        html.raw("<tr><td>");
        if draft.has_text(document.id) {
            html.put(
                "<a href=\"#{}\"><bdi>{}</bdi></a>",
                &[&target, &name(document)],
            );
        } else {
            html.put("<bdi>{}</bdi>", &[&name(document)]);
        }
        if document.title.is_some() {
            html.put(
                " <span class=\"path\"><bdi>{}</bdi></span>",
                &[&document.path],
            );
        }
        html.put(
            "</td><td>{}</td><td class=\"day\">{}</td></tr>\n",
            &[
                &document.role.unwrap_or_default(),
                &document.published.as_deref().unwrap_or("–"),
            ],
        );
    }
    html.raw("</tbody></table></div></details>\n</section>\n");
}

fn name(document: &Document) -> &str {
    document.title.as_deref().unwrap_or(&document.path)
}

/// What the draft gets wrong by itself.
fn itself(draft: &Draft<'_>, html: &mut Markup) {
    let mut entries = draft.untold().peekable();
    if entries.peek().is_none() {
        return;
    }
    html.raw("<section id=\"itself\" aria-labelledby=\"itself-title\">\n<h2 id=\"itself-title\">What the draft gets wrong by itself</h2>\n<ol class=\"cards list\">\n");
    for entry in entries {
        entry::card(&draft.page, entry, html);
    }
    html.raw("</ol>\n</section>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Story;
    use crate::report::{Detail, OutputFormat, html};
    use crate::{Document, InputFormat};

    /// The page of a draft and one source.
    fn page(draft: &str, source: &str) -> String {
        let document = |id, name, text| Document::new(id, name, text, InputFormat::Text);
        let held = crate::verify(
            document(0, "draft.txt", draft),
            vec![document(1, "source.txt", source)],
        );
        let detail = OutputFormat::Html.detail(Detail::default());
        let story = Story::of(&held.report, detail, None).verified(&held);
        html::report(&Report::new([story]))
    }

    const DRAFT: &str = "The new bridge at Ellery cost $48 million. It has 330 lamps.\nIt opened on Tuesday, July 3, 2013, said Ann Lund.\n\"Nobody has fallen into the water at Ellery yet,\" she said.";
    const SOURCE: &str = "The new bridge at Ellery cost $44 million, said the mayor.\nThe director is Ann Lund. \"Nobody has fallen into the river at Ellery yet,\" she said.";

    #[test]
    fn every_link_of_the_page_has_its_one_target() {
        let page = page(DRAFT, SOURCE);
        let mut links = 0;
        for rest in page.split(" href=\"#").skip(1) {
            let target = &rest[..rest.find('"').unwrap()];
            let found = page.matches(&format!(" id=\"{target}\"")).count();
            assert_eq!(found, 1, "{target}");
            links += 1;
        }
        for rest in page.split(" aria-describedby=\"").skip(1) {
            let target = &rest[..rest.find('"').unwrap()];
            let found = page.matches(&format!(" id=\"{target}\"")).count();
            assert_eq!(found, 1, "{target}");
        }
        assert!(links > 12, "{links}");
    }

    #[test]
    fn each_status_has_its_word_and_its_sign_beside_the_colour() {
        let page = page(DRAFT, SOURCE);
        assert!(page.contains("<h1 id=\"title\">"), "{page}");
        for (class, sign) in [("supported", "✓"), ("conflict", "≠"), ("not-found", "?")] {
            assert!(
                page.contains(&format!("<label class=\"{class}\">")),
                "{class}"
            );
            assert!(
                page.contains(&format!("<sup aria-hidden=\"true\">{sign}</sup>")),
                "{class}"
            );
        }
        assert!(page.contains("What the draft gets wrong by itself"));
    }

    #[test]
    fn the_page_loads_nothing_and_what_the_documents_say_is_no_markup() {
        let page = page(
            "</style><script>alert(1)</script> \"<img src=x>\" costs $5 million, said <b>Ann Lund</b>.",
            "It costs $5 million, said Ann Lund <script>alert(2)</script>.",
        );
        assert_eq!(page.matches("<script>").count(), 1);
        for loads in [
            "src=x>\"", "url(", "@import", "http:", "https:", "style=\"", "onclick",
        ] {
            assert!(!page.contains(loads), "{loads}");
        }
    }

    #[test]
    fn a_draft_without_claims_is_a_page_that_says_so() {
        let page = page("Nobody came.", "Nobody came.");
        assert!(page.contains("<h1 id=\"title\">no claims</h1>"));
    }
}
