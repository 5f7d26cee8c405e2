//! A draft held to its sources: what of it they support, what they say otherwise, and what is found in none of them.
//!
//! It is the comparison of [`crate::compare`] with roles: the draft is compared with each source, and the sources are not
//! compared with each other. What contradicts a claim of the draft is what that comparison reports, and nothing else. What
//! supports one is asked more loosely than agreement is asked there: an agreement explains a value away and may hide a
//! conflict, and support hides nothing, because a conflict goes before it. So an equal value in a sentence that fits is
//! enough, and a value that is hardly ever equal by chance needs no sentence at all. What is found in no source is a finding
//! of its own, a note, so that settings, comments and formats treat it as they treat every other.

mod apart;
mod explained;
mod figures;
mod missing;
mod names;
mod quotes;
mod settle;
mod sources;
#[cfg(test)]
mod tests;

pub use missing::NOT_FOUND;
pub use sources::named_sources;

use serde::Serialize;

use crate::finding::{Finding, Occurrence};
use crate::judge;
use crate::read::Role;
use crate::source::Span;
use crate::value::{Kind, Value};
use crate::{Article, Document, Options, Report, align, analyze};

/// What the sources say of a claim of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
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

    /// The same for a reader.
    pub fn words(self) -> &'static str {
        match self {
            Status::Supported => "supported",
            Status::LessPrecise => "less precise",
            Status::Conflict => "conflict",
            Status::SourcesDisagree => "sources disagree",
            Status::NotFound => "not found",
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
    /// Where the draft makes it again.
    pub again: Vec<Occurrence>,
    /// What the sources say of it.
    pub status: Status,
    /// Where the sources say the same.
    pub support: Vec<Occurrence>,
    /// Where the sources say otherwise.
    pub against: Vec<Occurrence>,
    /// Of a claim that is found in no source, where one says something else of what may be the same thing: a hint.
    pub nearest: Option<Occurrence>,
    /// The findings that say how, as indexes into those of the report.
    pub findings: Vec<usize>,
}

/// A claim of the draft before anything is known to contradict it.
#[derive(Clone, Debug)]
struct Asserted {
    /// The mentions that make it, the first one first.
    mentions: Vec<usize>,
    noun: Option<String>,
    /// What it is about, in the words of the draft; empty for a name or a quotation.
    about: String,
    /// Where the sources say it.
    support: Vec<Support>,
    /// Where a source says something else of what may be the same thing.
    nearest: Option<Occurrence>,
}

/// Where a source says what the draft says.
#[derive(Clone, Copy, Debug)]
struct Support {
    place: Occurrence,
    /// Whether one of the two says it more coarsely.
    coarser: bool,
    /// How likely it is that the two are about one thing; what is likest is shown first.
    likeness: f64,
}

impl Support {
    /// The very same.
    fn exact(place: Occurrence) -> Support {
        Support {
            place,
            coarser: false,
            likeness: 1.0,
        }
    }
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
    let pairs = figures::pairs(&story);
    let findings = explained::without(&story, &pairs, findings);
    let mut asserted = figures::asserted(&story, &pairs);
    asserted.extend(names::asserted(&story));
    asserted.extend(quotes::asserted(&story));
    let place = |a: &Asserted| a.mentions.first().map(|&m| articles[0].mentions[m].span);
    asserted.sort_by_key(place);
    asserted.retain(|a| !a.mentions.is_empty());
    let (strangers, originals) = (story.strangers.clone(), story.originals.clone());
    let cut = align::cuts(&articles);
    let of_draft = |finding: &Finding| {
        let mut places = finding.groups.iter().flat_map(|g| &g.occurrences);
        places.any(|o| in_draft(o.span))
    };
    let findings = findings.into_iter().filter(of_draft);
    let findings: Vec<Finding> = findings.map(settle::in_words_of_roles).collect();
    asserted.retain(|a| !a.only_numbers(&articles[0], &findings));
    let agreements = agreements.into_iter().filter(of_draft).collect();
    let mut verification = Verification {
        report: Report {
            strangers,
            originals,
            cut,
            ..Report::new(articles, findings, agreements)
        },
        asserted,
    };
    missing::tell(&mut verification);
    verification
}

fn in_draft(span: Span) -> bool {
    span.source().index() == 0
}
