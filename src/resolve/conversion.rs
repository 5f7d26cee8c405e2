//! One value in two systems: "60 metres (200 feet)".

use crate::mention::Mention;
use crate::segment::Text;
use crate::value::{Figure, Value};

/// Pairs of neighbouring mentions of one dimension, the second in brackets right after the first, that write one value.
///
/// The two must agree as figures of two articles would: brackets also hold a part, a change or a limit of what stands
/// before them. Money does not convert, so what stands in brackets after it is linked by its place alone.
pub(super) fn link(text: &Text, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let figures: Vec<usize> = (0..mentions.len())
        .filter(|&i| mentions[i].kind.is_figure())
        .collect();
    figures
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|&(a, b)| is_conversion(text, &mentions[a], &mentions[b]))
        .collect()
}

fn is_conversion(text: &Text, a: &Mention, b: &Mention) -> bool {
    let (Value::Figure(x), Value::Figure(y)) = (&a.value, &b.value) else {
        return false;
    };
    if a.tokens.end > b.tokens.start || x.dimension != y.dimension || x.unit == y.unit {
        return false;
    }
    let between = a.tokens.end..b.tokens.start;
    let mark = text.word(between.start);
    let bracketed = matches!(mark, "(" | "[") && between.len() <= 3;
    let slashed = between.len() == 1 && matches!(mark, "/" | "or");
    let apart = between.len() <= 2 && mark == "," && text.lower(between.start + 1) == "or";
    (bracketed || slashed || apart) && same_value(x, y)
}

/// Whether the two can be one value: by their plausible intervals in the base unit; money in two currencies always.
fn same_value(x: &Figure, y: &Figure) -> bool {
    match (x.unit, y.unit) {
        (Some(a), Some(b)) if !a.converts() || !b.converts() => true,
        (Some(_), Some(_)) => x.in_base().1.meets(&y.in_base().1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::mentions;
    use crate::segment::sample;

    fn linked(prose: &str) -> Vec<(String, String)> {
        let (_, text) = sample(prose);
        let mentions = mentions(&text);
        let word = |i: usize| text.slice(mentions[i].span).to_owned();
        link(&text, &mentions)
            .into_iter()
            .map(|(a, b)| (word(a), word(b)))
            .collect()
    }

    #[test]
    fn one_value_in_two_systems_is_linked() {
        let p = |prose: &str, a: &str, b: &str| {
            assert_eq!(linked(prose), [(a.to_owned(), b.to_owned())], "{prose}");
        };
        p(
            "The wall is 60 metres (200 feet) long.",
            "60 metres",
            "200 feet",
        );
        p("It lies 8 km (5.0 mi) north of the town.", "8 km", "5.0 mi");
        p(
            "It reached 45 degrees Celsius (113 degrees Fahrenheit).",
            "45 degrees Celsius",
            "113 degrees Fahrenheit",
        );
        p(
            "They paid 9.9 billion yuan (about $1.4 billion) for it.",
            "9.9 billion yuan",
            "$1.4 billion",
        );
        p(
            "A plot of about 120,000 square metres, or 1.3 million square feet, was sold.",
            "120,000 square metres",
            "1.3 million square feet",
        );
    }

    #[test]
    fn brackets_with_another_value_are_not_linked() {
        assert!(linked("The wall is 60 metres (12 feet) long.").is_empty());
        assert!(linked("It grew to 60 metres (up 4 metres) in May.").is_empty());
        assert!(linked("He ran 60 metres. The other ran 200 feet.").is_empty());
    }
}
