//! Lays out the word lists, so that the program finds a word in them without reading them first.

use std::path::{Path, PathBuf};

#[path = "src/lexicon/slots.rs"]
mod slots;

fn main() -> std::io::Result<()> {
    let lists = Path::new("src/lexicon");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names the folder"));
    println!("cargo::rerun-if-changed={}", lists.display());
    for folder in ["", "words"] {
        std::fs::create_dir_all(out.join(folder))?;
        for file in lists.join(folder).read_dir()? {
            let path = file?.path();
            if path.extension().is_some_and(|ending| ending == "tsv") {
                let name = Path::new(folder).join(path.file_stem().expect("a file has a name"));
                let slots = slots::lay_out(&std::fs::read_to_string(&path)?);
                std::fs::write(out.join(name).with_extension("slots"), slots)?;
            }
        }
    }
    Ok(())
}
