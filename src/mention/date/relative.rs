//! Dates that are counted from another: "last Friday", "two days ago", "early 2014", "the first week of November".

use super::{Parsed, calendar, single, words::Words, year_of};
use crate::lexicon::CalendarWord;
use crate::segment::{Case, TokenKind};
use jiff::civil::Weekday;

use crate::value::{Anchor, CalendarUnit, Expression, Item, Lean, Part, Section};

fn unit_shift(unit: CalendarUnit, shift: i32, anchor: Anchor) -> Expression {
    Expression::Unit {
        unit,
        shift,
        anchor,
    }
}

/// "this weekend": which one the tense tells.
fn weekend(lean: Lean) -> Expression {
    let day = |weekday| Expression::Weekday {
        weekday,
        lean,
        week: None,
    };
    Expression::Range(
        Box::new(day(Weekday::Saturday)),
        Box::new(day(Weekday::Sunday)),
    )
}

/// What "this" means before a weekday: the one to come, unless the clause tells what has happened.
fn this_lean(w: &Words, tokens: std::ops::Range<usize>) -> Lean {
    match w.lean(tokens) {
        Lean::Past => Lean::Past,
        Lean::Unknown | Lean::Future | Lean::Last | Lean::This | Lean::Next => Lean::Future,
    }
}

/// "today", "yesterday", "tonight".
pub(super) fn day(w: &Words, at: usize) -> Option<Parsed> {
    let Some(CalendarWord::Day(shift)) = w.meaning(at) else {
        return None;
    };
    // "USA Today" and "Today.com" are names.
    let named = w.capital(at)
        && at > w.start
        && w.capital(at - 1)
        && w.text.spaced(at)
        && w.kind(at - 1) == Some(TokenKind::Word)
        && w.meaning(at - 1).is_none()
        && w.lower(at) == "today";
    (!named).then(|| {
        Parsed::new(
            unit_shift(CalendarUnit::Day, shift, Anchor::Published),
            at + 1,
        )
    })
}

/// "last week", "next week", "this week" from `at` on: the weeks from that of publication.
pub(super) fn week(w: &Words, at: usize) -> Option<(i32, usize)> {
    let the = w.the(at);
    let shift = match w.meaning(the)? {
        CalendarWord::Lean(Lean::Last) | CalendarWord::Following(-1) => -1,
        CalendarWord::Lean(Lean::This) => 0,
        CalendarWord::Lean(Lean::Next) => 1,
        _ => return None,
    };
    matches!(w.meaning(the + 1), Some(CalendarWord::Unit(CalendarUnit::Week)) if w.lower(the + 1) == "week").then_some((shift, the + 2))
}

