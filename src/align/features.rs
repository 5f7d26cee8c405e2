//! What two claims have in common, as numbers: the features of the alignment score.
//!
//! No feature looks at the values: closeness of two figures is no evidence that they answer one question, and taking it
//! for evidence would hide exactly the conflicts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexical::{
    Alternative, Lexical, Match, Sets, Shared, Terms, Weighed, alternatives, classes, contrast,
};
use super::which::{self, Which};
use crate::Article;
use crate::claim::{Claim, Item, Role, Term};
use crate::value::{DateRange, Kind, Value};

/// The features, in the order of [`Features::values`].
pub const NAMES: [&str; COUNT] = [
    "noun",
    "noun_clash",
    "modifier",
    "predicate",
    "predicate_clash",
    "subject",
    "subject_clash",
    "near",
    "clause",
    "sentence",
    "before",
    "left",
    "right",
    "names",
    "contrast",
    "forecast_clash",
    "part_clash",
    "so_far_clash",
    "change_clash",
    "each_clash",
    "date_same",
    "date_clash",
    "title",
    "owner_same",
    "owner_clash",
    "place_clash",
    "noun_class",
    "alternative",
    "age",
    "bearer_same",
    "bearer_clash",
    "date",
    "ordinal",
    "score",
    "record_owner_same",
    "measure",
    "money",
    "percent",
    "duration",
    "lone",
    "kin",
    "strange",
    "key",
    "lone_noun",
    "owner_other",
    "slot_same",
    "slot_other",
    "order_clash",
    "other_clash",
    "year_clash",
    "since_clash",
    "distance",
    "beginning",
    "company",
    "gist",
    "best",
    "best_sentence",
    "gist_lead",
];

/// How many features there are.
pub const COUNT: usize = 58;

/// Where the features stand that every pair is asked for.
const NEAR: usize = place("near");
const CLAUSE: usize = place("clause");
pub(super) const SENTENCE: usize = place("sentence");
pub(super) const GIST: usize = place("gist");

/// Where the feature of that name stands; there is none behind the last one, so that a wrong name is no program.
const fn place(name: &str) -> usize {
    let mut at = 0;
    while at < COUNT {
        let (one, other) = (NAMES[at].as_bytes(), name.as_bytes());
        let mut same = one.len() == other.len();
        let mut letter = 0;
        while same && letter < one.len() {
            same = one[letter] == other[letter];
            letter += 1;
        }
        if same {
            return at;
        }
        at += 1;
    }
    panic!("no feature has this name")
}

/// Documents with less in common than this may tell two stories of one sort, the less the likelier.
const FAMILIAR: f64 = 0.4;

/// The features of one pair of claims.
///
/// Most are 0 or 1, so only the others are kept as numbers: many documents on one story have millions of pairs, and half a
/// kilobyte for each would be more than the memory of a small machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// Those that are not 0, a bit each, and those of them that are 1.
    some: u64,
    ones: u64,
    /// Those that are neither, in order.
    others: Box<[f64]>,
}

const _: () = assert!(COUNT <= u64::BITS as usize);

impl Features {
    fn new(values: &[f64; COUNT]) -> Features {
        let bits = |wanted: fn(f64) -> bool| {
            let bits = (0..).zip(values).map(|(i, &x)| u64::from(wanted(x)) << i);
            bits.fold(0, |all, bit| all | bit)
        };
        Features {
            some: bits(|x| x != 0.0),
            ones: bits(is_one),
            others: values
                .iter()
                .copied()
                .filter(|&x| x != 0.0 && !is_one(x))
                .collect(),
        }
    }

    /// All features: a number each, most of them 0 to 1.
    pub fn values(&self) -> [f64; COUNT] {
        let mut others = self.others.iter().copied();
        std::array::from_fn(|i| match (self.some >> i & 1, self.ones >> i & 1) {
            (0, _) => 0.0,
            (_, 1) => 1.0,
            _ => others.next().unwrap_or(0.0),
        })
    }

    /// The value of the feature of that name; 0 for a name that is none.
    pub fn get(&self, name: &str) -> f64 {
        let Some(i) = NAMES.iter().position(|n| *n == name) else {
            return 0.0;
        };
        match (self.some >> i & 1, self.ones >> i & 1) {
            (0, _) => 0.0,
            (_, 1) => 1.0,
            _ => {
                let before = self.some & !self.ones & ((1 << i) - 1);
                let at = before.count_ones() as usize;
                self.others.get(at).copied().unwrap_or(0.0)
            }
        }
    }

