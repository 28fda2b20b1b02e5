//! Equal gaps: what is moved or pulled comes to rest as far from its neighbour as that is from the next one.

use geometry::{Page, Point, Rect};

use super::{Axis, Guide, GuideKind};

/// Gaps that differ by less, in page units, are equal.
const ROUNDING: f64 = 1e-3;

/// What stands in one row with a rectangle, or in one column: on either side the nearest and the one behind it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Neighbours {
    before: [Option<Rect<Page>>; 2],
    after: [Option<Rect<Page>>; 2],
}

impl Neighbours {
    /// The neighbours of `rect` among `rects` in the direction in which an `axis` is looked for.
    pub(super) fn of(rects: &[Rect<Page>], rect: Rect<Page>, axis: Axis) -> Self {
        let (low, high) = along(rect, axis);
        let (top, bottom) = across(rect, axis);
        let row = rects.iter().filter(|other| {
            let (start, end) = across(**other, axis);
            start < bottom && top < end
        });
        let mut found = Self::default();
        for &other in row {
            let (start, end) = along(other, axis);
            if end <= low {
                keep(&mut found.before, other, |rect| along(rect, axis).1);
            } else if start >= high {
                keep(&mut found.after, other, |rect| -along(rect, axis).0);
            }
        }
        // What overlaps the nearest is no neighbour of it.
        found.before[1] = found.before[1].filter(|_| found.behind(axis).is_some());
        found.after[1] = found.after[1].filter(|_| found.beyond(axis).is_some());
        found
    }

    /// Where a thing of this `length` would begin, so that two gaps are equal.
    pub(super) fn starts(&self, length: f64, axis: Axis) -> impl Iterator<Item = f64> {
        let after = self.after[0].map(|rect| along(rect, axis).0);
        let before = self.before[0].map(|rect| along(rect, axis).1);
        let behind = before.zip(self.behind(axis)).map(|(end, gap)| end + gap);
        let beyond = after
            .zip(self.beyond(axis))
            .map(|(start, gap)| start - gap - length);
        let room = before.zip(after).filter(|(end, start)| start - end > length);
        let between = room.map(|(end, start)| (end + start - length) / 2.0);
        [behind, beyond, between].into_iter().flatten()
    }

    /// Where the end of `rect` that is pulled, the high one or the low one, would be, so that two gaps are equal.
    pub(super) fn ends(&self, rect: Rect<Page>, high: bool, axis: Axis) -> impl Iterator<Item = f64> {
        let (start, end) = along(rect, axis);
        let before = self.before[0].map(|rect| along(rect, axis).1);
        let after = self.after[0].map(|rect| along(rect, axis).0);
        let left = before.map(|end| start - end);
        let right = after.map(|start| start - end);
        let (from, sign, gaps) = match high {
            true => (after, -1.0, [left, self.beyond(axis)]),
            false => (before, 1.0, [right, self.behind(axis)]),
        };
        let gaps = gaps.into_iter().flatten();
        gaps.filter_map(move |gap| Some(from? + sign * gap))
    }

    /// The gaps beside `rect` that are as wide as another one, and that one.
    pub(super) fn guides(&self, rect: Rect<Page>, axis: Axis) -> Vec<Guide> {
        let [before, behind] = self.before;
        let [after, beyond] = self.after;
        let row = [behind, before, Some(rect), after, beyond];
        let gaps: Vec<_> = row
            .windows(2)
            .map(|pair| match pair {
                [Some(one), Some(other)] => Some(gap(*one, *other, axis)),
                _ => None,
            })
            .collect();
        let equal = |one: usize, other: usize| {
            let (one, other) = (gaps.get(one)?.as_ref()?, gaps.get(other)?.as_ref()?);
            let same = (one.length() - other.length()).abs() < ROUNDING && one.length() > ROUNDING;
            same.then_some([*one, *other])
        };
        let pairs = [equal(0, 1), equal(1, 2), equal(2, 3)];
        let mut guides: Vec<Guide> = Vec::new();
        for gap in pairs.into_iter().flatten().flatten() {
            if !guides.contains(&gap) {
                guides.push(gap);
            }
        }
        guides
    }

    /// The gap behind the nearest before.
    fn behind(&self, axis: Axis) -> Option<f64> {
        let [near, far] = self.before;
        let gap = along(near?, axis).0 - along(far?, axis).1;
        Some(gap).filter(|gap| *gap > 0.0)
    }

    /// The gap beyond the nearest after.
    fn beyond(&self, axis: Axis) -> Option<f64> {
        let [near, far] = self.after;
        let gap = along(far?, axis).0 - along(near?, axis).1;
        Some(gap).filter(|gap| *gap > 0.0)
    }
}

/// Keeps the two of which `nearness` says most.
fn keep(two: &mut [Option<Rect<Page>>; 2], new: Rect<Page>, nearness: impl Fn(Rect<Page>) -> f64) {
    let is_nearer = |old: Option<Rect<Page>>| old.is_none_or(|old| nearness(new) > nearness(old));
    let [near, far] = two;
    if is_nearer(*near) {
        *far = near.replace(new);
    } else if is_nearer(*far) {
        *far = Some(new);
    }
}

/// The gap between two that stand in one row, marked where both are.
fn gap(one: Rect<Page>, other: Rect<Page>, axis: Axis) -> Guide {
    let (from, to) = (along(one, axis).1, along(other, axis).0);
    let (one, other) = (across(one, axis), across(other, axis));
    let at = (one.0.max(other.0) + one.1.min(other.1)) / 2.0;
    let (start, end) = match axis {
        Axis::Upright => (Point::new(from, at), Point::new(to, at)),
        Axis::Level => (Point::new(at, from), Point::new(at, to)),
    };
    Guide {
        kind: GuideKind::Gap,
        axis,
        start,
        end,
    }
}

/// Where a rectangle begins and ends in the direction in which an `axis` is looked for.
fn along(rect: Rect<Page>, axis: Axis) -> (f64, f64) {
    match axis {
        Axis::Upright => (rect.left(), rect.right()),
        Axis::Level => (rect.top(), rect.bottom()),
    }
}

fn across(rect: Rect<Page>, axis: Axis) -> (f64, f64) {
    match axis {
        Axis::Upright => (rect.top(), rect.bottom()),
        Axis::Level => (rect.left(), rect.right()),
    }
}
