//! What one judgement leaves for the next, so that after an edit only what was written anew is read.

use std::sync::Arc;

use analysis::Readings;
use board::graph::Graph;
use catalog::{Component, Recognised};
use quantity::Reading;

/// What was read from the texts of the boards last judged.
///
/// Whoever judges a board again after each edit keeps one and hands it to [`check_with`](crate::check_with). It changes
/// no report: all that it holds follows from one text alone.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    readings: analysis::Memory<Arc<Reading>>,
    names: analysis::Memory<Option<Recognised>>,
}

/// What a box is known as.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// The component that the board says, or else the one that the label names.
    pub(crate) component: Option<&'static Component>,
    /// The component that the label names.
    pub(crate) named: Option<Recognised>,
}

impl Memory {
    pub(crate) fn readings(&mut self, graph: &Graph<'_>) -> Readings {
        Readings::recalled(graph, &mut self.readings)
    }

    /// What each box is known as.
    pub(crate) fn known(&mut self, graph: &Graph<'_>) -> Vec<Known> {
        self.names.begin();
        let boxes = graph.boxes().map(|node| {
            let named = self.names.of(&node.record.label, catalog::recognise);
            let component = match &node.record.component {
                Some(id) => catalog::component(id),
                None => named.as_ref().map(|named| named.component),
            };
            Known { component, named }
        });
        boxes.collect()
    }
}
