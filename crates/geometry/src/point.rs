//! Points and vectors, each tied to the space it is measured in.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// A coordinate space. Values of different spaces do not mix.
pub trait Space: Copy + PartialEq + 'static {
    /// The word that debug output shows.
    const NAME: &'static str;
}

/// The unbounded page that a board is drawn on; one unit is one CSS pixel at 100 % zoom.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Page;

/// The visible canvas element; one unit is one CSS pixel, the origin its top left corner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Screen;

impl Space for Page {
    const NAME: &'static str = "page";
}
impl Space for Screen {
    const NAME: &'static str = "screen";
}

/// A position in the space `S`.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Point<S> {
    /// Distance to the right of the origin.
    pub x: f64,
    /// Distance below the origin.
    pub y: f64,
    space: PhantomData<S>,
}

/// A displacement in the space `S`.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Vector<S> {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
    space: PhantomData<S>,
}

impl<S> Point<S> {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self {
            x,
            y,
            space: PhantomData,
        }
    }
}

impl<S: Space> Point<S> {
    /// The displacement from the origin.
    pub fn to_vector(self) -> Vector<S> {
        Vector::new(self.x, self.y)
    }

    /// The distance to `other`.
    pub fn distance(self, other: Self) -> f64 {
        (self - other).length()
    }

    /// The point a share `t` of the way to `other`: 0 is here, 1 is there.
    pub fn lerp(self, other: Self, t: f64) -> Self {
        self + (other - self) * t
    }

    /// Both coordinates rounded to whole units.
    pub fn round(self) -> Self {
        Self::new(self.x.round(), self.y.round())
    }

    /// Neither coordinate is infinite or not a number.
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

impl<S> Vector<S> {
    /// The displacement by `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self {
            x,
            y,
            space: PhantomData,
        }
    }
}

impl<S: Space> Vector<S> {
    /// Euclidean length.
    pub fn length(self) -> f64 {
        self.x.hypot(self.y)
    }

    /// The same direction with length 1, or the zero vector where there is no direction.
    pub fn normalized(self) -> Self {
        let length = self.length();
        if length > 0.0 {
            self / length
        } else {
            Self::new(0.0, 0.0)
        }
    }

    /// Turned a quarter to the left as seen on the screen.
    pub fn perpendicular(self) -> Self {
        Self::new(self.y, -self.x)
    }
}

impl<S> Add<Vector<S>> for Point<S> {
    type Output = Self;
    fn add(self, by: Vector<S>) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }
}
impl<S> Sub<Vector<S>> for Point<S> {
    type Output = Self;
    fn sub(self, by: Vector<S>) -> Self {
        Self::new(self.x - by.x, self.y - by.y)
    }
}
impl<S> AddAssign<Vector<S>> for Point<S> {
    fn add_assign(&mut self, by: Vector<S>) {
        self.x += by.x;
        self.y += by.y;
    }
}
impl<S> Sub for Point<S> {
    type Output = Vector<S>;
    fn sub(self, other: Self) -> Vector<S> {
        Vector::new(self.x - other.x, self.y - other.y)
    }
}
impl<S> Add for Vector<S> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}
impl<S> Sub for Vector<S> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}
impl<S> Neg for Vector<S> {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}
impl<S> Mul<f64> for Vector<S> {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}
impl<S> Div<f64> for Vector<S> {
    type Output = Self;
    fn div(self, divisor: f64) -> Self {
        Self::new(self.x / divisor, self.y / divisor)
    }
}

impl<S: Space> fmt::Debug for Point<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({}, {})", S::NAME, self.x, self.y)
    }
}
impl<S: Space> fmt::Debug for Vector<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}, {}]", S::NAME, self.x, self.y)
    }
}
