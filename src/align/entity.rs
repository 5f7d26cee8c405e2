//! Which entities of two documents are one.
//!
//! Names decide, and the context settles what they leave open: a spelling that differs is taken for the same entity only
//! where the other document has no better partner for either form, so that "Iran" and "Iraq", both at home in both
//! articles, are never joined.

use rustc_hash::{FxHashMap, FxHashSet};

use super::name::{Comparison, Name, Relation, edits, fold, joined, spelling_distance};
use super::{slot, within};
use crate::Article;
use crate::lexicon::names;
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

/// The entities of all documents, and what was found about their names.
pub struct Entities<'a> {
    forms: Vec<Forms<'a>>,
    names: Names<'a>,
}

impl<'a> Entities<'a> {
    /// The entities of the documents.
    pub fn new(articles: &'a [Article]) -> Entities<'a> {
        Entities {
            forms: articles.iter().map(Forms::new).collect(),
            names: Names::default(),
        }
    }

    /// The links between the entities of every two documents, each entity to at most one of another document.
    pub fn links(&mut self) -> Vec<EntityLink> {
        let mut links = Vec::new();
        for a in 0..self.forms.len() {
            for b in a + 1..self.forms.len() {
                link_pair(&self.forms, &mut self.names, (a, b), &mut links);
            }
        }
        links
    }
}

/// The entities of a document that are compared: the first ones. Articles name some thirty and books some hundreds; each is
/// compared with each of another document.
pub(super) const MOST_ENTITIES: usize = 1_000;

/// The entities of a document that are compared.
struct Forms<'a> {
    article: &'a Article,
    entities: &'a [Entity],
}

impl<'a> Forms<'a> {
    fn new(article: &'a Article) -> Forms<'a> {
        let entities = &article.resolved.entities;
        Forms {
            article,
            entities: &entities[..entities.len().min(MOST_ENTITIES)],
        }
    }
}

/// The names of all documents, each taken apart once for each kind that it is compared as, and each two compared once: the
/// documents on one story have most names in common.
#[derive(Default)]
struct Names<'a> {
    list: Vec<Name>,
    numbers: FxHashMap<(&'a str, Kind), usize>,
    /// The same by where the name lies: most are asked about again and again, and need not be read for it.
    places: FxHashMap<(usize, usize, Kind), usize>,
    /// Two names that may be of one entity, in the order in which they were compared.
    joined: FxHashMap<(usize, usize), Comparison>,
    /// Two names that are of two, the lower number first, in one number: nearly all are.
    different: FxHashSet<u64>,
}

/// The numbers of a name for each kind that it was compared as.
type Numbers = [Option<usize>; NAME_KINDS.len()];

/// The kinds of names.
const NAME_KINDS: [Kind; 4] = [
    Kind::Person,
    Kind::Organization,
    Kind::Place,
    Kind::OtherName,
];

impl<'a> Names<'a> {
    /// The number of a name among those taken apart.
    fn number(&mut self, name: &'a str, kind: Kind) -> usize {
        let (list, numbers) = (&mut self.list, &mut self.numbers);
        let place = (name.as_ptr() as usize, name.len(), kind);
        *self.places.entry(place).or_insert_with(|| {
            *numbers.entry((name, kind)).or_insert_with(|| {
                list.push(Name::new(name, kind));
                list.len() - 1
            })
        })
    }

    /// How two names relate, if they may be of one entity.
    fn joined(&mut self, a: &'a str, b: &'a str, kind: Kind) -> Option<Comparison> {
        let (a, b) = (self.number(a, kind), self.number(b, kind));
        self.joined_by_number(a, b)
    }

    fn joined_by_number(&mut self, a: usize, b: usize) -> Option<Comparison> {
        let both = (a.min(b) as u64) << 32 | a.max(b) as u64;
        if self.different.contains(&both) {
            return None;
        }
        if let Some(known) = self.joined.get(&(a, b)) {
            return Some(known.clone());
        }
        let found = joined(&self.list[a], &self.list[b]);
        match &found {
            Some(comparison) => {
                self.joined.insert((a, b), comparison.clone());
            }
            None => {
                self.different.insert(both);
            }
        }
        found
    }

