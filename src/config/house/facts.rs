//! House facts: a question in the words of an article with the one value that is right.
//!
//! A claim of a document answers the question where it has all of the question's words in their places: what is counted and
//! what is done in its own clause, the rest in its sentence, near by or in the article at all. That is much to ask, and it is
//! asked because there is no second article here whose other figures could explain one away. A document that gives the right
//! value once, or two wrong ones, is not reported: it may count something else.

use super::{Lists, holds_for, sentence};
use crate::align::name::{Relation, compare, fold};
use crate::claim::{Claim, Item, Role};
use crate::config::{HouseFact, Run, Settings};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::judge::RULES;
use crate::judge::fingerprint::fingerprint;
use crate::lexicon::{contrasts, word_table};
use crate::mention::Mention;
use crate::read::{Document, InputFormat};
use crate::value::{Kind, ValueRelation};
use crate::{Article, analyze};

/// How sure such a finding is: all words of the question are there, and what a figure is about is more than its words.
const SURE: f64 = 0.8;

/// Two words that stand this near in the word table are one here: "killed" and "died" are, "wing" and "roof" are not.
const NEAR: f64 = 0.75;

/// Words of a question that ask for a value and are no part of what it is about.
const ASKING: &[&str] = &[
    "amount", "count", "date", "day", "figure", "number", "result", "score", "sum", "time",
    "total", "value",
];

/// Words behind which a question says where, when and of what.
const PREPOSITIONS: &[&str] = &[
    "after", "at", "before", "by", "during", "for", "from", "in", "of", "on", "since", "to", "with",
];

/// A fact as it is compared: the question and its value read like a sentence of an article.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    article: Article,
    /// The mention of the value.
    mention: usize,
    /// What is counted and done, by the items of the claim.
    head: Vec<u32>,
    /// Where, when, of what.
    rest: Vec<u32>,
    /// Whether it asks how old somebody is.
    age: bool,
}

impl Answer {
    /// The question and its value; `None` where the value is none that can be compared, or the question has no words.
    pub(crate) fn of(question: &str, value: &str) -> Option<Answer> {
        let age = question
            .split_whitespace()
            .any(|word| matches!(word.to_lowercase().as_str(), "age" | "old"));
        let bare = value.bytes().all(|b| b.is_ascii_digit());
        // A bare number is how old somebody is where the question asks for it.
        let text = if age && bare {
            format!("{question}: aged {value}.")
        } else {
            format!("{question}: {value}.")
        };
        let article = analyze(Document::new(0, "", &text, InputFormat::Text));
        let starts = question.len() + 2;
        let claims = article.claims.list.iter();
        let claim = claims
            .filter(|claim| claim.mention(&article.mentions).span.start() >= starts)
            .min_by_key(|claim| claim.mention(&article.mentions).span)?;
        let prose = &article.text;
        let asked: Vec<(u32, u32)> = claim
            .terms
            .iter()
            .filter(|term| prose.tokens[term.token as usize].span.start() < starts)
            .filter(|term| !ASKING.contains(&prose.lower(term.token as usize)))
            .map(|term| (term.token, term.item))
            .collect();
        // What comes first is asked, up to the preposition behind it.
        let first = asked.iter().map(|&(token, _)| token).min()?;
        let end = (first as usize..prose.tokens.len())
            .find(|&token| PREPOSITIONS.contains(&prose.lower(token)));
        let (head, rest): (Vec<_>, Vec<_>) = asked
            .iter()
            .partition(|&&(token, _)| end.is_none_or(|end| (token as usize) < end));
        let (mention, items) = (claim.mentions[0], |list: Vec<(u32, u32)>| {
            list.into_iter().map(|(_, item)| item).collect()
        });
        Some(Answer {
            mention,
            head: items(head),
            rest: items(rest),
            age,
            article,
        })
    }

    fn value(&self) -> &Mention {
        &self.article.mentions[self.mention]
    }

    /// Whether a claim of a document answers the question, whatever its value.
    fn is_answered(&self, document: &Article, claim: &Claim) -> bool {
        let kind = self.value().kind;
        let marks = claim.marks;
        if claim.kind != kind
            || marks.forecast
            || marks.part
            || marks.change
            || marks.each
            || marks.denied
            || marks.said
        {
            return false;
        }
        let among = |item: u32, role: Role| {
            let terms = claim.terms.iter().filter(|term| term.role <= role);
            terms
                .into_iter()
                .any(|term| self.is(item, document, term.item))
        };
        // Another noun is another question, were it only a part of what is asked: firefighters and people.
        let counted = claim
            .terms
            .iter()
            .find(|term| term.role == Role::Noun && claim.kind == Kind::Count);
        if let Some(noun) = counted
            && !self
                .head
                .iter()
                .chain(&self.rest)
                .any(|&item| self.is(item, document, noun.item))
        {
            return false;
        }
        // "15 were killed" leaves out that they are people.
        let optional = |item: u32| {
            let people = matches!(&self.article.claims.vocabulary.items()[item as usize], Item::Word { form, .. }
                if matches!(&**form, "people" | "persons" | "person"));
            people && counted.is_none() || self.age && self.is_word(item, &["age", "old"])
        };
        self.head
            .iter()
            .all(|&item| optional(item) || among(item, Role::Clause))
            && self
                .rest
                .iter()
                .all(|&item| among(item, Role::Before) || self.is_told(item, document))
            && (self.rest.is_empty()
                || self
                    .rest
                    .iter()
                    .any(|&item| among(item, Role::Before) || self.heads(item, document)))
    }

    fn is_word(&self, item: u32, words: &[&str]) -> bool {
        match &self.article.claims.vocabulary.items()[item as usize] {
            Item::Word { form, .. } => words.contains(&&**form),
            Item::Entity(_) => false,
        }
    }

