//! What goes wrong around the program: files that cannot be read or change while they are, disks that are full, a user who has
//! seen enough. Each time one message says what and where, the rest of the work is done, and no file is left half written.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crosscheck::corpus::walk::Walk;
use crosscheck::corpus::{Corpus, Grouping, Opened};

const ONE: &str = "The new bridge at Ellery cost $44 million to build, Mayor Ann Smith said.\n";
const TWO: &str =
    "Mayor Ann Smith said that the new bridge at Ellery had cost $75 million to build.\n";

/// A folder of this test's own, which goes with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(files: &[(&str, &str)]) -> Scratch {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("crosscheck-faults-{}-{number}", std::process::id());
        let folder = Scratch(std::env::temp_dir().join(name));
        for (name, text) in files {
            let path = folder.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    /// What lies in the folder itself.
    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> = names
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.0).env_remove("GITHUB_ACTIONS");
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(PROGRAM).args(arguments).output().unwrap())
    }

    /// Runs a line of the shell, in which `$0` is the program.
    fn shell(&self, line: &str) -> Ran {
        Ran::of(
            self.command("sh")
                .args(["-c", line, PROGRAM])
                .output()
                .unwrap(),
        )
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_crosscheck");

/// How a run ended, and what it said.
struct Ran {
    status: Option<i32>,
    said: String,
    complained: String,
}

impl Ran {
    fn of(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran {
            status: output.status.code(),
            said: text(output.stdout),
            complained: text(output.stderr),
        }
    }

    /// One line of complaint that says this, and the status of work that could not be done.
    fn failed(&self, why: &str) {
        assert_eq!(self.status, Some(2), "{}", self.complained);
        let lines: Vec<&str> = self
            .complained
            .lines()
            .filter(|l| l.contains(why))
            .collect();
        assert_eq!(lines.len(), 1, "{why}: {}", self.complained);
        assert!(!self.complained.contains("panicked"), "{}", self.complained);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_rest_is_compared() {
    let folder = Scratch::new(&[("a.txt", ONE), ("b.txt", TWO)]);
    symlink("loop.txt", folder.path("loop.txt")).unwrap();
    // Nothing is mapped where this begins.
    symlink("/proc/self/mem", folder.path("mem.txt")).unwrap();
    for (bad, why) in [
        ("none.txt", "`none.txt` does not exist"),
        ("loop.txt", "failed to read `loop.txt`"),
        ("mem.txt", "failed to read `mem.txt`"),
        (".", "`.` is a directory"),
    ] {
        if bad == "mem.txt" && !Path::new("/proc/self/mem").exists() {
            continue;
        }
        let ran = folder.run(&["diff", "a.txt", bad, "b.txt"]);
        ran.failed(why);
        assert!(ran.said.contains("$75 million"), "{}", ran.said);
    }
}

#[test]
fn a_file_that_nobody_allows_to_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Scratch::new(&[("a.txt", ONE), ("b.txt", TWO), ("c.txt", ONE)]);
    fs::set_permissions(folder.path("c.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    // Nothing is forbidden to root.
    if fs::read(folder.path("c.txt")).is_ok() {
        return;
    }
    folder
        .run(&["diff", "a.txt", "b.txt", "c.txt"])
        .failed("`c.txt` may not be read");
}

#[test]
fn what_changes_between_being_found_and_being_compared_is_said() {
    let records = "{\"id\": 1, \"text\": \"One.\"}\n{\"id\": 2, \"text\": \"Two.\"}\n";
    let folder = Scratch::new(&[("a.txt", ONE), ("b.txt", TWO), ("r.jsonl", records)]);
    let files = |endings| {
        let walk = Walk {
            roots: vec![folder.0.clone()],
            endings,
            ..Walk::default()
        };
        walk.files().0
    };
    let (corpus, problems) = Corpus::of_files(&files(None), Some(Grouping::Folder), None);
    assert!(problems.is_empty());
    fs::remove_file(folder.path("a.txt")).unwrap();
    // What waits in memory is compared as it was found; what is read again is not there.
    let waited = corpus.open(&[0, 1]);
    assert_eq!((waited.documents.len(), waited.problems.len()), (2, 0));
    let Opened {
        documents,
        problems,
        ..
    } = corpus.open(&[0, 1]);
    assert_eq!(documents.len(), 1);
    assert!(problems[0].to_string().contains("a.txt` does not exist"));
    let (corpus, problems) = Corpus::of_records(&files(Some(&["jsonl"])), None, None);
    assert!(problems.is_empty());
    fs::write(folder.path("r.jsonl"), &records[..40]).unwrap();
    assert_eq!(corpus.open(&[0, 1]).documents.len(), 2);
    let Opened {
        documents,
        problems,
        ..
    } = corpus.open(&[0, 1]);
    assert_eq!(documents.len(), 1);
    assert!(
        problems[0].to_string().contains("r.jsonl:2: "),
        "{problems:?}"
    );
}

#[test]
fn a_full_disk_is_said_and_leaves_what_was_there() {
    let folder = Scratch::new(&[("a.txt", ONE), ("b.txt", TWO), ("out.json", "before\n")]);
    if Path::new("/dev/full").exists() {
        let full = "diff a.txt b.txt --output /dev/full";
        folder
            .shell(&format!("$0 {full}"))
            .failed("failed to write `/dev/full`");
        for command in [
            "diff a.txt b.txt",
            "diff a.txt b.txt --format json",
            "diff a.txt b.txt --show tokens",
            "extract a.txt",
            "extract --format jsonl a.txt",
            "check .",
            "explain",
            "completions bash",
            "man",
        ] {
            folder
                .shell(&format!("$0 {command} > /dev/full"))
                .failed("No space left on device");
        }
    }
    // A file may grow to a block or two, and the report is longer.
    let small =
        |command: &str| folder.shell(&format!("trap '' XFSZ; ulimit -f 1; exec $0 {command}"));
    small("diff a.txt b.txt --format html --output out.json").failed("failed to write ");
    small("diff a.txt b.txt --format html=out.json").failed("failed to write ");
    assert_eq!(
        fs::read_to_string(folder.path("out.json")).unwrap(),
        "before\n"
    );
    small("init").failed("failed to write `crosscheck.toml`");
    assert_eq!(folder.names(), ["a.txt", "b.txt", "out.json"]);
}

#[test]
fn a_report_goes_where_it_is_told_or_nowhere() {
    let folder = Scratch::new(&[
        ("a.txt", ONE),
        ("b.txt", TWO),
        ("kept/report.json", "before\n"),
    ]);
    symlink("kept/report.json", folder.path("link.json")).unwrap();
    let to = |path: &str| {
        folder.run(&[
            "diff", "a.txt", "b.txt", "--format", "json", "--output", path,
        ])
    };
    to("none/report.json").failed("failed to write `none/report.json`");
    to("kept").failed("failed to write ");
    to("a.txt").failed("`a.txt`");
    assert_eq!(fs::read_to_string(folder.path("a.txt")).unwrap(), ONE);
    assert_eq!(to("link.json").status, Some(1));
    assert!(folder.path("link.json").is_symlink());
    let report = fs::read_to_string(folder.path("kept/report.json")).unwrap();
    assert!(report.starts_with('{'), "{report}");
    assert_eq!(folder.names(), ["a.txt", "b.txt", "kept", "link.json"]);
}

#[test]
fn an_interrupted_run_leaves_what_was_there() {
    let folder = Scratch::new(&[("a.txt", ONE), ("out.json", "before\n")]);
    // A pipe that nobody writes to: the run waits for its second document.
    let ran = folder.shell(
        "mkfifo b.txt; $0 diff a.txt b.txt --format json --output out.json & sleep 0.3; kill -INT $!; kill -TERM $!; wait $!",
    );
    assert!(
        ran.status.is_none_or(|status| status > 128),
        "{:?}",
        ran.status
    );
    assert_eq!(
        fs::read_to_string(folder.path("out.json")).unwrap(),
        "before\n"
    );
    assert_eq!(folder.names(), ["a.txt", "b.txt", "out.json"]);
}

#[test]
fn links_lead_neither_around_in_a_corpus_nor_out_of_it() {
    let folder = Scratch::new(&[
        ("in/a.txt", ONE),
        ("in/b.txt", TWO),
        ("out/c.txt", "Two died in Ellery.\n"),
    ]);
    symlink("..", folder.path("in/up")).unwrap();
    symlink("../out", folder.path("in/out")).unwrap();
    symlink("../out/c.txt", folder.path("in/c.txt")).unwrap();
    symlink("none", folder.path("in/none.txt")).unwrap();
    let ran = folder.run(&["check", "in", "--list-stories"]);
    assert_eq!(ran.status, Some(0), "{}", ran.complained);
    assert!(
        ran.said.contains("in/a.txt") && ran.said.contains("in/b.txt"),
        "{}",
        ran.said
    );
    assert!(
        !ran.said.contains("c.txt") && !ran.said.contains("none"),
        "{}",
        ran.said
    );
}

#[test]
fn names_that_are_no_text_are_read_and_shown_as_they_can_be() {
    let folder = Scratch::new(&[("s/a.txt", ONE)]);
    let odd = [
        OsStr::from_bytes(b"s/caf\xe9.txt"),
        OsStr::from_bytes(b"s/line\nbreak\x1b[31m.txt"),
        OsStr::from_bytes(b"s/-.txt"),
    ];
    for name in odd {
        // Some file systems take text only.
        if fs::write(folder.path(name), TWO).is_err() {
            continue;
        }
        for format in [
            "text", "json", "jsonl", "markdown", "sarif", "github", "junit", "csv", "html",
        ] {
            let mut command = folder.command(PROGRAM);
            command
                .args(["diff", "s/a.txt"])
                .arg(name)
                .args(["--format", format]);
            let ran = Ran::of(command.output().unwrap());
            assert_eq!(ran.status, Some(1), "{name:?} {format}: {}", ran.complained);
            assert!(
                !ran.said.contains("\x1b[31m"),
                "{name:?} {format}: {}",
                ran.said
            );
            let ran = folder.run(&["check", "s", "--format", format]);
            assert_eq!(ran.status, Some(1), "{name:?} {format}: {}", ran.complained);
        }
        fs::remove_file(folder.path(name)).unwrap();
    }
}

#[test]
fn a_reader_who_leaves_ends_the_run_quietly() {
    let folder = Scratch::new(&[("a.txt", &ONE.repeat(400)), ("b.txt", TWO)]);
    for command in [
        "diff a.txt b.txt --show tokens",
        "extract a.txt",
        "extract --format jsonl a.txt",
        "diff a.txt b.txt --format html",
    ] {
        let ran = folder.shell(&format!("$0 {command} | head -c 10 > /dev/null"));
        assert_eq!(ran.complained, "", "{command}");
    }
}

#[test]
fn of_a_document_with_too_many_figures_it_is_said_that_not_all_are_compared() {
    let long: String = (0..1_200)
        .map(|i| {
            format!(
                "In district {i} of Ellery, {} houses burned.\n",
                i * 7 % 1000 + 13
            )
        })
        .collect();
    let folder = Scratch::new(&[
        ("s/a.txt", &long),
        ("s/b.txt", "In district 7 of Ellery, 62 houses burned.\n"),
    ]);
    for arguments in [&["diff", "s/a.txt", "s/b.txt"][..], &["check", "s"]] {
        let ran = folder.run(arguments);
        let note = "`s/a.txt` gives 1200 figures and dates, of which the first 1000 are compared";
        assert!(
            ran.complained.contains(note),
            "{arguments:?}: {}",
            ran.complained
        );
    }
}
