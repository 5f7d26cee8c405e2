//! `crosscheck.report/1` as types of its own, so that the inner model can change and the contract stays: what every format but
//! the text report is written from.
//!
//! Everything is owned. A story is compared, told in these types and let go, so that a run over a corpus holds what it found and
//! not the articles. What is not serialized (the line around a value, the text of a document) is for the formats that show it.

mod claim;
mod document;
mod finding;
mod notice;
mod place;

pub use claim::{Claim, Only, SourcePlace};
pub use document::{Block, Document};
pub use finding::{Accepted, Answer, Evidence, Finding, Group};
pub use notice::{Notice, Summary};
pub use place::{Excerpt, Occurrence, Range, Region};

use serde::Serialize;

use super::statement::{self, Statement};
use super::why::{self, Pair};
use super::{Detail, only};
use crate::verify::Verification;

/// What was compared and what was found, in one story or many.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// `crosscheck.report/1`.
    pub schema: &'static str,
    /// What made it.
    pub tool: Tool,
    /// All documents, story by story; the id of each is its place.
    pub documents: Vec<Document>,
    /// Where they disagree, story by story.
    pub findings: Vec<Finding>,
    /// What they agree on, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreements: Option<Vec<Finding>>,
    /// What one of them alone says, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_in: Option<Vec<Only>>,
    /// Where they disagree and somebody has accepted it, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<Finding>>,
    /// Of a draft that is held to its sources, every claim with what they say of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<Vec<Claim>>,
    /// What each document says, for a format that lists it ([`Detail::claims`]).
    #[serde(skip)]
    pub statements: Vec<Statement>,
    /// What a reader should know of the comparison itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// How many of what.
    pub summary: Summary,
}

impl Report {
    /// The stories in one report, in their order: the documents are numbered anew over all of them.
    pub fn new(stories: impl IntoIterator<Item = Story>) -> Report {
        let mut report = Report {
            schema: "crosscheck.report/1",
            tool: Tool::this(),
            documents: Vec::new(),
            findings: Vec::new(),
            agreements: None,
            only_in: None,
            allowed: None,
            claims: None,
            statements: Vec::new(),
            notices: Vec::new(),
            summary: Summary::default(),
        };
        for story in stories {
            report.add(story);
        }
        report
    }

    /// The path of the document that a mention stands in.
    pub(in crate::report) fn path(&self, mention: &Occurrence) -> &str {
        let document = self.documents.get(mention.document);
        document.map_or("", |document| &document.path)
    }

    fn add(&mut self, story: Story) {
        let first = self.documents.len();
        self.summary.add(story.summary);
        self.documents
            .extend(story.documents.into_iter().map(|mut document| {
                document.id += first;
                document.same_text_as = document.same_text_as.map(|original| original + first);
                document
            }));
        let renumbered = |mut finding: Finding| {
            finding.renumber(first);
            finding
        };
        self.findings
            .extend(story.findings.into_iter().map(renumbered));
        if let Some(agreements) = story.agreements {
            let all = self.agreements.get_or_insert_default();
            all.extend(agreements.into_iter().map(renumbered));
        }
        if let Some(only_in) = story.only_in {
            let all = self.only_in.get_or_insert_default();
            all.extend(only_in.into_iter().map(|mut only| {
                only.place.document += first;
                only
            }));
        }
        if let Some(allowed) = story.allowed {
            let all = self.allowed.get_or_insert_default();
            all.extend(allowed.into_iter().map(renumbered));
        }
        if let Some(claims) = story.claims {
            let all = self.claims.get_or_insert_default();
            all.extend(claims.into_iter().map(|mut claim| {
                let places = claim.places_mut();
                places.for_each(|place| place.document += first);
                claim
            }));
        }
        self.statements
            .extend(story.statements.into_iter().map(|mut said| {
                said.document += first;
                said
            }));
        self.notices
            .extend(story.notices.into_iter().map(|mut notice| {
                notice.documents.iter_mut().for_each(|id| *id += first);
                notice
            }));
    }
}

/// One story of a report: its documents are numbered from 0.
#[derive(Clone, Debug)]
pub struct Story {
    /// What was compared, in the order given.
    pub documents: Vec<Document>,
    /// Where the documents disagree.
    pub findings: Vec<Finding>,
    /// What they agree on, where it was asked for.
    pub agreements: Option<Vec<Finding>>,
    /// What one of them alone says, where it was asked for.
    pub only_in: Option<Vec<Only>>,
    /// Where they disagree and somebody has accepted it, where that was asked for.
    pub allowed: Option<Vec<Finding>>,
    /// Of a draft that is held to its sources, every claim with what they say of it.
    pub claims: Option<Vec<Claim>>,
    /// What each document says, where a format lists it.
    pub statements: Vec<Statement>,
    /// What a reader should know of the comparison itself.
    pub notices: Vec<Notice>,
    /// How many of what.
    pub summary: Summary,
}

impl Story {
    /// What a comparison gave, with as much beside the findings as `detail` asks for; `name` is the story's in a corpus.
    pub fn of(report: &super::Report, detail: Detail, name: Option<&str>) -> Story {
        let explained = if detail.explain {
            why::findings(report)
        } else {
            Vec::new()
        };
        let told = |finding: &crate::finding::Finding, why: Option<Pair>| Finding {
            story: name.map(str::to_owned),
            ..Finding::of(report, finding, why)
        };
        let why = |i: usize| Some(why::pair(report, explained.get(i)?.as_ref()?));
        let findings = report.findings.iter().enumerate();
        let documents = report.articles.iter().enumerate();
        Story {
            documents: documents
                .map(|(id, article)| Document {
                    story: name.map(str::to_owned),
                    same_text_as: report.original(id).filter(|&original| original != id),
                    ..Document::of(id, article, detail)
                })
                .collect(),
            findings: findings.map(|(i, f)| told(f, why(i))).collect(),
            agreements: detail
                .agreements
                .then(|| report.agreements.iter().map(|f| told(f, None)).collect()),
            only_in: detail.only_in.then(|| {
                let only = only::only(report).into_iter();
                only.filter_map(|only| Only::of(report, only, name))
                    .collect()
            }),
            allowed: detail.allowed.then(|| {
                let allowed = report.allowed.iter().map(|accepted| Finding {
                    accepted: Some(Accepted {
                        reason: accepted.reason.clone(),
                        place: accepted.place.clone(),
                        is_comment: accepted.is_comment,
                    }),
                    ..told(&accepted.finding, None)
                });
                allowed.collect()
            }),
            claims: None,
            statements: if detail.claims {
                statement::statements(report)
            } else {
                Vec::new()
            },
            notices: Notice::all(report).collect(),
            summary: Summary::of(report),
        }
    }
}

impl Story {
    /// The story of a draft and its sources, with what these say of its claims.
    pub fn verified(mut self, verification: &Verification) -> Story {
        let (story, report) = (&mut self, &verification.report);
        for (id, document) in story.documents.iter_mut().enumerate() {
            if document.role.is_none() {
                document.role = Some(if id == 0 { "draft" } else { "source" });
            }
        }
        let claims = verification.claims();
        story.claims = Some(claims.iter().filter_map(|c| Claim::of(report, c)).collect());
        self
    }
}

/// What made the report.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Tool {
    /// This program.
    pub(in crate::report) fn this() -> Tool {
        Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}
