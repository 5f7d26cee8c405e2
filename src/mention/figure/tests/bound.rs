//! Ranges and hedges.

use super::{none, p};

#[test]
fn ranges_share_scale_unit_and_currency() {
    p(
        "Between 120 and 140 people came.",
        &["count 120 and 140 = 120..140"],
    );
    p("He saw 120-140 people.", &["count 120-140 = 120..140"]);
    p(
        "It rose from 3 to 5 per cent of the total.",
        &["percent 3 = 3 %", "percent 5 per cent = 5 %"],
    );
    p(
        "Rates range from 3 to 5 per cent.",
        &["percent 3 to 5 per cent = 3..5 %"],
    );
    p(
        "It costs $3-5 million.",
        &["money $3-5 million = 3000000..5000000 USD"],
    );
    p(
        "It costs $3 to $5 million.",
        &["money $3 to $5 million = 3000000..5000000 USD"],
    );
    p("A 15-20% gain.", &["percent 15-20% = 15..20 %"]);
    p(
        "They gave $5 to 10 people.",
        &["money $5 = 5 USD", "count 10 = 10"],
    );
    p("Two or three men ran.", &["count Two or three = 2..3"]);
    p(
        "It grew from 12,000 to 15,000 in May.",
        &["count 12,000 = 12000", "count 15,000 = 15000"],
    );
}

#[test]
fn hedges_bound_from_before_and_after() {
    p(
        "More than $44 million was raised.",
        &["money $44 million = more_than 44000000 USD"],
    );
    p("Nearly 300 died.", &["count 300 = less_than 300"]);
    p("Up to 60 died.", &["count 60 = at_most 60"]);
    p("At least five died.", &["count five = at_least 5"]);
    p("Some 14,000 fled.", &["count 14,000 = about 14000"]);
    p("It was about 50.", &["count 50 = about 50"]);
    p("An estimated 3,000 fled.", &["count 3,000 = about 3000"]);
    p("Roughly 40 fled.", &["count 40 = about 40"]);
    p("It took 20 or so.", &["count 20 = about 20"]);
    p("It took 50 people or more.", &["count 50 = at_least 50"]);
    p("Fewer than 12 came.", &["count 12 = less_than 12"]);
    p("No more than 30 came.", &["count 30 = at_most 30"]);
    p(
        "The 30-odd men and 100-plus women left.",
        &["count 30 = about 30", "count 100 = at_least 100"],
    );
    p(
        "It drew 60-odd per cent, from 100-plus miles.",
        &[
            "percent 60-odd per cent = about 60 %",
            "measure 100-plus miles = at_least 100 mi",
        ],
    );
    p(
        "He owes £500 plus £85 costs, for a four-under 68.",
        &[
            "money £500 = 500 GBP",
            "money £85 = 85 GBP",
            "count four = 4",
            "count 68 = 68",
        ],
    );
    p(
        "It lasted over two years.",
        &["duration two years = 2 year"],
    );
}

#[test]
fn what_lasts_over_something_is_not_more_than_it() {
    p(
        "It grew over four nights, in the past six games.",
        &["count four = 4", "count six = 6"],
    );
}

#[test]
fn two_bounds_of_one_value_are_a_range() {
    p(
        "It is above 1000 and below 1500.",
        &["count 1000 and below 1500 = 1000..1500"],
    );
    p(
        "It is no more than 50 and no less than 20.",
        &["count 50 and no less than 20 = 20..50"],
    );
    p(
        "More than 90 men and fewer than 20 women came.",
        &["count 90 = more_than 90", "count 20 = less_than 20"],
    );
    p(
        "More than 90 and fewer than 20 came.",
        &["count 90 = more_than 90", "count 20 = less_than 20"],
    );
}

#[test]
fn ranges_stand_with_other_marks() {
    p("He lists 20~100 of them.", &["count 20~100 = 20..100"]);
    p(
        "The range is 1000 - 5000.",
        &["count 1000 - 5000 = 1000..5000"],
    );
    p(
        "It was minus 20 to minus 25 degrees Celsius.",
        &["measure minus 20 to minus 25 degrees Celsius = -25..-20 °C"],
    );
    p(
        "It fell into the lake-about 30km off.",
        &["measure 30km = about 30 km"],
    );
    p(
        "They hold from 3 to 5 per cent.",
        &["percent 3 to 5 per cent = 3..5 %"],
    );
    p(
        "It is 5000 or less than 6000.",
        &["count 5000 = 5000", "count 6000 = less_than 6000"],
    );
    p(
        "It is 60 miles more or less.",
        &["measure 60 miles = about 60 mi"],
    );
    // A game, a team with its wins and losses, a height and a weight.
    p("The Reds 98 - 102 Blues game.", &["count 102 = 102"]);
    p("They stand at 8-13.", &["record 8-13 = 8:13"]);
    none("Coe (5-11,220) left.");
}
