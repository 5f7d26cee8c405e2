//! One quotation, worded two ways.

use super::Rule;
use super::fingerprint::fingerprint;
use super::speakers::two_speakers;
use crate::Article;
use crate::align::{QuotePair, Story};
use crate::finding::{Evidence, Finding, Group, Verdict};
use crate::value::Kind;

/// The quotations that two documents give, each with whether its words differ.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    story
        .quotes
        .iter()
        // What two people said is no one quotation: alike, it is another rule's; less alike, they saw the same.
        .filter(|pair| two_speakers(story, pair).is_none())
        .map(|pair| finding(story.articles, rule, pair))
        .collect()
}

fn finding(articles: &[Article], rule: &Rule, pair: &QuotePair) -> Finding {
    let groups = [pair.a, pair.b]
        .map(|(a, mention)| Group::of(&articles[a], &articles[a].mentions[mention]));
    let differs = !pair.differences.is_empty();
    let verdict = if differs {
        Verdict::Conflict
    } else {
        Verdict::Agree
    };
    let changes: Vec<String> = pair
        .differences
        .iter()
        .map(|(x, y)| format!("“{x}” / “{y}”"))
        .collect();
    let message = if differs {
        format!(
            "sources word a quotation differently: {}",
            changes.join(", ")
        )
    } else {
        "sources agree on a quotation".to_owned()
    };
    let mut words: Vec<&str> = pair
        .differences
        .iter()
        .flat_map(|(x, y)| [x.as_str(), y.as_str()])
        .collect();
    words.sort_unstable();
    let groups = if differs {
        groups.to_vec()
    } else {
        let [mut first, second] = groups;
        first.occurrences.extend(second.occurrences);
        vec![first]
    };
    Finding {
        rule: rule.name,
        kind: Kind::Quote,
        verdict,
        level: verdict.level(),
        confidence: pair.likeness,
        about: "the same quotation".to_owned(),
        message,
        fingerprint: fingerprint([rule.name].into_iter().chain(words)),
        evidence: vec![Evidence {
            feature: "words",
            detail: format!(
                "{:.0} per cent of the words are the same, in order",
                pair.likeness * 100.0
            ),
            weight: pair.likeness,
        }],
        groups,
    }
}
