//! How a document writes its words: which it writes in small letters, which with capitals inside its sentences.
//!
//! A capital at the start of a sentence or in a headline tells nothing by itself; the rest of the document does. Only
//! sentences in ordinary writing are counted.

use rustc_hash::FxHashMap;

use crate::read::BlockKind;
use crate::segment::{Case, Sentence, Text, TokenKind};

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Capitals mean names.
    Sentence,
    /// Most Words Have Capitals.
    Title,
    /// ALL OF IT.
    Caps,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    small: u32,
    inside: u32,
}

/// The counts of a document.
pub(super) struct Seen<'t> {
    words: FxHashMap<&'t str, Counts>,
    styles: Vec<Style>,
}

impl<'t> Seen<'t> {
    /// Counts the words of the text.
    pub(super) fn new(text: &'t Text) -> Seen<'t> {
        let mut seen = Seen {
            words: FxHashMap::with_capacity_and_hasher(text.tokens.len() / 2, Default::default()),
            styles: text.sentences.iter().map(|s| style(text, s)).collect(),
        };
        for (sentence, &style) in text.sentences.iter().zip(&seen.styles) {
            if style != Style::Sentence {
                continue;
            }
            for at in sentence.tokens.clone() {
                if text.kind(at) != Some(TokenKind::Word) {
                    continue;
                }
                let counts = match text.tokens[at].case {
                    Case::Lower => seen.words.entry(text.lower(at)).or_default(),
                    Case::Title | Case::Upper | Case::Mixed if !opens(text, sentence, at) => {
                        let counts = seen.words.entry(text.lower(at)).or_default();
                        counts.inside += 1;
                        continue;
                    }
                    Case::None | Case::Title | Case::Upper | Case::Mixed => continue,
                };
                counts.small += 1;
            }
        }
        seen
    }

    /// How often the document writes the lower-case word in small letters.
    pub(super) fn small(&self, lower: &str) -> u32 {
        self.words.get(lower).map_or(0, |c| c.small)
    }

    /// How often it writes it with a capital where only a name has one.
    pub(super) fn inside(&self, lower: &str) -> u32 {
        self.words.get(lower).map_or(0, |c| c.inside)
    }

    /// The style of a sentence, by its index.
    pub(super) fn style(&self, sentence: usize) -> Style {
        self.styles
            .get(sentence)
            .copied()
            .unwrap_or(Style::Sentence)
    }
}

/// Whether a capital at `at` would be written for any word: the first word of a sentence, of a quotation, after a colon.
pub(super) fn opens(text: &Text, sentence: &Sentence, at: usize) -> bool {
    let before = (sentence.tokens.start..at).rev();
    for i in before {
        match text.kind(i) {
            Some(TokenKind::Punct | TokenKind::Symbol) => {
                if matches!(
                    text.word(i),
                    "\"" | "“"
                        | "”"
                        | "‘"
                        | "«"
                        | ":"
                        | "•"
                        | "…"
                        | "..."
                        | "*"
                        | "|"
                        | ";"
                        | "?"
                        | "!"
                ) || text.word(i) == "." && i == sentence.tokens.start
                    || (matches!(text.word(i), "-" | "--" | "–" | "—")
                        && text.spaced(i)
                        && text.spaced(at)
                        && dateline(text, sentence, i))
                {
                    return true;
                }
                if matches!(text.word(i), "'" | "`") && text.spaced(i) {
                    return true;
                }
                if matches!(text.word(i), "(" | "[" | "'" | "`") {
                    continue;
                }
                return false;
            }
            _ => return false,
        }
    }
    true
}

/// Whether a dash at `at` closes a dateline: "BAGHDAD (Reuters) - Five people".
fn dateline(text: &Text, sentence: &Sentence, at: usize) -> bool {
    at - sentence.tokens.start <= 12 && text.tokens[sentence.tokens.start].case == Case::Upper
}

fn style(text: &Text, sentence: &Sentence) -> Style {
    let (mut words, mut upper, mut content, mut capital, mut ordinary) = (0, 0, 0, 0, 0);
    for at in sentence.tokens.clone() {
        let token = text.tokens[at];
        if token.kind != TokenKind::Word || token.span.len() < 2 {
            continue;
        }
        words += 1;
        upper += usize::from(token.case == Case::Upper);
        if words == 1 || text.lexeme(at).opener && !text.lexeme(at).reports {
            continue;
        }
        content += 1;
        if token.case == Case::Title {
            capital += 1;
            ordinary +=
                usize::from(text.lexeme(at).ordinary && text.lexeme(at).name.place.is_none());
        }
    }
    // A sentence may be short and full of names; a headline has no full stop and no small word of weight.
    let stops = matches!(text.word(sentence.tokens.end - 1), "." | "\"" | "”");
    let titled = if sentence.kind == BlockKind::Body && stops {
        content >= 4 && capital == content && ordinary * 2 >= capital
    } else {
        content >= 2 && capital * 4 >= content * 3 && ordinary * 3 >= capital
    };
    if words >= 3 && upper * 5 >= words * 4 {
        Style::Caps
    } else if titled {
        Style::Title
    } else {
        Style::Sentence
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::sample;

    #[test]
    fn a_headline_is_told_by_its_capitals() {
        let p = |prose: &str, expected: Style| {
            let (_, text) = sample(prose);
            assert_eq!(style(&text, &text.sentences[0]), expected, "{prose}");
        };
        p("Mayor Opens New Bridge After Long Delay", Style::Title);
        p("MAYOR OPENS NEW BRIDGE", Style::Caps);
        p("Mayor opens new bridge after long delay", Style::Sentence);
        p(
            "The mayor met John Miller and Anna Novak there.",
            Style::Sentence,
        );
    }

    #[test]
    fn capitals_at_the_start_are_not_counted() {
        let (_, text) = sample("Gray fog rose. He saw Thomas Gray. \"Nobody came.\"");
        let seen = Seen::new(&text);
        assert_eq!((seen.inside("gray"), seen.inside("thomas")), (1, 1));
        assert_eq!((seen.inside("nobody"), seen.small("fog")), (0, 1));
    }
}
