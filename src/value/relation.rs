//! How two values of one kind relate, by themselves.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{
    Bound, CalendarUnit, ClockTime, DateRange, DateRelation, DateValue, Expression, Figure,
    Interval, Lean, Score, ScoreKind, Value,
};

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

/// Whether both are of a count that goes on: "at least 40" and "at least 43" differ, and yet the one who says less is not wrong.
pub(crate) fn counted_on(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Figure(a), Value::Figure(b)) => both_at_least(a, b),
        _ => false,
    }
}

/// Who says "at least" has counted; "more than" says that a figure is rounded.
fn both_at_least(a: &Figure, b: &Figure) -> bool {
    a.bound == Bound::AtLeast && b.bound == Bound::AtLeast
}

fn figures(a: &Figure, b: &Figure) -> ValueRelation {
    if !a.comparable(b) {
        return ValueRelation::Incomparable;
    }
    // Figures in one unit are compared in it: most are, and nothing is rounded then.
    let one_unit = a.unit == b.unit;
    let intervals = |x: &Figure| match one_unit {
        true => (x.stated, x.plausible),
        false => x.in_base(),
    };
    let point = |x: &Figure| match one_unit {
        true => x.written_point(),
        false => x.point(),
    };
    let ((stated_a, plausible_a), (stated_b, plausible_b)) = (intervals(a), intervals(b));
    // One figure may be a rounding of the other, but not each of something between them: "about 600" is no "about 700".
    let rounded = |x: &Figure, y: &Interval| point(x).is_none_or(|x| y.holds_inside(x));
    let counted_on = both_at_least(a, b) && stated_a != stated_b;
    let apart = counted_on || !rounded(a, &plausible_b) && !rounded(b, &plausible_a);
    if apart || !plausible_a.meets(&plausible_b) {
        if a.same_rate(b) {
            ValueRelation::Disjoint
        } else {
            // "$15 a barrel" and "$15 million": a price and perhaps a total.
            ValueRelation::Open
        }
    } else if !stated_a.meets(&stated_b) {
        ValueRelation::Open
    } else if stated_a == stated_b || a.amount.is_some() && a.amount == b.amount && a.unit == b.unit
    {
        ValueRelation::Equal
    } else {
        ValueRelation::LessPrecise
    }
}

/// The same figures in either order agree, as each side may name its own first; but wins come before losses.
fn scores(a: &Score, b: &Score) -> ValueRelation {
    if a.kind != b.kind || a.parts.len() != b.parts.len() {
        return ValueRelation::Incomparable;
    }
    let reversed = a.kind != ScoreKind::Record && a.parts.iter().rev().eq(b.parts.iter());
    if a.parts == b.parts || reversed {
        ValueRelation::Equal
    } else {
        ValueRelation::Disjoint
    }
}

