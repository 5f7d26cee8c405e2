//! What one document holds, as aligned columns: mentions for `extract`, and any stage for `--show`.

use rust_decimal::Decimal;

use super::{difference, escape};
use crate::Article;
use crate::claim::{Claim, Role};
use crate::read::BlockKind;
use crate::segment::TokenKind;
use crate::source::Span;
use crate::value::{Bound, Dimension, Interval, Unit, Value};

/// The mentions of the document, a line each: line and column, kind, text, value.
pub fn mentions(article: &Article) -> String {
    let mut columns = Columns::<4>::default();
    for mention in &article.mentions {
        columns.add(&place(article, mention.span));
        columns.add(mention.kind.name());
        columns.add(&escape::line(article.document.source.slice(mention.span)));
        columns.add(&brief(&mention.value));
    }
    let mut output = heading(article);
    columns.align(&mut output);
    output
}

/// What of the document is taken for no part of the article, a line each: line and column, what it is taken for, how it begins.
pub fn furniture(article: &Article) -> String {
    let document = &article.document;
    let inside = document
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Furniture);
    let inside = inside.map(|block| {
        let at = document.source.line_column(block.span.start());
        (at, "furniture", document.source.slice(block.span))
    });
    let outside = document.left_out.iter().map(|left_out| {
        let (line, column) = (left_out.place.line, left_out.place.column);
        let at = (line as usize, column as usize);
        (at, left_out.reason, left_out.text.as_str())
    });
    let mut rows: Vec<_> = inside.chain(outside).collect();
    rows.sort_unstable();
    let mut columns = Columns::<3>::default();
    for ((line, column), reason, text) in rows {
        columns.add(&format!("{line}:{column}"));
        columns.add(reason);
        let text = escape::line(text);
        match text.char_indices().nth(FURNITURE_WIDTH) {
            Some((end, _)) => columns.add(&format!("{}…", &text[..end])),
            None => columns.add(&text),
        }
    }
    let mut output = heading(article);
    columns.align(&mut output);
    output
}

/// So many characters of what is left out say what it is.
const FURNITURE_WIDTH: usize = 80;

/// The tokens of the document, a line each, with an empty line after each sentence.
pub fn tokens(article: &Article) -> String {
    let mut output = heading(article);
    for sentence in &article.text.sentences {
        let mut columns = Columns::<3>::default();
        let tokens = sentence.tokens.clone();
        for token in tokens.filter_map(|i| article.text.tokens.get(i)) {
            columns.add(&place(article, token.span));
            columns.add(match token.kind {
                TokenKind::Word => "word",
                TokenKind::Number => "number",
                TokenKind::Symbol => "symbol",
                TokenKind::Punct => "punctuation",
                TokenKind::Link => "link",
            });
            columns.add(&escape::line(article.text.slice(token.span)));
        }
        columns.align(&mut output);
        output.push('\n');
    }
    while output.ends_with("\n\n") {
        output.pop();
    }
    output
}

/// The claims of the document, a line each: line and column of the first mention, kind, every mention, and the words that
/// say what it is about, by the place where they stand.
pub fn claims(article: &Article) -> String {
    let mut columns = Columns::<4>::default();
    for claim in &article.claims.list {
        let mentions: Vec<_> = claim
            .mentions
            .iter()
            .filter_map(|&i| article.mentions.get(i))
            .collect();
        let Some(first) = mentions.first() else {
            continue;
        };
        let texts: Vec<String> = mentions
            .iter()
            .map(|m| escape::line(article.document.source.slice(m.span)))
            .collect();
        columns.add(&place(article, first.span));
        columns.add(first.kind.name());
        columns.add(&texts.join(" = "));
        columns.add(&terms(article, claim));
    }
    let mut output = heading(article);
    columns.align(&mut output);
    output
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

/// The document's name, above its table.
fn heading(article: &Article) -> String {
    format!("{}:\n", escape::line(article.document.source.name()))
}

fn place(article: &Article, span: Span) -> String {
    let (line, column) = article.document.source.line_column(span.start());
    format!("{line}:{column}")
}

/// Rows of cells, all in one string: a long document has a hundred thousand rows.
#[derive(Default)]
struct Columns<const N: usize> {
    cells: String,
    /// Of each cell, row by row, where it ends and how many characters it has.
    ends: Vec<(usize, usize)>,
}

impl<const N: usize> Columns<N> {
    /// Adds a cell, the next of its row or the first of the next.
    fn add(&mut self, cell: &str) {
        self.cells.push_str(cell);
        self.ends.push((self.cells.len(), cell.chars().count()));
    }

    /// Writes the rows, padded to the widest cell of each column up to [`WIDEST`], the last column as it is.
    fn align(&self, output: &mut String) {
        let mut widths = [0; N];
        for row in self.ends.chunks_exact(N) {
            for (width, &(_, characters)) in widths.iter_mut().zip(row) {
                *width = (*width).max(characters.min(WIDEST));
            }
        }
        let mut start = 0;
        for row in self.ends.chunks_exact(N) {
            let line = output.len();
            for (i, (&(end, characters), width)) in row.iter().zip(widths).enumerate() {
                output.push_str("  ");
                output.push_str(&self.cells[start..end]);
                if i + 1 < N {
                    let padding = width.saturating_sub(characters);
                    output.extend(std::iter::repeat_n(' ', padding));
                }
                start = end;
            }
            output.truncate(line + output[line..].trim_end().len());
            output.push('\n');
        }
    }
}

/// A cell wider than this (a quotation) pushes its own line out and no other.
const WIDEST: usize = 40;

/// The value in few characters, for a table.
pub(super) fn brief(value: &Value) -> String {
    match value {
        Value::Figure(figure) => {
            let one = figure.amount == Some(Decimal::ONE);
            let unit = figure.unit.map_or(String::new(), |u| unit_of(&u, one));
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

/// ` km`, ` years`: the unit as it stands behind a number.
fn unit_of(unit: &Unit, one: bool) -> String {
    match unit.dimension {
        Dimension::Age | Dimension::Duration => {
            format!(" {}", difference::units(unit.symbol, one))
        }
        _ => format!(" {}", unit.symbol),
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
        let long = "x".repeat(60);
        let mut columns = Columns::<2>::default();
        for cell in ["a", "1", &long, "2"] {
            columns.add(cell);
        }
        let mut table = String::new();
        columns.align(&mut table);
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
