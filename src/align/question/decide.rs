//! Which of the likely pairs answer one question: what agrees is explained away, and what is left conflicts where it has no rival.

use std::cell::OnceCell;
use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::agree::{COARSER, bonus, least_to_agree};
use super::candidates::{Ready, among};
use super::rivals::{ByClaim, Explained, Rivals};
use super::surety::{confidence, hopeless, log_odds, logistic, may_agree, needed};
use super::values::Values;
use super::{Answer, Fate, Pair, claim};
use crate::Article;
use crate::align::copies::originals;
use crate::align::entity::EntityLink;
use crate::align::twice;
use crate::align::veto::{apart, loose};
use crate::value::{Kind, ValueRelation};

/// What is known only because the others have partners of their own is known less surely.
const BY_EXCHANGE: f64 = 1.4;

/// The likeliest of so many rivals of a claim are looked at: the next ones are no rivals.
const RIVALS: usize = 4;

/// Pairs less likely than this are left out: they are rivals of no pair that could be reported, nor do they join a group.
const NEGLIGIBLE: f64 = 0.01;

/// So likely two equal values must be to answer one question for a document that gives both values of a conflict to tell
/// them apart.
const SURELY_AGREES: f64 = 0.2;

/// All that was compared, and what came of it.
pub struct Compared<'a> {
    articles: &'a [Article],
    /// The pairs of documents that tell different stories.
    strangers: Vec<(usize, usize)>,
    /// For each document the first one that has the same text.
    pub(in crate::align) originals: Vec<usize>,
    /// All pairs that are not negligible, the likest first.
    pairs: Vec<Pair>,
    /// What sets each pair apart, as far as anybody asked.
    apart: Vec<OnceCell<Option<&'static str>>>,
    /// How likely each pair is to answer one question, its values counted, as far as anybody asked.
    with_values: Vec<OnceCell<f64>>,
    pub(super) values: Values<'a>,
    /// Where each two claims stand among the pairs, by their numbers.
    places: FxHashMap<(u32, u32), u32>,
    /// The places of the pairs of each claim, by its number.
    by_claim: ByClaim,
    /// The pairs of different values by their claims.
    rivals: Rivals,
    /// The claims that agree with one of another document.
    explained: Explained,
    /// The claims that conflict with one of another document.
    taken: Explained,
    /// What became of the pairs that were decided.
    fates: FxHashMap<(Answer, Answer), Fate>,
    /// The pairs of different values that answer one question, the surest first.
    pub(in crate::align) conflicts: Vec<Pair>,
    /// The pairs whose values agree, the likest first.
    pub(in crate::align) agreements: Vec<Pair>,
    /// The pairs of different values of one document that answer one question.
    pub(in crate::align) within: Vec<Pair>,
}

/// The pairs that answer one question: those that agree, and those that are different beyond doubt about the question.
///
/// Agreement is looked for first, and what agrees is explained away, unless one of its claims goes better with a different
/// value. Of the rest each claim pairs with its best partner, and the lead over the next best one counts.
pub fn pairs<'a>(
    articles: &'a [Article],
    links: (&[EntityLink], &[EntityLink]),
    strangers: &[(usize, usize)],
) -> Compared<'a> {
    let originals = originals(articles);
    let values = Values::new(articles);
    let ready = Ready::all(articles);
    let documents = (articles, ready.as_slice());
    let mut pairs = among(&values, documents, links, strangers, &originals, NEGLIGIBLE);
    sort_surest_first(&mut pairs);
    let mut places: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    places.reserve(pairs.len());
    let by_claim = ByClaim::new(&pairs, &values);
    for (pair, place) in pairs.iter().zip(0..) {
        let (a, b) = (values.number(pair.a), values.number(pair.b));
        places.insert((a as u32, b as u32), place);
    }
    let mut compared = Compared {
        articles,
        strangers: strangers.to_vec(),
        originals,
        rivals: Rivals::new(&pairs, &values, &by_claim),
        apart: vec![OnceCell::new(); pairs.len()],
        with_values: vec![OnceCell::new(); pairs.len()],
        values,
        pairs,
        places,
        by_claim,
        explained: Explained::new(articles),
        taken: Explained::new(articles),
        fates: FxHashMap::default(),
        conflicts: Vec::new(),
        agreements: Vec::new(),
        within: twice::pairs(articles, &ready),
    };
    compared.agree();
    compared.count_on();
    compared.conflict();
    compared
}

