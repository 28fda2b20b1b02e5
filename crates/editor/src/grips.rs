//! Grips: the corners and sides by which the one thing selected is made larger or smaller.

use board::{Board, Record};
use geometry::{Page, Point, Vector};

use crate::item::area;
use crate::session::Session;
use crate::{Cursor, Item};

/// How far outside the grips stand, in screen pixels: on the line that says what is selected.
const STAND: f64 = 5.0;
/// A side shorter than this on the screen has no grip of its own.
const ROOMY: f64 = 44.0;
/// What is smaller than this on the screen has none at all: it has to be looked at from nearer.
const LEAST: f64 = 14.0;

/// A spot on the rim of what is selected, by which it can be pulled.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Grip {
    /// Where it is.
    pub at: Point<Page>,
    /// Which one.
    pub(crate) pull: Pull,
}

/// By which corner or side something is made larger or smaller: -1 for left and top, 1 for right and bottom, 0 for
/// the middle of a side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Pull {
    pub(crate) x: i8,
    pub(crate) y: i8,
}

impl Pull {
    /// The sides, then the corners, so that the corners lie on top.
    const ALL: [Self; 8] = [
        Self { x: 0, y: -1 },
        Self { x: -1, y: 0 },
        Self { x: 1, y: 0 },
        Self { x: 0, y: 1 },
        Self { x: -1, y: -1 },
        Self { x: 1, y: -1 },
        Self { x: -1, y: 1 },
        Self { x: 1, y: 1 },
    ];

    pub(crate) fn side(self) -> Vector<Page> {
        Vector::new(self.x.into(), self.y.into())
    }

    /// The arrow that says which way it can be pulled.
    pub(crate) fn cursor(self) -> Cursor {
        match self.x * self.y {
            1 => Cursor::Falling,
            -1 => Cursor::Rising,
            _ if self.x == 0 => Cursor::Upright,
            _ => Cursor::Level,
        }
    }
}

/// The grips of the one thing selected, unless it is locked; plain words have no height of their own, so that only their sides are pulled.
pub(crate) fn grips(board: &Board, session: &Session) -> Vec<Grip> {
    let zoom = session.camera.zoom;
    let only = session.selection.primary.as_ref();
    let record = only.filter(|item| session.selection.len() == 1 && !matches!(item, Item::Stroke(_)));
    let record = record.and_then(|item| item.record(board));
    let Some(record) = record.filter(|record| !record.is_locked()) else {
        return Vec::new();
    };
    let Some(rect) = area(&record).map(|rect| rect.inflate(STAND / zoom)) else {
        return Vec::new();
    };
    let (width, height) = (rect.size.width * zoom, rect.size.height * zoom);
    let is_plain = matches!(&record, Record::Note(note) if note.look == board::NoteLook::Plain);
    let fits = |pull: &Pull| match (pull.x, pull.y) {
        (0, _) => width >= ROOMY && !is_plain,
        (_, 0) => height >= ROOMY || is_plain,
        _ => width.min(height) >= LEAST && !is_plain,
    };
    let pulls = Pull::ALL.into_iter().filter(fits);
    let half = Vector::<Page>::new(rect.size.width / 2.0, rect.size.height / 2.0);
    let grips = pulls.map(|pull| {
        let side = pull.side();
        let at = rect.center() + Vector::new(half.x * side.x, half.y * side.y);
        Grip { at, pull }
    });
    grips.collect()
}
