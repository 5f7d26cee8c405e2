//! One person, with roles that nobody has at once: police chief and fire chief.
//!
//! Roles are given loosely, change, and add up, so that most that differ contradict nothing: a coach was a player, a minister
//! has two portfolios. Only roles of a short table exclude each other, only right before a name or right behind it between
//! commas, and only for a person whose name is the same in both documents and who has one such role in each.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Rule;
use super::fingerprint::fingerprint;
use crate::Article;
use crate::align::name::Relation;
use crate::align::{EntityLink, EntityRef, Story};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::lexicon::table;
use crate::resolve::Entity;
use crate::segment::Text;
use crate::source::one_line;
use crate::value::{Kind, Value};

/// Documents further apart than this, in days, may both be right: people change their posts.
const DAYS: i32 = 31;

/// How sure it is that one of the two is wrong, where all conditions hold.
const CONFIDENCE: f64 = 0.8;

/// A role at one place.
struct Held {
    /// As written.
    role: String,
    tokens: Range<usize>,
    /// Which of several alternatives it is, and of which set.
    set: &'static str,
    alternative: &'static str,
    /// The mention of the name beside it.
    mention: usize,
}

/// The people whose roles exclude each other.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    let links = story.entities.iter();
    links
        .filter_map(|link| finding(story.articles, rule, link))
        .collect()
}

fn finding(articles: &[Article], rule: &Rule, link: &EntityLink) -> Option<Finding> {
    let sure = matches!(
        link.comparison.relation,
        Relation::Identical | Relation::Format
    );
    let (x, y) = (entity(articles, link.a)?, entity(articles, link.b)?);
    let person = |e: &Entity| e.kind == Kind::Person && e.canonical.contains(' ');
    let (left, right) = (&articles[link.a.article], &articles[link.b.article]);
    if !sure || !person(x) || !person(y) || far_apart(left, right) {
        return None;
    }
    let (first, second) = (held(left, x), held(right, y));
    let one = first.iter().find(|a| {
        second
            .iter()
            .any(|b| a.set == b.set && a.alternative != b.alternative)
    })?;
    let other = second
        .iter()
        .find(|b| one.set == b.set && one.alternative != b.alternative)?;
    // A document that gives both knows more than this rule.
    let both = |list: &[Held], article: &Article, own: &Held, theirs: &Held| {
        let mixed = list
            .iter()
            .any(|h| h.set == own.set && h.alternative != own.alternative);
        mixed || says(&article.text, &theirs.role)
    };
    if both(&first, left, one, other) || both(&second, right, other, one) {
        return None;
    }
    let groups = vec![group(left, one), group(right, other)];
    let mut roles = [one.role.as_str(), other.role.as_str()];
    let message = format!(
        "sources give {} different {}: {}",
        x.canonical,
        rule.answers,
        roles.join(" / ")
    );
    roles.sort_unstable();
    let parts = [rule.name, x.canonical.as_str()].into_iter().chain(roles);
    Some(Finding {
        rule: rule.name,
        kind: Kind::Person,
        verdict: Verdict::Conflict,
        level: Verdict::Conflict.level(),
        confidence: CONFIDENCE,
        about: x.canonical.clone(),
        message,
        fingerprint: fingerprint(parts),
        evidence: vec![Evidence {
            feature: "name",
            detail: format!("both write {}", x.canonical),
            weight: link.comparison.score,
        }],
        groups,
    })
}

fn entity(articles: &[Article], one: EntityRef) -> Option<&Entity> {
    let entities = &articles.get(one.article)?.resolved.entities;
    entities.get(one.entity.0 as usize)
}

/// Whether so much time lies between the documents that both may be right.
fn far_apart(left: &Article, right: &Article) -> bool {
    match (left.document.published, right.document.published) {
        (Some(x), Some(y)) => x.until(y).map_or(true, |span| span.get_days().abs() > DAYS),
        _ => false,
    }
}

