//! How a document writes its words: which it writes in small letters, which with capitals inside its sentences.
//!
//! A capital at the start of a sentence or in a headline tells nothing by itself; the rest of the document does. Only
//! sentences in ordinary writing are counted.

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
pub(super) struct Seen {
    /// By the numbers that words have in common whatever their capitals.
    words: Vec<Counts>,
    styles: Vec<Style>,
}

impl Seen {
    /// Counts the words of the text.
    pub(super) fn new(text: &Text) -> Seen {
        let mut seen = Seen {
            words: vec![Counts::default(); text.lexemes()],
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
                let counts = &mut seen.words[text.caseless(at)];
                match text.tokens[at].case {
                    Case::Lower => counts.small += 1,
                    Case::Title | Case::Upper | Case::Mixed => {
                        counts.inside += u32::from(!opens(text, sentence, at));
                    }
                    Case::None => {}
                }
            }
        }
        seen
    }

    /// How often the document writes the word at `at` in small letters.
    pub(super) fn small(&self, text: &Text, at: usize) -> u32 {
        self.words[text.caseless(at)].small
    }

    /// How often it writes it with a capital where only a name has one.
    pub(super) fn inside(&self, text: &Text, at: usize) -> u32 {
        self.words[text.caseless(at)].inside
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
            // The sentence goes on behind what is quoted: "by June," Gray said.
            Some(TokenKind::Punct)
                if matches!(text.word(i), "\"" | "”")
                    && !text.spaced(i)
                    && text.spaced(at)
                    && i > sentence.tokens.start
                    && text.word(i - 1) == "," =>
            {
                return false;
            }
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
        let counts = |word: &str| {
            let at = (0..text.tokens.len()).find(|&i| text.lower(i) == word);
            at.map(|at| (seen.inside(&text, at), seen.small(&text, at)))
        };
        assert_eq!(counts("gray"), Some((1, 0)));
        assert_eq!(counts("thomas"), Some((1, 0)));
        assert_eq!(counts("nobody"), Some((0, 0)));
        assert_eq!(counts("fog"), Some((0, 1)));
    }
}
