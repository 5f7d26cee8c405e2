//! Dates that are counted from another: "last Friday", "two days ago", "the following year".

use jiff::civil::Weekday;

use super::named::{holiday, year_of};
use super::{Parsed, calendar, counted, single, words::Words};
use crate::lexicon::CalendarWord;
use crate::segment::{Case, TokenKind};
use crate::value::{Anchor, CalendarUnit, Expression, Item, Lean, Part, Section};

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
    if let Some(parsed) = counted::period(w, at, lean) {
        return Some(parsed);
    }
    match w.meaning(next)? {
        CalendarWord::Unit(unit) => {
            // "this weeks match" lacks its apostrophe, since the plural would be "these weeks".
            if w.lower(next).ends_with('s') && w.lower(at) != "this" {
                return None;
            }
            if let Some(parsed) = counted::ahead(w, at, lean, unit) {
                return Some(parsed);
            }
            let the = w.before(at) == "the";
            // "for the last year" is a length, "the last day of the war" needs its war.
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
            // "last sun" and "this sat" are other words.
            let sure = !matches!(w.lower(next), "sun" | "sat" | "wed");
            (!short || end > next + 1 || w.capital(next) || sure)
                .then(|| Parsed::new(expression, end))
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

/// "that year", "the same month", "that summer": those of the date before in the text.
///
/// Of "the same day" only what tells when, as "on the same day" does: "same day delivery" and "on the same day as the
/// vote" tell something else.
pub(super) fn same(w: &Words, at: usize) -> Option<Parsed> {
    // "that same year"
    if w.lower(at) == "that" && w.lower(at + 1) == "same" {
        return same(w, at + 1);
    }
    match w.meaning(at + 1)? {
        CalendarWord::Unit(CalendarUnit::Day) if w.lower(at + 1) == "day" => {
            let ends = w.kind(at + 2) != Some(TokenKind::Word);
            let on = w.before(w.before_the(at)) == "on";
            let tells = (ends && !w.dash(at + 2) || on)
                && !matches!(
                    w.lower(at + 2),
                    "as" | "that" | "of" | "each" | "every" | "when"
                )
                && (w.lower(at) == "that" || matches!(w.before(at), "the" | "that"));
            tells.then(|| Parsed::new(unit_shift(CalendarUnit::Day, 0, Anchor::Text), at + 2))
        }
        CalendarWord::Unit(CalendarUnit::Weekend) if w.lower(at + 1) == "weekend" => Some(
            Parsed::new(unit_shift(CalendarUnit::Weekend, 0, Anchor::Text), at + 2),
        ),
        CalendarWord::Season(season)
            if w.case(at + 1) == Case::Lower
                && (w.before(at) == "that"
                    || w.lower(at) == "that" && !matches!(w.lower(at + 1), "spring" | "fall")) =>
        {
            let year = unit_shift(CalendarUnit::Year, 0, Anchor::Text);
            Some(Parsed::new(
                Expression::Nth {
                    nth: season,
                    item: Item::Season,
                    within: Box::new(year),
                },
                at + 2,
            ))
        }
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

/// "the day after tomorrow", "the day before Christmas", "the year before", "the week of Jan. 5".
pub(super) fn unit(w: &Words, at: usize, unit: CalendarUnit) -> Option<Parsed> {
    let singular = !w.lower(at).ends_with('s');
    if !singular && let Some(parsed) = counted::uncounted(w, at, unit) {
        return Some(parsed);
    }
    if unit == CalendarUnit::Weekend {
        // "over the weekend"
        let certain = w.before(at) == "the"
            && at >= 2
            && matches!(
                w.before(at - 1),
                "over"
                    | "during"
                    | "on"
                    | "at"
                    | "for"
                    | "throughout"
                    | "by"
                    | "before"
                    | "after"
                    | "until"
                    | "since"
                    | "through"
                    | "into"
            );
        // "spent the weekend in jail": nothing that the weekend says the sort of.
        let noun = w.before(at) == "the"
            && !w.dash(at + 1)
            && (w.kind(at + 1) != Some(TokenKind::Word)
                || matches!(w.lower(at + 1), "in" | "at" | "with" | "and" | "to"));
        return ((certain || noun) && w.lower(at + 1) != "of")
            .then(|| Parsed::new(weekend(Lean::Unknown), at + 1));
    }
    // "ended the day lower", "closed the week at 45", "For the day, the index fell": those of the date before.
    if matches!(unit, CalendarUnit::Day | CalendarUnit::Week)
        && singular
        && w.before(at) == "the"
        && at >= 2
    {
        let bounds = matches!(
            w.before(at - 1),
            "end"
                | "ended"
                | "ending"
                | "finish"
                | "finished"
                | "finishing"
                | "close"
                | "closed"
                | "closing"
        ) && w.lower(at + 1) != "of";
        let all = w.before(at - 1) == "for" && w.lower(at + 1) == ",";
        if (bounds || all) && !w.dash(at + 1) && !matches!(w.lower(at + 1), "'s" | "’s") {
            return Some(Parsed::new(unit_shift(unit, 0, Anchor::Text), at + 1));
        }
    }
    // "the week of Jan. 5"
    if unit == CalendarUnit::Week
        && singular
        && w.lower(at + 1) == "of"
        && w.before(at) == "the"
        && let Some(parsed) = offset_of(w, (0, 0), unit, at + 2)
        && let Expression::Offset { anchor, .. } = parsed.expression
    {
        return Some(Parsed::new(unit_shift(unit, 0, anchor), parsed.end));
    }
    if let Some(parsed) = end_of_unit(w, at, unit) {
        return Some(parsed);
    }
    let way = match w.lower(at + 1) {
        "after" => 1,
        "before" => -1,
        "previous" | "prior" => -1,
        _ => return None,
    };
    if !singular || w.before(at) != "the" || unit == CalendarUnit::Hour {
        return None;
    }
    // "the month after next", "the week before last"
    if way == 1 && w.lower(at + 2) == "next" || way == -1 && w.lower(at + 2) == "last" {
        return Some(Parsed::new(
            unit_shift(unit, 2 * way, Anchor::Published),
            at + 3,
        ));
    }
    // "The day before, it had rained.", "Sales rose from the year before."
    if w.kind(at + 2) == Some(TokenKind::Punct) && !w.dash(at + 2) && w.lower(at + 2) != "("
        || at + 2 >= w.end
    {
        let expression = if unit == CalendarUnit::Day {
            Expression::Offset {
                count: (way, way),
                unit,
                anchor: Anchor::Text,
            }
        } else {
            unit_shift(unit, way, Anchor::Text)
        };
        return Some(Parsed::new(expression, at + 2));
    }
    let dayish = matches!(unit, CalendarUnit::Day | CalendarUnit::Week);
    (singular && dayish && w.before(at) == "the").then(|| offset_of(w, (way, way), unit, at + 2))?
}

/// "by year end", "at month's end", "by year-end 2013"; not "the year-end report".
fn end_of_unit(w: &Words, at: usize, unit: CalendarUnit) -> Option<Parsed> {
    let unit_fits = matches!(
        unit,
        CalendarUnit::Month | CalendarUnit::Quarter | CalendarUnit::Year
    );
    let placed = matches!(
        w.before(at),
        "by" | "at" | "before" | "until" | "till" | "to" | "through" | "since" | "from" | "after"
    );
    let link = matches!(w.lower(at + 1), "'s" | "’s") || w.dash(at + 1) && w.glued(at + 1);
    let end = at + 1 + usize::from(link);
    if !unit_fits || !placed || w.lower(end) != "end" {
        return None;
    }
    let end = end + 1;
    if unit == CalendarUnit::Year
        && let Some((year, after)) = super::year::year_digits(w, end)
    {
        let expression = Expression::Part {
            part: Part::Late,
            of: Box::new(Expression::calendar(Some(year), None, None)),
        };
        return Some(Parsed::new(expression, after));
    }
    let attributive = w.plural(end)
        || matches!(
            w.lower(end),
            "of" | "report" | "bonus" | "deadline" | "review" | "target"
        );
    (!attributive).then(|| {
        Parsed::new(
            Expression::Part {
                part: Part::Late,
                of: Box::new(unit_shift(unit, 0, Anchor::Published)),
            },
            end,
        )
    })
}

pub(super) fn offset_of(
    w: &Words,
    count: (i32, i32),
    unit: CalendarUnit,
    at: usize,
) -> Option<Parsed> {
    let mut date = single(w, w.the(at))?;
    // "a week from Friday": nobody counts on from a day that is over.
    if let Expression::Weekday {
        lean, week: None, ..
    } = &mut date.expression
        && *lean == Lean::Unknown
        && w.before(at) == "from"
    {
        *lean = Lean::Future;
    }
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
