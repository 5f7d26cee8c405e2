//! Which claims answer the same question: scored, explained away, paired, and grouped over all documents.

mod agree;
mod candidates;
mod decide;
mod group;
mod homes;
mod rivals;
mod surety;
mod values;

use rust_decimal::Decimal;

use super::features::Features;
use crate::Article;
use crate::claim::Claim;
use crate::value::{Kind, Value, ValueRelation};

pub(super) use agree::least_to_agree;
pub use candidates::candidates;
pub(super) use candidates::{MOST_CLAIMS, Ready};
pub use decide::{Compared, pairs};
pub use group::group;
pub(super) use surety::needed;

/// A claim of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Answer {
    /// The document, as an index into the story's articles.
    pub article: usize,
    /// The claim, as an index into that article's claims.
    pub claim: usize,
}

/// Two claims of different documents and how likely they answer one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Of the earlier document.
    pub a: Answer,
    /// Of the later document.
    pub b: Answer,
    /// What they share.
    pub features: Features,
    /// How likely it is that they answer one question.
    pub probability: f64,
    /// How their values relate.
    pub relation: ValueRelation,
    /// The two stand at one place of one text, which their documents have in common.
    pub one_place: bool,
}

/// What became of a pair that was compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// Too unlike.
    Unlike,
    /// The values agree.
    Agrees,
    /// The values are open or agree, but one of the claims goes better with a different value.
    Outdone,
    /// One of the claims agrees with another claim of the other document.
    Explained,
    /// One of the claims is part of a surer pair.
    Taken,
    /// A rival is as good.
    NoLead,
    /// Not sure enough, its lead counted: this sure.
    Doubtful(f64),
    /// Something sets the two apart.
    Apart(&'static str),
    /// The values conflict.
    Conflicts,
}

/// One question with all its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What kind of value answers it.
    pub kind: Kind,
    /// The claims that answer it, in text order.
    pub answers: Vec<Answer>,
    /// How likely it is that all of them do.
    pub probability: f64,
    /// The pair that joined them with the least doubt.
    pub best: Pair,
}

/// How the values of two claims relate: as linked conversions are one value, by those in the same unit, or else the best that
/// any of them allow. "600 metres (2,000 feet)" is compared with "700 metres" in metres: feet are rounded once more.
pub(crate) fn relation(left: &Article, a: &Claim, right: &Article, b: &Claim) -> ValueRelation {
    let unit = |article: &Article, x: usize| match &article.mentions[x].value {
        Value::Figure(figure) => figure.unit,
        _ => None,
    };
    let best = |same: bool| {
        let all = a.mentions.iter().flat_map(|&x| {
            b.mentions
                .iter()
                .filter(move |&&y| !same || unit(left, x) == unit(right, y))
                .map(move |&y| left.mentions[x].value.relation(&right.mentions[y].value))
        });
        all.min()
    };
    let converted = a.mentions.len() + b.mentions.len() > 2;
    let relation = converted
        .then(|| best(true))
        .flatten()
        .or_else(|| best(false))
        .unwrap_or(ValueRelation::Incomparable);
    let close = matches!(relation, ValueRelation::Equal | ValueRelation::Disjoint);
    if !close && times_apart(amount_of(left, a), amount_of(right, b), FAR) {
        ValueRelation::Incomparable
    } else {
        relation
    }
}

/// Figures this many times apart are no two forms of one: "at least five" and "230,000" can both be true, and nobody says the
/// one for the other.
const FAR: i64 = 3;

/// The size of a claim's figure.
pub(super) fn amount_of(article: &Article, claim: &Claim) -> Option<Decimal> {
    match &claim.mention(&article.mentions).value {
        Value::Figure(figure) => figure.representative().map(|x| x.abs()),
        _ => None,
    }
}

/// Whether an answer gives one number and no range, as "dozens" and "20 to 30" do.
pub(super) fn is_exact(articles: &[Article], answer: Answer) -> bool {
    match value(articles, answer) {
        Value::Figure(figure) => figure.amount.is_some(),
        _ => true,
    }
}

/// The digits of an amount without the zeros at its end, wherever its point is.
pub(super) fn digits(amount: Decimal) -> i128 {
    let mut digits = amount.abs().normalize().mantissa();
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
    }
    digits
}

/// Whether one amount is more than so many times the other.
pub(super) fn times_apart(a: Option<Decimal>, b: Option<Decimal>, times: i64) -> bool {
    a.zip(b).is_some_and(|(a, b)| {
        a.min(b)
            .checked_mul(times.into())
            .is_some_and(|limit| limit < a.max(b))
    })
}

pub(crate) fn claim(articles: &[Article], answer: Answer) -> &Claim {
    &articles[answer.article].claims.list[answer.claim]
}

/// What an answer gives: the value of the mention that is described.
pub(crate) fn value(articles: &[Article], answer: Answer) -> &Value {
    &claim(articles, answer)
        .mention(&articles[answer.article].mentions)
        .value
}

/// Whether two claims give one value.
pub(super) fn same_value(articles: &[Article], x: Answer, y: Answer) -> bool {
    let (left, right) = (&articles[x.article], &articles[y.article]);
    let (a, b) = (claim(articles, x), claim(articles, y));
    relation(left, a, right, b) <= ValueRelation::LessPrecise
}
