//! One value in two systems: "60 metres (200 feet)".

use crate::mention::Mention;
use crate::segment::Text;
use crate::value::Value;

/// Pairs of neighbouring mentions of one dimension, the second in brackets right after the first, that write one value.
pub(super) fn link(text: &Text, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let figures: Vec<usize> = (0..mentions.len())
        .filter(|&i| mentions[i].kind.is_figure())
        .collect();
    figures
        .windows(2)
        .filter(|pair| {
            let (a, b) = (&mentions[pair[0]], &mentions[pair[1]]);
            let between = a.tokens.end..b.tokens.start;
            let bracketed = between.clone().any(|i| matches!(text.word(i), "(" | "[")) && between.len() <= 3;
            let slashed = between.len() == 1 && matches!(text.word(between.start), "/" | "or");
            (bracketed || slashed) && matches!((&a.value, &b.value), (Value::Figure(x), Value::Figure(y)) if x.dimension == y.dimension && x.unit != y.unit)
        })
        .map(|pair| (pair[0], pair[1]))
        .collect()
}
