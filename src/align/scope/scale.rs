//! Whether a figure is of one thing or of many of its sort.

use rust_decimal::Decimal;

use crate::Article;
use crate::claim::{Claim, Item, Role};
use crate::value::{Kind, Value};

/// Whether two figures are of two scales: of one and of many of its sort ("the mine produced", "its eight mines produced"), or of
/// the world and of less.
pub(in crate::align) fn of_two_scales(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    many(x, y) || many(y, x) || is_worldwide(x) != is_worldwide(y)
}

/// Whether the clause of the one counts, in two or more, what the clause of the other names as one.
fn many((article, claim): (&Article, &Claim), (other, theirs): (&Article, &Claim)) -> bool {
    let own = claim.mention(&article.mentions);
    let counts = article.claims.list.iter().filter(|c| {
        let mention = c.mention(&article.mentions);
        c.kind == Kind::Count
            && mention.sentence == own.sentence
            && mention.tokens != own.tokens
            && is_plural(&mention.value)
    });
    let mut nouns = counts.flat_map(|c| c.terms.iter().filter(|t| t.role == Role::Noun));
    nouns.any(|noun| {
        let mut in_clause = claim.terms.iter().filter(|t| is_around(t.role));
        let Some(stem) = stem(article, noun.item) else {
            return false;
        };
        in_clause.any(|t| t.token == noun.token)
            && theirs.terms.iter().any(|t| {
                is_around(t.role) && stem_is(other, t.item, stem) && is_one(other, t.token as usize)
            })
    })
}

/// Whether a word of this place is in the clause of a figure, and is not what it counts.
fn is_around(role: Role) -> bool {
    match role {
        Role::Modifier | Role::Predicate | Role::Subject | Role::Clause => true,
        Role::Noun | Role::Sentence | Role::Before => false,
    }
}

/// "the mine", and not "the mines", "mine workers", "a mine".
fn is_one(article: &Article, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |i| article.text.lower(i));
    matches!(before, "the" | "this" | "that") && !article.text.lower(token).ends_with('s')
}

fn is_plural(value: &Value) -> bool {
    match value {
        Value::Figure(figure) => figure.stated.low.is_some_and(|low| low > Decimal::ONE),
        _ => false,
    }
}

fn stem(article: &Article, item: u32) -> Option<&str> {
    match article.claims.vocabulary.items().get(item as usize)? {
        Item::Word { stem, .. } => Some(stem),
        Item::Entity(_) => None,
    }
}

fn stem_is(article: &Article, item: u32, wanted: &str) -> bool {
    stem(article, item) == Some(wanted)
}

/// "worldwide", "around the world", "globally" in the clause of a value.
fn is_worldwide((article, claim): (&Article, &Claim)) -> bool {
    let mention = claim.mention(&article.mentions);
    let sentence = &article.text.sentences[mention.sentence].tokens;
    let from = sentence
        .start
        .max(mention.tokens.start.saturating_sub(SCALE));
    let to = sentence.end.min(mention.tokens.end + SCALE);
    (from..to).any(|i| {
        matches!(article.text.lower(i), "worldwide" | "globally")
            || article.text.lower(i) == "world"
                && i.checked_sub(2).is_some_and(|n| {
                    matches!(article.text.lower(n), "around" | "across" | "throughout")
                })
    })
}

/// How far from a figure it may stand that it is of the whole world.
const SCALE: usize = 10;
