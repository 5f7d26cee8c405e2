//! Lays out the word lists, so that the program finds a word in them without reading them first.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Result;
use std::path::{Path, PathBuf};

#[path = "src/lexicon/slots.rs"]
mod slots;

fn main() -> Result<()> {
    let lists = Path::new("src/lexicon");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names the folder"));
    println!("cargo::rerun-if-changed={}", lists.display());
    for folder in ["", "words"] {
        std::fs::create_dir_all(out.join(folder))?;
        for file in lists.join(folder).read_dir()? {
            let path = file?.path();
            if path.extension().is_some_and(|ending| ending == "tsv") {
                let name = Path::new(folder).join(path.file_stem().expect("a file has a name"));
                lay_out(&std::fs::read_to_string(&path)?, &out.join(name))?;
            }
        }
    }
    let list = |name: &str| std::fs::read_to_string(lists.join(name).with_extension("tsv"));
    let names = ["cities", "demonyms", "organisations", "places"].map(list);
    let names: Vec<String> = names.into_iter().collect::<Result<_>>()?;
    let made = out.join("made");
    std::fs::create_dir_all(&made)?;
    for (name, file) in [
        ("name_spellings", grouped(&list("name_spellings")?, false)),
        ("nicknames", grouped(&list("nicknames")?, true)),
        ("phrase_starts", phrase_starts(&names)),
    ] {
        std::fs::write(made.join(name).with_extension("tsv"), &file)?;
        lay_out(&file, &made.join(name))?;
    }
    Ok(())
}

fn lay_out(file: &str, to: &Path) -> Result<()> {
    std::fs::write(to.with_extension("slots"), slots::lay_out(file))
}

/// The words of a list, each with the numbers of the groups that it belongs to. A form belongs to the name behind it, which
/// it spells; a nickname to the full name before it, which belongs to its own group too.
fn grouped(file: &str, nicknames: bool) -> String {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for line in slots::entries(file).lines() {
        let mut fields = line.split('\t');
        let (first, second) = (fields.next().unwrap_or(""), fields.next().unwrap_or(""));
        let group = if nicknames { first } else { second };
        let next = numbers.len();
        let number = *numbers.entry(group).or_insert(next);
        groups.entry(first).or_default().insert(number);
        if nicknames {
            groups.entry(second).or_default().insert(number);
        }
    }
    let mut file = "word\tgroups\n".to_owned();
    for (word, numbers) in groups {
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        file += &format!("{word}\t{}\n", numbers.join(" "));
    }
    file
}

/// The first words of names of several words, each with how many tokens the longest of its names may have.
fn phrase_starts(lists: &[String]) -> String {
    let mut longest: BTreeMap<&str, usize> = BTreeMap::new();
    let lines = lists.iter().flat_map(|file| slots::entries(file).lines());
    for line in lines {
        let name = line.split('\t').next().unwrap_or(line);
        // Hyphens, full stops and apostrophes are cuts of the tokenizer too.
        let cuts = name.matches([' ', '-', '&', '.', '\'', '!']).count();
        if cuts == 0 {
            continue;
        }
        let length = (2 * cuts + 1).min(17);
        // The first token may hold an apostrophe ("Xi'an") or end with it, and end with its full stop or before it.
        let whole = name.split([' ', '-', '&']).next().unwrap_or(name);
        let first = whole.split('\'').next().unwrap_or(whole);
        let initial = first.split('.').next().unwrap_or(first);
        for key in [whole, first, first.trim_end_matches('.'), initial] {
            let entry = longest.entry(key).or_default();
            *entry = length.max(*entry);
        }
    }
    let mut file = "word\ttokens\n".to_owned();
    for (word, tokens) in longest {
        file += &format!("{word}\t{tokens}\n");
    }
    file
}
