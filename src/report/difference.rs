//! How far apart the answers are, in words for a reader.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{escape, wording};
use crate::finding::Group;
use crate::value::{DateRange, DateValue, Dimension, Figure, Unit, Value};

/// The difference between the answers; `None` where there is no such thing (scores) or it cannot be reckoned.
pub(super) fn difference(groups: &[Group]) -> Option<String> {
    let first = groups.first()?;
    match &first.value {
        Value::Figure(_) => {
            let figures: Option<Vec<&Figure>> = groups
                .iter()
                .map(|g| match &g.value {
                    Value::Figure(figure) => Some(&**figure),
                    _ => None,
                })
                .collect();
            between_figures(&figures?)
        }
        Value::Date(_) => {
            let dates: Option<Vec<&DateValue>> = groups
                .iter()
                .map(|g| match &g.value {
                    Value::Date(date) => Some(date),
                    _ => None,
                })
                .collect();
            between_dates(&dates?)
        }
        Value::Time(_) => {
            let minutes: Option<Vec<u16>> = groups
                .iter()
                .map(|g| match &g.value {
                    Value::Time(time) => Some(time.earliest),
                    _ => None,
                })
                .collect();
            let minutes = minutes?;
            let apart = minutes.iter().max()? - minutes.iter().min()?;
            (apart > 0).then(|| plural(&Decimal::from(apart), "minute"))
        }
        Value::Name(_) if groups.len() > 2 => {
            let names = groups
                .iter()
                .map(|g| format!("\"{}\"", escape::line(&g.display)));
            Some(names.collect::<Vec<_>>().join(" / "))
        }
        Value::Name(_) | Value::Quote(_) => between_words(groups),
        Value::Score(_) => None,
    }
}

/// From the least to the greatest, absolutely and as a share of the least.
fn between_figures(figures: &[&Figure]) -> Option<String> {
    let in_base: Option<Vec<(Decimal, &Figure)>> = figures
        .iter()
        .map(|figure| Some((figure.representative()?, *figure)))
        .collect();
    let in_base = in_base?;
    let &(low, figure) = in_base.iter().min_by_key(|(amount, _)| *amount)?;
    let &(high, _) = in_base.iter().max_by_key(|(amount, _)| *amount)?;
    let base = high.checked_sub(low)?;
    if base.is_zero() {
        return None;
    }
    // A difference has no zero point of its own: of a conversion it takes the factor and not the offset.
    let apart = match figure.unit {
        Some(Unit { factor, .. }) => base.checked_mul(factor.1)?.checked_div(factor.0)?,
        None => base,
    };
    let absolute = with_unit(apart, figure);
    Some(match relative(figure.dimension, low, high) {
        Some(relative) => format!("{absolute}; {relative}"),
        None => absolute,
    })
}

/// The same as a share, where a share says something: not for percentages, ranks, ages, and scales whose zero is
/// arbitrary or that are not linear.
fn relative(dimension: Dimension, low: Decimal, high: Decimal) -> Option<String> {
    if matches!(
        dimension,
        Dimension::Percent
            | Dimension::Points
            | Dimension::Rank
            | Dimension::Age
            | Dimension::Temperature
            | Dimension::Magnitude
            | Dimension::Angle
    ) || low <= Decimal::ZERO
    {
        return None;
    }
    let times = high.checked_div(low)?;
    if times >= Decimal::TWO {
        return Some(format!(
            "the larger is {} times the smaller",
            rounded(times, 1)
        ));
    }
    let share = times
        .checked_sub(Decimal::ONE)?
        .checked_mul(Decimal::ONE_HUNDRED)?;
    let digits = if share < Decimal::TEN { 1 } else { 0 };
    let share = rounded(share, digits);
    Some(if share.is_zero() {
        "less than 0.1% of the smaller".to_owned()
    } else {
        format!("{share}% of the smaller")
    })
}

