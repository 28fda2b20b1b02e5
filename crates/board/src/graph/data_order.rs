//! The boxes in the order in which data reaches them, those on one cycle together.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{BoxSlot, EdgeLink, Graph};
use crate::EdgeKind;

/// Topological groups, and which of them each box is in.
#[derive(Clone, Debug)]
pub struct DataOrder {
    /// The boxes, group by group, within a group in the order of the file.
    row: Vec<BoxSlot>,
    /// Where each group begins in the row; one more than there are.
    starts: Vec<u32>,
    of: Vec<u32>,
}

impl DataOrder {
    pub(super) fn new(graph: &Graph<'_>) -> Self {
        let count = graph.box_count();
        let mut order = Self {
            row: Vec::with_capacity(count),
            starts: vec![0],
            of: vec![0; count],
        };
        for mut group in together(graph).into_iter().rev() {
            let number = u32::try_from(order.len()).unwrap_or(u32::MAX);
            group.sort_unstable();
            for node in group {
                let index = u32::try_from(node.index()).unwrap_or(u32::MAX);
                order.row.push(BoxSlot(index));
                order.of[node.index()] = number;
            }
            let end = u32::try_from(order.row.len()).unwrap_or(u32::MAX);
            order.starts.push(end);
        }
        order
    }

    /// Every group after all that feed it.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &[BoxSlot]> {
        (0..self.len()).map(|number| self.at(number))
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// There is no box.
    pub fn is_empty(&self) -> bool {
        self.row.is_empty()
    }

    /// The group with this number.
    pub fn at(&self, number: usize) -> &[BoxSlot] {
        let start = |number: usize| self.starts.get(number).map(|start| *start as usize);
        let range = start(number).zip(start(number + 1));
        range
            .and_then(|(start, end)| self.row.get(start..end))
            .unwrap_or_default()
    }

    /// The number of the group of a box.
    pub fn number(&self, slot: BoxSlot) -> usize {
        self.of.get(slot.index()).copied().unwrap_or_default() as usize
    }

    /// The group of a box.
    pub fn group(&self, slot: BoxSlot) -> &[BoxSlot] {
        self.at(self.number(slot))
    }

    /// The edge leads from one group into another.
    pub fn crosses(&self, link: &EdgeLink<'_>) -> bool {
        self.of.get(link.from.index()) != self.of.get(link.to.index())
    }
}

/// The strongly connected parts along the data edges, the last in topological order first.
fn together(graph: &Graph<'_>) -> Vec<Vec<NodeIndex>> {
    let mut data: DiGraph<(), ()> = DiGraph::with_capacity(graph.box_count(), graph.edge_count());
    for _ in graph.boxes() {
        data.add_node(());
    }
    for link in graph.edges().filter(|link| link.record.kind == EdgeKind::Data) {
        data.add_edge(
            NodeIndex::new(link.from.index()),
            NodeIndex::new(link.to.index()),
            (),
        );
    }
    kosaraju_scc(&data)
}
