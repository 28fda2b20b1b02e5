//! What whoever waits is served, and which boxes they cannot do without.

use board::graph::BoxSlot;
use sorted::{rank_of, ranked};

use super::{Figure, Listed, MOST, Served, Share, Single, Sums, Uptime};
use crate::availability::Availability;
use crate::structure::Structure;

impl Sums<'_, '_> {
    pub(super) fn availability(&self) -> Uptime {
        let availability = Availability::of(self.graph, &self.readings);
        let all = availability.ends();
        let worst = ranked(all.iter().copied(), |end| rank_of(availability.total(*end)));
        let served = worst
            .iter()
            .take(MOST)
            .map(|end| self.served(&availability, *end));
        Uptime {
            target: Figure::stated(availability.target()),
            ends: Listed {
                rows: served.collect(),
                more: all.len().saturating_sub(MOST),
            },
            open: self.ids(availability.open()),
        }
    }

    fn served(&self, availability: &Availability, end: BoxSlot) -> Served {
        let shares = availability.shares(end);
        let is_any = shares
            .iter()
            .any(|share| share.own.is_some() || share.beside < 1.0);
        let telling = shares.into_iter().filter(|share| {
            share.own.is_some() || share.beside < 1.0 || self.graph.get_box(share.slot).record.role.is_stage()
        });
        Served {
            at: self.id(end),
            total: Figure::worked_out(is_any.then(|| availability.total(end))),
            shares: Listed::first(telling.map(|share| Share {
                at: self.id(share.slot),
                own: Figure::stated(share.own),
                beside: share.beside,
            })),
        }
    }

    pub(super) fn singles(&self) -> Listed<Single> {
        let structure = Structure::of(self.graph);
        let stages = self.graph.boxes().filter(|node| node.record.role.is_stage());
        let needed = stages
            .map(|node| node.slot)
            .filter(|slot| structure.lost(*slot) > 0);
        let all = ranked(needed, |slot| u64::MAX - structure.lost(*slot) as u64);
        let single = |slot: &BoxSlot| Single {
            at: self.id(*slot),
            lost: structure.lost(*slot),
            losers: self.ids(&structure.losers(*slot)),
        };
        Listed {
            rows: all.iter().take(MOST).map(single).collect(),
            more: all.len().saturating_sub(MOST),
        }
    }
}
