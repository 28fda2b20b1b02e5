//! Ways: the routes of edges around boxes and what is written below them, kept while nothing near them changes.

use std::rc::Rc;
use std::sync::Arc;

use board::{Board, BoxId, BoxRecord, EdgeId, EdgeRecord};
use geometry::{Page, Point, Rect, Route, Size, corridor_of, way_of};
use sorted::Map;

use crate::arrow::{bend_of, end_of};
use crate::box_picture::{covered, widest_words};

/// Farther than this, in page units, no words reach below or beside their box, as a rule; those that do count as if
/// they ended here.
const WORDS: f64 = 140.0;

/// The ways found so far. Whoever changes the board says what is to be found anew.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    known: Map<EdgeId, Rc<Route>>,
    /// The areas of boxes and of their words, which are measured only where an edge comes near.
    covered: Map<BoxId, (Arc<BoxRecord>, [Rect<Page>; 2])>,
}

/// The area that the edge `id` and all that its way depends on is in; nothing where the board has no such edge.
/// A box matters to the way if [`box_reach`] touches this.
pub fn edge_corridor(board: &Board, id: &EdgeId) -> Option<Rect<Page>> {
    let (edge, from, to) = edge_with_ends(board, id)?;
    Some(corridor_of(&end_of(from), &end_of(to), bend_of(board, id, edge)))
}

/// An area that holds a box with its words, found without measuring them.
pub fn box_reach(record: &BoxRecord) -> Rect<Page> {
    let size = Size::new(record.size.width + WORDS, record.size.height + WORDS);
    Rect::new(record.at, size)
}

impl Ways {
    /// The way of the edge `id` with its words in the middle. `boxes_in` names the boxes that touch an area; it may
    /// name others too. While nothing is forgotten, the same `Rc` is given.
    pub fn way(
        &mut self,
        board: &Board,
        id: &EdgeId,
        boxes_in: &dyn Fn(Rect<Page>) -> Vec<BoxId>,
    ) -> Option<Rc<Route>> {
        if let Some(route) = self.known(id) {
            return Some(route);
        }
        let route = Rc::new(self.find(board, id, boxes_in)?);
        self.known.insert(id.clone(), Rc::clone(&route));
        Some(route)
    }

    /// The way of the edge `id` if it was found and not forgotten.
    pub fn known(&self, id: &EdgeId) -> Option<Rc<Route>> {
        self.known.get(id).map(Rc::clone)
    }

    /// The way of the edge `id`, found anew and not kept.
    pub fn find(
        &mut self,
        board: &Board,
        id: &EdgeId,
        boxes_in: &dyn Fn(Rect<Page>) -> Vec<BoxId>,
    ) -> Option<Route> {
        let (edge, from, to) = edge_with_ends(board, id)?;
        let (start, end, bend) = (end_of(from), end_of(to), bend_of(board, id, edge));
        let corridor = corridor_of(&start, &end, bend);
        let others: Vec<_> = boxes_in(corridor.inflate(WORDS))
            .into_iter()
            .filter(|other| *other != edge.from && *other != edge.to)
            .filter_map(|other| Some((board.get_box(&other)?, other)))
            .filter(|(record, _)| box_reach(record).intersects(&corridor))
            .collect();
        let direct = way_of(&start, &end, bend, &[]);
        let may_strike = |area: Rect<Page>| area.intersects(&direct.bounds);
        let is_clear = !others.iter().any(|(record, _)| may_strike(box_reach(record)))
            && ![from, to]
                .into_iter()
                .filter_map(|end| words_reach(end))
                .any(may_strike);
        if is_clear {
            return Some(direct);
        }
        let mut areas = Vec::new();
        for (record, other) in others {
            let [outline, words] = self.covered(&other, record);
            areas.push(outline);
            areas.extend(column(record, words));
        }
        for (own, record) in [(&edge.from, from), (&edge.to, to)] {
            let [_, words] = self.covered(own, record);
            areas.extend(column(record, words));
        }
        Some(way_of(&start, &end, bend, &areas))
    }

    /// The way of the edge `id` is to be found anew.
    pub fn forget(&mut self, id: &EdgeId) {
        self.known.remove(id);
    }

    fn covered(&mut self, id: &BoxId, record: &Arc<BoxRecord>) -> [Rect<Page>; 2] {
        if let Some((of, areas)) = self.covered.get(id)
            && Arc::ptr_eq(of, record)
        {
            return *areas;
        }
        let areas = covered(record);
        self.covered.insert(id.clone(), (Arc::clone(record), areas));
        areas
    }
}

fn edge_with_ends<'b>(
    board: &'b Board,
    id: &EdgeId,
) -> Option<(&'b EdgeRecord, &'b Arc<BoxRecord>, &'b Arc<BoxRecord>)> {
    let edge = board.get_edge(id)?;
    Some((edge, board.get_box(&edge.from)?, board.get_box(&edge.to)?))
}

/// Where the words below a box may stand, found without measuring them; nothing where there are none.
fn words_reach(record: &BoxRecord) -> Option<Rect<Page>> {
    let corner = Point::new(record.at.x, record.rect().bottom());
    (!record.constraints.is_empty()).then(|| Rect::new(corner, Size::new(widest_words(record), WORDS)))
}

/// The words below a box up to the box, so that no arrow passes between the two.
fn column(record: &BoxRecord, words: Rect<Page>) -> Option<Rect<Page>> {
    let start = Point::new(words.left(), record.rect().bottom());
    let bottom = words.bottom().min(start.y + WORDS);
    (words.size.width > 0.0).then(|| Rect::spanning(start, Point::new(words.right(), bottom)))
}
