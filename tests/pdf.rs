//! PDF files, made here as programs make them: their text, its places, and what cannot be read of them.
#![cfg(feature = "pdf")]

use std::path::Path;

use crosscheck::read::BlockKind;
use crosscheck::{Document, Error, InputFormat, compare};

/// A line: its text, its place from the left and the bottom of the page, and its size.
type Line<'a> = (&'a str, u32, u32, u32);

/// A file of these pages.
fn pdf(pages: &[&[Line]]) -> Vec<u8> {
    let streams = pages.iter().map(|lines| {
        let lines = lines.iter().map(|(text, x, y, size)| {
            // A letter a byte, as Windows writes it.
            let text: String = text
                .chars()
                .map(|c| match c {
                    '(' | ')' | '\\' => format!("\\{c}"),
                    '“' => "\\223".to_owned(),
                    '”' => "\\224".to_owned(),
                    '’' => "\\222".to_owned(),
                    'ü' => "\\374".to_owned(),
                    c => c.to_string(),
                })
                .collect();
            format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
        });
        lines.collect::<String>()
    });
    file(&streams.collect::<Vec<_>>())
}

/// A file of pages that are painted so.
fn file(streams: &[String]) -> Vec<u8> {
    let kids: String = (0..streams.len())
        .map(|i| format!("{} 0 R ", 4 + 2 * i))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", streams.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    for (i, stream) in streams.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + 2 * i
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{stream}endstream",
            stream.len()
        ));
    }
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = file.len();
    file.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

fn open(bytes: Vec<u8>) -> Result<Document, Error> {
    Document::from_bytes(0, Path::new("a.pdf"), bytes, InputFormat::Pdf)
}

const FIRST: &[Line] = &[
    ("Ferry runs aground off Port Ellery", 50, 760, 20),
    (
        "A ferry with 214 passengers on board ran aground off Port Ellery on Mon-",
        50,
        720,
        11,
    ),
    ("day night, said Karl-Heinz Müller, a spokes-", 50, 706, 11),
    ("man of the coast guard.", 50, 692, 11),
    (
        "“We had no warning,” he said. The ferry was built at a cost of $44",
        50,
        664,
        11,
    ),
];

const SECOND: &[Line] = &[("million in 1998.", 50, 760, 11)];

#[test]
fn the_text_of_a_file_is_its_paragraphs_with_their_pages() {
    let document = open(pdf(&[FIRST, SECOND])).unwrap();
    assert_eq!(
        document.title.as_deref(),
        Some("Ferry runs aground off Port Ellery")
    );
    let body = document.blocks.iter().filter(|b| b.kind == BlockKind::Body);
    let body: Vec<&str> = body.map(|b| document.source.slice(b.span)).collect();
    assert_eq!(
        body,
        [
            "A ferry with 214 passengers on board ran aground off Port Ellery on Monday night, said Karl-Heinz Müller, a spokesman of the coast guard.",
            "“We had no warning,” he said. The ferry was built at a cost of $44 million in 1998.",
        ]
    );
    let source = &document.source;
    let p = |shown: &str| source.line_column(source.text().find(shown).unwrap());
    assert_eq!(p("Ferry runs").0, 1);
    assert_eq!(p("million in"), (2, 1));
    assert_eq!(p("1998"), (2, 12));
    assert_eq!(source.line_count(), 2);
}

#[test]
fn a_file_gives_the_findings_that_its_text_gives() {
    let text = "Ferry runs aground off Port Ellery\n\nA ferry with 214 passengers on board ran aground off Port Ellery on Monday night, said Karl-Heinz Müller, a spokesman of the coast guard.\n\n“We had no warning,” he said. The ferry was built at a cost of $44 million in 1998.\n";
    let other = "Ferry accident off Port Ellery\n\nA ferry with 241 passengers on board ran aground off Port Ellery on Monday night, said Karl-Heinz Mueller, a spokesman of the coast guard.\n\nThe ferry was built at a cost of $75 million in 1998.\n";
    let found = |document: Document| -> Vec<(&str, Vec<String>)> {
        let other = Document::new(1, "b.txt", other, InputFormat::Text);
        let report = compare(vec![document, other]);
        let findings = report.findings.iter();
        findings
            .map(|f| (f.rule, f.groups.iter().map(|g| g.display.clone()).collect()))
            .collect()
    };
    let plain = found(Document::new(0, "a.txt", text, InputFormat::Text));
    assert!(plain.len() >= 2, "{plain:?}");
    assert_eq!(found(open(pdf(&[FIRST, SECOND])).unwrap()), plain);
}

#[test]
fn what_cannot_be_read_is_refused_with_the_reason() {
    let p = |bytes: Vec<u8>| open(bytes).unwrap_err().to_string();
    assert_eq!(
        p(b"Two died.".to_vec()),
        "`a.pdf` cannot be read as a PDF file: it does not begin like one"
    );
    assert!(p(b"%PDF-1.4\n".to_vec()).contains("it is damaged"));
    assert!(p(pdf(&[&[]])).contains("it holds no text"));
}

#[test]
fn what_is_turned_or_painted_twice_is_passed_over() {
    let twice = "BT /F1 11 Tf 50 700 Td (Two died in Ellery.) Tj ET\nBT /F1 11 Tf 50.3 700 Td (Two died in Ellery.) Tj ET\n";
    let turned = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT 2019) Tj ET\n";
    let document = open(file(&[format!("{twice}{turned}")])).unwrap();
    assert_eq!(document.source.text().trim(), "Two died in Ellery.");
}

/// Pages that call pages that call pages take a time that nothing bounds but the clock; here they end by their depth.
#[test]
fn no_damaged_file_makes_it_panic() {
    let whole = pdf(&[FIRST, SECOND]);
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap_or(0)
    };
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..=random(8) {
            if bytes.is_empty() {
                break;
            }
            let at = random(bytes.len());
            match random(3) {
                0 => bytes[at] = u8::try_from(random(256)).unwrap_or(0),
                1 => bytes.truncate(at.max(9)),
                _ => {
                    let to = (at + random(40)).min(bytes.len());
                    bytes.drain(at..to);
                }
            }
        }
        if let Ok(document) = open(bytes) {
            let article = crosscheck::extract(document);
            for mention in &article.mentions {
                let (page, _) = article.document.source.line_column(mention.span.start());
                assert!((1..=2).contains(&page));
            }
        }
    }
}
