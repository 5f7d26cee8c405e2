//! Which claims answer the same question: scored, explained away, paired, and grouped over all documents.

use super::entity::EntityLink;
use super::features::{Features, Side, features, sides};
use super::kin::kin;
use super::lexical::Lexical;
use super::veto::{apart, loose};
use super::weights::{most, probability};
use crate::Article;
use crate::claim::Claim;
use crate::value::{Dimension, Expression, Kind, Value, ValueRelation};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// A claim of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Answer {
    /// The document, as an index into the story's articles.
    pub article: usize,
    /// The claim, as an index into that article's claims.
    pub claim: usize,
}

/// Two claims of different documents and how likely they answer one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Of the earlier document.
    pub a: Answer,
    /// Of the later document.
    pub b: Answer,
    /// What they share.
    pub features: Features,
    /// How likely it is that they answer one question.
    pub probability: f64,
    /// How their values relate.
    pub relation: ValueRelation,
}

/// What became of a pair that was compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// Too unlike.
    Unlike,
    /// The values agree.
    Agrees,
    /// The values are open or agree, but one of the claims goes better with a different value.
    Outdone,
    /// One of the claims agrees with another claim of the other document.
    Explained,
    /// One of the claims is part of a surer pair.
    Taken,
    /// A rival is as good.
    NoLead,
    /// Not sure enough, its lead counted: this sure.
    Doubtful(f64),
    /// Something sets the two apart.
    Apart(&'static str),
    /// The values conflict.
    Conflicts,
}

/// One question with all its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What kind of value answers it.
    pub kind: Kind,
    /// The claims that answer it, in text order.
    pub answers: Vec<Answer>,
    /// How likely it is that all of them do.
    pub probability: f64,
    /// The pair that joined them with the least doubt.
    pub best: Pair,
}

/// Equal values need less likeness to be taken for one answer than different ones to be taken for a conflict: what is explained
/// is no candidate any more. Lower, and figures that are equal by chance hide conflicts; higher, and an agreement told in
/// other words leaves its figures free to pair wrongly. Values that only may be one ("Saturday" and "July") agree by chance
/// far more often: explained by them, a third of the planted changes of a date were hidden.
const AGREE: f64 = 0.12;
/// The same for values that are hardly ever equal by chance, such as "31,000".
const AGREE_RARE: f64 = 0.05;
/// The same where one value is a coarser form of the other.
const AGREE_COARSER: f64 = 0.25;
/// The same where the values only may be one.
const AGREE_OPEN: f64 = 0.35;

/// From here on two different values are reported as answers to one question. At .45 stories of many alike figures (fires by the
/// day, sums by the bidder) print a third more false pairs; at .52 one in eight true disagreements is lost.
const CONFLICT: f64 = 0.48;

/// How much equal values speak for one question, in log odds, where many figures could be equal by chance (up to twelve) and
/// where few could, and where hardly any would; and values of which one is a coarser form of the other.
const EQUAL_SMALL: f64 = 1.0;
const EQUAL: f64 = 2.5;
const EQUAL_RARE: f64 = 5.0;
const COARSER: f64 = 0.7;

/// How much each unit of lead over the next best partner adds to the confidence, in log odds, and what no lead costs: a pair
/// that has no rival is surer than its words alone say, and one of several like it is less sure.
const LEAD: f64 = 0.5;
const NO_LEAD: f64 = -0.6;

/// More lead than this says no more.
const MOST_LEAD: f64 = 2.0;

/// Pairs less likely than this are left out: they are rivals of no pair that could be reported, nor do they join a group.
const NEGLIGIBLE: f64 = 0.01;

/// The claims of a document that are compared: the first ones. Articles make fifty and long reports some hundreds, so only
/// tables lose by it; without a bound two lists of ten thousand figures would take a day.
const MOST_CLAIMS: usize = 1_000;

