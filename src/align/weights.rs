//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.03),
    ("noun_clash", -0.68),
    ("modifier", 0.22),
    ("predicate", -0.13),
    ("predicate_clash", 0.14),
    ("subject", -0.03),
    ("subject_clash", -0.41),
    ("near", -0.16),
    ("clause", 1.07),
    ("sentence", -0.02),
    ("before", -0.03),
    ("left", 0.16),
    ("right", -0.32),
    ("names", 0.33),
    ("contrast", -1.67),
    ("forecast_clash", -0.15),
    ("part_clash", -0.49),
    ("so_far_clash", -0.19),
    ("change_clash", -0.09),
    ("each_clash", -0.33),
    ("date_same", 1.28),
    ("date_clash", -0.12),
    ("title", 0.68),
    ("owner_same", 0.36),
    ("owner_clash", -0.57),
    ("place_clash", -0.31),
    ("noun_class", 0.34),
    ("alternative", 0.70),
    ("age", 0.40),
    ("age_owner_same", 3.72),
    ("age_owner_clash", -0.86),
    ("date", 0.23),
    ("ordinal", -0.26),
    ("score", 0.97),
    ("record_owner_same", 0.09),
    ("measure", -0.12),
    ("lone", 0.91),
    ("kin", 0.08),
    ("strange", -3.29),
    ("key", 0.26),
    ("lone_noun", 1.53),
    ("owner_other", -0.02),
    ("slot_same", 1.44),
    ("slot_other", -0.64),
    ("order_clash", -0.30),
    ("other_clash", -0.20),
    ("year_clash", -0.23),
    ("since_clash", -0.27),
    ("distance", -2.18),
    ("beginning", 0.85),
    ("gist", 0.78),
    ("best", 0.97),
    ("best_sentence", 0.25),
    ("gist_lead", 1.38),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -2.27;

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
