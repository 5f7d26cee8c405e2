//! Which day "Tuesday" was.

use crate::mention::Mention;
use crate::read::Document;
use crate::segment::Text;

/// Resolves relative and partial dates against the published date and the dates before them.
pub(super) fn settle(_document: &Document, _text: &Text, _mentions: &mut [Mention]) {}
