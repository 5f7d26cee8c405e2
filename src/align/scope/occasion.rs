//! Whether the words beside two days or hours say that they are of two occasions.

use super::Spot;
use crate::Article;
use crate::claim::Claim;
use crate::value::{Anchor, DateRange, Expression, Kind, Value};

/// Whether a date counts from the day on which somebody said it, in a quotation: nobody knows which day that was, "What will you do
/// today?"
pub(in crate::align) fn is_spoken((article, claim): (&Article, &Claim)) -> bool {
    let mention = claim.mention(&article.mentions);
    let Value::Date(date) = &mention.value else {
        return false;
    };
    let quotations = &article.text.quotations;
    let before = quotations.partition_point(|q| q.tokens.end < mention.tokens.end);
    counts_from_day_of_speech(&date.expression)
        && quotations
            .get(before)
            .is_some_and(|q| q.tokens.start <= mention.tokens.start)
}

fn counts_from_day_of_speech(date: &Expression) -> bool {
    match date {
        Expression::Unit { anchor, .. } | Expression::Offset { anchor, .. } => {
            *anchor == Anchor::Published
        }
        Expression::Part { of, .. } => counts_from_day_of_speech(of),
        Expression::Nth { within, .. } => counts_from_day_of_speech(within),
        Expression::Range(first, last) => {
            counts_from_day_of_speech(first) || counts_from_day_of_speech(last)
        }
        Expression::Calendar { .. }
        | Expression::Years { .. }
        | Expression::Section { .. }
        | Expression::Weekday { .. }
        | Expression::Holiday { .. }
        | Expression::OneOf(..) => false,
    }
}

/// Whether two values are written alike: a reader who sees "today" twice sees no disagreement.
pub(in crate::align) fn written_alike(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let written = |(article, claim): (&Article, &Claim)| {
        let mention = claim.mention(&article.mentions);
        let words = mention
            .tokens
            .clone()
            .map(|t| article.text.lower(t).to_owned());
        words.collect::<Vec<_>>()
    };
    written(x) == written(y)
}

/// Whether the two tell of two times of day on two days: the day of each is the one in its sentence, or else the last one named
/// shortly before.
pub(in crate::align) fn of_two_days(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let (own, other) = (day_of(x), day_of(y));
    own.zip(other).is_some_and(|(a, b)| !a.meets(&b))
}

/// The day that a value is told of.
fn day_of((article, claim): (&Article, &Claim)) -> Option<DateRange> {
    let mention = claim.mention(&article.mentions);
    let first = mention.sentence.saturating_sub(DAYS_BEFORE);
    let days = article
        .mentions
        .iter()
        .filter(|m| m.kind == Kind::Date && (first..=mention.sentence).contains(&m.sentence))
        .filter_map(|m| Some((m.sentence, m.value.range().filter(|r| r.days() == 1)?)));
    let mut last = None;
    let mut own = None;
    for (sentence, day) in days {
        if sentence == mention.sentence {
            // Of two days in one sentence nobody knows whose hour it is.
            if own.is_some_and(|own| own != day) {
                return None;
            }
            own = Some(day);
        } else {
            last = Some(day);
        }
    }
    own.or(last)
}

/// So many sentences before may the day of an hour be named.
const DAYS_BEFORE: usize = 2;

impl Spot<'_> {
    /// Whether a date is the last time of something: "nobody has won since May", "the first since 2010".
    pub(super) fn is_last_time(&self) -> bool {
        let since = match self.before(1) {
            "the" => self.before(2),
            word => word,
        };
        since == "since" && {
            let words = self.sentence.start..self.tokens.start;
            words
                .into_iter()
                .any(|i| super::is(self.text.lower(i), "none"))
        }
    }
}
