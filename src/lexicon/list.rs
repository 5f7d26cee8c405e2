//! Looking a word up in a list without copying it: by a table of where its lines begin, which is made when the program is
//! built (`build.rs`, [`super::slots`]). So a list costs nothing until it is asked, and then one look at the table: comparing
//! two articles takes a few milliseconds, and reading the lists anew would take as long.

use super::slots::{PLACE, entries, slot};

/// A word list, whose first fields are unlike each other. Made by [`list!`].
pub struct List {
    entries: &'static str,
    slots: &'static [[u8; 4]],
}

/// The list of a file of this folder, given by its name without the ending; with `made`, one that the
/// build script makes.
macro_rules! list {
    ($name:literal) => {
        list!(@ concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/", $name), $name)
    };
    (made $name:literal) => {
        list!(@ concat!(env!("OUT_DIR"), "/made/", $name), concat!("made/", $name))
    };
    (@ $file:expr, $slots:expr) => {{
        static LIST: $crate::lexicon::List = $crate::lexicon::List::new(
            include_str!(concat!($file, ".tsv")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $slots, ".slots")),
        );
        &LIST
    }};
}
pub(crate) use list;

impl List {
    /// The list of a file, and the slots that were laid out for it.
    pub(crate) const fn new(file: &'static str, slots: &'static [u8]) -> List {
        List {
            entries: entries(file),
            slots: slots.as_chunks().0,
        }
    }

    /// The line that begins with the word, and all that follows.
    #[inline]
    fn rest(&self, word: &str) -> Option<&'static str> {
        let (mut at, tag) = slot(word.as_bytes(), self.slots.len());
        loop {
            let found = u32::from_le_bytes(*self.slots.get(at)?);
            if found == 0 {
                return None;
            }
            if found & !PLACE == tag {
                let rest = self.entries.get((found & PLACE) as usize - 1..)?;
                let end = rest.as_bytes().get(word.len());
                if matches!(end, None | Some(b'\t' | b'\n')) && rest.starts_with(word) {
                    return Some(rest);
                }
            }
            at = (at + 1) % self.slots.len();
        }
    }

    /// The fields after the word, without the tab between.
    pub fn find(&self, word: &str) -> Option<&'static str> {
        let rest = self.rest(word)?.get(word.len()..)?;
        let line = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest, |end| &rest[..end]);
        Some(line.get(1..).unwrap_or(""))
    }

    /// The word itself as the list has it.
    pub fn key(&self, word: &str) -> Option<&'static str> {
        self.rest(word)?.get(..word.len())
    }

    /// Whether the list holds the word.
    pub fn contains(&self, word: &str) -> bool {
        self.rest(word).is_some()
    }

    /// The lines of the list, in its order.
    pub fn lines(&self) -> std::str::Lines<'static> {
        self.entries.lines()
    }
}

#[cfg(test)]
mod tests {
    use super::super::slots::lay_out;
    use super::*;

    fn list(file: &'static str) -> List {
        List::new(file, lay_out(file).leak())
    }

    #[test]
    fn every_line_is_found_and_nothing_else() {
        let one = list("# c\n# d\nword\ttag\na\t1\nab\t2\tx\nb\t\nzz\t9\n");
        assert_eq!(one.lines().count(), 4);
        for (word, rest) in [("a", "1"), ("ab", "2\tx"), ("b", ""), ("zz", "9")] {
            assert_eq!(one.find(word), Some(rest), "{word}");
            assert_eq!(one.key(word), Some(word));
        }
        for word in ["", "aa", "c", "zzz", "0", "a\t1", "a\t1\nab"] {
            assert_eq!(one.find(word), None, "{word}");
        }
        assert_eq!(list("").find("a"), None);
        assert_eq!(list("word\n").find("a"), None);
    }

    #[test]
    fn the_last_line_needs_no_end() {
        let one = list("word\na\nb\tx");
        assert_eq!((one.find("a"), one.find("b")), (Some(""), Some("x")));
    }

    #[test]
    fn a_long_list_is_found_from_first_to_last() {
        let list = list!("ordinary");
        assert!(list.lines().count() > 40_000);
        assert!(list.lines().all(|line| list.contains(line)));
    }
}
