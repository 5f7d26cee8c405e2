//! Clauses: the stretches of a sentence that have one verb each, with the subject of that verb.
//!
//! Nearly every false pair is two like figures of one sentence with different subjects ("five died and seven were
//! injured"), so a figure takes its subject and predicate from its own clause only. The analysis is shallow and total:
//! every token of a sentence is in exactly one clause, verbs or not.

use std::ops::Range;

use crate::segment::tag::{Tag, is_auxiliary};
use crate::segment::{Sentence, Text};

/// A stretch of a sentence around one verb group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its tokens. A bracket inside them is a clause of its own that begins later.
    pub(super) tokens: Range<usize>,
    /// The verb group, "has been ordered to pay"; `None` in a headline, bracket or list.
    pub(super) verb: Option<Range<usize>>,
    /// The words that its verb is said of, or the words that a bracket stands behind; may lie in another clause.
    pub(super) subject: Option<Range<usize>>,
    /// The clause that this one hangs on, as an index into the clauses of the sentence.
    pub(super) parent: Option<usize>,
}

/// The clauses of a sentence, in the order in which they begin.
pub(super) fn clauses(
    text: &Text,
    tags: &[Tag],
    sentence: &Sentence,
    is_figure: &dyn Fn(usize) -> bool,
) -> Vec<Clause> {
    let (outer, brackets) = without_brackets(text, sentence.tokens.clone());
    let verbs = verb_groups(text, tags, &outer);
    let breaks = breaks(text, tags, &outer, &verbs, is_figure);
    let mut clauses: Vec<Clause> = Vec::with_capacity(breaks.len() + brackets.len());
    for (i, &start) in breaks.iter().enumerate() {
        let end = breaks.get(i + 1).map_or(outer.len(), |&b| b);
        let verb = verbs.iter().find(|v| start <= v.start && v.start < end);
        let parent = (i > 0).then(|| i - 1);
        let subject = subject(
            text,
            tags,
            &outer,
            start..end,
            verb,
            parent.map(|p| &clauses[p]),
        );
        // A stretch without a verb of its own shares its neighbour's: "Miller had 15 points, Iguodala 14".
        let shared = parent.and_then(|p| clauses[p].verb.clone());
        let verb = verb
            .map(|v| outer[v.start]..outer[v.end - 1] + 1)
            .or(shared);
        let last = if end > start {
            outer[end - 1] + 1
        } else {
            outer.get(start).copied().unwrap_or(sentence.tokens.end)
        };
        clauses.push(Clause {
            tokens: outer.get(start).copied().unwrap_or(sentence.tokens.start)..last,
            verb,
            subject,
            parent,
        });
    }
    for bracket in brackets {
        let parent = clauses
            .iter()
            .rposition(|c| c.tokens.start <= bracket.start);
        let subject = phrase_before(tags, bracket.start, sentence.tokens.start);
        clauses.push(Clause {
            tokens: bracket,
            verb: None,
            subject,
            parent,
        });
    }
    clauses
}

/// The tokens of the sentence outside brackets, and the brackets.
fn without_brackets(text: &Text, tokens: Range<usize>) -> (Vec<usize>, Vec<Range<usize>>) {
    let mut outer = Vec::with_capacity(tokens.len());
    let mut brackets = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if matches!(text.word(at), "(" | "[")
            && let Some(close) = (at + 1..tokens.end).find(|&i| matches!(text.word(i), ")" | "]"))
            && close > at + 1
        {
            brackets.push(at + 1..close);
            at = close + 1;
        } else {
            outer.push(at);
            at += 1;
        }
    }
    (outer, brackets)
}

/// The verb groups, as ranges of positions in `outer`: verbs with adverbs and "to" between them.
fn verb_groups(text: &Text, tags: &[Tag], outer: &[usize]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < outer.len() {
        if !tags[outer[at]].is_verb() || is_modifier(tags, outer, at) {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        let mut next = end;
        while next < outer.len() && outer[next] == outer[next - 1] + 1 {
            match tags[outer[next]] {
                // "said dropped" is two groups; "was dropped", "will drop" and "agreed to drop" are one.
                Tag::Past if !is_auxiliary(text.lower(outer[end - 1])) => break,
                tag if tag.is_verb() && !is_modifier(tags, outer, next) => {
                    end = next + 1;
                    next = end;
                }
                Tag::Adverb | Tag::To => next += 1,
                _ => break,
            }
        }
        groups.push(start..end);
        at = end;
    }
    groups
}

/// A participle or -ing form before a noun: "the injured men", "rising costs".
fn is_modifier(tags: &[Tag], outer: &[usize], at: usize) -> bool {
    let tag = tags[outer[at]];
    let before = at.checked_sub(1).map(|i| tags[outer[i]]);
    let after = outer.get(at + 1).map(|&i| tags[i]);
    matches!(tag, Tag::Participle | Tag::Gerund)
        && matches!(after, Some(Tag::Noun | Tag::Proper))
        && matches!(
            before,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number)
        )
}

