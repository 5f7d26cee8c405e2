//! Periods, ends of periods, and dates that lie so many units away.

use super::{TUESDAY, listed, p};

#[test]
fn periods_up_to_and_from_publication() {
    p(
        "In the past 30 days it fell.",
        "past 30 days = 2014-11-30/2014-12-30",
    );
    p(
        "It rose over the last two years.",
        "last two years = 2012-12-30/2014-12-30",
    );
    p(
        "It fell in the last couple of weeks.",
        "last couple of weeks = 2014-12-09/2014-12-30",
    );
    p(
        "They will build it over the next five years.",
        "next five years = 2014-12-30/2019-12-30",
    );
    p(
        "They will build it in the next decade.",
        "next decade = 2014-12-30/2024-12-30",
    );
    p(
        "It fell in 1951. Over the next two years it rose.",
        "1951 = 1951; next two years = 1951/1953",
    );
    // Lengths are left to the figures.
    p("He has lived there for the last two years.", "");
    p("He has played well the last two weeks.", "");
    p("It fell over the past year.", "");
}

#[test]
fn the_first_and_last_of_a_longer_stretch() {
    p(
        "It rose in the first six months of 2013.",
        "first six months of 2013 = 2013-01/2013-06",
    );
    p(
        "It rose in the first nine months of the year.",
        "first nine months of the year = 2014-01/2014-09",
    );
    p(
        "It rose in the last two weeks of February 2013.",
        "last two weeks of February 2013 = 2013-02-15/2013-02-28",
    );
    p(
        "It rose in the last four months of 2013.",
        "last four months of 2013 = 2013-09/2013-12",
    );
    p(
        "It came in the third month of 2013.",
        "third month of 2013 = 2013-03",
    );
    p("The bridge will open in autumn.", "autumn = 2015-23");
    p("They want a deal by spring.", "spring = 2015-21");
    p("It snows there in winter.", "");
    p(
        "He died the week before last.",
        "week before last = 2014-12-15/2014-12-21",
    );
    p(
        "It opens the month after next.",
        "month after next = 2015-02",
    );
    p("It failed at the end of year 2.", "");
    p(
        "It failed at the end of the year 2012.",
        "end of the year 2012 = 2012-09/2012-12",
    );
    p("It opens by year end.", "year end = 2014-09/2014-12");
    p(
        "It closed at month's end.",
        "month's end = 2014-12-21/2014-12-31",
    );
    p(
        "It opens by the end of year.",
        "end of year = 2014-09/2014-12",
    );
    p("The year-end report is out.", "");
    p(
        "It ended on the 20th of the next month.",
        "20th of the next month = 2015-01-20",
    );
    p(
        "It ended on the twenty-first day of the month.",
        "twenty-first day of the month = 2014-12-21",
    );
}

#[test]
fn quarters_of_business_and_not_of_games() {
    p(
        "Profit rose in the third quarter.",
        "third quarter = 2014-35",
    );
    p("Fourth-quarter profit rose.", "Fourth-quarter = 2014-36");
    p(
        "Sales rose in the 3rd qtr of 2013.",
        "3rd qtr of 2013 = 2013-35",
    );
    p(
        "It is due in Q1 of next year.",
        "Q1 of next year = 2015-01/2015-03",
    );
    p(
        "The second and third quarters of 2013 were weak.",
        "second = 2013-34; third quarters of 2013 = 2013-35",
    );
    p("He ran for a touchdown in the third quarter.", "");
    p("She moved to the old quarter.", "");
}

#[test]
fn lengths_with_halves_and_of_several_units() {
    p(
        "He left two and a half years ago.",
        "two and a half years ago = 2012-04-30/2012-08-30",
    );
    p(
        "He left a year and a half ago.",
        "a year and a half ago = 2013-04-30/2013-08-30",
    );
    p(
        "He left two weeks and three days ago.",
        "two weeks and three days ago = 2014-12-13",
    );
    p(
        "They will vote in two weeks' time.",
        "two weeks' time = 2015-01-13~",
    );
    p(
        "He died a year ago today.",
        "a year ago today = 2013-12-30~",
    );
    p(
        "He died a week ago Tuesday.",
        "a week ago Tuesday = 2014-12-23",
    );
    p(
        "It was so in 1950, and ten, fifteen and twenty years earlier.",
        "1950 = 1950; ten = 1940~; fifteen = 1935~; twenty years earlier = 1930~",
    );
}

