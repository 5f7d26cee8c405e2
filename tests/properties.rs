//! Laws that hold for any text, and for every article of the corpus with holes torn into it.
#![cfg(all(feature = "html", feature = "docx"))]

#[path = "../fuzz/laws.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "a crate of its own where it is fuzzed, of which a test uses a part"
)]
mod laws;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crosscheck::finding::Finding;
use crosscheck::{Document, InputFormat, Report, analyze, compare};
use laws::{unordered, written};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// The same few cases on every run, so that the file takes seconds and a failure is the change's own;
/// `PROPTEST_CASES=5000` tries other ones, at random. A failing input is printed as small as it gets and belongs into a
/// test of its own, so none is stored.
fn cases() -> ProptestConfig {
    let wide = std::env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig::default();
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 200,
        cases: if wide { config.cases } else { 24 },
        rng_seed: if wide {
            config.rng_seed
        } else {
            RngSeed::Fixed(1)
        },
        ..config
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

/// The articles of each story, in the order of their names.
static STORIES: LazyLock<Vec<Vec<(String, InputFormat)>>> = LazyLock::new(|| {
    sorted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"))
        .into_iter()
        .filter(|path| path.is_dir())
        .map(|folder| {
            sorted(&folder)
                .into_iter()
                .map(|path| {
                    let format = match path.extension().and_then(|e| e.to_str()) {
                        Some("md") => InputFormat::Markdown,
                        _ => InputFormat::Text,
                    };
                    (std::fs::read_to_string(path).unwrap(), format)
                })
                .collect()
        })
        .collect()
});

fn documents(texts: &[(&str, InputFormat)]) -> Vec<Document> {
    texts
        .iter()
        .enumerate()
        .map(|(id, (text, format))| Document::new(id as u32, &format!("{id}.txt"), text, *format))
        .collect()
}

/// Every mention of the text is what stands at its span, and lies in its sentence.
fn spans_hold(text: &str, format: InputFormat) {
    laws::mentions_hold(&analyze(Document::new(0, "a.txt", text, format)));
}

/// Pieces that the parsers look for, and pieces that they do not expect beside them.
const PIECES: &[&str] = &[
    "$",
    "44",
    "44 million",
    "1,200.50",
    ".5",
    "10-15",
    "3-2",
    "2/3",
    "99999999999999999999999999999999",
    "1e400",
    "%",
    "per cent",
    "percent",
    "points",
    "km",
    "feet",
    "(200 feet)",
    "°C",
    "dozens",
    "hundreds of",
    "two-thirds",
    "half",
    "a",
    "an",
    "about",
    "more than",
    "at least",
    "nearly",
    "between",
    "and",
    "to",
    "aged",
    "30-year-old",
    "No.",
    "third",
    "21st",
    "Dec. 27",
    "27 December 2014",
    "2014-12-27",
    "31 February",
    "February 29, 2013",
    "Tuesday",
    "last",
    "3:30 p.m.",
    "25:99",
    "noon",
    "GMT",
    "U.S.",
    "Mr.",
    "Kim",
    "Jong-un",
    "Jong",
    "Un",
    "O'Brien",
    "'s",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "(",
    ")",
    "—",
    "–",
    "…",
    "...",
    ",",
    ".",
    "?",
    ";",
    ":",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200d}",
    "\u{301}",
    "\u{feff}",
    "\u{1b}[31m",
    "é",
    "東京",
    "👩‍👧",
    "ﬀ",
    "İ",
    "# ",
    "- ",
    "> ",
    "| ",
    "[",
    "](",
    "<b>",
    "&amp;",
    "```",
    "---\n",
    "the film",
    "said",
    "killed",
    "people",
    "were",
    "cost",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(
        (prop::sample::select(PIECES), prop::bool::weighted(0.7)),
        0..60,
    )
    .prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, spaced)| format!("{piece}{}", if spaced { " " } else { "" }))
            .collect()
    })
}

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), pieces(), "[ -~\\n]{0,300}"]
}

fn format() -> impl Strategy<Value = InputFormat> {
    prop_oneof![Just(InputFormat::Text), Just(InputFormat::Markdown)]
}

