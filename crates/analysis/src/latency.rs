//! How long an event takes from its entry to whoever waits for it.
//!
//! The worst path to each box is found by one pass over the data edges in topological order. A hop is a box or an edge
//! that states a latency; per-hop percentiles are added as they stand, which is a conservative bound. What lies on a
//! cycle counts once: a cyclic group takes as long as all its boxes together.
//!
//! Three decisions keep the sum honest on real boards:
//! - **A lookup is not a path.** Where a box receives live events (a path from an entry with no store on it), an edge
//!   from a store, or from a serve box in front of one, is a lookup: it adds the read, not the hours that the stored
//!   data took to get there. A batch job that feeds a live box, as training feeds a model, adds nothing.
//! - **An interval is a wait.** An ingest or process box that states no latency and works every so often waits that
//!   long, unless the scope budgets freshness apart.
//! - **Where the scope gives freshness as well, data at rest is under freshness.** Ends that live events reach are under
//!   the latency, the others under freshness; where no end is live, all are under the latency, and behind a hop that
//!   works at intervals the sum starts again at the next store.
//! - **A read begins where data rests.** Where the answer is of one request (`for a search`), the sum starts at the store.
//! - **A schedule is no wait.** A consumer whose every edge says `daily`, and no latency, is not under the latency as long
//!   as somebody else is.

use std::sync::Arc;

use board::graph::{BoxNode, BoxSlot, EdgeLink, EdgeSlot, Graph};
use board::{EdgeKind, Role};

use crate::ways::{self, Ways};
use crate::{Readings, Stop};

mod stated;

pub use crate::route::{Hop, Route};
pub(crate) use stated::scope_freshness;
pub use stated::{Budget, budget, promise, stated};
use stated::{is_paced, is_scheduled, own_time};

/// The latency of every box of a board.
#[derive(Clone, Debug)]
pub struct Latency {
    budget: Option<Budget>,
    own: Vec<Option<f64>>,
    edges: Vec<f64>,
    best: Vec<Best>,
    ways: Arc<Ways>,
    on_path: Vec<bool>,
    ends: Vec<BoxSlot>,
    of_a_read: bool,
    open: Vec<BoxSlot>,
}

/// The worst way to reach a box, the box included.
#[derive(Clone, Copy, Debug, Default)]
struct Best {
    /// From an entry.
    full: f64,
    full_by: Option<Step>,
    /// From the last store, through nothing but serve boxes.
    lookup: Option<f64>,
    lookup_by: Option<EdgeSlot>,
    /// Something at intervals lies on the way since the last store.
    paced: bool,
}

/// The edge by which the worst path comes.
#[derive(Clone, Copy, Debug)]
struct Step {
    edge: EdgeSlot,
    lookup: bool,
}

