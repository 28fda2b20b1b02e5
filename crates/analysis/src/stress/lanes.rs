//! Who each box works for: the lanes that go when somebody is not served any more.
//!
//! A lane is what works for one of those who wait and for nobody else. Once it is gone, what it shared with one other is
//! that one's lane. Somebody stays: a board that serves nobody saves everything.

use board::EdgeKind;
use board::graph::{BoxSlot, Graph};
use sorted::{rank_of, ranked};

use crate::Readings;
use crate::latency::Latency;
use crate::ways;

/// Whom a box works for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum WorksFor {
    #[default]
    Nobody,
    One(BoxSlot),
    Several,
}

/// What goes with somebody.
pub(super) struct Lane {
    /// Whom it serves.
    pub(super) serves: BoxSlot,
    /// The boxes that cost something, in the order of the board.
    pub(super) boxes: Vec<BoxSlot>,
    /// What they cost together, a month.
    pub(super) amount: f64,
}

/// The lanes of a board, those under no latency first, the dearest first among them.
pub(super) struct Lanes<'g, 'b> {
    graph: &'g Graph<'b>,
    /// What each box costs.
    amounts: Vec<f64>,
    gone: Vec<bool>,
    /// Who is still served, the next to go first.
    served: Vec<BoxSlot>,
    /// How many lanes may still be tried.
    tries: usize,
}

/// How many lanes are tried: more than anybody reads.
const MOST_TRIED: usize = 60;

impl<'g, 'b> Lanes<'g, 'b> {
    pub(super) fn of(graph: &'g Graph<'b>, readings: &Readings, amounts: Vec<f64>) -> Self {
        let mut lanes = Self {
            graph,
            amounts,
            gone: vec![false; graph.box_count()],
            served: ways::ends(graph),
            tries: MOST_TRIED,
        };
        let works_for = lanes.works_for();
        let mut costs = vec![0.0; graph.box_count()];
        for (works_for, amount) in works_for.iter().zip(&lanes.amounts) {
            if let WorksFor::One(end) = works_for
                && let Some(cost) = costs.get_mut(end.index())
            {
                *cost += amount;
            }
        }
        let latency = Latency::of(graph, readings);
        let mut waits = vec![false; graph.box_count()];
        if latency.budget().is_some() {
            for end in latency.ends() {
                if let Some(place) = waits.get_mut(end.index()) {
                    *place = true;
                }
            }
        }
        let under = |end: &BoxSlot| u64::from(waits.get(end.index()).copied().unwrap_or_default());
        let dearest = ranked(std::mem::take(&mut lanes.served), |end| {
            rank_of(-costs.get(end.index()).copied().unwrap_or_default())
        });
        lanes.served = ranked(dearest, under);
        lanes
    }

    /// The next to go; nothing where only one is left.
    pub(super) fn next(&mut self) -> Option<Lane> {
        while self.served.len() > 1 && self.tries > 0 {
            self.tries -= 1;
            let serves = self.served.remove(0);
            let works_for = self.works_for_with(serves);
            let mut lane = Lane {
                serves,
                boxes: Vec::new(),
                amount: 0.0,
            };
            for (node, works_for) in self.graph.boxes().zip(works_for) {
                let Some(gone) = self.gone.get_mut(node.slot.index()) else {
                    continue;
                };
                if *gone || works_for != WorksFor::One(serves) {
                    continue;
                }
                *gone = true;
                let amount = self.amounts.get(node.slot.index()).copied().unwrap_or_default();
                if amount > 0.0 {
                    lane.boxes.push(node.slot);
                    lane.amount += amount;
                }
            }
            if lane.amount > 0.0 {
                return Some(lane);
            }
        }
        None
    }

    fn works_for_with(&mut self, serves: BoxSlot) -> Vec<WorksFor> {
        self.served.push(serves);
        let works_for = self.works_for();
        self.served.pop();
        works_for
    }

    /// Whom each box works for, against the flow, boxes on a cycle together.
    fn works_for(&self) -> Vec<WorksFor> {
        let mut all = vec![WorksFor::default(); self.graph.box_count()];
        for end in &self.served {
            if let Some(place) = all.get_mut(end.index()) {
                *place = WorksFor::One(*end);
            }
        }
        for group in self.graph.data_order().iter().rev() {
            let mut together = WorksFor::Nobody;
            for slot in group {
                let own = all.get(slot.index()).copied().unwrap_or_default();
                let behind = self.graph.outgoing(*slot, EdgeKind::Data);
                let behind = behind.map(|link| all.get(link.to.index()).copied().unwrap_or_default());
                together = behind.fold(together.and(own), WorksFor::and);
            }
            for slot in group {
                if let Some(place) = all.get_mut(slot.index()) {
                    *place = together;
                }
            }
        }
        all
    }
}

impl WorksFor {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nobody, other) | (other, Self::Nobody) => other,
            (Self::One(one), Self::One(other)) if one == other => self,
            _ => Self::Several,
        }
    }
}
