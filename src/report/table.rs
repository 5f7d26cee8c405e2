//! What one document holds, as aligned columns: mentions for `extract`, and any stage for `--show`.

use super::{difference, escape};
use crate::Article;
use crate::claim::{Claim, Role};
use crate::segment::TokenKind;
use crate::source::Span;
use crate::value::{Bound, Interval, Value};

/// The mentions of the document, a line each: line and column, kind, text, value.
pub fn mentions(article: &Article) -> String {
    let rows = article.mentions.iter().map(|mention| {
        [
            place(article, mention.span),
            mention.kind.name().to_owned(),
            escape::line(article.document.source.slice(mention.span)),
            brief(&mention.value),
        ]
    });
    headed(article, &aligned(rows.collect()))
}

/// The tokens of the document, a line each, with an empty line after each sentence.
pub fn tokens(article: &Article) -> String {
    let mut lines = String::new();
    for sentence in &article.text.sentences {
        let rows = sentence
            .tokens
            .clone()
            .filter_map(|i| article.text.tokens.get(i))
            .map(|token| {
                let kind = match token.kind {
                    TokenKind::Word => "word",
                    TokenKind::Number => "number",
                    TokenKind::Symbol => "symbol",
                    TokenKind::Punct => "punctuation",
                    TokenKind::Link => "link",
                };
                [
                    place(article, token.span),
                    kind.to_owned(),
                    escape::line(article.text.slice(token.span)),
                ]
            });
        lines.push_str(&aligned(rows.collect()));
        lines.push('\n');
    }
    headed(article, lines.trim_end_matches('\n'))
}

/// The claims of the document, a line each: line and column of the first mention, kind, every mention, and the words that
/// say what it is about, by the place where they stand.
pub fn claims(article: &Article) -> String {
    let rows = article.claims.list.iter().filter_map(|claim| {
        let mentions: Vec<_> = claim
            .mentions
            .iter()
            .filter_map(|&i| article.mentions.get(i))
            .collect();
        let first = mentions.first()?;
        let texts: Vec<String> = mentions
            .iter()
            .map(|m| escape::line(article.document.source.slice(m.span)))
            .collect();
        Some([
            place(article, first.span),
            first.kind.name().to_owned(),
            texts.join(" = "),
            terms(article, claim),
        ])
    });
    headed(article, &aligned(rows.collect()))
}

/// "noun: cinemas; predicate: played; subject: film".
fn terms(article: &Article, claim: &Claim) -> String {
    let roles = [
        Role::Noun,
        Role::Modifier,
        Role::Predicate,
        Role::Subject,
        Role::Clause,
    ];
    let places = roles.iter().filter_map(|&role| {
        let words: Vec<String> = claim
            .terms
            .iter()
            .filter(|t| t.role == role)
            .map(|t| escape::line(article.text.word(t.token as usize)))
            .collect();
        (!words.is_empty()).then(|| format!("{}: {}", role.name(), words.join(" ")))
    });
    let marks = claim.marks.names().map(str::to_owned);
    places.chain(marks).collect::<Vec<_>>().join("; ")
}

/// The document's name above its table.
fn headed(article: &Article, table: &str) -> String {
    let mut output = format!("{}:\n{table}", escape::line(article.document.source.name()));
    if !output.ends_with('\n') {
        output.push('\n');
    }
    output
}

fn place(article: &Article, span: Span) -> String {
    let (line, column) = article.document.source.line_column(span.start());
    format!("{line}:{column}")
}

/// Columns padded to the widest cell up to [`WIDEST`], the last one as it is.
fn aligned<const N: usize>(rows: Vec<[String; N]>) -> String {
    let mut widths = [0; N];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count().min(WIDEST));
        }
    }
    let mut output = String::new();
    for row in &rows {
        let mut line = String::new();
        for (i, (cell, width)) in row.iter().zip(widths).enumerate() {
            line.push_str("  ");
            line.push_str(cell);
            if i + 1 < N {
                line.extend(std::iter::repeat_n(
                    ' ',
                    width.saturating_sub(cell.chars().count()),
                ));
            }
        }
        output.push_str(line.trim_end());
        output.push('\n');
    }
    output
}

/// A cell wider than this (a quotation) pushes its own line out and no other.
const WIDEST: usize = 40;

/// The value in few characters, for a table.
pub(super) fn brief(value: &Value) -> String {
    match value {
        Value::Figure(figure) => {
            let unit = figure
                .unit
                .map_or(String::new(), |u| format!(" {}", u.symbol));
            let sign = match figure.bound {
                Bound::Exact | Bound::Between => "",
                Bound::About => "~ ",
                Bound::AtLeast => ">= ",
                Bound::MoreThan => "> ",
                Bound::AtMost => "<= ",
                Bound::LessThan => "< ",
            };
            match figure.amount {
                Some(amount) => format!("{sign}{}{unit}", difference::number(amount)),
                None => format!("{}{unit}", interval(&figure.stated)),
            }
        }
        Value::Date(date) => escape::line(&date.edtf),
        Value::Time(time) if time.earliest == time.latest => clock(time.earliest),
        Value::Time(time) => format!("{} to {}", clock(time.earliest), clock(time.latest)),
        Value::Score(score) => {
            let parts: Vec<String> = score.parts.iter().map(u32::to_string).collect();
            format!("{} ({})", parts.join("-"), score.kind.name())
        }
        Value::Name(name) => match name.entity {
            Some(entity) => format!("{} (entity {})", escape::line(&name.canonical), entity.0),
            None => escape::line(&name.canonical),
        },
        Value::Quote(quote) => match quote.words {
            1 => "1 word".to_owned(),
            n => format!("{n} words"),
        },
    }
}

fn interval(interval: &Interval) -> String {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) => {
            format!(
                "{} to {}",
                difference::number(low),
                difference::number(high)
            )
        }
        (Some(low), None) => format!(">= {}", difference::number(low)),
        (None, Some(high)) => format!("<= {}", difference::number(high)),
        (None, None) => "any".to_owned(),
    }
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Score, ScoreKind};
    use crate::{Document, InputFormat, analyze};

    #[test]
    fn tokens_stand_in_columns_with_a_gap_between_sentences() {
        let article = analyze(Document::new(
            0,
            "a\u{1b}.txt",
            "It rained. All day.\n",
            InputFormat::Text,
        ));
        let expected = "a␛.txt:
  1:1   word         It
  1:4   word         rained
  1:10  punctuation  .

  1:12  word         All
  1:16  word         day
  1:19  punctuation  .
";
        assert_eq!(tokens(&article), expected);
    }

    #[test]
    fn a_wide_cell_pushes_only_its_own_line() {
        let row = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        let long = "x".repeat(60);
        let table = aligned(vec![row("a", "1"), row(&long, "2")]);
        assert_eq!(table, format!("  a{}1\n  {long}  2\n", " ".repeat(41)));
    }

    #[test]
    fn values_are_brief() {
        let score = Value::Score(Score {
            parts: vec![3, 2],
            kind: ScoreKind::Game,
        });
        assert_eq!(brief(&score), "3-2 (game)");
    }
}
