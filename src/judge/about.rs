//! What two claims are both about, in the words of the first, and which of their words and features say so.
//!
//! The score has many features that overlap, and the weight of one alone says little: the fit may give a noun a weight
//! below nothing because "the noun, and no other count of it" has a large one. So they are told by facet, a facet being what
//! a reader would name: what is counted, the verb, of whom it is said.

use crate::Article;
use crate::align::lexical::Words;
use crate::claim::{Claim, Role, Term};
use crate::finding::Evidence;
use crate::source::one_line;

/// Words that name the question: more make a sentence that nobody reads.
const WORDS: usize = 6;

/// A shared word counts from this likeness on.
const SHARED: f64 = 0.5;

/// Words that differ are shown as standing for each other from this likeness on; below it a reader sees no kinship.
const SHOWN: f64 = 0.58;

/// What a reader would name, and the features that tell it. Every feature is in one facet or in [`OF_THE_KIND`].
pub(super) const FACETS: [(&str, &[&str]); 18] = [
    (
        "noun",
        &["noun", "noun_clash", "noun_class", "lone_noun", "key"],
    ),
    ("modifier", &["modifier"]),
    ("predicate", &["predicate", "predicate_clash"]),
    (
        "subject",
        &[
            "subject",
            "subject_clash",
            "owner_same",
            "owner_clash",
            "owner_other",
            "object_clash",
            "bearer_same",
            "bearer_clash",
            "record_owner_same",
        ],
    ),
    ("clause", &["near", "clause", "left", "right"]),
    ("sentence", &["sentence", "before"]),
    ("names", &["names"]),
    ("alternatives", &["contrast", "alternative"]),
    (
        "meant",
        &[
            "forecast_clash",
            "part_clash",
            "so_far_clash",
            "change_clash",
            "each_clash",
        ],
    ),
    (
        "position",
        &["slot_same", "slot_other", "distance", "beginning"],
    ),
    (
        "which",
        &["order_clash", "other_clash", "year_clash", "since_clash"],
    ),
    ("gist", &["gist", "gist_lead"]),
    ("company", &["company"]),
    ("days", &["date_same", "date_clash"]),
    ("places", &["place_clash"]),
    ("lone", &["lone", "title"]),
    ("stories", &["kin", "strange"]),
    ("rivals", &["best", "best_sentence"]),
];

/// Features that say of what kind the values are, which is no evidence.
#[cfg(test)]
const OF_THE_KIND: [&str; 8] = [
    "age", "date", "ordinal", "score", "measure", "money", "percent", "duration",
];

