//! Half the bill: which boxes to cut first, and which promise pays for it.
//!
//! The cuts come in the order in which they hurt: what nothing asked for, then room that only a spike needs, then whole
//! boxes, those first without which the fewest get nothing. Costs are taken to follow what a box is sized for, and what a
//! store costs to follow how long it keeps; an owner of the bill would begin there, and a quote has the last word.

use board::graph::{BoxSlot, Graph};
use board::{BoxId, EdgeKind, Question, Role};
use quantity::{Dimension, Quantity};
use serde_json::Value;
use sorted::{rank_of, ranked};

use crate::cost::Cost;
use crate::numbers::text::{Written, record};
use crate::numbers::{Figure, Listed};
use crate::rate::{Capacity, Demand, Rates, capacity};
use crate::retention::{Retention, keeps};
use crate::structure::Structure;
use crate::{Readings, Stop};

/// How a box is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// To what the worst load needs.
    ToTheWorst,
    /// To keep as long as the scope asks.
    ToWhatIsAsked,
    /// To what an ordinary day needs.
    ToAnOrdinaryDay,
    /// It goes.
    Away,
}

impl How {
    /// The word used in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ToTheWorst => "size-for-the-worst",
            Self::ToWhatIsAsked => "keep-what-is-asked",
            Self::ToAnOrdinaryDay => "size-for-an-ordinary-day",
            Self::Away => "drop",
        }
    }
}

impl Written for How {
    fn to_value(&self) -> Value {
        self.as_str().into()
    }
}

record! {
    /// A bill cut in half.
    Savings {
        /// The currency where it is not dollars, such as `EUR`.
        currency: Option<String>,
        /// What is stated together, a month.
        total: f64,
        /// What the cuts save together, a month.
        saves: f64,
        /// The cuts, in the order in which they hurt.
        cuts: Listed<Cut>,
        /// The stages that state no cost.
        unstated: Listed<BoxId>,
    }
    /// What is cut of a box.
    Cut {
        /// Which.
        at: BoxId,
        /// How.
        how: How,
        /// What it costs before, a month.
        from: f64,
        /// What it costs then.
        to: f64,
        /// The share of its size or of what it keeps that is left.
        leaves: f64,
        /// How long it keeps things then, in seconds, where that is what is cut.
        keeps: Figure,
        /// How much too little it takes then at the worst, in units a second, where that is what is cut.
        short: Figure,
        /// What is short is bytes; otherwise events.
        in_bytes: bool,
        /// Who gets nothing any more.
        losers: Listed<BoxId>,
    }
}

/// What a box costs, and what of it is needed.
struct Priced {
    slot: BoxSlot,
    amount: f64,
    worst: Option<f64>,
    usual: Option<f64>,
    asked: Option<f64>,
    /// The share of what it takes that only the worst needs.
    short: Option<f64>,
}

/// Cuts until half of what is stated is saved; nothing where nothing is. Takes n log n in boxes and edges, and in who
/// loses what by the last cuts.
pub(super) fn half(graph: &Graph<'_>, readings: &Readings) -> Option<Savings> {
    let cost = Cost::of(graph, readings, &Demand::of(readings));
    let total = cost.total();
    if total <= 0.0 {
        return None;
    }
    let structure = Structure::of(graph);
    let mut boxes = priced(graph, readings, &cost);
    let mut cuts: Vec<Cut> = Vec::new();
    let mut saves = 0.0;
    for how in [
        How::ToTheWorst,
        How::ToWhatIsAsked,
        How::ToAnOrdinaryDay,
        How::Away,
    ] {
        let order = ranked(0..boxes.len(), |number| {
            let priced = boxes.get(*number);
            let lost = priced.map_or(0, |it| {
                if how == How::Away {
                    structure.lost(it.slot)
                } else {
                    0
                }
            });
            let saved = priced.and_then(|it| it.left(how).map(|left| it.amount * (1.0 - left)));
            // Whole groups of losers first; within them what saves most.
            (lost.min(0xFFFF) as u64) << 48 | (rank_of(-saved.unwrap_or(0.0)) >> 16)
        });
        for number in order {
            let Some(priced) = boxes.get_mut(number).filter(|_| saves < total / 2.0) else {
                break;
            };
            if how == How::Away && !may_go(graph, priced.slot) {
                continue;
            }
            let Some(left) = priced
                .left(how)
                .filter(|left| *left < 1.0 - 1e-9 && priced.amount > 0.0)
            else {
                continue;
            };
            let cut = priced.cut(how, left, graph, readings, &structure);
            saves += cut.from - cut.to;
            cuts.push(cut);
        }
    }
    let unstated = cost.unstated.iter().map(|slot| graph.get_box(*slot).id.clone());
    Some(Savings {
        currency: cost.currency.clone(),
        total,
        saves,
        cuts: Listed::first(cuts),
        unstated: Listed::first(unstated),
    })
}

