//! One entity, its name spelled two ways.

use super::Rule;
use super::fingerprint::fingerprint;
use crate::Article;
use crate::align::name::Relation;
use crate::align::{EntityLink, EntityRef, Story};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::resolve::Entity;
use crate::value::Value;

/// The entities that two documents spell differently.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    let mut links: Vec<EntityLink> = story
        .entities
        .iter()
        .filter(|l| l.comparison.relation == Relation::Variant)
        .cloned()
        .collect();
    links.extend(story.misspelt.iter().cloned());
    let mut findings: Vec<Finding> = Vec::new();
    for link in links {
        let found = finding(story.articles, rule, &link);
        match found
            .as_ref()
            .and_then(|f| findings.iter().position(|g| g.fingerprint == f.fingerprint))
        {
            Some(i) => merge(&mut findings[i], found),
            None => findings.extend(found),
        }
    }
    findings
}

fn finding(articles: &[Article], rule: &Rule, link: &EntityLink) -> Option<Finding> {
    let (x, y) = (entity(articles, link.a), entity(articles, link.b));
    let groups = vec![
        group(articles, link.a, x, &y.canonical)?,
        group(articles, link.b, y, &x.canonical)?,
    ];
    let mut spellings = [x.canonical.as_str(), y.canonical.as_str()];
    spellings.sort_unstable();
    Some(Finding {
        rule: rule.name,
        kind: x.kind,
        verdict: Verdict::Variant,
        level: Verdict::Variant.level(),
        confidence: link.comparison.score,
        about: x
            .roles
            .iter()
            .chain(&y.roles)
            .next()
            .cloned()
            .unwrap_or_else(|| x.kind.name().replace("other-name", "name")),
        message: format!(
            "sources spell a name differently: {} / {}",
            groups[0].display, groups[1].display
        ),
        fingerprint: fingerprint([rule.name].into_iter().chain(spellings)),
        evidence: link
            .comparison
            .evidence
            .iter()
            .map(|detail| Evidence {
                feature: "name",
                detail: detail.clone(),
                weight: link.comparison.score,
            })
            .collect(),
        groups,
    })
}

fn entity(articles: &[Article], r: EntityRef) -> &Entity {
    &articles[r.article].resolved.entities[r.entity.0 as usize]
}

/// The mentions of an entity that hold a word which the other spelling has not; `None` where none does.
fn group(articles: &[Article], r: EntityRef, entity: &Entity, other: &str) -> Option<Group> {
    let article = &articles[r.article];
    let theirs: Vec<&str> = words(other).collect();
    let differing: Vec<&str> = words(&entity.canonical)
        .filter(|w| !theirs.contains(w))
        .collect();
    let mentions: Vec<&crate::mention::Mention> = entity
        .mentions
        .iter()
        .map(|&m| &article.mentions[m])
        .filter(|m| {
            differing.is_empty()
                || words(article.document.source.slice(m.span)).any(|w| differing.contains(&w))
        })
        .collect();
    let first = mentions.first()?;
    Some(Group {
        kind: entity.kind,
        value: Value::Name(crate::value::Name {
            canonical: entity.canonical.clone(),
            entity: Some(entity.id),
        }),
        noun: None,
        display: entity.canonical.clone(),
        occurrences: mentions
            .iter()
            .map(|m| Occurrence {
                span: m.span,
                sentence: article.text.sentences[m.sentence].span,
            })
            .collect(),
    })
    .filter(|_| !first.span.is_empty())
}

/// The words of a name; what a hyphen joins is two.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-', '\n', '\t', '.'])
        .filter(|w| !w.is_empty())
}

/// Adds the occurrences of the same disagreement between two other documents.
fn merge(finding: &mut Finding, other: Option<Finding>) {
    for group in other.into_iter().flat_map(|f| f.groups) {
        let name = |g: &Group| g.display.clone();
        if let Some(own) = finding.groups.iter_mut().find(|g| name(g) == name(&group)) {
            own.occurrences.extend(group.occurrences);
            own.occurrences.sort_unstable();
            own.occurrences.dedup();
        } else {
            finding.groups.push(group);
        }
    }
}
