//! A body of documents: which files are in it, which of them tell one story, and which of its disagreements were accepted.
//!
//! `check` needs this beyond one story. Nothing is compared here: a story is given as documents to [`crate::compare_with`].
//! What is kept of a document is where it stands and to which story it goes, so that a body may be larger than the memory:
//! the text is read again when its story is compared.

pub mod baseline;
pub mod stories;
pub mod walk;

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

pub use stories::{Grouping, Origin, Story};

use crate::Document;
use crate::error::Error;
use crate::read::{record, text_from};

/// A body of documents.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The documents, in order.
    pub entries: Vec<Entry>,
    /// Their stories, by name.
    pub stories: Vec<Story>,
}

/// What is kept of a document while others are read.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its path, or the id of a record.
    pub name: String,
    place: Place,
    /// The root in which it was found.
    root: PathBuf,
    /// The folder that it is in; of a record, its file.
    folder: PathBuf,
    /// The story that it says it belongs to.
    story: Option<String>,
    published: Option<Date>,
    title: Option<String>,
}

/// Where a document can be read again.
#[derive(Clone, Debug)]
enum Place {
    File(PathBuf),
    /// A line of a file.
    Record {
        file: PathBuf,
        number: usize,
        start: u64,
        bytes: u64,
    },
    /// A line of what can be read once only.
    Text {
        file: PathBuf,
        number: usize,
        line: Arc<str>,
    },
}

impl Entry {
    fn new(document: Document, place: Place, root: &Path) -> Entry {
        let folder = match &place {
            Place::File(path) => path.parent().map(Path::to_owned).unwrap_or_default(),
            Place::Record { file, .. } | Place::Text { file, .. } => file.clone(),
        };
        Entry {
            name: document.source.name().to_owned(),
            place,
            root: root.to_owned(),
            folder,
            story: document.story,
            published: document.published,
            title: document.title,
        }
    }

    /// The file that it is, where it is no record.
    pub fn file(&self) -> Option<&Path> {
        match &self.place {
            Place::File(path) => Some(path),
            Place::Record { .. } | Place::Text { .. } => None,
        }
    }

    fn is_record(&self) -> bool {
        self.file().is_none()
    }

    /// Reads it again.
    fn open(&self, id: u32) -> Result<Document, Error> {
        match &self.place {
            Place::File(path) => Document::open(id, path),
            Place::Record {
                file,
                number,
                start,
                bytes,
            } => {
                let mut source = File::open(file).map_err(|e| Error::io(file, e))?;
                source
                    .seek(SeekFrom::Start(*start))
                    .map_err(|e| Error::io(file, e))?;
                record(id, file, *number, &text_from(file, source.take(*bytes))?)
            }
            Place::Text { file, number, line } => record(id, file, *number, line),
        }
    }
}

impl Corpus {
    /// The documents of these files and their stories, and what could not be read.
    pub fn of_files(files: &[walk::File], grouping: Option<Grouping>) -> (Corpus, Vec<Error>) {
        let read = files.par_iter().map(|file| {
            let document = Document::open(0, &file.path)?;
            let place = Place::File(file.path.clone());
            Ok(Entry::new(document, place, &file.root))
        });
        Corpus::sorted(read.collect(), grouping)
    }

    /// The documents of files that hold a record a line, `-` being standard input, and their stories, and what could not be
    /// read.
    pub fn of_records(files: &[walk::File], grouping: Option<Grouping>) -> (Corpus, Vec<Error>) {
        let read = files.iter().flat_map(|file| {
            let mut entries = Vec::new();
            if let Err(error) = records(file, &mut entries) {
                entries.push(Err(error));
            }
            entries
        });
        Corpus::sorted(read.collect(), grouping)
    }

    fn sorted(read: Vec<Result<Entry, Error>>, grouping: Option<Grouping>) -> (Corpus, Vec<Error>) {
        let (mut entries, mut problems) = (Vec::new(), Vec::new());
        for entry in read {
            match entry {
                Ok(entry) => entries.push(entry),
                Err(error) => problems.push(error),
            }
        }
        let stories = stories::stories(&entries, grouping);
        (Corpus { entries, stories }, problems)
    }

    /// The documents of a story, numbered from 0, and what cannot be read any more.
    pub fn open(&self, documents: &[usize]) -> (Vec<Document>, Vec<Error>) {
        let (mut open, mut problems) = (Vec::new(), Vec::new());
        for entry in documents.iter().filter_map(|&d| self.entries.get(d)) {
            match entry.open(open.len() as u32) {
                Ok(document) => open.push(document),
                Err(error) => problems.push(error),
            }
        }
        (open, problems)
    }
}

/// The records of a file, each as it is read.
fn records(file: &walk::File, entries: &mut Vec<Result<Entry, Error>>) -> Result<(), Error> {
    let standard_input = file.path.as_os_str() == "-";
    let path = match standard_input {
        true => PathBuf::from("<stdin>"),
        false => file.path.clone(),
    };
    let failed = |error| Error::io(&path, error);
    let mut reader: Box<dyn BufRead> = match standard_input {
        true => Box::new(BufReader::new(std::io::stdin())),
        false => Box::new(BufReader::new(File::open(&path).map_err(failed)?)),
    };
    let (mut start, mut number) = (0, 0);
    loop {
        let mut line = Vec::new();
        // A line without an end must not fill the memory.
        let bytes = (&mut reader)
            .take(Document::MAX_BYTES)
            .read_until(b'\n', &mut line)
            .map_err(failed)? as u64;
        if bytes == 0 {
            return Ok(());
        }
        if bytes == Document::MAX_BYTES {
            return Err(Error::too_large(&path, Document::MAX_BYTES));
        }
        number += 1;
        let text = text_from(&path, line.as_slice());
        if !text.as_ref().is_ok_and(|t| t.trim().is_empty()) {
            entries.push(text.and_then(|text| {
                let document = record(0, &path, number, &text)?;
                let place = match standard_input {
                    true => Place::Text {
                        file: path.clone(),
                        number,
                        line: text.into(),
                    },
                    false => Place::Record {
                        file: path.clone(),
                        number,
                        start,
                        bytes,
                    },
                };
                Ok(Entry::new(document, place, &file.root))
            }));
        }
        start += bytes;
    }
}

#[cfg(test)]
pub(crate) mod scratch;
