//! A report and how it is written; a file per output format.

mod difference;
pub(crate) mod escape;
mod excerpt;
pub mod json;
pub mod table;
pub mod text;

use crate::Article;
use crate::finding::Finding;

/// What a comparison gives.
#[derive(Clone, Debug)]
pub struct Report {
    /// The documents compared, in the order given.
    pub articles: Vec<Article>,
    /// Where they disagree.
    pub findings: Vec<Finding>,
    /// Where they agree.
    pub agreements: Vec<Finding>,
}

impl Report {
    /// The report, its findings in the order in which they stand in the documents.
    pub fn new(articles: Vec<Article>, findings: Vec<Finding>, agreements: Vec<Finding>) -> Report {
        Report {
            articles,
            findings,
            agreements,
        }
    }
}
