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
    #[error("`{path}` is a directory; name the files in it, for example `{path}/*.txt`")]
    Directory { path: PathBuf },
    #[error("`{path}` is not text (it holds a NUL byte); convert it to a .txt or .md file first")]
    Binary { path: PathBuf },
    #[error(
        "`{path}` is not valid UTF-8 at byte {at}; convert it first, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
    )]
    Encoding { path: PathBuf, at: usize },
    #[error(
        "`{path}` has {bytes} bytes, more than the {limit} that one document may have; split it"
    )]
    TooLarge {
        path: PathBuf,
        bytes: u64,
        limit: u64,
    },
    #[error("`{path}` has the unknown ending `.{ending}`; crosscheck reads .txt and .md files")]
    Format { path: PathBuf, ending: String },
    #[error("{path}:{line}: {message}")]
    Record {
        path: PathBuf,
        line: usize,
        message: String,
    },
}

impl Error {
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Error {
        Error(Kind::Io {
            path: path.into(),
            source,
        })
    }

    pub(crate) fn directory(path: &Path) -> Error {
        Error(Kind::Directory { path: path.into() })
    }

    pub(crate) fn binary(path: &Path) -> Error {
        Error(Kind::Binary { path: path.into() })
    }

    pub(crate) fn encoding(path: &Path, at: usize) -> Error {
        Error(Kind::Encoding {
            path: path.into(),
            at,
        })
    }

    pub(crate) fn too_large(path: &Path, bytes: u64, limit: u64) -> Error {
        Error(Kind::TooLarge {
            path: path.into(),
            bytes,
            limit,
        })
    }

    pub(crate) fn format(path: &Path, ending: &str) -> Error {
        Error(Kind::Format {
            path: path.into(),
            ending: ending.into(),
        })
    }

    pub(crate) fn record(path: &Path, line: usize, message: impl Into<String>) -> Error {
        Error(Kind::Record {
            path: path.into(),
            line,
            message: message.into(),
        })
    }
}
