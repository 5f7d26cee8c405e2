//! Dates that are counted from another: "last Friday", "two days ago", "the following year".

use jiff::civil::Weekday;

use super::named::{holiday, year_of};
use super::{Parsed, calendar, single, words::Words};
use crate::lexicon::CalendarWord;
use crate::segment::{Case, TokenKind};
use crate::value::{Anchor, CalendarUnit, Expression, Lean, Part, Section};

pub(super) fn unit_shift(unit: CalendarUnit, shift: i32, anchor: Anchor) -> Expression {
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
    if let Some(mut parsed) = holiday(w, next) {
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
                && let Some(parsed) = super::stretch::nth(w, -1, next)
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
                && let Some(parsed) = super::stretch::nth(w, -1, next)
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
        Expression::Calendar { day: Some(_), .. }
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
            // "starts on Monday and should be over in three days" counts from Monday.
            let elsewhere = (w.start..at).any(|i| {
                matches!(
                    w.meaning(i),
                    Some(
                        CalendarWord::Month(..) | CalendarWord::Weekday(..) | CalendarWord::Day(_)
                    )
                )
            });
            (w.before(at) == "in"
                && ends
                && !elsewhere
                && (alone || w.lean(at..way) == Lean::Future))
                .then(|| offset(count, Anchor::Published, way))?
        }
    }
}
