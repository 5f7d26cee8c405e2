//! Parts of longer stretches: "early 2014", "the summer of 1955", "the first week of November", "the 18th century".

use super::named::year_of;
use super::relative::unit_shift;
use super::{Parsed, calendar, counted, single, words::Words, year};
use crate::lexicon::{CalendarMark, CalendarWord};
use crate::segment::{Case, TokenKind};
use crate::value::{Anchor, CalendarUnit, Expression, Item, Lean, Part, Section};

/// "of last year", "this year", ", the following year": the year of the month or season before it.
pub(super) fn year_unit(w: &Words, at: usize) -> Option<(Expression, usize)> {
    let of = at + usize::from(matches!(w.lower(at), "of" | ","));
    let the = w.the(of);
    let year = the + 1;
    if !(w.lower(year) == "year" && w.meaning(year) == Some(CalendarWord::Unit(CalendarUnit::Year)))
    {
        return None;
    }
    let (shift, anchor) = match w.meaning(the)? {
        CalendarWord::Lean(Lean::Last) => (-1, Anchor::Published),
        CalendarWord::Lean(Lean::This) => (0, Anchor::Published),
        CalendarWord::Lean(Lean::Next) => (1, Anchor::Published),
        CalendarWord::Following(shift) => (shift, Anchor::Text),
        CalendarWord::Same => (0, Anchor::Text),
        _ => return None,
    };
    Some((unit_shift(CalendarUnit::Year, shift, anchor), year + 1))
}

/// "early 2014", "mid-December", "late last week", "the end of April", "earlier this month".
pub(super) fn part(w: &Words, at: usize, part: Part) -> Option<Parsed> {
    let noun = matches!(
        w.lower(at),
        "beginning" | "start" | "middle" | "end" | "close"
    );
    let mut next = at + 1;
    if noun {
        if w.lower(next) != "of" {
            return None;
        }
        next += 1;
    } else if w.dash(next) && w.glued(next) || w.lower(next) == "in" {
        next += 1;
    }
    let the = w.the(next);
    let of = match w.meaning(the) {
        // "the end of the year 2012"
        Some(CalendarWord::Unit(CalendarUnit::Year))
            if noun && w.lower(the) == "year" && w.kind(the + 1) == Some(TokenKind::Number) =>
        {
            let (year, end) = year::year_digits(w, the + 1)?;
            Parsed::new(Expression::calendar(Some(year), None, None), end)
        }
        // "by the end of year"
        Some(CalendarWord::Unit(CalendarUnit::Year))
            if the == next && noun && w.lower(the) == "year" && !w.plural(the + 1) =>
        {
            Parsed::new(
                unit_shift(CalendarUnit::Year, 0, Anchor::Published),
                the + 1,
            )
        }
        // "the end of the year", "later in the month"
        Some(CalendarWord::Unit(unit))
            if the > next
                && unit != CalendarUnit::Hour
                && !w.lower(the).ends_with('s')
                && w.lower(the + 1) != "of"
                && (noun || w.lower(next - 1) == "in") =>
        {
            if unit == CalendarUnit::Day {
                // "later in the day", "at the start of the day": that of the date before. "At the end of the day" is
                // what it comes to.
                let sure = !noun || matches!(w.lower(at), "start" | "beginning" | "close");
                return sure.then(|| Parsed::new(unit_shift(unit, 0, Anchor::Text), the + 1));
            }
            Parsed::new(unit_shift(unit, 0, Anchor::Published), the + 1)
        }
        Some(CalendarWord::Season(season))
            if year_of(w, the + 1).is_none() && w.case(the) == Case::Lower =>
        {
            if w.lower(the + 1) == "of" {
                return None;
            }
            Parsed::new(
                Expression::Section {
                    section: Section::Season(season),
                    year: None,
                    lean: Lean::Unknown,
                },
                the + 1,
            )
        }
        _ => match single(w, the) {
            Some(parsed) => parsed,
            // "early 1900", where only the part vouches for the year.
            None => {
                let (year, end) = year::year_digits(w, the)?;
                (!w.plural(end))
                    .then(|| Parsed::new(Expression::calendar(Some(year), None, None), end))?
            }
        },
    };
    // "later that day" is that day.
    if let Expression::Unit {
        unit: CalendarUnit::Day,
        anchor: Anchor::Text,
        ..
    } = &of.expression
    {
        return (!noun).then_some(of);
    }
    let long = match &of.expression {
        Expression::Calendar { day, month, .. } => {
            day.is_none() && (month.is_none() || !is_other_word(w, the) || w.capital(the))
        }
        Expression::Years { .. } | Expression::Section { .. } => true,
        Expression::Unit { unit, .. } => *unit != CalendarUnit::Day,
        Expression::Nth { item, .. } => *item == Item::Week,
        Expression::Weekday { .. }
        | Expression::Offset { .. }
        | Expression::Holiday { .. }
        | Expression::Part { .. }
        | Expression::Range(..)
        | Expression::OneOf(..) => false,
    };
    long.then(|| {
        Parsed::new(
            Expression::Part {
                part,
                of: Box::new(of.expression),
            },
            of.end,
        )
    })
}

