//! Looking a word up in a sorted list without loading it: a binary search over the text itself.
//!
//! For long lists of which an article needs few entries: nothing is built at start-up, and a look-up takes some 16
//! comparisons.

/// The fields after the word in the line of `list` that starts with `word` and a tab. The list's lines are sorted by bytes;
/// its comments and header come first and sort before every word or are never hit.
pub fn find<'a>(list: &'a str, word: &str) -> Option<&'a str> {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[low..middle]
            .iter()
            .rposition(|&b| b == b'\n')
            .map_or(low, |i| low + i + 1);
        let end = bytes[middle..high]
            .iter()
            .position(|&b| b == b'\n')
            .map_or(high, |i| middle + i);
        let line = &bytes[start..end];
        let key_end = line.iter().position(|&b| b == b'\t').unwrap_or(line.len());
        match line[..key_end].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => {
                return list.get(start + (key_end + 1).min(line.len())..end);
            }
            std::cmp::Ordering::Less => low = (end + 1).min(high),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
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
        }
        for word in ["", "aa", "c", "zzz", "0"] {
            assert_eq!(find(list, word), None, "{word}");
        }
        assert_eq!(find("", "a"), None);
    }
}
