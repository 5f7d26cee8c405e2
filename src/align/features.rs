//! What two claims have in common, as numbers: the features of the alignment score.
//!
//! No feature looks at the values: closeness of two figures is no evidence that they answer one question, and taking it
//! for evidence would hide exactly the conflicts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexical::Lexical;
use crate::Article;
use crate::claim::{Claim, Item, Role, Term};
use crate::value::{Kind, Value};

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
    "age_owner_same",
    "age_owner_clash",
    "date",
    "ordinal",
    "score",
    "record_owner_same",
    "measure",
    "lone",
    "kin",
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
    "gist",
    "best",
    "best_sentence",
    "gist_lead",
];

/// How many features there are.
pub const COUNT: usize = 52;

/// The features of one pair of claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// A number each, most of them 0 to 1.
    pub values: [f64; COUNT],
}

impl Features {
    /// The value of the feature of that name; 0 for a name that is none.
    pub fn get(&self, name: &str) -> f64 {
        NAMES
            .iter()
            .position(|n| *n == name)
            .map_or(0.0, |i| self.values[i])
    }

    /// How much the two have in common, words and names, for comparison with their rivals.
    pub(super) fn likeness(&self) -> f64 {
        self.get("near") + self.get("clause") + self.get("sentence")
    }

    /// Sets what can only be told beside the rivals of a pair: how it does against the likest pair that either claim is in,
    /// by all words and by those of the sentence alone; 1 is the likest.
    pub(super) fn set_against(&mut self, likest: f64, likest_sentence: f64, gist_lead: f64) {
        let share = |x: f64, most: f64| if most > 0.0 { x / most } else { 0.0 };
        self.values[COUNT - 3] = share(self.likeness(), likest);
        self.values[COUNT - 2] = share(self.get("sentence"), likest_sentence);
        self.values[COUNT - 1] = gist_lead;
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
    }
}

/// Terms of a claim by the place where they stand.
struct Places<'a> {
    noun: Vec<&'a Term>,
    phrase: Vec<&'a Term>,
    /// The noun's phrase and the verb: what says which of several alternatives is meant.
    narrow: Vec<&'a Term>,
    predicate: Vec<&'a Term>,
    subject: Vec<&'a Term>,
    clause: Vec<&'a Term>,
    near: Vec<&'a Term>,
    sentence: Vec<&'a Term>,
    before: Vec<&'a Term>,
}

impl<'a> Places<'a> {
    fn new(claim: &'a Claim) -> Places<'a> {
        let pick =
            |f: &dyn Fn(&Term) -> bool| claim.terms.iter().filter(|t| f(t)).collect::<Vec<_>>();
        Places {
            noun: pick(&|t| t.role == Role::Noun),
            phrase: pick(&|t| matches!(t.role, Role::Noun | Role::Modifier)),
            narrow: pick(&|t| t.role <= Role::Predicate),
            predicate: pick(&|t| t.role == Role::Predicate),
            subject: pick(&|t| t.role == Role::Subject),
            clause: pick(&|t| t.role <= Role::Clause),
            near: pick(&|t| t.near),
            sentence: pick(&|t| t.role != Role::Before),
            before: pick(&|t| t.role == Role::Before),
        }
    }
}

/// What the documents around two claims tell about them.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// How much the documents have in common.
    pub kin: f64,
    /// How few values of the sort, and of the sort and noun, they give.
    pub lone: [f64; 2],
    /// Where each value stands in its sentence.
    pub slots: [Slot; 2],
    /// What says which of several like things each is about, and where it stands.
    pub which: [f64; 6],
    /// How like what they are about is.
    pub gist: f64,
}

