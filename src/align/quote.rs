//! Quotations of two documents that are one, worded alike or not.

mod spoken;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Article;
use crate::value::Kind;
use spoken::{Spoken, is_turned, spoken};

/// A quotation that two documents give.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotePair {
    /// The article and mention of the first.
    pub a: (usize, usize),
    /// The article and mention of the second.
    pub b: (usize, usize),
    /// The share of words that stand in both, in order.
    pub likeness: f64,
    /// Words that stand in one at the place of others in the other: in the first and in the second document, as they are written.
    pub differences: Vec<(String, String)>,
}

/// Shorter quotations are phrases, and two phrases may be like each other by chance.
pub const SHORTEST: usize = 5;

/// Quotations with fewer words in common are two.
pub const LIKENESS: f64 = 0.6;

/// The quotations that documents share, each with its likest partner.
pub fn pairs(articles: &[Article]) -> Vec<QuotePair> {
    let words: Vec<Vec<(usize, Spoken)>> = articles.iter().map(quotations).collect();
    let mut pairs = Vec::new();
    for a in 0..articles.len() {
        for b in a + 1..articles.len() {
            let mut found: Vec<QuotePair> = Vec::new();
            let theirs = Words::new(&words[b]);
            for (i, x) in &words[a] {
                for (j, y) in theirs.like(x).map(|at| &words[b][at]) {
                    if let Some((likeness, places)) = compare(x, y) {
                        let written = |article: usize, words: &Spoken, place: Range<usize>| {
                            words.written(&articles[article].text, place)
                        };
                        let differences = places.into_iter();
                        found.push(QuotePair {
                            a: (a, *i),
                            b: (b, *j),
                            likeness,
                            differences: differences
                                .map(|(own, other)| (written(a, x, own), written(b, y, other)))
                                .collect(),
                        });
                    }
                }
            }
            found.sort_by(|x, y| {
                y.likeness
                    .total_cmp(&x.likeness)
                    .then((x.a, x.b).cmp(&(y.a, y.b)))
            });
            let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
            found.retain(|pair| {
                let free = !taken.contains(&pair.a) && !taken.contains(&pair.b);
                if free {
                    taken.extend([pair.a, pair.b]);
                }
                free
            });
            pairs.append(&mut found);
        }
    }
    pairs.sort_by_key(|p| (p.a, p.b));
    pairs
}

/// The quotations of a document that are compared: the first ones. Articles hold some ten and books some hundreds, and each is
/// compared with each like one of another document.
pub(super) const MOST: usize = 1_000;

/// How many quotations of an article could be compared.
pub(super) fn count(article: &Article) -> usize {
    let quotes = article.mentions.iter().filter(|m| m.kind == Kind::Quote);
    quotes.count()
}

/// The words of a document's quotations, each with those that hold it and how often.
struct Words<'a> {
    quotations: &'a [(usize, Spoken)],
    of: FxHashMap<&'a str, Vec<(usize, usize)>>,
}

impl<'a> Words<'a> {
    fn new(quotations: &'a [(usize, Spoken)]) -> Words<'a> {
        let mut of: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
        for (at, (_, words)) in quotations.iter().enumerate() {
            for word in &words.words {
                let holding = of.entry(word).or_default();
                match holding.last_mut() {
                    Some((last, count)) if *last == at => *count += 1,
                    _ => holding.push((at, 1)),
                }
            }
        }
        Words { quotations, of }
    }

    /// The quotations that have so many words in common with this one that [`compare`] may take both for one.
    fn like(&self, quotation: &Spoken) -> impl Iterator<Item = usize> {
        let mut own: FxHashMap<&str, usize> = FxHashMap::default();
        for word in &quotation.words {
            *own.entry(word).or_default() += 1;
        }
        let mut common = vec![0; self.quotations.len()];
        for word in &quotation.words {
            let Some(count) = own.remove(word.as_str()) else {
                continue;
            };
            for &(at, other) in self.of.get(word.as_str()).into_iter().flatten() {
                common[at] += count.min(other);
            }
        }
        let length = quotation.words.len();
        let others = common.into_iter().zip(self.quotations).enumerate();
        others.filter_map(move |(at, (common, (_, words)))| {
            let like = common + 1 >= SHORTEST && 2 * common >= length.min(words.words.len());
            like.then_some(at)
        })
    }
}

/// The quotations of an article that are long enough.
fn quotations(article: &Article) -> Vec<(usize, Spoken)> {
    article
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.kind == Kind::Quote)
        .take(MOST)
        .map(|(i, m)| (i, spoken(&article.text, m.tokens.clone())))
        .filter(|(_, spoken)| spoken.words.len() >= SHORTEST)
        .collect()
}

