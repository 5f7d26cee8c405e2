//! Every two claims that could answer one question, and how likely they do.

use rustc_hash::{FxHashMap, FxHashSet};

use super::values::Values;
use super::{Answer, Pair};
use crate::Article;
use crate::align::copies::{at_one_place, originals};
use crate::align::entity::EntityLink;
use crate::align::features::{Features, GIST, Row, SENTENCE, Side, features, sides};
use crate::align::gist::{Best, Gists, Likeness, lead};
use crate::align::kin::kin;
use crate::align::lexical::{Index, Lexical, Match, Occurrences};
use crate::align::weights::{most, probability};
use crate::claim::Claim;
use crate::value::ValueRelation;

/// The claims of a document that are compared: the first ones. Articles make fifty and long reports some hundreds, so only
/// tables lose by it; without a bound two lists of ten thousand figures would take a day.
pub(in crate::align) const MOST_CLAIMS: usize = 1_000;

/// How likely two claims at one place of one text answer one question.
const ONE_PLACE: f64 = 0.97;

/// All pairs of claims of one kind from different documents whose values can be compared, from this likelihood on.
pub fn candidates(
    articles: &[Article],
    links: (&[EntityLink], &[EntityLink]),
    strangers: &[(usize, usize)],
    least: f64,
) -> Vec<Pair> {
    let (values, ready) = (Values::new(articles), Ready::all(articles));
    let originals = originals(articles);
    among(
        &values,
        (articles, &ready),
        links,
        strangers,
        &originals,
        least,
    )
}

/// A document ready to be compared with others and with itself.
pub(in crate::align) struct Ready<'a> {
    pub(in crate::align) sides: Vec<Side<'a>>,
    pub(in crate::align) items: Index<'a>,
}

