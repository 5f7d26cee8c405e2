//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -0.60),
    ("noun_clash", -0.30),
    ("modifier", 0.43),
    ("predicate", 0.18),
    ("predicate_clash", -0.07),
    ("subject", 0.34),
    ("subject_clash", -0.37),
    ("near", 1.84),
    ("clause", 1.99),
    ("sentence", 2.42),
    ("before", 0.19),
    ("left", 0.71),
    ("right", 0.58),
    ("names", 0.07),
    ("contrast", -1.93),
    ("marks_clash", -0.51),
    ("date_same", -0.67),
    ("date_clash", 0.02),
    ("title", -0.17),
    ("owner_same", -0.16),
    ("owner_clash", -0.49),
    ("place_clash", 0.13),
    ("noun_class", 0.30),
    ("alternative", 0.08),
    ("age", 3.13),
    ("age_owner_same", 1.17),
    ("age_owner_clash", -2.20),
    ("date", 1.31),
    ("ordinal", 1.08),
    ("score", 1.73),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -4.35;

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
