//! One quotation, worded two ways.
//!
//! Documents that give a quotation in the same words are one side of it, so that a wording that ten articles took from a wire is
//! held once against another one, and not ten times.

mod sides;

use sides::Wordings;

use super::Rule;
use super::fingerprint::fingerprint;
use super::speakers::two_speakers;
use crate::Article;
use crate::align::{QuotePair, Story};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::value::Kind;

/// A quotation of a document: the article, and the mention in it.
type Quotation = (usize, usize);

/// The quotations that documents give, each with whether its words differ.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    // What two people said is no one quotation: alike, it is another rule's; less alike, they saw the same.
    let pairs: Vec<&QuotePair> = story
        .quotes
        .iter()
        .filter(|pair| two_speakers(story, pair).is_none())
        .collect();
    let wordings = Wordings::new(story.articles, &pairs);
    let (disputes, agreements) = (wordings.disputes(), wordings.agreements());
    let disputed = disputes
        .iter()
        .map(|dispute| disputed(story.articles, rule, dispute));
    let agreed = agreements
        .iter()
        .map(|agreement| agreed(story.articles, rule, agreement));
    disputed.chain(agreed).collect()
}

/// One quotation with its wordings.
struct Told<'p> {
    /// The quotations of each wording, in the order of the documents; one list where the words are the same as far as they go.
    sides: Vec<Vec<Quotation>>,
    /// What it was made of.
    pairs: Vec<&'p QuotePair>,
}

impl Told<'_> {
    /// How alike the least alike are.
    fn likeness(&self) -> f64 {
        let all = self.pairs.iter().map(|pair| pair.likeness);
        all.fold(1.0, f64::min)
    }
}

fn disputed(articles: &[Article], rule: &Rule, dispute: &Told<'_>) -> Finding {
    // Of two wordings one pair says all; of three each has a pair of its own.
    let mut changes: Vec<String> = Vec::new();
    let told = if dispute.sides.len() == 2 {
        1
    } else {
        usize::MAX
    };
    for pair in dispute.pairs.iter().take(told) {
        for (x, y) in &pair.differences {
            let change = format!("“{x}” / “{y}”");
            if !changes.contains(&change) {
                changes.push(change);
            }
        }
    }
    let differences = dispute.pairs.iter().take(told).flat_map(|p| &p.differences);
    let mut words: Vec<String> = differences
        .flat_map(|(x, y)| [x.to_lowercase(), y.to_lowercase()])
        .collect();
    words.sort_unstable();
    words.dedup();
    finding(
        articles,
        rule,
        dispute,
        Verdict::Conflict,
        format!(
            "sources word a quotation differently: {}",
            changes.join(", ")
        ),
        fingerprint(
            [rule.name]
                .into_iter()
                .chain(words.iter().map(String::as_str)),
        ),
    )
}

fn agreed(articles: &[Article], rule: &Rule, agreement: &Told<'_>) -> Finding {
    finding(
        articles,
        rule,
        agreement,
        Verdict::Agree,
        "sources agree on a quotation".to_owned(),
        fingerprint([rule.name]),
    )
}

fn finding(
    articles: &[Article],
    rule: &Rule,
    told: &Told<'_>,
    verdict: Verdict,
    message: String,
    fingerprint: String,
) -> Finding {
    let groups = told.sides.iter().filter_map(|side| {
        let (&(article, mention), more) = side.split_first()?;
        let mut group = Group::of(&articles[article], &articles[article].mentions[mention]);
        let more = more
            .iter()
            .map(|&(a, m)| Occurrence::of(&articles[a], &articles[a].mentions[m]));
        group.occurrences.extend(more);
        Some(group)
    });
    let likeness = told.likeness();
    Finding {
        rule: rule.name,
        kind: Kind::Quote,
        verdict,
        level: verdict.level(),
        confidence: likeness,
        about: "the same quotation".to_owned(),
        message,
        fingerprint,
        evidence: vec![Evidence {
            feature: "words",
            detail: format!(
                "{:.0} per cent of the words are the same, in order",
                likeness * 100.0
            ),
            weight: likeness,
        }],
        groups: groups.collect(),
    }
}

