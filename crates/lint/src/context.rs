//! What every rule looks at: the board, its graph, what was read from its texts, and the sums.

use analysis::Readings;
use board::graph::{BoxNode, BoxSlot, EdgeLink, Graph};
use board::{Board, EdgeKind};
use catalog::Component;
use quantity::Reading;

use crate::finding::Place;

/// The board as rules see it. Everything is worked out once, before the first rule.
pub(crate) struct Context<'b> {
    pub(crate) board: &'b Board,
    pub(crate) graph: &'b Graph<'b>,
    pub(crate) readings: Readings,
    components: Vec<Option<&'static Component>>,
}

impl<'b> Context<'b> {
    pub(crate) fn new(graph: &'b Graph<'b>) -> Self {
        let component = |node: &BoxNode<'_>| match &node.record.component {
            Some(id) => catalog::component(id),
            None => catalog::recognise(&node.record.label),
        };
        Self {
            board: graph.board(),
            graph,
            readings: Readings::of(graph),
            components: graph.boxes().map(component).collect(),
        }
    }

    /// What was read from the constraints of a box.
    pub(crate) fn reading(&self, slot: BoxSlot) -> &Reading {
        self.readings.of_box(slot)
    }

    /// What the catalogue knows the box as.
    pub(crate) fn component(&self, slot: BoxSlot) -> Option<&'static Component> {
        self.components.get(slot.index()).copied().flatten()
    }

    /// The box is touched by an edge of any kind.
    pub(crate) fn is_joined(&self, slot: BoxSlot) -> bool {
        self.board
            .edges_touching(self.graph.get_box(slot).id)
            .next()
            .is_some()
    }

    /// The box stands on the failure path alone, as a dead letter or a quarantine does: something fails into it, and
    /// no data edge touches it. It was asked for by what it protects.
    pub(crate) fn is_failure_side(&self, slot: BoxSlot) -> bool {
        let mut fails_into = false;
        for (_, edge) in self.board.edges_touching(self.graph.get_box(slot).id) {
            match edge.kind {
                EdgeKind::Data => return false,
                EdgeKind::Failure => fails_into |= edge.to == *self.graph.get_box(slot).id,
                EdgeKind::Control => {}
            }
        }
        fails_into
    }
}

/// The place of a box.
pub(crate) fn at_box(node: &BoxNode<'_>) -> Place {
    Place::Box(node.id.clone())
}

/// The place of an edge.
pub(crate) fn at_edge(link: &EdgeLink<'_>) -> Place {
    Place::Edge(link.id.clone())
}
