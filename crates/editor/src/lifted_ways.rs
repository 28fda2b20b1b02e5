//! The ways of edges while a drag is under way: those of what it has lifted follow it, all others stay as they were.

use std::cell::RefCell;
use std::rc::Rc;

use board::{Board, BoxId, EdgeId, Edit, Record, RecordId};
use geometry::{Page, Route, Vector};
use sorted::Map;

use crate::index::Index;

/// So many edges are led around boxes with every move; more keep their plain curves until the drag ends.
const MOST_LED: usize = 24;
/// Edges are led around so many lifted boxes; where more are lifted, around none of these until the drag ends.
const MOST_IN_THE_WAY: usize = 100;

/// What was found for one state of the board.
#[derive(Clone, Debug, Default)]
pub(crate) struct LiftedWays(RefCell<Found>);

#[derive(Clone, Debug, Default)]
struct Found {
    revision: u64,
    ways: Map<EdgeId, Rc<Route>>,
    led: usize,
}

impl LiftedWays {
    /// The way of an edge while `gesture` has changed the `board`, but not the `index`.
    pub(crate) fn way(&self, board: &Board, index: &Index, gesture: &Edit, id: &EdgeId) -> Option<Rc<Route>> {
        let edge = board.get_edge(id)?;
        let (from, to) = (moved_by(gesture, &edge.from), moved_by(gesture, &edge.to));
        if from.is_none() && to.is_none() {
            return index.way(board, id);
        }
        let mut found = self.0.borrow_mut();
        if found.revision != board.revision() {
            *found = Found {
                revision: board.revision(),
                ..Found::default()
            };
        }
        if let Some(way) = found.ways.get(id) {
            return Some(Rc::clone(way));
        }
        let together = from.filter(|from| to.is_some_and(|to| (*from - to).length() < 0.01));
        let carried = together.and_then(|by| Some(index.way_at_mark(id)?.translate(by)));
        let way = Rc::new(match carried {
            Some(way) => way,
            None if found.led < MOST_LED => {
                found.led += 1;
                index.way_among(board, id, &in_the_way(gesture))?
            }
            None => scene::edge_curve(board, id)?,
        });
        found.ways.insert(id.clone(), Rc::clone(&way));
        Some(way)
    }
}

/// How far `gesture` has moved a box; nothing where it does not touch it.
fn moved_by(gesture: &Edit, id: &BoxId) -> Option<Vector<Page>> {
    let change = gesture.change(&RecordId::Box(id.clone()))?;
    match (&change.before, &change.after) {
        (Some(Record::Box(before)), Some(Record::Box(after))) => Some(after.at - before.at),
        _ => None,
    }
}

fn in_the_way(gesture: &Edit) -> Vec<BoxId> {
    if gesture.changes().len() > MOST_IN_THE_WAY {
        return Vec::new();
    }
    let boxes = gesture.changes().filter_map(|(id, _)| match id {
        RecordId::Box(id) => Some(id.clone()),
        _ => None,
    });
    boxes.collect()
}
