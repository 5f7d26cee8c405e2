//! The disagreements that were accepted: a check reports what is not among them.
//!
//! The file has an entry a line, in order, each line with its comma at its beginning: a new entry touches no other line, so
//! that two branches that both accept something merge. A story that is a folder is written as its path from the folder of the
//! file, which is the same wherever `check` is started and whatever part of the corpus it is given. An entry is known by its
//! story and fingerprint; the rule and message are for those who read the file.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Component, Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::walk::absolute;
use super::{Origin, Story, stories::with_slashes};
use crate::error::Error;
use crate::finding::Finding;
use crate::read::text_of;

const SCHEMA: &str = "crosscheck.baseline/1";

/// One accepted disagreement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The story, as [`Baseline::story`] calls it.
    pub story: String,
    /// The rule.
    pub rule: String,
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// What the finding said when it was accepted.
    pub message: String,
}

/// The first line of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    schema: String,
    /// What was checked when the file was written: whoever checks less knows nothing of the other stories.
    paths: Vec<String>,
}

/// What a run looks at: entries of other stories are left as they are.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The files and folders that are walked.
    pub roots: Vec<PathBuf>,
    /// Whether only some of the stories found there are compared.
    pub selected: bool,
}

/// A baseline while a check runs.
#[derive(Clone, Debug)]
pub struct Baseline {
    folder: PathBuf,
    paths: BTreeSet<String>,
    entries: Vec<Entry>,
    /// Whether the entry accepted a finding of this run.
    used: Vec<bool>,
    /// Whether this run would have found what the entry accepts.
    in_scope: Vec<bool>,
    by_key: FxHashMap<(String, String), usize>,
    /// Entries, by fingerprint, whose story is no more: it may have another name now.
    orphans: FxHashMap<String, Vec<usize>>,
    roots: BTreeSet<String>,
    covers: bool,
}

impl Baseline {
    /// The baseline that `path` holds.
    ///
    /// # Errors
    /// When it cannot be read or is damaged; the message names the line.
    pub fn read(path: &Path) -> Result<Baseline, Error> {
        Baseline::parse(path, &text_of(path)?)
    }

