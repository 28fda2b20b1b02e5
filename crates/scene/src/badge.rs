//! Badges: the sign of the worst finding, and how many there are. Each severity has a shape of its own.

use geometry::{Page, Point, Segment, Size, Vector};

use crate::sheet::Sheet;
use crate::silhouette::{moved, rounded};
use crate::{Anchor, Font, Ink, Level, Marks, PathShape, Stroke, TextShape, Weight};

/// Half the height of a badge.
const RADIUS: f64 = 9.5;

/// Draws the badge of `marks` with its middle at `at`.
pub(crate) fn draw_badge(sheet: &mut Sheet, marks: &Marks, at: Point<Page>) {
    let Some(level) = marks.level else {
        return;
    };
    let ink = Ink::of_level(level);
    // A ring of paper sets it off from the outline below.
    let ring = Stroke {
        ink: Ink::Paper,
        width: 4.0,
        dash: None,
    };
    let ground = moved(&ground(level), at);
    sheet.path(PathShape {
        outline: ground.clone(),
        stroke: Some(ring),
        fill: Some(ink),
    });
    let rim = Stroke {
        ink,
        width: 1.4,
        dash: None,
    };
    let inner = if level == Level::Info { Ink::Paper } else { ink };
    sheet.path(PathShape {
        outline: ground,
        stroke: Some(rim),
        fill: Some(inner),
    });
    let sign = if level == Level::Info { ink } else { Ink::OnMark };
    sheet.stroke(moved(&sign_of(level), at), sign, 2.3);
    if marks.count > 1 {
        sheet.text(TextShape {
            at: at + Vector::new(RADIUS + 4.0, -2.0),
            text: marks.count.to_string(),
            font: Font::Plain,
            size: 12.0,
            weight: Weight::Bold,
            anchor: Anchor::Start,
            ink,
        });
    }
}

/// The ground about the origin: a disc, a triangle, a square.
fn ground(level: Level) -> Vec<Segment<Page>> {
    let square = Size::new(RADIUS * 2.0, RADIUS * 2.0);
    let centred = Point::new(-RADIUS, -RADIUS);
    match level {
        Level::Error => moved(&rounded(square, RADIUS), centred),
        Level::Warning => vec![
            Segment::MoveTo(Point::new(0.0, -RADIUS)),
            Segment::LineTo(Point::new(RADIUS * 1.1, RADIUS * 0.85)),
            Segment::LineTo(Point::new(-RADIUS * 1.1, RADIUS * 0.85)),
            Segment::Close,
        ],
        Level::Info => moved(&rounded(square, 3.5), centred),
    }
}

/// An exclamation mark, lower in the triangle; an i in the square. A dot is a line without length: its caps are round.
fn sign_of(level: Level) -> Vec<Segment<Page>> {
    let (from, to, dot) = match level {
        Level::Error => (-5.0, 1.2, 5.2),
        Level::Warning => (-3.6, 1.6, 5.2),
        Level::Info => (-0.4, 5.0, -4.8),
    };
    let line = |from, to| {
        [
            Segment::MoveTo(Point::new(0.0, from)),
            Segment::LineTo(Point::new(0.0, to)),
        ]
    };
    [line(from, to), line(dot, dot + 0.01)].concat()
}
