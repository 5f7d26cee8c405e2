//! The JSON contracts: types of their own, so that the model can change and the contract stays.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::why::{self, PairJson, pair_json};
use super::{Detail, Report};
use crate::Article;
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::judge::why::Why;
use crate::source::{Source, Span};
use crate::value::{ClockTime, Value};

/// `crosscheck.report/1`.
#[derive(Serialize)]
struct ReportJson<'a> {
    schema: &'static str,
    tool: Tool,
    documents: Vec<DocumentJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreements: Option<Vec<FindingJson<'a>>>,
    summary: Summary,
}

#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    /// This program.
    pub(super) fn this() -> Tool {
        Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    id: usize,
    path: &'a str,
    format: &'static str,
    title: Option<&'a str>,
    published: Option<String>,
    bytes: usize,
    offsets: &'static str,
    /// The document, by its id, that has the same text and stands before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    same_text_as: Option<usize>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'static str,
    kind: &'static str,
    verdict: &'static str,
    level: &'static str,
    confidence: f64,
    about: &'a str,
    message: &'a str,
    groups: Vec<GroupJson<'a>>,
    evidence: Vec<EvidenceJson<'a>>,
    fingerprint: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<PairJson<'a>>,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    value: ValueJson<'a>,
    display: &'a str,
    mentions: Vec<OccurrenceJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct OccurrenceJson<'a> {
    document: usize,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: &'a str,
    sentence: Range,
}

#[derive(Serialize)]
struct EvidenceJson<'a> {
    feature: &'static str,
    detail: Cow<'a, str>,
    weight: f64,
}

#[derive(Serialize)]
struct Range {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Summary {
    conflict: usize,
    variant: usize,
    update: usize,
    agreement: usize,
}

/// VALUE of the contract.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueJson<'a> {
    Figure {
        amount: Option<String>,
        low: Option<String>,
        high: Option<String>,
        bound: &'static str,
        unit: Option<&'static str>,
        dimension: &'static str,
        noun: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        per: Option<String>,
    },
    Date {
        earliest: Option<String>,
        latest: Option<String>,
        edtf: &'a str,
    },
    Time {
        earliest: String,
        latest: String,
        zone: Option<String>,
    },
    Score {
        parts: &'a [u32],
        kind: &'static str,
    },
    Name {
        canonical: &'a str,
        entity: Option<u32>,
    },
    Quote {
        speaker: Option<u32>,
        words: usize,
    },
}

/// The whole report as one JSON object, with a line break at its end.
pub fn report(report: &Report, detail: Detail) -> String {
    let explained = if detail.explain {
        why::findings(report)
    } else {
        Vec::new()
    };
    let why = |i: usize| explained.get(i).and_then(Option::as_ref);
    let count = |verdict| {
        report
            .findings
            .iter()
            .filter(|f| f.verdict == verdict)
            .count()
    };
    let object = ReportJson {
        schema: "crosscheck.report/1",
        tool: Tool::this(),
        documents: report
            .articles
            .iter()
            .enumerate()
            .map(|(id, article)| document(report, id, article))
            .collect(),
        findings: report
            .findings
            .iter()
            .enumerate()
            .map(|(i, f)| finding(report, f, why(i)))
            .collect(),
        agreements: detail.agreements.then(|| {
            report
                .agreements
                .iter()
                .map(|f| finding(report, f, None))
                .collect()
        }),
        summary: Summary {
            conflict: count(Verdict::Conflict),
            variant: count(Verdict::Variant),
            update: count(Verdict::Update),
            agreement: report.agreements.len(),
        },
    };
    to_line(&object)
}

/// Writes the mentions of the document, a line of JSON each: `crosscheck.mention/1`, whose fields are `document`, `start`, `end`,
/// `text`, `kind`, `value`, `sentence`.
///
/// The one output of which there are megabytes: what all lines have in common is written as it is, and not looked through for
/// what must be escaped.
pub fn mentions(article: &Article, output: &mut impl Write) -> io::Result<()> {
    let source = &article.document.source;
    let mut line = Line(b"{\"document\":".to_vec());
    line.string(source.name())?;
    line.text(",\"start\":");
    let start = line.0.len();
    for (index, mention) in article.mentions.iter().enumerate() {
        line.0.truncate(start);
        line.value(&mention.span.start())?;
        line.text(",\"end\":");
        line.value(&mention.span.end())?;
        line.text(",\"text\":");
        line.string(source.slice(mention.span))?;
        line.text(",\"kind\":\"");
        line.text(mention.kind.name());
        line.text("\",\"value\":");
        match &mention.value {
            // Most mentions are names.
            Value::Name(name) => {
                line.text("{\"canonical\":");
                line.string(&name.canonical)?;
                line.text(",\"entity\":");
                line.value(&name.entity.map(|e| e.0))?;
                line.text("}");
            }
            other => {
                let noun = article.claims.nouns.get(index).and_then(Option::as_deref);
                line.value(&value(other, noun))?;
            }
        }
        let sentence = article.text.sentences[mention.sentence].span;
        line.text(",\"sentence\":{\"start\":");
        line.value(&sentence.start())?;
        line.text(",\"end\":");
        line.value(&sentence.end())?;
        line.text("}}\n");
        output.write_all(&line.0)?;
    }
    Ok(())
}

