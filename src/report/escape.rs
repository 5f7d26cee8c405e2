//! Text of articles made safe for a terminal.
//!
//! An article may hold anything: escape sequences that recolour the terminal or retitle its window, marks that turn the
//! writing direction round and show a figure other than the one in the file. Whatever reaches a terminal goes through
//! here first; the JSON output has escapes of its own.

use annotate_snippets::normalize_untrusted_str;

/// One line of `text`: white space made single, control characters made visible.
///
/// C0 controls become their pictures (`␛`); C1 controls, direction marks and invisible tags become `�`, since some
/// terminals obey them too and none shows them.
pub(crate) fn line(text: &str) -> String {
    // Most text is as it should be: nothing but ASCII with single spaces.
    let plain = |b: u8| b == b' ' || b.is_ascii_graphic();
    if text.bytes().all(plain) && !text.contains("  ") {
        return text.to_owned();
    }
    let mut single = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            single.push(if is_hidden(c) { '\u{fffd}' } else { c });
        } else if !single.ends_with(' ') {
            single.push(' ');
        }
    }
    normalize_untrusted_str(&single)
}

/// Characters that a terminal may obey, or that show nothing while they change what is read.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}'
        | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn nothing_that_a_terminal_obeys_comes_through() {
        let p = |text: &str| line(text);
        assert_eq!(p("a\u{1b}[31mb"), "a␛[31mb");
        assert_eq!(p("a\u{9b}31mb"), "a\u{fffd}31mb");
        assert_eq!(p("\u{202e}44\u{202c}"), "\u{fffd}44\u{fffd}");
        assert_eq!(p("a\u{200f}b\u{feff}"), "a\u{fffd}b\u{fffd}");
        assert_eq!(
            p("one\r\n  two\u{2028}three\u{a0}four"),
            "one two three four"
        );
        assert_eq!(p("bell\u{7}\u{0}"), "bell␇␀");
        assert_eq!(p("Zürich 東京 👩"), "Zürich 東京 👩");
    }
}
