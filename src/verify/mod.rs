//! A draft held to its sources: what of it they support, what they say otherwise, and what is found in none of them.
//!
//! It is the comparison of [`crate::compare`] with roles: the draft is compared with each source, and the sources are not
//! compared with each other. What contradicts a claim of the draft is what that comparison reports, and nothing else. What
//! supports one is asked more loosely than agreement is asked there: an agreement explains a value away and may hide a
//! conflict, and support hides nothing, because a conflict goes before it. So an equal value in a sentence that fits is
//! enough, and a value that is hardly ever equal by chance needs no sentence at all.

mod figures;
mod names;
mod quotes;
mod sources;

pub use sources::named_sources;

use crate::finding::{Finding, Occurrence, Verdict};
use crate::judge;
use crate::read::Role;
use crate::source::Span;
use crate::value::{Kind, Value};
use crate::{Article, Document, Options, Report, align, analyze};

/// What the sources say of a claim of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// A source says the same.
    Supported,
    /// A source says it too, and one of the two says it more coarsely.
    LessPrecise,
    /// A source says otherwise.
    Conflict,
    /// A source says the same, and another one says otherwise.
    SourcesDisagree,
    /// No source says it.
    NotFound,
}

impl Status {
    /// All, in the order in which they are counted for a reader.
    pub const ALL: [Status; 5] = [
        Status::Supported,
        Status::LessPrecise,
        Status::Conflict,
        Status::SourcesDisagree,
        Status::NotFound,
    ];

    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Status::Supported => "supported",
            Status::LessPrecise => "less-precise",
            Status::Conflict => "conflict",
            Status::SourcesDisagree => "sources-disagree",
            Status::NotFound => "not-found",
        }
    }
}

/// A figure, date, name or quotation of the draft with what the sources say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// What kind of mention makes it.
    pub kind: Kind,
    /// What it says.
    pub value: Value,
    /// What a count counts.
    pub noun: Option<String>,
    /// Where the draft makes it first.
    pub place: Occurrence,
    /// What the sources say of it.
    pub status: Status,
    /// Where the sources say the same.
    pub support: Vec<Occurrence>,
    /// Where the sources say otherwise.
    pub against: Vec<Occurrence>,
    /// The findings that say how, as indexes into those of the report.
    pub findings: Vec<usize>,
}

/// A claim of the draft before anything is known to contradict it.
#[derive(Clone, Debug)]
struct Asserted {
    /// The mentions that make it, the first one first.
    mentions: Vec<usize>,
    noun: Option<String>,
    /// Where the sources say it, and whether one of the two says it more coarsely.
    support: Vec<(Occurrence, bool)>,
}

/// A draft, its sources and what came of holding the one to the others.
#[derive(Clone, Debug)]
pub struct Verification {
    /// The comparison: its first document is the draft, the others are the sources, and every finding touches the draft. What is
    /// taken out of its findings (because it is allowed, say) contradicts no claim any more.
    pub report: Report,
    asserted: Vec<Asserted>,
}

/// Holds a draft to its sources. The documents are numbered in this order, the draft being 0.
///
/// ```
/// use crosscheck::verify::{Status, verify};
/// use crosscheck::{Document, InputFormat};
///
/// let text = |id, name, text| Document::new(id, name, text, InputFormat::Text);
/// let draft = text(0, "draft.txt", "The new bridge at Ellery cost $48 million. It has 330 lamps.");
/// let source = text(1, "source.txt", "The new bridge at Ellery cost $44 million, said the mayor.");
/// let claims = verify(draft, vec![source]).claims();
/// let statuses: Vec<Status> = claims.iter().map(|claim| claim.status).collect();
/// assert_eq!(statuses, [Status::Supported, Status::Conflict, Status::NotFound]);
/// ```
pub fn verify(draft: Document, sources: Vec<Document>) -> Verification {
    verify_with(draft, sources, &Options::default())
}

/// Holds a draft to its sources, and reports what the options ask for.
pub fn verify_with(
    mut draft: Document,
    mut sources: Vec<Document>,
    options: &Options,
) -> Verification {
    draft.role = Role::Draft;
    for source in &mut sources {
        source.role = Role::Reference;
    }
    let documents = std::iter::once(draft).chain(sources);
    let articles: Vec<Article> = documents.map(analyze).collect();
    let story = align::story_with(&articles, !options.no_self);
    let (findings, agreements) = judge::judge(&story, options);
    let mut asserted = figures::asserted(&story);
    asserted.extend(names::asserted(&story));
    asserted.extend(quotes::asserted(&story));
    let place = |a: &Asserted| a.mentions.first().map(|&m| articles[0].mentions[m].span);
    asserted.sort_by_key(place);
    let (strangers, originals) = (story.strangers.clone(), story.originals.clone());
    let cut = align::cuts(&articles);
    let of_draft = |finding: &Finding| {
        let mut places = finding.groups.iter().flat_map(|g| &g.occurrences);
        places.any(|o| in_draft(o.span))
    };
    let findings = findings.into_iter().filter(of_draft).collect();
    let agreements = agreements.into_iter().filter(of_draft).collect();
    Verification {
        report: Report {
            strangers,
            originals,
            cut,
            ..Report::new(articles, findings, agreements)
        },
        asserted,
    }
}

fn in_draft(span: Span) -> bool {
    span.source().index() == 0
}

impl Verification {
    /// The claims of the draft in text order, each with what the sources say of it as far as it is reported.
    pub fn claims(&self) -> Vec<Claim> {
        let Some(draft) = self.report.articles.first() else {
            return Vec::new();
        };
        let claims = self.asserted.iter();
        claims.map(|asserted| self.claim(draft, asserted)).collect()
    }

    fn claim(&self, draft: &Article, asserted: &Asserted) -> Claim {
        let mention = &draft.mentions[asserted.mentions[0]];
        let own = |o: &Occurrence| {
            let mut spans = asserted.mentions.iter().map(|&m| draft.mentions[m].span);
            in_draft(o.span) && spans.any(|span| span == o.span)
        };
        let mut support: Vec<Occurrence> = asserted.support.iter().map(|&(o, _)| o).collect();
        let (mut same, mut against, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        for (index, finding) in self.report.findings.iter().enumerate() {
            let (mine, others): (Vec<_>, Vec<_>) = finding
                .groups
                .iter()
                .partition(|g| g.occurrences.iter().any(own));
            let of_sources = |groups: &[&crate::finding::Group]| -> Vec<Occurrence> {
                let all = groups.iter().flat_map(|g| &g.occurrences);
                all.filter(|o| !in_draft(o.span)).copied().collect()
            };
            let otherwise = of_sources(&others);
            if mine.is_empty() || finding.verdict == Verdict::Format || otherwise.is_empty() {
                continue;
            }
            same.extend(of_sources(&mine));
            against.extend(otherwise);
            findings.push(index);
        }
        against.sort_unstable();
        against.dedup();
        let status = if !against.is_empty() {
            // What was found elsewhere by its value alone is no second opinion.
            support.clone_from(&same);
            if same.is_empty() {
                Status::Conflict
            } else {
                Status::SourcesDisagree
            }
        } else if asserted.support.iter().any(|(_, coarser)| !coarser) {
            Status::Supported
        } else if asserted.support.is_empty() {
            Status::NotFound
        } else {
            Status::LessPrecise
        };
        support.sort_unstable();
        support.dedup();
        Claim {
            kind: mention.kind,
            value: mention.value.clone(),
            noun: asserted.noun.clone(),
            place: Occurrence::of(draft, mention),
            status,
            support,
            against,
            findings,
        }
    }
}
