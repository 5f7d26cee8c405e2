use std::path::Path;

use jiff::civil::date;

use super::keys::{KEYS, Key, Takes};
use super::{Run, Settings, Used, init, load, schema, show};
use crate::error::Error;
use crate::read::documents;
use crate::{Report, compare};

/// Loads the first of the files, each a name and a text, from the folder `/press`.
fn loaded(files: &[(&str, &str)]) -> Result<Settings, Vec<String>> {
    let read = |path: &Path| {
        let known = files.iter().find(|(name, _)| Path::new(name) == path);
        known
            .map(|(_, text)| (*text).to_owned())
            .ok_or_else(|| Error::io(path, std::io::ErrorKind::NotFound.into()))
    };
    load(Path::new(files[0].0), Path::new("/press"), read)
        .map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect())
}

fn settings(text: &str) -> Settings {
    loaded(&[("crosscheck.toml", text)]).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

/// Files with a mistake each, and what is said of it.
const MISTAKES: &[(&str, &str)] = &[
    (
        "min-confidense = 0.5\n",
        "1:1: there is no key `min-confidense`, but there is `min-confidence`",
    ),
    (
        "\n  colour = true\n",
        "2:3: there is no key `colour`; the keys of the file are `extend`, `stories`, `exclude`, `min-confidence`, `fail-on`, \
         `agreements`, `format-differences`, `no-self`, `levels`, `allow`, `name`, `fact`",
    ),
    (
        "agreements = \"yes\"",
        "1:14: `agreements` takes `true` or `false`, but found `\"yes\"`",
    ),
    (
        "min-confidence = 5",
        "1:18: `min-confidence` takes a number from 0 to 1, but found `5`",
    ),
    (
        "min-confidence = nan",
        "1:18: `min-confidence` takes a number from 0 to 1, but found `nan`",
    ),
    (
        "stories = \"folders\"",
        "1:11: `stories` cannot be `folders`, but there is `folder`",
    ),
    (
        "fail-on = \"x\"",
        "1:11: `fail-on` cannot be `x`; it is one of `error`, `warning`, `note`",
    ),
    (
        "exclude = []",
        "1:11: `exclude` takes a pattern in quotes, or a list of them, but found an empty list",
    ),
    (
        "exclude = [\"a/\", 3]",
        "1:11: `exclude` takes a pattern in quotes, or a list of them, but found a list of something else",
    ),
    (
        "exclude = \"[z-a]\"",
        "1:11: `[z-a]` is no pattern: invalid range; 'z' > 'a'",
    ),
    (
        "extend = \" \"",
        "1:10: `extend` takes words in quotes, but found nothing between the quotes",
    ),
    (
        "levels = \"off\"",
        "1:10: `levels` takes a table such as `[levels]` with a line a rule, but found `\"off\"`",
    ),
    (
        "[levels]\nmoney-mismach = \"off\"",
        "2:1: there is no rule `money-mismach`, but there is `money-mismatch`, `time-mismatch`, `percent-mismatch`; \
         `crosscheck explain` lists all rules",
    ),
    (
        "[levels]\nmoney-mismatch = \"of\"",
        "2:18: there is no level `of`, but there is `off`",
    ),
    (
        "[levels]\nmoney-mismatch = 1",
        "2:18: a level is one of `error`, `warning`, `note`, `off`, but found `1`",
    ),
    (
        "[allow]\nrule = \"money-mismatch\"",
        "1:1: `allow` takes a table with two brackets on each side: `[[...]]`, but found a table",
    ),
    (
        "[[allow]]\nrule = \"money-mismatch\"",
        "1:1: this `[[allow]]` has no `reason`; add `reason = \"the second count came a week later\"`",
    ),
    (
        "[[allow]]\nrule = \"money-mismatch\"\nreason = 3",
        "3:10: `reason` takes words in quotes, but found `3`",
    ),
    (
        "[[allow]]\nrule = \"mony\"\nreason = \"r\"",
        "2:8: there is no rule `mony`, but there is `money-mismatch`; `crosscheck explain` lists all rules",
    ),
    (
        "[[allow]]\ntext = \"a\"\nreason = \"r\"\nuntil = \"soon\"",
        "4:9: `until` takes a day such as 2026-12-31, but found `\"soon\"`",
    ),
    (
        "[[allow]]\ntext = \"a\"\nreason = \"r\"\nuntil = 12:30:00",
        "4:9: `until` takes a day such as 2026-12-31, but found `12:30:00`",
    ),
    (
        "[[allow]]\nfingerprint = \"xyz\"\nreason = \"r\"",
        "2:15: `fingerprint` takes a fingerprint of 16 hexadecimal digits in quotes, but found `\"xyz\"`",
    ),
    (
        "[[allow]]\nreason = \"r\"",
        "1:1: this `[[allow]]` would allow everything; say what with `rule`, `text` or `fingerprint`",
    ),
    (
        "[[name]]\nvariants = \"Kadafi\"",
        "1:1: this `[[name]]` has no `canonical`; add `canonical = \"Muammar Gaddafi\"`",
    ),
    (
        "[[name]]\ncanonical = \"Kadafi\"\nvariants = [\"Kadafi\"]",
        "3:13: `Kadafi` is the spelling that is wanted; a variant is another one",
    ),
    (
        "[[name]]\ncanonical = \"Gr\\u00fcn\"",
        "2:14: `canonical` is written with escapes or over several lines; write its characters themselves on one line",
    ),
    (
        "[[fact]]\nquestion = \"dead\"",
        "1:1: this `[[fact]]` has no `value`; add `value = \"12\"`",
    ),
    (
        "stories = ",
        "1:11: string values must be quoted, expected literal string",
    ),
    (
        "stories = \"auto\"\nstories = \"auto\"",
        "2:1: duplicate key",
    ),
];

#[test]
fn each_mistake_has_one_message_with_its_place_and_remedy() {
    for (text, message) in MISTAKES {
        let mistakes = loaded(&[("crosscheck.toml", text)]).expect_err(text);
        assert_eq!(mistakes, [format!("crosscheck.toml:{message}")], "{text}");
    }
}

#[test]
fn all_mistakes_of_a_file_are_named_in_its_order() {
    let text = "colour = 1\nstories = 3\n\n[[allow]]\nreason = \"r\"\n\n[[allow]]\nuntil = 1\n\n[levels]\nx = \"off\"\n";
    let places: Vec<String> = loaded(&[("crosscheck.toml", text)])
        .expect_err("five mistakes")
        .iter()
        .map(|mistake| {
            mistake
                .splitn(4, ':')
                .skip(1)
                .take(2)
                .collect::<Vec<_>>()
                .join(":")
        })
        .collect();
    assert_eq!(places, ["1:1", "2:11", "4:1", "7:1", "8:9", "11:1"]);
}

#[test]
fn a_file_that_is_extended_holds_where_the_nearer_one_says_nothing_and_lists_add_up() {
    let settings = loaded(&[
        (
            "news/crosscheck.toml",
            "extend = \"../base.toml\"\nfail-on = \"error\"\nexclude = \"old/\"\n[levels]\nmoney-mismatch = \"off\"\n",
        ),
        (
            "base.toml",
            "fail-on = \"note\"\nstories = \"auto\"\nexclude = [\"*.tmp.md\"]\n[levels]\nmoney-mismatch = \"note\"\nage-mismatch = \"note\"\n",
        ),
    ])
    .unwrap();
    assert_eq!(
        show(&settings),
        "# from news/crosscheck.toml, which extends base.toml\n\
         stories = \"auto\" # base.toml:2\n\
         exclude = [\n    \"old/\", # news/crosscheck.toml:3\n    \"*.tmp.md\", # base.toml:3\n] # news/crosscheck.toml:3\n\
         min-confidence = 0 # default\n\
         fail-on = \"error\" # news/crosscheck.toml:2\n\
         agreements = false # default\n\
         format-differences = false # default\n\
         no-self = false # default\n\
         \n[levels]\n\
         age-mismatch = \"note\" # base.toml:6\n\
         money-mismatch = \"off\" # news/crosscheck.toml:5\n"
    );
    let excludes = |path: &str| {
        settings
            .exclude
            .iter()
            .any(|p| p.matches(Path::new(path), Path::new("/press")))
    };
    // Each list is relative to its own file.
    assert!(excludes("news/old/a.md") && excludes("b.tmp.md") && excludes("news/b.tmp.md"));
    assert!(!excludes("old/a.md") && !excludes("news/a.md") && !excludes("/elsewhere/b.tmp.md"));
}

#[test]
fn what_cannot_be_extended_is_named_where_it_is_written() {
    let p = |files: &[(&str, &str)], message: &str| {
        assert_eq!(loaded(files).expect_err(message), [message]);
    };
    p(
        &[
            ("a.toml", "\nextend = \"b.toml\""),
            ("b.toml", "extend = \"./c.toml\""),
            ("c.toml", "extend = \"b.toml\""),
        ],
        "c.toml:1:10: `extend` goes in a circle: `b.toml` -> `c.toml` -> `b.toml`; take one of them out",
    );
    p(
        &[("a.toml", "extend = \"a.toml\"")],
        "a.toml:1:10: `extend` goes in a circle: `a.toml` -> `a.toml`; take one of them out",
    );
    p(
        &[("a.toml", "extend = \"no.toml\"")],
        "a.toml:1:10: `extend`: `no.toml` does not exist; check how the path is spelled",
    );
    p(
        &[("a.toml", "extend = \"b.toml\""), ("b.toml", "zzz = 1\n")],
        "b.toml:1:1: there is no key `zzz`; the keys of the file are `extend`, `stories`, `exclude`, `min-confidence`, `fail-on`, \
         `agreements`, `format-differences`, `no-self`, `levels`, `allow`, `name`, `fact`",
    );
}

/// The file of `init` with every sample in force; `extend` is left out, since it names a file.
fn all_samples() -> String {
    let lines = init();
    let lines = lines.lines().filter(|line| !line.starts_with("#extend"));
    lines
        .map(|line| {
            line.strip_prefix('#')
                .filter(|rest| !rest.starts_with(' '))
                .unwrap_or(line)
        })
        .fold(String::new(), |text, line| text + line + "\n")
}

#[test]
fn the_file_of_init_changes_nothing_and_its_samples_are_all_understood() {
    assert_eq!(
        show(&settings(&init())),
        show(&Settings::default()).replace(
            "no crosscheck.toml: these are the defaults",
            "from crosscheck.toml"
        )
    );
    let shown = show(&settings(&all_samples()));
    // Each key comes out again with the value of its sample.
    fn samples(keys: &[Key], shown: &str) {
        for key in keys.iter().filter(|key| key.name != "extend") {
            match key.takes {
                Takes::Entries(inner) => samples(inner, shown),
                Takes::Levels => assert!(shown.contains(key.sample), "{}: {shown}", key.name),
                _ => {
                    let value = key.sample.trim_matches(['[', ']', '"']);
                    let value = value.split("\", \"").next().unwrap_or(value);
                    let lines: Vec<&str> = shown.lines().chain([""]).collect();
                    // A list goes on in the next line.
                    let found = lines.windows(2).any(|two| {
                        two[0].starts_with(&format!("{} = ", key.name))
                            && two.concat().contains(value)
                    });
                    assert!(found, "{}: {shown}", key.name);
                }
            }
        }
    }
    samples(KEYS, &shown);
}

#[test]
fn what_is_shown_is_a_file_that_says_the_same() {
    let without_places = |shown: &str| -> String {
        shown
            .lines()
            .map(|line| line.split(" # ").next().unwrap_or(line).to_owned() + "\n")
            .skip(1)
            .collect()
    };
    let tabs_and_quotes = "
        [[name]]
        canonical = '''Jim \"the\tQuiet\" O'Hara'''
        [[fact]]
        question = \"the tower's\theight\"
        value = '330 \"metres\"'";
    for text in [all_samples().as_str(), tabs_and_quotes] {
        let shown = show(&settings(text));
        assert_eq!(
            without_places(&show(&settings(&shown))),
            without_places(&shown)
        );
    }
}

#[test]
fn the_schema_takes_what_the_program_takes_and_refuses_what_it_refuses() {
    let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let schema = jsonschema::validator_for(&schema).unwrap();
    /// As an editor gives TOML to a schema: days are strings.
    fn json(value: toml::Value) -> serde_json::Value {
        match value {
            toml::Value::Datetime(day) => day.to_string().into(),
            toml::Value::Array(list) => list.into_iter().map(json).collect(),
            toml::Value::Table(table) => table
                .into_iter()
                .map(|(key, value)| (key, json(value)))
                .collect(),
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => flag.into(),
        }
    }
    for text in [init(), all_samples()] {
        let value = json(toml::Value::Table(text.parse().unwrap()));
        let errors: Vec<String> = schema
            .iter_errors(&value)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{text}");
    }
    // What a pattern means, and what two values are to each other, no schema says; and what is no TOML is no value.
    let beyond = [
        "no pattern",
        "variant is another",
        "escapes",
        "everything",
        "quoted",
        "duplicate",
        "nan",
    ];
    for (text, message) in MISTAKES
        .iter()
        .filter(|(_, message)| beyond.iter().all(|part| !message.contains(part)))
    {
        let value = json(toml::Value::Table(text.parse().unwrap()));
        assert!(!schema.is_valid(&value), "{message}: {text}");
    }
}

const TEXTS: [&str; 2] = [
    "The new wing in Dorval cost $44 million to build. The Dorval fire killed 12 people.",
    "The new wing in Dorval cost $75 million to build. The Dorval fire killed 15 people.",
];

/// What is left of the two texts' findings, what is allowed, and whether each entry was of use.
fn applied(text: &str) -> (Vec<String>, Vec<String>, Vec<bool>) {
    let settings = settings(text);
    let mut report: Report = compare(documents(&TEXTS));
    let mut used = Used::default();
    let run = Run {
        here: Path::new("/press"),
        today: Some(date(2026, 6, 15)),
        complete: true,
    };
    settings.apply(&mut report, run, &mut used);
    let findings = report
        .findings
        .iter()
        .map(|f| format!("{} {}", f.level.name(), f.rule));
    let allowed = report
        .allowed
        .iter()
        .map(|a| format!("{}: {} ({})", a.finding.rule, a.reason, a.place));
    let used = (0..settings.allow.len()).map(|entry| used.is_used(entry));
    (findings.collect(), allowed.collect(), used.collect())
}

#[test]
fn levels_hold_for_all_findings_of_a_rule() {
    let p = |text: &str, expected: &[&str]| assert_eq!(applied(text).0, expected, "{text}");
    p("", &["error money-mismatch", "error count-mismatch"]);
    p(
        "[levels]\nmoney-mismatch = \"off\"",
        &["error count-mismatch"],
    );
    p(
        "[levels]\nmoney-mismatch = \"note\"\ncount-mismatch = \"warning\"",
        &["note money-mismatch", "warning count-mismatch"],
    );
    p("min-confidence = 1", &[]);
}

#[test]
fn an_entry_allows_what_all_of_its_keys_fit() {
    let p = |entry: &str, expected: &[&str], used: bool| {
        let (left, allowed, uses) = applied(&format!("[[allow]]\n{entry}\nreason = \"r\"\n"));
        let allowed: Vec<&str> = allowed
            .iter()
            .map(|a| a.split(':').next().unwrap_or_default())
            .collect();
        assert_eq!(
            (allowed.as_slice(), uses.as_slice()),
            (expected, &[used][..]),
            "{entry}"
        );
        assert_eq!(left.len(), 2 - expected.len(), "{entry}");
    };
    p("rule = \"money-mismatch\"", &["money-mismatch"], true);
    p("rule = \"age-mismatch\"", &[], false);
    p("text = \"$44 million\"", &["money-mismatch"], true);
    p(
        "text = [\"$75 million\", \"$44 million\"]",
        &["money-mismatch"],
        true,
    );
    p("text = [\"$75 million\", \"$45 million\"]", &[], false);
    p("text = [\"$75 million\", \"12\"]", &[], false);
    // Whole words alone: neither a part of a figure nor one of a word.
    p("text = \"4 million\"", &[], false);
    p("text = \"$44 mill\"", &[], false);
    p("text = \"figures\"", &["count-mismatch"], true);
    p("text = \"12\"\nrule = \"money-mismatch\"", &[], false);
    p(
        "text = \"12\"\nuntil = 2026-06-15",
        &["count-mismatch"],
        true,
    );
    // It is over, and is of use all the same: without it the finding is back.
    p("text = \"12\"\nuntil = 2026-06-14", &[], true);
    p(
        "text = \"12\"\npaths = \"1.txt\"",
        &["count-mismatch"],
        true,
    );
    p("text = \"12\"\npaths = \"2.txt\"", &[], false);
    p("fingerprint = \"0123456789abcdef\"", &[], false);
}

#[test]
fn what_is_allowed_says_why_and_where() {
    let (_, allowed, _) =
        applied("\n[[allow]]\ntext = \"12\"\nreason = \"counted a week later\"\n");
    assert_eq!(
        allowed,
        ["count-mismatch: counted a week later (crosscheck.toml:2)"]
    );
}
