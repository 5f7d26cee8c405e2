//! Dates that lie so many units away, and periods of so many: "two days ago", "a year and a half earlier", "in three
//! weeks' time", "the past 30 days".
//!
//! A bare length ("for the last two years", "in two weeks" of what has happened) is left to the figures: it tells how
//! long something took, and not when.

use jiff::civil::Weekday;

use super::relative::offset_of;
use super::{Parsed, stretch, words::Words};
use crate::lexicon::CalendarWord;
use crate::segment::TokenKind;
use crate::value::{Anchor, CalendarUnit, Expression, Lean, Part};

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

/// So many of a unit: the least and the most, and the token after it.
struct Length {
    count: (i32, i32),
    unit: CalendarUnit,
    end: usize,
}

impl Length {
    fn offset(&self, sign: i32, anchor: Anchor) -> Expression {
        let count = if sign < 0 {
            (-self.count.1, -self.count.0)
        } else {
            self.count
        };
        Expression::Offset {
            count,
            unit: self.unit,
            anchor,
        }
    }
}

/// "two days", "two and a half years", "a year and a half".
fn length(w: &Words, at: usize) -> Option<Length> {
    let (count, next) = count(w, at)?;
    units(w, count, next)
}

/// The unit at `next`, of which there are so many.
fn units(w: &Words, count: (i32, i32), next: usize) -> Option<Length> {
    let (before, next) = half(w, next);
    let Some(CalendarWord::Unit(unit)) = w.meaning(next) else {
        return None;
    };
    if matches!(unit, CalendarUnit::Hour | CalendarUnit::Weekend) {
        return None;
    }
    let (after, end) = half(w, next + 1);
    let (count, unit) = if before || after {
        halved(count, unit)?
    } else {
        (count, unit)
    };
    Some(Length { count, unit, end })
}

/// "nine months": how many exactly, of what, and the token after it.
pub(super) fn exact(w: &Words, at: usize) -> Option<(i32, CalendarUnit, usize)> {
    if w.meaning(at) == Some(CalendarWord::Article) {
        return None;
    }
    let Length { count, unit, end } = length(w, at)?;
    (count.0 == count.1).then_some((count.0, unit, end))
}

/// Whether "and a half" stands here, and the token after it.
fn half(w: &Words, at: usize) -> (bool, usize) {
    let dashed = w.dash(at) && w.dash(at + 2) && w.dash(at + 4);
    let (first, step) = if dashed { (at + 1, 2) } else { (at, 1) };
    let half = w.lower(first) == "and"
        && w.lower(first + step) == "a"
        && w.lower(first + 2 * step) == "half";
    let end = first + 2 * step + 1;
    (half, if half { end } else { at })
}

/// So many units and a half, in the unit below; a half is no exact number of those.
fn halved(count: (i32, i32), unit: CalendarUnit) -> Option<((i32, i32), CalendarUnit)> {
    let (parts, low, high, below) = match unit {
        CalendarUnit::Week => (7, 3, 4, CalendarUnit::Day),
        CalendarUnit::Month => (30, 10, 20, CalendarUnit::Day),
        CalendarUnit::Year => (12, 4, 8, CalendarUnit::Month),
        CalendarUnit::Decade => (10, 4, 6, CalendarUnit::Year),
        CalendarUnit::Hour
        | CalendarUnit::Day
        | CalendarUnit::Weekend
        | CalendarUnit::Fortnight
        | CalendarUnit::Quarter
        | CalendarUnit::Century => return None,
    };
    (count.0 == count.1).then_some(((count.0 * parts + low, count.1 * parts + high), below))
}

