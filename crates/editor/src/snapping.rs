//! Snapping: a dragged rectangle keeps to the edges and centres of what is in view and to equal gaps between it, and
//! else to a grid.

mod gaps;

use geometry::{Page, Point, Rect, Vector};
use sorted::{rank_of, ranked};

use crate::Item;
use crate::context::Context;
use gaps::Neighbours;

/// The grid that boxes keep to, in page units.
pub(crate) const GRID: f64 = 8.0;
/// From dot to dot, where a person has them shown: then boxes keep to the dots.
pub const DOTS: f64 = 24.0;
/// How near a line pulls, in screen pixels.
const PULL: f64 = 6.0;

/// Which way a guide runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Axis {
    /// From top to bottom: what it joins has the same x.
    Upright,
    /// From left to right: what it joins has the same y.
    Level,
}

/// What a guide shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GuideKind {
    /// What is in line.
    Line,
    /// A gap that is as wide as another one.
    Gap,
}

/// A line that shows what a dragged box is in line with, or a gap that is as wide as the next.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Guide {
    /// What it shows.
    pub kind: GuideKind,
    /// Which way it runs.
    pub axis: Axis,
    /// One end.
    pub start: Point<Page>,
    /// The other end.
    pub end: Point<Page>,
}

impl Guide {
    /// From one end to the other, in page units.
    fn length(&self) -> f64 {
        self.start.distance(self.end)
    }
}

/// The lines that boxes at rest offer, sorted by place. Made once when a drag starts, so that a move looks up two
/// short ranges whatever the size of the board.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Lines {
    /// The dots are shown, and pull in place of the finer grid.
    dotted: bool,
    upright: Vec<(f64, Rect<Page>)>,
    level: Vec<(f64, Rect<Page>)>,
    rects: Vec<Rect<Page>>,
}

/// Where a dragged rectangle comes to rest.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Snap {
    pub(crate) by: Vector<Page>,
    pub(crate) guides: Vec<Guide>,
}

impl Lines {
    /// The lines of what stands in view and is not `lifted`.
    pub(crate) fn in_view(context: &Context<'_>, lifted: impl Fn(&Item) -> bool) -> Self {
        let view = context.session.camera.view(context.session.screen);
        let mut lines = Self::default();
        let here = context.index().visible(view);
        let items = here.boxes.into_iter().map(Item::Box).chain(here.others);
        for item in items.filter(|item| !lifted(item)) {
            if let Some(rect) = context.index().rect(&item) {
                lines
                    .upright
                    .extend(places(rect, Axis::Upright).map(|at| (at, rect)));
                lines.level.extend(places(rect, Axis::Level).map(|at| (at, rect)));
                lines.rects.push(rect);
            }
        }
        Self {
            dotted: context.session.dots,
            upright: ranked(lines.upright, |(at, _)| rank_of(*at)),
            level: ranked(lines.level, |(at, _)| rank_of(*at)),
            rects: lines.rects,
        }
    }

    /// The displacement nearest to `by` that brings `rect` in line with something; `anchor` is the corner that keeps
    /// to the grid otherwise.
    pub(crate) fn snap(&self, rect: Rect<Page>, anchor: Point<Page>, by: Vector<Page>, zoom: f64) -> Snap {
        let moved = rect.translate(by);
        let pull = PULL / zoom;
        let x = self.pull_along(moved, Axis::Upright, pull);
        let y = self.pull_along(moved, Axis::Level, pull);
        let to_grid = |at: f64| self.on_grid(at) - at;
        let extra = Vector::new(
            x.unwrap_or_else(|| to_grid(anchor.x + by.x)),
            y.unwrap_or_else(|| to_grid(anchor.y + by.y)),
        );
        let rest = moved.translate(extra);
        let mut guides = Vec::new();
        for axis in [x.map(|_| Axis::Upright), y.map(|_| Axis::Level)]
            .into_iter()
            .flatten()
        {
            guides.extend(self.guides(rest, axis, &places(rest, axis)));
        }
        Snap {
            by: by + extra,
            guides,
        }
    }

    /// Where the high or the low end of `rect` comes to rest that is pulled to `at`: on the nearest line, where two gaps
    /// are equal, else on the grid.
    pub(crate) fn rest(&self, rect: Rect<Page>, high: bool, at: f64, axis: Axis, zoom: f64) -> f64 {
        let pull = PULL / zoom;
        let lines = near(self.along(axis), at, pull).iter().map(|line| line.0 - at);
        let ends = Neighbours::of(&self.rects, rect, axis);
        let ends = ends.ends(rect, high, axis).map(|end| end - at);
        let near = lines.chain(ends.filter(|by| by.abs() <= pull));
        least(near).map_or(self.on_grid(at), |by| at + by)
    }

