//! A body of documents: which files are in it, which of them tell one story, and which of its disagreements were accepted.
//!
//! `check` needs this beyond one story. Nothing is compared here: a story is given as documents to [`crate::compare_with`].
//! What is kept of a document is where it stands and to which story it goes, so that a body may be larger than the memory:
//! the text is read again when its story is compared.

mod auto;
pub mod baseline;
pub mod cache;
pub mod stories;
pub mod walk;

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use rayon::prelude::*;

pub use stories::{Grouping, Origin, Story};

use serde::{Deserialize, Serialize};

use self::auto::Signature;
use self::cache::{Cache, Key};
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
    /// What it tells, where that may decide.
    signature: Option<Signature>,
    /// The document itself, of the first ones, until its story is compared: then it need not be read again.
    waiting: Arc<Mutex<Option<(Document, Key)>>>,
}

/// So many bytes of documents wait for their stories: those of ten thousand articles. It must be bounded, as a body may be
/// larger than the memory.
const MOST_WAITING: usize = 32 << 20;

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
    fn new(name: &str, known: Known, place: Place, root: &Path) -> Entry {
        let folder = match &place {
            Place::File(path) => path.parent().map(Path::to_owned).unwrap_or_default(),
            Place::Record { file, .. } | Place::Text { file, .. } => file.clone(),
        };
        Entry {
            name: name.to_owned(),
            place,
            root: root.to_owned(),
            folder,
            story: known.story,
            published: known.published,
            title: known.title,
            signature: known.signature.map(|s| s.of_day(known.published)),
            waiting: Arc::default(),
        }
    }

    /// The document with the key of its bytes: as it was read the first time, where it waits, or else read again.
    fn take(&self, id: u32) -> Result<(Document, Key), Error> {
        let waiting = self.waiting.lock().ok().and_then(|mut w| w.take());
        match waiting {
            Some((document, key)) => Ok((document.numbered(id), key)),
            None => self.open(id),
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

    /// Reads it again, and gives the key of its bytes.
    fn open(&self, id: u32) -> Result<(Document, Key), Error> {
        let record = |file: &Path, number: usize, line: &str| {
            Ok((record(id, file, number, line)?, Key::of(line.as_bytes())))
        };
        match &self.place {
            Place::File(path) => {
                let (bytes, format) = Document::bytes_of(path)?;
                let key = Key::of(&bytes);
                Ok((Document::from_bytes(id, path, bytes, format)?, key))
            }
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
                record(file, *number, &text_from(file, source.take(*bytes))?)
            }
            Place::Text { file, number, line } => record(file, *number, line),
        }
    }
}

/// What a document says of the story that it belongs to.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Known {
    story: Option<String>,
    #[serde(with = "day")]
    published: Option<Date>,
    title: Option<String>,
    signature: Option<Signature>,
}

impl Known {
    fn of(document: &Document, by_content: bool) -> Known {
        let decides = by_content && document.story.is_none();
        Known {
            story: document.story.clone(),
            published: document.published,
            title: document.title.clone(),
            signature: decides.then(|| Signature::new(document)),
        }
    }
}

/// The day of publication, as it is kept.
mod day {
    use crate::value::stored::date;
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "date")] Date);

    pub(super) fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(from)?.map(|Day(date)| date))
    }
}

/// The documents of a story as they are opened.
#[derive(Debug, Default)]
pub struct Opened {
    /// The documents, numbered from 0.
    pub documents: Vec<Document>,
    /// The key of the bytes of each.
    pub keys: Vec<Key>,
    /// What cannot be read any more.
    pub problems: Vec<Error>,
}

impl Corpus {
    /// The documents of these files and their stories, and what could not be read.
    pub fn of_files(
        files: &[walk::File],
        grouping: Option<Grouping>,
        cache: Option<&Cache>,
    ) -> (Corpus, Vec<Error>) {
        let find = Find {
            cache,
            by_content: grouping == Some(Grouping::Auto),
            waiting: AtomicUsize::new(0),
        };
        let read = files.par_iter().map(|file| find.file(file));
        Corpus::sorted(read.collect(), grouping)
    }

