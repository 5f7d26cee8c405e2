//! `crosscheck explain`: what a rule reports, why, and when it stays silent.

use clap::Args;

use super::Outcome;
use super::output::print;
use crate::judge::RULES;

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
            suggestion(name, &names)
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

/// The first sentence under the page's first section.
fn first_sentence(page: &str) -> String {
    let text = page
        .lines()
        .skip_while(|line| !line.starts_with("## "))
        .skip(1)
        .skip_while(|line| line.trim().is_empty())
        .take_while(|line| !line.trim().is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    // A capital follows, so that "No. 2" ends nothing.
    let end = text.match_indices(". ").map(|(at, _)| at + 1).find(|&at| {
        text[at..]
            .trim_start()
            .starts_with(|c: char| c.is_uppercase())
    });
    text[..end.unwrap_or(text.len())].to_owned()
}

/// How like a name must be to be suggested: 0.7 finds slips and left-out parts, and says nothing to a wild guess.
const LIKE_ENOUGH: f64 = 0.7;

/// What to add to a message on a name that is not known: the known names that are like it, the likest first.
pub(super) fn suggestion(name: &str, names: &[&str]) -> String {
    let mut like: Vec<(f64, &str)> = names
        .iter()
        .map(|&known| (strsim::jaro_winkler(name, known), known))
        .filter(|&(score, _)| score >= LIKE_ENOUGH)
        .collect();
    like.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let like: Vec<String> = like
        .iter()
        .take(3)
        .map(|(_, known)| format!("`{known}`"))
        .collect();
    match like.as_slice() {
        [] => String::new(),
        like => format!(", but there is {}", like.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_names_are_suggested_and_unlike_ones_are_not() {
        let names = ["money-mismatch", "count-mismatch", "name-spelling"];
        assert_eq!(
            suggestion("mony-mismatch", &names),
            ", but there is `money-mismatch`, `count-mismatch`"
        );
        assert_eq!(suggestion("zzz", &names), "");
    }

    #[test]
    fn the_list_has_the_first_sentence_of_each_page() {
        let page = "# money-mismatch\n\n## What it reports\n\nTwo sums, say No. 2,\nthat differ. More words.\n";
        assert_eq!(
            list(&[("money-mismatch", page)]),
            "money-mismatch  Two sums, say No. 2, that differ.\n"
        );
    }
}
