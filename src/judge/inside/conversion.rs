//! "60 metres (400 feet)": one measure in two units that is two measures.
//!
//! Which mentions write one value twice is settled by [`crate::resolve`], which links the pairs that agree. Here are those
//! in the same form that do not: in brackets right behind each other, alone in them, one metric and the other not. In
//! brackets with two units of one system stands another measure as often as the same ("2 km (300 m of it uphill)").

use rust_decimal::Decimal;

use super::Fault;
use super::reckon::{shown, widened};
use super::scene::Scene;
use crate::lexicon::list;
use crate::value::{Dimension, Figure, Interval, Kind, Unit};

/// Hundredths by which a conversion may be off beyond all rounding: people convert in their heads.
const SLACK: i64 = 3;

pub(super) fn faults(scene: &Scene<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for values in scene.sentences() {
        for pair in values.windows(2) {
            if let Some(reckoned) = reckoned(scene, pair[0], pair[1]) {
                faults.push(Fault {
                    mentions: pair.to_vec(),
                    about: "one measure in two units".into(),
                    reckoned,
                });
            }
        }
    }
    faults
}

/// What the first of two measures is in the unit of the second, where they are written as one and cannot be.
fn reckoned(scene: &Scene<'_>, a: usize, b: usize) -> Option<String> {
    let measure = |m: usize| {
        let figure = scene.figure(m).filter(|f| f.per.is_none())?;
        (scene.mentions[m].kind == Kind::Measure).then_some((figure, figure.unit?))
    };
    let ((x, from), (y, to)) = (measure(a)?, measure(b)?);
    let converts = from.dimension == to.dimension && from.converts();
    if !converts || is_metric(from) == is_metric(to) || !one_value(scene, a, b) {
        return None;
    }
    let meant = readings(y, to);
    let meet = |one: Interval| meant.iter().any(|&other| one.meets(&other));
    if readings(x, from)
        .into_iter()
        .any(|one| meet(widened(one, SLACK)))
    {
        return None;
    }
    let base = from.to_base(x.amount?)?;
    let value = base.checked_mul(to.factor.1)?.checked_div(to.factor.0)?;
    let value = value.checked_sub(to.offset)?;
    let unit = scene.written(b);
    let unit = unit.trim_start_matches(|c: char| c.is_ascii_digit() || " ,.-–".contains(c));
    let unit = if unit.chars().any(char::is_alphabetic) && !unit.contains(char::is_whitespace) {
        unit
    } else {
        to.symbol
    };
    Some(format!("{} is {} {unit}", scene.written(a), shown(value)))
}

/// Whether the second mention stands in brackets right behind the first and has them for itself.
fn one_value(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let between = scene.tokens(a).end..scene.opening(b);
    let mut words = scene.words(between);
    let open = words.next();
    let close = scene.following(b);
    let rest = match words.next() {
        None => true,
        Some("or" | "=") => words.next().is_none(),
        Some(_) => false,
    };
    rest && matches!((open, close), (Some("("), ")") | (Some("["), "]"))
}

fn is_metric(unit: Unit) -> bool {
    matches!(
        unit.symbol,
        "km" | "m"
            | "cm"
            | "mm"
            | "kg"
            | "g"
            | "mg"
            | "t"
            | "L"
            | "mL"
            | "m²"
            | "km²"
            | "cm²"
            | "ha"
            | "m³"
            | "°C"
            | "km/h"
            | "m/s"
    )
}

/// What a measure may be in the base unit of its dimension: as its unit says, as another unit of that name, and for a
/// temperature also as a difference of two.
fn readings(figure: &Figure, unit: Unit) -> Vec<Interval> {
    let mut readings = vec![figure.in_base().1];
    let factor = |numerator: Decimal, denominator: Decimal| {
        figure
            .plausible
            .map(|x| x.checked_mul(numerator)?.checked_div(denominator))
    };
    if unit.dimension == Dimension::Temperature {
        readings.extend(factor(unit.factor.0, unit.factor.1));
    }
    if let Some(row) = list!("second_units").find(unit.symbol) {
        for field in row.split('\t').next().unwrap_or("").split(' ') {
            let scale = field.parse::<Decimal>().ok();
            let other = scale.and_then(|scale| unit.factor.0.checked_mul(scale));
            readings.extend(other.and_then(|numerator| factor(numerator, unit.factor.1)));
        }
    }
    readings
}
