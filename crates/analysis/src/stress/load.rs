//! What comes in while a board is under stress: an ordinary day, and the busiest time multiplied while a spike lasts.

use board::graph::{BoxSlot, Graph};
use board::{Question, Role};
use quantity::{Dimension, Reading};

use super::Spike;
use super::course::Course;
use crate::Readings;
use crate::rate::{Demand, Stated};

/// What the board says comes in, in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// The unit is bytes; otherwise events.
    pub in_bytes: bool,
    /// Units a second on an ordinary day; nothing where the sources alone say what they bring.
    pub usual: Option<f64>,
    /// Units a second at the busiest ordinary time.
    pub busiest: Option<f64>,
    /// The size of an event in bytes.
    pub event_size: Option<f64>,
    spike: Option<Spike>,
}

impl Load {
    /// What the scope asks for, else what the sources bring; nothing where neither says.
    pub fn of(graph: &Graph<'_>, readings: &Readings, spike: Option<Spike>) -> Option<Self> {
        let demand = Demand::of(readings);
        let nothing = Reading::default();
        let volume = readings.answer(Question::Volume).unwrap_or(&nothing);
        let states = |dimension| {
            let sources = graph.boxes().filter(|node| node.record.role == Role::Source);
            let mut stated = sources.map(|node| Stated::of(readings.of_box(node.slot), dimension).usual());
            stated.any(|rate| rate.is_some())
        };
        let in_bytes = match (demand.usual_events, demand.usual_bytes) {
            (Some(_), _) => false,
            (None, Some(_)) => true,
            (None, None) if states(Dimension::Rate) => false,
            (None, None) if states(Dimension::DataRate) => true,
            (None, None) => return None,
        };
        let mut load = Self {
            in_bytes,
            usual: if in_bytes {
                demand.usual_bytes
            } else {
                demand.usual_events
            },
            busiest: None,
            event_size: demand.event_size,
            spike,
        };
        load.busiest = load
            .stated(volume, |stated| stated.busiest(volume))
            .or(load.usual);
        Some(load)
    }

    /// A rate of `reading` in the unit: as it stands, or through the size of an event.
    fn stated(&self, reading: &Reading, which: impl Fn(&Stated) -> Option<f64>) -> Option<f64> {
        let rate = |dimension| which(&Stated::of(reading, dimension));
        self.in_unit(rate(Dimension::Rate), rate(Dimension::DataRate))
    }

    /// Of a rate of events and one of bytes that in the unit: as it stands, or through the size of an event.
    pub fn in_unit(&self, events: Option<f64>, bytes: Option<f64>) -> Option<f64> {
        let size = self.event_size;
        match self.in_bytes {
            false => events.or(bytes.zip(size).map(|(bytes, size)| bytes / size)),
            true => bytes.or(events.zip(size).map(|(events, size)| events * size)),
        }
    }

    /// What the demand of the scope brings to an entry.
    fn shared(&self) -> Option<Course> {
        Some(self.course(self.usual?, self.busiest.or(self.usual)?))
    }

    /// What a source of its own rate brings; nothing where it states none. No source brings more than the scope says.
    pub fn brought(&self, graph: &Graph<'_>, readings: &Readings, slot: BoxSlot) -> Option<Course> {
        let reading = readings.of_box(slot);
        if graph.get_box(slot).record.role != Role::Source {
            return None;
        }
        let at_most = |rate: f64, most: Option<f64>| most.map_or(rate, |most| rate.min(most));
        let usual = at_most(self.stated(reading, Stated::usual)?, self.usual);
        let busiest = self
            .stated(reading, |stated| stated.busiest(reading))
            .unwrap_or(usual);
        Some(self.course(usual, at_most(busiest, self.busiest)))
    }

    /// What enters the board at `slot`, and whether it is the source's own.
    pub fn entering(&self, graph: &Graph<'_>, readings: &Readings, slot: BoxSlot) -> Option<(Course, bool)> {
        let own = self.brought(graph, readings, slot).map(|course| (course, true));
        own.or_else(|| self.shared().map(|course| (course, false)))
    }

    fn course(&self, usual: f64, busiest: f64) -> Course {
        match self.spike {
            None => Course::line(0.0, usual),
            Some(Spike { factor, lasts: None }) => Course::line(0.0, busiest * factor),
            Some(Spike {
                factor,
                lasts: Some(lasts),
            }) => Course::adding_up(&[(0.0, busiest * factor), (lasts, usual)]),
        }
    }
}
