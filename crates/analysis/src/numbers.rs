//! What a board adds up to, as plain data: ids and base units, for whoever shows it.
//!
//! Every sum is worked out once and written down with where each figure comes from: [stated](Figure::Stated) on the
//! board, [worked out](Figure::WorkedOut) from what is, or [open](Figure::Open) because the board does not say. The whole
//! leaves as text for other programs ([`Numbers::write`]). Lists hold what matters most and count the rest, so that a
//! board of any size gives a short text.

mod costing;
mod loads;
mod paths;
pub(crate) mod text;
mod uptime;

use board::graph::{BoxSlot, EdgeSlot, Graph};
use board::{Board, BoxId, EdgeId};

use crate::rate::Rates;
use crate::{Readings, Stop};

use text::record;

/// How many rows a list holds.
const MOST: usize = 60;

/// A figure, and where it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Figure {
    /// The board does not say.
    #[default]
    Open,
    /// It stands on the board.
    Stated(f64),
    /// It follows from what stands on the board.
    WorkedOut(f64),
}

/// A box or an edge.
#[derive(Clone, Debug, PartialEq)]
pub enum At {
    /// A box.
    Box(BoxId),
    /// An edge.
    Edge(EdgeId),
}

/// What matters most of a list, and how many more there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many were left out.
    pub more: usize,
}

record! {
    /// What a board adds up to.
    Numbers {
        /// The worst path of an event to whoever waits.
        latency: Path,
        /// How old data is for whoever reads it, at the worst.
        freshness: Path,
        /// What reaches each box, and what it takes.
        load: Load,
        /// What the board costs a month.
        cost: Spending,
        /// The share of time that whoever waits is served.
        availability: Uptime,
        /// How far back each process can replay.
        replay: Replay,
        /// What the stores take in and hold.
        stores: Listed<Filling>,
        /// The boxes that whoever waits cannot do without, those that most are lost with first.
        singles: Listed<Single>,
    }
    /// The worst path to an end, hop by hop.
    Path {
        /// What the scope asks for, in seconds.
        budget: Figure,
        /// The percentile of the budget, in percent, where it names one.
        percentile: Option<f64>,
        /// Who waits longest.
        end: Option<BoxId>,
        /// What the path takes together, in seconds.
        total: Figure,
        /// The stages and edges on it, in order; those left out take least.
        hops: Listed<Hop>,
        /// The stages on any path that say nothing.
        open: Listed<BoxId>,
        /// Everybody who waits, the longest first.
        ends: Listed<End>,
    }
    /// A stage or an edge on a path.
    Hop {
        /// Which.
        at: At,
        /// In seconds.
        seconds: Figure,
    }
    /// Somebody who waits.
    End {
        /// Who.
        at: BoxId,
        /// In seconds.
        seconds: Figure,
    }
    /// The load that the scope asks for, and how the boxes stand to it.
    Load {
        /// Events a second on an ordinary day.
        usual_events: Figure,
        /// Bytes a second on an ordinary day.
        usual_bytes: Figure,
        /// Events a second at peak and spike.
        worst_events: Figure,
        /// Bytes a second at peak and spike.
        worst_bytes: Figure,
        /// The factor of the spike; 1 where none is stated.
        spike: f64,
        /// The boxes that something reaches or that say what they take, the fullest first.
        boxes: Listed<BoxLoad>,
    }
    /// How one box stands to the load. All figures are events a second, or bytes a second where it says so.
    BoxLoad {
        /// Which.
        at: BoxId,
        /// What reaches it on an ordinary day.
        usual: Figure,
        /// What reaches it at peak and spike.
        worst: Figure,
        /// What it takes.
        holds: Figure,
        /// The figures are bytes.
        in_bytes: bool,
        /// That much reaches it; otherwise it is the most that can.
        sure: bool,
    }
    /// What the board costs a month, in one currency.
    Spending {
        /// The currency where it is not dollars, such as `EUR`.
        currency: Option<String>,
        /// The most that it may cost.
        ceiling: Figure,
        /// What it costs together.
        total: Figure,
        /// What boxes and edges cost, the dearest first.
        items: Listed<Item>,
        /// What owners pay, the dearest first.
        owners: Listed<OwnerCost>,
        /// For a million events.
        million_events: Figure,
        /// For a gigabyte.
        gigabyte: Figure,
        /// What costs something that cannot be added: another currency, or a price with no volume to multiply by.
        apart: Listed<At>,
        /// The stages that state no cost.
        unstated: Listed<BoxId>,
    }
    /// What a box or an edge costs.
    Item {
        /// Which.
        at: At,
        /// A month.
        amount: Figure,
        /// The price and the volume that it was multiplied by, where it was.
        product: Option<String>,
    }
    /// What an owner pays.
    OwnerCost {
        /// The team; empty for nobody.
        owner: String,
        /// A month.
        amount: f64,
    }
    /// The share of time that whoever waits is served, at the most.
    Uptime {
        /// The share that the scope asks for.
        target: Figure,
        /// Whoever it is asked for, the worst served first.
        ends: Listed<Served>,
        /// The stages on their way that state none, and count as always up.
        open: Listed<BoxId>,
    }
    /// Somebody who is served.
    Served {
        /// Who.
        at: BoxId,
        /// The share of time.
        total: Figure,
        /// What every path to them passes, in order; the shares multiply to the total.
        shares: Listed<Share>,
    }
    /// What a box takes off the share.
    Share {
        /// Which.
        at: BoxId,
        /// What it states.
        own: Figure,
        /// What the alternatives before it give together; 1 where it comes straight.
        beside: f64,
    }
    /// How far back the processes can replay.
    Replay {
        /// The window that the scope asks for, in seconds.
        window: Figure,
        /// Each process, the shortest first and those that do not say last.
        boxes: Listed<Kept>,
    }
    /// What a process has to replay from.
    Kept {
        /// The process.
        at: BoxId,
        /// How long that is kept, in seconds.
        seconds: Figure,
        /// The box that keeps it.
        by: Option<BoxId>,
        /// The first box before it that does not say how long it keeps.
        unsaid: Option<BoxId>,
    }
    /// What a store takes in and holds.
    Filling {
        /// Which.
        at: BoxId,
        /// Bytes more with every day, copies counted and compression taken off.
        a_day: Figure,
        /// How long it keeps them, in seconds.
        kept: Figure,
        /// Bytes that it has to hold.
        needs: Figure,
        /// Bytes that it can hold.
        size: Figure,
        /// Days until it is full if nothing is deleted.
        days_until_full: Figure,
        /// That much comes; otherwise it is the most that can.
        sure: bool,
    }
    /// A box that somebody cannot do without.
    Single {
        /// Which.
        at: BoxId,
        /// How many get nothing without it.
        lost: usize,
        /// Who.
        losers: Listed<BoxId>,
    }
}

