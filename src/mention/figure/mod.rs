//! Figures: counts, money, percentages, measures, ages, durations, ordinals, scores.

use super::Mention;
use crate::segment::{Sentence, Text};

/// The figure that starts at token `at`.
pub(super) fn at(_text: &Text, _sentence: &Sentence, _at: usize) -> Option<Mention> {
    None
}
