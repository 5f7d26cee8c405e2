//! Stories by content: documents that share rare names and words, published near each other.
//!
//! Of each document a signature is kept: its most telling names and words, a kilobyte. An index from terms to documents gives
//! for each the few that share rare terms with it, so that not every two are compared. Two documents are alike by the cosine
//! of their terms, each weighing by how often it is used and how rare it is; rare is what few documents of the corpus use and,
//! where the corpus is too small to tell, what English uses rarely. Stories are then joined from the likest pair on, as long as
//! all their documents together are alike (average linkage): a chain of neighbours is no story.
//!
//! Reports on like events share words and the same event shares names, so names weigh more. Two reports that are wrongly kept
//! apart are not compared, which says nothing wrong; two that are wrongly joined may. Where in doubt, they are apart.

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};
use std::hash::{Hash, Hasher};

use crate::Document;
use crate::lexicon::word_table;
use crate::mention;
use crate::segment::{self, TokenKind};
use crate::value::Value;

/// The most terms that a signature keeps: the most telling ones.
const TERMS: usize = 160;

/// So many of a document's terms are looked up for documents like it.
const LOOKED_UP: usize = 32;

/// Terms that more documents use than this are not looked up: they find half the corpus.
const MOST_USERS: usize = 200;

/// The documents that share most weight with one are compared with it, no more.
const CANDIDATES: usize = 24;

/// Two stories are one whose documents are so alike on average. The marked stories in one folder come together with no pair
/// joined wrongly and .87 of the pairs found; of real articles without days, many of them on like events by intention,
/// nine pairs in ten are right and nine in ten found. At .25 both find .03 to .05 more, and of the real ones .02 fewer are right;
/// at .35 they find .1 less.
const ALIKE: f64 = 0.3;

/// A name weighs so much more than a word: with the same weight half as many stories are found at the same precision.
const NAME: f64 = 3.0;

/// How many documents of English at large stand behind the counts of the corpus.
const AT_LARGE: f64 = 2000.0;

/// So many documents of each story are compared when two stories may be one.
const SAMPLED: usize = 12;

/// What is kept of a document to find others that tell the same.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Signature {
    /// The terms, by their hashes.
    #[serde(with = "stored")]
    terms: Box<[Term]>,
    /// The day of publication, which is known of the document itself.
    #[serde(skip)]
    day: Option<Date>,
}

/// A word or a name of a document: in eight bytes, as there are a hundred and sixty for each document of the corpus.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Term {
    hash: u32,
    /// The rank of the word in the word table; of a word that it does not hold [`NO_RANK`].
    rank: u16,
    /// How often it is used, twice over, and one more for a name.
    used: u16,
}

/// More ranks than the word table has.
const NO_RANK: u16 = u16::MAX;

impl Term {
    fn new(hash: u32, rank: Option<u32>, count: u16, named: bool) -> Term {
        let rank = rank.and_then(|rank| u16::try_from(rank).ok());
        Term {
            hash,
            rank: rank.unwrap_or(NO_RANK),
            used: count.min(u16::MAX >> 1) << 1 | u16::from(named),
        }
    }

    /// How often it is used, its logarithm, and more for a name.
    fn weight(self) -> f32 {
        let often = match self.used >> 1 {
            // Most are used once, and a logarithm takes longer than all the rest.
            1 => 1.0,
            count => 1.0 + f64::ln(f64::from(count)),
        };
        (often * if self.used & 1 == 1 { NAME } else { 1.0 }) as f32
    }

    /// The share of documents of English that use it.
    fn at_large(self) -> f32 {
        if self.rank == NO_RANK {
            return UNKNOWN as f32;
        }
        // By Zipf's law a word of rank r is one of about 10 r words, and an article has some 400.
        (400.0 / (10.0 * f64::from(u32::from(self.rank) + 1))).min(1.0) as f32
    }
}

