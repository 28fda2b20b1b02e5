//! What whoever waits loses with a box: the boxes that every path from an entry to them passes.
//!
//! An entry is a box that nothing feeds, stores and serve boxes apart. Failure and control edges bring nothing, and into
//! a box that receives live events a lookup brings no event. Boxes on a cycle stand in for each other, so none of them
//! is passed by every path. Takes n log n in boxes and edges.

use board::Role;
use board::graph::{BoxSlot, Graph};
use sorted::ranked;

use crate::dominators::Dominators;
use crate::ways::{self, Ways};

/// Which boxes whoever waits cannot do without.
#[derive(Clone, Debug)]
pub struct Structure {
    ways: Ways,
    tree: Dominators,
    /// Whoever waits and is reached from an entry: consumers, and serve boxes with none behind them.
    ends: Vec<BoxSlot>,
    lost: Vec<usize>,
}

impl Structure {
    /// Looks through the board behind `graph`, in time n log n in boxes and edges.
    pub fn of(graph: &Graph<'_>) -> Self {
        let ways = Ways::of(graph);
        let tree = tree(graph, &ways, |slot, is_fed| {
            !is_fed && !matches!(graph.get_box(slot).record.role, Role::Store | Role::Serve)
        });
        let mut ends = ways::ends(graph);
        ends.retain(|end| tree.reaches(ways.groups.number(*end)));
        let mut structure = Self {
            lost: vec![0; ways.groups.len()],
            ways,
            tree,
            ends,
        };
        structure.count();
        structure
    }

    /// How many of the ends get nothing once the box is gone, itself not counted; in constant time.
    pub fn lost(&self, slot: BoxSlot) -> usize {
        let number = self.ways.groups.number(slot);
        match self.ways.groups.at(number) {
            [_] => self.lost.get(number).copied().unwrap_or_default(),
            _ => 0,
        }
    }

    /// The ends that get nothing once the box is gone, in the order of the board. Takes log n for each end.
    pub fn losers(&self, slot: BoxSlot) -> Vec<BoxSlot> {
        let number = self.ways.groups.number(slot);
        let loses = |end: &BoxSlot| *end != slot && self.tree.passes(self.ways.groups.number(*end), number);
        match self.ways.groups.at(number) {
            [_] => self.ends.iter().copied().filter(loses).collect(),
            _ => Vec::new(),
        }
    }

    /// The boxes that every path to `end` passes, in order, itself the last. Takes their number.
    pub fn passed(&self, end: BoxSlot) -> Vec<BoxSlot> {
        let chain = self.tree.chain(self.ways.groups.number(end));
        let alone = |number: usize| match self.ways.groups.at(number) {
            [slot] => Some(*slot),
            _ => None,
        };
        chain.into_iter().filter_map(alone).collect()
    }

    /// The boxes without which one of these ends gets nothing, themselves among them, in the order of the board. Linear in
    /// boxes.
    pub fn needed(&self, ends: &[BoxSlot]) -> Vec<BoxSlot> {
        let mut marked = vec![false; self.ways.groups.len()];
        for end in ends {
            let number = self.ways.groups.number(*end);
            let mut at = self.tree.reaches(number).then_some(number);
            while let Some(mark) = at
                .and_then(|number| marked.get_mut(number))
                .filter(|mark| !**mark)
            {
                *mark = true;
                at = at.and_then(|number| self.tree.above(number));
            }
        }
        let groups = marked.iter().enumerate().filter(|(_, mark)| **mark);
        let alone = groups.filter_map(|(number, _)| match self.ways.groups.at(number) {
            [slot] => Some(*slot),
            _ => None,
        });
        ranked(alone, |slot| slot.index() as u64)
    }

    /// Adds up from the leaves of the tree: a group loses what those below it lose, and the ends right below.
    fn count(&mut self) {
        let mut here = vec![0_usize; self.ways.groups.len()];
        for end in &self.ends {
            if let Some(count) = here.get_mut(self.ways.groups.number(*end)) {
                *count += 1;
            }
        }
        for number in (0..self.lost.len()).rev() {
            let below = self.lost.get(number).copied().unwrap_or_default();
            let all = below + here.get(number).copied().unwrap_or_default();
            if let Some(place) = self.tree.above(number).and_then(|above| self.lost.get_mut(above)) {
                *place += all;
            }
        }
    }
}

/// The dominator tree over the edges that count; a group is an entry where `enters` says so of one of its boxes, which
/// is told whether anything feeds it.
pub(crate) fn tree(graph: &Graph<'_>, ways: &Ways, enters: impl Fn(BoxSlot, bool) -> bool) -> Dominators {
    let mut tree = Dominators::new(ways.groups.len());
    for (number, group) in ways.groups.iter().enumerate() {
        let mut links = ways.leading_to(graph, group).peekable();
        let is_fed = links.peek().is_some();
        let is_entry = group.iter().any(|slot| enters(*slot, is_fed));
        let feeding = links.filter(|link| ways.counts(graph, link));
        tree.add(
            number,
            is_entry,
            feeding.map(|link| ways.groups.number(link.from)),
        );
    }
    tree
}
