//! The one public error of the library.

use std::path::{Path, PathBuf};

use crate::source::{Source, Span};

/// What went wrong with an input: it names the file and, where one is sure, the remedy.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("failed to read `{path}`")]
    Io {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("`{path}` does not exist; check how the path is spelled")]
    Missing { path: PathBuf },
    #[error("`{path}` may not be read; check its permissions")]
    Forbidden { path: PathBuf },
    #[error("`{path}` is a directory; name the files in it, for example `{path}/*.txt`")]
    Directory { path: PathBuf },
    #[error("`{path}` is not text ({why}); convert it to a .txt, .md, .html or .docx file first")]
    Binary { path: PathBuf, why: &'static str },
    #[cfg(any(feature = "docx", feature = "pdf"))]
    #[error("`{path}` cannot be read as {what}: {why}")]
    Broken {
        path: PathBuf,
        what: &'static str,
        why: String,
    },
    #[error("`{path}` is larger than the {limit} bytes that one document may have; split it")]
    TooLarge { path: PathBuf, limit: u64 },
    #[error(
        "`{path}` has the unknown ending `.{ending}`; save it as .txt, .md, .html or .docx, or give its text to standard input (`-`)"
    )]
    Format { path: PathBuf, ending: String },
    #[error("`{path}` holds records; `crosscheck check --input-format jsonl` compares them")]
    Records { path: PathBuf },
    #[error(
        "`{path}` cannot be read, as this program was built without support for {what}; build it with `--features {feature}`"
    )]
    Feature {
        path: PathBuf,
        what: &'static str,
        feature: &'static str,
    },
    #[error("{file}:{line}:{column}: {message}")]
    Setting {
        file: String,
        line: usize,
        column: usize,
        message: String,
    },
    #[error("failed to walk `{path}`")]
    Walk {
        path: PathBuf,
        source: ignore::Error,
    },
    #[error("`{glob}` is no pattern of files to leave out")]
    Glob { glob: String, source: ignore::Error },
    #[error("{path}:{line}: {message}")]
    Record {
        path: PathBuf,
        line: usize,
        message: String,
    },
}

impl Error {
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Error {
        let path = path.into();
        Error(match source.kind() {
            std::io::ErrorKind::NotFound => Kind::Missing { path },
            std::io::ErrorKind::PermissionDenied => Kind::Forbidden { path },
            std::io::ErrorKind::IsADirectory => Kind::Directory { path },
            _ => Kind::Io { path, source },
        })
    }

    pub(crate) fn directory(path: &Path) -> Error {
        Error(Kind::Directory { path: path.into() })
    }

    pub(crate) fn binary(path: &Path, why: &'static str) -> Error {
        let path = path.into();
        Error(Kind::Binary { path, why })
    }

    #[cfg(any(feature = "docx", feature = "pdf"))]
    pub(crate) fn broken(path: &Path, what: &'static str, why: impl Into<String>) -> Error {
        Error(Kind::Broken {
            path: path.into(),
            what,
            why: why.into(),
        })
    }

    pub(crate) fn too_large(path: &Path, limit: u64) -> Error {
        Error(Kind::TooLarge {
            path: path.into(),
            limit,
        })
    }

    pub(crate) fn format(path: &Path, ending: &str) -> Error {
        let path = path.into();
        let ending = ending.to_owned();
        Error(match ending.to_ascii_lowercase().as_str() {
            "jsonl" | "ndjson" => Kind::Records { path },
            _ => Kind::Format { path, ending },
        })
    }

    pub(crate) fn feature(path: &Path, what: &'static str, feature: &'static str) -> Error {
        let path = path.into();
        Error(Kind::Feature {
            path,
            what,
            feature,
        })
    }

    /// What is wrong with a file of settings, and where.
    pub(crate) fn setting(source: &Source, span: Span, message: impl Into<String>) -> Error {
        let (line, column) = source.line_column(span.start());
        Error(Kind::Setting {
            file: source.name().to_owned(),
            line,
            column,
            message: message.into(),
        })
    }

    pub(crate) fn walk(path: &Path, source: ignore::Error) -> Error {
        let path = path.into();
        Error(Kind::Walk { path, source })
    }

    pub(crate) fn glob(glob: &str, source: ignore::Error) -> Error {
        let glob = glob.into();
        Error(Kind::Glob { glob, source })
    }

    pub(crate) fn record(path: &Path, line: usize, message: impl Into<String>) -> Error {
        Error(Kind::Record {
            path: path.into(),
            line,
            message: message.into(),
        })
    }
}

/// How like a name must be to be suggested: 0.7 finds slips and left-out parts, and says nothing to a wild guess.
const LIKE_ENOUGH: f64 = 0.7;

/// What a name that nobody knows may have meant: `, but there is `money-mismatch``; nothing where none is like it.
pub(crate) fn but_there_is(name: &str, names: &[&str]) -> String {
    let mut like: Vec<(f64, &str)> = names
        .iter()
        .map(|&known| (strsim::jaro_winkler(name, known), known))
        .filter(|&(score, _)| score >= LIKE_ENOUGH)
        .collect();
    like.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let like: Vec<String> = like
        .iter()
        .take(3)
        .map(|(_, known)| format!("`{known}`"))
        .collect();
    match like.as_slice() {
        [] => String::new(),
        like => format!(", but there is {}", like.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_names_are_suggested_and_unlike_ones_are_not() {
        let names = ["money-mismatch", "count-mismatch", "name-spelling"];
        assert_eq!(
            but_there_is("mony-mismatch", &names),
            ", but there is `money-mismatch`, `count-mismatch`"
        );
        assert_eq!(but_there_is("zzz", &names), "");
    }
}
