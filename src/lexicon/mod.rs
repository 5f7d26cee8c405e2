//! The word lists and the code that looks words up in them.
//!
//! Every list is a sorted TSV file in this folder: lines that start with `#` say what it is, its source and licence;
//! the first other line names the columns; then one entry a line. Short ones are read by [`table`] into one `LazyLock`
//! each, where their words are looked up; in long ones [`List`] finds a word where it stands, by a table that `build.rs`
//! makes. Code holds no words, lists hold no logic.

mod calendar;
mod contrasts;
mod cues;
mod currencies;
mod hedges;
mod list;
mod name_forms;
pub mod names;
mod numbers;
mod people;
mod phrases;
mod rates;
mod recent;
mod slots;
mod stems;
mod table;
mod units;
mod words;

pub use calendar::{
    CalendarEntry, CalendarMark, CalendarWord, Holiday, calendar_word, holidays, holidays_from,
    zone,
};
pub use contrasts::contrasts;
pub use cues::{Cue, is_cue};
pub(crate) use currencies::currency_codes;
pub use currencies::{CurrencyTable, currency, currency_table};
pub use hedges::{Hedge, HedgeTable, hedge_table};
pub use list::List;
pub(crate) use list::list;
pub use name_forms::{Groups, NameForms, OrgWord, PersonPart, PlaceWord, name_forms};
pub use numbers::{NumberWord, number_word};
pub use people::{Gender, Personal, family_name, given_name};
pub use phrases::Phrases;
pub use rates::{RateWord, rate_word};
pub(crate) use recent::Recent;
pub(crate) use stems::{Stemmed, stemmed, verb_of};
pub use table::{Table, table};
pub use units::{UnitTable, unit_table};
pub use words::{COMPANY_DIMENSIONS, Meaning, WordTable, word_table};
