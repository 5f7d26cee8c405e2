//! The text of a `crosscheck.toml` to tables of what was given, checked against the table of keys.
//!
//! The tree of the TOML is walked by that table, instead of being read into types: a reader into types stops at the first
//! mistake and knows no likely name for a key that it does not know, and a person who mends a file wants all of it at once.

use std::collections::BTreeMap;

use ignore::gitignore::GitignoreBuilder;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{Key, LEVELS, Takes};
use crate::error::{Error, but_there_is};
use crate::finding::Level;
use crate::judge::RULES;
use crate::source::{Source, Span};

/// A value with where it stands.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Span,
}

/// What was given for a key.
#[derive(Clone, Debug)]
pub(super) enum Given {
    Flag(bool),
    Share(f64),
    /// One of the words of the key, its number among them.
    Choice(usize),
    Text(String),
    Texts(Vec<At<String>>),
    Day(Date),
    /// A level for each rule; `None` is "off".
    Levels(Vec<(&'static str, At<Option<Level>>)>),
    Entries(Vec<Table>),
}

/// A table of a file: what was given for its keys, without what was wrong.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Its header.
    pub(super) span: Span,
    pub(super) given: BTreeMap<&'static str, At<Given>>,
    /// Whether a value was given that is not among them, since it is wrong.
    pub(super) lacks: bool,
}

/// Reads the file by its keys. All that is wrong with it is added to the mistakes.
pub(super) fn parse(source: &Source, keys: &'static [Key], mistakes: &mut Mistakes) -> Table {
    let (root, errors) = DeTable::parse_recoverable(source.text());
    let mut walk = Walk {
        source,
        mistakes: Vec::new(),
    };
    let mut table = Table {
        span: source.span(0..0),
        given: BTreeMap::new(),
        lacks: false,
    };
    if errors.is_empty() {
        table = walk.table(source.span(0..0), root.get_ref(), keys, "the file");
    }
    // Of a file that is no TOML nothing else is said: what the rest of it means is a guess.
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        walk.wrong(source.span(at..at), error.message().trim().to_owned());
    }
    mistakes.append(&mut walk.mistakes);
    table
}

/// What is wrong with a file, each with where.
pub(super) type Mistakes = Vec<(usize, Error)>;

/// Why there is no value.
enum Wrong {
    /// It is of another sort than the key takes.
    Sort,
    /// Its mistake has been named already.
    Named,
}

struct Walk<'a> {
    source: &'a Source,
    mistakes: Mistakes,
}

