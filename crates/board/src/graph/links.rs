//! The edges at each box, by kind, in one row.

use super::{BoxSlot, EdgeLink, EdgeSlot};
use crate::EdgeKind;

/// How many kinds of edges there are.
const KINDS: usize = 3;

/// For each box and kind the edges at one of their ends, in the order of the file.
#[derive(Clone, Debug)]
pub(super) struct Links {
    /// Where the edges of each box and kind begin in the row; one more than there are.
    starts: Vec<u32>,
    row: Vec<EdgeSlot>,
}

impl Links {
    /// Sorts the edges by the box at the `end` asked for; takes time linear in boxes and edges.
    pub(super) fn new(boxes: usize, edges: &[EdgeLink<'_>], end: impl Fn(&EdgeLink<'_>) -> BoxSlot) -> Self {
        let mut starts = vec![0; boxes * KINDS + 1];
        let mut row = vec![EdgeSlot(0); edges.len()];
        let shelf = |link: &EdgeLink<'_>| shelf(end(link), link.record.kind);
        for link in edges {
            starts[shelf(link) + 1] += 1;
        }
        let mut before = 0;
        for start in &mut starts {
            before += *start;
            *start = before;
        }
        let mut next = starts.clone();
        for link in edges {
            let place = &mut next[shelf(link)];
            row[*place as usize] = link.slot;
            *place += 1;
        }
        Self { starts, row }
    }

    /// The edges of one kind at a box.
    pub(super) fn of(&self, slot: BoxSlot, kind: EdgeKind) -> &[EdgeSlot] {
        let shelf = shelf(slot, kind);
        self.between(shelf, shelf + 1)
    }

    /// The edges of all kinds at a box.
    pub(super) fn all(&self, slot: BoxSlot) -> &[EdgeSlot] {
        let first = slot.index() * KINDS;
        self.between(first, first + KINDS)
    }

    fn between(&self, first: usize, last: usize) -> &[EdgeSlot] {
        let start = |shelf: usize| self.starts.get(shelf).map(|start| *start as usize);
        let range = start(first).zip(start(last));
        range
            .and_then(|(start, end)| self.row.get(start..end))
            .unwrap_or_default()
    }
}

fn shelf(slot: BoxSlot, kind: EdgeKind) -> usize {
    let kind = match kind {
        EdgeKind::Data => 0,
        EdgeKind::Failure => 1,
        EdgeKind::Control => 2,
    };
    slot.index() * KINDS + kind
}
