//! Sentences: where a full stop ends one.
//!
//! Doubt joins: two statements taken for one cost less than a statement cut in two, since a figure that is torn from
//! its subject can be compared with anything.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Case, Text, TokenKind};
use crate::lexicon::table;
use crate::read::BlockKind;
use crate::source::Span;

/// A statement: a range of tokens inside one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Which block it lies in.
    pub block: u32,
    /// What that block is.
    pub kind: BlockKind,
}

/// What may follow an abbreviation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Abbreviation {
    Title,
    Number,
    Inner,
}

fn abbreviation(word: &str) -> Option<Abbreviation> {
    static LIST: LazyLock<FxHashMap<&'static str, Abbreviation>> = LazyLock::new(|| {
        let rows = table(include_str!("../lexicon/abbreviations.tsv")).rows;
        rows.iter()
            .map(|row| {
                let kind = match row[1] {
                    "title" => Abbreviation::Title,
                    "number" => Abbreviation::Number,
                    _ => Abbreviation::Inner,
                };
                (row[0], kind)
            })
            .collect()
    });
    LIST.get(word).copied()
}

/// A sentence is cut after this many tokens, since what is read in one costs the square of its length. The longest that people
/// write have half as many: one that is longer is a table or a list. Shorter, and a figure may lose its subject; longer, and
/// a page of figures without a full stop takes minutes.
const LONGEST: usize = 250;

/// Splits the tokens from `first` on, all of one block, into sentences.
pub(super) fn split(text: &mut Text, first: usize, block: u32, kind: BlockKind) {
    let end = text.tokens.len();
    let mut start = first;
    let mut at = first;
    while at < end {
        if is_end(text, at, end) {
            let mut next = at + 1;
            while next < end && is_closing(text, next) {
                next += 1;
            }
            push(text, start..next, block, kind);
            start = next;
            at = next;
        } else {
            at += 1;
            if at - start == LONGEST {
                push(text, start..at, block, kind);
                start = at;
            }
        }
    }
    push(text, start..end, block, kind);
}

fn push(text: &mut Text, tokens: Range<usize>, block: u32, kind: BlockKind) {
    if !tokens.is_empty() {
        text.sentences.push(Sentence {
            span: text.span(tokens.clone()),
            tokens,
            block,
            kind,
        });
    }
}

/// A mark that still belongs to the sentence before it: a closing bracket or quotation mark.
fn is_closing(text: &Text, token: usize) -> bool {
    match text.word(token) {
        ")" | "]" | "”" | "’" | "»" => true,
        // Straight marks close where they stand at the end of a word, and where a space follows that opens nothing.
        "\"" | "'" => !text.spaced(token) || text.spaced(token + 1),
        _ => false,
    }
}

/// Whether the token at `at` ends a sentence of the block that ends at `end`.
fn is_end(text: &Text, at: usize, end: usize) -> bool {
    let word = text.word(at);
    let stop = word.as_bytes().last() == Some(&b'.');
    let acronym = stop && text.tokens[at].kind == TokenKind::Word;
    if !acronym
        && !(text.tokens[at].kind == TokenKind::Punct
            && (word.starts_with('.') || matches!(word, "!" | "?" | "…")))
    {
        return false;
    }
    let mut next = at + 1;
    while next < end && is_closing(text, next) {
        next += 1;
    }
    if next >= end {
        return true;
    }
    if !text.spaced(next) {
        // "P.J.Carlesimo" is no end, nor "etc.)"; a missing space after a full stop is one before a capital letter.
        return !acronym
            && word == "."
            && next == at + 1
            && text.tokens[next].case == Case::Title
            && at.checked_sub(1).is_some_and(|i| text.word(i).len() > 3);
    }
    if text.tokens[next].case == Case::Lower {
        return false;
    }
    if acronym {
        return opens_sentence(text, next)
            && !matches!(text.lower(at), "a.m." | "p.m." if text.kind(next) == Some(TokenKind::Number));
    }
    if !word.starts_with('.') {
        return true;
    }
    let before = at
        .checked_sub(1)
        .filter(|_| !text.spaced(at))
        .map_or("", |i| text.lower(i));
    match abbreviation(before) {
        Some(Abbreviation::Title) if text.tokens[at - 1].case != Case::Lower => false,
        Some(Abbreviation::Number) if text.kind(next) == Some(TokenKind::Number) => false,
        Some(_) => opens_sentence(text, next) && text.kind(next) != Some(TokenKind::Number),
        // An initial: "George W. Bush".
        None if before.len() == 1 && text.tokens[at - 1].case == Case::Title => {
            before == "i" || opens_sentence(text, next)
        }
        None => true,
    }
}

/// Words that open sentences and no names: what follows an abbreviation's full stop when that is an end as well.
fn opens_sentence(text: &Text, token: usize) -> bool {
    static OPENERS: LazyLock<rustc_hash::FxHashSet<&'static str>> = LazyLock::new(|| {
        table(include_str!("../lexicon/openers.tsv"))
            .rows
            .iter()
            .map(|row| row[0])
            .collect()
    });
    match text.kind(token) {
        Some(TokenKind::Punct) => matches!(text.word(token), "\"" | "“" | "‘" | "«"),
        _ => OPENERS.contains(text.lower(token)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    fn sentences(prose: &str) -> Vec<String> {
        let (_, text) = sample(prose);
        text.sentences
            .iter()
            .map(|s| text.slice(s.span).to_owned())
            .collect()
    }

    #[test]
    fn a_list_without_end_is_cut() {
        let list = "seats 12, ".repeat(1_000);
        assert_eq!(sentences(&list).len(), 3_000usize.div_ceil(super::LONGEST));
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        for one in [
            "The film opened on Dec. 27 in the U.S. and Canada.",
            "The G.O.P. won in the U.S. Senate.",
            "Mr. Smith met Gen. Brown of Acme Corp. in St. Louis.",
            "George W. Bush lives at No. 10 there.",
            "It fell 3.5 per cent to $4.20 at 3 p.m. Monday.",
            "\"Go away!\" he said.",
        ] {
            assert_eq!(sentences(one), [one]);
        }
    }

    #[test]
    fn a_full_stop_before_all_words_ends_nothing() {
        assert_eq!(sentences(".Anna left."), [".Anna left."]);
    }

    #[test]
    fn full_stops_end_sentences() {
        assert_eq!(
            sentences("He left at 3 p.m. The police came."),
            ["He left at 3 p.m.", "The police came."]
        );
        assert_eq!(
            sentences("They live in the U.S. He does not."),
            ["They live in the U.S.", "He does not."]
        );
        assert_eq!(
            sentences("\"It is over.\" She left. (He stayed.) Why?"),
            ["\"It is over.\"", "She left.", "(He stayed.)", "Why?"]
        );
        assert_eq!(
            sentences("It belongs to Acme Inc. The deal closed in Dec. It cost $5."),
            [
                "It belongs to Acme Inc.",
                "The deal closed in Dec.",
                "It cost $5."
            ]
        );
        assert_eq!(
            sentences("“ We tried. ” He left."),
            ["“ We tried. ”", "He left."]
        );
    }
}
