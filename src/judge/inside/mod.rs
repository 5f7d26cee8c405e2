//! What one document gets wrong by itself: figures and days that its own words join, and that do not fit each other.
//!
//! Here nothing is aligned and nothing is scored. The text itself says that two values are one (brackets), that parts make
//! a whole (a list behind it), that a change is so large ("from 40 to 50, a 20 per cent increase"); each file reads the few
//! forms in which one thing is said so plainly that only the arithmetic is left. A form that may be read in two ways is not
//! read. Every value is the interval that its words allow, and only intervals that cannot meet are reported.
//!
//! That a document answers one question twice is told by [`crate::align`], as of two documents.

mod age;
mod change;
mod conversion;
mod duration;
mod reckon;
mod scene;
mod share;
mod sum;
mod weekday;

use super::Rule;
use super::fingerprint::fingerprint;
use crate::align::Story;
use crate::finding::{Evidence, Finding, Group, RECKONED, Verdict};
use crate::value::Kind;
use scene::Scene;

/// How sure such a finding is: the arithmetic is, and the forms that are read leave little to doubt.
const SURE: f64 = 0.9;

/// Values of one document that its words join and that do not fit.
struct Fault {
    /// The mentions concerned, as indexes into the document's mentions, in the order in which they are told.
    mentions: Vec<usize>,
    /// What they are about.
    about: String,
    /// What follows from them, for a reader: "60 metres is 197 feet".
    reckoned: String,
}

/// A weekday that is not the weekday of its date.
pub(super) fn weekday_date(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    findings(story, rule, weekday::faults)
}

/// One measure in two units that is two measures.
pub(super) fn conversion(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    findings(story, rule, conversion::faults)
}

/// Parts that do not make up their whole.
pub(super) fn sum(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    findings(story, rule, sum::faults)
}

/// A change, a multiple or a share that does not follow from the figures beside it.
pub(super) fn percent_change(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    findings(story, rule, |scene| {
        let mut faults = change::faults(scene);
        faults.extend(share::faults(scene));
        faults
    })
}

/// An age that contradicts a day of birth.
pub(super) fn age_date(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    findings(story, rule, age::faults)
}

/// A length of time that contradicts its two dates.
pub(super) fn duration_dates(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    findings(story, rule, duration::faults)
}

/// The faults of every document that is held to itself, those that several documents make in the same words as one finding.
fn findings(
    story: &Story<'_>,
    rule: &Rule,
    faults: impl Fn(&Scene<'_>) -> Vec<Fault>,
) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (article, &itself) in story.articles.iter().zip(&story.itself) {
        if !itself {
            continue;
        }
        let scene = Scene::new(article);
        for fault in faults(&scene) {
            let finding = finding(rule, &scene, &fault);
            match found
                .iter_mut()
                .find(|f| f.fingerprint == finding.fingerprint)
            {
                Some(known) => {
                    for (group, more) in known.groups.iter_mut().zip(finding.groups) {
                        group.occurrences.extend(more.occurrences);
                    }
                }
                None => found.push(finding),
            }
        }
    }
    found
}

fn finding(rule: &Rule, scene: &Scene<'_>, fault: &Fault) -> Finding {
    let mentions = || fault.mentions.iter().map(|&m| &scene.mentions[m]);
    let groups: Vec<Group> = mentions().map(|m| Group::of(scene.article, m)).collect();
    let values = groups.iter().map(|g| g.display.to_lowercase());
    let values: Vec<String> = values.collect();
    Finding {
        rule: rule.name,
        kind: mentions().next().map_or(Kind::Count, |m| m.kind),
        verdict: Verdict::Conflict,
        level: Verdict::Conflict.level(),
        confidence: SURE,
        about: fault.about.clone(),
        message: format!(
            "one source gives {} that do not fit: {}",
            rule.answers, fault.reckoned
        ),
        evidence: vec![Evidence {
            feature: RECKONED,
            detail: fault.reckoned.clone(),
            weight: SURE,
        }],
        fingerprint: fingerprint(
            [rule.name]
                .into_iter()
                .chain(values.iter().map(String::as_str))
                .chain([fault.about.as_str()]),
        ),
        groups,
    }
}
