//! Whose age it is where no name stands beside it: "a 16-year-old was shot", "the 34-year-old said".
//!
//! A document gives the age of one person once with the name and then without it. The age itself tells whom it means: this
//! looks at the figures of one document only, and never at those of the document that it is compared with.

use rust_decimal::Decimal;

use super::Claim;
use super::bind::Binder;
use crate::lexicon::names::Gender;
use crate::resolve::EntityId;
use crate::segment::tag::Tag;
use crate::value::{Kind, Value};

/// A bearer and an age that the document gives it.
type Known = (Decimal, u32);

impl Binder<'_> {
    /// Finds the bearers of the ages that have no name beside them, once all claims are bound.
    pub(super) fn settle_ages(&mut self, claims: &mut [Claim]) {
        let known: Vec<Known> = claims
            .iter()
            .filter(|c| c.beside)
            .filter_map(|c| Some((self.age(c)?, c.owner?)))
            .collect();
        for claim in claims.iter_mut().filter(|c| !c.beside) {
            let Some(age) = self.age(claim) else {
                continue;
            };
            claim.owner = match namesake(&known, age) {
                Some(owner) => Some(owner),
                None if claim.owner.is_some() => claim.owner,
                None => self.sort_of_bearer(claim).and_then(|gender| {
                    let owner = self.meant(claim, gender)?;
                    // Whoever is known to be of another age is not meant.
                    known
                        .iter()
                        .all(|(_, other)| *other != owner)
                        .then_some(owner)
                }),
            };
        }
    }

    fn age(&self, claim: &Claim) -> Option<Decimal> {
        match &self.mentions[*claim.mentions.first()?].value {
            Value::Figure(figure) if claim.kind == Kind::Age => figure.amount,
            _ => None,
        }
    }

    /// "the 34-year-old said", "the 34-year-old American", "the 34-year-old mother": nothing but the age says who, and the gender
    /// where the noun tells it. Any other noun may be of somebody who was not named before.
    fn sort_of_bearer(&self, claim: &Claim) -> Option<Option<Gender>> {
        let tokens = &claim.mention(self.mentions).tokens;
        let definite = tokens
            .start
            .checked_sub(1)
            .is_some_and(|i| self.text.lower(i) == "the");
        if !definite {
            return None;
        }
        match self.tags.get(tokens.end) {
            Some(Tag::Noun) => {
                let of = self.text.lower(tokens.end + 1) == "of"
                    && self.tags.get(tokens.end + 2) != Some(&Tag::Number);
                let gender = match self.text.lower(tokens.end) {
                    "mother" | "woman" => Gender::Female,
                    "father" | "man" => Gender::Male,
                    _ => return None,
                };
                (!of).then_some(Some(gender))
            }
            Some(Tag::Adjective) => None,
            Some(Tag::Proper) => self
                .owners
                .of(tokens.end)
                .is_some_and(|o| self.mentions[o].kind == Kind::OtherName)
                .then_some(None),
            _ => Some(None),
        }
    }

    /// Whom "the 34-year-old" means: whom "he" or "she" would mean there, unless it is known to be a man or a woman and the other
    /// is spoken of.
    fn meant(&mut self, claim: &Claim, gender: Option<Gender>) -> Option<u32> {
        let sentence = claim.mention(self.mentions).sentence;
        let entity: EntityId = self.topic(sentence)?;
        let known = self.resolved.entities.get(entity.0 as usize)?.gender;
        let other = gender.is_some_and(|g| known.is_some_and(|k| k != g));
        (!other).then(|| self.vocabulary.entity(entity))
    }
}

/// The only one whom the document gives that age.
fn namesake(known: &[Known], age: Decimal) -> Option<u32> {
    let mut same = known.iter().filter(|(other, _)| *other == age);
    let (_, first) = same.next()?;
    same.all(|(_, owner)| owner == first).then_some(*first)
}

#[cfg(test)]
mod tests {
    use crate::claim::owner::tests::owners;

    #[test]
    fn an_age_without_a_name_belongs_to_whom_the_document_gives_it() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(owners(prose), expected, "{prose}");
        p(
            "A 34-year-old lawyer was shot. Mary Whitfield, 34, died.",
            &["34-year-old: Mary Whitfield", "34: Mary Whitfield"],
        );
        // Two of one age.
        p(
            "A 34-year-old lawyer was shot. Mary Whitfield, 34, met Peter Grange, 34.",
            &["34-year-old: -", "34: Mary Whitfield", "34: Peter Grange"],
        );
        p(
            "Police arrested Peter Grange. He's 16 years old.",
            &["16 years old: Peter Grange"],
        );
        // The one of that age, and not the one who was named last.
        p(
            "Peter Grange, 16, was arrested. Mary Whitfield wept. He's 16 years old.",
            &["16: Peter Grange", "16 years old: Peter Grange"],
        );
        p(
            "Mary Whitfield was hurt with Peter Grange, and a 16-year-old girl died.",
            &["16-year-old: -"],
        );
        p(
            "At 55, Peter Grange is the oldest driver.",
            &["55: Peter Grange"],
        );
    }

    #[test]
    fn a_bare_age_means_whom_a_pronoun_would_mean() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(owners(prose), expected, "{prose}");
        p(
            "Peter Grange won the race. The 34-year-old beat six drivers.",
            &["34-year-old: Peter Grange", "six: -"],
        );
        p(
            "Peter Grange, 51, won the race. The 34-year-old was second.",
            &["51: Peter Grange", "34-year-old: -", "second: -"],
        );
        p(
            "Mary Whitfield was hit by a car. The 34-year-old mother died.",
            &["34-year-old: Mary Whitfield"],
        );
        p(
            "Peter Grange was arrested. The 34-year-old mother died.",
            &["34-year-old: -"],
        );
        p(
            "Peter Grange was arrested. The 34-year-old lawyer fled.",
            &["34-year-old: -"],
        );
        p(
            "Mary Whitfield was hit. The 64-year-old mother of the driver wept.",
            &["64-year-old: -"],
        );
        p(
            "Peter Grange was arrested. A 34-year-old fled.",
            &["34-year-old: -"],
        );
    }
}
