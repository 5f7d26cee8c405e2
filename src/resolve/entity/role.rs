//! Titles and roles beside a person's name: "Defense Secretary Jane Miller", "Tom Brown, a spokesman for the mayor".

use std::ops::Range;

use crate::lexicon::names::{self, Gender, Title};
use crate::segment::{Text, TokenKind};

/// What stands beside one mention.
#[derive(Default)]
pub(super) struct Beside {
    /// Roles, lower case, and offices written out ("senator" for "Sen."); courtesies are none.
    pub(super) roles: Vec<String>,
    /// What a title tells.
    pub(super) gender: Option<Gender>,
}

/// The words of the longest role that is worth its name: "deputy assistant secretary of defense".
const LONGEST: usize = 6;

/// The titles and roles right before the name at `tokens`, and in apposition after it.
pub(super) fn beside(text: &Text, tokens: Range<usize>) -> Beside {
    let mut beside = Beside::default();
    for tokens in titles(text, tokens) {
        push(text, tokens, &mut beside);
    }
    beside
}

/// What a title beside the name at `tokens` tells.
pub(super) fn gender(text: &Text, tokens: Range<usize>) -> Option<Gender> {
    let mut titles = titles(text, tokens).flatten();
    titles.find_map(|at| facts(text, at).gender)
}

/// The titles right before the name, and those in apposition after it.
fn titles(text: &Text, name: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let sentence = &text.sentences[text.sentence_of(name.start)].tokens;
    let before = before(text, sentence.start, name.start);
    before
        .into_iter()
        .chain(after(text, name.end, sentence.end))
}

fn facts(text: &Text, at: usize) -> names::Word {
    let lower = text.lower(at);
    match lower.strip_suffix('.') {
        Some(word) => names::word(word.trim_end_matches('.')),
        None => text.lexeme(at).word,
    }
}

fn before(text: &Text, start: usize, name: usize) -> Option<Range<usize>> {
    let mut end = name;
    // "the foreign secretary, Jane Miller,"
    if end > start && text.word(end - 1) == "," {
        end -= 1;
    }
    let mut first = end;
    while first > start && end - first < LONGEST {
        let at = first - 1;
        let part = facts(text, at).title.is_some()
            || matches!(text.word(at), "." | "-") && !text.spaced(at) && first < end + 1
            || matches!(text.lower(at), "of" | "for")
                && at > start
                && facts(text, at - 1).title == Some(Title::Role);
        if !part {
            break;
        }
        first = at;
    }
    let apposition = end != name;
    let role = (first..end).any(|i| facts(text, i).title == Some(Title::Role));
    if apposition
        && !(role
            && matches!(
                text.lower(first.wrapping_sub(1)),
                "the" | "a" | "an" | "'s" | "’s" | "his" | "her" | "its" | "their"
            ))
    {
        return None;
    }
    Some(first..end)
}

fn after(text: &Text, name: usize, end: usize) -> Option<Range<usize>> {
    if name >= end || text.word(name) != "," {
        return None;
    }
    let clause = (name + 1..end.min(name + 9))
        .take_while(|&i| !matches!(text.word(i), "," | ";" | ":" | "." | "(" | "-"));
    let mut run: Option<Range<usize>> = None;
    for at in clause {
        let known = facts(text, at).title;
        match (&mut run, known) {
            (None, Some(Title::Role | Title::Modifier)) => run = Some(at..at + 1),
            (Some(range), Some(Title::Role | Title::Modifier)) => range.end = at + 1,
            (Some(range), _)
                if (range.clone()).any(|i| facts(text, i).title == Some(Title::Role)) =>
            {
                break;
            }
            // A verb: "Miller, said the mayor".
            (None, _) if text.lexeme(at).reports => return None,
            (_, _) => run = None,
        }
    }
    run
}

/// Adds the role that `tokens` write: courtesies left out, offices written out.
fn push(text: &Text, tokens: Range<usize>, beside: &mut Beside) {
    let (mut role, mut is_role) = (String::new(), false);
    for at in tokens {
        let facts = facts(text, at);
        beside.gender = beside.gender.or(facts.gender);
        let word = match facts.title {
            Some(Title::Honorific) => facts.office,
            _ if text.kind(at) == Some(TokenKind::Word) => Some(text.lower(at)),
            _ => None,
        };
        is_role |= facts.title == Some(Title::Role) || facts.office.is_some();
        if let Some(word) = word {
            if !role.is_empty() {
                role.push(' ');
            }
            role.push_str(word);
        }
    }
    if is_role && !role.is_empty() {
        beside.roles.push(role);
    }
}
