//! The report for reading: each disagreement with the sentences of both sides, the values underlined.
//!
//! Every place is given as an origin of its own with one line of its sentence, not as a file with annotations: the line
//! of an article is a paragraph, and a report that shows paragraphs is not read. Styled text is given back; whoever
//! prints it takes the styles away where nobody sees them.

use annotate_snippets::Group as Section;
use annotate_snippets::renderer::Style;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Padding, Renderer, Snippet};

use super::difference::difference;
use super::excerpt::{excerpt, squeezed};
use super::tally::{counted, disagreements};
use super::{Detail, Report, escape, evidence, only, why};
use crate::finding::{self, Allowed, Finding, Group, Occurrence};
use crate::source::Source;
use crate::value::{Bound, Value};

/// How many places of one answer are shown with their sentences; the others are named by line and column.
const SHOWN_PER_ANSWER: usize = 3;

/// How many more places are named.
const NAMED: usize = 12;

/// No cutting by the renderer: the excerpts fit already, and it would cut inside words.
const RENDERER: Renderer = Renderer::styled().term_width(10_000);

/// The whole report: the findings, the agreements where they are wanted, and one line that sums up.
pub fn report(report: &Report, detail: Detail) -> String {
    let mut output = body(report, detail);
    output.push_str(&summary(report, detail));
    output.push('\n');
    output
}

/// The findings, and the agreements where they are wanted: of a story that is one of many, which are summed up together.
pub fn body(report: &Report, detail: Detail) -> String {
    let explained = if detail.explain {
        why::findings(report)
    } else {
        Vec::new()
    };
    let mut output = String::new();
    for (i, finding) in report.findings.iter().enumerate() {
        output.push_str(&render(report, finding));
        output.push('\n');
        if let Some(Some(why)) = explained.get(i) {
            output.push_str(&why::rows(report, why));
        }
        output.push('\n');
    }
    if detail.agreements && !report.agreements.is_empty() {
        output.push_str("The documents agree on:\n");
        for finding in &report.agreements {
            output.push_str(&agreement(report, finding));
        }
        output.push('\n');
    }
    if detail.only_in {
        only_in(report, &mut output);
    }
    if detail.allowed && !report.allowed.is_empty() {
        output.push_str("Allowed:\n");
        for allowed in &report.allowed {
            output.push_str(&accepted(allowed));
        }
        output.push('\n');
    }
    output
}

/// One line: how many of what.
fn summary(report: &Report, detail: Detail) -> String {
    let mut line = disagreements(report.findings.iter().map(|f| f.verdict.name()));
    let agreed = report.agreements.len();
    if agreed > 0 {
        let hint = if detail.agreements {
            ""
        } else {
            " (--agreements shows them)"
        };
        line.push_str(&format!(
            "; {}{hint}",
            counted(agreed, "agreement", "agreements")
        ));
    }
    let allowed = report.allowed.len();
    if allowed > 0 {
        let hint = if detail.allowed {
            ""
        } else {
            " (--allowed shows them)"
        };
        line.push_str(&format!("; {allowed} allowed{hint}"));
    }
    line
}

/// One disagreement with its sentences.
pub(super) fn finding(report: &Report, finding: &Finding) -> String {
    render(report, finding)
}

/// One disagreement.
fn render(report: &Report, finding: &Finding) -> String {
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
        let excerpt = excerpt(source, occurrence);
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
    note(about, escape::line(&finding.about));
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
        Some(format!(
            "{part} {}",
            squeezed(&escape::line(&group.display))
        ))
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

/// The source of a place; `None` for one outside the report, which no stage makes.
fn source_of<'a>(report: &'a Report, occurrence: &Occurrence) -> Option<&'a Source> {
    report
        .articles
        .get(occurrence.span.source().index())
        .map(|article| &article.document.source)
}

/// `a.txt:13:5`.
fn place(source: &Source, occurrence: &Occurrence) -> String {
    let (line, column) = source.line_column(occurrence.span.start());
    format!("{}:{line}:{column}", escape::line(source.name()))
}

/// What stands under a value: how it is bounded, which day is meant. Words, not the normalized value: the reader has the
/// article's own words before them and asks only what was made of them.
fn label(group: &Group, report: &Report, occurrence: &Occurrence) -> String {
    let written = source_of(report, occurrence).map_or("", |source| source.slice(occurrence.span));
    let written = escape::line(written);
    match &group.value {
        Value::Figure(figure) => match figure.bound {
            Bound::Exact | Bound::Between => written,
            Bound::About => format!("about {written}"),
            Bound::AtLeast => format!("at least {written}"),
            Bound::MoreThan => format!("more than {written}"),
            Bound::AtMost => format!("at most {written}"),
            Bound::LessThan => format!("less than {written}"),
        },
        Value::Date(date) if !date.edtf.is_empty() => {
            format!("{written}: {}", escape::line(&date.edtf))
        }
        Value::Date(_) | Value::Time(_) | Value::Score(_) | Value::Name(_) => written,
        // A quotation is too long to be said twice.
        Value::Quote(_) => String::new(),
    }
}

