//! What the page draws besides the board: the marquee, the line of a join, guides, what is lifted and what is hovered.

use board::BoxId;
use geometry::{Page, Point, Rect, Vector};

use crate::{Guide, Item, Selection};

/// What a gesture shows while it is under way.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Preview<'e> {
    /// The marquee.
    pub marquee: Option<Rect<Page>>,
    /// The line of an edge to be.
    pub joining: Option<JoiningLine>,
    /// What a gesture moves or makes another size, with the edges that touch it. The board already shows it as it will be.
    pub lifted: Option<&'e Selection>,
    /// How far all that is lifted was carried.
    pub carried: Vector<Page>,
    /// The lines that the lifted boxes snapped to.
    pub guides: &'e [Guide],
    /// The line that the pen has drawn so far.
    pub stroke: &'e [Point<Page>],
    /// How hard it is pressed at each point of that; empty for what has no pressure.
    pub pressures: &'e [u8],
    /// Where the laser pointer was a moment ago, and when, in milliseconds since the session began.
    pub trail: &'e [(Point<Page>, u64)],
    /// Where boxes would stand.
    pub ghosts: &'e [Rect<Page>],
    /// What is under the pointer.
    pub hovered: Option<&'e Item>,
}

/// The line of an edge to be.
#[derive(Clone, PartialEq, Debug)]
pub struct JoiningLine {
    /// The box that it starts at.
    pub from: BoxId,
    /// Where it ends for now.
    pub to: Point<Page>,
    /// The box that it would be joined to.
    pub over: Option<BoxId>,
    /// The letters typed so far to choose the other box by its label.
    pub typed: String,
}

/// What the pointer shall look like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Cursor {
    /// An arrow.
    #[default]
    Default,
    /// Something can be moved.
    Move,
    /// Something can be selected.
    Pointer,
    /// A join can start, or is under way.
    Crosshair,
    /// The view can be moved.
    Grab,
    /// The view is being moved.
    Grabbing,
    /// A corner can be pulled from top left to bottom right.
    Falling,
    /// A corner can be pulled from bottom left to top right.
    Rising,
    /// A side can be pulled to the left and right.
    Level,
    /// A side can be pulled up and down.
    Upright,
}

impl Cursor {
    /// The CSS word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Move => "move",
            Self::Pointer => "pointer",
            Self::Crosshair => "crosshair",
            Self::Grab => "grab",
            Self::Grabbing => "grabbing",
            Self::Falling => "nwse-resize",
            Self::Rising => "nesw-resize",
            Self::Level => "ew-resize",
            Self::Upright => "ns-resize",
        }
    }
}
