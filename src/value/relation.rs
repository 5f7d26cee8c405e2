//! How two values of one kind relate, by themselves.

use super::{ClockTime, DateRelation, DateValue, Figure, Score, Value};

/// Whether two values can both be the answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueRelation {
    /// The same answer.
    Equal,
    /// Both can be right, and one says it more coarsely.
    LessPrecise,
    /// Neither agreement nor conflict is certain: "more than 600" and "above 680".
    Open,
    /// They cannot both be right.
    Disjoint,
    /// They are not of one sort: dollars and euros, a record and the score of a game.
    Incomparable,
}

impl Value {
    /// How this value relates to `other`; the same the other way round.
    pub fn relation(&self, other: &Value) -> ValueRelation {
        match (self, other) {
            (Value::Figure(a), Value::Figure(b)) => figures(a, b),
            (Value::Date(a), Value::Date(b)) => dates(a, b),
            (Value::Time(a), Value::Time(b)) => times(a, b),
            (Value::Score(a), Value::Score(b)) => scores(a, b),
            (Value::Name(_) | Value::Quote(_), Value::Name(_) | Value::Quote(_)) => {
                ValueRelation::Incomparable
            }
            _ => ValueRelation::Incomparable,
        }
    }
}

fn figures(a: &Figure, b: &Figure) -> ValueRelation {
    if !a.comparable(b) {
        return ValueRelation::Incomparable;
    }
    let ((stated_a, plausible_a), (stated_b, plausible_b)) = (a.in_base(), b.in_base());
    if !plausible_a.meets(&plausible_b) {
        ValueRelation::Disjoint
    } else if !stated_a.meets(&stated_b) {
        ValueRelation::Open
    } else if stated_a == stated_b {
        ValueRelation::Equal
    } else if a.amount.is_some() && a.amount == b.amount && a.unit == b.unit {
        ValueRelation::Equal
    } else {
        ValueRelation::LessPrecise
    }
}

/// The same figures in either order agree: each side may name its own first.
fn scores(a: &Score, b: &Score) -> ValueRelation {
    if a.kind != b.kind || a.parts.len() != b.parts.len() {
        return ValueRelation::Incomparable;
    }
    let reversed = a.parts.iter().rev().eq(b.parts.iter());
    if a.parts == b.parts || reversed {
        ValueRelation::Equal
    } else {
        ValueRelation::Disjoint
    }
}

fn dates(a: &DateValue, b: &DateValue) -> ValueRelation {
    match a.relation(b) {
        DateRelation::Agree => ValueRelation::Equal,
        DateRelation::Coarser => ValueRelation::LessPrecise,
        DateRelation::Disjoint => ValueRelation::Disjoint,
        DateRelation::Unknown => ValueRelation::Open,
    }
}

/// Times of different or unknown zones are left open.
fn times(a: &ClockTime, b: &ClockTime) -> ValueRelation {
    if a.earliest == b.earliest && a.latest == b.latest {
        ValueRelation::Equal
    } else if a.zone != b.zone {
        ValueRelation::Open
    } else if a.earliest <= b.latest && b.earliest <= a.latest {
        ValueRelation::LessPrecise
    } else {
        ValueRelation::Disjoint
    }
}