/// Whether the text has these words anywhere: as somebody's former, other or next role.
fn says(text: &Text, role: &str) -> bool {
    let words: Vec<&str> = role.split(' ').collect();
    (0..text.tokens.len()).any(|at| {
        let mut words = words.iter().enumerate();
        words.all(|(i, word)| text.lower(at + i).trim_end_matches('.') == *word)
    })
}

/// The longest role, in words.
const LONGEST: usize = 2;

/// The roles of the table that stand right beside the name of a person.
fn held(article: &Article, person: &Entity) -> Vec<Held> {
    let mut held = Vec::new();
    for &mention in &person.mentions {
        let Some(name) = article.mentions.get(mention) else {
            continue;
        };
        let text = &article.text;
        let Some(sentence) = text.sentences.get(name.sentence) else {
            continue;
        };
        let places = [
            before(text, sentence.tokens.start, name.tokens.start),
            behind(text, name.tokens.end, sentence.tokens.end),
        ];
        held.extend(
            places
                .into_iter()
                .flatten()
                .map(|(tokens, role, class)| Held {
                    role,
                    tokens,
                    set: class.0,
                    alternative: class.1,
                    mention,
                }),
        );
    }
    held
}

type Found = (Range<usize>, String, (&'static str, &'static str));

/// A role right before a name, and nothing in front of it that makes it another: "former", "deputy".
fn before(text: &Text, start: usize, name: usize) -> Option<Found> {
    let mut end = name;
    // "Sen. Miller"
    if end > start && text.word(end - 1) == "." {
        end -= 1;
    }
    let found = (1..=LONGEST).rev().find_map(|length| {
        let first = end.checked_sub(length).filter(|&first| first >= start)?;
        role(text, first..end)
    })?;
    let outside = found.0.start.checked_sub(1).filter(|&i| i >= start);
    outside
        .is_none_or(|i| stands_alone(text, i))
        .then_some(found)
}

/// A role behind a name, between commas: "Miller, the police chief,", "Miller, goalkeeper of the year".
fn behind(text: &Text, name: usize, end: usize) -> Option<Found> {
    if text.word(name) != "," {
        return None;
    }
    let mut first = name + 1;
    if matches!(text.lower(first), "the" | "a" | "an" | "its" | "their") {
        first += 1;
    }
    let found = (1..=LONGEST)
        .rev()
        .filter(|length| first + length <= end)
        .find_map(|length| role(text, first..first + length))?;
    let after = found.0.end;
    let closes = matches!(text.word(after), "," | "." | ";" | ")") || after >= end;
    let of = matches!(text.lower(after), "of" | "for" | "at" | "in");
    (closes || of).then_some(found)
}

/// Whether the word before a role leaves it as it is. Capitals may name a place or a service ("Ostrow police chief"); a small
/// word that is no article may be anything ("assistant", "ex", "retired").
fn stands_alone(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let plain = matches!(
        text.lower(at),
        "the"
            | "a"
            | "an"
            | "and"
            | "by"
            | "to"
            | "of"
            | "said"
            | "with"
            | "from"
            | "when"
            | "as"
            | "its"
            | "their"
    );
    let mark = matches!(
        word,
        "," | "." | ":" | ";" | "\"" | "“" | "”" | "'s" | "’s" | "("
    );
    let other = matches!(
        text.lower(at),
        "former"
            | "ex"
            | "ex-"
            | "deputy"
            | "assistant"
            | "acting"
            | "then"
            | "vice"
            | "late"
            | "retired"
            | "interim"
            | "associate"
            | "backup"
            | "reserve"
            | "state"
            | "onetime"
            | "one-time"
    );
    let capital = word.starts_with(char::is_uppercase);
    (plain || mark || capital) && !other
}

