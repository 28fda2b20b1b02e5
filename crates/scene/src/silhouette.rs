//! Silhouettes: the outline that a role gives its box.

use board::Role;
use geometry::{Page, Point, Rect, Segment, Size};

use crate::Dash;
use crate::arrow::{lid, tip};

/// The outline of a box in its own coordinates.
pub(crate) struct Silhouette {
    /// The closed outline, clean.
    pub(crate) outline: Vec<Segment<Page>>,
    /// Lines inside.
    pub(crate) detail: Vec<Segment<Page>>,
    /// How the outline is interrupted.
    pub(crate) dash: Option<Dash>,
    /// Where words may stand.
    pub(crate) inside: Rect<Page>,
    /// Where the mark sits on the rim.
    pub(crate) mark_at: Point<Page>,
}

/// How much of a quarter circle's radius its control points lie along the tangents.
const ARC: f64 = 0.5523;
const DASHED: Dash = Dash { on: 7.0, off: 5.5 };
/// Page units between the outline and words.
const PADDING: f64 = 10.0;

/// The silhouette of a box of `role` and `size`.
pub(crate) fn silhouette(role: Role, size: Size) -> Silhouette {
    let (width, height) = (size.width, size.height);
    let plain = |outline| Silhouette {
        outline,
        detail: Vec::new(),
        dash: None,
        inside: inside(size, PADDING, PADDING, 0.0),
        mark_at: Point::new(width - 8.0, 1.0),
    };
    match role {
        Role::Source | Role::Consumer => Silhouette {
            inside: inside(size, height * 0.18, height * 0.18, 0.0),
            mark_at: Point::new(width - height * 0.3, height * 0.07),
            ..plain(rounded(size, height / 2.0))
        },
        Role::Ingest => Silhouette {
            inside: inside(size, PADDING, tip(width, height), 0.0),
            mark_at: Point::new(width - tip(width, height), 1.0),
            ..plain(chevron(size))
        },
        Role::Process => plain(rounded(size, 11.0)),
        Role::Store => Silhouette {
            detail: lid_line(size),
            inside: inside(size, PADDING, PADDING, lid(height) * 2.0),
            mark_at: Point::new(width - 9.0, lid(height) * 0.6),
            ..plain(cylinder(size))
        },
        Role::Serve => Silhouette {
            inside: inside(size, tip(width, height) * 0.8, tip(width, height) * 0.8, 0.0),
            mark_at: Point::new(width - tip(width, height), 1.0),
            ..plain(hexagon(size))
        },
        Role::Govern => Silhouette {
            dash: Some(DASHED),
            ..plain(shield(size))
        },
        Role::Observe => Silhouette {
            dash: Some(DASHED),
            inside: inside(size, PADDING * 1.6, PADDING * 1.6, 0.0),
            mark_at: Point::new(width * 0.92, height * 0.08),
            ..plain(lens(size))
        },
    }
}

fn inside(size: Size, left: f64, right: f64, top: f64) -> Rect<Page> {
    let width = (size.width - left - right).max(1.0);
    Rect::new(
        Point::new(left, top),
        Size::new(width, (size.height - top).max(1.0)),
    )
}

fn p(x: f64, y: f64) -> Point<Page> {
    Point::new(x, y)
}

/// A rectangle with round corners, clockwise from the upper left.
pub(crate) fn rounded(size: Size, radius: f64) -> Vec<Segment<Page>> {
    let (w, h) = (size.width, size.height);
    let r = radius.min(w / 2.0).min(h / 2.0);
    let k = r * (1.0 - ARC);
    vec![
        Segment::MoveTo(p(r, 0.0)),
        Segment::LineTo(p(w - r, 0.0)),
        Segment::CubicTo(p(w - k, 0.0), p(w, k), p(w, r)),
        Segment::LineTo(p(w, h - r)),
        Segment::CubicTo(p(w, h - k), p(w - k, h), p(w - r, h)),
        Segment::LineTo(p(r, h)),
        Segment::CubicTo(p(k, h), p(0.0, h - k), p(0.0, h - r)),
        Segment::LineTo(p(0.0, r)),
        Segment::CubicTo(p(0.0, k), p(k, 0.0), p(r, 0.0)),
        Segment::Close,
    ]
}

