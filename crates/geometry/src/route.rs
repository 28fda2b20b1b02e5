//! Routes: the curve that an arrow takes between two boxes.

use crate::outline::hull;
use crate::rim::{End, Side};
use crate::{Page, Point, Rect, Segment, Vector};

/// Page units between the ends of neighbouring arrows that join the same two boxes.
const LANE: f64 = 18.0;
/// How much farther apart their control points are, so that there is room for a label on each.
const LANE_BULGE: f64 = 52.0;
/// Two boxes with at least this much between them are joined across that gap.
const ROOM: f64 = 36.0;
/// Straight pieces that stand for one curve when distances are measured.
const PIECES: u32 = 24;

/// One cubic piece of a route; it starts where the piece before it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// The control point on the side of the start.
    pub leave: Point<Page>,
    /// The control point on the side of the end.
    pub arrive: Point<Page>,
    /// Where the piece ends.
    pub end: Point<Page>,
}

/// The curve that an arrow takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Where it leaves its first box.
    pub start: Point<Page>,
    /// The pieces, never none.
    pub curves: Vec<Curve>,
    /// The middle of the place for words.
    pub label_at: Point<Page>,
    /// An area that holds the whole curve.
    pub bounds: Rect<Page>,
}

/// What an arrow prefers, and which of several it is.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Bend {
    /// Leaves downwards when the target is below, as failure paths do; otherwise sideways wherever there is room.
    pub downwards: bool,
    /// The place among the arrows that join the same two boxes, counted from their middle: 0 for a single arrow,
    /// -0.5 and 0.5 for two.
    pub lane: f64,
}

/// The route of an arrow between two boxes. Any two rectangles have one, even if they overlap.
pub fn route_of(from: &End, to: &End, bend: Bend) -> Route {
    let (leaving, arriving) = sides(from.rect, to.rect, bend.downwards);
    let apart = to.rect.center() - from.rect.center();
    let sideways = matches!(leaving, Side::Left | Side::Right);
    let (across, along) = if sideways {
        (apart.y, apart.x)
    } else {
        (apart.x, apart.y)
    };
    let half = |rect: Rect<Page>| half_along(rect, !sideways);
    let port = |end: &End, towards: f64| {
        let lean = (towards * 0.12).clamp(-half(end.rect) * 0.4, half(end.rect) * 0.4);
        (lean + bend.lane * LANE).clamp(-half(end.rect) * 0.85, half(end.rect) * 0.85)
    };
    let start = from.port(leaving, port(from, across));
    let end = to.port(arriving, port(to, -across));
    let reach = ((along.abs() - half_along(from.rect, sideways) - half_along(to.rect, sideways)) * 0.5)
        .max(across.abs() * 0.18)
        .clamp(28.0, 180.0);
    let bulge = if sideways {
        Vector::new(0.0, bend.lane * LANE_BULGE)
    } else {
        Vector::new(bend.lane * LANE_BULGE * 2.0, 0.0)
    };
    let curve = Curve {
        leave: start + leaving.outward() * reach + bulge,
        arrive: end + arriving.outward() * reach + bulge,
        end,
    };
    Route::new(start, vec![curve])
}

/// The sides to leave and to arrive at.
fn sides(from: Rect<Page>, to: Rect<Page>, downwards: bool) -> (Side, Side) {
    let right = to.left() - from.right();
    let left = from.left() - to.right();
    let below = to.top() - from.bottom();
    let above = from.top() - to.bottom();
    let (beside, stacked) = (right.max(left), below.max(above));
    let upright = if downwards {
        below >= ROOM || stacked > beside
    } else {
        beside < ROOM && stacked > beside
    };
    match (upright, right >= left, below >= above) {
        (true, _, true) => (Side::Bottom, Side::Top),
        (true, _, false) => (Side::Top, Side::Bottom),
        (false, true, _) => (Side::Right, Side::Left),
        (false, false, _) => (Side::Left, Side::Right),
    }
}

fn half_along(rect: Rect<Page>, sideways: bool) -> f64 {
    let whole = if sideways {
        rect.size.width
    } else {
        rect.size.height
    };
    whole / 2.0
}

impl Route {
    /// The route that starts at `start` and takes `curves`; with none it is a point.
    pub fn new(start: Point<Page>, curves: Vec<Curve>) -> Self {
        let mut route = Self {
            start,
            curves,
            label_at: start,
            bounds: Rect::spanning(start, start),
        };
        if let Some(bounds) = hull(&route.segments()) {
            route.bounds = bounds;
        }
        route.label_at = route.point_at(0.5);
        route
    }

    /// The movements of the pen.
    pub fn segments(&self) -> Vec<Segment<Page>> {
        let curves = self.curves.iter();
        std::iter::once(Segment::MoveTo(self.start))
            .chain(curves.map(|curve| Segment::CubicTo(curve.leave, curve.arrive, curve.end)))
            .collect()
    }

    /// Where it ends.
    pub fn end(&self) -> Point<Page> {
        self.curves.last().map_or(self.start, |curve| curve.end)
    }

    /// The direction in which it arrives, of length 1 unless the route is a point.
    pub fn heading(&self) -> Vector<Page> {
        let Some(last) = self.curves.last() else {
            return Vector::new(0.0, 0.0);
        };
        let straight = last.end - last.arrive;
        if straight.length() > 0.0 {
            straight.normalized()
        } else {
            (last.end - self.start).normalized()
        }
    }

    /// The point a share `t` of the way along, where all pieces count alike.
    pub fn point_at(&self, t: f64) -> Point<Page> {
        let count = self.curves.len();
        let scaled = t.clamp(0.0, 1.0) * count as f64;
        let index = (scaled as usize).min(count.saturating_sub(1));
        let before = index.checked_sub(1).and_then(|before| self.curves.get(before));
        let start = before.map_or(self.start, |curve| curve.end);
        match self.curves.get(index) {
            Some(curve) => curve.point_at(start, scaled - index as f64),
            None => start,
        }
    }

    /// How far `point` is from the curve, within a fraction of a page unit.
    pub fn distance(&self, point: Point<Page>) -> f64 {
        let mut nearest = self.start.distance(point);
        let mut start = self.start;
        for curve in &self.curves {
            let mut last = start;
            for piece in 1..=PIECES {
                let next = curve.point_at(start, f64::from(piece) / f64::from(PIECES));
                nearest = nearest.min(distance_to_line(point, last, next));
                last = next;
            }
            start = curve.end;
        }
        nearest
    }
}

impl Curve {
    fn point_at(&self, start: Point<Page>, t: f64) -> Point<Page> {
        let (a, b, c) = (
            start.lerp(self.leave, t),
            self.leave.lerp(self.arrive, t),
            self.arrive.lerp(self.end, t),
        );
        a.lerp(b, t).lerp(b.lerp(c, t), t)
    }
}

fn distance_to_line(point: Point<Page>, a: Point<Page>, b: Point<Page>) -> f64 {
    let line = b - a;
    let squared = line.x * line.x + line.y * line.y;
    if squared == 0.0 {
        return point.distance(a);
    }
    let to = point - a;
    let t = ((to.x * line.x + to.y * line.y) / squared).clamp(0.0, 1.0);
    point.distance(a.lerp(b, t))
}
