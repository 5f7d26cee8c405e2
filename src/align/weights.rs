//! The weights of the alignment score: one table, fitted by `training/fit.py` on marked articles.

use super::features::{COUNT, Features};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.12),
    ("noun_clash", -0.31),
    ("modifier", 0.73),
    ("predicate", 0.04),
    ("predicate_clash", 0.27),
    ("subject", -0.08),
    ("subject_clash", -0.46),
    ("near", -0.05),
    ("clause", 1.39),
    ("sentence", 0.40),
    ("before", 0.11),
    ("left", 0.07),
    ("right", -0.37),
    ("names", 0.39),
    ("contrast", -1.91),
    ("forecast_clash", -0.29),
    ("part_clash", -0.34),
    ("so_far_clash", -0.21),
    ("change_clash", -0.12),
    ("each_clash", -0.77),
    ("date_same", 1.15),
    ("date_clash", -0.26),
    ("title", 0.91),
    ("owner_same", 0.23),
    ("owner_clash", -0.46),
    ("place_clash", -0.23),
    ("noun_class", 0.70),
    ("alternative", 0.93),
    ("age", 0.76),
    ("age_owner_same", 4.66),
    ("age_owner_clash", -1.20),
    ("date", 0.99),
    ("ordinal", 0.32),
    ("score", 1.42),
    ("record_owner_same", 1.05),
    ("measure", 0.31),
    ("money", 1.13),
    ("percent", 0.28),
    ("duration", 0.75),
    ("lone", 0.73),
    ("kin", 0.32),
    ("strange", -3.57),
    ("key", -0.03),
    ("lone_noun", 1.56),
    ("owner_other", 0.06),
    ("slot_same", 1.33),
    ("slot_other", -0.83),
    ("order_clash", -0.41),
    ("other_clash", -0.20),
    ("year_clash", -0.38),
    ("since_clash", -0.60),
    ("distance", -1.92),
    ("beginning", 1.01),
    ("company", 1.00),
    ("company_near", 0.60),
    ("company_around", 0.30),
    ("elsewhere", -0.50),
    ("elsewhere_often", -0.40),
    ("gist", 0.81),
    ("best", 0.89),
    ("best_sentence", 0.16),
    ("gist_lead", 1.02),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -3.31;

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
