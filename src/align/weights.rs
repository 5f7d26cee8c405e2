//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -0.89),
    ("noun_clash", -0.43),
    ("modifier", 0.68),
    ("predicate", -0.12),
    ("predicate_clash", -0.18),
    ("subject", 0.14),
    ("subject_clash", -0.52),
    ("near", 1.81),
    ("clause", 1.55),
    ("sentence", 2.70),
    ("before", 0.02),
    ("left", 0.68),
    ("right", 0.56),
    ("names", 0.45),
    ("contrast", -1.75),
    ("forecast_clash", 0.02),
    ("part_clash", -0.28),
    ("change_clash", -0.46),
    ("each_clash", -1.12),
    ("date_same", -0.46),
    ("date_clash", -0.03),
    ("title", -0.51),
    ("owner_same", 0.01),
    ("owner_clash", -0.58),
    ("place_clash", -0.16),
    ("noun_class", 0.55),
    ("alternative", 0.46),
    ("age", 2.62),
    ("age_owner_same", 1.19),
    ("age_owner_clash", -2.14),
    ("date", 1.86),
    ("ordinal", 0.91),
    ("score", 1.32),
    ("record_owner_same", 1.35),
    ("measure", 0.93),
    ("lone", 1.40),
    ("kin", 2.04),
    ("key", 0.22),
    ("lone_noun", 0.5),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -6.73;

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