fn surest_first(x: &Pair, y: &Pair) -> Ordering {
    y.probability
        .total_cmp(&x.probability)
        .then((x.a, x.b).cmp(&(y.a, y.b)))
}

/// Sorts many pairs: what is moved about while they are sorted is no more than what they are sorted by.
fn sort_surest_first(pairs: &mut Vec<Pair>) {
    let mut order: Vec<(f64, Answer, Answer, usize)> = (0..)
        .zip(&*pairs)
        .map(|(at, pair)| (pair.probability, pair.a, pair.b, at))
        .collect();
    order.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut from: Vec<Option<Pair>> = std::mem::take(pairs).into_iter().map(Some).collect();
    pairs.reserve_exact(from.len());
    pairs.extend(order.iter().filter_map(|&(.., at)| from[at].take()));
}

impl Compared<'_> {
    /// Finds what agrees.
    fn agree(&mut self) {
        let articles = self.articles;
        for pair in self.pairs.iter().filter(|p| {
            p.relation != ValueRelation::Disjoint && p.probability >= least_to_agree(articles, p)
        }) {
            let strength = log_odds(pair.probability) + bonus(articles, pair);
            let better = self
                .rivals
                .of(pair, &self.values)
                .filter_map(|mut list| list.next())
                .any(|d| log_odds(self.pairs[d].probability) > strength && self.apart(d).is_none());
            let fate = if better { Fate::Outdone } else { Fate::Agrees };
            self.fates.insert((pair.a, pair.b), fate);
            if !better {
                self.explained.mark(pair);
                self.agreements.push(pair.clone());
            }
        }
    }

    /// Finds the counts that went on, "at least 40" and "at least 43", of what agrees with nothing. As they exclude each other
    /// no more than a figure and a coarser one, a rival must be as much likelier as for those.
    fn count_on(&mut self) {
        for place in 0..self.pairs.len() {
            let pair = &self.pairs[place];
            let went_on = self.values.counted_on(pair.a, pair.b);
            if !went_on || self.explained.holds(pair) || self.taken.holds(pair) {
                continue;
            }
            let lead = self.lead(pair);
            let confidence = confidence(pair.probability, lead.max(0.0));
            let sure = lead > -COARSER && confidence >= needed(self.articles, pair);
            if sure && self.apart(place).is_none() {
                self.settle(place, Fate::Conflicts, confidence);
            }
        }
    }

    /// Finds what conflicts, of what agrees with nothing.
    fn conflict(&mut self) {
        for place in 0..self.pairs.len() {
            let pair = &self.pairs[place];
            if hopeless(pair) {
                break;
            }
            let known = self.fates.contains_key(&(pair.a, pair.b));
            if pair.relation == ValueRelation::Disjoint && !known {
                let (fate, confidence) = self.decide(place);
                self.settle(place, fate, confidence);
            }
        }
        self.conflicts.sort_by(surest_first);
        self.tell_apart();
    }

    /// Notes what becomes of a pair of different values; a conflict takes both of its claims.
    fn settle(&mut self, place: usize, fate: Fate, confidence: f64) {
        let pair = &self.pairs[place];
        self.fates.insert((pair.a, pair.b), fate);
        if fate == Fate::Conflicts {
            self.taken.mark(pair);
            self.conflicts.push(Pair {
                probability: confidence,
                ..pair.clone()
            });
        }
    }

    /// Drops the conflicts of which another document gives both values: to it they answer two questions. Unless it
    /// contradicts itself.
    fn tell_apart(&mut self) {
        let mut partners: FxHashMap<(Answer, usize), Vec<Answer>> = FxHashMap::default();
        for pair in self
            .agreements
            .iter()
            .filter(|p| p.probability >= SURELY_AGREES)
        {
            partners
                .entry((pair.a, pair.b.article))
                .or_default()
                .push(pair.b);
            partners
                .entry((pair.b, pair.a.article))
                .or_default()
                .push(pair.a);
        }
        let conflicts = std::mem::take(&mut self.conflicts);
        let both = |pair: &Pair| {
            !pair.one_place
                && (0..self.articles.len()).any(|d| {
                    let of = |x: Answer| partners.get(&(x, d)).map_or(&[][..], Vec::as_slice);
                    of(pair.a).iter().any(|&x| {
                        of(pair.b).iter().any(|&y| {
                            self.values.relation(x, y) == ValueRelation::Disjoint
                                && !self.contradicts_itself(x, y)
                        })
                    })
                })
        };
        let (told, kept): (Vec<Pair>, Vec<Pair>) = conflicts.into_iter().partition(both);
        self.conflicts = kept;
        for pair in told {
            self.fates
                .insert((pair.a, pair.b), Fate::Apart("both_told"));
        }
    }

    /// Whether the document of two claims gives their values as answers to one question.
    fn contradicts_itself(&self, x: Answer, y: Answer) -> bool {
        let gives = |pair: &Pair, z: Answer| {
            pair.a.article == z.article
                && [pair.a, pair.b].iter().any(|&own| self.values.same(own, z))
        };
        self.within.iter().any(|p| gives(p, x) && gives(p, y))
    }

    /// What becomes of a pair of different values, and how sure it is that they answer one question, its lead counted.
    fn decide(&self, place: usize) -> (Fate, f64) {
        let pair = &self.pairs[place];
        if self.explained.holds(pair) {
            return (Fate::Explained, 0.0);
        }
        if pair.one_place {
            return (Fate::Conflicts, pair.probability);
        }
        if let Some(why) = self.apart(place) {
            return (Fate::Apart(why), 0.0);
        }
        if self.taken.holds(pair) {
            return (Fate::Taken, 0.0);
        }
        let lead = self.lead(pair);
        let confidence = self.confidence(pair, lead);
        let fate = if lead <= 0.0 {
            Fate::NoLead
        } else if confidence < needed(self.articles, pair) {
            Fate::Doubtful(confidence)
        } else {
            loose(self.articles, pair).map_or(Fate::Conflicts, Fate::Apart)
        };
        (fate, confidence)
    }

    /// How sure a pair of different values is that has this lead: less sure where one of the claims may agree with another one
    /// after all.
    pub(in crate::align) fn confidence(&self, pair: &Pair, lead: f64) -> f64 {
        let confidence = confidence(pair.probability, lead);
        // What is not sure enough anyway is not asked.
        if confidence >= needed(self.articles, pair) && self.may_agree(pair) {
            may_agree(confidence)
        } else {
            confidence
        }
    }

    /// Whether one of the claims has an equal value in the other document that nothing sets apart from it. A week has only seven
    /// days, so that days say nothing.
    fn may_agree(&self, pair: &Pair) -> bool {
        let documents = (pair.a.article, pair.b.article);
        let dated = matches!(claim(self.articles, pair.a).kind, Kind::Date | Kind::Time);
        !dated
            && [pair.a, pair.b].into_iter().any(|x| {
                let own = self.by_claim.of(self.values.number(x)).iter();
                own.map(|&place| place as usize).any(|place| {
                    let other = &self.pairs[place];
                    other.relation == ValueRelation::Equal
                        && (other.a.article, other.b.article) == documents
                        && self.apart(place).is_none()
                })
            })
    }

    /// How far the pair is ahead of the other partners of either claim that give another value, in log odds. What agrees
    /// elsewhere or is set apart is a rival of none: two counts of different nouns, however like their sentences are.
    pub(in crate::align) fn lead(&self, pair: &Pair) -> f64 {
        let rivals = self.rivals.of(pair, &self.values).flat_map(|list| {
            let others = list.map(|place| (place, &self.pairs[place]));
            others
                .filter(|&(place, other)| {
                    let another = other.b != pair.b && !self.values.same(other.b, pair.b)
                        || other.a != pair.a && !self.values.same(other.a, pair.a);
                    another && self.stands(place)
                })
                .take(RIVALS)
        });
        rivals
            .map(|(_, other)| self.ahead(pair, other))
            .fold(f64::INFINITY, f64::min)
    }

    /// How far the pair is ahead of one that shares a claim with it; where the other claim of that one has a partner of its
    /// own, how far the two pairs are ahead of the same four claims the other way round. Of two falls, 60 metres and 600, and
    /// two in the other report, 150 and 700, the first may be as like either.
    fn ahead(&self, pair: &Pair, other: &Pair) -> f64 {
        let (own, rival) = (log_odds(pair.probability), log_odds(other.probability));
        let (shared, free, left) = if other.a == pair.a {
            (pair.a, other.b, pair.b)
        } else {
            (pair.b, other.a, pair.a)
        };
        let both = self
            .rivals
            .of_claim(self.values.number(free), shared.article)
            .filter(|&place| {
                let partner = &self.pairs[place];
                (partner.a, partner.b) != (other.a, other.b) && self.stands(place)
            })
            .take(RIVALS)
            .map(|place| {
                let partner = &self.pairs[place];
                let third = if partner.a == free {
                    partner.b
                } else {
                    partner.a
                };
                let crossed = log_odds(self.likeness(third, left).max(NEGLIGIBLE));
                (own + log_odds(partner.probability) - rival - crossed) / 2.0
            })
            .fold(f64::NEG_INFINITY, f64::max);
        both.min(BY_EXCHANGE).max(own - rival)
    }

    /// Whether a pair of different values may still be a conflict: nothing explains or sets apart its claims.
    fn stands(&self, place: usize) -> bool {
        !self.explained.holds(&self.pairs[place]) && self.apart(place).is_none()
    }

    /// What became of a pair.
    pub fn fate(&self, pair: &Pair) -> Fate {
        let known = self.fates.get(&(pair.a, pair.b)).copied();
        match self.place(pair.a, pair.b) {
            Some(own) if known.is_none() && self.pairs[own].relation == ValueRelation::Disjoint => {
                self.decide(own).0
            }
            None if pair.relation == ValueRelation::Disjoint && self.explained.holds(pair) => {
                Fate::Explained
            }
            _ => known.unwrap_or(Fate::Unlike),
        }
    }

    /// Two claims of different documents, where they may answer one question.
    pub(super) fn pair(&self, x: Answer, y: Answer) -> Option<&Pair> {
        self.pairs.get(self.place(x, y)?)
    }

    fn place(&self, x: Answer, y: Answer) -> Option<usize> {
        let [a, b] = [x.min(y), x.max(y)].map(|answer| self.values.number(answer) as u32);
        self.places.get(&(a, b)).map(|&place| place as usize)
    }

    /// What sets the pair at this place apart.
    fn apart(&self, place: usize) -> Option<&'static str> {
        *self.apart[place].get_or_init(|| apart(self.articles, &self.pairs[place]))
    }

    /// Whether something sets two claims with different values apart.
    pub(super) fn sets_apart(&self, x: Answer, y: Answer) -> bool {
        self.place(x, y).is_some_and(|place| {
            self.pairs[place].relation == ValueRelation::Disjoint && self.apart(place).is_some()
        })
    }

    /// The claims of other documents that may answer the question of this one, the likest first.
    pub(super) fn neighbours(&self, x: Answer) -> impl Iterator<Item = Answer> {
        let own = self.by_claim.of(self.values.number(x));
        own.iter().map(move |&place| {
            let pair = &self.pairs[place as usize];
            if pair.a == x { pair.b } else { pair.a }
        })
    }

    /// Whether two documents tell different stories, so that nothing in them was compared.
    pub(super) fn are_strangers(&self, a: usize, b: usize) -> bool {
        let two = (a.min(b), a.max(b));
        self.strangers.binary_search(&two).is_ok()
    }

    /// Whether the claim agrees with one of that document.
    pub(super) fn agrees(&self, x: Answer, article: usize) -> bool {
        self.explained.marks(x, article)
    }

    /// The same, counting how much it says that their values are equal.
    pub(super) fn likeness_with_values(&self, x: Answer, y: Answer) -> f64 {
        self.place(x, y).map_or(0.0, |place| {
            *self.with_values[place].get_or_init(|| {
                let pair = &self.pairs[place];
                logistic(log_odds(pair.probability) + bonus(self.articles, pair))
            })
        })
    }

    /// How likely two claims of different documents are to answer one question; 0 where they were not compared.
    pub(super) fn likeness(&self, x: Answer, y: Answer) -> f64 {
        self.pair(x, y).map_or(0.0, |p| p.probability)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Document, InputFormat};

    #[test]
    fn a_conflict_is_less_sure_where_one_of_its_values_stands_elsewhere() {
        let sure = |a: &str, b: &str| {
            let texts = (0..).zip([a, b]);
            let articles: Vec<Article> = texts
                .map(|(id, prose)| Document::new(id, "t", prose, InputFormat::Text))
                .map(crate::analyze)
                .collect();
            let conflicts = pairs(&articles, (&[], &[]), &[]).conflicts;
            conflicts.first().map_or(0.0, |pair| pair.probability)
        };
        let a = "The storm damaged 23 boats in the harbour of Ostby on Friday.";
        let b = "The storm damaged 31 boats in the harbour of Ostby on Friday. It lasted";
        let other = sure(a, &format!("{b} 27 hours, and 27 boats were for sale."));
        let same = sure(a, &format!("{b} 27 hours, and 23 boats were for sale."));
        assert!(same < other, "{same} {other}");
    }
}
