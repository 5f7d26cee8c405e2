//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.76),
    ("noun_clash", -0.04),
    ("modifier", 0.75),
    ("predicate", -0.13),
    ("predicate_clash", -0.16),
    ("subject", 0.04),
    ("subject_clash", -0.29),
    ("near", 1.78),
    ("clause", 1.70),
    ("sentence", 2.20),
    ("before", 0.09),
    ("left", 0.60),
    ("right", 0.60),
    ("names", 0.57),
    ("contrast", -1.36),
    ("forecast_clash", -0.58),
    ("part_clash", -0.36),
    ("change_clash", -1.38),
    ("each_clash", -1.04),
    ("date_same", -0.96),
    ("date_clash", -0.41),
    ("title", -0.36),
    ("owner_same", -0.26),
    ("owner_clash", -0.78),
    ("place_clash", -0.22),
    ("noun_class", 0.68),
    ("alternative", 0.57),
    ("age", 2.67),
    ("age_owner_same", 0.61),
    ("age_owner_clash", -1.90),
    ("date", 1.32),
    ("ordinal", 0.72),
    ("score", 0.90),
    ("record_owner_same", 1.47),
    ("measure", 0.45),
    ("lone", 2.16),
    ("kin", 2.18),
    ("key", 0.41),
    ("lone_noun", 1.52),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -6.46;

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
