//! Whether a file unpacks to more than a text may have.
//!
//! The crate that reads the file unpacks each part of it whole. So every part is unpacked here first, into nothing.

use flate2::{Decompress, FlushDecompress, Status};

/// All parts of a file together may not unpack to more than this: a book with its fonts and pictures does not.
const MOST: u64 = 1 << 30;

/// Nor to more than this many times the size of the file, beyond what any file may.
const RATIO: u64 = 200;
const ANY: u64 = 64 << 20;

pub(super) fn is_bomb(bytes: &[u8]) -> bool {
    // What is packed twice can be a thousand times a thousand times as large, and no program packs twice.
    if is_packed_twice(bytes) {
        return true;
    }
    let most = (bytes.len() as u64).saturating_mul(RATIO).clamp(ANY, MOST);
    let mut sum = 0u64;
    let mut nothing = vec![0; 1 << 16];
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let rest = bytes.get(at + b"stream".len()..).unwrap_or(&[]);
        let rest = rest.trim_ascii_start();
        // The first byte of such a part names the way it is packed, in all but name.
        if rest.first().is_some_and(|b| b & 0x0f == 8) {
            sum += unpacked(rest, most - sum, &mut nothing);
            if sum >= most {
                return true;
            }
        }
    }
    false
}

/// To how many bytes a part unpacks, no more than `most` being counted.
fn unpacked(mut packed: &[u8], most: u64, nothing: &mut [u8]) -> u64 {
    let mut state = Decompress::new(true);
    loop {
        let (before, taken) = (state.total_out(), state.total_in());
        let status = state.decompress(packed, nothing, FlushDecompress::None);
        let out = state.total_out();
        let used = usize::try_from(state.total_in() - taken).unwrap_or(packed.len());
        packed = packed.get(used..).unwrap_or(&[]);
        let stuck = out == before && used == 0;
        match status {
            Ok(Status::Ok | Status::BufError) if !stuck && out < most => {}
            _ => return out.min(most),
        }
    }
}

fn is_packed_twice(bytes: &[u8]) -> bool {
    let names: [&[u8]; 2] = [b"/FlateDecode", b"/Fl"];
    memchr::memmem::find_iter(bytes, b"/FlateDecode").any(|at| {
        let rest = bytes
            .get(at + b"/FlateDecode".len()..)
            .unwrap_or(&[])
            .trim_ascii_start();
        names.iter().any(|name| rest.starts_with(name))
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn what_unpacks_to_more_than_a_text_is_told() {
        let packed = |bytes: usize| {
            let mut encoder =
                flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            encoder.write_all(&vec![b' '; bytes]).unwrap();
            [
                b"%PDF-1.4\n1 0 obj <<>> stream\r\n".to_vec(),
                encoder.finish().unwrap(),
            ]
            .concat()
        };
        assert!(!is_bomb(&packed(1 << 20)));
        assert!(is_bomb(&packed(80 << 20)));
        assert!(is_bomb(b"/Filter [/FlateDecode /FlateDecode]"));
        assert!(!is_bomb(b"stream"));
        assert!(!is_bomb(b"stream\nx\x9c damaged"));
    }
}