/// Leaves out each quotation that differs in nothing but names and figures of which other findings tell: one slip is one finding,
/// and that of the name or figure says more.
pub(super) fn leave_out_told(articles: &[Article], findings: &mut Vec<Finding>) {
    let told = |quotation: &Finding| {
        let [one, other] = &quotation.groups[..] else {
            return false;
        };
        let (Some(a), Some(b)) = (one.occurrences.first(), other.occurrences.first()) else {
            return false;
        };
        differences(&one.display, &other.display).is_some_and(|(x, y)| {
            findings.iter().any(|finding| {
                let gives = |place: &Occurrence, word: &str| {
                    finding.groups.iter().position(|group| {
                        group.occurrences.iter().any(|o| {
                            let inside = o.span.source() == place.span.source()
                                && place.span.start() <= o.span.start()
                                && o.span.end() <= place.span.end();
                            let article = articles.get(o.span.source().index());
                            inside
                                && article.is_some_and(|article| {
                                    let mut words = article.text.slice(o.span).split([' ', '-']);
                                    words.any(|w| bare(w) == word)
                                })
                        })
                    })
                };
                finding.kind != Kind::Quote
                    && matches!((gives(a, x), gives(b, y)), (Some(i), Some(j)) if i != j)
            })
        })
    };
    let told: Vec<bool> = findings
        .iter()
        .map(|f| f.kind == Kind::Quote && f.verdict == Verdict::Conflict && told(f))
        .collect();
    let mut told = told.into_iter();
    findings.retain(|_| !told.next().unwrap_or(false));
}

/// The one word in which two wordings differ; `None` where they differ in more.
fn differences<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, &'a str)> {
    let words = |text: &'a str| -> Vec<&'a str> {
        let words = text.split([' ', '-']).map(bare);
        words.filter(|word| !word.is_empty()).collect()
    };
    let (a, b) = (words(a), words(b));
    let mut differing = a.iter().zip(&b).filter(|(x, y)| x != y);
    let (x, y) = differing.next()?;
    (a.len() == b.len() && differing.next().is_none()).then_some((*x, *y))
}

/// A word without the marks around it and the possessive.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use crate::{Document, InputFormat, compare};

    const OPENING: &str = "The storm reached Kilbrennan on Monday, the council of Kilbrennan said.";

    fn found(quotations: &[&str]) -> Vec<(&'static str, String)> {
        let documents = quotations.iter().zip(0..).map(|(quotation, id)| {
            let text = format!("{OPENING}\n\n\"{quotation}\" said Moira Tennant.\n");
            Document::new(id, &format!("{id}.txt"), &text, InputFormat::Text)
        });
        let findings = compare(documents.collect()).findings;
        findings.into_iter().map(|f| (f.rule, f.message)).collect()
    }

    const OUT: &str = "We heard a bang and then the lights went out all over the ship,";
    const OFF: &str = "We heard a bang and then the lights went off all over the ship,";
    const DOWN: &str = "We heard a bang and then the lights went down all over the ship,";

    #[test]
    fn a_wording_of_many_documents_is_held_once_against_another() {
        let p = |quotations: &[&str], expected: &[&str]| {
            let found = found(quotations);
            let messages: Vec<&str> = found.iter().map(|(_, m)| m.as_str()).collect();
            assert_eq!(messages, expected, "{quotations:?}");
        };
        let two = "sources word a quotation differently: “out” / “off”";
        p(&[OUT, OFF], &[two]);
        p(&[OUT, OFF, OUT, OFF], &[two]);
        p(
            &[OUT, OFF, DOWN],
            &[
                "sources word a quotation differently: “out” / “off”, “out” / “down”, “off” / “down”",
            ],
        );
        p(&[OUT, OUT, OUT], &[]);
        // Who quotes a part of it stands on the side that it is a part of, or on none.
        let part = "a bang and then the lights went out all over";
        p(&[OUT, OFF, part], &[two]);
        p(&[OUT, OFF, "We heard a bang and then the lights"], &[two]);
    }

    #[test]
    fn a_slip_inside_a_quotation_is_one_finding() {
        let p = |one: &str, other: &str, rule: &str| {
            let found = found(&[one, other]);
            let rules: Vec<&str> = found.iter().map(|(rule, _)| *rule).collect();
            assert_eq!(rules, [rule], "{one} / {other}");
        };
        p(
            "We lost 14 boats in the harbour and nobody from the council came,",
            "We lost 17 boats in the harbour and nobody from the council came,",
            "count-mismatch",
        );
        p(
            "The old harbour of Kilbrennan is gone and nobody cares about us,",
            "The old harbour of Kilbrenan is gone and nobody cares about us,",
            "name-spelling",
        );
        p(OUT, OFF, "quote-mismatch");
    }
}
