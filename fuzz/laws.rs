//! What holds for any bytes whatever, a function for each way into the program: the fuzz targets call them with what a fuzzer
//! thinks of, and the tests with files that they damage themselves, on stable Rust and within seconds.
//!
//! Each reads or refuses its bytes and asks of what was read what every later stage builds on. A law that does not hold panics.

use std::io::{Cursor, Write};
use std::path::Path;

use crosscheck::config::{load, show};
use crosscheck::corpus::baseline::{Baseline, Scope};
use crosscheck::finding::Level;
use crosscheck::judge::why::Place;
use crosscheck::read::{records, text_of};
use crosscheck::report::paths::Paths;
use crosscheck::report::{
    Detail, candidates, claims, csv, github, html, json, jsonl, junit, markdown, model, sarif,
    table, text, why,
};
use crosscheck::verify::verify;
use crosscheck::{Article, Document, InputFormat, Options, Report, compare, compare_with, extract};

/// A way into the program.
pub type Target = fn(&[u8]);

/// All of them, by the names of the fuzz targets and of the folders of their seeds.
pub const TARGETS: [(&str, Target); 9] = [
    ("baseline", baseline),
    ("config", config),
    ("diff", diff),
    ("extract", mentions),
    ("read_docx", read_docx),
    ("read_html", read_html),
    ("read_jsonl", read_jsonl),
    ("read_md", read_md),
    ("read_text", read_text),
];

/// A text file in any encoding, or what is none.
pub fn read_text(bytes: &[u8]) {
    read("a.txt", bytes, InputFormat::Text);
}

/// Markdown.
pub fn read_md(bytes: &[u8]) {
    read("a.md", bytes, InputFormat::Markdown);
}

/// A web page.
pub fn read_html(bytes: &[u8]) {
    read("a.html", bytes, InputFormat::Html);
}

/// A Word document: a package as it is, or the part of one that holds the text, which is packed first.
pub fn read_docx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return read("a.docx", bytes, InputFormat::Docx);
    }
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let packed = package
        .start_file("word/document.xml", options)
        .and_then(|()| Ok(package.write_all(bytes)?))
        .and_then(|()| package.finish());
    read(
        "a.docx",
        packed.expect("memory can be written to").get_ref(),
        InputFormat::Docx,
    );
}

/// Documents as JSON Lines.
pub fn read_jsonl(bytes: &[u8]) {
    let lines = String::from_utf8_lossy(bytes);
    let documents = records(Path::new("a.jsonl"), &lines).flatten();
    for (number, document) in documents.enumerate() {
        assert_eq!(document.source.id().index(), number);
        blocks_hold(&document);
    }
}

/// Everything that is found in one document by itself.
pub fn mentions(bytes: &[u8]) {
    if let Ok(document) = open("a.txt", bytes, InputFormat::Text) {
        mentions_hold(&extract(document));
    }
}

/// What parts the two documents of [`diff`].
pub const PARTED: &str = "\n=====\n";

/// Two documents, compared with each other, in both orders, each with itself, and one held to the other.
pub fn diff(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (a, b) = text.split_once(PARTED).unwrap_or((&text, &text));
    let document = |id, text| Document::new(id, &format!("{id}.txt"), text, InputFormat::Text);
    let pair = |a, b| compare(vec![document(0, a), document(1, b)]);
    let report = pair(a, b);
    findings_hold(&report);
    written(&report);
    assert_eq!(unordered(&report), unordered(&pair(b, a)));
    let between = Options {
        no_self: true,
        ..Options::default()
    };
    let same = compare_with(vec![document(0, a), document(1, a)], &between);
    assert!(same.findings.is_empty(), "{:?}", same.findings);
    let verification = verify(document(0, a), vec![document(1, b)]);
    for claim in verification.claims() {
        assert_eq!(claim.place.span.source().index(), 0, "{claim:?}");
    }
}

