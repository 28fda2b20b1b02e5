//! Notes: what people write on a board beside the design. They are remarks, which no rule judges.

use geometry::{Page, Point, Size};

use crate::words::vocabulary;
use crate::{Extras, Hold};

vocabulary! {
    /// How a note looks.
    NoteLook ("look of a note") {
        /// On a sheet that sticks to the board.
        Sticky = "sticky",
        /// Words on the board itself.
        Plain = "plain",
    }
}

impl NoteLook {
    /// The size of a note that nobody resized: a sticky one is at least so large, plain words are broken at this width.
    pub const fn size(self) -> Size {
        match self {
            Self::Sticky => Size::new(168.0, 128.0),
            Self::Plain => Size::new(400.0, 28.0),
        }
    }
}

/// A sticky note, or words on the board itself.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteRecord {
    /// On a sheet of its own, or plain.
    pub look: NoteLook,
    /// What it says, in as many lines as it takes.
    pub text: String,
    /// Top left corner.
    pub at: Point<Page>,
    /// Width and least height; it grows with its words.
    pub size: Size,
    /// Its group, and whether it is locked.
    pub hold: Hold,
    /// Place in the file and in the pile: higher is nearer to the eye.
    pub order: u32,
    /// Fields under `x-` keys.
    pub extras: Extras,
}

impl NoteRecord {
    /// An empty note of this look at `at`.
    pub fn new(look: NoteLook, at: Point<Page>) -> Self {
        Self {
            look,
            text: String::new(),
            at,
            size: look.size(),
            hold: Hold::default(),
            order: 0,
            extras: Extras::new(),
        }
    }
}
