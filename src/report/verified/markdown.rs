//! A comment on a draft: the claims that somebody should look at in a table, the supported ones folded up beneath it.

use std::fmt::Write;

use super::untold;
use crate::report::escape;
use crate::report::excerpt::squeezed;
use crate::report::markdown::{HEAD, code, place, row, sentence};
use crate::report::model::{Claim, Finding, Occurrence, Report};
use crate::report::tally::counted;
use crate::verify::Status;

/// How many places of the sources a cell names.
const PLACES: usize = 3;

/// The parts behind the heading, in at most `room` characters: first the claims that are supported go, then the sentences, then
/// the claims that find no room, and all of it is said.
pub(in crate::report) fn body(report: &Report, claims: &[Claim], room: usize) -> String {
    let (fine, open): (Vec<&Claim>, Vec<&Claim>) =
        claims.iter().partition(|c| c.status == Status::Supported);
    let own: Vec<&Finding> = untold(report).collect();
    let mut needed = String::new();
    if !own.is_empty() {
        needed.push_str("\nWhat the draft gets wrong by itself:\n");
        needed.push_str(HEAD);
        own.iter().for_each(|f| needed.push_str(&row(report, f)));
    }
    let parts = [
        table(report, &open),
        needed,
        folded("The sentences", &sentences(report, &open)),
        match fine.len() {
            0 => String::new(),
            n => folded(
                &counted(n, "supported claim", "supported claims"),
                &table(report, &fine),
            ),
        },
    ];
    let fits = |parts: &[String]| parts.iter().map(|p| p.chars().count()).sum::<usize>() <= room;
    if fits(&parts) {
        return parts.concat();
    }
    let gives_all = "`--format html` or `--format json` gives all.\n";
    if fits(&parts[..3]) {
        let note = format!(
            "\nThe supported claims are left out, since a comment holds no more; {gives_all}"
        );
        return parts[..3].concat() + &note;
    }
    let mut rows = open.len();
    while rows > 0 && !fits(&[table(report, &open[..rows]), parts[1].clone()]) {
        rows /= 2;
    }
    format!(
        "{}{}\n{} and all sentences are left out, since a comment holds no more; {gives_all}",
        table(report, &open[..rows]),
        parts[1],
        counted(claims.len() - rows, "claim", "claims")
    )
}

/// A row a claim.
fn table(report: &Report, claims: &[&Claim]) -> String {
    if claims.is_empty() {
        return String::new();
    }
    let mut table =
        String::from("\n| status | the draft says | the sources say |\n|---|---|---|\n");
    for claim in claims {
        let value = |m: &Occurrence| code(&squeezed(&escape::line(&m.text)));
        let at = |m: &Occurrence| format!("{} at {}", value(m), code(&place(report, m)));
        let mut said: Vec<String> = claim.against().take(PLACES).map(at).collect();
        said.extend(claim.support().take(PLACES).map(|m| format!("= {}", at(m))));
        let _ = writeln!(
            table,
            "| {} | {} | {} |",
            claim.status.words(),
            at(&claim.place),
            match said.len() {
                0 => claim.nearest.as_ref().map_or("nothing".to_owned(), |m| {
                    format!("nothing; perhaps {}", at(m))
                }),
                _ => said.join("<br>"),
            }
        );
    }
    table
}

/// The sentence of the draft and those of the sources, of the claims that a source contradicts.
fn sentences(report: &Report, claims: &[&Claim]) -> String {
    let mut list = String::new();
    for claim in claims {
        let mut against = claim.against().take(PLACES).peekable();
        if against.peek().is_none() {
            continue;
        }
        list.push('\n');
        for m in std::iter::once(&claim.place).chain(against) {
            list.push_str(&sentence(report, m));
        }
    }
    list
}

fn folded(title: &str, body: &str) -> String {
    match body {
        "" => String::new(),
        body => format!("\n<details>\n<summary>{title}</summary>\n{body}\n</details>\n"),
    }
}
