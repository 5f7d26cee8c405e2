//! Which day "Tuesday" was.
//!
//! A bare weekday or month of a report is the nearest past one, unless tense or "next" says otherwise. A text that tells
//! history (most of its dated months lie years before it was published, or nobody knows when it was published) is read the
//! other way: a bare date has the year of the date before it. Where neither gives a year the date keeps its X.

mod days;
mod edtf;
mod stretch;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::lexicon::holidays;
use crate::mention::Mention;
use crate::read::Document;
use crate::segment::Text;
use crate::value::{Anchor, DateRange, DateValue, Expression, Value};
use days::days;
use edtf::{edtf, plain, unresolved};

/// Resolves relative and partial dates against the published date and the dates before them.
pub(super) fn settle(document: &Document, text: &Text, mentions: &mut [Mention]) {
    let order = order_by_figures(text, mentions);
    resolve_all(document.published, order, mentions);
    if order.is_none()
        && let order @ Some(_) = order_by_days(document.published, mentions)
    {
        resolve_all(document.published, order, mentions);
    }
}

/// Resolves each date against what is known before it.
fn resolve_all(published: Option<Date>, month_first: Option<bool>, mentions: &mut [Mention]) {
    let mut context = Context {
        published,
        history: is_history(published, mentions),
        month_first,
        last: None,
        last_days: None,
        year: None,
        sentence_year: None,
    };
    for mention in mentions {
        let Value::Date(value) = &mut mention.value else {
            continue;
        };
        if context
            .sentence_year
            .is_some_and(|(sentence, _)| sentence != mention.sentence)
        {
            context.sentence_year = None;
        }
        resolve(value, &context);
        // "ten, fifteen and twenty years earlier" are all counted from the date before the list.
        let listed = mention.tokens.len() == 1 && value.expression.counts_from_text();
        if let Some(range) = value.range.filter(|_| !listed) {
            context.last = Some(range);
            // "a year earlier" is printed as a day, and nobody counts days from it.
            if range.days() <= LONG && value.expression.slack() <= LOOSE {
                context.last_days = Some(range);
            }
            if let Some(year) = written_year(&value.expression) {
                context.year = Some(year);
                if names_month(&value.expression) {
                    context.sentence_year = Some((mention.sentence, year));
                }
            } else if context.history
                && matches!(
                    value.expression,
                    Expression::Calendar { .. }
                        | Expression::Offset {
                            anchor: Anchor::Text,
                            ..
                        }
                )
            {
                context.year = Some(range.latest.year());
            }
        }
    }
}

/// What is known around a date.
struct Context {
    published: Option<Date>,
    /// Whether the text tells of times long before it was published.
    history: bool,
    /// Whether numeric dates of this document have the month first; `None` where none of them tells.
    month_first: Option<bool>,
    /// The nearest date before, as resolved.
    last: Option<DateRange>,
    /// The nearest one before that days and weeks can be counted from.
    last_days: Option<DateRange>,
    /// The nearest year that was written before, or followed from it.
    year: Option<i16>,
    /// A year written in the sentence with this number.
    sentence_year: Option<(usize, i16)>,
}

impl Context {
    /// The year that the text itself gives a bare date, and not the day of publication.
    fn told_year(&self) -> Option<i16> {
        if self.history || self.published.is_none() {
            self.year
        } else {
            self.sentence_year.map(|(_, year)| year)
        }
    }
}

/// How many days a date may have for days and weeks to be counted from it: a month, but no year.
const LONG: i64 = 31;

/// How many days off it may be meant for that.
const LOOSE: i64 = 7;

/// A text with at least so many dated months is history where most of them lie more than two years back.
const HISTORY_DATES: usize = 4;

fn is_history(published: Option<Date>, mentions: &[Mention]) -> bool {
    let Some(published) = published else {
        return true;
    };
    let (mut old, mut all) = (0, 0);
    for mention in mentions {
        if let Value::Date(DateValue {
            expression:
                Expression::Calendar {
                    year: Some(year),
                    month: Some(_),
                    ..
                },
            ..
        }) = &mention.value
        {
            all += 1;
            old += usize::from(*year + 2 < published.year());
        }
    }
    all >= HISTORY_DATES && old * 4 >= all * 3
}

