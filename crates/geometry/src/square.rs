//! Square ways: arrows that run level and upright with small corners, as wires are drawn on a plan.

use crate::detour::straightened;
use crate::rim::{End, Side};
use crate::rounding::rounded;
use crate::route::{Bend, Curve, Route, sides};
use crate::{Page, Point};

/// The radius of a corner, in page units.
pub(crate) const RADIUS: f64 = 10.0;
/// Page units between the ends of arrows between the same two boxes: more than curves need, which part on their way.
const SPREAD: f64 = 36.0;
/// The share of half a side that arrows end aside of its middle at most, and at what distance across half of that.
const ASIDE: f64 = 0.75;
const HALFWAY: f64 = 150.0;
/// The share of a side in the middle of which a straight line may end.
const MIDDLE: f64 = 0.7;
/// Page units between the turns of two arrows between the same boxes.
const LANE: f64 = 36.0;
/// How much earlier or later an arrow of a fan turns, for each page unit across that it has to go.
const FAN: f64 = 0.07;
/// Page units between the turn of an arrow that goes down, or to the right, and one that does not.
const CROSSING: f64 = 14.0;
/// Page units between a turn and the boxes, where there is room.
const KEEP: f64 = 24.0;

/// The square route between two boxes: straight where they face each other, otherwise with two turns in the gap.
/// `early` is 1 for an arrow of a fan that parts, -1 for one of a fan that comes together.
pub(crate) fn square_route(from: &End, to: &End, bend: Bend, early: f64) -> Route {
    let (leaving, arriving) = sides(from.rect, to.rect, bend.downwards);
    let start = from.port(leaving, lean(from, leaving, to, bend.lane));
    let end = to.port(arriving, lean(to, arriving, from, bend.lane));
    let is_level = leaving.outward().y == 0.0;
    let points = match straight(from, leaving, to, bend.lane, (start, end)) {
        Some(at) => vec![
            from.port(leaving, at - leaving.along(from.rect.center())),
            to.port(arriving, at - leaving.along(to.rect.center())),
        ],
        None if is_level => {
            let x = turn((start.x, end.x), end.y - start.y, bend.lane, early);
            vec![start, Point::new(x, start.y), Point::new(x, end.y), end]
        }
        None => {
            let y = turn((start.y, end.y), end.x - start.x, bend.lane, early);
            vec![start, Point::new(start.x, y), Point::new(end.x, y), end]
        }
    };
    let points = straightened(points.into_iter());
    let start = points.first().copied().unwrap_or(start);
    let mut curves = rounded(&points, RADIUS, &[]);
    if curves.is_empty() {
        curves.push(Curve {
            leave: start,
            arrive: end,
            end,
        });
    }
    Route::new(start, curves)
}

/// How far from the middle of its side an arrow ends: towards the other box, and the more the farther that is across, so
/// that no two of a fan share an end.
fn lean(end: &End, side: Side, other: &End, lane: f64) -> f64 {
    let half = end.half(side);
    let towards = side.along(other.rect.center()) - side.along(end.rect.center());
    let lean = half * ASIDE * towards / (towards.abs() + HALFWAY);
    (lean + lane * SPREAD).clamp(-half * 0.85, half * 0.85)
}

/// Where across both boxes a straight line joins them; nothing where they do not face each other.
fn straight(
    from: &End,
    side: Side,
    to: &End,
    lane: f64,
    (start, end): (Point<Page>, Point<Page>),
) -> Option<f64> {
    let share = if lane == 0.0 { MIDDLE } else { 0.85 };
    let at = (side.along(start) + side.along(end)) / 2.0;
    let reaches = |end: &End| (at - side.along(end.rect.center())).abs() <= end.half(side) * share;
    (reaches(from) && reaches(to)).then_some(at)
}

