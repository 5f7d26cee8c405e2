//! Money and percentages.

use super::p;

#[test]
fn money_has_its_currency() {
    p(
        "A $44-million project and the 20-million-euro fine.",
        &[
            "money $44-million = 44000000 USD",
            "money 20-million-euro = 20000000 EUR",
        ],
    );
    p(
        "It costs 99 cents, 50p or ¥300.",
        &[
            "money 99 cents = 99 cent",
            "money 50p = 50 penny",
            "money ¥300 = 300 JPY",
        ],
    );
    p(
        "Twenty pounds sterling, 500 yen, 30 rupees.",
        &[
            "money Twenty pounds sterling = 20 GBP",
            "money 500 yen = 500 JPY",
            "money 30 rupees = 30 INR",
        ],
    );
    p(
        "He paid Rs. 500 crore for it.",
        &["money Rs. 500 crore = 5000000000 INR"],
    );
    p(
        "It costs A$5, US$6 or EUR 7.",
        &[
            "money A$5 = 5 AUD",
            "money US$6 = 6 USD",
            "money EUR 7 = 7 EUR",
        ],
    );
    p(
        "They had $15 million in online sales.",
        &["money $15 million = 15000000 USD"],
    );
    p(
        "He paid 20 dollars and 43 cents.",
        &["money 20 dollars and 43 cents = 20.43 USD"],
    );
    p(
        "He lost 20 pounds of fat and £20.",
        &["measure 20 pounds = 20 lb", "money £20 = 20 GBP"],
    );
    p("He won 12 of them.", &["count 12 = 12"]);
    p("A $13 ticket.", &["money $13 = 13 USD"]);
}

#[test]
fn the_country_of_a_dollar_may_stand_behind_its_sign() {
    p(
        "The farm sold for $A195,900 and the mine for $US5 million, or $NZ 8 million.",
        &[
            "money $A195,900 = 195900 AUD",
            "money $US5 million = 5000000 USD",
            "money $NZ 8 million = 8000000 NZD",
        ],
    );
    p("The A1 and the US5 were shut.", &[]);
}

#[test]
fn percentages_points_and_basis_points_are_told_apart() {
    p(
        "It fell 5% or five per cent.",
        &["percent 5% = 5 %", "percent five per cent = 5 %"],
    );
    p(
        "It fell two percentage points.",
        &["percent two percentage points = 2 pp"],
    );
    p(
        "A cut of 25 basis points.",
        &["percent 25 basis points = 25 bp"],
    );
    p(
        "Half a percentage point.",
        &["percent Half a percentage point = 0.5 pp"],
    );
    p(
        "It passed by 57.3 per cent to 42.7.",
        &["percent 57.3 per cent = 57.3 %", "percent 42.7 = 42.7 %"],
    );
    p(
        "The index rose 1.2% to 8,000.12.",
        &["percent 1.2% = 1.2 %", "count 8,000.12 = 8000.12"],
    );
    p("It fell 54 points.", &["count 54 = 54"]);
}

#[test]
fn money_in_words_may_stand_before_its_amount_or_lack_its_coins() {
    p(
        "They paid rupees 50 lakh, or ten dollars, or five euros.",
        &[
            "money rupees 50 lakh = 5000000 INR",
            "money ten dollars = 10 USD",
            "money five euros = 5 EUR",
        ],
    );
    p(
        "It cost 15 dollars 50.",
        &["money 15 dollars 50 = 15.5 USD"],
    );
    p(
        "They counted in rupees 20 chests of it.",
        &["count 20 = 20"],
    );
    p(
        "He gave 15 dollars 50 times.",
        &["money 15 dollars = 15 USD", "count 50 = 50"],
    );
}

#[test]
fn a_pound_with_ounces_is_weighed() {
    p(
        "A 12st 4lb man bore a ten-pound note.",
        &["measure 12st 4lb = 172 lb", "money ten-pound = 10 GBP"],
    );
    p(
        "A girl of 6 pounds 9 ounces was born.",
        &["measure 6 pounds 9 ounces = 105 oz"],
    );
}

#[test]
fn a_second_figure_has_the_unit_of_the_first() {
    p(
        "Turnout rose to 75 percent, up from 60.",
        &["percent 75 percent = 75 %", "percent 60 = 60 %"],
    );
    p(
        "Support stood at 48 percent in May, compared with about 52 a year earlier.",
        &["percent 48 percent = 48 %", "percent 52 = about 52 %"],
    );
    p(
        "Inflation climbed to 12.5 from 11.9 percent.",
        &["percent 12.5 = 12.5 %", "percent 11.9 percent = 11.9 %"],
    );
    p(
        "The share rose from 60 in March to 75 percent.",
        &["percent 60 = 60 %", "percent 75 percent = 75 %"],
    );
    p(
        "The bridge cost $1.2 billion, against a planned 950 million.",
        &[
            "money $1.2 billion = 1200000000 USD",
            "money 950 million = 950000000 USD",
        ],
    );
    p(
        "Sales grew to $5.2 million from 4.8 a year earlier.",
        &[
            "money $5.2 million = 5200000 USD",
            "money 4.8 = 4800000 USD",
        ],
    );
    p(
        "The rate fell to 5.2 percent from 5.6 in June and 6.1 a year earlier.",
        &[
            "percent 5.2 percent = 5.2 %",
            "percent 5.6 = 5.6 %",
            "percent 6.1 = 6.1 %",
        ],
    );
    p(
        "Smith leads Jones by 45 percent to 42 in the poll.",
        &["percent 45 percent = 45 %", "percent 42 = 42 %"],
    );
    p(
        "The wall is 15 metres tall, up from 12.",
        &["measure 15 metres = 15 m", "measure 12 = 12 m"],
    );
}

#[test]
fn a_second_figure_of_another_sort_keeps_to_itself() {
    p(
        "Deaths rose 20 percent, up from 60.",
        &["percent 20 percent = 20 %", "count 60 = 60"],
    );
    p(
        "Some 75 percent came, compared with 60 people in May.",
        &["percent 75 percent = about 75 %", "count 60 = 60"],
    );
    p(
        "About 75 percent came, against 3,000.",
        &["percent 75 percent = about 75 %", "count 3,000 = 3000"],
    );
    p(
        "Leading the gains, Acme added 3 percent to 70.",
        &["percent 3 percent = 3 %", "count 70 = 70"],
    );
    p(
        "The town spent 9 percent of its money on a school for 60.",
        &["percent 9 percent = 9 %", "count 60 = 60"],
    );
}
