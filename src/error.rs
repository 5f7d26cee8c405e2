//! The one public error of the library.

use std::path::{Path, PathBuf};

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
    #[error("`{path}` is not text ({why}); convert it to a .txt, .md or .html file first")]
    Binary { path: PathBuf, why: &'static str },
    #[error("`{path}` is larger than the {limit} bytes that one document may have; split it")]
    TooLarge { path: PathBuf, limit: u64 },
    #[error(
        "`{path}` has the unknown ending `.{ending}`; save it as .txt, .md or .html, or give its text to standard input (`-`)"
    )]
    Format { path: PathBuf, ending: String },
    #[error(
        "`{path}` cannot be read, as this program was built without {what}; build it with `--features {feature}`"
    )]
    Feature {
        path: PathBuf,
        what: &'static str,
        feature: &'static str,
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

    pub(crate) fn too_large(path: &Path, limit: u64) -> Error {
        Error(Kind::TooLarge {
            path: path.into(),
            limit,
        })
    }

    pub(crate) fn format(path: &Path, ending: &str) -> Error {
        Error(Kind::Format {
            path: path.into(),
            ending: ending.into(),
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
