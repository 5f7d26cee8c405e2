//! The word lists and the code that looks words up in them.
//!
//! Every list is a sorted TSV file in this folder: lines that start with `#` say what it is, its source and licence;
//! the first other line names the columns; then one entry a line. [`table`] reads them; each list that the pipeline
//! uses gets one `LazyLock` where its words are looked up. Code holds no words, lists hold no logic.

mod names;
mod table;
mod words;

pub use names::{Gender, NameLists, OrgWord, PersonPart, PlaceWord, name_lists};
pub use table::{Table, table};
pub use words::{WordTable, word_table};
