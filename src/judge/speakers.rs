//! One quotation, given to two speakers.
//!
//! A quotation is given to the wrong speaker often, and to two speakers in good faith more often still: a spokesman speaks
//! for a company, "he" for the one named before, a dozen people chant in chorus. So both speakers must be named in full,
//! right there, with nobody else in sight, and be people who have no name in common.

use super::Rule;
use super::fingerprint::fingerprint;
use crate::Article;
use crate::align::name::{self, Relation};
use crate::align::{EntityRef, QuotePair, Story};
use crate::finding::{Evidence, Finding, Group, Verdict};
use crate::mention::Mention;
use crate::resolve::Entity;
use crate::source::one_line;
use crate::value::{Kind, Value};

/// Quotations of fewer words are said by many: "We did everything we could."
const SHORTEST: usize = 7;

/// Quotations less alike than this are two, of two people who saw the same.
const LIKENESS: f64 = 0.9;

/// The quotations that two documents give to two speakers.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    let pairs = story.quotes.iter();
    pairs
        .filter(|pair| pair.likeness >= LIKENESS && longest(story, pair) >= SHORTEST)
        .filter_map(|pair| Some(finding(story, rule, pair, two_speakers(story, pair)?)))
        .collect()
}

/// The number of words of the longer quotation.
fn longest(story: &Story<'_>, pair: &QuotePair) -> usize {
    let words =
        |(article, mention): (usize, usize)| match &story.articles[article].mentions[mention].value
        {
            Value::Quote(quote) => quote.words,
            _ => 0,
        };
    words(pair.a).max(words(pair.b))
}

/// Whose quotation it is, in each of the two documents, where these are two people for sure: the mentions that name them.
pub(super) fn two_speakers(story: &Story<'_>, pair: &QuotePair) -> Option<[usize; 2]> {
    let x = speaker(&story.articles[pair.a.0], pair.a.1)?;
    let y = speaker(&story.articles[pair.b.0], pair.b.1)?;
    let [one, other] = [(pair.a.0, x.0), (pair.b.0, y.0)].map(|(article, entity)| EntityRef {
        article,
        entity: entity.id,
    });
    let linked = story
        .entities
        .iter()
        .chain(&story.misspelt)
        .any(|l| (l.a, l.b) == (one, other) || (l.a, l.b) == (other, one));
    let two = !linked && are_two(&x.0.canonical, &y.0.canonical);
    two.then_some([x.1, y.1])
}

/// The person that the text names as the speaker, in full, with the mention that does so: the one person beside the
/// quotation, by name and not by a pronoun.
fn speaker(article: &Article, quotation: usize) -> Option<(&Entity, usize)> {
    let mention = &article.mentions[quotation];
    let Value::Quote(quote) = &mention.value else {
        return None;
    };
    let speaker = article.resolved.entities.get(quote.speaker?.0 as usize)?;
    let text = &article.text;
    // Behind the quotation's mark the sentence may be taken to end: "…," | said Miller.
    let first = text.sentence_of(mention.tokens.start.checked_sub(1)?);
    let last = text.sentence_of(mention.tokens.end + 1).max(first);
    let sentences = text.sentences.get(first..=last)?;
    let around = sentences.first()?.tokens.start..sentences.last()?.tokens.end;
    let inside = |m: &Mention| {
        text.quotations
            .iter()
            .any(|q| q.tokens.contains(&m.tokens.start))
    };
    let beside: Vec<usize> = (0..article.mentions.len())
        .filter(|&i| {
            let m = &article.mentions[i];
            m.kind == Kind::Person && around.contains(&m.tokens.start) && !inside(m)
        })
        .collect();
    let is_speaker = |i: usize| speaker.mentions.contains(&i);
    let alone = beside.iter().all(|&i| is_speaker(i));
    let named = beside.iter().copied().find(|&i| is_speaker(i))?;
    let in_full = speaker.canonical.contains(' ');
    (alone && in_full && speaker.kind == Kind::Person).then_some((speaker, named))
}

