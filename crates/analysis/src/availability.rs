//! The share of time that whoever waits can be served, from the shares that the boxes state.
//!
//! A box that every path passes counts in series, alternatives count in parallel. The exact share of a network is beyond
//! any board of some size (it is #P-hard), so this is the most that it can be: between two boxes that every path passes,
//! the edges into the second are taken as alternatives that fail independently, `1 - (1 - a)(1 - b)`, and by the
//! inequality of Harris that is never less than the truth. On chains and on branches that share no box it is exact. Hence
//! a fault that is found is a fault.
//!
//! Decisions:
//! - **Data at rest is served without what wrote it.** A store that data rests in is where a path begins; where live
//!   events reach a box, the way they come counts from its entry, and what is looked up beside them does not.
//! - **What is stated is of the box as a whole**, also with `×3` beside it. Where the words say `each` or `per replica`,
//!   it is of one of n, of which one has to work: `1 - (1 - a)^n`.
//! - **A box that states nothing counts as always up**, and is listed as open. Sources and consumers are outside.
//! - **Boxes on a cycle** count as the best of them, since data has to pass one at least.
//!
//! One pass over the groups in topological order with their dominators: n log n in boxes and edges.

use board::graph::{BoxNode, BoxSlot, Graph};
use board::{Question, Role};
use quantity::{Dimension, Quantity, Reading};

use crate::Readings;
use crate::dominators::Dominators;
use crate::structure::tree;
use crate::ways::{self, Ways};

mod named;

/// A box that every path passes, and what it takes off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The box.
    pub slot: BoxSlot,
    /// The share of time that it works, where it says so.
    pub own: Option<f64>,
    /// What the alternatives between the box before and this one give together; 1 where it comes straight.
    pub beside: f64,
}

/// The availability that is asked, and what the board can give at the most.
#[derive(Clone, Debug)]
pub struct Availability {
    target: Option<f64>,
    ways: Ways,
    tree: Dominators,
    own: Vec<Option<f64>>,
    /// By group: what is left at the most.
    totals: Vec<f64>,
    /// By group: what the alternatives before it give.
    beside: Vec<f64>,
    ends: Vec<BoxSlot>,
    open: Vec<BoxSlot>,
}

impl Availability {
    /// Multiplies along the board behind `graph`, in time n log n in boxes and edges.
    pub fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let ways = Ways::of(graph);
        let tree = rested_tree(graph, &ways);
        let own = |node: &BoxNode<'_>| own(node, readings.of_box(node.slot));
        let mut availability = Self {
            target: readings.answer(Question::Availability).and_then(lowest),
            own: graph.boxes().map(own).collect(),
            totals: vec![1.0; ways.groups.len()],
            beside: vec![1.0; ways.groups.len()],
            ends: named::ends(graph, ways::ends(graph)),
            open: Vec::new(),
            ways,
            tree,
        };
        availability.ends.retain(|end| {
            let number = availability.ways.groups.number(*end);
            availability.tree.reaches(number)
        });
        availability.multiply(graph, readings);
        availability.find_open(graph);
        availability
    }

    /// The share that the scope asks for; the lowest where it gives several.
    pub fn target(&self) -> Option<f64> {
        self.target
    }

    /// Whoever the share is asked for: the consumers and serve boxes that the answer names by a word of their label, else
    /// all consumers that data reaches and serve boxes with none behind them.
    pub fn ends(&self) -> &[BoxSlot] {
        &self.ends
    }

    /// The stages on a way to an end that state no availability, in the order of the board.
    pub fn open(&self) -> &[BoxSlot] {
        &self.open
    }

    /// What the box itself states, its replicas taken together.
    pub fn own(&self, slot: BoxSlot) -> Option<f64> {
        self.own.get(slot.index()).copied().flatten()
    }

    /// The share of time that the box is there and reached, at the most.
    pub fn total(&self, slot: BoxSlot) -> f64 {
        let number = self.ways.groups.number(slot);
        self.totals.get(number).copied().unwrap_or(1.0)
    }

    /// The boxes that every path to `end` passes, in order, itself the last. Their shares multiply to
    /// [`total`](Self::total) where none of them lies on a cycle. Takes their number.
    pub fn shares(&self, end: BoxSlot) -> Vec<Share> {
        let chain = self.tree.chain(self.ways.groups.number(end));
        let share = |number: usize| {
            let slot = *self.ways.groups.at(number).first()?;
            Some(Share {
                slot,
                own: self.own_of(number),
                beside: self.beside.get(number).copied().unwrap_or(1.0),
            })
        };
        chain.into_iter().filter_map(share).collect()
    }

    /// Every path to `end` passes the box, and nothing stands in for it. Takes log n.
    pub fn needs(&self, end: BoxSlot, slot: BoxSlot) -> bool {
        let number = self.ways.groups.number(slot);
        let is_alone = self.ways.groups.at(number).len() == 1;
        is_alone && self.tree.passes(self.ways.groups.number(end), number)
    }

    /// The end that is served worst; the first of several.
    pub fn worst_end(&self) -> Option<BoxSlot> {
        crate::latency::worst_of(&self.ends, |end| -self.total(end))
    }

    /// The best of a group; nothing where one of them does not say.
    fn own_of(&self, number: usize) -> Option<f64> {
        let group = self.ways.groups.at(number);
        group
            .iter()
            .try_fold(0.0, |best: f64, slot| Some(self.own(*slot)?.max(best)))
    }

    fn multiply(&mut self, graph: &Graph<'_>, readings: &Readings) {
        for number in 0..self.ways.groups.len() {
            if !self.tree.reaches(number) {
                continue;
            }
            let total = |group: Option<usize>| {
                group
                    .and_then(|group| self.totals.get(group).copied())
                    .unwrap_or(1.0)
            };
            let before = total(self.tree.above(number));
            let mut none = 1.0;
            let mut is_fed = false;
            if !rests(graph, self.ways.groups.at(number)) {
                for link in self.ways.leading_to(graph, self.ways.groups.at(number)) {
                    let from = self.ways.groups.number(link.from);
                    if !self.ways.counts(graph, link) || !self.tree.reaches(from) {
                        continue;
                    }
                    is_fed = true;
                    let edge = lowest(readings.of_edge(link.slot)).unwrap_or(1.0);
                    let up = if before > 0.0 {
                        total(Some(from)) / before
                    } else {
                        1.0
                    };
                    none *= 1.0 - (up * edge).clamp(0.0, 1.0);
                }
            }
            let beside = if is_fed { 1.0 - none } else { 1.0 };
            let all = before * beside * self.own_of(number).unwrap_or(1.0);
            if let (Some(total), Some(place)) = (self.totals.get_mut(number), self.beside.get_mut(number)) {
                (*total, *place) = (all, beside);
            }
        }
    }

    /// Walks back from the ends over the ways that count, as far as where data rests.
    fn find_open(&mut self, graph: &Graph<'_>) {
        let mut marked = vec![false; self.ways.groups.len()];
        for end in &self.ends {
            if let Some(mark) = marked.get_mut(self.ways.groups.number(*end)) {
                *mark = true;
            }
        }
        for number in (0..marked.len()).rev() {
            let group = self.ways.groups.at(number);
            if !marked.get(number).copied().unwrap_or_default() || rests(graph, group) {
                continue;
            }
            for link in self.ways.leading_to(graph, group) {
                let from = marked.get_mut(self.ways.groups.number(link.from));
                if let (true, Some(mark)) = (self.ways.counts(graph, link), from) {
                    *mark = true;
                }
            }
        }
        let is_open = |node: &&BoxNode<'_>| {
            let number = self.ways.groups.number(node.slot);
            let counts = marked.get(number).copied().unwrap_or_default() && self.tree.reaches(number);
            counts && node.record.role.is_stage() && self.own(node.slot).is_none()
        };
        self.open = graph.boxes().filter(is_open).map(|node| node.slot).collect();
    }
}

