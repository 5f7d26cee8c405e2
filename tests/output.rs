//! What a run leaves behind besides its text: files, colours, a closed pipe.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn crosscheck() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/files"))
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("GITHUB_ACTIONS")
        .env_remove("GITHUB_WORKSPACE");
    command
}

fn run(arguments: &[&str]) -> Output {
    crosscheck().args(arguments).output().unwrap()
}

/// A folder of its own for each test, empty at its start.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_report_goes_to_a_file_whole_and_leaves_nothing_beside_it() {
    let folder = folder("whole");
    let file = folder.join("report.txt");
    std::fs::write(&file, "what was there before").unwrap();
    let arguments = ["diff", "museum-a.txt", "museum-b.txt", "--color", "auto"];
    let printed = run(&arguments);
    let written = crosscheck()
        .args(arguments)
        .arg("--output")
        .arg(&file)
        .output()
        .unwrap();
    assert_eq!(written.status.code(), printed.status.code());
    assert!(written.stdout.is_empty() && written.stderr.is_empty());
    assert_eq!(std::fs::read(&file).unwrap(), printed.stdout);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_report_written_through_a_link_keeps_the_link() {
    let folder = folder("link");
    let (file, link) = (folder.join("report.txt"), folder.join("latest.txt"));
    std::fs::write(&file, "").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    crosscheck()
        .args(["diff", "museum-a.txt", "museum-c.txt", "--output"])
        .arg(&link)
        .output()
        .unwrap();
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .starts_with("no disagreements")
    );
}

#[test]
fn colours_come_only_when_they_are_asked_for() {
    let escapes = |output: &Output| output.stdout.contains(&0x1b);
    let pair = ["diff", "museum-a.txt", "museum-b.txt"];
    let with = |color: &str| run(&[&pair[..], &["--color", color]].concat());
    assert!(!escapes(&run(&pair)), "a pipe is no terminal");
    assert!(!escapes(&with("auto")));
    assert!(!escapes(&with("never")));
    assert!(escapes(&with("always")));
    let no_color = crosscheck()
        .args(pair)
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(!escapes(&no_color));
}

#[test]
fn a_log_that_github_reads_gets_annotations_told_from_the_checkout() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .canonicalize()
        .unwrap();
    let in_actions = |arguments: &[&str]| {
        let mut command = crosscheck();
        command.env("GITHUB_ACTIONS", "true");
        command.env("GITHUB_WORKSPACE", &root);
        let output = command.args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let pair = ["diff", "museum-a.txt", "./museum-b.txt"];
    let annotation = "::error file=tests/cli/files/museum-a.txt,line=2,";
    assert!(in_actions(&pair).starts_with(annotation));
    let text = in_actions(&[&pair[..], &["--format", "text"]].concat());
    assert!(text.starts_with("error[money-mismatch]"));
    let folder = folder("actions");
    let (sarif, csv) = (folder.join("out.sarif"), folder.join("out.csv"));
    let formats = [
        format!("sarif={}", sarif.display()),
        format!("csv={}", csv.display()),
    ];
    let nothing = in_actions(
        &[
            &pair[..],
            &["--format", &formats[0], "--format", &formats[1]],
        ]
        .concat(),
    );
    assert_eq!(nothing, "");
    let sarif = std::fs::read_to_string(sarif).unwrap();
    assert!(sarif.contains("\"uri\":\"tests/cli/files/museum-b.txt\""));
    assert!(
        std::fs::read_to_string(csv)
            .unwrap()
            .starts_with("story,rule,")
    );
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let mut child = crosscheck()
        .args(["diff", "--show", "tokens"])
        .arg(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/corpus/film-studio-hack/wire.txt"
        ))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut complaints = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut complaints)
        .unwrap();
    assert_eq!(complaints, "");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_closed_pipe_hides_no_findings_and_no_other_report() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/film-studio-hack");
    let other = std::env::temp_dir().join(format!("crosscheck-{}-pipe.json", std::process::id()));
    let mut child = crosscheck()
        .arg("diff")
        .args([folder.join("wire.txt"), folder.join("daily.md")])
        .args(["--format", "text", "--format"])
        .arg(format!("json={}", other.display()))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1), "it has findings");
    assert!(std::fs::read_to_string(&other).unwrap().starts_with('{'));
    std::fs::remove_file(other).unwrap();
}

#[test]
fn what_nobody_would_see_is_said() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/film-studio-hack");
    let said = |flags: &[&str]| {
        let output = crosscheck()
            .arg("diff")
            .args([folder.join("wire.txt"), folder.join("daily.md")])
            .args(flags)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said)
    };
    assert_eq!(
        said(&["--format", "junit", "--only-in"]),
        (
            Some(1),
            "crosscheck: note: `--only-in` adds nothing to `junit`; what shows it is `text`, `json`, `html`\n"
                .to_owned()
        )
    );
    assert_eq!(said(&["--only-in"]), (Some(1), String::new()));
    let file = std::env::temp_dir().join(format!("crosscheck-{}-none", std::process::id()));
    let format = format!("json={}", file.display());
    let (status, refused) = said(&["--format", &format, "--output", "report.txt"]);
    assert_eq!(status, Some(2));
    assert_eq!(
        refused,
        "crosscheck: no format goes to `report.txt`, as each has a file of its own; leave out `--output`\n"
    );
}

#[test]
fn the_folder_of_a_story_can_be_named_by_a_pattern() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/film-studio-hack");
    let files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let output = crosscheck().arg("diff").args(files).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1), "it has findings");
}

#[test]
fn a_report_for_a_ci_server_says_what_was_not_compared() {
    let folder = folder("not-compared");
    let articles = [
        "The ferry Halvard ran aground off Vik on Monday, said Greta Lind, and 40 people on board were taken to Ostby.",
        "Judge Peter Moss sentenced Tom Arden to four years in Leeds on Friday, and 40 people watched in Court Five.",
    ];
    let files = ["a.txt", "b.txt"].map(|name| folder.join(name));
    for (file, article) in files.iter().zip(articles) {
        std::fs::write(file, article).unwrap();
    }
    let output = crosscheck()
        .args(["diff", "--format", "junit"])
        .args(&files)
        .output()
        .unwrap();
    let xml = String::from_utf8(output.stdout).unwrap();
    let said =
        "b.txt` have too little in common to tell one story, and were not compared</system-out>";
    assert!(xml.contains(said), "{xml}");
}

#[test]
fn a_draft_in_text_has_the_lists_that_are_asked_for() {
    let folder = folder("lists");
    let (draft, source) = (folder.join("draft.txt"), folder.join("source.txt"));
    let prose = "The mill in Ostby burned down on 4 March 2014, and 12 people were hurt. Greta Lind, 54, who owns it, put the damage at $3 million.";
    std::fs::write(&source, format!("{prose} Some 40 firemen from Vik came.")).unwrap();
    std::fs::write(&draft, prose.replace("54", "51")).unwrap();
    let said = |options: &[&str]| {
        let run = crosscheck()
            .arg("verify")
            .arg(&draft)
            .arg("--source")
            .arg(&source)
            .args(options)
            .output();
        String::from_utf8(run.unwrap().stdout).unwrap()
    };
    let p = |option: &str, line: &str| {
        assert!(said(&[option]).contains(line), "{}", said(&[option]));
        assert!(!said(&[]).contains(line), "{}", said(&[]));
    };
    p("--only-in", "  Vik (place): 1:");
    p("--agreements", "  $3 million (");
    p(
        "--explain",
        "ages that cannot both be right of one thing: 51 years / 54 years",
    );
}