/// All pairs of claims of one kind from different documents whose values can be compared, from this likelihood on.
pub fn candidates(
    articles: &[Article],
    (links, misspelt): (&[EntityLink], &[EntityLink]),
    strangers: &[(usize, usize)],
    least: f64,
) -> Vec<Pair> {
    let sides: Vec<Vec<Side<'_>>> = articles.iter().map(sides).collect();
    let mut pairs = Vec::new();
    for a in 0..articles.len() {
        for b in (a + 1..articles.len()).filter(|&b| !strangers.contains(&(a, b))) {
            let kin = kin(articles, a, b, links);
            let lexical = Lexical::new(articles, a, b, links, misspelt);
            let mut field = Field::new(&articles[a], &articles[b]);
            let first = pairs.len();
            for (i, x) in compared(&articles[a]) {
                for (j, y) in compared(&articles[b]).filter(|(_, y)| y.kind == x.kind) {
                    let relation = relation(&articles[a], x, &articles[b], y);
                    if relation == ValueRelation::Incomparable {
                        continue;
                    }
                    let features = features(&lexical, &sides[a][i], &sides[b][j], kin);
                    field.enter(i, j, &features);
                    if most(&features) >= least {
                        pairs.push(Pair {
                            a: Answer {
                                article: a,
                                claim: i,
                            },
                            b: Answer {
                                article: b,
                                claim: j,
                            },
                            features,
                            probability: 0.0,
                            relation,
                        });
                    }
                }
            }
            for pair in &mut pairs[first..] {
                field.place(pair.a.claim, pair.b.claim, &mut pair.features);
                pair.probability = rounded(probability(&pair.features));
            }
        }
    }
    pairs.retain(|p| p.probability >= least);
    pairs
}

/// How like each claim of two documents is to the likest claim of the other: what a pair is set against. Likenesses are told
/// for all words and for those of the sentence alone.
struct Field {
    left: Vec<[f64; 2]>,
    right: Vec<[f64; 2]>,
}

impl Field {
    fn new(left: &Article, right: &Article) -> Field {
        Field {
            left: vec![[0.0; 2]; left.claims.list.len()],
            right: vec![[0.0; 2]; right.claims.list.len()],
        }
    }

    fn enter(&mut self, i: usize, j: usize, features: &Features) {
        let likeness = [features.likeness(), features.get("sentence")];
        for best in [&mut self.left[i], &mut self.right[j]] {
            for (best, x) in best.iter_mut().zip(likeness) {
                *best = best.max(x);
            }
        }
    }

    fn place(&self, i: usize, j: usize, features: &mut Features) {
        let [likest, sentence] = [0, 1].map(|k| self.left[i][k].max(self.right[j][k]));
        features.set_against(likest, sentence);
    }
}

/// The claims of an article that are compared with others, with their numbers.
fn compared(article: &Article) -> impl Iterator<Item = (usize, &Claim)> {
    article.claims.list.iter().take(MOST_CLAIMS).enumerate()
}

/// How the values of two claims relate: the best that any of their mentions allow, as linked conversions are one value.
fn relation(left: &Article, a: &Claim, right: &Article, b: &Claim) -> ValueRelation {
    let all = a.mentions.iter().flat_map(|&x| {
        b.mentions
            .iter()
            .map(move |&y| left.mentions[x].value.relation(&right.mentions[y].value))
    });
    let relation = all.min().unwrap_or(ValueRelation::Incomparable);
    let close = matches!(relation, ValueRelation::Equal | ValueRelation::Disjoint);
    if !close && times_apart(amount_of(left, a), amount_of(right, b), FAR) {
        ValueRelation::Incomparable
    } else {
        relation
    }
}

/// Figures this many times apart are no two forms of one: "at least five" and "230,000" can both be true, and nobody says the
/// one for the other.
const FAR: i64 = 3;

/// The size of a claim's figure.
pub(super) fn amount_of(article: &Article, claim: &Claim) -> Option<Decimal> {
    match &article.mentions[claim.mentions[0]].value {
        Value::Figure(figure) => figure.representative().map(|x| x.abs()),
        _ => None,
    }
}