/// Terms as they are kept: eight bytes each, as they lie in memory.
mod stored {
    use super::Term;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(terms: &[Term], to: S) -> Result<S::Ok, S::Error> {
        let bytes = terms.iter().flat_map(|term| {
            let [a, b, c, d] = term.hash.to_le_bytes();
            let [e, f] = term.rank.to_le_bytes();
            let [g, h] = term.used.to_le_bytes();
            [a, b, c, d, e, f, g, h]
        });
        to.serialize_bytes(&bytes.collect::<Vec<u8>>())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Box<[Term]>, D::Error> {
        let bytes = <&[u8]>::deserialize(from)?;
        let (terms, []) = bytes.as_chunks::<8>() else {
            return Err(D::Error::custom("terms have eight bytes each"));
        };
        let term = |&[a, b, c, d, e, f, g, h]: &[u8; 8]| Term {
            hash: u32::from_le_bytes([a, b, c, d]),
            rank: u16::from_le_bytes([e, f]),
            used: u16::from_le_bytes([g, h]),
        };
        Ok(terms.iter().map(term).collect())
    }
}

impl Signature {
    /// The signature of a document; its names count as they stand, whoever is meant by them.
    pub(super) fn new(document: &Document) -> Signature {
        let text = &segment::text(document);
        let mut named = vec![false; text.tokens.len()];
        for mention in &mention::mentions(text) {
            if !matches!(mention.value, Value::Name(_)) {
                continue;
            }
            for token in mention.tokens.clone() {
                if let Some(named) = named.get_mut(token) {
                    *named = true;
                }
            }
        }
        let mut counts: FxHashMap<u32, (u16, Option<u32>, bool)> = FxHashMap::default();
        for (at, named) in named.into_iter().enumerate() {
            let lexeme = text.lexeme(at);
            let word = text.lower(at);
            let tells = text.kind(at) == Some(TokenKind::Word)
                && lexeme.number.is_none()
                && !lexeme.opener
                && !lexeme.reports
                && word.len() > 2;
            if !tells {
                continue;
            }
            let word = word.trim_end_matches("'s").trim_end_matches("’s");
            let word = if named {
                word
            } else {
                word.strip_suffix('s').unwrap_or(word)
            };
            let rank = word_table().rank(word);
            if !named && rank.is_some_and(|rank| rank < COMMON) {
                continue;
            }
            let mut hasher = FxHasher::default();
            word.hash(&mut hasher);
            let hash = hasher.finish();
            let known = counts.entry((hash ^ (hash >> 32)) as u32).or_default();
            known.0 = known.0.saturating_add(1);
            known.1 = rank;
            known.2 |= named;
        }
        let mut terms: Vec<(f32, Term)> = counts
            .into_iter()
            .map(|(hash, (count, rank, named))| Term::new(hash, rank, count, named))
            .map(|term| (term.weight() * -term.at_large().ln(), term))
            .collect();
        terms.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.hash.cmp(&b.1.hash)));
        terms.truncate(TERMS);
        let mut terms: Box<[Term]> = terms.into_iter().map(|(_, term)| term).collect();
        terms.sort_unstable_by_key(|term| term.hash);
        Signature {
            terms,
            day: document.published,
        }
    }
}

impl Signature {
    /// The same, of a document that was published on this day.
    pub(super) fn of_day(self, day: Option<Date>) -> Signature {
        Signature { day, ..self }
    }
}

/// Words of a lower rank are in every second article.
const COMMON: u32 = 150;

/// The share of documents that use a word which the word table does not hold.
const UNKNOWN: f64 = 0.0005;

/// The documents as groups that tell one story, each in order, by their first documents.
pub(super) fn groups(signatures: &[&Signature]) -> Vec<Vec<usize>> {
    let weighed = weighed(signatures);
    let mut pairs = candidates(&weighed, signatures);
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut story: Vec<usize> = (0..signatures.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..signatures.len()).map(|i| vec![i]).collect();
    for (_, a, b) in pairs {
        let (one, other) = (story[a].min(story[b]), story[a].max(story[b]));
        if one == other {
            continue;
        }
        let (mut sum, mut count) = (0.0, 0.0);
        for &x in members[one].iter().take(SAMPLED) {
            for &y in members[other].iter().take(SAMPLED) {
                sum += alike(&weighed, signatures, x, y);
                count += 1.0;
            }
        }
        if sum / count >= ALIKE {
            let more = std::mem::take(&mut members[other]);
            for &document in &more {
                story[document] = one;
            }
            members[one].extend(more);
        }
    }
    for group in &mut members {
        group.sort_unstable();
    }
    members.retain(|group| !group.is_empty());
    members.sort();
    members
}

