//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -0.82),
    ("noun_clash", -0.14),
    ("modifier", 0.62),
    ("predicate", -0.14),
    ("predicate_clash", -0.15),
    ("subject", 0.07),
    ("subject_clash", -0.56),
    ("near", 1.79),
    ("clause", 1.64),
    ("sentence", 2.66),
    ("before", -0.06),
    ("left", 0.68),
    ("right", 0.47),
    ("names", 0.51),
    ("contrast", -1.81),
    ("forecast_clash", 0.03),
    ("part_clash", -0.15),
    ("change_clash", -0.51),
    ("each_clash", -1.18),
    ("date_same", -0.60),
    ("date_clash", -0.04),
    ("title", -0.50),
    ("owner_same", -0.04),
    ("owner_clash", -0.63),
    ("place_clash", -0.24),
    ("noun_class", 0.64),
    ("alternative", 0.39),
    ("age", 2.62),
    ("age_owner_same", 1.25),
    ("age_owner_clash", -2.09),
    ("date", 1.40),
    ("ordinal", 0.75),
    ("score", 0.95),
    ("record_owner_same", 1.25),
    ("measure", 0.56),
    ("lone", 2.31),
    ("kin", 1.94),
    ("key", 0.26),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -6.31;

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