    /// The documents of files that hold a record a line, `-` being standard input, and their stories, and what could not be
    /// read.
    pub fn of_records(
        files: &[walk::File],
        grouping: Option<Grouping>,
        cache: Option<&Cache>,
    ) -> (Corpus, Vec<Error>) {
        let find = Find {
            cache,
            by_content: grouping != Some(Grouping::Folder),
            waiting: AtomicUsize::new(0),
        };
        let read = files.iter().flat_map(|file| {
            let mut entries = Vec::new();
            if let Err(error) = records(file, &find, &mut entries) {
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
    pub fn open(&self, documents: &[usize]) -> Opened {
        let mut opened = Opened::default();
        for entry in documents.iter().filter_map(|&d| self.entries.get(d)) {
            match entry.take(opened.documents.len() as u32) {
                Ok((document, key)) => {
                    opened.documents.push(document);
                    opened.keys.push(key);
                }
                Err(error) => opened.problems.push(error),
            }
        }
        opened
    }
}

/// A line of a file of records.
struct Line {
    text: Vec<u8>,
    number: usize,
    start: u64,
}

/// So many bytes of lines are read before they are looked at, side by side.
const LINES: usize = 4 << 20;

/// The records of a file, each as it is read.
fn records(
    file: &walk::File,
    find: &Find<'_>,
    entries: &mut Vec<Result<Entry, Error>>,
) -> Result<(), Error> {
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
    let mut next = || {
        let mut text = Vec::new();
        // A line without an end must not fill the memory.
        let bytes = (&mut reader)
            .take(Document::MAX_BYTES)
            .read_until(b'\n', &mut text)
            .map_err(failed)? as u64;
        if bytes == Document::MAX_BYTES {
            return Err(Error::too_large(&path, Document::MAX_BYTES));
        }
        number += 1;
        start += bytes;
        let line = Line {
            text,
            number,
            start: start - bytes,
        };
        Ok(Some(line).filter(|_| bytes > 0))
    };
    let record = |line: Line| find.record(file, &path, standard_input, line);
    loop {
        let (mut lines, mut bytes) = (Vec::new(), 0);
        let end = loop {
            match next() {
                Ok(Some(line)) => {
                    bytes += line.text.len();
                    lines.push(line);
                    if bytes >= LINES {
                        break None;
                    }
                }
                Ok(None) => break Some(Ok(())),
                Err(error) => break Some(Err(error)),
            }
        };
        let found: Vec<Option<Result<Entry, Error>>> = lines.into_par_iter().map(record).collect();
        entries.extend(found.into_iter().flatten());
        if let Some(end) = end {
            return end;
        }
    }
}

/// How documents are read for the first time.
struct Find<'a> {
    cache: Option<&'a Cache>,
    /// Whether what they tell may decide to which story they belong.
    by_content: bool,
    /// How many bytes of them were read that wait for their stories, or could not.
    waiting: AtomicUsize,
}

impl Find<'_> {
    /// The document in a file.
    fn file(&self, file: &walk::File) -> Result<Entry, Error> {
        let path = &file.path;
        let (bytes, format) = Document::bytes_of(path)?;
        let (key, length) = (Key::of(&bytes), bytes.len());
        let (known, document) = self.known([format.name().as_bytes(), &key.bytes()], || {
            Document::from_bytes(0, path, bytes, format)
        })?;
        let place = Place::File(path.clone());
        let entry = Entry::new(&path.to_string_lossy(), known, place, &file.root);
        Ok(self.waiting(entry, document, key, length))
    }

    /// The document in a line of a file; `None` where the line is empty.
    fn record(
        &self,
        file: &walk::File,
        path: &Path,
        standard_input: bool,
        line: Line,
    ) -> Option<Result<Entry, Error>> {
        let text = text_from(path, line.text.as_slice());
        if text.as_ref().is_ok_and(|t| t.trim().is_empty()) {
            return None;
        }
        Some(text.and_then(|text| {
            let document = record(0, path, line.number, &text)?;
            let name = document.source.name().to_owned();
            let (key, length) = (Key::of(text.as_bytes()), text.len());
            let (known, document) = self.known([b"record", &key.bytes()], || Ok(document))?;
            let place = match standard_input {
                true => Place::Text {
                    file: path.to_owned(),
                    number: line.number,
                    line: text.into(),
                },
                false => Place::Record {
                    file: path.to_owned(),
                    number: line.number,
                    start: line.start,
                    bytes: line.text.len() as u64,
                },
            };
            let entry = Entry::new(&name, known, place, &file.root);
            Ok(self.waiting(entry, document, key, length))
        }))
    }

    /// What was kept of these bytes, or else what reading them gives, and the document where it was read. Where only the folder
    /// counts nothing is kept: to read a document for its front matter takes no longer than to look it up.
    fn known(
        &self,
        parts: [&[u8]; 2],
        read: impl FnOnce() -> Result<Document, Error>,
    ) -> Result<(Known, Option<Document>), Error> {
        let cache = self.cache.filter(|_| self.by_content);
        let cache = cache.map(|cache| (cache, Key::all([b"document", parts[0], parts[1]])));
        if let Some((cache, key)) = cache
            && let Some(known) = cache.get(key)
        {
            return Ok((known, None));
        }
        let document = read()?;
        let known = Known::of(&document, self.by_content);
        if let Some((cache, key)) = cache {
            cache.put(key, &known);
        }
        Ok((known, Some(document)))
    }

    /// The entry with its document, while there is room.
    fn waiting(&self, entry: Entry, document: Option<Document>, key: Key, length: usize) -> Entry {
        let room = || self.waiting.fetch_add(length, Ordering::Relaxed) + length <= MOST_WAITING;
        let waiting = document.filter(|_| room()).map(|document| (document, key));
        Entry {
            waiting: Arc::new(Mutex::new(waiting)),
            ..entry
        }
    }
}

#[cfg(test)]
pub(crate) mod scratch;
