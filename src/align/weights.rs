//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -0.64),
    ("noun_clash", -0.18),
    ("modifier", 0.50),
    ("predicate", 0.08),
    ("predicate_clash", -0.05),
    ("subject", 0.13),
    ("subject_clash", -0.53),
    ("near", 1.79),
    ("clause", 1.97),
    ("sentence", 2.42),
    ("before", -0.00),
    ("left", 0.74),
    ("right", 0.49),
    ("names", 0.39),
    ("contrast", -1.79),
    ("marks_clash", -0.56),
    ("date_same", -0.83),
    ("date_clash", -0.05),
    ("title", -0.16),
    ("owner_same", -0.09),
    ("owner_clash", -0.50),
    ("place_clash", -0.19),
    ("noun_class", 0.45),
    ("alternative", 0.33),
    ("age", 2.81),
    ("age_owner_same", 1.06),
    ("age_owner_clash", -2.27),
    ("date", 1.33),
    ("ordinal", 0.88),
    ("score", 1.40),
    ("record_owner_same", 1.06),
    ("measure", 0.84),
    ("lone", 2.21),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -4.78;

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
