//! The ways of the arrows with the places of their words, kept from frame to frame.
//!
//! Words of arrows keep clear of each other best if all are placed together, which small boards can afford on every
//! change. On large boards the words are placed anew when the arrow or its way changed, and only if they are seen: clear
//! of those that were placed before, which stay; so they are on any board while a text is written. During a drag they go
//! along with their arrow, and look for a place when it rests.

use std::rc::Rc;
use std::sync::Arc;

use board::{EdgeId, EdgeRecord};
use editor::Editor;
use geometry::{Grid, Route};
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
    /// Where the words of the known are.
    written: Grid<EdgeId>,
}

struct Known {
    edge: Arc<EdgeRecord>,
    /// The way that the words were placed on.
    way: Rc<Route>,
    route: Rc<Route>,
    /// The route when nothing was being dragged.
    at_rest: Rc<Route>,
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
        // All are placed together once a gesture or a text has come to its end.
        let changing = editor.preview().lifted.is_some() || editor.editing().is_some();
        let together = board.edges().len() <= TOGETHER;
        if together && !changing && self.placed != Some(board.revision()) {
            self.place_all(editor);
        }
        edges.iter().filter_map(|id| self.route(editor, id)).collect()
    }

    fn place_all(&mut self, editor: &Editor) {
        let before = std::mem::take(&mut self.known);
        for (id, route) in scene::edge_routes_on(editor.board(), &mut |id| editor.way(id)) {
            let route = match before.get(&id) {
                Some(known) if *known.route == route => Rc::clone(&known.route),
                _ => Rc::new(route),
            };
            self.know(editor, &id, route, None);
        }
        self.placed = Some(editor.board().revision());
    }

    fn route(&mut self, editor: &Editor, id: &EdgeId) -> Option<Rc<Route>> {
        let (edge, way) = (editor.board().get_edge(id)?, editor.way(id)?);
        if let Some(known) = self.known.get(id)
            && Arc::ptr_eq(&known.edge, edge)
            && Rc::ptr_eq(&known.way, &way)
        {
            return Some(Rc::clone(&known.route));
        }
        if let Some(known) = self.known.get(id).filter(|_| editor.preview().lifted.is_some()) {
            let at_rest = Rc::clone(&known.at_rest);
            let mut route = (*way).clone();
            route.label_at = scene::words_along(&at_rest, &way);
            let route = Rc::new(route);
            self.know(editor, id, Rc::clone(&route), Some(at_rest));
            return Some(route);
        }
        let near = editor.boxes_in(way.bounds.inflate(NEAR));
        let near = near
            .iter()
            .filter_map(|id| editor.board().get_box(id))
            .map(AsRef::as_ref);
        let slips = self.written.query(way.bounds.inflate(NEAR)).into_iter();
        let written: Vec<_> = slips
            .filter(|other| other != id && editor.board().get_edge(other).is_some())
            .filter_map(|other| self.written.get(&other))
            .collect();
        let route = Rc::new(scene::edge_route_among(edge, &way, near, &written));
        self.know(editor, id, Rc::clone(&route), None);
        Some(route)
    }

    fn know(&mut self, editor: &Editor, id: &EdgeId, route: Rc<Route>, at_rest: Option<Rc<Route>>) {
        if let (Some(edge), Some(way)) = (editor.board().get_edge(id), editor.way(id)) {
            let edge = Arc::clone(edge);
            // While it is carried nothing looks for a place beside it.
            if at_rest.is_none() {
                self.written.insert(id.clone(), scene::slip_area(&edge, &route));
            }
            let known = Known {
                edge,
                way,
                at_rest: at_rest.unwrap_or_else(|| Rc::clone(&route)),
                route,
            };
            self.known.insert(id.clone(), known);
        }
    }
}
