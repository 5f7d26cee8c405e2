//! A bench a stage, and one from end to end, over the articles of `corpus/`, in bytes of text per second.
//!
//! `cargo bench`; one of them: `cargo bench -- mention`.

use std::path::Path;

use crosscheck::claim::{self, Claims};
use crosscheck::mention::{self, Mention};
use crosscheck::resolve::{self, Resolved};
use crosscheck::segment::{self, Text};
use crosscheck::{Article, Document, InputFormat, align, judge};
use divan::{Bencher, black_box, counter::BytesCount};

fn main() {
    divan::main();
}

/// The articles of each story: name and content.
fn stories() -> Vec<Vec<(String, String)>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let sorted = |folder: &Path| {
        let entries = folder.read_dir().expect("the corpus is there");
        let mut paths: Vec<_> = entries.map(|e| e.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let folders = sorted(&corpus).into_iter().filter(|path| path.is_dir());
    folders
        .map(|folder| {
            let articles = sorted(&folder).into_iter().map(|path| {
                let content = std::fs::read_to_string(&path).expect("an article");
                (path.display().to_string(), content)
            });
            articles.collect()
        })
        .collect()
}

fn document((path, content): &(String, String)) -> Document {
    Document::new(0, path, content, InputFormat::Markdown)
}

fn documents() -> Vec<Document> {
    stories().iter().flatten().map(document).collect()
}

fn bytes(documents: &[Document]) -> BytesCount {
    BytesCount::new(documents.iter().map(|d| d.prose.len()).sum::<usize>())
}

#[divan::bench]
fn s1_read(bencher: Bencher) {
    let articles: Vec<(String, String)> = stories().into_iter().flatten().collect();
    bencher
        .counter(bytes(&documents()))
        .bench(|| articles.iter().map(document).collect::<Vec<Document>>());
}

#[divan::bench]
fn s2_segment(bencher: Bencher) {
    let documents = documents();
    let run = || documents.iter().map(segment::text).collect::<Vec<Text>>();
    bencher.counter(bytes(&documents)).bench(run);
}

#[divan::bench]
fn s3_mention(bencher: Bencher) {
    let documents = documents();
    let texts: Vec<Text> = documents.iter().map(segment::text).collect();
    let run = || {
        texts
            .iter()
            .map(mention::mentions)
            .collect::<Vec<Vec<Mention>>>()
    };
    bencher.counter(bytes(&documents)).bench(run);
}

#[divan::bench]
fn s4_resolve(bencher: Bencher) {
    let documents = documents();
    let texts: Vec<Text> = documents.iter().map(segment::text).collect();
    let mentions: Vec<Vec<Mention>> = texts.iter().map(mention::mentions).collect();
    bencher
        .counter(bytes(&documents))
        .with_inputs(|| mentions.clone())
        .bench_refs(|mentions| {
            let all = documents.iter().zip(&texts).zip(mentions);
            all.map(|((document, text), mentions)| resolve::resolve(document, text, mentions))
                .collect::<Vec<Resolved>>()
        });
}

#[divan::bench]
fn s5_claim(bencher: Bencher) {
    let documents = documents();
    let articles: Vec<Article> = documents.iter().cloned().map(crosscheck::analyze).collect();
    bencher.counter(bytes(&documents)).bench(|| {
        let all = articles.iter();
        all.map(|a| claim::claims(&a.text, &a.mentions, &a.resolved))
            .collect::<Vec<Claims>>()
    });
}

/// The stories with every document as far as it can be read by itself.
fn analyzed() -> Vec<Vec<Article>> {
    let stories = stories();
    let analyzed = |story: &Vec<(String, String)>| {
        let documents = story.iter().enumerate().map(|(i, (path, content))| {
            Document::new(i as u32, path, content, InputFormat::Markdown)
        });
        documents.map(crosscheck::analyze).collect()
    };
    stories.iter().map(analyzed).collect()
}

#[divan::bench]
fn s6_align(bencher: Bencher) {
    let stories = analyzed();
    bencher.counter(bytes(&documents())).bench(|| {
        for story in &stories {
            black_box(align::story(story));
        }
    });
}

#[divan::bench]
fn s7_judge(bencher: Bencher) {
    let stories = analyzed();
    let stories: Vec<_> = stories.iter().map(|story| align::story(story)).collect();
    bencher.counter(bytes(&documents())).bench(|| {
        for story in &stories {
            black_box(judge::judge(story, &crosscheck::Options::default()));
        }
    });
}

#[divan::bench]
fn extract(bencher: Bencher) {
    let documents = documents();
    bencher
        .counter(bytes(&documents))
        .with_inputs(|| documents.clone())
        .bench_values(|documents| {
            documents
                .into_iter()
                .map(crosscheck::extract)
                .collect::<Vec<Article>>()
        });
}

#[divan::bench]
fn compare(bencher: Bencher) {
    let stories: Vec<Vec<Document>> = analyzed()
        .into_iter()
        .map(|story| story.into_iter().map(|a| a.document).collect())
        .collect();
    bencher
        .counter(bytes(&documents()))
        .with_inputs(|| stories.clone())
        .bench_values(|stories| {
            for story in stories {
                black_box(crosscheck::compare(story));
            }
        });
}
