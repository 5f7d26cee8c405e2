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
            (Some((_, Mark::Open)), Mark::Open) | (None, Mark::Open) => open = Some((at, mark)),
            (None, Mark::Straight) => {
                // A mark that ends what was never begun begins nothing: all behind it would be turned inside out.
                if side(text, at) != Some(Side::Behind) {
                    open = Some((at, mark));
                }
            }
            (Some((start, Mark::Open)), Mark::Close)
            | (Some((start, Mark::Straight)), Mark::Straight) => match side(text, at) {
                // The next paragraph of the same speech, where the first has no mark at its end.
                Some(Side::Before) if mark == Mark::Straight && opens_line(text, at) => {}
                _ => {
                    close(text, start, at);
                    open = None;
                }
            },
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

/// On which side of the words that it encloses a straight mark stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// What the white space around a straight mark says: it leans on the words that it encloses. `None` where it leans on neither side
/// or on both.
fn side(text: &Text, at: usize) -> Option<Side> {
    let (before, behind) = (text.spaced(at), text.spaced(at + 1));
    if before != behind {
        return Some(if behind { Side::Behind } else { Side::Before });
    }
    // "It is over. " at the end of its line
    (before && at > 0 && !opens_line(text, at) && opens_line(text, at + 1)).then_some(Side::Behind)
}

/// Whether a token is the first of its line.
fn opens_line(text: &Text, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else {
        return true;
    };
    let Some(before) = at.checked_sub(1).and_then(|i| text.tokens.get(i)) else {
        return true;
    };
    let between = before.span.end()..token.span.start();
    text.prose
        .get(between)
        .is_some_and(|white| white.contains('\n'))
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
        assert_eq!(
            quotes("He is 6\" tall. \"So am I,\" she said."),
            ["So am I,"]
        );
        // Each paragraph of a speech begins with a mark, and only the last one ends with one.
        assert_eq!(
            quotes(
                "\"We tried.\nIt is over.\n\"They won.\nWe go. \"\nShe left on Monday.\n\"I stay,\" he said."
            ),
            ["We tried.\nIt is over.\n\"They won.\nWe go.", "I stay,"]
        );
    }
}
