//! The picture of a box.

use board::{BoxId, BoxRecord};
use geometry::{Point, Rect, Segment};

use crate::{Anchor, Font, Ink, Look, Marks, PathShape, Picture, Shape, Stroke, TextShape, Weight};

/// The picture of a box in its own coordinates: the origin is the top left corner of the record's rectangle.
pub fn box_picture(id: &BoxId, record: &BoxRecord, marks: &Marks, look: Look) -> Picture {
    let _ = (id, marks, look);
    let rect = Rect::new(Point::new(0.0, 0.0), record.size);
    let outline = vec![
        Segment::MoveTo(rect.origin),
        Segment::LineTo(Point::new(rect.right(), 0.0)),
        Segment::LineTo(rect.end()),
        Segment::LineTo(Point::new(0.0, rect.bottom())),
        Segment::Close,
    ];
    let stroke = Stroke {
        ink: Ink::Role(record.role),
        width: 1.8,
        dash: None,
    };
    let label = TextShape {
        at: rect.center(),
        text: record.label.clone(),
        font: Font::Hand,
        size: 18.0,
        weight: Weight::Bold,
        anchor: Anchor::Middle,
        ink: Ink::Ink,
    };
    let fill = Some(Ink::RoleFill(record.role));
    Picture {
        shapes: vec![
            Shape::Path(PathShape {
                outline,
                stroke: Some(stroke),
                fill,
            }),
            Shape::Text(label),
        ],
        bounds: rect.inflate(2.0),
    }
}
