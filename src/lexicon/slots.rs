//! Where the lines of a word list begin, by the hash of their words: laid out by `build.rs`, read by [`super::list`].
//!
//! Made outside the compiler, since it runs constant functions ten thousand times slower: the lists together took it a minute.

/// The bits of a slot that tell where a line begins, counted from 1; those above them tell its word from most others. 0 is an
/// empty slot.
pub(crate) const PLACE: u32 = (1 << 24) - 1;

/// Puts each line of a file into the first free slot from that of its word on. There is a power of two of slots, and one in
/// four is empty at least; each takes four bytes.
#[cfg_attr(not(test), allow(dead_code, reason = "the build script calls it"))]
pub(crate) fn lay_out(file: &str) -> Vec<u8> {
    let entries = entries(file);
    let count = (entries.lines().count() * 4 / 3 + 1).next_power_of_two();
    let mut slots = vec![0; count];
    let mut start = 0;
    for line in entries.split_inclusive('\n') {
        let word = line.split(['\t', '\n']).next().unwrap_or("");
        let (mut at, tag) = slot(word.as_bytes(), count);
        while slots[at] != 0 {
            at = (at + 1) % count;
        }
        slots[at] = tag | (start as u32 + 1);
        start += line.len();
    }
    assert!(start < PLACE as usize, "the list is too long for its slots");
    slots.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// The slot that a word is looked for in first, of a power of two of them, and the tag that it has there.
#[inline]
pub(crate) fn slot(word: &[u8], count: usize) -> (usize, u32) {
    let hash = hash(word);
    ((hash >> 32) as usize & (count - 1), hash as u32 & !PLACE)
}

/// Mixes eight bytes at a time: words are short, and a step a byte would take longer than all else.
#[inline]
fn hash(word: &[u8]) -> u64 {
    let (chunks, rest) = word.as_chunks();
    let start = word.len() as u64;
    let hash = chunks
        .iter()
        .fold(start, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    // The bytes of the end, some of them twice where there are three or less, or five to seven.
    let end = match (rest.first_chunk(), rest.last_chunk(), rest) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        (_, _, [first, .., last]) => {
            u64::from(*first) << 16 | u64::from(rest[rest.len() / 2]) << 8 | u64::from(*last)
        }
        (_, _, [only]) => u64::from(*only),
        (_, _, []) => 0,
    };
    mix(hash, end)
}

#[inline]
fn mix(hash: u64, bytes: u64) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let product = u128::from(hash ^ bytes) * u128::from(ODD);
    (product >> 64) as u64 ^ product as u64
}

/// The line of a file that names its columns, and what follows: before it are comments.
pub(crate) const fn parts(file: &str) -> (&str, &str) {
    let bytes = file.as_bytes();
    let mut start = 0;
    loop {
        let mut end = start;
        while end < bytes.len() && bytes[end] != b'\n' {
            end += 1;
        }
        let (before, rest) = file.split_at(end);
        if end == bytes.len() || bytes[start] != b'#' {
            let columns = before.split_at(start).1;
            let rest = if rest.is_empty() {
                ""
            } else {
                rest.split_at(1).1
            };
            return (columns, rest);
        }
        start = end + 1;
    }
}

/// The part of a file after its comments and the line that names its columns.
pub(crate) const fn entries(file: &str) -> &str {
    parts(file).1
}
