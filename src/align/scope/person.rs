//! Whether the words around two values say that they are of two people, or of two places of one field.

use rust_decimal::Decimal;

use crate::Article;
use crate::claim::Claim;
use crate::value::{Kind, Value};

/// Whether both sentences give ages, and those of the one are years from those of the other: "the 36-year-old fell 60 metres" and
/// "Ames, 52, fell 300 metres". Two articles may be a year apart on the age of one person.
pub(in crate::align) fn of_two_ages(x: (&Article, &Claim), y: (&Article, &Claim)) -> bool {
    let (own, other) = (ages(x), ages(y));
    let one = |a: Decimal, b: Decimal| (a - b).abs() <= Decimal::ONE;
    !own.is_empty() && !other.is_empty() && own.iter().all(|&a| other.iter().all(|&b| !one(a, b)))
}

/// The ages in the sentence of a value.
fn ages((article, claim): (&Article, &Claim)) -> Vec<Decimal> {
    let sentence = claim.mention(&article.mentions).sentence;
    let ages = article.mentions.iter();
    ages.filter(|m| m.kind == Kind::Age && m.sentence == sentence)
        .filter_map(|m| match &m.value {
            Value::Figure(figure) => figure.amount,
            _ => None,
        })
        .collect()
}

/// Whether a length is the name of a line on a field: "on the 27-yard line". There are fifty, and a game goes over all of them.
pub(in crate::align) fn is_line((article, claim): (&Article, &Claim)) -> bool {
    let end = claim.mention(&article.mentions).tokens.end;
    let next = [end, end + 1].map(|i| article.text.lower(i));
    let line = if next[0] == "-" { next[1] } else { next[0] };
    matches!(line, "line" | "mark" | "stripe")
}
