//! The small sign on what is locked.

use geometry::{Page, Point, Segment, Size};

use crate::sheet::Sheet;
use crate::silhouette::{moved, rounded};
use crate::{Ink, PathShape, Picture, Stroke};

/// A padlock with its middle at the origin, which is the top left corner of what is locked.
pub fn lock_sign() -> Picture {
    let at = Point::<Page>::new;
    let mut sheet = Sheet::default();
    let ring = Stroke {
        ink: Ink::Paper,
        width: 4.0,
        dash: None,
    };
    let body = moved(&rounded(Size::new(13.0, 10.0), 2.5), at(-6.5, -2.0));
    let bow = vec![
        Segment::MoveTo(at(-3.6, -2.0)),
        Segment::LineTo(at(-3.6, -4.5)),
        Segment::CubicTo(at(-3.6, -9.5), at(3.6, -9.5), at(3.6, -4.5)),
        Segment::LineTo(at(3.6, -2.0)),
    ];
    // A ring of paper sets it off from what lies below.
    for outline in [body.clone(), bow.clone()] {
        sheet.path(PathShape {
            outline,
            stroke: Some(ring),
            fill: None,
        });
    }
    sheet.stroke(bow, Ink::Muted, 1.8);
    sheet.fill(body, Ink::Muted);
    sheet.finish()
}
