//! One disagreement of three spellings or more.
//!
//! A name that is misspelt in three ways is one thing to mend, and three findings of it bury the others. So spellings are one
//! disagreement where all of them are likenesses of one of them: chains of likenesses end far from where they began. And none
//! of the others may stand in one document beside a third that is not like it, as that document means two by them.

use rustc_hash::FxHashSet;

use super::spelled::Spelled;
use crate::align::name::Relation;
use crate::align::{EntityRef, Story};
use crate::source::SourceId;

/// Joins the pairs that spell one name.
pub(super) fn together(story: &Story<'_>, pairs: Vec<Spelled>) -> Vec<Spelled> {
    let linked = Linked::new(story, &pairs);
    let mut joined: Vec<Spelled> = Vec::new();
    for pair in pairs {
        match joined.iter_mut().find(|known| linked.fit(known, &pair)) {
            Some(known) => known.join(pair, |a, b| linked.same(a, b)),
            None => joined.push(pair),
        }
    }
    joined
}

/// Which names, as their entities are called in full, are linked with which.
struct Linked {
    /// Two spellings.
    alike: FxHashSet<(String, String)>,
    /// One name, in full and in short.
    same: FxHashSet<(String, String)>,
}

impl Linked {
    fn new(story: &Story<'_>, pairs: &[Spelled]) -> Linked {
        let name = |r: EntityRef| {
            let article = story.articles.get(r.article)?;
            let entity = article.resolved.entities.get(r.entity.0 as usize)?;
            Some(entity.canonical.clone())
        };
        let both = |(a, b): (String, String)| [(a.clone(), b.clone()), (b, a)];
        let links = story.entities.iter();
        let same = links.filter(|l| l.comparison.relation != Relation::Variant);
        let same = same.filter_map(|l| Some((name(l.a)?, name(l.b)?)));
        let alike = pairs.iter();
        let alike = alike.map(|pair| (pair.canonical(0).to_owned(), pair.canonical(1).to_owned()));
        Linked {
            alike: alike.flat_map(both).collect(),
            same: same.flat_map(both).collect(),
        }
    }

    /// Whether the two are no two spellings.
    fn same(&self, a: &str, b: &str) -> bool {
        a == b || self.same.contains(&(a.to_owned(), b.to_owned()))
    }

    fn alike(&self, a: &str, b: &str) -> bool {
        self.same(a, b) || self.alike.contains(&(a.to_owned(), b.to_owned()))
    }

    /// Whether a pair spells the name that is known in several spellings.
    fn fit(&self, known: &Spelled, pair: &Spelled) -> bool {
        let (own, new) = (known.canonicals(), pair.canonicals());
        let all = || own.iter().chain(&new);
        let shared = own.iter().any(|a| new.iter().any(|b| self.same(a, b)));
        let around_one = || all().any(|a| all().all(|b| self.alike(a, b)));
        let apart = |i: usize, j: usize| {
            self.alike(own[i], new[j]) || writers(known, i).is_disjoint(&writers(pair, j))
        };
        shared && around_one() && (0..own.len()).all(|i| (0..new.len()).all(|j| apart(i, j)))
    }
}

/// The documents that write one of the names.
fn writers(spelled: &Spelled, group: usize) -> FxHashSet<SourceId> {
    let group = spelled.groups.get(group);
    let occurrences = group.into_iter().flat_map(|g| &g.occurrences);
    occurrences.map(|o| o.span.source()).collect()
}
