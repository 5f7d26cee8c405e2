//! The examples that dates are held to, resolved through the whole pipeline.

mod articles;
mod periods;

use jiff::civil::{Date, date};

use crate::read::{Document, InputFormat};
use crate::value::{DateRelation, DateValue, Kind, Value};

/// The dates of a text, published on a Tuesday: words and EDTF.
fn dates_on(published: Option<Date>, prose: &str) -> Vec<(String, DateValue)> {
    // The first line would be taken for the title.
    let text = format!("Council meets again\n{prose}");
    let mut document = Document::new(0, "t.txt", &text, InputFormat::Text);
    document.published = published;
    let article = crate::analyze(document);
    article
        .mentions
        .iter()
        .filter(|m| m.kind == Kind::Date)
        .filter_map(|m| match &m.value {
            Value::Date(value) => Some((article.text.slice(m.span).to_owned(), value.clone())),
            _ => None,
        })
        .collect()
}

fn listed(published: Option<Date>, prose: &str) -> String {
    dates_on(published, prose)
        .iter()
        .map(|(words, value)| format!("{words} = {}", value.edtf))
        .collect::<Vec<_>>()
        .join("; ")
}

/// 30 December 2014, a Tuesday.
const TUESDAY: Option<Date> = Some(date(2014, 12, 30));

#[track_caller]
fn p(prose: &str, expected: &str) {
    assert_eq!(listed(TUESDAY, prose), expected, "{prose}");
}

#[test]
fn absolute_dates() {
    p(
        "The film opened on Dec. 27 in the U.S. and Canada.",
        "Dec. 27 = 2014-12-27",
    );
    p(
        "The bridge opened on 27 December 2013.",
        "27 December 2013 = 2013-12-27",
    );
    p(
        "It began on Tuesday, July 2, 2013, in Leeds.",
        "Tuesday, July 2, 2013 = 2013-07-02",
    );
    p(
        "The log starts at 2013-07-02 and ends there.",
        "2013-07-02 = 2013-07-02",
    );
    p(
        "They met Tues., 2 July, in Rome.",
        "Tues., 2 July = 2013-07-02",
    );
    p(
        "It was the 4th of July 2012.",
        "4th of July 2012 = 2012-07-04",
    );
    p(
        "She was born on the twenty-third of June, 1950.",
        "twenty-third of June, 1950 = 1950-06-23",
    );
    p("It opens on March 3rd.", "March 3rd = 2015-03-03");
    p("The 2014/08/12 edition is lost.", "2014/08/12 = 2014-08-12");
    p(
        "The report of 31.12.2013 is out.",
        "31.12.2013 = 2013-12-31",
    );
}

#[test]
fn partial_dates() {
    p("It rained in July 2013.", "July 2013 = 2013-07");
    p("It was built in 2014.", "2014 = 2014");
    p("He won in the 1990s.", "1990s = 199X");
    p("He won in the '90s.", "'90s = 199X");
    p("Sales fell in early 2014.", "early 2014 = 2014-01/2014-04");
    p(
        "They left in mid-December.",
        "mid-December = 2014-12-11/2014-12-20",
    );
    p("Sales rose in Q3 2013.", "Q3 2013 = 2013-35");
    p(
        "Sales rose in the third quarter of 2013.",
        "third quarter of 2013 = 2013-35",
    );
    p("They met in winter 2012.", "winter 2012 = 2012-24");
    p(
        "Sales rose in the first half of 2012.",
        "first half of 2012 = 2012-40",
    );
    p("It was built in the 18th century.", "18th century = 17XX");
    p("He has lived here since 1955.", "1955 = 1955");
    p("He lost the 2010 election.", "2010 = 2010");
    p("He has lived here since '82.", "'82 = 1982");
    p(
        "It came in 2003, 2004 and 2005.",
        "2003 = 2003; 2004 = 2004; 2005 = 2005",
    );
    p(
        "It snowed in January and February 2013.",
        "January = 2013-01; February 2013 = 2013-02",
    );
    p("It was the summer of 1955.", "summer of 1955 = 1955-22");
    p(
        "It snowed in the first week of November.",
        "first week of November = 2014-11-01/2014-11-07",
    );
    p(
        "It fell on the first Monday in October 2013.",
        "first Monday in October 2013 = 2013-10-07",
    );
    p(
        "It fell on the last Thursday of November 2013.",
        "last Thursday of November 2013 = 2013-11-28",
    );
}

