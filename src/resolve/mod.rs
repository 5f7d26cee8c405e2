//! What is settled within one document: relative dates, which dollar, linked conversions, who is who.

mod conversion;
mod currency;
mod date;
mod entity;
pub(crate) mod roots;
mod speaker;

pub use entity::{Entity, EntityId};

use crate::mention::Mention;
use crate::read::Document;
use crate::segment::Text;

/// What resolving adds to the mentions.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// The persons, organisations, places and other names of the document, in the order they first appear.
    pub entities: Vec<Entity>,
    /// Pairs of mentions that write one value twice: "60 metres (200 feet)". Indexes into the mentions, first before second.
    pub conversions: Vec<(usize, usize)>,
}

/// Settles the mentions in place, and joins the names to entities.
pub fn resolve(document: &Document, text: &Text, mentions: &mut [Mention]) -> Resolved {
    date::settle(document, text, mentions);
    currency::settle(text, mentions);
    let conversions = conversion::link(text, mentions);
    let entities = entity::join(document, text, mentions);
    speaker::settle(text, mentions, &entities);
    Resolved {
        entities,
        conversions,
    }
}
