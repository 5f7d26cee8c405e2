//! Which claims answer the same question: scored, explained away, paired, and grouped over all documents.

use super::entity::EntityLink;
use super::features::{Features, features};
use super::lexical::Lexical;
use super::weights::probability;
use crate::Article;
use crate::claim::Claim;
use crate::value::{Kind, Value, ValueRelation};

/// A claim of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Answer {
    /// The document, as an index into the story's articles.
    pub article: usize,
    /// The claim, as an index into that article's claims.
    pub claim: usize,
}

/// Two claims of different documents and how likely they answer one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Of the earlier document.
    pub a: Answer,
    /// Of the later document.
    pub b: Answer,
    /// What they share.
    pub features: Features,
    /// How likely it is that they answer one question.
    pub probability: f64,
    /// How their values relate.
    pub relation: ValueRelation,
}

/// One question with all its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What kind of value answers it.
    pub kind: Kind,
    /// The claims that answer it, in text order.
    pub answers: Vec<Answer>,
    /// How likely it is that all of them do.
    pub probability: f64,
    /// The pair that joined them with the least doubt.
    pub best: Pair,
}

/// Equal values need less likeness to be taken for one answer than different ones to be taken for a conflict: what is explained
/// is no candidate any more. Lower, and figures that are equal by chance hide conflicts; higher, and an agreement told in
/// other words leaves its figures free to pair wrongly.
const AGREE: f64 = 0.12;

/// From here on two different values are reported as answers to one question.
const CONFLICT: f64 = 0.35;

/// How much equal values speak for one question, in log odds, where many figures could be equal by chance (up to twelve) and
/// where few could; and values of which one is a coarser form of the other.
const EQUAL_SMALL: f64 = 1.0;
const EQUAL: f64 = 2.5;
const COARSER: f64 = 0.7;

/// How much each unit of lead over the next best partner adds to the confidence, in log odds, and what no lead costs: a pair
/// that has no rival is surer than its words alone say, and one of several like it is less sure.
const LEAD: f64 = 0.5;
const NO_LEAD: f64 = -0.6;

/// More lead than this says no more.
const MOST_LEAD: f64 = 3.0;

/// All pairs of claims of one kind from different documents whose values can be compared.
pub fn candidates(articles: &[Article], links: &[EntityLink]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for a in 0..articles.len() {
        for b in a + 1..articles.len() {
            let lexical = Lexical::new(articles, a, b, links);
            for (i, x) in articles[a].claims.list.iter().enumerate() {
                for (j, y) in articles[b].claims.list.iter().enumerate() {
                    let relation = relation(&articles[a], x, &articles[b], y);
                    if x.kind == y.kind && relation != ValueRelation::Incomparable {
                        let features = features(&lexical, &articles[a], &articles[b], x, y);
                        let probability = probability(&features);
                        pairs.push(Pair {
                            a: Answer {
                                article: a,
                                claim: i,
                            },
                            b: Answer {
                                article: b,
                                claim: j,
                            },
                            features,
                            probability,
                            relation,
                        });
                    }
                }
            }
        }
    }
    pairs
}

/// How the values of two claims relate: the best that any of their mentions allow, as linked conversions are one value.
fn relation(left: &Article, a: &Claim, right: &Article, b: &Claim) -> ValueRelation {
    let all = a.mentions.iter().flat_map(|&x| {
        b.mentions
            .iter()
            .map(move |&y| left.mentions[x].value.relation(&right.mentions[y].value))
    });
    all.min().unwrap_or(ValueRelation::Incomparable)
}

