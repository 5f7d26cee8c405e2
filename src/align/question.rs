//! Which claims answer the same question: scored, explained away, paired, and grouped over all documents.

use super::entity::EntityLink;
use super::features::{Features, features};
use super::lexical::Lexical;
use super::weights::probability;
use crate::Article;
use crate::claim::Claim;
use crate::value::{Kind, ValueRelation};

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

/// Equal values need less likeness to be taken for one answer than different ones to be taken for a conflict: a value that
/// is explained is no candidate any more. Lower, and figures that are equal by chance hide conflicts; higher, and an
/// agreement told in other words leaves its figures free to pair wrongly.
const AGREE: f64 = 0.12;

/// From here on two different values are taken to answer one question.
const CONFLICT: f64 = 0.35;

/// How much likelier a pair must be than the next best one of either claim: closer ones are ambiguous, and stay silent.
const MARGIN: f64 = 0.1;

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
pub fn pairs(articles: &[Article], links: &[EntityLink]) -> Vec<Pair> {
    let mut candidates = candidates(articles, links);
    candidates.sort_by(|x, y| {
        y.probability
            .total_cmp(&x.probability)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut explained: Vec<Vec<Vec<bool>>> = articles
        .iter()
        .map(|x| {
            articles
                .iter()
                .map(|_| vec![false; x.claims.list.len()])
                .collect()
        })
        .collect();
    let mut accepted: Vec<Pair> = Vec::new();
    for pair in candidates
        .iter()
        .filter(|p| p.relation < ValueRelation::Disjoint && p.probability >= AGREE)
    {
        // An open relation explains nothing away but keeps its two claims from pairing with others less likely.
        if pair.relation == ValueRelation::Open && pair.probability < CONFLICT {
            continue;
        }
        explained[pair.a.article][pair.b.article][pair.a.claim] = true;
        explained[pair.b.article][pair.a.article][pair.b.claim] = true;
        accepted.push(pair.clone());
    }
    let free: Vec<&Pair> = candidates
        .iter()
        .filter(|p| {
            p.relation == ValueRelation::Disjoint
                && !explained[p.a.article][p.b.article][p.a.claim]
                && !explained[p.b.article][p.a.article][p.b.claim]
        })
        .collect();
    let mut taken: Vec<&Pair> = Vec::new();
    for pair in free.iter().filter(|p| p.probability >= CONFLICT) {
        let used = taken.iter().any(|t| {
            t.a == pair.a && t.b.article == pair.b.article
                || t.b == pair.b && t.a.article == pair.a.article
        });
        if !used && !is_ambiguous(articles, &free, pair) {
            taken.push(pair);
        }
    }
    accepted.extend(taken.into_iter().cloned());
    accepted
}

/// Whether another partner with another value is about as likely for either claim.
fn is_ambiguous(articles: &[Article], free: &[&Pair], pair: &Pair) -> bool {
    let claim = |answer: Answer| {
        (
            &articles[answer.article],
            &articles[answer.article].claims.list[answer.claim],
        )
    };
    let same = |x: Answer, y: Answer| {
        let ((left, a), (right, b)) = (claim(x), claim(y));
        relation(left, a, right, b) <= ValueRelation::LessPrecise
    };
    free.iter().any(|other| {
        let rival = other.a == pair.a
            && other.b.article == pair.b.article
            && other.b != pair.b
            && !same(other.b, pair.b)
            || other.b == pair.b
                && other.a.article == pair.a.article
                && other.a != pair.a
                && !same(other.a, pair.a);
        rival && other.probability + MARGIN > pair.probability
    })
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
    articles[answer.article].claims.list[answer.claim].kind
}

/// Whether a pair belongs to a question: it shares a claim with it, or repeats its answers document by document.
fn joins(articles: &[Article], question: &Question, pair: &Pair) -> bool {
    let value = |answer: Answer| {
        (
            &articles[answer.article],
            &articles[answer.article].claims.list[answer.claim],
        )
    };
    let same = |x: Answer, y: Answer| {
        let ((left, a), (right, b)) = (value(x), value(y));
        relation(left, a, right, b) <= ValueRelation::LessPrecise
    };
    let fits = |answer: Answer| {
        question
            .answers
            .iter()
            .filter(|a| a.article == answer.article)
            .all(|&a| a == answer || same(a, answer))
    };
    let shares = question.answers.contains(&pair.a) || question.answers.contains(&pair.b);
    let repeats = [pair.a, pair.b].iter().all(|&x| {
        question
            .answers
            .iter()
            .any(|&a| a.article == x.article && same(a, x))
    });
    (shares || repeats) && fits(pair.a) && fits(pair.b)
}
