//! Points, rectangles and routes: pure maths.
//!
//! Screen and page coordinates are different types ([`Screen`], [`Page`]), so that a point of one space cannot be
//! used in the other by mistake; only [`Camera`] turns one into the other.
//!
//! [`route_of`] finds the curve between two boxes, and [`Grid`] finds what lies in an area.

mod camera;
mod grid;
mod outline;
mod point;
mod rect;
mod rim;
mod route;

pub use camera::Camera;
pub use grid::Grid;
pub use outline::{Segment, hull};
pub use point::{Page, Point, Screen, Space, Vector};
pub use rect::{Rect, Size};
pub use rim::{Bulge, End, Side};
pub use route::{Bend, Curve, Route, route_of};
