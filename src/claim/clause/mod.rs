//! Clauses: the stretches of a sentence that have one verb each, with the subject of that verb.
//!
//! Nearly every false pair is two like figures of one sentence with different subjects ("five died and seven were
//! injured"), so a figure takes its subject and predicate from its own clause only. The analysis is shallow and total:
//! every token of a sentence is in exactly one clause, verbs or not.

mod breaks;
mod insertion;
mod line;
mod subject;

use std::ops::Range;

use crate::segment::tag::Tag;
use crate::segment::{Sentence, Text};
use crate::value::Kind;
use line::Line;
pub(super) use line::is_saying;
pub(super) use subject::phrase_before;

/// A stretch of a sentence around one verb group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its tokens. A bracket or relative clause inside them is a clause of its own.
    pub(super) tokens: Range<usize>,
    /// The verb group, "has been ordered to pay"; `None` in a headline, bracket or list.
    pub(super) verb: Option<Range<usize>>,
    /// The words that its verb is said of, or the words that a bracket stands behind; may lie in another clause.
    pub(super) subject: Option<Range<usize>>,
}

/// The clauses of one sentence.
#[derive(Clone, Debug)]
pub(super) struct Clauses {
    /// At least one: those of the sentence, then those inserted in it, then brackets.
    pub(super) list: Vec<Clause>,
    /// The innermost clause of each token, where one holds it.
    home: Vec<Option<u32>>,
    first: usize,
}

impl Clauses {
    fn new(list: Vec<Clause>, tokens: Range<usize>) -> Clauses {
        let mut home: Vec<Option<u32>> = vec![None; tokens.len()];
        for (clause, index) in list.iter().zip(0..) {
            for token in clause.tokens.clone().filter(|t| tokens.contains(t)) {
                let home = &mut home[token - tokens.start];
                if home.is_none_or(|h| clause.tokens.len() < list[h as usize].tokens.len()) {
                    *home = Some(index);
                }
            }
        }
        Clauses {
            list,
            home,
            first: tokens.start,
        }
    }

    /// The innermost clause that holds the token, as an index; the first where none does.
    pub(super) fn of(&self, token: usize) -> usize {
        let at = token.checked_sub(self.first);
        let home = at.and_then(|at| self.home.get(at)).copied().flatten();
        home.map_or(0, |home| home as usize)
    }
}

/// The clauses of a sentence; `figure` gives the kind of the figure, date or score that a token belongs to.
pub(super) fn clauses(
    text: &Text,
    tags: &[Tag],
    sentence: &Sentence,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> Clauses {
    let tokens = sentence.tokens.clone();
    let (outer, brackets) = without_brackets(text, tags, tokens.clone(), figure);
    let line = |outer| Line {
        text,
        tags,
        outer,
        figure,
    };
    let insertions = line(&outer).insertions();
    let mut main = Vec::new();
    let mut from = 0;
    for (range, _) in &insertions {
        main.extend_from_slice(&outer[from..range.start]);
        from = range.end;
    }
    let mut list = Vec::with_capacity(insertions.len() + brackets.len() + 2);
    if from == 0 {
        line(&outer).read(None, &mut list);
    } else {
        main.extend_from_slice(&outer[from..]);
        line(&main).read(None, &mut list);
    }
    for (range, antecedent) in insertions {
        line(&outer[range]).read(Some(antecedent), &mut list);
    }
    for bracket in brackets {
        let subject = phrase_before(tags, bracket.start, tokens.start)
            // "improved to 58-3 (51 knockouts)": a bracket behind a figure is about whom the figure is about.
            .filter(|phrase| phrase.clone().any(|i| tags[i] != Tag::Number))
            .or_else(|| {
                let around = list.iter().rfind(|c| c.tokens.contains(&bracket.start))?;
                around.subject.clone()
            });
        list.push(Clause {
            tokens: bracket,
            verb: None,
            subject,
        });
    }
    if list.is_empty() {
        list.push(Clause {
            tokens: tokens.clone(),
            verb: None,
            subject: None,
        });
    }
    Clauses::new(list, tokens)
}

impl Line<'_> {
    /// Adds the clauses of the line; `antecedent` is what the first of them is said of if it has no subject.
    fn read(&self, antecedent: Option<Range<usize>>, clauses: &mut Vec<Clause>) {
        let verbs = self.verb_groups();
        let breaks = self.breaks(&verbs);
        let mut verbs = verbs.into_iter().peekable();
        let mut inherited = (None, antecedent);
        for (i, &start) in breaks.iter().enumerate() {
            let end = breaks.get(i + 1).map_or(self.outer.len(), |&b| b);
            if start >= end {
                continue;
            }
            let mut verb = None;
            while let Some(next) = verbs.next_if(|v| v.start < end) {
                verb = verb.or(Some(next));
            }
            let subject = self.subject(start..end, verb.as_ref(), &inherited.1);
            // A stretch without a verb of its own shares its neighbour's: "Miller had 15 points, Iguodala 14".
            let verb = verb.map(|v| self.tokens(v)).or(inherited.0);
            inherited = (verb.clone(), subject.clone());
            clauses.push(Clause {
                tokens: self.tokens(start..end),
                verb,
                subject,
            });
        }
    }
}