/// How many words two quotations have in common, in order, and how many each has.
pub fn counted(articles: &[Article], a: (usize, usize), b: (usize, usize)) -> (usize, [usize; 2]) {
    let [x, y] = [a, b].map(|(article, mention)| {
        let article = &articles[article];
        spoken(&article.text, article.mentions[mention].tokens.clone()).words
    });
    (common(&x, &y).len(), [x.len(), y.len()])
}

/// A place in each of two quotations, as the numbers of the words there.
type Places = (Range<usize>, Range<usize>);

/// The likeness of two quotations and where their words differ; `None` where they are two, or one quotes more than the
/// other of what is otherwise the same.
fn compare(a: &Spoken, b: &Spoken) -> Option<(f64, Vec<Places>)> {
    // Of several longest common subsequences one is taken, which must not depend on which document came first.
    if a.words > b.words {
        let (likeness, differences) = compare(b, a)?;
        let turned = differences.into_iter().map(|(x, y)| (y, x)).collect();
        return Some((likeness, turned));
    }
    let (x, y) = (&a.words, &b.words);
    let matched = tight(common(x, y), x, y);
    let (first, last) = (*matched.first()?, *matched.last()?);
    let mut places: Vec<Places> = Vec::new();
    // What stands before the first and after the last common word is quoted by one side only.
    if first == (1, 1) {
        places.push((0..1, 0..1));
    }
    let gaps = matched.windows(2);
    places.extend(gaps.map(|two| (two[0].0 + 1..two[1].0, two[0].1 + 1..two[1].1)));
    // The last word of both, where both end there and differ: "we need better hours" / "we need longer hours, now" is inner.
    if last.0 + 2 == x.len() && last.1 + 2 == y.len() {
        places.push((last.0 + 1..x.len(), last.1 + 1..y.len()));
    }
    // What the writer left out or put in is no difference in what was said.
    let (told, differences): (Vec<Places>, Vec<Places>) = places
        .into_iter()
        .filter(|(own, other)| !own.is_empty() || !other.is_empty())
        .partition(|(own, other)| a.is_edited(own) || b.is_edited(other));
    let inner = |span: usize, side: fn(&Places) -> usize| {
        span + 1 - told.iter().map(side).sum::<usize>().min(span)
    };
    let inner = inner(last.0 - first.0, |(own, _)| own.len())
        .max(inner(last.1 - first.1, |(_, other)| other.len()));
    let likeness = (matched.len() as f64 / inner as f64).min(1.0);
    let shorter = x.len().min(y.len());
    let few = matched.len() < FEW && 10 * matched.len() < 7 * shorter;
    if matched.len() + 1 < SHORTEST || likeness < LIKENESS || few || 2 * matched.len() < shorter {
        return None;
    }
    let turned = |(own, other): &Places| is_turned((a, own), (b, other));
    let differences = differences.into_iter().filter(|d| !turned(d)).collect();
    Some((likeness, differences))
}

/// Fewer common words than these are common to many quotations: they must be most of one of the two.
const FEW: usize = 10;