/// The terms of a document with the weights that they have in this corpus, their squares adding up to 1.
type Weighed = Vec<(u32, f32)>;

fn weighed(signatures: &[&Signature]) -> Vec<Weighed> {
    let mut users: FxHashMap<u32, f64> = FxHashMap::default();
    for term in signatures.iter().flat_map(|s| s.terms.iter()) {
        *users.entry(term.hash).or_default() += 1.0;
    }
    let all = signatures.len() as f64 + AT_LARGE;
    let of = |signature: &&Signature| {
        let weights = signature.terms.iter().map(|term| {
            let users = users.get(&term.hash).copied().unwrap_or(0.0);
            let share = (users + AT_LARGE * f64::from(term.at_large())) / all;
            (term.hash, term.weight() * -(share.min(1.0).ln()) as f32)
        });
        let mut weights: Weighed = weights.collect();
        let length = weights.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        for (_, weight) in &mut weights {
            *weight /= length.max(f32::MIN_POSITIVE);
        }
        weights
    };
    signatures.par_iter().map(of).collect()
}

/// The pairs that may be of one story: how alike, and which.
fn candidates(weighed: &[Weighed], signatures: &[&Signature]) -> Vec<(f64, usize, usize)> {
    let telling: Vec<Weighed> = weighed.par_iter().map(most_telling).collect();
    let mut index: FxHashMap<u32, Vec<(u32, f32)>> = FxHashMap::default();
    for (document, terms) in telling.iter().enumerate() {
        for &(hash, weight) in terms {
            index
                .entry(hash)
                .or_default()
                .push((document as u32, weight));
        }
    }
    let of = |(shared, places): &mut (FxHashMap<u32, f32>, Places), document: usize| {
        shared.clear();
        for &(hash, weight) in &telling[document] {
            let users = index.get(&hash).map(Vec::as_slice).unwrap_or_default();
            if users.len() <= MOST_USERS {
                for &(other, theirs) in users.iter().take_while(|u| u.0 < document as u32) {
                    *shared.entry(other).or_default() += weight * theirs;
                }
            }
        }
        let mut likest: Vec<(f32, u32)> = shared.iter().map(|(&d, &s)| (s, d)).collect();
        likest.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        likest.truncate(CANDIDATES);
        let terms = &weighed[document];
        places.set(terms);
        let alike = |(_, other)| {
            let other = other as usize;
            let near = nearness(signatures[other].day, signatures[document].day);
            let shared = places.product(terms, &weighed[other]);
            (f64::from(shared) * near, other, document)
        };
        let pairs = likest.into_iter().map(alike);
        pairs.filter(|pair| pair.0 >= ALIKE).collect::<Vec<_>>()
    };
    // The documents are looked up side by side, and what is found for each is taken in their order.
    let pairs: Vec<Vec<_>> = (0..weighed.len())
        .into_par_iter()
        .map_init(Default::default, of)
        .collect();
    pairs.concat()
}

/// Where the terms of a document stand among them, by the first bits of their hashes: a document is compared with many, and
/// nearly all terms of another one are found not to be there by one look.
struct Places([u32; 1 + (1 << Places::BITS)]);

impl Default for Places {
    fn default() -> Places {
        Places([0; 1 + (1 << Places::BITS)])
    }
}

impl Places {
    const BITS: u32 = 10;

    fn slot(hash: u32) -> usize {
        (hash >> (u32::BITS - Places::BITS)) as usize
    }

    /// For a document's terms, which are in order of their hashes.
    fn set(&mut self, terms: &Weighed) {
        let mut next = 0;
        for (place, &(hash, _)) in (0..).zip(terms) {
            let slot = Places::slot(hash);
            if slot >= next {
                self.0[next..=slot].fill(place);
                next = slot + 1;
            }
        }
        self.0[next..].fill(terms.len() as u32);
    }

