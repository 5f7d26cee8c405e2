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

/// A part of an article, to be written in each format.
enum Part {
    Heading(&'static str),
    Paragraph(&'static str),
    Items(&'static [&'static str]),
    Rows(&'static [&'static [&'static str]]),
    /// A paragraph, and a note to it.
    Noted(&'static str, &'static str),
}

use Part::{Heading, Items, Noted, Paragraph, Rows};

/// Articles with their parts, each with another newsroom's text.
const ARTICLES: [(&str, &[Part], &str); 3] = [
    (
        "Council closes two Ellery schools",
        &[
            Paragraph(
                "The Ellery council voted 7-4 on Thursday, June 4, 2015 to close two schools and to save $3.2 million a year.",
            ),
            Heading("The schools"),
            Items(&[
                "Foundry Street School, which was built in 1911, has 240 pupils.",
                "Hill School has 310 pupils and 22 teachers.",
            ]),
            Noted(
                "Superintendent Margaret O’Neill said that 550 pupils would move in September.",
                "The council counts 18 pupils who live in Norwood.",
            ),
            Paragraph("“Nobody wanted this to happen,” said Mayor Ruth Calloway, 61."),
        ],
        "Two Ellery schools to close\n\nThe Ellery council voted 8-3 on Thursday, June 4, 2015 to close two schools and to save $3.2 million a year.\n\nFoundry Street School, which was built in 1921, has 240 pupils. Hill School has 310 pupils and 27 teachers.\n\nSuperintendent Margret O'Neill said that 550 pupils would move in September. “Nobody wanted that to happen,” said Mayor Ruth Calloway, 61.\n",
    ),
    (
        "Ferry company reports a loss",
        &[
            Paragraph(
                "NORWOOD, May 9, 2016 - Norwood Ferries lost $12 million in 2015 after its ship Sea Lark ran aground, the company said.",
            ),
            Rows(&[
                &["Year", "Passengers"],
                &["2014", "410,000"],
                &["2015", "365,000"],
            ]),
            Paragraph(
                "It carried 365,000 passengers in 2015. The chief executive, Lena Hartmann, said that it would buy a ship for $48 million.",
            ),
            Noted(
                "The company employs 930 people.",
                "Sailors are not counted.",
            ),
        ],
        "Norwood Ferries in the red\n\nNORWOOD, May 9, 2016 - Norwood Ferries lost $21 million in 2015 after its ship Sea Lark ran aground, the company said.\n\nIt carried 356,000 passengers in 2015. The chief executive, Lena Hartman, said that it would buy a ship for $48 million. The company employs 390 people.\n",
    ),
    (
        "Storm cuts power to 60,000 homes",
        &[
            Paragraph(
                "ELLERY, January 6, 2014 - An ice storm cut power to 60,000 homes in Ellery County on Sunday, the utility said.",
            ),
            Items(&[
                "Two people died on Route 9.",
                "Sheriff Dale Haskins put the damage at $12 million.",
            ]),
            Paragraph(
                "About 450 people spent the night at Castleton High School. The ice was 30 mm thick.",
            ),
        ],
        "Ice storm hits Ellery County\n\nELLERY, January 6, 2014 - An ice storm cut power to 90,000 homes in Ellery County on Sunday, the utility said.\n\nThree people died on Route 9. Sheriff Dale Haskins put the damage at $21 million.\n\nAbout 450 people spent the night at Castleton High School.\n",
    ),
];

fn parts_as_text(title: &str, parts: &[Part]) -> Vec<u8> {
    let mut text = format!("{title}\n\n");
    let mut notes = String::new();
    for part in parts {
        match part {
            Heading(line) | Paragraph(line) => text += &format!("{line}\n\n"),
            Items(items) => items
                .iter()
                .for_each(|item| text += &format!("- {item}\n\n")),
            Rows(rows) => rows
                .concat()
                .iter()
                .for_each(|cell| text += &format!("{cell}\n\n")),
            Noted(line, note) => {
                text += &format!("{line}\n\n");
                notes += &format!("{note}\n\n");
            }
        }
    }
    (text + &notes).into_bytes()
}

fn parts_as_markdown(title: &str, parts: &[Part]) -> Vec<u8> {
    let mut text = format!("# {title}\n\n");
    let mut notes = String::new();
    for part in parts {
        match part {
            Heading(line) => text += &format!("## {line}\n\n"),
            Paragraph(line) => {
                let (first, rest) = line.split_once(' ').unwrap();
                text += &format!("[{first}](https://example.org/2011/12) {rest}\n\n");
            }
            Items(items) => {
                items.iter().for_each(|item| text += &format!("* {item}\n"));
                text.push('\n');
            }
            Rows(rows) => {
                for (i, row) in rows.iter().enumerate() {
                    text += &format!("| {} |\n", row.join(" | "));
                    if i == 0 {
                        text += &format!("|{}\n", "---|".repeat(row.len()));
                    }
                }
                text.push('\n');
            }
            Noted(line, note) => {
                text += &format!("{line}[^12]\n\n");
                notes += &format!("[^12]: {note}\n");
            }
        }
    }
    (text + &notes).into_bytes()
}

fn parts_as_html(title: &str, parts: &[Part]) -> Vec<u8> {
    let mut body = String::new();
    let mut notes = String::new();
    for part in parts {
        match part {
            Heading(line) => body += &format!("<h2>{line}</h2>\n"),
            Paragraph(line) => {
                let (first, rest) = line.split_once(' ').unwrap();
                body += &format!("<p><a href='/2011/12'>{first}</a> {rest}</p>\n");
            }
            Items(items) => {
                let items = items.iter().map(|item| format!("<li>{item}"));
                body += &format!("<ul>{}</ul>\n", items.collect::<String>());
            }
            Rows(rows) => {
                let cells = |row: &&[&str]| {
                    row.iter()
                        .map(|c| format!("<td>{c}</td>"))
                        .collect::<String>()
                };
                let rows = rows.iter().map(|row| format!("<tr>{}</tr>", cells(row)));
                body += &format!("<table>{}</table>\n", rows.collect::<String>());
            }
            Noted(line, note) => {
                body += &format!("<p>{line}<sup><a href='#n12'>12</a></sup></p>\n");
                notes += &format!("<p id='n12'>{note}</p>\n");
            }
        }
    }
    format!("<html><head><meta charset=utf-8><title>{title} | The Mail</title></head><body><nav><a href=/>Home 24</a></nav><article><h1>{title}</h1>{body}{notes}</article></body></html>")
        .into_bytes()
}

fn parts_as_docx(title: &str, parts: &[Part]) -> Vec<u8> {
    let paragraph = |style: &str, text: &str, more: &str| {
        let style = match style {
            "" => String::new(),
            style => format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"),
        };
        format!("<w:p>{style}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>{more}</w:p>")
    };
    let mut body = paragraph("Title", title, "");
    let mut notes = String::new();
    for part in parts {
        match part {
            Heading(line) => body += &paragraph("Heading1", line, ""),
            Paragraph(line) => {
                let (first, rest) = line.split_once(' ').unwrap();
                let rest = format!("<w:r><w:t xml:space=\"preserve\"> {rest}</w:t></w:r>");
                body += &format!(
                    "<w:p><w:hyperlink><w:r><w:t>{first}</w:t></w:r></w:hyperlink>{rest}</w:p>"
                );
            }
            Items(items) => items
                .iter()
                .for_each(|item| body += &paragraph("ListParagraph", item, "")),
            Rows(rows) => {
                let cells = |row: &&[&str]| {
                    row.iter()
                        .map(|c| format!("<w:tc>{}</w:tc>", paragraph("", c, "")))
                        .collect::<String>()
                };
                let rows = rows
                    .iter()
                    .map(|row| format!("<w:tr>{}</w:tr>", cells(row)));
                body += &format!("<w:tbl>{}</w:tbl>", rows.collect::<String>());
            }
            Noted(line, note) => {
                body += &paragraph("", line, "<w:r><w:footnoteReference w:id=\"2\"/></w:r>");
                notes += &format!(
                    "<w:footnote w:id=\"2\">{}</w:footnote>",
                    paragraph("", note, "")
                );
            }
        }
    }
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        (
            "word/document.xml",
            format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"),
        ),
        (
            "word/footnotes.xml",
            format!("<w:footnotes xmlns:w=\"w\">{notes}</w:footnotes>"),
        ),
    ] {
        let options = zip::write::SimpleFileOptions::default();
        package.start_file(name, options).unwrap();
        package.write_all(part.as_bytes()).unwrap();
    }
    package.finish().unwrap().into_inner()
}

#[test]
fn lists_tables_notes_and_links_change_no_finding_in_any_format() {
    for (title, parts, other) in ARTICLES {
        let against = |name: &str, bytes: Vec<u8>| {
            let other = document(1, "other.txt", other.as_bytes().to_vec());
            found(&compare(vec![document(0, name, bytes), other]))
        };
        let plain = against("a.txt", parts_as_text(title, parts));
        assert!(plain.len() >= 2, "{title}: {plain:?}");
        assert_eq!(
            against("a.md", parts_as_markdown(title, parts)),
            plain,
            "{title}"
        );
        assert_eq!(
            against("a.html", parts_as_html(title, parts)),
            plain,
            "{title}"
        );
        assert_eq!(
            against("a.docx", parts_as_docx(title, parts)),
            plain,
            "{title}"
        );
    }
}

#[test]
fn signs_that_look_the_same_or_are_not_seen_change_no_finding() {
    let base = "The new bridge at Ellery cost $44 million to build, Mayor José Müller said on Monday. It is 1,200 metres long, and 3,500 people came.\n";
    let other = "Mayor José Müller said on Monday that the new bridge at Ellery had cost $75 million to build. It is 1,200 metres long, and 3,500 people came.\n";
    let p = |changes: &[(&str, &str)]| {
        let text = changes.iter().fold(base.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        let documents = [text.as_str(), other].into_iter().zip(0..);
        let documents = documents
            .map(|(text, id)| Document::new(id, &format!("{id}.txt"), text, InputFormat::Text));
        let report = compare(documents.collect());
        assert_eq!(
            report.findings.len(),
            1,
            "{changes:?}: {:?}",
            found(&report)
        );
        let place = report.findings[0].groups[0].occurrences[0].span;
        let source = &report.articles[0].document.source;
        let before = text.find("44").map(|at| text[..at].chars().count());
        // The sign of the sum stands before its first figure.
        assert_eq!(
            source.line_column(place.start()),
            (1, before.unwrap()),
            "{changes:?}"
        );
    };
    p(&[]);
    p(&[("é", "e\u{301}"), ("ü", "u\u{308}")]);
    p(&[
        ("$44 million", "$44\u{a0}million"),
        ("1,200 metres", "1\u{202f}200\u{a0}metres"),
    ]);
    p(&[("3,500", "3\u{2009}500")]);
    p(&[("1,200", "１，２００"), ("3,500", "３５００")]);
    p(&[("Müller", "Mül\u{200b}ler"), ("1,200", "1,2\u{200b}00")]);
    p(&[("Müller", "Mül\u{ad}ler"), ("bridge", "bri\u{ad}dge")]);
    p(&[
        ("Müller", "\u{200e}Müller\u{200f}"),
        ("$44 million", "\u{2066}$44 million\u{2069}"),
    ]);
    p(&[("José", "\u{feff}José")]);
    p(&[("to build", "for the oﬃce")]);
}
