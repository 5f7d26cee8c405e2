//! Time zones behind a time of day: "GMT", "Eastern time", "UTC+2", "local time".

use super::super::date::words::Words;
use crate::lexicon::zone;
use crate::segment::TokenKind;

/// The zone named at `at`: its offset where the name has one, and the token after it.
pub(super) fn zone_at(w: &Words, at: usize) -> Option<(Option<i16>, usize)> {
    match w.lower(at) {
        "local" if w.lower(at + 1) == "time" => return Some((None, at + 2)),
        "(" => {
            let (offset, end) = abbreviation(w, at + 1)?;
            return (w.lower(end) == ")").then_some((offset, end + 1));
        }
        _ => {}
    }
    if let Some(found) = abbreviation(w, at) {
        return Some(found);
    }
    // "Eastern time", "Pacific Standard Time", "Central European Summer Time"
    if !w.capital(at) {
        return None;
    }
    let standard = match w.lower(at) {
        "eastern" => Some(-300),
        "pacific" => Some(-480),
        "greenwich" => Some(0),
        "central" | "mountain" | "atlantic" | "british" | "european" | "indian" | "moscow"
        | "beijing" | "london" => None,
        _ => return None,
    };
    let mut end = at + 1;
    let mut certain = false;
    let mut summer = 0;
    while matches!(
        w.lower(end),
        "standard" | "daylight" | "summer" | "mean" | "european"
    ) {
        certain |= w.lower(end) != "european";
        summer = if w.lower(end) == "daylight" {
            60
        } else {
            summer
        };
        end += 1;
    }
    let time = w.lower(end) == "time";
    (time || w.lower(at) == "eastern" && end == at + 1).then_some((
        standard.filter(|_| certain).map(|offset| offset + summer),
        end + usize::from(time),
    ))
}

/// "GMT", "EST", "UTC+2": a zone by its abbreviation in capitals.
fn abbreviation(w: &Words, at: usize) -> Option<(Option<i16>, usize)> {
    if w.kind(at) != Some(TokenKind::Word)
        || !w.text.word(at).bytes().all(|b| b.is_ascii_uppercase())
    {
        return None;
    }
    let offset = zone(w.lower(at))?;
    let sign = match w.lower(at + 1) {
        "+" => 1,
        "-" | "−" | "–" => -1,
        _ => return Some((offset, at + 1)),
    };
    match w
        .number(at + 2, 2)
        .filter(|_| offset == Some(0) && w.glued(at + 2))
    {
        Some(hours @ 0..=14) => Some((i16::try_from(hours * 60 * sign).ok(), at + 3)),
        _ => Some((offset, at + 1)),
    }
}
