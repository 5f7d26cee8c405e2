//! Figures, dates, times and scores of the draft, and where the sources give them.

use super::Asserted;
use crate::Article;
use crate::align::{self, Answer, Story};
use crate::claim::Claim;
use crate::finding::Occurrence;
use crate::value::{Dimension, Expression, Value, ValueRelation};

/// An equal value supports a claim where the sentences are this likely to answer one question: far less than what an agreement
/// needs between two articles, since it hides nothing. Lower, and "three" is supported by any three.
const EQUAL: f64 = 0.02;

/// The same for a value that many claims give by chance: "three", "Tuesday".
const EQUAL_SMALL: f64 = 0.06;

/// The same where one of the two is a coarser form of the other.
const COARSER: f64 = 0.1;

/// The same where both can be true: "more than 600" and "above 680".
const OPEN: f64 = 0.35;

/// The claims of the draft about a value.
pub(super) fn asserted(story: &Story<'_>) -> Vec<Asserted> {
    let articles = story.articles;
    let draft = &articles[0];
    let mut support: Vec<Vec<(Occurrence, bool)>> = vec![Vec::new(); draft.claims.list.len()];
    let links = (&story.entities[..], &story.misspelt[..]);
    for pair in align::question::candidates(articles, links, &story.apart, EQUAL) {
        let enough = match pair.relation {
            ValueRelation::Equal if small(value(draft, pair.a)) => EQUAL_SMALL,
            ValueRelation::Equal => EQUAL,
            ValueRelation::LessPrecise => COARSER,
            ValueRelation::Open => OPEN,
            ValueRelation::Disjoint | ValueRelation::Incomparable => continue,
        };
        if pair.a.article == 0 && pair.probability >= enough {
            let coarser = pair.relation != ValueRelation::Equal;
            support[pair.a.claim].push((place(articles, pair.b), coarser));
        }
    }
    for question in &story.questions {
        for &own in question.answers.iter().filter(|a| a.article == 0) {
            for &other in question.answers.iter().filter(|a| a.article != 0) {
                match relation(articles, own, other) {
                    ValueRelation::Disjoint | ValueRelation::Incomparable => {}
                    relation => support[own.claim]
                        .push((place(articles, other), relation != ValueRelation::Equal)),
                }
            }
        }
    }
    let list = draft.claims.list.iter().zip(support);
    list.map(|(claim, mut support)| {
        if support.is_empty() {
            support = rare(story, claim);
        }
        Asserted {
            mentions: claim.mentions.clone(),
            noun: claim.noun.clone(),
            support,
        }
    })
    .collect()
}

fn value(article: &Article, answer: Answer) -> &Value {
    &article.mentions[article.claims.list[answer.claim].mentions[0]].value
}

fn place(articles: &[Article], answer: Answer) -> Occurrence {
    let article = &articles[answer.article];
    let claim = &article.claims.list[answer.claim];
    Occurrence::of(article, &article.mentions[claim.mentions[0]])
}

/// How two claims relate, linked conversions being one value.
fn relation(articles: &[Article], x: Answer, y: Answer) -> ValueRelation {
    let values = |answer: Answer| {
        let article = &articles[answer.article];
        let mentions = article.claims.list[answer.claim].mentions.iter();
        mentions.map(move |&m| &article.mentions[m].value)
    };
    values(x)
        .flat_map(|a| values(y).map(move |b| a.relation(b)))
        .min()
        .unwrap_or(ValueRelation::Incomparable)
}

/// Where the sources give a value that is hardly ever equal by chance, whatever stands around it.
fn rare(story: &Story<'_>, claim: &Claim) -> Vec<(Occurrence, bool)> {
    let draft = &story.articles[0];
    let own = &draft.mentions[claim.mentions[0]];
    if !is_rare(&own.value) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for article in &story.articles[1..] {
        let same = article
            .mentions
            .iter()
            .filter(|m| m.kind == own.kind && m.value.relation(&own.value) == ValueRelation::Equal);
        found.extend(same.map(|m| (Occurrence::of(article, m), false)));
    }
    found
}

/// Whether claims give the value by chance: up to twelve of something, a day of the week.
fn small(value: &Value) -> bool {
    match value {
        Value::Figure(figure) => {
            let plain = matches!(
                figure.dimension,
                Dimension::Number | Dimension::Rank | Dimension::Age | Dimension::Duration
            );
            plain
                && figure
                    .amount
                    .is_none_or(|x| x.abs() <= 12.into() && x.is_integer())
        }
        Value::Date(date) => matches!(
            date.expression,
            Expression::Weekday { .. } | Expression::Unit { .. }
        ),
        Value::Time(_) | Value::Score(_) | Value::Name(_) | Value::Quote(_) => false,
    }
}

/// Whether hardly two claims give the value by chance: "31,000", "$2.4 billion", "12 March 2014".
fn is_rare(value: &Value) -> bool {
    match value {
        Value::Figure(figure) => {
            let digits = figure.amount.map_or(0, |x| {
                x.normalize()
                    .mantissa()
                    .unsigned_abs()
                    .to_string()
                    .trim_end_matches('0')
                    .len()
            });
            let large = figure.amount.is_some_and(|x| x.abs() > 100.into());
            large && digits >= 2 && figure.dimension != Dimension::Rank
                || digits >= 3 && figure.dimension != Dimension::Number
        }
        Value::Date(date) => matches!(date.expression, Expression::Calendar { day: Some(_), .. }),
        Value::Score(score) => score.parts.iter().any(|&part| part > 9),
        Value::Time(_) | Value::Name(_) | Value::Quote(_) => false,
    }
}
