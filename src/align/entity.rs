//! Which entities of two documents are one.
//!
//! Names decide, and the context settles what they leave open: a spelling that differs is taken for the same entity only
//! where the other document has no better partner for either form, so that "Iran" and "Iraq", both at home in both
//! articles, are never joined.

use super::name::{self, Comparison, Relation};
use crate::Article;
use crate::resolve::{Entity, EntityId};
use crate::value::Kind;

/// An entity of one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityRef {
    /// The document, as an index into the story's articles.
    pub article: usize,
    /// The entity in it.
    pub entity: EntityId,
}

/// Two entities of different documents that are one.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityLink {
    /// In the earlier document.
    pub a: EntityRef,
    /// In the later document.
    pub b: EntityRef,
    /// How their names relate.
    pub comparison: Comparison,
}

/// The links between the entities of every two documents, each entity to at most one of another document.
pub fn links(articles: &[Article]) -> Vec<EntityLink> {
    let mut links = Vec::new();
    for a in 0..articles.len() {
        for b in a + 1..articles.len() {
            link_pair(articles, a, b, &mut links);
        }
    }
    links
}

fn link_pair(articles: &[Article], a: usize, b: usize, links: &mut Vec<EntityLink>) {
    let (left, right) = (
        &articles[a].resolved.entities,
        &articles[b].resolved.entities,
    );
    let mut candidates: Vec<(Rank, usize, usize, Comparison)> = Vec::new();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            if compatible(x, y) {
                let comparison = name::compare(&x.canonical, &y.canonical, kind_of(x, y));
                if comparison.relation != Relation::Different && convincing(x, y, &comparison) {
                    candidates.push((rank(comparison.relation), i, j, comparison));
                }
            }
        }
    }
    // The surest first: equal names take each other before any likeness is looked at.
    candidates.sort_by(|x, y| {
        x.0.cmp(&y.0)
            .then(y.3.score.total_cmp(&x.3.score))
            .then(x.1.cmp(&y.1))
            .then(x.2.cmp(&y.2))
    });
    let (mut taken_left, mut taken_right) = (vec![false; left.len()], vec![false; right.len()]);
    let first = links.len();
    for (_, i, j, comparison) in candidates {
        if !taken_left[i] && !taken_right[j] {
            (taken_left[i], taken_right[j]) = (true, true);
            links.push(EntityLink {
                a: EntityRef {
                    article: a,
                    entity: left[i].id,
                },
                b: EntityRef {
                    article: b,
                    entity: right[j].id,
                },
                comparison,
            });
        }
    }
    links[first..].sort_by_key(|link| (link.a, link.b));
}

/// Whether what was found about two names is enough to join two entities of real articles. The comparison of two names by
/// themselves may lean on what is likely of a list of pairs; here most pairs are of different entities, so a spelling that
/// differs must leave no word of either side unexplained, and short names differ in too little to tell.
pub(crate) fn convincing(x: &Entity, y: &Entity, comparison: &Comparison) -> bool {
    if comparison.relation != Relation::Variant {
        return true;
    }
    let words = |e: &Entity| e.canonical.split_whitespace().count();
    let letters = x.canonical.chars().count().min(y.canonical.chars().count());
    let (shorter, longer) = (words(x).min(words(y)), words(x).max(words(y)));
    let contradicted = comparison
        .evidence
        .iter()
        .any(|line| line.contains(" is not "));
    !contradicted && x.kind == y.kind && (shorter > 1 || letters >= SHORTEST_ALONE && longer <= 3)
}

/// A name of one word with fewer letters differs from too many others in one letter: Iran, Iraq; Adam, Addai.
const SHORTEST_ALONE: usize = 5;

/// How sure a relation is, the surest first.
type Rank = u8;

fn rank(relation: Relation) -> Rank {
    match relation {
        Relation::Identical => 0,
        Relation::Format => 1,
        Relation::Alias => 2,
        Relation::Acronym => 3,
        Relation::Short => 4,
        Relation::Variant => 5,
        Relation::Different => 6,
    }
}

/// Whether the two can be one by their kind: what one document takes for a place may be an organisation in another, but a
/// person is no place unless the name is the same.
fn compatible(x: &Entity, y: &Entity) -> bool {
    x.kind == y.kind
        || x.canonical == y.canonical
        || x.kind == Kind::OtherName
        || y.kind == Kind::OtherName
        || (x.kind != Kind::Person && y.kind != Kind::Person)
}

/// The kind by which two names are compared.
fn kind_of(x: &Entity, y: &Entity) -> Kind {
    if x.kind == Kind::OtherName {
        y.kind
    } else {
        x.kind
    }
}