/// How much the features of a facet add together.
pub(super) fn weight(facet: &str, weights: &[(&'static str, f64)]) -> f64 {
    let features = FACETS.iter().find(|(name, _)| *name == facet);
    weights
        .iter()
        .filter(|(name, _)| features.is_some_and(|(_, list)| list.contains(name)))
        .map(|&(_, weight)| weight)
        .sum()
}

/// The shared words of two claims, in the order in which the first writes them.
pub(super) fn about(left: &Article, a: &Claim, words: &Words<'_>, b: &Claim) -> String {
    in_words(
        left,
        shared(a, words, b).into_iter().map(|(x, _)| x).collect(),
        a,
    )
}

/// The terms that say most of what a claim is about, in the order in which they stand.
fn in_words(article: &Article, mut terms: Vec<&Term>, claim: &Claim) -> String {
    terms.sort_by(|x, y| y.near.cmp(&x.near).then(x.role.cmp(&y.role)));
    // A word that stands at two places is said once: "Mother" is counted by nothing and is the subject, too.
    let mut named: Vec<(u32, String)> = Vec::new();
    for term in terms {
        let word = written(article, term);
        let same = |(_, known): &(u32, String)| known.eq_ignore_ascii_case(&word);
        if named.len() < WORDS && !named.iter().any(same) {
            named.push((term.token, word));
        }
    }
    named.sort_by_key(|&(token, _)| token);
    if named.is_empty() {
        return claim.noun.clone().unwrap_or_default();
    }
    let words: Vec<String> = named.into_iter().map(|(_, word)| word).collect();
    words.join(" ")
}

/// What one claim is about by itself: its own words at the places that name a question, as many as are shown for two.
pub(crate) fn question(article: &Article, claim: &Claim) -> String {
    let naming = |term: &&Term| match term.role {
        Role::Noun | Role::Modifier | Role::Predicate | Role::Subject => true,
        Role::Clause => term.near,
        Role::Sentence | Role::Before => false,
    };
    in_words(article, claim.terms.iter().filter(naming).collect(), claim)
}

/// Which words of the two claims stand for each other, by the place where the first has them, the nearest place first.
pub(super) fn evidence(
    left: &Article,
    a: &Claim,
    right: &Article,
    b: &Claim,
    words: &Words<'_>,
    weights: &[(&'static str, f64)],
) -> Vec<Evidence> {
    let pairs = matched(a, words, b);
    let mut evidence = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for role in ROLES {
        let mut details: Vec<String> = Vec::new();
        for (x, y) in pairs.iter().filter(|(x, _)| x.role == role) {
            let (x, y) = (written(left, x), written(right, y));
            let detail = if x.eq_ignore_ascii_case(&y) {
                x
            } else {
                format!("{x} ~ {y}")
            };
            if !told.contains(&detail) {
                told.push(detail.clone());
                details.push(detail);
            }
        }
        if !details.is_empty() {
            evidence.push(Evidence {
                feature: role.name(),
                detail: details.join(", "),
                weight: weight(role.name(), weights),
            });
        }
    }
    evidence
}

/// The places of words, the nearest to the value first; the sentence before is none of its own.
const ROLES: [Role; 6] = [
    Role::Noun,
    Role::Modifier,
    Role::Predicate,
    Role::Subject,
    Role::Clause,
    Role::Sentence,
];

/// The words that a claim has at a place, as written: `"killed", "wounded"`.
pub(super) fn at(article: &Article, claim: &Claim, roles: &[Role]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for term in claim.terms.iter().filter(|t| roles.contains(&t.role)) {
        let word = written(article, term);
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
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

/// The terms of both that stand for each other, each in one pair only and the likest first to choose, in the order of the first
/// claim. Without that "estimated" stood for "cost" while "cost" stood for itself.
fn matched<'c>(a: &'c Claim, words: &Words<'_>, b: &'c Claim) -> Vec<(&'c Term, &'c Term)> {
    let own = |claim: &'c Claim| claim.terms.iter().filter(|t| t.role != Role::Before);
    let mut pairs: Vec<(f64, &Term, &Term)> = own(a)
        .flat_map(|x| own(b).map(move |y| (x, y)))
        .map(|(x, y)| (words.likeness(x.item, y.item), x, y))
        .filter(|&(likeness, ..)| likeness >= SHOWN)
        .collect();
    pairs.sort_by(|x, y| {
        let apart = |p: &(f64, &Term, &Term)| u8::from(p.1.role != p.2.role);
        y.0.total_cmp(&x.0)
            .then(apart(x).cmp(&apart(y)))
            .then((x.1.role, x.1.token, x.2.token).cmp(&(y.1.role, y.1.token, y.2.token)))
    });
    let mut taken: Vec<(&Term, &Term)> = Vec::new();
    for (_, x, y) in pairs {
        if !taken
            .iter()
            .any(|(p, q)| p.item == x.item || q.item == y.item)
        {
            taken.push((x, y));
        }
    }
    taken.sort_by_key(|(x, _)| x.token);
    taken
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
        |m| one_line(article.text.slice(m.span)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::features::NAMES;

    #[test]
    fn every_feature_is_in_one_facet() {
        for name in NAMES {
            let facets = FACETS.iter().filter(|(_, list)| list.contains(&name));
            let kinds = usize::from(OF_THE_KIND.contains(&name));
            assert_eq!(facets.count() + kinds, 1, "{name}");
        }
        for name in FACETS.iter().flat_map(|(_, list)| list.iter()) {
            assert!(NAMES.contains(name), "{name} is no feature");
        }
    }
}
