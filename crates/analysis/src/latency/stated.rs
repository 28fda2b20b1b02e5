//! Which latency a text promises, and how long a hop says that it takes.

use board::graph::BoxNode;
use board::{Question, Role};
use quantity::{Compare, Dimension, Qualifier, Quantity, Reading};

use crate::Readings;

/// A latency that was promised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Budget {
    /// In seconds.
    pub seconds: f64,
    /// In percent, where it names one.
    pub percentile: Option<f64>,
}

/// The latency that the scope asks for: the end-to-end one of the answer, else the one at the highest percentile, else
/// the first. What is stated per hop is no budget of the whole.
pub fn budget(readings: &Readings) -> Option<Budget> {
    let answer = readings.answer(Question::Latency)?;
    let stated = |quantity: &&Quantity| {
        quantity.dimension == Dimension::Latency
            && quantity.qualifier != Some(Qualifier::PerHop)
            && quantity.compare != Compare::AtLeast
    };
    let whole = |quantity: &Quantity| quantity.qualifier == Some(Qualifier::EndToEnd);
    let rank = |quantity: &Quantity| (whole(quantity), quantity.percentile.unwrap_or(0.0));
    let mut found: Option<&Quantity> = None;
    for quantity in answer.quantities.iter().filter(stated) {
        if found.is_none_or(|best| rank(quantity) > rank(best)) {
            found = Some(quantity);
        }
    }
    let found = found?;
    Some(Budget {
        seconds: found.number()?,
        percentile: found.percentile,
    })
}

/// The latency that a text promises of everything up to it: `p99 200 ms end to end`.
pub fn promise(reading: &Reading) -> Option<Budget> {
    let whole = |quantity: &&Quantity| {
        quantity.dimension == Dimension::Latency && quantity.qualifier == Some(Qualifier::EndToEnd)
    };
    let found = reading.quantities.iter().find(whole)?;
    Some(Budget {
        seconds: found.number()?,
        percentile: found.percentile,
    })
}

/// The time that a hop takes: the worst latency of its constraints, among those at the budget's percentile if there are
/// any. A promise of the whole is not the hop's own.
pub fn stated(reading: &Reading, percentile: Option<f64>) -> Option<f64> {
    let own = |quantity: &&Quantity| {
        quantity.dimension == Dimension::Latency
            && !matches!(quantity.qualifier, Some(Qualifier::EndToEnd | Qualifier::Alert))
    };
    let worst = |at: Option<f64>| {
        let matching = reading
            .quantities
            .iter()
            .filter(own)
            .filter(|it| at.is_none() || it.percentile == at);
        matching.filter_map(Quantity::number).reduce(f64::max)
    };
    percentile.and_then(|at| worst(Some(at))).or_else(|| worst(None))
}

/// The scope budgets freshness apart from latency. A bare `1 h` reads as a latency, but here the question tells.
pub(crate) fn scope_freshness(readings: &Readings) -> bool {
    let is_time =
        |quantity: &Quantity| matches!(quantity.dimension, Dimension::Freshness | Dimension::Latency);
    readings
        .answer(Question::Freshness)
        .is_some_and(|answer| answer.quantities.iter().any(is_time))
}

/// How often something works, in seconds: the longest freshness in its text.
fn interval(reading: &Reading) -> Option<f64> {
    let every = reading
        .quantities
        .iter()
        .filter(|it| it.dimension == Dimension::Freshness && it.qualifier != Some(Qualifier::Alert));
    every.filter_map(Quantity::number).reduce(f64::max)
}

/// Something comes every so often, and nothing says how long it takes.
pub(super) fn is_scheduled(reading: &Reading) -> bool {
    stated(reading, None).is_none() && interval(reading).is_some()
}

pub(super) fn is_paced(node: &BoxNode<'_>, readings: &Readings) -> bool {
    works(node) && interval(readings.of_box(node.slot)).is_some()
}

fn works(node: &BoxNode<'_>) -> bool {
    matches!(node.record.role, Role::Ingest | Role::Process)
}

pub(super) fn own_time(
    node: &BoxNode<'_>,
    reading: &Reading,
    percentile: Option<f64>,
    apart: bool,
) -> Option<f64> {
    if !node.record.role.is_stage() {
        return None;
    }
    let waits = works(node) && !apart;
    stated(reading, percentile).or_else(|| interval(reading).filter(|_| waits))
}
