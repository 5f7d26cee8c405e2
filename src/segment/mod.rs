//! A document's prose as tokens, sentences and quotations.

mod lexeme;
mod quote;
mod sentence;
pub mod tag;
mod token;

use std::ops::Range;
use std::sync::Arc;

pub use lexeme::Lexeme;
pub use quote::Quotation;
pub use sentence::Sentence;
pub use token::{Case, Token, TokenKind};

use crate::lexicon::names::{self, Known};
use crate::read::Document;
use crate::source::Span;

/// The segmented prose. Tokens, sentences and quotations are in text order and refer to each other by index.
#[derive(Clone, Debug)]
pub struct Text {
    prose: Arc<str>,
    lower: Box<str>,
    /// Words, numbers, symbols and punctuation.
    pub tokens: Vec<Token>,
    /// Sentences; each token of a block lies in exactly one.
    pub sentences: Vec<Sentence>,
    /// Stretches between quotation marks.
    pub quotations: Vec<Quotation>,
    lexemes: lexeme::Lexemes,
    sentence_of: Vec<u32>,
}

/// Segments the prose of `document`.
pub fn text(document: &Document) -> Text {
    let mut text = Text {
        lower: document.prose.to_ascii_lowercase().into(),
        prose: document.prose.clone(),
        tokens: Vec::with_capacity(document.prose.len() / 5),
        sentences: Vec::new(),
        quotations: Vec::new(),
        lexemes: Default::default(),
        sentence_of: Vec::new(),
    };
    for (block, part) in document.blocks.iter().enumerate() {
        let first = text.tokens.len();
        token::tokenize(
            &document.source,
            &document.prose,
            part.span,
            &mut text.tokens,
        );
        sentence::split(&mut text, first, block as u32, part.kind);
    }
    quote::find(&mut text);
    text.lexemes = lexeme::look_up(&text);
    text.sentence_of.reserve_exact(text.tokens.len());
    for (sentence, number) in text.sentences.iter().zip(0..) {
        text.sentence_of.resize(sentence.tokens.end, number);
    }
    text
}

impl Text {
    /// What stands at `span`.
    #[inline]
    pub fn slice(&self, span: Span) -> &str {
        self.prose.get(span.range()).unwrap_or("")
    }

    /// The token's text; empty for an index past the end, so that a look-ahead needs no check.
    #[inline]
    pub fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| self.slice(t.span))
    }

    /// The token's text in lower case (ASCII letters); empty for an index past the end.
    #[inline]
    pub fn lower(&self, token: usize) -> &str {
        self.tokens
            .get(token)
            .map_or("", |t| self.lower.get(t.span.range()).unwrap_or(""))
    }

    /// What the word lists know of the token; nothing for an index past the end.
    #[inline]
    pub fn lexeme(&self, token: usize) -> &Lexeme {
        &self.lexemes.list[self.lexeme_number(token)]
    }

    /// A number that the token's word has in common with the same word in other capitals; smaller than [`Text::lexemes`].
    #[inline]
    pub fn caseless(&self, token: usize) -> usize {
        self.lexemes.caseless[self.lexeme_number(token)] as usize
    }

    #[inline]
    fn lexeme_number(&self, token: usize) -> usize {
        let numbers = &self.lexemes.of_tokens;
        numbers.get(token).map_or(0, |&number| number as usize)
    }

    /// What is known of the tokens as one name. Of several tokens that no listed name begins with, nothing is looked up: no
    /// place, organisation or people is written so, and given names and family names are of one word.
    pub fn known(&self, tokens: Range<usize>) -> Known {
        let first = self.lexeme(tokens.start);
        match tokens.len() {
            0 => Known::default(),
            1 => first.name,
            length if length > first.longest_phrase => Known::default(),
            _ => names::known(self.slice(self.span(tokens))),
        }
    }

    /// How many lexemes the text has.
    pub fn lexemes(&self) -> usize {
        self.lexemes.list.len()
    }

    /// What `of` says of each token, asked at the first token of each distinct word and at every number.
    pub fn by_word<T: Copy>(&self, of: impl Fn(usize) -> T) -> Vec<T> {
        let mut known: Vec<Option<T>> = vec![None; self.lexemes()];
        let answer = |(at, &lexeme): (usize, &u32)| match lexeme {
            0 => of(at),
            number => *known[number as usize].get_or_insert_with(|| of(at)),
        };
        self.lexemes
            .of_tokens
            .iter()
            .enumerate()
            .map(answer)
            .collect()
    }

    /// The kind of a token; `None` past the end.
    #[inline]
    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(|t| t.kind)
    }

    /// Whether white space stands before the token (or it opens a block).
    #[inline]
    pub fn spaced(&self, token: usize) -> bool {
        self.tokens.get(token).is_none_or(|t| t.spaced)
    }

    /// The span of a range of tokens, which must not be empty and must lie in the text.
    #[inline]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let first = self.tokens[tokens.start].span;
        first.to(self.tokens[tokens.end.max(tokens.start + 1) - 1].span)
    }

    /// The sentence that a token lies in; the last one for an index past the end.
    #[inline]
    pub fn sentence_of(&self, token: usize) -> usize {
        let last = self.sentences.len().saturating_sub(1);
        self.sentence_of.get(token).map_or(last, |&n| n as usize)
    }
}

#[cfg(test)]
pub(crate) fn sample(prose: &str) -> (Document, Text) {
    let document = Document::new(0, "t.txt", prose, crate::read::InputFormat::Text);
    let text = text(&document);
    (document, text)
}
