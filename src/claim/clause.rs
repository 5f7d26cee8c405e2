//! Clauses: the stretches of a sentence that have one verb each, with the subject of that verb.
//!
//! Nearly every false pair is two like figures of one sentence with different subjects ("five died and seven were
//! injured"), so a figure takes its subject and predicate from its own clause only. The analysis is shallow and total:
//! every token of a sentence is in exactly one clause, verbs or not.

use std::ops::Range;

use crate::segment::tag::{Tag, is_auxiliary};
use crate::segment::{Sentence, Text, TokenKind};
use crate::value::Kind;

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

/// The innermost of the clauses that holds the token, as an index; the first where none does.
pub(super) fn innermost(clauses: &[Clause], token: usize) -> usize {
    (0..clauses.len())
        .filter(|&i| clauses[i].tokens.contains(&token))
        .min_by_key(|&i| clauses[i].tokens.len())
        .unwrap_or(0)
}

/// The clauses of a sentence: at least one, brackets last.
pub(super) fn clauses(
    text: &Text,
    tags: &[Tag],
    sentence: &Sentence,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> Vec<Clause> {
    let (outer, brackets) = without_brackets(text, tags, sentence.tokens.clone(), figure);
    let insertions = insertions(text, tags, &outer, figure);
    let inserted = |p: &usize| insertions.iter().any(|(r, _)| r.contains(p));
    let main: Vec<usize> = (0..outer.len())
        .filter(|p| !inserted(p))
        .map(|p| outer[p])
        .collect();
    let mut clauses = Vec::with_capacity(insertions.len() + brackets.len() + 2);
    stretch(text, tags, &main, None, figure, &mut clauses);
    for (range, antecedent) in insertions {
        let inner = &outer[range];
        stretch(text, tags, inner, Some(antecedent), figure, &mut clauses);
    }
    for bracket in brackets {
        let subject = phrase_before(tags, bracket.start, sentence.tokens.start)
            // "improved to 58-3 (51 knockouts)": a bracket behind a figure is about whom the figure is about.
            .filter(|phrase| phrase.clone().any(|i| tags[i] != Tag::Number))
            .or_else(|| {
                let outer = innermost(&clauses, bracket.start);
                clauses.get(outer)?.subject.clone()
            });
        clauses.push(Clause {
            tokens: bracket,
            verb: None,
            subject,
        });
    }
    if clauses.is_empty() {
        clauses.push(Clause {
            tokens: sentence.tokens.clone(),
            verb: None,
            subject: None,
        });
    }
    clauses
}

/// Adds the clauses of the tokens `outer`; `antecedent` is what the first of them is said of if it has no subject.
fn stretch(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    antecedent: Option<Range<usize>>,
    figure: &dyn Fn(usize) -> Option<Kind>,
    clauses: &mut Vec<Clause>,
) {
    let verbs = verb_groups(text, tags, outer);
    let breaks = breaks(text, tags, outer, &verbs, figure);
    let mut inherited = (None, antecedent);
    for (i, &start) in breaks.iter().enumerate() {
        let end = breaks.get(i + 1).map_or(outer.len(), |&b| b);
        let (Some(&first), Some(&last)) = (outer.get(start), outer.get(end.wrapping_sub(1))) else {
            continue;
        };
        let verb = verbs.iter().find(|v| start <= v.start && v.start < end);
        let subject = subject(text, tags, outer, start..end, verb, &inherited.1, figure);
        // A stretch without a verb of its own shares its neighbour's: "Miller had 15 points, Iguodala 14".
        let verb = verb
            .map(|v| outer[v.start]..outer[v.end - 1] + 1)
            .or(inherited.0);
        inherited = (verb.clone(), subject.clone());
        clauses.push(Clause {
            tokens: first..last + 1,
            verb,
            subject,
        });
    }
}

/// The clauses and participles that stand between a subject and its verb, as positions in `outer`: "three men *who were
/// walking home* died", "14 people *displaced by the storm* were", "Smith, *with fans cheering,* won"; each with the tokens of
/// the subject before it.
fn insertions(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let verbs = verb_groups(text, tags, outer);
    let mut insertions = Vec::new();
    let mut k = 0;
    while k + 1 < verbs.len() {
        let floor = k.checked_sub(1).map_or(0, |k| verbs[k].end);
        let found = insertion_start(text, tags, outer, floor, &verbs[k], figure).and_then(
            |(start, antecedent)| {
                let closing = |finite: bool| {
                    (k + 1..verbs.len())
                        .take_while(|&j| {
                            !opens_between(text, tags, outer, verbs[j - 1].end..verbs[j].start)
                        })
                        .filter(|&j| {
                            let tag = tags[outer[verbs[j].start]];
                            matches!(tag, Tag::Past | Tag::Verb | Tag::Modal) == finite
                                && tag != Tag::Gerund
                        })
                        .find(|&j| {
                            takes_over(text, tags, outer, start, &verbs[k], &verbs[j], figure)
                        })
                };
                // "brought" may be either form: a relative clause needs a verb behind it.
                let relative = tags[outer[start]] == Tag::Wh;
                let close =
                    closing(true).or_else(|| if relative { closing(false) } else { None })?;
                Some((start, antecedent, close))
            },
        );
        match found {
            Some((start, antecedent, close)) => {
                insertions.push((start..verbs[close].start, antecedent));
                k = close + 1;
            }
            None => k += 1,
        }
    }
    insertions
}

/// Where an insertion with the given verb begins, and the phrase before it, if that is the subject of a verb that is still to come.
fn insertion_start(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    floor: usize,
    verb: &Range<usize>,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> Option<(usize, Range<usize>)> {
    let between = floor..verb.start;
    let start = between
        .clone()
        .rev()
        .find(|&p| tags[outer[p]] == Tag::Wh || is_insertion_with(text, outer, p))
        .unwrap_or(verb.start);
    let behind = start.checked_sub(1).filter(|&p| p >= floor)?;
    let behind = match text.word(outer[behind]) {
        "," => behind.checked_sub(1).filter(|&p| p >= floor)?,
        _ => behind,
    };
    if !tags[outer[behind]].is_nominal() || tags[outer[behind]] == Tag::Pronoun {
        return None;
    }
    // The phrase is the object of the verb before it, unless something between them opens a clause.
    let opener = (floor..behind)
        .rev()
        .find(|&p| is_break(text, tags, outer, p));
    let first = match opener {
        Some(p) => p + 1,
        None if floor == 0 || is_saying(text.lower(outer[floor - 1])) => floor,
        None => return None,
    };
    let phrase = free_phrase(text, tags, outer, first..behind + 1, figure)?;
    // A bare verb form is an insertion only if it can be a participle.
    let bare = start == verb.start;
    let form = tags[outer[verb.start]];
    let participle = match form {
        Tag::Participle | Tag::Gerund => true,
        Tag::Past => {
            let word = text.lower(outer[verb.start]);
            verb.len() == 1 && !is_auxiliary(word) && !is_saying(word)
        }
        _ => false,
    };
    (!bare || participle).then(|| (start, outer[phrase]..outer[behind] + 1))
}

/// ", with fans cheering,".
fn is_insertion_with(text: &Text, outer: &[usize], p: usize) -> bool {
    text.lower(outer[p]) == "with" && p > 0 && text.word(outer[p - 1]) == ","
}

/// Whether a new clause opens in the stretch: what follows is no longer the verb of the phrase before.
fn opens_between(text: &Text, tags: &[Tag], outer: &[usize], between: Range<usize>) -> bool {
    between.clone().any(|p| match tags[outer[p]] {
        Tag::Wh => true,
        Tag::Conjunction => p + 1 == between.end,
        Tag::Preposition => is_subordinator(text.lower(outer[p])),
        Tag::Mark => matches!(text.word(outer[p]), ";" | ":" | "\"" | "“" | "”"),
        _ => false,
    })
}

/// Whether `verb` is the verb of the phrase before the insertion that begins at `start` with the verb `inner`.
fn takes_over(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    start: usize,
    inner: &Range<usize>,
    verb: &Range<usize>,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> bool {
    let infinitive = tags[outer[verb.start - 1]] == Tag::To;
    let comma = text.word(outer[verb.start - 1]) == ",";
    let pronoun = tags[outer[verb.start - 1]] == Tag::Pronoun;
    let relative = tags[outer[start]] == Tag::Wh;
    !infinitive
        && !pronoun
        && (comma
            || relative
            || start == inner.start
                && free_phrase(text, tags, outer, inner.end..verb.start, figure).is_none())
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
    let mut at = tokens.start;
    while at < tokens.end {
        let close = match text.word(at) {
            "(" | "[" => (at + 1..tokens.end).find(|&i| matches!(text.word(i), ")" | "]")),
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
    figure: &dyn Fn(usize) -> Option<Kind>,
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
            .unwrap_or_else(|| no_mark(text, tags, outer, pair, figure));
        breaks.push(at.max(1));
    }
    // Lists without a verb: "Miller had 15 points, Iguodala 14".
    for p in 1..outer.len() {
        let list = matches!(text.word(outer[p]), "," | ";" | "and")
            && (starts_gap(tags, outer, p + 1, figure)
                || starts_toll(text, tags, outer, p + 1, figure));
        let strong =
            matches!(text.word(outer[p]), ";" | "—" | "–" | "--" | ":") && text.spaced(outer[p]);
        if list || strong {
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
fn no_mark(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    pair: &[Range<usize>],
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> usize {
    let (first, second) = (&pair[0], &pair[1]);
    let saying = is_saying(text.lower(outer[first.end - 1]));
    if saying || first.end == second.start {
        // "said on Monday the man was": the day is that of saying.
        return (first.end..second.start)
            .take_while(|&p| {
                matches!(figure(outer[p]), Some(Kind::Date | Kind::Time))
                    || tags[outer[p]] == Tag::Preposition
                        && outer
                            .get(p + 1)
                            .is_some_and(|&i| matches!(figure(i), Some(Kind::Date | Kind::Time)))
            })
            .last()
            .map_or(first.end, |p| p + 1);
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
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> bool {
    let mut at = from;
    let mut names = 0;
    while at < outer.len()
        && at < from + 5
        && matches!(tags[outer[at]], Tag::Proper | Tag::Determiner)
        && figure(outer[at]).is_none()
    {
        names += usize::from(tags[outer[at]] == Tag::Proper);
        at += 1;
    }
    names > 0 && at < outer.len() && figure(outer[at]).is_some()
}

/// The subject of the clause at `stretch` (positions in `outer`); where it has none of its own, the one it inherits.
fn subject(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    stretch: Range<usize>,
    verb: Option<&Range<usize>>,
    inherited: &Option<Range<usize>>,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> Option<Range<usize>> {
    let first = *outer.get(stretch.start)?;
    let mut own = match verb {
        Some(verb) => stretch.start..verb.start,
        None => stretch.clone(),
    };
    let relative = own.clone().any(|p| tags[outer[p]] == Tag::Wh);
    // What opens the clause is no part of its subject.
    while own.start < own.end && opens_clause(text, tags, outer[own.start]) {
        own.start += 1;
    }
    // "the girl, who was": the verb is said of what stands before the relative word.
    if own.end > own.start && tags[outer[own.end - 1]] == Tag::Wh {
        own.end -= 1;
    }
    while own.start < own.end && tags[outer[own.end - 1]] == Tag::Mark {
        own.end -= 1;
    }
    if let Some(start) = free_phrase(text, tags, outer, own.clone(), figure) {
        return Some(outer[start]..outer[own.end - 1] + 1);
    }
    // "In the first week Smith won": a name behind the opener's noun, next to the verb.
    let name = own
        .clone()
        .rev()
        .take_while(|&p| tags[outer[p]] == Tag::Proper)
        .last();
    if let Some(start) = name
        && verb.is_some()
        && start > own.start
        && tags[outer[start - 1]] == Tag::Noun
    {
        return Some(outer[start]..outer[own.end - 1] + 1);
    }
    // "who died", "and was taken to hospital", ", killing four".
    if relative && stretch.start > 0 {
        return phrase_before(tags, first, outer[0]);
    }
    inherited.clone()
}

/// Marks, conjunctions, adverbs, and prepositions that take a sentence: what may stand before a subject.
fn opens_clause(text: &Text, tags: &[Tag], token: usize) -> bool {
    match tags[token] {
        Tag::Mark | Tag::Conjunction | Tag::Wh | Tag::Adverb => true,
        // "with Smith taking the lead" has a subject too.
        Tag::Preposition => is_subordinator(text.lower(token)) || text.lower(token) == "with",
        _ => false,
    }
}

/// "dozens injured", "at least 250 others hurt": a figure and what became of them, in a list without verbs.
fn starts_toll(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    from: usize,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> bool {
    let tag = |at: usize| outer.get(at).map(|&i| tags[i]);
    let counts = |at: usize| {
        outer
            .get(at)
            .is_some_and(|&i| figure(i) == Some(Kind::Count))
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
            text.lower(outer.get(at).copied().unwrap_or(usize::MAX)),
            "others" | "more"
        )
    {
        at += 1;
    }
    let became = matches!(tag(at), Some(Tag::Participle | Tag::Past | Tag::Adjective))
        && !is_auxiliary(text.lower(outer[at]));
    hedged
        && became
        && !matches!(
            tag(at + 1),
            Some(Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Determiner)
        )
}

/// Where the first noun phrase starts that hangs on no preposition and is no date: "On Monday in Rome *the mayor* of".
fn free_phrase(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    own: Range<usize>,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> Option<usize> {
    let mut at = own.start;
    let mut governed = false;
    while at < own.end {
        let tag = tags[outer[at]];
        if matches!(tag, Tag::Preposition | Tag::To) {
            governed = !hedges(text, outer[at]);
            at += 1;
            continue;
        }
        let end = phrase_end(text, tags, outer, at..own.end, figure);
        if end == at {
            governed &= tag != Tag::Mark;
            at += 1;
            continue;
        }
        let dated = matches!(figure(outer[at]), Some(Kind::Date | Kind::Time))
            && text.lower(outer[end - 1]) != "'s";
        let named = (at..end).any(|p| tags[outer[p]].is_nominal() || tags[outer[p]] == Tag::Number);
        if !governed && !dated && named {
            return Some(at);
        }
        governed = false;
        at = end;
    }
    None
}

/// Whether a preposition is half of a hedge: "at least 12 people died", "more than 12", "about 12".
fn hedges(text: &Text, token: usize) -> bool {
    match text.lower(token) {
        "at" => matches!(text.lower(token + 1), "least" | "most"),
        "than" | "about" | "around" | "over" | "under" => {
            text.kind(token + 1) == Some(TokenKind::Number)
        }
        _ => false,
    }
}

/// Where the noun phrase that starts at the first position of `own` ends. A determiner or pronoun begins the next one, and
/// so does a name behind a date or behind another name's end: "on Monday | Miller", "in the morning | the mayor".
fn phrase_end(
    text: &Text,
    tags: &[Tag],
    outer: &[usize],
    own: Range<usize>,
    figure: &dyn Fn(usize) -> Option<Kind>,
) -> usize {
    let mut at = own.start;
    let mut headed = false;
    while at < own.end {
        let i = outer[at];
        let date = matches!(figure(i), Some(Kind::Date | Kind::Time));
        let possessive = text.word(i).starts_with(['\'', '’']);
        let joins = match tags[i] {
            Tag::Determiner | Tag::Pronoun => !headed,
            Tag::Possessive => !headed || possessive,
            Tag::Proper => true,
            Tag::Number => !headed || !date,
            Tag::Noun | Tag::Adjective => true,
            Tag::Participle | Tag::Gerund => {
                !headed && outer.get(at + 1).is_some_and(|&n| tags[n].is_nominal())
            }
            Tag::Mark => text.word(i) == "-" && !text.spaced(i),
            _ => false,
        };
        if !joins {
            break;
        }
        headed = match tags[i] {
            Tag::Noun | Tag::Proper | Tag::Pronoun => true,
            _ => headed && !possessive,
        };
        at += 1;
        // A date is a phrase of its own, with its part of the day: "Saturday night".
        let same = at < own.end && figure(outer[at]).is_some();
        if date && !same {
            let part = |i: usize| {
                matches!(
                    text.lower(i),
                    "morning" | "afternoon" | "evening" | "night" | "'s" | "’s"
                )
            };
            if at < own.end && part(outer[at]) {
                at += 1;
            }
            if !text.word(outer[at - 1]).starts_with(['\'', '’']) {
                break;
            }
            headed = false;
        }
    }
    at
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
    use crate::segment::{sample, tag};

    fn read(prose: &str) -> Vec<String> {
        let (_, text) = sample(prose);
        let tags = tag::tags(&text, |i| {
            (i > 0 && text.tokens[i].case == crate::segment::Case::Title).then_some(Tag::Proper)
        });
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
