//! Quotations of two documents that are one, worded alike or not.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Article;
use crate::mention::Mention;
use crate::segment::{Text, TokenKind};
use crate::value::Kind;

/// A quotation that two documents give.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotePair {
    /// The article and mention of the first.
    pub a: (usize, usize),
    /// The article and mention of the second.
    pub b: (usize, usize),
    /// The share of words that stand in both, in order.
    pub likeness: f64,
    /// Words that stand in one at the place of others in the other: in the first and in the second document.
    pub differences: Vec<(String, String)>,
}

/// Shorter quotations are phrases, and two phrases may be like each other by chance.
pub const SHORTEST: usize = 5;

/// Quotations with fewer words in common are two.
pub const LIKENESS: f64 = 0.6;

/// The quotations that documents share, each with its likest partner.
pub fn pairs(articles: &[Article]) -> Vec<QuotePair> {
    let words: Vec<Vec<(usize, Vec<String>)>> = articles.iter().map(quotations).collect();
    let mut pairs = Vec::new();
    for a in 0..articles.len() {
        for b in a + 1..articles.len() {
            let mut found: Vec<QuotePair> = Vec::new();
            let theirs = Words::new(&words[b]);
            for (i, x) in &words[a] {
                for (j, y) in theirs.like(x).map(|at| &words[b][at]) {
                    if let Some((likeness, differences)) = compare(x, y) {
                        found.push(QuotePair {
                            a: (a, *i),
                            b: (b, *j),
                            likeness,
                            differences,
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
    quotations: &'a [(usize, Vec<String>)],
    of: FxHashMap<&'a str, Vec<(usize, usize)>>,
}

impl<'a> Words<'a> {
    fn new(quotations: &'a [(usize, Vec<String>)]) -> Words<'a> {
        let mut of: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
        for (at, (_, words)) in quotations.iter().enumerate() {
            for word in words {
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
    fn like(&self, quotation: &[String]) -> impl Iterator<Item = usize> {
        let mut own: FxHashMap<&str, usize> = FxHashMap::default();
        for word in quotation {
            *own.entry(word).or_default() += 1;
        }
        let mut common = vec![0; self.quotations.len()];
        for word in quotation {
            let Some(count) = own.remove(word.as_str()) else {
                continue;
            };
            for &(at, other) in self.of.get(word.as_str()).into_iter().flatten() {
                common[at] += count.min(other);
            }
        }
        let length = quotation.len();
        let others = common.into_iter().zip(self.quotations).enumerate();
        others.filter_map(move |(at, (common, (_, words)))| {
            let like = common + 1 >= SHORTEST && 2 * common >= length.min(words.len());
            like.then_some(at)
        })
    }
}

/// The quotations of an article that are long enough, as words in lower case.
fn quotations(article: &Article) -> Vec<(usize, Vec<String>)> {
    let text = &article.text;
    article
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.kind == Kind::Quote)
        .take(MOST)
        .map(|(i, m)| (i, words(text, m)))
        .filter(|(_, words)| words.len() >= SHORTEST)
        .collect()
}

/// The words of a quotation in lower case.
fn words(text: &Text, mention: &Mention) -> Vec<String> {
    let words = mention
        .tokens
        .clone()
        .filter(|&t| matches!(text.kind(t), Some(TokenKind::Word | TokenKind::Number)));
    words
        .map(|t| {
            text.lower(t)
                .replace('’', "'")
                .trim_end_matches('.')
                .to_owned()
        })
        .collect()
}

/// How many words two quotations have in common, in order, and how many each has.
pub fn counted(articles: &[Article], a: (usize, usize), b: (usize, usize)) -> (usize, [usize; 2]) {
    let [x, y] = [a, b].map(|(article, mention)| {
        let article = &articles[article];
        words(&article.text, &article.mentions[mention])
    });
    (common(&x, &y).len(), [x.len(), y.len()])
}

/// The likeness of two quotations and where their words differ; `None` where they are two, or one quotes more than the
/// other of what is otherwise the same.
fn compare(a: &[String], b: &[String]) -> Option<(f64, Vec<(String, String)>)> {
    // Of several longest common subsequences one is taken, which must not depend on which document came first.
    if a > b {
        let (likeness, differences) = compare(b, a)?;
        let turned = differences.into_iter().map(|(x, y)| (y, x)).collect();
        return Some((likeness, turned));
    }
    let matched = common(a, b);
    let (first, last) = (*matched.first()?, *matched.last()?);
    // What stands before the first and after the last common word is quoted by one side only.
    let inner = (last.0 - first.0 + 1).max(last.1 - first.1 + 1);
    let likeness = matched.len() as f64 / inner as f64;
    if matched.len() + 1 < SHORTEST
        || likeness < LIKENESS
        || 2 * matched.len() < a.len().min(b.len())
    {
        return None;
    }
    let mut differences = Vec::new();
    for pair in matched.windows(2) {
        let (x, y) = (
            a[pair[0].0 + 1..pair[1].0].join(" "),
            b[pair[0].1 + 1..pair[1].1].join(" "),
        );
        if !x.is_empty() || !y.is_empty() {
            differences.push((x, y));
        }
    }
    // The last word of both, where both end there and differ: "we need better hours" / "we need longer hours, now" is inner.
    if last.0 + 2 == a.len() && last.1 + 2 == b.len() {
        differences.push((a[last.0 + 1].clone(), b[last.1 + 1].clone()));
    }
    if first.0 == 1 && first.1 == 1 {
        differences.insert(0, (a[0].clone(), b[0].clone()));
    }
    Some((likeness, differences))
}

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
            let words = |s: &str| s.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            compare(&words(a), &words(b)).map(|(_, d)| {
                d.into_iter()
                    .map(|(x, y)| format!("{x}/{y}"))
                    .collect::<Vec<_>>()
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
    }
}
