//! Which documents tell one story: what a document says itself beats the folder that it is in, and this beats its content.
//!
//! A folder that directly holds two documents or more is a story. A document that is left alone is a story of its own: it is
//! checked against itself. Records have no folder, so they go by what they say and then by their content.

use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

use super::Entry;
use super::auto::{self, Signature};

/// How documents that do not say to which story they belong are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// By the folder that they are in.
    Folder,
    /// By what they tell.
    Auto,
}

/// What makes a story one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Its documents name it.
    Named,
    /// They are in this folder, or it is this file alone.
    Path(PathBuf),
    /// They tell the same, or it is one record alone.
    Content,
}

/// Documents that are compared with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// What it is called: no two stories of a body of documents have one name.
    pub name: String,
    /// What makes it one.
    pub origin: Origin,
    /// Its documents, as indexes into [`super::Corpus::entries`], in their order.
    pub documents: Vec<usize>,
}

/// Why documents are together.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    Named(String),
    /// The folder, and the root in which it was found.
    Folder(PathBuf, PathBuf),
    Content(usize),
}

/// The stories of the documents, by name; each document is in exactly one.
pub(super) fn stories(entries: &[Entry], grouping: Option<Grouping>) -> Vec<Story> {
    let mut keys: Vec<Option<Key>> = entries.iter().map(|e| given(e, grouping)).collect();
    let loose: Vec<usize> = (0..entries.len()).filter(|&i| keys[i].is_none()).collect();
    for (number, members) in by_content(entries, &loose).into_iter().enumerate() {
        for member in members {
            keys[member] = Some(Key::Content(number));
        }
    }
    join_named_folders(&mut keys);
    let mut together: FxHashMap<&Key, Vec<usize>> = FxHashMap::default();
    let mut order: Vec<&Key> = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        if let Some(key) = key {
            let members = together.entry(key).or_default();
            if members.is_empty() {
                order.push(key);
            }
            members.push(index);
        }
    }
    let mut stories: Vec<Story> = order
        .into_iter()
        .map(|key| story(entries, key, together.remove(key).unwrap_or_default()))
        .collect();
    make_names_unique(entries, &mut stories);
    stories.sort_by(|a, b| a.name.cmp(&b.name));
    stories
}

/// The story that a document is in by what it says or where it lies; `None` where its content decides.
fn given(entry: &Entry, grouping: Option<Grouping>) -> Option<Key> {
    if let Some(story) = &entry.story {
        return Some(Key::Named(story.clone()));
    }
    let by_folder = match grouping {
        Some(Grouping::Folder) => true,
        Some(Grouping::Auto) => false,
        None => !entry.is_record(),
    };
    by_folder.then(|| Key::Folder(entry.folder.clone(), entry.root.clone()))
}

/// Documents by what they tell.
fn by_content(entries: &[Entry], loose: &[usize]) -> Vec<Vec<usize>> {
    let unknown = Signature::default();
    let signature = |&i: &usize| entries[i].signature.as_ref().unwrap_or(&unknown);
    let signatures: Vec<&Signature> = loose.iter().map(signature).collect();
    let groups = auto::groups(&signatures).into_iter();
    groups
        .map(|group| group.into_iter().map(|i| loose[i]).collect())
        .collect()
}

/// A document that names the story of a folder belongs to it, wherever it lies.
fn join_named_folders(keys: &mut [Option<Key>]) {
    let mut folders: FxHashMap<String, Option<Key>> = FxHashMap::default();
    for key in keys.iter().flatten() {
        if let Key::Folder(folder, root) = key {
            // Where two folders have the name, it is not clear which is meant.
            folders
                .entry(shown(folder, root))
                .and_modify(|known| *known = known.take().filter(|k| k == key))
                .or_insert_with(|| Some(key.clone()));
        }
    }
    for key in keys.iter_mut().flatten() {
        if let Key::Named(name) = key
            && let Some(Some(folder)) = folders.get(name)
        {
            *key = folder.clone();
        }
    }
}

fn story(entries: &[Entry], key: &Key, documents: Vec<usize>) -> Story {
    let alone = |entry: &Entry| match entry.file() {
        Some(file) => (shown(file, &entry.root), Origin::Path(file.to_owned())),
        None => (entry.name.clone(), Origin::Content),
    };
    let (name, origin) = match (key, documents.as_slice()) {
        (Key::Named(name), _) => (name.clone(), Origin::Named),
        (Key::Folder(..) | Key::Content(_), &[one]) => alone(&entries[one]),
        (Key::Folder(folder, root), _) => (shown(folder, root), Origin::Path(folder.clone())),
        (Key::Content(_), _) => (title(entries, &documents), Origin::Content),
    };
    Story {
        name,
        origin,
        documents,
    }
}

