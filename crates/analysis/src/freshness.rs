//! How old the data is when it reaches whoever reads it: the intervals and the hops along the worst path, added up.
//!
//! A box that works every so often lets data wait that long, and then takes its latency; an edge adds its latency. One
//! pass over the data edges in topological order, linear in boxes and edges; boxes on a cycle count once each.
//!
//! Decisions:
//! - **A schedule is counted once.** An interval on an edge is that of the box that fetches over it; of the two the
//!   longer counts. How often a consumer looks is not counted, and one who comes less often than the budget (`quarterly`)
//!   is not judged as long as others read.
//! - **Where live events reach a box, what it looks up adds nothing**: a model trained once a day does not make the
//!   decision a day old.
//! - **A colder tier does not age what the warmer one shows.** Where a box reads from a store and from a second store that
//!   is filled from the first, the way through the second does not count.
//! - **How late data may come is no wait** (`allowed lateness 1 h`), though a watermark is.
//! - Of several figures in the answer the most generous is the budget, since the board does not say which is for whom.

use board::graph::{BoxNode, BoxSlot, EdgeLink, EdgeSlot, Graph};
use board::{EdgeKind, Question, Role};
use quantity::{Dimension, Qualifier, Quantity, Reading};

use crate::latency::{stated, worst_of};
use crate::ways::{self, Ways};
use crate::{Hop, Readings, Route, Stop};

/// How old data is at every box of a board.
#[derive(Clone, Debug)]
pub struct Freshness {
    budget: Option<f64>,
    boxes: Vec<Own>,
    edges: Vec<Own>,
    totals: Vec<f64>,
    /// By group: the edge by which the worst path comes.
    by: Vec<Option<EdgeSlot>>,
    ways: Ways,
    /// The only store that fills a store.
    tier_of: Vec<Option<BoxSlot>>,
    ends: Vec<BoxSlot>,
    /// By group: it lies on a way to an end.
    on_path: Vec<bool>,
    open: Vec<BoxSlot>,
}

/// What a box or an edge states.
#[derive(Clone, Copy, Debug, Default)]
struct Own {
    wait: Option<f64>,
    takes: Option<f64>,
}

