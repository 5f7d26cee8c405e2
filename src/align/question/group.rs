//! Questions with all their answers: what was compared in pairs, grouped over all documents.
//!
//! The conflicts of every two documents are grouped first, as if there were no others: a further document may add answers to
//! a question, and takes none away. Only then are these groups joined, by complete link: a claim goes with what every
//! document of a question says, or it stays out. Chains of likenesses end far from where they began.

use rustc_hash::FxHashSet;

use super::agree::often_equal;
use super::decide::Compared;
use super::homes::Homes;
use super::surety::{confidence, log_odds, logistic};
use super::{Answer, Pair, Question, amount_of, claim, is_exact, times_apart};
use crate::Article;
use crate::value::{Kind, ValueRelation};

/// Claims of three documents that answer one question are each likely to answer it with every other.
const FITS: f64 = 0.05;

/// Another place that gives a value of a question needs this much likeness with one of its answers from another document.
const ABSORB: f64 = 0.15;

/// The same for values that many claims give by chance: "one person".
const ABSORB_OFTEN_EQUAL: f64 = 0.3;

/// Or this much, counting how much it says that the values are equal, where both count the same: "1,040 firefighters" are
/// the same ones whatever the words around them.
const TAKE_UP: f64 = 0.8;

/// A third value, from a document that has not answered the question, must be so likely to answer it, its lead over that
/// document's other values counted. That there is a question on which documents differ is known by then, so it is less than
/// a conflict by itself needs.
const THIRD: f64 = 0.25;

/// From this likeness on two nouns are one: "homes" and "houses".
const SAME_NOUN: f64 = 0.6;

/// Two figures of one document this many times apart are two figures, whatever bounds they have.
const REPEATED: i64 = 2;

/// So far, in log odds, a third value must be ahead of the next one that its document gives: "70 percent contained" is of
/// another fire sooner than of this one where "5 percent contained" is as likely.
const CLEAR: f64 = 0.5;

/// Groups what was compared into questions: conflicts with every place that gives one of their values, then what agrees.
pub fn group(articles: &[Article], compared: &Compared<'_>) -> Vec<Question> {
    let grouping = Grouping { articles, compared };
    let mut questions = grouping.join(grouping.of_two());
    grouping.take_up(&mut questions);
    questions.extend(grouping.agreements(&questions));
    questions.sort_by(|x, y| x.answers.cmp(&y.answers));
    questions
}

/// What is grouped.
struct Grouping<'g, 'a> {
    articles: &'a [Article],
    compared: &'g Compared<'a>,
}