    /// In how many places the two claims hold on to each other: noun, verb, subject, owner, the words around. One is chance.
    pub fn anchors(&self) -> usize {
        let holds = |name: &str, least: f64| usize::from(self.get(name) >= least);
        (holds("noun", 0.6) | holds("noun_class", 1.0))
            + holds("modifier", 0.6)
            + holds("predicate", 0.6)
            + holds("subject", 0.4)
            + holds("owner_same", 1.0)
            + holds("near", 0.5)
            + holds("clause", 0.6)
            + holds("date_same", 1.0)
            + holds("sentence", 0.45)
            + holds("names", 0.6)
            + holds("best", 0.95)
            + holds("company", 0.3)
    }
}

/// Whether a feature is exactly 1: as it was set, and not as it was reckoned.
fn is_one(x: f64) -> bool {
    x.to_bits() == 1f64.to_bits()
}

/// The features of a pair while it is compared.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) values: [f64; COUNT],
}

impl Row {
    /// As they are kept.
    pub(super) fn pack(&self) -> Features {
        Features::new(&self.values)
    }

    /// How much the two have in common, words and names, for comparison with their rivals.
    pub(super) fn likeness(&self) -> f64 {
        self.values[NEAR] + self.values[CLAUSE] + self.values[SENTENCE]
    }

    /// Sets what can only be told beside the rivals of a pair: how it does against the likest pair that either claim is in,
    /// by all words and by those of the sentence alone; 1 is the likest.
    pub(super) fn set_against(&mut self, likest: f64, likest_sentence: f64, gist_lead: f64) {
        let share = |x: f64, most: f64| if most > 0.0 { x / most } else { 0.0 };
        self.values[COUNT - 3] = share(self.likeness(), likest);
        self.values[COUNT - 2] = share(self.values[SENTENCE], likest_sentence);
        self.values[COUNT - 1] = gist_lead;
    }
}

/// The sets of terms that are compared, by the place where they stand.
const NOUN: usize = 0;
const PHRASE: usize = 1;
const PREDICATE: usize = 2;
const SUBJECT: usize = 3;
const IN_CLAUSE: usize = 4;
const BESIDE: usize = 5;
const IN_SENTENCE: usize = 6;
const BEFORE: usize = 7;
/// What names the question: the noun with what stands beside it, the verb, and the common nouns of its subject.
const KEY: usize = 8;
/// The persons and organisations of the subject and of the sentence, and the places of the clause.
const SUBJECT_NAMES: usize = 9;
const NAMED: usize = 10;
const PLACES: usize = 11;

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
pub(super) struct Side<'a> {
    claim: &'a Claim,
    slot: Slot,
    /// How few values of the sort, and of the sort and noun, the document gives.
    lone: [f64; 2],
    pub(super) terms: Terms,
    key_alternatives: Vec<Alternative>,
    /// What the noun's phrase and the verb name: which of several alternatives is meant.
    alternatives: Vec<Alternative>,
    classes: Vec<&'static str>,
    /// The content word right before the value, and right after it.
    neighbours: [Option<u32>; 2],
    dates: Vec<DateRange>,
    is_record: bool,
    /// Which of several like things the value is about.
    which: Which<'a>,
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
pub(super) fn sides(article: &Article) -> Vec<Side<'_>> {
    let claims = article.claims.list.iter().zip(slots(article));
    let claims = claims.zip(lone(article));
    let marks = which::marks(&article.text);
    claims
        .map(|((claim, slot), lone)| Side::new(article, &marks, claim, slot, lone))
        .collect()
}

