//! Which files are articles: folders walked, ignore files and exclusions obeyed.
//!
//! While walking, a file is an article by its ending, and what is no article is passed over: expectations, pictures and
//! settings lie beside articles everywhere. A file that is named is meant, and is taken whatever its ending: if it cannot be
//! read, reading says so. Links are not followed: what they lead to inside the folder is found where it lies, and what they
//! lead to outside was not named.

use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::InputFormat;
use crate::error::Error;

/// The file in which a folder says what below it is no article, by the rules of .gitignore.
const IGNORE_FILE: &str = ".crosscheckignore";

/// Patterns of files to leave out, by the rules of .gitignore, as seen from one folder.
#[derive(Clone, Debug)]
pub struct Exclude(Gitignore);

impl Exclude {
    /// The patterns, as seen from `base`.
    ///
    /// # Errors
    /// When one is no pattern.
    pub fn new(base: &Path, globs: &[String]) -> Result<Exclude, Error> {
        let mut builder = GitignoreBuilder::new(absolute(base));
        for glob in globs {
            builder
                .add_line(None, glob)
                .map_err(|e| Error::glob(glob, e))?;
        }
        match builder.build() {
            Ok(patterns) => Ok(Exclude(patterns)),
            Err(error) => Err(Error::glob(&globs.join(" "), error)),
        }
    }

    /// Whether the file or folder itself is left out.
    fn holds(&self, path: &Path, is_folder: bool) -> bool {
        !self.0.is_empty() && self.0.matched(absolute(path), is_folder).is_ignore()
    }

    /// Whether the file is left out, or one of the folders that it is in.
    fn holds_file(&self, path: &Path) -> bool {
        let path = absolute(path);
        let mut folders = path.ancestors().skip(1);
        self.holds(&path, false) || folders.any(|folder| self.holds(folder, true))
    }
}

/// What to walk.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// The files and folders to look in.
    pub roots: Vec<PathBuf>,
    /// What is left out.
    pub excludes: Vec<Exclude>,
    /// Whether a file that is named is left out as well.
    pub force_exclude: bool,
    /// Endings of the files that are articles, in place of those that [`InputFormat`] knows.
    pub endings: Option<&'static [&'static str]>,
}

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// Its path, by way of the root.
    pub path: PathBuf,
    /// The root in which it was found; of a file that is named, its folder.
    pub root: PathBuf,
}

impl Walk {
    /// The articles, sorted by path, each once, and what went wrong on the way.
    pub fn files(&self) -> (Vec<File>, Vec<Error>) {
        let (mut files, mut problems) = (Vec::new(), Vec::new());
        for root in &self.roots {
            if root.as_os_str() == "-" {
                files.push(File {
                    path: root.clone(),
                    root: PathBuf::new(),
                });
            } else if root.is_dir() {
                self.folder(root, &mut files, &mut problems);
            } else if !(self.force_exclude && self.excludes.iter().any(|e| e.holds_file(root))) {
                files.push(File {
                    root: root.parent().map(plain).unwrap_or_default(),
                    path: plain(root),
                });
            }
        }
        files.sort();
        // A file below two roots goes with the first that leads to it. Below one root each is found once, as links are not
        // followed.
        if self.roots.len() > 1 {
            let mut seen = rustc_hash::FxHashSet::default();
            files.retain(|file| {
                seen.insert(std::fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone()))
            });
        }
        (files, problems)
    }

    fn folder(&self, root: &Path, files: &mut Vec<File>, problems: &mut Vec<Error>) {
        let excludes = self.excludes.clone();
        let walk = WalkBuilder::new(root)
            .add_custom_ignore_filename(IGNORE_FILE)
            // What one machine ignores for itself must not change what is found.
            .git_global(false)
            .git_exclude(false)
            .ignore(false)
            .filter_entry(move |entry| {
                let is_folder = entry.file_type().is_some_and(|t| t.is_dir());
                entry.depth() == 0 || !excludes.iter().any(|e| e.holds(entry.path(), is_folder))
            })
            .build();
        for entry in walk {
            match entry {
                Ok(entry) => {
                    if entry.file_type().is_some_and(|t| t.is_file())
                        && self.is_article(entry.path())
                    {
                        files.push(File {
                            path: plain(entry.path()),
                            root: plain(root),
                        });
                    }
                    if let Some(error) = entry.error() {
                        problems.push(Error::walk(entry.path(), error.clone()));
                    }
                }
                Err(error) => problems.push(Error::walk(root, error)),
            }
        }
    }

    fn is_article(&self, path: &Path) -> bool {
        let Some(ending) = path.extension().and_then(|e| e.to_str()) else {
            return false;
        };
        match self.endings {
            Some(endings) => endings.iter().any(|e| ending.eq_ignore_ascii_case(e)),
            // What cannot be read lies beside articles as pictures do; where it is named, reading says what is missing.
            None => InputFormat::of_ending(ending).is_some_and(InputFormat::is_built),
        }
    }
}

