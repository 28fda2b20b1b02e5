//! How much each store takes in a day, when it is full, and what it would have to hold.
//!
//! What an ordinary day writes, times the copies, over the compression, is the growth of a day; times what is kept it is
//! what the store has to hold. Linear in boxes and edges.

use board::Role;
use board::graph::{BoxSlot, Graph};
use quantity::{Dimension, Qualifier, Quantity, Reading};

use crate::Readings;
use crate::rate::Rates;
use crate::retention::keeps;

const DAY: f64 = 86_400.0;

/// What a store takes in and holds. Copies are counted and compression is taken off; sizes are in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filling {
    /// The store.
    pub slot: BoxSlot,
    /// Bytes a second on an ordinary day, as they come; nothing where only the size of an event is missing.
    pub inflow: Option<f64>,
    /// How many copies are kept.
    pub copies: f64,
    /// How much smaller it becomes.
    pub compression: f64,
    /// How long it is kept, in seconds.
    pub kept: Option<f64>,
    /// The size that the store states.
    pub size: Option<f64>,
    /// The inflow is no more than what comes: all of it comes here, and no box before it may write less than it reads.
    pub sure: bool,
}

impl Filling {
    /// Bytes more with every day, until the first is deleted.
    pub fn a_day(&self) -> Option<f64> {
        Some(self.inflow? * DAY * self.copies / self.compression)
    }

    /// Bytes that it has to hold.
    pub fn needs(&self) -> Option<f64> {
        Some(self.a_day()? * self.kept? / DAY)
    }

    /// Days until it is full, if nothing is deleted; nothing where nothing comes.
    pub fn days_until_full(&self) -> Option<f64> {
        let a_day = self.a_day().filter(|bytes| *bytes > 0.0)?;
        Some(self.size? / a_day)
    }
}

/// The stores that data flows into on an ordinary day, in the order of the board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storage {
    /// One for each store.
    pub fillings: Vec<Filling>,
}

impl Storage {
    /// Fills the stores of the board behind `graph`, in time linear in boxes and edges.
    pub fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let rates = Rates::on_an_ordinary_day(graph, readings);
        let mut storage = Self::default();
        for node in graph.boxes().filter(|node| node.record.role == Role::Store) {
            let Some(flow) = rates.flow(node.slot) else {
                continue;
            };
            if flow.events.or(flow.bytes).is_none() {
                continue;
            }
            let reading = readings.of_box(node.slot);
            storage.fillings.push(Filling {
                slot: node.slot,
                inflow: flow.bytes,
                copies: copies(reading),
                compression: compression(reading),
                kept: keeps(reading),
                size: most(reading, |it| {
                    it.dimension == Dimension::Size && it.qualifier != Some(Qualifier::Alert)
                }),
                sure: flow.sure && flow.whole && !rates.demand.peak_only,
            });
        }
        storage
    }
}

fn copies(reading: &Reading) -> f64 {
    let is_copy = |it: &Quantity| {
        it.dimension == Dimension::Count && matches!(it.unit.as_deref(), None | Some("replicas" | "copies"))
    };
    most(reading, is_copy).unwrap_or(1.0).max(1.0)
}

fn compression(reading: &Reading) -> f64 {
    let times = most(reading, |it| it.qualifier == Some(Qualifier::Compression));
    // Below one it is the share that is left.
    match times {
        Some(times) if times >= 1.0 => times,
        Some(share) if share > 0.0 => 1.0 / share,
        _ => 1.0,
    }
}

fn most(reading: &Reading, of_kind: impl Fn(&Quantity) -> bool) -> Option<f64> {
    let stated = reading.quantities.iter().filter(|quantity| of_kind(quantity));
    stated.filter_map(Quantity::number).reduce(f64::max)
}
