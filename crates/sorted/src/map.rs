//! A map as a row of short sorted vectors.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::iter::FusedIterator;
use std::{mem, slice};

/// A run of more entries than this is cut in two: what comes and goes moves no more entries than these.
const MOST: usize = 128;

/// Values by key, in the order of the keys.
///
/// Looking up takes time log n; putting in and taking out move up to 128 entries besides, and now and then the row of
/// runs, which is short.
#[derive(Clone)]
pub struct Map<K, V> {
    /// None of them is empty.
    runs: Vec<Vec<(K, V)>>,
    len: usize,
}

/// Where an entry is, or would be.
#[derive(Clone, Copy)]
struct Spot {
    run: usize,
    index: usize,
}

impl<K, V> Map<K, V> {
    /// A map with nothing in it.
    pub const fn new() -> Self {
        Self {
            runs: Vec::new(),
            len: 0,
        }
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// It has no entry.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The entries, by key.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter {
            run: [].iter(),
            runs: self.runs.iter(),
            left: self.len,
        }
    }

    /// The keys, in order.
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys(self.iter())
    }

    /// The values, by key.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &V> + Clone {
        self.iter().map(|(_, value)| value)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// Takes out every entry that is not to be kept.
    pub fn retain(&mut self, keeps: impl Fn(&K, &V) -> bool) {
        for run in &mut self.runs {
            run.retain(|(key, value)| keeps(key, value));
        }
        self.runs.retain(|run| !run.is_empty());
        self.len = self.runs.iter().map(Vec::len).sum();
    }

    fn at(&self, spot: Spot) -> Option<&(K, V)> {
        self.runs.get(spot.run)?.get(spot.index)
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The value of `key`.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// The value of `key`, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let spot = self.find(key).ok()?;
        let (_, value) = self.runs.get_mut(spot.run)?.get_mut(spot.index)?;
        Some(value)
    }

    /// The entry of `key`, with the key as it is kept.
    pub fn get_key_value<Q: Ord + ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        let (key, value) = self.at(self.find(key).ok()?)?;
        Some((key, value))
    }

    /// `key` has a value.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Gives `key` a value; tells the one that it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find_to_put(&key) {
            Ok(spot) => Some(mem::replace(&mut self.runs[spot.run][spot.index].1, value)),
            Err(spot) => {
                self.put_in(spot, (key, value));
                None
            }
        }
    }

    /// The value of `key`, made and put in first if it has none.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let spot = match self.find_to_put(&key) {
            Ok(spot) => spot,
            Err(spot) => self.put_in(spot, (key, make())),
        };
        &mut self.runs[spot.run][spot.index].1
    }

    /// The value of `key`, which is the default if it had none.
    pub fn get_or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.get_or_insert_with(key, V::default)
    }

    /// Takes out the value of `key`.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let spot = self.find(key).ok()?;
        let run = self.runs.get_mut(spot.run)?;
        let (_, value) = run.remove(spot.index);
        if run.is_empty() {
            self.runs.remove(spot.run);
        }
        self.len -= 1;
        Some(value)
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<Spot, Spot>
    where
        K: Borrow<Q>,
    {
        let compare = |spot| {
            let entry = self.at(spot);
            entry.map_or(Ordering::Greater, |(known, _)| known.borrow().cmp(key))
        };
        find(
            self.runs.len(),
            &|run| self.runs.get(run).map_or(0, Vec::len),
            &compare,
        )
    }

    /// The same for a key that is about to be put in: such keys often come in order, and then belong behind all others.
    fn find_to_put(&self, key: &K) -> Result<Spot, Spot> {
        if let Some(run) = self.runs.last()
            && run.last().is_some_and(|(last, _)| last < key)
        {
            return Err(Spot {
                run: self.runs.len() - 1,
                index: run.len(),
            });
        }
        self.find(key)
    }

    /// Puts an entry in where [`find`] missed it, and tells where it is then.
    fn put_in(&mut self, mut spot: Spot, entry: (K, V)) -> Spot {
        self.len += 1;
        let Some(run) = self.runs.get_mut(spot.run) else {
            self.runs.push(vec![entry]);
            return spot;
        };
        if run.len() == MOST {
            // What comes in order fills the runs.
            let middle = if spot.index == MOST { MOST } else { MOST / 2 };
            let upper = run.split_off(middle);
            self.runs.insert(spot.run + 1, upper);
            if spot.index >= middle {
                spot.run += 1;
                spot.index -= middle;
            }
        }
        self.runs[spot.run].insert(spot.index, entry);
        spot
    }
}

