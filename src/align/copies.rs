//! Documents that are one text: the report of an agency as several papers print it, cut or edited here and there.
//!
//! They are one source however many print it, and what one of them changed is worth more than any other difference: nobody
//! doubts that the figures at one place of one text answer one question.
//!
//! Every two of many documents need not be compared for it: each is sampled by MinHash (A. Broder, "On the resemblance and
//! containment of documents", 1997), and only those that fall together in one of a few buckets are.

use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::{BuildHasher, BuildHasherDefault};

use crate::Article;
use crate::segment::{Text, TokenKind};

/// So many words in a row are a shingle. Fewer are phrases that all reports on one event share; more, and each edit of a copy
/// costs it too many of them.
const SHINGLE: usize = 5;

/// With fewer shingles two texts are alike by chance.
const FEWEST: usize = 40;

/// Two texts are one that share so much of all their shingles (Jaccard). A copy in which every twelfth word was changed
/// keeps this much; reports on one event by two writers, quotations included, share a tenth of it.
const ONE_TEXT: f64 = 0.6;

/// Bands of the sample, and numbers in a band: two documents meet if one band is equal. Of texts that share .6 of their
/// shingles 97 in a hundred do, of those that share .3 one in six, and these are then told apart exactly.
const BANDS: usize = 24;
const ROWS: usize = 4;

/// Of so few documents comparing each two takes less time than taking samples, and mostly says that none is another's copy.
const FEW: usize = 24;

/// Whether any two of the documents are one text.
fn any_is_copied(shingles: &[Vec<u64>]) -> bool {
    let enough = |own: &&Vec<u64>| own.len() >= FEWEST;
    let long: Vec<&Vec<u64>> = shingles.iter().filter(enough).collect();
    let copied = |at: usize| long[..at].iter().any(|x| jaccard(x, long[at]) >= ONE_TEXT);
    (0..long.len()).any(copied)
}

/// For each document the first one that has the same text: itself, where none before it has.
pub(super) fn originals(articles: &[Article]) -> Vec<usize> {
    let mut originals: Vec<usize> = (0..articles.len()).collect();
    if articles.len() <= FEW {
        let shingles: Vec<Vec<u64>> = articles.iter().map(plain_shingles).collect();
        if !any_is_copied(&shingles) {
            return originals;
        }
    }
    let shingles: Vec<Vec<u64>> = articles.iter().map(shingles).collect();
    let mut buckets: FxHashMap<(usize, [u64; ROWS]), usize> = FxHashMap::default();
    for (document, own) in shingles.iter().enumerate() {
        if own.len() < FEWEST {
            continue;
        }
        for (band, rows) in sample(own).into_iter().enumerate() {
            let first = *buckets.entry((band, rows)).or_insert(document);
            let (one, other) = (root(&originals, first), root(&originals, document));
            if one != other && jaccard(&shingles[first], own) >= ONE_TEXT {
                originals[one.max(other)] = one.min(other);
            }
        }
    }
    (0..articles.len()).map(|d| root(&originals, d)).collect()
}

fn root(originals: &[usize], mut document: usize) -> usize {
    while originals[document] != document {
        document = originals[document];
    }
    document
}

/// The hashes of every few words in a row, in lower case: sorted, each once.
fn shingles(article: &Article) -> Vec<u64> {
    let text = &article.text;
    let words = (0..text.tokens.len()).filter(|&t| is_word(text, t));
    let words: Vec<&str> = words.map(|t| text.lower(t)).collect();
    in_a_row(&words, |words| hash(words))
}

/// The same, by hashes that are made of one for each distinct word: quickly, and good enough to compare each two texts by them.
/// The samples go by the others.
fn plain_shingles(article: &Article) -> Vec<u64> {
    let text = &article.text;
    let words = text.by_word(|t| is_word(text, t).then(|| hash(text.lower(t))));
    let words: Vec<u64> = words.into_iter().flatten().collect();
    in_a_row(&words, |words| {
        words.iter().fold(0u64, |all, word| {
            all.rotate_left(13).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word
        })
    })
}

fn is_word(text: &Text, token: usize) -> bool {
    matches!(text.kind(token), Some(TokenKind::Word | TokenKind::Number))
}