/// Which way a length is counted and from what: "ago", "later", "from now", and "before" where nothing follows.
fn way(w: &Words, at: usize) -> Option<(i32, Anchor, usize)> {
    // "three days later than planned" is a delay.
    if w.lower(at + 1) == "than" {
        return None;
    }
    match w.meaning(at) {
        Some(CalendarWord::Ago(sign)) => return Some((sign, Anchor::Published, at + 1)),
        Some(CalendarWord::Later(sign)) => return Some((sign, Anchor::Text, at + 1)),
        Some(CalendarWord::Part(Part::Before)) => return Some((-1, Anchor::Text, at + 1)),
        Some(CalendarWord::Part(Part::After)) => return Some((1, Anchor::Text, at + 1)),
        _ => {}
    }
    let closes = at + 1 >= w.end || matches!(w.lower(at + 1), "," | "." | ";" | ")");
    match w.lower(at) {
        // "two years back"
        "back" if closes => Some((-1, Anchor::Published, at + 1)),
        "from" if matches!(w.lower(at + 1), "now" | "today") => {
            Some((1, Anchor::Published, at + 2))
        }
        "before" if closes => Some((-1, Anchor::Text, at + 1)),
        "after" if closes => Some((1, Anchor::Text, at + 1)),
        _ => None,
    }
}

/// "weeks earlier", "years ago" without a number: at least two of them, and fewer than make a word of the next size likely.
pub(super) fn uncounted(w: &Words, at: usize, unit: CalendarUnit) -> Option<Parsed> {
    let most = match unit {
        CalendarUnit::Day => 13,
        CalendarUnit::Week => 8,
        CalendarUnit::Month => 23,
        CalendarUnit::Year => 100,
        CalendarUnit::Hour
        | CalendarUnit::Weekend
        | CalendarUnit::Fortnight
        | CalendarUnit::Quarter
        | CalendarUnit::Decade
        | CalendarUnit::Century => return None,
    };
    // "hundreds of years ago", "light years later", "70-odd years ago" have a number or are no time.
    let free = at == w.start
        || matches!(
            w.before(at),
            "," | ";" | "(" | "and" | "but" | "only" | "just" | "until" | "from" | "that" | "even"
        );
    let (sign, anchor, end) = way(w, at + 1).filter(|_| free)?;
    let length = Length {
        count: (2, most),
        unit,
        end,
    };
    Some(Parsed::new(length.offset(sign, anchor), end))
}

/// "two days ago", "three weeks later", "a year earlier", "in two weeks", "two days after Christmas".
pub(super) fn counted(w: &Words, at: usize) -> Option<Parsed> {
    if w.kind(at) == Some(TokenKind::Number) && w.glued(at) && !w.dash(at.wrapping_sub(1)) {
        return None;
    }
    let (count, next) = count(w, at)?;
    // "[Ten] years ago": an editor's word in a quotation.
    let next = next + usize::from(w.before(at) == "[" && w.lower(next) == "]");
    // "two upcoming weeks"
    if matches!(w.lower(next), "upcoming" | "coming")
        && let Some(length) = units(w, count, next + 1).filter(|length| length.count.0 > 1)
    {
        let end = length.end;
        return Some(Parsed::new(
            span(&length, Lean::Next, Anchor::Published),
            end,
        ));
    }
    let Some(first) = units(w, count, next) else {
        return weekdays(w, count, next).or_else(|| listed(w, at, count, next));
    };
    // "the two years before" is a length.
    let the = matches!(w.before(at), "the" | "these" | "those");
    if let Some((sign, anchor, end)) =
        way(w, first.end).filter(|_| !(the && matches!(w.lower(first.end), "before" | "after")))
    {
        if anchor == Anchor::Published && sign < 0 {
            // "a week ago Tuesday"
            if first.unit == CalendarUnit::Week
                && first.count.0 == first.count.1
                && let Some(CalendarWord::Weekday(weekday, false)) = w.meaning(end)
            {
                let expression = Expression::Weekday {
                    weekday,
                    lean: Lean::Unknown,
                    week: Some(-first.count.0),
                };
                return Some(Parsed::new(expression, end + 1));
            }
            // "a year ago today"
            let end = end + usize::from(w.lower(end) == "today");
            return Some(Parsed::new(first.offset(sign, anchor), end));
        }
        return Some(Parsed::new(first.offset(sign, anchor), end));
    }
    // "for the last 3 months and 2 days ago" are two.
    let leans = at > w.start && matches!(w.meaning(at - 1), Some(CalendarWord::Lean(_)));
    if !leans && let Some(parsed) = compound(w, &first) {
        return Some(parsed);
    }
    let end = first.end;
    match w.lower(end) {
        "after" | "from" | "following" => {
            return offset_of(w, first.count, first.unit, end + 1);
        }
        "before" => {
            return offset_of(w, (-first.count.1, -first.count.0), first.unit, end + 1);
        }
        // "the two years of": a length.
        "of" => return None,
        _ => {}
    }
    if w.before(at) != "in" {
        return None;
    }
    // "in two weeks' time", "in a year's time"
    if matches!(w.lower(end), "'" | "’" | "'s" | "’s") && w.lower(end + 1) == "time" {
        let anchor = if w.lean(at..end) == Lean::Past {
            Anchor::Text
        } else {
            Anchor::Published
        };
        return Some(Parsed::new(first.offset(1, anchor), end + 2));
    }
    // "in two weeks": a date only of what is to come, and without "the" or "of" that make it a length.
    let ends = w.kind(end) != Some(TokenKind::Word)
        || matches!(w.lower(end), "time" | "and" | "but" | "when");
    // Alone, as in a list or a table, it can be no length of what is told.
    let alone = at == w.start + 1 && end == w.end;
    // "starts on Monday and should be over in three days" counts from Monday.
    let elsewhere = (w.start..at).any(|i| {
        matches!(
            w.meaning(i),
            Some(CalendarWord::Month(..) | CalendarWord::Weekday(..) | CalendarWord::Day(_))
        )
    });
    (ends && !elsewhere && (alone || w.lean(at..end) == Lean::Future))
        .then(|| Parsed::new(first.offset(1, Anchor::Published), end))
}

