//! The settings that hold, as TOML that could be a `crosscheck.toml` itself, each with where it comes from.

use super::keys::{QUOTES, STORIES};
use super::{Patterns, Settings, Stories};
use crate::finding::Level;
use crate::source::Span;

/// What holds, all files taken together.
pub fn show(settings: &Settings) -> String {
    let from = |span: Option<Span>| span.map_or("default".to_owned(), |span| settings.place(span));
    let files: Vec<&str> = settings
        .files
        .iter()
        .map(|file| file.source.name())
        .collect();
    let mut text = match files.as_slice() {
        [] => "# no crosscheck.toml: these are the defaults\n".to_owned(),
        files => format!("# from {}\n", files.join(", which extends ")),
    };
    let stories = match settings.stories.value {
        Stories::Folder => STORIES[0],
        Stories::Auto => STORIES[1],
    };
    let excluded: Vec<&(String, Span)> = settings.exclude.iter().flat_map(|p| &p.written).collect();
    let mut exclude = "[".to_owned();
    for (pattern, span) in &excluded {
        exclude += &format!("\n    {}, # {}", quoted(pattern), settings.place(*span));
    }
    exclude += if excluded.is_empty() { "]" } else { "\n]" };
    // A list that holds nothing is a slip in a file, so none is shown as one that holds.
    let exclude_key = match excluded.is_empty() {
        true => "# exclude",
        false => "exclude",
    };
    for (key, value, span) in [
        ("stories", quoted(stories), settings.stories.from),
        (
            exclude_key,
            exclude,
            excluded.first().map(|&&(_, span)| span),
        ),
        (
            "min-confidence",
            settings.min_confidence.value.to_string(),
            settings.min_confidence.from,
        ),
        (
            "fail-on",
            quoted(settings.fail_on.value.name()),
            settings.fail_on.from,
        ),
        (
            "agreements",
            settings.agreements.value.to_string(),
            settings.agreements.from,
        ),
        (
            "format-differences",
            settings.format_differences.value.to_string(),
            settings.format_differences.from,
        ),
        (
            "no-self",
            settings.no_self.value.to_string(),
            settings.no_self.from,
        ),
    ] {
        text += &format!("{key} = {value} # {}\n", from(span));
    }
    if !settings.levels.is_empty() {
        text += "\n[levels]\n";
    }
    for (rule, setting) in &settings.levels {
        let level = setting.value.map_or("off", Level::name);
        text += &format!("{rule} = {} # {}\n", quoted(level), from(setting.from));
    }
    for allow in &settings.allow {
        text += &format!("\n[[allow]] # {}\n", settings.place(allow.span));
        one(&mut text, "rule", allow.rule.as_deref());
        list(&mut text, "text", allow.text.iter().map(String::as_str));
        one(&mut text, "fingerprint", allow.fingerprint.as_deref());
        paths(&mut text, allow.paths.as_ref());
        one(&mut text, "reason", Some(&allow.reason));
        if let Some(until) = allow.until {
            text += &format!("until = {until}\n");
        }
    }
    for name in &settings.names {
        text += &format!("\n[[name]] # {}\n", settings.place(name.canonical.1));
        as_written(&mut text, "canonical", &name.canonical, settings);
        list(
            &mut text,
            "variants",
            name.variants.iter().map(String::as_str),
        );
    }
    for fact in &settings.facts {
        text += &format!("\n[[fact]] # {}\n", settings.place(fact.question.1));
        as_written(&mut text, "question", &fact.question, settings);
        as_written(&mut text, "value", &fact.value, settings);
        paths(&mut text, fact.paths.as_ref());
    }
    text
}

fn one(text: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        *text += &format!("{key} = {}\n", quoted(value));
    }
}

/// A text that stands in its file without escapes, and must be shown so to be read again: in the quotes that it has there.
fn as_written(text: &mut String, key: &str, (value, span): &(String, Span), settings: &Settings) {
    let before = settings
        .file(*span)
        .and_then(|file| file.source.text().get(..span.start()));
    let quotes = QUOTES
        .into_iter()
        .find(|quotes| before.is_some_and(|before| before.ends_with(quotes)))
        .unwrap_or_default();
    *text += &format!("{key} = {quotes}{value}{quotes}\n");
}

fn paths(text: &mut String, paths: Option<&Patterns>) {
    let written = paths.map_or(&[][..], |paths| &paths.written);
    list(
        text,
        "paths",
        written.iter().map(|(pattern, _)| pattern.as_str()),
    );
}

fn list<'a>(text: &mut String, key: &str, values: impl Iterator<Item = &'a str>) {
    let values: Vec<String> = values.map(quoted).collect();
    if !values.is_empty() {
        *text += &format!("{key} = [{}]\n", values.join(", "));
    }
}

/// A string of TOML.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
