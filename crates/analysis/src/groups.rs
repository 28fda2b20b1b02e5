//! The boxes in the order in which data reaches them, those on one cycle together.

use board::graph::{BoxSlot, EdgeLink, Graph};

/// Topological groups, and which of them each box is in.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    groups: Vec<Vec<BoxSlot>>,
    of: Vec<usize>,
}

impl Groups {
    pub(crate) fn new(graph: &Graph<'_>) -> Self {
        let groups = graph.data_order();
        let mut of = vec![0; graph.box_count()];
        for (number, group) in groups.iter().enumerate() {
            for slot in group {
                if let Some(place) = of.get_mut(slot.index()) {
                    *place = number;
                }
            }
        }
        Self { groups, of }
    }

    /// Every group after all that feed it.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &[BoxSlot]> {
        self.groups.iter().map(Vec::as_slice)
    }

    /// How many groups there are.
    pub(crate) fn len(&self) -> usize {
        self.groups.len()
    }

    /// The group with this number.
    pub(crate) fn at(&self, number: usize) -> &[BoxSlot] {
        self.groups.get(number).map_or(&[], Vec::as_slice)
    }

    /// The number of the group of a box.
    pub(crate) fn number(&self, slot: BoxSlot) -> usize {
        self.of.get(slot.index()).copied().unwrap_or_default()
    }

    /// The group of a box.
    pub(crate) fn group(&self, slot: BoxSlot) -> &[BoxSlot] {
        self.at(self.number(slot))
    }

    /// The edge leads from one group into another.
    pub(crate) fn crosses(&self, link: &EdgeLink<'_>) -> bool {
        self.of.get(link.from.index()) != self.of.get(link.to.index())
    }
}
