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
                if cosine < FLOOR
                    || *x.min(y) < COMMON
                    || excludes(contrasts(form), contrasts(other))
                {
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

/// Some of the sets of terms that a claim has, a bit each.
pub(super) type Sets = u16;

/// How many sets there may be.
pub(super) const SETS: usize = Sets::BITS as usize;

/// An item at its place in a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) item: u32,
    /// In which sets of its claim it stands.
    pub(super) sets: Sets,
    /// How much it tells.
    pub(super) rarity: f64,
}

/// The terms of a claim, and what their sets weigh: summed once, as a claim is compared with many.
#[derive(Debug)]
pub(super) struct Terms {
    pub(super) list: Vec<Weighed>,
    totals: [f64; SETS],
    /// The sets that are not empty.
    some: Sets,
}

impl Terms {
    pub(super) fn new(list: Vec<Weighed>) -> Terms {
        let (mut totals, mut some) = ([0.0; SETS], 0);
        for term in &list {
            some |= term.sets;
            for set in bits(term.sets) {
                totals[set] += term.rarity;
            }
        }
        Terms { list, totals, some }
    }
}

fn bits(mut sets: Sets) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let set = sets.trailing_zeros() as usize;
        sets &= sets.wrapping_sub(1);
        (set < SETS).then_some(set)
    })
}

/// Where each item stands in the claims of a document: the numbers of claim and term.
pub(super) struct Occurrences {
    starts: Vec<u32>,
    places: Vec<(u32, u32)>,
}

impl Occurrences {
    /// In these claims of a document that has so many items.
    pub(super) fn new<'t>(items: usize, claims: impl Iterator<Item = &'t Terms>) -> Occurrences {
        let mut places: Vec<(u32, u32, u32)> = Vec::new();
        for (claim, terms) in (0..).zip(claims) {
            places.extend(
                (0..)
                    .zip(&terms.list)
                    .map(|(t, term)| (term.item, claim, t)),
            );
        }
        places.sort_unstable();
        let mut starts = Vec::with_capacity(items + 1);
        for (at, &(item, ..)) in (0..).zip(&places) {
            starts.resize((item as usize + 1).max(starts.len()), at);
        }
        starts.resize(items + 1, places.len() as u32);
        Occurrences {
            starts,
            places: places.into_iter().map(|(_, claim, t)| (claim, t)).collect(),
        }
    }

    fn of(&self, item: u32) -> &[(u32, u32)] {
        let [from, to] = [item as usize, item as usize + 1].map(|at| self.starts[at] as usize);
        &self.places[from..to]
    }
}

/// Two terms of two claims that are alike, by their numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    left: u32,
    right: u32,
    likeness: f32,
}

/// What two claims share, set by set.
pub(super) struct Shared<'t> {
    left: &'t Terms,
    right: &'t Terms,
    /// How much the terms that are alike tell, both sides added up.
    sums: [f64; SETS],
    /// The likeness of the likest two terms.
    best: [f32; SETS],
}

impl<'t> Shared<'t> {
    /// Of the terms that are alike, in the order of the left ones.
    pub(super) fn new(left: &'t Terms, right: &'t Terms, matches: &mut [Match]) -> Shared<'t> {
        let mut shared = Shared {
            left,
            right,
            sums: [0.0; SETS],
            best: [0.0; SETS],
        };
        for same in matches.chunk_by(|m, n| m.left == n.left) {
            shared.add(left, right, same, |m| (m.left, m.right));
        }
        // The other way round each term counts with the likest of the other side, too.
        matches.sort_unstable_by_key(|m| (m.right, m.left));
        for same in matches.chunk_by(|m, n| m.right == n.right) {
            shared.add(right, left, same, |m| (m.right, m.left));
        }
        shared
    }

    /// Adds a term of one side with the likest of the other, in each set that holds both.
    fn add(&mut self, own: &Terms, other: &Terms, same: &[Match], of: fn(&Match) -> (u32, u32)) {
        let Some(term) = same.first().map(|m| &own.list[of(m).0 as usize]) else {
            return;
        };
        let (mut likest, mut any) = ([0f32; SETS], 0);
        for m in same {
            let both = term.sets & other.list[of(m).1 as usize].sets;
            any |= both;
            for set in bits(both) {
                likest[set] = likest[set].max(m.likeness);
            }
        }
        for set in bits(any) {
            self.sums[set] += term.rarity * f64::from(likest[set]);
            self.best[set] = self.best[set].max(likest[set]);
        }
    }

    /// How much two sets of terms share, 0 to 1, each term weighted by how much it tells; 0 where one is empty.
    pub(super) fn overlap(&self, set: usize) -> f64 {
        let total = self.left.totals[set] + self.right.totals[set];
        if self.sums[set] > 0.0 && total > 0.0 {
            self.sums[set] / total
        } else {
            0.0
        }
    }

    /// The likeness of the likest two terms; `None` where one set is empty.
    pub(super) fn best(&self, set: usize) -> Option<f64> {
        let both = self.left.some & self.right.some;
        (both >> set & 1 == 1).then(|| f64::from(self.best[set]))
    }
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

