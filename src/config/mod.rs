//! `crosscheck.toml`: the file as it is written, to [`Settings`] that can be trusted, and what they do to a report.
//!
//! Every key is a row of one table (`keys.rs`), from which the file is read, its schema made and the file of `init` written.
//! A file with a mistake is not used at all: all its mistakes are named, each with its line and its remedy. Settings never
//! look at the clock or the disk: who loads them says how a file is read and what day it is.

mod apply;
mod house;
mod init;
mod inline;
mod keys;
mod load;
mod parse;
mod schema;
mod show;
#[cfg(test)]
mod tests;
mod unused;

pub use apply::{Run, Used};
pub use init::init;
pub use keys::FILE_NAME;
pub use load::load;
pub use schema::schema;
pub use show::show;

use std::path::{Path, PathBuf};

use ignore::gitignore::Gitignore;
use jiff::civil::Date;

use crate::finding::{Finding, Level};
use crate::source::{Source, Span};
use crate::{Options, Report};

/// How the stories of a corpus are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stories {
    /// A folder that holds two documents or more is a story.
    #[default]
    Folder,
    /// By their content.
    Auto,
}

/// A setting, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting<T> {
    /// What holds.
    pub value: T,
    /// Where it is written; `None` for what holds by default.
    pub from: Option<Span>,
}

impl<T> Setting<T> {
    fn default_of(value: T) -> Setting<T> {
        Setting { value, from: None }
    }
}

/// A file that settings come from.
#[derive(Clone, Debug)]
pub struct File {
    /// Its text, named as it is shown.
    pub source: Source,
    /// The folder that its patterns are relative to, as an absolute path.
    pub folder: PathBuf,
}

/// Patterns of a file, relative to its folder.
#[derive(Clone, Debug)]
pub struct Patterns {
    /// As they are written, each with where.
    pub written: Vec<(String, Span)>,
    /// The folder that they are relative to, as an absolute path.
    pub folder: PathBuf,
    matcher: Gitignore,
}

impl Patterns {
    /// The patterns alone.
    pub fn globs(&self) -> Vec<String> {
        self.written.iter().map(|(glob, _)| glob.clone()).collect()
    }
}

/// An accepted finding.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The rule that reports it.
    pub rule: Option<String>,
    /// What all must be among its values or in its message.
    pub text: Vec<String>,
    /// Its fingerprint.
    pub fingerprint: Option<String>,
    /// The files whose part in a finding is passed over.
    pub paths: Option<Patterns>,
    /// Why.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// Its header.
    pub span: Span,
}

/// A house spelling.
#[derive(Clone, Debug)]
pub struct HouseName {
    /// The spelling that is wanted, and where it stands without its quotes.
    pub canonical: (String, Span),
    /// Spellings that are not wanted.
    pub variants: Vec<String>,
}

/// A house fact.
#[derive(Clone, Debug)]
pub struct HouseFact {
    /// What it answers, and where that stands without its quotes.
    pub question: (String, Span),
    /// The answer, likewise.
    pub value: (String, Span),
    /// The files that it holds for.
    pub paths: Option<Patterns>,
    /// The question and its answer as they are compared.
    answer: Box<house::Answer>,
}

/// What holds for a run, all files taken together.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The files that they come from, the nearest first; spans name them by their place here.
    pub files: Vec<File>,
    /// How the stories of a corpus are found.
    pub stories: Setting<Stories>,
    /// What `check` leaves out, a list for each file that has one.
    pub exclude: Vec<Patterns>,
    /// Findings below this confidence are left out.
    pub min_confidence: Setting<f64>,
    /// The level from which a finding fails the run.
    pub fail_on: Setting<Level>,
    /// Whether agreements are shown.
    pub agreements: Setting<bool>,
    /// Whether differences of format are shown.
    pub format_differences: Setting<bool>,
    /// Whether what one document contradicts itself in is left out.
    pub no_self: Setting<bool>,
    /// The level of a rule's findings, by its name; `None` is off.
    pub levels: Vec<(&'static str, Setting<Option<Level>>)>,
    /// What is accepted.
    pub allow: Vec<Allow>,
    /// The house spellings.
    pub names: Vec<HouseName>,
    /// The house facts.
    pub facts: Vec<HouseFact>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            files: Vec::new(),
            stories: Setting::default_of(Stories::default()),
            exclude: Vec::new(),
            min_confidence: Setting::default_of(Report::MIN_CONFIDENCE),
            fail_on: Setting::default_of(Level::Warning),
            agreements: Setting::default_of(false),
            format_differences: Setting::default_of(false),
            no_self: Setting::default_of(false),
            levels: Vec::new(),
            allow: Vec::new(),
            names: Vec::new(),
            facts: Vec::new(),
        }
    }
}

impl Settings {
    /// The patterns of files that `check` leaves out, with the folder that they are relative to.
    pub(crate) fn excluded(&self) -> impl Iterator<Item = (&Path, Vec<String>)> {
        self.exclude.iter().map(|patterns| {
            let written = patterns.written.iter().map(|(pattern, _)| pattern.clone());
            (patterns.folder.as_path(), written.collect())
        })
    }

    /// The file that a span lies in.
    fn file(&self, span: Span) -> Option<&File> {
        self.files.get(span.source().index())
    }

    /// Where a setting is written: `crosscheck.toml:12`.
    pub fn place(&self, span: Span) -> String {
        let Some(File { source, .. }) = self.file(span) else {
            return String::new();
        };
        let (line, _) = source.line_column(span.start());
        format!("{}:{line}", source.name())
    }

    /// What a comparison is asked for.
    pub fn options(&self) -> Options {
        Options {
            format_differences: self.format_differences.value,
            no_self: self.no_self.value,
        }
    }

    /// Whether what day it is makes a difference.
    pub fn asks_for_today(&self) -> bool {
        self.allow.iter().any(|allow| allow.until.is_some())
    }
}

/// Puts findings in the order in which they stand in the documents.
fn in_order(findings: &mut [Finding]) {
    fn place(finding: &Finding) -> impl Iterator<Item = Span> {
        let first = finding.groups.iter().filter_map(|g| g.occurrences.first());
        first.map(|o| o.span)
    }
    findings.sort_by(|a, b| {
        place(a)
            .cmp(place(b))
            .then_with(|| a.rule.cmp(b.rule))
            .then_with(|| a.message.cmp(&b.message))
    });
}
