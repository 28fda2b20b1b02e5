//! Maps and sets in the order of their keys, of which each further one costs a program next to no code.
//!
//! A page carries a copy of a tree map for every pair of types that it maps. [`Map`] is a row of short sorted vectors
//! instead: the search is compiled once for all types, and the rest is what vectors do anyway. It is as quick as a
//! tree up to some hundred thousand entries.

mod map;
mod order;
mod set;

pub use map::{Iter, Keys, Map};
pub use order::{in_order, ordered, rank_of, ranked};
pub use set::Set;
