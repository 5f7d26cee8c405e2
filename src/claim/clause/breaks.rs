//! Where clauses begin.

use std::ops::Range;

use super::line::{Line, is_saying};
use crate::segment::tag::{Tag, is_auxiliary};
use crate::value::Kind;

impl Line<'_> {
    /// Where clauses begin, as positions; the first is 0.
    pub(super) fn breaks(&self, verbs: &[Range<usize>]) -> Vec<usize> {
        let mut breaks = vec![0];
        for pair in verbs.windows(2) {
            let between = pair[0].end..pair[1].start;
            let at = between
                .clone()
                .rev()
                .find(|&p| self.is_break(p) && !self.closes_apposition(p, between.clone()))
                .unwrap_or_else(|| self.no_mark(pair));
            breaks.push(at.max(1));
        }
        // Lists without a verb: "Miller had 15 points, Iguodala 14".
        for p in 1..self.outer.len() {
            let list = matches!(self.word(p), "," | ";" | "and")
                && (self.starts_gap(p + 1) || self.starts_toll(p + 1));
            let mark = matches!(self.word(p), ";" | "—" | "–" | "--" | ":")
                && self.text.spaced(self.outer[p]);
            if list || mark {
                breaks.push(p);
            }
        }
        breaks.sort_unstable();
        breaks.dedup();
        breaks
    }

    /// The second comma of "Smith, the mayor, said": nothing between it and the verb.
    fn closes_apposition(&self, p: usize, between: Range<usize>) -> bool {
        self.word(p) == ","
            && p + 1 == between.end
            && between.clone().any(|q| q < p && self.word(q) == ",")
            || self.word(p) == "," && p + 1 < between.end && {
                // The first comma of such a pair is no break either.
                let next = (p + 1..between.end).find(|&q| self.word(q) == ",");
                next.is_some_and(|q| q + 1 == between.end)
            }
    }

    /// Where the second of two verb groups takes over when no mark says so: after a verb of saying, or at the phrase before
    /// the second verb.
    fn no_mark(&self, pair: &[Range<usize>]) -> usize {
        let (first, second) = (&pair[0], &pair[1]);
        let saying = is_saying(self.lower(first.end - 1));
        if saying || first.end == second.start {
            // "said on Monday the man was": the day is that of saying.
            return (first.end..second.start)
                .take_while(|&p| {
                    matches!(self.figure(p), Some(Kind::Date | Kind::Time))
                        || self.tag(p) == Tag::Preposition
                            && self.outer.get(p + 1).is_some_and(|&i| {
                                matches!((self.figure)(i), Some(Kind::Date | Kind::Time))
                            })
                })
                .last()
                .map_or(first.end, |p| p + 1);
        }
        // "cost the studio $44 million to make": an infinitive takes nothing from before its "to".
        if self.tag(second.start - 1) == Tag::To {
            return second.start - 1;
        }
        // "the man killed in the fire was": the second verb's subject lies before the first; it takes over where it stands.
        let reduced = self.tag(first.start) == Tag::Participle
            && first.start > 0
            && self.tag(first.start - 1).is_nominal();
        if reduced {
            return second.start;
        }
        // "killed 40 people sheltering in a school": the 40 were killed.
        let form = self.tag(second.start);
        let object = form == Tag::Participle && !self.text.lexeme(self.outer[first.end - 1]).light;
        if form == Tag::Gerund || object {
            return second.start;
        }
        // "expects sales to rise": the phrase before an infinitive or participle belongs to it.
        let mut at = second.start;
        while at > first.end
            && !matches!(self.tag(at - 1), Tag::Preposition | Tag::Mark | Tag::Verb)
        {
            at -= 1;
        }
        at
    }

    /// "Iguodala 14": a short phrase that a figure follows, and no verb.
    fn starts_gap(&self, from: usize) -> bool {
        let mut at = from;
        let mut names = 0;
        while at < self.outer.len()
            && at < from + 5
            && matches!(self.tag(at), Tag::Proper | Tag::Determiner)
            && self.figure(at).is_none()
        {
            names += usize::from(self.tag(at) == Tag::Proper);
            at += 1;
        }
        // "Skaldby itself 31,000"
        if names > 0
            && at < self.outer.len()
            && matches!(
                self.lower(at),
                "itself" | "himself" | "herself" | "themselves"
            )
        {
            at += 1;
        }
        names > 0 && at < self.outer.len() && self.figure(at).is_some()
    }

    /// "dozens injured", "at least 250 others hurt": a figure and what became of them, in a list without verbs.
    fn starts_toll(&self, from: usize) -> bool {
        let tag = |at: usize| self.outer.get(at).map(|&i| self.tags[i]);
        let counts = |at: usize| {
            self.outer
                .get(at)
                .is_some_and(|&i| (self.figure)(i) == Some(Kind::Count))
        };
        // A hedge of up to three words: "and at least another".
        let Some(first) = (from..from + 4).find(|&at| counts(at)) else {
            return false;
        };
        let hedged = (from..first).all(|at| {
            matches!(
                tag(at),
                Some(Tag::Adverb | Tag::Preposition | Tag::Determiner | Tag::Adjective)
            )
        });
        let mut at = first;
        while counts(at) {
            at += 1;
        }
        if matches!(tag(at), Some(Tag::Noun))
            || matches!(
                self.text
                    .lower(self.outer.get(at).copied().unwrap_or(usize::MAX)),
                "others" | "more"
            )
        {
            at += 1;
        }
        let became = matches!(tag(at), Some(Tag::Participle | Tag::Past | Tag::Adjective))
            && !is_auxiliary(self.lower(at));
        hedged
            && became
            && !matches!(
                tag(at + 1),
                Some(Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Determiner)
            )
    }
}
