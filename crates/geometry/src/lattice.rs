//! Lattices: the few lines beside boxes on which an arrow may pass between them, and where these are free.

use sorted::{rank_of, ranked};

use crate::{Page, Point, Rect};

/// Nearer than this, in page units, no arrow passes a box.
pub(crate) const HALO: f64 = 3.0;
/// Nearer than this, in page units, an arrow passes a box only for want of a better way.
const CLOSE: f64 = 13.0;
/// Lines nearer to each other than this are one.
const SAME: f64 = 0.01;

/// A range on one axis: of a box, of an area.
type Span = (f64, f64);

/// How a step is to be taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Passage {
    /// Far from any box.
    Free,
    /// Close to a box.
    Close,
    /// Not at all.
    Barred,
}

/// Upright and level lines with the steps between their crossings.
#[derive(Debug)]
pub(crate) struct Lattice {
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// The step to the right of each crossing, and that below it.
    passages: Vec<[Passage; 2]>,
}

impl Lattice {
    /// The lattice in `area` of lines `clear` page units beside every one of `boxes`, or halfway to the next box where
    /// that is nearer, and of the lines `xs` and `ys`.
    pub(crate) fn new(
        area: Rect<Page>,
        boxes: &[Rect<Page>],
        clear: f64,
        xs: Vec<f64>,
        ys: Vec<f64>,
    ) -> Self {
        let mut lattice = Self {
            xs: lines(across(&area), boxes, clear, [across, along], xs),
            ys: lines(along(&area), boxes, clear, [along, across], ys),
            passages: Vec::new(),
        };
        lattice.passages = vec![[Passage::Free; 2]; lattice.len()];
        for area in boxes {
            lattice.narrow(area.inflate(CLOSE), Passage::Close);
        }
        for area in boxes {
            lattice.narrow(area.inflate(HALO), Passage::Barred);
        }
        lattice
    }

    /// How many crossings there are.
    pub(crate) fn len(&self) -> usize {
        self.xs.len() * self.ys.len()
    }

    /// The crossing of the lines through `point`; nothing where there are none.
    pub(crate) fn crossing(&self, point: Point<Page>) -> Option<usize> {
        let line = |lines: &[f64], value: f64| {
            let place = lines.partition_point(|line| *line < value - SAME);
            lines
                .get(place)
                .filter(|line| (*line - value).abs() <= SAME)
                .map(|_| place)
        };
        Some(line(&self.xs, point.x)? * self.ys.len() + line(&self.ys, point.y)?)
    }

    /// Where a crossing is.
    pub(crate) fn point(&self, crossing: usize) -> Point<Page> {
        let rows = self.ys.len().max(1);
        let value = |lines: &[f64], place: usize| lines.get(place).copied().unwrap_or_default();
        Point::new(value(&self.xs, crossing / rows), value(&self.ys, crossing % rows))
    }

    /// The steps that can be taken from `crossing`: to which crossing, whether upright, and whether close to a box.
    pub(crate) fn steps(&self, crossing: usize) -> impl Iterator<Item = (usize, bool, bool)> + '_ {
        let rows = self.ys.len().max(1);
        let row = crossing % rows;
        let left = crossing.checked_sub(rows).map(|left| (left, left, false));
        let right = Some((crossing + rows, crossing, false)).filter(|(right, ..)| *right < self.len());
        let above = crossing
            .checked_sub(1)
            .filter(|_| row > 0)
            .map(|above| (above, above, true));
        let below = Some((crossing + 1, crossing, true)).filter(|_| row + 1 < rows);
        [left, right, above, below]
            .into_iter()
            .flatten()
            .filter_map(|(next, from, upright)| {
                let [level, down] = *self.passages.get(from)?;
                let passage = if upright { down } else { level };
                (passage != Passage::Barred).then_some((next, upright, passage == Passage::Close))
            })
    }

    /// Makes every step through the inside of `area` at least as hard as `passage`.
    fn narrow(&mut self, area: Rect<Page>, passage: Passage) {
        let rows = self.ys.len();
        let (inner_x, outer_x) = touched(&self.xs, across(&area));
        let (inner_y, outer_y) = touched(&self.ys, along(&area));
        let mut narrow = |x: usize, y: usize, upright: bool| {
            if let Some([level, down]) = self.passages.get_mut(x * rows + y) {
                let step = if upright { down } else { level };
                *step = passage.max(*step);
            }
        };
        for y in inner_y {
            outer_x.clone().for_each(|x| narrow(x, y, false));
        }
        for x in inner_x {
            outer_y.clone().for_each(|y| narrow(x, y, true));
        }
    }
}

/// The places of the lines inside `span`, and of those from which a step to the next line enters it.
fn touched(lines: &[f64], (low, high): Span) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
    let first = lines.partition_point(|line| *line <= low);
    let end = lines.partition_point(|line| *line < high);
    (first..end.max(first), first.saturating_sub(1)..end)
}

fn across(area: &Rect<Page>) -> Span {
    (area.left(), area.right())
}

fn along(area: &Rect<Page>) -> Span {
    (area.top(), area.bottom())
}

/// The lines within `within`, in order: those `given`, and two for each box. The first of `axes` is the one that the
/// lines are places on.
fn lines(
    within: Span,
    boxes: &[Rect<Page>],
    clear: f64,
    axes: [fn(&Rect<Page>) -> Span; 2],
    given: Vec<f64>,
) -> Vec<f64> {
    let [place, other] = axes;
    let mut lines = given;
    for area in boxes {
        let ((low, high), beside) = (place(area), other(area));
        let (mut before, mut after) = (clear, clear);
        for next in boxes {
            let ((next_low, next_high), next_beside) = (place(next), other(next));
            if next_beside.0 >= beside.1 + clear || beside.0 >= next_beside.1 + clear {
                continue;
            }
            if next_high <= low {
                before = before.min((low - next_high) / 2.0);
            }
            if next_low >= high {
                after = after.min((next_low - high) / 2.0);
            }
        }
        lines.extend([low - before, high + after]);
    }
    lines.retain(|line| (within.0..=within.1).contains(line));
    let mut lines = ranked(lines, |line| rank_of(*line));
    lines.dedup_by(|next, line| (*next - *line).abs() <= SAME);
    lines
}
