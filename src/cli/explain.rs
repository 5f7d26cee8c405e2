//! `crosscheck explain`: what a rule reports, why, and when it stays silent.

use clap::Args;

use super::Outcome;
use super::output::print;
use crate::error::but_there_is;
use crate::judge::{RULES, first_sentence};

/// Explain a rule: what it reports, why, and when it stays silent.
#[derive(Args)]
pub(super) struct Arguments {
    /// Name the rule to explain; without it all rules are listed.
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let Some(name) = &arguments.rule else {
        let pages: Vec<(&str, &str)> = RULES.iter().map(|r| (r.name, r.explain)).collect();
        print(&list(&pages))?;
        return Ok(Outcome::Clean);
    };
    let Some(rule) = RULES.iter().find(|rule| rule.name == name) else {
        let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        anyhow::bail!(
            "there is no rule `{name}`{}; `crosscheck explain` lists all rules",
            but_there_is(name, &names)
        );
    };
    print(rule.explain)?;
    Ok(Outcome::Clean)
}

/// A line a rule: its name, and the first sentence of its page.
fn list(pages: &[(&str, &str)]) -> String {
    let width = pages.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    pages
        .iter()
        .map(|(name, page)| format!("{name:width$}  {}\n", first_sentence(page)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_the_first_sentence_of_each_page() {
        let page = "# money-mismatch\n\n## What it reports\n\nTwo sums, say No. 2,\nthat differ. More words.\n";
        assert_eq!(
            list(&[("money-mismatch", page)]),
            "money-mismatch  Two sums, say No. 2, that differ.\n"
        );
    }
}
