//! What speaks for and against one question, as a reader would put it.

use crate::Article;
use crate::align::features::Features;
use crate::align::lexical::Words;
use crate::claim::{Claim, Item, Role};
use crate::judge::about::{FACETS, at, evidence, weight};
use crate::lexicon::contrasts;

/// Facets that say where the claims stand, and nothing about the words of theirs.
const SETTING: [&str; 4] = ["lone", "position", "rivals", "stories"];

/// One thing that two claims share or differ in.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Which facet of the score.
    pub facet: &'static str,
    /// Whether it speaks for one question; else against it.
    pub speaks_for: bool,
    /// What it is.
    pub detail: String,
    /// How much it counted.
    pub weight: f64,
}

impl Point {
    /// Whether it is of the words of the two, and not of what stands around them.
    pub fn is_of_words(&self) -> bool {
        !SETTING.contains(&self.facet)
    }
}

/// A claim in its document.
struct Side<'a> {
    article: &'a Article,
    claim: &'a Claim,
}

/// The points about two claims: those for, then those against; of each those of their own words first, then the strongest.
pub(super) fn points(
    (left, a): (&Article, &Claim),
    (right, b): (&Article, &Claim),
    words: &Words<'_>,
    features: &Features,
    weights: &[(&'static str, f64)],
) -> Vec<Point> {
    let shared = evidence(left, a, right, b, words, weights);
    let shared = |role: &str| {
        let found = shared.iter().find(|e| e.feature == role);
        found.map(|e| e.detail.clone())
    };
    let sides = [
        Side {
            article: left,
            claim: a,
        },
        Side {
            article: right,
            claim: b,
        },
    ];
    let mut points: Vec<Point> = FACETS
        .iter()
        .filter_map(|&(facet, _)| {
            let (speaks_for, detail) = put(facet, features, &sides, shared(facet))?;
            Some(Point {
                facet,
                speaks_for,
                detail,
                weight: weight(facet, weights),
            })
        })
        .collect();
    points.sort_by(|x, y| {
        y.speaks_for
            .cmp(&x.speaks_for)
            .then(y.is_of_words().cmp(&x.is_of_words()))
            .then(y.weight.abs().total_cmp(&x.weight.abs()))
            .then(x.facet.cmp(y.facet))
    });
    points
}

/// Whether a facet speaks for or against one question, and what it says; `None` where it says nothing.
fn put(
    facet: &str,
    features: &Features,
    sides: &[Side<'_>; 2],
    shared: Option<String>,
) -> Option<(bool, String)> {
    let least = |name: &str, least: f64| features.get(name) >= least;
    let holds = |name: &str| features.get(name) > 0.0;
    let either = |text: &str| Some((true, text.to_owned()));
    let against = |text: &str| Some((false, text.to_owned()));
    let both = |roles: &[Role]| -> Option<String> {
        let [x, y] = [0, 1].map(|i| quoted(&at(sides[i].article, sides[i].claim, roles)));
        (!x.is_empty() && !y.is_empty()).then(|| format!("{x} / {y}"))
    };
    let with = |before: &str, words: Option<String>| words.map(|w| format!("{before}: {w}"));
    let pro = |text: Option<String>| text.map(|t| (true, t));
    let con = |text: Option<String>| text.map(|t| (false, t));
    match facet {
        "noun" if least("noun", 0.58) || holds("noun_class") => {
            pro(with("of the same thing", shared)
                .or_else(|| with("of things of one class", both(&[Role::Noun]))))
        }
        "noun" => con(with("of different things", both(&[Role::Noun]))),
        "modifier" => pro(with("described by the same words", shared)),
        "predicate" if least("predicate", 0.58) => pro(with("the same verb", shared)),
        "predicate" => con(with("different verbs", both(&[Role::Predicate]))),
        "subject" if holds("owner_clash") || holds("subject_clash") => {
            con(with("said of different ones", both(&[Role::Subject]))
                .or_else(|| Some("said of different ones".to_owned())))
        }
        "subject" => pro(with("said of the same", shared)
            .or_else(|| holds("owner_same").then(|| "said of the same person or body".to_owned()))),
        "clause" => match shared {
            Some(words) => Some((true, format!("the same words beside them: {words}"))),
            None if features.get("near") + features.get("clause") < 0.2 => {
                against("hardly a word beside them is the same")
            }
            None => None,
        },
        "sentence" => match shared {
            Some(words) => Some((true, format!("the same words in their sentences: {words}"))),
            None if features.get("sentence") < 0.1 => {
                against("hardly a word of their sentences is the same")
            }
            None => None,
        },
        "names" if least("names", 0.6) => either("their sentences name the same people and places"),
        "names" => None,
        "alternatives" if holds("contrast") => Some((
            false,
            alternatives(sides, false).map_or_else(
                || "of alternatives that exclude each other".to_owned(),
                |(x, y)| format!("of alternatives that exclude each other: {x} / {y}"),
            ),
        )),
        "alternatives" if holds("alternative") => pro(alternatives(sides, true).map(|(x, y)| {
            if x == y {
                format!("both say {x}, and not its opposite")
            } else {
                format!("both say {x} or {y}, and not the opposite")
            }
        })),
        "meant" => {
            let marks = [
                ("forecast_clash", "one is a forecast, the other is not"),
                ("part_clash", "one is a part of a whole, the other is not"),
                ("change_clash", "one is a change, the other a level"),
                ("each_clash", "one is of each of many, the other of all"),
            ];
            let told = marks.iter().filter(|(name, _)| holds(name));
            let told: Vec<&str> = told.map(|&(_, text)| text).collect();
            con((!told.is_empty()).then(|| told.join("; ")))
        }
        "which" => {
            let marks = [
                (
                    "order_clash",
                    "of different ones in an order: first, second",
                ),
                (
                    "other_clash",
                    "one may be of another such thing, as of an earlier one",
                ),
                ("year_clash", "they stand with different years"),
                (
                    "since_clash",
                    "one is counted from a day on, the other is not",
                ),
            ];
            let told = marks.iter().filter(|(name, _)| holds(name));
            let told: Vec<&str> = told.map(|&(_, text)| text).collect();
            con((!told.is_empty()).then(|| told.join("; ")))
        }
        "gist" if least("gist", 0.6) => either("the words around them keep like company"),
        "company" if holds("company") => either("the same figures stand beside them"),
        "position" if least("slot_same", 0.3) => either("at the same place of like sentences"),
        "position" if least("slot_other", 0.3) => against("at different places of like sentences"),
        "days" if holds("date_same") => either("of the same day"),
        "days" if holds("date_clash") => against("of different days"),
        "places" if holds("place_clash") => against("of different places"),
        "lone" if least("lone", 1.0) => either("the only value of its sort in either document"),
        "lone" if features.get("lone") < 0.2 => against("one of many values of its sort"),
        "stories" if least("kin", 0.5) => either("the two documents name mostly the same"),
        "stories" if features.get("kin") < 0.3 => against("the two documents share few names"),
        "rivals" if least("best", 0.95) => {
            either("no other pair with either of them is more alike")
        }
        "rivals" if features.get("best") < 0.6 => {
            against("other pairs with one of them are more alike")
        }
        _ => None,
    }
}

/// The first two words of both that name one alternative, or two that exclude each other: killed and injured.
fn alternatives(sides: &[Side<'_>; 2], same: bool) -> Option<(String, String)> {
    let named = |side: &Side<'_>| {
        let items = side.article.claims.vocabulary.items();
        let mut named: Vec<(String, &'static str, &'static str)> = Vec::new();
        for term in side.claim.terms.iter().filter(|t| t.role <= Role::Subject) {
            if let Item::Word { form, .. } = &items[term.item as usize] {
                let sets = contrasts(form).iter();
                named.extend(sets.map(|&(set, which)| (form.to_string(), set, which)));
            }
        }
        named
    };
    let [x, y] = [0, 1].map(|i| named(&sides[i]));
    let mut pairs = x.iter().flat_map(|a| y.iter().map(move |b| (a, b)));
    let (a, b) = pairs.find(|(a, b)| a.1 == b.1 && (a.2 == b.2) == same)?;
    Some((a.0.clone(), b.0.clone()))
}

fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|w| format!("\"{w}\"")).collect();
    words.join(" ")
}