impl Freshness {
    /// Sums the board behind `graph`, in time linear in boxes and edges.
    pub fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let ways = Ways::of(graph);
        let of_box = |node: &BoxNode<'_>| match node.record.role.is_stage() {
            true => Own::of(readings.of_box(node.slot), &node.record.constraints),
            false => Own::default(),
        };
        let of_edge = |link: &EdgeLink<'_>| Own::of(readings.of_edge(link.slot), &link.record.constraints);
        let mut freshness = Self {
            budget: readings.answer(Question::Freshness).and_then(budget),
            boxes: graph.boxes().map(of_box).collect(),
            edges: graph.edges().map(of_edge).collect(),
            totals: vec![0.0; ways.groups.len()],
            by: vec![None; ways.groups.len()],
            tier_of: graph.boxes().map(|node| tier_of(graph, node)).collect(),
            ends: ways::ends(graph),
            on_path: Vec::new(),
            open: Vec::new(),
            ways,
        };
        freshness.leave_rare_readers(graph);
        freshness.sum(graph);
        freshness.find_open(graph);
        freshness
    }

    /// Leaves out whoever comes less often than data may be old, where somebody else reads as well.
    fn leave_rare_readers(&mut self, graph: &Graph<'_>) {
        let Some(budget) = self.budget else { return };
        let edges = &self.edges;
        let rare = |link: &EdgeLink<'_>| {
            let own = edges.get(link.slot.index()).copied().unwrap_or_default();
            own.takes.is_none() && own.wait.is_some_and(|wait| wait > budget)
        };
        let is_regular = |end: &BoxSlot| {
            let consumer = graph.get_box(*end).record.role == Role::Consumer;
            !consumer || !graph.incoming(*end, EdgeKind::Data).all(rare)
        };
        if self.ends.iter().any(is_regular) {
            self.ends.retain(is_regular);
        }
    }

    /// How old the scope lets data be, in seconds; the most generous figure of the answer.
    pub fn budget(&self) -> Option<f64> {
        self.budget
    }

    /// Whoever reads: consumers that data reaches, and serve boxes with no consumer behind them.
    pub fn ends(&self) -> &[BoxSlot] {
        &self.ends
    }

    /// The ingest and process boxes on a way to an end that state neither interval nor latency, in the order of the board.
    pub fn open(&self) -> &[BoxSlot] {
        &self.open
    }

    /// The box lies on a way to an end, so that what waits in it is under the freshness.
    pub fn is_on_path(&self, slot: BoxSlot) -> bool {
        let number = self.ways.groups.number(slot);
        self.on_path.get(number).copied().unwrap_or_default()
    }

    /// How old data is behind the box at the worst, in seconds.
    pub fn total(&self, slot: BoxSlot) -> f64 {
        let number = self.ways.groups.number(slot);
        self.totals.get(number).copied().unwrap_or_default()
    }

    /// The end with the oldest data; the first of several.
    pub fn worst_end(&self) -> Option<BoxSlot> {
        worst_of(&self.ends, |end| self.total(end))
    }

    /// The worst path to the box. Time is linear in its length.
    pub fn route(&self, graph: &Graph<'_>, end: BoxSlot) -> Route {
        let mut hops = Vec::new();
        let mut stops = Vec::new();
        let mut at = Some(end);
        while let Some(slot) = at {
            let number = self.ways.groups.number(slot);
            let by = self
                .by
                .get(number)
                .copied()
                .flatten()
                .map(|edge| *graph.edge(edge));
            for slot in self.ways.groups.at(number).iter().rev() {
                let stop = Stop::Box(*slot);
                let seconds = self.takes(*slot) + self.wait(graph, *slot, by.filter(|link| link.to == *slot));
                hops.push(Hop { stop, seconds });
                stops.push(stop);
            }
            if let Some(link) = by {
                let stop = Stop::Edge(link.slot);
                let seconds = self.edge(link.slot).takes.unwrap_or_default();
                hops.push(Hop { stop, seconds });
                stops.push(stop);
            }
            at = by.map(|link| link.from);
        }
        hops.retain(|hop| hop.seconds > 0.0);
        hops.reverse();
        stops.reverse();
        Route {
            seconds: self.total(end),
            hops,
            stops,
        }
    }

    fn edge(&self, slot: EdgeSlot) -> Own {
        self.edges.get(slot.index()).copied().unwrap_or_default()
    }

    fn own(&self, slot: BoxSlot) -> Own {
        self.boxes.get(slot.index()).copied().unwrap_or_default()
    }

    fn takes(&self, slot: BoxSlot) -> f64 {
        self.own(slot).takes.unwrap_or_default()
    }

    /// How long data waits for the box when it comes by an edge: by the schedule of either.
    fn wait(&self, graph: &Graph<'_>, slot: BoxSlot, by: Option<EdgeLink<'_>>) -> f64 {
        if !graph.get_box(slot).record.role.is_stage() {
            return 0.0;
        }
        let over = by.and_then(|link| self.edge(link.slot).wait);
        over.unwrap_or_default()
            .max(self.own(slot).wait.unwrap_or_default())
    }

    fn sum(&mut self, graph: &Graph<'_>) {
        for number in 0..self.ways.groups.len() {
            let group = self.ways.groups.at(number);
            let one = |slot: &BoxSlot| self.takes(*slot) + self.wait(graph, *slot, None);
            let own: f64 = group.iter().map(one).sum();
            let mut worst = (own, None);
            for link in self.counted(graph, group) {
                let edge = self.edge(link.slot).takes.unwrap_or_default();
                // Only the box that it leads to waits for its schedule.
                let longer = self.wait(graph, link.to, Some(link)) - self.wait(graph, link.to, None);
                let seconds = self.total(link.from) + edge + own + longer;
                if worst.1.is_none() || seconds > worst.0 {
                    worst = (seconds, Some(link.slot));
                }
            }
            if let (Some(total), Some(by)) = (self.totals.get_mut(number), self.by.get_mut(number)) {
                (*total, *by) = worst;
            }
        }
    }

    /// The edges into a group that bring what it shows.
    fn counted<'g>(&self, graph: &'g Graph<'_>, group: &[BoxSlot]) -> Vec<EdgeLink<'g>> {
        let links = self.ways.leading_to(graph, group);
        let counts = links.filter(|link| self.ways.counts(graph, link));
        let mut links: Vec<EdgeLink<'g>> = counts.copied().collect();
        let warmer = |link: &EdgeLink<'_>| self.tier_of.get(link.from.index()).copied().flatten();
        if links.iter().any(|link| warmer(link).is_some()) {
            let mut from: Vec<BoxSlot> = links.iter().map(|link| link.from).collect();
            from.sort_unstable();
            links.retain(|link| warmer(link).is_none_or(|warmer| from.binary_search(&warmer).is_err()));
        }
        links
    }

    /// Walks back from the ends over the ways that count.
    fn find_open(&mut self, graph: &Graph<'_>) {
        let mut marked = vec![false; self.ways.groups.len()];
        let ends = self.ends.iter().map(|end| self.ways.groups.number(*end));
        for number in ends.collect::<Vec<_>>() {
            if let Some(mark) = marked.get_mut(number) {
                *mark = true;
            }
        }
        for number in (0..marked.len()).rev() {
            if !marked.get(number).copied().unwrap_or_default() {
                continue;
            }
            for link in self.counted(graph, self.ways.groups.at(number)) {
                if let Some(mark) = marked.get_mut(self.ways.groups.number(link.from)) {
                    *mark = true;
                }
            }
        }
        self.on_path = marked;
        let is_open = |node: &&BoxNode<'_>| {
            let own = self.own(node.slot);
            let fetched = |link: &EdgeLink<'_>| self.edge(link.slot).wait.is_some();
            self.is_on_path(node.slot)
                && matches!(node.record.role, Role::Ingest | Role::Process)
                && own.wait.or(own.takes).is_none()
                && !graph.incoming(node.slot, EdgeKind::Data).any(fetched)
        };
        self.open = graph.boxes().filter(is_open).map(|node| node.slot).collect();
    }
}

