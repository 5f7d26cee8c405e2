//! Proper names.

use super::Mention;
use crate::read::Document;
use crate::segment::{Sentence, Text};

/// Appends the names of the sentence; `found[first..]` are its figures and dates, whose words are no names.
pub(super) fn find(
    _document: &Document,
    _text: &Text,
    _sentence: &Sentence,
    _first: usize,
    _found: &mut Vec<Mention>,
) {
}
