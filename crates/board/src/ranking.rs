//! Putting things in order by a number. The sort itself is compiled once and not for each type of thing: the page
//! carries that weight.

/// `items` by `rank`, lowest first; items of one rank keep their order.
pub fn ranked<T>(items: impl IntoIterator<Item = T>, rank: impl Fn(&T) -> u64) -> Vec<T> {
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    let ranks = items.iter().flatten().map(rank).collect();
    let order = order(ranks).into_iter();
    order.filter_map(|index| items.get_mut(index)?.take()).collect()
}

/// A rank that orders numbers as [`f64::total_cmp`] does.
pub fn rank_of(number: f64) -> u64 {
    let bits = number.to_bits();
    match number.is_sign_negative() {
        true => !bits,
        false => bits | 1 << 63,
    }
}

/// The indices of `ranks`, lowest rank first.
fn order(ranks: Vec<u64>) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = ranks.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::{rank_of, ranked};

    #[test]
    fn the_lowest_comes_first_and_equals_stay() {
        let words = ["pear", "fig", "plum", "kiwi", "ox"];
        let by_length = ranked(words, |word| word.len() as u64);
        assert_eq!(by_length, ["ox", "fig", "pear", "plum", "kiwi"]);
        assert_eq!(ranked([], |word: &&str| word.len() as u64), [""; 0]);
    }

    #[test]
    fn numbers_rank_from_the_least_to_the_greatest() {
        let numbers = [2.5, -0.0, 1e300, -7.0, f64::INFINITY, 0.0, -1e-9];
        let ordered = [-7.0, -1e-9, -0.0, 0.0, 2.5, 1e300, f64::INFINITY];
        assert_eq!(ranked(numbers, |number| rank_of(*number)), ordered);
    }
}
