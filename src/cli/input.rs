//! What the commands read: files, standard input, and what is wrong with them.

use std::path::{Path, PathBuf};

use super::complain;
use crate::read::{text_from, text_of};
use crate::{Document, InputFormat};

/// How standard input is called in reports and messages.
const STANDARD_INPUT: &str = "<stdin>";

/// The documents that could be read, and whether all could.
pub(super) struct Inputs {
    pub(super) documents: Vec<Document>,
    pub(super) failed: bool,
}

/// Opens each file, `-` being standard input. One that cannot be read is complained about and left out, and so is one
/// that was given before: compared with itself a document agrees in everything, which is never what was asked.
pub(super) fn open_all(paths: &[PathBuf]) -> Inputs {
    open_from(0, paths)
}

/// The same, the documents numbered from `first`.
pub(super) fn open_from(first: u32, paths: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs {
        documents: Vec::new(),
        failed: false,
    };
    let mut seen: Vec<PathBuf> = Vec::new();
    for path in paths {
        let identity = identity(path);
        if seen.contains(&identity) {
            complain(&anyhow::anyhow!(
                "`{}` is given twice; name each document once",
                path.display()
            ));
            inputs.failed = true;
            continue;
        }
        seen.push(identity);
        match open(first + inputs.documents.len() as u32, path) {
            Ok(document) => {
                for notice in &document.notices {
                    complain(&anyhow::anyhow!("note: {notice}"));
                }
                inputs.documents.push(document);
            }
            Err(error) => {
                complain(&error.into());
                inputs.failed = true;
            }
        }
    }
    inputs
}

fn open(id: u32, path: &Path) -> Result<Document, crate::Error> {
    if is_standard_input(path) {
        let (name, stdin) = (Path::new(STANDARD_INPUT), std::io::stdin().lock());
        return Document::from_reader(id, name, stdin, InputFormat::Text);
    }
    Document::open(id, path)
}

/// The text of a file, or of standard input for `-`.
pub(super) fn read_input(path: &Path) -> Result<String, crate::Error> {
    if is_standard_input(path) {
        return text_from(Path::new(STANDARD_INPUT), std::io::stdin().lock());
    }
    text_of(path)
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The path without links and detours, so that `a.txt` and `./a.txt` are one; as given where there is no such file.
pub(super) fn identity(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
