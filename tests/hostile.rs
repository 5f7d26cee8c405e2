//! Input that nobody writes in good faith, or that a broken program wrote: it is read without a panic, in bounded time.
//!
//! The bounds are for a slow machine with other work to do; what they catch is time that grows with the square.
#![cfg(all(feature = "html", feature = "docx"))]

use std::path::Path;
use std::time::{Duration, Instant};

use crosscheck::report::{Detail, table, text};
use crosscheck::{Document, InputFormat, compare, extract};

/// Long enough for a linear pass over a megabyte without optimization, and too short for a square one.
const BOUND: Duration = Duration::from_secs(20);

/// Reads the text in the format, and everything that is said of it; how many mentions it has.
fn read(name: &str, text: &str, format: InputFormat) -> usize {
    let start = Instant::now();
    let bytes = text.as_bytes().to_vec();
    let document = Document::from_bytes(0, Path::new(name), bytes, format).unwrap();
    let article = extract(document);
    table::mentions(&article);
    table::furniture(&article);
    for mention in &article.mentions {
        assert!(!article.document.source.slice(mention.span).is_empty());
    }
    let taken = start.elapsed();
    assert!(taken < BOUND, "{name}: {taken:?}");
    article.mentions.len()
}

#[test]
fn long_lines_and_long_figures_are_read_in_time() {
    let p = |name: &str, text: &str| read(name, text, InputFormat::Text);
    p("words", &"word ".repeat(400_000));
    p(
        "digits",
        &format!("It cost ${} to build.", "9".repeat(1_000_000)),
    );
    p(
        "groups",
        &format!("It cost {} to build.", "1,".repeat(100_000)),
    );
    p("numbers", &"44 ".repeat(100_000));
    p("ranges", &"44 to ".repeat(50_000));
    p("number words", &"two hundred and ".repeat(50_000));
    p("points", &".".repeat(500_000));
    p("names", &"Anna ".repeat(100_000));
    p("one name", &vec!["Anna"; 100_000].join("-"));
}

#[test]
fn quotation_marks_and_brackets_without_end_are_read_in_time() {
    let p = |name: &str, text: &str| read(name, text, InputFormat::Text);
    p("straight", &"\"".repeat(200_000));
    p(
        "nested",
        &format!("{}a{}", "“".repeat(100_000), "”".repeat(100_000)),
    );
    p("open", &"“a ".repeat(100_000));
    p("brackets", &"(".repeat(200_000));
}

#[test]
fn marks_that_nobody_sees_are_read_in_time_and_never_reach_a_terminal() {
    let p = |name: &str, text: &str| read(name, text, InputFormat::Text);
    p(
        "combining",
        &format!("e{} 44 people died.", "\u{301}".repeat(200_000)),
    );
    p("zero width", &"4\u{200b}".repeat(100_000));
    p("turned", &"\u{202e}44 million\u{202c} ".repeat(20_000));
    let turned = "The bridge\u{1b}[31m cost \u{202e}$44 million\u{202c} to build in Ellery.";
    let other = "The bridge cost $75\u{200b} million to build in Ellery\u{9b}31m.";
    let documents = [turned, other].into_iter().zip(0..);
    let documents =
        documents.map(|(text, id)| Document::new(id, "a\u{202e}.txt", text, InputFormat::Text));
    let report = compare(documents.collect());
    let all = Detail {
        agreements: true,
        ..Detail::default()
    };
    let shown = text::report(&report, all);
    // The program's own colours are the only thing that a terminal obeys.
    let own: String = shown.split("\u{1b}[").collect::<Vec<_>>().join("");
    let hidden = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{200b}' | '\u{80}'..='\u{9f}' | '\u{1b}');
    assert!(!own.contains(hidden), "{shown:?}");
    assert!(!shown.contains("bridge\u{1b}[31m"), "{shown:?}");
}

#[test]
fn markdown_that_goes_deep_is_read_in_time() {
    let p = |name: &str, text: &str| read(name, text, InputFormat::Markdown);
    let lists: String = (0..500)
        .map(|i| format!("{}- a 44\n", "  ".repeat(i)))
        .collect();
    p("lists", &lists);
    p("quotes", &format!("{} a\n", ">".repeat(20_000)));
    p(
        "brackets",
        &format!("{}a{}", "[".repeat(20_000), "]".repeat(20_000)),
    );
    p("emphasis", &"*a **b ".repeat(20_000));
    p("links", &"[a](".repeat(20_000));
}

#[test]
fn pages_that_no_person_made_are_read_in_time() {
    let p = |name: &str, text: &str| read(name, text, InputFormat::Html);
    p("deep", &format!("{}Two died.", "<div>".repeat(100_000)));
    let unclosed: String = (0..10_000)
        .map(|i| format!("<p><font size={i}>Two died in {i} fires."))
        .collect();
    p("unclosed", &unclosed);
    p("tables", &format!("{}x", "<table><tr><td>".repeat(10_000)));
    let attributes: String = (0..100_000).map(|i| format!(" a{i}=1")).collect();
    p("attributes", &format!("<p{attributes}>Two died."));
    p("entities", &format!("<p>{}", "&amp;".repeat(200_000)));
    p("spans", &"<span>44</span>".repeat(25_000));
    p(
        "links",
        &format!("{}Two died.", "<a href=x>".repeat(20_000)),
    );
    p("brackets", &"<".repeat(500_000));
    p("comments", &"<!--".repeat(100_000));
    p("quotes", &"<p a=\"".repeat(100_000));
    let one_line: String = (0..4_000).map(|i| format!("<p>In district {i} of Ellery, {} houses burned on Monday, and the mayor saw it.</p>", i * 7 + 13)).collect();
    let found = p("one line", &format!("<article>{one_line}</article>"));
    assert!(found > 8_000, "{found}");
}

#[test]
fn the_places_of_ten_times_the_figures_take_no_hundred_times_as_long() {
    let taken = |count: usize| {
        let text: String = (0..count)
            .map(|i| format!("In district {i}, {} houses burned on Monday. ", i + 7))
            .collect();
        let start = Instant::now();
        read("figures", &text, InputFormat::Text);
        start.elapsed()
    };
    taken(1_000);
    let (few, many) = (taken(1_000), taken(10_000));
    assert!(
        many < few * 40 + Duration::from_millis(200),
        "{few:?} {many:?}"
    );
}

#[test]
fn two_tables_whose_sentences_end_alike_are_compared_in_time() {
    let table = |factor: usize| -> String {
        (0..400)
            .map(|i| {
                let boats = (i * factor) % 9_973 + 2;
                format!("The town of Ellery counted {boats} boats in district {i} last year.\n\n")
            })
            .collect()
    };
    let documents = [7_919, 6_101]
        .into_iter()
        .zip(0..)
        .map(|(factor, id)| Document::new(id, "table.txt", &table(factor), InputFormat::Text));
    let start = Instant::now();
    compare(documents.collect());
    let taken = start.elapsed();
    assert!(taken < BOUND, "{taken:?}");
}
