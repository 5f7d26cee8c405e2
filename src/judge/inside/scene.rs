//! A document as these rules read it: the values of each sentence, and the words between them.

use std::ops::Range;

use crate::Article;
use crate::mention::Mention;
use crate::read::BlockKind;
use crate::segment::{Text, TokenKind};
use crate::value::{DateValue, Figure, Kind, Value};

/// One document.
pub(super) struct Scene<'a> {
    pub(super) article: &'a Article,
    pub(super) text: &'a Text,
    pub(super) mentions: &'a [Mention],
    /// The figures, dates, times and scores, in text order; none of page furniture.
    values: Vec<usize>,
}

/// So many words may hedge a value: "a little more than".
const HEDGE: usize = 5;

impl<'a> Scene<'a> {
    pub(super) fn new(article: &'a Article) -> Scene<'a> {
        let is_value = |mention: &Mention| {
            !mention.kind.is_name()
                && mention.kind != Kind::Quote
                && article.text.sentences[mention.sentence].kind != BlockKind::Furniture
        };
        let values = article.mentions.iter().zip(0..);
        let mut values: Vec<usize> = values
            .filter_map(|(mention, index)| is_value(mention).then_some(index))
            .collect();
        values.sort_by_key(|&index| article.mentions[index].sentence);
        Scene {
            article,
            text: &article.text,
            mentions: &article.mentions,
            values,
        }
    }

    /// The figures, dates, times and scores of each sentence that has any, in text order.
    pub(super) fn sentences(&self) -> impl Iterator<Item = &[usize]> {
        self.values
            .chunk_by(|&m, &n| self.mentions[m].sentence == self.mentions[n].sentence)
    }

    /// Those of one sentence.
    pub(super) fn values_of(&self, sentence: usize) -> &[usize] {
        let of = |&mention: &usize| self.mentions[mention].sentence;
        let from = self.values.partition_point(|m| of(m) < sentence);
        let to = self.values.partition_point(|m| of(m) <= sentence);
        &self.values[from..to]
    }

    /// The figure of a mention.
    pub(super) fn figure(&self, mention: usize) -> Option<&'a Figure> {
        match &self.mentions.get(mention)?.value {
            Value::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// The date of a mention.
    pub(super) fn date(&self, mention: usize) -> Option<&'a DateValue> {
        match &self.mentions.get(mention)?.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The tokens of a mention.
    pub(super) fn tokens(&self, mention: usize) -> Range<usize> {
        self.mentions[mention].tokens.clone()
    }

    /// The tokens of the sentence that a mention stands in.
    pub(super) fn sentence(&self, mention: usize) -> Range<usize> {
        self.text.sentences[self.mentions[mention].sentence]
            .tokens
            .clone()
    }

    /// What a mention writes, white space made single.
    pub(super) fn written(&self, mention: usize) -> String {
        crate::source::one_line(self.text.slice(self.mentions[mention].span))
    }

    /// The word of a token in small letters; empty past the end of the sentence.
    pub(super) fn word(&self, token: usize) -> &'a str {
        self.text.lower(token)
    }

    /// The first token of a mention with the words that hedge it.
    pub(super) fn opening(&self, mention: usize) -> usize {
        let first = self.sentence(mention).start;
        let mut at = self.tokens(mention).start;
        let least = at.saturating_sub(HEDGE).max(first);
        while at > least && is_hedge(self.word(at - 1)) {
            at -= 1;
        }
        at
    }

    /// The word right before a mention and its hedge; empty at the start of the sentence.
    pub(super) fn leading(&self, mention: usize) -> &'a str {
        let at = self.opening(mention);
        if at > self.sentence(mention).start {
            self.word(at - 1)
        } else {
            ""
        }
    }

    /// The token right behind a mention; empty at the end of the sentence.
    pub(super) fn following(&self, mention: usize) -> &'a str {
        let at = self.tokens(mention).end;
        if at < self.sentence(mention).end {
            self.word(at)
        } else {
            ""
        }
    }

    /// The words of tokens, in small letters.
    pub(super) fn words(&self, tokens: Range<usize>) -> impl Iterator<Item = &'a str> + Clone {
        let text = self.text;
        tokens.map(move |token| text.lower(token))
    }

    /// Whether the token ends a phrase: a mark, or the end of the sentence.
    pub(super) fn closes(&self, token: usize, sentence: &Range<usize>) -> bool {
        token >= sentence.end
            || matches!(self.text.kind(token), Some(TokenKind::Punct))
                && !matches!(self.word(token), "(" | "[" | "-" | "'" | "‘" | "\"" | "“")
            || is_dash(self.word(token)) && self.text.spaced(token)
    }
}

/// Words that say how closely a value is meant, and articles between them and it.
pub(super) fn is_hedge(word: &str) -> bool {
    matches!(
        word,
        "a" | "about"
            | "above"
            | "almost"
            | "approximately"
            | "around"
            | "at"
            | "below"
            | "estimated"
            | "exactly"
            | "just"
            | "least"
            | "less"
            | "little"
            | "more"
            | "most"
            | "nearly"
            | "only"
            | "over"
            | "roughly"
            | "slightly"
            | "some"
            | "than"
            | "under"
    )
}

/// Whether the word is a dash.
pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "--" | "–" | "—")
}