/// Compares two claims of one kind, `a` of the left article and `b` of the right.
pub fn features(
    lexical: &Lexical<'_>,
    left: &Article,
    right: &Article,
    a: &Claim,
    b: &Claim,
    Setting {
        kin,
        lone,
        slots,
        which: [order, other, year, since, distance, beginning],
        gist,
    }: Setting,
) -> Features {
    let (x, y) = (Places::new(a), Places::new(b));
    let noun = lexical.best(&x.noun, &y.noun);
    let predicate = lexical.best(&x.predicate, &y.predicate);
    let (x_names, y_names) = (names(left, &x.subject), names(right, &y.subject));
    let class = lexical.same_class(&x.noun, &y.noun);
    let (date_same, date_clash) = dates(left, right, a, b);
    let owner = a.owner.zip(b.owner).map(|(i, j)| lexical.similarity(i, j));
    let sentence = lexical.overlap(&x.sentence, &y.sentence);
    let same_owner = owner.is_some_and(|s| s >= 0.5);
    // Where the text names whose figures they are, their order says nothing.
    let same_slot = slots[0] == slots[1];
    let other_slot = !same_slot && slots[0].of == slots[1].of && !same_owner;
    let flag = |b: bool| f64::from(u8::from(b));
    let is = |kind: Kind| flag(a.kind == kind);
    let side = |claim: &'_ Claim, article: &Article, before: bool| nearest(claim, article, before);
    let beside = |before: bool| match (side(a, left, before), side(b, right, before)) {
        (Some(i), Some(j)) => lexical.similarity(i, j),
        (None, None) => 0.3,
        _ => 0.0,
    };
    Features {
        values: [
            noun.unwrap_or(0.0),
            flag(!class && noun.is_some_and(|n| n < 0.3)),
            lexical.overlap(&x.phrase, &y.phrase),
            predicate.unwrap_or(0.0),
            flag(predicate.is_some_and(|p| p < 0.3)),
            lexical.overlap(&x.subject, &y.subject),
            flag(clash(lexical, &x_names, &y_names)),
            lexical.overlap(&x.near, &y.near),
            lexical.overlap(&x.clause, &y.clause),
            sentence,
            lexical.overlap(&x.before, &y.before),
            beside(true),
            beside(false),
            lexical.overlap(&names(left, &x.sentence), &names(right, &y.sentence)),
            flag(lexical.contrast(&key(left, &x), &key(right, &y))),
            flag(a.marks.forecast != b.marks.forecast),
            flag(a.marks.part != b.marks.part),
            flag(a.marks.change != b.marks.change),
            flag(a.marks.each != b.marks.each),
            flag(date_same),
            flag(date_clash),
            flag(a.title && b.title),
            flag(owner.is_some_and(|s| s >= 0.5)),
            flag(owner.is_some_and(|s| s < 0.5)),
            flag(clash(
                lexical,
                &places(left, &x.clause),
                &places(right, &y.clause),
            )),
            flag(class),
            flag(lexical.alternative(&x.narrow, &y.narrow)),
            is(Kind::Age),
            is(Kind::Age) * flag(owner.is_some_and(|s| s >= 0.5)),
            is(Kind::Age) * flag(owner.is_some_and(|s| s < 0.5)),
            is(Kind::Date) + is(Kind::Time),
            is(Kind::Ordinal),
            is(Kind::Score),
            flag(is_record(left, a) && owner.is_some_and(|s| s >= 0.5)),
            is(Kind::Measure),
            lone[0],
            kin,
            lexical.overlap(&key(left, &x), &key(right, &y)),
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
            gist,
            0.0,
            0.0,
            0.0,
        ],
    }
}

/// Where a value stands among the values of its sort in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// How many stand before it.
    index: usize,
    /// How many there are.
    of: usize,
}

