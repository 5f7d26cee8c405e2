//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature, in the order of [`super::features::NAMES`].
const WEIGHTS: [f64; COUNT] = [
    1.5, -1.5, 1.0, 1.5, -0.5, 1.0, -1.5, 3.0, 2.0, 1.5, 0.5, 1.0, 1.0, 0.5, -2.0, -0.7, 0.5, -1.0,
    0.5, -2.0,
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -4.5;

/// How likely it is that two claims answer one question, 0 to 1.
pub fn probability(features: &Features) -> f64 {
    let sum: f64 = BIAS
        + WEIGHTS
            .iter()
            .zip(&features.values)
            .map(|(w, x)| w * x)
            .sum::<f64>();
    1.0 / (1.0 + (-sum).exp())
}

/// How much each feature added, for evidence: name and weighted value.
pub fn contributions(features: &Features) -> impl Iterator<Item = (&'static str, f64)> {
    super::features::NAMES
        .iter()
        .zip(WEIGHTS)
        .zip(features.values)
        .map(|((name, w), x)| (*name, w * x))
}