#[test]
fn dates_relative_to_publication() {
    p("He died Tuesday.", "Tuesday = 2014-12-30");
    p("He died on Monday.", "Monday = 2014-12-29");
    p("He died on Wednesday night.", "Wednesday = 2014-12-24");
    p("He died in May last year.", "May last year = 2013-05");
    p(
        "He died on 5 May of last year.",
        "5 May of last year = 2013-05-05",
    );
    p(
        "It opened on May 5 this year.",
        "May 5 this year = 2014-05-05",
    );
    p(
        "It rose in 2010, and in June the following year it fell.",
        "2010 = 2010; June the following year = 2011-06",
    );
    p(
        "It closed in the summer of last year.",
        "summer of last year = 2013-06/2013-08",
    );
    p("He died last Friday.", "last Friday = 2014-12-26");
    p("He died yesterday.", "yesterday = 2014-12-29");
    p("He left two days ago.", "two days ago = 2014-12-28");
    p(
        "He left twenty-five years ago.",
        "twenty-five years ago = 1989-12-30~",
    );
    p("They meet this month.", "this month = 2014-12");
    p(
        "It fell earlier this week.",
        "earlier this week = 2014-12-29/2014-12-30",
    );
    p(
        "It fell late last week.",
        "late last week = 2014-12-26/2014-12-28",
    );
    p("They will return next spring.", "next spring = 2015-21");
    p("They play tonight.", "tonight = 2014-12-30");
    p("He spoke today.", "today = 2014-12-30");
    p("He spoke last night.", "last night = 2014-12-29");
    p(
        "They met last year and last month.",
        "last year = 2013; last month = 2014-11",
    );
    p("He died in May.", "May = 2014-05");
    p(
        "They met on Tuesday of last week.",
        "Tuesday of last week = 2014-12-23",
    );
    p(
        "The shop was shut over the weekend.",
        "weekend = 2014-12-27/2014-12-28",
    );
    p(
        "He left the day before yesterday.",
        "day before yesterday = 2014-12-28",
    );
    p(
        "Profit rose from a year earlier.",
        "a year earlier = 2013-12-30~",
    );
}

#[test]
fn tense_and_next_turn_to_the_future() {
    p("The court will rule on Friday.", "Friday = 2015-01-02");
    p("He plans to leave in March.", "March = 2015-03");
    p("The film is due on Thursday.", "Thursday = 2015-01-01");
    p(
        "The hearing is scheduled for Jan. 15.",
        "Jan. 15 = 2015-01-15",
    );
    p("The vote, on Sunday, will be close.", "Sunday = 2015-01-04");
    p(
        "He said Monday that he will leave on Friday.",
        "Monday = 2014-12-29; Friday = 2015-01-02",
    );
    p("Work is to begin in March.", "March = 2015-03");
    p(
        "The sale is expected to be completed on 14 April.",
        "14 April = 2015-04-14",
    );
    // A day that is plainly nearer ahead is meant, whatever the verb beside it.
    p(
        "He asked for talks before the vote on 19 January.",
        "19 January = 2015-01-19",
    );
    p("The opening had been planned for April.", "April = 2014-04");
    p(
        "It spread slowly until Sunday, when it rained.",
        "Sunday = 2014-12-28",
    );
    p("They meet next Tuesday.", "next Tuesday = 2015-01-06");
    p(
        "The road will open in two weeks.",
        "two weeks = 2015-01-13~",
    );
    p(
        "It was closed due to rain on Friday.",
        "Friday = 2014-12-26",
    );
}

#[test]
fn dates_relative_to_the_text() {
    p(
        "The war began on 5 May 2010 and ended three days later.",
        "5 May 2010 = 2010-05-05; three days later = 2010-05-08",
    );
    p(
        "The fire broke out on Dec. 27, and the roof fell the next day.",
        "Dec. 27 = 2014-12-27; next day = 2014-12-28",
    );
    p(
        "It rose in 2010 and fell the following year.",
        "2010 = 2010; following year = 2011",
    );
    p(
        "It was sold on March 3, 2010, and again on May 5.",
        "March 3, 2010 = 2010-03-03; May 5 = 2010-05-05",
    );
    // Nothing to count from.
    p(
        "He came back three days later.",
        "three days later = XXXX-XX-XX",
    );
    p(
        "It was moved to two days after Christmas.",
        "two days after Christmas = 2014-12-27",
    );
}

#[test]
fn ranges_of_dates_are_closed() {
    p("It ran Dec. 24-28.", "Dec. 24-28 = 2014-12-24/2014-12-28");
    p(
        "It ran from 24 to 28 December 2013.",
        "24 to 28 December 2013 = 2013-12-24/2013-12-28",
    );
    p(
        "He ruled between 1991 and 1998.",
        "1991 and 1998 = 1991/1998",
    );
    p(
        "It was open from Monday to Thursday.",
        "Monday to Thursday = 2014-12-29/2015-01-01",
    );
    p("He wrote it 1983-2005.", "1983-2005 = 1983/2005");
    p("He played there in 2003-04.", "2003-04 = 2003/2004");
    p(
        "It ran from May to July 2013.",
        "May to July 2013 = 2013-05/2013-07",
    );
    p(
        "It ran from Nov. 5, 2012 to Jan. 4.",
        "Nov. 5, 2012 to Jan. 4 = 2012-11-05/2013-01-04",
    );
    p(
        "It ran from November to February 2013.",
        "November to February 2013 = 2012-11/2013-02",
    );
}