/// A file of settings. What is shown of it is read back as the same.
pub fn config(bytes: &[u8]) {
    let path = Path::new("/corpus/crosscheck.toml");
    let settings = |text: &str| {
        // No other file is there to be extended.
        load(path, Path::new("/corpus"), |asked| match asked == path {
            true => Ok(text.to_owned()),
            false => text_of(Path::new("/corpus/is/not/there.toml")),
        })
    };
    let Ok(given) = settings(&String::from_utf8_lossy(bytes)) else {
        return;
    };
    let again = |shown: &str| match settings(shown) {
        Ok(settings) => show(&settings),
        Err(errors) => panic!("{errors:?} in {shown}"),
    };
    // What is shown says where each value comes from, which is settled when it has been shown once.
    let shown = again(&show(&given));
    assert_eq!(again(&shown), shown);
}

/// A list of accepted findings. What is written of it is read back as the same.
pub fn baseline(bytes: &[u8]) {
    let path = Path::new("/corpus/baseline.json");
    let parsed = |text: &str| Baseline::parse(path, text);
    let Ok(mut baseline) = parsed(&String::from_utf8_lossy(bytes)) else {
        return;
    };
    let scope = Scope {
        roots: vec!["/corpus".into()],
        selected: false,
    };
    let written = |baseline: &mut Baseline| {
        baseline.begin(&[], &scope);
        baseline.written(Vec::new(), true)
    };
    let first = written(&mut baseline);
    let mut again = parsed(&first).expect("what is written can be read");
    assert_eq!(written(&mut again), first);
}

fn open(name: &str, bytes: &[u8], format: InputFormat) -> Result<Document, crosscheck::Error> {
    Document::from_bytes(0, Path::new(name), bytes.to_vec(), format)
}

fn read(name: &str, bytes: &[u8], format: InputFormat) {
    if let Ok(document) = open(name, bytes, format) {
        blocks_hold(&document);
        mentions_hold(&extract(document));
    }
}

/// Blocks stand in order and hold text, and every place is one of the file.
fn blocks_hold(document: &Document) {
    let source = &document.source;
    assert_eq!(document.prose.len(), source.text().len());
    let lines = source.line_count().max(1);
    let mut before = 0;
    for block in &document.blocks {
        assert!(block.span.start() >= before, "{block:?}");
        assert!(
            document.prose.get(block.span.range()).is_some(),
            "{block:?}"
        );
        before = block.span.end();
        let (line, column) = source.line_column(block.span.start());
        assert!((1..=lines).contains(&line), "{line} of {lines}");
        assert!(column >= 1);
    }
    for left_out in &document.left_out {
        let line = left_out.place.line as usize;
        assert!((1..=lines).contains(&line), "{left_out:?} of {lines}");
    }
}

/// Every mention is what stands at its span, in text order, inside its sentence.
pub fn mentions_hold(article: &Article) {
    let source = &article.document.source;
    let entities = &article.resolved.entities;
    let mut named: Vec<usize> = entities.iter().flat_map(|e| &e.mentions).copied().collect();
    let count = named.len();
    named.sort_unstable();
    named.dedup();
    assert_eq!(named.len(), count, "a mention names two entities");
    table::furniture(article);
    table::mentions(article);
    let mut lines = Vec::new();
    json::mentions(article, &mut lines).expect("memory can be written to");
    let lines = String::from_utf8(lines).expect("JSON is text");
    assert_eq!(lines.lines().count(), article.mentions.len());
    let mut before = 0;
    for (mention, line) in article.mentions.iter().zip(lines.lines()) {
        let slice = source.slice(mention.span);
        assert!(!slice.is_empty() && slice.trim() == slice, "{line}");
        assert!(mention.span.start() >= before, "not in text order: {line}");
        before = mention.span.start();
        let sentence = article.text.sentences[mention.sentence].span;
        assert!(sentence.start() <= mention.span.start(), "{line}");
        let line: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
        let number = |key: &str| line[key].as_u64().and_then(|n| usize::try_from(n).ok());
        let range = number("start").zip(number("end")).map(|(a, b)| a..b);
        let told = range.and_then(|range| source.text().get(range));
        assert_eq!(told, line["text"].as_str(), "{line}");
    }
}

