//! A corpus checked as its owner would do it, day after day: the baseline, and what must not disturb it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const WIRE: &str = "A ferry with 112 people on board sank off Ostby on Monday night, the coast guard said.\n\n\
                    The captain, Viktor Harmenko, 54, told rescuers that the cargo of 40 trucks had moved.\n\n\
                    The harbour was built in 1962 for $14 million.\n";
const MAIL: &str = "The coast guard said that the ferry had 115 people on board when it sank off Ostby on Monday night.\n\n\
                    Its captain, Viktor Harmenko, 54, blamed the cargo of 40 trucks.\n\n\
                    The harbour was built in 1962 for $14 million.\n";

/// A folder of its own, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("crosscheck-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn check(&self, arguments: &[&str]) -> Run {
        self.check_in(".", arguments)
    }

    fn check_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let mut all = vec!["check"];
        all.extend(arguments);
        self.run_in(folder, &all)
    }

    fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
            .args(arguments)
            .current_dir(self.0.join(Path::new(folder)))
            .output()
            .unwrap();
        Run(output)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

struct Run(Output);

impl Run {
    fn status(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    fn output(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    fn said(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    /// The messages of the findings.
    fn found(&self) -> Vec<String> {
        let output = self.output();
        let lines = output.lines().filter(|l| l.starts_with("error["));
        lines
            .filter_map(|l| Some(l.rsplit_once(": ")?.1.to_owned()))
            .collect()
    }

    /// Expects an exit status and findings.
    fn expect(&self, status: i32, found: &[&str]) {
        assert_eq!(self.found(), found, "{}\n{}", self.output(), self.said());
        assert_eq!(self.status(), status, "{}\n{}", self.output(), self.said());
    }
}

#[test]
fn a_corpus_is_adopted_and_kept_clean() {
    let folder = Folder::new("adopted");
    folder.write("news/ferry/wire.txt", WIRE);
    folder.write("news/ferry/mail.txt", MAIL);
    let begun = folder.run_in(".", &["init"]);
    assert_eq!(begun.status(), 0, "{}", begun.said());
    folder.check(&["news"]).expect(1, &["115 / 112"]);

    let written = folder.check(&["news", "--write-baseline"]);
    written.expect(0, &[]);
    assert!(
        written
            .said()
            .contains("`crosscheck-baseline.json` accepts 1 finding now, 1 of them new"),
        "{}",
        written.said()
    );
    let again = folder.check(&["news"]);
    again.expect(0, &[]);
    assert!(
        again
            .output()
            .contains("1 finding accepted by the baseline")
    );
    folder
        .check(&["news", "--no-baseline"])
        .expect(1, &["115 / 112"]);

    // A new disagreement is the only one reported.
    folder.write(
        "news/ferry/mail.txt",
        &MAIL.replace("40 trucks", "14 trucks"),
    );
    folder.check(&["news"]).expect(1, &["14 / 40"]);
    folder.write("news/ferry/mail.txt", MAIL);
    folder.check(&["news"]).expect(0, &[]);

    // What is repaired is no longer to be accepted.
    folder.write("news/ferry/mail.txt", &MAIL.replace("115", "112"));
    let repaired = folder.check(&["news"]);
    repaired.expect(0, &[]);
    let said = repaired.said();
    assert!(
        said.contains(
            "accepts what is not found any more: news/ferry: sources give different figures: 115"
        ),
        "{said}"
    );
    let before = folder.read("crosscheck-baseline.json");
    assert_eq!(before.lines().count(), 3, "{before}");
    folder.check(&["news", "--write-baseline"]).expect(0, &[]);
    let after = folder.read("crosscheck-baseline.json");
    assert_eq!(
        after,
        "[{\"schema\":\"crosscheck.baseline/1\",\"paths\":[\"news\"]}\n]\n"
    );
    assert_eq!(folder.check(&["news"]).said(), "");
}

#[test]
fn what_was_accepted_stays_accepted_when_files_change_around_it() {
    let folder = Folder::new("stays");
    folder.write("ferry/wire.txt", WIRE);
    folder.write("ferry/mail.txt", MAIL);
    folder.check(&["--write-baseline"]).expect(0, &[]);
    let remove = |path: &str| std::fs::remove_file(folder.0.join(path)).unwrap();

    // An edit elsewhere in the article.
    let more = "The mayor of Ostby, Anna Lund, spoke of 3 hard days, and schools stay closed on Friday.\n\n";
    folder.write("ferry/wire.txt", &format!("{more}{WIRE}{more}"));
    folder.check(&[]).expect(0, &[]);

    // Paragraphs in another order.
    let mut paragraphs: Vec<&str> = WIRE.trim().split("\n\n").collect();
    paragraphs.rotate_left(1);
    folder.write("ferry/wire.txt", &paragraphs.join("\n\n"));
    folder.check(&[]).expect(0, &[]);

    // Renamed files, so that they come in another order.
    remove("ferry/wire.txt");
    remove("ferry/mail.txt");
    folder.write("ferry/a.md", WIRE);
    folder.write("ferry/b.txt", MAIL);
    folder.check(&[]).expect(0, &[]);

    // A renamed folder.
    std::fs::rename(folder.0.join("ferry"), folder.0.join("sunk")).unwrap();
    folder.check(&[]).expect(0, &[]);
    folder.check(&["--write-baseline"]).expect(0, &[]);
    assert!(
        folder
            .read("crosscheck-baseline.json")
            .contains("\"story\":\"sunk\"")
    );

    // A part of the corpus, and another folder to start in.
    folder.check(&["sunk"]).expect(0, &[]);
    folder.check(&["sunk/a.md", "sunk/b.txt"]).expect(0, &[]);
    folder
        .check_in("sunk", &["--baseline", "../crosscheck-baseline.json"])
        .expect(0, &[]);

    // The same words in another story were not accepted.
    folder.write("other/a.md", WIRE);
    folder.write("other/b.txt", MAIL);
    folder.check(&[]).expect(1, &["112 / 115"]);
}

#[test]
fn who_checks_a_part_neither_reports_nor_drops_what_was_accepted_elsewhere() {
    let folder = Folder::new("part");
    for story in ["news/one", "news/two", "old/three"] {
        folder.write(&format!("{story}/wire.txt"), WIRE);
        folder.write(&format!("{story}/mail.txt"), MAIL);
    }
    folder
        .check(&["news", "old", "--write-baseline"])
        .expect(0, &[]);
    let whole = folder.read("crosscheck-baseline.json");
    for arguments in [
        &["news"][..],
        &["old"],
        &["news/one"],
        &["news", "--story", "two"],
        &["news/two/wire.txt", "news/two/mail.txt"],
    ] {
        let run = folder.check(arguments);
        run.expect(0, &[]);
        assert_eq!(run.said(), "", "{arguments:?}");
        let mut write = arguments.to_vec();
        write.push("--write-baseline");
        folder.check(&write).expect(0, &[]);
        let header = |text: &str| text.split_once('\n').unwrap().1.to_owned();
        assert_eq!(
            header(&folder.read("crosscheck-baseline.json")),
            header(&whole),
            "{arguments:?}"
        );
    }
    // A story of the part that is gone is dead, one elsewhere is not looked at.
    std::fs::remove_dir_all(folder.0.join("news/two")).unwrap();
    std::fs::remove_dir_all(folder.0.join("old/three")).unwrap();
    let said = folder.check(&["news"]).said();
    assert!(
        said.contains(": news/two: ") && !said.contains("three"),
        "{said}"
    );
}

#[test]
fn what_is_allowed_and_of_no_use_is_accepted_and_reported_like_any_other_finding() {
    let folder = Folder::new("unused");
    folder.write("ferry/wire.txt", WIRE);
    folder.write("ferry/mail.txt", &MAIL.replace("115", "112"));
    folder.write(
        "crosscheck.toml",
        "[[allow]]\nrule = \"count-mismatch\"\ntext = \"115\"\nreason = \"the crew counts\"\n",
    );
    let unused = folder.check(&[]);
    assert_eq!(unused.status(), 1, "{}", unused.output());
    assert!(
        unused
            .output()
            .contains("warning[unused-allow]: this `[[allow]]` fits no finding any more"),
        "{}",
        unused.output()
    );
    // Who checks a part does not know.
    folder.check(&["ferry"]).expect(0, &[]);
    folder.check(&["--fail-on", "error"]).expect(0, &[]);
    folder.check(&["--write-baseline"]).expect(0, &[]);
    let accepted = folder.check(&[]);
    accepted.expect(0, &[]);
    assert_eq!(accepted.said(), "");
    // It is needed again, so there is nothing to accept.
    folder.write("ferry/mail.txt", MAIL);
    let needed = folder.check(&[]);
    needed.expect(0, &[]);
    assert!(
        needed
            .said()
            .contains("accepts what is not found any more: crosscheck.toml: "),
        "{}",
        needed.said()
    );
}

#[test]
fn a_baseline_calls_the_folder_it_stands_in_the_same_wherever_that_is() {
    let folder = Folder::new("here");
    folder.write("wire.txt", WIRE);
    folder.write("mail.txt", MAIL);
    folder.check(&["--write-baseline"]).expect(0, &[]);
    let accepted = folder.read("crosscheck-baseline.json");
    assert!(accepted.contains("\"story\":\".\""), "{accepted}");
    folder.check(&["."]).expect(0, &[]);
}

#[test]
fn a_damaged_baseline_is_one_message_with_its_line() {
    let folder = Folder::new("damaged");
    folder.write("ferry/wire.txt", WIRE);
    folder.write("ferry/mail.txt", MAIL);
    let head = "[{\"schema\":\"crosscheck.baseline/1\",\"paths\":[\".\"]}\n";
    let p = |text: &str, expected: &str| {
        folder.write("crosscheck-baseline.json", text);
        let run = folder.check(&[]);
        assert_eq!((run.status(), run.output().as_str()), (2, ""));
        let said = run.said();
        assert!(
            said.starts_with(&format!("crosscheck: crosscheck-baseline.json:{expected}"))
                && said.lines().count() == 1,
            "{said}"
        );
    };
    p("", "1: the baseline is damaged: EOF");
    p("{}", "1: the baseline is damaged: invalid type: map");
    p(
        "[]",
        "1: the baseline is damaged: the first line is missing",
    );
    p(
        "[{\"schema\":\"other/1\",\"paths\":[]}]",
        "1: the baseline is damaged: expected the schema `crosscheck.baseline/1`",
    );
    p(
        &format!("{head}<<<<<<< mine\n]\n"),
        "2: the baseline is damaged: expected",
    );
    p(
        &format!("{head},{{\"story\":\"a\",\"rule\":\"b\",\"message\":\"c\"}}\n]\n"),
        "2: the baseline is damaged: missing field `fingerprint`",
    );
    let missing = folder.check(&["--baseline", "none.json"]);
    assert_eq!(missing.status(), 2);
    assert!(
        missing
            .said()
            .contains("`none.json` does not exist; `--write-baseline` writes it")
    );
}

#[test]
fn the_output_is_the_same_whatever_the_number_of_threads() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let folder = Folder::new("threads");
    let run = |jobs: &str| {
        let run = folder.check(&[corpus, "--jobs", jobs]);
        (run.status(), run.output(), run.said())
    };
    let one = run("1");
    assert_eq!(one.0, 1);
    assert!(one.1.contains("in 11 stories"), "{}", one.1);
    assert_eq!(run("4"), one);
}

#[test]
fn every_format_tells_the_same_findings() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let folder = Folder::new("formats");
    let formats = [
        "text",
        "json",
        "jsonl",
        "markdown",
        "html",
        "sarif",
        "github",
        "junit",
        "csv",
        "claims-csv",
    ];
    let flags = formats.map(|format| format!("--format={format}={format}"));
    let mut arguments = vec![corpus, "--fail-on", "note"];
    arguments.extend(flags.iter().map(String::as_str));
    let run = folder.check(&arguments);
    assert_eq!(
        (run.status(), run.output(), run.said()),
        (1, String::new(), String::new())
    );

    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let key = |rule: &serde_json::Value, print: &serde_json::Value| {
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        (text(rule), text(print))
    };
    let report = json(&folder.read("json"));
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.len() > 20, "{}", findings.len());
    let told: Vec<(String, String)> = findings
        .iter()
        .map(|f| key(&f["rule"], &f["fingerprint"]))
        .collect();
    let of_lines: Vec<(String, String)> = folder
        .read("jsonl")
        .lines()
        .map(&json)
        .map(|f| key(&f["rule"], &f["fingerprint"]))
        .collect();
    assert_eq!(of_lines, told);
    let log = json(&folder.read("sarif"));
    let results = log["runs"][0]["results"].as_array().unwrap().iter();
    let of_results: Vec<(String, String)> = results
        .map(|r| key(&r["ruleId"], &r["partialFingerprints"]["crosscheck/v1"]))
        .collect();
    assert_eq!(of_results, told);
    let sheet = folder.read("csv");
    let mut sheet = csv::Reader::from_reader(sheet.as_bytes());
    let columns = sheet.headers().unwrap().clone();
    let column = |name: &str| columns.iter().position(|column| column == name).unwrap();
    let (rule, print) = (column("rule"), column("fingerprint"));
    let of_rows: Vec<(String, String)> = sheet
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[rule].to_owned(), row[print].to_owned()))
        .collect();
    assert_eq!(of_rows, told);

    // What is for reading has no fingerprints: rules, in their order, must do.
    let rules: Vec<&str> = told.iter().map(|(rule, _)| rule.as_str()).collect();
    let between = |text: &str, before: &str, after: &str| -> Vec<String> {
        let found = text.split(before).skip(1);
        found
            .filter_map(|rest| Some(rest.split_once(after)?.0.to_owned()))
            .collect()
    };
    let text = folder.read("text");
    let titles = text.lines().filter_map(|line| {
        let (level, rest) = line.split_once('[')?;
        let is_title = ["error", "warning", "note"].contains(&level);
        is_title.then(|| rest.split_once(']').unwrap().0)
    });
    assert_eq!(titles.collect::<Vec<_>>(), rules);
    assert_eq!(between(&folder.read("github"), ",title=", "::"), rules);
    assert_eq!(between(&folder.read("markdown"), "\n| `", "`"), rules);
    let cards = folder.read("html");
    let cards = between(&cards, "<li class=\"card ", ">\n");
    let data = cards
        .iter()
        .map(|card| between(card, " data-r=\"", "\"").concat());
    assert_eq!(data.collect::<Vec<_>>(), rules);
    let xml = folder.read("junit");
    let tree = roxmltree::Document::parse(&xml).unwrap();
    for finding in findings {
        let (rule, story) = (finding["rule"].as_str(), finding["story"].as_str());
        let message = finding["message"].as_str().unwrap();
        let mut cases = tree.descendants().filter(|node| {
            node.has_tag_name("testcase")
                && node.attribute("name") == rule
                && node.attribute("classname") == story
        });
        let case = cases.next().unwrap();
        let failure = case.children().find(|n| n.has_tag_name("failure")).unwrap();
        assert!(failure.text().unwrap().contains(message), "{message}");
    }
    // A row a claim, and those of a finding are among them.
    let claims = folder.read("claims-csv");
    for (_, print) in told.iter().filter(|(rule, _)| rule == "money-mismatch") {
        assert!(claims.contains(print.as_str()), "{print}");
    }
}

#[test]
fn a_sample_shows_so_many_findings_and_the_same_ones_every_time() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let folder = Folder::new("sample");
    let run = |seed: &str, jobs: &str| {
        folder.check(&[corpus, "--sample", "3", "--seed", seed, "--jobs", jobs])
    };
    let one = run("1", "1");
    assert!(one.output().contains("shown: 3 of "), "{}", one.output());
    assert_eq!(run("1", "3").output(), one.output());
    assert_ne!(run("2", "1").output(), one.output());
}
