//! A body of documents: which files are in it, which of them tell one story, and which of its disagreements were accepted.
//!
//! `check` needs this beyond one story. Nothing is compared here: a story is given as documents to [`crate::compare_with`].
//! What is kept of a document is where it stands and to which story it goes, so that a body may be larger than the memory:
//! the text is read again when its story is compared.

pub mod walk;

#[cfg(test)]
pub(crate) mod scratch;
