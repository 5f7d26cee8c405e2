//! What two claims have in common, as numbers: the features of the alignment score.
//!
//! No feature looks at the values: closeness of two figures is no evidence that they answer one question, and taking it
//! for evidence would hide exactly the conflicts.

mod packed;
mod side;

use super::lexical::{Lexical, Match, Shared, contrast};
use crate::value::Kind;

pub use packed::Features;
pub(super) use side::{Side, sides};

use side::{
    BEFORE, BESIDE, IN_CLAUSE, IN_SENTENCE, KEY, NAMED, NOUN, PHRASE, PLACES, PREDICATE, SUBJECT,
    SUBJECT_NAMES,
};

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
    "object_clash",
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
pub const COUNT: usize = 59;

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

/// The features of a pair while it is compared.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) values: [f64; COUNT],
}

impl Row {
    /// As they were kept.
    pub(super) fn of(features: &Features) -> Row {
        Row {
            values: features.values(),
        }
    }

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
    let dates = dates_beside(x, y);
    let owner = a.owner.zip(b.owner).map(|(i, j)| lexical.similarity(i, j));
    let object = a
        .object
        .zip(b.object)
        .map(|(i, j)| lexical.similarity(i, j));
    let sentence = shared.overlap(IN_SENTENCE);
    let same_owner = owner.is_some_and(|s| s >= 0.5);
    let other_owner = owner.is_some_and(|s| s < 0.5);
    // A person has one age, and a place one population: whose it is says which.
    let one_each = a.kind == Kind::Age || a.is_population() && b.is_population();
    // Where the text names whose figures they are, their order says nothing.
    let same_slot = x.slot == y.slot;
    let other_slot = !same_slot && x.slot.of == y.slot.of && !same_owner;
    let lone = [0, 1].map(|k| x.lone[k].min(y.lone[k]));
    let [order, other, year, since, distance, beginning, company] =
        x.which.beside(&y.which, dates.same);
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
            flag(dates.meet),
            flag(dates.clash),
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
            flag(object.is_some_and(|s| s < 0.5)),
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

/// How the dates beside two figures stand to each other.
#[derive(Clone, Copy, Default)]
struct Dates {
    /// They name a common day.
    meet: bool,
    /// They exclude each other.
    clash: bool,
    /// They name one and the same time: a year, and not a month of it.
    same: bool,
}

fn dates_beside(x: &Side<'_>, y: &Side<'_>) -> Dates {
    if x.claim.kind == Kind::Date || x.dates.is_empty() || y.dates.is_empty() {
        return Dates::default();
    }
    let meet = x.dates.iter().any(|r| y.dates.iter().any(|s| r.meets(s)));
    Dates {
        meet,
        clash: !meet,
        same: x.dates.iter().any(|r| y.dates.contains(r)),
    }
}
