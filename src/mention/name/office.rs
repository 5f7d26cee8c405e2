//! Offices that stand for their holder: "the Foreign Secretary" in a document that has one Foreign Secretary by name.
//!
//! Written with capitals and in two words or more, an office is as good as a name, and its mention carries the name of
//! the holder. Where nobody in the document holds it by name, "the Prime Minister" is a name of its own; an office that
//! two people hold gives nothing.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::names::Title;
use crate::segment::{Case, Sentence, Text};

/// An office and the tokens of its holder's name.
type Held = (Range<usize>, Range<usize>);

/// The offices in the sentences that a holder can be told for; `found` are the names.
pub(super) fn held(text: &Text, sentences: &[&Sentence], found: &[Range<usize>]) -> Vec<Held> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for sentence in sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            // Most words are written small, and asked no further.
            if text.tokens[at].case != Case::Title {
                at += 1;
                continue;
            }
            let run = run(text, at, sentence.tokens.end);
            at = run.end.max(at + 1);
            if run.len() > 1 {
                runs.push(run);
            }
        }
    }
    if runs.is_empty() {
        return Vec::new();
    }
    let by_start: FxHashMap<usize, &Range<usize>> = found.iter().map(|t| (t.start, t)).collect();
    let mut holders: FxHashMap<String, Vec<Range<usize>>> = FxHashMap::default();
    let mut offices: Vec<(Range<usize>, String)> = Vec::new();
    for run in runs {
        let name = text.slice(text.span(run.clone())).to_ascii_lowercase();
        let direct = by_start.get(&run.end);
        let aside = by_start
            .get(&(run.end + 1))
            .filter(|_| text.word(run.end) == ",");
        if let Some(holder) = direct.or(aside).filter(|t| is_person(text, t)) {
            let list = holders.entry(name.clone()).or_default();
            list.push((*holder).clone());
        }
        if direct.is_none() {
            offices.push((run, name));
        }
    }
    offices
        .into_iter()
        .filter_map(|(office, name)| {
            let holder = match holders.get(&name) {
                Some(holders) => only(text, holders)?,
                None if definite(text, office.start) => office.clone(),
                None => return None,
            };
            Some((office, holder))
        })
        .collect()
}

/// The run of capitalised titles at `at`, which holds a role and no name: "Foreign Secretary", "Secretary of State".
fn run(text: &Text, at: usize, limit: usize) -> Range<usize> {
    let title = |i: usize| {
        if i >= limit || text.tokens[i].case != Case::Title {
            return None;
        }
        let title = text.lexeme(i).word.title;
        title.filter(|&t| t != Title::Honorific)
    };
    let titles = |from: usize| (from..limit).take_while(|&i| title(i).is_some()).count();
    let end = at + titles(at);
    if end == at || title(end - 1) != Some(Title::Role) {
        return at..at;
    }
    let field = match text.lower(end) {
        "of" | "for" => (end + 1..limit)
            .take_while(|&i| title(i) == Some(Title::Modifier))
            .count(),
        _ => 0,
    };
    at..if field > 0 { end + 1 + field } else { end }
}

/// Whether the office at `start` is one office: "the Prime Minister", or at the head of a sentence.
fn definite(text: &Text, start: usize) -> bool {
    let sentence = &text.sentences[text.sentence_of(start)];
    sentence.tokens.start == start || text.lower(start - 1) == "the"
}

fn is_person(text: &Text, tokens: &Range<usize>) -> bool {
    let known = text.known(tokens.clone());
    known.place.is_none() && known.organization.is_none() && known.demonym.is_none()
}

/// The fullest name, where all holders have one last name.
fn only(text: &Text, holders: &[Range<usize>]) -> Option<Range<usize>> {
    let first = holders.first()?;
    let same = holders
        .iter()
        .all(|h| text.lower(h.end - 1) == text.lower(first.end - 1));
    same.then(|| holders.iter().max_by_key(|h| h.len()).cloned())?
}