impl Numbers {
    /// Works the numbers of `board` out, in time n log n in boxes and edges.
    pub fn of(board: &Board) -> Self {
        let graph = Graph::new(board);
        let sums = Sums::new(&graph);
        Self {
            latency: sums.latency(),
            freshness: sums.freshness(),
            load: sums.load(),
            cost: sums.cost(),
            availability: sums.availability(),
            replay: sums.replay(),
            stores: sums.stores(),
            singles: sums.singles(),
        }
    }
}

impl Figure {
    /// The number, wherever it comes from.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Open => None,
            Self::Stated(number) | Self::WorkedOut(number) => Some(number),
        }
    }

    /// The board does not say.
    pub fn is_open(self) -> bool {
        self == Self::Open
    }

    pub(crate) fn stated(number: Option<f64>) -> Self {
        finite(number).map_or(Self::Open, Self::Stated)
    }

    pub(crate) fn worked_out(number: Option<f64>) -> Self {
        finite(number).map_or(Self::Open, Self::WorkedOut)
    }
}

/// A sum that left the range of numbers is as large as a number can be; no sum at all is none.
fn finite(number: Option<f64>) -> Option<f64> {
    let number = number?.clamp(f64::MIN, f64::MAX);
    (!number.is_nan()).then_some(number)
}

impl BoxLoad {
    /// How much of what it takes reaches it at the worst: above 1 it is too small.
    pub fn share(&self) -> Option<f64> {
        let (worst, holds) = self.worst.number().zip(self.holds.number())?;
        (holds > 0.0).then(|| worst / holds)
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            more: 0,
        }
    }
}

impl<T> Listed<T> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.rows.len() + self.more
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// The first of `all`.
    pub(crate) fn first(all: impl IntoIterator<Item = T>) -> Self {
        let mut all = all.into_iter();
        let rows: Vec<T> = all.by_ref().take(MOST).collect();
        Self {
            rows,
            more: all.count(),
        }
    }
}

/// The board with what is worked out before every sum.
struct Sums<'g, 'b> {
    graph: &'g Graph<'b>,
    readings: Readings,
    rates: Rates,
}

impl<'g, 'b> Sums<'g, 'b> {
    fn new(graph: &'g Graph<'b>) -> Self {
        let readings = Readings::of(graph);
        Self {
            graph,
            rates: Rates::of(graph, &readings),
            readings,
        }
    }

    fn id(&self, slot: BoxSlot) -> BoxId {
        self.graph.get_box(slot).id.clone()
    }

    fn ids(&self, slots: &[BoxSlot]) -> Listed<BoxId> {
        Listed::first(slots.iter().map(|slot| self.id(*slot)))
    }

    fn at(&self, stop: Stop) -> At {
        let edge = |slot: EdgeSlot| self.graph.edge(slot).id.clone();
        match stop {
            Stop::Box(slot) => At::Box(self.id(slot)),
            Stop::Edge(slot) => At::Edge(edge(slot)),
        }
    }
}
