//! Whether the words around two values say that they are of two people.

use rust_decimal::Decimal;

use crate::Article;
use crate::claim::Claim;
use crate::value::Kind;

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
        .filter_map(|m| m.value.amount())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Document, InputFormat};

    fn article(prose: &str) -> Article {
        crate::analyze(Document::new(0, "t.txt", prose, InputFormat::Text))
    }

    /// The first length that a text gives.
    fn length(article: &Article) -> (&Article, &Claim) {
        let mut claims = article.claims.list.iter();
        let claim = claims.find(|c| c.kind == Kind::Measure);
        (article, claim.expect("the text gives a length"))
    }

    #[test]
    fn people_of_other_ages_are_other_people() {
        let p = |a: &str, b: &str, expected: bool| {
            let (a, b) = (article(a), article(b));
            assert_eq!(of_two_ages(length(&a), length(&b)), expected);
            assert_eq!(of_two_ages(length(&b), length(&a)), expected);
        };
        let one = "A 41-year-old climber fell 60 metres.";
        p(one, "Ada Ames, 27, fell 300 metres.", true);
        p(one, "Ada Ames, 42, fell 300 metres.", false);
        p(
            one,
            "Ada Ames, 27, saw Bo Hale, 41, fall 300 metres.",
            false,
        );
        p(one, "Ada Ames fell 300 metres.", false);
    }
}
