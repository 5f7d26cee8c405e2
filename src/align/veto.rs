//! What keeps two claims with different values from being a conflict, however like their words are.

use super::features::Features;
use super::question::{Answer, Pair, amount_of, claim, digits, times_apart, value};
use crate::Article;
use crate::claim::Claim;
use crate::value::{Kind, ScoreKind, Value};
use rust_decimal::Decimal;

/// What sets two claims apart: a noun that one of them does not count, an alternative that excludes the other, two bearers, places
/// or events.
pub(super) fn apart(articles: &[Article], pair: &Pair) -> Option<&'static str> {
    first_of(vetoes(articles, pair))
}

/// Each thing that can set two claims apart, by name, with whether it does.
pub(super) fn vetoes(articles: &[Article], pair: &Pair) -> [(&'static str, bool); 21] {
    let kind = claim(articles, pair.a).kind;
    let feature = |name: &str| pair.features.get(name) > 0.0;
    let either =
        |f: &dyn Fn(&Claim) -> bool| f(claim(articles, pair.a)) || f(claim(articles, pair.b));
    let counted = !matches!(kind, Kind::Age | Kind::Date | Kind::Time | Kind::Score);
    // What one side says of its value and the other does not weighs little by itself. For these kinds two values that are
    // otherwise alike hardly ever answer one question where it does: of the likely pairs in the marked articles one in ten.
    let mark = |name: &'static str, kinds: &[Kind]| (name, kinds.contains(&kind) && feature(name));
    let as_of = || kind == Kind::Date && of_another_day(articles, pair);
    [
        ("contrast", feature("contrast")),
        ("bearer_clash", feature("bearer_clash")),
        (
            "owner_clash",
            feature("owner_clash") && two_bearers(articles, pair),
        ),
        (
            "place_clash",
            counted && feature("place_clash") && pair.probability < ONE_PLACE,
        ),
        ("date_clash", feature("date_clash")),
        (
            "said",
            either(&|c| c.marks.said)
                && (pair.probability < ONE_STATEMENT || of_two_days(articles, pair)),
        ),
        ("known", either(&|c| c.marks.known)),
        ("as_of", as_of()),
        ("event", is_of_another_event(kind, &pair.features)),
        ("noun_clash", counted && feature("noun_clash")),
        ("worlds_apart", worlds_apart(articles, pair)),
        // Unless both name the same: who scored and who won tell of one evening.
        (
            "subject_clash",
            matches!(kind, Kind::Date | Kind::Duration)
                && feature("subject_clash")
                && feature("owner_clash")
                && pair.features.get("names") < SAME_NAMES,
        ),
        (
            "then",
            claim(articles, pair.a).marks.then != claim(articles, pair.b).marks.then,
        ),
        (
            "alone",
            claim(articles, pair.a).marks.alone != claim(articles, pair.b).marks.alone,
        ),
        mark("forecast_clash", &[Kind::Money]),
        mark("change_clash", &[Kind::Money, Kind::Percent, Kind::Measure]),
        (
            "predicate_clash",
            kind == Kind::Percent && feature("predicate_clash") && !feature("alternative"),
        ),
        mark("order_clash", &[Kind::Money, Kind::Percent, Kind::Measure]),
        mark("other_clash", &[Kind::Percent, Kind::Measure]),
        mark(
            "year_clash",
            &[Kind::Money, Kind::Percent, Kind::Measure, Kind::Duration],
        ),
        (
            "vague",
            [pair.a, pair.b].iter().any(|&x| is_vague(articles, x)),
        ),
    ]
}

/// What a pair lacks to be a conflict: two anchors or more, and for an age, a rank or a score somebody or something that bears it.
pub(super) fn loose(articles: &[Article], pair: &Pair) -> Option<&'static str> {
    first_of(lacks(articles, pair))
}

