//! Ranges and hedges.

use super::p;

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
