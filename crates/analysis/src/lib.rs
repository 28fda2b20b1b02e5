//! Sums along the graph: latency, rate, cost, retention.
//!
//! 1. [`Readings`] reads each text of a board once.

mod readings;

pub use readings::Readings;
