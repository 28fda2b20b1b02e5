//! Where on the board, and in the order of its file, a box that a fix adds finds room.

use board::{Board, BoxRecord};
use geometry::{Page, Point};
use sorted::Set;

/// The space left between a box and the one that a fix sets below it.
const GAP: f64 = 48.0;
/// The space left beside a box, which holds the words of an edge.
const ASIDE: f64 = 152.0;
/// How far from the middle of the page a fix still sets a box.
const EDGE: f64 = board::file::limits::COORDINATE;
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
    /// The cells of a coarse grid, one default box each, that hold a corner or the middle of a box.
    taken: Set<(i64, i64)>,
    /// The order that puts a box last.
    pub(crate) box_order: u32,
    /// The order that puts an edge last.
    pub(crate) edge_order: u32,
}

impl Vacancy {
    pub(crate) fn of(board: &Board) -> Self {
        let mut taken = Set::new();
        for (_, record) in board.boxes() {
            taken.extend(cells(record));
        }
        Self {
            taken,
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
            cells(&new).iter().all(|cell| !self.taken.contains(cell))
        };
        (0..ROWS).map(place).find(is_free).unwrap_or_else(|| place(0))
    }
}

/// The cells of the corners and the middle.
pub(crate) fn cells(record: &BoxRecord) -> [(i64, i64); 5] {
    let (at, size) = (record.at, record.size);
    let cell = |across: f64, down: f64| {
        let x = (at.x + size.width * across) / BoxRecord::DEFAULT_SIZE.width;
        let y = (at.y + size.height * down) / BoxRecord::DEFAULT_SIZE.height;
        (x.floor() as i64, y.floor() as i64)
    };
    [
        cell(0.02, 0.02),
        cell(0.98, 0.02),
        cell(0.02, 0.98),
        cell(0.98, 0.98),
        cell(0.5, 0.5),
    ]
}
