//! Whether the words beside two days or hours say that they are of two occasions.

use super::Spot;
use crate::Article;
use crate::claim::Claim;
use crate::value::{Anchor, Expression, Kind, Value, ValueRelation};

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
    own.zip(other)
        .is_some_and(|(a, b)| a.relation(b) == ValueRelation::Disjoint)
}

/// The day that a value is told of.
fn day_of<'a>((article, claim): (&'a Article, &Claim)) -> Option<&'a Value> {
    let mention = claim.mention(&article.mentions);
    let first = mention.sentence.saturating_sub(DAYS_BEFORE);
    let days = article.mentions.iter().filter(|m| {
        m.kind == Kind::Date
            && (first..=mention.sentence).contains(&m.sentence)
            && m.value.range().is_some_and(|range| range.days() == 1)
    });
    let (mut last, mut own) = (None, None);
    for day in days {
        if day.sentence == mention.sentence {
            // Of two days in one sentence nobody knows whose hour it is.
            if own.is_some_and(|own: &Value| own.relation(&day.value) == ValueRelation::Disjoint) {
                return None;
            }
            own = Some(&day.value);
        } else {
            last = Some(&day.value);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Document, InputFormat};

    fn article(prose: &str) -> Article {
        crate::analyze(Document::new(0, "t.txt", prose, InputFormat::Text))
    }

    fn claim(article: &Article, kind: Kind) -> (&Article, &Claim) {
        let mut claims = article.claims.list.iter();
        let claim = claims.find(|c| c.kind == kind);
        (article, claim.expect("the text gives one"))
    }

    #[test]
    fn a_day_in_a_speech_counts_from_the_day_of_the_speech() {
        let p = |prose: &str, expected: bool| {
            let article = article(prose);
            assert_eq!(is_spoken(claim(&article, Kind::Date)), expected, "{prose}");
        };
        p("\"We close it today,\" she said.", true);
        p("\"We close it later this week,\" she said.", true);
        p("\"We close it on Friday,\" she said.", false);
        p("\"We close it,\" she said today.", false);
        p("She said \"no\" today and \"yes\" before.", false);
    }

    #[test]
    fn an_hour_is_of_the_day_that_was_named_last() {
        let p = |a: &str, b: &str, expected: bool| {
            let read = |prose: &str| {
                let day = "2016-06-15".parse().ok();
                crate::analyze(Document {
                    published: day,
                    ..Document::new(0, "t.txt", prose, InputFormat::Text)
                })
            };
            let (a, b) = (read(a), read(b));
            let (x, y) = (claim(&a, Kind::Time), claim(&b, Kind::Time));
            assert_eq!(of_two_days(x, y), expected, "{}", a.document.prose);
            assert_eq!(of_two_days(y, x), expected, "{}", a.document.prose);
        };
        let one = "The boat was called at 11am on Friday.";
        p(
            one,
            "It sank on Saturday. The boat was called at 3pm.",
            true,
        );
        p(one, "It sank on Friday. The boat was called at 3pm.", false);
        p(one, "The boat was called at 3pm.", false);
        p(
            one,
            "It sank on Saturday. It was dark. It rained. Few came. The boat was called at 3pm.",
            false,
        );
    }
}
