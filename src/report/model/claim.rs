//! What a document says by itself: the claims of a draft with what its sources say, and what one document alone says.

use serde::Serialize;

use super::{Answer, Occurrence};
use crate::finding;
use crate::report;
use crate::report::only;
use crate::verify::{self, Status};

/// What a source says of a claim, in the words of the contract.
const SAME: &str = "same";
const OTHERWISE: &str = "otherwise";

/// A claim of a draft with what its sources say of it.
#[derive(Clone, Debug, Serialize)]
pub struct Claim {
    /// Where the draft makes it first.
    #[serde(flatten)]
    pub place: Occurrence,
    /// The kind of value: `money`, `person`, `quote`.
    pub kind: &'static str,
    /// What it says.
    pub value: Answer,
    /// What the sources say of it.
    pub status: Status,
    /// Where the draft makes it again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub again: Vec<Occurrence>,
    /// Where the sources say the same, and then where they say otherwise.
    pub sources: Vec<SourcePlace>,
    /// Of a claim that is found in no source, where one says something else of what may be the same thing: a hint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Occurrence>,
    /// The fingerprints of the findings that say how they differ.
    pub findings: Vec<String>,
}

/// Where a source says something of a claim.
#[derive(Clone, Debug, Serialize)]
pub struct SourcePlace {
    /// Where it does.
    #[serde(flatten)]
    pub place: Occurrence,
    /// What it says: the `same`, or it says it `otherwise`.
    pub says: &'static str,
}

impl Claim {
    /// Where the sources say the same.
    pub fn support(&self) -> impl Iterator<Item = &Occurrence> {
        self.saying(SAME)
    }

    /// Where the sources say otherwise.
    pub fn against(&self) -> impl Iterator<Item = &Occurrence> {
        self.saying(OTHERWISE)
    }

    pub(super) fn saying(&self, what: &'static str) -> impl Iterator<Item = &Occurrence> {
        let sources = self.sources.iter().filter(move |s| s.says == what);
        sources.map(|source| &source.place)
    }

    /// Every place of it: in the draft, then in the sources.
    pub(super) fn places_mut(&mut self) -> impl Iterator<Item = &mut Occurrence> {
        let sources = self.sources.iter_mut().map(|source| &mut source.place);
        std::iter::once(&mut self.place)
            .chain(&mut self.again)
            .chain(sources)
            .chain(&mut self.nearest)
    }

    pub(super) fn of(report: &report::Report, claim: &verify::Claim) -> Option<Claim> {
        let told = |o: &finding::Occurrence| {
            let article = report.articles.get(o.span.source().index())?;
            Some(Occurrence::of(&article.document.source, o))
        };
        let saying = |places: &[finding::Occurrence], says| {
            let places = places.iter().filter_map(told);
            let places = places.map(|place| SourcePlace { place, says });
            places.collect::<Vec<_>>()
        };
        let mut sources = saying(&claim.support, SAME);
        sources.extend(saying(&claim.against, OTHERWISE));
        let findings = claim.findings.iter();
        Some(Claim {
            place: told(&claim.place)?,
            kind: claim.kind.name(),
            value: Answer {
                kind: claim.kind,
                value: claim.value.clone(),
                noun: claim.noun.clone(),
            },
            status: claim.status,
            again: claim.again.iter().filter_map(told).collect(),
            sources,
            nearest: claim.nearest.as_ref().and_then(told),
            findings: findings
                .filter_map(|&f| Some(report.findings.get(f)?.fingerprint.clone()))
                .collect(),
        })
    }
}

/// What one document says and none that it was compared with.
#[derive(Clone, Debug, Serialize)]
pub struct Only {
    /// Where it says it first.
    #[serde(flatten)]
    pub place: Occurrence,
    /// The kind of value: `money`, `quote`.
    pub kind: &'static str,
    /// What it says.
    pub value: Answer,
    /// What it is about, in the words of the text.
    pub about: String,
    /// The story that it was found in, in a corpus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
}

impl Only {
    pub(super) fn of(
        report: &report::Report,
        only: only::Only,
        story: Option<&str>,
    ) -> Option<Only> {
        let article = report.articles.get(only.article)?;
        let mention = article.mentions.get(only.mention)?;
        Some(Only {
            place: Occurrence::of(&article.document.source, &only.place),
            kind: mention.kind.name(),
            value: Answer {
                kind: mention.kind,
                value: mention.value.clone(),
                noun: only.noun,
            },
            about: only.about,
            story: story.map(str::to_owned),
        })
    }
}
