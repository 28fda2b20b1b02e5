//! Where on the board, and in the order of its file, a box that a fix adds finds room.

use std::collections::HashSet;

use board::{Board, BoxRecord};
use foldhash::fast::FixedState;
use geometry::{Page, Point};

/// The space left below a box, which holds its constraints and the words of an edge.
const GAP: f64 = 104.0;
/// The space left beside a box, which holds the words of an edge.
const ASIDE: f64 = 152.0;
/// How far from the middle of the page a fix still sets a box.
const EDGE: f64 = board::file::limits::COORDINATE;
/// The width and height of a cell: half a box, and less than the space around one.
const CELL: (f64, f64) = (
    BoxRecord::DEFAULT_SIZE.width / 2.0,
    BoxRecord::DEFAULT_SIZE.height / 2.0,
);
/// How many rows below are tried before boxes may overlap.
const ROWS: usize = 24;

/// On which side of a box another is set; the flow goes from left to right.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    /// To the left.
    Before,
    /// To the right.
    Behind,
    /// Below.
    Below,
}

/// Where there is room, worked out once for all fixes.
pub(crate) struct Vacancy {
    /// The cells of a coarse grid that boxes lie on.
    taken: HashSet<(i64, i64), FixedState>,
    /// The order that puts a box last.
    pub(crate) box_order: u32,
    /// The order that puts an edge last.
    pub(crate) edge_order: u32,
}

impl Vacancy {
    pub(crate) fn of(board: &Board) -> Self {
        Self {
            taken: board.boxes().flat_map(|(_, record)| cells(record)).collect(),
            box_order: board.next_box_order(),
            edge_order: board.next_edge_order(),
        }
    }

    /// The first free place on that `side` of `record`, or further down.
    pub(crate) fn beside(&self, record: &BoxRecord, side: Side) -> Point<Page> {
        let size = BoxRecord::DEFAULT_SIZE;
        let (x, first) = match side {
            Side::Before => (record.at.x - ASIDE - size.width, record.at.y),
            Side::Behind => (record.at.x + record.size.width + ASIDE, record.at.y),
            Side::Below => {
                let middle = record.at.x + (record.size.width - size.width) / 2.0;
                (middle, record.at.y + record.size.height + GAP)
            }
        };
        let on_page = |at: f64| at.clamp(-EDGE, EDGE);
        let place = |row: usize| Point::new(on_page(x), on_page(first + (row as f64) * (size.height + GAP)));
        let is_free = |at: &Point<Page>| {
            let new = BoxRecord::new(record.role, *at);
            !cells(&new).iter().any(|cell| self.taken.contains(cell))
        };
        (0..ROWS).map(place).find(is_free).unwrap_or_else(|| place(0))
    }
}

/// The cells that a box lies on: those of its corners, the middles of its sides and its own middle.
pub(crate) fn cells(record: &BoxRecord) -> [(i64, i64); 9] {
    const STEPS: [f64; 3] = [0.02, 0.5, 0.98];
    let (at, size) = (record.at, record.size);
    std::array::from_fn(|number| {
        let step = |number: usize| STEPS.get(number).copied().unwrap_or_default();
        let x = (at.x + size.width * step(number % 3)) / CELL.0;
        let y = (at.y + size.height * step(number / 3)) / CELL.1;
        (x.floor() as i64, y.floor() as i64)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{BoxId, Edit, Record, RecordId, Role};

    #[test]
    fn sets_boxes_beside_and_below_and_never_on_another() {
        let mut board = Board::default();
        let mut edit = Edit::new();
        let at = |x, y| BoxRecord::new(Role::Store, Point::new(x, y));
        let first = at(1064.0, 80.0);
        for (number, record) in [first.clone(), at(1392.0, 80.0), at(1064.0, 300.0)]
            .into_iter()
            .enumerate()
        {
            let id = BoxId::fresh(&format!("b{number}"), |_| false);
            edit.put(&board, RecordId::Box(id), Record::from(record));
        }
        assert_eq!(board.apply(&edit), Ok(()));
        let vacancy = Vacancy::of(&board);
        assert_eq!(vacancy.beside(&first, Side::Before), Point::new(736.0, 80.0));
        assert_eq!(vacancy.beside(&first, Side::Behind), Point::new(1392.0, 280.0));
        assert_eq!(vacancy.beside(&first, Side::Below), Point::new(1064.0, 480.0));
    }

    #[test]
    fn a_box_that_covers_a_part_of_the_place_takes_it() {
        let mut board = Board::default();
        let mut edit = Edit::new();
        let at = |x, y| BoxRecord::new(Role::Store, Point::new(x, y));
        let (first, near) = (at(0.0, 0.0), at(400.0, 40.0));
        for (id, record) in [("a", first.clone()), ("b", near)] {
            edit.put(
                &board,
                RecordId::Box(BoxId::fresh(id, |_| false)),
                Record::from(record),
            );
        }
        assert_eq!(board.apply(&edit), Ok(()));
        assert_eq!(
            Vacancy::of(&board).beside(&first, Side::Behind),
            Point::new(328.0, 200.0)
        );
    }
}