    /// The product of its terms with those of another document, as [`alike`] takes it.
    fn product(&self, terms: &Weighed, other: &Weighed) -> f32 {
        let mut sum = 0.0;
        for &(hash, weight) in other {
            let [from, to] = [0, 1].map(|more| self.0[Places::slot(hash) + more] as usize);
            for &(own, theirs) in &terms[from..to] {
                if own == hash {
                    sum += theirs * weight;
                }
            }
        }
        sum
    }
}

fn most_telling(terms: &Weighed) -> Weighed {
    let telling = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    let mut terms = terms.clone();
    if terms.len() > LOOKED_UP {
        terms.select_nth_unstable_by(LOOKED_UP, telling);
        terms.truncate(LOOKED_UP);
    }
    terms.sort_unstable_by(telling);
    terms
}

/// How alike two documents are, 0 to 1.
fn alike(weighed: &[Weighed], signatures: &[&Signature], a: usize, b: usize) -> f64 {
    let (x, y) = (&weighed[a], &weighed[b]);
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(&(p, v)), Some(&(q, w))) = (x.get(i), y.get(j)) {
        if p == q {
            sum += v * w;
        }
        i += usize::from(p <= q);
        j += usize::from(q <= p);
    }
    f64::from(sum) * nearness(signatures[a].day, signatures[b].day)
}

/// What the days of publication say: a story is told within days, and told again at its anniversary.
fn nearness(a: Option<Date>, b: Option<Date>) -> f64 {
    let days = a
        .zip(b)
        .and_then(|(a, b)| Some(a.since(b).ok()?.get_days().unsigned_abs()));
    match days {
        None => 1.0,
        Some(0..=3) => 1.0,
        Some(4..=14) => 0.9,
        Some(15..=60) => 0.7,
        Some(_) => 0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::documents;

    const QUAKE: [&str; 3] = [
        "A strong earthquake killed nine people near Huarmey in northern Peru on Monday, mayor Ernesto Palmo said. The quake \
         destroyed 400 houses in Huarmey and damaged the church of San Telmo. Palmo asked the government in Lima for tents.",
        "Peru: Huarmey waits for tents. Three hundred families slept in the open after the earthquake of Monday. \"We need tents\", \
         mayor Palmo said in front of the ruined church of San Telmo, where fourteen bodies were laid out.",
        "An earthquake shook the coast of Izu in Japan on Monday. Nobody was killed, governor Hanako Ishimura said, but 30 houses \
         were damaged in the town of Shimoda, and the trains to Tokyo stood still for an hour.",
    ];
    const TRIAL: [&str; 2] = [
        "Trader Malcolm Tewkes was jailed for six years on Friday for a fraud that cost Baring Lisle, his bank, $40 million. \
         Judge Irene Offord said in Southwark that Tewkes had lied for years.",
        "A London judge sent Malcolm Tewkes to prison for six years. Tewkes, 34, had hidden his losses from Baring Lisle. \
         \"You lied\", Irene Offord told him.",
    ];

    fn grouped(texts: &[&str]) -> Vec<Vec<usize>> {
        let signatures: Vec<Signature> = documents(texts).iter().map(Signature::new).collect();
        groups(&signatures.iter().collect::<Vec<_>>())
    }

    #[test]
    fn reports_on_one_event_are_together_and_like_events_apart() {
        let texts = [QUAKE[0], TRIAL[0], QUAKE[2], TRIAL[1], QUAKE[1]];
        assert_eq!(grouped(&texts), [vec![0, 4], vec![1, 3], vec![2]]);
    }

    #[test]
    fn copies_are_together_and_empty_documents_apart() {
        assert_eq!(
            grouped(&["", QUAKE[0], "", QUAKE[0]]),
            [vec![0], vec![1, 3], vec![2]]
        );
        assert!(grouped(&[]).is_empty());
    }

    #[test]
    fn what_is_told_a_year_later_is_another_story() {
        let day = |day: &str| Some(day.parse().unwrap());
        assert!(nearness(day("2021-03-01"), day("2021-03-03")) >= 1.0);
        assert!(nearness(day("2021-03-20"), day("2021-03-01")) < 1.0);
        assert!(nearness(day("2022-03-01"), day("2021-03-01")) <= 0.5);
        assert!(nearness(None, day("2021-03-01")) >= 1.0);
    }
}
