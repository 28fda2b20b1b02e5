//! Where a path passes: boxes and edges in turn.

use board::graph::{BoxSlot, EdgeSlot};

/// A box or an edge on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// A box.
    Box(BoxSlot),
    /// An edge.
    Edge(EdgeSlot),
}
