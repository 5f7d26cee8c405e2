//! Dates: absolute, partial and relative.

use super::Mention;
use crate::segment::{Sentence, Text};

/// The date that starts at token `at`.
pub(super) fn at(_text: &Text, _sentence: &Sentence, _at: usize) -> Option<Mention> {
    None
}