fn priced(graph: &Graph<'_>, readings: &Readings, cost: &Cost) -> Vec<Priced> {
    let reached = Reached::of(graph, readings);
    let retention = Retention::of(graph, readings);
    let asked = readings.answer(Question::Retention).and_then(keeps);
    let asked = [asked, retention.window].into_iter().flatten().reduce(f64::max);
    let mut amounts = vec![0.0; graph.box_count()];
    for item in &cost.items {
        if let Stop::Box(slot) = item.stop
            && let Some(amount) = amounts.get_mut(slot.index())
        {
            *amount += item.amount;
        }
    }
    let costing = graph.boxes().zip(amounts).filter(|(_, amount)| *amount > 0.0);
    let priced = costing.map(|(node, amount)| {
        let reading = readings.of_box(node.slot);
        let shares = reached.shares(node.slot, capacity(reading, node.record.role));
        // What is kept away costs little; only one figure can be scaled.
        let mut kept = reading
            .quantities
            .iter()
            .filter(|it| it.dimension == Dimension::Retention);
        let only = kept
            .next()
            .and_then(Quantity::number)
            .filter(|_| kept.next().is_none());
        let is_store = node.record.role == Role::Store;
        Priced {
            slot: node.slot,
            amount,
            worst: shares.map(|(worst, _)| worst),
            usual: shares.map(|(_, usual)| usual),
            short: shares.map(|(worst, usual)| worst - usual),
            asked: asked
                .zip(only)
                .filter(|_| is_store)
                .map(|(asked, kept)| asked / kept),
        }
    });
    priced.collect()
}

/// Something flows through it, and it does not catch what fails.
fn may_go(graph: &Graph<'_>, slot: BoxSlot) -> bool {
    let is_stage = graph.get_box(slot).record.role.is_stage();
    is_stage && graph.incoming(slot, EdgeKind::Data).next().is_some()
}

impl Priced {
    /// The share of it that is left by a cut, where the board says enough to make it.
    fn left(&self, how: How) -> Option<f64> {
        match how {
            How::ToTheWorst => self.worst,
            How::ToWhatIsAsked => self.asked,
            How::ToAnOrdinaryDay => self.usual,
            How::Away => Some(0.0),
        }
    }

    /// Makes a cut: what is left is what further cuts begin with.
    fn cut(
        &mut self,
        how: How,
        left: f64,
        graph: &Graph<'_>,
        readings: &Readings,
        structure: &Structure,
    ) -> Cut {
        let node = graph.get_box(self.slot);
        let reading = readings.of_box(self.slot);
        let takes = capacity(reading, node.record.role);
        let in_bytes = takes.events.is_none();
        let from = self.amount;
        let to = from * left;
        let size = takes
            .events
            .or(takes.bytes)
            .filter(|_| how == How::ToAnOrdinaryDay);
        let short = size.zip(self.short).map(|(takes, share)| takes * share);
        self.amount = to;
        if matches!(how, How::ToTheWorst | How::ToAnOrdinaryDay) {
            self.usual = self.usual.map(|usual| usual / left);
            self.worst = self.worst.map(|worst| worst / left);
        }
        let losers = match how {
            How::Away => structure.losers(self.slot),
            _ => Vec::new(),
        };
        Cut {
            at: node.id.clone(),
            how,
            from,
            to,
            leaves: left,
            keeps: Figure::worked_out(
                keeps(reading)
                    .map(|kept| kept * left)
                    .filter(|_| how == How::ToWhatIsAsked),
            ),
            short: Figure::worked_out(short),
            in_bytes,
            losers: Listed::first(losers.into_iter().map(|slot| graph.get_box(slot).id.clone())),
        }
    }
}

/// What reaches each box at the worst, and on an ordinary day.
struct Reached {
    rates: Rates,
    usual: Rates,
}

impl Reached {
    fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        Self {
            rates: Rates::of(graph, readings),
            usual: Rates::on_an_ordinary_day(graph, readings),
        }
    }

    /// Of what the box takes: the share that is needed at the worst, and the one that is needed on an ordinary day.
    fn shares(&self, slot: BoxSlot, takes: Capacity) -> Option<(f64, f64)> {
        let worst = self.rates.flow(slot).filter(|flow| flow.sure)?;
        let usual = self.usual.flow(slot)?;
        let share = |worst: Option<f64>, usual: Option<f64>, takes: Option<f64>| {
            let takes = takes.filter(|takes| *takes > 0.0)?;
            Some((worst? / takes, usual? / takes))
        };
        share(worst.events, usual.events, takes.events)
            .or_else(|| share(worst.bytes, usual.bytes, takes.bytes))
    }
}
