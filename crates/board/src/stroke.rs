//! Strokes: lines drawn by hand. They are no part of the design.

use geometry::{Page, Point};

use crate::{Extras, Hold};

/// A line drawn by hand.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct StrokeRecord {
    /// The points that it goes through: at least one.
    pub points: Vec<Point<Page>>,
    /// How hard the pen was pressed at each point, from 0 to 100, where 50 draws as thick as [`Self::WIDTH`]; empty for a
    /// line that is so thick everywhere.
    pub pressures: Vec<u8>,
    /// Its group, and whether it is locked.
    pub hold: Hold,
    /// Place in the file and in the pile: higher is nearer to the eye.
    pub order: u32,
    /// Fields under `x-` keys.
    pub extras: Extras,
}

impl StrokeRecord {
    /// How thick a stroke is, in page units.
    pub const WIDTH: f64 = 3.2;
    /// As hard as a pen can be pressed.
    pub const HARDEST: u8 = 100;
}
