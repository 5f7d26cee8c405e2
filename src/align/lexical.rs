//! How near the words and names of two documents stand: each pair of items compared once.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::entity::EntityLink;
use super::kin::of_two;
use crate::Article;
use crate::claim::Item;
use crate::lexicon::{Meaning, contrasts, names::demonym, table, word_table};
use crate::resolve::EntityId;

/// Cosines below this say nothing: two words of one news story stand at .2 to .4 by chance.
const FLOOR: f64 = 0.5;

/// The commonest words ("more", "taken", "others") stand near half the table: they are like themselves only.
const COMMON: u32 = 400;

/// A word that is part of a name, against the name: "Saints" and "New Orleans Saints".
const PART_OF_NAME: f64 = 0.7;

/// The words and names of two articles, compared one by one.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    left: &'a Article,
    right: &'a Article,
    links: &'a [EntityLink],
}

impl<'a> Words<'a> {
    /// The words of the `a`-th and the `b`-th article of the story; `links` as [`super::entity::Entities::links`] gives them.
    pub fn new(articles: &'a [Article], a: usize, b: usize, links: &'a [EntityLink]) -> Words<'a> {
        Words {
            left: &articles[a],
            right: &articles[b],
            links: of_two(links, a, b),
        }
    }

    /// How near an item of the left article stands to one of the right, 0 to 1.
    pub fn likeness(&self, a: u32, b: u32) -> f64 {
        let (x, y) = (
            self.left.claims.vocabulary.items(),
            self.right.claims.vocabulary.items(),
        );
        f64::from(self.compare(&x[a as usize], &y[b as usize]) as f32)
    }

    /// The entity of the right article that is this one of the left.
    fn partner(&self, entity: EntityId) -> Option<EntityId> {
        let at = self
            .links
            .binary_search_by_key(&entity, |l| l.a.entity)
            .ok()?;
        Some(self.links[at].b.entity)
    }

    fn compare(&self, a: &Item, b: &Item) -> f64 {
        match (a, b) {
            (Item::Entity(x), Item::Entity(y)) => f64::from(u8::from(self.partner(*x) == Some(*y))),
            (Item::Word { stem, .. }, Item::Word { stem: other, .. }) if stem == other => 1.0,
            (
                Item::Word {
                    rank: Some(x),
                    form,
                    ..
                },
                Item::Word {
                    rank: Some(y),
                    form: other,
                    ..
                },
            ) => {
                let cosine = word_table().similarity(*x, *y);
                if cosine < FLOOR || *x.min(y) < COMMON || excludes(form, other) {
                    0.0
                } else {
                    cosine
                }
            }
            (Item::Word { .. }, Item::Word { .. }) => 0.0,
            (Item::Entity(x), Item::Word { form, .. }) => part_of_name(self.left, *x, form),
            (Item::Word { form, .. }, Item::Entity(y)) => part_of_name(self.right, *y, form),
        }
    }
}

/// An item at its place in a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) item: u32,
    /// How much it tells.
    pub(super) rarity: f64,
}

/// The similarity of the items of one document to those of another, where they have any: most have none, so that what is kept
/// grows with the documents and not with their product.
pub(super) struct Lexical {
    /// What each item of the left article is like in the right one, by item; where these begin for each.
    like: Vec<(u32, f32)>,
    starts: Vec<u32>,
    /// Whether each item of the left and of the right article is also in the other.
    shared: [Vec<bool>; 2],
}

/// From here on two items are one.
const ONE: f32 = 0.95;

/// So many terms have room without memory being asked for.
const USUAL: usize = 64;

