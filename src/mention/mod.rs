//! Mentions: figures, dates, names and quotations, found and parsed in one go.
//!
//! One pass over the tokens of each sentence: at each token the parsers are asked in turn, and the first that reads
//! something gives the mention and where to go on. A parser reads the longest thing that it is sure of, or nothing.

mod date;
mod figure;
pub(crate) mod name;
mod time;

use std::cmp::Reverse;
use std::ops::Range;

use crate::read::BlockKind;
use crate::segment::{Sentence, Text, TokenKind};
use crate::source::Span;
use crate::value::{Kind, Quote, Value};

/// What is written at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The whole expression, unit included, hedge and noun not: DESIGN, Spans.
    pub span: Span,
    /// The tokens of the span.
    pub tokens: Range<usize>,
    /// The sentence, as an index into the text's sentences.
    pub sentence: usize,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What it says.
    pub value: Value,
}

impl Mention {
    /// The mention of `tokens`, with its span.
    fn new(text: &Text, tokens: Range<usize>, kind: Kind, value: Value) -> Mention {
        Mention {
            span: text.span(tokens.clone()),
            sentence: text.sentence_of(tokens.start),
            tokens,
            kind,
            value,
        }
    }
}

/// All mentions of the document, in text order (an outer one before those inside it).
pub fn mentions(text: &Text) -> Vec<Mention> {
    let opening = opening(text);
    // Of the words that may open a figure or a date fewer than half do: room that is not written to costs nothing, and
    // moving what was found to another place does.
    let mut found = Vec::with_capacity(opening.iter().filter(|&&opens| opens).count() / 2);
    for sentence in &text.sentences {
        scan(text, sentence, &opening, &mut found);
    }
    figure::complete(text, &mut found);
    let names = name::find(text, &found);
    let quotes = text.quotations.iter().map(|quotation| {
        let value = Value::Quote(Quote {
            speaker: None,
            words: quotation.words,
        });
        Mention::new(text, quotation.tokens.clone(), Kind::Quote, value)
    });
    let mut all = Vec::with_capacity(found.len() + names.len() + quotes.len());
    all.extend(merged(merged(found.into_iter(), names), quotes));
    all
}

/// The mentions of two lists in text order, each of which is in text order: where the two say the same, first those of the
/// first.
fn merged(
    one: impl Iterator<Item = Mention>,
    other: impl Iterator<Item = Mention>,
) -> impl Iterator<Item = Mention> {
    let key = |m: &Mention| (m.span.start(), Reverse(m.span.end()), m.kind);
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(left), Some(right)) if key(right) < key(left) => other.next(),
        (Some(_), _) => one.next(),
        (None, _) => other.next(),
    })
}

/// For each token, whether a figure, a date or a time can start with it: asked once for each distinct word of all texts.
fn opening(text: &Text) -> Vec<bool> {
    let may_start = |at: usize| {
        date::may_start(text, at) || time::may_start(text, at) || figure::may_start(text, at)
    };
    text.by_word(|at| match text.kind(at) {
        Some(TokenKind::Word) => *text.lexeme(at).opens_value.get_or_init(|| may_start(at)),
        _ => may_start(at),
    })
}

/// Reads the figures, dates and times of a sentence. A stamp says when the page was made, and nothing else that is read
/// there is said by the article.
fn scan(text: &Text, sentence: &Sentence, opening: &[bool], found: &mut Vec<Mention>) {
    let stamp = sentence.kind == BlockKind::Furniture;
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        if !opening[at] {
            at += 1;
            continue;
        }
        let read = date::at(text, sentence, at)
            .or_else(|| time::at(text, sentence, at))
            .or_else(|| {
                if stamp {
                    None
                } else {
                    figure::at(text, sentence, at)
                }
            });
        match read {
            Some(mention) if mention.tokens.end > at => {
                at = mention.tokens.end;
                found.push(mention);
            }
            _ => at += 1,
        }
    }
}
