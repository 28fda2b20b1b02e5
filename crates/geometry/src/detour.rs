//! Detours: the way of an arrow around the boxes that its curve would cross.
//!
//! 1. [`corridor_of`] says how far an arrow may stray; what lies outside never matters to it.
//! 2. [`way_of`] keeps the curve of [`route_of`] where that is free. Otherwise it lays a lattice of lines beside the boxes,
//!    finds the cheapest way on it from any side of the one box to any side of the other, and rounds the corners.
//! 3. Where there is no such way, or none is found within bounds, the curve stays.

use crate::lattice::{HALO, Lattice};
use crate::rim::{End, Side};
use crate::rounding::rounded;
use crate::route::{Bend, Curve, Route, Turn, lean, route_of, sides};
use crate::search::{Gate, cheapest};
use crate::square::RADIUS;
use crate::{Page, Point, Rect};

/// Page units beside its two boxes in which an arrow looks for a way.
const STRAY: f64 = 150.0;
/// Page units that a way keeps from boxes where there is room.
const CLEAR: f64 = 22.0;
/// How much farther out the next of several arrows between the same boxes runs.
const LANE: f64 = 12.0;
/// More rectangles than this are not gone around.
const MOST_BOXES: usize = 80;
/// The widest radius of a corner.
const WIDEST: f64 = 64.0;
/// Straight pieces that a curve is looked at in.
const PIECES: u32 = 16;
/// What another side than the curve's costs, and the one that looks away from the other box, in page units.
const OTHER_SIDE: f64 = 30.0;
const FAR_SIDE: f64 = 70.0;
/// What a page unit between an arrow's end and the place that it prefers costs.
const ASIDE: f64 = 0.35;

/// The area in which an arrow stays, whatever it goes around.
pub fn corridor_of(from: &End, to: &End, bend: Bend) -> Rect<Page> {
    let curve = route_of(from, to, bend);
    from.rect.union(to.rect).inflate(STRAY).union(curve.bounds)
}

/// The way of an arrow between two boxes around `boxes`: the areas of other boxes, and of all words that it shall not
/// strike out. Their order does not matter. What encloses the middle of an end is not gone around.
pub fn way_of(from: &End, to: &End, bend: Bend, boxes: &[Rect<Page>]) -> Route {
    let curve = route_of(from, to, bend);
    let corridor = corridor_of(from, to, bend);
    let in_the_way: Vec<Rect<Page>> = boxes
        .iter()
        .filter(|area| !area.contains(from.rect.center()) && !area.contains(to.rect.center()))
        .filter(|area| area.intersects(&corridor))
        .copied()
        .collect();
    let is_free = in_the_way.len() > MOST_BOXES || !crosses(&curve, &in_the_way);
    if is_free {
        return curve;
    }
    detour(from, to, bend, corridor, in_the_way).unwrap_or(curve)
}

/// The route goes through the inside of one of `boxes`, or close by.
fn crosses(route: &Route, boxes: &[Rect<Page>]) -> bool {
    let mut start = route.start;
    route.curves.iter().any(|curve| {
        let from = std::mem::replace(&mut start, curve.end);
        is_struck(from, curve, boxes)
    })
}

/// The curve from `start` goes through the inside of one of `boxes`, or close by.
pub(crate) fn is_struck(start: Point<Page>, curve: &Curve, boxes: &[Rect<Page>]) -> bool {
    let hull = [curve.leave, curve.arrive, curve.end]
        .into_iter()
        .fold(Rect::spanning(start, start), |hull, point| {
            hull.union(Rect::spanning(point, point))
        });
    boxes.iter().any(|area| {
        let area = area.inflate(HALO - 0.01);
        if !area.intersects(&hull) {
            return false;
        }
        let mut last = start;
        (1..=PIECES).any(|piece| {
            let next = curve.point_at(start, f64::from(piece) / f64::from(PIECES));
            let from = std::mem::replace(&mut last, next);
            meets(&area, from, next)
        })
    })
}

/// The line between two points goes through `area`.
fn meets(area: &Rect<Page>, from: Point<Page>, to: Point<Page>) -> bool {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let axes = [
        (from.x, to.x, area.left(), area.right()),
        (from.y, to.y, area.top(), area.bottom()),
    ];
    for (start, end, low, high) in axes {
        let way = end - start;
        if way == 0.0 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / way, (high - start) / way);
        enter = enter.max(one.min(other));
        leave = leave.min(one.max(other));
    }
    enter < leave
}

/// Where an arrow may leave or reach a box: the place on the rim, and that on the first line beside the box.
#[derive(Clone, Copy, Debug)]
struct Port {
    at: Point<Page>,
    stand: Point<Page>,
    upright: bool,
    cost: f64,
}