/// Dates that are written alike agree, whatever year or week each document's own date adds to them.
fn dates(a: &DateValue, b: &DateValue) -> ValueRelation {
    use Expression::{Calendar, Range};
    match (&a.expression, &b.expression) {
        (
            Calendar {
                year: x,
                month: Some(m),
                day: d,
                ..
            },
            Calendar {
                year: y,
                month: Some(n),
                day: e,
                ..
            },
        ) if (m, d) == (n, e) && (x.is_none() || y.is_none()) => ValueRelation::Equal,
        (Expression::Weekday { weekday: x, .. }, Expression::Weekday { weekday: y, .. })
            if x == y =>
        {
            ValueRelation::Equal
        }
        // "Today" is another day in the paper of the next morning: what is written alike is no disagreement, if no agreement either.
        _ if a.expression == b.expression && is_relative(&a.expression) && a.range != b.range => {
            ValueRelation::Open
        }
        _ if let Some(relation) = weekend_and_day(a, b).or_else(|| weekend_and_day(b, a)) => {
            relation
        }
        // "Boxing Day" and "2004" may be one day: the year of the first is a guess.
        _ if yearless(&a.expression) && bare_year(&b.expression)
            || bare_year(&a.expression) && yearless(&b.expression) =>
        {
            ValueRelation::Open
        }
        // A day of this week and a year or month: what the one is told of, the other is not.
        _ if of_the_week(&a.expression) && at_large(&b.expression)
            || at_large(&a.expression) && of_the_week(&b.expression) =>
        {
            match a.relation(b) {
                DateRelation::Agree | DateRelation::Coarser => ValueRelation::LessPrecise,
                DateRelation::Disjoint | DateRelation::Unknown => ValueRelation::Open,
            }
        }
        // Two spans of time with ends of their own: one inside the other is another answer, not a coarser one.
        (Range(..), Range(..)) if a.range.is_some() && b.range.is_some() && a.range != b.range => {
            ValueRelation::Disjoint
        }
        // "Early May" and "late June", neither with a year: whichever it is, the months differ.
        _ if parts_of_two_months(&a.expression, &b.expression) => ValueRelation::Disjoint,
        // "The next day" counts from a day that only the text around it gives: what it is resolved to is a guess.
        _ if a.expression.counts_from_text() || b.expression.counts_from_text() => {
            ValueRelation::Open
        }
        // A weekday by itself is of the week before or of the one to come: what counts is the day of the week.
        _ if is_weekday_of(a, b) || is_weekday_of(b, a) => ValueRelation::Equal,
        _ => match a.relation(b) {
            DateRelation::Agree => ValueRelation::Equal,
            DateRelation::Coarser => ValueRelation::LessPrecise,
            DateRelation::Disjoint if meets_in_another_year(a, b) => ValueRelation::LessPrecise,
            DateRelation::Disjoint => ValueRelation::Disjoint,
            DateRelation::Unknown => ValueRelation::Open,
        },
    }
}

/// Whether one date is a weekday by itself, of whatever week, and the other a day with that name no further from it than the
/// tense of a verb can be misread.
fn is_weekday_of(weekday: &DateValue, day: &DateValue) -> bool {
    let Expression::Weekday {
        weekday: name,
        lean: Lean::Unknown | Lean::Past | Lean::Future,
        week: None,
    } = weekday.expression
    else {
        return false;
    };
    weekday.range.zip(day.range).is_some_and(|(guess, day)| {
        let apart = DateRange::between(guess.earliest, day.earliest);
        day.days() == 1 && day.earliest.weekday() == name && apart.days() <= 8
    })
}

/// Whether the words count from the day on which they are said: "today", "last week".
fn is_relative(date: &Expression) -> bool {
    match date {
        Expression::Unit { .. } | Expression::Offset { .. } => true,
        Expression::Part { of, .. } => is_relative(of),
        _ => false,
    }
}

/// How a weekend and a day are to each other, where they are no further apart than the tense of a verb can be misread. A weekend
/// holds its Saturday and Sunday; for many it begins on Friday evening.
fn weekend_and_day(weekend: &DateValue, day: &DateValue) -> Option<ValueRelation> {
    let Expression::Range(first, last) = &weekend.expression else {
        return None;
    };
    let is = |date: &Expression, wanted| matches!(date, Expression::Weekday { weekday, .. } if *weekday == wanted);
    if !is(first, Weekday::Saturday) || !is(last, Weekday::Sunday) {
        return None;
    }
    let single = day.range.filter(|range| range.days() == 1);
    let name = match &day.expression {
        Expression::Weekday { weekday, .. } => *weekday,
        _ => single?.earliest.weekday(),
    };
    let far = weekend.range.zip(single).is_some_and(|(weekend, day)| {
        DateRange::between(weekend.earliest, day.earliest).days() > 9
    });
    match name {
        _ if far => None,
        Weekday::Saturday | Weekday::Sunday => Some(ValueRelation::LessPrecise),
        Weekday::Friday => Some(ValueRelation::Open),
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday => None,
    }
}

