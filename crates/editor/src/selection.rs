//! What is selected: boxes, edges and what stands beside them, one of them the primary.

use board::{Board, BoxId, EdgeId};
use sorted::Set;

use crate::Item;

/// What is selected.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Selection {
    /// The boxes.
    pub boxes: Set<BoxId>,
    /// The edges.
    pub edges: Set<EdgeId>,
    /// The notes, frames and strokes.
    pub others: Set<Item>,
    /// The one that commands for a single thing act on; always one of the selected.
    pub primary: Option<Item>,
}

impl Selection {
    /// These; the last is the primary one.
    pub fn of(items: impl IntoIterator<Item = Item>) -> Self {
        let mut selection = Self::default();
        for item in items {
            selection.insert(item);
        }
        selection
    }

    /// Nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many things are selected.
    pub fn len(&self) -> usize {
        self.boxes.len() + self.edges.len() + self.others.len()
    }

    /// `item` is selected.
    pub fn contains(&self, item: &Item) -> bool {
        match item {
            Item::Box(id) => self.boxes.contains(id),
            Item::Edge(id) => self.edges.contains(id),
            other => self.others.contains(other),
        }
    }

    /// All of it, what stands on its own first.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        self.standing().chain(self.edges.iter().cloned().map(Item::Edge))
    }

    /// All of it but the edges: what has a place of its own.
    pub fn standing(&self) -> impl Iterator<Item = Item> {
        let boxes = self.boxes.iter().cloned().map(Item::Box);
        boxes.chain(self.others.iter().cloned())
    }

    /// Something is selected that has a place of its own.
    pub fn stands(&self) -> bool {
        !(self.boxes.is_empty() && self.others.is_empty())
    }

    /// The box that commands for one box act on.
    pub fn primary_box(&self) -> Option<&BoxId> {
        match &self.primary {
            Some(Item::Box(id)) => Some(id),
            _ => None,
        }
    }

    /// The edge that commands for one edge act on.
    pub fn primary_edge(&self) -> Option<&EdgeId> {
        match &self.primary {
            Some(Item::Edge(id)) => Some(id),
            _ => None,
        }
    }

    /// The same with all edges that touch one of its boxes.
    pub(crate) fn with_edges_at(mut self, board: &Board) -> Self {
        for id in &self.boxes {
            let touching = board.edges_touching(id);
            self.edges.extend(touching.map(|(id, _)| id.clone()));
        }
        self
    }

    pub(crate) fn insert(&mut self, item: Item) {
        match &item {
            Item::Box(id) => self.boxes.insert(id.clone()),
            Item::Edge(id) => self.edges.insert(id.clone()),
            other => self.others.insert(other.clone()),
        };
        self.primary = Some(item);
    }

    pub(crate) fn toggle(&mut self, item: Item) {
        let was_there = match &item {
            Item::Box(id) => self.boxes.remove(id),
            Item::Edge(id) => self.edges.remove(id),
            other => self.others.remove(other),
        };
        if !was_there {
            self.insert(item);
        } else if self.primary.as_ref() == Some(&item) {
            self.primary = self.items().last();
        }
    }

    /// Without what `board` does not have.
    pub(crate) fn on(mut self, board: &Board) -> Self {
        self.boxes.retain(|id| board.get_box(id).is_some());
        self.edges.retain(|id| board.get_edge(id).is_some());
        self.others.retain(|item| item.record(board).is_some());
        if self
            .primary
            .as_ref()
            .is_none_or(|primary| !self.contains(primary))
        {
            self.primary = self.items().last();
        }
        self
    }
}
