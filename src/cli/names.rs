//! `crosscheck names`: how two names relate.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use clap::{Args, ValueEnum};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{ListFormat, Outcome, complain, print, read_input};
use crate::align::name::{self, Name};
use crate::report::json;
use crate::value::Kind;

/// Say how two names relate.
#[derive(Args)]
pub(super) struct Arguments {
    /// Two names; with `--input-format jsonl` a file of pairs, `-` for standard input.
    #[arg(value_name = "NAME", required = true, num_args = 1..=2)]
    names: Vec<String>,
    /// What the names name.
    #[arg(long, value_name = "KIND", default_value = "person")]
    kind: NameKind,
    /// Output format.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ListFormat,
    /// How the input is written.
    #[arg(long, value_name = "FORMAT")]
    input_format: Option<Input>,
    /// Print what was weighed, too.
    #[arg(long)]
    features: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Input {
    /// `{"id", "a", "b", "kind"}` a line.
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum NameKind {
    Person,
    Organization,
    Place,
    OtherName,
}

impl From<NameKind> for Kind {
    fn from(kind: NameKind) -> Kind {
        match kind {
            NameKind::Person => Kind::Person,
            NameKind::Organization => Kind::Organization,
            NameKind::Place => Kind::Place,
            NameKind::OtherName => Kind::OtherName,
        }
    }
}

#[derive(Deserialize)]
struct Pair<'a> {
    id: serde_json::Value,
    #[serde(borrow)]
    a: Cow<'a, str>,
    #[serde(borrow)]
    b: Cow<'a, str>,
    kind: NameKind,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    relation: &'static str,
    score: f64,
    evidence: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    features: Option<BTreeMap<&'static str, f32>>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    if arguments.input_format == Some(Input::Jsonl) {
        return pairs(Path::new(&arguments.names[0]), arguments);
    }
    let [a, b] = &arguments.names[..] else {
        anyhow::bail!(
            "two names are needed, but one was given: `{}`",
            arguments.names[0]
        )
    };
    let kind = arguments.kind.into();
    let (a, b) = (Name::new(a, kind), Name::new(b, kind));
    match arguments.format {
        ListFormat::Text => {
            let comparison = name::compare_prepared(&a, &b);
            let mut text = format!("{}\n", comparison.relation.name());
            for line in &comparison.evidence {
                text.push_str(&format!("  {line}\n"));
            }
            if arguments.features {
                for (feature, value) in name::features(&a, &b).iter() {
                    text.push_str(&format!("  {feature} {value}\n"));
                }
            }
            print(&text)?;
        }
        ListFormat::Jsonl => print(&answer(
            &serde_json::Value::Null,
            &a,
            &b,
            arguments.features,
        ))?,
    }
    Ok(Outcome::Clean)
}

/// Answers are written in pieces of about this many bytes.
const WRITTEN_AT_ONCE: usize = 64 * 1024;

/// Compares the pairs of a file; a line that cannot be read is complained about and left out.
fn pairs(path: &Path, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let input = read_input(path)?;
    let mut output = String::with_capacity(2 * WRITTEN_AT_ONCE);
    let mut prepared = Prepared::default();
    let mut outcome = Outcome::Clean;
    for (i, line) in input.lines().enumerate() {
        if output.len() > WRITTEN_AT_ONCE {
            print(&output)?;
            output.clear();
        }
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Pair<'_>>(line) {
            Ok(pair) => {
                let kind = pair.kind;
                let (a, b) = (prepared.name(&pair.a, kind), prepared.name(&pair.b, kind));
                output.push_str(&answer(&pair.id, &a, &b, arguments.features));
            }
            Err(error) => {
                complain(&anyhow::Error::new(error).context(format!(
                    "{}:{}: expected {{\"id\", \"a\", \"b\", \"kind\"}}",
                    path.display(),
                    i + 1
                )));
                outcome = Outcome::Failed;
            }
        }
    }
    print(&output)?;
    Ok(outcome)
}

/// Names taken apart once: in lists of pairs the same names come again and again.
#[derive(Default)]
struct Prepared {
    /// By kind, in the order of [`NameKind`], then by the name as given.
    by_kind: [FxHashMap<String, Rc<Name>>; 4],
    held: usize,
}

impl Prepared {
    /// More names than this are forgotten, so that a long list does not fill the memory.
    const MOST: usize = 100_000;

    fn name(&mut self, text: &str, kind: NameKind) -> Rc<Name> {
        if let Some(name) = self.by_kind[kind as usize].get(text) {
            return Rc::clone(name);
        }
        if self.held >= Prepared::MOST {
            *self = Prepared::default();
        }
        let name = Rc::new(Name::new(text, kind.into()));
        self.by_kind[kind as usize].insert(text.to_owned(), Rc::clone(&name));
        self.held += 1;
        name
    }
}

fn answer(id: &serde_json::Value, a: &Name, b: &Name, features: bool) -> String {
    let comparison = name::compare_prepared(a, b);
    json::to_line(&Answer {
        id,
        relation: comparison.relation.name(),
        // Four digits tell all there is to tell, and the bytes stay the same on every machine.
        score: (comparison.score * 1e4).round() / 1e4,
        evidence: &comparison.evidence,
        features: features.then(|| name::features(a, b).iter().collect()),
    })
}