/// Days between the nearest ends of the first and the last range.
fn between_dates(dates: &[&DateValue]) -> Option<String> {
    let ranges: Option<Vec<_>> = dates.iter().map(|d| d.range).collect();
    let ranges = ranges?;
    let first = ranges.iter().min_by_key(|r| (r.latest, r.earliest))?;
    let last = ranges.iter().max_by_key(|r| (r.earliest, r.latest))?;
    let days = first.latest.until(last.earliest).ok()?.get_days();
    if days <= 0 {
        return None;
    }
    let is_year =
        |r: &DateRange| r.earliest.day_of_year() == 1 && r.latest == r.earliest.last_of_year();
    if is_year(first) && is_year(last) {
        let years = last.earliest.year() - first.earliest.year();
        return Some(plural(&Decimal::from(years), "year"));
    }
    let exact = first.earliest == first.latest && last.earliest == last.latest;
    let days = plural(&Decimal::from(days), "day");
    Some(if exact {
        days
    } else {
        format!("at least {days}")
    })
}

/// The words in which the first two writings differ.
fn between_words(groups: &[Group]) -> Option<String> {
    let [a, b, ..] = groups else { return None };
    let (a, b) = (escape::line(&a.display), escape::line(&b.display));
    let (x, y) = wording::differing(&a, &b)?;
    let shown = |words: &str| {
        let mut words = words.split_whitespace();
        let first: Vec<&str> = words.by_ref().take(LONGEST).collect();
        match (first.is_empty(), words.next()) {
            (true, _) => "nothing".to_owned(),
            (false, None) => format!("\"{}\"", first.join(" ")),
            (false, Some(_)) => format!("\"{} …\"", first.join(" ")),
        }
    };
    Some(format!("{} / {}", shown(&a[x]), shown(&b[y])))
}

/// How many differing words are quoted; with more the excerpts say it better.
const LONGEST: usize = 12;

fn with_unit(amount: Decimal, figure: &Figure) -> String {
    let number = number(amount);
    match (figure.dimension, figure.unit.map(|u| u.symbol)) {
        (Dimension::Percent, _) => format!("{number} percentage point{}", s(&amount)),
        (Dimension::Rank, _) => plural(&amount, "place"),
        (Dimension::Age, None) => plural(&amount, "year"),
        (_, None) => number,
        (Dimension::Money, Some("USD")) => format!("${number}"),
        (Dimension::Money, Some("GBP")) => format!("£{number}"),
        (Dimension::Money, Some("EUR")) => format!("€{number}"),
        (Dimension::Money, Some("JPY")) => format!("¥{number}"),
        (Dimension::Money, Some("INR")) => format!("₹{number}"),
        (Dimension::Age | Dimension::Duration, Some(unit)) => plural(&amount, unit),
        (_, Some(unit)) => format!("{number} {unit}"),
    }
}

fn plural(amount: &Decimal, unit: &str) -> String {
    format!(
        "{} {}",
        number(*amount),
        units(unit, *amount == Decimal::ONE)
    )
}

/// A unit that is a word, as many as there are: "year", "centuries".
pub(super) fn units(unit: &str, one: bool) -> String {
    match unit {
        unit if one => unit.to_owned(),
        "century" => "centuries".to_owned(),
        "millennium" => "millennia".to_owned(),
        unit => format!("{unit}s"),
    }
}

fn s(amount: &Decimal) -> &'static str {
    if *amount == Decimal::ONE { "" } else { "s" }
}

fn rounded(amount: Decimal, digits: u32) -> Decimal {
    amount
        .round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
}

