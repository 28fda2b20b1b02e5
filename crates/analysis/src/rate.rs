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

use board::graph::{BoxSlot, EdgeLink, Graph};
use board::{EdgeKind, Question, Role};
use quantity::{Dimension, Qualifier, Quantity, Reading, Value};

use crate::Readings;
use crate::groups::Groups;

/// The load that the scope asks the design to carry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Demand {
    /// Events a second at the worst: the peak (else the rate as given) times the spike.
    pub events: Option<f64>,
    /// Bytes a second at the worst.
    pub bytes: Option<f64>,
    /// Events a second on an ordinary day: the average, else the rate as given, else the peak.
    pub usual_events: Option<f64>,
    /// Bytes a second on an ordinary day.
    pub usual_bytes: Option<f64>,
    /// The size of one event in bytes.
    pub event_size: Option<f64>,
    /// The factor of the spike, 1 where none is stated.
    pub spike: f64,
    /// Neither peak nor spike is stated, only an average: a floor of what comes.
    pub average_only: bool,
}

/// What reaches a box at the worst.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flow {
    /// Events a second.
    pub events: Option<f64>,
    /// Bytes a second.
    pub bytes: Option<f64>,
    /// Everything that shares the demand flows through here; otherwise this is the most that it can be.
    pub sure: bool,
}

/// What a box says it can take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Capacity {
    /// Events a second.
    pub events: Option<f64>,
    /// Bytes a second.
    pub bytes: Option<f64>,
}

/// The flow into every box.
#[derive(Clone, Debug)]
pub struct Rates {
    /// The load that the scope asks for.
    pub demand: Demand,
    flows: Vec<Option<Flow>>,
}

impl Demand {
    /// The demand of the volume answer.
    pub fn of(readings: &Readings) -> Self {
        let nothing = Reading::default();
        let volume = readings.answer(Question::Volume).unwrap_or(&nothing);
        let spike = factor(volume, Qualifier::Spike).unwrap_or(1.0).max(1.0);
        let events = Stated::of(volume, Dimension::Rate);
        let bytes = Stated::of(volume, Dimension::DataRate);
        let size = volume
            .quantities
            .iter()
            .find(|quantity| quantity.dimension == Dimension::EventSize);
        let event_size = size.and_then(Quantity::number);
        let mut demand = Self {
            events: events.worst(volume, spike),
            bytes: bytes.worst(volume, spike),
            usual_events: events.usual(),
            usual_bytes: bytes.usual(),
            event_size,
            spike,
            average_only: (events.average_only() || events.is_nothing())
                && (bytes.average_only() || bytes.is_nothing())
                && spike == 1.0,
        };
        demand.fill_in();
        demand
    }

    /// Events times their size are bytes, and back.
    fn fill_in(&mut self) {
        let Some(size) = self.event_size.filter(|size| *size > 0.0) else {
            return;
        };
        self.bytes = self.bytes.or(self.events.map(|events| events * size));
        self.events = self.events.or(self.bytes.map(|bytes| bytes / size));
        self.usual_bytes = self.usual_bytes.or(self.usual_events.map(|events| events * size));
        self.usual_events = self.usual_events.or(self.usual_bytes.map(|bytes| bytes / size));
    }
}

impl Rates {
    /// Lets the demand flow through the board behind `graph`, in time linear in boxes and edges.
    pub fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let demand = Demand::of(readings);
        let flows = Pass::new(graph, readings, &demand).run();
        Self { demand, flows }
    }

    /// What reaches the box; nothing where no demand is stated or none flows there.
    pub fn flow(&self, slot: BoxSlot) -> Option<Flow> {
        self.flows.get(slot.index()).copied().flatten()
    }
}

/// What a text says can be taken: the largest rate of each kind, the lower end of a range. An average is a load, not a
/// capacity, and so is what a store is read at. A rate for each of several counts that many times.
pub fn capacity(reading: &Reading, role: Role) -> Capacity {
    let most = |dimension| {
        let stated = reading
            .quantities
            .iter()
            .filter(move |quantity| quantity.dimension == dimension);
        let holds = stated
            .filter(|it| it.qualifier != Some(Qualifier::Average) && !(role == Role::Store && is_read(it)));
        holds
            .filter_map(|quantity| holds_together(quantity, reading))
            .reduce(f64::max)
    };
    Capacity {
        events: most(Dimension::Rate),
        bytes: most(Dimension::DataRate),
    }
}

fn is_read(quantity: &Quantity) -> bool {
    let unit = quantity.unit.as_deref().unwrap_or_default();
    ["quer", "read", "lookup", "request", "dashboard"]
        .iter()
        .any(|word| unit.starts_with(word))
}

/// A rate per shard times the shards; nothing where it does not say how many there are.
fn holds_together(quantity: &Quantity, reading: &Reading) -> Option<f64> {
    let low = match quantity.value {
        Value::Number(number) | Value::Range { low: number, .. } => number,
        Value::Word(_) => return None,
    };
    let unit = quantity.unit.as_deref().unwrap_or_default();
    if !unit.split(' ').any(|word| word == "per") {
        return Some(low);
    }
    let counts = reading
        .quantities
        .iter()
        .filter(|other| other.dimension == Dimension::Count);
    counts
        .filter_map(Quantity::number)
        .reduce(f64::max)
        .map(|count| low * count)
}