fn role(text: &Text, tokens: Range<usize>) -> Option<Found> {
    static ROLES: LazyLock<FxHashMap<&'static str, (&'static str, &'static str)>> =
        LazyLock::new(|| {
            let rows = table(include_str!("../lexicon/role_classes.tsv")).rows;
            rows.iter().map(|row| (row[0], (row[1], row[2]))).collect()
        });
    let words: Vec<&str> = tokens
        .clone()
        .map(|i| text.lower(i).trim_end_matches('.'))
        .collect();
    let role = words.join(" ");
    let class = *ROLES.get(role.as_str())?;
    Some((tokens, role, class))
}

fn group(article: &Article, held: &Held) -> Group {
    let span = article.text.span(held.tokens.clone());
    let written = article.text.slice(span);
    let name = &article.mentions[held.mention];
    let value = match &name.value {
        Value::Name(name) => Value::Name(crate::value::Name {
            canonical: held.role.clone(),
            entity: name.entity,
        }),
        other => other.clone(),
    };
    Group {
        kind: Kind::Person,
        value,
        noun: None,
        display: one_line(written),
        occurrences: vec![Occurrence {
            span,
            sentence: article.text.sentences[name.sentence].span,
        }],
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, InputFormat, compare};

    #[test]
    fn roles_that_exclude_each_other_are_reported_where_they_stand_beside_one_name() {
        let p = |x: &str, y: &str| -> Vec<String> {
            let about = "A warehouse in Ostrow burned down on Friday.";
            let documents = [x, y].into_iter().zip(0..).map(|(text, id)| {
                let text = format!("{about} {text}\n");
                Document::new(id, &format!("{id}.txt"), &text, InputFormat::Text)
            });
            let report = compare(documents.collect());
            report
                .findings
                .iter()
                .map(|f| format!("{}: {}", f.rule, f.message))
                .collect()
        };
        let police = "It was arson, Police Chief Aaron Velt said.";
        assert_eq!(
            p(police, "Fire Chief Aaron Velt called it arson."),
            ["role-mismatch: sources give Aaron Velt different roles: police chief / fire chief"]
        );
        assert_eq!(
            p(
                police,
                "Aaron Velt, the fire chief of Ostrow, called it arson."
            )
            .len(),
            1
        );
        assert_eq!(
            p(
                "Sen. Ruth Adler came to Ostrow.",
                "Rep. Ruth Adler came to Ostrow."
            )
            .len(),
            1
        );
        // One of these adds to the other, or came before it, or is somebody else's.
        for other in [
            "Ostrow Police Chief Aaron Velt called it arson.",
            "The chief, Aaron Velt, called it arson.",
            "Former Fire Chief Aaron Velt called it arson.",
            "Aaron Velt, a former fire chief, called it arson.",
            "Aaron Velt, the fire chief until May, called it arson.",
            "Fire Chief Aaron Velt, a police chief before, called it arson.",
            "Deputy Fire Chief Aaron Velt called it arson.",
            "Fire Chief Norma Velt called it arson.",
            "Fire Chief Velt called it arson, and Police Chief Aaron Velt agreed.",
            "Mayor Aaron Velt called it arson.",
        ] {
            assert_eq!(p(police, other), Vec::<String>::new(), "{other}");
        }
    }

    #[test]
    fn a_coach_may_have_been_a_player() {
        let p = |x: &str, y: &str| {
            let documents = [x, y]
                .into_iter()
                .zip(0..)
                .map(|(text, id)| Document::new(id, &format!("{id}.txt"), text, InputFormat::Text));
            compare(documents.collect()).findings.len()
        };
        let winger = "Ostrow lost on Friday. Winger Paul Denk said so.";
        assert_eq!(
            p(
                winger,
                "Ostrow lost on Friday. Goalkeeper Paul Denk said so."
            ),
            1
        );
        assert_eq!(
            p(winger, "Ostrow lost on Friday. Striker Paul Denk said so."),
            0
        );
        assert_eq!(
            p(winger, "Ostrow lost on Friday. Coach Paul Denk said so."),
            0
        );
    }
}
