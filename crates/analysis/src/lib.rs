//! Sums along the graph: latency and freshness, rates and storage, cost, availability, retention, and what holds what.
//!
//! 1. [`Readings`] reads each text of a board once.
//! 2. [`latency`], [`freshness`], [`rate`] and [`retention`] are one dynamic-programming pass each over the data edges in
//!    topological order, boxes on a cycle together; [`cost`] and [`storage`] are sums over boxes. [`structure`] and
//!    [`availability`] rest on what every path has in common. None of them enumerates paths, so time is at most n log n
//!    in boxes and edges however many paths there are.
//! 3. [`numbers`] is all of it as plain data, for the page and the command line.
//! 4. [`stress`] asks what happens to all that in a spike, an outage, a deploy, or for half the money.
//!
//! A figure that is not on the board is recorded as missing; it is never guessed.

pub mod availability;
pub mod cost;
pub mod freshness;
pub mod latency;
pub mod numbers;
pub mod rate;
pub mod retention;
pub mod storage;
pub mod stress;
pub mod structure;

mod dominators;
mod memory;
mod readings;
mod route;
mod ways;

pub use memory::Memory;
pub use readings::Readings;
pub use route::{Hop, Route, Stop};