/// The pairs that answer one question: those that agree, and those that are different beyond doubt about the question.
///
/// Agreement is looked for first, and what agrees is explained away, unless one of its claims goes better with a different
/// value. Of the rest each claim pairs with its best partner, and the lead over the next best one counts.
pub fn pairs(articles: &[Article], links: &[EntityLink]) -> Vec<Pair> {
    let mut candidates = candidates(articles, links);
    candidates.sort_by(|x, y| {
        y.probability
            .total_cmp(&x.probability)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let (disjoint, agreeing): (Vec<Pair>, Vec<Pair>) = candidates
        .into_iter()
        .partition(|p| p.relation == ValueRelation::Disjoint);
    let mut explained = Explained::new(articles);
    let mut accepted: Vec<Pair> = Vec::new();
    for pair in agreeing.into_iter().filter(|p| p.probability >= AGREE) {
        let strength = log_odds(pair.probability) + bonus(articles, &pair);
        let better = disjoint
            .iter()
            .find(|d| competes(d, &pair))
            .is_some_and(|d| log_odds(d.probability) > strength);
        if !better {
            explained.mark(&pair);
            accepted.push(pair);
        }
    }
    let free: Vec<&Pair> = disjoint.iter().filter(|p| !explained.holds(p)).collect();
    let mut taken: Vec<Pair> = Vec::new();
    for &pair in &free {
        if taken.iter().any(|t| competes(t, pair)) {
            continue;
        }
        let lead = lead(articles, &free, pair);
        let confidence =
            logistic(log_odds(pair.probability) + NO_LEAD + LEAD * lead.min(MOST_LEAD));
        if lead > 0.0 && confidence >= CONFLICT {
            taken.push(Pair {
                probability: confidence,
                ..pair.clone()
            });
        }
    }
    accepted.extend(taken);
    accepted
}

/// Which claims are explained, for each article against each other.
struct Explained(Vec<Vec<Vec<bool>>>);

impl Explained {
    fn new(articles: &[Article]) -> Explained {
        Explained(
            articles
                .iter()
                .map(|x| {
                    articles
                        .iter()
                        .map(|_| vec![false; x.claims.list.len()])
                        .collect()
                })
                .collect(),
        )
    }

    fn mark(&mut self, pair: &Pair) {
        self.0[pair.a.article][pair.b.article][pair.a.claim] = true;
        self.0[pair.b.article][pair.a.article][pair.b.claim] = true;
    }

    fn holds(&self, pair: &Pair) -> bool {
        self.0[pair.a.article][pair.b.article][pair.a.claim]
            || self.0[pair.b.article][pair.a.article][pair.b.claim]
    }
}

/// Whether two pairs of the same two documents share a claim.
fn competes(x: &Pair, y: &Pair) -> bool {
    x.a.article == y.a.article && x.b.article == y.b.article && (x.a == y.a || x.b == y.b)
}

fn log_odds(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// What agreement of the values adds to the likeness of the words.
fn bonus(articles: &[Article], pair: &Pair) -> f64 {
    let value = &articles[pair.a.article].mentions[claim(articles, pair.a).mentions[0]].value;
    let small = match value {
        Value::Figure(figure) => figure
            .amount
            .is_none_or(|x| x.abs() <= 12.into() && x.is_integer()),
        Value::Date(_) | Value::Time(_) | Value::Score(_) | Value::Name(_) | Value::Quote(_) => {
            false
        }
    };
    match pair.relation {
        ValueRelation::Equal if small => EQUAL_SMALL,
        ValueRelation::Equal => EQUAL,
        ValueRelation::LessPrecise => COARSER,
        ValueRelation::Open | ValueRelation::Disjoint | ValueRelation::Incomparable => 0.0,
    }
}

/// How far the pair is ahead of the best other partner of either claim that gives another value, in log odds.
fn lead(articles: &[Article], free: &[&Pair], pair: &Pair) -> f64 {
    let rival = free
        .iter()
        .filter(|other| competes(other, pair))
        .filter(|other| {
            other.b != pair.b && !same_value(articles, other.b, pair.b)
                || other.a != pair.a && !same_value(articles, other.a, pair.a)
        })
        .map(|other| log_odds(other.probability))
        .fold(f64::NEG_INFINITY, f64::max);
    log_odds(pair.probability) - rival
}

fn claim(articles: &[Article], answer: Answer) -> &Claim {
    &articles[answer.article].claims.list[answer.claim]
}

/// Whether two claims give one value.
fn same_value(articles: &[Article], x: Answer, y: Answer) -> bool {
    relation(
        &articles[x.article],
        claim(articles, x),
        &articles[y.article],
        claim(articles, y),
    ) <= ValueRelation::LessPrecise
}

/// Groups the pairs into questions. A group holds only claims of which every two of different documents fit each other,
/// and every two of one document give the same value.
pub fn group(articles: &[Article], pairs: Vec<Pair>) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for pair in pairs {
        let home = questions
            .iter()
            .position(|q| q.kind == kind(articles, pair.a) && joins(articles, q, &pair));
        match home {
            Some(i) => {
                let question = &mut questions[i];
                for answer in [pair.a, pair.b] {
                    if !question.answers.contains(&answer) {
                        question.answers.push(answer);
                    }
                }
                question.answers.sort_unstable();
            }
            None => questions.push(Question {
                kind: kind(articles, pair.a),
                answers: vec![pair.a, pair.b],
                probability: pair.probability,
                best: pair,
            }),
        }
    }
    questions.sort_by(|x, y| x.answers.cmp(&y.answers));
    questions
}

fn kind(articles: &[Article], answer: Answer) -> Kind {
    claim(articles, answer).kind
}

/// Whether a pair belongs to a question: it shares a claim with it, or repeats its answers document by document.
fn joins(articles: &[Article], question: &Question, pair: &Pair) -> bool {
    let fits = |answer: Answer| {
        question
            .answers
            .iter()
            .filter(|a| a.article == answer.article)
            .all(|&a| a == answer || same_value(articles, a, answer))
    };
    let shares = question.answers.contains(&pair.a) || question.answers.contains(&pair.b);
    let repeats = [pair.a, pair.b].iter().all(|&x| {
        question
            .answers
            .iter()
            .any(|&a| a.article == x.article && same_value(articles, a, x))
    });
    (shares || repeats) && fits(pair.a) && fits(pair.b)
}