/// The dominator tree in which a store is where paths begin.
fn rested_tree(graph: &Graph<'_>, ways: &Ways) -> Dominators {
    tree(graph, ways, |slot, is_fed| {
        match graph.get_box(slot).record.role {
            Role::Store => true,
            role => !is_fed && role != Role::Serve,
        }
    })
}

/// Data rests here, and is served without what wrote it.
fn rests(graph: &Graph<'_>, group: &[BoxSlot]) -> bool {
    group
        .iter()
        .any(|slot| graph.get_box(*slot).record.role == Role::Store)
}

/// The lowest availability in a text.
fn lowest(reading: &Reading) -> Option<f64> {
    stated(reading).filter_map(Quantity::number).reduce(f64::min)
}

fn stated(reading: &Reading) -> impl Iterator<Item = &Quantity> {
    let of_kind = |quantity: &&Quantity| quantity.dimension == Dimension::Availability;
    reading.quantities.iter().filter(of_kind)
}

/// What a stage states, its replicas taken together where it says that it speaks of one of them.
fn own(node: &BoxNode<'_>, reading: &Reading) -> Option<f64> {
    if !node.record.role.is_stage() {
        return None;
    }
    let one = |quantity: &Quantity| {
        let share = quantity.number()?.clamp(0.0, 1.0);
        let rest = node
            .record
            .constraints
            .get(quantity.span.end..)
            .unwrap_or_default();
        let is_each = matches!(
            rest.split_whitespace().next(),
            Some("each" | "each," | "per" | "apiece")
        );
        let replicas = if is_each { replicas(reading) } else { 1.0 };
        Some(1.0 - (1.0 - share).powf(replicas))
    };
    stated(reading).filter_map(one).reduce(f64::min)
}

/// How many of a kind a text says that there are: the most of what stands in for each other, 1 where it does not say.
pub fn replicas(reading: &Reading) -> f64 {
    const ALIKE: [&str; 17] = [
        "consumers",
        "containers",
        "executors",
        "machines",
        "replicas",
        "copies",
        "brokers",
        "nodes",
        "instances",
        "pods",
        "servers",
        "zones",
        "azs",
        "regions",
        "clusters",
        "datacenters",
        "workers",
    ];
    let alike = reading.quantities.iter().filter(|quantity| {
        let unit = quantity.unit.as_deref().unwrap_or("replicas");
        quantity.dimension == Dimension::Count && ALIKE.contains(&unit)
    });
    alike.filter_map(Quantity::number).fold(1.0, f64::max)
}
