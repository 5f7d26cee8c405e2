//! Figures, dates, times and scores of the draft, and where the sources give them.

use super::{Asserted, Support, apart};
use crate::Article;
use crate::align::question::{Pair, value};
use crate::align::{self, Answer, Story};
use crate::claim::Claim;
use crate::finding::Occurrence;
use crate::judge;
use crate::value::{DateValue, Dimension, Expression, Value, ValueRelation};

/// An equal value supports a claim where the sentences are this likely to answer one question: far less than what an agreement
/// needs between two articles, since it hides nothing. Lower, and "three" is supported by any three.
const EQUAL: f64 = 0.02;

/// The same for a value that many claims give by chance: "three", "Tuesday".
const EQUAL_SMALL: f64 = 0.06;

/// The same where one of the two is a coarser form of the other.
const COARSER: f64 = 0.1;

/// The same where both can be true: "more than 600" and "above 680".
const OPEN: f64 = 0.35;

/// The same of a source that shares few names with the draft, whatever the values.
const OF_A_STRANGER: f64 = 0.2;

/// A value that differs and is this many times likelier to answer the question keeps an equal one from supporting a claim: the
/// source tells it of something else.
const OUTDONE: f64 = 3.0;

/// A value that differs is shown beside a claim that is found in no source where it is so likely that it answers the question:
/// a hint for who looks for the place, and no accusation.
const NEAREST: f64 = 0.2;

/// All pairs of claims of the draft and of a source that may be about one thing.
pub(super) fn pairs(story: &Story<'_>) -> Vec<Pair> {
    let links = (&story.entities[..], &story.misspelt[..]);
    // A source that shares few names with the draft was named as its source, and may support it; what it says otherwise is of
    // another story, and contradicts nothing.
    let apart: Vec<(usize, usize)> = story
        .apart
        .iter()
        .copied()
        .filter(|&(a, _)| a != 0)
        .collect();
    let mut pairs = align::question::candidates(story.articles, links, &apart, EQUAL);
    pairs.retain(|pair| pair.a.article == 0);
    pairs
}

/// The claims of the draft about a value.
pub(super) fn asserted(story: &Story<'_>, pairs: &[Pair]) -> Vec<Asserted> {
    let articles = story.articles;
    let draft = &articles[0];
    let mut support: Vec<Vec<Support>> = vec![Vec::new(); draft.claims.list.len()];
    let otherwise = otherwise(draft, pairs);
    for pair in pairs {
        let Some(said) = said(articles, pair.a, pair.b) else {
            continue;
        };
        let enough = match pair.relation {
            ValueRelation::Equal if small(value(articles, pair.a)) => EQUAL_SMALL,
            ValueRelation::Equal => EQUAL,
            ValueRelation::LessPrecise => COARSER,
            ValueRelation::Open => OPEN,
            ValueRelation::Disjoint | ValueRelation::Incomparable => continue,
        };
        let stranger = story.apart.contains(&(pair.a.article, pair.b.article));
        let enough = if stranger {
            enough.max(OF_A_STRANGER)
        } else {
            enough
        };
        if apart::apart(story, pair.a, pair.b) {
            continue;
        }
        let outdone =
            otherwise[pair.a.claim].is_some_and(|o| pair.probability * OUTDONE < o.probability);
        if pair.probability >= enough && !outdone {
            support[pair.a.claim].push(Support {
                place: place(articles, pair.b),
                coarser: said == Said::Coarser,
                likeness: pair.probability,
            });
        }
    }
    for question in &story.questions {
        for &own in question.answers.iter().filter(|a| a.article == 0) {
            for &other in question.answers.iter().filter(|a| a.article != 0) {
                if apart::apart(story, own, other) {
                    continue;
                }
                if let Some(said) = said(articles, own, other) {
                    support[own.claim].push(Support {
                        place: place(articles, other),
                        coarser: said == Said::Coarser,
                        likeness: question.probability,
                    });
                }
            }
        }
    }
    let list = draft.claims.list.iter().zip(support).zip(otherwise);
    let numbered = list.enumerate();
    numbered
        .map(|(number, ((claim, mut support), otherwise))| {
            if support.is_empty() {
                support = rare(
                    story,
                    Answer {
                        article: 0,
                        claim: number,
                    },
                );
            }
            let nearest = otherwise.filter(|pair| pair.probability >= NEAREST);
            let nearest = nearest.map(|pair| place(articles, pair.b));
            Asserted {
                mentions: claim.mentions.clone(),
                noun: claim.noun.clone(),
                about: judge::question(draft, claim),
                support,
                nearest: nearest.or_else(|| anywhere(story, claim)),
            }
        })
        .collect()
}

