//! Values that are so far apart, or so vague, that they are of two things sooner than two answers to one question.

use rust_decimal::Decimal;

use crate::Article;
use crate::align::question::{Answer, Pair, amount_of, claim, digits, times_apart, value};
use crate::value::{ScoreKind, Value};

/// No slip of a pen makes one figure ten thousand times another: they are a price and a budget, a family and a nation.
const WORLDS: i64 = 10_000;

/// But none is so far from some: "no one was killed" contradicts "12 were killed".
pub(super) fn worlds_apart(articles: &[Article], pair: &Pair) -> bool {
    let amount = |answer: Answer| {
        amount_of(&articles[answer.article], claim(articles, answer)).filter(|x| !x.is_zero())
    };
    let (a, b) = (amount(pair.a), amount(pair.b));
    // Who writes "three" for 300 slips no zeros in.
    let in_digits = |answer: Answer| {
        let article = &articles[answer.article];
        let written = article
            .text
            .slice(claim(articles, answer).mention(&article.mentions).span);
        written.contains(|c: char| c.is_ascii_digit())
    };
    let slip = || {
        a.zip(b).is_some_and(|(a, b)| digits(a) == digits(b))
            && in_digits(pair.a)
            && in_digits(pair.b)
    };
    times_apart(a, b, WORLDS)
        || pair.probability < SURE_OF_FAR && times_apart(a, b, FAR) && !slip()
        || of_more_games(articles, pair)
}

/// How far apart two values are is no evidence, but for this: of the likely pairs of which one value is more than so many times the
/// other, "54 lots" and "nine in 10 lots", one in eight answers one question.
const FAR: i64 = 12;

/// From here on even such values do. What has the same digits needs no more than others: "5 million" for "5 billion" is a slip that
/// happens.
const SURE_OF_FAR: f64 = 0.8;

/// Whether one of two records is of many more games than the other: of a life and of a season.
fn of_more_games(articles: &[Article], pair: &Pair) -> bool {
    let games = |answer: Answer| match value(articles, answer) {
        Value::Score(score) if score.kind == ScoreKind::Record => {
            Some(score.parts.iter().copied().map(Decimal::from).sum())
        }
        _ => None,
    };
    times_apart(games(pair.a), games(pair.b), GAMES)
}

/// A season has some dozens of games and a life some hundreds: of one of them two reports count nearly the same.
const GAMES: i64 = 4;

/// Whether a figure says no more than an order of magnitude, "dozens", "hundreds of thousands": what differs from it is rarely
/// said of the same thing.
pub(super) fn is_vague(value: &Value) -> bool {
    match value {
        Value::Figure(figure) => match (figure.amount, figure.stated.low, figure.stated.high) {
            (None, Some(low), Some(high)) => times_apart(Some(low), Some(high), VAGUE),
            _ => false,
        },
        _ => false,
    }
}

/// "Dozens" are 24 to 99 and more; a range that somebody measured is narrower than this many times.
const VAGUE: i64 = 3;

/// Whether two ages are more than a year apart: of one person at one time two articles give ages that are nearer, if not the same.
pub(super) fn years_apart([a, b]: [&Value; 2]) -> bool {
    a.amount()
        .zip(b.amount())
        .is_some_and(|(a, b)| (a - b).abs() > Decimal::ONE)
}
