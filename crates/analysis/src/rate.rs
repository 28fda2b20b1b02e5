//! How many events and bytes a second reach each box when it is busiest.
//!
//! The scope's demand enters where data comes in, flows along the data edges through filters and fan-outs, and comes to
//! rest in stores and serve boxes: what reads from those sets its own pace. One pass in topological order; a box on a
//! cycle receives what enters the cycle.
//!
//! Every edge out of a box carries all that leaves it, as a subscription does. Where ways join, the largest counts, and
//! sources that state their own rates add up; that is a floor of the truth, so that a fault found is a fault. Where
//! several entries share the demand and the board does not say how, a box behind some of them alone is
//! [unsure](Flow::sure).

use board::graph::{BoxSlot, DataOrder, EdgeLink, Graph};
use board::{EdgeKind, Role};
use quantity::{Dimension, Qualifier, Quantity, Reading};

use crate::Readings;

mod capacity;
mod demand;

pub use capacity::{Capacity, capacity};
pub use demand::Demand;
pub(crate) use demand::Stated;

/// What reaches a box at the worst.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flow {
    /// Events a second.
    pub events: Option<f64>,
    /// Bytes a second; known with the events where the scope gives their size.
    pub bytes: Option<f64>,
    /// Everything that shares the demand flows through here; otherwise this is the most that it can be.
    pub sure: bool,
    /// Every process on the way says how much of it passes on; otherwise it may write less than it reads.
    pub whole: bool,
}

/// The flow into every box.
#[derive(Clone, Debug)]
pub struct Rates {
    /// The load that the scope asks for.
    pub demand: Demand,
    flows: Vec<Option<Flow>>,
}

impl Rates {
    /// Lets the demand flow through the board behind `graph`, in time linear in boxes and edges.
    pub fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let demand = Demand::of(readings);
        let flows = Pass::new(graph, readings, &demand, false).run();
        Self { demand, flows }
    }

    /// Lets what comes on an ordinary day flow through the board instead, in time linear in boxes and edges.
    pub fn on_an_ordinary_day(graph: &Graph<'_>, readings: &Readings) -> Self {
        let demand = Demand::of(readings).ordinary();
        let flows = Pass::new(graph, readings, &demand, true).run();
        Self { demand, flows }
    }

    /// What reaches the box; nothing where no demand is stated or none flows there.
    pub fn flow(&self, slot: BoxSlot) -> Option<Flow> {
        self.flows.get(slot.index()).copied().flatten()
    }
}

/// What flows into a box: absolute rates from sources that state theirs, and a share of the demand from those that do
/// not, with the entries it comes from (the first 64; more are never sure).
#[derive(Clone, Copy, Debug, Default)]
struct Inflow {
    events: f64,
    bytes: f64,
    share: f64,
    entries: u64,
    /// A process on the way does not say how much passes on.
    unsaid: bool,
}

struct Pass<'g, 'b> {
    graph: &'g Graph<'b>,
    readings: &'g Readings,
    demand: &'g Demand,
    outflows: Vec<Option<Inflow>>,
    flows: Vec<Option<Flow>>,
    entries: u32,
    ordinary: bool,
}

impl<'g, 'b> Pass<'g, 'b> {
    fn new(graph: &'g Graph<'b>, readings: &'g Readings, demand: &'g Demand, ordinary: bool) -> Self {
        let count = graph.box_count();
        Self {
            graph,
            readings,
            demand,
            outflows: vec![None; count],
            flows: vec![None; count],
            entries: 0,
            ordinary,
        }
    }

    fn run(mut self) -> Vec<Option<Flow>> {
        let groups = self.graph.data_order();
        let mut inflows = vec![None; self.graph.box_count()];
        for group in groups.iter() {
            let inflow = self.arriving_at(groups, group);
            for slot in group {
                if let (Some(place), Some(inflow)) = (inflows.get_mut(slot.index()), inflow) {
                    *place = Some(inflow);
                }
                let out = inflow.and_then(|inflow| self.through(*slot, inflow));
                if let Some(place) = self.outflows.get_mut(slot.index()) {
                    *place = out;
                }
            }
        }
        for (place, inflow) in self.flows.iter_mut().zip(&inflows) {
            *place = inflow.map(|inflow| flow(&inflow, self.demand, self.entries));
        }
        self.flows
    }

