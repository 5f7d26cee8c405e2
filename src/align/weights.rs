//! The weights of the alignment score: one table, fitted by `training/fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.09),
    ("noun_clash", -0.63),
    ("modifier", 0.41),
    ("predicate", -0.09),
    ("predicate_clash", 0.15),
    ("subject", -0.03),
    ("subject_clash", -0.41),
    ("near", -0.13),
    ("clause", 1.15),
    ("sentence", -0.03),
    ("before", -0.02),
    ("left", 0.17),
    ("right", -0.35),
    ("names", 0.31),
    ("contrast", -1.71),
    ("forecast_clash", -0.14),
    ("part_clash", -0.49),
    ("so_far_clash", -0.20),
    ("change_clash", -0.09),
    ("each_clash", -0.30),
    ("date_same", 1.28),
    ("date_clash", -0.11),
    ("title", 0.68),
    ("owner_same", 0.36),
    ("owner_clash", -0.57),
    ("place_clash", -0.29),
    ("noun_class", 0.28),
    ("alternative", 0.70),
    ("age", 0.41),
    ("age_owner_same", 3.70),
    ("age_owner_clash", -0.87),
    ("date", 0.25),
    ("ordinal", -0.26),
    ("score", 0.98),
    ("record_owner_same", 0.09),
    ("measure", -0.11),
    ("lone", 0.93),
    ("kin", 0.10),
    ("strange", -3.30),
    ("key", 0.19),
    ("lone_noun", 1.47),
    ("owner_other", -0.02),
    ("slot_same", 1.45),
    ("slot_other", -0.62),
    ("order_clash", -0.31),
    ("other_clash", -0.20),
    ("year_clash", -0.21),
    ("since_clash", -0.27),
    ("distance", -2.16),
    ("beginning", 0.85),
    ("gist", 0.76),
    ("best", 0.90),
    ("best_sentence", 0.32),
    ("gist_lead", 1.38),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -2.33;

/// How likely it is that two claims answer one question, 0 to 1.
pub fn probability(features: &Features) -> f64 {
    logistic(BIAS + contributions(features).map(|(_, x)| x).sum::<f64>())
}

/// How likely it could be at most, before the pair is set against its rivals.
pub(super) fn most(features: &Features) -> f64 {
    let mut best = features.clone();
    best.set_against(0.0, 0.0, 0.0);
    let rivalry: f64 = WEIGHTS[COUNT - 3..].iter().map(|(_, w)| w.max(0.0)).sum();
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
