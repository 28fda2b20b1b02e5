//! Sums along the graph: latency, rate, cost, retention.
//!
//! 1. [`Readings`] reads each text of a board once.
//! 2. [`latency`], [`rate`] and [`retention`] are one dynamic-programming pass each over the data edges in topological
//!    order, boxes on a cycle together; [`cost`] is a sum. None of them enumerates paths, so time is linear in boxes
//!    and edges however many paths there are.
//!
//! A figure that is not on the board is recorded as missing; it is never guessed.

pub mod cost;
pub mod latency;
pub mod rate;
pub mod retention;

mod groups;
mod readings;
mod route;

pub use readings::Readings;
pub use route::Stop;