/// One line for what the documents agree on.
fn agreement(report: &Report, finding: &Finding) -> String {
    let mut values: Vec<String> = Vec::new();
    let mut at: Vec<String> = Vec::new();
    for group in &finding.groups {
        for occurrence in &group.occurrences {
            let Some(source) = source_of(report, occurrence) else {
                continue;
            };
            let value = squeezed(&escape::line(source.slice(occurrence.span)));
            if !values.contains(&value) {
                values.push(value);
            }
            at.push(place(source, occurrence));
        }
    }
    let about = match escape::line(&finding.about) {
        about if about.is_empty() => about,
        about => format!(" ({about})"),
    };
    format!("  {}{about}: {}\n", values.join(" / "), at.join(", "))
}

/// What each document alone says, a line each.
fn only_in(report: &Report, output: &mut String) {
    let mut last = None;
    for only in only::only(report) {
        let Some(source) = source_of(report, &only.place) else {
            continue;
        };
        if last.is_some_and(|last| last != only.article) {
            output.push('\n');
        }
        if last != Some(only.article) {
            output.push_str(&format!("Only in {}:\n", escape::line(source.name())));
        }
        last = Some(only.article);
        let (line, column) = source.line_column(only.place.span.start());
        let value = squeezed(&escape::line(source.slice(only.place.span)));
        let about = match escape::line(&only.about) {
            about if about.is_empty() => about,
            about => format!(" ({about})"),
        };
        output.push_str(&format!("  {value}{about}: {line}:{column}\n"));
    }
    if last.is_some() {
        output.push('\n');
    }
}