/// Where clauses begin, as positions in `outer`; the first is 0.
fn breaks(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    verbs: &[Range<usize>],
    is_figure: &dyn Fn(usize) -> bool,
) -> Vec<usize> {
    let mut breaks = vec![0];
    for pair in verbs.windows(2) {
        let between = pair[0].end..pair[1].start;
        let at = between
            .clone()
            .rev()
            .find(|&p| {
                is_break(text, tags, outer, p)
                    && !closes_apposition(text, outer, p, between.clone())
            })
            .unwrap_or_else(|| no_mark(text, tags, outer, pair));
        breaks.push(at.max(1));
    }
    // Lists without a verb: "Miller had 15 points, Iguodala 14".
    for p in 1..outer.len() {
        let gap = matches!(text.word(outer[p]), "," | ";" | "and")
            && starts_gap(tags, outer, p + 1, is_figure);
        let mark =
            matches!(text.word(outer[p]), ";" | "—" | "–" | "--" | ":") && text.spaced(outer[p]);
        if gap || mark {
            breaks.push(p);
        }
    }
    breaks.sort_unstable();
    breaks.dedup();
    breaks
}

/// A mark or word that can open a clause.
fn is_break(text: &Text, tags: &[Tag], outer: &[usize], p: usize) -> bool {
    let i = outer[p];
    match tags[i] {
        Tag::Wh | Tag::Conjunction => true,
        Tag::Mark => matches!(
            text.word(i),
            "," | ";" | ":" | "—" | "–" | "--" | "“" | "”" | "\""
        ),
        Tag::Preposition => is_subordinator(text.lower(i)),
        _ => false,
    }
}

/// Words that open a clause when a verb follows.
fn is_subordinator(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "although"
            | "as"
            | "because"
            | "before"
            | "if"
            | "once"
            | "since"
            | "than"
            | "that"
            | "though"
            | "unless"
            | "until"
            | "till"
            | "whereas"
            | "while"
            | "whether"
    )
}

/// The second comma of "Smith, the mayor, said": nothing between it and the verb.
fn closes_apposition(text: &Text, outer: &[usize], p: usize, between: Range<usize>) -> bool {
    text.word(outer[p]) == ","
        && p + 1 == between.end
        && between.clone().any(|q| q < p && text.word(outer[q]) == ",")
        || text.word(outer[p]) == "," && p + 1 < between.end && {
            // The first comma of such a pair is no break either.
            let next = (p + 1..between.end).find(|&q| text.word(outer[q]) == ",");
            next.is_some_and(|q| q + 1 == between.end)
        }
}

/// Where the second of two verb groups takes over when no mark says so: after a verb of saying, or at the phrase before
/// the second verb.
fn no_mark(text: &Text, tags: &[Tag], outer: &[usize], pair: &[Range<usize>]) -> usize {
    let (first, second) = (&pair[0], &pair[1]);
    let saying = is_saying(text.lower(outer[first.end - 1]));
    if saying || first.end == second.start {
        return first.end;
    }
    // "cost the studio $44 million to make": an infinitive takes nothing from before its "to".
    if tags[outer[second.start - 1]] == Tag::To {
        return second.start - 1;
    }
    // "the man killed in the fire was": the second verb's subject lies before the first; it takes over where it stands.
    let reduced = tags[outer[first.start]] == Tag::Participle
        && first.start > 0
        && tags[outer[first.start - 1]].is_nominal();
    if reduced {
        return second.start;
    }
    // "expects sales to rise": the phrase before an infinitive or participle belongs to it.
    let mut at = second.start;
    while at > first.end
        && !matches!(
            tags[outer[at - 1]],
            Tag::Preposition | Tag::Mark | Tag::Verb
        )
    {
        at -= 1;
    }
    at
}

