//! Outlines: the strokes that a pen makes, in the order that it makes them.

use crate::{Point, Rect, Space};

/// One movement of the pen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment<S: Space> {
    /// Lifts the pen and sets it down here.
    MoveTo(Point<S>),
    /// A straight line to here.
    LineTo(Point<S>),
    /// A cubic curve: leaves towards the first point, arrives from the second, ends at the third.
    CubicTo(Point<S>, Point<S>, Point<S>),
    /// A straight line back to where the pen was last set down.
    Close,
}

/// The smallest rectangle that holds every point of `outline` and the control points of its curves, hence the
/// curves; nothing for an empty outline.
pub fn hull<S: Space>(outline: &[Segment<S>]) -> Option<Rect<S>> {
    let corners = outline.iter().flat_map(|segment| match *segment {
        Segment::MoveTo(a) | Segment::LineTo(a) => [Some(a), None, None],
        Segment::CubicTo(a, b, c) => [Some(a), Some(b), Some(c)],
        Segment::Close => [None; 3],
    });
    Rect::enclosing(corners.flatten().map(|corner| Rect::spanning(corner, corner)))
}