impl Own {
    fn of(reading: &Reading, text: &str) -> Self {
        let is_wait = |quantity: &&Quantity| {
            quantity.dimension == Dimension::Freshness
                && quantity.qualifier != Some(Qualifier::Alert)
                && !quantity.span.of(text).to_ascii_lowercase().contains("late")
        };
        let waits = reading.quantities.iter().filter(is_wait);
        Self {
            wait: waits.filter_map(Quantity::number).reduce(f64::max),
            takes: stated(reading, None),
        }
    }
}

/// The most generous age in the answer. A bare `1 h` reads as a latency and `1 day` as a retention, but here the question
/// tells.
fn budget(answer: &Reading) -> Option<f64> {
    let most = |dimension| {
        let stated = answer
            .quantities
            .iter()
            .filter(move |it| it.dimension == dimension);
        stated.filter_map(Quantity::number).reduce(f64::max)
    };
    most(Dimension::Freshness)
        .or_else(|| most(Dimension::Latency))
        .or_else(|| most(Dimension::Retention))
}

/// The store that fills a store, where it is filled from one alone.
fn tier_of(graph: &Graph<'_>, node: &BoxNode<'_>) -> Option<BoxSlot> {
    let is_store = |slot: BoxSlot| graph.get_box(slot).record.role == Role::Store;
    let mut links = graph.incoming(node.slot, EdgeKind::Data);
    match (links.next(), links.next()) {
        (Some(link), None) if is_store(node.slot) && is_store(link.from) => Some(link.from),
        _ => None,
    }
}
