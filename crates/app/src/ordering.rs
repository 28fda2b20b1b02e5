//! Ordering: the page compiles one sort. A sort of its own for each kind of thing would be four kilobytes every time.

use std::cmp::Ordering;

/// The numbers below `count` in the order that `compare` gives; equal ones keep theirs.
pub(crate) fn ordered(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn equal_ones_keep_their_order() {
        let words = ["c", "a", "b", "a"];
        assert_eq!(
            ordered(4, &|one, other| words[one].cmp(words[other])),
            [1, 3, 2, 0]
        );
    }
}