#[test]
fn holidays() {
    p("He died on Christmas Day.", "Christmas Day = 2014-12-25");
    p("They ate at Thanksgiving.", "Thanksgiving = 2014-11-27");
    p(
        "They played on Boxing Day 2012.",
        "Boxing Day 2012 = 2012-12-26",
    );
    p(
        "The city will dance on New Year's Eve.",
        "New Year's Eve = 2014-12-31",
    );
    p("It opened last Easter.", "last Easter = 2014-04-20");
    p("They shop on Black Friday.", "Black Friday = 2014-11-28");
    p("They lit the Christmas tree.", "");
}

#[test]
fn numeric_dates_are_open_until_the_document_settles_them() {
    p(
        "It is dated 05/01/2015 here.",
        "05/01/2015 = [2015-01-05,2015-05-01]",
    );
    p(
        "It is dated 05/01/2014 here, not 31/12/2013.",
        "05/01/2014 = 2014-01-05; 31/12/2013 = 2013-12-31",
    );
    p(
        "It is dated 05/01/2014 here, not 12/31/2013.",
        "05/01/2014 = 2014-05-01; 12/31/2013 = 2013-12-31",
    );
    let open = dates_on(TUESDAY, "It is dated 05/01/2015 here.")
        .remove(0)
        .1
        .range
        .unwrap();
    assert_eq!(
        (open.earliest, open.latest),
        (date(2015, 1, 5), date(2015, 5, 1))
    );
}

#[test]
fn what_is_no_date_is_left_alone() {
    for prose in [
        "Mr. May may march on.",
        "Theresa May spoke to Brian May.",
        "May she rest in peace.",
        "March on, they cried.",
        "About 2,014 people came.",
        "Some 2014 people came.",
        "It cost $2014 to mend.",
        "It won by 2014 votes.",
        "The bridge will be mended over 14 months from then.",
        "He fled after 9/11 and came back.",
        "The Sept. 11 attacks changed it.",
        "The September 11 attacks changed it.",
        "It came by same day delivery.",
        "It fell on the same day as the vote.",
        "It will last two weeks.",
        "They were told it could last three days.",
        "He scored in the third quarter of the game.",
        "She lives in the Latin quarter, the third quarter to be built.",
        "They met for the third Tuesday in a row.",
        "He fears Friday the 13th.",
        "They go home every Christmas.",
        "The Tuesday after the storm was calm.",
        "Labor Day weekend was dry.",
        "It was sold by Mr. August of Leeds.",
        "She is in her 70s.",
        "Temperatures will be in the 70s.",
        "Call 138-2010-2015 for more.",
        "He wished her a merry Christmas.",
        "It was sung by Johnnie Christmas.",
        "Ten years after the battle began he left.",
        "He ran for the past two years.",
        "They meet every Tuesday.",
        "He writes for the Sunday Times.",
        "She waited a second in the sun.",
        "Boeing 1234 is late, and Windows 2000 is old.",
        "He lived there for two years.",
        "It was open for three days.",
        "Most of the 1500 men died.",
        "He has been here over the last year.",
        "We saw the third attack in two weeks.",
        "The leaves fall in heaps.",
    ] {
        assert_eq!(listed(TUESDAY, prose), "", "{prose}");
    }
}

#[test]
fn without_a_published_date_the_parts_stay_open() {
    let bare = |prose| listed(None, prose);
    assert_eq!(bare("The film opened on Dec. 27."), "Dec. 27 = XXXX-12-27");
    assert_eq!(bare("The film opened on Tuesday."), "Tuesday = XXXX-XX-XX");
    assert_eq!(
        bare("It ran Dec. 24-28."),
        "Dec. 24-28 = XXXX-12-24/XXXX-12-28"
    );
    assert_eq!(bare("They met in July."), "July = XXXX-07");
    // The year comes from the nearest date before.
    assert_eq!(
        bare("It was founded in May 1998. On July 5 it burned down."),
        "May 1998 = 1998-05; July 5 = 1998-07-05"
    );
    let value = dates_on(None, "The film opened on Tuesday, Dec. 27.")
        .remove(0)
        .1;
    assert_eq!(value.range, None);
    assert_eq!(value.month_day, (Some(12), Some(27)));
    assert!(value.weekday.is_some());
}

