//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -0.82),
    ("noun_clash", -0.15),
    ("modifier", 0.65),
    ("predicate", -0.02),
    ("predicate_clash", -0.13),
    ("subject", 0.09),
    ("subject_clash", -0.67),
    ("near", 1.75),
    ("clause", 1.91),
    ("sentence", 2.49),
    ("before", -0.02),
    ("left", 0.72),
    ("right", 0.48),
    ("names", 0.52),
    ("contrast", -1.81),
    ("marks_clash", -0.50),
    ("date_same", -0.59),
    ("date_clash", -0.02),
    ("title", -0.45),
    ("owner_same", -0.01),
    ("owner_clash", -0.55),
    ("place_clash", -0.24),
    ("noun_class", 0.70),
    ("alternative", 0.35),
    ("age", 2.62),
    ("age_owner_same", 1.26),
    ("age_owner_clash", -2.17),
    ("date", 1.39),
    ("ordinal", 0.77),
    ("score", 0.87),
    ("record_owner_same", 1.27),
    ("measure", 0.56),
    ("lone", 2.30),
    ("kin", 1.90),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -6.26;

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
