//! Which boxes data reaches from some others, and the shortest way there.

use std::collections::VecDeque;

use board::EdgeKind;
use board::graph::{BoxNode, BoxSlot, EdgeLink, EdgeSlot, Graph};

use crate::context::{at_box, at_edge};
use crate::finding::Place;

/// How many edges of a way are lit up, those next to its end.
const LONGEST: usize = 64;

/// One search along the data edges; time is linear in boxes and edges.
pub(crate) struct Trail<'g, 'b> {
    graph: &'g Graph<'b>,
    /// How many edges away from the nearest beginning each box is.
    far: Vec<Option<usize>>,
    /// The edges that were followed.
    open: Vec<bool>,
}

impl<'g, 'b> Trail<'g, 'b> {
    /// From the boxes that `begin`, over the data edges that `follows` lets through.
    pub(crate) fn of(
        graph: &'g Graph<'b>,
        begins: &dyn Fn(&BoxNode<'b>) -> bool,
        follows: &dyn Fn(&EdgeLink<'b>) -> bool,
    ) -> Self {
        let mut trail = Self {
            graph,
            far: vec![None; graph.box_count()],
            open: vec![false; graph.edge_count()],
        };
        let mut waiting: VecDeque<(BoxSlot, usize)> = VecDeque::new();
        waiting.extend(
            graph
                .boxes()
                .filter(|node| begins(node))
                .map(|node| (node.slot, 0)),
        );
        while let Some((slot, steps)) = waiting.pop_front() {
            match trail.far.get_mut(slot.index()) {
                Some(far @ None) => *far = Some(steps),
                _ => continue,
            }
            let onward = graph.outgoing(slot, EdgeKind::Data);
            for link in onward.filter(|link| follows(link)) {
                waiting.push_back((link.to, steps + 1));
                if let Some(open) = trail.open.get_mut(link.slot.index()) {
                    *open = true;
                }
            }
        }
        trail
    }

    /// Whether data arrives at the box over one edge or more.
    pub(crate) fn arrives(&self, slot: BoxSlot) -> bool {
        self.steps(slot).is_some_and(|steps| steps > 0)
    }

    /// The beginning of the shortest way to the box, and the boxes and edges on it; of several by the least edge ids.
    pub(crate) fn way(&self, end: BoxSlot) -> (BoxSlot, Vec<Place>) {
        let mut at = end;
        let mut places = vec![at_box(self.graph.get_box(end))];
        while let Some(link) = self.last_step(at) {
            at = link.from;
            if places.len() < 2 * LONGEST {
                places.push(at_edge(link));
                places.push(at_box(self.graph.get_box(at)));
            }
        }
        places.reverse();
        (at, places)
    }

    fn last_step(&self, slot: BoxSlot) -> Option<&EdgeLink<'b>> {
        let before = self.steps(slot)?.checked_sub(1)?;
        let incoming = self.graph.incoming(slot, EdgeKind::Data);
        let near =
            |link: &&EdgeLink<'_>| self.was_followed(link.slot) && self.steps(link.from) == Some(before);
        incoming
            .filter(near)
            .reduce(|least, link| if link.id < least.id { link } else { least })
    }

    fn was_followed(&self, slot: EdgeSlot) -> bool {
        self.open.get(slot.index()).copied().unwrap_or_default()
    }

    fn steps(&self, slot: BoxSlot) -> Option<usize> {
        self.far.get(slot.index()).copied().flatten()
    }
}
