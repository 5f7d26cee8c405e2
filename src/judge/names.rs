//! One entity, its name spelled two ways.

use rustc_hash::FxHashSet;

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
    // Full names first: a slip in a surname alone is the same disagreement as the slip in the full name. What stands in one
    // document last.
    spelled.sort_by(|x, y| (x.alone, &x.names, x.within).cmp(&(y.alone, &y.names, y.within)));
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
    together(merged)
        .into_iter()
        .map(|one| one.finding(rule))
        .collect()
}

/// Makes one disagreement of three spellings or more. Each must be found beside each other one: a document that means two
/// people by the first and the third says nothing about the second, and chains of likenesses end far from where they began.
fn together(pairs: Vec<Spelled>) -> Vec<Spelled> {
    let linked: FxHashSet<(String, String)> = pairs
        .iter()
        .flat_map(|pair| {
            let [a, b] = [0, 1].map(|i| pair.canonical(i).to_owned());
            [(a.clone(), b.clone()), (b, a)]
        })
        .collect();
    let mut joined: Vec<Spelled> = Vec::new();
    for pair in pairs {
        let fits = |known: &&mut Spelled| {
            let own = || (0..known.groups.len()).map(|i| known.canonical(i));
            let new = || [0, 1].map(|i| pair.canonical(i)).into_iter();
            own().any(|a| new().any(|b| a == b))
                && own().all(|a| {
                    new().all(|b| a == b || linked.contains(&(a.to_owned(), b.to_owned())))
                })
        };
        match joined.iter_mut().find(fits) {
            Some(known) => known.join(pair),
            None => joined.push(pair),
        }
    }
    joined
}

