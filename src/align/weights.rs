//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.08),
    ("noun_clash", -0.06),
    ("modifier", 0.43),
    ("predicate", -0.34),
    ("predicate_clash", -0.15),
    ("subject", 0.15),
    ("subject_clash", -0.24),
    ("near", 0.95),
    ("clause", 1.34),
    ("sentence", 0.76),
    ("before", 0.02),
    ("left", 0.56),
    ("right", 0.29),
    ("names", 0.39),
    ("contrast", -1.67),
    ("forecast_clash", -0.66),
    ("part_clash", -0.22),
    ("change_clash", -1.03),
    ("each_clash", -0.95),
    ("date_same", -0.63),
    ("date_clash", 0.35),
    ("title", -0.07),
    ("owner_same", -0.60),
    ("owner_clash", -0.87),
    ("place_clash", 0.01),
    ("noun_class", 0.91),
    ("alternative", 0.80),
    ("age", 2.79),
    ("age_owner_same", 0.61),
    ("age_owner_clash", -1.68),
    ("date", 1.28),
    ("ordinal", 0.83),
    ("score", 0.69),
    ("record_owner_same", 1.35),
    ("measure", 0.34),
    ("lone", 1.12),
    ("kin", 3.13),
    ("key", 0.19),
    ("lone_noun", 1.49),
    ("owner_other", -0.30),
    ("slot_same", 1.39),
    ("slot_other", -1.27),
    ("best", 1.54),
    ("best_sentence", 0.93),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -7.51;

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
