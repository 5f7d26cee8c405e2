//! A finding with its answers, and why they were compared.

use serde::Serialize;

use super::Occurrence;
use crate::finding;
use crate::report;
use crate::report::difference::difference;
use crate::report::evidence;
use crate::report::excerpt::other_wording;
use crate::report::json::{self, rounded};
use crate::report::why::Pair;
use crate::value::{Kind, Value};

/// One question with two answers or more, or one answer on which documents agree.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The name of the rule.
    pub rule: &'static str,
    /// The kind of value: `money`, `person`.
    pub kind: &'static str,
    /// How the answers relate: `conflict`, `variant`.
    pub verdict: &'static str,
    /// How grave that is: `error`, `warning`, `note`.
    pub level: &'static str,
    /// About the share of such findings that are right, from 0 to 1.
    pub confidence: f64,
    /// What the answers are about, in the texts' own words.
    pub about: String,
    /// What differs.
    pub message: String,
    /// How far the answers are apart, where that can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<String>,
    /// The answers.
    pub groups: Vec<Group>,
    /// Why they were compared.
    pub evidence: Vec<Evidence>,
    /// 16 hex digits that stay the same when other parts of the files change.
    pub fingerprint: String,
    /// All that spoke for and against it, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Pair>,
    /// The story that it was found in, in a corpus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    /// Why it is accepted, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Accepted>,
}

/// Why a finding is accepted.
#[derive(Clone, Debug, Serialize)]
pub struct Accepted {
    /// In the words of who accepted it.
    pub reason: String,
    /// Where that is written: `crosscheck.toml:12`.
    pub place: String,
    /// Whether that is a comment in one of the documents.
    #[serde(skip)]
    pub is_comment: bool,
}

impl Finding {
    pub(super) fn of(
        report: &report::Report,
        finding: &finding::Finding,
        why: Option<Pair>,
    ) -> Finding {
        let verdict = evidence::why(report, finding).map(|detail| Evidence {
            feature: "verdict",
            detail,
            weight: 0.0,
        });
        let evidence = finding.evidence.iter().map(|e| Evidence {
            feature: e.feature,
            detail: e.detail.clone(),
            weight: rounded(e.weight),
        });
        Finding {
            rule: finding.rule,
            kind: finding.kind_name(),
            verdict: finding.verdict.name(),
            level: finding.level.name(),
            confidence: rounded(finding.confidence),
            about: finding.about.clone(),
            message: finding.message.clone(),
            difference: Some(finding)
                .filter(|f| !f.is_reckoned())
                .and_then(|f| difference(&f.groups)),
            groups: finding
                .groups
                .iter()
                .map(|g| Group::of(report, &finding.groups, g))
                .collect(),
            evidence: evidence.chain(verdict).collect(),
            fingerprint: finding.fingerprint.clone(),
            why,
            story: None,
            accepted: None,
        }
    }

    /// Every place of every answer.
    pub fn mentions(&self) -> impl Iterator<Item = &Occurrence> {
        self.groups.iter().flat_map(|group| &group.mentions)
    }

    /// The documents that its mentions stand in, by their ids, each once and in order.
    pub(in crate::report) fn documents(&self) -> Vec<usize> {
        let mut ids: Vec<usize> = self.mentions().map(|m| m.document).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Counts the documents from `first`.
    pub(super) fn renumber(&mut self, first: usize) {
        let groups = self.groups.iter_mut().flat_map(|g| &mut g.mentions);
        let why = self.why.iter_mut().flat_map(Pair::mentions_mut);
        for mention in groups.chain(why) {
            mention.document += first;
        }
    }
}

/// One answer, and everywhere it is given.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// The answer.
    pub value: Answer,
    /// The answer as the first of its mentions writes it.
    pub display: String,
    /// Where it is given, in the order of the documents.
    pub mentions: Vec<Occurrence>,
}

impl Group {
    /// One of the answers of a finding.
    pub(super) fn of(
        report: &report::Report,
        all: &[finding::Group],
        group: &finding::Group,
    ) -> Group {
        let other = other_wording(all, group);
        let source = |o: &finding::Occurrence| {
            let article = report.articles.get(o.span.source().index())?;
            Some(&article.document.source)
        };
        Group {
            value: Answer {
                kind: group.kind,
                value: group.value.clone(),
                noun: group.noun.clone(),
            },
            display: group.display.clone(),
            mentions: group
                .occurrences
                .iter()
                .filter_map(|o| Some(Occurrence::worded(source(o)?, o, other)))
                .collect(),
        }
    }
}

/// A value with what it counts; serialized as VALUE of the contract.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What kind of mention gives it.
    pub kind: Kind,
    /// The value.
    pub value: Value,
    /// What a count counts, singular: "cinema".
    pub noun: Option<String>,
}

impl Serialize for Answer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json::value(&self.value, self.noun.as_deref()).serialize(serializer)
    }
}

/// One reason why answers were compared, or what the verdict rests on.
#[derive(Clone, Debug, Serialize)]
pub struct Evidence {
    /// Which feature: `noun`, `predicate`, `subject`, `verdict`.
    pub feature: &'static str,
    /// What was shared.
    pub detail: String,
    /// How much it counted.
    pub weight: f64,
}
