//! A file and those that it extends, to settings.

use std::path::{Component, Path, PathBuf};

use ignore::gitignore::GitignoreBuilder;

use super::house::Answer;
use super::keys::{FAIL_ON, KEYS, QUOTES, STORIES};
use super::parse::{At, Given, Mistakes, Table, parse};
use super::{Allow, File, HouseFact, HouseName, Patterns, Setting, Settings, Stories};
use crate::error::Error;
use crate::finding::Level;
use crate::source::{Source, SourceId, Span};

/// The settings of the file at `path` and of the files that it extends, the text of each read by `read`. `here` is the current
/// folder, which relative paths start from.
///
/// # Errors
/// All mistakes of the first file that has any, in its order.
pub fn load(
    path: &Path,
    here: &Path,
    read: impl Fn(&Path) -> Result<String, Error>,
) -> Result<Settings, Vec<Error>> {
    let mut settings = Settings::default();
    let mut next = Some(path.to_owned());
    // Where the file that is read next is named.
    let mut named: Option<Span> = None;
    while let Some(path) = next.take() {
        let absolute = plain(&here.join(&path));
        let id = SourceId(settings.files.len() as u32);
        if let Some(first) = settings
            .files
            .iter()
            .position(|file| file.folder.join(file_name(file)) == absolute)
        {
            return Err(vec![circle(&settings, first, named, &path)]);
        }
        let text = read(&path).map_err(|error| {
            match named.and_then(|span| Some((settings.file(span)?, span))) {
                Some((file, span)) => vec![Error::setting(
                    &file.source,
                    span,
                    format!("`extend`: {error}"),
                )],
                None => vec![error],
            }
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let source = Source::new(id, path.to_string_lossy(), text);
        let mut mistakes = Mistakes::new();
        let table = parse(&source, KEYS, &mut mistakes);
        let folder = absolute.parent().unwrap_or(Path::new("")).to_owned();
        settings.files.push(File { source, folder });
        settings.add(&table, &mut mistakes);
        if !mistakes.is_empty() {
            mistakes.sort_by_key(|&(at, _)| at);
            return Err(mistakes.into_iter().map(|(_, error)| error).collect());
        }
        if let Some(At {
            value: Given::Text(base),
            span,
        }) = table.given.get("extend")
        {
            next = Some(plain(&path.parent().unwrap_or(Path::new("")).join(base)));
            named = Some(*span);
        }
    }
    settings.levels.sort_by_key(|&(rule, _)| rule);
    Ok(settings)
}

fn file_name(file: &File) -> &Path {
    Path::new(file.source.name())
        .file_name()
        .map_or(Path::new(""), Path::new)
}

/// The path without `.` and without the `..` that can be taken back, without asking the disk: what is written in a file means
/// the same wherever it is read.
fn plain(path: &Path) -> PathBuf {
    let mut result = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(result.components().next_back(), Some(Component::Normal(_))) =>
            {
                result.pop();
            }
            other => result.push(other),
        }
    }
    result
}

fn circle(settings: &Settings, first: usize, named: Option<Span>, path: &Path) -> Error {
    let files = settings.files[first..]
        .iter()
        .map(|file| file.source.name().to_owned());
    let chain: Vec<String> = files
        .chain([path.to_string_lossy().into_owned()])
        .map(|name| format!("`{name}`"))
        .collect();
    let message = format!(
        "`extend` goes in a circle: {}; take one of them out",
        chain.join(" -> ")
    );
    match named.and_then(|span| Some((settings.file(span)?, span))) {
        Some((file, span)) => Error::setting(&file.source, span, message),
        // The first file is named by nobody and cannot have been read before.
        None => Error::io(path, std::io::Error::other(message)),
    }
}

impl Settings {
    /// Adds what a file says: where the files before it say something, that holds, and lists add up.
    fn add(&mut self, table: &Table, mistakes: &mut Mistakes) {
        for (&key, at) in &table.given {
            let span = at.span;
            match (key, &at.value) {
                ("stories", &Given::Choice(word)) => set(&mut self.stories, stories(word), span),
                ("min-confidence", &Given::Share(share)) => {
                    set(&mut self.min_confidence, share, span)
                }
                ("fail-on", &Given::Choice(word)) => set(&mut self.fail_on, level(word), span),
                ("agreements", &Given::Flag(flag)) => set(&mut self.agreements, flag, span),
                ("format-differences", &Given::Flag(flag)) => {
                    set(&mut self.format_differences, flag, span)
                }
                ("no-self", &Given::Flag(flag)) => set(&mut self.no_self, flag, span),
                ("exclude", Given::Texts(texts)) => {
                    let patterns = self.patterns(texts);
                    self.exclude.extend(patterns);
                }
                ("levels", Given::Levels(levels)) => {
                    for (rule, at) in levels {
                        if !self.levels.iter().any(|(known, _)| known == rule) {
                            let setting = Setting {
                                value: at.value,
                                from: Some(at.span),
                            };
                            self.levels.push((rule, setting));
                        }
                    }
                }
                ("allow", Given::Entries(entries)) => {
                    for entry in entries {
                        if let Some(allow) = self.allow_of(entry, mistakes) {
                            self.allow.push(allow);
                        }
                    }
                }
                ("name", Given::Entries(entries)) => {
                    for entry in entries {
                        if let Some(name) = self.name_of(entry, mistakes) {
                            self.names.push(name);
                        }
                    }
                }
                ("fact", Given::Entries(entries)) => {
                    for entry in entries {
                        if let Some(fact) = self.fact_of(entry, mistakes) {
                            self.facts.push(fact);
                        }
                    }
                }
                // `extend` has been followed by who reads the file.
                _ => {}
            }
        }
    }

