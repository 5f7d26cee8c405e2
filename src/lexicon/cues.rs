//! Words beside a number that say what it is, or that it is no figure: `cues.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table;

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What a word says about a number beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Cue { $($(#[$doc])* $name,)* }

        impl Cue {
            fn from_name(name: &str) -> Option<Cue> {
                match name { $($text => Some(Cue::$name),)* _ => None }
            }
        }
    };
}

cues! {
    /// Its number is a label: "Flight 370".
    Designator = "designator",
    /// The end of an address: "Street".
    Street = "street",
    /// May stand between a number and a unit of time: "straight".
    Straight = "straight",
    /// A move: "from A to B" after it is no range.
    Change = "change",
    /// A game and its result.
    Game = "game",
    /// Wins and losses over time.
    Record = "record",
    /// Where a team stands in its season: "sitting at 9-14".
    Stands = "stands",
    /// A vote.
    Vote = "vote",
    /// An earthquake.
    Quake = "quake",
    /// A scale of magnitude.
    Scale = "scale",
    /// What "3m" before it is metres.
    Long = "long",
    /// A plural without s.
    Plural = "plural",
    /// People harmed, as nouns: "no casualties".
    Casualty = "casualty",
    /// Harmed, as verbs and adjectives: "no one died".
    Harmed = "harmed",
    /// May stand between "no one" and what befell them.
    ZeroLead = "zero-lead",
    /// After "one": no noun that it counts.
    PronounAfter = "pronoun-after",
    /// Before "one": a pronoun follows.
    PronounBefore = "pronoun-before",
    /// About a telephone call.
    Emergency = "emergency",
    /// "aged"
    AgeBefore = "age-before",
    /// "turned"
    Turned = "turned",
    /// Before a year.
    TimeBefore = "time-before",
    /// Opens a sentence, and is no name.
    Opener = "opener",
    /// A person of whom a bare age may be told: "her son, 11,".
    Person = "person",
    /// Games, nights: "over six games" is during them.
    Spell = "spell",
    /// About aircraft.
    Aircraft = "aircraft",
    /// Makes a compound that counts nothing: "two-way".
    CompoundNo = "compound-no",
}

/// Whether the lower-case word has that role.
pub fn is_cue(word: &str, cue: Cue) -> bool {
    static WORDS: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
        table(include_str!("cues.tsv"))
            .rows
            .iter()
            .map(|row| {
                let bits = row[1]
                    .split(',')
                    .filter_map(Cue::from_name)
                    .fold(0, |bits, cue| bits | 1 << cue as u32);
                (row[0], bits)
            })
            .collect()
    });
    WORDS
        .get(word)
        .is_some_and(|bits| bits & (1 << cue as u32) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_in_the_list_is_known() {
        for row in table(include_str!("cues.tsv")).rows {
            for role in row[1].split(',') {
                assert!(Cue::from_name(role).is_some(), "{row:?}");
            }
        }
    }
}
