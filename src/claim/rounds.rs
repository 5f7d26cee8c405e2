//! What there are seven of in "the seventh": the rounds, innings or quarters that the document has named.

use super::bind::Binder;
use super::{Claim, Role, Term};
use crate::segment::tag::Tag;
use crate::value::Kind;

impl Binder<'_> {
    /// Gives the ranks without a noun ("in the seventh") the noun of the nearest rank that has one of the kind that is counted off.
    pub(super) fn settle_rounds(&mut self, claims: &mut [Claim]) {
        let ranks = claims.iter().filter(|c| c.kind == Kind::Ordinal);
        let named: Vec<Term> = ranks
            .filter_map(|c| c.noun_term())
            .filter(|t| is_counted_off(self.text.lower(t.token as usize)))
            .copied()
            .collect();
        for claim in claims {
            if claim.kind == Kind::Ordinal && self.is_elliptic(claim) {
                let at = claim.mention(self.mentions).tokens.start as u32;
                let nearest = named.iter().min_by_key(|t| (t.token.abs_diff(at), t.token));
                claim.terms.extend(nearest.map(|noun| Term {
                    item: noun.item,
                    role: Role::Noun,
                    near: true,
                    token: at,
                }));
            }
        }
    }

    /// "in the seventh", with no noun behind it.
    fn is_elliptic(&self, claim: &Claim) -> bool {
        let tokens = &claim.mention(self.mentions).tokens;
        let bare = !matches!(
            self.tags.get(tokens.end),
            Some(Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Gerund | Tag::Number)
        ) && self.text.word(tokens.end) != "-";
        let definite = tokens
            .start
            .checked_sub(1)
            .is_some_and(|i| self.text.lower(i) == "the");
        bare && definite && claim.terms.iter().all(|t| t.role != Role::Noun)
    }
}

/// Stretches of a game or contest.
fn is_counted_off(word: &str) -> bool {
    matches!(
        word,
        "round"
            | "inning"
            | "quarter"
            | "half"
            | "period"
            | "set"
            | "frame"
            | "lap"
            | "hole"
            | "over"
    )
}

#[cfg(test)]
mod tests {
    use crate::claim::{Item, shown};

    #[test]
    fn a_rank_without_a_noun_counts_what_the_others_do() {
        let p = |prose: &str, expected: &[&str]| {
            let found = shown(prose, |article, claim| {
                let noun = claim.noun_term();
                let item = noun.map(|t| &article.claims.vocabulary.items()[t.item as usize]);
                match item {
                    Some(Item::Word { form, .. }) => form.to_string(),
                    _ => "-".to_owned(),
                }
            });
            assert_eq!(found, expected, "{prose}");
        };
        p(
            "He fell in the third round. He rose in the fourth.",
            &["third: round", "fourth: round"],
        );
        p(
            "He won the third prize. He rose in the fourth.",
            &["third: prize", "fourth: -"],
        );
        p(
            "He fell in the third round. It was the fourth such prize.",
            &["third: round", "fourth: prize"],
        );
        p("The ninth-seeded team won.", &["ninth: seeded"]);
    }
}
