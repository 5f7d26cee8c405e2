//! How sure a pair of different values is to answer one question, and how sure it must be.

use rust_decimal::Decimal;

use super::{Pair, amount_of, claim, times_apart};
use crate::Article;
use crate::value::Kind;

/// From here on two different values are reported as answers to one question. At .35 the stories give a fifth more false pairs
/// and the strangers two more; at .53 one in ten true disagreements is lost.
const CONFLICT: f64 = 0.44;

/// The same for counts, of which more questions are told in words that differ: at .44 two known disagreements are lost.
const CONFLICT_OF_COUNTS: f64 = 0.42;

/// The same for counts of which one is at most twice the other. How near two values are is no evidence, and makes no pair likelier;
/// but of the pairs between this and .42 that are nearer than that three in five answer one question, and of those that are
/// farther apart, "22,000 cars a day" and "2,100 lorries", one in twenty-five.
const CONFLICT_OF_NEAR_COUNTS: f64 = 0.35;

/// How many times the other a count may be to be near it.
const NEAR: i64 = 2;

/// The same where one of the counts is "one", which singles out a member sooner than it counts: "one person had been hit".
const CONFLICT_WITH_ONE: f64 = 0.7;

/// The same for scores: like sentences tell of other games all season.
const CONFLICT_OF_SCORES: f64 = 0.5;

/// How sure a pair of different values must be to be reported.
pub(in crate::align) fn needed(articles: &[Article], pair: &Pair) -> f64 {
    match claim(articles, pair.a).kind {
        Kind::Count => needed_of_counts(
            [pair.a, pair.b]
                .map(|answer| amount_of(&articles[answer.article], claim(articles, answer))),
        ),
        Kind::Score => CONFLICT_OF_SCORES,
        _ => CONFLICT,
    }
}

fn needed_of_counts([a, b]: [Option<Decimal>; 2]) -> f64 {
    if a == Some(Decimal::ONE) || b == Some(Decimal::ONE) {
        CONFLICT_WITH_ONE
    } else if times_apart(a, b, NEAR) {
        CONFLICT_OF_COUNTS
    } else {
        CONFLICT_OF_NEAR_COUNTS
    }
}

/// How much each unit of lead over the next best partner adds to the confidence, in log odds, and what no lead costs: a pair
/// that has no rival is surer than its words alone say, and one of several like it is less sure.
const LEAD: f64 = 0.5;
const NO_LEAD: f64 = -0.6;

/// What it costs, likewise, that a claim may agree with another one of the other document, which is too unlike to explain it. Of
/// the likely pairs of which one does, without planted ones, two in seven answer one question, and of the others three in four.
const MAY_AGREE: f64 = -1.0;

/// More lead than this says no more.
const MOST_LEAD: f64 = 2.0;

/// A pair less likely than this is too doubtful whatever its lead, so nothing more is asked about it unless somebody wants to
/// know: of two long tables nearly all pairs are such.
pub(super) fn hopeless(pair: &Pair) -> bool {
    confidence(pair.probability, MOST_LEAD) < CONFLICT_OF_NEAR_COUNTS
}

/// No conflict is surer: 1, as two decimals round it, would say that none of its kind can be wrong.
const SUREST: f64 = 0.99;

/// How sure a conflict is, from how likely its claims are to answer one question and how far they are ahead of their rivals.
pub(in crate::align) fn confidence(probability: f64, lead: f64) -> f64 {
    logistic(log_odds(probability) + NO_LEAD + LEAD * lead.min(MOST_LEAD)).min(SUREST)
}

/// How sure a conflict still is, where one of its claims may agree with another one.
pub(super) fn may_agree(confidence: f64) -> f64 {
    logistic(log_odds(confidence) + MAY_AGREE)
}

pub(super) fn log_odds(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

pub(super) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::question::candidates;
    use crate::read::{Document, InputFormat};

    #[test]
    fn counts_that_are_far_apart_must_be_surer() {
        let p = |a: &str, b: &str, expected: f64| {
            let texts = [a, b].map(|count| format!("The storm damaged {count} boats in Ostby."));
            let articles: Vec<Article> = (0..)
                .zip(texts)
                .map(|(id, prose)| Document::new(id, "t", &prose, InputFormat::Text))
                .map(crate::analyze)
                .collect();
            let all = candidates(&articles, (&[], &[]), &[], 0.0);
            let first = |pair: &&Pair| pair.a.claim == 0 && pair.b.claim == 0;
            let pair = all.iter().find(first).expect("the boats are compared");
            assert!(
                (needed(&articles, pair) - expected).abs() < 1e-9,
                "{a} / {b}"
            );
        };
        p("23", "31", CONFLICT_OF_NEAR_COUNTS);
        p("20", "40", CONFLICT_OF_NEAR_COUNTS);
        p("20", "41", CONFLICT_OF_COUNTS);
        p("2,100", "22,000", CONFLICT_OF_COUNTS);
        p("one", "two", CONFLICT_WITH_ONE);
    }
}
