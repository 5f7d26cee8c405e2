//! Characters that a page writes by name or number: `&amp;`, `&#8217;`.

use markup5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The character or two that the reference at the start of `text` stands for, and how long it is; `text` starts with `&`.
/// Nothing where it is no reference, but text.
pub(super) fn reference(text: &str) -> Option<([Option<char>; 2], usize)> {
    let rest = text.strip_prefix('&')?;
    match rest.strip_prefix('#') {
        Some(number) => numbered(number).map(|(c, length)| ([Some(c), None], length + 2)),
        None => named(rest).map(|(characters, length)| (characters, length + 1)),
    }
}

/// The longest name has so many letters.
const LONGEST: usize = 32;

fn named(rest: &str) -> Option<([Option<char>; 2], usize)> {
    let letters = rest.bytes().take(LONGEST);
    let letters = letters.take_while(|b| b.is_ascii_alphanumeric()).count();
    let with_end = letters + usize::from(rest.as_bytes().get(letters) == Some(&b';'));
    // Some old names need no semicolon, and end where the name does: "&nbspmillion".
    let (length, &(first, second)) = (1..=with_end).rev().find_map(|length| {
        let found = NAMED_ENTITIES.get(rest.get(..length)?)?;
        // The list holds the start of each name too, with nothing behind it.
        (found.0 != 0).then_some((length, found))
    })?;
    let character = |code: u32| char::from_u32(code).filter(|_| code != 0);
    Some(([character(first), character(second)], length))
}

fn numbered(number: &str) -> Option<(char, usize)> {
    let (digits, radix, prefix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 1),
        None => (number, 10, 0),
    };
    let length = digits
        .bytes()
        .take_while(|&b| char::from(b).is_digit(radix))
        .count();
    if length == 0 {
        return None;
    }
    // A number too long to be read is no character.
    let code = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
    // Pages of the nineties number the characters of Windows: 150 is a dash, and a control character in Unicode.
    let old = code
        .checked_sub(0x80)
        .and_then(|n| C1_REPLACEMENTS.get(n as usize));
    let c = match old {
        Some(Some(replaced)) => *replaced,
        _ => char::from_u32(code)
            .filter(|&c| c != '\0')
            .unwrap_or('\u{fffd}'),
    };
    let end = usize::from(digits.as_bytes().get(length) == Some(&b';'));
    Some((c, prefix + length + end))
}

/// The text with its references read, as an attribute has it.
pub(super) fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        decoded.push_str(before);
        rest = match reference(from) {
            Some((characters, length)) => {
                decoded.extend(characters.into_iter().flatten());
                &from[length..]
            }
            None => {
                decoded.push('&');
                &from[1..]
            }
        };
    }
    decoded.push_str(rest);
    decoded
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn references_are_read_as_browsers_do() {
        let p = decoded;
        assert_eq!(p("AT&amp;T &lt;b&gt;"), "AT&T <b>");
        assert_eq!(
            p("don&#8217;t, don&#x2019;t, don&rsquo;t"),
            "don’t, don’t, don’t"
        );
        assert_eq!(
            p("$44&nbsp;million, $44&nbspmillion"),
            "$44\u{a0}million, $44\u{a0}million"
        );
        assert_eq!(p("2010&#150;2012"), "2010–2012");
        assert_eq!(p("&NotEqualTilde;"), "\u{2242}\u{338}");
    }

    #[test]
    fn what_is_no_reference_stays_as_it_is() {
        let p = decoded;
        for text in [
            "R & D", "&", "&;", "&#;", "&#x;", "&zzz;", "a&é;", "Q&A", "&#xg",
        ] {
            assert_eq!(p(text), text);
        }
        assert_eq!(
            p("&#0;&#xD800;&#99999999999999;"),
            "\u{fffd}\u{fffd}\u{fffd}"
        );
    }
}