/// The path as seen from the root in which it was found, with slashes everywhere; of the root itself its name.
fn shown(path: &Path, root: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let named = match below.as_os_str().is_empty() {
        true => path.file_name().map(Path::new).unwrap_or(Path::new(".")),
        false => below,
    };
    with_slashes(named)
}

pub(super) fn with_slashes(path: &Path) -> String {
    let parts = path.components().map(|c| c.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/").replace("//", "/")
}

/// A name for documents that tell the same: the headline of the first one, which later ones leave as it is.
fn title(entries: &[Entry], documents: &[usize]) -> String {
    let first = documents.iter().map(|&d| &entries[d]).min_by(|a, b| {
        // A document without a day is no earlier than one that has a day.
        let day = |e: &Entry| (e.published.is_none(), e.published);
        day(a).cmp(&day(b)).then_with(|| a.name.cmp(&b.name))
    });
    let Some(first) = first else {
        return String::new();
    };
    let stem = || {
        let stem = first.file().and_then(Path::file_stem);
        stem.map_or(first.name.clone(), |s| s.to_string_lossy().into_owned())
    };
    match &first.title {
        Some(title) => Some(slug(title))
            .filter(|s| !s.is_empty())
            .unwrap_or_else(stem),
        None => stem(),
    }
}

/// The most letters of a name that is made of a headline.
const LONGEST_NAME: usize = 60;

/// A headline as a name that can be given on a command line: "fire-at-ostby-mill-kills-two".
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        if word.is_empty() {
            continue;
        }
        if !slug.is_empty() {
            if slug.len() + word.len() >= LONGEST_NAME {
                break;
            }
            slug.push('-');
        }
        slug.push_str(&word.to_lowercase());
    }
    slug
}

/// Stories of different folders that are called alike get their whole path for a name, and what is still alike a number.
fn make_names_unique(entries: &[Entry], stories: &mut [Story]) {
    let mut count: FxHashMap<String, usize> = FxHashMap::default();
    for story in stories.iter() {
        *count.entry(story.name.clone()).or_default() += 1;
    }
    for story in stories.iter_mut() {
        if count.get(&story.name).is_some_and(|&n| n > 1)
            && let Origin::Path(path) = &story.origin
        {
            story.name = with_slashes(path);
        }
    }
    // The order must not depend on how the documents were found.
    let mut order: Vec<usize> = (0..stories.len()).collect();
    let first = |story: &Story| story.documents.first().map(|&d| entries[d].name.clone());
    order.sort_by(|&a, &b| {
        let (a, b) = (&stories[a], &stories[b]);
        (&a.name, &a.origin, first(a)).cmp(&(&b.name, &b.origin, first(b)))
    });
    let mut taken: FxHashSet<String> = FxHashSet::default();
    for index in order {
        let name = stories[index].name.clone();
        let mut number = 1;
        while !taken.insert(stories[index].name.clone()) {
            number += 1;
            stories[index].name = format!("{name} ({number})");
        }
    }
}

/// The most documents that are compared with each other at once: every two of them are, and then every two of what was found
/// in them, so that twice as many take six times as long (40 articles of one story take a quarter of a second, 200 take twelve
/// seconds and half a gigabyte).
pub const MOST_TOGETHER: usize = 40;