/// The slot of each claim: figures at one place of two sentences that are otherwise alike answer one question.
pub(super) fn slots(article: &Article) -> Vec<Slot> {
    let sort = |claim: &Claim| {
        let mention = &article.mentions[claim.mentions[0]];
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

/// What names the question: the noun with what stands beside it, the verb, and the common nouns of its subject.
fn key<'a>(article: &Article, places: &Places<'a>) -> Vec<&'a Term> {
    let items = article.claims.vocabulary.items();
    let common = |t: &&&'a Term| matches!(items[t.item as usize], Item::Word { .. });
    places
        .narrow
        .iter()
        .chain(places.subject.iter().filter(common))
        .copied()
        .collect()
}

/// The terms that are names of persons or organisations.
fn names<'a>(article: &Article, terms: &[&'a Term]) -> Vec<&'a Term> {
    entities(article, terms, |kind| kind != Kind::Place)
}

/// The terms that are names of places.
fn places<'a>(article: &Article, terms: &[&'a Term]) -> Vec<&'a Term> {
    entities(article, terms, |kind| kind == Kind::Place)
}

fn entities<'a>(
    article: &Article,
    terms: &[&'a Term],
    wanted: impl Fn(Kind) -> bool,
) -> Vec<&'a Term> {
    let items = article.claims.vocabulary.items();
    terms
        .iter()
        .filter(|t| match &items[t.item as usize] {
            Item::Entity(id) => article
                .resolved
                .entities
                .get(id.0 as usize)
                .is_some_and(|e| wanted(e.kind)),
            Item::Word { .. } => false,
        })
        .copied()
        .collect()
}

/// Both name somebody, and nobody in common.
fn clash(lexical: &Lexical<'_>, a: &[&Term], b: &[&Term]) -> bool {
    lexical.best(a, b).is_some_and(|best| best < 0.5)
}

/// The content word next to the value, on the side asked for, within its sentence.
fn nearest(claim: &Claim, article: &Article, before: bool) -> Option<u32> {
    let tokens = &article.mentions[claim.mentions[0]].tokens;
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

/// Whether the dates beside two figures name a common day, and whether they exclude each other.
fn dates(left: &Article, right: &Article, a: &Claim, b: &Claim) -> (bool, bool) {
    if a.kind == Kind::Date {
        return (false, false);
    }
    let ranges = |article: &Article, claim: &Claim| -> Vec<crate::value::DateRange> {
        claim
            .dates
            .iter()
            .filter_map(|&d| match &article.mentions[d].value {
                Value::Date(date) => date.range,
                _ => None,
            })
            .collect()
    };
    let (x, y) = (ranges(left, a), ranges(right, b));
    if x.is_empty() || y.is_empty() {
        return (false, false);
    }
    let meets = x.iter().any(|r| y.iter().any(|s| r.meets(s)));
    (meets, !meets)
}

/// Whether the value is a record of wins and losses, which belongs to one bearer as an age does.
fn is_record(article: &Article, claim: &Claim) -> bool {
    matches!(&article.mentions[claim.mentions[0]].value, Value::Score(score) if score.kind == crate::value::ScoreKind::Record)
}

/// For each claim, one in how many values of its sort, and of its sort and noun, the document gives: an article with one
/// magnitude, or one number of volunteers, means the other's one.
pub(super) fn lone(article: &Article) -> Vec<[f64; 2]> {
    let sort = |claim: &Claim| {
        let dimension = match &article.mentions[claim.mentions[0]].value {
            Value::Figure(figure) => Some(figure.dimension),
            _ => None,
        };
        let noun = claim.terms.iter().find(|t| t.role == Role::Noun);
        [None, Some(noun.map(|t| t.item))].map(|noun| (claim.kind, dimension, noun))
    };
    let mut values: FxHashMap<_, FxHashSet<&str>> = FxHashMap::default();
    for claim in &article.claims.list {
        let written = article.text.slice(article.mentions[claim.mentions[0]].span);
        for sort in sort(claim) {
            values.entry(sort).or_default().insert(written);
        }
    }
    let one_in = |sort| 1.0 / values[&sort].len() as f64;
    let list = article.claims.list.iter();
    list.map(|claim| sort(claim).map(one_in)).collect()
}
