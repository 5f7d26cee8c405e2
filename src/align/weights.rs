//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.48),
    ("noun_clash", -0.00),
    ("modifier", 0.41),
    ("predicate", -0.22),
    ("predicate_clash", -0.17),
    ("subject", 0.22),
    ("subject_clash", -0.05),
    ("near", 1.64),
    ("clause", 1.77),
    ("sentence", 2.38),
    ("before", -0.03),
    ("left", 0.64),
    ("right", 0.57),
    ("names", 0.46),
    ("contrast", -1.74),
    ("forecast_clash", -0.03),
    ("part_clash", -0.21),
    ("change_clash", -0.47),
    ("each_clash", -1.19),
    ("date_same", -0.66),
    ("date_clash", 0.11),
    ("title", -0.44),
    ("owner_same", -0.10),
    ("owner_clash", -0.80),
    ("place_clash", -0.17),
    ("noun_class", 0.69),
    ("alternative", 0.39),
    ("age", 2.76),
    ("age_owner_same", 0.64),
    ("age_owner_clash", -1.82),
    ("date", 1.34),
    ("ordinal", 0.71),
    ("score", 0.92),
    ("record_owner_same", 1.39),
    ("measure", 0.44),
    ("lone", 2.20),
    ("kin", 2.27),
    ("key", 0.42),
    ("lone_noun", 1.84),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -6.57;

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
