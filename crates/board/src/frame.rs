//! Frames: titled rectangles behind what they hold together. They are no part of the design.

use geometry::{Page, Point, Rect, Size};

use crate::{Extras, Hold};

/// A titled rectangle; what lies wholly in it goes where it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameRecord {
    /// What stands above it.
    pub title: String,
    /// Top left corner.
    pub at: Point<Page>,
    /// Width and height.
    pub size: Size,
    /// Its group, and whether it is locked.
    pub hold: Hold,
    /// Place in the file, in the pile, and among the slides of a talk.
    pub order: u32,
    /// Fields under `x-` keys.
    pub extras: Extras,
}

impl FrameRecord {
    /// The size of a frame that is put down and not drawn.
    pub const DEFAULT_SIZE: Size = Size::new(640.0, 400.0);

    /// A frame without a title around `area`.
    pub fn new(area: Rect<Page>) -> Self {
        Self {
            title: String::new(),
            at: area.origin,
            size: area.size,
            hold: Hold::default(),
            order: 0,
            extras: Extras::new(),
        }
    }

    /// The area inside.
    pub fn rect(&self) -> Rect<Page> {
        Rect::new(self.at, self.size)
    }
}