    /// The same as [`Names::number`], where the numbers of this name are at hand.
    fn number_at_hand(&mut self, known: &mut Numbers, name: &'a str, kind: Kind) -> usize {
        let at = NAME_KINDS.iter().position(|&k| k == kind);
        match at.map(|at| &mut known[at]) {
            Some(known) => *known.get_or_insert_with(|| self.number(name, kind)),
            None => self.number(name, kind),
        }
    }
}

/// Adds the links between the entities of two documents.
fn link_pair<'a>(
    forms: &[Forms<'a>],
    names: &mut Names<'a>,
    (a, b): (usize, usize),
    links: &mut Vec<EntityLink>,
) {
    let (left, right) = (forms[a].entities, forms[b].entities);
    let mut candidates: Vec<(Rank, usize, usize, Comparison)> = Vec::new();
    let mut theirs = vec![Numbers::default(); right.len()];
    for (i, x) in left.iter().enumerate() {
        let mut own = Numbers::default();
        for (j, y) in right.iter().enumerate() {
            let places = || slot::shared((forms[a].article, x), (forms[b].article, y));
            let comparison = slip_in_full_name(x, y).or_else(|| {
                let kind = kind_of(x, y);
                let first = names.number_at_hand(&mut own, &x.canonical, kind);
                let second = names.number_at_hand(&mut theirs[j], &y.canonical, kind);
                names.joined_by_number(first, second)
            });
            let Some(comparison) = comparison.or_else(|| slip_in_place(x, y, places)) else {
                continue;
            };
            if convincing(x, y, &comparison)
                || doubtful(x, y, &comparison) && places().telling >= SAME_PLACE
            {
                candidates.push((rank(comparison.relation), i, j, comparison));
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

impl<'a> Entities<'a> {
    /// Entities without a partner in the other document whose name misspells one that is named there: "Klistchko" once, among many
    /// "Klitschko". Short forms are compared with the short forms that the other document writes.
    ///
    /// Where the document of the lonely one writes the other name, too, it knows both, and may mean two.
    pub fn misspelt(&mut self, links: &[EntityLink]) -> Vec<EntityLink> {
        let partners: FxHashMap<(EntityRef, usize), EntityRef> = links
            .iter()
            .flat_map(|l| [((l.a, l.b.article), l.b), ((l.b, l.a.article), l.a)])
            .collect();
        let linked: FxHashSet<(EntityRef, usize)> = links
            .iter()
            .flat_map(|l| [(l.a, l.b.article), (l.b, l.a.article)])
            .collect();
        let (forms, names) = (&self.forms, &mut self.names);
        let mut found = Vec::new();
        for a in 0..forms.len() {
            for b in (0..forms.len()).filter(|&b| b != a) {
                for lonely in forms[a].entities {
                    let x = EntityRef {
                        article: a,
                        entity: lonely.id,
                    };
                    if linked.contains(&(x, b)) {
                        continue;
                    }
                    let partner = forms[b].entities.iter().find_map(|e| {
                        let comparison = misspells(names, lonely, forms[b].article, e)?;
                        let y = EntityRef {
                            article: b,
                            entity: e.id,
                        };
                        let both = partners.get(&(y, a)).is_some_and(|z| {
                            let known = &forms[a].entities[z.entity.0 as usize];
                            within::two_bearers(lonely, known)
                        });
                        (!both).then_some((e, comparison))
                    });
                    if let Some((partner, comparison)) = partner {
                        let y = EntityRef {
                            article: b,
                            entity: partner.id,
                        };
                        let (first, second) = if a < b { (x, y) } else { (y, x) };
                        found.push(EntityLink {
                            a: first,
                            b: second,
                            comparison,
                        });
                    }
                }
            }
        }
        found
    }
}

/// A name of one word with at least this many letters is taken for a slip of one letter in a name that is written more often.
const LONG_ENOUGH_TO_SLIP: usize = 7;

/// Whether one name misspells another document's, by its full form or by a short form of as many words.
fn misspells<'a>(
    names: &mut Names<'a>,
    lonely: &'a Entity,
    article: &'a Article,
    partner: &'a Entity,
) -> Option<Comparison> {
    let kind = kind_of(lonely, partner);
    let mut variant = |form: &'a str| {
        names
            .joined(&lonely.canonical, form, kind)
            .filter(|c| c.relation == Relation::Variant && convincing(lonely, partner, c))
    };
    if let Some(comparison) = variant(&partner.canonical) {
        return Some(comparison);
    }
    let words = |name: &str| name.split_whitespace().count();
    if lonely.mentions.len() >= partner.mentions.len() || words(&lonely.canonical) != 1 {
        return None;
    }
    let mut forms: Vec<&str> = partner
        .mentions
        .iter()
        .map(|&m| article.document.source.slice(article.mentions[m].span))
        .filter(|form| words(form) == 1)
        .collect();
    forms.dedup();
    forms.into_iter().find_map(|form| {
        let slip = form.chars().count() >= LONG_ENOUGH_TO_SLIP
            && convincing_slip(&lonely.canonical, form)
            && edits(&lonely.canonical, form, 1) == Some(1);
        variant(form).or_else(|| {
            slip.then(|| Comparison {
                relation: Relation::Variant,
                score: SLIP,
                evidence: vec![format!("{} ~ {form}: one letter", lonely.canonical)],
            })
        })
    })
}

/// A family name with fewer letters has too many neighbours, even behind the same given name.
const SHORTEST_FAMILY_NAME: usize = 5;

/// The same given name before family names that differ in one letter, or that sound alike: by themselves "Steven Moffat" and
/// "Steven Moffet", "Ann Reid" and "Ann Reed" may be two people, in two articles on one story they are one.
pub(super) fn slip_in_full_name(x: &Entity, y: &Entity) -> Option<Comparison> {
    if x.kind != Kind::Person || y.kind != Kind::Person || x.canonical == y.canonical {
        return None;
    }
    let ((given, family), (other_given, other)) =
        (x.canonical.rsplit_once(' ')?, y.canonical.rsplit_once(' ')?);
    // Nearly all names are of two people: what is asked of their letters comes first.
    if !convincing_slip(family, other) || given.chars().next() != other_given.chars().next() {
        return None;
    }
    // What differs in accents or case alone is no slip but another way to write it.
    if fold(family) == fold(other) {
        return None;
    }
    if given != other_given && !sound_alike(given, other_given, SAME_GIVEN_NAME) {
        return None;
    }
    let long = family.chars().count().min(other.chars().count()) >= SHORTEST_FAMILY_NAME;
    let how = if given == other_given && long && edits(family, other, 1) == Some(1) {
        "one letter"
    } else if sound_alike(family, other, SAME_FAMILY_NAME) {
        "two spellings of one sound"
    } else {
        return None;
    };
    Some(Comparison {
        relation: Relation::Variant,
        score: SLIP,
        evidence: vec![format!(
            "{family} ~ {other}: {how}, behind the same given name"
        )],
    })
}

/// How far apart, in letters, the spellings of one given name are: "Sarah" and "Sara", "Erik" and "Eric".
const SAME_GIVEN_NAME: f32 = 0.2;

/// The same for family names behind it: "Prewitt" and "Pruitt", "Humphreys" and "Humphries".
const SAME_FAMILY_NAME: f32 = 0.75;

/// Whether rules of spelling alone make one name of the other, and few of them.
fn sound_alike(a: &str, b: &str, most: f32) -> bool {
    let spelling = spelling_distance(&fold(a), &fold(b));
    spelling.is_some_and(|spelling| spelling.edits == 0 && spelling.letters() <= most)
}

/// How sure it is that a long name which differs in one letter from one that is written more often is that name.
const SLIP: f64 = 0.8;

/// A plural or an adjective is no slip: "Colts", "Australian".
fn convincing_slip(a: &str, b: &str) -> bool {
    !a.starts_with(b) && !b.starts_with(a) && a.chars().next() == b.chars().next()
}

/// Whether what was found about two names is enough to join two entities of real articles, where most pairs are of different
/// entities: names of one word differ in too little to tell unless they are long, and a plural is no other spelling.
fn convincing(x: &Entity, y: &Entity, comparison: &Comparison) -> bool {
    if comparison.relation != Relation::Variant {
        return true;
    }
    // What no list knows is a slip sooner than somebody else in another role.
    if within::of_two_sorts(x, y) && !within::unknown_to_all(x, y) {
        return false;
    }
    let plural = |a: &str, b: &str| a.strip_suffix('s') == Some(b);
    // "Colt" and "Colts", "Sumatra" and "Sumatran".
    let people = |e: &Entity| names::known(&e.canonical).demonym.is_some();
    if plural(&x.canonical, &y.canonical)
        || plural(&y.canonical, &x.canonical)
        || people(x) != people(y)
    {
        return false;
    }
    let words = |e: &Entity| e.canonical.split_whitespace().count();
    if words(x).min(words(y)) > 1 {
        return one_kind(x, y) || within::one_unknown_word(x, y);
    }
    let letters = x.canonical.chars().count().min(y.canonical.chars().count());
    words(x).max(words(y)) <= 3
        && letters
            >= if one_kind(x, y) {
                SHORTEST_ALONE
            } else {
                SHORTEST_DOUBTFUL
            }
}

/// Two short names that may be two spellings, where the place settles what the letters leave open.
fn doubtful(x: &Entity, y: &Entity, comparison: &Comparison) -> bool {
    let one_word = |e: &Entity| !e.canonical.contains([' ', '-']);
    comparison.relation == Relation::Variant
        && one_word(x)
        && one_word(y)
        && x.canonical.chars().count().min(y.canonical.chars().count()) >= SHORTEST_IN_PLACE
        && one_kind(x, y)
        && !within::of_two_sorts(x, y)
        && convincing_slip(&x.canonical, &y.canonical)
        && names::demonym(&x.canonical).is_none() == names::demonym(&y.canonical).is_none()
}

/// With fewer letters a name is an abbreviation, and one letter makes another: BBC, ABC.
const SHORTEST_IN_PLACE: usize = 4;

/// So many words beside both names tell that two spellings are of one: the verb and its object.
const SAME_PLACE: usize = 2;

/// Whether so much is shared that of two names that exist one is a slip: the sentence itself is the same.
fn same_sentence(shared: slot::Shared) -> bool {
    shared.words >= 6 && shared.telling >= 3
}

/// One letter in a name of one word, where both documents have the same sentence but for it: "Hansen" and "Hanson" may be two
/// people, and not when both threw the same pass to the same man.
fn slip_in_place(x: &Entity, y: &Entity, places: impl Fn() -> slot::Shared) -> Option<Comparison> {
    let (a, b) = (&x.canonical, &y.canonical);
    let slip = [x.kind, y.kind].contains(&Kind::Person)
        && one_kind(x, y)
        && a.len().abs_diff(b.len()) <= 2
        && !a.contains([' ', '-'])
        && a.len().min(b.len()) > SHORTEST_IN_PLACE
        && convincing_slip(a, b)
        && edits(a, b, 1) == Some(1)
        && !within::of_two_sorts(x, y)
        && same_sentence(places());
    slip.then(|| Comparison {
        relation: Relation::Variant,
        score: SLIP,
        evidence: vec![format!("{a} ~ {b}: one letter, in the same sentence")],
    })
}

/// Whether the documents take the two for the same kind of thing, or one of them could not tell.
pub(super) fn one_kind(x: &Entity, y: &Entity) -> bool {
    x.kind == y.kind || x.kind == Kind::OtherName || y.kind == Kind::OtherName
}

/// A name of one word with fewer letters differs from too many others in one letter: Iran, Iraq; Adam, Addai.
const SHORTEST_ALONE: usize = 5;

/// The same where the documents take the two for different kinds of things, as they do with names that they give once.
const SHORTEST_DOUBTFUL: usize = 7;

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

/// The kind by which two names are compared: that of the one which is named more often, as its document knows it better.
pub fn kind_of(x: &Entity, y: &Entity) -> Kind {
    match (x.kind, y.kind) {
        (Kind::OtherName, kind) | (kind, Kind::OtherName) => kind,
        (a, b) => match x.mentions.len().cmp(&y.mentions.len()) {
            std::cmp::Ordering::Greater => a,
            std::cmp::Ordering::Less => b,
            std::cmp::Ordering::Equal => a.min(b),
        },
    }
}
