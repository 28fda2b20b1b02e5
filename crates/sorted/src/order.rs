//! Putting things in order. The sort itself is compiled once and not for each type of thing: a page carries that weight.

use std::cmp::Ordering;

/// The numbers below `count` in the order that `compare` gives; equal ones keep theirs.
pub fn ordered(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    // What is in order already, as most things are, need not be sorted.
    if (1..count).any(|next| compare(next - 1, next).is_gt()) {
        order.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    }
    order
}

/// `items` in the order that `compare` gives; equal ones keep theirs.
pub fn in_order<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = ordered(
        items.len(),
        &|one, other| match (items.get(one), items.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        },
    );
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    let order = order.into_iter();
    order.filter_map(|index| items.get_mut(index)?.take()).collect()
}

/// `items` by `rank`, lowest first; items of one rank keep their order.
pub fn ranked<T>(items: impl IntoIterator<Item = T>, rank: impl Fn(&T) -> u64) -> Vec<T> {
    let items: Vec<T> = items.into_iter().collect();
    let ranks: Vec<u64> = items.iter().map(rank).collect();
    if ranks.is_sorted() {
        return items;
    }
    let order = by_rank(&ranks).into_iter();
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    let mut ranked = Vec::with_capacity(items.len());
    ranked.extend(order.filter_map(|index| items.get_mut(index)?.take()));
    ranked
}

/// How many times as many ranks as items there may be for counting to be the quicker way.
const SPARSEST: u64 = 4;

fn by_rank(ranks: &[u64]) -> Vec<usize> {
    match ranks.iter().max() {
        Some(most) if *most < SPARSEST * ranks.len() as u64 => by_counting(ranks, *most as usize),
        _ => ordered(ranks.len(), &|one, other| ranks.get(one).cmp(&ranks.get(other))),
    }
}

/// Puts each number where its rank begins, and that forward by one.
fn by_counting(ranks: &[u64], most: usize) -> Vec<usize> {
    let mut begins = vec![0; most + 2];
    for rank in ranks {
        begins[*rank as usize + 1] += 1;
    }
    for rank in 0..most {
        begins[rank + 1] += begins[rank];
    }
    let mut order = vec![0; ranks.len()];
    for (number, rank) in ranks.iter().enumerate() {
        let place = &mut begins[*rank as usize];
        order[*place] = number;
        *place += 1;
    }
    order
}

/// A rank that orders numbers as [`f64::total_cmp`] does.
pub fn rank_of(number: f64) -> u64 {
    let bits = number.to_bits();
    match number.is_sign_negative() {
        true => !bits,
        false => bits | 1 << 63,
    }
}

#[cfg(test)]
mod tests {
    use super::{ordered, rank_of, ranked};

    #[test]
    fn the_lowest_comes_first_and_equals_stay() {
        let words = ["pear", "fig", "plum", "kiwi", "ox"];
        let by_length = ranked(words, |word| word.len() as u64);
        assert_eq!(by_length, ["ox", "fig", "pear", "plum", "kiwi"]);
        assert_eq!(ranked([], |word: &&str| word.len() as u64), [""; 0]);
        // So far apart that they are compared and not counted.
        let by_length = ranked(words, |word| (word.len() as u64) << 40);
        assert_eq!(by_length, ["ox", "fig", "pear", "plum", "kiwi"]);
    }

    #[test]
    fn numbers_rank_from_the_least_to_the_greatest() {
        let numbers = [2.5, -0.0, 1e300, -7.0, f64::INFINITY, 0.0, -1e-9];
        let ordered = [-7.0, -1e-9, -0.0, 0.0, 2.5, 1e300, f64::INFINITY];
        assert_eq!(ranked(numbers, |number| rank_of(*number)), ordered);
    }

    #[test]
    fn equal_ones_keep_their_order() {
        let words = ["c", "a", "b", "a"];
        let order = ordered(4, &|one, other| words[one].cmp(words[other]));
        assert_eq!(order, [1, 3, 2, 0]);
    }
}
