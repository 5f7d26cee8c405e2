use super::super::resolve;
use crate::mention::{Mention, mentions};
use crate::resolve::Resolved;
use crate::segment::sample;
use crate::value::Kind;

fn read(prose: &str) -> (String, Vec<Mention>, Resolved) {
    let (document, text) = sample(prose);
    let mut mentions = mentions(&text);
    let resolved = resolve(&document, &text, &mut mentions);
    (prose.to_owned(), mentions, resolved)
}

/// Each entity as `kind canonical: mention, mention`.
fn entities(prose: &str) -> Vec<String> {
    let (prose, mentions, resolved) = read(prose);
    resolved
        .entities
        .iter()
        .map(|e| {
            let written: Vec<&str> = e
                .mentions
                .iter()
                .map(|&m| &prose[mentions[m].span.range()])
                .collect();
            format!("{} {}: {}", e.kind.name(), e.canonical, written.join(", "))
        })
        .collect()
}

#[test]
fn short_forms_go_to_their_full_form() {
    let p = |prose: &str, expected: &[&str]| assert_eq!(entities(prose), expected, "{prose}");
    p(
        "Mayor Jane Miller spoke. Miller left. Jane was late.",
        &["person Jane Miller: Jane Miller, Miller, Jane"],
    );
    p(
        "Kim Jong-un came, and Kim spoke.",
        &["person Kim Jong-un: Kim Jong-un, Kim"],
    );
    p(
        "George W. Bush met them. George Bush smiled, and Bush left.",
        &["person George W. Bush: George W. Bush, George Bush, Bush"],
    );
    p(
        "Vincent van der Berg paints. They saw van der Berg and Berg.",
        &["person Vincent van der Berg: Vincent van der Berg, van der Berg, Berg"],
    );
    p(
        "They bought Norvex Widgets Inc. for cash. Shares in Norvex Widgets rose.",
        &["organization Norvex Widgets Inc.: Norvex Widgets Inc., Norvex Widgets"],
    );
    p(
        "The United States sent help. U.S. aid came; the US paid.",
        &["place United States: United States, U.S., US"],
    );
}

#[test]
fn acronyms_go_to_their_long_form() {
    let p = |prose: &str, expected: &[&str]| assert_eq!(entities(prose), expected, "{prose}");
    p(
        "The Harbour Workers Union (HWU) met. The HWU voted.",
        &["organization Harbour Workers Union: Harbour Workers Union, HWU, HWU"],
    );
    p(
        "The Harbour Workers Union, or H.W.U., met. The H.W.U. voted.",
        &["organization Harbour Workers Union: Harbour Workers Union, H.W.U., H.W.U."],
    );
    p(
        "The NHC (National Harbour Council) met.",
        &["organization National Harbour Council: NHC, National Harbour Council"],
    );
    p(
        "The Department of Health and Human Services agreed. The DHHS said so.",
        &[
            "organization Department of Health and Human Services: Department of Health and Human Services, DHHS",
        ],
    );
}

#[test]
fn two_people_stay_two() {
    let p = |prose: &str, expected: &[&str]| assert_eq!(entities(prose), expected, "{prose}");
    p(
        "John Miller called. Miller was sad. Mary Miller answered. Mr. Miller wept.",
        &[
            "person John Miller: John Miller, Miller, Miller",
            "person Mary Miller: Mary Miller",
        ],
    );
    p(
        "Kim Jong-il was the father of Kim Jong-un.",
        &[
            "person Kim Jong-il: Kim Jong-il",
            "person Kim Jong-un: Kim Jong-un",
        ],
    );
    p(
        "George H. Bush and George W. Bush met.",
        &[
            "person George H. Bush: George H. Bush",
            "person George W. Bush: George W. Bush",
        ],
    );
    p(
        "Robert Downey Sr. and Robert Downey Jr. came.",
        &[
            "person Robert Downey Sr.: Robert Downey Sr.",
            "person Robert Downey Jr.: Robert Downey Jr.",
        ],
    );
}

#[test]
fn a_misspelt_form_stays_an_entity_of_its_own() {
    let found = entities("Vitali Klitschko won. Klitschko smiled. Klistchko left.");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn roles_and_gender_are_kept() {
    let p = |prose: &str, roles: &[&str]| {
        let (_, _, resolved) = read(prose);
        let person = resolved.entities.iter().find(|e| e.kind == Kind::Person);
        assert_eq!(
            person.map(|e| e.roles.as_slice()),
            Some(&roles.iter().map(|&r| r.to_owned()).collect::<Vec<_>>()[..]),
            "{prose}"
        );
    };
    p(
        "Deputy Prime Minister Jane Miller spoke.",
        &["deputy prime minister"],
    );
    p(
        "Tom Brown, a police spokesman, said so.",
        &["police spokesman"],
    );
    p("Mr. Brown met coach Tom Brown.", &["coach"]);
    p(
        "Spokesman Tom Brown said so. The minister, Tom Brown, left.",
        &["spokesman", "minister"],
    );
    p("Sen. Jane Miller agreed.", &["senator"]);
    p("Lt. Gov. Jane Miller agreed.", &["lieutenant governor"]);
    p(
        "Maj. Gen. Tom Brown and Dr. Jane Miller left.",
        &["major general"],
    );
    p("Queen Margot slept.", &["queen"]);
    p("Mr. Tom Brown slept.", &[]);
    let (_, _, resolved) = read("Mrs. Brown left.");
    assert_eq!(
        resolved.entities[0].gender,
        Some(crate::lexicon::names::Gender::Female)
    );
}
