//! What a box says it can take.

use board::Role;
use quantity::{Dimension, Qualifier, Quantity, Reading, Value};

/// What a box says it can take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Capacity {
    /// Events a second.
    pub events: Option<f64>,
    /// Bytes a second.
    pub bytes: Option<f64>,
}

/// What a text says can be taken: the largest rate of each kind, the lower end of a range. An average is a load, not a
/// capacity, and so is what a store is read at. A rate for each of several counts that many times.
pub fn capacity(reading: &Reading, role: Role) -> Capacity {
    let most = |dimension| {
        let stated = reading
            .quantities
            .iter()
            .filter(move |quantity| quantity.dimension == dimension);
        let is_other = |it: &Quantity| matches!(it.qualifier, Some(Qualifier::Average | Qualifier::Alert));
        let holds = stated.filter(|it| !(is_other(it) || (role == Role::Store && is_read(it))));
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