/// Compares two claims of one kind, `x` of the left document and `y` of the right; the documents have so much in common,
/// and what the two are about is so like. `matches` are the terms of the two that are alike.
pub(super) fn features(
    lexical: &Lexical,
    (x, y): (&Side<'_>, &Side<'_>),
    matches: &mut [Match],
    kin: f64,
    gist: f64,
) -> Row {
    let (a, b) = (x.claim, y.claim);
    let shared = Shared::new(&x.terms, &y.terms, matches);
    let noun = shared.best(NOUN);
    let predicate = shared.best(PREDICATE);
    let class = x.classes.iter().any(|class| y.classes.contains(class));
    let (date_same, date_clash) = same_dates(x, y);
    let owner = a.owner.zip(b.owner).map(|(i, j)| lexical.similarity(i, j));
    let sentence = shared.overlap(IN_SENTENCE);
    let same_owner = owner.is_some_and(|s| s >= 0.5);
    let other_owner = owner.is_some_and(|s| s < 0.5);
    // A person has one age, and a place one population: whose it is says which.
    let one_each = a.kind == Kind::Age || a.is_population() && b.is_population();
    // Where the text names whose figures they are, their order says nothing.
    let same_slot = x.slot == y.slot;
    let other_slot = !same_slot && x.slot.of == y.slot.of && !same_owner;
    let lone = [0, 1].map(|k| x.lone[k].min(y.lone[k]));
    let [order, other, year, since, distance, beginning, company] = x.which.beside(&y.which);
    let flag = |b: bool| f64::from(u8::from(b));
    // Both name somebody, and nobody in common.
    let clash = |set: usize| flag(shared.best(set).is_some_and(|best| best < 0.5));
    let is = |kind: Kind| flag(a.kind == kind);
    // A day keeps the company of everything that happened on it: the place must be one as well. And two people may both have
    // lived in a town for 13 years.
    let dated = matches!(a.kind, Kind::Date | Kind::Time);
    let one_place = || shared.best(PLACES).is_some_and(|best| best >= 0.95);
    let two_bearers = clash(SUBJECT_NAMES) > 0.0;
    let company = if two_bearers || company > 0.0 && dated && !one_place() {
        0.0
    } else {
        company
    };
    let [before, after] = [0, 1].map(|side| match (x.neighbours[side], y.neighbours[side]) {
        (Some(i), Some(j)) => lexical.similarity(i, j),
        (None, None) => 0.3,
        _ => 0.0,
    });
    Row {
        values: [
            noun.unwrap_or(0.0),
            flag(!class && noun.is_some_and(|n| n < 0.3)),
            shared.overlap(PHRASE),
            predicate.unwrap_or(0.0),
            flag(predicate.is_some_and(|p| p < 0.3)),
            shared.overlap(SUBJECT),
            clash(SUBJECT_NAMES),
            shared.overlap(BESIDE),
            shared.overlap(IN_CLAUSE),
            sentence,
            shared.overlap(BEFORE),
            before,
            after,
            shared.overlap(NAMED),
            flag(contrast(&x.key_alternatives, &y.key_alternatives)),
            flag(a.marks.forecast != b.marks.forecast),
            flag(a.marks.part != b.marks.part),
            flag(a.marks.so_far != b.marks.so_far),
            flag(a.marks.change != b.marks.change),
            flag(a.marks.each != b.marks.each),
            flag(date_same),
            flag(date_clash),
            flag(a.title && b.title),
            flag(same_owner),
            flag(other_owner),
            clash(PLACES),
            flag(class),
            flag(
                x.alternatives
                    .iter()
                    .any(|one| y.alternatives.contains(one)),
            ),
            is(Kind::Age),
            flag(one_each && same_owner),
            flag(one_each && other_owner),
            flag(dated),
            is(Kind::Ordinal),
            is(Kind::Score),
            flag(x.is_record && same_owner),
            is(Kind::Measure),
            is(Kind::Money),
            is(Kind::Percent),
            is(Kind::Duration),
            lone[0],
            kin,
            (FAMILIAR - kin).max(0.0),
            shared.overlap(KEY),
            noun.unwrap_or(0.0) * lone[1],
            flag(
                a.owner
                    .zip(b.owner)
                    .is_some_and(|(i, j)| lexical.apart(i, j)),
            ),
            sentence * flag(same_slot),
            sentence * flag(other_slot),
            order,
            other,
            year,
            since,
            distance,
            beginning,
            company,
            gist,
            0.0,
            0.0,
            0.0,
        ],
    }
}

/// Where a value stands among the values of its sort in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Slot {
    /// How many stand before it.
    index: usize,
    /// How many there are.
    of: usize,
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
    match &article.claims.vocabulary.items()[item as usize] {
        Item::Entity(id) => article.resolved.entities.get(id.0 as usize).map(|e| e.kind),
        Item::Word { .. } => None,
    }
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
    let dates = claim.dates.iter().map(|&d| &article.mentions[d].value);
    dates
        .filter_map(|value| match value {
            Value::Date(date) => date.range,
            _ => None,
        })
        .collect()
}

/// Whether the dates beside two figures name a common day, and whether they exclude each other.
fn same_dates(x: &Side<'_>, y: &Side<'_>) -> (bool, bool) {
    if x.claim.kind == Kind::Date || x.dates.is_empty() || y.dates.is_empty() {
        return (false, false);
    }
    let meets = x.dates.iter().any(|r| y.dates.iter().any(|s| r.meets(s)));
    (meets, !meets)
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
        let noun = claim.terms.iter().find(|t| t.role == Role::Noun);
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
