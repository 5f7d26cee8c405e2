//! Every format of the report: read back by a reader of its own, held to its schema, and given the worst text there is.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crosscheck::finding::Level;
use crosscheck::judge::RULES;
use crosscheck::report::model::{Accepted, Report, Story};
use crosscheck::report::paths::Paths;
use crosscheck::report::{Detail, claims, csv, github, json, jsonl, junit, markdown, sarif};
use crosscheck::{Document, InputFormat, compare};
use serde_json::Value;

/// A pair that differs in a sum and in the spelling of a name.
const MUSEUM: [(&str, &str); 2] = [
    (
        "news/a.txt",
        "The Harbour Museum opened on Monday.\nIts new wing, said Nora Haleford, cost $44 million to build.\n",
    ),
    (
        "news/b.txt",
        "Visitors came to the Harbour Museum on Monday.\n\u{1f600} The new wing cost $75 million to build, said Nora Halford.\n",
    ),
];

/// What an article or a file's name may hold to break out of a format.
const HOSTILE: &str = "a\n::error file=x::y\r\n| `b` ``c`` \"d\", <script>e</script> ]]> &amp; %0A @ann #12 \u{202e}f\u{0}\u{1b}[31m\u{2028}{{g}} [h](http://i) =j \\";

fn story(documents: &[(&str, &str)], name: Option<&str>) -> Story {
    let documents = documents.iter().zip(0..);
    let documents = documents
        .map(|((path, text), id)| Document::new(id, path, text, InputFormat::Text))
        .collect();
    let detail = Detail {
        agreements: true,
        claims: true,
        ..Detail::default()
    };
    Story::of(&compare(documents), detail, name)
}

/// The museum's report, its agreements left out.
fn museum() -> Report {
    let mut report = Report::new([story(&MUSEUM, None)]);
    report.agreements = None;
    assert_eq!(report.findings.len(), 2, "{report:#?}");
    report
}

/// The same with text that does harm wherever an article or a file's name is shown.
fn hostile() -> Report {
    let mut report = museum();
    let harm = |text: &mut String| *text = HOSTILE.to_owned();
    for said in &mut report.statements {
        harm(&mut said.question);
        harm(&mut said.sentence);
        said.text = "=j".to_owned();
    }
    for document in &mut report.documents {
        document.path = format!("{HOSTILE}{}", document.id);
        document.title.iter_mut().for_each(harm);
    }
    for finding in &mut report.findings {
        harm(&mut finding.about);
        harm(&mut finding.message);
        finding.difference.iter_mut().for_each(harm);
        finding.story = Some(HOSTILE.to_owned());
        for group in &mut finding.groups {
            harm(&mut group.display);
            for mention in &mut group.mentions {
                harm(&mut mention.text);
            }
        }
    }
    let mut allowed = report.findings[0].clone();
    allowed.accepted = Some(Accepted {
        reason: HOSTILE.to_owned(),
        place: HOSTILE.to_owned(),
        is_comment: true,
    });
    report.allowed = Some(vec![allowed]);
    report
}

/// All stories of the corpus in one report.
fn corpus() -> Report {
    corpus_with(Detail::default())
}

fn corpus_with(detail: Detail) -> Report {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    Report::new(
        sorted(&folder)
            .into_iter()
            .filter(|path| path.is_dir())
            .map(|path| {
                let documents = sorted(&path)
                    .iter()
                    .zip(0..)
                    .map(|(path, id)| Document::open(id, path).unwrap())
                    .collect();
                let name = path.file_name().unwrap().to_string_lossy();
                Story::of(&compare(documents), detail, Some(&name))
            }),
    )
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Where the corpus lies, so that paths are told from the root of the project.
fn paths() -> Paths {
    let root = env!("CARGO_MANIFEST_DIR");
    Paths::new(root, root)
}

/// How often each word comes.
fn counted<T: Into<String>>(words: impl IntoIterator<Item = T>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.into()).or_default() += 1;
    }
    counts
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The rows of a CSV file by the names of its columns.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The commands of a log as GitHub's runner reads them: name, properties, text.
fn commands(log: &str) -> Vec<(String, BTreeMap<String, String>, String)> {
    let unescaped = |text: &str| {
        let properties = text.replace("%2C", ",").replace("%3A", ":");
        properties
            .replace("%0A", "\n")
            .replace("%0D", "\r")
            .replace("%25", "%")
    };
    let lines = log
        .split(['\n', '\r'])
        .filter_map(|line| line.strip_prefix("::"));
    lines
        .map(|line| {
            let (head, text) = line.split_once("::").unwrap();
            let (name, properties) = head.split_once(' ').unwrap();
            let properties = properties.split(',').map(|property| {
                let (key, value) = property.split_once('=').unwrap();
                (key.to_owned(), unescaped(value))
            });
            (name.to_owned(), properties.collect(), unescaped(text))
        })
        .collect()
}

