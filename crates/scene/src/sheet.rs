//! The sheet that a picture is drawn on: collects primitives and the area they cover.

use geometry::{Page, Point, Rect, Segment, Size, hull};

use crate::measure::text_reach;
use crate::{Anchor, Ink, PathShape, Picture, Shape, Stroke, TextShape, text_width};

/// A picture in the making.
#[derive(Default)]
pub(crate) struct Sheet {
    shapes: Vec<Shape>,
    bounds: Option<Rect<Page>>,
}

impl Sheet {
    /// Fills `outline`.
    pub(crate) fn fill(&mut self, outline: Vec<Segment<Page>>, fill: Ink) {
        self.path(PathShape {
            outline,
            stroke: None,
            fill: Some(fill),
        });
    }

    /// Draws along `outline`.
    pub(crate) fn stroke(&mut self, outline: Vec<Segment<Page>>, ink: Ink, width: f64) {
        let stroke = Stroke {
            ink,
            width,
            dash: None,
        };
        self.path(PathShape {
            outline,
            stroke: Some(stroke),
            fill: None,
        });
    }

    /// Adds a path.
    pub(crate) fn path(&mut self, path: PathShape) {
        if let Some(area) = hull(&path.outline) {
            let line = path.stroke.map_or(0.0, |stroke| stroke.width);
            self.cover(area.inflate(line / 2.0));
            self.shapes.push(Shape::Path(path));
        }
    }

    /// Adds a line of text, unless it is empty.
    pub(crate) fn text(&mut self, text: TextShape) {
        if text.text.is_empty() {
            return;
        }
        let width = text_width(&text.text, text.font, text.weight, text.size);
        let (above, below) = text_reach(text.font, text.size);
        let left = match text.anchor {
            Anchor::Start => text.at.x,
            Anchor::Middle => text.at.x - width / 2.0,
            Anchor::End => text.at.x - width,
        };
        let area = Rect::new(
            Point::new(left, text.at.y - above),
            Size::new(width, above + below),
        );
        self.cover(area);
        self.shapes.push(Shape::Text(text));
    }

    /// The picture, all of it.
    pub(crate) fn finish(self) -> Picture {
        let nothing = Rect::new(Point::new(0.0, 0.0), Size::new(0.0, 0.0));
        Picture {
            shapes: self.shapes,
            bounds: self.bounds.unwrap_or(nothing),
        }
    }

    fn cover(&mut self, area: Rect<Page>) {
        self.bounds = Some(self.bounds.map_or(area, |bounds| bounds.union(area)));
    }
}