/// A line of JSON as it is written.
struct Line(Vec<u8>);

impl Line {
    /// Writes what needs no escape.
    fn text(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }

    fn string(&mut self, text: &str) -> io::Result<()> {
        let plain = |b: &u8| *b >= b' ' && !matches!(b, b'"' | b'\\');
        if !text.as_bytes().iter().all(plain) {
            return self.value(&text);
        }
        self.text("\"");
        self.text(text);
        self.text("\"");
        Ok(())
    }

    fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        Ok(serde_json::to_writer(&mut self.0, value)?)
    }
}

/// Serializing these types cannot fail: no maps with odd keys, no readers.
pub(crate) fn to_line(object: &impl Serialize) -> String {
    let mut line = serde_json::to_string(object).unwrap_or_default();
    line.push('\n');
    line
}

fn document<'a>(report: &Report, id: usize, article: &'a Article) -> DocumentJson<'a> {
    let document = &article.document;
    DocumentJson {
        id,
        path: document.source.name(),
        format: document.format.name(),
        title: document.title.as_deref(),
        published: document.published.map(|d| d.to_string()),
        bytes: document.source.text().len(),
        offsets: "file",
        same_text_as: report.original(id).filter(|&original| original != id),
    }
}

fn finding<'a>(report: &'a Report, finding: &'a Finding, why: Option<&'a Why>) -> FindingJson<'a> {
    let verdict = super::evidence::why(report, finding).map(|detail| EvidenceJson {
        feature: "verdict",
        detail: detail.into(),
        weight: 0.0,
    });
    FindingJson {
        rule: finding.rule,
        kind: finding.kind.name(),
        verdict: finding.verdict.name(),
        level: finding.level.name(),
        confidence: rounded(finding.confidence),
        about: &finding.about,
        message: &finding.message,
        groups: finding.groups.iter().map(|g| group(report, g)).collect(),
        evidence: finding
            .evidence
            .iter()
            .map(evidence)
            .chain(verdict)
            .collect(),
        fingerprint: &finding.fingerprint,
        why: why.map(|why| pair_json(report, why)),
    }
}

fn group<'a>(report: &'a Report, group: &'a Group) -> GroupJson<'a> {
    GroupJson {
        value: value(&group.value, group.noun.as_deref()),
        display: &group.display,
        mentions: group
            .occurrences
            .iter()
            .map(|o| occurrence(&report.articles[o.span.source().index()].document.source, o))
            .collect(),
    }
}

pub(super) fn occurrence<'a>(source: &'a Source, occurrence: &Occurrence) -> OccurrenceJson<'a> {
    let (line, column) = source.line_column(occurrence.span.start());
    OccurrenceJson {
        document: source.id().index(),
        start: occurrence.span.start(),
        end: occurrence.span.end(),
        line,
        column,
        text: source.slice(occurrence.span),
        sentence: range(occurrence.sentence),
    }
}

fn evidence(evidence: &Evidence) -> EvidenceJson<'_> {
    EvidenceJson {
        feature: evidence.feature,
        detail: evidence.detail.as_str().into(),
        weight: rounded(evidence.weight),
    }
}

fn range(span: Span) -> Range {
    Range {
        start: span.start(),
        end: span.end(),
    }
}

/// Two decimals: more would promise what no score of this kind can keep.
pub(super) fn rounded(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

fn value<'a>(value: &'a Value, noun: Option<&'a str>) -> ValueJson<'a> {
    let decimal = |x: rust_decimal::Decimal| x.normalize().to_string();
    match value {
        Value::Figure(figure) => ValueJson::Figure {
            amount: figure.amount.map(decimal),
            low: figure.stated.low.map(decimal),
            high: figure.stated.high.map(decimal),
            bound: figure.bound.name(),
            unit: figure.unit.map(|u| u.symbol),
            dimension: figure.dimension.name(),
            noun,
            per: figure.per.as_deref().map(str::to_owned),
        },
        Value::Date(date) => ValueJson::Date {
            earliest: date.range.map(|r| r.earliest.to_string()),
            latest: date.range.map(|r| r.latest.to_string()),
            edtf: &date.edtf,
        },
        Value::Time(time) => ValueJson::Time {
            earliest: clock(time.earliest),
            latest: clock(time.latest),
            zone: zone(time),
        },
        Value::Score(score) => ValueJson::Score {
            parts: &score.parts,
            kind: score.kind.name(),
        },
        Value::Name(name) => ValueJson::Name {
            canonical: &name.canonical,
            entity: name.entity.map(|e| e.0),
        },
        Value::Quote(quote) => ValueJson::Quote {
            speaker: quote.speaker.map(|e| e.0),
            words: quote.words,
        },
    }
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn zone(time: &ClockTime) -> Option<String> {
    time.zone.map(|minutes| {
        format!(
            "{}{:02}:{:02}",
            if minutes < 0 { '-' } else { '+' },
            minutes.abs() / 60,
            minutes.abs() % 60
        )
    })
}
