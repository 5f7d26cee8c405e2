//! A check that remembers: the same bytes whether a cache is cold, warm, damaged, shared or not there at all.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A folder of its own, gone when the test ends.
struct Folder(PathBuf);

/// A story of two articles on a ferry, of which one gives another number.
fn ferry(town: &str, aboard: u32) -> [String; 2] {
    [
        format!(
            "A ferry with {aboard} people on board sank off {town} on Monday night, the coast guard said.\n\n\
             The captain, Viktor Harmenko, 54, told rescuers that the cargo of 40 trucks had moved.\n"
        ),
        format!(
            "The coast guard said that the ferry had 112 people on board when it sank off {town} on Monday night.\n\n\
             Its captain, Viktor Harmenko, 54, blamed the cargo of 40 trucks.\n"
        ),
    ]
}

impl Folder {
    /// Four stories, of which two hold a disagreement.
    fn new(name: &str) -> Folder {
        let path =
            std::env::temp_dir().join(format!("crosscheck-cache-{}-{name}", std::process::id()));
        let folder = Folder(path);
        for (town, aboard) in [
            ("Ostby", 115),
            ("Marten", 112),
            ("Dorval", 131),
            ("Ellery", 112),
        ] {
            let [wire, mail] = ferry(town, aboard);
            folder.write(&format!("articles/{town}/wire.txt"), &wire);
            folder.write(&format!("articles/{town}/mail.txt"), &mail);
        }
        folder
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn start(&self, arguments: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_crosscheck"))
            .args(["check", "articles"])
            .args(arguments)
            .current_dir(&self.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    fn check(&self, arguments: &[&str]) -> Run {
        Run(self.start(arguments).wait_with_output().unwrap())
    }

    /// The one file in the cache.
    fn cache(&self) -> PathBuf {
        let files = std::fs::read_dir(self.0.join("cache")).unwrap();
        let files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        files[0].clone()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[derive(PartialEq)]
struct Run(Output);

impl std::fmt::Debug for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        write!(
            f,
            "{}\n{}\n{}",
            self.0.status,
            text(&self.0.stdout),
            text(&self.0.stderr)
        )
    }
}

const CACHE: [&str; 2] = ["--cache-dir", "cache"];

fn with<'a>(cache: &[&'a str], flags: &[&'a str]) -> Vec<&'a str> {
    [cache, flags].concat()
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn a_run_writes_the_same_bytes_cold_warm_and_without_a_cache() {
    for flags in [
        &[][..],
        &["--format", "json"],
        &["--format", "json", "--agreements", "--explain"],
        &["--format", "html"],
        &["--only-in"],
        &["--format", "claims-csv"],
        &["--format", "sarif", "--stories", "auto"],
        &["--stories", "auto", "--no-self", "--jobs", "1"],
        &["--statistics"],
        &["--sample", "1", "--seed", "3"],
    ] {
        let folder = Folder::new("same");
        let without = folder.check(&with(&["--no-cache"], flags));
        let cold = folder.check(&with(&CACHE, flags));
        let kept = bytes(&folder.cache());
        let warm = folder.check(&with(&CACHE, flags));
        assert_eq!(without, cold, "{flags:?}");
        assert_eq!(cold, warm, "{flags:?}");
        assert_eq!(
            kept,
            bytes(&folder.cache()),
            "nothing changed, and nothing is written"
        );
    }
}

#[test]
fn what_the_settings_allow_is_asked_anew_of_what_was_kept() {
    let folder = Folder::new("settings");
    let found = folder.check(&CACHE);
    assert_eq!(found.0.status.code(), Some(1));
    folder.write(
        "crosscheck.toml",
        "[[allow]]\nrule = \"count-mismatch\"\nreason = \"known\"\n",
    );
    assert_eq!(folder.check(&CACHE), folder.check(&["--no-cache"]));
    assert_eq!(folder.check(&CACHE).0.status.code(), Some(0));
    folder.write(
        "crosscheck.toml",
        "[[name]]\nuse = \"Viktor Harmenkow\"\ninstead_of = [\"Viktor Harmenko\"]\n",
    );
    assert_eq!(folder.check(&CACHE), folder.check(&["--no-cache"]));
}

#[test]
fn an_article_that_changed_is_compared_anew() {
    for how in ["folder", "auto"] {
        let folder = Folder::new(how);
        let flags = with(&CACHE, &["--stories", how]);
        folder.check(&flags);
        let [wire, mail] = ferry("Marten", 140);
        folder.write("articles/Marten/wire.txt", &wire);
        let edited = folder.check(&flags);
        assert_eq!(edited, folder.check(&["--no-cache", "--stories", how]));
        let told = String::from_utf8_lossy(&edited.0.stdout).into_owned();
        assert!(told.contains("140"), "{told}");
        // The same bytes under another name are another document.
        std::fs::remove_file(folder.0.join("articles/Marten/mail.txt")).unwrap();
        folder.write("articles/Marten/post.txt", &mail);
        let renamed = folder.check(&flags);
        assert_eq!(renamed, folder.check(&["--no-cache", "--stories", how]));
        let told = String::from_utf8_lossy(&renamed.0.stdout).into_owned();
        assert!(
            told.contains("post.txt") && !told.contains("Marten/mail.txt"),
            "{told}"
        );
    }
}

#[test]
fn one_story_asked_for_drops_nothing_of_the_others() {
    let folder = Folder::new("one");
    folder.check(&CACHE);
    let kept = bytes(&folder.cache());
    let one = folder.check(&with(&CACHE, &["--story", "Ostby"]));
    assert_eq!(one, folder.check(&["--no-cache", "--story", "Ostby"]));
    assert_eq!(kept, bytes(&folder.cache()));
}

#[test]
fn a_damaged_cache_is_said_once_and_made_anew() {
    let folder = Folder::new("damaged");
    let cold = folder.check(&CACHE);
    let cache = folder.cache();
    let whole = bytes(&cache);
    let mut changed = whole.clone();
    changed[whole.len() / 2] ^= 1;
    for damaged in [&whole[..whole.len() / 2], &changed, b"nothing of the kind"] {
        std::fs::write(&cache, damaged).unwrap();
        let run = folder.check(&CACHE);
        assert_eq!(
            (&run.0.stdout, run.0.status),
            (&cold.0.stdout, cold.0.status)
        );
        let said = String::from_utf8_lossy(&run.0.stderr).into_owned();
        assert_eq!(said.matches("it is made anew").count(), 1, "{said}");
        assert_eq!(bytes(&cache), whole);
        assert_eq!(folder.check(&CACHE), cold);
    }
}

#[test]
fn a_cache_that_cannot_be_written_takes_nothing_from_the_report() {
    let folder = Folder::new("unwritable");
    folder.write("cache", "a file where a folder should be");
    let run = folder.check(&CACHE);
    let without = folder.check(&["--no-cache"]);
    assert_eq!(
        (&run.0.stdout, run.0.status),
        (&without.0.stdout, without.0.status)
    );
    let said = String::from_utf8_lossy(&run.0.stderr).into_owned();
    assert!(said.contains("failed to write the cache"), "{said}");
}

#[test]
fn runs_at_once_do_not_disturb_each_other() {
    let folder = Folder::new("at-once");
    let expected = folder.check(&["--no-cache"]);
    for _ in 0..3 {
        let runs: Vec<Child> = (0..6).map(|_| folder.start(&CACHE)).collect();
        for run in runs {
            assert_eq!(Run(run.wait_with_output().unwrap()), expected);
        }
        std::fs::remove_file(folder.cache()).unwrap();
    }
}

#[test]
fn few_articles_are_not_kept_where_nobody_asks_for_it() {
    let folder = Folder::new("few");
    let run = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(["check", "articles"])
        .current_dir(&folder.0)
        .env("XDG_CACHE_HOME", folder.0.join("cache"))
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(1));
    assert!(!folder.0.join("cache").exists());
}
