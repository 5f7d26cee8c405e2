//! `crosscheck names`: how two names relate.

use std::path::Path;

use anyhow::Context;
use clap::{Args, ValueEnum};
use serde::{Deserialize, Serialize};

use super::{ListFormat, Outcome, print, read_input};
use crate::align::name::{self, Comparison};
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
struct Pair {
    id: serde_json::Value,
    a: String,
    b: String,
    kind: NameKind,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    relation: &'static str,
    score: f64,
    evidence: &'a [String],
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    if arguments.input_format == Some(Input::Jsonl) {
        let path = Path::new(&arguments.names[0]);
        let mut output = String::new();
        for (i, line) in read_input(path)?
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let pair: Pair = serde_json::from_str(line).with_context(|| {
                format!(
                    "{}:{}: expected {{\"id\", \"a\", \"b\", \"kind\"}}",
                    path.display(),
                    i + 1
                )
            })?;
            let comparison = name::compare(&pair.a, &pair.b, pair.kind.into());
            output.push_str(&answer(&pair.id, &comparison));
        }
        print(&output)?;
        return Ok(Outcome::Clean);
    }
    let [a, b] = &arguments.names[..] else {
        anyhow::bail!(
            "two names are needed, but one was given: `{}`",
            arguments.names[0]
        )
    };
    let comparison = name::compare(a, b, arguments.kind.into());
    match arguments.format {
        ListFormat::Text => {
            let mut text = format!("{}\n", comparison.relation.name());
            for line in &comparison.evidence {
                text.push_str(&format!("  {line}\n"));
            }
            print(&text)?;
        }
        ListFormat::Jsonl => print(&answer(&serde_json::Value::Null, &comparison))?,
    }
    Ok(Outcome::Clean)
}

fn answer(id: &serde_json::Value, comparison: &Comparison) -> String {
    json::to_line(&Answer {
        id,
        relation: comparison.relation.name(),
        score: comparison.score,
        evidence: &comparison.evidence,
    })
}
