//! The petgraph view of a board that analyses and rules share.
//!
//! petgraph's indices stay in here: the outside sees [`BoxSlot`] and [`EdgeSlot`], dense numbers that index plain
//! vectors. Only algorithms that do not recurse are used, since a recursion over thousands of boxes in a row
//! overflows the browser's stack.

use std::collections::BTreeMap;

use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeFiltered;

use crate::{Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord};

/// The place of a box in this view: 0 up to [`Graph::box_count`], in the order of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BoxSlot(usize);

/// The place of an edge in this view: 0 up to [`Graph::edge_count`], in the order of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EdgeSlot(usize);

impl BoxSlot {
    /// The place as an index into a vector with one item a box.
    pub fn index(self) -> usize {
        self.0
    }
}

impl EdgeSlot {
    /// The place as an index into a vector with one item an edge.
    pub fn index(self) -> usize {
        self.0
    }
}

/// A box in the view.
#[derive(Clone, Copy, Debug)]
pub struct BoxNode<'b> {
    /// Its place.
    pub slot: BoxSlot,
    /// Its id.
    pub id: &'b BoxId,
    /// Its record.
    pub record: &'b BoxRecord,
}

/// An edge in the view.
#[derive(Clone, Copy, Debug)]
pub struct EdgeLink<'b> {
    /// Its place.
    pub slot: EdgeSlot,
    /// Its id.
    pub id: &'b EdgeId,
    /// Its record.
    pub record: &'b EdgeRecord,
    /// Where it starts.
    pub from: BoxSlot,
    /// Where it points.
    pub to: BoxSlot,
}

/// Boxes and edges of one board as a directed multigraph.
#[derive(Clone, Debug)]
pub struct Graph<'b> {
    board: &'b Board,
    graph: DiGraph<BoxNode<'b>, EdgeLink<'b>>,
    slots: BTreeMap<&'b BoxId, BoxSlot>,
}

impl<'b> Graph<'b> {
    /// The view of `board`. Takes time n log n in boxes and edges.
    pub fn new(board: &'b Board) -> Self {
        let mut graph = DiGraph::with_capacity(board.boxes().len(), board.edges().len());
        let mut slots = BTreeMap::new();
        for (id, record) in board.boxes_in_order() {
            let slot = BoxSlot(graph.node_count());
            graph.add_node(BoxNode { slot, id, record });
            slots.insert(id, slot);
        }
        for (id, record) in board.edges_in_order() {
            if let (Some(&from), Some(&to)) = (slots.get(&record.from), slots.get(&record.to)) {
                let slot = EdgeSlot(graph.edge_count());
                let link = EdgeLink {
                    slot,
                    id,
                    record,
                    from,
                    to,
                };
                graph.add_edge(NodeIndex::new(from.0), NodeIndex::new(to.0), link);
            }
        }
        Self { board, graph, slots }
    }

    /// The board that this is a view of.
    pub fn board(&self) -> &'b Board {
        self.board
    }

    /// How many boxes there are.
    pub fn box_count(&self) -> usize {
        self.graph.node_count()
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// All boxes, in the order of the file.
    pub fn boxes(&self) -> impl Iterator<Item = &BoxNode<'b>> {
        self.graph.node_weights()
    }

    /// All edges, in the order of the file.
    pub fn edges(&self) -> impl Iterator<Item = &EdgeLink<'b>> {
        self.graph.edge_weights()
    }

    /// The place of the box `id`.
    pub fn slot(&self, id: &BoxId) -> Option<BoxSlot> {
        self.slots.get(id).copied()
    }

    /// The box at `slot`, which must come from this view.
    pub fn get_box(&self, slot: BoxSlot) -> &BoxNode<'b> {
        &self.graph[NodeIndex::new(slot.0)]
    }

    /// The edge at `slot`, which must come from this view.
    pub fn edge(&self, slot: EdgeSlot) -> &EdgeLink<'b> {
        &self.graph[EdgeIndex::new(slot.0)]
    }

    /// The edges of `kind` that start at `slot`, in the order of the file.
    pub fn outgoing(&self, slot: BoxSlot, kind: EdgeKind) -> impl Iterator<Item = &EdgeLink<'b>> {
        self.links(slot, Direction::Outgoing, kind)
    }

    /// The edges of `kind` that end at `slot`, in the order of the file.
    pub fn incoming(&self, slot: BoxSlot, kind: EdgeKind) -> impl Iterator<Item = &EdgeLink<'b>> {
        self.links(slot, Direction::Incoming, kind)
    }

    fn links(
        &self,
        slot: BoxSlot,
        direction: Direction,
        kind: EdgeKind,
    ) -> impl Iterator<Item = &EdgeLink<'b>> {
        let edges = self.graph.edges_directed(NodeIndex::new(slot.0), direction);
        let mut links: Vec<_> = edges
            .map(|edge| edge.weight())
            .filter(|link| link.record.kind == kind)
            .collect();
        links.sort_by_key(|link| link.slot);
        links.into_iter()
    }

    /// The boxes along the data edges in topological order, boxes that lie on a cycle together in one group.
    ///
    /// A dynamic-programming pass over these groups sees every box after all that feed it. Time is linear.
    pub fn data_order(&self) -> Vec<Vec<BoxSlot>> {
        let data = EdgeFiltered::from_fn(&self.graph, |edge| edge.weight().record.kind == EdgeKind::Data);
        let mut groups: Vec<Vec<BoxSlot>> = kosaraju_scc(&data)
            .into_iter()
            .map(|group| {
                let mut group: Vec<_> = group.into_iter().map(|node| BoxSlot(node.index())).collect();
                group.sort_unstable();
                group
            })
            .collect();
        groups.reverse();
        groups
    }
}
