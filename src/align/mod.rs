//! Which claims of the documents answer the same question, and which entities are the same.

pub mod name;

use crate::Article;

/// All documents of one story, with what they have in common.
#[derive(Clone, Debug)]
pub struct Story<'a> {
    /// The documents, in the order given.
    pub articles: &'a [Article],
}

/// Aligns the documents.
pub fn story(articles: &[Article]) -> Story<'_> {
    Story { articles }
}
