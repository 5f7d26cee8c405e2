//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.21),
    ("noun_clash", -0.17),
    ("modifier", 0.47),
    ("predicate", -0.17),
    ("predicate_clash", -0.16),
    ("subject", 0.19),
    ("subject_clash", -0.22),
    ("near", 1.13),
    ("clause", 1.55),
    ("sentence", 0.66),
    ("before", -0.07),
    ("left", 0.45),
    ("right", 0.25),
    ("names", 0.32),
    ("contrast", -1.71),
    ("forecast_clash", -0.69),
    ("part_clash", -0.40),
    ("change_clash", -1.06),
    ("each_clash", -0.91),
    ("date_same", -0.71),
    ("date_clash", 0.33),
    ("title", -0.12),
    ("owner_same", -0.61),
    ("owner_clash", -0.91),
    ("place_clash", -0.08),
    ("noun_class", 0.85),
    ("alternative", 0.73),
    ("age", 2.71),
    ("age_owner_same", 0.65),
    ("age_owner_clash", -1.67),
    ("date", 1.19),
    ("ordinal", 0.79),
    ("score", 0.62),
    ("record_owner_same", 1.36),
    ("measure", 0.23),
    ("lone", 1.20),
    ("kin", 3.00),
    ("key", 0.17),
    ("lone_noun", 1.57),
    ("owner_other", -0.25),
    ("slot_same", 1.48),
    ("slot_other", -1.35),
    ("best", 1.34),
    ("best_sentence", 0.99),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -7.31;

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