/// Looks for the entry that `compare` finds equal in so many runs of such lengths: where it is, or else where it would
/// be. All maps share this one search.
fn find(runs: usize, len: &dyn Fn(usize) -> usize, compare: &dyn Fn(Spot) -> Ordering) -> Result<Spot, Spot> {
    // The first run that begins after it, and so the one before that run.
    let after = halve(runs, &|run| compare(Spot { run, index: 0 }).is_le());
    let run = after.saturating_sub(1);
    let index = halve(len(run), &|index| compare(Spot { run, index }).is_lt());
    let spot = Spot { run, index };
    match compare(spot) {
        Ordering::Equal => Ok(spot),
        _ => Err(spot),
    }
}

/// The first number below `end` that is not `before`, if those that are come first; else `end`.
fn halve(mut end: usize, before: &dyn Fn(usize) -> bool) -> usize {
    let mut start = 0;
    while start < end {
        let middle = start.midpoint(end);
        match before(middle) {
            true => start = middle + 1,
            false => end = middle,
        }
    }
    start
}

/// The entries of a [`Map`], by key.
pub struct Iter<'m, K, V> {
    run: slice::Iter<'m, (K, V)>,
    runs: slice::Iter<'m, Vec<(K, V)>>,
    left: usize,
}

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.run.next() {
                self.left -= 1;
                return Some((key, value));
            }
            self.run = self.runs.next()?.iter();
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}
impl<K, V> FusedIterator for Iter<'_, K, V> {}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self {
            run: self.run.clone(),
            runs: self.runs.clone(),
            left: self.left,
        }
    }
}

/// The keys of a [`Map`], in order.
pub struct Keys<'m, K, V>(Iter<'m, K, V>);

impl<'m, K, V> Iterator for Keys<'m, K, V> {
    type Item = &'m K;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, _)| key)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> ExactSizeIterator for Keys<'_, K, V> {}
impl<K, V> FusedIterator for Keys<'_, K, V> {}

impl<K, V> Clone for Keys<'_, K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other)
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<'m, K, V> IntoIterator for &'m Map<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Iter<'m, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Vec<(K, V)>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.runs.into_iter().flatten()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, entries: T) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(entries: T) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

#[cfg(test)]
mod tests {
    use super::Map;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_does_what_a_tree_does(
            steps in prop::collection::vec((0..700_u16, prop::option::weighted(0.7, any::<u8>())), 0..2000),
        ) {
            let (mut map, mut tree) = (Map::new(), BTreeMap::new());
            for (key, value) in steps {
                match value {
                    Some(value) => prop_assert_eq!(map.insert(key, value), tree.insert(key, value)),
                    None => prop_assert_eq!(map.remove(&key), tree.remove(&key)),
                }
                prop_assert_eq!(map.get(&key), tree.get(&key));
            }
            prop_assert_eq!(map.len(), tree.len());
            prop_assert_eq!(map.iter().len(), tree.len());
            prop_assert!(map.iter().eq(&tree));
            for key in 0..700 {
                prop_assert_eq!(map.get(&key), tree.get(&key));
                *map.get_or_default(key) += 0;
            }
            prop_assert!(map.keys().copied().eq(0..700));
            map.retain(|key, _| tree.contains_key(key));
            prop_assert!(map.iter().eq(&tree));
            prop_assert_eq!(&map, &tree.clone().into_iter().rev().collect());
            prop_assert!(map.into_iter().eq(tree));
        }
    }

    #[test]
    fn what_comes_in_order_fills_its_runs() {
        let map: Map<usize, ()> = (0..1280).map(|key| (key, ())).collect();
        assert_eq!(map.runs.len(), 10);
    }
}