fn is_other_word(w: &Words, at: usize) -> bool {
    matches!(w.lower(at), "may" | "march")
}

/// "winter 2012", "the summer of 1955", "in the summer".
///
/// Refuses a season without a year that no "the" makes one certain season, and "fall" the verb and the ruin.
pub(super) fn season(w: &Words, at: usize, season: i8) -> Option<Parsed> {
    let written = year_of(w, at + 1);
    let expression = |year| Expression::Section {
        section: Section::Season(season),
        year,
        lean: Lean::Unknown,
    };
    // "the spring and summer of 1919"
    if matches!(w.lower(at + 1), "and" | "or")
        && matches!(w.meaning(at + 2), Some(CalendarWord::Season(_)))
        && let Some((year, _)) = year_of(w, at + 3)
    {
        return Some(Parsed::new(expression(Some(year)), at + 1));
    }
    if let Some((year, end)) = written {
        // "fall in 2012" may be a verb.
        let fall = w.lower(at) == "fall" && (w.lower(at + 1) == "in" || w.before(at) == "to");
        return (!fall).then(|| Parsed::new(expression(Some(year)), end));
    }
    if let Some((year, end)) = year_unit(w, at + 1) {
        let expression = Expression::Nth {
            nth: season,
            item: Item::Season,
            within: Box::new(year),
        };
        return Some(Parsed::new(expression, end));
    }
    // "by spring", "will open in autumn": the one to come, and no habit of the year.
    let coming = w.case(at) == Case::Lower
        && (matches!(w.before(at), "by" | "until" | "till")
            || w.before(at) == "in" && w.lean(at..at + 1) == Lean::Future)
        && (w.kind(at + 1) != Some(TokenKind::Word) || matches!(w.lower(at + 1), "and" | "or"));
    if coming {
        return Some(Parsed::new(expression(None), at + 1));
    }
    let certain = w.before(at) == "the"
        && w.case(at) == Case::Lower
        && at >= 2
        && matches!(
            w.before(at - 1),
            "in" | "by" | "since" | "during" | "until" | "through" | "over"
        )
        && w.lower(at + 1) != "of"
        && (w.kind(at + 1) != Some(TokenKind::Word) || !w.plural(at + 1));
    certain.then(|| Parsed::new(expression(None), at + 1))
}

/// "the first week of November", "second quarter of 2013", "18th century", "the first half of 2012".
pub(super) fn ordinal(w: &Words, at: usize) -> Option<Parsed> {
    let (n, next) = which(w, at)?;
    // "the 19th and 20th centuries", "the second and third quarters of 2013": each is a stretch of its own.
    let listed = matches!(w.lower(next), "and" | "or" | "to" | "," | "-" | "–");
    if listed
        && let Some((_, item)) = which(w, w.the(next + 1))
        && let Some(CalendarWord::Unit(CalendarUnit::Century | CalendarUnit::Quarter)) =
            w.meaning(item)
    {
        return ordinal_of(w, n, item).map(|parsed| Parsed::new(parsed.expression, next));
    }
    // "the first nine months of 2013"
    if n.abs() == 1
        && let Some((count, unit, end)) = counted::exact(w, next)
        && let Some(parsed) = run(w, n, (count, count), unit, end)
    {
        return Some(parsed);
    }
    if w.lower(next) == "of"
        && let Some(within) = within(w, next).filter(|p| {
            matches!(
                p.expression,
                Expression::Unit {
                    unit: CalendarUnit::Month,
                    ..
                }
            )
        })
    {
        // "the 20th of next month"
        return Some(Parsed::new(
            Expression::Nth {
                nth: n,
                item: Item::Day,
                within: Box::new(within.expression),
            },
            within.end,
        ));
    }
    ordinal_of(w, n, next + usize::from(w.dash(next) && w.glued(next)))
}

