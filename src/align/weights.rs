//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.69),
    ("noun_clash", -0.03),
    ("modifier", 0.62),
    ("predicate", -0.11),
    ("predicate_clash", -0.18),
    ("subject", 0.18),
    ("subject_clash", -0.21),
    ("near", 1.73),
    ("clause", 1.65),
    ("sentence", 2.38),
    ("before", 0.04),
    ("left", 0.63),
    ("right", 0.55),
    ("names", 0.48),
    ("contrast", -1.73),
    ("forecast_clash", -0.01),
    ("part_clash", -0.20),
    ("change_clash", -0.46),
    ("each_clash", -1.19),
    ("date_same", -0.71),
    ("date_clash", 0.06),
    ("title", -0.36),
    ("owner_same", -0.22),
    ("owner_clash", -0.77),
    ("place_clash", -0.12),
    ("noun_class", 0.71),
    ("alternative", 0.56),
    ("age", 2.72),
    ("age_owner_same", 0.71),
    ("age_owner_clash", -1.88),
    ("date", 1.31),
    ("ordinal", 0.74),
    ("score", 0.93),
    ("record_owner_same", 1.46),
    ("measure", 0.47),
    ("lone", 2.21),
    ("kin", 2.28),
    ("key", 0.32),
    ("lone_noun", 1.84),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -6.53;

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