/// The path without "." in it, as it is shown.
fn plain(path: &Path) -> PathBuf {
    path.components()
        .filter(|c| !matches!(c, Component::CurDir))
        .collect()
}

/// The path from the root of the file system, without "." and "..", as it is written: links are not looked up.
pub(super) fn absolute(path: &Path) -> PathBuf {
    // The folder of a file that is named without one is the current folder, and is called "" by the standard library.
    let path = match path.as_os_str().is_empty() {
        true => Path::new("."),
        false => path,
    };
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut clean = PathBuf::new();
    for component in whole.components() {
        match component {
            Component::ParentDir => {
                clean.pop();
            }
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                clean.push(component);
            }
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::scratch::Scratch;

    fn found(walk: &Walk, base: &Path) -> Vec<String> {
        let (files, problems) = walk.files();
        assert!(problems.is_empty(), "{problems:?}");
        let shown = files
            .iter()
            .map(|f| f.path.strip_prefix(base).unwrap_or(&f.path));
        shown.map(|p| p.display().to_string()).collect()
    }

    #[test]
    fn articles_are_found_by_their_endings_and_in_order() {
        let folder = Scratch::new(&[
            ("fire/b.md", "b"),
            ("fire/a.txt", "a"),
            ("fire.toml", ""),
            ("fire/.hidden.txt", ""),
            ("fire/picture.png", ""),
            ("LICENSE", ""),
            ("a.TXT", ""),
        ]);
        let walk = Walk {
            roots: vec![folder.path().to_owned(), folder.path().join("fire/a.txt")],
            ..Walk::default()
        };
        assert_eq!(
            found(&walk, folder.path()),
            ["a.TXT", "fire/a.txt", "fire/b.md"]
        );
    }

    #[test]
    fn what_is_ignored_or_excluded_is_no_article_unless_it_is_named() {
        let folder = Scratch::new(&[
            (".git/HEAD", ""),
            (".gitignore", "drafts/\n"),
            (".crosscheckignore", "*.old.txt\n"),
            ("drafts/a.txt", ""),
            ("a.old.txt", ""),
            ("a.txt", ""),
            ("sport/b.txt", ""),
            ("sport/c.txt", ""),
        ]);
        let p = |roots: &[&str], globs: &[&str], force_exclude: bool| {
            let globs: Vec<String> = globs.iter().map(|g| (*g).to_owned()).collect();
            let walk = Walk {
                roots: roots.iter().map(|r| folder.path().join(r)).collect(),
                excludes: vec![Exclude::new(folder.path(), &globs).unwrap()],
                force_exclude,
                endings: None,
            };
            found(&walk, folder.path()).join(" ")
        };
        assert_eq!(p(&["."], &[], false), "a.txt sport/b.txt sport/c.txt");
        assert_eq!(p(&["."], &["sport/"], false), "a.txt");
        assert_eq!(p(&["."], &["b.*", "a.txt"], false), "sport/c.txt");
        assert_eq!(
            p(&["."], &["sport/*", "!c.txt"], false),
            "a.txt sport/c.txt"
        );
        assert_eq!(
            p(&["a.txt", "drafts/a.txt"], &["a.txt"], false),
            "a.txt drafts/a.txt"
        );
        assert_eq!(
            p(&["a.txt", "sport/b.txt"], &["a.txt"], true),
            "sport/b.txt"
        );
        assert_eq!(p(&["sport/b.txt"], &["/sport/"], true), "");
        let error = Exclude::new(folder.path(), &["a{b".to_owned()]).unwrap_err();
        assert!(error.to_string().contains("`a{b`"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed_and_name_no_file_twice() {
        let folder = Scratch::new(&[("in/a.txt", ""), ("out/b.txt", "")]);
        let link = |to: &str, from: &str| {
            std::os::unix::fs::symlink(folder.path().join(to), folder.path().join(from)).unwrap();
        };
        link("out", "in/out");
        link("in", "in/again");
        link("in/a.txt", "in/c.txt");
        let walk = Walk {
            roots: vec![folder.path().join("in"), folder.path().join("in/c.txt")],
            ..Walk::default()
        };
        assert_eq!(found(&walk, folder.path()), ["in/a.txt"]);
    }
}
