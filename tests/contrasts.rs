//! Every contrast of `contrasts.toml`: the one disagreement of two short reports is found, and the trap beside it is not.
//!
//! What is known to be wrong today is written down and asserted, as for the stories of the corpus: `missed` on a case, and
//! `[[case.false_alarm]]`. When it comes right, the test asks to take the note away.

use crosscheck::finding::Finding;
use crosscheck::{Document, InputFormat, Report, compare};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contrasts {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    rule: String,
    /// The day on which both reports were published.
    published: Option<String>,
    a: String,
    b: String,
    differs: [String; 2],
    trap: [String; 2],
    /// Why the disagreement is not found today.
    missed: Option<String>,
    #[serde(default)]
    false_alarm: Vec<FalseAlarm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FalseAlarm {
    values: [String; 2],
    why: String,
}

fn cases() -> Vec<Case> {
    let contrasts: Contrasts = toml::from_str(include_str!("contrasts.toml")).unwrap();
    contrasts.case
}

fn report(case: &Case, turned: bool) -> Report {
    let published = case.published.as_deref().map(|day| day.parse().unwrap());
    let mut texts = [("a.txt", &case.a), ("b.txt", &case.b)];
    if turned {
        texts.reverse();
    }
    let document = |(id, (name, text)): (u32, (&str, &String))| Document {
        published,
        ..Document::new(id, name, text, InputFormat::Text)
    };
    compare((0..).zip(texts).map(document).collect())
}

/// Whether the finding has the first value in one group and the second in another one, each in its report.
fn joins(report: &Report, finding: &Finding, [a, b]: &[String; 2]) -> bool {
    let gives = |group: usize, file: &str, value: &str| {
        finding.groups[group].occurrences.iter().any(|o| {
            let source = &report.articles[o.span.source().index()].document.source;
            source.name() == file && source.slice(o.span) == value
        })
    };
    let groups = 0..finding.groups.len();
    groups.clone().any(|i| {
        groups
            .clone()
            .any(|j| i != j && gives(i, "a.txt", a) && gives(j, "b.txt", b))
    })
}

#[test]
fn each_contrast_has_its_disagreement_and_its_trap_in_the_text() {
    for case in cases() {
        for [a, b] in [&case.differs, &case.trap] {
            assert!(case.a.contains(a.as_str()), "{}: {a}", case.name);
            assert!(case.b.contains(b.as_str()), "{}: {b}", case.name);
        }
    }
}

#[test]
fn the_disagreement_of_each_contrast_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in cases() {
        for turned in [false, true] {
            let report = report(&case, turned);
            let (right, other): (Vec<&Finding>, Vec<&Finding>) = report
                .findings
                .iter()
                .partition(|f| joins(&report, f, &case.differs));
            match (right.as_slice(), &case.missed) {
                ([one], None) if one.rule != case.rule => {
                    wrong.push(format!("{}: found by {}", case.name, one.rule));
                }
                ([_], None) | ([], Some(_)) => {}
                ([], None) => wrong.push(format!("{}: missed", case.name)),
                ([_], Some(_)) => {
                    wrong.push(format!("{}: found now, take away `missed`", case.name))
                }
                _ => wrong.push(format!("{}: found more than once", case.name)),
            }
            for finding in &other {
                let known = |alarm: &&FalseAlarm| joins(&report, finding, &alarm.values);
                if !case.false_alarm.iter().any(|alarm| known(&alarm)) {
                    let trap = joins(&report, finding, &case.trap);
                    let which = if trap { "trap" } else { "other" };
                    wrong.push(format!(
                        "{}: false ({which}): {}",
                        case.name, finding.message
                    ));
                }
            }
            for alarm in &case.false_alarm {
                assert!(!alarm.why.is_empty());
                if !other.iter().any(|f| joins(&report, f, &alarm.values)) {
                    let [a, b] = &alarm.values;
                    wrong.push(format!(
                        "{}: {a} / {b} is false no more, take away `[[case.false_alarm]]`",
                        case.name
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A share of the contrasts that may be missed: a fall needs a reason.
#[test]
fn most_contrasts_are_found() {
    let cases = cases();
    let missed = cases.iter().filter(|c| c.missed.is_some()).count();
    assert!(cases.len() >= 30, "{} contrasts", cases.len());
    assert!(
        missed * 3 <= cases.len(),
        "{missed} of {} are missed",
        cases.len()
    );
}