/// The hashes of every few words in a row: sorted, each once.
fn in_a_row<T>(words: &[T], hash: impl Fn(&[T]) -> u64) -> Vec<u64> {
    let mut hashes: Vec<u64> = words.windows(SHINGLE).map(hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// A hash that is the same on every run.
fn hash<T: std::hash::Hash>(value: T) -> u64 {
    let hasher: BuildHasherDefault<rustc_hash::FxHasher> = BuildHasherDefault::default();
    mixed(hasher.hash_one(value))
}

/// Spreads the bits (the finalizer of MurmurHash3 by A. Appleby, public domain).
fn mixed(mut x: u64) -> u64 {
    x = (x ^ (x >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    x = (x ^ (x >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    x ^ (x >> 33)
}

/// The least hash of the shingles by each of some orders of all hashes, in bands.
///
/// An order is a multiplication by an odd number (M. Dietzfelbinger et al., "A reliable randomized algorithm for the
/// closest-pair problem", 1997): the hashes are spread well already, and there are a hundred orders of each.
fn sample(shingles: &[u64]) -> [[u64; ROWS]; BANDS] {
    let least = |order: usize| {
        let (factor, shift) = (mixed(2 * order as u64 + 1) | 1, mixed(2 * order as u64 + 2));
        let numbers = shingles.iter().map(|s| s.wrapping_mul(factor) ^ shift);
        // Said so it is three instructions a number, and there are some ten thousand; by `min` it is twenty.
        numbers.fold(
            u64::MAX,
            |least, number| if number < least { number } else { least },
        )
    };
    std::array::from_fn(|band| std::array::from_fn(|row| least(band * ROWS + row)))
}

fn jaccard(a: &[u64], b: &[u64]) -> f64 {
    // Of two texts whose lengths are too far apart one cannot be the other.
    if (a.len().min(b.len()) as f64) < ONE_TEXT * a.len().max(b.len()) as f64 {
        return 0.0;
    }
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    shared as f64 / (a.len() + b.len() - shared).max(1) as f64
}

/// The claims that stand at one place of a text which two documents have: in sentences that are the same but for the values,
/// each with the other document's.
pub(super) fn at_one_place(left: &Article, right: &Article) -> Vec<(usize, usize)> {
    let (ours, theirs) = (frames(left), frames(right));
    let mut by_frame: FxHashMap<&str, Vec<&Frame>> = FxHashMap::default();
    for frame in &theirs {
        by_frame.entry(&frame.words).or_default().push(frame);
    }
    let mut own: FxHashMap<&str, Vec<&Frame>> = FxHashMap::default();
    for frame in &ours {
        own.entry(&frame.words).or_default().push(frame);
    }
    let mut pairs = Vec::new();
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for frame in ours.iter().filter(|f| f.others >= FEWEST_WORDS) {
        let words = frame.words.as_str();
        let (Some(own), Some(theirs)) = (own.get(words), by_frame.get(words)) else {
            continue;
        };
        // Lines of a table: which is which cannot be told.
        if own.len() != theirs.len() || !seen.insert(words) {
            continue;
        }
        for (a, b) in own.iter().zip(theirs) {
            pairs.extend(a.claims.iter().copied().zip(b.claims.iter().copied()));
        }
    }
    pairs
}

/// A sentence with fewer other words may stand in two texts by chance: "He is 34."
const FEWEST_WORDS: usize = 4;

/// A sentence with its claims.
struct Frame {
    /// Its words in lower case, with the kind of each value in its place.
    words: String,
    /// How many words are no values.
    others: usize,
    claims: Vec<usize>,
}

fn frames(article: &Article) -> Vec<Frame> {
    let text = &article.text;
    let mut value_at: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    let mut sentences: Vec<usize> = Vec::new();
    for (index, claim) in article.claims.list.iter().enumerate() {
        for &mention in &claim.mentions {
            let mention = &article.mentions[mention];
            value_at.insert(mention.tokens.start, (index, mention.tokens.end));
            sentences.push(mention.sentence);
        }
    }
    sentences.sort_unstable();
    sentences.dedup();
    sentences
        .into_iter()
        .map(|sentence| {
            let tokens = text.sentences[sentence].tokens.clone();
            let mut frame = Frame {
                words: String::new(),
                others: 0,
                claims: Vec::new(),
            };
            let mut token = tokens.start;
            while token < tokens.end {
                match value_at.get(&token) {
                    Some(&(claim, end)) => {
                        frame.words.push('<');
                        frame.words.push_str(article.claims.list[claim].kind.name());
                        frame.claims.push(claim);
                        token = end.max(token + 1);
                    }
                    None => {
                        frame.words.push_str(text.lower(token));
                        frame.others += usize::from(text.kind(token) == Some(TokenKind::Word));
                        token += 1;
                    }
                }
                frame.words.push(' ');
            }
            frame
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::documents;
    use crate::{Report, analyze, compare};

    const WIRE: &str = "A ferry with 112 people on board sank off Ostby on Monday night, and 31 of them were killed, \
                        the coast guard said.\n\nThe captain, Viktor Harmenko, 54, told the rescuers that the cargo \
                        of 40 trucks had moved in the storm.\n\nThe mayor of Ostby said on Tuesday that the harbour \
                        would stay closed until all three were found. It was built in 1962 for $14 million and takes \
                        200 ships a year.";

    fn found(report: &Report) -> Vec<String> {
        let findings = report.findings.iter();
        findings
            .map(|f| {
                let values: Vec<&str> = f.groups.iter().map(|g| g.display.as_str()).collect();
                values.join(" / ")
            })
            .collect()
    }

    #[test]
    fn what_a_copy_changed_is_found_and_nothing_else() {
        let p = |written: &str, changed: &str| {
            let copy = WIRE.replace(written, changed);
            assert_ne!(copy, WIRE);
            for texts in [[WIRE, &copy], [&copy, WIRE]] {
                let report = compare(documents(&texts));
                assert_eq!(report.originals, [0, 0]);
                let mut expected = [written, changed];
                if texts[0] != WIRE {
                    expected.reverse();
                }
                assert_eq!(
                    found(&report),
                    [expected.join(" / ")],
                    "{written}: {changed}"
                );
            }
        };
        p("112", "121");
        p("31", "13");
        p("54", "45");
        p("40", "14");
        p("Tuesday", "Wednesday");
        p("three", "four");
        p("1962", "1926");
        p("$14 million", "$41 million");
        p("200", "300");
    }

    #[test]
    fn copies_are_told_from_other_reports_on_the_event() {
        let p = |texts: &[&str], expected: &[usize]| {
            let articles: Vec<Article> = documents(texts).into_iter().map(analyze).collect();
            assert_eq!(originals(&articles), expected, "{texts:?}");
        };
        let cut = WIRE.rsplit_once("\n\n").map_or("", |(first, _)| first);
        let longer = format!("OSTBY, Monday. {WIRE} More rain is expected in the west.");
        let other = "At least 31 people died when a ferry went down near Ostby in a storm on Monday, the coast guard \
                     said. Its captain blamed the cargo. Viktor Harmenko, who is 54, said that 40 trucks had come loose. \
                     The harbour is closed, and the mayor wants it to stay closed until the three who are missing are \
                     found by the divers.";
        p(&[WIRE, WIRE], &[0, 0]);
        p(&[WIRE, &longer, other], &[0, 0, 2]);
        p(&[other, WIRE, &longer], &[0, 1, 1]);
        p(&[WIRE, cut], &[0, 1]);
        // Too short to tell.
        p(
            &["A ferry sank off Ostby.", "A ferry sank off Ostby."],
            &[0, 1],
        );
    }

    #[test]
    fn a_copy_is_no_second_source_against_another_report() {
        let other = "A ferry with 115 people on board sank off Ostby on Monday night, the coast guard said. Viktor \
                     Harmenko, its captain, was saved.";
        let report = compare(documents(&[WIRE, WIRE, other]));
        assert_eq!(found(&report), ["112 / 115"]);
        assert_eq!(report.findings[0].groups[0].occurrences.len(), 2);
        let written = crate::report::text::report(&report, Default::default());
        assert!(
            written.contains("1.txt has the same text as 0.txt"),
            "{written}"
        );
        assert!(!written.contains("--> 1.txt"), "{written}");
        let one = compare(documents(&[WIRE, other]));
        assert_eq!(
            one.findings[0].confidence.to_bits(),
            report.findings[0].confidence.to_bits()
        );
        let original = |report: &crate::Report| {
            let story = crate::report::model::Story::of(report, Default::default(), None);
            story.documents[1].same_text_as
        };
        assert_eq!(original(&report), Some(0));
        assert_eq!(original(&one), None);
    }
}
