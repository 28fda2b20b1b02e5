//! What holds of every way around boxes.

use proptest::prelude::*;

use super::*;
use crate::Size;

fn area(x: f64, y: f64, width: f64, height: f64) -> Rect<Page> {
    Rect::new(Point::new(x, y), Size::new(width, height))
}

fn card(x: f64, y: f64) -> End {
    End::of(area(x, y, 176.0, 96.0))
}

fn any_box() -> impl Strategy<Value = Rect<Page>> {
    (-200.0..900.0, -300.0..500.0, 20.0..220.0, 16.0..140.0)
        .prop_map(|(x, y, width, height)| area(f64::round(x), f64::round(y), width, height))
}

fn boxes() -> impl Strategy<Value = Vec<Rect<Page>>> {
    prop::collection::vec(any_box(), 0..12)
}

fn goes_through(route: &Route, area: &Rect<Page>) -> bool {
    let inside = area.inflate(-0.5);
    let points = (0..=400).map(|step| route.point_at(f64::from(step) / 400.0));
    points.into_iter().any(|point| inside.contains(point))
}

/// Whether a pen that keeps `apart` from the boxes and stays in the corridor gets from rim to rim, one unit in eight at
/// a time.
fn there_is_a_way(from: &End, to: &End, corridor: Rect<Page>, boxes: &[Rect<Page>], apart: f64) -> bool {
    const STEP: f64 = 4.0;
    let wide = (corridor.size.width / STEP) as usize;
    let high = (corridor.size.height / STEP) as usize;
    let at = |cell: usize| {
        corridor.origin + crate::Vector::new((cell / high) as f64 * STEP, (cell % high) as f64 * STEP)
    };
    let barred = |point: Point<Page>| boxes.iter().any(|area| area.inflate(apart).contains(point));
    let near = |end: &End, point: Point<Page>| end.rect.inflate(apart).contains(point);
    let mut seen = vec![false; wide * high];
    let mut open: Vec<usize> = (0..wide * high)
        .filter(|cell| near(from, at(*cell)) && !barred(at(*cell)))
        .collect();
    while let Some(cell) = open.pop() {
        if std::mem::replace(&mut seen[cell], true) || barred(at(cell)) {
            continue;
        }
        if near(to, at(cell)) {
            return true;
        }
        let (column, row) = (cell / high, cell % high);
        open.extend((column > 0).then(|| cell - high));
        open.extend((column + 1 < wide).then(|| cell + high));
        open.extend((row > 0).then(|| cell - 1));
        open.extend((row + 1 < high).then(|| cell + 1));
    }
    false
}

#[test]
fn the_curve_stays_where_nothing_is_in_its_way() {
    let (from, to) = (card(0.0, 0.0), card(500.0, 120.0));
    let beside = [area(200.0, 200.0, 100.0, 80.0), area(250.0, -120.0, 100.0, 80.0)];
    let bend = Bend::default();
    assert_eq!(way_of(&from, &to, bend, &beside), route_of(&from, &to, bend));
}

#[test]
fn a_box_in_between_is_gone_around_on_the_shorter_side() {
    let (from, to) = (card(0.0, 0.0), card(700.0, 0.0));
    let between = area(350.0, -20.0, 176.0, 96.0);
    let way = way_of(&from, &to, Bend::default(), &[between]);
    assert!(!goes_through(&way, &between));
    assert!(
        way.length() < 640.0 && way.bounds.bottom() > between.bottom(),
        "{way:?}"
    );
}

#[test]
fn an_arrow_down_leaves_beside_the_words_below_its_box() {
    let (from, to) = (card(0.0, 0.0), card(0.0, 300.0));
    let bend = Bend {
        downwards: true,
        ..Bend::default()
    };
    let few = area(2.0, 96.0, 90.0, 30.0);
    let way = way_of(&from, &to, bend, &[few]);
    assert!(way.start.y == 96.0 && way.start.x > few.right(), "{way:?}");
    let many = area(2.0, 96.0, 190.0, 60.0);
    let way = way_of(&from, &to, bend, &[many]);
    assert!(!goes_through(&way, &many) && way.start.y < 96.0, "{way:?}");
}

