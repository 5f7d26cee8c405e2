//! What is no figure, and what others read wrong.

use super::{none, p};

#[test]
fn names_labels_and_calls_are_no_figures() {
    none("A Boeing 737 landed.");
    p(
        "Smith had 12 points, Peter Holm 14.9 points.",
        &["count 12 = 12", "count 14.9 = 14.9"],
    );
    none("Its 777 airliner landed.");
    none("COVID-19 and 3G came after World War II.");
    none("He lives at 10 Downing Street.");
    none("She called 911 at once.");
    none("He runs iOS 8.1.2 on it.");
    none("The No. 1 seed lost.");
    none("Call 555-1234 or 020 7946 0958 now.");
    none("See page 12 of section 4.");
    none("He came in 2014.");
    none("One of the men saw this one; no one else did.");
    none("See www.example.org/12 for it.");
    none("The G.O.P. & the press met. We left.");
    none("A .22 rifle lay there.");
    none("A first-degree charge, a 3-pointer, 3-of-4 shots, a two-way street.");
    none("Louis XIV and Henry V met.");
    p("1. Two men left.", &["count Two = 2"]);
    p(
        "One man saw 2,000 people and 2000 dogs.",
        &["count One = 1", "count 2,000 = 2000", "count 2000 = 2000"],
    );
}

#[test]
fn what_peers_read_wrong_is_read_right() {
    p(
        "It cost $44 million.",
        &["money $44 million = 44000000 USD"],
    );
    p("It opened on 3,000 screens.", &["count 3,000 = 3000"]);
    p(
        "12 killed, 140 injured.",
        &["count 12 = 12", "count 140 = 140"],
    );
}

#[test]
fn numbers_of_players_pages_and_the_clock_of_a_game_are_no_figures() {
    none("She wears No. 10, he the number 23 jersey.");
    none("See sections 4 and 5, pages 12 and 13, chapter 3.");
    none("The Boeing 777 line ends with the final 717 for the airline.");
    none("Its larger 777 planes came from Boeing.");
    p("They won 3-2 at 12:30.", &["game 3-2 = 3:2"]);
    p(
        "The pair led 3-2 in the 89th minute.",
        &["game 3-2 = 3:2", "ordinal 89th = 89"],
    );
    none("He filed a Form 10-K on E. 31st St. after a 1-in-9 draw.");
    none("(2) See above.");
    none("A 50-50 chance in five-a-side games on floor 3.");
    none("He was 7-1 with the bookmakers, a 12-1 shot at odds of 9-4.");
    p("He won 7-1 with ease.", &["game 7-1 = 7:1"]);
    none("A 747 and a 737-800 jet landed.");
}

#[test]
fn what_peers_take_for_a_unit_or_a_date_is_read_right() {
    p("It is worth $1.2bn.", &["money $1.2bn = 1200000000 USD"]);
    p("Half a million came.", &["count Half a million = 500000"]);
    p(
        "Between 120 and 140 came.",
        &["count 120 and 140 = 120..140"],
    );
    p(
        "It made $15 million in online sales.",
        &["money $15 million = 15000000 USD"],
    );
    p(
        "It lasted two decades.",
        &["duration two decades = 2 decade"],
    );
    p("She is 5ft 10in.", &["measure 5ft 10in = 70 in"]);
    p(
        "Two and a half million left.",
        &["count Two and a half million = 2500000"],
    );
    p("The ticket was $13.", &["money $13 = 13 USD"]);
    none("The G.O.P. & its friends met on Dec. 27. We left.");
}
