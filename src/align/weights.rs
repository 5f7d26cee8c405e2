//! The weights of the alignment score: one table, fitted by `training/fit.py` on marked articles.

use super::features::{COUNT, Features, Row};

/// The weight of each feature.
const WEIGHTS: [(&str, f64); COUNT] = [
    ("noun", -1.15),
    ("noun_clash", -0.34),
    ("modifier", 0.69),
    ("predicate", 0.02),
    ("predicate_clash", 0.23),
    ("subject", -0.07),
    ("subject_clash", -0.46),
    ("near", -0.06),
    ("clause", 1.36),
    ("sentence", 0.40),
    ("before", 0.12),
    ("left", 0.07),
    ("right", -0.36),
    ("names", 0.37),
    ("contrast", -1.91),
    ("forecast_clash", -0.30),
    ("part_clash", -0.34),
    ("so_far_clash", -0.20),
    ("change_clash", -0.13),
    ("each_clash", -0.77),
    ("date_same", 1.18),
    ("date_clash", -0.25),
    ("title", 0.90),
    ("owner_same", 0.24),
    ("owner_clash", -0.47),
    ("place_clash", -0.22),
    ("noun_class", 0.62),
    ("alternative", 0.88),
    ("age", 0.73),
    ("bearer_same", 4.65),
    ("bearer_clash", -1.20),
    ("date", 1.00),
    ("ordinal", 0.29),
    ("score", 1.44),
    ("record_owner_same", 1.06),
    ("measure", 0.33),
    ("money", 1.12),
    ("percent", 0.26),
    ("duration", 0.77),
    ("lone", 0.76),
    ("kin", 0.22),
    ("strange", -3.55),
    ("key", -0.05),
    ("lone_noun", 1.56),
    ("owner_other", 0.05),
    // Where two verbs are done to two persons nothing is weighed: it sets the claims apart.
    ("object_clash", 0.0),
    ("slot_same", 1.36),
    ("slot_other", -0.85),
    ("order_clash", -0.40),
    ("other_clash", -0.20),
    ("year_clash", -0.37),
    ("since_clash", -0.60),
    ("distance", -1.97),
    ("beginning", 1.01),
    ("company", 1.90),
    ("gist", 0.86),
    ("best", 0.93),
    ("best_sentence", 0.22),
    ("gist_lead", 1.18),
];

/// What a pair of claims with no feature at all scores: most pairs answer different questions.
const BIAS: f64 = -3.35;

/// How likely it is that two claims answer one question, 0 to 1.
pub(super) fn probability(row: &Row) -> f64 {
    logistic(BIAS + weighed(&row.values).sum::<f64>())
}

/// How likely it could be at most, before the pair is set against its rivals.
pub(super) fn most(row: &Row) -> f64 {
    let rivalry: f64 = WEIGHTS[COUNT - 3..].iter().map(|(_, w)| w.max(0.0)).sum();
    let alone = weighed(&row.values).take(COUNT - 3);
    logistic(BIAS + rivalry + alone.sum::<f64>())
}

fn weighed(values: &[f64; COUNT]) -> impl Iterator<Item = f64> {
    let weights = WEIGHTS.iter().map(|&(_, weight)| weight);
    weights.zip(values).map(|(weight, value)| weight * value)
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// How much each feature adds: its name and weighted value.
pub fn contributions(features: &Features) -> impl Iterator<Item = (&'static str, f64)> {
    WEIGHTS
        .iter()
        .zip(features.values())
        .map(|(&(name, weight), value)| (name, weight * value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_its_weight() {
        assert_eq!(WEIGHTS.map(|(name, _)| name), super::super::features::NAMES);
    }
}