/// Where on the way between two rims an arrow turns that has `across` to go. Of a fan, those that go farther turn first
/// where it parts and last where it comes together, and so cross none of the others.
fn turn((start, end): (f64, f64), across: f64, lane: f64, early: f64) -> f64 {
    let ahead = if end < start { -1.0 } else { 1.0 };
    let aside = if across < 0.0 { -1.0 } else { 1.0 };
    let room = ((end - start).abs() / 2.0 - KEEP).max(0.0);
    let shift = aside * (CROSSING / 2.0 - lane * LANE) - early * across.abs() * FAN;
    (start + end) / 2.0 + ahead * shift.clamp(-room, room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rect, Size, Turn, route_of};
    use proptest::prelude::*;

    fn end(x: f64, y: f64) -> End {
        End::of(Rect::new(Point::new(x, y), Size::new(176.0, 96.0)))
    }

    fn square(early: f64, lane: f64) -> Bend {
        Bend {
            lane,
            turn: Turn::Square { early },
            ..Bend::default()
        }
    }

    /// Each straight part is level or upright; what turns is no larger than a corner.
    fn is_square(route: &Route) -> bool {
        let mut at = route.start;
        route.curves.iter().all(|curve| {
            let by = curve.end - std::mem::replace(&mut at, curve.end);
            by.x.abs() < 1e-9 || by.y.abs() < 1e-9 || (by.x.abs().max(by.y.abs()) <= RADIUS + 1e-9)
        })
    }

    #[test]
    fn boxes_that_face_each_other_are_joined_by_one_line() {
        let route = route_of(&end(0.0, 0.0), &end(400.0, 40.0), square(0.0, 0.0));
        assert_eq!(route.curves.len(), 1);
        assert_eq!(
            (route.start, route.end()),
            (Point::new(176.0, 68.0), Point::new(400.0, 68.0))
        );
    }

    #[test]
    fn others_are_joined_by_two_turns_in_the_gap() {
        let route = route_of(&end(0.0, 0.0), &end(400.0, 200.0), square(0.0, 0.0));
        assert_eq!(route.curves.len(), 5, "three lines and two corners");
        assert!(is_square(&route));
        assert_eq!(route.heading().y, 0.0);
    }

    #[test]
    fn of_a_fan_none_crosses_another() {
        let (near, far) = (200.0, 400.0);
        for (early, is_out) in [(1.0, true), (-1.0, false)] {
            let way = |y: f64| match is_out {
                true => route_of(&end(0.0, 0.0), &end(400.0, y), square(early, 0.0)),
                false => route_of(&end(0.0, y), &end(400.0, 0.0), square(early, 0.0)),
            };
            let (near, far) = (way(near), way(far));
            for step in 1..20 {
                let point = far.point_at(f64::from(step) / 20.0);
                assert!(near.distance(point) > 3.0, "early {early}, at {point:?}");
            }
        }
    }

    #[test]
    fn arrows_between_the_same_boxes_keep_apart() {
        for y in [0.0, 20.0, 300.0, -300.0] {
            let there = route_of(&end(0.0, 0.0), &end(400.0, y), square(0.0, -0.5));
            let back = route_of(&end(400.0, y), &end(0.0, 0.0), square(0.0, 0.5));
            for step in 0..=20 {
                let point = there.point_at(f64::from(step) / 20.0);
                assert!(back.distance(point) > 12.0, "{y}: {point:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_two_boxes_are_joined_squarely(
            x in -900.0..900.0, y in -900.0..900.0, lane in -3.0..3.0, early in -1.0..1.0, downwards: bool
        ) {
            let (from, to) = (end(0.0, 0.0), end(x, y));
            let route = route_of(&from, &to, Bend { downwards, ..square(early, lane) });
            prop_assert!(is_square(&route), "{:?}", route);
            prop_assert!(from.rect.inflate(1e-6).contains(route.start));
            prop_assert!(to.rect.inflate(1e-6).contains(route.end()));
            prop_assert!((route.heading().length() - 1.0).abs() < 1e-9);
        }
    }
}
