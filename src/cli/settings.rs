//! Which `crosscheck.toml` holds for a run, and what day it is: the disk and the clock that the settings themselves never look
//! at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use jiff::civil::Date;

use super::complain;
use crate::InputFormat;
use crate::config::{self, FILE_NAME, Run, Settings};
use crate::read::text_of;

/// Where the settings come from.
#[derive(Args, Clone)]
pub(super) struct SettingsFlags {
    /// Take the settings from this file; the default is the nearest crosscheck.toml at or above what is named.
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,
    /// Take no settings from any file.
    #[arg(long)]
    no_config: bool,
    /// Say what day it is, for what is allowed until a day; the default is the clock, in UTC.
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

impl SettingsFlags {
    /// The settings of a run over these paths; none of them means the current folder. `None` where they hold mistakes, each of
    /// which has been complained about.
    pub(super) fn load(&self, paths: &[PathBuf]) -> anyhow::Result<Option<Settings>> {
        if self.no_config {
            return Ok(Some(Settings::default()));
        }
        let here = here()?;
        let file = match &self.config {
            Some(file) => file.clone(),
            None => match nearest(&here, paths) {
                Some(file) => file,
                None => return Ok(Some(Settings::default())),
            },
        };
        match config::load(&file, &here, text_of) {
            Ok(settings) => Ok(Some(settings)),
            Err(mistakes) => {
                for mistake in mistakes {
                    complain(&mistake.into());
                }
                Ok(None)
            }
        }
    }

    /// What the settings ask of a run that starts in the folder `here`; `complete` is said in [`Run`].
    pub(super) fn run<'a>(&self, here: &'a Path, settings: &Settings, complete: bool) -> Run<'a> {
        Run {
            here,
            today: self.today(settings),
            complete,
        }
    }

    /// What day it is, where the settings ask for it: the one place at which the program looks at a clock.
    fn today(&self, settings: &Settings) -> Option<Date> {
        if !settings.asks_for_today() {
            return None;
        }
        let clock = || {
            jiff::Timestamp::now()
                .to_zoned(jiff::tz::TimeZone::UTC)
                .date()
        };
        Some(self.today.unwrap_or_else(clock))
    }
}

/// The current folder.
pub(super) fn here() -> anyhow::Result<PathBuf> {
    std::env::current_dir().context("failed to find out the current folder")
}

/// Whether the files are all the articles of the folders that they lie in: then nothing that they may disagree with is left
/// out. Of what has no folder, as standard input, that is not known.
pub(super) fn fill_their_folders<'a>(files: impl IntoIterator<Item = &'a Path>) -> bool {
    let mut named: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
    for file in files {
        let Some(folder) = std::fs::canonicalize(file)
            .ok()
            .and_then(|file| Some(file.parent()?.to_owned()))
        else {
            return false;
        };
        let name = file.file_name().map(PathBuf::from);
        named.entry(folder).or_default().extend(name);
    }
    named.iter().all(|(folder, names)| {
        let Ok(entries) = std::fs::read_dir(folder) else {
            return false;
        };
        let mut others = entries
            .filter_map(|entry| Some(PathBuf::from(entry.ok()?.file_name())))
            .filter(|name| !names.contains(name));
        !others.any(|name| {
            let ending = name.extension().and_then(|ending| ending.to_str());
            ending.is_some_and(|ending| InputFormat::of_ending(ending).is_some())
        })
    })
}

/// The nearest file of settings at or above the folder that holds all that is named, as it is called from the current folder.
fn nearest(here: &Path, paths: &[PathBuf]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = paths.iter().map(|path| folder_of(here, path)).collect();
    let mut common = folders.first().cloned().unwrap_or_else(|| here.to_owned());
    for folder in &folders {
        while !folder.starts_with(&common) {
            if !common.pop() {
                break;
            }
        }
    }
    let found = common
        .ancestors()
        .map(|folder| folder.join(FILE_NAME))
        .find(|file| file.is_file())?;
    Some(called_from(here, &found))
}

/// The folder that a path lies in, or the path itself where it is a folder; the current one for standard input.
fn folder_of(here: &Path, path: &Path) -> PathBuf {
    if path.as_os_str() == "-" {
        return here.to_owned();
    }
    // What is not there is complained about by who opens it; standard input may have the name of a file that is not written yet.
    let folder = || {
        path.parent()
            .filter(|folder| !folder.as_os_str().is_empty())
    };
    let there = std::fs::canonicalize(path).or_else(|error| match folder() {
        Some(folder) => std::fs::canonicalize(folder),
        None => Err(error),
    });
    let Ok(path) = there else {
        return here.to_owned();
    };
    if path.is_dir() {
        return path;
    }
    path.parent()
        .map_or_else(|| here.to_owned(), Path::to_owned)
}

/// The path as somebody in the current folder would write it.
fn called_from(here: &Path, path: &Path) -> PathBuf {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return path.to_owned();
    };
    let here = std::fs::canonicalize(here).unwrap_or_else(|_| here.to_owned());
    if let Ok(below) = folder.strip_prefix(&here) {
        return below.join(name);
    }
    for (up, above) in here.ancestors().enumerate() {
        if let Ok(below) = folder.strip_prefix(above) {
            let mut path: PathBuf = std::iter::repeat_n("..", up).collect();
            path.push(below);
            return path.join(name);
        }
    }
    path.to_owned()
}

fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "expected a day such as 2026-12-31".to_owned())
}