#[test]
fn each_format_of_one_small_story_is_as_reviewed() {
    let mut report = museum();
    // How sure a finding is and why is settled elsewhere, and changes with every fit.
    for finding in &mut report.findings {
        finding.confidence = 0.9;
        finding.evidence.clear();
        finding.about = "cost of the new wing".to_owned();
    }
    for said in &mut report.statements {
        said.question = "what it is about".to_owned();
    }
    let paths = Paths::default();
    insta::assert_snapshot!("jsonl", jsonl::report(&report));
    insta::assert_snapshot!("markdown", markdown::report(&report));
    insta::assert_snapshot!("github", github::report(&report, &paths));
    insta::assert_snapshot!("csv", csv::report(&report));
    insta::assert_snapshot!("claims-csv", claims::csv(&report));
    // Each rule that found nothing is a case like the others.
    let xml = junit::report(&report, Level::Error, &paths);
    let passing = |line: &str| line.contains("<testcase") && line.ends_with("/>");
    let lines: Vec<&str> = xml.lines().filter(|line| !passing(line)).collect();
    let cases = format!("tests=\"{}\"", RULES.len());
    insta::assert_snapshot!("junit", lines.join("\n").replace(&cases, "tests=\"all\""));
    // The pages of the rules are long, and reviewed where they are written.
    let mut log = parsed(&sarif::report(&report, &paths));
    let rules = log["runs"][0]["tool"]["driver"]["rules"].take();
    let pages = list(&rules)
        .iter()
        .filter(|rule| rule["help"]["markdown"].is_string());
    assert_eq!(pages.count(), RULES.len());
    for result in log["runs"][0]["results"].as_array_mut().unwrap() {
        let index = result["ruleIndex"].take().as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    insta::assert_snapshot!("sarif", serde_json::to_string_pretty(&log).unwrap());
}

#[test]
fn every_format_has_the_same_findings_over_the_corpus() {
    let (report, paths) = (corpus(), paths());
    let rules = counted(report.findings.iter().map(|f| f.rule));
    let prints = counted(report.findings.iter().map(|f| &*f.fingerprint));
    assert!(report.findings.len() > 20);
    let text = |value: &Value| value.as_str().unwrap().to_owned();

    let object = parsed(&json::report(&report));
    let findings = list(&object["findings"]);
    assert_eq!(
        counted(findings.iter().map(|f| text(&f["fingerprint"]))),
        prints
    );

    let lines: Vec<Value> = jsonl::report(&report).lines().map(parsed).collect();
    assert_eq!(
        counted(lines.iter().map(|f| text(&f["fingerprint"]))),
        prints
    );
    for line in &lines {
        let of = |key: &str| {
            list(&line["documents"])
                .iter()
                .map(|d| d[key].clone())
                .collect::<Vec<_>>()
        };
        let mentions = list(&line["groups"])
            .iter()
            .flat_map(|g| list(&g["mentions"]));
        assert!(
            mentions
                .into_iter()
                .all(|m| of("id").contains(&m["document"]))
        );
        assert!(of("story").iter().all(|story| *story == line["story"]));
    }

    let log = parsed(&sarif::report(&report, &paths));
    let results = list(&log["runs"][0]["results"]);
    let print = |result: &Value| text(&result["partialFingerprints"]["crosscheck/v1"]);
    assert_eq!(counted(results.iter().map(print)), prints);

    let rows = rows(&csv::report(&report));
    assert_eq!(counted(rows.iter().map(|row| &*row["fingerprint"])), prints);

    let commands = commands(&github::report(&report, &paths));
    assert_eq!(
        counted(commands.iter().map(|(_, p, _)| &*p["title"])),
        rules
    );

    let table = markdown::report(&report);
    let cells = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    assert_eq!(counted(cells.map(|(rule, _)| rule)), rules);

    let xml = junit::report(&report, Level::Note, &paths);
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let failures = tree.descendants().filter(|n| n.has_tag_name("failure"));
    let told = failures.flat_map(|n| {
        let findings = n.text().unwrap().split("\n\n").count();
        std::iter::repeat_n(n.attribute("type").unwrap(), findings)
    });
    assert_eq!(counted(told), rules);
}

#[test]
fn a_row_of_the_claims_is_what_its_document_says_there() {
    let report = corpus_with(Detail {
        claims: true,
        texts: true,
        ..Detail::default()
    });
    let rows = rows(&claims::csv(&report));
    assert!(rows.len() > 300);
    for row in &rows {
        let document = report.documents.iter().find(|d| d.path == row["source"]);
        let document = document.unwrap();
        assert_eq!(document.story.as_ref(), Some(&row["story"]));
        let at = |column: &str| row[column].parse::<usize>().unwrap();
        let text = &document.text.as_ref().unwrap()[at("start")..at("end")];
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(row["value"], words.join(" "));
    }
    // Every answer of a finding on figures is a row with the finding's key.
    let figures = report.findings.iter().filter(|f| f.kind == "money");
    for group in figures.flat_map(|f| f.groups.iter().map(move |g| (f, g))) {
        let (finding, first) = (group.0, &group.1.mentions[0]);
        let path = &report.documents[first.document].path;
        let told = rows
            .iter()
            .find(|row| row["source"] == *path && row["start"] == first.start.to_string());
        let told = told.unwrap_or_else(|| panic!("no row for {first:?}"));
        assert_eq!(told["key"], finding.fingerprint);
        assert_eq!(told["question"], finding.about);
    }
}

#[test]
fn sarif_holds_to_its_schema() {
    let mut schema = parsed(include_str!("data/sarif-schema-2.1.0.json"));
    // The pattern of a language has a bracket too many, which only some readers of patterns forgive. None is written here.
    for part in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][part]["properties"]["language"];
        assert!(
            language
                .as_object_mut()
                .unwrap()
                .remove("pattern")
                .is_some()
        );
    }
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&schema).unwrap();
    let empty = Report::new([story(&[("a.txt", "Nothing."), ("b.txt", "Nothing.")], None)]);
    let strangers = [
        (
            "a.txt",
            "Ann Miller of Ostby sold Norwick Bank to Piet Hoek in Delft for $4 million.",
        ),
        (
            "b c.txt",
            "Kofi Mensah saw Accra beat Kumasi in Tamale, said Ama Owusu of Radio Volta.",
        ),
    ];
    let strangers = Report::new([story(&strangers, None)]);
    for report in [empty, strangers, museum(), hostile(), corpus()] {
        let log = parsed(&sarif::report(&report, &paths()));
        let errors: Vec<String> = validator
            .iter_errors(&log)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn the_columns_of_sarif_count_as_editors_do() {
    let log = parsed(&sarif::report(&museum(), &Paths::default()));
    let result = &log["runs"][0]["results"];
    let mut seen = 0;
    for result in list(result) {
        for location in list(&result["locations"])
            .iter()
            .chain(list(&result["relatedLocations"]))
        {
            let place = &location["physicalLocation"];
            let (_, text) = MUSEUM
                .iter()
                .find(|(path, _)| place["artifactLocation"]["uri"] == *path)
                .unwrap();
            let at = |key: &str| place["region"][key].as_u64().unwrap() as usize;
            let line: Vec<u16> = text
                .lines()
                .nth(at("startLine") - 1)
                .unwrap()
                .encode_utf16()
                .collect();
            let value =
                String::from_utf16(&line[at("startColumn") - 1..at("endColumn") - 1]).unwrap();
            assert_eq!(place["region"]["snippet"]["text"], value);
            seen += 1;
        }
    }
    assert_eq!(seen, 4);
}

#[test]
fn hostile_text_stays_text_in_every_format() {
    let (report, paths) = (hostile(), Paths::default());
    let n = report.findings.len();

    let object = parsed(&json::report(&report));
    assert_eq!(object["findings"][0]["message"], HOSTILE);

    let lines = jsonl::report(&report);
    // What is allowed is told, too.
    assert_eq!(lines.lines().count(), n + 1);
    assert!(lines.lines().all(|line| parsed(line)["message"] == HOSTILE));

    let log = github::report(&report, &paths);
    assert_eq!(commands(&log).len(), n);
    assert_eq!(log.lines().count(), n + 1);
    for (_, properties, text) in commands(&log) {
        let keys: Vec<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(keys, ["col", "endColumn", "file", "line", "title"]);
        assert!(text.contains("%0A"), "{text}");
    }

    let rows = rows(&csv::report(&report));
    assert_eq!(rows.len(), n + 1);
    assert!(
        rows.iter()
            .all(|row| row["message"].contains("\"d\", <script>"))
    );

    let xml = junit::report(&report, Level::Note, &paths);
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let failures = tree
        .descendants()
        .filter(|node| node.has_tag_name("failure"));
    assert_eq!(failures.clone().count(), n);
    assert!(
        failures
            .into_iter()
            .all(|f| f.text().unwrap().contains("<script>e</script> ]]> &amp;"))
    );

    let table = markdown::report(&report);
    let rows: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .collect();
    assert_eq!(rows.len(), n);
    for row in rows {
        let bars = row
            .match_indices('|')
            .filter(|&(at, _)| !row[..at].ends_with('\\'));
        assert_eq!(bars.count(), 4, "{row}");
    }

    let claims = claims::csv(&report);
    assert!(claims.contains("'=j") && claims.lines().count() > n);

    for shown in [&table, &log, &xml, &claims] {
        assert!(
            !shown.contains(['\u{202e}', '\0', '\u{1b}', '\u{2028}']),
            "{shown}"
        );
    }
}

/// Holds a document of JUnit to the schema of Jenkins, by xmllint; without it, only where it need not be there.
fn hold_to_junit_schema(xml: &str) {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/junit-10.xsd");
    let mut child = match Command::new("xmllint")
        .args(["--nonet", "--noout", "--schema", schema, "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
    {
        Ok(child) => child,
        Err(error) => {
            let required = std::env::var_os("CROSSCHECK_XMLLINT").is_some();
            assert!(!required, "xmllint: {error}");
            return;
        }
    };
    let mut input = child.stdin.take().unwrap();
    input.write_all(xml.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[test]
fn junit_is_what_its_schema_says() {
    for failing in [Level::Note, Level::Error] {
        hold_to_junit_schema(&junit::report(&corpus(), failing, &paths()));
        hold_to_junit_schema(&junit::report(&hostile(), failing, &paths()));
    }
    hold_to_junit_schema(&junit::report(&Report::new([]), Level::Note, &paths()));
}

#[test]
fn the_cases_of_junit_stand_as_its_schema_has_them() {
    let report = corpus();
    let xml = junit::report(&report, Level::Error, &paths());
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let root = tree.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let number =
        |node: roxmltree::Node, key| node.attribute(key).unwrap().parse::<usize>().unwrap();
    let elements = |node: roxmltree::Node<'_, '_>| {
        node.children()
            .filter(|n| n.is_element())
            .map(|n| n.id())
            .collect::<Vec<_>>()
    };
    let (mut tests, mut failures) = (0, 0);
    for suite in elements(root)
        .into_iter()
        .map(|id| tree.get_node(id).unwrap())
    {
        assert!(suite.has_tag_name("testsuite") && suite.has_attribute("name"));
        let cases: Vec<roxmltree::Node> = elements(suite)
            .into_iter()
            .map(|id| tree.get_node(id).unwrap())
            .collect();
        assert!(cases.iter().all(|case| case.has_tag_name("testcase")));
        let names: Vec<&str> = cases
            .iter()
            .map(|case| case.attribute("name").unwrap())
            .collect();
        assert_eq!(
            counted(names.iter().copied()).len(),
            names.len(),
            "a case has a name of its own"
        );
        assert!(
            cases
                .iter()
                .all(|case| case.attribute("classname") == suite.attribute("name"))
        );
        let failed = |case: &&roxmltree::Node| case.children().any(|n| n.has_tag_name("failure"));
        assert_eq!(number(suite, "tests"), cases.len());
        assert_eq!(
            number(suite, "failures"),
            cases.iter().filter(failed).count()
        );
        tests += cases.len();
        failures += cases.iter().filter(failed).count();
        for part in cases
            .iter()
            .flat_map(|case| case.children().filter(|n| n.is_element()))
        {
            assert!(["failure", "system-out"].contains(&part.tag_name().name()));
        }
    }
    assert_eq!(
        (number(root, "tests"), number(root, "failures")),
        (tests, failures)
    );
    let errors = report
        .findings
        .iter()
        .filter(|f| f.level == "error")
        .count();
    assert!(failures > 0 && failures <= errors);
}

#[test]
fn a_comment_is_never_longer_than_its_site_allows() {
    let mut report = museum();
    report.findings = report.findings.iter().cycle().take(400).cloned().collect();
    let comment = markdown::report(&report);
    let rows = comment
        .lines()
        .filter(|line| line.starts_with("| `"))
        .count();
    assert!(comment.chars().count() <= 65_536);
    assert_eq!(rows, 400, "without the sentences all rows fit");
    assert!(comment.contains("The sentences are left out"), "{comment}");

    report.findings = report.findings.iter().cycle().take(4000).cloned().collect();
    let comment = markdown::report(&report);
    let rows = comment
        .lines()
        .filter(|line| line.starts_with("| `"))
        .count();
    assert!(comment.chars().count() <= 65_536);
    let said = format!("{} findings and all sentences are left out", 4000 - rows);
    assert!(rows > 300 && comment.contains(&said), "{rows}");
}
