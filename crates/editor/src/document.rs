//! The board with its spatial index, and the gesture under way: mark, rework, then commit or bail.

use board::{Board, Edit, EditError};

use crate::index::Index;

/// A board, where everything on it is, and what the gesture under way has changed since its mark.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    board: Board,
    index: Index,
    gesture: Edit,
}

impl Document {
    pub(crate) fn new(board: Board) -> Self {
        Self {
            index: Index::of(&board),
            gesture: Edit::new(),
            board,
        }
    }

    pub(crate) fn board(&self) -> &Board {
        &self.board
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
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
        let gesture = std::mem::take(&mut self.gesture);
        !gesture.is_empty() && self.board.apply(&gesture.inverse()).is_ok()
    }
}
