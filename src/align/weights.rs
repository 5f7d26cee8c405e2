//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.00),
    ("noun_clash", -0.22),
    ("modifier", 0.44),
    ("predicate", -0.22),
    ("predicate_clash", 0.07),
    ("subject", 0.08),
    ("subject_clash", -0.22),
    ("near", 0.95),
    ("clause", 1.02),
    ("sentence", 0.84),
    ("before", 0.14),
    ("left", 0.49),
    ("right", 0.30),
    ("names", 0.44),
    ("contrast", -1.72),
    ("forecast_clash", -0.70),
    ("part_clash", -0.63),
    ("change_clash", -1.06),
    ("each_clash", -1.03),
    ("date_same", -0.49),
    ("date_clash", 0.10),
    ("title", 0.27),
    ("owner_same", -0.29),
    ("owner_clash", -0.78),
    ("place_clash", -0.05),
    ("noun_class", 0.88),
    ("alternative", 0.72),
    ("age", 2.56),
    ("age_owner_same", 0.74),
    ("age_owner_clash", -1.53),
    ("date", 1.20),
    ("ordinal", 0.80),
    ("score", 0.63),
    ("record_owner_same", 1.42),
    ("measure", 0.56),
    ("lone", 1.28),
    ("kin", 2.65),
    ("key", 0.31),
    ("lone_noun", 1.37),
    ("owner_other", -0.21),
    ("slot_same", 1.31),
    ("slot_other", -1.89),
    ("best", 1.62),
    ("best_sentence", 0.89),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -7.47;

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
