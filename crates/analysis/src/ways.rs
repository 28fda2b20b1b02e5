//! Which data edges bring what a box passes on, in the order in which data reaches the boxes.
//!
//! Where a box receives live events (a path from an entry with no store on it), what it reads from stores or is fed by
//! batch jobs is looked up: it does not bring the event. Elsewhere every data edge counts. One pass in topological
//! order, linear in boxes and edges.

use std::sync::Arc;

use board::graph::{BoxNode, BoxSlot, DataOrder, EdgeLink, Graph};
use board::{EdgeKind, Role};

/// The groups of a board, which of its boxes receive live events, and who waits at the end.
#[derive(Clone, Debug)]
pub(crate) struct Ways {
    pub(crate) groups: Arc<DataOrder>,
    live: Vec<bool>,
}

impl Ways {
    pub(crate) fn of(graph: &Graph<'_>) -> Self {
        let mut ways = Self {
            groups: Arc::clone(graph.data_order()),
            live: vec![false; graph.box_count()],
        };
        for number in 0..ways.groups.len() {
            let group = ways.groups.at(number);
            let mut is_entry = true;
            let mut live = false;
            for link in ways.leading_to(graph, group) {
                is_entry = false;
                live |= ways.brings_live(graph, link);
            }
            let enters = |slot: &BoxSlot| {
                let role = graph.get_box(*slot).record.role;
                matches!(role, Role::Source | Role::Ingest | Role::Consumer)
            };
            if live || (is_entry && group.iter().any(enters)) {
                for slot in group {
                    if let Some(place) = ways.live.get_mut(slot.index()) {
                        *place = true;
                    }
                }
            }
        }
        ways
    }

    /// The data edges that lead into a group from outside.
    pub(crate) fn leading_to<'g, 'b>(
        &'g self,
        graph: &'g Graph<'b>,
        group: &'g [BoxSlot],
    ) -> impl Iterator<Item = &'g EdgeLink<'b>> {
        let incoming = group
            .iter()
            .flat_map(|slot| graph.incoming(*slot, EdgeKind::Data));
        incoming.filter(|link| self.groups.crosses(link))
    }

    /// The box receives live events.
    pub(crate) fn is_live(&self, slot: BoxSlot) -> bool {
        self.live.get(slot.index()).copied().unwrap_or_default()
    }

    /// Live events come over `link`: no store on the way, nor at its start.
    pub(crate) fn brings_live(&self, graph: &Graph<'_>, link: &EdgeLink<'_>) -> bool {
        self.is_live(link.from) && graph.get_box(link.from).record.role != Role::Store
    }

    /// The edge brings what the box at its end passes on, and is not a lookup.
    pub(crate) fn counts(&self, graph: &Graph<'_>, link: &EdgeLink<'_>) -> bool {
        !self.is_live(link.to) || self.brings_live(graph, link)
    }
}

/// Whoever waits: consumers that data reaches, and serve boxes with no consumer behind them.
pub(crate) fn ends(graph: &Graph<'_>) -> Vec<BoxSlot> {
    let ends = graph.boxes().filter(|node| is_end(graph, node));
    ends.map(|node| node.slot).collect()
}

fn is_end(graph: &Graph<'_>, node: &BoxNode<'_>) -> bool {
    let reached = graph.incoming(node.slot, EdgeKind::Data).next().is_some();
    let to_consumer = |link: &EdgeLink<'_>| graph.get_box(link.to).record.role == Role::Consumer;
    match node.record.role {
        Role::Consumer => reached,
        Role::Serve => reached && !graph.outgoing(node.slot, EdgeKind::Data).any(to_consumer),
        _ => false,
    }
}
