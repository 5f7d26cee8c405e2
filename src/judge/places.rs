//! One event, in two places that exclude each other.
//!
//! Where something happened is said in many ways that agree: a town, its region, its country, the river beside it. So this is
//! asked only where all else is the same: two claims that give one value with one verb, and beside that verb "in" and a
//! country, a state or a city, of one sort in both. A document that names both places knows how they lie to each other, and
//! then nothing is said; nor where the one is part of the other.

use std::ops::Range;

use super::Rule;
use super::about::{about, evidence};
use super::fingerprint::fingerprint;
use crate::Article;
use crate::align::lexical::Words;
use crate::align::name::{self, Relation};
use crate::align::{Question, Story, weights};
use crate::claim::{Claim, Role};
use crate::finding::{Finding, Group, Verdict};
use crate::lexicon::names::{PlaceClass, known};
use crate::lexicon::table;
use crate::mention::Mention;
use crate::source::one_line;
use crate::value::{Kind, ValueRelation};

/// The claims must be this likely to answer one question: below it, two raids on two towns pass for one.
const LIKELY: f64 = 0.6;

/// So like must their verbs be, and what is counted or who acts.
const SAME: f64 = 0.95;
const LIKE: f64 = 0.5;

/// The events that two documents have in two places.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for question in &story.questions {
        if let Some(finding) = finding(story, rule, question) {
            // A count and a date of one event tell of its place twice.
            if !findings
                .iter()
                .any(|f| f.fingerprint == finding.fingerprint)
            {
                findings.push(finding);
            }
        }
    }
    findings
}

fn finding(story: &Story<'_>, rule: &Rule, question: &Question) -> Option<Finding> {
    let pair = &question.best;
    let feature = |name: &str| pair.features.get(name);
    let one_event = pair.relation == ValueRelation::Equal
        && pair.probability >= LIKELY
        && feature("predicate") >= SAME
        && (feature("noun") >= SAME || feature("subject") >= LIKE)
        && feature("date_clash") <= 0.0
        && feature("contrast") <= 0.0;
    if !one_event {
        return None;
    }
    let (left, right) = (
        &story.articles[pair.a.article],
        &story.articles[pair.b.article],
    );
    let (a, b) = (
        left.claims.list.get(pair.a.claim)?,
        right.claims.list.get(pair.b.claim)?,
    );
    let (x, y) = (place(left, a)?, place(right, b)?);
    if !exclude(&x, &y) || names(left, &y) || names(right, &x) {
        return None;
    }
    let words = Words::new(
        story.articles,
        pair.a.article,
        pair.b.article,
        &story.entities,
    );
    let contributions: Vec<(&'static str, f64)> = weights::contributions(&pair.features).collect();
    let groups = vec![group(left, &x), group(right, &y)];
    let mut places = [x.main, y.main];
    let message = format!(
        "sources give different {} for one event: {} / {}",
        rule.answers, groups[0].display, groups[1].display
    );
    places.sort_unstable();
    Some(Finding {
        rule: rule.name,
        kind: Kind::Place,
        verdict: Verdict::Conflict,
        level: Verdict::Conflict.level(),
        confidence: pair.probability,
        about: about(left, a, &words, b),
        message,
        evidence: evidence(left, a, right, b, &words, &contributions),
        groups,
        fingerprint: fingerprint([rule.name].into_iter().chain(places)),
    })
}

/// A place that an event is said to be in.
struct Place<'a> {
    mention: &'a Mention,
    class: PlaceClass,
    /// Its main form.
    main: &'static str,
}

/// The one place that the clause of a claim has behind "in".
fn place<'a>(article: &'a Article, claim: &Claim) -> Option<Place<'a>> {
    let mut places = claim.terms.iter().filter(|term| {
        let of_clause = term.role <= Role::Clause;
        let named = article.named(term.item);
        of_clause && named.is_some_and(|e| e.kind == Kind::Place)
    });
    let token = places.next()?.token as usize;
    let mut mentions = article.mentions.iter();
    let mention = mentions.find(|m| m.kind == Kind::Place && m.tokens.start == token)?;
    // "in Lyon, France" is one place; two that are not joined so are two.
    let same = |term: &crate::claim::Term| {
        let at = term.token as usize;
        at <= mention.tokens.end + 1 && article.text.word(mention.tokens.end) == ","
    };
    if !places.all(same) {
        return None;
    }
    let text = &article.text;
    let before = mention.tokens.start.checked_sub(1)?;
    let possessive = matches!(text.word(mention.tokens.end), "'s" | "’s" | "-" | "'");
    if text.lower(before) != "in" || possessive {
        return None;
    }
    let (class, main) = known(&written(article, &mention.tokens)).place?;
    Some(Place {
        mention,
        class,
        main,
    })
}

