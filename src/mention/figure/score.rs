//! Scores, records and votes: "3-2", "45-1", "5 to 4 vote", "six votes to one".
//!
//! Two whole numbers with a hyphen may be a range as well. What runs downwards or is level is a score; what runs upwards
//! is one only beside a word of games, records or votes and with nothing that it counts. Refused: more than three parts, parts
//! above 999, a unit or a slash behind it, and a hyphen that goes on ("10-2-based").

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::number::{self, Form};
use super::unit;
use crate::lexicon::{Cue, is_cue};
use crate::segment::{Case, Text, TokenKind};
use crate::value::{Score, ScoreKind};

/// The most that one side of a score has.
const MOST: u32 = 999;

/// The score that starts at `at`, in the sentence that runs from `first` to `end`, and the token after it.
pub(super) fn at(text: &Text, at: usize, first: usize, end: usize) -> Option<(Score, usize)> {
    if let Some(votes) = votes(text, at, end) {
        return Some(votes);
    }
    if let Some(innings) = innings(text, at, end) {
        return Some(innings);
    }
    let left = part(text, at)?;
    if at + 2 >= end {
        return None;
    }
    let (right, mut next, spoken) = match text.lower(at + 1) {
        "-" | "–"
            if !text.spaced(at + 1)
                && !text.spaced(at + 2)
                && text.kind(at + 2) == Some(TokenKind::Number) =>
        {
            (part(text, at + 2)?, at + 3, false)
        }
        "to" if text.kind(at + 2) == Some(TokenKind::Number) => (part(text, at + 2)?, at + 3, true),
        "-" if text.lower(at + 2) == "to" && text.word(at + 3) == "-" && !text.spaced(at + 1) => {
            (part(text, at + 4)?, at + 5, true)
        }
        _ => return None,
    };
    let mut parts = vec![left, right];
    while !spoken
        && next + 1 < end
        && matches!(text.lower(next), "-" | "–")
        && !text.spaced(next)
        && !text.spaced(next + 1)
        && text.kind(next + 1) == Some(TokenKind::Number)
    {
        parts.push(part(text, next + 1)?);
        next += 2;
    }
    // A hyphen that goes on ("10-2-based"), a unit, a slash: something else.
    let goes_on = matches!(text.word(next), "-" | "/" | "–")
        && !text.spaced(next)
        && next < end
        && !matches!(
            text.lower(next + 1),
            "win" | "victory" | "loss" | "defeat" | "lead" | "draw" | "vote" | "record" | "run"
        );
    if parts.len() > 3 || goes_on || unit::after(text, next, end).is_some() {
        return None;
    }
    // "a 50-50 chance"
    if parts == [50, 50] {
        return None;
    }
    if parts.len() == 2 && is_odds(text, at, next, first) {
        return None;
    }
    let kind = kind(text, at, next, first, end);
    let upward = left < right;
    let counts = text
        .tokens
        .get(next)
        .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && next < end)
        && counted(text.lower(next));
    let is_score = match (kind, parts.len()) {
        (Some(_), 3) => true,
        (None, 3) => false,
        (Some(_), _) => !counts || !upward && !spoken,
        // "the 0-14 Lions"
        (None, _) => !spoken && (!upward || left == 0) && !counts && left <= 250,
    };
    let kind = kind.unwrap_or(ScoreKind::Game);
    is_score.then_some((Score { parts, kind }, next))
}

/// "six votes to one", "31 votes to 29".
fn votes(text: &Text, at: usize, end: usize) -> Option<(Score, usize)> {
    let side = |at: usize| {
        let (number, next) = number::at(text, at, end, false)?;
        let whole = number.form == Form::Whole && number.vague.is_none();
        let value = number.value.to_u32().filter(|&value| value <= MOST)?;
        (whole && Decimal::from(value) == number.value).then_some((value, next))
    };
    let (left, next) = side(at)?;
    if next + 2 >= end || text.lower(next) != "votes" || text.lower(next + 1) != "to" {
        return None;
    }
    let (right, next) = side(next + 2)?;
    let kind = ScoreKind::Vote;
    Some((
        Score {
            parts: vec![left, right],
            kind,
        },
        next,
    ))
}

/// "94 for four", "278 for 6": the runs of a side in cricket and its wickets. What goes on with a noun counts something else.
fn innings(text: &Text, at: usize, end: usize) -> Option<(Score, usize)> {
    let runs = part(text, at).filter(|&runs| runs > WICKETS)?;
    if at + 2 >= end || text.lower(at + 1) != "for" {
        return None;
    }
    let (number, next) = number::at(text, at + 2, end, false)?;
    let wickets = number
        .value
        .to_u32()
        .filter(|&n| (1..=WICKETS).contains(&n))?;
    let whole = number.form == Form::Whole && number.vague.is_none();
    let ends = text.kind(next) == Some(TokenKind::Punct)
        || matches!(
            text.lower(next),
            "as" | "at" | "when" | "in" | "on" | "before" | "after" | "and" | "with" | "but" | "by"
        );
    let hyphen = matches!(text.word(next), "-" | "–");
    let score = Score {
        parts: vec![runs, wickets],
        kind: ScoreKind::Game,
    };
    (whole && ends && !hyphen && Decimal::from(wickets) == number.value).then_some((score, next))
}

