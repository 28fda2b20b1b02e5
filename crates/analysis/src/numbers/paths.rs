//! The worst paths of latency and freshness, hop by hop.

use board::graph::BoxSlot;
use sorted::{rank_of, ranked};

use super::{End, Figure, Hop, Listed, MOST, Path, Sums};
use crate::freshness::Freshness;
use crate::latency::Latency;
use crate::{Route, Stop};

/// What both kinds of path have.
struct Told<'s> {
    budget: Option<f64>,
    percentile: Option<f64>,
    ends: &'s [BoxSlot],
    open: &'s [BoxSlot],
    worst: Option<BoxSlot>,
    route: Option<Route>,
}

impl Sums<'_, '_> {
    pub(super) fn latency(&self) -> Path {
        let latency = Latency::of(self.graph, &self.readings);
        let worst = latency.worst_end();
        let told = Told {
            budget: latency.budget().map(|budget| budget.seconds),
            percentile: latency.budget().and_then(|budget| budget.percentile),
            ends: latency.ends(),
            open: latency.open(),
            worst,
            route: worst.map(|end| latency.route(self.graph, end)),
        };
        self.path(told, |slot| latency.total(slot))
    }

    pub(super) fn freshness(&self) -> Path {
        let freshness = Freshness::of(self.graph, &self.readings);
        let worst = freshness.worst_end();
        let told = Told {
            budget: freshness.budget(),
            percentile: None,
            ends: freshness.ends(),
            open: freshness.open(),
            worst,
            route: worst.map(|end| freshness.route(self.graph, end)),
        };
        self.path(told, |slot| freshness.total(slot))
    }

    fn path(&self, told: Told<'_>, total: impl Fn(BoxSlot) -> f64) -> Path {
        let route = told.route.unwrap_or_default();
        let ends = ranked(told.ends.iter().copied(), |end| rank_of(-total(*end)));
        let end = |slot: BoxSlot| End {
            at: self.id(slot),
            seconds: above_nothing(total(slot)),
        };
        Path {
            budget: Figure::stated(told.budget),
            percentile: told.percentile,
            end: told.worst.map(|slot| self.id(slot)),
            total: above_nothing(route.seconds),
            hops: self.hops(&route, told.open),
            open: self.ids(told.open),
            ends: Listed::first(ends.into_iter().map(end)),
        }
    }

    /// The stops that take some time and those that ought to say how much, in order. `open` is in the order of the board.
    fn hops(&self, route: &Route, open: &[BoxSlot]) -> Listed<Hop> {
        let mut timed = route.hops.iter().peekable();
        let mut hops: Vec<(Stop, Figure)> = Vec::new();
        for stop in &route.stops {
            if let Some(hop) = timed.next_if(|hop| hop.stop == *stop) {
                hops.push((*stop, Figure::stated(Some(hop.seconds))));
            } else if matches!(stop, Stop::Box(slot) if open.binary_search(slot).is_ok()) {
                hops.push((*stop, Figure::Open));
            }
        }
        let more = hops.len().saturating_sub(MOST);
        if more > 0 {
            let longest = |at: &usize| {
                let seconds = hops.get(*at).and_then(|(_, seconds)| seconds.number());
                rank_of(-seconds.unwrap_or_default())
            };
            let mut kept = ranked(0..hops.len(), longest);
            kept.truncate(MOST);
            let kept = ranked(kept, |at| *at as u64);
            hops = kept.into_iter().filter_map(|at| hops.get(at).copied()).collect();
        }
        let rows = hops.into_iter().map(|(stop, seconds)| Hop {
            at: self.at(stop),
            seconds,
        });
        Listed {
            rows: rows.collect(),
            more,
        }
    }
}

/// A sum of nothing is not known.
fn above_nothing(seconds: f64) -> Figure {
    match seconds {
        0.0 => Figure::Open,
        seconds => Figure::worked_out(Some(seconds)),
    }
}
