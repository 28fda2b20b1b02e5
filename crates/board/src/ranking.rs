//! Putting things in order by a number. The sort itself is compiled once and not for each type of thing: the page
//! carries that weight.

/// `items` by `rank`, lowest first; items of one rank keep their order.
pub fn ranked<T>(items: impl IntoIterator<Item = T>, rank: impl Fn(&T) -> u64) -> Vec<T> {
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    let ranks = items.iter().flatten().map(rank).collect();
    let order = order(ranks).into_iter();
    order.filter_map(|index| items.get_mut(index)?.take()).collect()
}

/// The indices of `ranks`, lowest rank first.
fn order(ranks: Vec<u64>) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = ranks.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::ranked;

    #[test]
    fn the_lowest_comes_first_and_equals_stay() {
        let words = ["pear", "fig", "plum", "kiwi", "ox"];
        let by_length = ranked(words, |word| word.len() as u64);
        assert_eq!(by_length, ["ox", "fig", "pear", "plum", "kiwi"]);
        assert_eq!(ranked([], |word: &&str| word.len() as u64), [""; 0]);
    }
}