impl<'a> Ready<'a> {
    /// The documents, each made ready.
    pub(super) fn all(articles: &'a [Article]) -> Vec<Ready<'a>> {
        let ready = |article| Ready {
            sides: sides(article),
            items: Index::new(article),
        };
        articles.iter().map(ready).collect()
    }
}

/// The same, where it is known which documents have one text.
pub(super) fn among(
    values: &Values<'_>,
    (articles, ready): (&[Article], &[Ready<'_>]),
    (links, misspelt): (&[EntityLink], &[EntityLink]),
    strangers: &[(usize, usize)],
    originals: &[usize],
    least: f64,
) -> Vec<Pair> {
    let gists: Vec<Gists> = articles
        .iter()
        .map(|x| Gists::new(x, MOST_CLAIMS))
        .collect();
    let occurrences: Vec<Occurrences> = articles
        .iter()
        .zip(ready)
        .map(|(article, ready)| {
            let terms = ready.sides.iter().take(MOST_CLAIMS).map(|side| &side.terms);
            Occurrences::new(article.claims.vocabulary.items().len(), terms)
        })
        .collect();
    let claims = |ready: &Ready<'_>| ready.sides.len().min(MOST_CLAIMS);
    let most_claims = ready.iter().map(claims).max();
    // The terms that one claim has in common with each claim of the other document: room that is used again.
    let mut alike: Vec<Vec<Match>> = vec![Vec::new(); most_claims.unwrap_or(0)];
    let mut pairs = Vec::new();
    let mut rows: Vec<(Told, Row)> = Vec::with_capacity(MOST_ROWS / 16);
    let mut more: Vec<(Told, Features)> = Vec::new();
    for a in 0..articles.len() {
        for b in (a + 1..articles.len()).filter(|&b| strangers.binary_search(&(a, b)).is_err()) {
            let kin = kin(articles, a, b, links);
            let (left, right) = (&ready[a], &ready[b]);
            let items = ((a, &left.items), (b, &right.items));
            let lexical = Lexical::new(articles, items.0, items.1, links, misspelt);
            let likeness = Likeness::new(&gists[a], &gists[b]);
            let mut field = Field::new(&articles[a], &articles[b]);
            let one_text = originals[a] == originals[b];
            let placed: FxHashMap<usize, usize> = if one_text {
                at_one_place(&articles[a], &articles[b])
                    .into_iter()
                    .collect()
            } else {
                FxHashMap::default()
            };
            let elsewhere: FxHashSet<usize> = placed.values().copied().collect();
            for (i, x) in compared(&articles[a]) {
                let place = placed.get(&i).copied();
                let of_kind = |j: usize| articles[b].claims.list[j].kind == x.kind;
                alike.iter_mut().for_each(Vec::clear);
                lexical.meet(&left.sides[i].terms, &occurrences[b], of_kind, &mut alike);
                for (j, _) in compared(&articles[b]).filter(|(_, y)| y.kind == x.kind) {
                    // What has its place in the other document is compared with nothing else there.
                    let one_place = place == Some(j);
                    if !one_place && (place.is_some() || elsewhere.contains(&j)) {
                        continue;
                    }
                    let (of_a, of_b) = (answer(a, i), answer(b, j));
                    let relation = values.relation(of_a, of_b);
                    if relation == ValueRelation::Incomparable {
                        continue;
                    }
                    let gist = likeness.of(i, j);
                    let claims = (&left.sides[i], &right.sides[j]);
                    let features = features(&lexical, claims, &mut alike[j], kin, gist);
                    field.enter(i, j, &features);
                    if one_place || most(&features) >= least {
                        let told = Told {
                            a: of_a,
                            b: of_b,
                            relation,
                            one_place,
                        };
                        if rows.len() < MOST_ROWS {
                            rows.push((told, features));
                        } else {
                            more.push((told, features.pack()));
                        }
                    }
                }
            }
            let unpacked = |(told, features): (Told, Features)| (told, Row::of(&features));
            for (told, mut row) in rows.drain(..).chain(more.drain(..).map(unpacked)) {
                let Told {
                    a: of_a,
                    b: of_b,
                    relation,
                    one_place,
                } = told;
                field.place(of_a.claim, of_b.claim, &mut row);
                let probability = if one_place {
                    ONE_PLACE
                } else {
                    rounded(probability(&row))
                };
                if probability >= least {
                    pairs.push(Pair {
                        a: of_a,
                        b: of_b,
                        features: row.pack(),
                        probability,
                        relation,
                        one_place,
                    });
                }
            }
        }
    }
    pairs
}

/// What is told of two claims beside their features.
struct Told {
    a: Answer,
    b: Answer,
    relation: ValueRelation,
    one_place: bool,
}

/// The features of so many pairs of two documents wait as they are for what can only be told beside their rivals; those of
/// more, which only tables have, are packed meanwhile: they take half a kilobyte each.
const MOST_ROWS: usize = 2_048;

fn answer(article: usize, claim: usize) -> Answer {
    Answer { article, claim }
}

/// How like each claim of two documents is to the likest claim of the other: what a pair is set against. Likenesses are told
/// for all words and for those of the sentence alone.
struct Field {
    left: Vec<Rivalry>,
    right: Vec<Rivalry>,
}

/// The likest partners of a claim: by all words, by those of the sentence, by the gist.
#[derive(Clone, Copy)]
struct Rivalry {
    likest: [f64; 2],
    gist: Best,
}

impl Field {
    fn new(left: &Article, right: &Article) -> Field {
        let none = Rivalry {
            likest: [0.0; 2],
            gist: Best::NONE,
        };
        Field {
            left: vec![none; left.claims.list.len()],
            right: vec![none; right.claims.list.len()],
        }
    }

    fn enter(&mut self, i: usize, j: usize, features: &Row) {
        let likeness = [features.likeness(), features.values[SENTENCE]];
        let gist = features.values[GIST];
        for rivalry in [&mut self.left[i], &mut self.right[j]] {
            for (best, x) in rivalry.likest.iter_mut().zip(likeness) {
                *best = best.max(x);
            }
            rivalry.gist.enter(gist);
        }
    }

    fn place(&self, i: usize, j: usize, features: &mut Row) {
        let (x, y) = (&self.left[i], &self.right[j]);
        let [likest, sentence] = [0, 1].map(|k| x.likest[k].max(y.likest[k]));
        let lead = lead(features.values[GIST], x.gist, y.gist);
        features.set_against(likest, sentence, lead);
    }
}

/// The claims of an article that are compared with others, with their numbers.
fn compared(article: &Article) -> impl Iterator<Item = (usize, &Claim)> {
    article.claims.list.iter().take(MOST_CLAIMS).enumerate()
}

/// Without the last digits, which depend on the order in which numbers were added up: the order of the documents must not.
fn rounded(p: f64) -> f64 {
    (p * 1e9).round() / 1e9
}
