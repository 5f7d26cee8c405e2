//! How a length of time is meant, where it is not simply how long something took.

use super::{Spot, is};
use crate::Article;
use crate::claim::Claim;
use crate::value::{Figure, Value};
use rust_decimal::Decimal;

/// How a length of time is meant where it is not how long something took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::align) enum Stretch {
    /// How much later or earlier: "25 minutes later", "two hours after the match".
    Offset,
    /// That of an account: "in the three months to December".
    Account,
    /// How long such a thing lasts by its rules: "a 60-minute game".
    Rule,
    /// How much was left of it: "with eight minutes to play".
    Left,
}

/// How far behind an attribute its noun may stand: "a 90-minute cup match".
const NOUN: usize = 3;

/// How many words may stand between "for" and its length: "for just over an hour".
const HEDGES: usize = 3;

/// How far before a length the verb may stand that begins it: "joined the club nine years before".
const BEGAN: usize = 4;

impl Spot<'_> {
    /// "25 minutes later", "three years late", "two hours after the match"; "with eight minutes to play", "124 seconds from the end";
    /// "in the three months to December"; "a 60-minute game". Who "came 16 years ago" was there for 16 years, and who "slept for two
    /// hours after the match" slept so long.
    pub(super) fn stretch(&self) -> Option<Stretch> {
        let how_long = (1..=HEDGES).any(|n| matches!(self.before(n), "for" | "spent" | "lasted"));
        // Who "joined the club nine years before her arrest" had been there for nine years.
        let began = || {
            (1..=BEGAN).any(|n| {
                let word = self.before(n);
                matches!(
                    word,
                    "joined" | "came" | "started" | "moved" | "arrived" | "began" | "founded"
                )
            })
        };
        let since = matches!(self.behind(1), "after" | "before")
            && !how_long
            && !began()
            && self.behind(2).starts_with(char::is_alphanumeric)
            || self.behind(1) == "into" && self.behind(2) == "the";
        let account = self.before(1) == "the"
            && matches!(self.behind(1), "to" | "ended" | "ending" | "through")
            && self.dated(self.tokens.end + 1);
        let attribute = self
            .tokens
            .clone()
            .any(|i| matches!(self.text.word(i), "-" | "–"))
            || self.tokens.clone().any(|i| self.text.word(i).contains('-'));
        let left = matches!(self.behind(1), "left" | "remaining")
            || self.behind(1) == "to" && matches!(self.behind(2), "go" | "play" | "spare")
            || self.behind(1) == "from" && ["the", "time"].contains(&self.behind(2));
        let ruled = || (1..=NOUN).any(|n| is(self.behind(n), "game"));
        if since || is(self.behind(1), "offset") {
            Some(Stretch::Offset)
        } else if left {
            Some(Stretch::Left)
        } else if account {
            Some(Stretch::Account)
        } else {
            (attribute && ruled()).then_some(Stretch::Rule)
        }
    }
}

/// Whether one of two lengths counts the days on which people sat together, and the other the hours that they sat: "four days of
/// talks" and "30 hours of talks" are one.
pub(in crate::align) fn of_one_sitting(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let hours_a_day = |days: (&Article, &Claim), hours: (&Article, &Claim)| {
        let (Some(days), Some(hours)) = (figure(days, "day"), figure(hours, "hour")) else {
            return false;
        };
        let low = days.checked_mul(SHORTEST_DAY.into());
        let high = days.checked_mul(LONGEST_DAY.into());
        low.zip(high)
            .is_some_and(|(low, high)| (low..=high).contains(&hours))
    };
    (hours_a_day(x, y) || hours_a_day(y, x)) && [x, y].into_iter().all(is_sitting)
}

/// So many hours people sit on one day, at the least and at the most.
const SHORTEST_DAY: i64 = 2;
const LONGEST_DAY: i64 = 14;

/// The amount of a length of time in this unit.
fn figure((article, claim): (&Article, &Claim), unit: &str) -> Option<Decimal> {
    let Value::Figure(figure) = &claim.mention(&article.mentions).value else {
        return None;
    };
    let figure: &Figure = figure;
    figure
        .amount
        .filter(|_| figure.unit.is_some_and(|u| u.symbol == unit))
}

/// Whether the words around a length of time are of people who sit together and go home between: a jury, a council.
fn is_sitting((article, claim): (&Article, &Claim)) -> bool {
    let terms = claim.terms.iter().filter(|t| t.near);
    let mut words = terms.map(|t| article.text.lower(t.token as usize));
    words.any(|word| is(word, "sitting"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Document, InputFormat};
    use crate::value::Kind;

    #[test]
    fn hours_of_some_days_are_those_days() {
        let p = |a: &str, b: &str, expected: bool| {
            let read =
                |prose: &str| crate::analyze(Document::new(0, "t.txt", prose, InputFormat::Text));
            let (a, b) = (read(a), read(b));
            let [x, y] = [&a, &b].map(|article| {
                let mut claims = article.claims.list.iter();
                let claim = claims.find(|c| c.kind == Kind::Duration);
                (article, claim.expect("the text gives a length of time"))
            });
            assert_eq!(of_one_sitting(x, y), expected);
            assert_eq!(of_one_sitting(y, x), expected);
        };
        let days = "The jury was out after four days of deliberation.";
        p(
            days,
            "The jury was out after 30 hours of deliberation.",
            true,
        );
        // More than a day has.
        p(
            days,
            "The jury was out after 90 hours of deliberation.",
            false,
        );
        p(
            days,
            "The jury was out after five hours of deliberation.",
            false,
        );
        // Who is caught sits there by night as well.
        p(
            days,
            "The miner was freed after 30 hours in the dark.",
            false,
        );
    }
}
