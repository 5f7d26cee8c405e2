//! What the sources say of a claim, all taken together: the findings that touch it go before what supports it.

use super::{Asserted, Claim, Status, Verification, in_draft};
use crate::Article;
use crate::finding::{Finding, Group, Occurrence, Verdict};
use crate::value::Kind;

impl Verification {
    /// The claims of the draft in text order, each with what the sources say of it as far as it is reported.
    pub fn claims(&self) -> Vec<Claim> {
        let Some(draft) = self.report.articles.first() else {
            return Vec::new();
        };
        let claims = self.asserted.iter();
        claims
            .filter_map(|asserted| self.claim(draft, asserted))
            .collect()
    }

    fn claim(&self, draft: &Article, asserted: &Asserted) -> Option<Claim> {
        let places = asserted.places(draft);
        let (&place, again) = places.split_first()?;
        let mention = &draft.mentions[*asserted.mentions.first()?];
        let own = |o: &Occurrence| places.iter().any(|place| place.span == o.span);
        let mut support = asserted.places_of_support();
        let (mut same, mut against, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        for (index, finding) in self.report.findings.iter().enumerate() {
            let groups = finding.groups.iter();
            let (mine, others): (Vec<_>, Vec<_>) =
                groups.partition(|g| g.occurrences.iter().any(own));
            let otherwise = of_sources(&others);
            let is_missing = finding.verdict == Verdict::NotFound;
            if mine.is_empty() || finding.verdict == Verdict::Format {
                continue;
            }
            if is_missing || !otherwise.is_empty() {
                findings.push(index);
            }
            if !otherwise.is_empty() {
                same.extend(of_sources(&mine));
                against.extend(otherwise);
            }
        }
        against.sort_unstable();
        against.dedup();
        let status = if !against.is_empty() {
            // A name or a quotation that a source writes so is a second opinion; a figure that was found elsewhere by its value
            // alone is none.
            if mention.kind.is_name() || mention.kind == Kind::Quote {
                let exact = asserted.support.iter().filter(|s| !s.coarser);
                same.extend(exact.map(|s| s.place));
                same.retain(|place| !against.contains(place));
            }
            support.clone_from(&same);
            support.sort_unstable();
            support.dedup();
            if same.is_empty() {
                Status::Conflict
            } else {
                Status::SourcesDisagree
            }
        } else if asserted.support.iter().any(|s| !s.coarser) {
            Status::Supported
        } else if asserted.support.is_empty() {
            Status::NotFound
        } else {
            Status::LessPrecise
        };
        Some(Claim {
            kind: mention.kind,
            value: mention.value.clone(),
            noun: asserted.noun.clone(),
            place,
            again: again.to_vec(),
            status,
            support,
            against,
            nearest: asserted.nearest.filter(|_| status == Status::NotFound),
            findings,
        })
    }
}

impl Asserted {
    /// Where the sources say it, the likest place first.
    fn places_of_support(&self) -> Vec<Occurrence> {
        let mut support = self.support.clone();
        support.sort_by(|x, y| {
            (x.coarser.cmp(&y.coarser))
                .then(y.likeness.total_cmp(&x.likeness))
                .then(x.place.cmp(&y.place))
        });
        let mut places: Vec<Occurrence> = Vec::new();
        for place in support.into_iter().map(|support| support.place) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// Where the draft makes the claim.
    pub(super) fn places(&self, draft: &Article) -> Vec<Occurrence> {
        let mentions = self.mentions.iter();
        mentions
            .map(|&m| Occurrence::of(draft, &draft.mentions[m]))
            .collect()
    }
}

fn of_sources(groups: &[&Group]) -> Vec<Occurrence> {
    let all = groups.iter().flat_map(|g| &g.occurrences);
    all.filter(|o| !in_draft(o.span)).copied().collect()
}

/// The finding with a message that says who gives the answers: where one of two documents is a draft, "sources give different
/// sums" would say that its sources disagree.
pub(super) fn in_words_of_roles(mut finding: Finding) -> Finding {
    let mut places = finding.groups.iter().flat_map(|g| &g.occurrences);
    let one = places.all(|o| in_draft(o.span));
    let (old, new) = if one {
        ("one source ", "the draft ")
    } else {
        ("sources ", "draft and sources ")
    };
    if let Some(rest) = finding.message.strip_prefix(old) {
        finding.message = format!("{new}{rest}");
    }
    finding
}