/// "last Friday", "next month", "this summer", "last night", "this past weekend".
pub(super) fn leaning(w: &Words, at: usize, lean: Lean) -> Option<Parsed> {
    // "this past Tuesday", "this coming weekend"
    if lean == Lean::This
        && let Some(CalendarWord::Lean(inner @ (Lean::Last | Lean::Next))) = w.meaning(at + 1)
    {
        return leaning(w, at + 1, inner);
    }
    let shift = match lean {
        Lean::Last => -1,
        Lean::Next => 1,
        Lean::This => 0,
        Lean::Unknown | Lean::Past | Lean::Future => return None,
    };
    let next = at + 1;
    if let Some(mut parsed) = super::holiday(w, next) {
        set_lean(&mut parsed.expression, lean);
        return Some(parsed);
    }
    match w.meaning(next)? {
        CalendarWord::Unit(unit) => {
            if w.lower(next).ends_with('s') {
                return None;
            }
            let the = w.before(at) == "the";
            // "over the last year" is a length, "the last day of the war" needs its war.
            if lean == Lean::Last
                && matches!(w.lower(next + 1), "of" | "in")
                && let Some(parsed) = nth(w, -1, next)
            {
                return Some(parsed);
            }
            let length = unit != CalendarUnit::Day
                && the
                && at >= 2
                && matches!(
                    w.before(at - 1),
                    "over" | "for" | "within" | "during" | "of" | "throughout" | "in" | "than"
                )
                || matches!(w.before(at), "over" | "every" | "each");
            let of = w.lower(next + 1) == "of" && lean != Lean::This;
            if length || of || w.lower(at) == "past" && (the || lean != Lean::Last) {
                return None;
            }
            let expression = match unit {
                CalendarUnit::Hour => return None,
                CalendarUnit::Weekend if lean == Lean::This => weekend(this_lean(w, at..next + 1)),
                CalendarUnit::Day => match lean {
                    Lean::Next if w.lower(at) == "next" => Expression::Offset {
                        count: (1, 1),
                        unit,
                        anchor: Anchor::Text,
                    },
                    _ => return None,
                },
                CalendarUnit::Quarter if the && lean == Lean::Last => return None,
                CalendarUnit::Week
                | CalendarUnit::Weekend
                | CalendarUnit::Fortnight
                | CalendarUnit::Month
                | CalendarUnit::Quarter
                | CalendarUnit::Year
                | CalendarUnit::Decade
                | CalendarUnit::Century => {
                    let anchor = if the && lean == Lean::Next {
                        Anchor::Text
                    } else {
                        Anchor::Published
                    };
                    unit_shift(unit, shift, anchor)
                }
            };
            Some(Parsed::new(expression, next + 1))
        }
        CalendarWord::Weekday(weekday, short) => {
            // "last Tuesday of the month"
            if lean == Lean::Last
                && let Some(parsed) = nth(w, -1, next)
            {
                return Some(parsed);
            }
            let end = if short { w.stop(next + 1) } else { next + 1 };
            let dated = w.comma(end);
            if matches!(w.meaning(dated), Some(CalendarWord::Month(..)))
                && let Some(mut parsed) = calendar::month_first(w, dated)
                    .filter(|p| matches!(p.expression, Expression::Calendar { day: Some(_), .. }))
            {
                parsed.weekday = Some(weekday);
                set_lean(&mut parsed.expression, lean);
                return Some(parsed);
            }
            let lean = if lean == Lean::This {
                this_lean(w, at..end)
            } else {
                lean
            };
            let expression = Expression::Weekday {
                weekday,
                lean,
                week: None,
            };
            (!short || end > next + 1 || w.capital(next)).then(|| Parsed::new(expression, end))
        }
        CalendarWord::Month(..) => {
            let lone_word = w.case(next) == Case::Lower && matches!(w.lower(next), "may" | "march");
            let mut parsed = calendar::month_first(w, next).filter(|_| !lone_word)?;
            set_lean(&mut parsed.expression, lean);
            Some(parsed)
        }
        CalendarWord::Season(season) => {
            let (year, end) =
                year_of(w, next + 1).map_or((None, next + 1), |(year, end)| (Some(year), end));
            Some(Parsed::new(
                Expression::Section {
                    section: Section::Season(season),
                    year,
                    lean,
                },
                end,
            ))
        }
        CalendarWord::DayPart(shift) => {
            let expression = match lean {
                Lean::Last if w.lower(next) == "night" => {
                    unit_shift(CalendarUnit::Day, shift, Anchor::Published)
                }
                Lean::This if w.lower(next) != "night" => {
                    unit_shift(CalendarUnit::Day, 0, Anchor::Published)
                }
                Lean::Next if w.lower(at) == "next" => Expression::Offset {
                    count: (1, 1),
                    unit: CalendarUnit::Day,
                    anchor: Anchor::Text,
                },
                Lean::Last
                | Lean::Next
                | Lean::This
                | Lean::Unknown
                | Lean::Past
                | Lean::Future => return None,
            };
            Some(Parsed::new(expression, next + 1))
        }
        _ => None,
    }
}

fn set_lean(expression: &mut Expression, to: Lean) {
    match expression {
        Expression::Calendar { lean, .. }
        | Expression::Section { lean, .. }
        | Expression::Weekday { lean, .. }
        | Expression::Holiday { lean, .. } => *lean = to,
        Expression::Range(first, last) => {
            set_lean(first, to);
            set_lean(last, to);
        }
        Expression::Years { .. }
        | Expression::Unit { .. }
        | Expression::Offset { .. }
        | Expression::Part { .. }
        | Expression::Nth { .. }
        | Expression::OneOf(..) => {}
    }
}

/// "that year", "the same month": those of the date before in the text. "The same day" says nothing that is not said there.
pub(super) fn same(w: &Words, at: usize) -> Option<Parsed> {
    match w.meaning(at + 1)? {
        CalendarWord::Unit(
            unit @ (CalendarUnit::Week
            | CalendarUnit::Month
            | CalendarUnit::Year
            | CalendarUnit::Decade),
        ) if !w.lower(at + 1).ends_with('s') => {
            Some(Parsed::new(unit_shift(unit, 0, Anchor::Text), at + 2))
        }
        _ => None,
    }
}

