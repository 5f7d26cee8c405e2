//! One disagreement for reading: a line of each sentence, the values underlined, and what there is to say of it beneath.
//!
//! Every place is given as an origin of its own with one line of its sentence, not as a file with annotations: the line
//! of an article is a paragraph, and a report that shows paragraphs is not read.

use annotate_snippets::Group as Section;
use annotate_snippets::renderer::Style;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Padding, Renderer, Snippet};

use super::{place, source_of};
use crate::finding::{self, Finding, Group, Occurrence};
use crate::report::difference::difference;
use crate::report::excerpt::{excerpt_of, other_wording, squeezed};
use crate::report::{Detail, Report, escape, evidence};
use crate::value::{Bound, Value};

/// How many places of one answer are shown with their sentences; the others are named by line and column.
const SHOWN_PER_ANSWER: usize = 3;

/// How many more places are named.
const NAMED: usize = 12;

/// No cutting by the renderer: the excerpts fit already, and it would cut inside words.
const RENDERER: Renderer = Renderer::styled().term_width(10_000);

/// One disagreement with its sentences.
pub(in crate::report) fn finding(report: &Report, finding: &Finding, detail: Detail) -> String {
    let level = match finding.level {
        finding::Level::Error => Level::ERROR,
        finding::Level::Warning => Level::WARNING,
        finding::Level::Note => Level::NOTE,
    };
    let (shown, others) = places(report, finding);
    // A secondary title, styled here: after a primary one without elements the renderer leaves a line.
    let bold = Style::new().bold();
    let title = level
        .clone()
        .secondary_title(format!("{bold}{}{bold:#}", escape::line(&finding.message)))
        .id(finding.rule);
    let mut sections = vec![Section::with_title(title)];
    for (group, occurrence) in shown {
        let Some(source) = source_of(report, occurrence) else {
            continue;
        };
        let (line, column) = source.line_column(occurrence.span.start());
        // "12 | " stands before it.
        let gutter = line.to_string().len() + 3;
        let width = detail.width.map_or(usize::MAX, usize::from);
        let excerpt = excerpt_of(
            source,
            occurrence,
            other_wording(&finding.groups, group),
            width.saturating_sub(gutter),
        );
        let origin = Origin::path(escape::line(source.name()))
            .line(line)
            .char_column(column);
        let annotation = AnnotationKind::Primary
            .span(excerpt.value)
            .label(label(group, report, occurrence));
        let snippet = Snippet::source(excerpt.text)
            .line_start(line)
            .annotation(annotation);
        // Origin and snippet are sections of their own: in one section the renderer draws an empty origin for a snippet
        // that has no path, and with a path it would count the column in the excerpt.
        sections.push(Section::with_level(level.clone()).element(origin));
        sections.push(
            Section::with_level(level.clone())
                .element(snippet)
                .element(Padding),
        );
    }
    let mut notes: Vec<Element<'_>> = Vec::new();
    let mut note = |name: &'static str, text: String| {
        if !text.is_empty() {
            notes.push(Level::NOTE.with_name(name).message(text).into());
        }
    };
    // Of what is allowed the reason is all that there is to say.
    let about = match finding.verdict {
        finding::Verdict::Unused => "reason",
        _ => "about",
    };
    if !says_nothing(finding) {
        note(about, escape::line(&finding.about));
    }
    note(
        "difference",
        Some(finding)
            .filter(|f| !f.is_reckoned())
            .and_then(|f| difference(&f.groups))
            .unwrap_or_default(),
    );
    if let Some((name, text)) = evidence::same(&finding.evidence) {
        note(name, text);
    }
    note("why", evidence::why(report, finding).unwrap_or_default());
    note("also at", also_at(report, &others));
    note("one source", copies(report, finding));
    if let Some(last) = sections.pop() {
        sections.push(last.elements(notes));
    }
    RENDERER.render(&sections)
}