/// As many wickets has a side.
const WICKETS: u32 = 10;

/// What bookmakers give: "7-1 with the bookmakers", "a 7-1 shot", "odds of 7-1".
fn is_odds(text: &Text, at: usize, next: usize, first: usize) -> bool {
    let names = |i: usize| {
        matches!(
            text.lower(i),
            "odds"
                | "outsider"
                | "outsiders"
                | "favourite"
                | "favourites"
                | "favorite"
                | "favorites"
                | "underdog"
                | "underdogs"
                | "longshot"
                | "shot"
                | "bookmaker"
                | "bookmakers"
                | "bookies"
        )
    };
    let behind = next..next + 3;
    let before = at.saturating_sub(2).max(first)..at;
    behind
        .take_while(|&i| matches!(text.kind(i), Some(TokenKind::Word)))
        .any(names)
        || before.into_iter().any(|i| text.lower(i) == "odds")
}

/// One side, by digits.
fn part(text: &Text, at: usize) -> Option<u32> {
    number::plain(text, at).filter(|&value| value <= MOST)
}

/// A noun that a range would count: a plural.
fn counted(word: &str) -> bool {
    let role = [Cue::Game, Cue::Record, Cue::Vote]
        .iter()
        .any(|&cue| is_cue(word, cue));
    !role
        && (is_cue(word, Cue::Plural)
            || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"))
}

/// What the words near by say that it is; nearer ones first.
fn kind(text: &Text, start: usize, next: usize, first: usize, end: usize) -> Option<ScoreKind> {
    let role = |token: usize| {
        let word = text.lower(token);
        if is_cue(word, Cue::Vote) {
            Some(ScoreKind::Vote)
        } else if is_cue(word, Cue::Record) {
            Some(ScoreKind::Record)
        } else if is_cue(word, Cue::Game) {
            Some(ScoreKind::Game)
        } else {
            None
        }
    };
    let skip = |token: usize| {
        if matches!(text.word(token), "-" | ",") {
            token + 1
        } else {
            token
        }
    };
    let near = (skip(next)..(next + 4).min(end)).find_map(role);
    let bracket = start > first
        && text.word(start - 1) == "("
        && start >= first + 2
        && text.tokens[start - 2].case != Case::Lower
        && matches!(text.word(next), ")" | ",");
    // Wins and losses of a career are many; the score of a game may stand in brackets as well.
    let career = bracket && text.lower(start + 1) != "to" && {
        let sum = |i: usize| number::plain(text, i).unwrap_or(0);
        sum(start) + sum(start + 2) >= 10
    };
    if career {
        return Some(ScoreKind::Record);
    }
    if is_of_a_team(text, start, first) {
        return Some(ScoreKind::Record);
    }
    near.or(if bracket {
        Some(ScoreKind::Record)
    } else {
        None
    })
    .or_else(|| {
        (start.saturating_sub(7).max(first)..start)
            .rev()
            .find_map(role)
    })
    .or_else(|| stands_at(text, start, first).then_some(ScoreKind::Record))
}

/// "with the team at 15-14": a team stands at its wins and losses, and a match at what is level or small. What runs
/// upwards may be a range, unless somebody stands there: "floundering at 9-14".
fn stands_at(text: &Text, start: usize, first: usize) -> bool {
    let part = |i: usize| number::plain(text, i).unwrap_or(0);
    let (wins, losses) = (part(start), part(start + 2));
    let stands = start >= first + 2 && is_cue(text.lower(start - 2), Cue::Stands);
    start > first
        && text.lower(start - 1) == "at"
        && (wins > losses || stands && wins < losses)
        && wins + losses >= FEW_GAMES
}

/// "Ostby was 20-3": a team is its wins and losses, and a match is level or small, or is somebody's in cricket.
fn is_of_a_team(text: &Text, start: usize, first: usize) -> bool {
    let part = |i: usize| number::plain(text, i).unwrap_or(0);
    let (wins, losses) = (part(start), part(start + 2));
    let being =
        start >= first + 2 && matches!(text.lower(start - 1), "is" | "was" | "are" | "were");
    being
        && text.tokens[start - 2].case == Case::Title
        && !matches!(
            text.lower(start - 2),
            "it" | "that" | "this" | "score" | "result"
        )
        && wins + losses >= FEW_GAMES
        && wins < MANY_WINS
}

/// As many runs has a side in cricket, and no team wins.
const MANY_WINS: u32 = 100;

/// Fewer games are no season yet, and as many goals may be those of a match.
const FEW_GAMES: u32 = 10;