/// Every place of a finding is a mention in its sentence, and a finding has two answers or more.
pub fn findings_hold(report: &Report) {
    for finding in report.findings.iter().chain(&report.agreements) {
        assert!(!finding.groups.is_empty(), "{finding:?}");
        for group in &finding.groups {
            assert!(!group.occurrences.is_empty(), "{finding:?}");
            for occurrence in &group.occurrences {
                let article = &report.articles[occurrence.span.source().index()];
                assert!(!article.document.source.slice(occurrence.span).is_empty());
                assert!(
                    article.mentions.iter().any(|m| m.span == occurrence.span),
                    "{finding:?}"
                );
                assert_eq!(occurrence.span.source(), occurrence.sentence.source());
            }
        }
    }
    for finding in &report.findings {
        // Each place gives one answer.
        let places = finding.groups.iter().flat_map(|g| &g.occurrences);
        let mut places: Vec<_> = places.map(|o| o.span).collect();
        let count = places.len();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), count, "{finding:?}");
        // "Monday, July 3" is wrong in itself.
        let alone = finding.rule == "weekday-date" && finding.groups.len() == 1;
        assert!(finding.groups.len() > 1 || alone, "{finding:?}");
        assert!((0.0..=1.0).contains(&finding.confidence), "{finding:?}");
        assert_eq!(finding.fingerprint.len(), 16, "{finding:?}");
    }
}

/// What is printed as JSON is read back as what was found: as many findings, each mention with the text at its place.
fn json_holds(report: &Report, printed: &str) {
    let printed: serde_json::Value = serde_json::from_str(printed).expect("a report is an object");
    let findings = printed["findings"].as_array().expect("it lists findings");
    assert_eq!(findings.len(), report.findings.len());
    for (found, printed) in report.findings.iter().zip(findings) {
        assert_eq!(printed["rule"].as_str(), Some(found.rule));
        assert_eq!(
            printed["fingerprint"].as_str(),
            Some(found.fingerprint.as_str())
        );
        for (group, printed) in found
            .groups
            .iter()
            .zip(printed["groups"].as_array().into_iter().flatten())
        {
            assert_eq!(printed["display"].as_str(), Some(group.display.as_str()));
            let mentions = printed["mentions"].as_array().expect("it lists mentions");
            assert_eq!(mentions.len(), group.occurrences.len());
            for (o, printed) in group.occurrences.iter().zip(mentions) {
                let source = &report.articles[o.span.source().index()].document.source;
                assert_eq!(
                    printed["start"].as_u64(),
                    u64::try_from(o.span.start()).ok()
                );
                assert_eq!(printed["text"].as_str(), Some(source.slice(o.span)));
            }
        }
    }
}

/// So many mentions of a document are asked about.
const ASKED: usize = 8;

/// Everything that is ever written about a report.
pub fn written(report: &Report) -> String {
    let all = Detail {
        agreements: true,
        only_in: true,
        allowed: true,
        explain: true,
        texts: true,
        claims: true,
        width: Some(60),
    };
    let mut output = text::report(report, all);
    let told = model::Report::new([model::Story::of(report, all, None)]);
    let paths = Paths::default();
    json_holds(report, &json::report(&told));
    output.extend([
        json::report(&told),
        jsonl::report(&told),
        markdown::report(&told),
        sarif::report(&told, &paths),
        github::report(&told, &paths),
        junit::report(&told, Level::Note, &paths),
        csv::report(&told),
        claims::csv(&told),
        html::report(&told),
    ]);
    let places = |article: usize| -> Vec<Place> {
        let mentions = report.articles[article].mentions.len();
        let few = (0..mentions).step_by(mentions / ASKED + 1);
        few.map(|mention| Place { article, mention }).collect()
    };
    let last = report.articles.len() - 1;
    let pairs = why::pairs(report, &[places(0), places(last)]);
    output.push_str(&why::text(report, &pairs, false));
    output.push_str(&why::json(report, &pairs));
    output.push_str(&candidates::candidates(&report.articles));
    for article in &report.articles {
        output.push_str(&table::tokens(article));
        output.push_str(&table::mentions(article));
        output.push_str(&table::claims(article));
        mentions_hold(article);
    }
    output
}

/// The findings by what must not depend on the order of the documents, with what a failure is understood by.
pub fn unordered(report: &Report) -> Vec<String> {
    let mut findings: Vec<String> = report
        .findings
        .iter()
        .map(|f| {
            let mut values: Vec<&str> = f.groups.iter().map(|g| g.display.as_str()).collect();
            values.sort_unstable();
            format!("{} {} {}", f.fingerprint, f.rule, values.join(" / "))
        })
        .collect();
    findings.sort_unstable();
    findings
}
