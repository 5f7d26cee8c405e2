//! How much two documents have in common: whether they tell one story at all.
//!
//! Articles on one event share most of the people, places and organisations that they name more than once; articles on two
//! events of one sort (two earthquakes, two trials) share words and few names.

use super::contest::are_two;
use super::entity::EntityLink;
use crate::Article;

/// Below this the two tell different stories. On marked articles no two of one story share less than .23 of their names, and
/// two thirds of the pairs on different events of one sort share less than .2.
const STRANGERS: f64 = 0.2;

/// With fewer names than this in one document, shared names say nothing.
const FEWEST_NAMES: usize = 3;

/// The share of names that both documents have, 0 to 1, each weighted by the root of how often it is named.
pub fn kin(articles: &[Article], a: usize, b: usize, links: &[EntityLink]) -> f64 {
    let own = of_two(links, a, b).iter();
    let weight = |article: usize, entity: usize| {
        (articles[article].resolved.entities[entity].mentions.len() as f64).sqrt()
    };
    let all = |article: usize| {
        (0..articles[article].resolved.entities.len())
            .map(|e| weight(article, e))
            .sum::<f64>()
    };
    let shared: f64 = own
        .map(|l| weight(a, l.a.entity.0 as usize) + weight(b, l.b.entity.0 as usize))
        .sum();
    let total = all(a) + all(b);
    if total > 0.0 { shared / total } else { 0.0 }
}

/// The links of two documents, of all those that [`super::entity::Entities::links`] gives.
pub(super) fn of_two(links: &[EntityLink], a: usize, b: usize) -> &[EntityLink] {
    let key = |l: &EntityLink| (l.a.article, l.b.article);
    let start = links.partition_point(|l| key(l) < (a, b));
    let length = links[start..].partition_point(|l| key(l) == (a, b));
    &links[start..start + length]
}

/// The pairs of documents that tell different stories.
pub(super) fn strangers(articles: &[Article], links: &[EntityLink]) -> Vec<(usize, usize)> {
    let names = |article: usize| articles[article].resolved.entities.len();
    let mut strangers = Vec::new();
    for a in 0..articles.len() {
        for b in a + 1..articles.len() {
            let unlike =
                || names(a).min(names(b)) >= FEWEST_NAMES && kin(articles, a, b, links) < STRANGERS;
            if unlike() || are_two(articles, (a, b), links) {
                strangers.push((a, b));
            }
        }
    }
    strangers
}