impl Latency {
    /// Sums the board behind `graph`, in time linear in boxes and edges.
    pub fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let percentile = budget(readings).and_then(|budget| budget.percentile);
        let apart = scope_freshness(readings);
        let own = |node: &BoxNode<'_>| own_time(node, readings.of_box(node.slot), percentile, apart);
        let edge = |link: &EdgeLink<'_>| stated(readings.of_edge(link.slot), percentile).unwrap_or(0.0);
        let own = graph.boxes().map(own).collect();
        let edges = graph.edges().map(edge).collect();
        Self::with(graph, readings, Arc::new(Ways::of(graph)), own, edges)
    }

    /// Sums `own`, one time for each box in the order of the board, along the same ways, in place of what boxes and edges
    /// state.
    pub fn of_times(&self, graph: &Graph<'_>, readings: &Readings, own: Vec<Option<f64>>) -> Self {
        let ways = Arc::clone(&self.ways);
        Self::with(graph, readings, ways, own, vec![0.0; graph.edge_count()])
    }

    fn with(
        graph: &Graph<'_>,
        readings: &Readings,
        ways: Arc<Ways>,
        own: Vec<Option<f64>>,
        edges: Vec<f64>,
    ) -> Self {
        let apart = scope_freshness(readings);
        let mut latency = Self {
            budget: budget(readings),
            own,
            edges,
            best: vec![Best::default(); graph.box_count()],
            ways,
            on_path: Vec::new(),
            ends: ways::ends(graph),
            of_a_read: readings.latency_is_of_a_read(),
            open: Vec::new(),
        };
        latency.sum(graph, readings, apart);
        latency.keep_live_ends(apart);
        latency.leave_scheduled_ends(graph, readings);
        latency.find_open(graph, apart);
        latency
    }

    /// The latency that the scope asks for.
    pub fn budget(&self) -> Option<Budget> {
        self.budget
    }

    /// Whoever waits under the latency: consumers that data reaches, and serve boxes with no consumer behind them.
    pub fn ends(&self) -> &[BoxSlot] {
        &self.ends
    }

    /// The end whose worst path takes longest; the first of several.
    pub fn worst_end(&self) -> Option<BoxSlot> {
        worst_of(&self.ends, |end| self.total(end))
    }

    /// The box lies on a way to an end, so that its time is under the latency.
    pub fn is_on_path(&self, slot: BoxSlot) -> bool {
        is_marked(&self.on_path, slot)
    }

    /// The stages on a path to an end that state no latency, in the order of the board.
    pub fn open(&self) -> &[BoxSlot] {
        &self.open
    }

    /// What the worst path to the box takes, itself included, in seconds.
    pub fn total(&self, slot: BoxSlot) -> f64 {
        self.best(slot).full
    }

    /// The worst path to the box. Time is linear in its length.
    pub fn route(&self, graph: &Graph<'_>, end: BoxSlot) -> Route {
        let mut back = Vec::new();
        let mut at = end;
        let mut by_lookup = false;
        loop {
            let group = self.ways.groups.group(at);
            back.extend(group.iter().rev().map(|slot| Stop::Box(*slot)));
            let ways = || group.iter().map(|slot| self.best(*slot));
            let step = if by_lookup {
                ways()
                    .find_map(|best| best.lookup_by)
                    .map(|edge| Step { edge, lookup: true })
            } else {
                ways().find_map(|best| best.full_by)
            };
            let Some(step) = step else { break };
            back.push(Stop::Edge(step.edge));
            at = graph.edge(step.edge).from;
            by_lookup = step.lookup;
        }
        back.reverse();
        let hops: Vec<Hop> = back.iter().filter_map(|stop| self.hop(*stop)).collect();
        Route {
            seconds: self.total(end),
            hops,
            stops: back,
        }
    }

    fn hop(&self, stop: Stop) -> Option<Hop> {
        let seconds = match stop {
            Stop::Box(slot) => self.own(slot),
            Stop::Edge(slot) => self
                .edges
                .get(slot.index())
                .copied()
                .filter(|seconds| *seconds > 0.0),
        };
        seconds.map(|seconds| Hop { stop, seconds })
    }

    /// What the box itself takes, in seconds.
    pub fn own(&self, slot: BoxSlot) -> Option<f64> {
        self.own.get(slot.index()).copied().flatten()
    }

    fn best(&self, slot: BoxSlot) -> Best {
        self.best.get(slot.index()).copied().unwrap_or_default()
    }

    fn edge_time(&self, slot: EdgeSlot) -> f64 {
        self.edges.get(slot.index()).copied().unwrap_or(0.0)
    }

    fn sum(&mut self, graph: &Graph<'_>, readings: &Readings, apart: bool) {
        let ways = Arc::clone(&self.ways);
        for group in ways.groups.iter() {
            let own: f64 = group.iter().filter_map(|slot| self.own(*slot)).sum();
            let mut best = self.entry(graph, group, apart);
            best.full += own;
            best.lookup = best.lookup.map(|seconds| seconds + own);
            best.paced |= group.iter().any(|slot| is_paced(graph.get_box(*slot), readings));
            for slot in group {
                if let Some(place) = self.best.get_mut(slot.index()) {
                    *place = best;
                }
            }
        }
    }

    /// Leaves what is read from stores to the freshness that the scope gives, where something live is under latency.
    fn keep_live_ends(&mut self, apart: bool) {
        let ways = &self.ways;
        if apart && self.ends.iter().any(|end| ways.is_live(*end)) {
            self.ends.retain(|end| ways.is_live(*end));
        }
    }

    /// Leaves out whoever gets data on a schedule alone (`daily`), where somebody else waits under the latency.
    fn leave_scheduled_ends(&mut self, graph: &Graph<'_>, readings: &Readings) {
        let waits = |end: &BoxSlot| {
            let mut links = graph.incoming(*end, EdgeKind::Data);
            let consumer = graph.get_box(*end).record.role == Role::Consumer;
            !consumer || links.any(|link| !is_scheduled(readings.of_edge(link.slot)))
        };
        if self.ends.iter().any(waits) {
            self.ends.retain(waits);
        }
    }

    /// The worst way into a group, its own time not yet counted.
    fn entry(&self, graph: &Graph<'_>, group: &[BoxSlot], apart: bool) -> Best {
        let role = |slot: BoxSlot| graph.get_box(slot).record.role;
        let mut best = Best::default();
        let stores = group.iter().any(|slot| role(*slot) == Role::Store);
        let serves = group.iter().all(|slot| role(*slot) == Role::Serve);
        best.lookup = stores.then_some(0.0);
        for link in self.ways.leading_to(graph, group) {
            self.come_by(graph, link, &mut best, apart && stores);
            let from = self.best(link.from);
            if let (true, Some(lookup)) = (serves, from.lookup) {
                let seconds = lookup + self.edge_time(link.slot);
                if best.lookup.is_none_or(|known| seconds > known) {
                    (best.lookup, best.lookup_by) = (Some(seconds), Some(link.slot));
                }
            }
        }
        best
    }

    /// Takes the way over `link` into account. `rests` says that data comes to rest here under a freshness of its own.
    fn come_by(&self, graph: &Graph<'_>, link: &EdgeLink<'_>, best: &mut Best, rests: bool) {
        let from = self.best(link.from);
        let Some((before, lookup)) = self.before(graph, link) else {
            return;
        };
        if rests && (from.paced || self.of_a_read) {
            return;
        }
        best.paced |= from.paced && !lookup;
        let seconds = before + self.edge_time(link.slot);
        if best.full_by.is_none() || seconds > best.full {
            best.full = seconds;
            best.full_by = Some(Step {
                edge: link.slot,
                lookup,
            });
        }
    }

    /// What was spent before `link`, and whether that was a lookup; nothing where the way does not count.
    fn before(&self, graph: &Graph<'_>, link: &EdgeLink<'_>) -> Option<(f64, bool)> {
        let from = self.best(link.from);
        if self.ways.counts(graph, link) {
            return Some((from.full, false));
        }
        from.lookup.map(|seconds| (seconds, true))
    }

    /// Walks back from the ends over the ways that count.
    fn find_open(&mut self, graph: &Graph<'_>, apart: bool) {
        let mut full = vec![false; graph.box_count()];
        let mut lookup = vec![false; graph.box_count()];
        for end in &self.ends {
            mark(&mut full, *end);
        }
        for group in self.ways.groups.iter().rev() {
            let is_full = group.iter().any(|slot| is_marked(&full, *slot));
            let is_lookup = group.iter().any(|slot| is_marked(&lookup, *slot));
            for slot in group.iter().filter(|_| is_full) {
                mark(&mut full, *slot);
            }
            if !is_full && !is_lookup {
                continue;
            }
            let stores = group
                .iter()
                .any(|slot| graph.get_box(*slot).record.role == Role::Store);
            for link in group
                .iter()
                .flat_map(|slot| graph.incoming(*slot, EdgeKind::Data))
            {
                if !self.ways.groups.crosses(link) {
                    continue;
                }
                let rests = apart && stores && (self.of_a_read || self.best(link.from).paced);
                match self.before(graph, link) {
                    Some((_, false)) if is_full && !rests => mark(&mut full, link.from),
                    Some((_, true)) if is_full => mark(&mut lookup, link.from),
                    _ => {}
                }
                if is_lookup && !stores && self.best(link.from).lookup.is_some() {
                    mark(&mut lookup, link.from);
                }
            }
        }
        self.on_path = full
            .into_iter()
            .zip(lookup)
            .map(|(full, lookup)| full || lookup)
            .collect();
        let is_open = |node: &&BoxNode<'_>| {
            self.is_on_path(node.slot) && node.record.role.is_stage() && self.own(node.slot).is_none()
        };
        self.open = graph.boxes().filter(is_open).map(|node| node.slot).collect();
    }
}

/// The first of the boxes with the largest figure.
pub(crate) fn worst_of(slots: &[BoxSlot], figure: impl Fn(BoxSlot) -> f64) -> Option<BoxSlot> {
    let mut slots = slots.iter().copied();
    let first = slots.next()?;
    let worst = slots.fold((first, figure(first)), |worst, slot| {
        let here = figure(slot);
        if here > worst.1 { (slot, here) } else { worst }
    });
    Some(worst.0)
}

fn mark(marks: &mut [bool], slot: BoxSlot) {
    if let Some(mark) = marks.get_mut(slot.index()) {
        *mark = true;
    }
}

fn is_marked(marks: &[bool], slot: BoxSlot) -> bool {
    marks.get(slot.index()).copied().unwrap_or_default()
}