/// How like two items are, in one number: the left item, the right item, and how like they are, which is above 0. There are
/// many, and a number is sorted faster than three.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness(u128);

impl Likeness {
    fn new(left: usize, right: usize, likeness: f32) -> Likeness {
        let [left, right] = [left, right].map(|item| u128::from(item as u32));
        Likeness(left << 64 | right << 32 | u128::from(likeness.to_bits()))
    }

    fn items(self) -> [u32; 2] {
        [(self.0 >> 64) as u32, (self.0 >> 32) as u32]
    }

    fn likeness(self) -> f32 {
        f32::from_bits(self.0 as u32)
    }
}

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
        let mut found: Vec<Likeness> = Vec::with_capacity(x.len() + y.len());
        let like = |i: usize, j: usize| {
            let likeness = words.compare(&x[i], &y[j]) as f32;
            (likeness > 0.0).then(|| Likeness::new(i, j, likeness))
        };
        for (i, item) in x.iter().enumerate() {
            match item {
                Item::Word { stem, .. } => {
                    if let Some(&j) = theirs.stems.get(stem.as_str()) {
                        found.extend(like(i, j));
                    }
                }
                Item::Entity(entity) => {
                    let partner = words.partner(*entity);
                    if let Some(&j) = partner.and_then(|p| theirs.entities.get(&p)) {
                        found.extend(like(i, j));
                    }
                    for j in theirs.parts(left, *entity) {
                        found.extend(like(i, j));
                    }
                }
            }
        }
        for one in &ours.ranked {
            for other in &theirs.ranked {
                // What excludes each other is told by the lists, and kept for each word: so nothing is looked up for a pair.
                let nearness = one.meaning.similarity(&other.meaning);
                if nearness >= FLOOR
                    && one.stem != other.stem
                    && !excludes(one.contrasts, other.contrasts)
                {
                    found.push(Likeness::new(one.item, other.item, nearness as f32));
                }
            }
        }
        for (j, item) in y.iter().enumerate() {
            if let Item::Entity(entity) = item {
                for i in ours.parts(right, *entity) {
                    found.extend(like(i, j));
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
                found.push(Likeness::new(i, j, 1.0));
            }
        }
        // Of one pair the likest comes last, and stays.
        found.sort_unstable();
        let mut shared = [vec![false; x.len()], vec![false; y.len()]];
        let mut like: Vec<(u32, f32)> = Vec::with_capacity(found.len());
        let mut starts = Vec::with_capacity(x.len() + 1);
        for pairs in found.chunk_by(|p, q| p.items() == q.items()) {
            let Some(last) = pairs.last() else {
                continue;
            };
            let ([i, j], likeness) = (last.items(), last.likeness());
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

    /// The terms of a claim that are like terms of the claims of the other document, by the number of that claim; of those
    /// that are `wanted`.
    pub(super) fn meet(
        &self,
        terms: &Terms,
        theirs: &Occurrences,
        wanted: impl Fn(usize) -> bool,
        found: &mut [Vec<Match>],
    ) {
        for (left, term) in (0..).zip(&terms.list) {
            for &(item, likeness) in self.row(term.item) {
                for &(claim, right) in theirs.of(item) {
                    if wanted(claim as usize) {
                        found[claim as usize].push(Match {
                            left,
                            right,
                            likeness,
                        });
                    }
                }
            }
        }
    }

    /// The terms of two claims that are alike.
    pub(super) fn matches(&self, a: &Terms, b: &Terms) -> Vec<Match> {
        let mut found = Vec::new();
        for (left, term) in (0..).zip(&a.list) {
            for &(item, likeness) in self.row(term.item) {
                let alike = (0..).zip(&b.list).filter(|(_, other)| other.item == item);
                found.extend(alike.map(|(right, _)| Match {
                    left,
                    right,
                    likeness,
                }));
            }
        }
        found
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
    ranked: Vec<Ranked<'a>>,
}

/// A word that the word table has and that is not too common to be like another one.
struct Ranked<'a> {
    item: usize,
    meaning: Meaning,
    stem: &'a str,
    contrasts: &'static [Alternative],
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
                        stem,
                        contrasts: contrasts(form),
                    }));
                }
                Item::Entity(entity) => {
                    index.entities.insert(*entity, item);
                }
            }
        }
        index
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
pub(super) fn alternatives(
    article: &Article,
    terms: impl Iterator<Item = u32>,
) -> Vec<Alternative> {
    let items = article.claims.vocabulary.items();
    let mut found: Vec<Alternative> = terms
        .flat_map(|item| match &items[item as usize] {
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
pub(super) fn classes(article: &Article, nouns: impl Iterator<Item = u32>) -> Vec<&'static str> {
    nouns.filter_map(|noun| class(article, noun)).collect()
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
fn excludes(a: &[Alternative], b: &[Alternative]) -> bool {
    a.iter()
        .any(|(set, alternative)| b.iter().any(|(s, other)| s == set && other != alternative))
}
