//! Placement: where on its route an arrow carries its words, clear of boxes and of what is written below them.

use geometry::{Page, Point, Rect, Route, Size, Vector};

/// Places along the route to try on either side of its middle, and the share of the route between two of them.
const PLACES: i8 = 10;
const STEP: f64 = 0.042;
/// On the line, with the line nearer to a rim, just beside it, farther: best first.
const ASIDES: [f64; 11] = [0.0, 0.4, -0.4, 0.75, -0.75, 1.0, -1.0, 1.6, -1.6, 2.2, -2.2];
/// Page units between just beside the line and a little farther.
const FARTHER: f64 = 38.0;
/// Page units about both ends of a line that stay in sight.
const END: f64 = 6.0;
/// Page units left free about the words.
const FREE: f64 = 3.0;

/// The middle of the place for words of `size` that hides least: `hidden` says how much of other things an area
/// would hide.
pub(crate) fn clear_place(route: &Route, size: Size, hidden: impl Fn(&Rect<Page>) -> f64) -> Point<Page> {
    let ends = [route.start, route.end()].map(|end| Rect::spanning(end, end).inflate(END));
    let mut best = (f64::INFINITY, route.label_at);
    for aside in ASIDES {
        let off_line = aside.abs() * 240.0 + (aside.abs() - 1.0).max(0.0) * 1200.0;
        for place in 0..=2 * PLACES {
            // 0, 1, -1, 2, -2, …
            let from_middle = f64::from((place + 1) / 2 * if place % 2 == 0 { -1 } else { 1 });
            let share = 0.5 + from_middle * STEP;
            let astray = (share - 0.5).abs() * 300.0 + off_line;
            if astray >= best.0 {
                break;
            }
            let place = beside(route, share, aside, size);
            let slip = Rect::new(place, size).translate(Vector::new(-size.width / 2.0, -size.height / 2.0));
            let slip = slip.inflate(FREE);
            let over_ends: f64 = ends.iter().map(|end| overlap(&slip, end)).sum();
            let cost = astray + (hidden(&slip) + over_ends) * 3.0;
            if cost < best.0 {
                best = (cost, place);
            }
        }
    }
    best.1
}

/// Where words stand beside `now` that have their place beside `before`: as far along, and as far aside. They go with the
/// line and do not look about for a better place.
pub fn words_along(before: &Route, now: &Route) -> Point<Page> {
    let at = before.label_at;
    let near = |share: &f64| before.point_at(*share).distance(at);
    let shares = (0..=2 * PLACES).map(|place| 0.5 + f64::from(place - PLACES) * STEP);
    let share = shares
        .min_by(|one, other| near(one).total_cmp(&near(other)))
        .unwrap_or(0.5);
    now.point_at(share) + (at - before.point_at(share))
}

/// The middle of a slip on the line (`aside` up to 1), just beside it (1) or farther (2); negative on its left.
fn beside(route: &Route, share: f64, aside: f64, size: Size) -> Point<Page> {
    let on_line = route.point_at(share);
    if aside == 0.0 {
        return on_line;
    }
    let along = (route.point_at(share + 0.02) - route.point_at(share - 0.02)).normalized();
    let across = along.perpendicular();
    let half = (across.x * size.width).abs() / 2.0 + (across.y * size.height).abs() / 2.0;
    let away = (half + 5.0) * aside.abs().min(1.0) + (aside.abs() - 1.0).max(0.0) * FARTHER;
    on_line + across * (away * aside.signum())
}

/// The area that two rectangles share.
pub(crate) fn overlap(a: &Rect<Page>, b: &Rect<Page>) -> f64 {
    let wide = a.right().min(b.right()) - a.left().max(b.left());
    let high = a.bottom().min(b.bottom()) - a.top().max(b.top());
    wide.max(0.0) * high.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use geometry::{Bend, End, route_of};

    fn box_at(x: f64, y: f64) -> Rect<Page> {
        Rect::new(Point::new(x, y), Size::new(176.0, 96.0))
    }

    #[test]
    fn words_keep_clear_of_a_box_in_the_way() {
        let (from, to, middle) = (box_at(0.0, 0.0), box_at(900.0, 0.0), box_at(450.0, 20.0));
        let route = route_of(&End::of(from), &End::of(to), Bend::default());
        let size = Size::new(90.0, 40.0);
        let place = clear_place(&route, size, |slip| {
            [from, to, middle].iter().map(|area| overlap(slip, area)).sum()
        });
        let slip = Rect::new(place - Vector::new(45.0, 20.0), size);
        for area in [from, to, middle] {
            assert!(!slip.intersects(&area), "{slip:?}");
        }
    }

    #[test]
    fn words_stand_in_the_middle_where_nothing_is_in_the_way() {
        let (from, to) = (box_at(0.0, 0.0), box_at(500.0, 0.0));
        let route = route_of(&End::of(from), &End::of(to), Bend::default());
        assert_eq!(
            clear_place(&route, Size::new(90.0, 40.0), |_| 0.0),
            route.label_at
        );
    }
}