/// Verbs whose object is what somebody says.
pub(super) fn is_saying(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "say"
            | "says"
            | "saying"
            | "told"
            | "reported"
            | "reports"
            | "reporting"
            | "announced"
            | "announces"
            | "added"
            | "adds"
            | "estimated"
            | "estimates"
            | "claimed"
            | "claims"
            | "confirmed"
            | "confirms"
            | "believes"
            | "believed"
            | "thinks"
            | "showed"
            | "shows"
            | "stated"
            | "states"
            | "wrote"
            | "writes"
    )
}

/// "Iguodala 14": a short phrase that a figure follows, and no verb.
fn starts_gap(
    tags: &[Tag],
    outer: &[usize],
    from: usize,
    is_figure: &dyn Fn(usize) -> bool,
) -> bool {
    let mut at = from;
    let mut names = 0;
    while at < outer.len()
        && at < from + 5
        && matches!(tags[outer[at]], Tag::Proper | Tag::Determiner)
        && !is_figure(outer[at])
    {
        names += usize::from(tags[outer[at]] == Tag::Proper);
        at += 1;
    }
    names > 0 && at < outer.len() && is_figure(outer[at])
}

/// The subject of the clause at `stretch` (positions in `outer`).
fn subject(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    stretch: Range<usize>,
    verb: Option<&Range<usize>>,
    parent: Option<&Clause>,
) -> Option<Range<usize>> {
    let first = *outer.get(stretch.start)?;
    let before_verb = match verb {
        Some(verb) => stretch.start..verb.start,
        None => stretch.clone(),
    };
    let mut own = before_verb.clone();
    // What opens the clause is no part of its subject.
    while own.start < own.end
        && matches!(
            tags[outer[own.start]],
            Tag::Mark | Tag::Conjunction | Tag::Wh | Tag::Preposition | Tag::Adverb
        )
    {
        if tags[outer[own.start]] == Tag::Preposition
            && !is_subordinator(text.lower(outer[own.start]))
        {
            break;
        }
        own.start += 1;
    }
    // "the girl, who was": the verb is said of what stands before the relative word.
    if let Some(wh) = own
        .clone()
        .rev()
        .find(|&p| tags[outer[p]] == Tag::Wh && p + 1 == own.end)
    {
        own.end = wh;
    }
    while own.start < own.end && tags[outer[own.end - 1]] == Tag::Mark {
        own.end -= 1;
    }
    let has_noun = own
        .clone()
        .any(|p| tags[outer[p]].is_nominal() || tags[outer[p]] == Tag::Number);
    if has_noun && own.start < own.end {
        return Some(outer[own.start]..outer[own.end - 1] + 1);
    }
    // "who died", "and was taken to hospital", ", killing four".
    let relative = before_verb.clone().any(|p| tags[outer[p]] == Tag::Wh);
    if relative {
        return phrase_before(tags, first, outer[0]);
    }
    parent.and_then(|p| p.subject.clone())
}

/// The noun phrase that ends right before token `at`, a comma between them passed over.
pub(super) fn phrase_before(tags: &[Tag], at: usize, first: usize) -> Option<Range<usize>> {
    let mut end = at;
    while end > first && !tags[end - 1].is_nominal() && !matches!(tags[end - 1], Tag::Number) {
        if !matches!(
            tags[end - 1],
            Tag::Mark | Tag::Preposition | Tag::Conjunction
        ) || end + 2 < at
        {
            return None;
        }
        end -= 1;
    }
    let mut start = end;
    while start > first
        && matches!(
            tags[start - 1],
            Tag::Noun
                | Tag::Proper
                | Tag::Adjective
                | Tag::Number
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Pronoun
        )
    {
        start -= 1;
    }
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::{TokenKind, sample, tag};

    fn read(prose: &str) -> Vec<String> {
        let (_, text) = sample(prose);
        let tags = tag::tags(&text, |i| {
            (i > 0 && text.tokens[i].case == crate::segment::Case::Title).then_some(Tag::Proper)
        });
        let is_figure = |i: usize| text.kind(i) == Some(TokenKind::Number);
        let words = |r: &Range<usize>| text.slice(text.span(r.clone())).to_owned();
        clauses(&text, &tags, &text.sentences[0], &is_figure)
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
            &["The girl / was taken", "The girl / is"],
        );
    }

    #[test]
    fn lists_without_a_verb_share_it() {
        let p = |prose: &str, expected: &[&str]| assert_eq!(read(prose), expected, "{prose}");
        p(
            "On Monday Miller had 15 points, Jones 14 and Brown 9.",
            &["On Monday Miller / had", "Jones 14 / had", "Brown 9 / had"],
        );
        p(
            "The champion (53 wins) won.",
            &["The champion / won", "The champion / -"],
        );
    }
}
