//! Where the boxes of a sketch stand: in columns from left to right, by how far they lie along the data.

use geometry::{Page, Point};

use crate::graph::{BoxSlot, Graph};
use crate::{Board, BoxId, EdgeKind};

/// From one column to the next.
const COLUMN: f64 = 328.0;
/// From one row to the next.
const ROW: f64 = 200.0;

/// A place for every box. The column is the longest data path that leads there; a box that no data joins stands one
/// column behind a box with a failure or control edge to it. Takes linear time after the graph is built.
pub(super) fn columns(board: &Board) -> Vec<(BoxId, Point<Page>)> {
    let graph = Graph::new(board);
    let mut depth = vec![0_usize; graph.box_count()];
    let mut joined = vec![false; graph.box_count()];
    for group in graph.data_order().iter() {
        // Boxes on one cycle share a column, the deepest that any of them asks for.
        let deepest = group
            .iter()
            .filter_map(|slot| depth.get(slot.index()))
            .max()
            .copied()
            .unwrap_or(0);
        for &slot in group {
            set(&mut depth, slot, deepest);
            for link in graph.outgoing(slot, EdgeKind::Data) {
                set(&mut joined, slot, true);
                set(&mut joined, link.to, true);
                let is_outside = group.binary_search(&link.to).is_err();
                if is_outside && depth.get(link.to.index()).is_some_and(|&other| other <= deepest) {
                    set(&mut depth, link.to, deepest + 1);
                }
            }
        }
    }
    for link in graph.edges() {
        if joined.get(link.to.index()) == Some(&false) && link.record.kind != EdgeKind::Data {
            let before = depth.get(link.from.index()).copied().unwrap_or(0);
            set(&mut depth, link.to, before + 1);
            set(&mut joined, link.to, true);
        }
    }
    let mut rows = vec![0_usize; graph.box_count() + 1];
    let place = |node: &crate::graph::BoxNode<'_>| {
        let column = depth.get(node.slot.index()).copied().unwrap_or(0);
        let row = rows.get(column).copied().unwrap_or(0);
        if let Some(next) = rows.get_mut(column) {
            *next += 1;
        }
        (
            node.id.clone(),
            Point::new(column as f64 * COLUMN, row as f64 * ROW),
        )
    };
    graph.boxes().map(place).collect()
}

fn set<T>(values: &mut [T], slot: BoxSlot, value: T) {
    if let Some(old) = values.get_mut(slot.index()) {
        *old = value;
    }
}
