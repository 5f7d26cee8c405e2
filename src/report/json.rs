//! JSON: a report, the mentions of a document, and what both say of a value.

use std::io::{self, Write};

use serde::Serialize;

use super::model;
use crate::Article;
use crate::value::{ClockTime, Value};

/// VALUE of the contract.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum ValueJson<'a> {
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
pub fn report(report: &model::Report) -> String {
    to_line(report)
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

/// Two decimals: more would promise what no score of this kind can keep.
pub(super) fn rounded(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

pub(super) fn value<'a>(value: &'a Value, noun: Option<&'a str>) -> ValueJson<'a> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, InputFormat};

    #[test]
    fn a_line_is_json_whatever_stands_in_the_text() {
        let prose = "The \u{1}mayor said \"nobody\\none came\" to Jane Miller in May 2014.";
        let document = Document::new(0, "a\"b\u{7f}é.txt", prose, InputFormat::Text);
        let article = crate::extract(document);
        let mut lines = Vec::new();
        mentions(&article, &mut lines).unwrap();
        let lines = String::from_utf8(lines).unwrap();
        assert_eq!(lines.lines().count(), article.mentions.len());
        for (line, mention) in lines.lines().zip(&article.mentions) {
            let object: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!(object["document"], article.document.source.name());
            let written = article.document.source.slice(mention.span);
            assert_eq!(object["text"], written, "{line}");
            let expected = serde_json::to_string(&value(&mention.value, None)).unwrap();
            assert!(line.contains(&format!("\"value\":{expected},\"sentence\":{{\"start\":0,")));
        }
    }
}
