//! What a figure measures, as far as the words that belong to its unit tell; the words around it tell the rest.

use crate::unit::Scale;

/// A unit as written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Measure {
    /// Seconds.
    Duration,
    /// Seconds in each so many seconds: downtime, if it is said to be (by `down`, or by a word nearby).
    Share { period: f64, down: bool },
    /// Seconds between two of something.
    Interval,
    /// Bytes.
    Bytes,
    /// Bytes in each event.
    EventSize,
    /// Bytes per second, per whom.
    DataRate { per: Option<String> },
    /// Happenings per second: which, and the seconds of the period that they were written in.
    Rate { noun: Option<String>, period: f64 },
    /// A ratio, written in percent.
    Percent,
    /// Money: what for, and whether per month.
    Money { unit: Option<String> },
    /// Something metered that is not money: `DBU/h`.
    Metered { unit: String },
    /// `10x`, `5 times`.
    Times,
    /// `×3`.
    Copies,
    /// `3 replicas`.
    Counted { noun: String },
    /// `three nines`.
    Nines,
    /// A number and nothing else.
    Bare,
}

/// A figure, its unit and its place among the tokens.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Amount {
    /// The number, or the lower end.
    pub(crate) low: f64,
    /// The upper end, above the lower.
    pub(crate) high: Option<f64>,
    pub(crate) measure: Measure,
    /// A comparison within the figure: `1M+`, `sub-second`.
    pub(crate) compare: Option<crate::Compare>,
}

impl Amount {
    /// Puts both ends into base units.
    pub(crate) fn scaled(mut self, scale: Scale) -> Self {
        self.low = scale.base(self.low);
        self.high = self.high.map(|high| scale.base(high));
        self
    }

    pub(crate) fn is_finite(&self) -> bool {
        self.low.is_finite() && self.high.is_none_or(f64::is_finite)
    }
}
