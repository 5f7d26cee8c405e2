//! Every pair of claims that was compared, with its features: what the alignment score is fitted on, and the answer to "why
//! was this not compared?".

use serde::Serialize;

use super::json::to_line;
use crate::Article;
use crate::align::{Answer, entity, features, question, trace};
use crate::claim::Claim;

#[derive(Serialize)]
struct CandidateJson<'a> {
    kind: &'static str,
    a: Vec<[usize; 2]>,
    b: Vec<[usize; 2]>,
    documents: [usize; 2],
    text: [&'a str; 2],
    relation: String,
    probability: f64,
    fate: String,
    struck: Vec<&'static str>,
    features: Vec<(&'static str, f64)>,
}

/// A JSON object a line for every two claims of one kind from different documents.
pub fn candidates(articles: &[Article]) -> String {
    let mut names = entity::Entities::new(articles);
    let links = names.links();
    let misspelt = names.misspelt(&links);
    let pairs = question::candidates(articles, (&links, &misspelt), &[], 0.0);
    let compared = question::pairs(articles, (&links, &misspelt), &[]);
    pairs
        .iter()
        .map(|pair| {
            let (left, right) = (&articles[pair.a.article], &articles[pair.b.article]);
            let (a, b) = (claim(articles, pair.a), claim(articles, pair.b));
            let features = features::NAMES.into_iter().zip(pair.features.values());
            to_line(&CandidateJson {
                kind: a.kind.name(),
                a: spans(left, a),
                b: spans(right, b),
                documents: [pair.a.article, pair.b.article],
                text: [text(left, a), text(right, b)],
                relation: format!("{:?}", pair.relation).to_lowercase(),
                probability: pair.probability,
                fate: format!("{:?}", compared.fate(pair)).to_lowercase(),
                struck: trace::struck(articles, pair),
                features: features.collect(),
            })
        })
        .collect()
}

fn claim(articles: &[Article], answer: Answer) -> &Claim {
    &articles[answer.article].claims.list[answer.claim]
}

fn spans(article: &Article, claim: &Claim) -> Vec<[usize; 2]> {
    claim
        .mentions
        .iter()
        .map(|&m| {
            [
                article.mentions[m].span.start(),
                article.mentions[m].span.end(),
            ]
        })
        .collect()
}

fn text<'a>(article: &'a Article, claim: &Claim) -> &'a str {
    article
        .document
        .source
        .slice(claim.mention(&article.mentions).span)
}
