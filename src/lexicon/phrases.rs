//! Phrases of one word or more, found by their first word.

use rustc_hash::FxHashMap;

/// Phrases with what each stands for. A phrase is kept as the tokens that the text will have: "km/h" is three.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: FxHashMap<&'static str, Vec<Phrase<T>>>,
}

#[derive(Debug)]
struct Phrase<T> {
    rest: Vec<&'static str>,
    value: T,
}

impl<T: Copy> Phrases<T> {
    /// The phrases of a list; of two that start alike the longer one is tried first.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, T)>) -> Phrases<T> {
        Phrases::build(
            entries
                .into_iter()
                .map(|(phrase, value)| (pieces(phrase), value)),
        )
    }

    /// The same, to be matched backwards from their last word.
    pub fn backwards(entries: impl IntoIterator<Item = (&'static str, T)>) -> Phrases<T> {
        Phrases::build(entries.into_iter().map(|(phrase, value)| {
            let mut words = pieces(phrase);
            words.reverse();
            (words, value)
        }))
    }

    fn build(entries: impl Iterator<Item = (Vec<&'static str>, T)>) -> Phrases<T> {
        let mut by_first: FxHashMap<&'static str, Vec<Phrase<T>>> = FxHashMap::default();
        for (words, value) in entries {
            if let Some((&first, rest)) = words.split_first() {
                let rest = rest.to_vec();
                let list = by_first.entry(first).or_default();
                let place = list.partition_point(|p| p.rest.len() >= rest.len());
                list.insert(place, Phrase { rest, value });
            }
        }
        Phrases { by_first }
    }

    /// Whether some phrase starts with this word.
    pub fn starts(&self, word: &str) -> bool {
        self.by_first.contains_key(word)
    }

    /// The longest phrase that the words make, `word(0)` the first of them; its value and how many words it takes.
    /// A hyphen in the text may stand for the space in a phrase: "square-foot".
    pub fn longest<'a>(&self, word: impl Fn(usize) -> &'a str) -> Option<(T, usize)> {
        let list = self.by_first.get(word(0))?;
        list.iter().find_map(|phrase| {
            let mut at = 1;
            for piece in &phrase.rest {
                if word(at) == "-" && *piece != "-" {
                    at += 1;
                }
                if word(at) != *piece {
                    return None;
                }
                at += 1;
            }
            Some((phrase.value, at))
        })
    }
}

/// A phrase cut as the tokenizer cuts text: runs of letters and digits, "U.S." in one, every other mark by itself.
fn pieces(phrase: &'static str) -> Vec<&'static str> {
    let mut pieces = Vec::new();
    for chunk in phrase.split(' ').filter(|c| !c.is_empty()) {
        let mut rest = chunk;
        while let Some(first) = rest.chars().next() {
            let acronym = acronym(rest.as_bytes());
            let length = if acronym > 0 {
                acronym
            } else if first.is_alphanumeric() {
                rest.find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(rest.len())
            } else {
                first.len_utf8()
            };
            let (piece, after) = rest.split_at(length);
            pieces.push(piece);
            rest = after;
        }
    }
    pieces
}

fn acronym(bytes: &[u8]) -> usize {
    let letters = bytes
        .chunks(2)
        .take_while(|c| c[0].is_ascii_alphabetic() && c.get(1) == Some(&b'.'))
        .count();
    if letters > 1 { letters * 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_cut_as_text_is() {
        assert_eq!(pieces("km/h"), ["km", "/", "h"]);
        assert_eq!(pieces("U.S.$"), ["U.S.", "$"]);
        assert_eq!(pieces("degrees C"), ["degrees", "C"]);
        assert_eq!(pieces("lb."), ["lb", "."]);
    }

    #[test]
    fn the_longest_phrase_wins() {
        let phrases = Phrases::new([("mile", 1), ("mile per hour", 2)]);
        let p = |words: &[&'static str]| phrases.longest(|i| words.get(i).copied().unwrap_or(""));
        assert_eq!(p(&["mile", "per", "hour"]), Some((2, 3)));
        assert_eq!(p(&["mile", "-", "per", "-", "hour"]), Some((2, 5)));
        assert_eq!(p(&["mile", "per", "day"]), Some((1, 1)));
        assert_eq!(p(&["miles"]), None);
    }
}
