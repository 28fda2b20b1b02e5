//! Routes: the curve that an arrow takes between two boxes.

use crate::outline::hull;
use crate::rim::{End, Side};
use crate::square::square_route;
use crate::{Page, Point, Rect, Segment, Vector};

/// Page units between the ends of neighbouring arrows that join the same two boxes.
const LANE: f64 = 18.0;
/// How much farther apart their control points are, so that there is room for a label on each.
const LANE_BULGE: f64 = 52.0;
/// Two boxes with at least this much between them are joined across that gap.
const ROOM: f64 = 36.0;
/// Straight pieces that stand for one curve when distances are measured.
const PIECES: u32 = 40;

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
    /// How many page units farther than need be it keeps from the boxes that it goes around, so that it does not run on
    /// top of another arrow there.
    pub apart: f64,
    /// How it turns.
    pub turn: Turn,
}

/// How an arrow turns.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum Turn {
    /// In one sweep where the way is free, else in wide corners.
    #[default]
    Smooth,
    /// At right angles, with small corners.
    Square {
        /// 1 where it parts from others that leave the same box, -1 where it comes together with others that reach the
        /// same box, 0 where it does neither.
        early: f64,
    },
}

/// The route of an arrow between two boxes. Any two rectangles have one, even if they overlap.
pub fn route_of(from: &End, to: &End, bend: Bend) -> Route {
    match bend.turn {
        Turn::Smooth => sweep(from, to, bend),
        Turn::Square { early } => square_route(from, to, bend, early),
    }
}

fn sweep(from: &End, to: &End, bend: Bend) -> Route {
    let (leaving, arriving) = sides(from.rect, to.rect, bend.downwards);
    let apart = to.rect.center() - from.rect.center();
    let sideways = matches!(leaving, Side::Left | Side::Right);
    let (across, along) = if sideways {
        (apart.y, apart.x)
    } else {
        (apart.x, apart.y)
    };
    let start = from.port(leaving, lean(from, leaving, to, bend));
    let end = to.port(arriving, lean(to, arriving, from, bend));
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

/// How far from the middle of its side an arrow that joins `end` with `other` has its place: a little towards that.
pub(crate) fn lean(end: &End, side: Side, other: &End, bend: Bend) -> f64 {
    let half = end.half(side);
    let towards = side.along(other.rect.center()) - side.along(end.rect.center());
    let lean = (towards * 0.12).clamp(-half * 0.4, half * 0.4);
    (lean + bend.lane * LANE).clamp(-half * 0.85, half * 0.85)
}

/// The sides to leave and to arrive at.
pub(crate) fn sides(from: Rect<Page>, to: Rect<Page>, downwards: bool) -> (Side, Side) {
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

    /// The same route, moved.
    pub fn translate(&self, by: Vector<Page>) -> Self {
        let moved = |curve: &Curve| Curve {
            leave: curve.leave + by,
            arrive: curve.arrive + by,
            end: curve.end + by,
        };
        Self {
            start: self.start + by,
            curves: self.curves.iter().map(moved).collect(),
            label_at: self.label_at + by,
            bounds: self.bounds.translate(by),
        }
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

    /// Nearly how long it is.
    pub fn length(&self) -> f64 {
        self.pieces().map(|(_, _, length)| length).sum()
    }

    /// Each piece with its start and nearly its length.
    fn pieces(&self) -> impl Iterator<Item = (Point<Page>, &Curve, f64)> {
        let starts = std::iter::once(self.start).chain(self.curves.iter().map(|curve| curve.end));
        starts
            .zip(&self.curves)
            .map(|(start, curve)| (start, curve, curve.length(start)))
    }

    /// The point a share `t` of the way along, where each piece counts by its length.
    pub fn point_at(&self, t: f64) -> Point<Page> {
        let mut left = t.clamp(0.0, 1.0) * self.length();
        for (start, curve, length) in self.pieces() {
            if left < length {
                return curve.point_at(start, left / length);
            }
            left -= length;
        }
        if t > 0.0 { self.end() } else { self.start }
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
    /// Nearly its length.
    fn length(&self, start: Point<Page>) -> f64 {
        let around =
            start.distance(self.leave) + self.leave.distance(self.arrive) + self.arrive.distance(self.end);
        (start.distance(self.end) + around) / 2.0
    }

    /// The point a share `t` of the piece that begins at `start`.
    pub(crate) fn point_at(&self, start: Point<Page>, t: f64) -> Point<Page> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Size;
    use proptest::prelude::*;

    fn end(x: f64, y: f64) -> End {
        End::of(Rect::new(Point::new(x, y), Size::new(176.0, 96.0)))
    }

    fn straight(from: &End, to: &End) -> Route {
        route_of(from, to, Bend::default())
    }

    #[test]
    fn leaves_on_the_right_and_enters_on_the_left() {
        let route = straight(&end(0.0, 0.0), &end(400.0, 0.0));
        assert_eq!(
            (route.start, route.end()),
            (Point::new(176.0, 48.0), Point::new(400.0, 48.0))
        );
        assert_eq!(route.heading(), Vector::new(1.0, 0.0));
        assert!(route.label_at.distance(Point::new(288.0, 48.0)) < 1e-9);
    }

    #[test]
    fn goes_down_when_the_target_is_below() {
        let route = straight(&end(0.0, 0.0), &end(0.0, 300.0));
        assert_eq!(
            (route.start, route.end()),
            (Point::new(88.0, 96.0), Point::new(88.0, 300.0))
        );
        let failure = Bend {
            downwards: true,
            ..Bend::default()
        };
        let route = route_of(&end(0.0, 0.0), &end(400.0, 300.0), failure);
        assert_eq!((route.start.y, route.end().y), (96.0, 300.0));
    }

    #[test]
    fn lanes_lie_apart_in_both_directions() {
        let lane = |lane| Bend {
            lane,
            ..Bend::default()
        };
        let there = route_of(&end(0.0, 0.0), &end(400.0, 0.0), lane(-0.5));
        let back = route_of(&end(400.0, 0.0), &end(0.0, 0.0), lane(0.5));
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            assert!(back.distance(there.point_at(share)) > 12.0);
        }
        assert!(there.label_at.distance(back.label_at) > 50.0);
    }

    #[test]
    fn distance_is_that_to_the_nearest_point_of_the_line() {
        let route = straight(&end(0.0, 0.0), &end(400.0, 0.0));
        assert!((route.distance(Point::new(250.0, 58.0)) - 10.0).abs() < 1e-6);
        assert!((route.distance(Point::new(170.0, 40.0)) - 10.0).abs() < 1e-6);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_two_boxes_are_joined(x in -900.0..900.0, y in -900.0..900.0, lane in -3.0..3.0, downwards: bool) {
            let (from, to) = (end(0.0, 0.0), end(x, y));
            let route = route_of(&from, &to, Bend { downwards, lane, ..Bend::default() });
            prop_assert!(from.rect.inflate(1e-6).contains(route.start));
            prop_assert!(to.rect.inflate(1e-6).contains(route.end()));
            prop_assert!((route.heading().length() - 1.0).abs() < 1e-9);
            for step in 0..=10 {
                let point = route.point_at(f64::from(step) / 10.0);
                prop_assert!(route.bounds.inflate(1e-6).contains(point));
                prop_assert!(route.distance(point) < 0.5);
            }
        }
    }
}
