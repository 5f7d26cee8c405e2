//! Which of a list are one: each points at an earlier one that it is the same as, and the earliest at itself.

/// The earliest of those that are one with `index`.
pub(crate) fn root(roots: &[usize], mut index: usize) -> usize {
    while roots[index] != index {
        index = roots[index];
    }
    index
}

/// Makes two one; the earlier one is the root.
pub(crate) fn unite(roots: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(roots, a), root(roots, b));
    roots[a.max(b)] = a.min(b);
}
