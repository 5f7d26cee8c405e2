//! Quotations: what stands between quotation marks.

use std::ops::Range;

use super::{Text, TokenKind};
use crate::source::Span;

/// What stands between two quotation marks, marks not included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// How many of them are words or numbers.
    pub words: usize,
}

/// A mark left open for longer than this many tokens was no quotation, or its end is missing.
const LONGEST: usize = 400;

/// Finds the quotations of the text. A quotation may run over several blocks, as saved articles have a sentence a line;
/// a mark that is never closed gives none.
pub(super) fn find(text: &mut Text) {
    let mut open: Option<(usize, Mark)> = None;
    for at in 0..text.tokens.len() {
        if open.is_some_and(|(start, _)| at - start > LONGEST) {
            open = None;
        }
        let Some(mark) = mark(text, at) else { continue };
        match (open, mark) {
            // A paragraph that goes on with a quotation opens it again.
            (Some((_, Mark::Open)), Mark::Open) | (None, Mark::Open | Mark::Straight) => {
                open = Some((at, mark))
            }
            (Some((start, Mark::Open)), Mark::Close)
            | (Some((start, Mark::Straight)), Mark::Straight) => {
                close(text, start, at);
                open = None;
            }
            // Mixed marks: a straight one inside curly ones, or an end without a beginning.
            (Some(_), _) | (None, Mark::Close) => {}
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    Straight,
}

fn mark(text: &Text, at: usize) -> Option<Mark> {
    if text.kind(at) != Some(TokenKind::Punct) {
        return None;
    }
    match text.word(at) {
        "“" | "«" | "„" => Some(Mark::Open),
        "”" | "»" => Some(Mark::Close),
        "\"" => Some(Mark::Straight),
        _ => None,
    }
}

fn close(text: &mut Text, start: usize, end: usize) {
    let tokens = start + 1..end;
    let words = tokens
        .clone()
        .filter(|&i| matches!(text.kind(i), Some(TokenKind::Word | TokenKind::Number)))
        .count();
    if words == 0 {
        return;
    }
    let span = text.span(tokens.clone());
    text.quotations.push(Quotation {
        span,
        tokens,
        words,
    });
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    #[test]
    fn quotations_are_found_without_their_marks() {
        let quotes = |prose: &str| {
            let (_, text) = sample(prose);
            text.quotations
                .iter()
                .map(|q| text.slice(q.span).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            quotes("\"It is over,\" he said. \"We lost.\""),
            ["It is over,", "We lost."]
        );
        assert_eq!(quotes("“ We tried. ” He left."), ["We tried."]);
        assert_eq!(quotes("He is 6\" tall."), Vec::<String>::new());
    }
}
