//! The keys of `crosscheck.toml`: one table, from which the file is read and checked, and from which its schema, the file that
//! `init` writes and what `config --show` prints are made.

use Takes::{Choice, Day, Entries, Fingerprint, Flag, Levels, Patterns, Rule, Share, Text, Texts};

/// A key, or a table of keys.
pub(super) struct Key {
    /// As it is written.
    pub(super) name: &'static str,
    /// What may stand behind it.
    pub(super) takes: Takes,
    /// Whether its table makes no sense without it.
    pub(super) required: bool,
    /// What it does, in full sentences.
    pub(super) help: &'static str,
    /// A value as it is written in TOML; of tables nothing, since their keys have samples.
    pub(super) sample: &'static str,
}

/// What may stand behind a key.
pub(super) enum Takes {
    /// `true` or `false`.
    Flag,
    /// A number from 0 to 1.
    Share,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The name of a rule.
    Rule,
    /// 16 hexadecimal digits.
    Fingerprint,
    /// A day of the calendar.
    Day,
    /// Words.
    Text,
    /// Words, or a list of them.
    Texts,
    /// A pattern as in a `.gitignore`, or a list of them.
    Patterns,
    /// A table with a level for each rule that is named.
    Levels,
    /// A list of tables with these keys: `[[allow]]`.
    Entries(&'static [Key]),
}

/// The name of the file.
pub const FILE_NAME: &str = "crosscheck.toml";

/// The levels of `fail-on`.
pub(super) const FAIL_ON: &[&str] = &["error", "warning", "note"];

/// The levels of a rule.
pub(super) const LEVELS: &[&str] = &["error", "warning", "note", "off"];

/// The ways to find the stories of a corpus.
pub(super) const STORIES: &[&str] = &["folder", "auto"];

/// The quotes of TOML, the longer before those that they begin with.
pub(super) const QUOTES: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

const fn key(name: &'static str, takes: Takes, sample: &'static str, help: &'static str) -> Key {
    Key {
        name,
        takes,
        required: false,
        help,
        sample,
    }
}

const fn required(
    name: &'static str,
    takes: Takes,
    sample: &'static str,
    help: &'static str,
) -> Key {
    Key {
        name,
        takes,
        required: true,
        help,
        sample,
    }
}

/// Every key, in the order in which they are shown.
pub(super) const KEYS: &[Key] = &[
    key(
        "extend",
        Text,
        "\"../crosscheck.toml\"",
        "Another file whose settings hold where this one says nothing, relative to this file. Lists add up.",
    ),
    key(
        "stories",
        Choice(STORIES),
        "\"folder\"",
        "How `check` finds the stories of a corpus: \"folder\" makes a story of each folder that holds two documents or more, \
         \"auto\" finds by their content which documents tell one story.",
    ),
    key(
        "exclude",
        Patterns,
        "[\"drafts/\", \"*.old.md\"]",
        "Files and folders that `check` leaves out, as patterns of a .gitignore, relative to this file.",
    ),
    key(
        "min-confidence",
        Share,
        "0.5",
        "Findings below this confidence, from 0 to 1, are left out.",
    ),
    key(
        "fail-on",
        Choice(FAIL_ON),
        "\"warning\"",
        "The level from which a finding makes the exit status 1.",
    ),
    key(
        "agreements",
        Flag,
        "false",
        "Whether what the documents agree on is shown as well.",
    ),
    key(
        "format-differences",
        Flag,
        "false",
        "Whether names that differ in case, accents, hyphens or spaces only are shown, too.",
    ),
    key(
        "no-self",
        Flag,
        "false",
        "Whether what one document contradicts itself in is left out.",
    ),
    key(
        "levels",
        Levels,
        "name-spelling = \"note\"",
        "The level of each finding of a rule, whatever its verdict: \"error\", \"warning\", \"note\", or \"off\" for none. \
         `crosscheck explain` lists the rules.",
    ),
    key(
        "allow",
        Entries(ALLOW),
        "",
        "Findings that are known and accepted. An entry holds for the findings that all of its keys fit. `check` names \
         those that fit none any more, or whose last day is over.",
    ),
    key(
        "name",
        Entries(NAME),
        "",
        "House spellings. A document that writes one of the variants, or spells the name in another way by its likeness, \
         disagrees with this list.",
    ),
    key(
        "fact",
        Entries(FACT),
        "",
        "House facts. A document that answers the question with another value disagrees with this list.",
    ),
];

const ALLOW: &[Key] = &[
    key(
        "rule",
        Rule,
        "\"count-mismatch\"",
        "The rule that reports the finding.",
    ),
    key(
        "text",
        Texts,
        "[\"12 people\", \"14 people\"]",
        "Whole words of one of its values or of its message, as they are shown; of several each must be there.",
    ),
    key(
        "fingerprint",
        Fingerprint,
        "\"0123456789abcdef\"",
        "The fingerprint of the finding, as `--format json` gives it.",
    ),
    key(
        "paths",
        Patterns,
        "\"archive/\"",
        "Files, as patterns of a .gitignore relative to this file: what they say is passed over, and a finding is allowed where \
         nothing is left that differs.",
    ),
    required(
        "reason",
        Text,
        "\"the second count came a week later\"",
        "Why it is allowed, for whoever reads it next.",
    ),
    key(
        "until",
        Day,
        "2099-12-31",
        "The last day on which it is allowed. What day it is, the flag `--today` says, or else the clock (in UTC).",
    ),
];

const NAME: &[Key] = &[
    required(
        "canonical",
        Text,
        "\"Muammar Gaddafi\"",
        "The spelling that is wanted.",
    ),
    key(
        "variants",
        Texts,
        "[\"Moammar Qaddafi\", \"Kadafi\"]",
        "Spellings that are not wanted, each found wherever it stands as whole words.",
    ),
];

const FACT: &[Key] = &[
    required(
        "question",
        Text,
        "\"people killed in the harbour fire\"",
        "What the value answers, in the words that an article would use.",
    ),
    required(
        "value",
        Text,
        "\"12\"",
        "The answer as an article would write it: \"12\", \"$44 million\", \"3 August 2021\".",
    ),
    key(
        "paths",
        Patterns,
        "\"harbour-fire/\"",
        "The files that it holds for, as patterns of a .gitignore relative to this file; without it, all.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_and_hyphens_and_help_is_sentences() {
        fn p(keys: &[Key]) {
            for key in keys {
                assert!(
                    key.name
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b == b'-'),
                    "{}",
                    key.name
                );
                assert!(key.help.ends_with('.'), "{}", key.help);
                assert_eq!(
                    keys.iter().filter(|k| k.name == key.name).count(),
                    1,
                    "{}",
                    key.name
                );
                match key.takes {
                    Entries(inner) => p(inner),
                    _ => assert!(!key.sample.is_empty(), "{}", key.name),
                }
            }
        }
        p(KEYS);
    }
}
