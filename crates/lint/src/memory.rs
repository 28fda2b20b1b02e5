//! What one judgement leaves for the next, so that after an edit only what was written anew is read.

use std::sync::Arc;

use analysis::Readings;
use board::graph::Graph;
use catalog::Component;
use quantity::Reading;

/// What was read from the texts of the boards last judged.
///
/// Whoever judges a board again after each edit keeps one and hands it to [`check_with`](crate::check_with). It changes
/// no report: all that it holds follows from one text alone.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    readings: analysis::Memory<Arc<Reading>>,
    components: analysis::Memory<Option<&'static Component>>,
}

impl Memory {
    pub(crate) fn readings(&mut self, graph: &Graph<'_>) -> Readings {
        Readings::recalled(graph, &mut self.readings)
    }

    /// What the catalogue knows each box as.
    pub(crate) fn components(&mut self, graph: &Graph<'_>) -> Vec<Option<&'static Component>> {
        self.components.begin();
        let known_as = |label: &str| catalog::recognise(label).map(|found| found.component);
        let boxes = graph.boxes().map(|node| match &node.record.component {
            Some(id) => catalog::component(id),
            None => self.components.of(&node.record.label, known_as),
        });
        boxes.collect()
    }
}