impl Lexical {
    /// Compares the vocabularies of two articles, the `a`-th and the `b`-th of the story; `misspelt` as
    /// [`super::entity::Entities::misspelt`] gives them.
    ///
    /// Nearly all pairs have nothing in common, and there are a hundred thousand of them: the pairs that may be alike
    /// are looked up or told by the bytes of their vectors, and only these are compared.
    pub(super) fn new(
        articles: &[Article],
        (a, ours): (usize, &Index<'_>),
        (b, theirs): (usize, &Index<'_>),
        links: &[EntityLink],
        misspelt: &[EntityLink],
    ) -> Lexical {
        let words = Words::new(articles, a, b, links);
        let (left, right) = (words.left, words.right);
        let (x, y) = (ours.items, theirs.items);
        let mut found: Vec<(u32, u32, f32)> = Vec::with_capacity(x.len() + y.len());
        let mut set = |i: usize, j: usize| {
            let likeness = words.compare(&x[i], &y[j]) as f32;
            if likeness > 0.0 {
                found.push((i as u32, j as u32, likeness));
            }
        };
        for (i, item) in x.iter().enumerate() {
            match item {
                Item::Word { stem, .. } => {
                    if let Some(&j) = theirs.stems.get(stem.as_str()) {
                        set(i, j);
                    }
                }
                Item::Entity(entity) => {
                    let partner = words.partner(*entity);
                    if let Some(&j) = partner.and_then(|p| theirs.entities.get(&p)) {
                        set(i, j);
                    }
                    for j in theirs.parts(left, *entity) {
                        set(i, j);
                    }
                }
            }
        }
        for one in &ours.ranked {
            for other in theirs.near(one) {
                set(one.item, other);
            }
        }
        for (j, item) in y.iter().enumerate() {
            if let Item::Entity(entity) = item {
                for i in ours.parts(right, *entity) {
                    set(i, j);
                }
            }
        }
        // A misspelt name is the name of the one that it misspells.
        for link in misspelt
            .iter()
            .filter(|l| (l.a.article, l.b.article) == (a, b))
        {
            let items = (
                ours.entities.get(&link.a.entity),
                theirs.entities.get(&link.b.entity),
            );
            if let (Some(&i), Some(&j)) = items {
                found.push((i as u32, j as u32, 1.0));
            }
        }
        // Of one pair the likest comes last, and stays.
        found.sort_unstable_by(|p, q| (p.0, p.1).cmp(&(q.0, q.1)).then(p.2.total_cmp(&q.2)));
        let mut shared = [vec![false; x.len()], vec![false; y.len()]];
        let mut like: Vec<(u32, f32)> = Vec::with_capacity(found.len());
        let mut starts = Vec::with_capacity(x.len() + 1);
        for pairs in found.chunk_by(|p, q| (p.0, p.1) == (q.0, q.1)) {
            let Some(&(i, j, likeness)) = pairs.last() else {
                continue;
            };
            starts.resize((i as usize + 1).max(starts.len()), like.len() as u32);
            like.push((j, likeness));
            if likeness >= ONE {
                shared[0][i as usize] = true;
                shared[1][j as usize] = true;
            }
        }
        starts.resize(x.len() + 1, like.len() as u32);
        Lexical {
            like,
            starts,
            shared,
        }
    }

    /// How near two items stand, 0 to 1.
    pub(super) fn similarity(&self, a: u32, b: u32) -> f64 {
        let found = self.row(a).iter().find(|(item, _)| *item == b);
        found.map_or(0.0, |&(_, likeness)| f64::from(likeness))
    }

    /// The items of the right article that an item of the left one is like, and how near they stand.
    fn row(&self, a: u32) -> &[(u32, f32)] {
        let [from, to] = [a as usize, a as usize + 1].map(|at| self.starts[at] as usize);
        &self.like[from..to]
    }

    /// Whether both documents have both items, and the two are different ones.
    pub(super) fn apart(&self, a: u32, b: u32) -> bool {
        self.similarity(a, b) < 0.5 && self.shared[0][a as usize] && self.shared[1][b as usize]
    }

    /// How much the two sets of terms share, 0 to 1, each term weighted by how much it tells; 0 where one is empty.
    pub(super) fn overlap(&self, a: &[Weighed], b: &[Weighed]) -> f64 {
        if a.is_empty() || b.is_empty() {
            return 0.0;
        }
        let (mut shared, mut total) = (0.0, 0.0);
        let mut usual = [0f32; USUAL];
        let mut more = Vec::new();
        let likest_of_b: &mut [f32] = match usual.get_mut(..b.len()) {
            Some(room) => room,
            None => {
                more.resize(b.len(), 0f32);
                &mut more
            }
        };
        let mut any = false;
        for x in a {
            let mut likest = 0f32;
            for &(item, likeness) in self.row(x.item) {
                for (_, other) in b
                    .iter()
                    .zip(&mut *likest_of_b)
                    .filter(|(y, _)| y.item == item)
                {
                    likest = likest.max(likeness);
                    *other = other.max(likeness);
                    any = true;
                }
            }
            shared += x.rarity * f64::from(likest);
            total += x.rarity;
        }
        if !any {
            return 0.0;
        }
        for (y, likest) in b.iter().zip(likest_of_b) {
            shared += y.rarity * f64::from(*likest);
            total += y.rarity;
        }
        if total > 0.0 { shared / total } else { 0.0 }
    }

    /// The likeness of the likest two terms; `None` where one set is empty.
    pub(super) fn best(&self, a: &[Weighed], b: &[Weighed]) -> Option<f64> {
        if a.is_empty() || b.is_empty() {
            return None;
        }
        let all = a.iter().flat_map(|x| self.row(x.item));
        let both = all.filter(|(item, _)| b.iter().any(|y| y.item == *item));
        Some(both.fold(0.0, |best, &(_, likeness)| {
            f64::max(best, f64::from(likeness))
        }))
    }
}

/// A set of alternatives, and the one that is named of it.
pub(super) type Alternative = (&'static str, &'static str);

/// Whether terms name alternatives that exclude each other: "killed" and "injured", where neither side names the other's as
/// well.
pub(super) fn contrast(x: &[Alternative], y: &[Alternative]) -> bool {
    x.iter().any(|(set, alternative)| {
        let mut theirs = y.iter().filter(|(s, _)| s == set).peekable();
        theirs.peek().is_some()
            && !theirs.any(|(_, other)| other == alternative || x.contains(&(set, other)))
    })
}

/// The items of one article by what they can be found by: made once, as an article is compared with many.
pub(super) struct Index<'a> {
    items: &'a [Item],
    stems: FxHashMap<&'a str, usize>,
    forms: FxHashMap<&'a str, usize>,
    entities: FxHashMap<EntityId, usize>,
    ranked: Vec<Ranked>,
}

/// A word that the word table has and that is not too common to be like another one.
struct Ranked {
    item: usize,
    meaning: Meaning,
}

impl<'a> Index<'a> {
    pub(super) fn new(article: &'a Article) -> Index<'a> {
        let items = article.claims.vocabulary.items();
        let mut index = Index {
            items,
            stems: FxHashMap::default(),
            forms: FxHashMap::default(),
            entities: FxHashMap::default(),
            ranked: Vec::new(),
        };
        index.stems.reserve(items.len());
        index.forms.reserve(items.len());
        for (item, one) in items.iter().enumerate() {
            match one {
                Item::Word { stem, form, rank } => {
                    index.stems.insert(stem, item);
                    index.forms.insert(form, item);
                    let rank = rank.filter(|&rank| rank >= COMMON);
                    index.ranked.extend(rank.map(|rank| Ranked {
                        item,
                        meaning: word_table().meaning(rank),
                    }));
                }
                Item::Entity(entity) => {
                    index.entities.insert(*entity, item);
                }
            }
        }
        index
    }

    /// The items whose words the word table puts near this one.
    fn near(&self, one: &Ranked) -> impl Iterator<Item = usize> {
        let near = move |other: &&Ranked| one.meaning.similarity(&other.meaning) >= FLOOR;
        self.ranked.iter().filter(near).map(|other| other.item)
    }

    /// The items that are words of a name of the other article.
    fn parts(&self, other: &Article, entity: EntityId) -> impl Iterator<Item = usize> {
        let name = other.resolved.entities.get(entity.0 as usize);
        name.into_iter()
            .flat_map(|entity| entity.canonical.split_whitespace())
            .filter_map(|part| self.forms.get(part.to_ascii_lowercase().as_str()).copied())
    }
}

fn part_of_name(article: &Article, entity: EntityId, word: &str) -> f64 {
    let Some(entity) = article.resolved.entities.get(entity.0 as usize) else {
        return 0.0;
    };
    if entity
        .canonical
        .split_whitespace()
        .any(|part| part.eq_ignore_ascii_case(word))
    {
        PART_OF_NAME
    } else {
        0.0
    }
}

/// The alternatives that terms name, each once.
pub(super) fn alternatives(article: &Article, terms: &[Weighed]) -> Vec<Alternative> {
    let items = article.claims.vocabulary.items();
    let mut found: Vec<Alternative> = terms
        .iter()
        .flat_map(|term| match &items[term.item as usize] {
            Item::Word { form, .. } => contrasts(form),
            Item::Entity(_) => &[],
        })
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The classes that nouns count things of: people, Palestinians, lives.
pub(super) fn classes(article: &Article, nouns: &[Weighed]) -> Vec<&'static str> {
    let classes = nouns.iter().filter_map(|noun| class(article, noun.item));
    classes.collect()
}

/// The class of a noun; a nationality counts people.
fn class(article: &Article, item: u32) -> Option<&'static str> {
    static CLASSES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
        table(include_str!("../lexicon/classes.tsv"))
            .rows
            .iter()
            .map(|row| (row[0], row[1]))
            .collect()
    });
    match &article.claims.vocabulary.items()[item as usize] {
        Item::Word { form, .. } => CLASSES.get(form.as_str()).copied(),
        Item::Entity(id) => {
            let entity = article.resolved.entities.get(id.0 as usize)?;
            (entity.kind == crate::value::Kind::OtherName
                && (entity.canonical.ends_with('s') || demonym(&entity.canonical).is_some()))
            .then_some("people")
        }
    }
}

/// Whether two words are different alternatives of one set.
fn excludes(a: &str, b: &str) -> bool {
    let (x, y) = (contrasts(a), contrasts(b));
    x.iter()
        .any(|(set, alternative)| y.iter().any(|(s, other)| s == set && other != alternative))
}
