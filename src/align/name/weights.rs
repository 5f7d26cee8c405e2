//! The decision: a logistic combination of named features, with its weights in `weights.tsv`.
//!
//! `fit.py` fits the weights on labelled pairs; the program only reads them. A feature that the table does not hold
//! weighs nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;

/// What was seen in two names: each feature by name, in a fixed order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features(Vec<(&'static str, f32)>);

impl Features {
    /// Sets a feature; nothing is kept of zeros.
    pub(super) fn set(&mut self, name: &'static str, value: f32) {
        if value > 0.0 {
            self.0.push((name, value));
        }
    }

    /// Sets a feature that is there or not.
    pub(super) fn flag(&mut self, name: &'static str, value: bool) {
        self.set(name, f32::from(u8::from(value)));
    }

    /// The features that are not zero, in the order seen.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, f32)> + '_ {
        self.0.iter().copied()
    }

    /// How likely it is that both names name one entity.
    pub(super) fn probability(&self, model: &Model) -> f64 {
        let sum: f32 = model.bias
            + self
                .iter()
                .map(|(name, value)| value * model.weights.get(name).copied().unwrap_or(0.0))
                .sum::<f32>();
        1.0 / (1.0 + f64::from(-sum).exp())
    }
}

/// The weights for one kind of name.
#[derive(Default)]
pub(super) struct Model {
    bias: f32,
    weights: FxHashMap<&'static str, f32>,
}

impl Model {
    /// Whether words left over on both sides make two names of any two persons: no weight of what may be seen beside them comes
    /// up to theirs.
    pub(super) fn contradiction_decides(&self) -> bool {
        let weight = |name: &str| self.weights.get(name).copied().unwrap_or(0.0);
        let beside = [
            "contradicted-nearness",
            "contradicted-initials",
            "other-order",
        ];
        let most: f32 = beside.iter().map(|name| weight(name).max(0.0)).sum();
        let equal = 3.0 * weight("contradicted-beside-equal").max(0.0);
        let left_over = weight("contradicted-words");
        left_over < 0.0 && self.bias + left_over + most + equal < 0.0
    }
}

/// The weights for all kinds of names.
#[derive(Default)]
pub(super) struct Models {
    pub(super) person: Model,
    pub(super) organization: Model,
    pub(super) place: Model,
}

pub(super) fn models() -> &'static Models {
    static MODELS: LazyLock<Models> = LazyLock::new(|| {
        let mut models = Models::default();
        for row in &lexicon::table(include_str!("weights.tsv")).rows {
            let model = match row[0] {
                "person" => &mut models.person,
                "organization" => &mut models.organization,
                _ => &mut models.place,
            };
            let weight = row[2].parse().unwrap_or(0.0);
            if row[1] == "bias" {
                model.bias = weight;
            } else {
                model.weights.insert(row[1], weight);
            }
        }
        models
    });
    &MODELS
}
