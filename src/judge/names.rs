//! One entity, its name spelled two ways.

use super::Rule;
use super::fingerprint::fingerprint;
use crate::Article;
use crate::align::name::{Comparison, Relation};
use crate::align::{EntityLink, EntityRef, Story};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::resolve::Entity;
use crate::value::{Kind, Name, Value};

/// The entities whose name is spelled in two ways.
pub(super) fn check(story: &Story<'_>, rule: &Rule) -> Vec<Finding> {
    let variants = story
        .entities
        .iter()
        .filter(|l| l.comparison.relation == Relation::Variant);
    let mut spelled: Vec<Spelled> = variants
        .chain(&story.misspelt)
        .filter_map(|link| Spelled::new(story.articles, link))
        .collect();
    // Full names first: a slip in a surname alone is the same disagreement as the slip in the full name.
    spelled.sort_by(|x, y| (x.alone, &x.names).cmp(&(y.alone, &y.names)));
    let mut merged: Vec<Spelled> = Vec::new();
    for one in spelled {
        let same = |other: &&mut Spelled| {
            other.names == one.names || one.alone && other.words == one.words
        };
        match merged.iter_mut().find(same) {
            Some(other) => other.merge(one),
            None => merged.push(one),
        }
    }
    merged.into_iter().map(|one| one.finding(rule)).collect()
}

/// One entity and two spellings of its name.
struct Spelled {
    /// The two names, in alphabetical order.
    names: [String; 2],
    /// The words in which they differ, likewise.
    words: [Vec<String>; 2],
    /// One of the names is no more than the word that differs.
    alone: bool,
    kind: Kind,
    role: Option<String>,
    comparison: Comparison,
    groups: Vec<Group>,
}

impl Spelled {
    fn new(articles: &[Article], link: &EntityLink) -> Option<Spelled> {
        let (x, y) = (entity(articles, link.a), entity(articles, link.b));
        let differing = (
            differing(&x.canonical, &y.canonical),
            differing(&y.canonical, &x.canonical),
        );
        let display = |own: &Entity, words: &[&str], other: &Entity| match words {
            [word] if !other.canonical.contains([' ', '-']) => (*word).to_owned(),
            _ => own.canonical.clone(),
        };
        let names = [
            display(x, &differing.0, y),
            display(y, &differing.1, x),
        ];
        let groups = vec![
            group(articles, link.a, x, &differing.0, &names[0])?,
            group(articles, link.b, y, &differing.1, &names[1])?,
        ];
        let owned = |words: &[&str]| words.iter().map(|&w| w.to_owned()).collect();
        let mut spelled = Spelled {
            alone: names.iter().any(|name| !name.contains([' ', '-'])),
            names,
            words: [owned(&differing.0), owned(&differing.1)],
            kind: x.kind,
            role: x.roles.iter().chain(&y.roles).next().cloned(),
            comparison: link.comparison.clone(),
            groups,
        };
        spelled.names.sort_unstable();
        spelled.words.sort_unstable();
        Some(spelled)
    }

    /// Adds the occurrences of the same disagreement elsewhere.
    fn merge(&mut self, other: Spelled) {
        for group in other.groups {
            let last = |name: &str| words(name).last().unwrap_or("").to_owned();
            let own = self.groups.iter().position(|g| g.display == group.display);
            let own = own.or_else(|| {
                let same = |g: &Group| last(&g.display) == last(&group.display);
                self.groups.iter().position(same)
            });
            let Some(own) = own.map(|i| &mut self.groups[i]) else {
                continue;
            };
            own.occurrences.extend(group.occurrences);
            own.occurrences.sort_unstable();
            own.occurrences.dedup();
        }
    }

    fn finding(mut self, rule: &Rule) -> Finding {
        self.groups.sort_by_key(|g| g.occurrences.first().copied());
        let mut sources = self
            .groups
            .iter()
            .flat_map(|g| &g.occurrences)
            .map(|o| o.span.source());
        let first = sources.next();
        let who = if sources.all(|source| Some(source) == first) {
            "one source spells a name in two ways"
        } else {
            "sources spell a name differently"
        };
        let message = format!(
            "{who}: {} / {}",
            self.groups[0].display, self.groups[1].display
        );
        Finding {
            rule: rule.name,
            kind: self.kind,
            verdict: Verdict::Variant,
            level: Verdict::Variant.level(),
            confidence: self.comparison.score,
            about: self
                .role
                .unwrap_or_else(|| self.kind.name().replace("other-name", "name")),
            message,
            fingerprint: fingerprint(
                [rule.name]
                    .into_iter()
                    .chain(self.names.iter().map(String::as_str)),
            ),
            evidence: self
                .comparison
                .evidence
                .into_iter()
                .map(|detail| Evidence {
                    feature: "name",
                    detail,
                    weight: self.comparison.score,
                })
                .collect(),
            groups: self.groups,
        }
    }
}

fn entity(articles: &[Article], r: EntityRef) -> &Entity {
    &articles[r.article].resolved.entities[r.entity.0 as usize]
}

/// The words in which a name differs from another: of a longer name only those that stand where the other's do, so that
/// "Klistchko" differs from the family name of "Vitali Klitschko" and says nothing about his given name.
fn differing<'a>(own: &'a str, other: &str) -> Vec<&'a str> {
    let left = |name: &'a str, but: &str| -> Vec<&'a str> {
        words(name).filter(|w| words(but).all(|o| o != *w)).collect()
    };
    let mine = left(own, other);
    let theirs: Vec<&str> = words(other)
        .filter(|w| words(own).all(|o| o != *w))
        .collect();
    if theirs.is_empty() || theirs.len() >= mine.len() {
        return mine;
    }
    let nearest = |word: &&str| {
        mine.iter()
            .copied()
            .min_by_key(|w| strsim::osa_distance(w, word))
    };
    let kept: Vec<&str> = theirs.iter().filter_map(nearest).collect();
    mine.iter().copied().filter(|w| kept.contains(w)).collect()
}

/// The mentions of an entity that hold a word which the other spelling has not; `None` where none does.
fn group(
    articles: &[Article],
    r: EntityRef,
    entity: &Entity,
    differing: &[&str],
    display: &str,
) -> Option<Group> {
    let article = &articles[r.article];
    let occurrences: Vec<Occurrence> = entity
        .mentions
        .iter()
        .map(|&m| &article.mentions[m])
        .filter(|m| {
            differing.is_empty()
                || words(article.document.source.slice(m.span)).any(|w| differing.contains(&w))
        })
        .map(|m| Occurrence {
            span: m.span,
            sentence: article.text.sentences[m.sentence].span,
        })
        .collect();
    (!occurrences.is_empty()).then(|| Group {
        kind: entity.kind,
        value: Value::Name(Name {
            canonical: entity.canonical.clone(),
            entity: Some(entity.id),
        }),
        noun: None,
        display: display.to_owned(),
        occurrences,
    })
}

/// The words of a name; what a hyphen joins is two.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-', '\n', '\t', '.'])
        .filter(|w| !w.is_empty())
}
