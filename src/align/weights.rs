//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.76),
    ("noun_clash", -0.05),
    ("modifier", 0.76),
    ("predicate", -0.11),
    ("predicate_clash", -0.15),
    ("subject", 0.08),
    ("subject_clash", -0.28),
    ("near", 1.73),
    ("clause", 1.70),
    ("sentence", 2.32),
    ("before", 0.09),
    ("left", 0.61),
    ("right", 0.57),
    ("names", 0.55),
    ("contrast", -1.67),
    ("forecast_clash", -0.23),
    ("part_clash", -0.36),
    ("change_clash", -1.43),
    ("each_clash", -1.04),
    ("date_same", -0.68),
    ("date_clash", 0.03),
    ("title", -0.37),
    ("owner_same", -0.29),
    ("owner_clash", -0.79),
    ("place_clash", -0.19),
    ("noun_class", 0.70),
    ("alternative", 0.56),
    ("age", 2.66),
    ("age_owner_same", 0.61),
    ("age_owner_clash", -1.88),
    ("date", 1.27),
    ("ordinal", 0.72),
    ("score", 0.90),
    ("record_owner_same", 1.47),
    ("measure", 0.43),
    ("lone", 2.18),
    ("kin", 2.20),
    ("key", 0.42),
    ("lone_noun", 1.55),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -6.48;

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
