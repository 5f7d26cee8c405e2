//! Who is who: the names of a document joined to entities.
//!
//! Equal names are one entity; then short forms go to the full form that they belong to: surname or given name,
//! acronym, a company without its legal form, a country under its other name. Where two full forms fit, each mention
//! goes to the one named last before it. Two spellings of one name stay two entities: whether one of them is a mistake
//! is for a later stage to say. The kind of an entity is what all its mentions together show.

use serde::{Deserialize, Serialize};
mod form;
mod role;

use std::ops::Range;

use rustc_hash::FxHashMap;

use self::form::Form;
use crate::lexicon::names::{self, Gender};
use crate::mention::Mention;
use crate::mention::name::{Evidence, around, inside};
use crate::read::Document;
use crate::segment::Text;
use crate::value::{Kind, Value};

/// An entity of one document: an index into [`super::Resolved::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// A person, organisation, place or other bearer of a name, with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its number in its document.
    pub id: EntityId,
    /// What it is.
    pub kind: Kind,
    /// The fullest form of its name that the document writes.
    pub canonical: String,
    /// Its mentions, as indexes into the document's mentions, in text order.
    pub mentions: Vec<usize>,
    /// Titles and roles that stand beside its mentions, lower case, in order of appearance, no repeats.
    pub roles: Vec<String>,
    /// Whether a person is a man or a woman, where a title or the given name tells it.
    pub gender: Option<Gender>,
}

/// Joins the name mentions to entities and writes each mention's entity and kind into it.
pub(super) fn join(_document: &Document, text: &Text, mentions: &mut [Mention]) -> Vec<Entity> {
    let mut forms = collect(mentions);
    let beside = beside(text, mentions);
    let owners = form::owners(text, mentions, &beside, &mut forms);
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of: FxHashMap<usize, usize> = FxHashMap::default();
    for (mention, owner) in owners {
        let group = *group_of.entry(owner).or_insert_with(|| {
            groups.push(Group {
                form: owner,
                ..Group::default()
            });
            groups.len() - 1
        });
        groups[group].mentions.push(mention);
    }
    for group in &mut groups {
        let form = &forms[group.form];
        group.evidence = if group.mentions == form.mentions {
            form.evidence
        } else {
            evidence(text, mentions, &beside, &group.mentions)
        };
        group.kind = group.evidence.kind();
    }
    settle_by_neighbours(text, mentions, &mut groups);
    settle_by_spelling(mentions, &mut groups);
    groups
        .into_iter()
        .zip(0..)
        .map(|(group, id)| group.entity(text, mentions, EntityId(id)))
        .collect()
}

#[derive(Default)]
struct Group {
    /// The form that its mentions are counted under.
    form: usize,
    mentions: Vec<usize>,
    evidence: Evidence,
    kind: Option<Kind>,
}

/// The distinct forms of the name mentions, in order of appearance.
fn collect(mentions: &[Mention]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut by_name: FxHashMap<String, usize> = FxHashMap::default();
    let mut by_writing: FxHashMap<&str, usize> = FxHashMap::default();
    for (index, mention) in mentions.iter().enumerate() {
        let Value::Name(name) = &mention.value else {
            continue;
        };
        let form = *by_writing.entry(&name.canonical).or_insert_with(|| {
            let form = by_name.entry(name.canonical.to_lowercase());
            *form.or_insert_with(|| {
                forms.push(Form::new(&name.canonical));
                forms.len() - 1
            })
        });
        forms[form].mentions.push(index);
    }
    forms
}

/// What the words beside each name mention tell.
fn beside(text: &Text, mentions: &[Mention]) -> Vec<Evidence> {
    let beside = mentions.iter().map(|mention| match mention.value {
        Value::Name(_) => around(text, mention.tokens.clone()),
        _ => Evidence::default(),
    });
    beside.collect()
}

/// What the mentions together show: the words of each form once, what stands beside each mention every time.
fn evidence(text: &Text, mentions: &[Mention], beside: &[Evidence], indexes: &[usize]) -> Evidence {
    let mut evidence = Evidence::default();
    let mut seen: Vec<&str> = Vec::new();
    for &index in indexes {
        let written = text.slice(mentions[index].span);
        if !seen.contains(&written) {
            seen.push(written);
            evidence.join(inside(text, mentions[index].tokens.clone()));
        }
        evidence.join(beside[index]);
    }
    evidence
}