/// For each claim of the draft the likeliest claim of a source with a different value.
fn otherwise<'p>(draft: &Article, pairs: &'p [Pair]) -> Vec<Option<&'p Pair>> {
    let mut likeliest: Vec<Option<&Pair>> = vec![None; draft.claims.list.len()];
    // What the draft says elsewhere is no rival here: "a man of 71 and a woman of 45" in both.
    let equal = |b: Answer| {
        let of_it = pairs.iter().filter(|p| p.b == b);
        let of_it = of_it.filter(|p| p.relation == ValueRelation::Equal);
        of_it.map(|p| p.probability).fold(0.0, f64::max)
    };
    for pair in pairs
        .iter()
        .filter(|p| p.relation == ValueRelation::Disjoint)
    {
        if equal(pair.b) > pair.probability {
            continue;
        }
        let known = &mut likeliest[pair.a.claim];
        if known.is_none_or(|k| pair.probability > k.probability) {
            *known = Some(pair);
        }
    }
    likeliest
}

fn place(articles: &[Article], answer: Answer) -> Occurrence {
    let article = &articles[answer.article];
    let claim = &article.claims.list[answer.claim];
    Occurrence::of(article, claim.mention(&article.mentions))
}

/// What a source says of a value of the draft that it does not contradict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    /// The same.
    Same,
    /// One of the two says it more coarsely.
    Coarser,
}

/// What one claim says of another, linked conversions being one value.
fn said(articles: &[Article], own: Answer, other: Answer) -> Option<Said> {
    let values = |answer: Answer| {
        let article = &articles[answer.article];
        let mentions = article.claims.list[answer.claim].mentions.iter();
        mentions.map(move |&m| &article.mentions[m].value)
    };
    values(own)
        .flat_map(|a| values(other).filter_map(move |b| says(a, b)))
        .min()
}

/// What a value of a source says of one of the draft. It is less than that they can both be right: a day that nobody can place
/// in the calendar may be any day, and confirms none.
fn says(own: &Value, other: &Value) -> Option<Said> {
    let relation = own.relation(other);
    match (relation, own, other) {
        (ValueRelation::Disjoint | ValueRelation::Incomparable, ..) => None,
        (ValueRelation::Open, Value::Figure(_), _) => Some(Said::Coarser),
        (ValueRelation::Open, Value::Date(own), Value::Date(other))
            if own.expression == other.expression && !is_told_from_today(own) =>
        {
            Some(Said::Same)
        }
        (ValueRelation::Open, ..) => None,
        (_, Value::Date(own), Value::Date(other)) if says_year(own) && !says_year(other) => {
            match own.range.zip(other.range) {
                // The year that the source does not write is that of its own date.
                Some((a, b)) if !a.meets(&b) => None,
                Some(_) if relation == ValueRelation::Equal => Some(Said::Same),
                Some(_) | None => Some(Said::Coarser),
            }
        }
        (_, Value::Figure(own), Value::Figure(other)) if own.bound != other.bound => {
            Some(Said::Coarser)
        }
        (ValueRelation::Equal, ..) => Some(Said::Same),
        (ValueRelation::LessPrecise, ..) => Some(Said::Coarser),
    }
}

/// Whether the words of a date count from the day on which they were written.
fn is_told_from_today(date: &DateValue) -> bool {
    matches!(
        date.expression,
        Expression::Unit { .. } | Expression::Offset { .. }
    )
}

/// Whether the words of a date name its year.
fn says_year(date: &DateValue) -> bool {
    matches!(date.expression, Expression::Calendar { year: Some(_), .. })
}

/// Where the sources give a value that is hardly ever equal by chance, of whatever it is said that is not somebody else.
fn rare(story: &Story<'_>, own: Answer) -> Vec<Support> {
    let kind = story.articles[0].claims.list[own.claim].kind;
    if !is_rare(value(story.articles, own)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, article) in story.articles.iter().enumerate().skip(1) {
        for (index, mention) in article.mentions.iter().enumerate() {
            let same = mention.kind == kind
                && says(value(story.articles, own), &mention.value) == Some(Said::Same);
            if !same {
                continue;
            }
            let mut list = article.claims.list.iter();
            let claim = list.position(|claim| claim.mentions.contains(&index));
            let of_another = claim.is_some_and(|claim| {
                let article = number;
                apart::of_two_people(story, own, Answer { article, claim })
            });
            if !of_another {
                found.push(Support::exact(Occurrence::of(article, mention)));
            }
        }
    }
    found
}

/// The first place where a source gives the value at all, whatever it is said of.
fn anywhere(story: &Story<'_>, claim: &Claim) -> Option<Occurrence> {
    let own = claim.mention(&story.articles[0].mentions);
    if small(&own.value) {
        return None;
    }
    story.articles[1..].iter().find_map(|article| {
        let mut like = article.mentions.iter().filter(|m| m.kind == own.kind);
        let found = like.find(|m| says(&own.value, &m.value) == Some(Said::Same))?;
        Some(Occurrence::of(article, found))
    })
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
            let money = figure.dimension == Dimension::Money;
            large && (digits >= 2 || money) && figure.dimension != Dimension::Rank
                || digits >= 3 && figure.dimension != Dimension::Number
        }
        Value::Date(date) => matches!(date.expression, Expression::Calendar { day: Some(_), .. }),
        Value::Score(score) => score.parts.iter().any(|&part| part > 9),
        Value::Time(_) | Value::Name(_) | Value::Quote(_) => false,
    }
}