fn factor(reading: &Reading, qualifier: Qualifier) -> Option<f64> {
    let factors = reading
        .quantities
        .iter()
        .filter(|quantity| quantity.dimension == Dimension::Factor);
    factors
        .filter(|quantity| quantity.qualifier == Some(qualifier))
        .filter_map(Quantity::number)
        .reduce(f64::max)
}

/// The rates of one kind in a text, by what they are rates of.
#[derive(Clone, Copy, Debug, Default)]
struct Stated {
    plain: Option<f64>,
    average: Option<f64>,
    peak: Option<f64>,
    spike: Option<f64>,
}

impl Stated {
    fn of(reading: &Reading, dimension: Dimension) -> Self {
        let mut stated = Self::default();
        for quantity in reading
            .quantities
            .iter()
            .filter(|quantity| quantity.dimension == dimension)
        {
            let place = match quantity.qualifier {
                Some(Qualifier::Average) => &mut stated.average,
                Some(Qualifier::Peak) => &mut stated.peak,
                Some(Qualifier::Spike) => &mut stated.spike,
                _ => &mut stated.plain,
            };
            let number = quantity.number();
            *place = match (*place, number) {
                (Some(known), Some(number)) => Some(known.max(number)),
                (known, number) => known.or(number),
            };
        }
        stated
    }

    fn worst(&self, reading: &Reading, spike: f64) -> Option<f64> {
        let usual = self.plain.or(self.average);
        let multiplied = usual
            .zip(factor(reading, Qualifier::Peak))
            .map(|(usual, times)| usual * times);
        let base = self.peak.or(multiplied).or(usual).map(|base| base * spike);
        match (base, self.spike) {
            (Some(base), Some(spike)) => Some(base.max(spike)),
            (base, spike) => base.or(spike),
        }
    }

    fn usual(&self) -> Option<f64> {
        self.average.or(self.plain).or(self.peak).or(self.spike)
    }

    fn average_only(&self) -> bool {
        self.average.is_some() && self.plain.is_none() && self.peak.is_none() && self.spike.is_none()
    }

    fn is_nothing(&self) -> bool {
        self.usual().is_none()
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
}

struct Pass<'g, 'b> {
    graph: &'g Graph<'b>,
    readings: &'g Readings,
    demand: &'g Demand,
    outflows: Vec<Option<Inflow>>,
    flows: Vec<Option<Flow>>,
    entries: u32,
}

impl<'g, 'b> Pass<'g, 'b> {
    fn new(graph: &'g Graph<'b>, readings: &'g Readings, demand: &'g Demand) -> Self {
        let count = graph.box_count();
        Self {
            graph,
            readings,
            demand,
            outflows: vec![None; count],
            flows: vec![None; count],
            entries: 0,
        }
    }

    fn run(mut self) -> Vec<Option<Flow>> {
        let groups = Groups::new(self.graph);
        let mut inflows = vec![None; self.graph.box_count()];
        for group in groups.iter() {
            let inflow = self.arriving_at(&groups, group);
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
    fn arriving_at(&mut self, groups: &Groups, group: &[BoxSlot]) -> Option<Inflow> {
        let graph = self.graph;
        let into = group
            .iter()
            .flat_map(|slot| graph.incoming(*slot, EdgeKind::Data));
        let links: Vec<&EdgeLink<'_>> = into.filter(|link| groups.crosses(link)).collect();
        let is_entry = links.is_empty()
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
            let inflow = inflow.times(self.factor_of(self.readings.of_edge(link.slot)));
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

    /// A source that states its rate brings that, at the spike; any other entry brings the demand.
    fn enter(&mut self, slot: BoxSlot) -> Inflow {
        let reading = self.readings.of_box(slot);
        let is_source = self.graph.get_box(slot).record.role == Role::Source;
        let worst = |dimension, most: Option<f64>| {
            let worst = Stated::of(reading, dimension).worst(reading, self.demand.spike)?;
            Some(most.map_or(worst, |most| worst.min(most)))
        };
        let events = worst(Dimension::Rate, self.demand.events);
        let bytes = worst(Dimension::DataRate, self.demand.bytes);
        if is_source && (events.is_some() || bytes.is_some()) {
            let size = self.demand.event_size;
            let events = events.or(bytes.zip(size).map(|(bytes, size)| bytes / size));
            let bytes = bytes.or(events.zip(size).map(|(events, size)| events * size));
            return Inflow {
                events: events.unwrap_or(0.0),
                bytes: bytes.unwrap_or(0.0),
                share: 0.0,
                entries: 0,
            };
        }
        let bit = 1_u64.checked_shl(self.entries).unwrap_or(0);
        self.entries = self.entries.saturating_add(1);
        Inflow {
            events: 0.0,
            bytes: 0.0,
            share: 1.0,
            entries: bit,
        }
    }

    /// What leaves the box again; stores and serve boxes keep it.
    fn through(&self, slot: BoxSlot, inflow: Inflow) -> Option<Inflow> {
        let role = self.graph.get_box(slot).record.role;
        let flows_on = matches!(role, Role::Source | Role::Ingest | Role::Process);
        flows_on.then(|| inflow.times(self.factor_of(self.readings.of_box(slot))))
    }

    /// What leaves for one that enters.
    fn factor_of(&self, reading: &Reading) -> f64 {
        let passes = |quantity: &&Quantity| {
            matches!(quantity.qualifier, Some(Qualifier::Filter | Qualifier::FanOut))
                && quantity.dimension == Dimension::Factor
        };
        reading
            .quantities
            .iter()
            .filter(passes)
            .filter_map(Quantity::number)
            .product()
    }
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
    }
}
