//! Finding a box by its id without a tree of texts.

use super::{BoxNode, BoxSlot};
use crate::BoxId;

/// The place of each box, found by a hash of its id: an open table at most half full, in which the next free cell takes
/// what would share one.
#[derive(Clone, Debug)]
pub(super) struct Ids(Vec<Option<BoxSlot>>);

impl Ids {
    pub(super) fn new(boxes: &[BoxNode<'_>]) -> Self {
        let mut ids = Self(vec![None; (boxes.len() * 2).next_power_of_two()]);
        for node in boxes {
            let free = ids.cells(node.id).find(|cell| ids.0[*cell].is_none());
            if let Some(free) = free {
                ids.0[free] = Some(node.slot);
            }
        }
        ids
    }

    pub(super) fn find(&self, boxes: &[BoxNode<'_>], id: &BoxId) -> Option<BoxSlot> {
        let known = self.cells(id).map_while(|cell| self.0[cell]);
        let mut known = known.filter(|slot| boxes.get(slot.index()).is_some_and(|node| node.id == id));
        known.next()
    }

    /// Every cell, from the one that the id belongs into on.
    fn cells(&self, id: &BoxId) -> impl Iterator<Item = usize> + use<> {
        let last = self.0.len() - 1;
        let first = hash(id.as_str().as_bytes()) as usize & last;
        (0..=last).map(move |step| (first + step) & last)
    }
}

/// The same on every run, so that everything is. The upper bits of each product depend on all bytes before.
fn hash(id: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let eights = id.chunks(8).map(|bytes| {
        let mut eight = [0; 8];
        eight[..bytes.len()].copy_from_slice(bytes);
        u64::from_le_bytes(eight)
    });
    eights.fold(id.len() as u64, |hash, eight| {
        let product = u128::from(hash ^ eight) * u128::from(ODD);
        (product >> 64) as u64 ^ product as u64
    })
}
