//! Reading a word list.

/// A list as read: the names of its columns, and its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// Column names, from the first line that is no comment.
    pub columns: Vec<&'static str>,
    /// The entries; each has as many fields as there are columns.
    pub rows: Vec<Vec<&'static str>>,
}

/// Reads a list that is part of the program. Fields missing at the end of a line are empty.
pub fn table(text: &'static str) -> Table {
    let mut lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let columns: Vec<&'static str> = lines.next().unwrap_or("").split('\t').collect();
    let rows = lines
        .map(|line| {
            let mut fields: Vec<&'static str> = line.split('\t').collect();
            fields.resize(columns.len(), "");
            fields
        })
        .collect();
    Table { columns, rows }
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