/// One line for what somebody has accepted.
fn accepted(allowed: &Allowed) -> String {
    format!(
        "  {} [{}]: {} ({})\n",
        escape::line(&allowed.finding.message),
        allowed.finding.rule,
        escape::line(&allowed.reason),
        escape::line(&allowed.place)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Evidence, Verdict};
    use crate::value::{Dimension, Figure, Interval, Kind, Unit};
    use crate::{Document, InputFormat, analyze};
    use rust_decimal::Decimal;

    const A: &str = "The film did well.\n\nIt was made in a year. It cost the studio $44 million to make and market, a modest sum by the standards of the town, which has seen films that cost ten times as much and took less.\n";
    const B: &str = "# Supper\n\nMaking and marketing the movie cost an\nestimated $75 million. It may earn $75 million back.\n";

    fn group(articles: &[(&str, usize, &str)], texts: &[&str]) -> Group {
        let occurrences: Vec<Occurrence> = articles
            .iter()
            .map(|&(text, id, value)| {
                let name = format!("{id}.txt");
                let document = Document::new(id as u32, &name, texts[id], InputFormat::Text);
                let at = texts[id].find(text).unwrap();
                let inside = text.find(value).unwrap();
                Occurrence {
                    span: document.source.span(at + inside..at + inside + value.len()),
                    sentence: document.source.span(at..at + text.len()),
                }
            })
            .collect();
        Group {
            kind: Kind::Money,
            value: Value::Figure(Box::new(dollars(articles[0].2))),
            noun: None,
            display: articles[0].2.to_owned(),
            occurrences,
        }
    }

    /// "$44 million".
    fn dollars(text: &str) -> Figure {
        let millions: String = text.chars().filter(char::is_ascii_digit).collect();
        let amount = Decimal::from(millions.parse::<i64>().unwrap_or(1) * 1_000_000);
        Figure {
            amount: Some(amount),
            stated: Interval::exact(amount),
            plausible: Interval::exact(amount),
            bound: if text.contains("75") {
                Bound::About
            } else {
                Bound::Exact
            },
            unit: Some(Unit {
                symbol: "USD",
                dimension: Dimension::Money,
                factor: (Decimal::ONE, Decimal::ONE),
                offset: Decimal::ZERO,
            }),
            dimension: Dimension::Money,
            ratio: None,
            per: None,
        }
    }

    fn finding(groups: Vec<Group>) -> Finding {
        Finding {
            rule: "money-mismatch",
            kind: Kind::Money,
            verdict: Verdict::Conflict,
            level: finding::Level::Error,
            confidence: 0.9,
            about: "cost to make and market the film".to_owned(),
            message: "sources give different figures: $44 million / $75 million".to_owned(),
            groups,
            evidence: vec![Evidence {
                feature: "predicate",
                detail: "make ~ make".to_owned(),
                weight: 0.4,
            }],
            fingerprint: "0123456789abcdef".to_owned(),
        }
    }

    fn report_of(texts: &[&str], findings: Vec<Finding>, agreements: Vec<Finding>) -> Report {
        let articles = texts
            .iter()
            .enumerate()
            .map(|(id, text)| {
                let name = format!("{id}.txt");
                analyze(Document::new(id as u32, &name, text, InputFormat::Text))
            })
            .collect();
        Report::new(articles, findings, agreements)
    }

    fn shown(agreements: bool) -> Detail {
        Detail {
            agreements,
            ..Detail::default()
        }
    }

    fn plain(styled: &str) -> String {
        anstream::adapter::strip_str(styled).to_string()
    }

    #[test]
    fn a_finding_shows_both_sentences_the_difference_and_why() {
        let texts = [A, B];
        let long = "It cost the studio $44 million to make and market, a modest sum by the standards of the town, which has seen films that cost ten times as much and took less.";
        let groups = vec![
            group(&[(long, 0, "$44 million")], &texts),
            group(
                &[
                    (
                        "Making and marketing the movie cost an\nestimated $75 million.",
                        1,
                        "$75 million",
                    ),
                    ("It may earn $75 million back.", 1, "$75 million"),
                ],
                &texts,
            ),
        ];
        let report = report_of(&texts, vec![finding(groups)], vec![]);
        insta::assert_snapshot!(plain(&super::report(&report, shown(false))), @r#"
        error[money-mismatch]: sources give different figures: $44 million / $75 million
         --> 0.txt:3:43
          |
        3 | It cost the studio $44 million to make and market, a modest sum by the standards of the town, which …
          |                    ^^^^^^^^^^^ $44 million
          |
         --> 1.txt:4:11
          |
        4 | Making and marketing the movie cost an estimated $75 million.
          |                                                  ^^^^^^^^^^^ about $75 million
          |
          = about: cost to make and market the film
          = difference: $31 million; 70% of the smaller
          = same in both: verb make ~ make
          = why: about $75 million leaves room for 75 million to 75 million
          = also at: 1.txt:4:36 $75 million

        1 disagreement: 1 conflict
        "#);
    }

    #[test]
    fn nothing_found_is_one_line() {
        let report = report_of(&[A, B], vec![], vec![]);
        assert_eq!(super::report(&report, shown(false)), "no disagreements\n");
    }

    #[test]
    fn agreements_are_counted_and_shown_on_demand() {
        let texts = [A, B];
        let mut same = finding(vec![group(
            &[
                ("It cost the studio $44 million", 0, "$44 million"),
                ("estimated $75 million.", 1, "$75 million"),
            ],
            &texts,
        )]);
        same.verdict = Verdict::Agree;
        let report = report_of(&texts, vec![], vec![same]);
        assert_eq!(
            super::report(&report, shown(false)),
            "no disagreements; 1 agreement (--agreements shows them)\n"
        );
        assert_eq!(
            super::report(&report, shown(true)),
            "The documents agree on:\n  $44 million / $75 million (cost to make and market the film): 0.txt:3:43, 1.txt:4:11\n\nno disagreements; 1 agreement\n"
        );
    }

    #[test]
    fn nothing_from_an_article_reaches_the_terminal_raw() {
        let text = "It cost \u{1b}[31m$44\u{202e} million\u{9b}2J.";
        let texts = [text];
        let mut found = finding(vec![group(&[(text, 0, "$44\u{202e} million")], &texts)]);
        found.about = "\u{1b}]0;title\u{7}".to_owned();
        found.message = "figures: \u{1b}[2J".to_owned();
        found.evidence[0].detail = "\u{1b}[1m".to_owned();
        let report = report_of(&texts, vec![found.clone()], vec![found]);
        let output = plain(&super::report(&report, shown(true)));
        assert!(
            !output.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'),
            "{output:?}"
        );
        assert!(output.contains("␛[31m$44�"), "{output}");
    }

    #[test]
    fn no_span_makes_it_panic() {
        let texts = [A, "", "é\u{301}東京\t\r\n\u{200d}", "x"];
        let mut groups = Vec::new();
        for (id, text) in texts.iter().enumerate() {
            let name = format!("{id}.txt");
            let document = Document::new(id as u32, &name, text, InputFormat::Text);
            for (start, end) in [(0, 0), (0, 3), (2, 5), (1, 4000), (4000, 4001)] {
                for (from, to) in [(0, 0), (0, 4000), (3, 4), (1, 2)] {
                    let mut one = group(&[(A, 0, "film")], &[A]);
                    one.occurrences = vec![Occurrence {
                        span: document.source.span(start..end),
                        sentence: document.source.span(from..to),
                    }];
                    groups.push(one);
                }
            }
        }
        // The last document is missing from the report: its places are passed over.
        let findings = vec![finding(groups.clone()), finding(vec![])];
        let report = report_of(
            &texts[..3],
            findings,
            vec![finding(groups), finding(vec![])],
        );
        let output = super::report(&report, shown(true));
        assert!(
            output.ends_with("2 disagreements: 2 conflicts; 2 agreements\n"),
            "{output}"
        );
    }
}
