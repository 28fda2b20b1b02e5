//! Placement: where on its route an arrow carries its words, clear of boxes and of what is written below them.

use board::{BoxRecord, EdgeRecord};
use geometry::{Page, Point, Rect, Route, Size, Vector};

use crate::box_picture::covered;
use crate::slip_area;

/// Shares of the route to try, best first.
const SHARES: [f64; 9] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
/// On the line, just beside it, farther: best first.
const ASIDES: [f64; 7] = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0];
/// Page units between just beside the line and a little farther.
const FARTHER: f64 = 38.0;
/// The most of them that are tried.
const FARTHEST: f64 = 2.0 * FARTHER;
/// Page units about both ends of a line that stay in sight.
const END: f64 = 6.0;
/// How far a box's words reach beyond it at most, for a first coarse look.
const WORDS_BELOW: f64 = 140.0;

/// The middle of the place that hides least of the boxes `near` and of the slips already `written`.
pub(crate) fn clear_place<'b>(
    edge: &EdgeRecord,
    route: &Route,
    near: impl IntoIterator<Item = &'b BoxRecord>,
    written: &[Rect<Page>],
) -> Point<Page> {
    let size = slip_area(edge, route).size;
    let reach = words_reach(edge, route);
    let is_near = |record: &&BoxRecord| reach.intersects(&reach_of(record));
    let mut taken: Vec<Rect<Page>> = near.into_iter().filter(is_near).flat_map(covered).collect();
    taken.extend(written.iter().filter(|slip| reach.intersects(slip)));
    taken.extend([route.start, route.end()].map(|end| Rect::spanning(end, end).inflate(END)));
    let mut best = (f64::INFINITY, route.label_at);
    for share in SHARES {
        for aside in ASIDES {
            let place = beside(route, share, aside, size);
            let slip = Rect::new(place, size).translate(Vector::new(-size.width / 2.0, -size.height / 2.0));
            let hidden: f64 = taken.iter().map(|area| overlap(&slip.inflate(3.0), area)).sum();
            let cost = hidden * 3.0 + (share - 0.5).abs() * 300.0 + aside.abs() * 500.0;
            if cost < best.0 {
                best = (cost, place);
            }
        }
    }
    best.1
}

/// An area that holds every place that the words of an edge may take.
pub(crate) fn words_reach(edge: &EdgeRecord, route: &Route) -> Rect<Page> {
    let size = slip_area(edge, route).size;
    route.bounds.inflate(size.width.max(size.height) + FARTHEST)
}

/// An area that holds a box and its constraints, found without measuring them.
pub(crate) fn reach_of(record: &BoxRecord) -> Rect<Page> {
    let below = Size::new(record.size.width + WORDS_BELOW, record.size.height + WORDS_BELOW);
    Rect::new(record.at, below)
}

/// The middle of a slip on the line (`aside` 0), just beside it (1) or farther (2, 3); negative on its left.
fn beside(route: &Route, share: f64, aside: f64, size: Size) -> Point<Page> {
    let on_line = route.point_at(share);
    if aside == 0.0 {
        return on_line;
    }
    let along = (route.point_at(share + 0.02) - route.point_at(share - 0.02)).normalized();
    let across = along.perpendicular();
    let half = (across.x * size.width).abs() / 2.0 + (across.y * size.height).abs() / 2.0;
    let away = half + 5.0 + (aside.abs() - 1.0) * FARTHER;
    on_line + across * (away * aside.signum())
}

/// The area that two rectangles share.
fn overlap(a: &Rect<Page>, b: &Rect<Page>) -> f64 {
    let wide = a.right().min(b.right()) - a.left().max(b.left());
    let high = a.bottom().min(b.bottom()) - a.top().max(b.top());
    wide.max(0.0) * high.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route_between;
    use board::{BoxId, EdgeKind, Role};

    #[test]
    fn words_keep_clear_of_a_box_in_the_way() {
        let record = |x: f64, y: f64| BoxRecord::new(Role::Process, Point::new(x, y));
        let (from, to, middle) = (record(0.0, 0.0), record(900.0, 0.0), record(450.0, 20.0));
        let id = |text| BoxId::new(text).unwrap();
        let mut edge = EdgeRecord::new(id("a"), id("b"), EdgeKind::Data);
        edge.label = "card events".to_owned();
        let mut route = route_between(&from, &to, EdgeKind::Data, 0.0);
        route.label_at = clear_place(&edge, &route, [&from, &to, &middle], &[]);
        let slip = slip_area(&edge, &route);
        for record in [&from, &to, &middle] {
            assert!(!slip.intersects(&record.rect()), "{slip:?}");
        }
    }
}
