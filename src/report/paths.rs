//! The paths of documents as the readers of a report's files want them: relative to one root, with `/` between the parts.
//!
//! A viewer of annotations knows a file by its place in the repository, wherever the command was run and however the file was
//! named to it. The parts are settled by their names alone and nothing is asked of the file system: a report may be written
//! where its documents are not.

use std::path::{Component, Path, PathBuf};

/// Where the paths of a run start, and what they are told from.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    here: PathBuf,
    root: PathBuf,
}

impl Paths {
    /// Relative paths start `here`, and all are told from `root`, where they lie beneath it.
    pub fn new(here: impl Into<PathBuf>, root: impl Into<PathBuf>) -> Paths {
        Paths {
            here: here.into(),
            root: root.into(),
        }
    }

    /// The path from the root; as it was given where the document lies elsewhere or is no file.
    pub(super) fn below_root(&self, path: &str) -> String {
        if is_address(path) {
            return path.to_owned();
        }
        let whole = settled(&self.here.join(path));
        match whole.strip_prefix(&self.root) {
            Ok(below) => slashed(below),
            Err(_) => slashed(&settled(Path::new(path))),
        }
    }

    /// The path as a URI: relative to the root, or with `file:` where it does not lie beneath it.
    pub(super) fn uri(&self, path: &str) -> String {
        if is_address(path) {
            return encoded(path, "/:?&=%+;,@~#");
        }
        let path = self.below_root(path);
        match path.strip_prefix('/') {
            Some(absolute) => format!("file:///{}", encoded(absolute, "/")),
            None => encoded(&path, "/"),
        }
    }
}

/// Whether a document is called by its address and not by a path.
fn is_address(path: &str) -> bool {
    path.starts_with("https://") || path.starts_with("http://")
}

/// The path without `.`, and without `..` where that leads out of a folder that the path names.
fn settled(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(whole.components().next_back(), Some(Component::Normal(_))) =>
            {
                whole.pop();
            }
            Component::ParentDir
            | Component::Normal(_)
            | Component::RootDir
            | Component::Prefix(_) => whole.push(part),
        }
    }
    whole
}

/// The path with `/` between its parts, which it has already where that is what the system writes.
fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    match std::path::MAIN_SEPARATOR {
        '/' => path.into_owned(),
        separator => path.replace(separator, "/"),
    }
}

/// `text` with every byte percent-encoded that is neither unreserved (RFC 3986) nor in `kept`.
fn encoded(text: &str, kept: &str) -> String {
    let mut uri = String::with_capacity(text.len());
    for byte in text.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if plain || kept.as_bytes().contains(&byte) {
            uri.push(byte.into());
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_the_root_however_they_are_given() {
        let paths = Paths::new("/home/ann/news/today", "/home/ann/news");
        let p = |path: &str| paths.below_root(path);
        assert_eq!(p("a.txt"), "today/a.txt");
        assert_eq!(p("./b/../a.txt"), "today/a.txt");
        assert_eq!(p("../old/a.txt"), "old/a.txt");
        assert_eq!(p("/home/ann/news/a.txt"), "a.txt");
        assert_eq!(p("/srv/a.txt"), "/srv/a.txt");
        assert_eq!(p("../../a.txt"), "../../a.txt");
        assert_eq!(p("https://x.org//a"), "https://x.org//a");
        assert_eq!(Paths::default().below_root("./b/a.txt"), "b/a.txt");
        assert_eq!(Paths::default().below_root("../a.txt"), "../a.txt");
    }

    #[test]
    fn a_uri_holds_nothing_but_what_a_uri_may_hold() {
        let paths = Paths::new("/news", "/news");
        let p = |path: &str| paths.uri(path);
        assert_eq!(p("a b.txt"), "a%20b.txt");
        assert_eq!(p("50% of it#1.txt"), "50%25%20of%20it%231.txt");
        assert_eq!(p("c:d.txt"), "c%3Ad.txt");
        assert_eq!(p("Zürich.md"), "Z%C3%BCrich.md");
        assert_eq!(p("<stdin>"), "%3Cstdin%3E");
        assert_eq!(p("/srv/a b.txt"), "file:///srv/a%20b.txt");
        assert_eq!(p("https://x.org/a?b=1"), "https://x.org/a?b=1");
    }
}
