//! Half the bill: which boxes to cut first, and which promise pays for it.
//!
//! The cuts come in the order in which they hurt: what nothing asked for, then room that only a spike needs, then whole
//! [lanes](super::lanes) with those whom they serve, the ones under no latency first. Costs are taken to follow what a box is sized for, and what a
//! store costs to follow how long it keeps; an owner of the bill would begin there, and a quote has the last word.

use board::graph::{BoxSlot, Graph};
use board::{BoxId, Question, Role};
use quantity::{Dimension, Quantity};
use serde_json::Value;
use sorted::{rank_of, ranked};

use super::flow::Run;
use super::lanes::Lanes;
use super::{Spike, Stated};
use crate::cost::Cost;
use crate::numbers::text::{Written, record};
use crate::numbers::{Figure, Listed};
use crate::rate::Demand;
use crate::retention::{Retention, keeps};
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
    /// Somebody is not served any more, and what works for them alone goes.
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
    /// What is cut of a box, or with whom a lane goes.
    Cut {
        /// Which box; of a lane, whom it serves.
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
        /// The boxes that go with it.
        lane: Listed<BoxId>,
    }
}

/// What a box costs, and what of it is needed.
struct Priced {
    slot: BoxSlot,
    amount: f64,
    worst: Option<f64>,
    usual: Option<f64>,
    asked: Option<f64>,
    /// What only the worst brings, a second.
    short: Option<f64>,
    in_bytes: bool,
}

/// Cuts until half of what is stated is saved; nothing where nothing is. Takes n log n in boxes and edges, and linear time
/// for each lane that goes.
pub(super) fn half(graph: &Graph<'_>, readings: &Readings) -> Option<Savings> {
    let cost = Cost::of(graph, readings, &Demand::of(readings));
    let total = cost.total();
    if total <= 0.0 {
        return None;
    }
    let mut boxes = priced(graph, readings, &cost);
    let mut cuts: Vec<Cut> = Vec::new();
    let mut saves = 0.0;
    for how in [How::ToTheWorst, How::ToWhatIsAsked, How::ToAnOrdinaryDay] {
        let order = ranked(0..boxes.len(), |number| {
            let priced = boxes.get(*number);
            let saved = priced.and_then(|it| it.left(how).map(|left| it.amount * (1.0 - left)));
            rank_of(-saved.unwrap_or(0.0))
        });
        for number in order {
            let Some(priced) = boxes.get_mut(number).filter(|_| saves < total / 2.0) else {
                break;
            };
            let left = priced.left(how).filter(|left| *left < 1.0 - 1e-9);
            let Some(left) = left.filter(|_| priced.amount > 0.0) else {
                continue;
            };
            let cut = priced.cut(how, left, graph, readings);
            saves += cut.from - cut.to;
            cuts.push(cut);
        }
    }
    let mut amounts = vec![0.0; graph.box_count()];
    for priced in &boxes {
        if let Some(amount) = amounts.get_mut(priced.slot.index()) {
            *amount = priced.amount;
        }
    }
    let mut lanes = Lanes::of(graph, readings, amounts);
    while let Some(lane) = (saves < total / 2.0).then(|| lanes.next()).flatten() {
        saves += lane.amount;
        cuts.push(Cut {
            at: graph.get_box(lane.serves).id.clone(),
            how: How::Away,
            from: lane.amount,
            to: 0.0,
            leaves: 0.0,
            keeps: Figure::Open,
            short: Figure::Open,
            in_bytes: false,
            lane: Listed::first(lane.boxes.into_iter().map(|slot| graph.get_box(slot).id.clone())),
        });
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
        let shares = reached.shares(node.slot);
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
            worst: shares.map(|it| it.worst),
            usual: shares.map(|it| it.usual),
            short: shares.map(|it| (it.worst - it.usual) * it.takes),
            in_bytes: reached.in_bytes(),
            asked: asked
                .zip(only)
                .filter(|_| is_store)
                .map(|(asked, kept)| asked / kept),
        }
    });
    priced.collect()
}

impl Priced {
    /// The share of it that is left by a cut, where the board says enough to make it.
    fn left(&self, how: How) -> Option<f64> {
        match how {
            How::ToTheWorst => self.worst,
            How::ToWhatIsAsked => self.asked,
            How::ToAnOrdinaryDay => self.usual,
            How::Away => None,
        }
    }

    /// Makes a cut: what is left is what further cuts begin with.
    fn cut(&mut self, how: How, left: f64, graph: &Graph<'_>, readings: &Readings) -> Cut {
        let node = graph.get_box(self.slot);
        let reading = readings.of_box(self.slot);
        let from = self.amount;
        let to = from * left;
        let short = self.short.filter(|_| how == How::ToAnOrdinaryDay);
        self.amount = to;
        if matches!(how, How::ToTheWorst | How::ToAnOrdinaryDay) {
            self.usual = self.usual.map(|usual| usual / left);
            self.worst = self.worst.map(|worst| worst / left);
        }
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
            in_bytes: self.in_bytes,
            lane: Listed::default(),
        }
    }
}

/// What reaches each box at the worst, and on an ordinary day.
struct Reached {
    worst: Option<Run>,
    usual: Option<Run>,
}

/// Of what a box takes.
#[derive(Clone, Copy)]
struct Shares {
    /// The share that is needed at the worst.
    worst: f64,
    /// The share that is needed on an ordinary day.
    usual: f64,
    /// What it takes, in the unit of the run.
    takes: f64,
}

impl Reached {
    fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let stated = Stated::of(graph, readings).spike;
        let spike = Spike {
            factor: stated.map_or(1.0, |spike| spike.factor),
            lasts: None,
        };
        Self {
            worst: Run::of(graph, readings, Some(spike), None),
            usual: Run::of(graph, readings, None, None),
        }
    }

    fn shares(&self, slot: BoxSlot) -> Option<Shares> {
        let reaches = |run: &Option<Run>| {
            let passed = run.as_ref()?.passed(slot)?;
            let rate = passed
                .arrived
                .legs()
                .iter()
                .map(|leg| leg.slope)
                .fold(0.0, f64::max);
            Some((rate, passed.takes.filter(|takes| *takes > 0.0)?))
        };
        let (worst, takes) = reaches(&self.worst)?;
        let (usual, _) = reaches(&self.usual)?;
        Some(Shares {
            worst: worst / takes,
            usual: usual / takes,
            takes,
        })
    }

    fn in_bytes(&self) -> bool {
        self.usual.as_ref().is_some_and(|run| run.load.in_bytes)
    }
}