/// A name that nothing tells the kind of is what its neighbours in a list are: "Rome, Ostia and Zyxo".
fn settle_by_neighbours(text: &Text, mentions: &[Mention], groups: &mut [Group]) {
    let mut owner = vec![usize::MAX; mentions.len()];
    for (index, group) in groups.iter().enumerate() {
        for &mention in &group.mentions {
            owner[mention] = index;
        }
    }
    let listed: Vec<(usize, usize)> = (0..mentions.len())
        .filter(|&i| owner[i] != usize::MAX)
        .collect::<Vec<_>>()
        .windows(2)
        .filter(|pair| {
            coordinated(
                text,
                mentions[pair[0]].tokens.end..mentions[pair[1]].tokens.start,
            )
        })
        .map(|pair| (owner[pair[0]], owner[pair[1]]))
        .collect();
    let spread = |groups: &mut [Group], from: usize, to: usize| {
        if groups[to].kind.is_none() && groups[from].kind.is_some() {
            groups[to].kind = groups[from].kind;
        }
    };
    for &(left, right) in &listed {
        spread(groups, left, right);
    }
    for &(left, right) in listed.iter().rev() {
        spread(groups, right, left);
    }
}

/// A lone name that nothing tells the kind of, and that is a person's family name but for a letter, is a person: most
/// often that person, misspelt.
fn settle_by_spelling(mentions: &[Mention], groups: &mut [Group]) {
    let written = |index: usize| match &mentions[index].value {
        Value::Name(name) => name.canonical.as_str(),
        _ => "",
    };
    let mut families: Vec<&str> = groups
        .iter()
        .filter(|g| g.kind == Some(Kind::Person))
        .flat_map(|g| &g.mentions)
        .filter_map(|&m| written(m).rsplit(' ').next())
        .filter(|family| family.len() > 4)
        .collect();
    families.sort_unstable();
    families.dedup();
    // One wrong letter leaves the first or the last half of a name as it is.
    let mut by_half: Vec<(&str, &str)> = families
        .iter()
        .flat_map(|&family| halves(family).map(move |half| (half, family)))
        .collect();
    by_half.sort_unstable();
    for group in groups.iter_mut().filter(|g| g.kind.is_none()) {
        let name = group.mentions.first().map_or("", |&m| written(m));
        let near = |&(_, family): &(&str, &str)| strsim::osa_distance(name, family) == 1;
        let alike = |half: &str| {
            let first = by_half.partition_point(|&(other, _)| other < half);
            let list = by_half[first..]
                .iter()
                .take_while(|&&(other, _)| other == half);
            list.take(32).any(near)
        };
        if name.len() > 4 && halves(name).any(alike) {
            group.kind = Some(Kind::Person);
        }
    }
}

/// The first and the last two letters of a name.
fn halves(name: &str) -> impl Iterator<Item = &str> {
    let first = name.get(..2);
    let last = name.len().checked_sub(2).and_then(|i| name.get(i..));
    first.into_iter().chain(last)
}

/// Whether the tokens between two names are those of a list.
fn coordinated(text: &Text, between: Range<usize>) -> bool {
    !between.is_empty()
        && between.len() <= 3
        && between
            .clone()
            .all(|i| matches!(text.lower(i), "," | "and" | "or" | "the" | "&" | "/"))
}

impl Group {
    fn entity(self, text: &Text, mentions: &mut [Mention], id: EntityId) -> Entity {
        let kind = self.kind.unwrap_or(Kind::OtherName);
        let mut canonical = "";
        for &index in &self.mentions {
            if let Value::Name(name) = &mentions[index].value
                && name.canonical != canonical
                && fullness(&name.canonical) > fullness(canonical)
            {
                canonical = &name.canonical;
            }
        }
        let canonical = canonical.to_owned();
        let (mut roles, mut gender) = (Vec::new(), None);
        if kind == Kind::Person {
            for &index in &self.mentions {
                let found = role::beside(text, mentions[index].tokens.clone());
                gender = gender.or(found.gender);
                for role in found.roles {
                    if !roles.contains(&role) {
                        roles.push(role);
                    }
                }
            }
            gender = gender
                .or_else(|| names::known(canonical.split([' ', '-']).next().unwrap_or("")).gender);
        }
        for &index in &self.mentions {
            mentions[index].kind = kind;
            if let Value::Name(name) = &mut mentions[index].value {
                name.entity = Some(id);
            }
        }
        Entity {
            id,
            kind,
            canonical,
            mentions: self.mentions,
            roles,
            gender,
        }
    }
}

/// How full a form of a name is: by words, then letters; capitals throughout count less than ordinary writing.
fn fullness(name: &str) -> (usize, bool, usize) {
    let words = name.split([' ', '-']).filter(|w| !w.is_empty()).count();
    (words, name.chars().any(char::is_lowercase), name.len())
}

#[cfg(test)]
mod tests;
