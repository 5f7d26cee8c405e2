//! One entity and the spellings of its name, from the links of its mentions to the finding.

use crate::Article;
use crate::align::name::Comparison;
use crate::align::{EntityLink, EntityRef};
use crate::finding::{Evidence, Finding, Group, Occurrence, Verdict};
use crate::judge::Rule;
use crate::judge::fingerprint::fingerprint;
use crate::resolve::Entity;
use crate::value::{Kind, Name, Value};

/// One entity and the spellings of its name: two, until those of more documents are joined.
pub(super) struct Spelled {
    /// The names, in alphabetical order.
    pub(super) names: Vec<String>,
    /// The words in which they differ, likewise.
    pub(super) words: [Vec<String>; 2],
    /// One of the names is no more than the word that differs.
    pub(super) alone: bool,
    /// One document writes both.
    pub(super) within: bool,
    kind: Kind,
    role: Option<String>,
    comparison: Comparison,
    pub(super) groups: Vec<Group>,
}

impl Spelled {
    pub(super) fn new(articles: &[Article], link: &EntityLink) -> Option<Spelled> {
        let (x, y) = (entity(articles, link.a), entity(articles, link.b));
        let differing = (
            differing(&x.canonical, &y.canonical),
            differing(&y.canonical, &x.canonical),
        );
        let display = |own: &Entity, words: &[&str], other: &Entity| match words {
            [word] if !other.canonical.contains([' ', '-']) => (*word).to_owned(),
            _ => own.canonical.clone(),
        };
        let names = vec![display(x, &differing.0, y), display(y, &differing.1, x)];
        let groups = vec![
            group(articles, link.a, x, &differing.0, &names[0])?,
            group(articles, link.b, y, &differing.1, &names[1])?,
        ];
        let owned = |words: &[&str]| words.iter().map(|&w| w.to_owned()).collect();
        let mut spelled = Spelled {
            alone: names.iter().any(|name| !name.contains([' ', '-'])),
            within: link.a.article == link.b.article,
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
    pub(super) fn merge(&mut self, other: Spelled) {
        let last = |name: &str| words(name).last().unwrap_or("").to_owned();
        for group in other.groups {
            let own = self.groups.iter().position(|g| g.display == group.display);
            let own = own.or_else(|| {
                let same = |g: &Group| last(&g.display) == last(&group.display);
                self.groups.iter().position(same)
            });
            let Some(own) = own.map(|i| &mut self.groups[i]) else {
                continue;
            };
            // Where another document writes the name otherwise, one mention tells that this one does so, too; all of them
            // would bury the slip.
            let every = !other.within || self.within;
            let some = if every { usize::MAX } else { 1 };
            own.occurrences
                .extend(group.occurrences.into_iter().take(some));
            own.occurrences.sort_unstable();
            own.occurrences.dedup();
        }
    }

    /// The fullest form of the entity that a group names.
    pub(super) fn canonical(&self, group: usize) -> &str {
        self.groups.get(group).map_or("", canonical)
    }

    /// The fullest forms of the entities of all groups.
    pub(super) fn canonicals(&self) -> Vec<&str> {
        self.groups.iter().map(canonical).collect()
    }

    /// Adds a pair that shares one of the names, or both; `same` tells which names are no two spellings.
    pub(super) fn join(&mut self, pair: Spelled, same: impl Fn(&str, &str) -> bool) {
        for group in pair.groups {
            let known = |g: &&mut Group| same(canonical(g), canonical(&group));
            match self.groups.iter_mut().find(known) {
                Some(own) => {
                    own.occurrences.extend(group.occurrences);
                    own.occurrences.sort_unstable();
                    own.occurrences.dedup();
                }
                None => self.groups.push(group),
            }
        }
        self.names = self.groups.iter().map(|g| g.display.clone()).collect();
        self.names.sort_unstable();
        self.role = self.role.take().or(pair.role);
        // It is no surer than its weakest likeness.
        self.comparison.score = self.comparison.score.min(pair.comparison.score);
        for detail in pair.comparison.evidence {
            if !self.comparison.evidence.contains(&detail) {
                self.comparison.evidence.push(detail);
            }
        }
    }

    pub(super) fn finding(mut self, rule: &Rule) -> Finding {
        self.groups.sort_by_key(|g| g.occurrences.first().copied());
        let mut sources = self
            .groups
            .iter()
            .flat_map(|g| &g.occurrences)
            .map(|o| o.span.source());
        let first = sources.next();
        let who = if sources.all(|source| Some(source) == first) {
            if self.groups.len() == 2 {
                "one source spells a name in two ways"
            } else {
                "one source spells a name in several ways"
            }
        } else {
            "sources spell a name differently"
        };
        let message = format!(
            "{who}: {}",
            self.groups
                .iter()
                .map(|g| g.display.as_str())
                .collect::<Vec<_>>()
                .join(" / ")
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

/// The name that a group stands for.
fn canonical(group: &Group) -> &str {
    match &group.value {
        Value::Name(name) => &name.canonical,
        _ => "",
    }
}

fn entity(articles: &[Article], r: EntityRef) -> &Entity {
    &articles[r.article].resolved.entities[r.entity.0 as usize]
}

/// The words in which a name differs from another: of a longer name only those that stand where the other's do, so that
/// "Klistchko" differs from the family name of "Vitali Klitschko" and says nothing about his given name.
fn differing<'a>(own: &'a str, other: &str) -> Vec<&'a str> {
    let left = |name: &'a str, but: &str| -> Vec<&'a str> {
        words(name)
            .filter(|w| words(but).all(|o| o != *w))
            .collect()
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
        .map(|m| Occurrence::of(article, m))
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
