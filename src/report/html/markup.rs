//! HTML as it is written: markup that stands in this program, and everything else escaped.
//!
//! A builder of 50 lines and no template engine. Markup is `&'static str`, which the text of an article never is, so the compiler
//! keeps what was not written here from reaching the page unescaped; and a text with overlapping highlights is a loop, which
//! templates are poor at.

use std::fmt::{Display, Write};

use crate::report::escape::is_hidden;

/// A page or a part of one.
#[derive(Default)]
pub(super) struct Markup(String);

impl Markup {
    /// Appends `markup`, each `{}` in it replaced by the next of `texts`, escaped. What has no text of its own stays empty.
    pub(super) fn put(&mut self, markup: &'static str, texts: &[&dyn Display]) {
        debug_assert_eq!(markup.matches("{}").count(), texts.len(), "{markup}");
        let mut texts = texts.iter();
        for (i, part) in markup.split("{}").enumerate() {
            if i > 0
                && let Some(text) = texts.next()
            {
                // Writing to a string does not fail.
                let _ = write!(Escaped(&mut self.0), "{text}");
            }
            self.0.push_str(part);
        }
    }

    /// Appends `markup` as it is.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// The HTML.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        escape(text, self.0);
        Ok(())
    }
}

/// The one place where text becomes HTML: safe between tags and in quoted attributes.
///
/// Characters that turn the writing direction round, control something or show nothing are named (`[U+202E]`): what is read must be
/// what stands in the file, and few fonts have pictures for them.
fn escape(text: &str, page: &mut String) {
    for c in text.chars() {
        match c {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            c if c.is_whitespace() => page.push(if c == '\n' { c } else { ' ' }),
            c if c.is_control() || is_hidden(c) => {
                let _ = write!(page, "[U+{:04X}]", u32::from(c));
            }
            c => page.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        let p = |text: &str| {
            let mut markup = Markup::default();
            markup.put("<i title=\"{}\">", &[&text]);
            markup.into_string()
        };
        assert_eq!(
            p("<script>alert(1)</script>"),
            "<i title=\"&lt;script&gt;alert(1)&lt;/script&gt;\">"
        );
        assert_eq!(p("\" onclick='x"), "<i title=\"&quot; onclick=&#39;x\">");
        assert_eq!(
            p("</style>--><!--"),
            "<i title=\"&lt;/style&gt;--&gt;&lt;!--\">"
        );
        assert_eq!(p("&lt; {}"), "<i title=\"&amp;lt; {}\">");
        assert_eq!(
            p("a\u{0}b\u{1b}c\u{7f}"),
            "<i title=\"a[U+0000]b[U+001B]c[U+007F]\">"
        );
        assert_eq!(p("\u{202e}44\u{2069}"), "<i title=\"[U+202E]44[U+2069]\">");
        assert_eq!(
            p("a\u{200b}\u{feff}\u{e0041}"),
            "<i title=\"a[U+200B][U+FEFF][U+E0041]\">"
        );
        assert_eq!(
            p("a\r\n\tb\u{a0}c\u{2028}d\u{85}e"),
            "<i title=\"a \n b c d e\">"
        );
        assert_eq!(
            p("Zürich 東京 👩‍🚒 שלום"),
            "<i title=\"Zürich 東京 👩‍🚒 שלום\">"
        );
    }

    #[test]
    fn texts_take_the_places_in_order() {
        let mut markup = Markup::default();
        markup.put("<b id=\"f{}\">{}</b>", &[&7, &"{}"]);
        assert_eq!(markup.into_string(), "<b id=\"f7\">{}</b>");
    }
}
