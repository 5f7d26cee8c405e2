//! Questions with all their answers: what was compared in pairs, grouped over all documents.

use super::{Answer, Compared, Pair, Question, claim, same_value, value_relation};
use crate::Article;
use crate::value::ValueRelation;

/// Claims of three documents that answer one question are each likely to answer it with every other.
const FITS: f64 = 0.05;

/// Another place that gives a value of a question needs this much likeness with one of its answers from another document.
const ABSORB: f64 = 0.15;

/// Groups what was compared into questions: each conflict with every other place that gives one of its values, then what agrees.
///
/// A group holds only claims of which every two of different documents fit each other, and every two of one document give
/// the same value: no chains.
pub fn group(articles: &[Article], compared: &Compared<'_>) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for pair in &compared.conflicts {
        join(articles, compared, &mut questions, pair);
    }
    for question in &mut questions {
        absorb(articles, compared, question);
    }
    let conflicts = questions.len();
    for pair in &compared.agreements {
        let settled = |answer: Answer| {
            questions[..conflicts]
                .iter()
                .any(|q| q.answers.contains(&answer))
        };
        if !settled(pair.a) && !settled(pair.b) {
            join(articles, compared, &mut questions, pair);
        }
    }
    questions.sort_by(|x, y| x.answers.cmp(&y.answers));
    questions
}

/// Adds a pair to the question that it belongs to, or as a question of its own.
fn join(articles: &[Article], compared: &Compared<'_>, questions: &mut Vec<Question>, pair: &Pair) {
    let kind = claim(articles, pair.a).kind;
    let home = questions
        .iter_mut()
        .find(|q| q.kind == kind && belongs(articles, compared, q, pair));
    match home {
        Some(question) => {
            question.answers.extend([pair.a, pair.b]);
            question.answers.sort_unstable();
            question.answers.dedup();
        }
        None => questions.push(Question {
            kind,
            answers: vec![pair.a, pair.b],
            probability: pair.probability,
            best: pair.clone(),
        }),
    }
}

/// Whether a pair belongs to a question: it shares a claim with it, or repeats its answers document by document.
fn belongs(
    articles: &[Article],
    compared: &Compared<'_>,
    question: &Question,
    pair: &Pair,
) -> bool {
    let shares = question.answers.contains(&pair.a) || question.answers.contains(&pair.b);
    // What agrees with two values that differ is too coarse to join them: "18 to 84" with 54 and with 65.
    let agrees = |x: Answer| {
        question
            .answers
            .iter()
            .all(|&a| value_relation(articles, a, x) < ValueRelation::Disjoint)
    };
    if pair.relation < ValueRelation::Disjoint && !(agrees(pair.a) && agrees(pair.b)) {
        return false;
    }
    let repeats = [pair.a, pair.b].iter().all(|&x| {
        question
            .answers
            .iter()
            .any(|&a| a.article == x.article && same_value(articles, a, x))
    });
    (shares || repeats)
        && [pair.a, pair.b].iter().all(|&x| {
            fits(
                articles,
                compared,
                question,
                x,
                if repeats { 0.0 } else { FITS },
            )
        })
}

/// Whether a claim gives the value that its document gives already, and goes with every answer of the other documents.
fn fits(
    articles: &[Article],
    compared: &Compared<'_>,
    question: &Question,
    answer: Answer,
    least: f64,
) -> bool {
    question.answers.iter().all(|&a| {
        if a.article == answer.article {
            same_value(articles, a, answer)
        } else {
            compared.likeness(a, answer) >= least
        }
    })
}

/// Adds the claims that repeat a value of the question in the same words, in documents that answer it and in others.
fn absorb(articles: &[Article], compared: &Compared<'_>, question: &mut Question) {
    for (article, content) in articles.iter().enumerate() {
        for index in 0..content.claims.list.len() {
            let answer = Answer {
                article,
                claim: index,
            };
            let repeated = !question.answers.contains(&answer)
                && content.claims.list[index].kind == question.kind
                && question
                    .answers
                    .iter()
                    .any(|&a| same_value(articles, a, answer))
                && question
                    .answers
                    .iter()
                    .any(|&a| a.article != article && compared.likeness(a, answer) >= ABSORB)
                && fits(articles, compared, question, answer, FITS);
            if repeated {
                question.answers.push(answer);
            }
        }
    }
    question.answers.sort_unstable();
}
