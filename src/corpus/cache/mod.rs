//! What a check keeps for the next one: of each document what tells its story, of each story what was found in it.
//!
//! Everything is kept by what it was made from: the bytes of the documents, their names, what was asked for, and the program
//! itself, so that nothing can be out of date and nobody has to clear anything. What the settings allow or leave out is applied
//! behind it, as are baselines and formats: changing them changes no key. A run keeps what it used and drops the rest, in one
//! file for each body of documents: there is nothing to tidy.
//!
//! Why a file that is written whole, and no data base: two runs at once then need no lock. Both read what was there and each
//! puts its own in its place; whichever is last stays, and neither is ever half written. At 100,000 articles the file has some
//! 100 MB, which is written in a fraction of a second, and only where something changed.

mod file;
mod place;
mod story;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use serde::de::DeserializeOwned;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

pub use self::place::folder;
pub use self::story::Kept;

use self::file::Contents;

/// What something was made from, in 128 bits: no two things of all that are ever checked have the same by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(u128);

impl Key {
    /// The key of bytes.
    pub fn of(bytes: &[u8]) -> Key {
        Key(xxh3_128(bytes))
    }

    /// The key of all these parts, in this order.
    pub fn all<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Key {
        let mut hash = Xxh3::new();
        for part in parts {
            // With its length, so that no part can run into the next.
            hash.update(&(part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Key(hash.digest128())
    }

    /// Its bytes, to make another key of.
    pub fn bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }
}

/// What was kept by the runs before, and what this one adds.
#[derive(Debug)]
pub struct Cache {
    path: PathBuf,
    /// The program that keeps it: no other one's findings are taken.
    program: Key,
    old: Contents,
    /// Which of what was there this run has used.
    used: Vec<AtomicBool>,
    new: Mutex<Vec<(Key, Vec<u8>)>>,
}

impl Cache {
    /// Opens what is kept in `folder` for the body of documents that is called `body`; and what to say where there is something
    /// that cannot be used. It is empty then, as on the first run.
    pub fn open(folder: &Path, body: Key) -> (Cache, Option<String>) {
        let path = folder.join(format!("{:032x}.cache", body.0));
        let program = place::program();
        let (old, damaged) = file::read(&path, program);
        let note = damaged.then(|| {
            format!(
                "the cache `{}` is damaged or none of this program's; it is made anew",
                path.display()
            )
        });
        let cache = Cache {
            used: std::iter::repeat_with(AtomicBool::default)
                .take(old.len())
                .collect(),
            path,
            program,
            old,
            new: Mutex::default(),
        };
        (cache, note)
    }

    /// What was kept under the key.
    pub fn get<T: DeserializeOwned>(&self, key: Key) -> Option<T> {
        let (number, bytes) = self.old.get(key)?;
        let found = postcard::from_bytes(bytes).ok()?;
        self.used[number].store(true, Ordering::Relaxed);
        Some(found)
    }

    /// Keeps something under the key. What cannot be written down is not kept.
    pub fn put(&self, key: Key, value: &impl Serialize) {
        if let Ok(bytes) = postcard::to_stdvec(value)
            && let Ok(mut new) = self.new.lock()
        {
            new.push((key, bytes));
        }
    }

    /// Writes what this run used and added, and with `all` what it did not use, too: a run over a part of the documents says
    /// nothing of the others. Where nothing changed, nothing is written.
    ///
    /// # Errors
    /// When it cannot be written; the next run then has what this one found.
    pub fn finish(self, all: bool) -> std::io::Result<()> {
        let mut new = self.new.into_inner().unwrap_or_default();
        let used = |number: usize| self.used[number].load(Ordering::Relaxed);
        let kept = || (0..self.old.len()).filter(|&number| all || used(number));
        if new.is_empty() && kept().count() == self.old.len() {
            return Ok(());
        }
        // Threads add in any order, and two stories of the same documents add the same.
        new.sort_unstable();
        new.dedup_by_key(|(key, _)| *key);
        let old = kept().filter_map(|number| self.old.at(number));
        let old = old.filter(|(key, _)| new.binary_search_by_key(key, |(k, _)| *k).is_err());
        let added = new.iter().map(|(key, bytes)| (*key, bytes.as_slice()));
        file::write(&self.path, self.program, old.chain(added))
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::scratch::Scratch;

    fn keys() -> [Key; 3] {
        [b"a", b"b", b"c"].map(|bytes| Key::of(bytes))
    }

    #[test]
    fn a_run_finds_what_the_last_one_kept_and_drops_what_it_does_not_use() {
        let folder = Scratch::new(&[]);
        let [a, b, c] = keys();
        let open = || Cache::open(folder.path(), a);
        let (cache, note) = open();
        assert_eq!((cache.get::<String>(a), note), (None, None));
        cache.put(a, &"one");
        cache.put(b, &"two");
        cache.finish(false).unwrap();
        let (cache, note) = open();
        assert_eq!(note, None);
        assert_eq!(cache.get::<String>(a).as_deref(), Some("one"));
        cache.put(c, &"three");
        cache.finish(false).unwrap();
        let (cache, _) = open();
        assert_eq!(cache.get::<String>(b), None, "nobody used it");
        assert_eq!(cache.get::<String>(c).as_deref(), Some("three"));
        cache.finish(true).unwrap();
        assert_eq!(open().0.get::<String>(a).as_deref(), Some("one"));
    }

    #[test]
    fn what_is_no_cache_is_said_once_and_made_anew() {
        let folder = Scratch::new(&[]);
        let [a, b, _] = keys();
        let (cache, _) = Cache::open(folder.path(), a);
        let path = cache.path().to_owned();
        cache.put(b, &(1..99).collect::<Vec<u32>>());
        cache.finish(false).unwrap();
        let whole = std::fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            std::fs::write(&path, &damaged).unwrap();
            let (cache, _) = Cache::open(folder.path(), a);
            assert_eq!(cache.get::<Vec<u32>>(b), None, "byte {at}");
        }
        for bytes in [
            &b""[..],
            b"a letter to the editor",
            &whole[..whole.len() - 1],
        ] {
            std::fs::write(&path, bytes).unwrap();
            let (cache, note) = Cache::open(folder.path(), a);
            assert!(note.unwrap().contains("made anew"));
            cache.put(b, &7u8);
            cache.finish(false).unwrap();
            let (cache, note) = Cache::open(folder.path(), a);
            assert_eq!((cache.get::<u8>(b), note), (Some(7), None));
        }
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let all = |parts: &[&str]| Key::all(parts.iter().map(|p| p.as_bytes()));
        assert_ne!(all(&["ab", "c"]), all(&["a", "bc"]));
        assert_ne!(all(&["ab"]), all(&["ab", ""]));
        assert_eq!(all(&["ab", "c"]), all(&["ab", "c"]));
    }
}