impl Grouping<'_, '_> {
    /// The conflicts of each two documents, with every place in the two that gives one of their values, and those of each
    /// document with itself.
    fn of_two(&self) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        let mut homes = Homes::new(&self.compared.values);
        for pair in &self.compared.conflicts {
            let two = |q: &Question| {
                (q.best.a.article, q.best.b.article) == (pair.a.article, pair.b.article)
            };
            self.enter(&mut questions, &mut homes, pair, two);
        }
        for question in &mut questions {
            self.absorb(question);
        }
        for pair in &self.compared.within {
            self.enter_within(&mut questions, pair);
        }
        questions
    }

    /// Adds what a document contradicts itself in: to the question of which it repeats the two values, or as one of its own.
    fn enter_within(&self, questions: &mut Vec<Question>, pair: &Pair) {
        let both = [pair.a, pair.b];
        let repeats = |q: &&mut Question| {
            let given = |x: &Answer| {
                q.answers
                    .iter()
                    .any(|&a| a.article == x.article && self.compared.values.same(a, *x))
            };
            q.best.a.article == q.best.b.article
                && both.iter().any(|x| q.answers.contains(x))
                && both.iter().all(given)
        };
        match questions.iter_mut().find(repeats) {
            Some(question) => question.add(both),
            None => questions.push(Question {
                kind: claim(self.articles, pair.a).kind,
                answers: both.to_vec(),
                probability: pair.probability,
                best: pair.clone(),
            }),
        }
    }

    /// What agrees and is no part of a conflict.
    fn agreements(&self, conflicts: &[Question]) -> Vec<Question> {
        let answers = conflicts.iter().flat_map(|q| &q.answers);
        let settled: FxHashSet<Answer> = answers.copied().collect();
        let mut questions: Vec<Question> = Vec::new();
        let mut homes = Homes::new(&self.compared.values);
        for pair in &self.compared.agreements {
            if settled.contains(&pair.a) || settled.contains(&pair.b) {
                continue;
            }
            // Two claims that are in one already need not be looked at again: "on Monday" in each of a hundred sentences of two
            // documents is ten thousand pairs of one question.
            if homes.in_one([pair.a, pair.b]) {
                continue;
            }
            self.enter(&mut questions, &mut homes, pair, |_| true);
        }
        questions
    }

    /// Adds a pair to the question that it belongs to, the first one, or as a question of its own.
    fn enter(
        &self,
        questions: &mut Vec<Question>,
        homes: &mut Homes<'_>,
        pair: &Pair,
        open: impl Fn(&Question) -> bool,
    ) {
        let kind = claim(self.articles, pair.a).kind;
        let home = homes
            .of([pair.a, pair.b], |x| self.is_repeated(x, x))
            .into_iter()
            .find(|&place| {
                let q = &questions[place];
                q.kind == kind && open(q) && self.belongs(q, pair)
            });
        homes.add([pair.a, pair.b], home.unwrap_or(questions.len()));
        match home {
            Some(place) => questions[place].add([pair.a, pair.b]),
            None => questions.push(Question {
                kind,
                answers: vec![pair.a, pair.b],
                probability: pair.probability,
                best: pair.clone(),
            }),
        }
    }

    /// Whether a pair belongs to a question: it shares a claim with it, or repeats its answers document by document.
    fn belongs(&self, question: &Question, pair: &Pair) -> bool {
        let both = [pair.a, pair.b];
        let shares = both.iter().any(|x| question.answers.contains(x));
        // What agrees with two values that differ is too coarse to join them: "18 to 84" with 54 and with 65.
        let agrees = |x: Answer| {
            question
                .answers
                .iter()
                .all(|&a| self.compared.values.relation(a, x) < ValueRelation::Disjoint)
        };
        let repeats = both.iter().all(|&x| {
            question
                .answers
                .iter()
                .any(|&a| a.article == x.article && self.compared.values.same(a, x))
        });
        if !(shares || repeats)
            || pair.relation < ValueRelation::Disjoint && !(agrees(pair.a) && agrees(pair.b))
        {
            return false;
        }
        let least = if repeats { 0.0 } else { FITS };
        both.iter().all(|&x| self.fits(question, x, least))
    }

    /// Whether a claim gives the value that its document gives already, and goes with every answer of the other documents.
    fn fits(&self, question: &Question, answer: Answer, least: f64) -> bool {
        question.answers.iter().all(|&a| {
            if a.article == answer.article {
                self.is_repeated(a, answer)
            } else {
                self.compared.likeness(a, answer) >= least
            }
        })
    }

    /// Whether two claims of one document repeat a value: "at least 40" and "about 100", or "dozens" and "50", could both be true of
    /// one thing, but no writer says the one for the other.
    fn is_repeated(&self, x: Answer, y: Answer) -> bool {
        let amount = |answer: Answer| {
            amount_of(&self.articles[answer.article], claim(self.articles, answer))
        };
        match self.compared.values.relation(x, y) {
            ValueRelation::Equal => true,
            ValueRelation::LessPrecise => {
                is_exact(self.articles, x) == is_exact(self.articles, y)
                    && !times_apart(amount(x), amount(y), REPEATED)
            }
            ValueRelation::Open | ValueRelation::Disjoint | ValueRelation::Incomparable => false,
        }
    }

    /// Adds the claims of the two documents that repeat a value of the question in the same words.
    fn absorb(&self, question: &mut Question) {
        for article in [question.best.a.article, question.best.b.article] {
            for index in 0..self.articles[article].claims.list.len() {
                let answer = Answer {
                    article,
                    claim: index,
                };
                let repeated = !question.answers.contains(&answer)
                    && claim(self.articles, answer).kind == question.kind
                    && question
                        .answers
                        .iter()
                        .any(|&a| self.compared.values.same(a, answer))
                    && question.answers.iter().any(|&a| {
                        a.article != article && self.compared.likeness(a, answer) >= ABSORB
                    })
                    && self.fits(question, answer, FITS);
                if repeated {
                    question.answers.push(answer);
                }
            }
        }
        question.answers.sort_unstable();
    }

    /// Joins the questions of two documents that are one: they share an answer, or give the same values, and each goes with
    /// what every document of the other says. The surest first, but for what a document contradicts itself in: others may
    /// give either of its values, and once they have given one it has no place for both.
    fn join(&self, mut twos: Vec<Question>) -> Vec<Question> {
        let of_two = |q: &Question| q.best.a.article != q.best.b.article;
        twos.sort_by(|x, y| {
            of_two(x)
                .cmp(&of_two(y))
                .then(y.probability.total_cmp(&x.probability))
                .then_with(|| x.answers.cmp(&y.answers))
        });
        let mut joined: Vec<Question> = Vec::new();
        for two in twos {
            match joined.iter_mut().find(|q| self.are_one(q, &two)) {
                Some(question) => question.add(two.answers),
                None => joined.push(two),
            }
        }
        joined
    }

    fn are_one(&self, question: &Question, two: &Question) -> bool {
        if question.kind != two.kind {
            return false;
        }
        let shares = two.answers.iter().any(|x| question.answers.contains(x));
        let repeats = || {
            two.answers.iter().all(|&x| {
                let same = |a| self.compared.values.same(a, x);
                question.answers.iter().any(|&a| same(a))
            })
        };
        (shares || repeats())
            && two
                .answers
                .iter()
                .all(|&x| question.answers.contains(&x) || self.goes_with(question, x).is_some())
    }

    /// How likely a claim is to answer a question, by what each of its other documents says, in log odds: the mean over these
    /// documents. `None` where it does not fit one of them.
    fn goes_with(&self, question: &Question, answer: Answer) -> Option<f64> {
        let (mut sum, mut documents) = (0.0, 0.0);
        // Where the value is one that is given already, that the words set it apart from another one says little.
        let repeats = question
            .answers
            .iter()
            .any(|&a| a.article != answer.article && self.compared.values.same(a, answer));
        for own in question.answers.chunk_by(|a, b| a.article == b.article) {
            let article = own[0].article;
            if article == answer.article {
                // All of them are one value, but where the document contradicts itself.
                if !own.iter().any(|&a| self.is_repeated(a, answer)) {
                    return None;
                }
                continue;
            }
            if self.compared.are_strangers(article, answer.article) {
                continue;
            }
            if !repeats && own.iter().any(|&a| self.compared.sets_apart(a, answer)) {
                return None;
            }
            let likeness = own
                .iter()
                .map(|&a| self.compared.likeness_with_values(a, answer))
                .fold(0.0, f64::max);
            if likeness < FITS {
                return None;
            }
            sum += log_odds(likeness);
            documents += 1.0;
        }
        (documents > 0.0).then(|| sum / documents)
    }

    /// Adds what other documents say to each question.
    fn take_up(&self, questions: &mut [Question]) {
        let values = &self.compared.values;
        let mut settled = vec![false; values.claims()];
        for &answer in questions.iter().flat_map(|q| &q.answers) {
            settled[values.number(answer)] = true;
        }
        for question in questions {
            while let Some(answer) = self.next(question, &settled) {
                settled[values.number(answer)] = true;
                question.add([answer]);
            }
        }
    }

    /// The claim that is likeliest to answer a question of all those that do, where it answers no question yet.
    fn next(&self, question: &Question, settled: &[bool]) -> Option<Answer> {
        let mut open: Vec<Open> = Vec::new();
        let mut seen = settled.to_vec();
        for &answer in &question.answers {
            for other in self.compared.neighbours(answer) {
                let number = self.compared.values.number(other);
                if !std::mem::replace(&mut seen[number], true) {
                    open.extend(self.open(question, other));
                }
            }
        }
        let fits = |one: &&Open| {
            if one.repeats {
                return true;
            }
            let rival = open
                .iter()
                .filter(|o| o.answer.article == one.answer.article && o.answer != one.answer)
                .filter(|o| !self.compared.values.same(o.answer, one.answer))
                .map(|o| o.strength)
                .fold(f64::NEG_INFINITY, f64::max);
            let lead = one.strength - rival;
            lead >= CLEAR && confidence(logistic(one.strength), lead) >= THIRD
        };
        open.iter()
            .filter(fits)
            .max_by(|x, y| {
                (x.repeats.cmp(&y.repeats))
                    .then(x.strength.total_cmp(&y.strength))
                    .then(y.answer.cmp(&x.answer))
            })
            .map(|one| one.answer)
    }

    /// Whether a count counts what some other answer does.
    fn counts_alike(&self, question: &Question, answer: Answer) -> bool {
        let noun = |a: &Answer| {
            self.compared
                .pair(*a, answer)
                .is_some_and(|p| p.features.get("noun") >= SAME_NOUN)
        };
        question.kind != Kind::Count || question.answers.iter().any(noun)
    }

    /// A claim that could answer the question.
    fn open(&self, question: &Question, answer: Answer) -> Option<Open> {
        let relations = || {
            question
                .answers
                .iter()
                .map(|&a| (a, self.compared.values.relation(a, answer)))
        };
        if claim(self.articles, answer).kind != question.kind
            || relations().any(|(_, r)| r == ValueRelation::Incomparable)
        {
            return None;
        }
        let strength = self.goes_with(question, answer)?;
        let same: Vec<Answer> = relations()
            .filter(|(_, r)| *r <= ValueRelation::LessPrecise)
            .map(|(a, _)| a)
            .collect();
        if same.is_empty() {
            // Small numbers are parts of everything: "two bombs fell on an airstrip" of "five bombs".
            let third = relations().all(|(_, r)| r == ValueRelation::Disjoint)
                && question.kind != Kind::Date
                && !often_equal(self.articles, answer)
                && self.counts_alike(question, answer)
                && question.answers.iter().all(|a| {
                    a.article != answer.article && !self.compared.agrees(answer, a.article)
                });
            return third.then_some(Open {
                answer,
                repeats: false,
                strength,
            });
        }
        let least = if often_equal(self.articles, answer) {
            ABSORB_OFTEN_EQUAL
        } else {
            ABSORB
        };
        let likely = |a: &Answer| {
            let (by_words, with_values) = (
                self.compared.likeness(*a, answer),
                self.compared.likeness_with_values(*a, answer),
            );
            a.article != answer.article
                && (by_words >= least
                    || with_values >= TAKE_UP && self.counts_alike(question, answer))
        };
        let one_value = same.iter().all(|&a| {
            same.iter()
                .all(|&b| self.compared.values.relation(a, b) < ValueRelation::Disjoint)
        });
        (one_value && question.answers.iter().any(likely)).then_some(Open {
            answer,
            repeats: true,
            strength,
        })
    }
}

/// A claim that could answer a question.
struct Open {
    answer: Answer,
    /// It gives a value that is given already.
    repeats: bool,
    /// How likely it is to answer it, in log odds.
    strength: f64,
}

impl Question {
    fn add(&mut self, answers: impl IntoIterator<Item = Answer>) {
        self.answers.extend(answers);
        self.answers.sort_unstable();
        self.answers.dedup();
    }
}
