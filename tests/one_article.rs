//! One article in every format: it says the same, whatever it is written in.
#![cfg(all(feature = "html", feature = "docx"))]

use std::io::{Cursor, Write};
use std::path::Path;

use crosscheck::{Document, InputFormat, Report, compare};

const HEADLINE: &str = "Ferry runs aground off Port Ellery";

/// The paragraphs of the article, as plain text has them.
const PARAGRAPHS: [&str; 6] = [
    "PORT ELLERY, March 12, 2019 - A ferry with 214 passengers on board ran aground off Port Ellery on Monday night, the coast guard said.",
    "Nineteen people were injured when the Sea Lark struck a reef at a speed of 17 knots, and two crew members died.",
    "“We had no warning at all,” said the captain, Karl-Heinz Müller, 54, who has worked for Smith & Sons since 2003.",
    "The Sea Lark was built in 1998 at a cost of $44 million. Salvage will take up to six weeks, the owner said.",
    "The reef lies in a park of 120 km², which was closed to visitors.",
    "About 3,000 litres of oil spilled into the harbour before the leak was stopped on Tuesday morning.",
];

/// Another newsroom's article.
const OTHER: &str = "Ferry accident off Port Ellery leaves two dead\n\nPORT ELLERY, March 12, 2019 - The coast guard said that a ferry with 241 passengers on board ran aground off Port Ellery on Monday night.\n\nTwo crew members died and 19 people were injured when the Sea Lark struck a reef.\n\nThe captain, Karl-Heinz Mueller, 54, has worked for Smith & Sons since 2003.\n\nThe Sea Lark was built in 1998 at a cost of $75 million.\n\nAbout 3,000 litres of oil spilled into the harbour before the leak was stopped.\n";

fn text() -> Vec<u8> {
    let mut text = format!("{HEADLINE}\n\n");
    for paragraph in PARAGRAPHS {
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    text.push_str("Read more: Ten ferries that ran aground\n\nSign up for our newsletter\n");
    text.into_bytes()
}

fn markdown() -> Vec<u8> {
    let body = PARAGRAPHS.map(|paragraph| {
        paragraph
            .replace("Nineteen people", "**Nineteen** people")
            .replace(
                "Smith & Sons",
                "[Smith & Sons](https://example.org/smith-2011)",
            )
            .replace("$44 million", "*$44 million*")
    });
    format!(
        "---\ntitle: {HEADLINE}\npublished: 2019-03-12\n---\n\n# {HEADLINE}\n\n![The ferry in 2017](ferry-2017.jpg)\n\n{}\n\n```\nlet passengers = 999;\n```\n",
        body.join("\n\n")
    )
    .into_bytes()
}

fn html() -> Vec<u8> {
    let body = PARAGRAPHS.map(|paragraph| {
        let shown = paragraph
            .replace('&', "&amp;")
            .replace('“', "&ldquo;")
            .replace('”', "&#8221;")
            .replace('ü', "&uuml;")
            .replace("km²", "km<sup>2</sup>")
            .replace("$44 million", "<b>$44</b>&nbsp;million")
            .replace("six weeks", "six\n   weeks<sup><a href='#1'>7</a></sup>");
        format!("<p>{shown}</p>\n")
    });
    format!(
        "<!DOCTYPE html>\n<html><head><title>{HEADLINE} - The Ellery Mail</title><meta property='article:published_time' content='2019-03-12T07:00:00Z'></head>\n<body><nav><a href='/'>Home</a> <a href='/w'>Weather 14&deg;C</a></nav>\n<div class='cookie-notice'>We and 842 partners store cookies.</div>\n<article><h1>{HEADLINE}</h1>\n<figure><img src='x.jpg'><figcaption>The ferry in 2017</figcaption></figure>\n{}<div class='ad'>Cars from $19,999</div></article>\n<aside><h3>Most read</h3><ul><li><a href='/1'>Woman, 81, wins $3 million</a></li></ul></aside>\n<footer>Newsroom 555 1234</footer></body></html>\n",
        body.concat()
    )
    .into_bytes()
}

fn docx() -> Vec<u8> {
    let run = |text: &str| {
        let shown = text.replace('&', "&amp;");
        format!("<w:r><w:t xml:space=\"preserve\">{shown}</w:t></w:r>")
    };
    let mut body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{}</w:p>",
        run(HEADLINE)
    );
    for paragraph in PARAGRAPHS {
        // A figure set in a run of its own, behind one that a tracked change took away.
        let runs = match paragraph.split_once("$44") {
            Some((before, after)) => format!(
                "{}<w:del><w:r><w:delText>$40</w:delText></w:r></w:del>{}{}",
                run(before),
                run("$44"),
                run(after)
            ),
            None => run(paragraph),
        };
        body.push_str(&format!("<w:p>{runs}</w:p><w:p/>"));
    }
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    package.start_file("word/document.xml", options).unwrap();
    package.write_all(document.as_bytes()).unwrap();
    package.finish().unwrap().into_inner()
}

fn document(id: u32, name: &str, bytes: Vec<u8>) -> Document {
    let path = Path::new(name);
    let ending = path.extension().unwrap().to_str().unwrap();
    let format = InputFormat::of_ending(ending).unwrap();
    Document::from_bytes(id, path, bytes, format).unwrap()
}

/// What a report finds, without the places.
fn found(report: &Report) -> Vec<String> {
    let single = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let findings = report.findings.iter().map(|f| {
        let values: Vec<String> = f.groups.iter().map(|g| single(&g.display)).collect();
        format!("{} {} {}", f.rule, f.verdict.name(), values.join(" / "))
    });
    findings.collect()
}

#[test]
fn an_article_gives_the_same_findings_in_every_format() {
    let against = |name: &str, bytes: Vec<u8>| {
        let other = document(1, "other.txt", OTHER.as_bytes().to_vec());
        let report = compare(vec![document(0, name, bytes), other]);
        let article = &report.articles[0].document;
        assert_eq!(article.title.as_deref(), Some(HEADLINE), "{name}");
        assert_eq!(
            article.published,
            Some(jiff::civil::date(2019, 3, 12)),
            "{name}"
        );
        found(&report)
    };
    let plain = against("a.txt", text());
    assert!(plain.iter().any(|f| f.contains("214 / 241")), "{plain:?}");
    assert!(
        plain
            .iter()
            .any(|f| f.contains("$44 million / $75 million")),
        "{plain:?}"
    );
    assert_eq!(against("a.md", markdown()), plain);
    assert_eq!(against("a.html", html()), plain);
    assert_eq!(against("a.docx", docx()), plain);
    let wide: Vec<u8> = String::from_utf8(text())
        .unwrap()
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(
        against("a.txt", [b"\xfe\xff".to_vec(), wide].concat()),
        plain
    );
}

#[test]
fn a_place_names_the_line_of_a_text_and_the_paragraph_of_a_word_document() {
    let place = |name: &str, bytes: Vec<u8>, shown: &str| {
        let document = document(0, name, bytes);
        let at = document.source.text().find(shown).unwrap();
        document.source.line_column(at)
    };
    assert_eq!(place("a.txt", text(), "$44"), (9, 45));
    assert_eq!(place("a.md", markdown(), "$44"), (16, 46));
    assert_eq!(place("a.html", html(), "$44"), (10, 51));
    assert_eq!(place("a.html", html(), "weeks"), (11, 4));
    assert_eq!(place("a.docx", docx(), "$44"), (8, 45));
}