/// An ordinal, and the token after it: "first", "3rd", "twenty-first", "final".
fn which(w: &Words, at: usize) -> Option<(i8, usize)> {
    if w.meaning(at) == Some(CalendarWord::Ordinal(-1)) {
        return Some((-1, at + 1));
    }
    calendar::day(w, at)
        .filter(|&(_, _, ordinal)| ordinal)
        .map(|(n, end, _)| (n, end))
}

/// So many days, weeks, months or quarters at the start of a longer stretch, or (`nth` -1) at its end: "the first nine
/// months of 2013", "the last two weeks of February". `end` is the token after the unit.
pub(super) fn run(
    w: &Words,
    nth: i8,
    count: (i32, i32),
    unit: CalendarUnit,
    end: usize,
) -> Option<Parsed> {
    let item = match unit {
        CalendarUnit::Day => Item::Day,
        CalendarUnit::Week => Item::Week,
        CalendarUnit::Month => Item::Month,
        CalendarUnit::Quarter => Item::Quarter,
        CalendarUnit::Hour
        | CalendarUnit::Weekend
        | CalendarUnit::Fortnight
        | CalendarUnit::Year
        | CalendarUnit::Decade
        | CalendarUnit::Century => return None,
    };
    let count = i8::try_from(count.0).ok().filter(|_| count.0 == count.1)?;
    let within = within(w, end)?;
    let year = match within.expression {
        Expression::Calendar { month, .. } => month.is_none(),
        Expression::Unit { unit, .. } => unit == CalendarUnit::Year,
        _ => false,
    };
    let month = matches!(
        within.expression,
        Expression::Calendar { month: Some(_), .. }
            | Expression::Unit {
                unit: CalendarUnit::Month,
                ..
            }
    );
    let most = match item {
        Item::Day => 31,
        Item::Week => 52,
        Item::Month => 12,
        Item::Quarter => 4,
        Item::Weekday(_) | Item::Season => return None,
    };
    let fits = year || month && matches!(item, Item::Day | Item::Week);
    if !fits || !(1..=most).contains(&count) {
        return None;
    }
    let nth_of = |nth| {
        Box::new(Expression::Nth {
            nth,
            item,
            within: Box::new(within.expression.clone()),
        })
    };
    let (first, last) = if nth < 0 { (-count, -1) } else { (1, count) };
    Some(Parsed::new(
        Expression::Range(nth_of(first), nth_of(last)),
        within.end,
    ))
}

/// The nth of what stands at `item`: a century, a half or quarter of a year, a day, week or weekday of something.
fn ordinal_of(w: &Words, n: i8, item: usize) -> Option<Parsed> {
    match w.meaning(item) {
        Some(CalendarWord::Unit(CalendarUnit::Century)) if n >= 1 => Some(Parsed::new(
            Expression::Years {
                first: (i16::from(n) - 1).checked_mul(100)?,
                count: 100,
            },
            item + 1,
        ))
        .filter(|_| (1..=21).contains(&n) && w.lower(item + 1) != "bc"),
        Some(CalendarWord::Half) if (1..=2).contains(&n) => {
            let of = w.the(item + 1 + usize::from(matches!(w.lower(item + 1), "of" | "in")));
            if let Some((year, end)) = year::year_digits(w, of) {
                return Some(Parsed::new(
                    Expression::Section {
                        section: Section::Half(n),
                        year: Some(year),
                        lean: Lean::Unknown,
                    },
                    end,
                ));
            }
            let within = within(w, item + 1)?;
            let part = if n == 1 {
                Part::FirstHalf
            } else {
                Part::SecondHalf
            };
            Some(Parsed::new(
                Expression::Part {
                    part,
                    of: Box::new(within.expression),
                },
                within.end,
            ))
        }
        Some(CalendarWord::Unit(CalendarUnit::Quarter)) if (1..=4).contains(&n) || n == -1 => {
            if let Some((year, end)) = year_of(w, item + 1) {
                return Some(Parsed::new(
                    Expression::Section {
                        // "the final quarter"
                        section: Section::Quarter(if n == -1 { 4 } else { n }),
                        year: Some(year),
                        lean: Lean::Unknown,
                    },
                    end,
                ));
            }
            nth(w, n, item).or_else(|| {
                (n > 0 && is_business(w, item)).then(|| {
                    Parsed::new(
                        Expression::Section {
                            section: Section::Quarter(n),
                            year: None,
                            lean: Lean::Unknown,
                        },
                        item + 1,
                    )
                })
            })
        }
        _ => nth(w, n, item),
    }
}

