//! Given names and family names.
//!
//! The lists serve two questions that need unlike care. In running text a list tells that a word with a capital is a name at
//! all, and "May" and "Houston" are no given names there. Where two names are compared it tells that each exists, so that the
//! one is no slip for the other, and there the rare ones are left out: "Anglea" stands in a census, and is Angela misspelt.

use super::list::list;

/// Which people bear a given name or a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Women.
    Female,
    /// Men.
    Male,
}

impl Gender {
    /// The gender of a letter in the lists; `None` for both.
    pub(super) fn of_letter(letter: &str) -> Option<Gender> {
        match letter {
            "f" => Some(Gender::Female),
            "m" => Some(Gender::Male),
            _ => None,
        }
    }
}

/// What the lists say of a given name or a family name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Personal {
    /// Whose given name it is, where one gender prevails.
    pub gender: Option<Gender>,
    /// It tells a name wherever a text writes it with a capital.
    pub in_text: bool,
    /// It is so common in the USA that another such name is another name, and no spelling of this one.
    pub common: bool,
    /// Its capitals, where they are more than the first: "McDonald".
    written: &'static str,
}

impl Personal {
    /// Whether a text that writes the word so means the name.
    pub fn tells(&self, written: &str) -> bool {
        let titled = || {
            let mut letters = written.chars();
            letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
        };
        self.in_text && (written == self.written || titled())
    }
}

/// What is known of a given name in small letters.
pub fn given_name(lower: &str) -> Option<Personal> {
    let (letter, rest) = list!("given_names").find(lower)?.split_once('\t')?;
    Some(Personal {
        gender: Gender::of_letter(letter),
        ..reach(rest)
    })
}

/// What is known of a family name in small letters.
pub fn family_name(lower: &str) -> Option<Personal> {
    list!("surnames").find(lower).map(reach)
}

/// Reads how far an entry reaches and how it is written.
fn reach(fields: &'static str) -> Personal {
    let (reach, written) = fields.split_once('\t').unwrap_or((fields, ""));
    Personal {
        gender: None,
        in_text: reach != "name",
        common: reach != "text",
        written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_itself_by_its_capitals() {
        let given = |word: &str| given_name(&word.to_lowercase()).is_some_and(|n| n.tells(word));
        let family = |word: &str| family_name(&word.to_lowercase()).is_some_and(|n| n.tells(word));
        for yes in ["Mary", "LeBron", "Lebron", "Miloš"] {
            assert!(given(yes), "{yes}");
        }
        for no in ["mary", "MARY", "leBron", "May", "Houston", "Xyzzy", ""] {
            assert!(!given(no), "{no}");
        }
        assert!(family("McDonald") && family("Smith") && family("Müller"));
        assert!(!family("smith") && !family("SMITH"));
    }

    #[test]
    fn a_name_may_tell_much_in_a_text_and_little_beside_another() {
        assert!(given_name("may").is_some_and(|n| !n.in_text));
        assert!(family_name("aasen").is_some_and(|n| !n.in_text));
        assert!(given_name("anglea").is_some_and(|n| n.in_text && !n.common));
    }

    #[test]
    fn genders_are_told_where_one_prevails() {
        let gender = |name: &str| given_name(name).and_then(|n| n.gender);
        assert_eq!(gender("paula"), Some(Gender::Female));
        assert_eq!(gender("paul"), Some(Gender::Male));
        assert_eq!(gender("robin"), None);
    }
}
