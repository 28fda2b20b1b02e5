//! The tool in hand: which gesture is under way. Each is a small state enum in a file of its own.

use geometry::{Point, Screen};

use crate::context::Context;
use crate::grips::Pull;
use crate::hit_test::hit;
use crate::preview::{Cursor, JoiningLine, Preview};
use crate::tools::framing::Framing;
use crate::tools::joining::{self, Joining};
use crate::tools::laser::Laser;
use crate::tools::marquee::Marquee;
use crate::tools::panning::Panning;
use crate::tools::pen::Pen;
use crate::tools::pinching::Pinching;
use crate::tools::presenting::{self, Presenting};
use crate::tools::resizing::Resizing;
use crate::tools::selecting::Selecting;
use crate::tools::tidying::Tidying;
use crate::tools::translating::Translating;
use crate::{Item, KeyPress, Phase, Pointer, PointerKind, Selection};

/// The gesture under way, or that there is none.
#[derive(Clone, PartialEq, Debug)]
pub enum Tool {
    /// Nothing yet, or pressed and not moved.
    Selecting(Selecting),
    /// Boxes are being moved.
    Translating(Translating),
    /// An edge is being drawn.
    Joining(Joining),
    /// The view is being moved.
    Panning(Panning),
    /// Two fingers move and zoom the view.
    Pinching(Pinching),
    /// A rectangle is being drawn that selects what it touches.
    Marquee(Marquee),
    /// A frame is being drawn.
    Framing(Framing),
    /// Lines are drawn by hand.
    Pen(Pen),
    /// Something is pointed at.
    Laser(Laser),
    /// Something is being made larger or smaller.
    Resizing(Resizing),
    /// New places for boxes are shown.
    Tidying(Tidying),
    /// The board is presented.
    Presenting(Presenting),
}

impl Default for Tool {
    fn default() -> Self {
        Self::Selecting(Selecting::Idle)
    }
}

/// What was there when a gesture began.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    pub(crate) at: Point<Screen>,
    pub(crate) selection: Selection,
}

