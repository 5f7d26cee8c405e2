//! One of the two claims of a pair: what is gathered of it once, as it is compared with each claim of another document.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Article;
use crate::align::lexical::{Alternative, Sets, Terms, Weighed, alternatives, classes};
use crate::align::which::{self, Which};
use crate::claim::{Claim, Item, Role, Term};
use crate::value::{DateRange, Kind, Value};

/// The sets of terms that are compared, by the place where they stand.
pub(super) const NOUN: usize = 0;
pub(super) const PHRASE: usize = 1;
pub(super) const PREDICATE: usize = 2;
pub(super) const SUBJECT: usize = 3;
pub(super) const IN_CLAUSE: usize = 4;
pub(super) const BESIDE: usize = 5;
pub(super) const IN_SENTENCE: usize = 6;
pub(super) const BEFORE: usize = 7;
/// What names the question: the noun with what stands beside it, the verb, and the common nouns of its subject.
pub(super) const KEY: usize = 8;
/// The persons and organisations of the subject and of the sentence, and the places of the clause.
pub(super) const SUBJECT_NAMES: usize = 9;
pub(super) const NAMED: usize = 10;
pub(super) const PLACES: usize = 11;

/// The sets that a term of a claim stands in.
fn sets(article: &Article, term: &Term) -> Sets {
    let name = kind_of(article, term.item);
    let is_word = matches!(
        article.claims.vocabulary.items()[term.item as usize],
        Item::Word { .. }
    );
    let role = term.role;
    let (place, other) = (
        name == Some(Kind::Place),
        name.is_some_and(|kind| kind != Kind::Place),
    );
    let subject = role == Role::Subject;
    let stands = [
        (NOUN, role == Role::Noun),
        (PHRASE, matches!(role, Role::Noun | Role::Modifier)),
        (PREDICATE, role == Role::Predicate),
        (SUBJECT, subject),
        (IN_CLAUSE, role <= Role::Clause),
        (BESIDE, term.near),
        (IN_SENTENCE, role != Role::Before),
        (BEFORE, role == Role::Before),
        (KEY, role <= Role::Predicate || subject && is_word),
        (SUBJECT_NAMES, subject && other),
        (NAMED, role != Role::Before && other),
        (PLACES, role <= Role::Clause && place),
    ];
    let bit = |(set, stands): (usize, bool)| Sets::from(stands) << set;
    stands.into_iter().map(bit).fold(0, |sets, bit| sets | bit)
}

/// A claim with its terms by the place where they stand: gathered once, as it is compared with each of another document.
pub(in crate::align) struct Side<'a> {
    pub(super) claim: &'a Claim,
    pub(super) slot: Slot,
    /// How few values of the sort, and of the sort and noun, the document gives.
    pub(super) lone: [f64; 2],
    pub(in crate::align) terms: Terms,
    pub(super) key_alternatives: Vec<Alternative>,
    /// What the noun's phrase and the verb name: which of several alternatives is meant.
    pub(super) alternatives: Vec<Alternative>,
    pub(super) classes: Vec<&'static str>,
    /// The content word right before the value, and right after it.
    pub(super) neighbours: [Option<u32>; 2],
    pub(super) dates: Vec<DateRange>,
    pub(super) is_record: bool,
    /// Which of several like things the value is about.
    pub(super) which: Which<'a>,
}

impl<'a> Side<'a> {
    fn new(
        article: &'a Article,
        marks: &[which::Marks],
        claim: &'a Claim,
        slot: Slot,
        lone: [f64; 2],
    ) -> Side<'a> {
        let vocabulary = &article.claims.vocabulary;
        let weighed = |term: &Term| Weighed {
            item: term.item,
            sets: sets(article, term),
            rarity: vocabulary.rarity(term.item),
        };
        let terms: Vec<Weighed> = claim.terms.iter().map(weighed).collect();
        let of = |set: usize| {
            let terms = terms.iter().filter(move |t| t.sets >> set & 1 == 1);
            terms.map(|t| t.item)
        };
        let narrow = claim.terms.iter().filter(|t| t.role <= Role::Predicate);
        Side {
            claim,
            slot,
            lone,
            key_alternatives: alternatives(article, of(KEY)),
            alternatives: alternatives(article, narrow.map(|t| t.item)),
            classes: classes(article, of(NOUN)),
            terms: Terms::new(terms),
            neighbours: [true, false].map(|before| nearest(claim, article, before)),
            dates: dates(article, claim),
            is_record: is_record(article, claim),
            which: Which::new(article, marks, claim),
        }
    }
}