/// The common words of two quotations without those at either end that stand far from the others: "we" long before the sentence
/// that both give, which begins with "we" itself.
fn tight(matched: Vec<(usize, usize)>, a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let mut matched = matched;
    // As near to its next neighbour as the same words stand.
    for i in (0..matched.len().saturating_sub(1)).rev() {
        let ((own, other), (next, after)) = (matched[i], matched[i + 1]);
        if after == other + 1 && next > own + 1 && a[next - 1] == a[own] {
            matched[i].0 = next - 1;
        } else if next == own + 1 && after > other + 1 && b[after - 1] == b[other] {
            matched[i].1 = after - 1;
        }
    }
    let far = |x: (usize, usize), y: (usize, usize)| {
        let (own, other) = (y.0 - x.0 - 1, y.1 - x.1 - 1);
        own.max(other) >= FAR && own.min(other) * 2 <= own.max(other)
    };
    let is_far = |i: usize| far(matched[i], matched[i + 1]);
    let edge = EDGE.min(matched.len() / 3);
    let begin = (0..edge).rev().find(|&i| is_far(i)).map_or(0, |i| i + 1);
    let end = (matched.len() - edge..matched.len())
        .find(|&i| i > 0 && is_far(i - 1))
        .unwrap_or(matched.len());
    matched[begin.min(end)..end].to_vec()
}

/// So many words that only one side has set those before or behind them apart.
const FAR: usize = 4;

/// So many words at either end may stand there by chance.
const EDGE: usize = 2;

/// The positions of a longest common subsequence. Quotations are short; a long one is compared by its first words.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    const LONGEST: usize = 400;
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let width = b.len() + 1;
    let mut lengths = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i] == b[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut matched = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            matched.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    matched
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_differ_where_both_have_words() {
        let p = |a: &str, b: &str| {
            let of = |prose: &str| {
                let (_, text) = crate::segment::sample(prose);
                let all = spoken(&text, 0..text.tokens.len());
                (all, text)
            };
            let ((x, left), (y, right)) = (of(a), of(b));
            compare(&x, &y).map(|(_, places)| {
                let written = |(own, other)| {
                    format!("{}/{}", x.written(&left, own), y.written(&right, other))
                };
                places.into_iter().map(written).collect::<Vec<_>>()
            })
        };
        assert_eq!(
            p(
                "we will rebuild every house in town",
                "we will repair every house in town"
            ),
            Some(vec!["rebuild/repair".to_owned()])
        );
        assert_eq!(
            p(
                "we will rebuild every house in town",
                "we will rebuild every house in town this year"
            ),
            Some(vec![])
        );
        assert_eq!(
            p(
                "we will rebuild every house in town",
                "nobody knows what the sea will bring us"
            ),
            None
        );
        let same = |a: &str, b: &str| assert_eq!(p(a, b), Some(vec![]), "{a} / {b}");
        // In brackets stands what the writer adds, and at the dots he leaves out.
        same(
            "We saw her (Moira Tennant) and her dog in the harbour",
            "We saw her and her dog in the harbour",
        );
        same(
            "We saw the [harbour] dog near the old town",
            "We saw the ship's dog near the old town",
        );
        for dots in ["... ", "..", "…", " . . . "] {
            same(
                &format!("There are no boats left here{dots}I do not know whom to ask"),
                "There are no boats left here. With so few days to go I do not know whom to ask",
            );
        }
        // One number in two spellings.
        same(
            "By the 11th hour rule we lost 25 boats",
            "By the eleventh-hour rule we lost twenty-five boats",
        );
        assert_eq!(
            p(
                "By the 11th hour rule we lost 25 boats",
                "By the eleventh-hour rule we lost twenty-six boats",
            ),
            Some(vec!["25/twenty-six".to_owned()])
        );
        // Who reports what was said turns it round.
        same(
            "treated those in her care as a crowd",
            "You treated those in your care as a crowd",
        );
        assert_eq!(
            p(
                "He treated those in her care as a crowd",
                "He treated those in his care as a crowd",
            ),
            Some(vec!["her/his".to_owned()])
        );
        // What one side alone quotes is no difference, though it has a word of the next sentence.
        assert_eq!(
            p(
                "We still think that all of this is wrong. We will look at the last rule when it comes",
                "We will look at the final rule when it comes",
            ),
            Some(vec!["last/final".to_owned()])
        );
        // A few common words.
        assert_eq!(
            p(
                "Nobody is a better sailor than Moira Tennant. The harbour is in good hands",
                "Moira Tennant is in the boat",
            ),
            None
        );
    }
}
