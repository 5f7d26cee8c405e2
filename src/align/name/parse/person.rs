//! Persons' names: titles before, suffixes after, initials, particles, the two orders, and Arabic compounds.
//!
//! What stands before or after the name is put aside, so that "Dr. Anne Barron" and "Barron, Anne" are one name with a title
//! more. Arabic compounds become one word, for each half alone is no name and their parts are joined in many ways.

use std::borrow::Cow;

use crate::lexicon::{NameForms, family_name, given_name, word_table};

use super::{Name, Role, asian, fold, without_brackets, without_possessive, word};

/// Takes a person's name apart.
pub(super) fn read(name: &mut Name, lists: &'static NameForms) {
    let text = without_brackets(&name.text);
    let text = without_possessive(text.trim());
    let text = in_order(text, lists);
    let mut pieces = pieces(&text, lists);
    // After the name: "Jr", "PhD".
    while pieces.len() > 1 {
        let last = &pieces[pieces.len() - 1].0;
        let part = lists.part(last);
        if part.suffix && !(last == "v" && pieces.len() < 3) || last == "i" && pieces.len() > 2 {
            name.suffix = Some(match last.as_str() {
                "junior" => "jr".into(),
                "senior" | "i" => "sr".into(),
                other => other.into(),
            });
        } else if !(part.degree && pieces.len() > 2 && last.len() > 2) {
            break;
        }
        pieces.pop();
    }
    // Before the name: "Apple CEO", then "Dr".
    if let Some(role) = (1..pieces.len().saturating_sub(1))
        .rev()
        .find(|&i| lists.part(&pieces[i].0).role)
    {
        name.aside
            .extend(pieces.drain(..=role).map(|(text, _)| text));
    }
    while pieces.len() > 1 && lists.part(&pieces[0].0).title {
        name.aside.push(pieces.remove(0).0);
    }
    let before: usize = pieces.len();
    let pieces = joined(pieces, lists);
    name.rejoined = pieces.len() != before;
    let count = pieces.len();
    for (i, (text, hyphen)) in pieces.into_iter().enumerate() {
        let letters = text.len();
        let role = if letters == 1
            && text.bytes().all(|c| c.is_ascii_alphabetic())
            && !(text == "y" && i > 0)
        {
            Role::Initial
        } else if lists.part(&text).particle
            && i + 1 < count
            && (i > 0 || (hyphen || text == "al" || text == "el") && count > 2)
        {
            Role::Particle
        } else {
            Role::Core
        };
        name.words.push(word(text, role, lists));
    }
    if name.words.iter().all(|w| w.role == Role::Particle) {
        for word in &mut name.words {
            word.role = Role::Core;
        }
    }
    asian(name);
}

/// The pieces of a person's name: split at spaces and hyphens, initials apart.
fn pieces(text: &str, lists: &'static NameForms) -> Vec<(String, bool)> {
    let all_capitals = !text.chars().any(char::is_lowercase);
    let mut found = Vec::new();
    for chunk in text.split_whitespace() {
        for (i, piece) in chunk.split(['-', '‐', '‑', '–', '/']).enumerate() {
            let hyphen = i > 0;
            let letters: Vec<&str> = piece.split('.').filter(|p| !p.is_empty()).collect();
            if letters.len() > 1 && letters.iter().filter(|l| l.chars().count() == 1).count() > 1
                || letters.len() > 1 && letters[0].chars().count() == 1
            {
                found.extend(letters.iter().map(|l| (fold(l), hyphen)));
                continue;
            }
            let folded = fold(piece);
            let initials = !all_capitals
                && (2..=3).contains(&piece.len())
                && piece.bytes().all(|c| c.is_ascii_uppercase())
                && lists.part(&folded) == Default::default()
                && (!given_name(&folded).is_some_and(|n| n.common)
                    || !folded.contains(['a', 'e', 'i', 'o', 'u', 'y']))
                && !family_name(&folded).is_some_and(|n| n.common);
            if initials {
                found.extend(folded.chars().map(|c| (c.to_string(), hyphen)));
            } else if !folded.is_empty() {
                found.push((folded, hyphen));
            }
        }
    }
    found
}

/// "Barron, Anne" turned to "Anne Barron"; a description after a comma left out.
fn in_order<'t>(text: &'t str, lists: &'static NameForms) -> Cow<'t, str> {
    let Some((head, tail)) = text.split_once(',') else {
        return Cow::Borrowed(text);
    };
    let first = |part: &str| part.split_whitespace().next().map(fold).unwrap_or_default();
    let suffix = lists.part(&first(tail));
    let words = |part: &str| part.split_whitespace().count();
    if suffix.suffix || suffix.degree {
        let rest = tail
            .trim_start()
            .split_once([' ', ','])
            .map_or("", |(_, rest)| rest);
        return Cow::Owned(format!(
            "{head} {} {}",
            rest.replace(',', " "),
            if suffix.suffix {
                first(tail)
            } else {
                String::new()
            }
        ));
    }
    let described = lists.part(&first(head)).title && words(head) > 1
        || tail.split_whitespace().any(|w| lists.part(&fold(w)).role)
        || tail.split_whitespace().all(|w| {
            !given_name(&fold(w)).is_some_and(|n| n.common)
                && word_table().rank(&fold(w)).is_some_and(|r| r < 8000)
        });
    if described || words(head) > 4 || words(tail) > 4 {
        Cow::Borrowed(head)
    } else {
        Cow::Owned(format!("{} {head}", tail.replace(',', " ")))
    }
}

/// Arabic compounds made one word: "Abd al-Rahman" and "Abdul Rahman", "Saif al-Din" and "Saifuddin".
fn joined(pieces: Vec<(String, bool)>, lists: &'static NameForms) -> Vec<(String, bool)> {
    let mut words: Vec<(String, bool)> = Vec::with_capacity(pieces.len());
    let mut i = 0;
    while i < pieces.len() {
        let (piece, hyphen) = &pieces[i];
        if lists.part(piece).servant && i + 1 < pieces.len() {
            let article = lists.part(&pieces[i + 1].0).article && i + 2 < pieces.len();
            let next = i + 1 + usize::from(article);
            words.push((format!("abd{}", pieces[next].0), *hyphen));
            i = next + 1;
            continue;
        }
        let glued = ["abdul", "abdel", "abdal", "abdur", "abdol"]
            .iter()
            .find_map(|s| piece.strip_prefix(s));
        if let Some(rest) =
            glued.filter(|rest| rest.len() > 3 && *piece != "abdullah" && !rest.starts_with("la"))
        {
            // "Abdurahman" is Abdur-Rahman with one r.
            let lost = if piece.starts_with("abdur") && !rest.starts_with('r') {
                "r"
            } else {
                ""
            };
            words.push((format!("abd{lost}{rest}"), *hyphen));
        } else if lists.part(piece).article
            && pieces
                .get(i + 1)
                .is_some_and(|(p, _)| p == "din" || p == "deen" || p == "dine")
            && !words.is_empty()
        {
            if let Some(last) = words.last_mut() {
                last.0.push_str("din");
            }
            i += 1;
        } else {
            let plain = [
                "uddin", "eddin", "eddine", "aldin", "addin", "uddeen", "adin", "udin",
            ]
            .iter()
            .find_map(|s| piece.strip_suffix(s))
            .filter(|stem| stem.len() > 2);
            words.push((
                plain.map_or_else(|| piece.clone(), |stem| format!("{stem}din")),
                *hyphen,
            ));
        }
        i += 1;
    }
    words
}
