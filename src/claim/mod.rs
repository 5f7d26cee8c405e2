//! Claims: a value with the question that it answers.

use crate::mention::Mention;
use crate::read::Document;
use crate::resolve::Resolved;
use crate::segment::Text;

/// What one document says about one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The mentions that say it, as indexes into the document's mentions; the first is the one that is described.
    pub mentions: Vec<usize>,
    /// What a count counts, singular, lower case: "cinema".
    pub noun: Option<String>,
}

/// The claims of the document.
pub fn claims(
    _document: &Document,
    _text: &Text,
    _mentions: &[Mention],
    _resolved: &Resolved,
) -> Vec<Claim> {
    Vec::new()
}
