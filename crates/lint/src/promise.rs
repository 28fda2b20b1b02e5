//! What the words beside boxes and edges promise: delivery, and what happens on failure.

use board::graph::{BoxNode, EdgeLink};
use quantity::{Guarantee, Reading};

use crate::context::Context;

/// What makes a repeat harmless.
pub(crate) const CURES: &[Guarantee] = &[
    Guarantee::ExactlyOnce,
    Guarantee::Idempotent,
    Guarantee::Deduplicated,
    Guarantee::Transactional,
];

/// What may send an event twice.
pub(crate) const REPEATS: &[Guarantee] = &[Guarantee::AtLeastOnce, Guarantee::Retry, Guarantee::Replay];

/// Whether one of `wanted` is among what was read.
pub(crate) fn promises(reading: &Reading, wanted: &[Guarantee]) -> bool {
    let mut promised = reading
        .quantities
        .iter()
        .filter_map(quantity::Quantity::guarantee);
    promised.any(|promise| wanted.contains(&promise))
}

impl Context<'_> {
    /// Whether the constraints of the box promise one of `wanted`.
    pub(crate) fn box_promises(&self, node: &BoxNode<'_>, wanted: &[Guarantee]) -> bool {
        promises(self.reading(node.slot), wanted)
    }

    /// Whether the constraints of the edge promise one of `wanted`.
    pub(crate) fn edge_promises(&self, link: &EdgeLink<'_>, wanted: &[Guarantee]) -> bool {
        promises(self.readings.of_edge(link.slot), wanted)
    }
}
