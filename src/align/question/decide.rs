//! Which of the likely pairs answer one question: what agrees is explained away, and what is left conflicts where it has no rival.

use rustc_hash::FxHashMap;

use super::agree::{bonus, least_to_agree};
use super::candidates::candidates;
use super::{Answer, Fate, Pair, same_value};
use crate::Article;
use crate::align::entity::EntityLink;
use crate::align::veto::{apart, loose};
use crate::value::ValueRelation;

/// From here on two different values are reported as answers to one question. At .45 stories of many alike figures (fires by the
/// day, sums by the bidder) print a third more false pairs; at .52 one in eight true disagreements is lost.
const CONFLICT: f64 = 0.48;

/// How much each unit of lead over the next best partner adds to the confidence, in log odds, and what no lead costs: a pair
/// that has no rival is surer than its words alone say, and one of several like it is less sure.
const LEAD: f64 = 0.5;
const NO_LEAD: f64 = -0.6;

/// More lead than this says no more.
const MOST_LEAD: f64 = 2.0;

/// Pairs less likely than this are left out: they are rivals of no pair that could be reported, nor do they join a group.
const NEGLIGIBLE: f64 = 0.01;

/// All that was compared, and what came of it.
pub struct Compared {
    /// The pairs of different values that answer one question, the surest first.
    pub(super) conflicts: Vec<Pair>,
    /// The pairs whose values agree, the likest first.
    pub(super) agreements: Vec<Pair>,
    /// How likely any two claims are to answer one question.
    probability: FxHashMap<(Answer, Answer), f64>,
    /// What became of the pairs that were likely enough to look at.
    fates: FxHashMap<(Answer, Answer), Fate>,
}

