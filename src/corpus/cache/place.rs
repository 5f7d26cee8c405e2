//! Where caches lie, and whose they are.

use std::path::PathBuf;
use std::sync::OnceLock;

use etcetera::{BaseStrategy, choose_base_strategy};

use super::Key;

/// The folder for the caches of a user, by the custom of the system: `~/.cache/crosscheck` where nobody says otherwise.
///
/// Not a folder beside the articles: these may lie where nothing may be written, and what a check leaves behind must never be
/// mistaken for what it was given.
pub fn folder() -> Option<PathBuf> {
    let strategy = choose_base_strategy().ok()?;
    Some(strategy.cache_dir().join(env!("CARGO_PKG_NAME")))
}

/// This very program, by its bytes: two builds of one version may judge differently. Where they cannot be read, its version.
pub(super) fn program() -> Key {
    static PROGRAM: OnceLock<Key> = OnceLock::new();
    *PROGRAM.get_or_init(|| {
        let bytes = std::env::current_exe().and_then(std::fs::read);
        Key::of(&bytes.unwrap_or_else(|_| env!("CARGO_PKG_VERSION").into()))
    })
}
