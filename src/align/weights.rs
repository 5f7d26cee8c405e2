//! The weights of the alignment score: one table, fitted by `fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -0.82),
    ("noun_clash", -0.53),
    ("modifier", -0.19),
    ("predicate", -0.25),
    ("predicate_clash", 0.16),
    ("subject", 0.03),
    ("subject_clash", -0.31),
    ("near", -0.09),
    ("clause", 1.12),
    ("sentence", 0.01),
    ("before", -0.08),
    ("left", 0.21),
    ("right", -0.19),
    ("names", 0.36),
    ("contrast", -1.44),
    ("forecast_clash", -0.13),
    ("part_clash", -0.51),
    ("change_clash", -0.06),
    ("each_clash", -0.28),
    ("date_same", 1.27),
    ("date_clash", -0.26),
    ("title", 0.60),
    ("owner_same", 0.30),
    ("owner_clash", -0.64),
    ("place_clash", -0.32),
    ("noun_class", 0.09),
    ("alternative", 0.72),
    ("age", 0.46),
    ("age_owner_same", 3.68),
    ("age_owner_clash", -0.96),
    ("date", 0.20),
    ("ordinal", -0.33),
    ("score", 0.77),
    ("record_owner_same", 0.11),
    ("measure", -0.15),
    ("lone", 0.94),
    ("kin", 1.21),
    ("key", 0.16),
    ("lone_noun", 1.72),
    ("owner_other", -0.06),
    ("slot_same", 1.44),
    ("slot_other", -0.62),
    ("order_clash", -0.33),
    ("other_clash", -0.19),
    ("year_clash", -0.20),
    ("since_clash", -0.24),
    ("distance", -2.15),
    ("beginning", 0.85),
    ("gist", 0.82),
    ("best", 0.94),
    ("best_sentence", 0.27),
    ("gist_lead", 1.31),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -3.00;

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