/// The pairs that answer one question: those that agree, and those that are different beyond doubt about the question.
///
/// Agreement is looked for first, and what agrees is explained away, unless one of its claims goes better with a different
/// value. Of the rest each claim pairs with its best partner, and the lead over the next best one counts.
pub fn pairs(
    articles: &[Article],
    links: (&[EntityLink], &[EntityLink]),
    strangers: &[(usize, usize)],
) -> Compared {
    let mut candidates = candidates(articles, links, strangers, NEGLIGIBLE);
    let probability = candidates
        .iter()
        .map(|p| ((p.a, p.b), p.probability))
        .collect();
    candidates.sort_by(|x, y| {
        y.probability
            .total_cmp(&x.probability)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let (disjoint, agreeing): (Vec<Pair>, Vec<Pair>) = candidates
        .into_iter()
        .partition(|p| p.relation == ValueRelation::Disjoint);
    let rivals = Rivals::new(&disjoint);
    let mut explained = Explained::new(articles);
    let mut agreements: Vec<Pair> = Vec::new();
    let mut fates = FxHashMap::default();
    for pair in agreeing
        .into_iter()
        .filter(|p| p.probability >= least_to_agree(articles, p))
    {
        let strength = log_odds(pair.probability) + bonus(articles, &pair);
        let better = rivals
            .of(&pair)
            .filter_map(|list| list.first())
            .any(|d| log_odds(d.probability) > strength);
        let fate = if better { Fate::Outdone } else { Fate::Agrees };
        fates.insert((pair.a, pair.b), fate);
        if !better {
            explained.mark(&pair);
            agreements.push(pair);
        }
    }
    let (held, free): (Vec<&Pair>, Vec<&Pair>) = disjoint.iter().partition(|p| explained.holds(p));
    fates.extend(held.iter().map(|p| ((p.a, p.b), Fate::Explained)));
    // What is set apart is a rival of none: two counts of different nouns, however like their sentences are.
    let mut fit: Vec<&Pair> = Vec::new();
    for pair in free {
        match apart(articles, pair) {
            Some(why) => {
                fates.insert((pair.a, pair.b), Fate::Apart(why));
            }
            None => fit.push(pair),
        }
    }
    let rivals = Rivals::new(fit.iter().copied());
    let mut taken = Explained::new(articles);
    let mut conflicts: Vec<Pair> = Vec::new();
    for &pair in &fit {
        if taken.holds(pair) {
            fates.insert((pair.a, pair.b), Fate::Taken);
            continue;
        }
        let lead = lead(articles, &rivals, pair);
        let confidence =
            logistic(log_odds(pair.probability) + NO_LEAD + LEAD * lead.min(MOST_LEAD));
        let fate = if lead <= 0.0 {
            Fate::NoLead
        } else if confidence < CONFLICT {
            Fate::Doubtful(confidence)
        } else {
            loose(articles, pair).map_or(Fate::Conflicts, Fate::Apart)
        };
        fates.insert((pair.a, pair.b), fate);
        if fate == Fate::Conflicts {
            taken.mark(pair);
            conflicts.push(Pair {
                probability: confidence,
                ..pair.clone()
            });
        }
    }
    conflicts.sort_by(|x, y| {
        y.probability
            .total_cmp(&x.probability)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    Compared {
        conflicts,
        agreements,
        probability,
        fates,
    }
}

impl Compared {
    /// What became of a pair.
    pub fn fate(&self, pair: &Pair) -> Fate {
        self.fates
            .get(&(pair.a, pair.b))
            .copied()
            .unwrap_or(Fate::Unlike)
    }

    /// How likely two claims of different documents are to answer one question; 0 where they were not compared.
    pub(super) fn likeness(&self, x: Answer, y: Answer) -> f64 {
        self.probability
            .get(&(x.min(y), x.max(y)))
            .copied()
            .unwrap_or(0.0)
    }
}

/// Which claims are explained, for each article against each other.
struct Explained(Vec<Vec<Vec<bool>>>);

impl Explained {
    fn new(articles: &[Article]) -> Explained {
        Explained(
            articles
                .iter()
                .map(|x| {
                    articles
                        .iter()
                        .map(|_| vec![false; x.claims.list.len()])
                        .collect()
                })
                .collect(),
        )
    }

    fn mark(&mut self, pair: &Pair) {
        self.0[pair.a.article][pair.b.article][pair.a.claim] = true;
        self.0[pair.b.article][pair.a.article][pair.b.claim] = true;
    }

    fn holds(&self, pair: &Pair) -> bool {
        self.0[pair.a.article][pair.b.article][pair.a.claim]
            || self.0[pair.b.article][pair.a.article][pair.b.claim]
    }
}

/// Pairs by the claims that they hold, so that those which share one are at hand.
struct Rivals<'a>(FxHashMap<(Answer, usize), Vec<&'a Pair>>);

impl<'a> Rivals<'a> {
    fn new(pairs: impl IntoIterator<Item = &'a Pair>) -> Rivals<'a> {
        let mut by_claim: FxHashMap<(Answer, usize), Vec<&'a Pair>> = FxHashMap::default();
        for pair in pairs {
            for key in [(pair.a, pair.b.article), (pair.b, pair.a.article)] {
                by_claim.entry(key).or_default().push(pair);
            }
        }
        Rivals(by_claim)
    }

    /// The pairs of the same two documents that share a claim with this one, by that claim, each in the order given.
    fn of(&self, pair: &Pair) -> impl Iterator<Item = &[&'a Pair]> {
        [(pair.a, pair.b.article), (pair.b, pair.a.article)]
            .into_iter()
            .filter_map(|key| self.0.get(&key).map(Vec::as_slice))
    }
}

/// How far the pair is ahead of the best other partner of either claim that gives another value, in log odds. The rivals come
/// with the likest first.
fn lead(articles: &[Article], rivals: &Rivals<'_>, pair: &Pair) -> f64 {
    let rival = rivals
        .of(pair)
        .filter_map(|list| {
            list.iter().find(|other| {
                other.b != pair.b && !same_value(articles, other.b, pair.b)
                    || other.a != pair.a && !same_value(articles, other.a, pair.a)
            })
        })
        .map(|other| log_odds(other.probability))
        .fold(f64::NEG_INFINITY, f64::max);
    log_odds(pair.probability) - rival
}

fn log_odds(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}
