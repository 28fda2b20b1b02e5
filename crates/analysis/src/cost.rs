//! What the board costs a month, by box, by owner and for what it carries: stated costs, and unit prices times the
//! stated volume.

use board::Question;
use board::graph::{BoxSlot, Graph};
use board::owner::Owner;
use quantity::{Compare, Dimension, Qualifier, Quantity, Reading, decimal};
use sorted::Map;
use sorted::{rank_of, ranked};

use crate::rate::Demand;
use crate::{Readings, Stop};

/// Seconds in the month that costs are stated by: a twelfth of a year of 365 days.
const MONTH: f64 = 730.0 * 3600.0;

/// What one box or edge costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Whose cost it is.
    pub stop: Stop,
    /// In the currency of the sum, a month.
    pub amount: f64,
    /// The unit price and the volume it was multiplied by, where it was.
    pub worked_out: Option<String>,
}

/// What one owner's boxes and edges cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnerCost<'b> {
    /// The team; empty for nobody.
    pub owner: &'b str,
    /// In the currency of the sum, a month.
    pub amount: f64,
}

/// What the board costs for what it carries, in the currency of the sum.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PerUnit {
    /// For a million events; nothing where the scope gives no rate of events.
    pub million_events: Option<f64>,
    /// For a gigabyte; nothing where the scope gives no rate of data.
    pub gigabyte: Option<f64>,
}

/// What the board costs a month, in the currency of the ceiling.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cost {
    /// The ceiling that the scope gives.
    pub ceiling: Option<f64>,
    /// The currency of ceiling and sum where it is not dollars, such as `EUR`.
    pub currency: Option<String>,
    /// What adds up, in the order of the board.
    pub items: Vec<Item>,
    /// Costs that cannot be added: another currency, another unit, or a unit price with no volume to multiply by.
    pub apart: Vec<Stop>,
    /// The stages that state no cost at all.
    pub unstated: Vec<BoxSlot>,
}

impl Cost {
    /// Adds up the board behind `graph`, in time linear in boxes and edges.
    pub fn of(graph: &Graph<'_>, readings: &Readings, demand: &Demand) -> Self {
        let ceiling = readings.answer(Question::Cost).and_then(ceiling);
        let mut cost = Self {
            ceiling: ceiling.and_then(Quantity::number),
            currency: ceiling.and_then(|quantity| quantity.unit.clone()),
            ..Self::default()
        };
        for node in graph.boxes() {
            let reading = readings.of_box(node.slot);
            cost.add(Stop::Box(node.slot), reading, demand);
            if node.record.role.is_stage() && !reading.quantities.iter().any(is_running_cost) {
                cost.unstated.push(node.slot);
            }
        }
        for link in graph.edges() {
            cost.add(Stop::Edge(link.slot), readings.of_edge(link.slot), demand);
        }
        cost
    }

    /// The sum of what adds up.
    pub fn total(&self) -> f64 {
        self.items.iter().map(|item| item.amount).sum()
    }

