//! Axis-parallel rectangles and sizes.

use std::fmt;

use crate::{Point, Space, Vector};

/// Width and height, neither negative.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Size {
    /// The size `width` by `height`.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

/// A rectangle: its top left corner and its size.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Rect<S> {
    /// Top left corner.
    pub origin: Point<S>,
    /// Width and height.
    pub size: Size,
}

impl<S: Space> Rect<S> {
    /// The rectangle with its top left corner at `origin`.
    pub const fn new(origin: Point<S>, size: Size) -> Self {
        Self { origin, size }
    }

    /// The smallest rectangle that holds both points, in any order.
    pub fn spanning(a: Point<S>, b: Point<S>) -> Self {
        let origin = Point::new(a.x.min(b.x), a.y.min(b.y));
        Self::new(origin, Size::new((a.x - b.x).abs(), (a.y - b.y).abs()))
    }

    /// The smallest rectangle that holds all of `rects`, or nothing for none.
    pub fn enclosing(rects: impl IntoIterator<Item = Self>) -> Option<Self> {
        rects.into_iter().reduce(Self::union)
    }

    /// Smallest x.
    pub fn left(&self) -> f64 {
        self.origin.x
    }
    /// Largest x.
    pub fn right(&self) -> f64 {
        self.origin.x + self.size.width
    }
    /// Smallest y.
    pub fn top(&self) -> f64 {
        self.origin.y
    }
    /// Largest y.
    pub fn bottom(&self) -> f64 {
        self.origin.y + self.size.height
    }
    /// The middle.
    pub fn center(&self) -> Point<S> {
        Point::new(
            self.origin.x + self.size.width / 2.0,
            self.origin.y + self.size.height / 2.0,
        )
    }
    /// Bottom right corner.
    pub fn end(&self) -> Point<S> {
        Point::new(self.right(), self.bottom())
    }

    /// The point lies inside or on the rim.
    pub fn contains(&self, point: Point<S>) -> bool {
        (self.left()..=self.right()).contains(&point.x) && (self.top()..=self.bottom()).contains(&point.y)
    }

    /// `other` lies wholly inside.
    pub fn encloses(&self, other: &Self) -> bool {
        self.contains(other.origin) && self.contains(other.end())
    }

    /// The two share at least a point.
    pub fn intersects(&self, other: &Self) -> bool {
        self.left() <= other.right()
            && other.left() <= self.right()
            && self.top() <= other.bottom()
            && other.top() <= self.bottom()
    }

    /// The smallest rectangle that holds both.
    pub fn union(self, other: Self) -> Self {
        let start = Point::new(self.left().min(other.left()), self.top().min(other.top()));
        let end = Point::new(self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self::spanning(start, end)
    }

    /// Grown by `margin` on every side; a negative margin shrinks, never below nothing.
    pub fn inflate(self, margin: f64) -> Self {
        let width = (self.size.width + 2.0 * margin).max(0.0);
        let height = (self.size.height + 2.0 * margin).max(0.0);
        let center = self.center();
        Self::new(
            Point::new(center.x - width / 2.0, center.y - height / 2.0),
            Size::new(width, height),
        )
    }

    /// Moved by `by`.
    pub fn translate(self, by: Vector<S>) -> Self {
        Self::new(self.origin + by, self.size)
    }
}

impl<S: Space> fmt::Debug for Rect<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}×{}", self.origin, self.size.width, self.size.height)
    }
}
