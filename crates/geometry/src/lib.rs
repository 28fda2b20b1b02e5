//! Points, rectangles and routes: pure maths.
//!
//! Screen and page coordinates are different types ([`Screen`], [`Page`]), so that a point of one space cannot be
//! used in the other by mistake; only [`Camera`] turns one into the other.
//!
//! [`route_of`] finds the curve between two boxes, [`way_of`] leads it around others, and [`Grid`] finds what lies in an area.

mod camera;
mod detour;
mod grid;
mod lattice;
mod outline;
mod point;
mod polyline;
mod rect;
mod rim;
mod rounding;
mod route;
mod search;
mod square;

pub use camera::Camera;
pub use detour::{corridor_of, way_of};
pub use grid::Grid;
pub use outline::{Segment, hull};
pub use point::{Page, Point, Screen, Space, Vector};
pub use polyline::{from_line, simplified, smooth};
pub use rect::{Rect, Size};
pub use rim::{Bulge, End, Side};
pub use route::{Bend, Curve, Route, Turn, route_of};
