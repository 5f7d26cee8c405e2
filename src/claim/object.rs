//! To whom something is done: "stopped *Smith* in the fifth round".
//!
//! A figure behind the object of a verb is about both: two fights of one boxer have one verb and one subject. Only persons are
//! taken, as teams and offices have too many names, and only those right behind the verb that stands last before the figure.

use super::bind::Binder;
use super::clause::Clauses;
use super::owner::bearer;
use crate::mention::Mention;
use crate::resolve::EntityId;
use crate::segment::tag::{Tag, is_auxiliary};
use crate::value::Kind;

/// As many words as these may stand between a verb and the name of its object: "a sluggish former champion".
const OBJECT: usize = 6;

impl Binder<'_> {
    /// The person to whom the verb before the value is done.
    pub(super) fn object(
        &self,
        mention: &Mention,
        clauses: &Clauses,
        own: usize,
    ) -> Option<EntityId> {
        let first = clauses.list[own].tokens.start;
        let verb = (first..mention.tokens.start)
            .rev()
            .find(|&i| self.tags[i].is_verb() || self.tags[i] == Tag::Gerund)?;
        if self.text.lexeme(verb).reports || is_auxiliary(self.text.lower(verb)) {
            return None;
        }
        // "knocked out Smith"
        let particle = matches!(
            self.text.lower(verb + 1),
            "out" | "off" | "down" | "up" | "past" | "over"
        );
        let from = verb + 1 + usize::from(particle);
        let phrase = (from..mention.tokens.start.min(from + OBJECT))
            .take_while(|&i| self.tags[i].is_in_phrase() || self.tags[i] == Tag::Number);
        let mut names = phrase.filter_map(|i| {
            let name = &self.mentions[self.owners.of(i)?];
            (name.tokens.start == i).then_some(name)
        });
        let name = names.find(|name| name.kind == Kind::Person)?;
        let owns = self.tags.get(name.tokens.end) == Some(&Tag::Possessive);
        let (entity, kind) = bearer(name, self.resolved)?;
        (!owns && kind == Kind::Person).then_some(entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::shown;

    #[test]
    fn a_figure_behind_an_object_has_it() {
        let p = |prose: &str, expected: &[&str]| {
            let found = shown(prose, |article, claim| {
                let object = claim.object.and_then(|object| article.named(object));
                object.map_or("-".to_owned(), |entity| entity.canonical.clone())
            });
            assert_eq!(found, expected, "{prose}");
        };
        p(
            "Peter Grange stopped Anton Stone in the fifth round.",
            &["fifth: Anton Stone"],
        );
        p(
            "Peter Grange won by knocking out a tired Anton Stone in six rounds.",
            &["six: Anton Stone"],
        );
        p(
            "Peter Grange beat Anton Stone's record by 12 points.",
            &["12: -"],
        );
        p("Peter Grange said Anton Stone had 12 boats.", &["12: -"]);
        p(
            "Peter Grange met Anton Stone and lost 12 games.",
            &["12: -"],
        );
    }
}