/// A story with each of its articles cut, doubled or filled at a few places.
fn torn_story() -> impl Strategy<Value = Vec<(String, InputFormat)>> {
    let edits = prop::collection::vec(
        (
            any::<prop::sample::Index>(),
            0..40_usize,
            prop::sample::select(PIECES),
        ),
        0..12,
    );
    (0..STORIES.len(), prop::collection::vec(edits, 4)).prop_map(|(story, edits)| {
        STORIES[story]
            .iter()
            .zip(edits)
            .map(|((text, format), edits)| {
                let mut text = text.clone();
                for (index, length, piece) in edits {
                    let from = text.floor_char_boundary(index.index(text.len() + 1));
                    let to = text.floor_char_boundary((from + length).min(text.len()));
                    text.replace_range(from..to.max(from), piece);
                }
                (text, *format)
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_text_makes_it_panic(a in anything(), b in anything(), format in format()) {
        written(&compare(documents(&[(&a, format), (&b, format), (&a, format)])));
        spans_hold(&a, format);
    }

    #[test]
    fn no_torn_article_makes_it_panic_and_its_spans_hold(story in torn_story()) {
        let texts: Vec<(&str, InputFormat)> = story.iter().map(|(t, f)| (t.as_str(), *f)).collect();
        written(&compare(documents(&texts)));
        for (text, format) in texts {
            spans_hold(text, format);
        }
    }

    #[test]
    fn the_order_of_two_documents_changes_no_finding(story in torn_story()) {
        let (a, b) = ((story[0].0.as_str(), story[0].1), (story[1].0.as_str(), story[1].1));
        let (there, back) = (compare(documents(&[a, b])), compare(documents(&[b, a])));
        prop_assert_eq!(unordered(&there), unordered(&back));
    }
}

#[test]
fn an_article_agrees_with_itself() {
    for (text, format) in STORIES.iter().flatten() {
        // What it contradicts itself in, it does with a copy beside it as well.
        let alone = compare(documents(&[(text, *format)]));
        let answers = |report: &Report| -> Vec<(String, Vec<String>)> {
            let findings = report.findings.iter();
            let shown = |f: &Finding| f.groups.iter().map(|g| g.display.clone()).collect();
            findings.map(|f| (f.rule.to_string(), shown(f))).collect()
        };
        let alone = answers(&alone);
        let report = compare(documents(&[(text, *format), (text, *format)]));
        let mut found = answers(&report);
        found.retain(|finding| !alone.contains(finding));
        assert!(
            found.is_empty(),
            "{:?}: {found:?}",
            &text[..text.floor_char_boundary(60)]
        );
    }
}

#[test]
fn the_order_of_the_articles_of_a_story_changes_no_finding() {
    for story in STORIES.iter() {
        for (i, (a, a_format)) in story.iter().enumerate() {
            for (b, b_format) in &story[i + 1..] {
                let (a, b) = ((a.as_str(), *a_format), (b.as_str(), *b_format));
                let (there, back) = (compare(documents(&[a, b])), compare(documents(&[b, a])));
                assert_eq!(unordered(&there), unordered(&back));
            }
        }
    }
}

#[test]
fn the_order_of_all_articles_of_a_story_changes_no_finding() {
    for story in STORIES.iter() {
        let mut texts: Vec<(&str, InputFormat)> =
            story.iter().map(|(t, f)| (t.as_str(), *f)).collect();
        // A value is shown as the first document writes it, so it is told by the fingerprint here.
        let fingerprints = |report: &Report| -> Vec<String> {
            let findings = report.findings.iter();
            let mut all: Vec<String> = findings.map(|f| f.fingerprint.clone()).collect();
            all.sort_unstable();
            all
        };
        let first = fingerprints(&compare(documents(&texts)));
        for _ in 0..2 {
            for _ in 0..texts.len() {
                texts.rotate_left(1);
                assert_eq!(first, fingerprints(&compare(documents(&texts))));
            }
            texts.reverse();
        }
    }
}

/// An article on another event may not change what two articles disagree on, wherever it stands.
#[test]
fn an_article_on_another_event_changes_no_finding() {
    for (i, story) in STORIES.iter().enumerate() {
        let two: Vec<(&str, InputFormat)> =
            story[..2].iter().map(|(t, f)| (t.as_str(), *f)).collect();
        let expected = unordered(&compare(documents(&two)));
        for other in (1..STORIES.len())
            .step_by(2)
            .map(|k| &STORIES[(i + k) % STORIES.len()])
        {
            let third = (other[0].0.as_str(), other[0].1);
            for at in [0, 2] {
                let mut three = two.clone();
                three.insert(at, third);
                let report = compare(documents(&three));
                assert_eq!(
                    expected,
                    unordered(&report),
                    "{}",
                    &third.0[..third.0.floor_char_boundary(60)]
                );
            }
        }
    }
}

/// A third article on the same event adds to a finding of two, and takes nothing from it but the whole: where it gives both
/// values as answers to two questions.
#[test]
fn a_third_article_on_the_event_takes_no_value_out_of_a_finding() {
    let values = |report: &Report| -> Vec<Vec<(String, String)>> {
        let findings = report.findings.iter().filter(|f| f.rule != "name-spelling");
        findings
            .map(|f| {
                let places = f.groups.iter().flat_map(|g| &g.occurrences);
                let mut places: Vec<(String, String)> = places
                    .map(|o| {
                        let source = &report.articles[o.span.source().index()].document.source;
                        let at = format!(
                            "{} {}",
                            &source.text()[..source.text().floor_char_boundary(200)],
                            o.span.start()
                        );
                        (at, source.slice(o.span).to_owned())
                    })
                    .collect();
                places.sort();
                places
            })
            .collect()
    };
    let mut missing = 0;
    for story in STORIES.iter().filter(|story| story.len() > 2) {
        let all: Vec<(&str, InputFormat)> = story.iter().map(|(t, f)| (t.as_str(), *f)).collect();
        let whole = values(&compare(documents(&all)));
        for (i, &a) in all.iter().enumerate() {
            for &b in &all[i + 1..] {
                for two in values(&compare(documents(&[a, b]))) {
                    let held = |one: &Vec<(String, String)>| two.iter().any(|p| one.contains(p));
                    let full = |one: &Vec<(String, String)>| two.iter().all(|p| one.contains(p));
                    if whole.iter().any(held) {
                        assert!(whole.iter().any(full), "{two:?}");
                    } else {
                        missing += 1;
                    }
                }
            }
        }
    }
    assert!(missing <= 2, "{missing}");
}

#[test]
fn the_output_is_the_same_on_every_run() {
    for story in STORIES.iter() {
        let texts: Vec<(&str, InputFormat)> = story.iter().map(|(t, f)| (t.as_str(), *f)).collect();
        let first = written(&compare(documents(&texts)));
        for _ in 0..3 {
            assert_eq!(first, written(&compare(documents(&texts))));
        }
    }
}

#[test]
fn every_place_of_a_finding_is_a_value_in_its_sentence() {
    for story in STORIES.iter() {
        let texts: Vec<(&str, InputFormat)> = story.iter().map(|(t, f)| (t.as_str(), *f)).collect();
        laws::findings_hold(&compare(documents(&texts)));
    }
}
