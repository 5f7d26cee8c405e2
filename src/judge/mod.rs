//! Whether the answers to one question can all be right: one table with a row a rule.

mod about;
mod attribution;
mod figures;
pub(crate) mod fingerprint;
mod formats;
mod inside;
mod names;
mod places;
mod quotes;
mod roles;
mod speakers;
mod verdict;
pub mod why;

pub(crate) use about::question;

use crate::Options;
use crate::align::Story;
use crate::finding::{Finding, Verdict};
use crate::read::Role;
use crate::value::Kind;

/// A kind of disagreement that is reported.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// In output, configuration, suppression and docs; never changed.
    pub name: &'static str,
    /// What it reports, why, an example, and when it stays silent: Markdown.
    pub explain: &'static str,
    /// The kinds of mention whose values it compares; none for a rule on what is said of a name or quotation.
    pub kinds: &'static [Kind],
    /// What the answers are called in its message: "figures".
    pub answers: &'static str,
    /// Finds its disagreements, and what the documents agree on.
    check: fn(&Story<'_>, &Rule) -> Vec<Finding>,
}

impl Rule {
    /// What it reports, in one sentence.
    pub fn summary(&self) -> String {
        first_sentence(self.explain)
    }
}

/// Every rule, by name.
pub const RULES: &[Rule] = &[
    Rule {
        name: "age-date",
        explain: include_str!("age_date.md"),
        kinds: &[],
        answers: "an age and a birth",
        check: inside::age_date,
    },
    Rule {
        name: "age-mismatch",
        explain: include_str!("age_mismatch.md"),
        kinds: &[Kind::Age],
        answers: "ages",
        check: figures::check,
    },
    Rule {
        name: "attribution-mismatch",
        explain: include_str!("attribution_mismatch.md"),
        kinds: &[],
        answers: "speakers",
        check: speakers::check,
    },
    Rule {
        name: "conversion",
        explain: include_str!("conversion.md"),
        kinds: &[],
        answers: "two measures",
        check: inside::conversion,
    },
    Rule {
        name: "count-mismatch",
        explain: include_str!("count_mismatch.md"),
        kinds: &[Kind::Count],
        answers: "figures",
        check: figures::check,
    },
    Rule {
        name: "date-mismatch",
        explain: include_str!("date_mismatch.md"),
        kinds: &[Kind::Date],
        answers: "dates",
        check: figures::check,
    },
    Rule {
        name: "duration-dates",
        explain: include_str!("duration_dates.md"),
        kinds: &[],
        answers: "a length of time and dates",
        check: inside::duration_dates,
    },
    Rule {
        name: "duration-mismatch",
        explain: include_str!("duration_mismatch.md"),
        kinds: &[Kind::Duration],
        answers: "lengths of time",
        check: figures::check,
    },
    Rule {
        name: "measure-mismatch",
        explain: include_str!("measure_mismatch.md"),
        kinds: &[Kind::Measure],
        answers: "measures",
        check: figures::check,
    },
    Rule {
        name: "money-mismatch",
        explain: include_str!("money_mismatch.md"),
        kinds: &[Kind::Money],
        answers: "sums",
        check: figures::check,
    },
    Rule {
        name: "name-spelling",
        explain: include_str!("name_spelling.md"),
        kinds: &[
            Kind::Person,
            Kind::Organization,
            Kind::Place,
            Kind::OtherName,
        ],
        answers: "spellings",
        check: names::check,
    },
    Rule {
        name: crate::verify::NOT_FOUND,
        explain: include_str!("not_found.md"),
        kinds: &[],
        answers: "claims",
        // It is no disagreement of documents: who holds a draft to its sources tells it.
        check: |_, _| Vec::new(),
    },
    Rule {
        name: "percent-change",
        explain: include_str!("percent_change.md"),
        kinds: &[],
        answers: "figures",
        check: inside::percent_change,
    },
    Rule {
        name: "percent-mismatch",
        explain: include_str!("percent_mismatch.md"),
        kinds: &[Kind::Percent],
        answers: "percentages",
        check: figures::check,
    },
    Rule {
        name: "place-mismatch",
        explain: include_str!("place_mismatch.md"),
        kinds: &[],
        answers: "places",
        check: places::check,
    },
    Rule {
        name: "quote-mismatch",
        explain: include_str!("quote_mismatch.md"),
        kinds: &[Kind::Quote],
        answers: "wordings",
        check: quotes::check,
    },
    Rule {
        name: "rank-mismatch",
        explain: include_str!("rank_mismatch.md"),
        kinds: &[Kind::Ordinal],
        answers: "ranks",
        check: figures::check,
    },
    Rule {
        name: "role-mismatch",
        explain: include_str!("role_mismatch.md"),
        kinds: &[],
        answers: "roles",
        check: roles::check,
    },
    Rule {
        name: "score-mismatch",
        explain: include_str!("score_mismatch.md"),
        kinds: &[Kind::Score],
        answers: "scores",
        check: figures::check,
    },
    Rule {
        name: "sum",
        explain: include_str!("sum.md"),
        kinds: &[],
        answers: "parts and a whole",
        check: inside::sum,
    },
    Rule {
        name: "time-mismatch",
        explain: include_str!("time_mismatch.md"),
        kinds: &[Kind::Time],
        answers: "times",
        check: figures::check,
    },
    Rule {
        name: "unused-allow",
        explain: include_str!("unused_allow.md"),
        kinds: &[],
        answers: "",
        // What is of no use is known only when everything has been found: `config` reports it.
        check: |_, _| Vec::new(),
    },
    Rule {
        name: "weekday-date",
        explain: include_str!("weekday_date.md"),
        kinds: &[],
        answers: "a weekday and a date",
        check: inside::weekday_date,
    },
];

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// The first sentence under the page's first section.
pub(crate) fn first_sentence(page: &str) -> String {
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

/// The findings of the story, and what its documents agree on, both in the order in which they stand in the documents.
pub fn judge(story: &Story<'_>, options: &Options) -> (Vec<Finding>, Vec<Finding>) {
    let mut all: Vec<Finding> = RULES
        .iter()
        .flat_map(|rule| (rule.check)(story, rule))
        .collect();
    if options.format_differences {
        let names = RULES
            .iter()
            .filter(|rule| rule.kinds.contains(&Kind::Person));
        all.extend(names.flat_map(|rule| formats::check(story, rule)));
    }
    all.sort_by(|a, b| {
        place(a)
            .cmp(&place(b))
            .then_with(|| a.rule.cmp(b.rule))
            .then_with(|| a.message.cmp(&b.message))
    });
    let (mut findings, agreements): (Vec<Finding>, Vec<Finding>) = all
        .into_iter()
        .partition(|finding| !matches!(finding.verdict, Verdict::Agree | Verdict::LessPrecise));
    // A draft's quotation is a claim of its own, which is held to its words.
    if story
        .articles
        .iter()
        .all(|a| a.document.role != Role::Draft)
    {
        quotes::leave_out_told(story.articles, &mut findings);
    }
    fingerprint::tell_apart(&mut findings);
    (findings, agreements)
}

/// Where a finding stands: its first occurrence, then its second group's.
fn place(finding: &Finding) -> Vec<crate::source::Span> {
    finding
        .groups
        .iter()
        .filter_map(|g| g.occurrences.first())
        .map(|o| o.span)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_sorted_and_each_kind_has_one() {
        assert!(RULES.windows(2).all(|pair| pair[0].name < pair[1].name));
        for kind in Kind::ALL {
            assert_eq!(
                RULES
                    .iter()
                    .filter(|rule| rule.kinds.contains(&kind))
                    .count(),
                1,
                "{}",
                kind.name()
            );
        }
    }

    #[test]
    fn names_are_words_and_hyphens_and_pages_have_their_headings() {
        for rule in RULES {
            assert!(
                rule.name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{}",
                rule.name
            );
            for heading in [
                "What it reports",
                "Why it matters",
                "Example",
                "When it stays silent",
            ] {
                assert!(rule.explain.contains(heading), "{}: {heading}", rule.name);
            }
        }
    }
}
