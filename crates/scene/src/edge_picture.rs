//! The picture of an edge.

use board::{EdgeId, EdgeRecord};
use geometry::Route;

use crate::{Ink, Look, Marks, PathShape, Picture, Shape, Stroke};

/// The picture of an edge on its route, in page coordinates.
pub fn edge_picture(id: &EdgeId, record: &EdgeRecord, route: &Route, marks: &Marks, look: Look) -> Picture {
    let _ = (id, marks, look);
    let stroke = Stroke {
        ink: Ink::of_edge(record.kind),
        width: 1.8,
        dash: None,
    };
    let line = PathShape {
        outline: route.segments(),
        stroke: Some(stroke),
        fill: None,
    };
    Picture {
        shapes: vec![Shape::Path(line)],
        bounds: route.bounds.inflate(2.0),
    }
}