fn written(article: &Article, tokens: &Range<usize>) -> String {
    let text = article.text.slice(article.text.span(tokens.clone()));
    one_line(text)
}

/// Whether nothing can be in both: two of one sort with two names, neither a part of the other.
fn exclude(x: &Place<'_>, y: &Place<'_>) -> bool {
    let of_one_sort = match (x.class, y.class) {
        (PlaceClass::Country, PlaceClass::Country)
        | (PlaceClass::State, PlaceClass::State)
        | (PlaceClass::City, PlaceClass::City) => true,
        // Regions lie in each other, and an abbreviation is no place by itself.
        _ => false,
    };
    let parts = table(include_str!("../lexicon/place_parts.tsv")).rows;
    let part = |a: &str, b: &str| parts.iter().any(|row| row[0] == a && row[1] == b);
    of_one_sort
        && x.main != y.main
        && !part(x.main, y.main)
        && !part(y.main, x.main)
        && name::compare(x.main, y.main, Kind::Place).relation == Relation::Different
}

/// Whether a document names a place anywhere.
fn names(article: &Article, place: &Place<'_>) -> bool {
    article.mentions.iter().any(|m| {
        let name = written(article, &m.tokens);
        m.kind.is_name()
            && (name == place.main
                || name.split(' ').any(|word| word == place.main)
                || known(&name)
                    .place
                    .is_some_and(|(_, main)| main == place.main))
    })
}

fn group(article: &Article, place: &Place<'_>) -> Group {
    Group {
        kind: Kind::Place,
        display: written(article, &place.mention.tokens),
        ..Group::of(article, place.mention)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, InputFormat, compare};

    #[test]
    fn one_event_in_two_places_is_reported_where_all_else_is_the_same() {
        let p = |x: &str, y: &str| -> Vec<String> {
            let documents = [x, y].into_iter().zip(0..).map(|(text, id)| {
                let text =
                    format!("Orlan Air has lost a plane, Orlan Air chief Ivo Marek said. {text}\n");
                Document::new(id, &format!("{id}.txt"), &text, InputFormat::Text)
            });
            let report = compare(documents.collect());
            let findings = report.findings.iter();
            findings
                .map(|f| format!("{}: {}", f.rule, f.message))
                .collect()
        };
        let norway = "The Orlan Air plane crashed in Norway on Monday.";
        assert_eq!(
            p(norway, "The Orlan Air plane crashed in Sweden on Monday."),
            ["place-mismatch: sources give different places for one event: Norway / Sweden"]
        );
        let lyon = "The crash of the Orlan Air plane killed 31 people in Lyon.";
        assert_eq!(
            p(
                lyon,
                "The crash of the Orlan Air plane killed 31 people in Marseille."
            ),
            ["place-mismatch: sources give different places for one event: Lyon / Marseille"]
        );
        for other in [
            "The Orlan Air plane crashed in Norway on Monday.",
            "The Orlan Air plane crashed in Oslo on Monday.",
            "The Orlan Air plane crashed near Sweden on Monday.",
            "The Orlan Air plane crashed in Sweden on Monday, close to Norway.",
            "The Orlan Air plane crashed in Scandinavia on Monday.",
            "The Orlan Air plane landed in Sweden on Monday.",
            "The crew of the plane was buried in Sweden on Monday.",
        ] {
            assert_eq!(p(norway, other), Vec::<String>::new(), "{other}");
        }
        let westminster = "The crash of the Orlan Air plane killed 31 people in Westminster.";
        assert_eq!(
            p(
                westminster,
                "The crash of the Orlan Air plane killed 31 people in London."
            ),
            Vec::<String>::new()
        );
    }
}