/// Whether one amount is more than so many times the other.
pub(super) fn times_apart(a: Option<Decimal>, b: Option<Decimal>, times: i64) -> bool {
    a.zip(b).is_some_and(|(a, b)| {
        a.min(b)
            .checked_mul(times.into())
            .is_some_and(|limit| limit < a.max(b))
    })
}

/// All that was compared, and what came of it.
pub struct Compared {
    /// The pairs of different values that answer one question, the surest first.
    conflicts: Vec<Pair>,
    /// The pairs whose values agree, the likest first.
    agreements: Vec<Pair>,
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

/// How likely a pair must be to answer one question for its values to agree.
fn least_to_agree(articles: &[Article], pair: &Pair) -> f64 {
    match pair.relation {
        ValueRelation::Equal => match chance(articles, pair) {
            Chance::Slight => AGREE_RARE,
            Chance::Fair | Chance::Good => AGREE,
        },
        ValueRelation::LessPrecise => AGREE_COARSER,
        ValueRelation::Open | ValueRelation::Disjoint | ValueRelation::Incomparable => AGREE_OPEN,
    }
}

/// How easily two values are equal without answering one question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chance {
    /// "31,000", "2.4 billion", "12 March": hardly.
    Slight,
    /// "45", "2004".
    Fair,
    /// "three", "Tuesday".
    Good,
}