/// Whether the sentence speaks of business, so that "the third quarter" is no part of a game, a city or a mile; or
/// whether it is no more than the quarter, as in a table.
fn is_business(w: &Words, quarter: usize) -> bool {
    let singular = !w.lower(quarter).ends_with('s');
    let attributive = w.lower(quarter + 1) == "-" || w.lower(quarter + 1) == "of";
    let any = |mark| (w.start..w.end).any(|i| w.marked(i, mark));
    singular
        && !attributive
        && (quarter + 1 == w.end && w.start + 4 > quarter
            || any(CalendarMark::Business) && !any(CalendarMark::Sport))
}

/// The stretch after "of" or "in": "of November", "of last year", "of the month".
fn within(w: &Words, at: usize) -> Option<Parsed> {
    if !matches!(w.lower(at), "of" | "in") {
        return None;
    }
    let the = w.the(at + 1);
    let parsed = match w.meaning(the) {
        Some(CalendarWord::Unit(
            unit @ (CalendarUnit::Month
            | CalendarUnit::Year
            | CalendarUnit::Decade
            | CalendarUnit::Century
            | CalendarUnit::Week),
        )) if the > at + 1 => Parsed::new(unit_shift(unit, 0, Anchor::Published), the + 1),
        // "of the next month"
        Some(CalendarWord::Lean(lean @ (Lean::This | Lean::Next)))
            if the > at + 1
                && w.meaning(the + 1) == Some(CalendarWord::Unit(CalendarUnit::Month)) =>
        {
            let shift = i32::from(lean == Lean::Next);
            Parsed::new(
                unit_shift(CalendarUnit::Month, shift, Anchor::Published),
                the + 2,
            )
        }
        _ => single(w, the)?,
    };
    matches!(
        parsed.expression,
        Expression::Calendar { day: None, .. } | Expression::Unit { .. } | Expression::Years { .. }
    )
    .then_some(parsed)
}

/// "first week of November", "last Thursday in October" with the item at `item`.
pub(super) fn nth(w: &Words, nth: i8, item: usize) -> Option<Parsed> {
    let what = match w.meaning(item)? {
        CalendarWord::Unit(CalendarUnit::Day) if w.lower(item) == "day" => Item::Day,
        CalendarWord::Unit(CalendarUnit::Week) if w.lower(item) == "week" => Item::Week,
        CalendarWord::Unit(CalendarUnit::Month) if w.lower(item) == "month" && nth > 0 => {
            Item::Month
        }
        CalendarWord::Unit(CalendarUnit::Quarter) => Item::Quarter,
        CalendarWord::Weekday(weekday, false) => Item::Weekday(weekday),
        _ => return None,
    };
    let within = within(w, item + 1)?;
    let fits = match (&within.expression, what) {
        (Expression::Calendar { month, .. }, Item::Quarter) => month.is_none(),
        (Expression::Calendar { month, .. }, Item::Month) => month.is_none() && nth <= 12,
        (Expression::Calendar { month, .. }, Item::Day | Item::Week | Item::Weekday(_)) => {
            month.is_some() || nth.abs() == 1 || what == Item::Week
        }
        (_, Item::Month | Item::Season) => false,
        (Expression::Unit { unit, .. }, Item::Quarter) => *unit == CalendarUnit::Year,
        (Expression::Unit { unit, .. }, Item::Day | Item::Week | Item::Weekday(_)) => {
            matches!(unit, CalendarUnit::Month | CalendarUnit::Year)
        }
        _ => false,
    };
    fits.then(|| {
        Parsed::new(
            Expression::Nth {
                nth,
                item: what,
                within: Box::new(within.expression),
            },
            within.end,
        )
    })
}

/// "the sixties": refused for ages ("in his sixties") and temperatures ("low sixties").
pub(super) fn decade_word(w: &Words, at: usize, tens: i16) -> Option<Parsed> {
    let cue = w.before(at) == "the" && at >= 2 && !matches!(w.before(at - 1), "into")
        || matches!(w.meaning(at.checked_sub(1)?), Some(CalendarWord::Part(_)))
            && matches!(w.lower(at.checked_sub(2)?), "the" | "in")
        || w.dash(at - 1) && w.before(at - 1) == "mid";
    let first = if tens == 20 { 1920 } else { 1900 + tens };
    cue.then(|| Parsed::new(Expression::Years { first, count: 10 }, at + 1))
}
