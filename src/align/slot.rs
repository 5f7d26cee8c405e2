//! Whether two documents give two like names in one place: with the same words around them, or as the speakers of one
//! quotation.
//!
//! This settles what two spellings leave open. "Gray" and "Grey" may be two people anywhere but where both robbed the same
//! bank. The words must follow each other as they do in the other document: sentences on one event share most of their words
//! in any order, whomever they name.

use super::name::fold;
use crate::Article;
use crate::mention::Mention;
use crate::resolve::Entity;
use crate::segment::TokenKind;
use crate::value::Value;

/// How far the words around the mentions are compared, on each side.
const REACH: usize = 8;

/// A quotation of fewer words may be said by two.
const SHORTEST_QUOTE: usize = 5;

/// Only so many mentions of an entity are looked at: the first ones tell the event.
const MENTIONS: usize = 12;

/// The words around two names that are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shared {
    /// Those that say something: no articles, prepositions, numbers or words of reporting.
    pub(super) telling: usize,
    /// All of them.
    pub(super) words: usize,
}

/// What the places around the two names share, at the best pair of places. A quotation that both say counts as its words.
pub(super) fn shared(
    (x_article, x): (&Article, &Entity),
    (y_article, y): (&Article, &Entity),
) -> Shared {
    let places = |article: &'_ Article, entity: &Entity| -> Vec<usize> {
        let names = entity.mentions.iter().take(MENTIONS).copied();
        names.filter(|&m| m < article.mentions.len()).collect()
    };
    let (left, right) = (places(x_article, x), places(y_article, y));
    let around = left.iter().flat_map(|&m| {
        let one = &x_article.mentions[m];
        right
            .iter()
            .map(move |&n| around((x_article, one), (y_article, &y_article.mentions[n])))
    });
    around
        .max()
        .unwrap_or_default()
        .max(said_by_both((x_article, x), (y_article, y)))
}

/// The words right before and right after two mentions, as long as they are the same.
fn around(x: (&Article, &Mention), y: (&Article, &Mention)) -> Shared {
    let words = |(article, mention): (&Article, &Mention), after: bool| -> Vec<usize> {
        let sentence = &article.text.sentences[mention.sentence].tokens;
        let is_word = |&at: &usize| {
            matches!(
                article.text.kind(at),
                Some(TokenKind::Word | TokenKind::Number)
            )
        };
        if after {
            (mention.tokens.end..sentence.end)
                .filter(is_word)
                .take(REACH)
                .collect()
        } else {
            (sentence.start..mention.tokens.start)
                .rev()
                .filter(is_word)
                .take(REACH)
                .collect()
        }
    };
    let (one, other) = (&x.0.text, &y.0.text);
    let mut shared = Shared::default();
    for after in [false, true] {
        for (i, j) in words(x, after).into_iter().zip(words(y, after)) {
            if one.lower(i) != other.lower(j) {
                break;
            }
            let word = one.lexeme(i);
            shared.words += 1;
            shared.telling += usize::from(!word.opener && !word.reports);
        }
    }
    shared
}

/// The words of the longest quotation that is said by the one here and by the other there.
fn said_by_both(x: (&Article, &Entity), y: (&Article, &Entity)) -> Shared {
    let quotes = |(article, entity): (&Article, &Entity)| -> Vec<(String, usize)> {
        let said = article.mentions.iter().filter_map(|m| match &m.value {
            Value::Quote(q) if q.speaker == Some(entity.id) && q.words >= SHORTEST_QUOTE => {
                Some((fold(article.text.slice(m.span)), q.words))
            }
            _ => None,
        });
        said.collect()
    };
    let left = quotes(x);
    if left.is_empty() {
        return Shared::default();
    }
    let right = quotes(y);
    let both = left.iter().filter(|quote| right.contains(quote));
    let words = both.map(|&(_, words)| words).max().unwrap_or(0);
    Shared {
        telling: words,
        words,
    }
}
