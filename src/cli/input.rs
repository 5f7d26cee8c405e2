//! What the commands read: files, standard input, and what is wrong with them.

use std::path::{Path, PathBuf};

use clap::Args;

use super::complain;
use crate::read::{text_from, text_of};
use crate::{Document, InputFormat};

/// How standard input is called in reports and messages, unless `--stdin-name` says otherwise.
const STANDARD_INPUT: &str = "<stdin>";

/// What standard input is called.
#[derive(Args, Clone, Default)]
pub(super) struct StdinName {
    /// Call standard input by this name in the report, and read it as its ending says; the default is text.
    #[arg(long, value_name = "NAME")]
    stdin_name: Option<PathBuf>,
}

impl StdinName {
    /// The path that stands for what is named: of standard input its name, where it has one.
    pub(super) fn of<'a>(&'a self, path: &'a Path) -> &'a Path {
        match &self.stdin_name {
            Some(name) if is_standard_input(path) => name,
            _ => path,
        }
    }

    /// The paths with it in the place of `-`.
    pub(super) fn of_all(&self, paths: &[PathBuf]) -> Vec<PathBuf> {
        paths.iter().map(|path| self.of(path).to_owned()).collect()
    }

    fn open(&self, id: u32) -> Result<Document, crate::Error> {
        let name = self.stdin_name.as_deref();
        let name = name.unwrap_or(Path::new(STANDARD_INPUT));
        let format = InputFormat::of_path(name)?;
        Document::from_reader(id, name, std::io::stdin().lock(), format)
    }
}

/// The documents that could be read, and whether all could.
pub(super) struct Inputs {
    pub(super) documents: Vec<Document>,
    pub(super) failed: bool,
}

/// Opens each file, `-` being standard input. One that cannot be read is complained about and left out, and so is one
/// that was given before: compared with itself a document agrees in everything, which is never what was asked.
pub(super) fn open_all(paths: &[PathBuf], stdin_name: &StdinName) -> Inputs {
    open_from(0, paths, stdin_name)
}

/// The same, the documents numbered from `first`.
pub(super) fn open_from(first: u32, paths: &[PathBuf], stdin_name: &StdinName) -> Inputs {
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
        let id = first + inputs.documents.len() as u32;
        let opened = match is_standard_input(path) {
            true => stdin_name.open(id),
            false => Document::open(id, path),
        };
        match opened {
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
