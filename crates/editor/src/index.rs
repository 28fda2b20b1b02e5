//! What lies where: the spatial index of a board, kept in step with its edits.

use std::cell::RefCell;
use std::rc::Rc;

use board::{Board, BoxId, EdgeId, Edit, Record, RecordId};
use geometry::{Grid, Page, Rect, Route};
use scene::{Ways, box_reach, edge_corridor};
use sorted::Set;

use crate::item::{area, standing};
use crate::{Item, Selection};

/// What an area shows, by id.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Visible {
    /// The boxes.
    pub boxes: Vec<BoxId>,
    /// The edges whose way may touch the area, and others near by.
    pub edges: Vec<EdgeId>,
    /// The notes, frames and strokes.
    pub others: Vec<Item>,
}

impl Visible {
    /// With these among them, wherever they are.
    pub(crate) fn with(mut self, others: &Selection) -> Self {
        self.boxes = merged(self.boxes, &others.boxes);
        self.edges = merged(self.edges, &others.edges);
        self.others = merged(self.others, &others.others);
        self
    }
}

/// The ids of both, in order as both are.
fn merged<T: Ord + Clone>(visible: Vec<T>, others: &Set<T>) -> Vec<T> {
    let mut others = others.iter().peekable();
    let mut all = Vec::with_capacity(visible.len() + others.len());
    for id in visible {
        while let Some(earlier) = others.next_if(|other| **other < id) {
            all.push(earlier.clone());
        }
        others.next_if(|other| **other == id);
        all.push(id);
    }
    all.extend(others.cloned());
    all
}

/// Where everything is that can be selected. Ways are found when somebody asks for them, and kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// The areas of what stands, and the corridors of edges.
    grid: Grid<Item>,
    ways: RefCell<Ways>,
}

impl Index {
    pub(crate) fn of(board: &Board) -> Self {
        let mut index = Self::default();
        for item in standing(board) {
            index.place_item(board, item);
        }
        for (id, _) in board.edges() {
            index.place_edge(board, id);
        }
        index
    }

    /// Where an item stands; of an edge, the corridor that it keeps to.
    pub(crate) fn rect(&self, item: &Item) -> Option<Rect<Page>> {
        self.grid.get(item)
    }

    /// The way of an edge of `board`, as long as neither it nor a box near it changes the same `Rc`.
    pub(crate) fn way(&self, board: &Board, id: &EdgeId) -> Option<Rc<Route>> {
        self.ways.borrow_mut().way(board, id, &|area| self.boxes(area))
    }

    /// The way of an edge if it was found and nothing near it has changed since.
    pub(crate) fn way_at_mark(&self, id: &EdgeId) -> Option<Rc<Route>> {
        self.ways.borrow().known(id)
    }

    /// The way of an edge of `board`, which may differ from that of the index in the place of `moved`; not kept.
    pub(crate) fn way_among(&self, board: &Board, id: &EdgeId, moved: &[BoxId]) -> Option<Route> {
        self.ways.borrow_mut().find(board, id, &|area| {
            let mut boxes = Set::new();
            boxes.extend(self.boxes(area));
            let here = |id: &&BoxId| {
                board
                    .get_box(id)
                    .is_some_and(|record| record.rect().intersects(&area))
            };
            boxes.extend(moved.iter().filter(here).cloned());
            boxes.iter().cloned().collect()
        })
    }

    pub(crate) fn boxes(&self, area: Rect<Page>) -> Vec<BoxId> {
        let boxes = self.grid.query_for(area, |item| matches!(item, Item::Box(_)));
        let id = |item| match item {
            Item::Box(id) => Some(id),
            _ => None,
        };
        boxes.into_iter().filter_map(id).collect()
    }

    pub(crate) fn edges(&self, area: Rect<Page>) -> Vec<EdgeId> {
        self.visible(area).edges
    }

    pub(crate) fn visible(&self, area: Rect<Page>) -> Visible {
        let mut visible = Visible::default();
        for item in self.grid.query(area) {
            match item {
                Item::Box(id) => visible.boxes.push(id),
                Item::Edge(id) => visible.edges.push(id),
                other => visible.others.push(other),
            }
        }
        visible
    }

    pub(crate) fn crowded(&self, area: Rect<Page>, most: usize) -> bool {
        let stands = |item: &Item| matches!(item, Item::Box(_) | Item::Note(_));
        self.grid.crowded(area, most, stands)
    }

    /// Puts a box where the board does not have it yet.
    pub(crate) fn place(&mut self, id: &BoxId, rect: Rect<Page>) {
        self.grid.insert(Item::Box(id.clone()), rect);
    }

    /// Follows `edit`, which `board` has taken already. Takes time in the records changed and the edges at them.
    pub(crate) fn follow(&mut self, board: &Board, edit: &Edit) {
        let mut stale = Set::new();
        for (id, change) in edit.changes() {
            match id {
                RecordId::Box(id) => {
                    self.place_item(board, Item::Box(id.clone()));
                    for record in [&change.before, &change.after].into_iter().flatten() {
                        if let Record::Box(record) = record {
                            self.forget_ways_in(box_reach(record));
                        }
                    }
                    stale.extend(board.edges_touching(id).map(|(edge, _)| edge.clone()));
                }
                RecordId::Edge(id) => {
                    stale.insert(id.clone());
                    for record in [&change.before, &change.after].into_iter().flatten() {
                        if let Record::Edge(edge) = record {
                            // The others that join the same two boxes make room or close up.
                            stale.extend(between(board, &edge.from, &edge.to));
                            self.forget_ways_at(board, &edge.from);
                            self.forget_ways_at(board, &edge.to);
                        }
                    }
                }
                other => {
                    if let Some(item) = Item::of(other) {
                        self.place_item(board, item);
                    }
                }
            }
        }
        for id in &stale {
            self.place_edge(board, id);
        }
    }

    /// Follows something that stands on its own.
    fn place_item(&mut self, board: &Board, item: Item) {
        match item.record(board).as_ref().and_then(area) {
            Some(area) => self.grid.insert(item, area),
            None => {
                self.grid.remove(&item);
            }
        }
    }

    fn place_edge(&mut self, board: &Board, id: &EdgeId) {
        let item = Item::Edge(id.clone());
        self.ways.get_mut().forget(id);
        match edge_corridor(board, id) {
            Some(corridor) => self.grid.insert(item, corridor),
            None => {
                self.grid.remove(&item);
            }
        }
    }

    /// Edges that reach or leave the same box run beside each other.
    fn forget_ways_at(&mut self, board: &Board, id: &BoxId) {
        for (edge, _) in board.edges_touching(id) {
            self.ways.get_mut().forget(edge);
        }
    }

    fn forget_ways_in(&mut self, area: Rect<Page>) {
        for id in self.edges(area) {
            self.ways.get_mut().forget(&id);
        }
    }
}

fn between<'b>(board: &'b Board, one: &'b BoxId, other: &'b BoxId) -> impl Iterator<Item = EdgeId> + 'b {
    let joins = move |record: &board::EdgeRecord| {
        (record.from == *one && record.to == *other) || (record.from == *other && record.to == *one)
    };
    let edges = board.edges_touching(one).filter(move |(_, record)| joins(record));
    edges.map(|(id, _)| id.clone())
}
