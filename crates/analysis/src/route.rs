//! Where a path passes and what it takes: boxes and edges in turn.

use board::graph::{BoxSlot, EdgeSlot};

/// A box or an edge on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// A box.
    Box(BoxSlot),
    /// An edge.
    Edge(EdgeSlot),
}

/// A box or an edge with the time that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hop {
    /// Which.
    pub stop: Stop,
    /// In seconds.
    pub seconds: f64,
}

/// The worst path to a box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// What it takes together, in seconds.
    pub seconds: f64,
    /// The hops that take some time, in order.
    pub hops: Vec<Hop>,
    /// Every box and edge on it, in order.
    pub stops: Vec<Stop>,
}
