//! The picture of a stroke: a smooth line through its points.

use board::StrokeRecord;
use geometry::{Page, Rect, smooth};

use crate::sheet::Sheet;
use crate::{Ink, Picture};

/// The picture of a stroke in its own coordinates: the origin is the top left corner of its [`stroke_area`].
pub fn stroke_picture(record: &StrokeRecord) -> Picture {
    let corner = stroke_area(record).origin.to_vector();
    let points: Vec<_> = record.points.iter().map(|point| *point - corner).collect();
    let mut sheet = Sheet::default();
    sheet.stroke(smooth(&points), Ink::Ink, StrokeRecord::WIDTH);
    sheet.finish()
}

/// The area that a stroke covers.
pub fn stroke_area(record: &StrokeRecord) -> Rect<Page> {
    let dots = record.points.iter().map(|point| Rect::spanning(*point, *point));
    let hull = Rect::enclosing(dots).unwrap_or_default();
    hull.inflate(StrokeRecord::WIDTH / 2.0)
}
