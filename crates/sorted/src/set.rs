//! A set as a map without values.

use std::borrow::Borrow;
use std::fmt;

use crate::{Keys, Map};

/// Keys in order. Takes the time that a [`Map`] takes.
#[derive(Clone, PartialEq, Eq)]
pub struct Set<T> {
    map: Map<T, ()>,
}

impl<T> Set<T> {
    /// A set with nothing in it.
    pub const fn new() -> Self {
        Self { map: Map::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// There is none.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> Keys<'_, T, ()> {
        self.map.keys()
    }

    /// Takes out what is not to be kept.
    pub fn retain(&mut self, keeps: impl Fn(&T) -> bool) {
        self.map.retain(|key, ()| keeps(key));
    }
}

impl<T: Ord> Set<T> {
    /// `key` is in it.
    pub fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.map.contains_key(key)
    }

    /// Puts `key` in; true if it was not in.
    pub fn insert(&mut self, key: T) -> bool {
        self.map.insert(key, ()).is_none()
    }

    /// Takes `key` out; true if it was in.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.map.remove(key).is_some()
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self).finish()
    }
}

impl<'s, T> IntoIterator for &'s Set<T> {
    type Item = &'s T;
    type IntoIter = Keys<'s, T, ()>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, keys: I) {
        for key in keys {
            self.insert(key);
        }
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(keys: I) -> Self {
        let mut set = Self::new();
        set.extend(keys);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::Set;

    #[test]
    fn each_is_in_once_and_in_order() {
        let mut set: Set<&str> = ["b", "a", "b"].into_iter().collect();
        assert!(set.iter().eq(&["a", "b"]));
        assert!(set.insert("c") && !set.insert("a"));
        assert!(set.remove("b") && !set.remove("b"));
        set.retain(|key| *key != "a");
        assert!(set.contains("c") && set.len() == 1);
    }
}