    /// By how much the nearest line or equal gap pulls `rect`.
    fn pull_along(&self, rect: Rect<Page>, axis: Axis, pull: f64) -> Option<f64> {
        let (start, length) = match axis {
            Axis::Upright => (rect.left(), rect.size.width),
            Axis::Level => (rect.top(), rect.size.height),
        };
        let line = nearest(self.along(axis), rect, axis, pull);
        let gaps = Neighbours::of(&self.rects, rect, axis);
        let gaps = gaps.starts(length, axis).map(|at| at - start);
        least(gaps.filter(|by| by.abs() <= pull).chain(line))
    }

    /// The line through one of `places`, and the equal gaps beside `rect`.
    fn guides(&self, rect: Rect<Page>, axis: Axis, places: &[f64]) -> Vec<Guide> {
        let mut guides = Neighbours::of(&self.rects, rect, axis).guides(rect, axis);
        guides.extend(guide(self.along(axis), rect, axis, places));
        guides
    }

    fn on_grid(&self, at: f64) -> f64 {
        let step = if self.dotted { DOTS } else { GRID };
        (at / step).round() * step
    }

    /// The guides through the sides of `rect` that are pulled, -1 for left and top, 1 for right and bottom.
    pub(crate) fn guides_of_sides(&self, rect: Rect<Page>, side: Vector<Page>) -> Vec<Guide> {
        let pulled = |low: f64, high: f64, side: f64| match side {
            _ if side < 0.0 => Some(low),
            _ if side > 0.0 => Some(high),
            _ => None,
        };
        let x = pulled(rect.left(), rect.right(), side.x);
        let y = pulled(rect.top(), rect.bottom(), side.y);
        let x = x.map(|x| self.guides(rect, Axis::Upright, &[x]));
        let y = y.map(|y| self.guides(rect, Axis::Level, &[y]));
        x.into_iter().chain(y).flatten().collect()
    }

    fn along(&self, axis: Axis) -> &[(f64, Rect<Page>)] {
        match axis {
            Axis::Upright => &self.upright,
            Axis::Level => &self.level,
        }
    }
}

fn places(rect: Rect<Page>, axis: Axis) -> [f64; 3] {
    match axis {
        Axis::Upright => [rect.left(), rect.center().x, rect.right()],
        Axis::Level => [rect.top(), rect.center().y, rect.bottom()],
    }
}

fn near(lines: &[(f64, Rect<Page>)], at: f64, pull: f64) -> &[(f64, Rect<Page>)] {
    let start = lines.partition_point(|line| line.0 < at - pull);
    let end = lines.partition_point(|line| line.0 <= at + pull);
    lines.get(start..end).unwrap_or_default()
}

fn nearest(lines: &[(f64, Rect<Page>)], rect: Rect<Page>, axis: Axis, pull: f64) -> Option<f64> {
    let pulls = places(rect, axis).into_iter().flat_map(|at| {
        let found = near(lines, at, pull).iter();
        found.map(move |line| line.0 - at)
    });
    least(pulls)
}

fn least(pulls: impl Iterator<Item = f64>) -> Option<f64> {
    pulls.min_by(|one, other| one.abs().total_cmp(&other.abs()))
}

/// The guide through `rect` at rest and the nearest box that one of its `places` is in line with.
fn guide(lines: &[(f64, Rect<Page>)], rect: Rect<Page>, axis: Axis, places: &[f64]) -> Option<Guide> {
    const ROUNDING: f64 = 1e-6;
    let matches = places.iter().flat_map(|at| near(lines, *at, ROUNDING).iter());
    let apart = |other: &Rect<Page>| (other.center() - rect.center()).length();
    let (at, other) = matches.min_by(|one, other| apart(&one.1).total_cmp(&apart(&other.1)))?;
    let both = rect.union(*other);
    let (start, end) = match axis {
        Axis::Upright => (Point::new(*at, both.top()), Point::new(*at, both.bottom())),
        Axis::Level => (Point::new(both.left(), *at), Point::new(both.right(), *at)),
    };
    let kind = GuideKind::Line;
    Some(Guide {
        kind,
        axis,
        start,
        end,
    })
}
