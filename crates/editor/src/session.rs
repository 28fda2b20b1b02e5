//! What is not the document and never undone: camera, selection, the text being edited, what is hovered.

use geometry::{Camera, Page, Point, Screen, Size};

use crate::{Editing, Item, Selection};

/// One person's view of a board.
#[derive(Clone, Debug, Default)]
pub(crate) struct Session {
    pub(crate) camera: Camera,
    pub(crate) screen: Size,
    pub(crate) selection: Selection,
    pub(crate) editing: Option<Editing>,
    /// Where the mouse is, while it is over the canvas.
    pub(crate) pointer: Option<Point<Screen>>,
    pub(crate) hovered: Option<Item>,
    /// What is hovered is the rim of a box, where a join starts.
    pub(crate) over_rim: bool,
    pub(crate) space_held: bool,
    /// How often the clipboard was put down since the last copy: each copy lands a little farther.
    pub(crate) pastes: u32,
}

impl Session {
    pub(crate) fn pointer_on_page(&self) -> Option<Point<Page>> {
        self.pointer.map(|at| self.camera.to_page(at))
    }

    /// The middle of what the screen shows.
    pub(crate) fn middle(&self) -> Point<Page> {
        self.camera.view(self.screen).center()
    }
}