fn detour(
    from: &End,
    to: &End,
    bend: Bend,
    corridor: Rect<Page>,
    mut boxes: Vec<Rect<Page>>,
) -> Option<Route> {
    let clear = (CLEAR + bend.apart + bend.lane * LANE).clamp(2.0 * HALO, 4.0 * CLEAR);
    let preferred = sides(from.rect, to.rect, bend.downwards);
    let leaving = ports(from, to, bend, preferred.0, clear, &boxes);
    let arriving = ports(to, from, bend, preferred.1, clear, &boxes);
    boxes.extend([from.rect, to.rect]);
    let stands = || leaving.iter().chain(&arriving).map(|port| port.stand);
    let mut xs: Vec<f64> = stands().map(|stand| stand.x).collect();
    let mut ys: Vec<f64> = stands().map(|stand| stand.y).collect();
    xs.push(between(
        from.rect.left(),
        from.rect.right(),
        to.rect.left(),
        to.rect.right(),
    ));
    ys.push(between(
        from.rect.top(),
        from.rect.bottom(),
        to.rect.top(),
        to.rect.bottom(),
    ));
    let lattice = Lattice::new(corridor, &boxes, clear, xs, ys);
    let gates = |ports: &[Port]| -> Vec<(Gate, Port)> {
        let gate = |port: &Port| {
            let gate = Gate {
                crossing: lattice.crossing(port.stand)?,
                upright: port.upright,
                cost: port.cost + port.at.distance(port.stand),
            };
            Some((gate, *port))
        };
        ports.iter().filter_map(gate).collect()
    };
    let (starts, goals) = (gates(&leaving), gates(&arriving));
    let only = |gates: &[(Gate, Port)]| -> Vec<Gate> { gates.iter().map(|(gate, _)| *gate).collect() };
    let (way, start, goal) = cheapest(&lattice, &only(&starts), &only(&goals))?;
    let (start, goal) = (starts.get(start)?.1.at, goals.get(goal)?.1.at);
    let corners = way.iter().map(|crossing| lattice.point(*crossing));
    let points = straightened(std::iter::once(start).chain(corners).chain([goal]));
    let widest = match bend.turn {
        Turn::Smooth => WIDEST,
        Turn::Square { .. } => RADIUS,
    };
    Some(Route::new(start, rounded(&points, widest, &boxes)))
}

/// Halfway through the gap between two ranges, or the middle of what they share.
fn between(low: f64, high: f64, other_low: f64, other_high: f64) -> f64 {
    (low.max(other_low) + high.min(other_high)) / 2.0
}

/// The places where an arrow may leave `end` for `other`; `preferred` is the side that its curve takes.
fn ports(end: &End, other: &End, bend: Bend, preferred: Side, clear: f64, boxes: &[Rect<Page>]) -> Vec<Port> {
    let mut ports = Vec::new();
    for side in [Side::Right, Side::Left, Side::Bottom, Side::Top] {
        let outward = side.outward();
        let away = other.rect.center() - end.rect.center();
        let cost = if side == preferred {
            0.0
        } else if away.x * outward.x + away.y * outward.y < 0.0 {
            FAR_SIDE
        } else {
            OTHER_SIDE
        };
        // Whoever runs farther out ends nearer to the middle, so that the two do not cross.
        let favourite = lean(end, side, other, bend) * (1.0 - bend.apart * 0.02).max(0.2);
        let half = end.half(side);
        let opposite = side.along(other.rect.center()) - side.along(end.rect.center());
        let lane = bend.lane * LANE;
        for along in [favourite, opposite + lane, lane - 0.7 * half, lane + 0.7 * half] {
            if along.abs() > half * 0.86 {
                continue;
            }
            let at = end.port(side, along);
            let stand = stand_before(end, side, at, clear, boxes.iter().chain([&other.rect]));
            let reach = Rect::spanning(at, stand);
            if boxes
                .iter()
                .any(|area| area.inflate(HALO - 0.01).intersects(&reach))
            {
                continue;
            }
            ports.push(Port {
                at,
                stand,
                upright: outward.x == 0.0,
                cost: cost + (along - favourite).abs() * ASIDE,
            });
        }
    }
    ports
}

/// The place before a port where a way may turn: `clear` page units out, or halfway to the next box.
fn stand_before<'b>(
    end: &End,
    side: Side,
    port: Point<Page>,
    clear: f64,
    boxes: impl Iterator<Item = &'b Rect<Page>>,
) -> Point<Page> {
    let outward = side.outward();
    let rim = end.port(side, 0.0);
    let inset = (rim - port).x * outward.x + (rim - port).y * outward.y;
    let mut out = clear;
    for area in boxes {
        let gap = match side {
            Side::Right => area.left() - rim.x,
            Side::Left => rim.x - area.right(),
            Side::Bottom => area.top() - rim.y,
            Side::Top => rim.y - area.bottom(),
        };
        let beside = side.along(port);
        let (low, high) = if outward.x == 0.0 {
            (area.left(), area.right())
        } else {
            (area.top(), area.bottom())
        };
        if gap >= 0.0 && (low - clear..=high + clear).contains(&beside) {
            out = out.min(gap / 2.0);
        }
    }
    port + outward * (inset + out)
}

/// The points where a way turns, with its ends.
pub(crate) fn straightened(points: impl Iterator<Item = Point<Page>>) -> Vec<Point<Page>> {
    let mut kept: Vec<Point<Page>> = Vec::new();
    for point in points {
        if kept.last().is_some_and(|last| last.distance(point) < 1e-6) {
            continue;
        }
        if let [.., before, last] = kept.as_slice() {
            let (one, other) = (*last - *before, point - *last);
            if (one.x * other.y - one.y * other.x).abs() < 1e-6 {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}

#[cfg(test)]
mod tests;
