//! The board with its spatial index, and the gesture under way: mark, rework, then commit or bail.

use std::rc::Rc;

use board::{Board, EdgeId, Edit, EditError};
use geometry::{Page, Rect, Route};

use crate::Item;
use crate::index::Index;
use crate::item::area;
use crate::lifted_ways::LiftedWays;

/// A board, where everything on it is, and what the gesture under way has changed since its mark.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    board: Board,
    index: Index,
    gesture: Edit,
    lifted: LiftedWays,
}

impl Document {
    pub(crate) fn new(board: Board) -> Self {
        Self {
            index: Index::of(&board),
            gesture: Edit::new(),
            lifted: LiftedWays::default(),
            board,
        }
    }

    pub(crate) fn board(&self) -> &Board {
        &self.board
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    /// The way of an edge. While nothing near it changes, the same `Rc` is given; an edge that a gesture neither moves
    /// nor reshapes keeps its way until the gesture ends.
    pub(crate) fn way(&self, id: &EdgeId) -> Option<Rc<Route>> {
        if self.gesture.is_empty() {
            return self.index.way(&self.board, id);
        }
        self.lifted.way(&self.board, &self.index, &self.gesture, id)
    }

    /// The area of what stands on its own, or that of the way of an edge.
    pub(crate) fn area(&self, item: &Item) -> Option<Rect<Page>> {
        match item {
            Item::Edge(id) => self.way(id).map(|way| way.bounds),
            item => area(&item.record(&self.board)?),
        }
    }

    /// Applies `edit` whole or not at all.
    pub(crate) fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        self.board.apply(edit)?;
        self.index.follow(&self.board, edit);
        Ok(())
    }

    /// Makes `edit`, which says what was there at the mark and what is to be, all that the gesture under way does.
    /// The index stays as at the mark until the gesture ends, so that a move costs no more than what it moves.
    pub(crate) fn rework(&mut self, edit: Edit) -> Result<(), EditError> {
        if self.gesture.changes().any(|(id, _)| edit.change(id).is_none()) {
            self.bail();
        }
        self.board.apply(&edit)?;
        self.gesture = edit;
        Ok(())
    }

    /// Ends the gesture: all it did, as one edit. The board has it already.
    pub(crate) fn take_gesture(&mut self) -> Edit {
        let gesture = std::mem::take(&mut self.gesture);
        self.index.follow(&self.board, &gesture);
        gesture
    }

    /// Ends the gesture as if it never was.
    pub(crate) fn bail(&mut self) -> bool {
        let undone = std::mem::take(&mut self.gesture).inverse();
        let is_bailed = !undone.is_empty() && self.board.apply(&undone).is_ok();
        if is_bailed {
            self.index.follow(&self.board, &undone);
        }
        is_bailed
    }
}