#[test]
fn arrows_that_go_around_the_same_box_keep_apart() {
    let (from, to) = (card(0.0, 0.0), card(700.0, 0.0));
    let between = [area(350.0, -20.0, 176.0, 96.0)];
    let ways: Vec<_> = [-0.5, 0.5]
        .iter()
        .map(|lane| {
            way_of(
                &from,
                &to,
                Bend {
                    lane: *lane,
                    ..Bend::default()
                },
                &between,
            )
        })
        .collect();
    for step in 5..=15 {
        assert!(ways[0].distance(ways[1].point_at(f64::from(step) / 20.0)) > 5.0);
    }
}

#[test]
fn more_boxes_than_can_be_looked_at_leave_the_curve() {
    let (from, to) = (card(0.0, 0.0), card(700.0, 0.0));
    let many: Vec<_> = (0..=MOST_BOXES)
        .map(|nth| area(300.0 + nth as f64, 0.0, 20.0, 90.0))
        .collect();
    let bend = Bend::default();
    assert_eq!(way_of(&from, &to, bend, &many), route_of(&from, &to, bend));
}

#[test]
fn an_arrow_between_boxes_that_enclose_each_other_has_a_way() {
    let outer = End::of(area(-50.0, -50.0, 600.0, 400.0));
    for (from, to) in [(outer, card(0.0, 0.0)), (card(0.0, 0.0), outer), (outer, outer)] {
        let way = way_of(
            &from,
            &to,
            Bend::default(),
            &[from.rect, to.rect, area(180.0, 0.0, 40.0, 90.0)],
        );
        assert!(way.start.is_finite() && way.end().is_finite());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ways_hold_what_they_promise(
        x in -600.0..900.0, y in -400.0..500.0, boxes in boxes(), downwards: bool,
        lane in prop::sample::select(vec![0.0, -0.5, 0.5, 1.0]), apart in 0.0..30.0, square: bool,
    ) {
        let (from, to) = (card(0.0, 0.0), card(f64::round(x), f64::round(y)));
        let turn = if square { Turn::Square { early: 1.0 } } else { Turn::Smooth };
        let bend = Bend { downwards, lane, apart, turn };
        let way = way_of(&from, &to, bend, &boxes);
        let corridor = corridor_of(&from, &to, bend);
        // On the rims.
        for (end, point) in [(&from, way.start), (&to, way.end())] {
            prop_assert!(end.rect.inflate(1e-6).contains(point) && !end.rect.inflate(-1e-6).contains(point));
        }
        prop_assert!(corridor.inflate(1e-6).encloses(&way.bounds));
        // Neither the order of the boxes nor what is far away matters.
        let mut others: Vec<_> = boxes.iter().rev().copied().collect();
        others.push(Rect::new(corridor.end() + crate::Vector::new(1.0, 0.0), Size::new(300.0, 300.0)));
        prop_assert_eq!(&way_of(&from, &to, bend, &others), &way);
        // Nothing is crossed where there is a way around.
        let hard: Vec<_> = boxes
            .iter()
            .filter(|area| !area.contains(from.rect.center()) && !area.contains(to.rect.center()))
            .copied()
            .collect();
        if hard.iter().any(|area| goes_through(&way, area)) && !from.rect.inflate(60.0).intersects(&to.rect) {
            let ends_free = |end: &End| hard.iter().all(|area| !area.inflate(10.0).intersects(&end.rect));
            let is_open = ends_free(&from) && ends_free(&to)
                && there_is_a_way(&from, &to, corridor.inflate(-8.0), &hard, 10.0);
            prop_assert!(!is_open, "{way:?}");
        }
    }
}
