//! Rounding: corners made smooth, as wide as there is room.

use crate::detour::is_struck;
use crate::route::Curve;
use crate::{Page, Point, Rect};

/// Radii to try, best first.
const RADII: [f64; 7] = [64.0, 44.0, 30.0, 20.0, 12.0, 6.0, 3.0];
/// Page units before the end that stay straight, for the head.
const HEAD: f64 = 14.0;
/// Where the control points of a corner lie, from its end (0) to its tip (1).
const ROUND: f64 = 0.6;

/// The curves along `points`, the corners rounded by at most `widest`, and never so far that they touch `boxes`.
pub(crate) fn rounded(points: &[Point<Page>], widest: f64, boxes: &[Rect<Page>]) -> Vec<Curve> {
    let mut curves = Vec::new();
    let (Some(&start), Some(&end)) = (points.first(), points.last()) else {
        return curves;
    };
    let mut at = start;
    let last = points.len().saturating_sub(3);
    for (place, corner) in points.windows(3).enumerate() {
        let &[before, tip, after] = corner else { continue };
        let before = if place == 0 { before } else { before.lerp(tip, 0.5) };
        let room_after = tip.distance(after);
        let room_after = if place == last {
            room_after - HEAD
        } else {
            room_after / 2.0
        };
        let room = before.distance(tip).min(room_after).min(widest);
        let turn = RADII.iter().find_map(|radius| {
            let radius = radius.min(room);
            if radius <= 0.0 {
                return None;
            }
            let (enter, curve) = turn(before, tip, after, radius);
            (!is_struck(enter, &curve, boxes)).then_some((enter, curve))
        });
        match turn {
            Some((enter, curve)) => {
                line_to(&mut curves, &mut at, enter);
                at = curve.end;
                curves.push(curve);
            }
            None => line_to(&mut curves, &mut at, tip),
        }
    }
    line_to(&mut curves, &mut at, end);
    curves
}

/// A corner from where it leaves the first line.
fn turn(before: Point<Page>, tip: Point<Page>, after: Point<Page>, radius: f64) -> (Point<Page>, Curve) {
    let enter = tip + (before - tip).normalized() * radius;
    let end = tip + (after - tip).normalized() * radius;
    let curve = Curve {
        leave: enter.lerp(tip, ROUND),
        arrive: end.lerp(tip, ROUND),
        end,
    };
    (enter, curve)
}

fn line_to(curves: &mut Vec<Curve>, at: &mut Point<Page>, end: Point<Page>) {
    if at.distance(end) > 1e-6 {
        curves.push(Curve {
            leave: at.lerp(end, 1.0 / 3.0),
            arrive: at.lerp(end, 2.0 / 3.0),
            end,
        });
    }
    *at = end;
}
