//! What is no figure, and what others read wrong.

use super::{none, p};

#[test]
fn names_labels_and_calls_are_no_figures() {
    none("A Boeing 737 landed.");
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