    fn allow_of(&self, entry: &Table, mistakes: &mut Mistakes) -> Option<Allow> {
        let allow = Allow {
            rule: text(entry, "rule").map(|(text, _)| text),
            text: texts(entry, "text")
                .iter()
                .map(|at| at.value.clone())
                .collect(),
            fingerprint: text(entry, "fingerprint").map(|(text, _)| text),
            paths: self.patterns(texts(entry, "paths")),
            reason: text(entry, "reason")?.0,
            until: match entry.given.get("until") {
                Some(At {
                    value: Given::Day(day),
                    ..
                }) => Some(*day),
                _ => None,
            },
            span: entry.span,
        };
        let says_nothing =
            allow.rule.is_none() && allow.text.is_empty() && allow.fingerprint.is_none();
        if says_nothing && !entry.lacks {
            let message = "this `[[allow]]` would allow everything; say what with `rule`, `text` or `fingerprint`";
            self.wrong(entry.span, message.to_owned(), mistakes);
            return None;
        }
        Some(allow)
    }

    fn name_of(&self, entry: &Table, mistakes: &mut Mistakes) -> Option<HouseName> {
        let canonical = self.written(entry, "canonical", mistakes)?;
        let variants = texts(entry, "variants");
        for variant in variants {
            if variant.value == canonical.0 {
                let message = format!(
                    "`{}` is the spelling that is wanted; a variant is another one",
                    variant.value
                );
                self.wrong(variant.span, message, mistakes);
            }
        }
        Some(HouseName {
            canonical,
            variants: variants.iter().map(|at| at.value.clone()).collect(),
        })
    }

    fn fact_of(&self, entry: &Table, mistakes: &mut Mistakes) -> Option<HouseFact> {
        let (question, value) = (
            self.written(entry, "question", mistakes),
            self.written(entry, "value", mistakes),
        );
        let (question, value) = (question?, value?);
        let Some(answer) = Answer::of(&question.0, &value.0) else {
            let message = format!(
                "`{}` holds no figure, date, time or score, or the question no words to find it by; write both as an article would",
                value.0
            );
            self.wrong(value.1, message, mistakes);
            return None;
        };
        Some(HouseFact {
            question,
            value,
            paths: self.patterns(texts(entry, "paths")),
            answer: Box::new(answer),
        })
    }

    fn wrong(&self, span: Span, message: String, mistakes: &mut Mistakes) {
        mistakes.extend(
            self.file(span)
                .map(|file| (span.start(), Error::setting(&file.source, span, message))),
        );
    }

    /// A text of which findings are told, with where it stands without its quotes. What stands in the file must be the text
    /// itself, so that a finding can point at it.
    fn written(&self, entry: &Table, key: &str, mistakes: &mut Mistakes) -> Option<(String, Span)> {
        let (value, span) = text(entry, key)?;
        let source = &self.file(span)?.source;
        let quoted = source.slice(span);
        let quotes = QUOTES
            .into_iter()
            .find(|quotes| quoted.starts_with(quotes))?;
        let inner = quoted.len().checked_sub(2 * quotes.len());
        let span = source.span(span.start() + quotes.len()..span.start() + quotes.len() + inner?);
        if source.slice(span) != value {
            let message = format!(
                "`{key}` is written with escapes or over several lines; write its characters themselves on one line"
            );
            self.wrong(span, message, mistakes);
            return None;
        }
        Some((value, span))
    }

    /// The patterns, which have been tried when they were read; `None` where there are none.
    fn patterns(&self, texts: &[At<String>]) -> Option<Patterns> {
        let file = self.file(texts.first()?.span)?;
        let mut builder = GitignoreBuilder::new("");
        for text in texts {
            builder.add_line(None, &text.value).ok()?;
        }
        Some(Patterns {
            written: texts.iter().map(|at| (at.value.clone(), at.span)).collect(),
            matcher: builder.build().ok()?,
            folder: file.folder.clone(),
        })
    }
}

impl Patterns {
    /// Whether a file or one of the folders that it lies in matches. `path` starts from `here`; one outside of the folder of
    /// the settings never does.
    pub fn matches(&self, path: &Path, here: &Path) -> bool {
        let path = plain(&here.join(path));
        path.strip_prefix(&self.folder).is_ok_and(|path| {
            self.matcher
                .matched_path_or_any_parents(path, false)
                .is_ignore()
        })
    }
}

fn set<T>(setting: &mut Setting<T>, value: T, span: Span) {
    if setting.from.is_none() {
        *setting = Setting {
            value,
            from: Some(span),
        };
    }
}

fn text(entry: &Table, key: &str) -> Option<(String, Span)> {
    match entry.given.get(key)? {
        At {
            value: Given::Text(text),
            span,
        } => Some((text.clone(), *span)),
        _ => None,
    }
}

fn texts<'a>(entry: &'a Table, key: &str) -> &'a [At<String>] {
    match entry.given.get(key) {
        Some(At {
            value: Given::Texts(texts),
            ..
        }) => texts,
        _ => &[],
    }
}

fn stories(word: usize) -> Stories {
    match STORIES.get(word) {
        Some(&"auto") => Stories::Auto,
        _ => Stories::Folder,
    }
}

fn level(word: usize) -> Level {
    match FAIL_ON.get(word) {
        Some(&"error") => Level::Error,
        Some(&"note") => Level::Note,
        _ => Level::Warning,
    }
}
