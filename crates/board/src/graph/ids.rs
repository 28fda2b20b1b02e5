//! Finding a box by its id without a tree of texts: most looks compare two numbers that lie side by side.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::{BoxNode, BoxSlot};
use crate::BoxId;

/// The hash of each id and the place of its box, sorted.
#[derive(Clone, Debug)]
pub(super) struct Ids(Vec<(u64, BoxSlot)>);

impl Ids {
    pub(super) fn new(boxes: &[BoxNode<'_>]) -> Self {
        let mut ids: Vec<_> = boxes.iter().map(|node| (hash(node.id), node.slot)).collect();
        ids.sort_unstable();
        Self(ids)
    }

    pub(super) fn find(&self, boxes: &[BoxNode<'_>], id: &BoxId) -> Option<BoxSlot> {
        let wanted = hash(id);
        let first = self.0.partition_point(|(hash, _)| *hash < wanted);
        let alike = self.0.get(first..)?.iter();
        alike
            .take_while(|(hash, _)| *hash == wanted)
            .map(|(_, slot)| *slot)
            .find(|slot| boxes.get(slot.index()).is_some_and(|node| node.id == id))
    }
}

/// The same on every run, so that everything is.
fn hash(id: &BoxId) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.as_str().hash(&mut hasher);
    hasher.finish()
}
