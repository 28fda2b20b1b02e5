//! Directions on the page, and lines that things are brought into.

use geometry::{Page, Vector};

use crate::Axis;

/// What of the things selected comes to lie in one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Alignment {
    /// Their left sides.
    Left,
    /// Their middles, one above the other.
    Centre,
    /// Their right sides.
    Right,
    /// Their tops.
    Top,
    /// Their middles, side by side.
    Middle,
    /// Their bottoms.
    Bottom,
}

impl Alignment {
    /// Which way the line runs, how far along each thing it passes, and what undo calls it.
    pub(crate) fn parts(self) -> (Axis, f64, &'static str) {
        match self {
            Self::Left => (Axis::Upright, 0.0, "Align left"),
            Self::Centre => (Axis::Upright, 0.5, "Align centres"),
            Self::Right => (Axis::Upright, 1.0, "Align right"),
            Self::Top => (Axis::Level, 0.0, "Align top"),
            Self::Middle => (Axis::Level, 0.5, "Align middles"),
            Self::Bottom => (Axis::Level, 1.0, "Align bottom"),
        }
    }
}

/// Whither, on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

impl Direction {
    /// One unit that way.
    pub fn unit(self) -> Vector<Page> {
        match self {
            Self::Left => Vector::new(-1.0, 0.0),
            Self::Right => Vector::new(1.0, 0.0),
            Self::Up => Vector::new(0.0, -1.0),
            Self::Down => Vector::new(0.0, 1.0),
        }
    }
}