/// Whether two dates meet once a year that is only guessed is taken for the one before or after: "the end of December", "July".
fn meets_in_another_year(a: &DateValue, b: &DateValue) -> bool {
    let shifted = |guess: &DateValue, other: &DateValue| {
        let (Some(range), Some(other)) = (guess.range, other.range) else {
            return false;
        };
        let year = |years: i64| {
            let add = |date: Date| date.checked_add(years.years()).ok();
            add(range.earliest)
                .zip(add(range.latest))
                .is_some_and(|(earliest, latest)| DateRange { earliest, latest }.meets(&other))
        };
        guesses_year(&guess.expression) && (year(1) || year(-1))
    };
    shifted(a, b) || shifted(b, a)
}

/// Whether the words leave the year to the reader.
fn guesses_year(date: &Expression) -> bool {
    match date {
        Expression::Calendar { year, month, .. } => year.is_none() && month.is_some(),
        Expression::Section { year, .. } | Expression::Holiday { year, .. } => year.is_none(),
        Expression::Part { of, .. } => guesses_year(of),
        Expression::Nth { within, .. } => guesses_year(within),
        _ => false,
    }
}

/// Whether both name a part of a month without its year, and not of the same month.
fn parts_of_two_months(a: &Expression, b: &Expression) -> bool {
    let month = |date: &Expression| match date {
        Expression::Part { of, .. } => match **of {
            Expression::Calendar {
                year: None, month, ..
            } => month,
            _ => None,
        },
        _ => None,
    };
    month(a).zip(month(b)).is_some_and(|(a, b)| a != b)
}

/// Whether the words name a day or month and leave the year to the reader.
fn yearless(date: &Expression) -> bool {
    matches!(
        date,
        Expression::Calendar {
            year: None,
            month: Some(_),
            ..
        } | Expression::Holiday { year: None, .. }
    )
}

/// Whether the words name a day by its place in the week of the story.
fn of_the_week(date: &Expression) -> bool {
    match date {
        Expression::Weekday { .. } => true,
        Expression::Unit { unit, .. } | Expression::Offset { unit, .. } => {
            *unit == CalendarUnit::Day
        }
        _ => false,
    }
}

/// Whether the words name a month or more.
fn at_large(date: &Expression) -> bool {
    match date {
        Expression::Calendar { day, .. } => day.is_none(),
        Expression::Part { of, .. } => at_large(of),
        Expression::Unit { unit, .. } => *unit == CalendarUnit::Year,
        Expression::Years { .. } | Expression::Section { .. } => true,
        _ => false,
    }
}

/// Whether the words name a year and nothing else.
fn bare_year(date: &Expression) -> bool {
    matches!(
        date,
        Expression::Calendar {
            year: Some(_),
            month: None,
            ..
        }
    )
}

/// Two times this near may be one where one of them is on the hour or half hour: people round.
const ROUNDED_MINUTES: u16 = 10;

/// Times of two zones are compared by the clock of Greenwich. Where only one of them names its zone, equal times are mostly one
/// and others may be; but the clock of the place shows what that of another zone does in few places only.
fn times(a: &ClockTime, b: &ClockTime) -> ValueRelation {
    if a.local && b.zone.is_some() || b.local && a.zone.is_some() {
        return ValueRelation::Open;
    }
    let zones = a.zone.zip(b.zone).filter(|(x, y)| x != y);
    let (apart, equal) = match zones {
        Some((x, y)) => {
            let (start, other) = (in_greenwich(a.earliest, x), in_greenwich(b.earliest, y));
            let (end, last) = (in_greenwich(a.latest, x), in_greenwich(b.latest, y));
            let apart = start.abs_diff(other);
            (apart.min(DAY - apart), start == other && end == last)
        }
        None => (
            a.earliest.abs_diff(b.earliest),
            a.earliest == b.earliest && a.latest == b.latest,
        ),
    };
    let exact = a.earliest == a.latest && b.earliest == b.latest;
    let rounded = (a.earliest.is_multiple_of(30) || b.earliest.is_multiple_of(30))
        && apart <= ROUNDED_MINUTES;
    let meet = a.earliest <= b.latest && b.earliest <= a.latest;
    if equal {
        ValueRelation::Equal
    } else if a.zone.is_some() != b.zone.is_some() || zones.is_some() && !exact {
        ValueRelation::Open
    } else if rounded || zones.is_none() && meet {
        ValueRelation::LessPrecise
    } else {
        ValueRelation::Disjoint
    }
}

