//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -0.99),
    ("noun_clash", -0.23),
    ("modifier", 0.36),
    ("predicate", -0.17),
    ("predicate_clash", 0.09),
    ("subject", 0.09),
    ("subject_clash", -0.22),
    ("near", 1.00),
    ("clause", 1.00),
    ("sentence", 0.84),
    ("before", 0.16),
    ("left", 0.47),
    ("right", 0.29),
    ("names", 0.44),
    ("contrast", -1.71),
    ("forecast_clash", -0.70),
    ("part_clash", -0.63),
    ("change_clash", -1.06),
    ("each_clash", -1.02),
    ("date_same", -0.50),
    ("date_clash", 0.15),
    ("title", 0.25),
    ("owner_same", -0.29),
    ("owner_clash", -0.78),
    ("place_clash", -0.06),
    ("noun_class", 0.89),
    ("alternative", 0.74),
    ("age", 2.55),
    ("age_owner_same", 0.76),
    ("age_owner_clash", -1.52),
    ("date", 1.19),
    ("ordinal", 0.81),
    ("score", 0.63),
    ("record_owner_same", 1.42),
    ("measure", 0.52),
    ("lone", 1.26),
    ("kin", 2.63),
    ("key", 0.32),
    ("lone_noun", 1.40),
    ("owner_other", -0.22),
    ("slot_same", 1.28),
    ("slot_other", -1.94),
    ("best", 1.64),
    ("best_sentence", 0.87),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -7.45;

/// How likely it is that two claims answer one question, 0 to 1.
pub fn probability(features: &Features) -> f64 {
    logistic(BIAS + contributions(features).map(|(_, x)| x).sum::<f64>())
}

/// How likely it could be at most, before the pair is set against its rivals.
pub(super) fn most(features: &Features) -> f64 {
    let mut best = features.clone();
    best.set_against(0.0, 0.0);
    let rivalry: f64 = WEIGHTS[COUNT - 2..].iter().map(|(_, w)| w.max(0.0)).sum();
    logistic(BIAS + rivalry + contributions(&best).map(|(_, x)| x).sum::<f64>())
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
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
