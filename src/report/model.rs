//! `crosscheck.report/1` as types of its own, so that the inner model can change and the contract stays: what every format but
//! the text report is written from.
//!
//! Everything is owned. A story is compared, told in these types and let go, so that a run over a corpus holds what it found and
//! not the articles. What is not serialized (the line around a value, the text of a document) is for the formats that show it.

use std::sync::Arc;

use serde::Serialize;

use super::difference::difference;
use super::excerpt::{excerpt, other_wording};
use super::json::{self, rounded};
use super::statement::{self, Statement};
use super::why::{self, Pair};
use super::{Detail, evidence, only};
use crate::Article;
use crate::align::Cut;
use crate::finding;
use crate::read::{BlockKind, Role};
use crate::source::{Source, Span};
use crate::value::{Kind, Value};
use crate::verify::{self, Status, Verification};

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
    pub(super) fn path(&self, mention: &Occurrence) -> &str {
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
        let told = |finding: &finding::Finding, why: Option<Pair>| Finding {
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
    pub(super) fn this() -> Tool {
        Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// One document that was compared.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// Its place among the documents of the report.
    pub id: usize,
    /// The path or name it was given by.
    pub path: String,
    /// How it is written: `text`, `markdown`, `html`, `docx`.
    pub format: &'static str,
    /// Its headline.
    pub title: Option<String>,
    /// The day it was published, `2014-12-29`.
    pub published: Option<String>,
    /// The address that it was published at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its part, where it has one: `draft`, `source`; `reference` of a file of settings, whose lists the others are held to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<&'static str>,
    /// The length of its text.
    pub bytes: usize,
    /// What the offsets of its mentions count in: the `file`, or the text `extracted` from it.
    pub offsets: &'static str,
    /// The document, by its id, that has the same text and stands before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_text_as: Option<usize>,
    /// The story that it belongs to, in a corpus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    /// Its text with the markup masked by spaces, for a format that shows whole articles ([`Detail::texts`]); the places of the
    /// mentions are the same in it.
    #[serde(skip)]
    pub text: Option<Arc<str>>,
    /// The headings and paragraphs of that text, in order.
    #[serde(skip)]
    pub blocks: Vec<Block>,
}

/// A heading or paragraph of a document.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// Where it stands.
    pub range: Range,
    /// What it is.
    pub kind: BlockKind,
}

impl Document {
    fn of(id: usize, article: &Article, detail: Detail) -> Document {
        let document = &article.document;
        let block = |block: &crate::read::Block| Block {
            range: Range::of(block.span),
            kind: block.kind,
        };
        Document {
            id,
            path: document.source.name().to_owned(),
            format: document.format.name(),
            title: document.title.clone(),
            published: document.published.map(|d| d.to_string()),
            role: (document.role == Role::List).then_some("reference"),
            url: document.url.clone(),
            bytes: document.source.text().len(),
            offsets: if document.source.is_extracted() {
                "extracted"
            } else {
                "file"
            },
            same_text_as: None,
            story: None,
            text: detail.texts.then(|| Arc::clone(&document.prose)),
            blocks: match detail.texts {
                true => document.blocks.iter().map(block).collect(),
                false => Vec::new(),
            },
        }
    }
}

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

    fn saying(&self, what: &'static str) -> impl Iterator<Item = &Occurrence> {
        let sources = self.sources.iter().filter(move |s| s.says == what);
        sources.map(|source| &source.place)
    }

    /// Every place of it: in the draft, then in the sources.
    fn places_mut(&mut self) -> impl Iterator<Item = &mut Occurrence> {
        let sources = self.sources.iter_mut().map(|source| &mut source.place);
        std::iter::once(&mut self.place)
            .chain(&mut self.again)
            .chain(sources)
            .chain(&mut self.nearest)
    }

    fn of(report: &super::Report, claim: &verify::Claim) -> Option<Claim> {
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
    fn of(report: &super::Report, only: only::Only, story: Option<&str>) -> Option<Only> {
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
    fn of(report: &super::Report, finding: &finding::Finding, why: Option<Pair>) -> Finding {
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
    pub(super) fn documents(&self) -> Vec<usize> {
        let mut ids: Vec<usize> = self.mentions().map(|m| m.document).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Counts the documents from `first`.
    fn renumber(&mut self, first: usize) {
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
    fn of(report: &super::Report, all: &[finding::Group], group: &finding::Group) -> Group {
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

/// One place where a value is given.
#[derive(Clone, Debug, Serialize)]
pub struct Occurrence {
    /// The document, by its id.
    pub document: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The line of its first character, from 1.
    pub line: usize,
    /// The column of its first character, from 1, in Unicode scalars.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// The sentence around it.
    pub sentence: Range,
    /// The sentence in one line, cut to what is shown of it.
    #[serde(skip)]
    pub excerpt: Excerpt,
    /// Where it begins and ends as editors count.
    #[serde(skip)]
    pub region: Region,
}

impl Occurrence {
    pub(super) fn of(source: &Source, occurrence: &finding::Occurrence) -> Occurrence {
        Occurrence::worded(source, occurrence, None)
    }

    /// The same of a quotation that is worded otherwise elsewhere.
    fn worded(
        source: &Source,
        occurrence: &finding::Occurrence,
        other: Option<&str>,
    ) -> Occurrence {
        let span = occurrence.span;
        let (line, column) = source.line_column(span.start());
        let excerpt = excerpt(source, occurrence, other);
        Occurrence {
            document: source.id().index(),
            start: span.start(),
            end: span.end(),
            line,
            column,
            text: source.slice(span).to_owned(),
            sentence: Range::of(occurrence.sentence),
            excerpt: Excerpt {
                before: excerpt.text[..excerpt.value.start].to_owned(),
                value: excerpt.text[excerpt.value.clone()].to_owned(),
                after: excerpt.text[excerpt.value.end..].to_owned(),
            },
            region: Region {
                start: source.line_utf16(span.start()),
                end: source.line_utf16(span.end()),
            },
        }
    }
}

/// A range of bytes.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Range {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Range {
    fn of(span: Span) -> Range {
        Range {
            start: span.start(),
            end: span.end(),
        }
    }
}

/// One line around a value, in three parts, safe to print.
#[derive(Clone, Debug, Default)]
pub struct Excerpt {
    /// What stands before the value.
    pub before: String,
    /// The value.
    pub value: String,
    /// What stands after it.
    pub after: String,
}

impl Excerpt {
    /// The three parts together.
    pub(super) fn line(&self) -> String {
        [&*self.before, &*self.value, &*self.after].concat()
    }
}

/// First and last place as (line, column), both from 1, columns in UTF-16 code units; the last is one past the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Region {
    /// Where the first character stands.
    pub start: (usize, usize),
    /// One past the last character.
    pub end: (usize, usize),
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

/// What a reader should know of the comparison itself: two documents that were not compared.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// What sort it is: `different-stories`, `too-many`.
    pub name: &'static str,
    /// The documents concerned, by their ids.
    pub documents: Vec<usize>,
    /// What it says.
    pub message: String,
}

impl Notice {
    /// All that there is to know of a comparison.
    pub fn all(report: &super::Report) -> impl Iterator<Item = Notice> {
        let strangers = report.strangers.iter();
        let strangers = strangers.map(|&pair| Notice::strangers(report, pair));
        strangers.chain(Notice::cuts(report))
    }

    /// Two documents that tell different stories.
    fn strangers(report: &super::Report, (a, b): (usize, usize)) -> Notice {
        let name = |i: usize| {
            let article = report.articles.get(i);
            article.map_or("", |a| a.document.source.name())
        };
        Notice {
            name: "different-stories",
            documents: vec![a, b],
            message: format!(
                "`{}` and `{}` share too few names to tell one story, and {}",
                name(a),
                name(b),
                match report.articles.first().map(|first| first.document.role) {
                    Some(Role::Draft) => "what they say otherwise was not compared",
                    _ => "were not compared",
                }
            ),
        }
    }

    /// The documents of which not everything was compared.
    pub fn cuts(report: &super::Report) -> impl Iterator<Item = Notice> {
        report.cut.iter().map(|cut| Notice::cut(report, cut))
    }

    fn cut(report: &super::Report, cut: &Cut) -> Notice {
        let article = report.articles.get(cut.article);
        let (given, what, compared) = (cut.given, cut.what.name(), cut.compared);
        Notice {
            name: "too-many",
            documents: vec![cut.article],
            message: format!(
                "`{}` gives {given} {what}, of which the first {compared} are compared; split it to compare all",
                article.map_or("", |a| a.document.source.name()),
            ),
        }
    }
}

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Answers that cannot all be right.
    pub conflict: usize,
    /// Names spelled two ways.
    pub variant: usize,
    /// Answers of which one is later.
    pub update: usize,
    /// Questions that are answered alike.
    pub agreement: usize,
    /// What is allowed and not found; no disagreement.
    #[serde(skip_serializing_if = "is_zero")]
    pub unused: usize,
    /// Findings that somebody has accepted; in no other number.
    #[serde(skip_serializing_if = "is_zero")]
    pub allowed: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
fn is_zero(n: &usize) -> bool {
    *n == 0
}

impl Summary {
    fn of(report: &super::Report) -> Summary {
        use finding::Verdict;
        let count = |verdict| {
            report
                .findings
                .iter()
                .filter(|f| f.verdict == verdict)
                .count()
        };
        Summary {
            conflict: count(Verdict::Conflict),
            variant: count(Verdict::Variant),
            update: count(Verdict::Update),
            agreement: report.agreed,
            unused: count(Verdict::Unused),
            allowed: report.allowed.len(),
        }
    }

    fn add(&mut self, other: Summary) {
        self.conflict += other.conflict;
        self.variant += other.variant;
        self.update += other.update;
        self.agreement += other.agreement;
        self.unused += other.unused;
        self.allowed += other.allowed;
    }
}