#[test]
fn a_text_about_the_past_keeps_to_its_own_years() {
    let history = "On 3 May 1951 they crossed the river. On 7 June 1951 they lost it. On 9 July 1951 they won. On 2 August 1951 it froze. On 20 August the talks began.";
    assert!(listed(TUESDAY, history).ends_with("20 August = 1951-08-20"));
}

#[test]
fn a_weekday_beside_a_date_finds_its_year() {
    // 2 July was a Tuesday in 2013, and a Wednesday in 2014.
    p("They met Tuesday, July 2.", "Tuesday, July 2 = 2013-07-02");
    p(
        "They met Wednesday, July 2.",
        "Wednesday, July 2 = 2014-07-02",
    );
}

#[test]
fn dates_of_two_texts_are_compared_by_their_days() {
    let relation = |a: &str, b: &str| {
        let value = |prose| dates_on(TUESDAY, prose).remove(0).1;
        value(a).relation(&value(b))
    };
    assert_eq!(
        relation("He died Tuesday.", "He died on Dec. 30."),
        DateRelation::Agree
    );
    assert_eq!(
        relation("He died Tuesday.", "He died on Dec. 29."),
        DateRelation::Disjoint
    );
    assert_eq!(
        relation("He died in 2014.", "He died on Dec. 29."),
        DateRelation::Coarser
    );
    assert_eq!(
        relation("He died two weeks ago.", "He died on Dec. 14."),
        DateRelation::Unknown
    );
    assert_eq!(
        relation("He died in early 2014.", "He died in May 2014."),
        DateRelation::Unknown
    );
    assert_eq!(
        relation("He died in early 2014.", "He died in November 2014."),
        DateRelation::Disjoint
    );
}

#[test]
fn days_and_months_are_written_in_other_ways() {
    p("The permit ends 2016 - 11.", "2016 - 11 = 2016-11");
    p("The permit ends 11 -2016.", "11 -2016 = 2016-11");
    p("Of those hurt in 2016 - 11 died.", "2016 = 2016");
    p("It was filed on 06/06, 2015.", "06/06, 2015 = 2015-06-06");
    p(
        "The bridge is shut from 10/25 to 01/05.",
        "10/25 to 01/05 = 2014-10-25/2015-01-05",
    );
    p(
        "The fair ran 6/20-6/24/2014.",
        "6/20-6/24/2014 = 2014-06-20/2014-06-24",
    );
    p("The share rose from 1/4 to 1/3.", "");
    p(
        "The hearing is set for May twenty-one.",
        "May twenty-one = 2015-05-21",
    );
    p(
        "He was born on January twenty five nineteen eighty six.",
        "January twenty five nineteen eighty six = 1986-01-25",
    );
    p(
        "In June five, among them two guards, were held.",
        "June = 2014-06",
    );
}

#[test]
fn a_holiday_whose_day_is_not_reckoned_is_a_date_without_a_day() {
    p(
        "The market is shut for Eid al-Fitr.",
        "Eid al-Fitr = XXXX-XX-XX",
    );
    p("He fasted during Ramadan.", "Ramadan = XXXX-XX-XX");
    p("The Diwali celebrations drew a crowd.", "");
}

#[test]
fn the_day_and_the_weekend_are_those_spoken_of() {
    p(
        "On Monday the index fell at first but ended the day higher.",
        "Monday = 2014-12-29; day = 2014-12-29",
    );
    p(
        "On Monday the index fell at the start of the day.",
        "Monday = 2014-12-29; start of the day = 2014-12-29",
    );
    p("It was, at the end of the day, a mistake.", "");
    p(
        "She spent the weekend in jail.",
        "weekend = 2014-12-27/2014-12-28",
    );
    p("The weekend crowd was small.", "");
    p(
        "He moved there two years back.",
        "two years back = 2012-12-30~",
    );
    p(
        "The talks resume next thurs at noon.",
        "next thurs = 2015-01-08",
    );
    p(
        "Two upcoming weeks are full.",
        "Two upcoming weeks = 2014-12-30/2015-01-13",
    );
    p(
        "The theme of this years fair is the sea.",
        "this years = 2014",
    );
}

#[test]
fn units_without_a_number_are_as_wide_as_the_word_allows() {
    p(
        "On 10 June 2013 he fled. Weeks later, he was caught.",
        "10 June 2013 = 2013-06-10; Weeks later = 2013-06-24/2013-08-05",
    );
    p("It was built hundreds of years ago.", "");
    p("The ferry sailed three days later than planned.", "");
    p(
        "he left two days after christmas",
        "two days after christmas = 2014-12-27",
    );
}
