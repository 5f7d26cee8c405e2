//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", 1.0),
    ("noun_clash", -0.8),
    ("modifier", 1.25),
    ("predicate", 0.5),
    ("predicate_clash", -0.5),
    ("subject", 0.5),
    ("subject_clash", -1.0),
    ("near", 3.2),
    ("clause", 0.85),
    ("sentence", 1.6),
    ("before", 0.5),
    ("left", 1.4),
    ("right", 0.6),
    ("names", 0.6),
    ("contrast", -2.0),
    ("marks_clash", -0.5),
    ("date_same", 0.5),
    ("date_clash", -1.0),
    ("title", 0.2),
    ("owner_same", 0.5),
    ("owner_clash", -1.5),
    ("place_clash", -0.5),
    ("noun_class", 0.5),
    ("alternative", 1.0),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -4.9;

/// How likely it is that two claims answer one question, 0 to 1.
pub fn probability(features: &Features) -> f64 {
    let sum: f64 = BIAS + contributions(features).map(|(_, x)| x).sum::<f64>();
    1.0 / (1.0 + (-sum).exp())
}

/// How much each feature adds: its name and weighted value.
pub fn contributions(features: &Features) -> impl Iterator<Item = (&'static str, f64)> {
    WEIGHTS
        .into_iter()
        .zip(features.values)
        .map(|((name, weight), value)| (name, weight * value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_its_weight() {
        assert_eq!(WEIGHTS.map(|(name, _)| name), super::super::features::NAMES);
    }
}