/// One entity and the spellings of its name: two, until those of more documents are joined.
struct Spelled {
    /// The names, in alphabetical order.
    names: Vec<String>,
    /// The words in which they differ, likewise.
    words: [Vec<String>; 2],
    /// One of the names is no more than the word that differs.
    alone: bool,
    /// One document writes both.
    within: bool,
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
    fn merge(&mut self, other: Spelled) {
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
    fn canonical(&self, group: usize) -> &str {
        self.groups.get(group).map_or("", canonical)
    }

    /// Adds a pair that shares one of the names, or both.
    fn join(&mut self, pair: Spelled) {
        for group in pair.groups {
            match self
                .groups
                .iter_mut()
                .find(|g| canonical(g) == canonical(&group))
            {
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

    fn finding(mut self, rule: &Rule) -> Finding {
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

#[cfg(test)]
mod tests {
    use crate::{Document, InputFormat, compare};

    /// The spellings of each finding about names, and how many documents hold each.
    fn found(texts: &[&str]) -> Vec<String> {
        let documents = texts
            .iter()
            .zip(0..)
            .map(|(text, id)| Document::new(id, &format!("{id}.txt"), text, InputFormat::Text))
            .collect();
        let mut found: Vec<String> = compare(documents)
            .findings
            .iter()
            .filter(|f| f.rule == "name-spelling")
            .map(|f| {
                let spellings: Vec<String> = f
                    .groups
                    .iter()
                    .map(|g| format!("{} {}", g.display, g.occurrences.len()))
                    .collect();
                format!("{}: {}", f.verdict.name(), spellings.join(", "))
            })
            .collect();
        found.sort_unstable();
        found
    }

    const FIGHT: &str = "Viktor Harmenko won on Saturday. Harmenko knocked him down twice, and the crowd sang for \
                         Harmenko. Nobody has beaten Harmenko since May.";
    const SLIP: &str = "Viktor Harmenko won on Saturday. Harmenko knocked him down twice. Nobody has beaten Harmenko. \
                        The crowd sang for Hamrenko.";

    #[test]
    fn a_slip_inside_one_document_is_found_whatever_the_others_write() {
        let p = |texts: &[&str], expected: &[&str]| assert_eq!(found(texts), expected, "{texts:?}");
        p(&[SLIP], &["variant: Harmenko 3, Hamrenko 1"]);
        p(&[SLIP, SLIP], &["variant: Harmenko 6, Hamrenko 2"]);
        p(&[FIGHT, SLIP], &["variant: Harmenko 5, Hamrenko 1"]);
        p(&[SLIP, FIGHT], &["variant: Harmenko 5, Hamrenko 1"]);
        p(&[FIGHT, FIGHT], &[]);
        p(
            &[
                "Viktor Harmenko won. Harmenko smiled. Fans of Viktor Hamrenko sang, and Harmenko left.",
            ],
            &["variant: Viktor Harmenko 3, Viktor Hamrenko 1"],
        );
        p(
            &[
                "Rain fell on Port Lysander. The streets of Port Lysander are wet. The mayor of Port Lysadner left Port Lysander.",
            ],
            &["variant: Port Lysander 3, Port Lysadner 1"],
        );
    }

    #[test]
    fn two_bearers_of_like_names_in_one_document_are_two() {
        let p = |text: &str| assert_eq!(found(&[text]), Vec::<String>::new(), "{text}");
        // Two names that exist.
        p("James Comey wrote to James Comer. Comey waited. Comer read it. Comey left.");
        p("Ivana Trump came. Ivanka Trump spoke. Ivanka left, and Ivanka slept.");
        p("Iran and Iraq met. Iran agreed. Iran paid. Iraq signed.");
        p("Austria wrote to Australia. Austria waited. Austria paid.");
        // Told apart by a suffix, a syllable, a role, a sentence.
        p("Kim Jong-il was ill. Kim Jong-un came. Kim Jong-un spoke.");
        p("Robert Harmenko Sr. came. Robert Harmenko Jr. spoke. Robert Harmenko Jr. left.");
        p("Coach Viktor Harmenko came. Harmenko spoke. The minister Viktor Hermenko left.");
        p("Viktor Harmenko and Viktor Harmenka met. Harmenko spoke to Harmenka.");
        // Plurals, peoples and words.
        p("The Norvexes came. A Norvex is a machine. Norvexes are loud. Norvexes are dear.");
        p("Sumatra shook. Sumatran schools closed. Sumatra is large, and Sumatra is wet.");
    }

    #[test]
    fn two_documents_spell_a_name_in_two_ways() {
        let p = |a: &str, b: &str, expected: &[&str]| {
            assert_eq!(found(&[a, b]), expected, "{a} | {b}");
            assert_eq!(found(&[b, a]).len(), expected.len(), "{b} | {a}");
        };
        p(
            "The leader Kim Jung Un spoke in Pyongyang on Monday. Kim left.",
            "On Monday Kim Jong-un spoke in Pyongyang. Kim left.",
            &["variant: Kim Jung Un 1, Kim Jong-un 1"],
        );
        p(
            "Muammar Gaddafi spoke in Tripoli. Gaddafi left.",
            "In Tripoli, Moammar Qaddafi spoke. Qaddafi left.",
            &["variant: Muammar Gaddafi 2, Moammar Qaddafi 2"],
        );
        p(
            "The flood reached Port Lysander. The mayor of Port Lysander fled.",
            "The mayor of Port Lysendar fled when the flood came.",
            &["variant: Port Lysander 2, Port Lysendar 1"],
        );
    }

    #[test]
    fn the_same_place_in_both_documents_settles_a_doubtful_pair() {
        let p = |a: &str, b: &str, expected: &[&str]| {
            assert_eq!(found(&[a, b]), expected, "{a} | {b}");
            assert_eq!(found(&[b, a]).len(), expected.len(), "{b} | {a}");
        };
        p(
            "The police in Dorval said Gray robbed the bank on Monday.",
            "The police in Dorval said Grey robbed the bank on Monday.",
            &["variant: Gray 1, Grey 1"],
        );
        p(
            "On Monday in Dorval the striker Hansen scored two goals in the second half.",
            "In Dorval on Monday the striker Hanson scored two goals in the second half.",
            &["variant: Hansen 1, Hanson 1"],
        );
        p(
            "On Monday in Dorval, Gray robbed the bank.",
            "The police in Dorval asked Grey about the weather on Monday.",
            &[],
        );
        p(
            "The striker Hansen scored two goals in Dorval on Monday.",
            "In Dorval the keeper Hanson caught the ball on Monday.",
            &[],
        );
    }

    #[test]
    fn three_spellings_of_one_name_are_one_finding() {
        let p = |texts: &[&str], expected: &[&str]| assert_eq!(found(texts), expected, "{texts:?}");
        let a = "Muammar Gaddafi spoke in Tripoli. Gaddafi left.";
        let b = "In Tripoli, Moammar Qaddafi spoke. Qaddafi left.";
        let c = "On Monday Muammar Kadafi spoke in Tripoli. Kadafi left.";
        p(
            &[a, b, c],
            &["variant: Muammar Gaddafi 2, Moammar Qaddafi 2, Muammar Kadafi 2"],
        );
        p(
            &[c, a, b, a],
            &["variant: Muammar Kadafi 2, Muammar Gaddafi 4, Moammar Qaddafi 2"],
        );
        // The third is another bearer's.
        p(
            &[
                "The flood reached Port Lysander. The mayor of Port Lysander fled.",
                "The mayor of Port Lysendar fled when the flood came.",
                "The flood reached Port Lysander and Port Gallen. The mayor of Port Lysander fled.",
            ],
            &["variant: Port Lysander 4, Port Lysendar 1"],
        );
    }

    #[test]
    fn what_two_documents_may_mean_by_like_names_is_left_to_the_reader() {
        let p = |a: &str, b: &str| {
            assert_eq!(found(&[a, b]), Vec::<String>::new(), "{a} | {b}");
            assert_eq!(found(&[b, a]), Vec::<String>::new(), "{b} | {a}");
        };
        // A part left out.
        p(
            "George Bush spoke in Houston on Monday. Bush left.",
            "George W. Bush spoke in Houston on Monday. Bush left.",
        );
        // Two people.
        p(
            "Kim Jong-un spoke in Pyongyang on Monday.",
            "Kim Jong-il spoke in Pyongyang on Monday.",
        );
        p(
            "Ivana Trump spoke in Prague on Monday.",
            "Ivanka Trump spoke in Prague on Monday.",
        );
        p(
            "Congressman James Comer spoke on Monday. Comer left.",
            "FBI director James Comey spoke on Monday. Comey left.",
        );
        p(
            "Peking is large. The mayor spoke in Peking.",
            "Beijing is large. The mayor spoke in Beijing.",
        );
        p("Ministers flew to Iran.", "Ministers flew to Iraq.");
        p("They mine coal in Shanxi.", "They mine coal in Shaanxi.");
        // Both names stand in one document, of two people.
        p(
            "James Comey wrote to James Comer. Comey waited. Comer read it.",
            "James Comer read a letter in Washington. Comer left.",
        );
    }
}
