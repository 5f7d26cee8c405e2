//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -0.70),
    ("noun_clash", -0.31),
    ("modifier", 0.41),
    ("predicate", 0.30),
    ("predicate_clash", -0.04),
    ("subject", 0.06),
    ("subject_clash", -0.46),
    ("near", 1.82),
    ("clause", 1.90),
    ("sentence", 2.38),
    ("before", 0.09),
    ("left", 0.79),
    ("right", 0.61),
    ("names", 0.35),
    ("contrast", -1.91),
    ("marks_clash", -0.52),
    ("date_same", -0.69),
    ("date_clash", -0.02),
    ("title", -0.16),
    ("owner_same", 0.00),
    ("owner_clash", -0.55),
    ("place_clash", -0.11),
    ("noun_class", 0.41),
    ("alternative", 0.14),
    ("age", 3.09),
    ("age_owner_same", 0.42),
    ("age_owner_clash", -2.09),
    ("date", 1.32),
    ("ordinal", 1.06),
    ("score", 1.73),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -4.40;

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