    /// The baseline that is written in `text`; `path` is where it stands, and what messages call it.
    ///
    /// # Errors
    /// When it is damaged; the message names the line.
    pub fn parse(path: &Path, text: &str) -> Result<Baseline, Error> {
        let file: File = serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            let place = format!(" at line {} column {}", error.line(), error.column());
            let message = message.strip_suffix(&place).unwrap_or(&message);
            let remedy = "restore the file, or delete it and write it anew with `--write-baseline`";
            Error::record(
                path,
                error.line(),
                format!("the baseline is damaged: {message}; {remedy}"),
            )
        })?;
        let mut baseline = Baseline::empty(path);
        baseline.paths = file.header.paths.into_iter().collect();
        baseline.entries = file.entries;
        baseline.entries.sort();
        Ok(baseline)
    }

    /// A baseline that accepts nothing yet and will be at `path`.
    pub fn empty(path: &Path) -> Baseline {
        Baseline {
            folder: absolute(path)
                .parent()
                .map(Path::to_owned)
                .unwrap_or_default(),
            paths: BTreeSet::new(),
            entries: Vec::new(),
            used: Vec::new(),
            in_scope: Vec::new(),
            by_key: FxHashMap::default(),
            orphans: FxHashMap::default(),
            roots: BTreeSet::new(),
            covers: false,
        }
    }

    /// Says which stories are there and which of them are compared, before the first finding is asked about.
    pub fn begin(&mut self, stories: &[Story], scope: &Scope) {
        let roots = scope.roots.iter().map(|root| self.relative(root));
        self.roots = roots.collect();
        let below = |path: &str, root: &str| {
            let rest = path.strip_prefix(root);
            root == "." || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let reached = |path: &str| self.roots.iter().any(|root| below(path, root));
        self.covers = !scope.selected && self.paths.iter().all(|path| reached(path));
        let mut there: FxHashMap<String, bool> = FxHashMap::default();
        for story in stories {
            let is_path = matches!(story.origin, Origin::Path(_));
            there.insert(self.story(story), is_path);
        }
        self.used = vec![false; self.entries.len()];
        self.in_scope = Vec::with_capacity(self.entries.len());
        for (index, entry) in self.entries.iter().enumerate() {
            let gone = !there.contains_key(&entry.story);
            let in_scope = match there.get(&entry.story) {
                // Of a story that its documents name some may lie where this run does not look.
                Some(&is_path) => self.covers || scope.selected || is_path,
                None => self.covers || (!scope.selected && reached(&entry.story)),
            };
            self.in_scope.push(in_scope);
            if gone && in_scope {
                let orphans = self.orphans.entry(entry.fingerprint.clone());
                orphans.or_default().push(index);
            }
            self.by_key
                .insert((entry.story.clone(), entry.fingerprint.clone()), index);
        }
    }

    /// Whether the finding was accepted, in this story or in one that has gone, as it may have another name now.
    pub fn accepts(&mut self, story: &Story, finding: &Finding) -> bool {
        let key = (self.story(story), finding.fingerprint.clone());
        let index = self.by_key.get(&key).copied().or_else(|| {
            let orphans = self.orphans.get_mut(&finding.fingerprint)?;
            let at = orphans.iter().position(|&o| !self.used[o])?;
            Some(orphans.remove(at))
        });
        if let Some(index) = index {
            self.used[index] = true;
            // The new name is written the next time, and accepts it when asked again.
            self.entries[index].story.clone_from(&key.0);
            self.by_key.insert(key, index);
        }
        index.is_some()
    }

    /// The entries of this run's stories that accepted nothing.
    pub fn dead(&self) -> impl Iterator<Item = &Entry> {
        let entries = self.entries.iter().enumerate();
        entries
            .filter(|&(i, _)| self.in_scope[i] && !self.used[i])
            .map(|(_, entry)| entry)
    }

    /// How a baseline calls a story.
    pub fn story(&self, story: &Story) -> String {
        match &story.origin {
            Origin::Path(path) => self.relative(path),
            Origin::Named | Origin::Content => story.name.clone(),
        }
    }

    /// The entry that accepts a finding.
    pub fn entry(&self, story: &Story, finding: &Finding) -> Entry {
        Entry {
            story: self.story(story),
            rule: finding.rule.to_owned(),
            fingerprint: finding.fingerprint.clone(),
            message: crate::report::escape::line(&finding.message),
        }
    }

    /// The file with these entries more. What is dead is left out, unless the run could not read everything.
    pub fn written(&self, more: Vec<Entry>, keep_dead: bool) -> String {
        let kept = self.entries.iter().enumerate();
        let mut entries: Vec<&Entry> = kept
            .filter(|&(i, _)| keep_dead || self.used[i] || !self.in_scope[i])
            .map(|(_, entry)| entry)
            .chain(&more)
            .collect();
        entries.sort();
        entries.dedup_by(|a, b| (&a.story, &a.fingerprint) == (&b.story, &b.fingerprint));
        let paths = if self.covers {
            self.roots.iter()
        } else {
            self.paths.iter()
        };
        let mut paths: Vec<String> = paths.chain(&self.roots).cloned().collect();
        paths.sort();
        paths.dedup();
        let header = Header {
            schema: SCHEMA.to_owned(),
            paths,
        };
        let mut text = String::from("[");
        // Strings and lists of strings can always be written.
        text.push_str(&serde_json::to_string(&header).unwrap_or_default());
        text.push('\n');
        for entry in entries {
            text.push(',');
            text.push_str(&serde_json::to_string(entry).unwrap_or_default());
            text.push('\n');
        }
        text.push_str("]\n");
        text
    }

    /// The path as seen from the folder of the file.
    fn relative(&self, path: &Path) -> String {
        let path = absolute(path);
        let shared = self
            .folder
            .components()
            .zip(path.components())
            .take_while(|(a, b)| a == b)
            .count();
        let up = self.folder.components().skip(shared).map(|_| "..");
        let down = path.components().skip(shared);
        let relative: PathBuf = up
            .map(|up| Component::Normal(up.as_ref()))
            .chain(down)
            .collect();
        match relative.as_os_str().is_empty() {
            true => ".".to_owned(),
            false => with_slashes(&relative),
        }
    }
}

/// The file as it is written.
struct File {
    header: Header,
    entries: Vec<Entry>,
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<File, D::Error> {
        struct Lines;

        impl<'de> Visitor<'de> for Lines {
            type Value = File;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of accepted findings")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut lines: A) -> Result<File, A::Error> {
                let header: Option<Header> = lines.next_element()?;
                let header = header.ok_or_else(|| A::Error::custom("the first line is missing"))?;
                if header.schema != SCHEMA {
                    return Err(A::Error::custom(format!(
                        "expected the schema `{SCHEMA}`, but found `{}`",
                        header.schema
                    )));
                }
                let (mut entries, mut seen) = (Vec::new(), FxHashSet::default());
                while let Some(entry) = lines.next_element::<Entry>()? {
                    if seen.insert((entry.story.clone(), entry.fingerprint.clone())) {
                        entries.push(entry);
                    }
                }
                Ok(File { header, entries })
            }
        }

        deserializer.deserialize_seq(Lines)
    }
}