    /// Whether a word or name of the question is one of the document.
    fn is(&self, own: u32, document: &Article, other: u32) -> bool {
        let (own, other) = (
            &self.article.claims.vocabulary.items()[own as usize],
            &document.claims.vocabulary.items()[other as usize],
        );
        match (own, other) {
            (
                Item::Word { stem, form, rank },
                Item::Word {
                    stem: other_stem,
                    form: other_form,
                    rank: other_rank,
                },
            ) => {
                let near = || {
                    let (x, y) = rank.zip(*other_rank)?;
                    Some(word_table().similarity(x, y) >= NEAR)
                };
                stem == other_stem || near() == Some(true) && !excludes(form, other_form)
            }
            (Item::Entity(x), Item::Entity(y)) => {
                let (x, y) = (
                    &self.article.resolved.entities[x.0 as usize],
                    &document.resolved.entities[y.0 as usize],
                );
                fold(&x.canonical) == fold(&y.canonical)
                    || compare(&x.canonical, &y.canonical, y.kind).relation != Relation::Different
            }
            (Item::Word { form, .. }, Item::Entity(y)) => {
                let name = document.resolved.entities[y.0 as usize]
                    .canonical
                    .to_lowercase();
                name.split([' ', '-']).any(|word| word == &**form)
            }
            (Item::Entity(x), Item::Word { form, .. }) => {
                let name = self.article.resolved.entities[x.0 as usize]
                    .canonical
                    .to_lowercase();
                name.split([' ', '-']).any(|word| word == &**form)
            }
        }
    }

    /// What is looked for in the text itself: the stem of a word, the words of a name.
    fn letters(&self, item: u32) -> Vec<String> {
        match &self.article.claims.vocabulary.items()[item as usize] {
            Item::Word { stem, .. } => vec![stem.to_string()],
            Item::Entity(entity) => {
                let name = self.article.resolved.entities[entity.0 as usize]
                    .canonical
                    .to_lowercase();
                name.split([' ', '-']).map(str::to_owned).collect()
            }
        }
    }

    /// Whether the article names it anywhere.
    fn is_told(&self, item: u32, document: &Article) -> bool {
        let text = &document.text;
        let tokens = || 0..text.tokens.len();
        self.letters(item)
            .iter()
            .all(|letters| tokens().any(|token| text.lower(token).starts_with(letters.as_str())))
    }

    /// Whether the headline names it.
    fn heads(&self, item: u32, document: &Article) -> bool {
        let title = document
            .document
            .title
            .as_deref()
            .unwrap_or_default()
            .to_lowercase();
        let first = document.text.sentences.first();
        let first = first.map_or_else(String::new, |s| document.text.slice(s.span).to_lowercase());
        self.letters(item)
            .iter()
            .all(|letters| title.contains(letters.as_str()) || first.contains(letters.as_str()))
    }
}

/// Whether two words name alternatives of one set.
fn excludes(a: &str, b: &str) -> bool {
    contrasts(a).iter().any(|(set, one)| {
        contrasts(b)
            .iter()
            .any(|(other, two)| set == other && one != two)
    })
}

pub(super) fn check(
    settings: &Settings,
    articles: &[Article],
    lists: &Lists,
    run: Run<'_>,
) -> Vec<Finding> {
    settings
        .facts
        .iter()
        .filter_map(|fact| finding(fact, articles, lists, run))
        .collect()
}

/// All that the documents say otherwise than one fact of the list.
fn finding(fact: &HouseFact, articles: &[Article], lists: &Lists, run: Run<'_>) -> Option<Finding> {
    let right = fact.answer.value();
    let mut groups: Vec<Group> = Vec::new();
    for article in articles
        .iter()
        .filter(|article| holds_for(fact.paths.as_ref(), article, run))
    {
        let claims = article.claims.list.iter();
        let answers: Vec<&Mention> = claims
            .filter(|claim| fact.answer.is_answered(article, claim))
            .map(|claim| claim.mention(&article.mentions))
            .collect();
        let wrong = answers
            .iter()
            .all(|answer| answer.value.relation(&right.value) == ValueRelation::Disjoint);
        let one = answers
            .windows(2)
            .all(|two| two[0].value.relation(&two[1].value) <= ValueRelation::LessPrecise);
        if !wrong || !one {
            continue;
        }
        for answer in answers {
            let occurrence = Occurrence {
                span: answer.span,
                sentence: sentence(article, answer.span),
            };
            match groups
                .iter_mut()
                .find(|g| g.value.relation(&answer.value) == ValueRelation::Equal)
            {
                Some(group) => group.occurrences.push(occurrence),
                None => groups.push(Group::of(article, answer)),
            }
        }
    }
    let kind = groups.first()?.kind;
    let rule = RULES.iter().find(|rule| rule.kinds.contains(&kind))?;
    groups.push(lists.group(kind, right.value.clone(), (fact.value.1, fact.question.1))?);
    let displays: Vec<&str> = groups.iter().map(|g| g.display.as_str()).collect();
    let message = format!(
        "the house list gives different {}: {}",
        rule.answers,
        displays.join(" / ")
    );
    let fingerprint = fingerprint(
        [rule.name, "house", fact.question.0.as_str()]
            .into_iter()
            .chain(displays),
    );
    Some(Finding {
        rule: rule.name,
        kind,
        verdict: Verdict::Conflict,
        level: Verdict::Conflict.level(),
        confidence: SURE,
        about: fact.question.0.clone(),
        message,
        groups,
        evidence: vec![Evidence {
            feature: "fact",
            detail: fact.question.0.clone(),
            weight: SURE,
        }],
        fingerprint,
    })
}