/// A number as an article would write it: "31 million", "1,240", "0.25".
pub(super) fn number(amount: Decimal) -> String {
    for (size, word) in [
        (1_000_000_000_000_i64, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
    ] {
        let size = Decimal::from(size);
        if amount.abs() >= size
            && let Some(scaled) = amount.checked_div(size)
            && scaled.normalize().scale() <= 3
        {
            return format!("{} {word}", grouped(scaled.normalize()));
        }
    }
    grouped(rounded(amount, 3))
}

/// With commas between the thousands.
fn grouped(amount: Decimal) -> String {
    let text = amount.to_string();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (whole, part) = text
        .split_once('.')
        .map_or((text, None), |(w, p)| (w, Some(p)));
    let mut result = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            result.push(',');
        }
        result.push(digit);
    }
    if let Some(part) = part {
        result.push('.');
        result.push_str(part);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Bound, DateRange, Expression, Interval, Kind, Name, Quote};
    use jiff::civil::{Date, date};

    fn group(kind: Kind, value: Value, display: &str) -> Group {
        Group {
            kind,
            value,
            noun: None,
            display: display.to_owned(),
            occurrences: Vec::new(),
        }
    }

    fn figure(amount: &str, unit: Option<(&'static str, i64, i64)>, dimension: Dimension) -> Group {
        let amount: Decimal = amount.parse().unwrap();
        let unit = unit.map(|(symbol, over, under)| Unit {
            symbol,
            dimension,
            factor: (Decimal::from(over), Decimal::from(under)),
            offset: Decimal::ZERO,
        });
        let value = Value::Figure(Box::new(Figure {
            amount: Some(amount),
            stated: Interval::exact(amount),
            plausible: Interval::exact(amount),
            bound: Bound::Exact,
            unit,
            dimension,
            ratio: None,
            per: None,
        }));
        group(Kind::Count, value, "")
    }

    #[test]
    fn figures_differ_absolutely_and_as_a_share() {
        let p = |a: &str, b: &str, unit, dimension| {
            difference(&[figure(a, unit, dimension), figure(b, unit, dimension)])
                .unwrap_or_default()
        };
        let dollars = Some(("USD", 1, 1));
        assert_eq!(
            p("44000000", "75000000", dollars, Dimension::Money),
            "$31 million; 70% of the smaller"
        );
        assert_eq!(
            p("5", "1.5", dollars, Dimension::Money),
            "$3.5; the larger is 3.3 times the smaller"
        );
        assert_eq!(
            p("18247", "18427", None, Dimension::Number),
            "180; 1% of the smaller"
        );
        assert_eq!(
            p("1000000", "1000001", None, Dimension::Number),
            "1; less than 0.1% of the smaller"
        );
        assert_eq!(p("0", "1200", None, Dimension::Number), "1,200");
        assert_eq!(
            p("60", "64", Some(("%", 1, 1)), Dimension::Percent),
            "4 percentage points"
        );
        assert_eq!(p("34", "36", None, Dimension::Age), "2 years");
        assert_eq!(p("2", "3", None, Dimension::Rank), "1 place");
        assert_eq!(p("7.1", "7.3", None, Dimension::Magnitude), "0.2");
        assert_eq!(p("9", "9", None, Dimension::Number), "");
    }

    #[test]
    fn figures_in_two_units_differ_in_the_unit_of_the_smaller() {
        let metres = figure("60", Some(("m", 1, 1)), Dimension::Length);
        let feet = figure("300", Some(("ft", 3048, 10000)), Dimension::Length);
        assert_eq!(
            difference(&[feet, metres]).unwrap(),
            "31.44 m; 52% of the smaller"
        );
    }

    #[test]
    fn dates_differ_by_days() {
        let day = |earliest: Date, latest: Date| {
            let unread = Expression::Years {
                first: 2014,
                count: 1,
            };
            let value = Value::Date(DateValue {
                range: Some(DateRange { earliest, latest }),
                ..DateValue::new(unread, None)
            });
            group(Kind::Date, value, "")
        };
        let (a, b) = (date(2014, 12, 24), date(2014, 12, 25));
        assert_eq!(difference(&[day(b, b), day(a, a)]).unwrap(), "1 day");
        let month = day(date(2015, 2, 1), date(2015, 2, 28));
        assert_eq!(difference(&[month, day(a, a)]).unwrap(), "at least 39 days");
        assert_eq!(difference(&[day(a, b), day(b, b)]), None);
    }

    #[test]
    fn names_and_quotations_differ_in_words() {
        let name = |text: &str| {
            let value = Value::Name(Name {
                canonical: text.to_owned(),
                entity: None,
            });
            group(Kind::Person, value, text)
        };
        let quote = |text: &str| {
            let value = Value::Quote(Quote {
                speaker: None,
                words: 0,
            });
            group(Kind::Quote, value, text)
        };
        assert_eq!(
            difference(&[name("Ann Smith"), name("Ann Smyth")]).unwrap(),
            "\"Smith\" / \"Smyth\""
        );
        assert_eq!(
            difference(&[
                quote("you kept better hours at it"),
                quote("you kept longer hours at it")
            ])
            .unwrap(),
            "\"better\" / \"longer\""
        );
        assert_eq!(
            difference(&[quote("a b"), quote("a very b")]).unwrap(),
            "nothing / \"very\""
        );
        assert_eq!(difference(&[quote("a"), quote("a")]), None);
    }
}
