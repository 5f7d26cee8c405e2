//! Why the answers of a finding were taken for answers to one question, and for different ones: in a line each.

use rust_decimal::Decimal;

use super::difference::number;
use super::{Report, escape};
use crate::finding::{Evidence, Finding, Group, RECKONED, Verdict};
use crate::value::{Bound, Figure, Value};

/// What the answers have in common, and under which heading it is told; `None` where there is nothing to tell.
pub(super) fn same(evidence: &[Evidence]) -> Option<(&'static str, String)> {
    let of_words = |e: &&Evidence| place(e.feature).is_some();
    if evidence.iter().any(|e| of_words(&e)) {
        let mut parts: Vec<(&str, String)> = Vec::new();
        for evidence in evidence {
            let Some(place) = place(evidence.feature) else {
                continue;
            };
            match parts.iter_mut().find(|(known, _)| *known == place) {
                Some((_, words)) => *words = format!("{words}, {}", evidence.detail),
                None => parts.push((place, evidence.detail.clone())),
            }
        }
        let parts: Vec<String> = parts
            .into_iter()
            .map(|(place, words)| format!("{place}{words}"))
            .collect();
        return Some(("same in both", escape::line(&parts.join("; "))));
    }
    // What is reckoned stands in the message.
    let told: Vec<&str> = evidence
        .iter()
        .filter(|e| e.feature != RECKONED)
        .map(|e| e.detail.as_str())
        .filter(|d| !d.is_empty())
        .collect();
    (!told.is_empty()).then(|| ("taken for one", escape::line(&told.join("; "))))
}

/// What stands before the words that are shared at a place: nothing before what is counted, which is the question itself.
fn place(feature: &str) -> Option<&'static str> {
    match feature {
        "noun" | "modifier" => Some(""),
        "predicate" => Some("verb "),
        "subject" => Some("subject "),
        "clause" => Some("nearby "),
        "sentence" => Some("same sentence "),
        _ => None,
    }
}

/// What the verdict rests on where the values do not show it: what a hedge leaves room for, which days are meant.
pub(super) fn why(report: &Report, finding: &Finding) -> Option<String> {
    match finding.verdict {
        Verdict::Update => Some(days(report, finding)),
        Verdict::Conflict => rooms(&finding.groups),
        Verdict::Variant
        | Verdict::Format
        | Verdict::LessPrecise
        | Verdict::Agree
        | Verdict::NotFound
        | Verdict::Unused => None,
    }
}

/// "figures of this sort change from day to day, and the texts are of 2016-05-04 and 2016-05-05".
fn days(report: &Report, finding: &Finding) -> String {
    let mut days: Vec<String> = Vec::new();
    for occurrence in finding.groups.iter().flat_map(|g| &g.occurrences) {
        let article = report.articles.get(occurrence.span.source().index());
        let day = article
            .and_then(|a| a.document.published)
            .map(|d| d.to_string());
        if let Some(day) = day.filter(|day| !days.contains(day)) {
            days.push(day);
        }
    }
    days.sort_unstable();
    let what = "such figures change as a story goes on, and ";
    let least = |group: &Group| match &group.value {
        Value::Figure(figure) => matches!(figure.bound, Bound::AtLeast | Bound::MoreThan),
        _ => false,
    };
    match days.as_slice() {
        [] | [_] if finding.groups.iter().all(least) => {
            format!("{what}each is only said to be the least")
        }
        [] | [_] => format!("{what}these are given for different days"),
        days => format!("{what}the texts are of {}", days.join(" and ")),
    }
}

/// What each hedged figure leaves room for.
fn rooms(groups: &[Group]) -> Option<String> {
    let rooms: Vec<String> = groups
        .iter()
        .filter_map(|group| match &group.value {
            Value::Figure(figure) => room(group, figure),
            _ => None,
        })
        .collect();
    (!rooms.is_empty()).then(|| rooms.join("; "))
}

/// "about $3 million leaves room for 2.5 million to 3.5 million".
fn room(group: &Group, figure: &Figure) -> Option<String> {
    let display = escape::line(&group.display);
    let hedged = match figure.bound {
        Bound::Exact | Bound::Between => return None,
        Bound::About => format!("about {display}"),
        Bound::AtLeast => format!("at least {display}"),
        Bound::MoreThan => format!("more than {display}"),
        Bound::AtMost => format!("at most {display}"),
        Bound::LessThan => format!("less than {display}"),
    };
    let end = |x: Decimal| number(x.normalize());
    let room = match (figure.plausible.low, figure.plausible.high) {
        (Some(low), Some(high)) => format!("{} to {}", end(low), end(high)),
        (Some(low), None) => format!("{} and more", end(low)),
        (None, Some(high)) => format!("{} and less", end(high)),
        (None, None) => return None,
    };
    Some(format!("{hedged} leaves room for {room}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_words_are_told_by_place_and_what_is_counted_first() {
        let evidence = |list: &[(&'static str, &str)]| -> Vec<Evidence> {
            let one = |&(feature, detail): &(&'static str, &str)| Evidence {
                feature,
                detail: detail.to_owned(),
                weight: 0.0,
            };
            list.iter().map(one).collect()
        };
        let p = |list: &[(&'static str, &str)]| same(&evidence(list));
        assert_eq!(
            p(&[
                ("noun", "sales"),
                ("modifier", "online"),
                ("predicate", "earned ~ made"),
                ("clause", "rentals"),
            ]),
            Some((
                "same in both",
                "sales, online; verb earned ~ made; nearby rentals".to_owned()
            ))
        );
        assert_eq!(
            p(&[("name", "jung ~ jong: Korean transliteration")]),
            Some((
                "taken for one",
                "jung ~ jong: Korean transliteration".to_owned()
            ))
        );
        assert_eq!(p(&[]), None);
    }
}
