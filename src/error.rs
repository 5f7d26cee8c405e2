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
    #[error("`{path}` is not text (it holds a NUL byte); convert it to a .txt or .md file first")]
    Binary { path: PathBuf },
    #[error("`{path}` is UTF-16; convert it first, for example with `iconv -f UTF-16 -t UTF-8`")]
    Utf16 { path: PathBuf },
    #[error(
        "`{path}` is not valid UTF-8 at byte {at}; convert it first, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
    )]
    Encoding { path: PathBuf, at: usize },
    #[error("`{path}` is larger than the {limit} bytes that one document may have; split it")]
    TooLarge { path: PathBuf, limit: u64 },
    #[error(
        "`{path}` has the unknown ending `.{ending}`; name it .txt or .md, or give its text to standard input (`-`)"
    )]
    Format { path: PathBuf, ending: String },
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

    pub(crate) fn binary(path: &Path) -> Error {
        Error(Kind::Binary { path: path.into() })
    }

    pub(crate) fn utf16(path: &Path) -> Error {
        Error(Kind::Utf16 { path: path.into() })
    }

    pub(crate) fn encoding(path: &Path, at: usize) -> Error {
        Error(Kind::Encoding {
            path: path.into(),
            at,
        })
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
