//! The company that a value keeps: the figures beside it in its sentence.
//!
//! Of "52-3, 46 knockouts" and "53-3 with 46 knockouts" the equal figures say that the others answer one question. This looks at
//! the figures beside the two values and never at how near the two are to each other.

use std::hash::{Hash, Hasher};

use rust_decimal::Decimal;
use rustc_hash::FxHasher;

use crate::Article;
use crate::claim::Claim;
use crate::value::{Dimension, Expression, Value};

/// What so many equal values beside two others say, from none on: one may be chance, two hardly are, and more say no more. Fitted
/// on all that is marked, one is worth a third of two.
const COMPANY: [f64; 3] = [0.0, 0.35, 1.0];

/// Whole numbers up to this one are equal by chance: three men and three cars.
const SMALL: u32 = 12;

/// So many values on each side are looked at: a sentence of more is a table.
const REACH: usize = 12;

/// The values of one sentence, as numbers that stand for them.
#[derive(Clone, Debug, Default)]
pub(super) struct Company {
    /// The value itself, per cent left out: "46 per cent to 41" is 41 per cent.
    own: Option<u64>,
    /// Those beside it, likewise, in order.
    others: Vec<u64>,
    /// Those of them that are rarely equal by chance, in order.
    telling: Vec<u64>,
}

impl Company {
    /// The company of a claim; claims stand in text order.
    pub(super) fn new(article: &Article, claim: &Claim) -> Company {
        let own = claim.mentions[0];
        let value = |c: &Claim| &c.mention(&article.mentions).value;
        let sentence = article.mentions[own].sentence;
        let list = &article.claims.list;
        let at = list.partition_point(|c| c.mentions[0] < own);
        let beside = |c: &&Claim| c.mention(&article.mentions).sentence == sentence;
        let before = list[..at].iter().rev().take_while(beside).take(REACH);
        let behind = list[at..].iter().skip(1).take_while(beside).take(REACH);
        let mut company = Company {
            own: standing_for(value(claim), false),
            ..Company::default()
        };
        for other in before.chain(behind).map(value) {
            let number = standing_for(other, false).filter(|&number| company.own != Some(number));
            let Some(number) = number else {
                continue;
            };
            company.others.push(number);
            if is_telling(other) {
                company.telling.extend(standing_for(other, true));
            }
        }
        for numbers in [&mut company.others, &mut company.telling] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        company
    }

    /// How many telling values two sentences share, 0 to 1. None, where one of them gives the other's own value elsewhere: of
    /// "12 teams" and "from 10 teams to 12" the twelves are one.
    pub(super) fn shared(&self, other: &Company) -> f64 {
        let gives = |x: &Company, y: &Company| {
            x.own
                .is_some_and(|own| y.others.binary_search(&own).is_ok())
        };
        let both = |value: &&u64| other.telling.binary_search(value).is_ok();
        let shared = self.telling.iter().filter(both).take(COMPANY.len() - 1);
        let shared = COMPANY[shared.count()];
        if shared > 0.0 && (gives(self, other) || gives(other, self)) {
            0.0
        } else {
            shared
        }
    }
}

/// A number that stands for the value, the same for equal ones, by its unit or with per cent left out.
fn standing_for(value: &Value, by_unit: bool) -> Option<u64> {
    let mut hasher = FxHasher::default();
    match value {
        Value::Figure(figure) => {
            if by_unit || figure.dimension != Dimension::Percent {
                figure.dimension.hash(&mut hasher);
                figure.unit.map(|unit| unit.symbol).hash(&mut hasher);
            } else {
                (Dimension::Number, None::<&str>).hash(&mut hasher);
            }
            figure.amount?.normalize().hash(&mut hasher);
        }
        Value::Date(date) => match date.expression {
            Expression::Calendar {
                year, month, day, ..
            } => (0u8, year, month, day).hash(&mut hasher),
            _ => return None,
        },
        Value::Time(time) => (1u8, time.earliest, time.latest).hash(&mut hasher),
        Value::Score(score) => (2u8, &score.parts).hash(&mut hasher),
        Value::Name(_) | Value::Quote(_) => return None,
    }
    Some(hasher.finish())
}

/// Whether few others are equal to the value by chance: a year, a day of a month, a time, a score, and a figure that is more than
/// a handful.
fn is_telling(value: &Value) -> bool {
    match value {
        Value::Figure(figure) => figure.amount.is_some_and(|amount| {
            let handful = amount.abs() <= Decimal::from(SMALL) && amount.is_integer();
            !handful && figure.dimension != Dimension::Rank
        }),
        Value::Date(date) => matches!(
            date.expression,
            Expression::Calendar { day: Some(_), .. } | Expression::Calendar { year: Some(_), .. }
        ),
        Value::Time(_) | Value::Score(_) => true,
        Value::Name(_) | Value::Quote(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Document, InputFormat};

    #[test]
    fn equal_figures_beside_two_others_join_them() {
        let read = |prose: &str| crate::analyze(Document::new(0, "t", prose, InputFormat::Text));
        let p = |a: &str, b: &str, expected: f64| {
            let (x, y) = (read(a), read(b));
            let first = |article| Company::new(article, &article.claims.list[0]);
            let shared = first(&x).shared(&first(&y));
            assert!((shared - expected).abs() < 1e-9, "{shared}: {a} / {b}");
        };
        p(
            "Brandt (41-2, 33 knockouts) won.",
            "Brandt rose to 42-2 with 33 knockouts.",
            0.35,
        );
        p(
            "Fire took 84 homes and 310 barns on 4 May 2016.",
            "Fire took 61 homes and 310 barns on 4 May 2016.",
            1.0,
        );
        // A handful of anything is equal by chance, and so is a day of the week.
        p(
            "Fire took 84 homes and three barns on Monday.",
            "Fire took 61 homes and three barns on Monday.",
            0.0,
        );
        // The twelves are one, and the ten is another figure.
        p(
            "It has 12 teams from 19 October.",
            "It grows from 10 teams to 12 on 19 October.",
            0.0,
        );
        p(
            "Of 2,140 asked, 41 went for Bell.",
            "Of 2,140 asked, 2 points more than 41 percent did.",
            0.0,
        );
        p("Fire took 84 homes.", "Fire took 61 homes.", 0.0);
    }
}