/// The minutes of a day.
const DAY: u16 = 24 * 60;

/// What the clock of Greenwich shows when that of a zone shows `minute`; of which day is left out.
fn in_greenwich(minute: u16, zone: i16) -> u16 {
    let shown = (i32::from(minute) - i32::from(zone)).rem_euclid(i32::from(DAY));
    u16::try_from(shown).unwrap_or(minute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Dimension;
    use jiff::civil::date;

    #[test]
    fn counts_that_are_at_least_so_many_differ_and_may_both_be_right() {
        let figure = |amount: i64, bound| {
            let amount = amount.into();
            let stated = match bound {
                Bound::Exact => Interval::exact(amount),
                _ => Interval::at_least(amount),
            };
            Value::Figure(Box::new(Figure {
                amount: Some(amount),
                stated,
                plausible: stated,
                bound,
                unit: None,
                dimension: Dimension::Number,
                ratio: None,
                per: None,
            }))
        };
        let p = |a, b, relation, on| {
            let (a, b) = (figure(40, a), figure(43, b));
            assert_eq!((a.relation(&b), counted_on(&a, &b)), (relation, on));
        };
        p(
            Bound::AtLeast,
            Bound::AtLeast,
            ValueRelation::Disjoint,
            true,
        );
        p(
            Bound::AtLeast,
            Bound::Exact,
            ValueRelation::LessPrecise,
            false,
        );
        p(
            Bound::MoreThan,
            Bound::MoreThan,
            ValueRelation::LessPrecise,
            false,
        );
        p(Bound::Exact, Bound::AtLeast, ValueRelation::Disjoint, false);
    }

    #[test]
    fn a_day_whose_year_is_a_guess_contradicts_no_year() {
        let value = |earliest: Date, latest: Date, expression: Expression| {
            Value::Date(DateValue {
                range: Some(DateRange { earliest, latest }),
                ..DateValue::new(expression, None)
            })
        };
        let calendar = |year, month, day| Expression::calendar(year, month, day);
        let year = value(
            date(2004, 1, 1),
            date(2004, 12, 31),
            calendar(Some(2004), None, None),
        );
        let guessed = value(
            date(2012, 12, 26),
            date(2012, 12, 26),
            calendar(None, Some(12), Some(26)),
        );
        let weekday = Expression::Weekday {
            weekday: Weekday::Friday,
            lean: crate::value::Lean::Unknown,
            week: None,
        };
        let friday = value(date(2012, 12, 21), date(2012, 12, 21), weekday);
        let written = value(
            date(2012, 12, 26),
            date(2012, 12, 26),
            calendar(Some(2012), Some(12), Some(26)),
        );
        let early = |month| {
            let of = Box::new(calendar(None, Some(month), None));
            let part = crate::value::Part::Early;
            Value::Date(DateValue::new(Expression::Part { part, of }, None))
        };
        assert_eq!(year.relation(&guessed), ValueRelation::Open);
        assert_eq!(early(5).relation(&early(6)), ValueRelation::Disjoint);
        assert_eq!(friday.relation(&year), ValueRelation::Open);
        assert_eq!(year.relation(&written), ValueRelation::Disjoint);
        assert_eq!(friday.relation(&written), ValueRelation::Disjoint);
    }

    #[test]
    fn values_are_told_apart_as_a_reader_does() {
        use crate::read::{Document, InputFormat};
        let value = |prose: &str| {
            let document = Document::new(0, "t.txt", prose, InputFormat::Text);
            let document = Document {
                published: Some(date(2013, 10, 2)),
                ..document
            };
            let mentions = crate::extract(document).mentions;
            let told = |v: &Value| matches!(v, Value::Figure(_) | Value::Date(_));
            let value = mentions.into_iter().map(|m| m.value).find(told);
            value.expect("the sentence gives a value")
        };
        let p = |a: &str, b: &str, expected: ValueRelation| {
            assert_eq!(value(a).relation(&value(b)), expected, "{a} / {b}");
            assert_eq!(value(b).relation(&value(a)), expected, "{b} / {a}");
        };
        use ValueRelation::{Disjoint, Equal, LessPrecise, Open};
        // One may round the other; both cannot round what lies between them.
        p(
            "He fell about 600 metres.",
            "He fell 612 metres.",
            LessPrecise,
        );
        p("He fell about 600 metres.", "He fell 700 metres.", Disjoint);
        p("About 600 people came.", "Some 700 people came.", Disjoint);
        p(
            "It carried 750,000 barrels.",
            "It carried 800,000 barrels.",
            Disjoint,
        );
        p("Sales were $704 million.", "Sales were $700 million.", Open);
        p("They held 100 people.", "They held 140 people.", Disjoint);
        p("It cut 165 jobs.", "It cut nearly 200 jobs.", Disjoint);
        p("It cut 190 jobs.", "It cut nearly 200 jobs.", LessPrecise);
        // Whoever says "and a half" counts in halves.
        p(
            "It lasted 83 minutes.",
            "It lasted an hour and a half.",
            LessPrecise,
        );
        p(
            "It is 7.4 km long.",
            "It is seven-and-a-half kilometres long.",
            LessPrecise,
        );
        p(
            "He waited 35 minutes.",
            "He waited just over half an hour.",
            LessPrecise,
        );
        // Whichever week "last Friday" is of, it is no Monday; and tense tells less than the name of the day.
        p("It closed on Monday.", "It closed last Friday.", Disjoint);
        // A weekend holds its Saturday and Sunday, and may begin on Friday evening.
        p(
            "It closed on Saturday.",
            "It closed at the weekend.",
            LessPrecise,
        );
        p(
            "It closed on Sunday.",
            "It closed this weekend.",
            LessPrecise,
        );
        p("It closed on Friday.", "It closed over the weekend.", Open);
        p(
            "It closed on Wednesday.",
            "It closed over the weekend.",
            Disjoint,
        );
        p(
            "The order takes effect Monday.",
            "It starts on Oct. 7.",
            Equal,
        );
        p(
            "The order takes effect Monday.",
            "It starts on Oct. 8.",
            Disjoint,
        );
        // A year that is guessed is no year.
        p(
            "A decision is due by the end of December.",
            "It fell in December.",
            LessPrecise,
        );
    }

    #[test]
    fn times_are_compared_through_their_zones() {
        use crate::read::{Document, InputFormat};
        let time = |prose: &str| {
            let mentions = crate::extract(Document::new(0, "t", prose, InputFormat::Text)).mentions;
            let mut values = mentions.into_iter().map(|m| m.value);
            let time = values.find(|v| matches!(v, Value::Time(_)));
            time.expect("the sentence gives a time")
        };
        let p = |a: &str, b: &str, expected: ValueRelation| {
            assert_eq!(time(a).relation(&time(b)), expected, "{a} / {b}");
            assert_eq!(time(b).relation(&time(a)), expected, "{b} / {a}");
        };
        use ValueRelation::{Disjoint, Equal, LessPrecise, Open};
        p("It struck at 0737 GMT.", "It struck at 7:37 a.m.", Equal);
        p(
            "It struck at 0737 GMT.",
            "It struck at 7:37 a.m. local time.",
            Open,
        );
        p("It struck at 0737 GMT.", "It struck at 0737 UTC.", Equal);
        p(
            "It struck at 0737 GMT.",
            "It struck at 3:37 a.m. EDT.",
            Equal,
        );
        p(
            "It struck at 2358 GMT.",
            "It struck at 9:00 a.m. JST.",
            LessPrecise,
        );
        p(
            "It struck at 0737 GMT.",
            "It struck at 4:37 a.m. EDT.",
            Disjoint,
        );
        p("It struck at 0737 GMT.", "It struck at 8:37 a.m.", Open);
        p("It struck at 7:37 a.m.", "It struck at 8:37 a.m.", Disjoint);
    }
}