/// Whether two full names are of two people beyond doubt: not a word in common, nor one that may be a form of another.
fn are_two(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name.split([' ', '-']).filter(|w| w.chars().count() > 1);
        words.map(name::fold).collect()
    };
    let (x, y) = (words(a), words(b));
    let alike = |a: &str, b: &str| a == b || strsim::jaro_winkler(a, b) >= ALIKE;
    name::compare(a, b, Kind::Person).relation == Relation::Different
        && !x.iter().any(|a| y.iter().any(|b| alike(a, b)))
}

/// Words as alike as this may be two spellings of one name.
const ALIKE: f64 = 0.88;

fn finding(story: &Story<'_>, rule: &Rule, pair: &QuotePair, named: [usize; 2]) -> Finding {
    let groups = [(pair.a.0, named[0]), (pair.b.0, named[1])]
        .map(|(article, mention)| group(&story.articles[article], mention));
    let mut names: Vec<&str> = groups.iter().map(|g| g.display.as_str()).collect();
    let message = format!(
        "sources give a quotation to different {}: {}",
        rule.answers,
        names.join(" / ")
    );
    names.sort_unstable();
    Finding {
        rule: rule.name,
        kind: Kind::Person,
        verdict: Verdict::Conflict,
        level: Verdict::Conflict.level(),
        confidence: pair.likeness,
        about: opening(story, pair),
        message,
        fingerprint: fingerprint([rule.name].into_iter().chain(names)),
        evidence: vec![Evidence {
            feature: "words",
            detail: format!(
                "{:.0} per cent of the words of the quotation are the same, in order",
                pair.likeness * 100.0
            ),
            weight: pair.likeness,
        }],
        groups: groups.to_vec(),
    }
}

/// So many words of the quotation say which is meant.
const OPENING: usize = 6;

/// The first words of the quotation.
fn opening(story: &Story<'_>, pair: &QuotePair) -> String {
    let article = &story.articles[pair.a.0];
    let quotation = article.text.slice(article.mentions[pair.a.1].span);
    let words: Vec<&str> = quotation.split_whitespace().collect();
    let more = if words.len() > OPENING { " …" } else { "" };
    format!("“{}{more}”", words[..words.len().min(OPENING)].join(" "))
}

fn group(article: &Article, mention: usize) -> Group {
    let mention = &article.mentions[mention];
    Group {
        display: one_line(article.text.slice(mention.span)),
        ..Group::of(article, mention)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, InputFormat, compare};

    #[test]
    fn a_quotation_of_two_speakers_is_reported_where_both_are_people_named_in_full() {
        let p = |x: &str, y: &str| -> Vec<String> {
            let about = "The Selwick dam burst on Friday, and Ostrow was flooded.\n\n";
            let documents = [x, y].into_iter().zip(0..).map(|(text, id)| {
                let text = format!("{about}{text}\n");
                Document::new(id, &format!("{id}.txt"), &text, InputFormat::Text)
            });
            let report = compare(documents.collect());
            let findings = report.findings.iter();
            let about = findings.filter(|f| f.rule != "name-spelling");
            about
                .map(|f| format!("{}: {}", f.rule, f.message))
                .collect()
        };
        let told = |who: &str| format!("\"Nobody told us that the wall was so thin,\" {who}.");
        let miller = told("said Jane Miller");
        assert_eq!(
            p(&miller, &told("said Peter Okafor")),
            [
                "attribution-mismatch: sources give a quotation to different speakers: Jane Miller / Peter Okafor"
            ]
        );
        assert_eq!(
            p(
                &miller,
                &told("Peter Okafor, the mayor of Ostrow, said on Friday")
            )
            .len(),
            1
        );
        // Nobody is wrong, or nobody knows.
        for other in [
            told("said Jane Miller"),
            told("said Ms Miller"),
            told("said Janet Miller"),
            told("said Jane Okafor"),
            told("he said"),
            told("said the mayor of Ostrow"),
            told("said a spokesman for Selwick Water"),
            told("Selwick Water said"),
            told("Peter Okafor told Jane Miller"),
            told("Peter Okafor said, quoting Jane Miller"),
            "\"Nobody told us,\" said Peter Okafor.".to_owned(),
            "\"Nobody told them what the dam was made of,\" said Peter Okafor.".to_owned(),
        ] {
            assert_eq!(p(&miller, &other), Vec::<String>::new(), "{other}");
        }
    }
}
