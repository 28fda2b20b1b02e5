//! The board with its spatial index, and the gesture under way: mark, amend, then commit or bail.

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

    /// Applies `edit` for now: as a part of the gesture, which keeps what was there at its mark.
    pub(crate) fn amend(&mut self, edit: Edit) -> Result<(), EditError> {
        self.apply(&edit)?;
        self.gesture = std::mem::take(&mut self.gesture).then(edit);
        Ok(())
    }

    /// Ends the gesture: all it did, as one edit. The board has it already.
    pub(crate) fn take_gesture(&mut self) -> Edit {
        std::mem::take(&mut self.gesture)
    }

    /// Ends the gesture as if it never was.
    pub(crate) fn bail(&mut self) -> bool {
        let gesture = self.take_gesture();
        !gesture.is_empty() && self.apply(&gesture.inverse()).is_ok()
    }
}
