//! The file that `init` writes: every key with what it does, none of them in force.

use super::keys::{KEYS, Key, Takes};

/// A `crosscheck.toml` in which every line is a comment: what the keys do, and a sample of each.
pub fn init() -> String {
    let mut file = String::from(
        "# What crosscheck is to report here. Every line is a comment: take the `#` away from what you want to hold.\n\
         # `crosscheck config --show` prints what holds and where it comes from.\n",
    );
    for key in KEYS {
        file.push('\n');
        comment(&mut file, key);
        match key.takes {
            Takes::Entries(keys) => {
                file += &format!("#[[{}]]\n", key.name);
                for inner in keys {
                    comment(&mut file, inner);
                    sample(&mut file, inner);
                }
            }
            Takes::Levels => file += &format!("#[{}]\n#{}\n", key.name, key.sample),
            _ => sample(&mut file, key),
        }
    }
    file
}

fn sample(file: &mut String, key: &Key) {
    *file += &format!("#{} = {}\n", key.name, key.sample);
}

/// The help of a key, in lines that fit a terminal. A space behind the mark tells words from samples.
fn comment(file: &mut String, key: &Key) {
    const WIDTH: usize = 98;
    let mut line = String::new();
    let mut help = key.help.to_owned();
    if key.required {
        help += " Required.";
    }
    for word in help.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
            *file += &format!("#{line}\n");
            line.clear();
        }
        line.push(' ');
        line += word;
    }
    *file += &format!("#{line}\n");
}
