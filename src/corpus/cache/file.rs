//! The file of a cache: a line that says what it is, whose it is, a sum of all that follows, and then what is kept by its keys.
//!
//! It is read whole, and nothing of it is believed before its sum is right.

use std::fs::OpenOptions;
use std::io::{BufWriter, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::Xxh3;

use super::Key;

/// What every cache begins with; the number changes with what is said below.
const MARK: &[u8] = b"crosscheck cache 1\n";

/// The mark, the program, the sum.
const HEAD: usize = MARK.len() + 16 + 16;

/// So many files are kept in one folder: one for each body of documents, and those that were written first go.
const MOST_FILES: usize = 64;

/// What is kept.
#[derive(Debug, Default)]
pub(super) struct Contents {
    bytes: Vec<u8>,
    entries: Vec<(Key, Range<usize>)>,
    numbers: FxHashMap<Key, usize>,
}

impl Contents {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What is kept under the key, and its number.
    pub(super) fn get(&self, key: Key) -> Option<(usize, &[u8])> {
        let number = *self.numbers.get(&key)?;
        Some((number, self.at(number)?.1))
    }

    /// What has this number.
    pub(super) fn at(&self, number: usize) -> Option<(Key, &[u8])> {
        let (key, range) = self.entries.get(number)?;
        Some((*key, self.bytes.get(range.clone())?))
    }

    /// What is in these bytes; `None` where they are not what a cache holds.
    fn parse(bytes: Vec<u8>) -> Option<Contents> {
        let mut contents = Contents::default();
        let mut at = HEAD;
        while at < bytes.len() {
            let key = u128::from_le_bytes(bytes.get(at..at + 16)?.try_into().ok()?);
            let length = u32::from_le_bytes(bytes.get(at + 16..at + 20)?.try_into().ok()?);
            let start = at + 20;
            at = start.checked_add(length as usize)?;
            bytes.get(start..at)?;
            contents.numbers.insert(Key(key), contents.entries.len());
            contents.entries.push((Key(key), start..at));
        }
        contents.bytes = bytes;
        Some(contents)
    }
}

/// What the file holds, and whether there is one that cannot be used. What another build of the program left is as good as
/// nothing, and no damage.
pub(super) fn read(path: &Path, program: Key) -> (Contents, bool) {
    let Some(bytes) = bytes_of(path) else {
        return (Contents::default(), false);
    };
    let whose = bytes.get(MARK.len()..MARK.len() + 16);
    let sum = bytes.get(MARK.len() + 16..HEAD);
    if !bytes.starts_with(MARK) || sum != Some(&sum_of([&bytes[HEAD.min(bytes.len())..]])) {
        return (Contents::default(), true);
    }
    if whose != Some(&program.bytes()) {
        return (Contents::default(), false);
    }
    match Contents::parse(bytes) {
        Some(contents) => (contents, false),
        None => (Contents::default(), true),
    }
}

/// The bytes of the file; `None` where there is none, or none that may be read.
fn bytes_of(path: &Path) -> Option<Vec<u8>> {
    let mut file = std::fs::File::open(path).ok()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn sum_of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> [u8; 16] {
    let mut hash = Xxh3::new();
    parts.into_iter().for_each(|part| hash.update(part));
    hash.digest128().to_le_bytes()
}

/// Writes the file by way of one beside it, so that nobody ever reads half of it.
pub(super) fn write<'a>(
    path: &Path,
    program: Key,
    entries: impl Iterator<Item = (Key, &'a [u8])>,
) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut body = Vec::new();
    for (key, bytes) in entries {
        let Ok(length) = u32::try_from(bytes.len()) else {
            continue;
        };
        body.extend_from_slice(&key.bytes());
        body.extend_from_slice(&length.to_le_bytes());
        body.extend_from_slice(bytes);
    }
    let beside = path.with_extension(format!("{}.tmp", std::process::id()));
    let written = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(&beside)
        .and_then(|file| {
            let mut file = BufWriter::new(file);
            file.write_all(MARK)?;
            file.write_all(&program.bytes())?;
            file.write_all(&sum_of([body.as_slice()]))?;
            file.write_all(&body)?;
            file.flush()
        })
        .and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // What went wrong first is what is said.
        let _ = std::fs::remove_file(&beside);
    }
    written?;
    make_room(folder);
    Ok(())
}

/// Removes the caches that were written first, where there are too many. That one cannot be removed harms nobody.
fn make_room(folder: &Path) {
    let Ok(files) = std::fs::read_dir(folder) else {
        return;
    };
    let mut caches: Vec<(std::time::SystemTime, PathBuf)> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|e| e == "cache"))
        .filter_map(|path| Some((std::fs::metadata(&path).ok()?.modified().ok()?, path)))
        .collect();
    caches.sort_unstable();
    for (_, path) in caches.iter().rev().skip(MOST_FILES) {
        let _ = std::fs::remove_file(path);
    }
}
