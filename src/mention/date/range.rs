//! Ranges: two dates of one sort that a dash, "to" or "between ... and" joins, read as one.

use super::{Parsed, single, words::Words, year};
use crate::lexicon::CalendarMark;
use crate::segment::TokenKind;
use crate::value::{Anchor, CalendarUnit, Expression};

/// The range that `first` opens, where a second date of its sort follows; else `first` itself.
pub(super) fn range(w: &Words, at: usize, first: Parsed) -> Parsed {
    let join = first.end;
    let between = w.before(at) == "between"
        || w.before(at) == "the" && at >= 2 && w.before(at - 1) == "between";
    let joined =
        w.dash(join) || w.marked(join, CalendarMark::Joins) || (between && w.lower(join) == "and");
    let listed = !joined && matches!(w.lower(join), "and" | "or" | ",");
    if !joined && !listed {
        return first;
    }
    let next = w.the(join + 1);
    // "from 2010 to now", "between August 2019 and the present"
    if joined
        && matches!(w.lower(next), "now" | "present")
        && !matches!(first.expression, Expression::Offset { .. })
    {
        let today = Expression::Unit {
            unit: CalendarUnit::Day,
            shift: 0,
            anchor: Anchor::Published,
        };
        return Parsed::new(
            Expression::Range(Box::new(first.expression), Box::new(today)),
            next + 1,
        );
    }
    let Some(second) = single(w, next).or_else(|| {
        // "from 1991 to 1998": the first year vouches for the second.
        let year = matches!(
            first.expression,
            Expression::Calendar {
                year: Some(_),
                day: None,
                ..
            }
        ) && joined;
        let (year, end) = year::year_digits(w, next)
            .filter(|_| year && w.kind(next) == Some(TokenKind::Number))?;
        (!w.plural(end) && !w.marked(end, CalendarMark::CountNoun))
            .then(|| Parsed::new(Expression::calendar(Some(year), None, None), end))
    }) else {
        return first;
    };
    if listed {
        return lend_year(first, &second.expression);
    }
    match (
        settle_order(w, next, first.expression, &second.expression),
        second.expression,
    ) {
        (
            Expression::Calendar {
                year: y1,
                month: m1,
                day: d1,
                lean,
            },
            Expression::Calendar {
                year: y2,
                month: m2,
                day: d2,
                ..
            },
        ) if d1.is_some() == d2.is_some() && m1.is_some() == m2.is_some()
            || w.marked(join, CalendarMark::Joins) && mixed((y1, m1), (y2, m2)) =>
        {
            let turns = m1 > m2;
            let (y1, y2) = match (y1, y2) {
                (None, Some(y)) => (Some(if turns { y - 1 } else { y }), Some(y)),
                (Some(y), None) => (Some(y), Some(if turns { y + 1 } else { y })),
                other => other,
            };
            if y1 > y2 || (y1, m1, d1) >= (y2, m2, d2) && y1.is_some() {
                return Parsed {
                    expression: Expression::Calendar {
                        year: y1,
                        month: m1,
                        day: d1,
                        lean,
                    },
                    weekday: first.weekday,
                    end: first.end,
                };
            }
            Parsed::new(
                Expression::Range(
                    Box::new(Expression::Calendar {
                        year: y1,
                        month: m1,
                        day: d1,
                        lean,
                    }),
                    Box::new(Expression::calendar(y2, m2, d2)),
                ),
                second.end,
            )
        }
        (a, b) if same_sort(&a, &b) => {
            Parsed::new(Expression::Range(Box::new(a), Box::new(b)), second.end)
        }
        (expression, _) => Parsed {
            expression,
            weekday: first.weekday,
            end: first.end,
        },
    }
}

/// Whether two dates of unlike precision can be ends of a range: "from Feb. 1 to March", "from 2015 to May 5, 2017".
fn mixed(first: (Option<i16>, Option<i8>), second: (Option<i16>, Option<i8>)) -> bool {
    let months = first.1.is_some() && second.1.is_some();
    let years = first.0.is_some() && second.0.is_some();
    months || years
}

/// "January and February 1937": the year of the last of a list is that of all.
fn lend_year(mut first: Parsed, second: &Expression) -> Parsed {
    if let (
        Expression::Calendar {
            year: year @ None,
            month: Some(m1),
            day: d1,
            ..
        },
        Expression::Calendar {
            year: Some(lent),
            month: Some(m2),
            day: d2,
            ..
        },
    ) = (&mut first.expression, second)
        && d1.is_some() == d2.is_some()
    {
        *year = Some(if *m1 > *m2 { lent - 1 } else { *lent });
    }
    first
}

/// "8/10/2012 - 8/15/2012": the end that leaves no choice settles the order of the other.
fn settle_order(w: &Words, second_at: usize, first: Expression, second: &Expression) -> Expression {
    match (first, second) {
        (
            Expression::OneOf(month_first, day_first),
            Expression::Calendar {
                month: Some(m),
                day: Some(d),
                ..
            },
        ) => match w.number(second_at, 2).map(|n| n as i8) {
            Some(n) if n == *m && n != *d => *month_first,
            Some(n) if n == *d && n != *m => *day_first,
            _ => Expression::OneOf(month_first, day_first),
        },
        (first, _) => first,
    }
}

/// Whether two dates can be the ends of one range.
fn same_sort(a: &Expression, b: &Expression) -> bool {
    use Expression as E;
    match (a, b) {
        (E::Calendar { day: d1, .. }, E::Calendar { day: d2, .. }) => d1.is_some() == d2.is_some(),
        (E::Weekday { .. }, E::Weekday { .. })
        | (E::Years { .. }, E::Years { .. })
        | (E::Section { .. }, E::Section { .. })
        | (E::Holiday { .. }, E::Holiday { .. }) => true,
        (E::Part { .. }, E::Part { .. } | E::Calendar { .. })
        | (E::Calendar { .. }, E::Part { .. }) => true,
        (E::OneOf(..), E::OneOf(..) | E::Calendar { .. }) | (E::Calendar { .. }, E::OneOf(..)) => {
            true
        }
        // "from Monday until today", "since March to date"
        (
            E::Calendar { day: Some(_), .. } | E::Weekday { .. } | E::Holiday { .. },
            E::Unit { .. } | E::Holiday { .. },
        ) => true,
        (E::Unit { unit: x, .. }, E::Unit { unit: y, .. }) => x == y,
        // "from today until Friday"
        (
            E::Unit {
                unit: CalendarUnit::Day,
                ..
            },
            E::Weekday { .. } | E::Calendar { day: Some(_), .. } | E::Holiday { .. },
        ) => true,
        (E::Weekday { .. }, E::Calendar { day: Some(_), .. }) => true,
        _ => false,
    }
}
