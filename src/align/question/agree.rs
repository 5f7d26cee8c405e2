//! How much the values of two claims say about whether they answer one question: equal ones that are rare, a lot.

use super::{Answer, Pair, claim, digits, value};
use crate::Article;
use crate::value::{Dimension, Expression, Kind, Value, ValueRelation};

/// Equal values need less likeness to be taken for one answer than different ones to be taken for a conflict: what is explained
/// is no candidate any more. The less, the rarer such a value is: "three" or "Tuesday" is often said of two things, "45" seldom, and
/// "31,000" hardly ever. Lower, and figures that are equal by chance hide conflicts; higher, and an agreement told in other words
/// leaves its figures free to pair wrongly.
const AGREE_COMMON: f64 = 0.08;
const AGREE: f64 = 0.05;
const AGREE_RARE: f64 = 0.03;
/// The same where one value is a coarser form of the other: "Tuesday" of "in July". Of those between .25 and .3 four in five are of
/// two days.
const AGREE_COARSER: f64 = 0.3;
/// The same of figures. "At least 40" and "about 100", "dozens" and "55" meet by chance: of those between .25 and .4 two thirds
/// are of different things.
const AGREE_COARSER_FIGURE: f64 = 0.4;
/// The same where the values only may be one ("Saturday" and "July"). Explained by them, a third of the planted changes of a date
/// were hidden.
const AGREE_OPEN: f64 = 0.45;

/// How much equal values speak for one question, in log odds, where many figures could be equal by chance (up to twelve) and
/// where few could, and where hardly any would; and values of which one is a coarser form of the other.
const EQUAL_SMALL: f64 = 1.0;
const EQUAL: f64 = 2.5;
const EQUAL_RARE: f64 = 5.0;
pub(super) const COARSER: f64 = 0.7;
const OPEN: f64 = -1.0;

/// How likely a pair must be to answer one question for its values to agree.
pub(in crate::align) fn least_to_agree(articles: &[Article], pair: &Pair) -> f64 {
    match pair.relation {
        ValueRelation::Equal => match chance(articles, pair.a) {
            Chance::Slight => AGREE_RARE,
            Chance::Fair => AGREE,
            Chance::Good => AGREE_COMMON,
        },
        ValueRelation::LessPrecise => match claim(articles, pair.a).kind {
            Kind::Date | Kind::Time => AGREE_COARSER,
            _ => AGREE_COARSER_FIGURE,
        },
        ValueRelation::Open | ValueRelation::Disjoint | ValueRelation::Incomparable => AGREE_OPEN,
    }
}

/// How easily two values are equal without answering one question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chance {
    /// "31,000", "2.4 billion", "12 March": hardly.
    Slight,
    /// "45", "2004".
    Fair,
    /// "three", "Tuesday".
    Good,
}

/// Whether other claims give the value of this one by chance.
pub(super) fn often_equal(articles: &[Article], answer: Answer) -> bool {
    chance(articles, answer) == Chance::Good
}

fn chance(articles: &[Article], answer: Answer) -> Chance {
    match value(articles, answer) {
        Value::Figure(figure) => match figure.amount {
            Some(x) if x.abs() > 12.into() || !x.is_integer() => {
                let rare = x.abs() > 100.into() && figure.dimension != Dimension::Rank;
                if rare { Chance::Slight } else { Chance::Fair }
            }
            // "4 m" is rarer than "four".
            _ if !matches!(
                figure.dimension,
                Dimension::Number | Dimension::Rank | Dimension::Age | Dimension::Duration
            ) =>
            {
                Chance::Fair
            }
            _ => Chance::Good,
        },
        Value::Date(date) => match date.expression {
            Expression::Weekday { .. } | Expression::Unit { .. } => Chance::Good,
            Expression::Calendar { day: Some(_), .. } => Chance::Slight,
            _ => Chance::Fair,
        },
        Value::Time(_) | Value::Score(_) | Value::Name(_) | Value::Quote(_) => Chance::Fair,
    }
}

/// Whether a figure has one or two digits before the zeros at its end.
fn is_round(articles: &[Article], answer: Answer) -> bool {
    match value(articles, answer) {
        Value::Figure(figure) => figure.amount.is_some_and(|x| digits(x) < 100),
        _ => false,
    }
}

/// What agreement of the values adds to the likeness of the words.
pub(super) fn bonus(articles: &[Article], pair: &Pair) -> f64 {
    match pair.relation {
        ValueRelation::Equal => match chance(articles, pair.a) {
            Chance::Good => EQUAL_SMALL,
            // "$80 million" is rare, but as round as "80": a deal beside this one may be worth the same.
            Chance::Slight if is_round(articles, pair.a) => EQUAL,
            Chance::Fair => EQUAL,
            Chance::Slight => EQUAL_RARE,
        },
        ValueRelation::LessPrecise => COARSER,
        ValueRelation::Open => OPEN,
        ValueRelation::Disjoint | ValueRelation::Incomparable => 0.0,
    }
}
