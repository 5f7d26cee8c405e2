//! A case a line: a text, and the figures that are read in it as "kind text = value". Values are written as the contract
//! prints them: amount or low..high, bound where there is one, unit, what a price is for one of.

mod bound;
mod measure;
mod money;
mod number;
mod order;
mod rate;
mod refusal;
mod time;
mod width;

use rust_decimal::Decimal;

use crate::mention::mentions;
use crate::segment::sample;
use crate::value::{Bound, Figure, Value};

fn read(prose: &str) -> Vec<String> {
    let (_, text) = sample(prose);
    mentions(&text)
        .iter()
        .filter_map(|mention| {
            let words = text.slice(mention.span);
            let kind = mention.kind.name();
            match &mention.value {
                Value::Figure(figure) => Some(format!("{kind} {words} = {}", show(figure))),
                Value::Score(score) => {
                    let parts: Vec<String> = score.parts.iter().map(u32::to_string).collect();
                    Some(format!(
                        "{} {words} = {}",
                        score.kind.name(),
                        parts.join(":")
                    ))
                }
                Value::Date(_) | Value::Time(_) | Value::Name(_) | Value::Quote(_) => None,
            }
        })
        .collect()
}

fn show(figure: &Figure) -> String {
    let decimal = |x: Option<Decimal>| x.map_or(String::new(), |x| x.normalize().to_string());
    let mut shown = match figure.amount {
        Some(amount) => decimal(Some(amount)),
        None => format!(
            "{}..{}",
            decimal(figure.stated.low),
            decimal(figure.stated.high)
        ),
    };
    if !matches!(figure.bound, Bound::Exact | Bound::Between) {
        shown = format!("{} {shown}", figure.bound.name());
    }
    if let Some(unit) = figure.unit {
        shown = format!("{shown} {}", unit.symbol);
    }
    match &figure.per {
        Some(per) => format!("{shown} per {per}"),
        None => shown,
    }
}

/// The text holds these figures and no others.
fn p(prose: &str, expected: &[&str]) {
    assert_eq!(read(prose), expected, "{prose}");
}

/// The text holds no figure.
fn none(prose: &str) {
    assert_eq!(read(prose), [""; 0], "{prose}");
}

/// The one figure of a text.
fn figure(prose: &str) -> Figure {
    let (_, text) = sample(prose);
    let mut found = mentions(&text)
        .into_iter()
        .filter_map(|mention| match mention.value {
            Value::Figure(figure) => Some(*figure),
            _ => None,
        });
    let figure = found.next();
    assert!(found.next().is_none(), "more than one figure: {prose}");
    figure.unwrap_or_else(|| panic!("no figure: {prose}"))
}

proptest::proptest! {
    /// Words of every list beside each other in any order: nothing panics, spans hold text, intervals nest.
    #[test]
    fn no_order_of_words_breaks_the_parser(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..14)) {
        let prose = words.concat();
        let (_, text) = sample(&prose);
        for mention in mentions(&text) {
            proptest::prop_assert!(!text.slice(mention.span).is_empty());
            if let Value::Figure(figure) = &mention.value {
                proptest::prop_assert!(figure.plausible.contains(&figure.stated), "{} {:?}", prose, figure);
            }
        }
    }
}

const WORDS: &[&str] = &[
    " ",
    " ",
    " ",
    "-",
    "–",
    "/",
    ".",
    ",",
    "$",
    "€",
    "%",
    "(",
    ")",
    "'",
    "\"",
    "½",
    "°",
    "~",
    " a",
    " an",
    " the",
    " half",
    " quarter",
    " third",
    " thirds",
    " and",
    " of",
    " to",
    " or",
    " in",
    " out",
    " point",
    " minus",
    " no",
    " one",
    " two",
    " twenty",
    " hundred",
    " thousand",
    " million",
    " billion",
    " crore",
    " dozen",
    " dozens",
    " score",
    " hundredths",
    " each",
    " a",
    " below",
    "~",
    " ounces",
    " bloody",
    " hundreds",
    " couple",
    " few",
    " several",
    " first",
    " fifth",
    "1",
    "2",
    "7",
    "12",
    "120",
    "200",
    "000",
    "2014",
    "1,200",
    "34,567",
    "3.5",
    ".5",
    "8.1.2",
    "1.200",
    "99999999999999999999999999999",
    "0.0000000000000000000000000001",
    " m",
    "m",
    "k",
    "bn",
    " km",
    " ft",
    " feet",
    " foot",
    " inches",
    " degrees",
    "C",
    " square",
    " miles",
    " per",
    " hour",
    " year",
    " years",
    " old",
    " day",
    " days",
    " per",
    " cent",
    " points",
    " percentage",
    " basis",
    " dollars",
    " cents",
    " pounds",
    " US",
    "A",
    " Rs",
    " EUR",
    " about",
    " more",
    " than",
    " at",
    " least",
    " between",
    " from",
    " rose",
    " won",
    " vote",
    " record",
    " magnitude",
    " quake",
    " aged",
    " Smith",
    " son",
    " Boeing",
    " No",
    " his",
    "s",
    "st",
    "th",
    " Street",
    " people",
];
