//! Fingerprints: the same disagreement keeps its own when other parts of the files change.

use rustc_hash::FxHashMap;

use crate::finding::Finding;

/// 64-bit FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) of the parts, as 16 hex digits. A part ends with a byte that no
/// text holds, so that "ab", "c" and "a", "bc" differ.
pub(crate) fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// Gives findings of one story that would have one fingerprint different ones, by their order. If they change places, the
/// same fingerprints are there.
pub(crate) fn tell_apart(findings: &mut [Finding]) {
    let mut count: FxHashMap<String, usize> = FxHashMap::default();
    for finding in findings {
        let number = count.entry(finding.fingerprint.clone()).or_default();
        *number += 1;
        if *number > 1 {
            finding.fingerprint = fingerprint([&*finding.fingerprint, &number.to_string()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_kept_apart() {
        assert_ne!(fingerprint(["ab", "c"]), fingerprint(["a", "bc"]));
        assert_eq!(fingerprint(["ab", "c"]).len(), 16);
    }
}