#[test]
fn weekdays_counted_numbered_and_cut_short() {
    p(
        "They come two Sundays from now.",
        "two Sundays from now = 2015-01-11",
    );
    p("They came two Sundays ago.", "two Sundays ago = 2014-12-21");
    p(
        "They come on the Friday after next.",
        "Friday after next = 2015-01-09",
    );
    p(
        "The vote is on Tuesday the 6th.",
        "Tuesday the 6th = 2015-01-06",
    );
    p(
        "He left on Thu and she on Mon.",
        "Thu = 2014-12-25; Mon. = 2014-12-29",
    );
    p(
        "It froze by Monday morning, 5 January.",
        "Monday morning, 5 January = 2015-01-05",
    );
    p(
        "It was seen in the week of Jan. 5.",
        "week of Jan. 5 = 2015-01-05/2015-01-11",
    );
    p(
        "It is open from today until Friday.",
        "today until Friday = 2014-12-30/2015-01-02",
    );
    p("They stared at the sun on Sun Street.", "");
}

#[test]
fn the_day_of_the_date_before() {
    p(
        "The fire broke out on Dec. 27, and the roof fell later that day.",
        "Dec. 27 = 2014-12-27; later that day = 2014-12-27",
    );
    p(
        "He won on 5 May 2010. On the same day he left.",
        "5 May 2010 = 2010-05-05; same day = 2010-05-05",
    );
    p(
        "They left Leeds on 5 May 2010. The day before, it had rained.",
        "5 May 2010 = 2010-05-05; day before = 2010-05-04",
    );
    p("It was more than in the year before.", "year before = 2013");
    // A year named in passing is no day to count from.
    p(
        "It began on 5 May 2010, as one had in 1998, and ended the next day.",
        "5 May 2010 = 2010-05-05; 1998 = 1998; next day = 2010-05-06",
    );
    p(
        "It rose in February, and fell later in the day.",
        "February = 2014-02; later in the day = XXXX-XX-XX",
    );
    p("It has risen since Jan. 1.", "Jan. 1 = 2014-01-01");
}

#[test]
fn days_that_follow_each_other_are_one_range() {
    p(
        "It shook on May 5, 6 and 7, 2013.",
        "May 5, 6 and 7, 2013 = 2013-05-05/2013-05-07",
    );
    p(
        "It shook on 5, 6 and 7 May 2013.",
        "5, 6 and 7 May 2013 = 2013-05-05/2013-05-07",
    );
    p(
        "It shook on the night of 24/25 December.",
        "24/25 December = 2014-12-24/2014-12-25",
    );
    p("On May 5, 6 and 7 people fell ill.", "May 5 = 2015-05-05");
    p(
        "He served 2012–present.",
        "2012–present = 2012-01-01/2014-12-30",
    );
    p(
        "They met one Tuesday in March 2013.",
        "March 2013 = 2013-03",
    );
}

#[test]
fn years_and_months_in_other_dress() {
    p("It was 2013's best film.", "2013 = 2013");
    p("It broke a 2005 peace deal.", "2005 = 2005");
    assert_eq!(
        listed(TUESDAY, "It met a 2000 metre peak and a 1985 kg bomb."),
        ""
    );
    p("The war went on into 1923.", "1923 = 1923");
    p(
        "It rained in the spring and summer of 1919.",
        "spring = 1919-21; summer of 1919 = 1919-22",
    );
    p(
        "He left on 3 May 1998. That same summer he died.",
        "3 May 1998 = 1998-05-03; That same summer = 1998-06/1998-08",
    );
    p("He left on 3 Feb 82.", "3 Feb 82 = 1982-02-03");
    p("He wrote in April of 87.", "April of 87 = 1987-04");
    p("The report of 2014-10 is out.", "2014-10 = 2014-10");
    p("He left in June in 2013.", "June in 2013 = 2013-06");
    p(
        "She was born in nineteen eighty-six.",
        "nineteen eighty-six = 1986",
    );
    p(
        "They like the nineteen seventies.",
        "nineteen seventies = 197X",
    );
    p(
        "It changed in the 1960s and 70s.",
        "1960s = 196X; 70s = 197X",
    );
    p("It changed in the 70s.", "70s = 197X");
    p(
        "It froze in the winter of 1944-45.",
        "winter of 1944-45 = 1944-24",
    );
    p(
        "It changed in the 19th and 20th centuries.",
        "19th = 18XX; 20th centuries = 19XX",
    );
    p(
        "It grew from 2009 to May 5, 2013.",
        "2009 to May 5, 2013 = 2009-01-01/2013-05-05",
    );
    p(
        "It grew from Feb. 1 to March 2013.",
        "Feb. 1 to March 2013 = 2013-02/2013-03",
    );
    assert_eq!(
        listed(
            TUESDAY,
            "The 20 ten-minute talks and nineteen forty-year-olds."
        ),
        ""
    );
}
