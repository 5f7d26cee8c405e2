//! Whether the answers to one question can all be right: one table with a row a rule.

use crate::align::Story;
use crate::finding::Finding;
use crate::value::Kind;

/// A kind of disagreement that is reported.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// In output, configuration, suppression and docs; never changed.
    pub name: &'static str,
    /// What it reports, why, an example, and when it stays silent: Markdown.
    pub explain: &'static str,
    /// The kinds of mention that it compares.
    pub kinds: &'static [Kind],
}

/// Every rule, by name.
pub const RULES: &[Rule] = &[];

/// The findings of the story, and what its documents agree on.
pub fn judge(_story: &Story<'_>) -> (Vec<Finding>, Vec<Finding>) {
    (Vec::new(), Vec::new())
}
