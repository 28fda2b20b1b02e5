//! The curves of the arrows, kept from frame to frame.
//!
//! Words of arrows keep clear of each other only if all are placed together, which small boards can afford on every
//! change. On large boards an arrow is placed anew when it or one of its ends changed, and only if it is seen.

use std::rc::Rc;
use std::sync::Arc;

use board::{Board, BoxRecord, EdgeId, EdgeRecord};
use editor::Editor;
use geometry::Route;
use sorted::Map;

/// Up to so many arrows are placed together.
const TOGETHER: usize = 250;
/// Page units around a curve in which boxes may be in the way of its words.
const NEAR: f64 = 400.0;

/// The curves found so far.
#[derive(Default)]
pub(crate) struct Routes {
    /// The board's revision that all were last placed together for.
    placed: Option<u64>,
    known: Map<EdgeId, Known>,
}

struct Known {
    edge: Arc<EdgeRecord>,
    ends: [Arc<BoxRecord>; 2],
    route: Rc<Route>,
}

impl Routes {
    /// Another board: nothing is known of it.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The curves of `edges` on the board of `editor`; while a drag is under way, arrows that do not move stay as they
    /// are. A curve that did not change is the same `Rc` as before.
    pub(crate) fn of(&mut self, editor: &Editor, edges: &[EdgeId]) -> Vec<Rc<Route>> {
        let board = editor.board();
        let moving = editor.preview().dragged.is_some();
        let together = board.edges().len() <= TOGETHER;
        if together && !moving && self.placed != Some(board.revision()) {
            self.place_all(board);
        }
        edges.iter().filter_map(|id| self.route(editor, id)).collect()
    }

    fn place_all(&mut self, board: &Board) {
        let mut before = std::mem::take(&mut self.known);
        for (id, route) in scene::edge_routes(board) {
            let route = match before.remove(&id) {
                Some(known) if *known.route == route => known.route,
                _ => Rc::new(route),
            };
            self.know(board, id, route);
        }
        self.placed = Some(board.revision());
    }

    fn route(&mut self, editor: &Editor, id: &EdgeId) -> Option<Rc<Route>> {
        let board = editor.board();
        if let Some(known) = self.known.get(id).filter(|known| known.is_of(board, id)) {
            return Some(Rc::clone(&known.route));
        }
        let around = scene::edge_curve(board, id)?.bounds.inflate(NEAR);
        let near = editor.boxes_in(around);
        let near = near.iter().filter_map(|id| board.get_box(id)).map(AsRef::as_ref);
        let route = Rc::new(scene::edge_route_among(board, id, near, &[])?);
        self.know(board, id.clone(), Rc::clone(&route));
        Some(route)
    }

    fn know(&mut self, board: &Board, id: EdgeId, route: Rc<Route>) {
        let Some(edge) = board.get_edge(&id) else { return };
        let (Some(from), Some(to)) = (board.get_box(&edge.from), board.get_box(&edge.to)) else {
            return;
        };
        let ends = [Arc::clone(from), Arc::clone(to)];
        self.known.insert(
            id,
            Known {
                edge: Arc::clone(edge),
                ends,
                route,
            },
        );
    }
}

impl Known {
    fn is_of(&self, board: &Board, id: &EdgeId) -> bool {
        let same_end = |id, end| board.get_box(id).is_some_and(|now| Arc::ptr_eq(now, end));
        board.get_edge(id).is_some_and(|now| Arc::ptr_eq(now, &self.edge))
            && same_end(&self.edge.from, &self.ends[0])
            && same_end(&self.edge.to, &self.ends[1])
    }
}