/// "the following day", "the previous year": counted from the date before in the text.
pub(super) fn following(w: &Words, at: usize, shift: i32) -> Option<Parsed> {
    let next = at + 1;
    let expression = match w.meaning(next)? {
        CalendarWord::Unit(CalendarUnit::Day) if w.lower(next) == "day" => Expression::Offset {
            count: (shift, shift),
            unit: CalendarUnit::Day,
            anchor: Anchor::Text,
        },
        CalendarWord::DayPart(_) => Expression::Offset {
            count: (shift, shift),
            unit: CalendarUnit::Day,
            anchor: Anchor::Text,
        },
        CalendarWord::Unit(unit) if unit != CalendarUnit::Hour && !w.lower(next).ends_with('s') => {
            unit_shift(unit, shift, Anchor::Text)
        }
        _ => return None,
    };
    Some(Parsed::new(expression, next + 1))
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
        // "the end of the year", "later in the month"
        Some(CalendarWord::Unit(unit))
            if the > next
                && unit != CalendarUnit::Hour
                && !w.lower(the).ends_with('s')
                && w.lower(the + 1) != "of"
                && (noun || w.lower(next - 1) == "in") =>
        {
            (unit != CalendarUnit::Day)
                .then(|| Parsed::new(unit_shift(unit, 0, Anchor::Published), the + 1))?
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
                let (year, end) = calendar::year_digits(w, the)?;
                (!w.plural(end))
                    .then(|| Parsed::new(Expression::calendar(Some(year), None, None), end))?
            }
        },
    };
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
    if let Some((year, end)) = written {
        // "fall in 2012" may be a verb.
        let fall = w.lower(at) == "fall" && (w.lower(at + 1) == "in" || w.before(at) == "to");
        return (!fall).then(|| Parsed::new(expression(Some(year)), end));
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
    let (n, next) = match w.meaning(at) {
        Some(CalendarWord::Ordinal(n)) => (n, at + 1),
        _ => {
            let n = i8::try_from(w.number(at, 2)?).ok()?;
            (w.glued(at + 1) && matches!(w.lower(at + 1), "st" | "nd" | "rd" | "th"))
                .then_some((n, at + 2))?
        }
    };
    let item = next + usize::from(w.dash(next) && w.glued(next));
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
            if let Some((year, end)) = calendar::year_digits(w, of) {
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
            nth(w, n, item)
        }
        _ => {
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
            nth(w, n, next)
        }
    }
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
        _ => single(w, the)?,
    };
    matches!(
        parsed.expression,
        Expression::Calendar { day: None, .. } | Expression::Unit { .. } | Expression::Years { .. }
    )
    .then_some(parsed)
}

