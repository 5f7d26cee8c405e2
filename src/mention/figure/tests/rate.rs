//! Prices and rates: what they are for one of, and that those of different things are not compared.

use super::{figure, p};
use crate::value::{Value, ValueRelation};

#[test]
fn prices_keep_what_they_are_for_one_of() {
    p(
        "They cost $6 each, oil $15 a barrel.",
        &["money $6 = 6 USD per each", "money $15 = 15 USD per bbl"],
    );
    p(
        "The fee is £9 per head or 40p a mile.",
        &["money £9 = 9 GBP per person", "money 40p = 40 penny per mi"],
    );
    p(
        "Rooms are $90/night, $2,000 a month, $3m annually.",
        &[
            "money $90 = 90 USD per night",
            "money $2,000 = 2000 USD per month",
            "money $3m = 3000000 USD per year",
        ],
    );
    p(
        "It earned 12 cents per diluted share.",
        &["money 12 cents = 12 cent per share"],
    );
    p(
        "The charge is $4 to $6 per 1,000 words.",
        &[
            "money $4 to $6 = 4..6 USD per 1000 words",
            "count 1,000 = 1000",
        ],
    );
    p(
        "It costs $9,000 per pupil per year.",
        &["money $9,000 = 9000 USD per pupil"],
    );
    p("Prices rise 3% a year.", &["percent 3% = 3 % per year"]);
}

#[test]
fn what_stands_behind_an_amount_is_not_always_a_rate() {
    p(
        "He won $5 million a year ago.",
        &["money $5 million = 5000000 USD"],
    );
    p("They owed $20 a man had lent.", &["money $20 = 20 USD"]);
    p("They lost $20 per cent of it.", &["money $20 = 20 USD"]);
}

/// How the figures of two texts relate, which is the same the other way round.
fn relation(a: &str, b: &str) -> ValueRelation {
    let (a, b) = (
        Value::Figure(Box::new(figure(a))),
        Value::Figure(Box::new(figure(b))),
    );
    assert_eq!(a.relation(&b), b.relation(&a), "{a:?} {b:?}");
    a.relation(&b)
}

#[test]
fn prices_of_different_things_are_not_compared() {
    let p = |a: &str, b: &str, expected| assert_eq!(relation(a, b), expected, "{a} / {b}");
    p("$15 a barrel", "$15 per barrel", ValueRelation::Equal);
    p("$15 a barrel", "$17 per barrel", ValueRelation::Disjoint);
    p("$15 a barrel", "$15 a tonne", ValueRelation::Incomparable);
    p("$900 a month", "$9,000 a year", ValueRelation::Incomparable);
    p("5% a year", "5% a month", ValueRelation::Incomparable);
}

#[test]
fn a_price_beside_a_figure_that_names_nothing_is_left_open() {
    let p = |a: &str, b: &str, expected| assert_eq!(relation(a, b), expected, "{a} / {b}");
    p("$15 a barrel", "$15", ValueRelation::Equal);
    p("$15 a barrel", "$15 million", ValueRelation::Open);
    p("$6 each", "$6 a ticket", ValueRelation::Equal);
    p("$6 each", "$9 a ticket", ValueRelation::Open);
}