/// Past a comma and an "and".
fn joined(w: &Words, at: usize) -> usize {
    let next = w.comma(at);
    next + usize::from(matches!(w.lower(next), "and" | "or"))
}

/// "two years and three months ago": lengths of ever smaller units that are counted together.
fn compound(w: &Words, first: &Length) -> Option<Parsed> {
    let second = length(w, joined(w, first.end))?;
    let third = length(w, joined(w, second.end)).filter(|third| third.unit < second.unit);
    let last = third.as_ref().unwrap_or(&second);
    let (sign, anchor, end) = way(w, last.end)?;
    if second.unit >= first.unit {
        return None;
    }
    let mut expression = first.offset(sign, anchor);
    for part in [Some(&second), third.as_ref()].into_iter().flatten() {
        expression = part.offset(sign, Anchor::Date(Box::new(expression)));
    }
    Some(Parsed::new(expression, end))
}

/// "ten, fifteen and twenty years earlier": each number of the list has the unit and the way of the last.
fn listed(w: &Words, at: usize, count: (i32, i32), end: usize) -> Option<Parsed> {
    let follows = w.before(at) == ","
        && at >= w.start + 2
        && matches!(w.meaning(at - 2), Some(CalendarWord::Number(_)));
    let mut next = end;
    // Two numbers before a length may be anything ("they won by 5, and two years later").
    for items in 2..5 {
        let item = joined(w, next);
        if item == next {
            return None;
        }
        match length(w, item) {
            Some(last) if items > 2 || follows => {
                let (sign, anchor, _) = way(w, last.end)?;
                let own = Length { count, ..last };
                return Some(Parsed::new(own.offset(sign, anchor), end));
            }
            Some(_) => return None,
            None => next = self::count(w, item)?.1,
        }
    }
    None
}

/// "two Sundays ago", "three Fridays from now".
fn weekdays(w: &Words, (count, most): (i32, i32), next: usize) -> Option<Parsed> {
    let weekday: Weekday = match w.meaning(next)? {
        CalendarWord::Weekdays(weekday) => weekday,
        CalendarWord::Weekday(weekday, false) if count == 1 => weekday,
        _ => return None,
    };
    let (sign, anchor, end) = way(w, next + 1)?;
    if anchor != Anchor::Published || count != most || count < 1 {
        return None;
    }
    let nearest = Expression::Weekday {
        weekday,
        lean: if sign < 0 { Lean::Last } else { Lean::Future },
        week: None,
    };
    let days = (count - 1) * 7 * sign;
    Some(Parsed::new(
        Expression::Offset {
            count: (days, days),
            unit: CalendarUnit::Day,
            anchor: Anchor::Date(Box::new(nearest)),
        },
        end,
    ))
}

