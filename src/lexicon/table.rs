//! Reading a word list.

use super::slots::parts;

/// A list as read: the names of its columns, and its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// Column names, from the first line that is no comment.
    pub columns: Vec<&'static str>,
    /// The entries; each has as many fields as there are columns.
    pub rows: Vec<[&'static str; MOST_COLUMNS]>,
}

/// No list has more columns; where it has fewer, the other fields are empty.
pub(super) const MOST_COLUMNS: usize = 7;

/// Reads a list that is part of the program. Fields missing at the end of a line are empty.
pub fn table(text: &'static str) -> Table {
    let (columns, entries) = parts(text);
    Table {
        columns: columns.split('\t').collect(),
        rows: rows(entries).collect(),
    }
}

/// The entries of a list with so many fields; missing ones are empty.
pub(super) fn rows<const FIELDS: usize>(
    entries: &'static str,
) -> impl Iterator<Item = [&'static str; FIELDS]> {
    lines(entries).map(|line| {
        let mut rest = line;
        std::array::from_fn(|_| {
            let (field, after) = cut(rest, b'\t');
            rest = after;
            field
        })
    })
}

/// The lines of a text. A byte is looked for as the processor does it best: some thousand lines are read before anything else.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after.get(1..).unwrap_or("");
        Some(line)
    })
}

/// What stands before the first such byte, an ASCII one, and what behind it.
#[inline]
fn cut(text: &'static str, at: u8) -> (&'static str, &'static str) {
    match text.bytes().position(|byte| byte == at) {
        Some(end) => (&text[..end], &text[end + 1..]),
        None => (text, ""),
    }
}

/// What every list must hold: a comment with source and licence, entries sorted by their first field without repeats,
/// and the same number of fields a line. Returns the first thing that is wrong. For the tests of each list.
#[cfg(test)]
pub(crate) fn check(text: &'static str) -> Result<(), String> {
    let comments: String = text.lines().filter(|line| line.starts_with('#')).collect();
    if !comments.to_lowercase().contains("licence") || !comments.to_lowercase().contains("source") {
        return Err("the header must say source and licence".into());
    }
    let list = table(text);
    if list.columns.len() > MOST_COLUMNS {
        return Err(format!("more than {MOST_COLUMNS} columns"));
    }
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        if line.split('\t').count() > list.columns.len() {
            return Err(format!("too many fields: {line}"));
        }
    }
    for pair in list.rows.windows(2) {
        if pair[0] >= pair[1] {
            return Err(format!(
                "not sorted, or twice: {:?} then {:?}",
                pair[0], pair[1]
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_in_this_folder_is_sorted_and_names_its_source() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon");
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "tsv") {
                let text: &'static str = std::fs::read_to_string(&path).unwrap().leak();
                assert_eq!(check(text), Ok(()), "{}", path.display());
                seen += 1;
            }
        }
        assert!(seen > 0);
    }
}
