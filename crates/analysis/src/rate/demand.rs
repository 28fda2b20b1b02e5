//! The load that the scope asks for, at its worst and on an ordinary day.

use board::Question;
use quantity::{Dimension, Qualifier, Quantity, Reading};

use crate::Readings;

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
    /// The size of one event in bytes, above zero.
    pub event_size: Option<f64>,
    /// The factor of the spike, 1 where none is stated.
    pub spike: f64,
    /// Neither peak nor spike is stated, only an average: a floor of what comes.
    pub average_only: bool,
    /// Only a peak or a spike is stated: a ceiling of what comes on an ordinary day.
    pub peak_only: bool,
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
        let event_size = size.and_then(Quantity::number).filter(|size| *size > 0.0);
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
            peak_only: events.peak_only() || bytes.peak_only(),
        };
        demand.fill_in();
        demand
    }

    /// What comes on an ordinary day, at the worst as well.
    #[must_use]
    pub fn ordinary(self) -> Self {
        Self {
            events: self.usual_events,
            bytes: self.usual_bytes,
            spike: 1.0,
            ..self
        }
    }

    /// Events times their size are bytes, and back.
    fn fill_in(&mut self) {
        let Some(size) = self.event_size else { return };
        self.bytes = self.bytes.or(self.events.map(|events| events * size));
        self.events = self.events.or(self.bytes.map(|bytes| bytes / size));
        self.usual_bytes = self.usual_bytes.or(self.usual_events.map(|events| events * size));
        self.usual_events = self.usual_events.or(self.usual_bytes.map(|bytes| bytes / size));
    }
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
pub(crate) struct Stated {
    plain: Option<f64>,
    average: Option<f64>,
    peak: Option<f64>,
    spike: Option<f64>,
}

impl Stated {
    pub(crate) fn of(reading: &Reading, dimension: Dimension) -> Self {
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

    pub(crate) fn worst(&self, reading: &Reading, spike: f64) -> Option<f64> {
        let base = self.busiest(reading).map(|base| base * spike);
        match (base, self.spike) {
            (Some(base), Some(spike)) => Some(base.max(spike)),
            (base, spike) => base.or(spike),
        }
    }

    /// The busiest ordinary time: the peak, else what comes times the factor of the peak, else what comes.
    pub(crate) fn busiest(&self, reading: &Reading) -> Option<f64> {
        let usual = self.plain.or(self.average);
        let multiplied = usual
            .zip(factor(reading, Qualifier::Peak))
            .map(|(usual, times)| usual * times);
        self.peak.or(multiplied).or(usual)
    }

    /// An ordinary day: the average, else the rate as given, else the peak.
    pub(crate) fn usual(&self) -> Option<f64> {
        self.average.or(self.plain).or(self.peak).or(self.spike)
    }

    fn average_only(&self) -> bool {
        self.average.is_some() && self.plain.is_none() && self.peak.is_none() && self.spike.is_none()
    }

    fn peak_only(&self) -> bool {
        self.average.or(self.plain).is_none() && !self.is_nothing()
    }

    fn is_nothing(&self) -> bool {
        self.usual().is_none()
    }
}