/// `outline` with its origin at `to`.
pub(crate) fn moved(outline: &[Segment<Page>], to: Point<Page>) -> Vec<Segment<Page>> {
    let by = to.to_vector();
    let shift = |segment: &Segment<Page>| match *segment {
        Segment::MoveTo(a) => Segment::MoveTo(a + by),
        Segment::LineTo(a) => Segment::LineTo(a + by),
        Segment::CubicTo(a, b, c) => Segment::CubicTo(a + by, b + by, c + by),
        Segment::Close => Segment::Close,
    };
    outline.iter().map(shift).collect()
}

fn chevron(size: Size) -> Vec<Segment<Page>> {
    let (w, h) = (size.width, size.height);
    let tip = tip(w, h);
    vec![
        Segment::MoveTo(p(0.0, 0.0)),
        Segment::LineTo(p(w - tip, 0.0)),
        Segment::LineTo(p(w, h / 2.0)),
        Segment::LineTo(p(w - tip, h)),
        Segment::LineTo(p(0.0, h)),
        Segment::Close,
    ]
}

fn hexagon(size: Size) -> Vec<Segment<Page>> {
    let (w, h) = (size.width, size.height);
    let tip = tip(w, h);
    vec![
        Segment::MoveTo(p(tip, 0.0)),
        Segment::LineTo(p(w - tip, 0.0)),
        Segment::LineTo(p(w, h / 2.0)),
        Segment::LineTo(p(w - tip, h)),
        Segment::LineTo(p(tip, h)),
        Segment::LineTo(p(0.0, h / 2.0)),
        Segment::Close,
    ]
}

fn cylinder(size: Size) -> Vec<Segment<Page>> {
    let (w, h) = (size.width, size.height);
    let lid = lid(h);
    let mut outline = vec![Segment::MoveTo(p(0.0, lid))];
    outline.extend(arc(0.0, lid, w, -lid));
    outline.push(Segment::LineTo(p(w, h - lid)));
    outline.extend(arc(w, h - lid, -w, lid));
    outline.push(Segment::Close);
    outline
}

fn lid_line(size: Size) -> Vec<Segment<Page>> {
    let lid = lid(size.height);
    let mut line = vec![Segment::MoveTo(p(0.0, lid))];
    line.extend(arc(0.0, lid, size.width, lid));
    line
}

/// Half an ellipse from (`x`, `y`) to (`x + across`, `y`) that reaches `depth` downwards.
fn arc(x: f64, y: f64, across: f64, depth: f64) -> [Segment<Page>; 2] {
    let half = across / 2.0;
    let k = half * ARC;
    let low = y + depth;
    [
        Segment::CubicTo(p(x, y + depth * ARC), p(x + half - k, low), p(x + half, low)),
        Segment::CubicTo(
            p(x + half + k, low),
            p(x + across, y + depth * ARC),
            p(x + across, y),
        ),
    ]
}

fn shield(size: Size) -> Vec<Segment<Page>> {
    let (w, h) = (size.width, size.height);
    let r = 7.0_f64.min(w / 4.0).min(h / 4.0);
    let shoulder = h * 0.82;
    vec![
        Segment::MoveTo(p(r, 0.0)),
        Segment::LineTo(p(w - r, 0.0)),
        Segment::CubicTo(p(w - r / 2.0, 0.0), p(w, r / 2.0), p(w, r)),
        Segment::LineTo(p(w, shoulder)),
        Segment::CubicTo(p(w, h * 0.93), p(w * 0.72, h * 0.97), p(w / 2.0, h)),
        Segment::CubicTo(p(w * 0.28, h * 0.97), p(0.0, h * 0.93), p(0.0, shoulder)),
        Segment::LineTo(p(0.0, r)),
        Segment::CubicTo(p(0.0, r / 2.0), p(r / 2.0, 0.0), p(r, 0.0)),
        Segment::Close,
    ]
}

/// Between an ellipse and a rectangle.
fn lens(size: Size) -> Vec<Segment<Page>> {
    let (w, h) = (size.width, size.height);
    let (x, y) = (w * 0.06, h * 0.08);
    vec![
        Segment::MoveTo(p(0.0, h / 2.0)),
        Segment::CubicTo(p(0.0, y), p(x, 0.0), p(w / 2.0, 0.0)),
        Segment::CubicTo(p(w - x, 0.0), p(w, y), p(w, h / 2.0)),
        Segment::CubicTo(p(w, h - y), p(w - x, h), p(w / 2.0, h)),
        Segment::CubicTo(p(x, h), p(0.0, h - y), p(0.0, h / 2.0)),
        Segment::Close,
    ]
}
