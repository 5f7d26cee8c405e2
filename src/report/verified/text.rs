//! A draft held to its sources, for reading: the draft claim by claim.
//!
//! Each claim has its place, what the sources say of it, and the line of the source that says so. What a source says otherwise
//! stands with the sentence of the draft as well; of what is supported one source is enough.

use annotate_snippets::renderer::{AnsiColor, Effects, Style};

use crate::finding::{Finding, Occurrence, Verdict};
use crate::report::excerpt::{excerpt, squeezed};
use crate::report::tally::coverage;
use crate::report::text::{self, Explained};
use crate::report::{Detail, escape};
use crate::source::Source;
use crate::value::Kind;
use crate::verify::{Claim, Status, Verification};

/// How many places of the sources are shown that contradict a claim.
const SHOWN: usize = 3;

/// The draft, claim by claim, what it contradicts itself in, the lists that are wanted, and a line that sums up.
pub fn report(verification: &Verification, detail: Detail) -> String {
    let report = &verification.report;
    let claims = verification.claims();
    let explained = Explained::of(report, detail);
    let mut output = String::new();
    for claim in &claims {
        output.push_str(&told(verification, claim));
        let findings = claim
            .findings
            .iter()
            .filter_map(|&f| report.findings.get(f));
        output.extend(findings.map(|finding| explained.rows(report, finding)));
    }
    let told: Vec<usize> = claims.iter().flat_map(|c| c.findings.clone()).collect();
    let findings = report.findings.iter().enumerate();
    let others: Vec<&Finding> = findings
        .filter(|(index, _)| !told.contains(index))
        .map(|(_, finding)| finding)
        .collect();
    let behind = text::findings(report, &others, detail, &explained) + &text::lists(report, detail);
    if !output.is_empty() {
        output.push('\n');
    }
    output.push_str(&behind);
    output.push_str(&coverage(claims.iter().map(|claim| claim.status)));
    output.push('\n');
    output
}

fn style(status: Status) -> Style {
    match status {
        Status::Supported => AnsiColor::Green.on_default(),
        Status::LessPrecise => AnsiColor::Cyan.on_default(),
        Status::Conflict => AnsiColor::Red.on_default().effects(Effects::BOLD),
        Status::SourcesDisagree => AnsiColor::Magenta.on_default().effects(Effects::BOLD),
        Status::NotFound => AnsiColor::Yellow.on_default(),
    }
}

/// One claim: its place, its status, and what the sources say.
fn told(verification: &Verification, claim: &Claim) -> String {
    let style = style(claim.status);
    let status = claim.status.words();
    let value = source(verification, &claim.place).map_or("", |s| s.slice(claim.place.span));
    let mut lines = format!(
        "{}: {style}{status}{style:#}: {}\n",
        place(verification, &claim.place),
        squeezed(&escape::line(value)),
    );
    let mut line = |occurrence: &Occurrence, mark: &str| {
        let Some(source) = source(verification, occurrence) else {
            return;
        };
        let other = (claim.kind == Kind::Quote && mark != SAME).then_some(value);
        let excerpt = excerpt(source, occurrence, other);
        let bold = Style::new().bold();
        let (before, rest) = excerpt.text.split_at(excerpt.value.start);
        let (value, after) = rest.split_at(excerpt.value.len());
        // Without colours nothing else would tell which of the figures of the sentence is meant.
        let said = match (mark, claim.kind) {
            (SAME, _) | (_, Kind::Quote) => String::new(),
            _ => format!(
                "{}: ",
                squeezed(&escape::line(source.slice(occurrence.span)))
            ),
        };
        let at = place(verification, occurrence);
        lines.push_str(&format!(
            "  {mark} {at}: {said}{before}{bold}{value}{bold:#}{after}\n"
        ));
    };
    for occurrence in claim.support.iter().take(1) {
        line(occurrence, SAME);
    }
    for occurrence in claim.against.iter().take(SHOWN) {
        line(occurrence, "≠");
    }
    if let Some(nearest) = &claim.nearest {
        line(nearest, "perhaps");
    }
    let findings = claim.findings.iter();
    let findings = findings.filter_map(|&f| verification.report.findings.get(f));
    for finding in findings.filter(|f| f.verdict == Verdict::Conflict && f.kind == Kind::Quote) {
        // Which words differ.
        let words = finding
            .message
            .split_once(": ")
            .map_or("", |(_, words)| words);
        let words = escape::line(words).replace("“”", "nothing");
        lines.push_str(&format!("  differs in {words}\n"));
    }
    lines
}

/// The mark of a place that says the same.
const SAME: &str = "=";

fn source<'a>(verification: &'a Verification, occurrence: &Occurrence) -> Option<&'a Source> {
    let articles = &verification.report.articles;
    let article = articles.get(occurrence.span.source().index())?;
    Some(&article.document.source)
}

/// `a.txt:13:5`.
fn place(verification: &Verification, occurrence: &Occurrence) -> String {
    source(verification, occurrence).map_or(String::new(), |source| {
        let (line, column) = source.line_column(occurrence.span.start());
        format!("{}:{line}:{column}", escape::line(source.name()))
    })
}
