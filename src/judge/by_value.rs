//! The answers to a question by their values.
//!
//! A text may give one answer a thousand times, so answers with the same values are one class here, and only classes are
//! compared with each other: comparing all answers took minutes for a sentence that stands a few hundred times in a document.

use crate::Article;
use crate::align::Answer;
use crate::claim::Claim;
use crate::value::{Value, ValueRelation};

/// Answers in classes of the same values, and how these relate.
pub(super) struct ByValue<'a> {
    classes: Vec<Class<'a>>,
    /// A row a class, a column a class.
    relations: Vec<ValueRelation>,
}

struct Class<'a> {
    /// Its values, linked conversions being one: "60 metres (200 feet)".
    values: Vec<&'a Value>,
    answers: Vec<Answer>,
}

impl<'a> ByValue<'a> {
    pub(super) fn new(articles: &'a [Article], answers: &[Answer]) -> ByValue<'a> {
        let mut classes: Vec<Class> = Vec::new();
        for &answer in answers {
            let values = values(articles, answer);
            match classes.iter_mut().find(|c| c.values == values) {
                Some(class) => class.answers.push(answer),
                None => classes.push(Class {
                    values,
                    answers: vec![answer],
                }),
            }
        }
        let relation = |a: &Class, b: &Class| {
            let values = a.values.iter();
            let pairs = values.flat_map(|x| b.values.iter().map(|y| x.relation(y)));
            pairs.min().unwrap_or(ValueRelation::Incomparable)
        };
        let rows = classes.iter();
        let relations = rows.flat_map(|a| classes.iter().map(move |b| relation(a, b)));
        ByValue {
            relations: relations.collect(),
            classes,
        }
    }

    fn relation(&self, a: usize, b: usize) -> ValueRelation {
        self.relations[a * self.classes.len() + b]
    }

    /// Every two answers of different documents or places that are related so, and `true` where some fit.
    pub(super) fn any_disjoint(&self, is: impl Fn(Answer, Answer) -> bool) -> bool {
        let pairs = self
            .pairs()
            .filter(|&(a, b)| self.relation(a, b) == ValueRelation::Disjoint);
        pairs.into_iter().any(|(a, b)| {
            let answers = self.classes[a].answers.iter();
            answers
                .flat_map(|&x| self.classes[b].answers.iter().map(move |&y| (x, y)))
                .any(|(x, y)| if x < y { is(x, y) } else { is(y, x) })
        })
    }

    /// How the two answers relate that go together least.
    pub(super) fn worst(&self) -> ValueRelation {
        let several = (0..self.classes.len()).filter(|&c| self.classes[c].answers.len() > 1);
        let same = several.map(|c| self.relation(c, c));
        let relations = self.pairs().map(|(a, b)| self.relation(a, b)).chain(same);
        relations.max().unwrap_or(ValueRelation::Equal)
    }

    /// Every two classes.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let count = self.classes.len();
        (0..count).flat_map(move |a| (a + 1..count).map(move |b| (a, b)))
    }

    /// The answers that give one value together. What is surely one comes first, so that "2017" goes with "next year" and not
    /// with "30 September", which it only does not exclude.
    pub(super) fn groups(&self) -> Vec<Vec<Answer>> {
        let sided = (0..self.classes.len()).filter(|&class| !self.is_between(class));
        let mut groups: Vec<Vec<usize>> = sided.map(|class| vec![class]).collect();
        for level in [
            ValueRelation::Equal,
            ValueRelation::LessPrecise,
            ValueRelation::Open,
        ] {
            for first in 0..groups.len() {
                for second in first + 1..groups.len() {
                    let pairs = || {
                        let (one, other) = (&groups[first], &groups[second]);
                        let ones = one.iter();
                        ones.flat_map(|&a| other.iter().map(move |&b| self.relation(a, b)))
                    };
                    if pairs().any(|r| r == level) && pairs().all(|r| r < ValueRelation::Disjoint) {
                        let mut more = std::mem::take(&mut groups[second]);
                        groups[first].append(&mut more);
                    }
                }
            }
            groups.retain(|group| !group.is_empty());
        }
        let answers = |group: &Vec<usize>| {
            let classes = group.iter().map(|&class| &self.classes[class].answers);
            let mut answers: Vec<Answer> = classes.flatten().copied().collect();
            answers.sort_unstable();
            answers
        };
        let mut groups: Vec<Vec<Answer>> = groups.iter().map(answers).collect();
        groups.sort_unstable();
        groups
    }

    /// Whether a class goes with two that differ, as "this week" with Tuesday and with Thursday, and so is on neither side.
    fn is_between(&self, class: usize) -> bool {
        let others = (0..self.classes.len()).filter(|&other| other != class);
        let fitting: Vec<usize> = others
            .filter(|&other| self.relation(class, other) != ValueRelation::Disjoint)
            .collect();
        fitting.iter().enumerate().any(|(i, &x)| {
            let rest = &fitting[i + 1..];
            rest.iter()
                .any(|&y| self.relation(x, y) == ValueRelation::Disjoint)
        })
    }
}

/// The values of an answer, each once and in the order of the text.
fn values(articles: &[Article], answer: Answer) -> Vec<&Value> {
    let article = &articles[answer.article];
    let claim: &Claim = &article.claims.list[answer.claim];
    let mut values: Vec<&Value> = Vec::new();
    for &mention in &claim.mentions {
        let value = &article.mentions[mention].value;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}
