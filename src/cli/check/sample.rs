//! Findings drawn by lot, to judge on one's own corpus how many are right.
//!
//! The lot of a finding is made of its story, its fingerprint and the seed, and the lowest lots are drawn: the sample does not
//! depend on the order in which stories are compared, and stays what it was when other stories join the corpus.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::Report;
use crate::report::tally::counted;

/// A sample while it is drawn. It holds no more reports than findings.
pub(super) struct Sample {
    size: usize,
    seed: u64,
    seen: usize,
    /// The lowest lots, with the numbers of the part and of the finding in it.
    lots: BTreeSet<(u64, usize, usize)>,
    reports: BTreeMap<usize, Report>,
}

impl Sample {
    pub(super) fn new(size: usize, seed: u64) -> Sample {
        Sample {
            size,
            seed,
            seen: 0,
            lots: BTreeSet::new(),
            reports: BTreeMap::new(),
        }
    }

    /// Draws lots for the findings of a part of the corpus.
    pub(super) fn add(&mut self, part: usize, story: &str, report: Report) {
        self.seen += report.findings.len();
        for (index, finding) in report.findings.iter().enumerate() {
            let lot = lot(self.seed, story, &finding.fingerprint);
            self.lots.insert((lot, part, index));
        }
        self.reports.insert(part, report);
        while self.lots.len() > self.size {
            self.lots.pop_last();
        }
        let drawn: BTreeSet<usize> = self.lots.iter().map(|&(_, part, _)| part).collect();
        self.reports.retain(|part, _| drawn.contains(part));
    }

    /// How many were drawn of how many.
    pub(super) fn summary(&self) -> String {
        format!(
            "shown: {} of {}, drawn by lot (--seed {})\n",
            self.lots.len(),
            counted(self.seen, "finding", "findings"),
            self.seed
        )
    }

    /// The reports, by the number of the part, with the findings that were drawn.
    pub(super) fn drawn(self) -> BTreeMap<usize, Report> {
        let mut reports = self.reports;
        for (&part, report) in &mut reports {
            let mut index = 0;
            report.findings.retain(|_| {
                index += 1;
                let drawn = |&(_, p, i): &(u64, usize, usize)| (p, i + 1) == (part, index);
                self.lots.iter().any(drawn)
            });
        }
        reports
    }
}

/// A number that looks like chance and is the same on every run: FNV-1a of the parts, its bits spread as SplitMix64 does
/// (S. Vigna, public domain).
fn lot(seed: u64, story: &str, fingerprint: &str) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let parts = [story.as_bytes(), &[0xff], fingerprint.as_bytes()];
    for &byte in seed.to_le_bytes().iter().chain(parts.into_iter().flatten()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::documents;

    fn drawn(size: usize, seed: u64, parts: &[usize]) -> Vec<String> {
        let mut sample = Sample::new(size, seed);
        for &part in parts {
            let texts = [
                "The bridge cost $44 million.",
                "The bridge cost $75 million.",
            ];
            let report = crate::compare(documents(&texts));
            assert_eq!(report.findings.len(), 1);
            sample.add(part, &format!("story {part}"), report);
        }
        let reports = sample.drawn();
        assert!(reports.values().all(|r| r.findings.len() == 1));
        reports.keys().map(|part| part.to_string()).collect()
    }

    #[test]
    fn a_sample_depends_on_the_seed_and_not_on_the_order() {
        let first = drawn(3, 1, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(first.len(), 3);
        assert_eq!(drawn(3, 1, &[9, 8, 7, 6, 5, 4, 3, 2, 1, 0]), first);
        assert_ne!(drawn(3, 2, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), first);
        assert_eq!(drawn(20, 1, &[0, 1, 2]), ["0", "1", "2"]);
    }
}