/// The claims of a document ready to be compared.
pub(in crate::align) fn sides(article: &Article) -> Vec<Side<'_>> {
    let claims = article.claims.list.iter().zip(slots(article));
    let claims = claims.zip(lone(article));
    let marks = which::marks(&article.text);
    claims
        .map(|((claim, slot), lone)| Side::new(article, &marks, claim, slot, lone))
        .collect()
}

/// Where a value stands among the values of its sort in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// How many stand before it.
    index: usize,
    /// How many there are.
    pub(super) of: usize,
}

/// The slot of each claim: figures at one place of two sentences that are otherwise alike answer one question.
fn slots(article: &Article) -> Vec<Slot> {
    let sort = |claim: &Claim| {
        let mention = claim.mention(&article.mentions);
        let dimension = match &mention.value {
            Value::Figure(figure) => Some(figure.dimension),
            _ => None,
        };
        (mention.sentence, claim.kind, dimension)
    };
    let mut seen: FxHashMap<_, usize> = FxHashMap::default();
    let list = &article.claims.list;
    let index: Vec<usize> = list
        .iter()
        .map(|claim| {
            let count = seen.entry(sort(claim)).or_default();
            *count += 1;
            *count - 1
        })
        .collect();
    list.iter()
        .zip(index)
        .map(|(claim, index)| Slot {
            index,
            of: seen[&sort(claim)],
        })
        .collect()
}

/// What a name names; `None` for a word.
fn kind_of(article: &Article, item: u32) -> Option<Kind> {
    article.named(item).map(|e| e.kind)
}

/// The content word next to the value, on the side asked for, within its sentence.
fn nearest(claim: &Claim, article: &Article, before: bool) -> Option<u32> {
    let tokens = &claim.mention(&article.mentions).tokens;
    let terms = claim.terms.iter().filter(|t| t.role != Role::Before);
    if before {
        terms
            .filter(|t| (t.token as usize) < tokens.start)
            .max_by_key(|t| t.token)
            .map(|t| t.item)
    } else {
        terms
            .filter(|t| t.token as usize >= tokens.end)
            .min_by_key(|t| t.token)
            .map(|t| t.item)
    }
}

/// The dates beside a figure.
fn dates(article: &Article, claim: &Claim) -> Vec<DateRange> {
    let dates = claim.dates.iter();
    dates
        .filter_map(|&date| article.mentions[date].value.range())
        .collect()
}

/// Whether the value is a record of wins and losses, which belongs to one bearer as an age does.
fn is_record(article: &Article, claim: &Claim) -> bool {
    matches!(&claim.mention(&article.mentions).value, Value::Score(score) if score.kind == crate::value::ScoreKind::Record)
}

/// For each claim, one in how many values of its sort, and of its sort and noun, the document gives: an article with one
/// magnitude, or one number of volunteers, means the other's one.
fn lone(article: &Article) -> Vec<[f64; 2]> {
    let sort = |claim: &Claim| {
        let dimension = match &claim.mention(&article.mentions).value {
            Value::Figure(figure) => Some(figure.dimension),
            _ => None,
        };
        let noun = claim.noun_term();
        [None, Some(noun.map(|t| t.item))].map(|noun| (claim.kind, dimension, noun))
    };
    let mut values: FxHashMap<_, FxHashSet<&str>> = FxHashMap::default();
    for claim in &article.claims.list {
        let written = article.text.slice(claim.mention(&article.mentions).span);
        for sort in sort(claim) {
            values.entry(sort).or_default().insert(written);
        }
    }
    let one_in = |sort| 1.0 / values[&sort].len() as f64;
    let list = article.claims.list.iter();
    list.map(|claim| sort(claim).map(one_in)).collect()
}