/// The places that are only named, a part for each answer in each document: `a.txt:27:83, 29:49 $44 million`.
fn also_at(report: &Report, others: &[(&Group, &Occurrence)]) -> String {
    let named = &others[..others.len().min(NAMED)];
    let together = named.chunk_by(|(one, a), (other, b)| {
        std::ptr::eq(*one, *other) && a.span.source() == b.span.source()
    });
    let parts = together.filter_map(|places| {
        let &(group, first) = places.first()?;
        let source = source_of(report, first)?;
        let mut part = place(source, first);
        for (_, more) in &places[1..] {
            let (line, column) = source.line_column(more.span.start());
            part.push_str(&format!(", {line}:{column}"));
        }
        // As it stands there where that is one place: "200 feet" beside "60 metres".
        let written = match places {
            [_] => source.slice(first.span),
            _ => &group.display,
        };
        Some(format!("{part} {}", squeezed(&escape::line(written))))
    });
    let mut parts: Vec<String> = parts.collect();
    if others.len() > named.len() {
        parts.push(format!("and {} more", others.len() - named.len()));
    }
    parts.join("; ")
}

/// Which documents of the finding have the same text as another one of it.
fn copies(report: &Report, finding: &Finding) -> String {
    let places = finding.groups.iter().flat_map(|g| &g.occurrences);
    let mut documents: Vec<usize> = places.map(|o| o.span.source().index()).collect();
    documents.sort_unstable();
    documents.dedup();
    let name = |document: usize| {
        let article = report.articles.get(document);
        escape::line(article.map_or("", |a| a.document.source.name()))
    };
    let named = documents.iter().enumerate().filter_map(|(i, &copy)| {
        let original = report.original(copy)?;
        let first = documents[..i]
            .iter()
            .find(|&&d| report.original(d) == Some(original))?;
        Some(format!(
            "{} has the same text as {}",
            name(copy),
            name(*first)
        ))
    });
    named.collect::<Vec<_>>().join("; ")
}

/// The places that are shown and those that are only named: of each answer the first of each source, up to a number. Documents
/// that have one text are one source.
#[expect(
    clippy::type_complexity,
    reason = "a pair of lists of pairs, used in one place"
)]
fn places<'a>(
    report: &Report,
    finding: &'a Finding,
) -> (
    Vec<(&'a Group, &'a Occurrence)>,
    Vec<(&'a Group, &'a Occurrence)>,
) {
    let (mut shown, mut others) = (Vec::new(), Vec::new());
    for group in &finding.groups {
        let mut documents = Vec::new();
        for occurrence in &group.occurrences {
            let document = report.original(occurrence.span.source().index());
            if documents.len() < SHOWN_PER_ANSWER && !documents.contains(&document) {
                documents.push(document);
                shown.push((group, occurrence));
            } else {
                others.push((group, occurrence));
            }
        }
    }
    (shown, others)
}

/// Whether what a finding is about is said by its message already: that a name is of a person.
fn says_nothing(finding: &Finding) -> bool {
    use finding::Verdict;
    match finding.verdict {
        Verdict::Variant | Verdict::Format => {
            let kind = finding.kind.name();
            kind == finding.about || kind.ends_with(&format!("-{}", finding.about))
        }
        Verdict::Conflict => finding.rule == "quote-mismatch",
        Verdict::Update
        | Verdict::LessPrecise
        | Verdict::Agree
        | Verdict::NotFound
        | Verdict::Unused => false,
    }
}

/// What stands under a value: how it is bounded, which day is meant. Words, not the normalized value: the reader has the
/// article's own words before them and asks only what was made of them. Of the other places of an answer nothing is said but what
/// stands there: the bound is that of the first.
fn label(group: &Group, report: &Report, occurrence: &Occurrence) -> String {
    let written = source_of(report, occurrence).map_or("", |source| source.slice(occurrence.span));
    let written = escape::line(written);
    let first = group.occurrences.first() == Some(occurrence);
    match &group.value {
        Value::Figure(figure) if first => match figure.bound {
            Bound::Exact | Bound::Between => written,
            Bound::About => format!("about {written}"),
            Bound::AtLeast => format!("at least {written}"),
            Bound::MoreThan => format!("more than {written}"),
            Bound::AtMost => format!("at most {written}"),
            Bound::LessThan => format!("less than {written}"),
        },
        // A year is its own date, and a day that nobody can place has none.
        Value::Date(date)
            if date.edtf != written && date.edtf.contains(|c: char| c.is_ascii_digit()) =>
        {
            format!("{written}: {}", escape::line(&date.edtf))
        }
        Value::Figure(_) | Value::Date(_) | Value::Time(_) | Value::Score(_) | Value::Name(_) => {
            written
        }
        // A quotation is too long to be said twice.
        Value::Quote(_) => String::new(),
    }
}
