//! The petgraph view of a board that analyses and rules share.
//!
//! petgraph's indices stay in here: the outside sees [`BoxSlot`] and [`EdgeSlot`], dense numbers that index plain
//! vectors. Only algorithms that do not recurse are used, since a recursion over thousands of boxes in a row
//! overflows the browser's stack.

use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeFiltered;
use sorted::Map;

use crate::{Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord};
use sorted::ranked;

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
///
/// Making it takes time n log n in boxes and edges; [`slot`](Self::slot) takes log n, [`outgoing`](Self::outgoing) and
/// [`incoming`](Self::incoming) d log d in the edges at the box, [`data_order`](Self::data_order) is linear, and the
/// rest takes constant time. Nothing recurses.
#[derive(Clone, Debug)]
pub struct Graph<'b> {
    board: &'b Board,
    graph: DiGraph<BoxNode<'b>, EdgeLink<'b>>,
    slots: Map<&'b BoxId, BoxSlot>,
}

impl<'b> Graph<'b> {
    /// The view of `board`. Takes time n log n in boxes and edges.
    pub fn new(board: &'b Board) -> Self {
        let mut graph = DiGraph::with_capacity(board.boxes().len(), board.edges().len());
        let mut slots = Map::new();
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
        // petgraph tells the latest edge first.
        links.reverse();
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
                let slots = group.into_iter().map(|node| BoxSlot(node.index()));
                ranked(slots, |slot| slot.0 as u64)
            })
            .collect();
        groups.reverse();
        groups
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::sketch;

    fn order(sketch: &str) -> Vec<String> {
        let board = sketch::read(sketch).unwrap();
        let graph = Graph::new(&board);
        let name = |group: Vec<BoxSlot>| -> String {
            let names: Vec<_> = group
                .into_iter()
                .map(|slot| graph.get_box(slot).id.as_str())
                .collect();
            names.join("+")
        };
        graph.data_order().into_iter().map(name).collect()
    }

    #[test]
    fn every_box_comes_after_those_that_feed_it() {
        let found = order("[serve] C\n[process] B\n[ingest] A\nA -> B\nB -> C\nA -> C\n");
        assert_eq!(found, ["a", "b", "c"]);
    }

    #[test]
    fn boxes_on_a_cycle_are_one_group_and_only_data_counts() {
        let found =
            order("[ingest] A\n[process] B\n[process] C\n[serve] D\nA -> B\nB -> C\nC -> B\nC -> D\n");
        assert_eq!(found, ["a", "b+c", "d"]);
        let found = order("[ingest] A\n[store] B\nA -> B\nB -failure-> A\nB -control-> A\n");
        assert_eq!(found, ["a", "b"]);
    }

    #[test]
    fn links_are_of_one_kind_and_in_the_order_of_the_file() {
        let text = "[ingest] A\n[store] B\n[store] C\nA -> C\nA -failure-> B\nA -> B\nA -> C \"again\"\n";
        let board = sketch::read(text).unwrap();
        let graph = Graph::new(&board);
        let slot = graph.slot(&BoxId::new("a").unwrap()).unwrap();
        let ids = |kind| -> Vec<_> { graph.outgoing(slot, kind).map(|link| link.id.as_str()).collect() };
        assert_eq!(ids(EdgeKind::Data), ["e1", "e3", "e4"]);
        assert_eq!(ids(EdgeKind::Failure), ["e2"]);
        assert_eq!(graph.incoming(slot, EdgeKind::Data).count(), 0);
    }

    #[test]
    fn two_hundred_thousand_boxes_in_a_row_do_not_overflow() {
        let count = crate::file::limits::BOXES;
        let mut text = String::from(r#"{"sketchlint":1,"boxes":["#);
        for number in 0..count {
            let comma = if number == 0 { "" } else { "," };
            write!(text, r#"{comma}{{"id":"{number}","role":"process","at":[0,0]}}"#).unwrap();
        }
        text.push_str(r#"],"edges":["#);
        for number in 1..count {
            let comma = if number == 1 { "" } else { "," };
            write!(
                text,
                r#"{comma}{{"id":"{number}","from":"{}","to":"{number}"}}"#,
                number - 1
            )
            .unwrap();
        }
        text.push_str("]}");
        let board = crate::file::read(&text).unwrap().board;
        let order = Graph::new(&board).data_order();
        assert_eq!(order.len(), count);
        assert!(order.into_iter().flatten().map(BoxSlot::index).eq(0..count));
    }
}