/// The tokens of the sentence outside brackets, and the brackets. A record between commas behind a name is a bracket too:
/// "Smith, 45-7-2, 36 knockouts, won".
fn without_brackets(
    text: &Text,
    tags: &[Tag],
    tokens: Range<usize>,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> (Vec<usize>, Vec<Range<usize>>) {
    let mut outer = Vec::with_capacity(tokens.len());
    let mut brackets = Vec::new();
    let closes = |i: &usize| matches!(text.word(*i), ")" | "]");
    let last = tokens.clone().rev().find(closes).unwrap_or(tokens.start);
    let mut at = tokens.start;
    while at < tokens.end {
        let close = match text.word(at) {
            "(" | "[" => (at + 1..last + 1).find(closes),
            "," if at > tokens.start && tags[at - 1] == Tag::Proper => {
                record_end(text, tags, at + 1..tokens.end, figure)
            }
            _ => None,
        };
        match close {
            Some(close) if close > at + 1 => {
                brackets.push(at + 1..close);
                at = close + 1;
            }
            _ => {
                outer.push(at);
                at += 1;
            }
        }
    }
    (outer, brackets)
}

/// Where a record and the figures listed behind it end: at the comma or full stop that closes them.
fn record_end(
    text: &Text,
    tags: &[Tag],
    tokens: Range<usize>,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> Option<usize> {
    let mut end = None;
    let mut at = tokens.start;
    let mut first = true;
    while at < tokens.end && figure(at).is_some_and(|kind| !first || kind == Kind::Score) {
        first = false;
        while at < tokens.end
            && (figure(at).is_some()
                || matches!(tags[at], Tag::Noun | Tag::Possessive)
                || tags[at] == Tag::Proper)
        {
            at += 1;
        }
        if !matches!(text.word(at), "," | ".") || at >= tokens.end {
            break;
        }
        end = Some(at);
        at += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::{TokenKind, sample, tag};

    fn read(prose: &str) -> Vec<String> {
        let (_, text) = sample(prose);
        let tags = tag::tags(
            &text,
            |_| true,
            |i| {
                (i > 0 && text.tokens[i].case == crate::segment::Case::Title).then_some(Tag::Proper)
            },
        );
        let figure = |i: usize| {
            let days = ["Monday", "Friday"];
            let number = text.kind(i) == Some(TokenKind::Number);
            match text.word(i) {
                word if days.contains(&word) => Some(Kind::Date),
                word if number && word.contains('-') => Some(Kind::Score),
                _ => number.then_some(Kind::Count),
            }
        };
        let words = |r: &Range<usize>| text.slice(text.span(r.clone())).to_owned();
        clauses(&text, &tags, &text.sentences[0], &figure)
            .list
            .iter()
            .map(|c| {
                format!(
                    "{} / {}",
                    c.subject.as_ref().map_or("-".into(), &words),
                    c.verb.as_ref().map_or("-".into(), &words)
                )
            })
            .collect()
    }

    #[test]
    fn each_verb_has_its_own_subject() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(read(prose), expected, "{prose}");
        p(
            "Five men died and seven were injured.",
            &["Five men / died", "seven / were injured"],
        );
        p(
            "The police said that 12 people were hurt in the fire.",
            &["The police / said", "12 people / were hurt"],
        );
        p(
            "The mayor, a lawyer, said he would go.",
            &["The mayor, a lawyer / said", "he / would go"],
        );
        p(
            "The girl, who was taken to hospital, is 12.",
            &["The girl / is", "The girl / was taken"],
        );
    }

    #[test]
    fn what_opens_a_clause_is_no_subject() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(read(prose), expected, "{prose}");
        p("In the spring the mayor paid.", &["the mayor / paid"]);
        p(
            "The mayor, a lawyer in the city, paid 5 dollars.",
            &["The mayor, a lawyer in the city / paid"],
        );
        p(
            "The storm hit, with a wall killing 12.",
            &["The storm / hit", "a wall / killing"],
        );
        p(
            "The driver, who was hurt, died.",
            &["The driver / died", "The driver / was hurt"],
        );
    }

    #[test]
    fn a_subject_reaches_its_verb_over_what_is_inserted() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(read(prose), expected, "{prose}");
        p(
            "On Monday three men, who had sought refuge in a school, died when a wall fell.",
            &[
                "three men / died",
                "a wall / fell",
                "three men / had sought",
            ],
        );
        p(
            "A strike that killed 40 people brought new talks.",
            &["A strike / brought", "A strike / killed"],
        );
        p(
            "The man killed in the fire was a lawyer.",
            &["The man / was", "The man / killed"],
        );
        p(
            "The strike killed 40 men sheltering in a school.",
            &["The strike / killed", "40 men / sheltering"],
        );
        p(
            "The storm killed 40 men trapped in a mine.",
            &["The storm / killed", "40 men / trapped"],
        );
        p(
            "The blast left 40 men injured.",
            &["The blast / left", "40 men / injured"],
        );
        p(
            "The crew, with 60 friends cheering it on, won.",
            &["The crew / won", "60 friends / cheering"],
        );
        p(
            "The fire hit a house that stood empty and killed 12.",
            &["The fire / hit", "a house / stood", "a house / killed"],
        );
    }

    #[test]
    fn a_bracket_behind_a_figure_is_about_its_subject() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(read(prose), expected, "{prose}");
        p(
            "The man improved to 58-3 (51 knockouts).",
            &["The man / improved", "The man / -"],
        );
    }

    #[test]
    fn lists_without_a_verb_share_it() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(read(prose), expected, "{prose}");
        p(
            "On Monday Miller had 15 points, Jones 14 and Brown 9.",
            &["Miller / had", "Jones 14 / had", "Brown 9 / had"],
        );
        p(
            "Five dead, at least 12 injured in the fire.",
            &["Five dead / -", "least 12 / injured"],
        );
        p(
            "The champion (53 wins) won.",
            &["The champion / won", "The champion / -"],
        );
    }
}