/// The order of numeric dates, by one that read one way only is a day that the document tells of elsewhere, or the day
/// of its publication.
fn order_by_days(published: Option<Date>, mentions: &[Mention]) -> Option<bool> {
    let mut open: Vec<(Date, Date)> = Vec::new();
    let mut told: BTreeSet<Date> = published.into_iter().collect();
    for mention in mentions {
        let Value::Date(value) = &mention.value else {
            continue;
        };
        match (&value.expression, value.range) {
            (Expression::OneOf(month_first, day_first), _) => {
                open.extend(written_day(month_first).zip(written_day(day_first)));
            }
            (expression, Some(range)) if range.days() == 1 && expression.slack() == 0 => {
                told.insert(range.earliest);
            }
            _ => {}
        }
    }
    open.iter().find_map(|(month_first, day_first)| {
        match (told.contains(month_first), told.contains(day_first)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (true, true) | (false, false) => None,
        }
    })
}

fn written_day(expression: &Expression) -> Option<Date> {
    match expression {
        Expression::Calendar {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            ..
        } => Date::new(*year, *month, *day).ok(),
        _ => None,
    }
}

/// The order of numeric dates, by one that leaves no choice.
fn order_by_figures(text: &Text, mentions: &[Mention]) -> Option<bool> {
    mentions.iter().find_map(|mention| {
        let Value::Date(DateValue {
            expression:
                Expression::Calendar {
                    month: Some(month),
                    day: Some(day),
                    ..
                },
            ..
        }) = &mention.value
        else {
            return None;
        };
        let (first, rest) = text.slice(mention.span).split_once(['/', '-', '.'])?;
        let (second, _) = rest.split_once(['/', '-', '.'])?;
        let (first, second) = (first.parse::<i8>().ok()?, second.parse::<i8>().ok()?);
        match (first, second) {
            _ if month == day => None,
            pair if pair == (*month, *day) => Some(true),
            pair if pair == (*day, *month) => Some(false),
            _ => None,
        }
    })
}

fn written_year(expression: &Expression) -> Option<i16> {
    match expression {
        Expression::Calendar { year, .. }
        | Expression::Section { year, .. }
        | Expression::Holiday { year, .. } => *year,
        Expression::Part { of, .. } => written_year(of),
        Expression::Nth { within, .. } => written_year(within),
        Expression::Range(first, last) => written_year(last).or_else(|| written_year(first)),
        Expression::OneOf(first, _) => written_year(first),
        Expression::Years { .. }
        | Expression::Weekday { .. }
        | Expression::Unit { .. }
        | Expression::Offset { .. } => None,
    }
}

/// Whether a month is written: only such a date lends its year to the next one in the sentence of a report ("launched in
/// 2003, and as of February" are two times).
fn names_month(expression: &Expression) -> bool {
    match expression {
        Expression::Calendar { month, .. } => month.is_some(),
        Expression::Part { of, .. } => names_month(of),
        Expression::Nth { within, .. } => names_month(within),
        Expression::Range(first, _) | Expression::OneOf(first, _) => names_month(first),
        Expression::Years { .. }
        | Expression::Section { .. }
        | Expression::Weekday { .. }
        | Expression::Unit { .. }
        | Expression::Offset { .. }
        | Expression::Holiday { .. } => false,
    }
}

/// Writes range and EDTF into a date.
fn resolve(value: &mut DateValue, context: &Context) {
    let expression = match (&value.expression, context.month_first) {
        (Expression::OneOf(month_first, day_first), Some(order)) => {
            if order {
                (**month_first).clone()
            } else {
                (**day_first).clone()
            }
        }
        (expression, _) => expression.clone(),
    };
    value.expression = expression;
    let settled = days(&value.expression, value.weekday, context);
    value.edtf = match &settled {
        Some(range) => edtf(&value.expression, *range),
        None => unresolved(&value.expression),
    };
    value.range = settled;
    if let (Expression::OneOf(first, second), Some(_)) = (&value.expression, settled)
        && let (Some(a), Some(b)) = (days(first, None, context), days(second, None, context))
    {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        value.edtf = format!("[{},{}]", plain(a), plain(b));
    }
    if value.month_day == (None, None)
        && let Expression::Holiday { index, .. } = &value.expression
        && let Some((month, day)) = holidays().get(usize::from(*index)).and_then(|h| h.fixed())
    {
        value.month_day = (Some(month), Some(day));
    }
}