fn chance(articles: &[Article], pair: &Pair) -> Chance {
    match &articles[pair.a.article].mentions[claim(articles, pair.a).mentions[0]].value {
        Value::Figure(figure) => match figure.amount {
            Some(x) if x.abs() > 12.into() || !x.is_integer() => {
                let rare = x.abs() > 100.into() && figure.dimension != Dimension::Rank;
                if rare { Chance::Slight } else { Chance::Fair }
            }
            // "4 m" is rarer than "four".
            _ if !matches!(
                figure.dimension,
                Dimension::Number | Dimension::Rank | Dimension::Age | Dimension::Duration
            ) =>
            {
                Chance::Fair
            }
            _ => Chance::Good,
        },
        Value::Date(date) => match date.expression {
            Expression::Weekday { .. } | Expression::Unit { .. } => Chance::Good,
            Expression::Calendar { day: Some(_), .. } => Chance::Slight,
            _ => Chance::Fair,
        },
        Value::Time(_) | Value::Score(_) | Value::Name(_) | Value::Quote(_) => Chance::Fair,
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

/// Without the last digits, which depend on the order in which numbers were added up: the order of the documents must not.
fn rounded(p: f64) -> f64 {
    (p * 1e9).round() / 1e9
}

fn log_odds(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// What agreement of the values adds to the likeness of the words.
fn bonus(articles: &[Article], pair: &Pair) -> f64 {
    match pair.relation {
        ValueRelation::Equal => match chance(articles, pair) {
            Chance::Good => EQUAL_SMALL,
            Chance::Fair => EQUAL,
            Chance::Slight => EQUAL_RARE,
        },
        ValueRelation::LessPrecise => COARSER,
        ValueRelation::Open | ValueRelation::Disjoint | ValueRelation::Incomparable => 0.0,
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

pub(super) fn claim(articles: &[Article], answer: Answer) -> &Claim {
    &articles[answer.article].claims.list[answer.claim]
}

/// How the values of two claims of the story relate.
fn value_relation(articles: &[Article], x: Answer, y: Answer) -> ValueRelation {
    relation(
        &articles[x.article],
        claim(articles, x),
        &articles[y.article],
        claim(articles, y),
    )
}

/// Whether two claims give one value.
fn same_value(articles: &[Article], x: Answer, y: Answer) -> bool {
    value_relation(articles, x, y) <= ValueRelation::LessPrecise
}

/// Groups what was compared into questions: each conflict with every other place that gives one of its values, then what agrees.
///
/// A group holds only claims of which every two of different documents fit each other, and every two of one document give
/// the same value: no chains.
pub fn group(articles: &[Article], compared: &Compared) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for pair in &compared.conflicts {
        join(articles, compared, &mut questions, pair);
    }
    for question in &mut questions {
        absorb(articles, compared, question);
    }
    let conflicts = questions.len();
    for pair in &compared.agreements {
        let settled = |answer: Answer| {
            questions[..conflicts]
                .iter()
                .any(|q| q.answers.contains(&answer))
        };
        if !settled(pair.a) && !settled(pair.b) {
            join(articles, compared, &mut questions, pair);
        }
    }
    questions.sort_by(|x, y| x.answers.cmp(&y.answers));
    questions
}

/// Adds a pair to the question that it belongs to, or as a question of its own.
fn join(articles: &[Article], compared: &Compared, questions: &mut Vec<Question>, pair: &Pair) {
    let kind = claim(articles, pair.a).kind;
    let home = questions
        .iter_mut()
        .find(|q| q.kind == kind && belongs(articles, compared, q, pair));
    match home {
        Some(question) => {
            question.answers.extend([pair.a, pair.b]);
            question.answers.sort_unstable();
            question.answers.dedup();
        }
        None => questions.push(Question {
            kind,
            answers: vec![pair.a, pair.b],
            probability: pair.probability,
            best: pair.clone(),
        }),
    }
}

/// Whether a pair belongs to a question: it shares a claim with it, or repeats its answers document by document.
fn belongs(articles: &[Article], compared: &Compared, question: &Question, pair: &Pair) -> bool {
    let shares = question.answers.contains(&pair.a) || question.answers.contains(&pair.b);
    // What agrees with two values that differ is too coarse to join them: "18 to 84" with 54 and with 65.
    let agrees = |x: Answer| {
        question
            .answers
            .iter()
            .all(|&a| value_relation(articles, a, x) < ValueRelation::Disjoint)
    };
    if pair.relation < ValueRelation::Disjoint && !(agrees(pair.a) && agrees(pair.b)) {
        return false;
    }
    let repeats = [pair.a, pair.b].iter().all(|&x| {
        question
            .answers
            .iter()
            .any(|&a| a.article == x.article && same_value(articles, a, x))
    });
    (shares || repeats)
        && [pair.a, pair.b].iter().all(|&x| {
            fits(
                articles,
                compared,
                question,
                x,
                if repeats { 0.0 } else { FITS },
            )
        })
}

/// Claims of three documents that answer one question are each likely to answer it with every other.
const FITS: f64 = 0.05;

/// Another place that gives a value of a question needs this much likeness with one of its answers from another document.
const ABSORB: f64 = 0.15;

/// Whether a claim gives the value that its document gives already, and goes with every answer of the other documents.
fn fits(
    articles: &[Article],
    compared: &Compared,
    question: &Question,
    answer: Answer,
    least: f64,
) -> bool {
    question.answers.iter().all(|&a| {
        if a.article == answer.article {
            same_value(articles, a, answer)
        } else {
            compared.likeness(a, answer) >= least
        }
    })
}

/// Adds the claims that repeat a value of the question in the same words, in documents that answer it and in others.
fn absorb(articles: &[Article], compared: &Compared, question: &mut Question) {
    for (article, content) in articles.iter().enumerate() {
        for index in 0..content.claims.list.len() {
            let answer = Answer {
                article,
                claim: index,
            };
            let repeated = !question.answers.contains(&answer)
                && content.claims.list[index].kind == question.kind
                && question
                    .answers
                    .iter()
                    .any(|&a| same_value(articles, a, answer))
                && question
                    .answers
                    .iter()
                    .any(|&a| a.article != article && compared.likeness(a, answer) >= ABSORB)
                && fits(articles, compared, question, answer, FITS);
            if repeated {
                question.answers.push(answer);
            }
        }
    }
    question.answers.sort_unstable();
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
    fn likeness(&self, x: Answer, y: Answer) -> f64 {
        self.probability
            .get(&(x.min(y), x.max(y)))
            .copied()
            .unwrap_or(0.0)
    }
}