impl Walk<'_> {
    fn wrong(&mut self, span: Span, message: String) {
        let error = Error::setting(self.source, span, message);
        self.mistakes.push((span.start(), error));
    }

    fn span<T>(&self, spanned: &Spanned<T>) -> Span {
        self.source.span(spanned.span())
    }

    /// Reads a table; `called` is what messages call it.
    fn table(
        &mut self,
        span: Span,
        table: &DeTable<'_>,
        keys: &'static [Key],
        called: &str,
    ) -> Table {
        let mut given = BTreeMap::new();
        let mut lacks = false;
        for (name, value) in table {
            let (at, written) = (self.span(name), name.get_ref().as_ref());
            let Some(key) = keys.iter().find(|key| key.name == written) else {
                let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
                let like = but_there_is(written, &names);
                let remedy = if like.is_empty() {
                    format!("; the keys of {called} are {}", listed(&names))
                } else {
                    like
                };
                self.wrong(at, format!("there is no key `{written}`{remedy}"));
                continue;
            };
            match self.value(key, value) {
                Some(value) => drop(given.insert(key.name, value)),
                None => lacks = true,
            }
        }
        for key in keys.iter().filter(|key| key.required) {
            // One that was given and is wrong has been named already.
            if !table.keys().any(|name| name.get_ref().as_ref() == key.name) {
                self.wrong(
                    span,
                    format!(
                        "{called} has no `{}`; add `{} = {}`",
                        key.name, key.name, key.sample
                    ),
                );
            }
        }
        Table { span, given, lacks }
    }

    fn value(&mut self, key: &'static Key, value: &Spanned<DeValue<'_>>) -> Option<At<Given>> {
        let span = self.span(value);
        let given = self.given(key, span, value.get_ref());
        if let Err(Wrong::Sort) = given {
            let expected = expected(&key.takes);
            let found = found(value.get_ref());
            self.wrong(
                span,
                format!("`{}` takes {expected}, but found {found}", key.name),
            );
        }
        given.ok().map(|value| At { value, span })
    }

    fn given(&mut self, key: &Key, span: Span, value: &DeValue<'_>) -> Result<Given, Wrong> {
        match (&key.takes, value) {
            (Takes::Flag, &DeValue::Boolean(flag)) => Ok(Given::Flag(flag)),
            (Takes::Share, DeValue::Integer(number)) => share(number.as_str()),
            (Takes::Share, DeValue::Float(number)) => share(number.as_str()),
            (Takes::Choice(words), DeValue::String(text)) => {
                if let Some(known) = words.iter().position(|word| word == text) {
                    return Ok(Given::Choice(known));
                }
                self.wrong(
                    span,
                    format!("`{}` cannot be `{text}`{}", key.name, remedy(text, words)),
                );
                Err(Wrong::Named)
            }
            (Takes::Rule, DeValue::String(text)) => self
                .rule(span, text)
                .map(|rule| Given::Text(rule.to_owned())),
            (Takes::Fingerprint, DeValue::String(text)) if is_fingerprint(text) => {
                Ok(Given::Text(text.to_string()))
            }
            (Takes::Day, DeValue::Datetime(day)) => day_of(&day.to_string()),
            (Takes::Day, DeValue::String(day)) => day_of(day),
            (Takes::Text, DeValue::String(text)) if !text.trim().is_empty() => {
                Ok(Given::Text(text.to_string()))
            }
            (Takes::Texts, value) => self.texts(span, value).map(Given::Texts),
            (Takes::Patterns, value) => {
                let patterns = self.texts(span, value)?;
                let wrong = patterns
                    .iter()
                    .filter(|pattern| !self.is_pattern(pattern))
                    .count();
                if wrong == 0 {
                    Ok(Given::Texts(patterns))
                } else {
                    Err(Wrong::Named)
                }
            }
            (Takes::Levels, DeValue::Table(levels)) => Ok(self.levels(levels)),
            (Takes::Entries(keys), DeValue::Array(entries)) => {
                self.entries(key.name, keys, entries)
            }
            _ => Err(Wrong::Sort),
        }
    }

    /// One text or a list of them, none of them empty.
    fn texts(&self, span: Span, value: &DeValue<'_>) -> Result<Vec<At<String>>, Wrong> {
        let text = |span: Span, value: &DeValue<'_>| {
            let text = value.as_str().filter(|text| !text.trim().is_empty());
            text.map(|text| At {
                value: text.to_owned(),
                span,
            })
        };
        let texts: Option<Vec<At<String>>> = match value {
            DeValue::Array(list) => list
                .iter()
                .map(|one| text(self.span(one), one.get_ref()))
                .collect(),
            one => text(span, one).map(|text| vec![text]),
        };
        texts.filter(|texts| !texts.is_empty()).ok_or(Wrong::Sort)
    }

    fn is_pattern(&mut self, pattern: &At<String>) -> bool {
        let tried = GitignoreBuilder::new("")
            .add_line(None, &pattern.value)
            .map(|_| ());
        if let Err(error) = &tried {
            let why = match error {
                ignore::Error::Glob { err, .. } => err.clone(),
                other => other.to_string(),
            };
            self.wrong(
                pattern.span,
                format!("`{}` is no pattern: {why}", pattern.value),
            );
        }
        tried.is_ok()
    }

    fn rule(&mut self, span: Span, name: &str) -> Result<&'static str, Wrong> {
        let rule = RULES.iter().find(|rule| rule.name == name);
        if rule.is_none() {
            self.wrong(span, no_rule(name));
        }
        rule.map(|rule| rule.name).ok_or(Wrong::Named)
    }

    fn levels(&mut self, levels: &DeTable<'_>) -> Given {
        let mut list = Vec::new();
        for (name, level) in levels {
            let rule = self.rule(self.span(name), name.get_ref());
            let span = self.span(level);
            let Some(word) = level.get_ref().as_str() else {
                let found = found(level.get_ref());
                self.wrong(
                    span,
                    format!("a level is one of {}, but found {found}", listed(LEVELS)),
                );
                continue;
            };
            let value = match word {
                "error" => Some(Level::Error),
                "warning" => Some(Level::Warning),
                "note" => Some(Level::Note),
                "off" => None,
                _ => {
                    let remedy = remedy(word, LEVELS);
                    self.wrong(span, format!("there is no level `{word}`{remedy}"));
                    continue;
                }
            };
            list.extend(rule.into_iter().map(|rule| (rule, At { value, span })));
        }
        Given::Levels(list)
    }

    fn entries(
        &mut self,
        name: &str,
        keys: &'static [Key],
        entries: &toml::de::DeArray<'_>,
    ) -> Result<Given, Wrong> {
        let mut tables = Vec::new();
        for entry in entries {
            let DeValue::Table(table) = entry.get_ref() else {
                return Err(Wrong::Sort);
            };
            tables.push(self.table(self.span(entry), table, keys, &format!("this `[[{name}]]`")));
        }
        Ok(Given::Entries(tables))
    }
}