impl Tool {
    /// No gesture is under way.
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Selecting(Selecting::Idle))
    }

    /// The board is presented: nothing can be changed.
    pub fn presents(&self) -> bool {
        matches!(self, Self::Presenting(_))
    }

    /// What is selected or hovered can be pulled and joined by its handles: no other tool is in hand.
    pub fn offers_handles(&self) -> bool {
        matches!(
            self,
            Self::Selecting(_) | Self::Resizing(_) | Self::Panning(_) | Self::Pinching(_)
        )
    }

    /// It draws or points wherever it is pressed, whatever lies there.
    pub fn is_in_hand(&self) -> bool {
        matches!(
            self,
            Self::Framing(_) | Self::Pen(_) | Self::Laser(_) | Self::Presenting(_)
        )
    }

    /// Nothing but the view is moved.
    pub(crate) fn only_looks(&self) -> bool {
        matches!(self, Self::Panning(_) | Self::Pinching(_))
    }

    /// The tool waits for a press, which is its own.
    pub fn is_armed(&self) -> bool {
        match self {
            Self::Framing(Framing::Armed) | Self::Pen(Pen::Armed) => true,
            Self::Laser(tool) => tool.is_armed(),
            _ => false,
        }
    }

    /// The pointer that holds the gesture did something. Pointers that hold none only move.
    pub(crate) fn pointer(self, pointer: &Pointer, context: &mut Context<'_>) -> Self {
        if pointer.phase == Phase::Cancel {
            return self.cancel(context);
        }
        match self {
            Self::Selecting(tool) => tool.pointer(pointer, context),
            Self::Translating(tool) => tool.pointer(pointer, context),
            Self::Joining(tool) => tool.pointer(pointer, context),
            Self::Panning(tool) => tool.pointer(pointer, context),
            Self::Pinching(tool) => tool.pointer(pointer, context),
            Self::Marquee(tool) => tool.pointer(pointer, context),
            Self::Framing(tool) => tool.pointer(pointer, context),
            Self::Resizing(tool) => tool.pointer(pointer, context),
            Self::Pen(tool) => tool.pointer(pointer, context),
            Self::Laser(tool) => tool.pointer(pointer, context),
            Self::Tidying(tool) => tool.pointer(pointer, context),
            Self::Presenting(tool) => tool.pointer(pointer, context),
        }
    }

    /// The tool is one that keys are for.
    pub(crate) fn takes(&self, press: &KeyPress) -> bool {
        match self {
            Self::Joining(Joining::Choosing { .. }) => !press.modifiers.command(),
            Self::Tidying(_) => matches!(press.key.as_str(), "Enter" | "Escape"),
            Self::Presenting(_) => presenting::takes(press),
            _ => false,
        }
    }

    /// A key went down that the tool [`takes`](Self::takes).
    pub(crate) fn key(self, press: &KeyPress, context: &mut Context<'_>) -> Self {
        match self {
            Self::Joining(tool) => tool.key(press, context),
            Self::Tidying(tool) => tool.key(press, context),
            Self::Presenting(tool) => tool.key(press, context),
            tool => tool,
        }
    }

    /// The gesture never was: board, selection and view are as at its mark.
    pub(crate) fn cancel(self, context: &mut Context<'_>) -> Self {
        context.bail();
        match self {
            Self::Selecting(Selecting::Pressed(press)) => context.select(press.mark.selection),
            Self::Translating(tool) => context.select(tool.mark.selection),
            Self::Marquee(tool) => context.select(tool.mark.selection),
            Self::Resizing(tool) => context.select(tool.mark.selection),
            Self::Framing(Framing::Drawing { mark, .. }) => context.select(mark.selection),
            Self::Pen(Pen::Drawing { mark, .. }) => {
                // The stroke never was; the pen stays in hand.
                context.select(mark.selection);
                return Self::Pen(Pen::Armed);
            }
            Self::Framing(Framing::Armed) => context.announce("No frame is drawn."),
            Self::Pen(Pen::Armed) => context.announce("The pen is put away."),
            Self::Laser(_) => context.announce("The laser pointer is put away."),
            Self::Joining(Joining::Drawing { mark, .. }) => context.select(mark.selection),
            Self::Panning(tool) => context.session.camera = tool.camera,
            Self::Pinching(tool) => context.session.camera = tool.camera,
            Self::Tidying(tool) => {
                context.session.camera = tool.camera;
                context.announce("Everything stays where it was.");
            }
            Self::Presenting(tool) => {
                context.session.camera = tool.camera;
                context.announce("The presentation is over.");
            }
            Self::Joining(Joining::Choosing { moved, .. }) => {
                joining::announce_left(context, moved.is_some())
            }
            Self::Selecting(Selecting::Idle) => {}
        }
        Self::default()
    }

    pub(crate) fn preview(&self) -> Preview<'_> {
        let empty = Preview::default();
        match self {
            Self::Translating(tool) => Preview {
                lifted: Some(&tool.lifted),
                carried: tool.carried,
                guides: &tool.guides,
                ..empty
            },
            Self::Tidying(tool) => Preview {
                ghosts: &tool.ghosts,
                ..empty
            },
            Self::Marquee(tool) => Preview {
                marquee: Some(tool.area()),
                ..empty
            },
            Self::Resizing(tool) => Preview {
                lifted: Some(&tool.lifted),
                guides: &tool.guides,
                ..empty
            },
            Self::Framing(tool) => Preview {
                marquee: tool.area(),
                ..empty
            },
            Self::Pen(tool) => Preview {
                stroke: tool.points(),
                pressures: tool.pressures(),
                ..empty
            },
            Self::Laser(tool) => Preview {
                trail: tool.trail(),
                ..empty
            },
            Self::Presenting(tool) => Preview {
                trail: tool.trail(),
                ..empty
            },
            _ => empty,
        }
    }

    pub(crate) fn joining_line(&self, board: &board::Board) -> Option<JoiningLine> {
        match self {
            Self::Joining(tool) => tool.line(board),
            _ => None,
        }
    }

    /// What the pointer shall look like, as far as the tool says.
    pub(crate) fn cursor(&self) -> Option<Cursor> {
        match self {
            Self::Selecting(_) | Self::Tidying(_) => None,
            Self::Presenting(_) => Some(Cursor::Default),
            Self::Translating(_) => Some(Cursor::Move),
            Self::Resizing(tool) => Some(tool.cursor()),
            Self::Joining(_) | Self::Marquee(_) | Self::Framing(_) | Self::Pen(_) | Self::Laser(_) => {
                Some(Cursor::Crosshair)
            }
            Self::Panning(_) | Self::Pinching(_) => Some(Cursor::Grabbing),
        }
    }
}

/// Follows the pointer while no button is down.
pub(crate) fn hover(at: Point<Screen>, kind: PointerKind, context: &mut Context<'_>) {
    let hit = hit(context.document, context.session, at, kind);
    let (over_rim, over_end) = (hit.rim.is_some(), hit.end.is_some());
    let over_grip = hit.grip.map(Pull::cursor);
    let hovered = hit.rim.map(Item::Box).or(hit.item);
    let session = &mut *context.session;
    if (
        &session.hovered,
        session.over_rim,
        session.over_end,
        session.over_grip,
    ) != (&hovered, over_rim, over_end, over_grip)
    {
        session.hovered = hovered;
        session.over_grip = over_grip;
        session.over_rim = over_rim;
        session.over_end = over_end;
        context.outcome.view = true;
    }
}