/// The days from so long before publication up to it, or from it on.
fn span(length: &Length, lean: Lean, anchor: Anchor) -> Expression {
    let today = match anchor {
        Anchor::Published => Expression::Unit {
            unit: CalendarUnit::Day,
            shift: 0,
            anchor: Anchor::Published,
        },
        // The date before may be a year.
        Anchor::Text | Anchor::Date(_) => Expression::Offset {
            count: (0, 0),
            unit: length.unit,
            anchor: anchor.clone(),
        },
    };
    let (first, last) = if lean == Lean::Last {
        (length.offset(-1, anchor), today)
    } else {
        (today, length.offset(1, anchor))
    };
    Expression::Range(Box::new(first), Box::new(last))
}

/// The words before "the last two years" that make it a time, and not how long something went on.
fn opens_period(word: &str) -> bool {
    matches!(
        word,
        "" | "in" | "over" | "during" | "within" | "throughout" | "since" | "by" | "(" | "this"
    )
}

/// "the past 30 days", "over the next two years", "the last two weeks of February": `at` is "past", "next", "last".
///
/// Refuses lengths ("for the last two years", "he has played the last two weeks") and the verb ("it will last two days").
pub(super) fn period(w: &Words, at: usize, lean: Lean) -> Option<Parsed> {
    if !matches!(lean, Lean::Last | Lean::Next) || w.meaning(at + 1) == Some(CalendarWord::Article)
    {
        return None;
    }
    let length = if w.lower(at + 1) == "couple" {
        let next = at + 2 + usize::from(w.lower(at + 2) == "of");
        match w.meaning(next) {
            Some(CalendarWord::Unit(unit)) if unit != CalendarUnit::Hour => Length {
                count: (2, 3),
                unit,
                end: next + 1,
            },
            _ => return None,
        }
    } else {
        length(w, at + 1)?
    };
    if matches!(w.lower(length.end), "of" | "in")
        && let Some(parsed) = stretch::run(
            w,
            if lean == Lean::Last { -1 } else { 1 },
            length.count,
            length.unit,
            length.end,
        )
    {
        return Some(parsed);
    }
    let before = if matches!(w.before(at), "the" | "these" | "those" | "this") {
        at - 1
    } else {
        at
    };
    if w.lower(length.end) == "of" || !opens_period(w.before(before)) {
        return None;
    }
    let told = before < at && lean == Lean::Next && w.lean(at..length.end) != Lean::Future;
    let anchor = if told {
        Anchor::Text
    } else {
        Anchor::Published
    };
    let end = length.end;
    Some(Parsed::new(span(&length, lean, anchor), end))
}

/// "in the next decade", "over the next month" of what will be: from publication on, and not the decade from a year that
/// ends in 0. "Over the past year" tells how long, and is left to the figures.
pub(super) fn ahead(w: &Words, at: usize, lean: Lean, unit: CalendarUnit) -> Option<Parsed> {
    let within = matches!(
        w.before(w.before_the(at)),
        "over" | "within" | "during" | "throughout" | "in"
    );
    let the = w.before(at) == "the";
    let long = matches!(
        unit,
        CalendarUnit::Week
            | CalendarUnit::Month
            | CalendarUnit::Year
            | CalendarUnit::Decade
            | CalendarUnit::Century
    );
    let end = at + 2;
    if !within || !the || !long || w.lower(end) == "of" {
        return None;
    }
    let length = Length {
        count: (1, 1),
        unit,
        end,
    };
    let fits = lean == Lean::Next && w.lean(at..end) == Lean::Future;
    fits.then(|| Parsed::new(span(&length, lean, Anchor::Published), end))
}