/// What is said of a name that no rule has.
pub(super) fn no_rule(name: &str) -> String {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    format!(
        "there is no rule `{name}`{}; `crosscheck explain` lists all rules",
        but_there_is(name, &names)
    )
}

/// What is meant, or else all that could have been.
fn remedy(word: &str, words: &[&str]) -> String {
    match but_there_is(word, words) {
        like if like.is_empty() => format!("; it is one of {}", listed(words)),
        like => like,
    }
}

fn listed(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

fn share(number: &str) -> Result<Given, Wrong> {
    let number = number
        .parse()
        .ok()
        .filter(|number| (0.0..=1.0).contains(number));
    number.map(Given::Share).ok_or(Wrong::Sort)
}

fn day_of(day: &str) -> Result<Given, Wrong> {
    day.parse().map(Given::Day).map_err(|_| Wrong::Sort)
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn expected(takes: &Takes) -> String {
    match takes {
        Takes::Flag => "`true` or `false`".to_owned(),
        Takes::Share => "a number from 0 to 1".to_owned(),
        Takes::Choice(words) => format!("one of {}", listed(words)),
        Takes::Rule => "the name of a rule in quotes".to_owned(),
        Takes::Fingerprint => "a fingerprint of 16 hexadecimal digits in quotes".to_owned(),
        Takes::Day => "a day such as 2026-12-31".to_owned(),
        Takes::Text => "words in quotes".to_owned(),
        Takes::Texts => "words in quotes, or a list of them".to_owned(),
        Takes::Patterns => "a pattern in quotes, or a list of them".to_owned(),
        Takes::Levels => "a table such as `[levels]` with a line a rule".to_owned(),
        Takes::Entries(_) => "a table with two brackets on each side: `[[...]]`".to_owned(),
    }
}

fn found(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) if text.trim().is_empty() => "nothing between the quotes".to_owned(),
        DeValue::String(text) => format!("`\"{text}\"`"),
        DeValue::Integer(number) => format!("`{number}`"),
        DeValue::Float(number) => format!("`{number}`"),
        DeValue::Boolean(flag) => format!("`{flag}`"),
        DeValue::Datetime(day) => format!("`{day}`"),
        DeValue::Array(list) if list.is_empty() => "an empty list".to_owned(),
        DeValue::Array(_) => "a list of something else".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
