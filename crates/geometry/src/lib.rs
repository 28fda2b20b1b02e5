//! Points, rectangles and routes: pure maths.
//!
//! Screen and page coordinates are different types ([`Screen`], [`Page`]), so that a point of one space cannot be
//! used in the other by mistake; only [`Camera`] turns one into the other.

mod camera;
mod point;
mod rect;

pub use camera::Camera;
pub use point::{Page, Point, Screen, Space, Vector};
pub use rect::{Rect, Size};
