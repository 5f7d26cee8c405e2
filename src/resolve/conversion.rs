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

/// How many words may stand between the two behind the mark: "(or a little over 200 feet)".
const MOST_BETWEEN: usize = 5;

/// Words before the second value that say that it is the first one again, and how closely.
fn is_between(word: &str) -> bool {
    matches!(
        word,
        "or" | "about"
            | "around"
            | "roughly"
            | "some"
            | "nearly"
            | "almost"
            | "approximately"
            | "approx"
            | "over"
            | "under"
            | "just"
            | "a"
            | "little"
            | "more"
            | "less"
            | "than"
            | "equal"
            | "equivalent"
            | "to"
            | "="
            | "~"
            | "≈"
    )
}

fn is_conversion(text: &Text, a: &Mention, b: &Mention) -> bool {
    let (Value::Figure(x), Value::Figure(y)) = (&a.value, &b.value) else {
        return false;
    };
    if a.tokens.end > b.tokens.start || x.dimension != y.dimension || x.unit == y.unit {
        return false;
    }
    let mut between = (a.tokens.end..b.tokens.start).map(|token| text.lower(token));
    let Some(mark) = between.next() else {
        return false;
    };
    let rest: Vec<&str> = between.take(MOST_BETWEEN + 1).collect();
    let converts = x.unit.is_some_and(|unit| unit.converts());
    let joined = match mark {
        "(" | "[" | "or" => true,
        "," => rest.first() == Some(&"or"),
        "/" => rest.is_empty(),
        // A dash sets apart whatever it likes: only values that are the same by their units.
        "-" | "–" | "—" => converts && text.spaced(a.tokens.end),
        _ => false,
    };
    let hedges = rest.len() <= MOST_BETWEEN && rest.iter().all(|word| is_between(word));
    joined && hedges && same_value(x, y)
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
            "It burned 31,000 acres, or about 48 square miles, of it.",
            "31,000 acres",
            "48 square miles",
        );
        p(
            "It fell 60 metres - roughly 200 feet - into the sea.",
            "60 metres",
            "200 feet",
        );
        p(
            "The wall is 60 metres (a little less than 200 feet) long.",
            "60 metres",
            "200 feet",
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
        assert!(linked("It cost €5 million - about $9 million went to him.").is_empty());
        assert!(linked("He ran 60 metres, then 200 feet.").is_empty());
        assert!(linked("He ran 60 metres. The other ran 200 feet.").is_empty());
    }
}
