//! crosscheck: `diff` for what sources say.
//!
//! Reads two or more articles on one story and shows where they disagree: a name spelled two ways, a figure, a date,
//! an age, a score, a quotation. The stages, in reading order; each is a module, and none calls a later one.
//!
//! Two functions do the whole work: [`compare`] for documents on one story, [`verify`](fn@verify) for a draft and its sources.
//! **What is stable:** these two with [`compare_with`], [`verify::verify_with`] and [`Options`]; [`Document`], [`Report`],
//! [`finding`], [`verify`](mod@verify) and the JSON of [`report::json`], whose `schema` counts its versions. They change with
//! the version that semantic versioning asks for. The stages between them, their types and their thresholds are public for
//! who wants to look inside, and change with any version; so may which findings there are, as they get better.

pub mod source;
pub mod value;

pub mod lexicon;

pub mod align;
pub mod claim;
pub mod finding;
pub mod judge;
pub mod mention;
pub mod read;
pub mod report;
pub mod resolve;
pub mod segment;
pub mod verify;

pub mod cli;
pub mod config;
pub mod corpus;
mod error;

pub use error::Error;
pub use read::{Document, InputFormat};
pub use report::Report;
pub use verify::{Verification, verify};

use claim::{Claims, Item};
use mention::Mention;
use resolve::{Entity, Resolved};
use segment::Text;

/// A document with everything that is found in it alone.
#[derive(Clone, Debug)]
pub struct Article {
    /// The text and what is known about it.
    pub document: Document,
    /// Tokens, sentences, quotations.
    pub text: Text,
    /// Figures, dates, names, quotations, in text order.
    pub mentions: Vec<Mention>,
    /// Entities and linked mentions.
    pub resolved: Resolved,
    /// What it says.
    pub claims: Claims,
}

impl Article {
    /// A document of which nothing is read that is found in it: to show what was found before.
    pub(crate) fn unread(document: Document) -> Article {
        let empty = Document::new(0, "", "", document.format);
        Article {
            document,
            ..extract(empty)
        }
    }

    /// The entity that an item of the vocabulary names; `None` for a word.
    pub(crate) fn named(&self, item: u32) -> Option<&Entity> {
        match self.claims.vocabulary.items().get(item as usize)? {
            Item::Entity(id) => self.resolved.entities.get(id.0 as usize),
            Item::Word { .. } => None,
        }
    }

    /// The document alone: what was found in it takes a hundred times the room, and a report waits for those before it. Given
    /// back at once, it is taken again for the next story while it is still at hand.
    pub(crate) fn put_down(self) -> Article {
        Article::unread(self.document)
    }
}

/// Reads one document as far as it can be read by itself.
pub fn analyze(document: Document) -> Article {
    read_by(document, claim::claims)
}

/// Reads one document for its mentions: as [`analyze`] does, but its claims say what is counted and no more.
pub fn extract(document: Document) -> Article {
    read_by(document, claim::nouns)
}

fn read_by(document: Document, claims: impl Fn(&Text, &[Mention], &Resolved) -> Claims) -> Article {
    let text = segment::text(&document);
    let mut mentions = mention::mentions(&text);
    let resolved = resolve::resolve(&document, &text, &mut mentions);
    let claims = claims(&text, &mentions, &resolved);
    Article {
        document,
        text,
        mentions,
        resolved,
        claims,
    }
}

/// What a comparison reports beyond or short of what is wrong or in doubt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Names that are written with the same letters and another case, accent, hyphen or space: "YouTube", "Youtube".
    pub format_differences: bool,
    /// Nothing that one document alone contradicts itself in: only what two documents disagree on.
    pub no_self: bool,
}

/// Compares documents on one story.
///
/// ```
/// use crosscheck::{Document, InputFormat, compare};
///
/// let text = |id, name, text| Document::new(id, name, text, InputFormat::Text);
/// let report = compare(vec![
///     text(0, "a.txt", "The Harbour Museum opened on Monday. The new wing cost $44 million to build."),
///     text(1, "b.txt", "The Harbour Museum opened on Monday. The new wing cost $75 million to build."),
/// ]);
/// let finding = &report.findings[0];
/// assert_eq!(finding.rule, "money-mismatch");
/// assert_eq!(finding.message, "sources give different sums: $44 million / $75 million");
/// ```
pub fn compare(documents: Vec<Document>) -> Report {
    compare_with(documents, &Options::default())
}

/// Compares documents on one story, and reports what the options ask for.
pub fn compare_with(documents: Vec<Document>, options: &Options) -> Report {
    compare_for(documents, options, true)
}

/// The same, where what the documents agree on may be of no interest: then it is counted, and no more.
pub(crate) fn compare_for(
    documents: Vec<Document>,
    options: &Options,
    agreements_told: bool,
) -> Report {
    let articles: Vec<Article> = documents.into_iter().map(analyze).collect();
    let story = align::Story {
        agreements_told,
        ..align::story_with(&articles, !options.no_self)
    };
    let (findings, mut agreements) = judge::judge(&story, options);
    let agreed = agreements.len();
    if !agreements_told {
        agreements.clear();
    }
    let (strangers, originals) = (story.strangers.clone(), story.originals.clone());
    let cut = align::cuts(&articles);
    Report {
        cut,
        agreed,
        strangers,
        originals,
        ..Report::new(articles, findings, agreements)
    }
}
