//! The view of a board that analyses and rules share: boxes and edges as dense numbers, with their neighbours at hand.
//!
//! The outside sees [`BoxSlot`] and [`EdgeSlot`], which index plain vectors. Only algorithms that do not recurse are
//! used, since a recursion over thousands of boxes in a row overflows the browser's stack.

use std::cell::OnceCell;
use std::sync::Arc;

mod data_order;
mod ids;
mod links;

pub use data_order::DataOrder;
use ids::Ids;
use links::Links;

use crate::{Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord};

/// The place of a box in this view: 0 up to [`Graph::box_count`], in the order of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BoxSlot(u32);

/// The place of an edge in this view: 0 up to [`Graph::edge_count`], in the order of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EdgeSlot(u32);

impl BoxSlot {
    /// The place as an index into a vector with one item a box.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl EdgeSlot {
    /// The place as an index into a vector with one item an edge.
    pub fn index(self) -> usize {
        self.0 as usize
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
/// Making it takes time n log n in boxes and edges; [`slot`](Self::slot) takes log n, [`data_order`](Self::data_order) is
/// linear when first asked for and shared from then on, and the rest takes constant time. Nothing recurses.
#[derive(Clone, Debug)]
pub struct Graph<'b> {
    board: &'b Board,
    boxes: Vec<BoxNode<'b>>,
    edges: Vec<EdgeLink<'b>>,
    ids: Ids,
    outgoing: Links,
    incoming: Links,
    data_order: OnceCell<Arc<DataOrder>>,
}

impl<'b> Graph<'b> {
    /// The view of `board`. Takes time n log n in boxes and edges.
    pub fn new(board: &'b Board) -> Self {
        let boxes: Vec<_> = (0..)
            .map(BoxSlot)
            .zip(board.boxes_in_order())
            .map(|(slot, (id, record))| BoxNode {
                slot,
                id,
                record: record.as_ref(),
            })
            .collect();
        let ids = Ids::new(&boxes);
        let mut edges: Vec<EdgeLink<'b>> = Vec::with_capacity(board.edges().len());
        let mut slots = (0..).map(EdgeSlot);
        for (id, record) in board.edges_in_order() {
            let ends = ids.find(&boxes, &record.from).zip(ids.find(&boxes, &record.to));
            if let Some((from, to)) = ends {
                edges.extend(slots.next().map(|slot| EdgeLink {
                    slot,
                    id,
                    record: record.as_ref(),
                    from,
                    to,
                }));
            }
        }
        Self {
            board,
            ids,
            outgoing: Links::new(boxes.len(), &edges, |link| link.from),
            incoming: Links::new(boxes.len(), &edges, |link| link.to),
            boxes,
            edges,
            data_order: OnceCell::new(),
        }
    }

    /// The board that this is a view of.
    pub fn board(&self) -> &'b Board {
        self.board
    }

    /// How many boxes there are.
    pub fn box_count(&self) -> usize {
        self.boxes.len()
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.edges.len()
    }

    /// All boxes, in the order of the file.
    pub fn boxes(&self) -> impl Iterator<Item = &BoxNode<'b>> {
        self.boxes.iter()
    }

    /// All edges, in the order of the file.
    pub fn edges(&self) -> impl Iterator<Item = &EdgeLink<'b>> {
        self.edges.iter()
    }

    /// The place of the box `id`.
    pub fn slot(&self, id: &BoxId) -> Option<BoxSlot> {
        self.ids.find(&self.boxes, id)
    }

    /// The box at `slot`, which must come from this view.
    pub fn get_box(&self, slot: BoxSlot) -> &BoxNode<'b> {
        &self.boxes[slot.index()]
    }

    /// The edge at `slot`, which must come from this view.
    pub fn edge(&self, slot: EdgeSlot) -> &EdgeLink<'b> {
        &self.edges[slot.index()]
    }

    /// The edges of `kind` that start at `slot`, in the order of the file.
    pub fn outgoing(&self, slot: BoxSlot, kind: EdgeKind) -> impl Iterator<Item = &EdgeLink<'b>> {
        self.outgoing.of(slot, kind).iter().map(|edge| self.edge(*edge))
    }

    /// The edges of `kind` that end at `slot`, in the order of the file.
    pub fn incoming(&self, slot: BoxSlot, kind: EdgeKind) -> impl Iterator<Item = &EdgeLink<'b>> {
        self.incoming.of(slot, kind).iter().map(|edge| self.edge(*edge))
    }

    /// The edges of any kind that start or end at `slot`; one from the box to itself comes twice.
    pub fn touching(&self, slot: BoxSlot) -> impl Iterator<Item = &EdgeLink<'b>> {
        let slots = self.outgoing.all(slot).iter().chain(self.incoming.all(slot));
        slots.map(|edge| self.edge(*edge))
    }

    /// The boxes along the data edges in topological order, boxes that lie on a cycle together in one group.
    ///
    /// A dynamic-programming pass over these groups sees every box after all that feed it. Worked out when first asked
    /// for, in linear time.
    pub fn data_order(&self) -> &Arc<DataOrder> {
        self.data_order.get_or_init(|| Arc::new(DataOrder::new(self)))
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
        let name = |group: &[BoxSlot]| -> String {
            let names: Vec<_> = group
                .iter()
                .map(|slot| graph.get_box(*slot).id.as_str())
                .collect();
            names.join("+")
        };
        graph.data_order().iter().map(name).collect()
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
        assert_eq!(graph.touching(slot).count(), 4);
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
        let graph = Graph::new(&board);
        let order = graph.data_order();
        assert_eq!(order.len(), count);
        assert!(order.iter().flatten().map(|slot| slot.index()).eq(0..count));
    }
}