/// "first week of November", "last Thursday in October" with the item at `item`.
fn nth(w: &Words, nth: i8, item: usize) -> Option<Parsed> {
    let what = match w.meaning(item)? {
        CalendarWord::Unit(CalendarUnit::Day) if w.lower(item) == "day" => Item::Day,
        CalendarWord::Unit(CalendarUnit::Week) if w.lower(item) == "week" => Item::Week,
        CalendarWord::Unit(CalendarUnit::Quarter) => Item::Quarter,
        CalendarWord::Weekday(weekday, false) => Item::Weekday(weekday),
        _ => return None,
    };
    let within = within(w, item + 1)?;
    let fits = match (&within.expression, what) {
        (Expression::Calendar { month, .. }, Item::Quarter) => month.is_none(),
        (Expression::Calendar { month, .. }, Item::Day | Item::Week | Item::Weekday(_)) => {
            month.is_some() || nth.abs() == 1 || what == Item::Week
        }
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

/// "the day after tomorrow", "the day before Christmas"; "year 2000".
pub(super) fn unit(w: &Words, at: usize, unit: CalendarUnit) -> Option<Parsed> {
    let singular = !w.lower(at).ends_with('s');
    if unit == CalendarUnit::Weekend {
        // "over the weekend"
        let certain = w.before(at) == "the"
            && at >= 2
            && matches!(
                w.before(at - 1),
                "over" | "during" | "on" | "at" | "for" | "throughout" | "by"
            );
        return (certain && w.lower(at + 1) != "of")
            .then(|| Parsed::new(weekend(Lean::Unknown), at + 1));
    }
    let way = match w.lower(at + 1) {
        "after" => 1,
        "before" => -1,
        _ => return None,
    };
    let dayish = matches!(unit, CalendarUnit::Day | CalendarUnit::Week);
    (singular && dayish && w.before(at) == "the").then(|| offset_of(w, (way, way), unit, at + 2))?
}

fn offset_of(w: &Words, count: (i32, i32), unit: CalendarUnit, at: usize) -> Option<Parsed> {
    let date = single(w, w.the(at))?;
    let exact = matches!(
        date.expression,
        Expression::Calendar { month: Some(_), .. }
            | Expression::Weekday { .. }
            | Expression::Holiday { .. }
            | Expression::OneOf(..)
            | Expression::Unit {
                unit: CalendarUnit::Day,
                ..
            }
    );
    exact.then(|| {
        Parsed::new(
            Expression::Offset {
                count,
                unit,
                anchor: Anchor::Date(Box::new(date.expression)),
            },
            date.end,
        )
    })
}

/// How many: "two", "2-3", "twenty-five", "a few", "a couple of", "a".
fn count(w: &Words, at: usize) -> Option<((i32, i32), usize)> {
    let single = |at: usize| -> Option<(i32, usize)> {
        if let Some(number) = w.number(at, 3) {
            return Some((number, at + 1));
        }
        match w.meaning(at)? {
            CalendarWord::Number(tens) if tens >= 20 && tens % 10 == 0 => {
                let next = at + 1 + usize::from(w.dash(at + 1));
                match w.meaning(next) {
                    Some(CalendarWord::Number(one @ 1..=9)) => Some((tens + one, next + 1)),
                    _ => Some((tens, at + 1)),
                }
            }
            CalendarWord::Number(number) => Some((number, at + 1)),
            _ => None,
        }
    };
    match w.meaning(at) {
        Some(CalendarWord::Article) => match w.meaning(at + 1) {
            Some(CalendarWord::Vague(low, high)) => {
                let of = at + 2 + usize::from(w.lower(at + 2) == "of");
                return Some(((low, high), of));
            }
            Some(CalendarWord::Number(12)) => return Some(((12, 12), at + 2)),
            _ => return Some(((1, 1), at + 1)),
        },
        Some(CalendarWord::Vague(low, high)) if w.lower(at) != "couple" => {
            return Some(((low, high), at + 1));
        }
        _ => {}
    }
    let (low, end) = single(at)?;
    if (w.dash(end) || matches!(w.lower(end), "to" | "or"))
        && let Some((high, after)) = single(end + 1)
        && high > low
    {
        return Some(((low, high), after));
    }
    Some(((low, low), end))
}

/// "two days ago", "three weeks later", "a year earlier", "in two weeks", "two days after Christmas".
pub(super) fn counted(w: &Words, at: usize) -> Option<Parsed> {
    if w.kind(at) == Some(TokenKind::Number) && w.glued(at) && !w.dash(at.wrapping_sub(1)) {
        return None;
    }
    let (count, next) = count(w, at)?;
    let Some(CalendarWord::Unit(unit)) = w.meaning(next) else {
        return None;
    };
    if unit == CalendarUnit::Hour || unit == CalendarUnit::Weekend {
        return None;
    }
    let back = (-count.1, -count.0);
    let offset = |count, anchor, end| {
        Some(Parsed::new(
            Expression::Offset {
                count,
                unit,
                anchor,
            },
            end,
        ))
    };
    let way = next + 1;
    match w.meaning(way) {
        Some(CalendarWord::Ago(-1)) => return offset(back, Anchor::Published, way + 1),
        Some(CalendarWord::Ago(_)) => return offset(count, Anchor::Published, way + 1),
        Some(CalendarWord::Later(-1)) => return offset(back, Anchor::Text, way + 1),
        Some(CalendarWord::Later(_)) => return offset(count, Anchor::Text, way + 1),
        Some(CalendarWord::Part(Part::Before)) => return offset(back, Anchor::Text, way + 1),
        Some(CalendarWord::Part(Part::After)) => return offset(count, Anchor::Text, way + 1),
        _ => {}
    }
    match w.lower(way) {
        "from" if matches!(w.lower(way + 1), "now" | "today") => {
            offset(count, Anchor::Published, way + 2)
        }
        "after" | "from" | "following" => offset_of(w, count, unit, way + 1),
        "before" => offset_of(w, back, unit, way + 1),
        // "in two weeks": a date only of what is to come, and without "the" or "of" that make it a length.
        "of" => None,
        _ => {
            let ends = w.kind(way) != Some(TokenKind::Word)
                || matches!(w.lower(way), "time" | "and" | "but" | "when");
            // Alone, as in a list or a table, it can be no length of what is told.
            let alone = at == w.start + 1 && way == w.end;
            (w.before(at) == "in" && ends && (alone || w.lean(at..way) == Lean::Future))
                .then(|| offset(count, Anchor::Published, way))?
        }
    }
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
