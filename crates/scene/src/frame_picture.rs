//! The picture of a frame: a rectangle drawn by hand, and its title above it. It has no ground, so that nothing behind
//! it is lost.

use board::{FrameId, FrameRecord};
use geometry::{Page, Point, Rect, Size, Vector};

use crate::pen::Pen;
use crate::sheet::Sheet;
use crate::silhouette::rounded;
use crate::{Anchor, Font, Ink, Look, Picture, TextShape, Weight, shorten};

/// What stands above a frame that has no title yet.
const PLACEHOLDER: &str = "frame";
const SIZE: f64 = 17.0;
/// The height of the strip above a frame that its title stands in.
const STRIP: f64 = 31.0;
/// The radius of its corners.
const CORNER: f64 = 10.0;

/// The picture of a frame in its own coordinates: the origin is its top left corner. Without its title where that is
/// being written in its place.
pub fn frame_picture(id: &FrameId, record: &FrameRecord, shows_title: bool, look: Look) -> Picture {
    let mut sheet = Sheet::default();
    let corner = CORNER.min(record.size.width / 2.0).min(record.size.height / 2.0);
    let outline = rounded(record.size, corner);
    let outline = match look {
        Look::Plain => outline,
        Look::HandDrawn => Pen::new(id.as_str(), 1.2).once(&outline),
    };
    sheet.stroke(outline, Ink::Muted, 1.5);
    let title = record.title.trim();
    if shows_title {
        let blank = title.is_empty();
        let text = if blank { PLACEHOLDER } else { title }.replace('\n', " ");
        sheet.text(TextShape {
            at: Point::new(4.0, -12.0),
            text: shorten(&text, Font::Hand, Weight::Bold, SIZE, record.size.width - 8.0),
            font: Font::Hand,
            size: SIZE,
            weight: if blank { Weight::Regular } else { Weight::Bold },
            anchor: Anchor::Start,
            ink: if blank { Ink::Muted } else { Ink::Ink },
        });
    }
    sheet.finish()
}

/// The strip above a frame that its title stands in.
pub fn frame_title_area(record: &FrameRecord) -> Rect<Page> {
    let corner = record.at - Vector::new(0.0, STRIP);
    Rect::new(corner, Size::new(record.size.width, STRIP))
}
