//! What two claims are both about, in the words of the first.

use crate::Article;
use crate::align::lexical::Words;
use crate::claim::{Claim, Role, Term};
use crate::finding::Evidence;

/// Words that name the question: more make a sentence that nobody reads.
const WORDS: usize = 6;

/// A shared word counts from this likeness on.
const SHARED: f64 = 0.5;

/// The shared words of two claims, in the order in which the first writes them.
pub(super) fn about(left: &Article, a: &Claim, words: &Words<'_>, b: &Claim) -> String {
    let mut terms: Vec<&Term> = shared(a, words, b).into_iter().map(|(x, _)| x).collect();
    terms.sort_by(|x, y| y.near.cmp(&x.near).then(x.role.cmp(&y.role)));
    terms.truncate(WORDS);
    terms.sort_by_key(|t| t.token);
    terms.dedup_by_key(|t| t.item);
    if terms.is_empty() {
        return a.noun.clone().unwrap_or_default();
    }
    terms
        .iter()
        .map(|t| written(left, t))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Which words of the two claims stand for each other, by the place where the first has them.
pub(super) fn evidence(
    left: &Article,
    a: &Claim,
    right: &Article,
    b: &Claim,
    words: &Words<'_>,
    weights: &[(&'static str, f64)],
) -> Vec<Evidence> {
    let pairs = shared(a, words, b);
    let mut evidence = Vec::new();
    for role in [
        Role::Noun,
        Role::Modifier,
        Role::Predicate,
        Role::Subject,
        Role::Clause,
        Role::Sentence,
    ] {
        let mut details: Vec<String> = Vec::new();
        for (x, y) in pairs.iter().filter(|(x, _)| x.role == role) {
            let (x, y) = (written(left, x), written(right, y));
            let detail = if x.eq_ignore_ascii_case(&y) {
                x
            } else {
                format!("{x} ~ {y}")
            };
            if !details.contains(&detail) {
                details.push(detail);
            }
        }
        if !details.is_empty() {
            let weight = weights
                .iter()
                .find(|(name, _)| *name == role.name())
                .map_or(0.0, |&(_, w)| w);
            evidence.push(Evidence {
                feature: role.name(),
                detail: details.join(", "),
                weight,
            });
        }
    }
    evidence
}

/// The terms of `a` with their likest terms of `b`, those of the same sentence only.
fn shared<'c>(a: &'c Claim, words: &Words<'_>, b: &'c Claim) -> Vec<(&'c Term, &'c Term)> {
    let own = |claim: &'c Claim| claim.terms.iter().filter(|t| t.role != Role::Before);
    own(a)
        .filter_map(|x| {
            let best = own(b).max_by(|y, z| {
                words
                    .likeness(x.item, y.item)
                    .total_cmp(&words.likeness(x.item, z.item))
            })?;
            (words.likeness(x.item, best.item) >= SHARED).then_some((x, best))
        })
        .collect()
}

/// The term as its document writes it: a name whole.
fn written(article: &Article, term: &Term) -> String {
    let token = term.token as usize;
    let name = article
        .mentions
        .iter()
        .find(|m| m.kind.is_name() && m.tokens.start == token);
    name.map_or_else(
        || article.text.word(token).to_owned(),
        |m| {
            article
                .text
                .slice(m.span)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        },
    )
}