impl Story {
    /// Its documents as they are compared: all together, or in parts of like size where they are too many. Those of one day
    /// are then in one part, as they are the likeliest to tell the same.
    pub fn parts(&self, entries: &[Entry]) -> Vec<Vec<usize>> {
        let parts = self.documents.len().div_ceil(MOST_TOGETHER);
        if parts <= 1 {
            return vec![self.documents.clone()];
        }
        let mut by_day = self.documents.clone();
        by_day.sort_by_key(|&d| entries.get(d).map(|e| (e.published.is_none(), e.published)));
        by_day
            .chunks(self.documents.len().div_ceil(parts))
            .map(|part| {
                let mut part = part.to_vec();
                part.sort_unstable();
                part
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::corpus::scratch::Scratch;
    use crate::corpus::walk::Walk;

    fn sorted(folder: &Scratch, roots: &[&str], grouping: Option<Grouping>) -> Vec<String> {
        let walk = Walk {
            roots: roots.iter().map(|r| folder.path().join(r)).collect(),
            ..Walk::default()
        };
        let (files, problems) = walk.files();
        assert!(problems.is_empty(), "{problems:?}");
        let (corpus, problems) = Corpus::of_files(&files, grouping, None);
        assert!(problems.is_empty(), "{problems:?}");
        let stories = corpus.stories.iter().map(|story| {
            let documents = story.documents.iter().map(|&d| {
                let path = corpus.entries[d].file().unwrap();
                with_slashes(path.strip_prefix(folder.path()).unwrap())
            });
            format!(
                "{}: {}",
                story.name,
                documents.collect::<Vec<_>>().join(" ")
            )
        });
        stories.collect()
    }

    #[test]
    fn a_folder_with_two_documents_is_a_story_and_a_document_alone_is_one() {
        let folder = Scratch::new(&[
            ("2021/fire/a.txt", ""),
            ("2021/fire/b.md", ""),
            ("2021/fire.toml", ""),
            ("2021/flood/a.txt", ""),
            ("loose.txt", ""),
        ]);
        assert_eq!(
            sorted(&folder, &["."], None),
            [
                "2021/fire: 2021/fire/a.txt 2021/fire/b.md",
                "2021/flood/a.txt: 2021/flood/a.txt",
                "loose.txt: loose.txt"
            ]
        );
        assert_eq!(
            sorted(&folder, &["2021/fire", "2021/flood"], None),
            [
                "a.txt: 2021/flood/a.txt",
                "fire: 2021/fire/a.txt 2021/fire/b.md"
            ]
        );
        assert_eq!(
            sorted(&folder, &["2021/fire/a.txt", "2021/fire/b.md"], None),
            ["fire: 2021/fire/a.txt 2021/fire/b.md"]
        );
    }

    #[test]
    fn what_a_document_says_beats_its_folder() {
        let folder = Scratch::new(&[
            ("in/a.md", "---\nstory: Harbour fire\n---\nA."),
            ("fire/b.md", "---\nstory: Harbour fire\n---\nB."),
            ("fire/c.md", "C."),
            ("fire/d.md", "D."),
            ("in/e.md", "---\nstory: fire\n---\nE."),
            ("in/f.md", "---\nstory:\n---\nF."),
        ]);
        assert_eq!(
            sorted(&folder, &["."], None),
            [
                "Harbour fire: fire/b.md in/a.md",
                "fire: fire/c.md fire/d.md in/e.md",
                "in/f.md: in/f.md"
            ]
        );
    }

    #[test]
    fn folders_that_are_called_alike_are_two_stories() {
        let folder = Scratch::new(&[
            ("a/fire/1.txt", ""),
            ("a/fire/2.txt", ""),
            ("b/fire/1.txt", ""),
            ("b/fire/2.txt", ""),
            ("c/1.md", "---\nstory: fire\n---\nC."),
        ]);
        let stories = sorted(&folder, &["a", "b", "c"], None);
        let ends: Vec<&str> = stories
            .iter()
            .map(|story| story.trim_start_matches(&*with_slashes(folder.path())))
            .collect();
        assert_eq!(
            ends,
            [
                "/a/fire: a/fire/1.txt a/fire/2.txt",
                "/b/fire: b/fire/1.txt b/fire/2.txt",
                "fire: c/1.md"
            ]
        );
    }

    #[test]
    fn a_story_of_too_many_documents_is_compared_in_parts_by_day() {
        let files: Vec<(String, String)> = (0..MOST_TOGETHER + 1)
            .map(|i| {
                let day = 28 - i % 28;
                (
                    format!("s/{i:02}.md"),
                    format!("---\npublished: 2021-02-{day:02}\n---\n"),
                )
            })
            .collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (&**a, &**b)).collect();
        let folder = Scratch::new(&files);
        let walk = Walk {
            roots: vec![folder.path().to_owned()],
            ..Walk::default()
        };
        let (corpus, _) = Corpus::of_files(&walk.files().0, None, None);
        let parts = corpus.stories[0].parts(&corpus.entries);
        let sizes: Vec<usize> = parts.iter().map(Vec::len).collect();
        assert_eq!(sizes, [21, 20]);
        // The 27th and the last document are of the first day.
        assert!(parts[0].contains(&27) && !parts[1].contains(&27));
    }

    #[test]
    fn a_headline_becomes_a_name_for_the_command_line() {
        let p = |title: &str, expected: &str| assert_eq!(slug(title), expected);
        p(
            "Fire at Ostby’s mill kills 2!",
            "fire-at-ostbys-mill-kills-2",
        );
        p("  Zürich: “Nein”  ", "zürich-nein");
        p("…", "");
        assert!(slug(&"word ".repeat(50)).len() <= LONGEST_NAME);
        assert_eq!(slug(&"x".repeat(80)).len(), 80);
    }
}
