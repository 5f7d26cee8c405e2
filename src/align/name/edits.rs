//! How many slips of the pen turn one word into another, where they are few.

/// The letters put in, left out, changed, or changed in their order with the next one, to make `b` of `a`; `None` where they
/// are more than `most`.
///
/// Nearly all words of two names differ in many letters, which is told by counting how often each has each: one slip takes no
/// more than one letter away and brings no more than one.
pub(crate) fn edits(a: &str, b: &str, most: usize) -> Option<usize> {
    /// Letters that differ in these bits only count as one: so they look more alike than they are, and never less.
    const CLASSES: usize = 32;
    let mut counts = [0i32; CLASSES];
    for c in a.chars() {
        counts[c as usize % CLASSES] += 1;
    }
    for c in b.chars() {
        counts[c as usize % CLASSES] -= 1;
    }
    let gone: i32 = counts.iter().map(|&count| count.max(0)).sum();
    let come: i32 = counts.iter().map(|&count| (-count).max(0)).sum();
    if gone.max(come).unsigned_abs() as usize > most {
        return None;
    }
    Some(strsim::osa_distance(a, b)).filter(|&edits| edits <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_edits_are_counted_and_many_are_none() {
        let p = |a: &str, b: &str, most: usize, expected: Option<usize>| {
            assert_eq!(edits(a, b, most), expected, "{a} {b} {most}");
        };
        p("Hansen", "Hansen", 1, Some(0));
        p("Hansen", "Hanson", 1, Some(1));
        p("Klitschko", "Klistchko", 1, Some(1));
        p("Brekke", "Brekk", 1, Some(1));
        p("Zürich", "Zurich", 1, Some(1));
        p("Zürich", "Zurch", 1, None);
        p("Zürich", "Zurch", 2, Some(2));
        p("Ostby", "Marten", 2, None);
        p("listen", "silent", 2, None);
        p("", "", 0, Some(0));
    }

    #[test]
    fn what_is_told_by_counting_is_what_the_distance_says() {
        let words = "hansen hanson klitschko klistchko brekke brekk zürich zurich ostby marten listen silent a ab ba";
        let words: Vec<&str> = words.split(' ').collect();
        for a in &words {
            for b in &words {
                let distance = strsim::osa_distance(a, b);
                for most in 0..4 {
                    let expected = Some(distance).filter(|&d| d <= most);
                    assert_eq!(edits(a, b, most), expected, "{a} {b} {most}");
                }
            }
        }
    }
}
