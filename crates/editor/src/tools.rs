//! The gestures, each a small state enum that sees the board through the narrow port of `Context`.

pub(crate) mod framing;
pub(crate) mod joining;
pub(crate) mod laser;
pub(crate) mod marquee;
pub(crate) mod panning;
pub(crate) mod pen;
pub(crate) mod pinching;
pub(crate) mod presenting;
pub(crate) mod resizing;
pub(crate) mod selecting;
pub(crate) mod tidying;
pub(crate) mod translating;
