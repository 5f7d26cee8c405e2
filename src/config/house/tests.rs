use std::path::Path;

use crate::config::{Run, Settings, Used, load};
use crate::read::{Role, documents};
use crate::{Report, compare};

fn settings(text: &str) -> Settings {
    let read = |_: &Path| Ok(text.to_owned());
    load(Path::new("crosscheck.toml"), Path::new("/press"), read)
        .unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

fn held(list: &str, texts: &[&str]) -> Report {
    let mut report = compare(documents(texts));
    let run = Run {
        here: Path::new("/press"),
        today: None,
        complete: false,
    };
    let settings = settings(list);
    settings.hold_to_house(&mut report, run);
    settings.apply(&mut report, run, &mut Used::default());
    report
}

/// The findings, each with its rule, its values and where they stand.
fn found(list: &str, texts: &[&str]) -> Vec<String> {
    let report = held(list, texts);
    let place = |o: &crate::finding::Occurrence| {
        let source = &report.articles[o.span.source().index()].document.source;
        let (line, column) = source.line_column(o.span.start());
        assert!(!source.slice(o.span).is_empty());
        format!("{}:{line}:{column}", source.name())
    };
    let findings = report.findings.iter().map(|f| {
        let groups = f.groups.iter().map(|g| {
            let places: Vec<String> = g.occurrences.iter().map(place).collect();
            format!("{} {}", g.display, places.join(" "))
        });
        format!("{}: {}", f.rule, groups.collect::<Vec<_>>().join(" | "))
    });
    findings.collect()
}

const GADDAFI: &str =
    "\n[[name]]\ncanonical = \"Muammar Gaddafi\"\nvariants = [\"Kadafi\", \"Colonel Gadafi\"]\n";

#[test]
fn a_variant_of_the_list_is_found_wherever_it_stands_as_whole_words() {
    let p = |text: &str, expected: &[&str]| assert_eq!(found(GADDAFI, &[text]), expected, "{text}");
    p(
        "Muammar Gaddafi spoke. Then Kadafi left.",
        &["name-spelling: Kadafi 0.txt:1:29 | Muammar Gaddafi crosscheck.toml:3:14"],
    );
    p(
        "Then Colonel\nGadafi left. KADAFI SPEAKS, they wrote, and Kadafi's men cheered.",
        &[
            "name-spelling: Colonel Gadafi 0.txt:1:6 | Kadafi 0.txt:2:14 0.txt:2:45 | Muammar Gaddafi crosscheck.toml:3:14",
        ],
    );
    p("The Kadafists left. The al-Kadafi-Street is long.", &[]);
    p("Muammar Gaddafi spoke, and Gaddafi left.", &[]);
}

#[test]
fn what_is_a_part_of_a_right_spelling_is_no_variant() {
    let list = "[[name]]\ncanonical = \"Kim Jong Un Square\"\nvariants = \"Jong Un\"\n";
    let p =
        |text: &str, expected: usize| assert_eq!(found(list, &[text]).len(), expected, "{text}");
    p("They met on Kim Jong Un Square.", 0);
    p("They met on Jong Un Square.", 1);
}

#[test]
fn another_spelling_by_likeness_is_found_and_another_name_is_not() {
    let p = |name: &str, text: &str, expected: &[&str]| {
        let list = format!("[[name]]\ncanonical = \"{name}\"\n");
        assert_eq!(found(&list, &[text]), expected, "{name} | {text}");
    };
    p(
        "Muammar Gaddafi",
        "On Monday Moammar Qaddafi spoke in Tripoli. Qaddafi left.",
        &[
            "name-spelling: Moammar Qaddafi 0.txt:1:11 0.txt:1:45 | Muammar Gaddafi crosscheck.toml:2:14",
        ],
    );
    p(
        "Kim Jong-un",
        "The leader Kim Jung Un spoke in Pyongyang on Monday.",
        &["name-spelling: Kim Jung Un 0.txt:1:12 | Kim Jong-un crosscheck.toml:2:14"],
    );
    p(
        "Kim Jong-un",
        "Kim Jong-il spoke in Pyongyang on Monday.",
        &[],
    );
    p(
        "Kim Jong-un",
        "Kim Jong-un spoke in Pyongyang on Monday. Kim Jung Un left.",
        &[],
    );
    p(
        "James Comey",
        "James Comer spoke in Washington on Monday.",
        &[],
    );
    p(
        "George Bush",
        "George W. Bush spoke in Houston. Bush left.",
        &[],
    );
    p("Hansen", "On Monday Hanson scored two goals.", &[]);
    p("Iran", "Ministers flew to Iraq.", &[]);
}

#[test]
fn what_documents_and_list_say_of_one_spelling_is_one_finding() {
    let texts = [
        "Muammar Gaddafi spoke in Tripoli. Gaddafi left.",
        "In Tripoli, Moammar Qaddafi spoke. Qaddafi left.",
    ];
    assert_eq!(found("", &texts).len(), 1);
    assert_eq!(
        found("[[name]]\ncanonical = \"Muammar Gaddafi\"\n", &texts),
        [
            "name-spelling: Moammar Qaddafi 1.txt:1:13 1.txt:1:36 | Muammar Gaddafi 0.txt:1:1 0.txt:1:35 crosscheck.toml:2:14"
        ]
    );
}

#[test]
fn the_list_stands_in_the_report_only_where_something_is_held_against_it() {
    let names = |text: &str| -> Vec<(String, Role)> {
        let report = held(GADDAFI, &[text]);
        report
            .articles
            .iter()
            .map(|a| (a.document.source.name().to_owned(), a.document.role))
            .collect()
    };
    assert_eq!(names("Nobody left."), [("0.txt".to_owned(), Role::Peer)]);
    assert_eq!(
        names("Kadafi left."),
        [
            ("0.txt".to_owned(), Role::Peer),
            ("crosscheck.toml".to_owned(), Role::List)
        ]
    );
}

#[test]
fn another_answer_to_the_question_of_a_fact_is_found() {
    let p = |question: &str, value: &str, text: &str, expected: &[&str]| {
        let list = format!("[[fact]]\nquestion = \"{question}\"\nvalue = \"{value}\"\n");
        assert_eq!(found(&list, &[text]), expected, "{question} | {text}");
    };
    let killed = "people killed in the harbour fire";
    p(
        killed,
        "12",
        "The harbour fire in Dorval killed 15 people on Monday.",
        &["count-mismatch: 15 0.txt:1:35 | 12 crosscheck.toml:3:10"],
    );
    p(
        "number of people killed in the harbour fire",
        "12",
        "A fire swept the harbour of Dorval. Fifteen people were killed.",
        &["count-mismatch: Fifteen 0.txt:1:37 | 12 crosscheck.toml:3:10"],
    );
    p(
        "cost of the new museum wing",
        "$44 million",
        "The new wing of the museum cost $75 million to build.",
        &["money-mismatch: $75 million 0.txt:1:33 | $44 million crosscheck.toml:3:10"],
    );
    p(
        "height of the Ellery bridge",
        "60 metres",
        "The Ellery bridge has a height of 70 metres.",
        &["measure-mismatch: 70 metres 0.txt:1:35 | 60 metres crosscheck.toml:3:10"],
    );
    p(
        "opening of the Ellery bridge",
        "3 August 2021",
        "The Ellery bridge opened on 5 August 2021.",
        &["date-mismatch: 5 August 2021 0.txt:1:29 | 3 August 2021 crosscheck.toml:3:10"],
    );
    p(
        "share of the votes for Anna Lindholm",
        "52 percent",
        "Anna Lindholm won a share of 57 percent of the votes.",
        &["percent-mismatch: 57 percent 0.txt:1:30 | 52 percent crosscheck.toml:3:10"],
    );
    p(
        "age of Anna Lindholm",
        "52",
        "Anna Lindholm, aged 54, won on Monday.",
        &["age-mismatch: 54 0.txt:1:21 | 52 crosscheck.toml:3:10"],
    );
}

#[test]
fn what_may_be_an_answer_to_another_question_is_left_alone() {
    let p = |text: &str| {
        let list = "[[fact]]\nquestion = \"people killed in the harbour fire\"\nvalue = \"12\"\n";
        assert_eq!(found(list, &[text]), Vec::<String>::new(), "{text}");
    };
    p("The harbour fire in Dorval killed 12 people on Monday.");
    p("The harbour fire in Dorval killed a dozen people on Monday.");
    p("The harbour fire in Dorval killed at least 10 people on Monday.");
    p("The harbour fire in Dorval injured 15 people on Monday.");
    p("The harbour fire killed 12 people, among them 3 people who were killed by smoke.");
    p("The harbour fire killed 3 firefighters.");
    p("The fire in the mill killed 15 people on Monday.");
    p("The earthquake killed 1,500 people. The harbour fire in May was forgotten.");
    p("The harbour fire could have killed 300 people.");
    p("The harbour fire destroyed 15 homes and killed a dozen people.");
    p(
        "The harbour fire killed 15 people, said one paper; the harbour fire killed 16 people, said another.",
    );
}

#[test]
fn a_fact_holds_for_its_paths_alone() {
    let text = "The harbour fire in Dorval killed 15 people on Monday.";
    let p = |paths: &str, expected: usize| {
        let list = format!(
            "[[fact]]\nquestion = \"people killed in the harbour fire\"\nvalue = \"12\"\npaths = \"{paths}\"\n"
        );
        assert_eq!(found(&list, &[text]).len(), expected, "{paths}");
    };
    p("*.txt", 1);
    p("/archive/", 0);
}
