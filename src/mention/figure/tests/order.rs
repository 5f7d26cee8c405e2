//! Ordinals, scores, records and votes.

use super::{none, p};

#[test]
fn ordinals_are_places_and_no_seconds() {
    p(
        "The 21st time in the third-largest city.",
        &["ordinal 21st = 21", "ordinal third = 3"],
    );
    p("He finished second.", &["ordinal second = 2"]);
    p(
        "His twenty-fifth win, his one hundred and first.",
        &[
            "ordinal twenty-fifth = 25",
            "ordinal one hundred and first = 101",
        ],
    );
    p(
        "It took ten seconds.",
        &["duration ten seconds = 10 second"],
    );
    none("A second later, at first, he saw Fifth Avenue.");
    none("An eleventh-hour deal came at the 11th hour.");
    p("The 11th round ended.", &["ordinal 11th = 11"]);
}

#[test]
fn scores_records_and_votes() {
    p(
        "The team was sitting at 15-14 when it fired its coach.",
        &["record 15-14 = 15:14"],
    );
    p(
        "They fired him with the team floundering at 9-14.",
        &["record 9-14 = 9:14"],
    );
    none("The fair is aimed at 9-14.");
    p("The match stood at 3-2.", &["game 3-2 = 3:2"]);
    p("They won 3-2.", &["game 3-2 = 3:2"]);
    p("They slipped to 94 for four.", &["game 94 for four = 94:4"]);
    p(
        "They sold 94 for four crowns.",
        &["count 94 = 94", "count four = 4"],
    );
    p("They beat the 0-14 Lions.", &["game 0-14 = 0:14"]);
    p("They lost 2-3.", &["game 2-3 = 2:3"]);
    p(
        "Klee (45-1, 40 KOs) fights on.",
        &["record 45-1 = 45:1", "count 40 = 40"],
    );
    p(
        "Barker (45-1, 40 KO) fights on.",
        &["record 45-1 = 45:1", "count 40 = 40"],
    );
    p("It was a 3-to-2 vote.", &["vote 3-to-2 = 3:2"]);
    p("It fell by a 5 to 4 vote.", &["vote 5 to 4 = 5:4"]);
    p("The senate voted 52-35 for it.", &["vote 52-35 = 52:35"]);
    p(
        "It passed by six votes to one.",
        &["vote six votes to one = 6:1"],
    );
    p(
        "It passed by 31 votes to 29.",
        &["vote 31 votes to 29 = 31:29"],
    );
    p("It took six votes to pass it.", &["count six = 6"]);
}
