//! The laws of the fuzz targets on files that are damaged at random, without a fuzzer: the same ones on every run.
//!
//! `CROSSCHECK_MUTATIONS=100000 cargo test --release --test mutations` goes on for longer, and with other files for another
//! `CROSSCHECK_SEED`. What fails is printed as it can be written into a test.
#![cfg(all(feature = "html", feature = "docx"))]

#[path = "../fuzz/laws.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "a crate of its own where it is fuzzed, of which a test uses a part"
)]
mod laws;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use laws::TARGETS;

/// So many damaged files of each seed, unless more are asked for: seconds in all.
const MUTATIONS: u64 = 60;

/// No file of a few thousand bytes takes longer, without optimization and on a machine with much else to do.
const BOUND: Duration = Duration::from_secs(60);

/// Pieces that some parser looks for.
const PIECES: [&[u8]; 40] = [
    b"<",
    b">",
    b"&#",
    b"&amp",
    b"</p>",
    b"<p>",
    b"<!--",
    b"-->",
    b"<table>",
    b"</article>",
    b"\"",
    b"'",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x99",
    b"\n",
    b"\n\n",
    b"\r\n",
    b"\t",
    b"\xff",
    b"\xcc\x81",
    b"\xe2\x80\x8b",
    b"\xc2\xad",
    b"\xc2\xa0",
    b"\xf0\x9f\x98\x80",
    b"---\n",
    b"```\n",
    b"[^1]",
    b"| ",
    b"- ",
    b"> ",
    b"$44 million",
    b" to ",
    b"(",
    b"99999999999999999999999999999999",
    b"2/3",
    b"%",
    b", ",
    b"31 February 2014",
    b"Mr. Kim",
    b"\n=====\n",
];

/// Small numbers that look random: xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end.max(1) as u64)).unwrap_or(0)
    }

    /// A place between two bytes.
    fn place(&mut self, bytes: &[u8]) -> usize {
        self.below(bytes.len() + 1)
    }

    /// Damages the bytes in one way.
    fn damage(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        let at = self.place(bytes);
        let to = (at + self.below(40)).min(bytes.len());
        let piece = PIECES[self.below(PIECES.len())];
        match self.below(8) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(self.below(256)).unwrap_or(0);
                }
            }
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..to)),
            3 => {
                let part = bytes[at..to].to_vec();
                let into = self.place(bytes);
                bytes.splice(into..into, part);
            }
            // The same many times: what is not bounded grows.
            4 => drop(bytes.splice(at..at, piece.repeat(self.below(30)))),
            5 => {
                let from = self.place(other);
                let part = &other[from..(from + self.below(60)).min(other.len())];
                bytes.splice(at..to, part.iter().copied());
            }
            _ => drop(bytes.splice(at..at, piece.iter().copied())),
        }
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The files of a folder, by name.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(target);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let read = paths.iter().map(|path| std::fs::read(path).unwrap());
    read.collect()
}

fn hold(name: &str, law: laws::Target, bytes: &[u8]) {
    let start = Instant::now();
    let shown = || format!("b\"{}\"", bytes.escape_ascii());
    if catch_unwind(AssertUnwindSafe(|| law(bytes))).is_err() {
        panic!("`{name}` does not hold for {}", shown());
    }
    let taken = start.elapsed();
    assert!(taken < BOUND, "`{name}` takes {taken:?} for {}", shown());
}

#[test]
fn the_laws_hold_for_whole_files_and_for_damaged_ones() {
    let mut random = Random(
        number("CROSSCHECK_SEED")
            .unwrap_or(0x9e37_79b9_7f4a_7c15)
            .max(1),
    );
    let mutations = number("CROSSCHECK_MUTATIONS").unwrap_or(MUTATIONS);
    for (name, law) in TARGETS {
        let seeds = seeds(name);
        hold(name, law, b"");
        for seed in &seeds {
            hold(name, law, seed);
            for _ in 0..mutations {
                let mut bytes = seed.clone();
                for _ in 0..=random.below(6) {
                    let other = random.below(seeds.len());
                    random.damage(&mut bytes, &seeds[other]);
                }
                hold(name, law, &bytes);
            }
        }
    }
}
