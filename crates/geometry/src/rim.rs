//! Rims: how far the outline of a box stands back from its rectangle, so that arrows end on the outline.

use crate::{Page, Point, Rect, Vector};

/// A side of a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Smallest x.
    Left,
    /// Largest x.
    Right,
    /// Smallest y.
    Top,
    /// Largest y.
    Bottom,
}

impl Side {
    /// The direction that points away from the rectangle.
    pub fn outward(self) -> Vector<Page> {
        match self {
            Self::Left => Vector::new(-1.0, 0.0),
            Self::Right => Vector::new(1.0, 0.0),
            Self::Top => Vector::new(0.0, -1.0),
            Self::Bottom => Vector::new(0.0, 1.0),
        }
    }

    /// Where along this side a point lies: its height on the left and right, otherwise how far to the right.
    pub(crate) fn along(self, point: Point<Page>) -> f64 {
        if self.is_upright() { point.y } else { point.x }
    }

    fn is_upright(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }
}

/// How one side stands back: not at all in its middle, by `depth` at its two ends.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Bulge {
    /// Page units between the rectangle's corner and the outline.
    pub depth: f64,
    /// An elliptic arc; otherwise two straight lines.
    pub round: bool,
}

impl Bulge {
    /// The distance between rectangle and outline at `share` of the way from the middle (0) to an end (±1).
    pub fn inset(self, share: f64) -> f64 {
        let share = share.abs().min(1.0);
        if self.round {
            self.depth * (1.0 - (1.0 - share * share).sqrt())
        } else {
            self.depth * share
        }
    }
}

/// Where an arrow may end: a rectangle and how each side stands back from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// The area of the box.
    pub rect: Rect<Page>,
    /// The left side.
    pub left: Bulge,
    /// The right side.
    pub right: Bulge,
    /// The upper side.
    pub top: Bulge,
    /// The lower side.
    pub bottom: Bulge,
}

impl End {
    /// A plain rectangle.
    pub fn of(rect: Rect<Page>) -> Self {
        let flat = Bulge::default();
        Self {
            rect,
            left: flat,
            right: flat,
            top: flat,
            bottom: flat,
        }
    }

    /// The point of the outline on `side`, `along` page units right of or below the side's middle.
    pub fn port(&self, side: Side, along: f64) -> Point<Page> {
        let half = self.half(side);
        let along = along.clamp(-half, half);
        let share = if half > 0.0 { along / half } else { 0.0 };
        let inset = self.bulge(side).inset(share);
        let center = self.rect.center();
        match side {
            Side::Left => Point::new(self.rect.left() + inset, center.y + along),
            Side::Right => Point::new(self.rect.right() - inset, center.y + along),
            Side::Top => Point::new(center.x + along, self.rect.top() + inset),
            Side::Bottom => Point::new(center.x + along, self.rect.bottom() - inset),
        }
    }

    /// Half the length of a side.
    pub(crate) fn half(&self, side: Side) -> f64 {
        let size = self.rect.size;
        if side.is_upright() {
            size.height / 2.0
        } else {
            size.width / 2.0
        }
    }

    fn bulge(&self, side: Side) -> Bulge {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
            Side::Top => self.top,
            Side::Bottom => self.bottom,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Size;

    #[test]
    fn ports_lie_on_the_outline() {
        let mut end = End::of(Rect::new(Point::new(0.0, 0.0), Size::new(100.0, 60.0)));
        assert_eq!(end.port(Side::Right, 10.0), Point::new(100.0, 40.0));
        end.right = Bulge {
            depth: 20.0,
            round: false,
        };
        assert_eq!(end.port(Side::Right, 0.0), Point::new(100.0, 30.0));
        assert_eq!(end.port(Side::Right, 15.0), Point::new(90.0, 45.0));
        assert_eq!(end.port(Side::Right, 999.0), Point::new(80.0, 60.0));
    }

    #[test]
    fn a_round_side_is_an_arc() {
        let arc = Bulge {
            depth: 10.0,
            round: true,
        };
        assert_eq!(arc.inset(0.0), 0.0);
        assert!((arc.inset(0.6) - 2.0).abs() < 1e-9);
        assert_eq!(arc.inset(-1.0), 10.0);
    }
}
