//! Which claims of the documents answer the same question, and which entities are the same.

mod company;
mod contest;
mod copies;
mod cut;
pub mod entity;
pub mod features;
mod gist;
pub mod kin;
pub mod lexical;
pub mod name;
pub mod question;
pub mod quote;
mod rank;
mod scope;
mod slot;
pub mod trace;
pub(crate) mod twice;
mod verbs;
mod veto;
pub mod weights;
mod which;
mod within;

use crate::Article;
use crate::read::Role;

pub(crate) use cut::cuts;
pub use cut::{Cut, TooMany};
pub use entity::{EntityLink, EntityRef};
pub use question::{Answer, Question};
pub use quote::QuotePair;

/// All documents of one story, with what they have in common.
#[derive(Clone, Debug)]
pub struct Story<'a> {
    /// The documents, in the order given.
    pub articles: &'a [Article],
    /// Entities of different documents that are one, with how their names relate.
    pub entities: Vec<EntityLink>,
    /// Entities of which the name of one is a misspelling of the other's: of one document, or of two where the one has no
    /// partner.
    pub misspelt: Vec<EntityLink>,
    /// Claims of different documents that answer one question.
    pub questions: Vec<Question>,
    /// Pairs of documents that tell different stories: nothing in them is compared.
    pub strangers: Vec<(usize, usize)>,
    /// For each document the first one that has the same text; the document itself, where none before it has.
    pub originals: Vec<usize>,
    /// Quotations of different documents that are one, worded alike or not.
    pub quotes: Vec<QuotePair>,
    /// For each document whether it is held to itself too.
    pub itself: Vec<bool>,
    /// Pairs of documents that were not compared: strangers, and references with each other.
    pub apart: Vec<(usize, usize)>,
    /// Whether it is to be told what the documents agree on; or else only how much it is, which takes a fraction of the time.
    pub agreements_told: bool,
}

/// Aligns the documents, each with the others and with itself.
pub fn story(articles: &[Article]) -> Story<'_> {
    story_with(articles, true)
}

/// Aligns the documents with each other, and each with itself where that is asked for.
pub fn story_with(articles: &[Article], itself: bool) -> Story<'_> {
    let mut names = entity::Entities::new(articles);
    let links = names.links();
    let mut strangers = kin::strangers(articles, &links);
    let is_reference = |a: usize| articles[a].document.role == Role::Reference;
    // What references say of each other is nobody's question here.
    strangers.retain(|&(a, b)| !(is_reference(a) && is_reference(b)));
    let apart = pairs_of(articles.len()).filter(|&(a, b)| {
        is_reference(a) && is_reference(b) || strangers.binary_search(&(a, b)).is_ok()
    });
    let apart: Vec<(usize, usize)> = apart.collect();
    let kept = |a: usize, b: usize| apart.binary_search(&(a, b)).is_err();
    let entities: Vec<EntityLink> = links
        .into_iter()
        .filter(|l| kept(l.a.article, l.b.article))
        .collect();
    let mut misspelt = names.misspelt(&entities);
    misspelt.retain(|l| kept(l.a.article, l.b.article));
    let mut compared = question::pairs(articles, (&entities, &misspelt), &apart);
    // A document that tells another story than every other one is left in peace.
    let alone = |a: usize| {
        articles.len() > 1 && (0..articles.len()).all(|b| a == b || !kept(a.min(b), a.max(b)))
    };
    let own = |a: usize| itself && !is_reference(a) && !alone(a);
    let within = within::links(articles).into_iter();
    misspelt.extend(within.filter(|l| own(l.a.article)));
    compared.within.retain(|p| own(p.a.article));
    let questions = question::group(articles, &compared);
    let itself = (0..articles.len()).map(own).collect();
    let quotes = quote::pairs(articles)
        .into_iter()
        .filter(|p| kept(p.a.0, p.b.0))
        .collect();
    Story {
        articles,
        entities,
        misspelt,
        questions,
        strangers,
        originals: compared.originals,
        quotes,
        itself,
        apart,
        agreements_told: true,
    }
}

/// All pairs of so many documents.
fn pairs_of(documents: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..documents).flat_map(move |a| (a + 1..documents).map(move |b| (a, b)))
}
