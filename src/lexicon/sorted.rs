//! Looking a word up in a sorted list without loading it: a binary search over the text itself.
//!
//! For long lists of which an article needs few entries: nothing is built at start-up, and a look-up takes some 16
//! comparisons.

use std::cmp::Ordering;

/// The fields after the word in the line of `list` that starts with `word`, without its tab; the lines of the list are
/// sorted by the bytes of their first fields.
pub fn find<'a>(list: &'a str, word: &str) -> Option<&'a str> {
    let line = line(list, word)?;
    Some(line.get(word.len() + 1..).unwrap_or(""))
}

/// The word itself as the list has it.
pub fn key<'a>(list: &'a str, word: &str) -> Option<&'a str> {
    line(list, word)?.get(..word.len())
}

/// The line that starts with the word.
fn line<'a>(list: &'a str, word: &str) -> Option<&'a str> {
    let bytes = list.as_bytes();
    let line_end = |from: usize| {
        let rest = bytes[from..].iter().position(|&b| b == b'\n');
        rest.map_or(bytes.len(), |i| from + i)
    };
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let before = bytes[low..middle].iter().rposition(|&b| b == b'\n');
        let start = before.map_or(low, |i| low + i + 1);
        match compare(&bytes[start..], word.as_bytes()) {
            Ordering::Less => low = (line_end(middle) + 1).min(high),
            Ordering::Equal => return list.get(start..line_end(start)),
            Ordering::Greater => high = start,
        }
    }
    None
}

/// The first field of the line that `line` begins with, against a word. Most lines differ from it in their first letters.
fn compare(line: &[u8], word: &[u8]) -> Ordering {
    let ends = |i: usize| matches!(line.get(i), None | Some(b'\t' | b'\n'));
    for (i, byte) in word.iter().enumerate() {
        if ends(i) {
            return Ordering::Less;
        }
        match line[i].cmp(byte) {
            Ordering::Equal => {}
            other => return other,
        }
    }
    if ends(word.len()) {
        Ordering::Equal
    } else {
        Ordering::Greater
    }
}

/// The part of a list after its comments and its header: what [`find`] searches.
pub fn entries(list: &'static str) -> &'static str {
    let mut rest = list;
    loop {
        let line_end = rest.find('\n').map_or(rest.len(), |i| i + 1);
        let comment = rest.starts_with('#');
        rest = &rest[line_end..];
        if !comment || rest.is_empty() {
            return rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        let list = entries("# c\n# d\nword\ttag\na\t1\nab\t2\tx\nb\t\nzz\t9\n");
        assert_eq!(list, "a\t1\nab\t2\tx\nb\t\nzz\t9\n");
        for (word, rest) in [("a", "1"), ("ab", "2\tx"), ("b", ""), ("zz", "9")] {
            assert_eq!(find(list, word), Some(rest), "{word}");
            assert_eq!(key(list, word), Some(word));
        }
        for word in ["", "aa", "c", "zzz", "0", "a\t1", "a\t1\nab"] {
            assert_eq!(find(list, word), None, "{word}");
        }
        assert_eq!(find("", "a"), None);
    }
}
