//! Where a new box goes: near to where it is wanted, never on another or on a note, with room below for the text beside it.

use std::vec::IntoIter;

use board::BoxRecord;
use geometry::{Page, Point, Rect, Size, Vector};
use sorted::ranked;

use crate::context::on_page;
use crate::index::Index;
use crate::snapping::GRID;
use crate::{Direction, Item};

/// From one column to the next, in page units.
const COLUMN: f64 = 328.0;
/// From one row to the next.
const ROW: f64 = 200.0;
/// What a box keeps free to each side.
const BESIDE: f64 = 16.0;
/// What a box keeps free below for its constraints.
const BELOW: f64 = 80.0;
/// How many rows or rings are tried before going around everything.
const TRIES: i32 = 40;

/// A free place for a new box, in the next column or row in `direction` from `from`.
pub(crate) fn beside(index: &Index, from: Rect<Page>, direction: Direction) -> Point<Page> {
    let unit = direction.unit();
    let step = Vector::new(
        unit.x * COLUMN.max(from.size.width + 84.0),
        unit.y * ROW.max(from.size.height + 104.0),
    );
    let across = if unit.x == 0.0 {
        Vector::new(COLUMN, 0.0)
    } else {
        Vector::new(0.0, ROW)
    };
    let first = from.origin + step;
    let outward = (0..=TRIES).flat_map(|turn| [f64::from(turn), -f64::from(turn)]);
    let mut places = outward.map(|turn| on_grid(first + across * turn));
    places
        .find(|place| is_free(index, *place))
        .unwrap_or_else(|| nearest(index, first))
}

/// The free place for a new box that is nearest to `wanted`, its top left corner.
pub(crate) fn nearest(index: &Index, wanted: Point<Page>) -> Point<Page> {
    Places::near(wanted).next(index)
}

/// The free places for many new boxes around one spot, nearest first. As boxes come and none goes, what was taken stays
/// so: each search goes on where the one before ended.
pub(crate) struct Places {
    wanted: Point<Page>,
    /// The steps at the distance that is being tried, and the distance after that.
    steps: IntoIter<(i32, i32)>,
    radius: i32,
}

impl Places {
    /// Those around `wanted`, the top left corner of the first.
    pub(crate) fn near(wanted: Point<Page>) -> Self {
        Self {
            wanted,
            steps: Vec::new().into_iter(),
            radius: 0,
        }
    }

    /// The next one that is free on `index`.
    pub(crate) fn next(&mut self, index: &Index) -> Point<Page> {
        const STEP: f64 = 56.0;
        loop {
            let wanted = self.wanted;
            let mut places = self.steps.by_ref().map(|(x, y)| {
                let by = Vector::new(f64::from(x) * STEP, f64::from(y) * STEP);
                on_grid(wanted + by)
            });
            if let Some(place) = places.find(|place| is_free(index, *place)) {
                return place;
            }
            if self.radius > TRIES {
                return below_everything(index, wanted);
            }
            self.steps = ring(self.radius).into_iter();
            self.radius += 1;
        }
    }
}

/// The corner of `wanted` where it covers nothing, or else the nearest free place.
pub(crate) fn exactly_or_near(index: &Index, wanted: Rect<Page>) -> Point<Page> {
    if is_taken(index, wanted) {
        nearest(index, wanted.origin)
    } else {
        wanted.origin
    }
}

/// The steps at distance `radius`, nearest first, right and below before left and above.
fn ring(radius: i32) -> Vec<(i32, i32)> {
    let side = -radius..=radius;
    let all = side.clone().flat_map(|x| side.clone().map(move |y| (x, y)));
    let ring = all.filter(|(x, y)| x.abs().max(y.abs()) == radius);
    // The steps come from left and above, so that the later of two as near is to go first.
    let mut ring = ranked(ring, |&(x, y)| {
        u64::MAX - u64::from((x * x + y * y).unsigned_abs())
    });
    ring.reverse();
    ring
}

fn is_free(index: &Index, at: Point<Page>) -> bool {
    !is_taken(index, footprint(Rect::new(at, BoxRecord::DEFAULT_SIZE)))
}

/// A box with the room for its words, or a note, stands in `area`.
fn is_taken(index: &Index, area: Rect<Page>) -> bool {
    // What stands higher reaches down by the room that it keeps for its text.
    let reach = Rect::new(
        Point::new(area.left() - BESIDE, area.top() - BELOW),
        Size::new(area.size.width + 2.0 * BESIDE, area.size.height + BELOW),
    );
    let near = index.visible(reach);
    let boxes = near.boxes.into_iter();
    let boxes = boxes.filter_map(|id| Some(footprint(index.rect(&Item::Box(id))?)));
    let notes = near.others.iter().filter(|item| matches!(item, Item::Note(_)));
    let notes = notes.filter_map(|item| index.rect(item));
    boxes.chain(notes).any(|rect| overlap(rect, area))
}

fn footprint(rect: Rect<Page>) -> Rect<Page> {
    let size = Size::new(rect.size.width + 2.0 * BESIDE, rect.size.height + BELOW);
    Rect::new(Point::new(rect.left() - BESIDE, rect.top()), size)
}

/// The two share more than a rim.
fn overlap(one: Rect<Page>, other: Rect<Page>) -> bool {
    one.left() < other.right()
        && other.left() < one.right()
        && one.top() < other.bottom()
        && other.top() < one.bottom()
}

fn below_everything(index: &Index, wanted: Point<Page>) -> Point<Page> {
    let everything = Rect::new(Point::new(-4e6, -4e6), Size::new(8e6, 8e6));
    let boxes = index.boxes(everything).into_iter();
    let bottoms = boxes.filter_map(|id| index.rect(&Item::Box(id)).map(|rect| rect.bottom()));
    on_grid(Point::new(wanted.x, bottoms.fold(wanted.y, f64::max) + BELOW))
}

fn on_grid(point: Point<Page>) -> Point<Page> {
    let point = on_page(point);
    Point::new((point.x / GRID).round() * GRID, (point.y / GRID).round() * GRID)
}
