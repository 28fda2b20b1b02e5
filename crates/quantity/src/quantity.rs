//! One quantity: what was read from a few words.

use crate::{Compare, Dimension, Guarantee, Qualifier, Span};

/// One quantity, read from a constraint.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What it measures.
    pub dimension: Dimension,
    /// How much, in the dimension's base unit, or which promise.
    pub value: Value,
    /// Whether that is a ceiling, a floor, a guess or a plain statement.
    pub compare: Compare,
    /// The percentile it holds at, in percent: 99 for `p99`.
    pub percentile: Option<f64>,
    /// What narrows it.
    pub qualifier: Option<Qualifier>,
    /// What is counted or what a price is for: `replicas`, `requests`, `per GB`, `EUR`, `DBU/h`, `total`.
    ///
    /// A cost without a unit is in dollars per month and may be added up; one with a unit may not.
    /// A rate without a unit counts events.
    pub unit: Option<String>,
    /// How often or how long, for a promise that says so: `retry 5x`, `checkpoint every 10 s`.
    pub bound: Option<Bound>,
    /// The words that made the reading.
    pub span: Span,
}

/// How much, or which promise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// One number in base units.
    Number(f64),
    /// Anything between two numbers in base units; `low` is below `high`.
    Range {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// A promise in words.
    Word(Guarantee),
}

/// The figure inside a promise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// So many times: `retry 5x`.
    Times(f64),
    /// So many seconds: `checkpoint every 10 s`, `timeout 2 s`.
    Seconds(f64),
}

impl Quantity {
    /// The number to reckon with, in base units: of a range its [worse](Self::worst) end; nothing for a promise.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        self.worst()
    }

    /// The careful end: the lower for availability and retention, and where more is better (recall, precision,
    /// completeness, cache hits); otherwise the higher, also of a rate that is a floor (`≥`), for load is what it is.
    #[must_use]
    pub fn worst(&self) -> Option<f64> {
        self.end(self.worse_is_lower())
    }

    /// The hopeful end: the other one.
    #[must_use]
    pub fn best(&self) -> Option<f64> {
        self.end(!self.worse_is_lower())
    }

    /// The promise, if this is one.
    #[must_use]
    pub fn guarantee(&self) -> Option<Guarantee> {
        match self.value {
            Value::Word(word) => Some(word),
            Value::Number(_) | Value::Range { .. } => None,
        }
    }

    fn end(&self, lower: bool) -> Option<f64> {
        match self.value {
            Value::Number(number) => Some(number),
            Value::Range { low, high } => Some(if lower { low } else { high }),
            Value::Word(_) => None,
        }
    }

    fn worse_is_lower(&self) -> bool {
        let more_is_better = matches!(
            self.qualifier,
            Some(Qualifier::Recall | Qualifier::Precision | Qualifier::Completeness | Qualifier::CacheHit)
        );
        let plain_accuracy = self.dimension == Dimension::Accuracy && self.qualifier.is_none();
        self.dimension.worse_is_lower() || more_is_better || plain_accuracy
    }
}
