//! Shapes: the primitives that a picture is made of.

use geometry::{Page, Point, Rect, Segment};

use crate::Ink;
use crate::silhouette::moved;

/// A drawing made of primitives, lowest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What to draw, in this order.
    pub shapes: Vec<Shape>,
    /// An area that holds all of it, strokes included.
    pub bounds: Rect<Page>,
}

impl Picture {
    /// The same picture with its origin at another place.
    pub fn moved(mut self, to: Point<Page>) -> Self {
        for shape in &mut self.shapes {
            match shape {
                Shape::Path(path) => path.outline = moved(&path.outline, to),
                Shape::Text(text) => text.at += to.to_vector(),
            }
        }
        self.bounds = self.bounds.translate(to.to_vector());
        self
    }
}

/// One primitive.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Lines and areas.
    Path(PathShape),
    /// One line of text.
    Text(TextShape),
}

/// Lines and areas: filled first, then stroked.
#[derive(Clone, Debug, PartialEq)]
pub struct PathShape {
    /// The movements of the pen.
    pub outline: Vec<Segment<Page>>,
    /// The line, with round caps and joins.
    pub stroke: Option<Stroke>,
    /// The area inside.
    pub fill: Option<Ink>,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width in page units.
    pub width: f64,
    /// Interrupted, or whole.
    pub dash: Option<Dash>,
}

/// How a line is interrupted, in page units; the caps are round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dash {
    /// The length of a dash.
    pub on: f64,
    /// The length between two dashes.
    pub off: f64,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextShape {
    /// On the baseline: where the line starts, has its middle or ends, as `anchor` says.
    pub at: Point<Page>,
    /// The words; no line breaks.
    pub text: String,
    /// The typeface.
    pub font: Font,
    /// The font size in page units.
    pub size: f64,
    /// How heavy.
    pub weight: Weight,
    /// What `at` is.
    pub anchor: Anchor,
    /// The colour.
    pub ink: Ink,
}

/// One of the two shipped typefaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Font {
    /// The hand that writes on the board.
    Hand,
    /// The plain face of panels and small print.
    Plain,
}

impl Font {
    /// The CSS family name under which outputs declare the shipped file.
    pub const fn family(self) -> &'static str {
        match self {
            Self::Hand => "Sketchlint Hand",
            Self::Plain => "Sketchlint Plain",
        }
    }
}

/// How heavy text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    Bold,
}

impl Weight {
    /// The number that CSS uses.
    pub const fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Bold => 600,
        }
    }
}

/// Which point of a line of text is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// How boxes and arrows are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Look {
    /// As with a pen on a whiteboard.
    #[default]
    HandDrawn,
    /// With straight, clean lines.
    Plain,
}