    /// What enters the group from outside, or what it is the entry of.
    fn arriving_at(&mut self, groups: &DataOrder, group: &[BoxSlot]) -> Option<Inflow> {
        let graph = self.graph;
        let into = group
            .iter()
            .flat_map(|slot| graph.incoming(*slot, EdgeKind::Data));
        let mut links = into.filter(|link| groups.crosses(link)).peekable();
        let is_entry = links.peek().is_none()
            && group
                .iter()
                .any(|slot| matches!(graph.get_box(*slot).record.role, Role::Source | Role::Ingest));
        if is_entry {
            return group.first().map(|slot| self.enter(*slot));
        }
        let mut joined: Option<Inflow> = None;
        let mut sources = (0.0, 0.0);
        for link in links {
            let Some(inflow) = self.outflows.get(link.from.index()).copied().flatten() else {
                continue;
            };
            let inflow = self.over(link, inflow);
            if graph.get_box(link.from).record.role == Role::Source {
                sources = (sources.0 + inflow.events, sources.1 + inflow.bytes);
            }
            joined = Some(joined.map_or(inflow, |known| known.or_more(&inflow)));
        }
        joined.map(|inflow| Inflow {
            events: inflow.events.max(sources.0),
            bytes: inflow.bytes.max(sources.1),
            ..inflow
        })
    }

    /// What comes over an edge: one that says how much passes says it for the process before it.
    fn over(&self, link: &EdgeLink<'_>, inflow: Inflow) -> Inflow {
        let reading = self.readings.of_edge(link.slot);
        Inflow {
            unsaid: inflow.unsaid && !reading.quantities.iter().any(passes),
            ..inflow.times(factor_of(reading))
        }
    }

    /// A source that states its rate brings that, at the spike; any other entry brings the demand.
    fn enter(&mut self, slot: BoxSlot) -> Inflow {
        let reading = self.readings.of_box(slot);
        let is_source = self.graph.get_box(slot).record.role == Role::Source;
        let brings = |dimension, most: Option<f64>| {
            let stated = Stated::of(reading, dimension);
            let load = match self.ordinary {
                true => stated.usual(),
                false => stated.worst(reading, self.demand.spike),
            }?;
            Some(most.map_or(load, |most| load.min(most)))
        };
        let events = brings(Dimension::Rate, self.demand.events);
        let bytes = brings(Dimension::DataRate, self.demand.bytes);
        if is_source && (events.is_some() || bytes.is_some()) {
            let size = self.demand.event_size;
            let events = events.or(bytes.zip(size).map(|(bytes, size)| bytes / size));
            let bytes = bytes.or(events.zip(size).map(|(events, size)| events * size));
            return Inflow {
                events: events.unwrap_or(0.0),
                bytes: bytes.unwrap_or(0.0),
                ..Inflow::default()
            };
        }
        let bit = 1_u64.checked_shl(self.entries).unwrap_or(0);
        self.entries = self.entries.saturating_add(1);
        Inflow {
            share: 1.0,
            entries: bit,
            ..Inflow::default()
        }
    }

    /// What leaves the box again; stores and serve boxes keep it.
    fn through(&self, slot: BoxSlot, inflow: Inflow) -> Option<Inflow> {
        let role = self.graph.get_box(slot).record.role;
        let flows_on = matches!(role, Role::Source | Role::Ingest | Role::Process);
        let reading = self.readings.of_box(slot);
        let says = || reading.quantities.iter().any(passes);
        flows_on.then(|| Inflow {
            unsaid: inflow.unsaid || (role == Role::Process && !says()),
            ..inflow.times(factor_of(reading))
        })
    }
}

/// What leaves for one that enters.
pub(crate) fn factor_of(reading: &Reading) -> f64 {
    let factors = reading.quantities.iter().filter(|quantity| passes(quantity));
    factors.filter_map(Quantity::number).product()
}

/// It says how much passes on.
fn passes(quantity: &Quantity) -> bool {
    matches!(quantity.qualifier, Some(Qualifier::Filter | Qualifier::FanOut))
        && quantity.dimension == Dimension::Factor
}

impl Inflow {
    fn times(self, factor: f64) -> Self {
        Self {
            events: self.events * factor,
            bytes: self.bytes * factor,
            share: self.share * factor,
            ..self
        }
    }

    fn or_more(self, other: &Self) -> Self {
        Self {
            events: self.events.max(other.events),
            bytes: self.bytes.max(other.bytes),
            share: self.share.max(other.share),
            entries: self.entries | other.entries,
            unsaid: self.unsaid || other.unsaid,
        }
    }
}

fn flow(inflow: &Inflow, demand: &Demand, entries: u32) -> Flow {
    let most = |own: f64, demand: Option<f64>| {
        let shared = demand
            .filter(|_| inflow.share > 0.0)
            .map(|demand| demand * inflow.share);
        let own = Some(own).filter(|own| *own > 0.0);
        match (own, shared) {
            (Some(own), Some(shared)) => Some(own.max(shared)),
            (own, shared) => own.or(shared),
        }
    };
    let sure = inflow.entries == 0 || (entries <= 64 && inflow.entries.count_ones() == entries);
    Flow {
        events: most(inflow.events, demand.events),
        bytes: most(inflow.bytes, demand.bytes),
        sure,
        whole: !inflow.unsaid,
    }
}
