//! One entity, its name spelled two ways.

mod spelled;
mod together;

use spelled::Spelled;

use super::Rule;
use crate::align::Story;
use crate::align::name::Relation;
use crate::finding::Finding;

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
    together::together(story, merged)
        .into_iter()
        .map(|one| one.finding(rule))
        .collect()
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
    fn a_family_name_that_sounds_alike_behind_the_same_given_name_is_one() {
        let p = |a: &str, b: &str, expected: usize| {
            let text = |name: &str| format!("The chief, {name}, spoke in Ostby on Monday.");
            let found = found(&[&text(a), &text(b)]);
            assert_eq!(found.len(), expected, "{a} | {b}: {found:?}");
        };
        p("Alan Prewitt", "Alan Pruitt", 1);
        p("Dale Humphreys", "Dale Humphries", 1);
        p("Ann Reid", "Ann Reed", 1);
        p("Sarah Connor", "Sara Conner", 1);
        // Other names.
        p("Ann Reid", "Jane Reed", 0);
        p("Joe Tanner", "Joe Turner", 0);
        p("Tom Carr", "Tom Kerr", 0);
        p("Lee Harris", "Lee Harrison", 0);
        p("Ann Reid", "Ann Reid", 0);
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
        // Each slip is like the name, and not like the other slip.
        let d = "Viktor Harmenko won in Ostby. Harmenko smiled.";
        let e = "In Ostby, Viktor Hamrenko won on Monday. Hamrenko smiled.";
        let f = "Viktor Harmekno won in Ostby on Monday. Harmekno smiled.";
        p(
            &[e, d, f],
            &["variant: Viktor Hamrenko 2, Viktor Harmenko 2, Viktor Harmekno 2"],
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