/// Each thing that a pair can lack, by name, with whether it does.
pub(super) fn lacks(articles: &[Article], pair: &Pair) -> [(&'static str, bool); 2] {
    let kind = claim(articles, pair.a).kind;
    let least = |name: &str, least: f64| pair.features.get(name) >= least;
    let same_noun = least("noun", 0.6);
    let owned = pair.features.get("owner_same") > 0.0;
    let named = least("names", 0.3);
    let strange = least("strange", 0.1);
    let span_of_ages = kind == Kind::Age && [pair.a, pair.b].iter().any(|&x| is_span(articles, x));
    let bound = match kind {
        Kind::Ordinal => owned && (same_noun || least("predicate", 0.6)),
        Kind::Age => {
            let alike = least("noun", 0.95) && !strange && !span_of_ages;
            owned
                || named && least("sentence", 0.4)
                || pair.probability >= if alike { SAME_AGE } else { SURE_AGE }
        }
        // Where the articles may tell two stories, teams have scores in like sentences all season, and a day needs words beside
        // it, or to be the likest thing that both tell.
        Kind::Score => (named || least("lone", 0.5)) && (!strange || least("gist", 0.1)),
        Kind::Date => !strange || pair.features.get("near") > 0.0 || least("gist_lead", 0.0),
        _ => true,
    };
    let anchors = match pair.probability {
        p if p >= SURER && kind != Kind::Date => 0,
        p if p >= SURE => 1,
        _ => 2,
    };
    [
        ("unbound", !bound),
        ("anchors", pair.features.anchors() < anchors),
    ]
}

fn first_of<const N: usize>(reasons: [(&'static str, bool); N]) -> Option<&'static str> {
    let mut reasons = reasons.into_iter();
    reasons.find_map(|(name, holds)| holds.then_some(name))
}

/// Whether both values stand beside the name of whom they are said of: two names there are two bearers.
fn two_bearers(articles: &[Article], pair: &Pair) -> bool {
    claim(articles, pair.a).beside && claim(articles, pair.b).beside
}

/// Whether two dates say as of when, in documents of different days: "burned 18,400 acres by Tuesday".
fn of_another_day(articles: &[Article], pair: &Pair) -> bool {
    let as_of = |x: Answer| {
        let article = &articles[x.article];
        let start = claim(articles, x).mention(&article.mentions).tokens.start;
        let before = |n: usize| start.checked_sub(n).map_or("", |i| article.text.lower(i));
        matches!(before(1), "by" | "until") || matches!((before(2), before(1)), ("as", "of"))
    };
    of_two_days(articles, pair) && (as_of(pair.a) || as_of(pair.b))
}

/// Whether the documents are known to be of different days.
fn of_two_days(articles: &[Article], pair: &Pair) -> bool {
    let [a, b] = [pair.a, pair.b].map(|x| articles[x.article].document.published);
    a.zip(b).is_some_and(|(a, b)| a != b)
}

/// Whether two dates or times say when of two things: their clauses have nothing in common, verb and subject included. Like
/// sentences do not help: "sold two million by 27 December" and "sold two million after it opened on Christmas Day".
fn is_of_another_event(kind: Kind, features: &Features) -> bool {
    let own = ["predicate", "subject", "near", "clause"];
    matches!(kind, Kind::Date | Kind::Time) && own.iter().all(|name| features.get(name) < SHARED)
}

/// Less in common than this is chance: a name that stands everywhere.
const SHARED: f64 = 0.1;

/// No slip of a pen makes one figure ten thousand times another: they are a price and a budget, a family and a nation.
const WORLDS: i64 = 10_000;

/// But none is so far from some: "no one was killed" contradicts "12 were killed".
fn worlds_apart(articles: &[Article], pair: &Pair) -> bool {
    let amount = |answer: Answer| {
        amount_of(&articles[answer.article], claim(articles, answer)).filter(|x| !x.is_zero())
    };
    let (a, b) = (amount(pair.a), amount(pair.b));
    let slip = || a.zip(b).is_some_and(|(a, b)| digits(a) == digits(b));
    times_apart(a, b, WORLDS)
        || pair.probability < SURE_OF_FAR && times_apart(a, b, FAR) && !slip()
        || of_more_games(articles, pair)
}

/// How far apart two values are is no evidence, but for this: of the likely pairs of which one value is more than so many times the
/// other, "54 lots" and "nine in 10 lots", one in eight answers one question.
const FAR: i64 = 20;

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
fn is_vague(articles: &[Article], answer: Answer) -> bool {
    match value(articles, answer) {
        Value::Figure(figure) => match (figure.amount, figure.stated.low, figure.stated.high) {
            (None, Some(low), Some(high)) => times_apart(Some(low), Some(high), VAGUE),
            _ => false,
        },
        _ => false,
    }
}

/// Whether a figure gives two ends and nothing between.
fn is_span(articles: &[Article], answer: Answer) -> bool {
    matches!(value(articles, answer), Value::Figure(figure) if figure.amount.is_none())
}

/// "Dozens" are 24 to 99 and more; a range that somebody measured is narrower than this many times.
const VAGUE: i64 = 3;

/// From here on two places are one told in two ways, a village and its district: of the pairs that are so like each other five in
/// seven answer one question.
const ONE_PLACE: f64 = 0.7;

/// From here on two sentences report one statement, and not two by one speaker.
const ONE_STATEMENT: f64 = 0.75;

/// From here on two sentences name the same.
const SAME_NAMES: f64 = 0.6;

/// From here on an age needs no bearer: the one age that two sentences in like places give.
const SURE_AGE: f64 = 0.85;

/// The same where one noun says whose it is, "the driver, 38" and "a 48-year-old driver": but not where the articles may tell two
/// stories, nor of "15 to 24", which may be one group of several.
const SAME_AGE: f64 = 0.5;

/// From here on one anchor is enough: sentences that are nearly alike need no noun in common.
const SURE: f64 = 0.5;

/// And from here on none, but for a day: a week has only seven.
const SURER: f64 = 0.7;
