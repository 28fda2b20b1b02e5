//! Lines through many points, as a hand draws them: made shorter without a change that is seen, made smooth, measured.

use crate::{Point, Segment, Space};

/// The fewest of `points` that keep the line through them within `tolerance` (Ramer, Douglas and Peucker), without
/// recursion: a line has thousands of points.
pub fn simplified<S: Space>(points: &[Point<S>], tolerance: f64) -> Vec<Point<S>> {
    let Some(last) = points.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut kept = vec![false; points.len()];
    for end in [0, last] {
        if let Some(keeps) = kept.get_mut(end) {
            *keeps = true;
        }
    }
    let mut stretches = vec![(0, last)];
    while let Some((from, to)) = stretches.pop() {
        let (Some(start), Some(end), Some(between)) = (
            points.get(from),
            points.get(to),
            points.get(from + 1..to.max(from + 1)),
        ) else {
            continue;
        };
        let apart = |point: &Point<S>| from_stretch(*point, *start, *end);
        let farthest = between.iter().map(apart).enumerate();
        let farthest = farthest.max_by(|(_, one), (_, other)| one.total_cmp(other));
        if let Some((offset, _)) = farthest.filter(|(_, apart)| *apart > tolerance) {
            let at = from + 1 + offset;
            if let Some(keeps) = kept.get_mut(at) {
                *keeps = true;
            }
            stretches.extend([(from, at), (at, to)]);
        }
    }
    let pairs = points.iter().zip(kept);
    pairs
        .filter(|(_, keeps)| *keeps)
        .map(|(point, _)| *point)
        .collect()
}

/// A curve through all of `points` without corners (Catmull and Rom); a dot for a single one.
pub fn smooth<S: Space>(points: &[Point<S>]) -> Vec<Segment<S>> {
    let Some(first) = points.first() else {
        return Vec::new();
    };
    let mut curve = vec![Segment::MoveTo(*first)];
    if points.len() == 1 {
        curve.push(Segment::LineTo(*first));
    }
    let at = |index: Option<usize>, instead: Point<S>| {
        index
            .and_then(|index| points.get(index))
            .copied()
            .unwrap_or(instead)
    };
    for (index, pair) in points.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        let before = at(index.checked_sub(1), *from);
        let after = at(Some(index + 2), *to);
        let leaving = *from + (*to - before) / 6.0;
        let arriving = *to - (after - *from) / 6.0;
        curve.push(Segment::CubicTo(leaving, arriving, *to));
    }
    curve
}

/// How far `point` is from the line through `points`; infinite where there are none.
pub fn from_line<S: Space>(point: Point<S>, points: &[Point<S>]) -> f64 {
    let lone = points
        .first()
        .map_or(f64::INFINITY, |first| first.distance(point));
    points.windows(2).fold(lone, |nearest, pair| match pair {
        [from, to] => nearest.min(from_stretch(point, *from, *to)),
        _ => nearest,
    })
}

/// How far `point` is from the straight line between two others.
fn from_stretch<S: Space>(point: Point<S>, from: Point<S>, to: Point<S>) -> f64 {
    let (along, aside) = (to - from, point - from);
    let square = along.x * along.x + along.y * along.y;
    let share = match square > 0.0 {
        true => ((aside.x * along.x + aside.y * along.y) / square).clamp(0.0, 1.0),
        false => 0.0,
    };
    (from + along * share).distance(point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Page;
    use proptest::prelude::*;

    fn at(x: f64, y: f64) -> Point<Page> {
        Point::new(x, y)
    }

    #[test]
    fn what_lies_on_a_straight_line_is_left_out() {
        let line = [at(0.0, 0.0), at(1.0, 0.1), at(2.0, 0.0), at(3.0, 5.0)];
        assert_eq!(simplified(&line, 0.5), [at(0.0, 0.0), at(2.0, 0.0), at(3.0, 5.0)]);
        assert_eq!(simplified::<Page>(&[], 1.0), []);
        assert_eq!(simplified(&[at(1.0, 1.0)], 1.0), [at(1.0, 1.0)]);
        assert_eq!(smooth(&[at(1.0, 1.0)]).len(), 2);
        assert_eq!(from_line(at(1.0, 3.0), &[at(0.0, 0.0), at(2.0, 0.0)]), 3.0);
    }

    #[test]
    fn a_very_long_line_takes_no_stack() {
        let line: Vec<_> = (0..20_000).map(|x| at(f64::from(x), f64::from(x % 2))).collect();
        assert_eq!(simplified(&line, 0.1).len(), line.len());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_point_is_farther_from_the_simpler_line_than_allowed(
            points in prop::collection::vec((-500.0..500.0, -500.0..500.0), 0..60), tolerance in 0.1..40.0
        ) {
            let points: Vec<_> = points.into_iter().map(|(x, y)| at(x, y)).collect();
            let simpler = simplified(&points, tolerance);
            prop_assert!(simpler.len() <= points.len());
            prop_assert_eq!((simpler.first(), simpler.last()), (points.first(), points.last()));
            for point in &points {
                prop_assert!(from_line(*point, &simpler) <= tolerance + 1e-9);
            }
        }
    }
}