    /// The sum of each owner, the dearest first and those of one sum by name; what nobody owns has an empty name. What
    /// is handed over is the producer's. Takes n log n in the items.
    pub fn by_owner<'b>(&self, graph: &Graph<'b>) -> Vec<OwnerCost<'b>> {
        let mut sums: Map<&'b str, f64> = Map::default();
        for item in &self.items {
            let owner = match item.stop {
                Stop::Box(slot) => &graph.get_box(slot).record.owner,
                Stop::Edge(slot) => &graph.edge(slot).record.owner,
            };
            let team = Owner::read(owner).teams().next().unwrap_or_default();
            *sums.get_or_default(team) += item.amount;
        }
        let costs = sums
            .into_iter()
            .map(|(owner, amount)| OwnerCost { owner, amount });
        ranked(costs, |cost| rank_of(-cost.amount))
    }

    /// The sum over what comes in a month on an ordinary day.
    pub fn per_unit(&self, demand: &Demand) -> PerUnit {
        let over = |a_second: Option<f64>, unit: f64| {
            let units = a_second? * MONTH / unit;
            (units > 0.0).then(|| self.total() / units)
        };
        PerUnit {
            million_events: over(demand.usual_events, 1e6),
            gigabyte: over(demand.usual_bytes, 1e9),
        }
    }

    fn add(&mut self, stop: Stop, reading: &Reading, demand: &Demand) {
        let costs = reading
            .quantities
            .iter()
            .filter(|quantity| is_running_cost(quantity));
        for quantity in costs {
            let Some(amount) = quantity.number() else { continue };
            let own = own_demand(reading, demand);
            if quantity.unit == self.currency {
                self.items.push(Item {
                    stop,
                    amount,
                    worked_out: None,
                });
            } else if let Some((times, volume)) = self.times(quantity, &own) {
                let worked_out = Some(format!("{quantity} × {volume}"));
                self.items.push(Item {
                    stop,
                    amount: amount * times,
                    worked_out,
                });
            } else {
                self.apart.push(stop);
            }
        }
    }

    /// How many priced units there are in a month, and how that is said. Only dollar prices under a dollar ceiling.
    fn times(&self, quantity: &Quantity, demand: &Demand) -> Option<(f64, String)> {
        if self.currency.is_some() {
            return None;
        }
        let unit = quantity.unit.as_deref()?.strip_prefix("per ")?;
        if let Some(bytes) = bytes_of(unit) {
            let units = demand.usual_bytes? * MONTH / bytes;
            return Some((units, format!("{units:.0} {unit} a month")));
        }
        let (count, noun) = unit.split_once(' ').unwrap_or(("1", unit));
        let count = decimal(&count.replace(',', "")).filter(|count| *count > 0.0)?;
        let counted = [
            "event", "events", "message", "messages", "request", "requests", "record", "records",
        ];
        let units = demand.usual_events? * MONTH / count;
        counted
            .contains(&noun)
            .then(|| (units, format!("{units:.0} × {count} {noun} a month")))
    }
}

/// The ceiling among the costs of the answer: what is at most, else the lowest; never a unit price.
fn ceiling(answer: &Reading) -> Option<&Quantity> {
    let is_total = |quantity: &&Quantity| {
        quantity.dimension == Dimension::Cost
            && !quantity.unit.as_deref().is_some_and(|unit| unit.contains("per "))
    };
    let totals: Vec<&Quantity> = answer
        .quantities
        .iter()
        .filter(is_total)
        .filter(|it| is_running_cost(it))
        .collect();
    let at_most = totals
        .iter()
        .copied()
        .filter(|quantity| quantity.compare == Compare::AtMost);
    let by_amount = |a: &&Quantity, b: &&Quantity| {
        a.number()
            .unwrap_or(f64::MAX)
            .total_cmp(&b.number().unwrap_or(f64::MAX))
    };
    at_most
        .min_by(by_amount)
        .or_else(|| totals.iter().copied().min_by(by_amount))
}

fn is_running_cost(quantity: &Quantity) -> bool {
    quantity.dimension == Dimension::Cost
        && !matches!(quantity.qualifier, Some(Qualifier::Spike | Qualifier::Alert))
}

/// The volume that a price of this text is multiplied by: its own rate where it states one, else the scope's.
fn own_demand(reading: &Reading, demand: &Demand) -> Demand {
    let stated = |dimension| {
        let mut found = reading
            .quantities
            .iter()
            .filter(move |quantity| quantity.dimension == dimension);
        found
            .find(|quantity| quantity.qualifier == Some(Qualifier::Average))
            .and_then(Quantity::number)
    };
    Demand {
        usual_events: stated(Dimension::Rate).or(demand.usual_events),
        usual_bytes: stated(Dimension::DataRate).or(demand.usual_bytes),
        ..demand.clone()
    }
}

fn bytes_of(unit: &str) -> Option<f64> {
    Some(match unit {
        "KB" => 1e3,
        "MB" => 1e6,
        "GB" => 1e9,
        "TB" => 1e12,
        "PB" => 1e15,
        "GiB" => 1024.0 * 1024.0 * 1024.0,
        "TiB" => 1024.0 * 1024.0 * 1024.0 * 1024.0,
        _ => return None,
    })
}
