//! Which claims of the documents answer the same question, and which entities are the same.

pub mod entity;
pub mod features;
pub mod lexical;
pub mod name;
pub mod question;
pub mod quote;
pub mod weights;

use crate::Article;

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
    /// Claims of different documents that answer one question.
    pub questions: Vec<Question>,
    /// Quotations of different documents that are one, worded alike or not.
    pub quotes: Vec<QuotePair>,
}

/// Aligns the documents.
pub fn story(articles: &[Article]) -> Story<'_> {
    let entities = entity::links(articles);
    let pairs = question::pairs(articles, &entities);
    let questions = question::group(articles, pairs);
    let quotes = quote::pairs(articles);
    Story {
        articles,
        entities,
        questions,
        quotes,
    }
}
