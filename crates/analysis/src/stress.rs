//! What if: ten times the load, a box gone, a box slow, a deploy, half the bill.
//!
//! 1. [`load`](mod@load) says what comes in meanwhile, [`holding`](mod@holding) who keeps what a box cannot take.
//! 2. [`flow`](mod@flow) lets that run through the board, each box a fluid [`queue`](mod@queue); everything in between is
//!    a [`course`](mod@course), straight from corner to corner, so that backlogs and delays are exact.
//! 3. [`Answer`] says what that means: backlogs and how they drain, which promise breaks when and for how long, what is
//!    lost, what was under way, what can be replayed, and what to write on the board where it does not say.
//! 4. [`savings`](mod@savings) takes the bill apart instead.
//!
//! The model rests on what the board states, and on nothing else:
//! - On an ordinary day comes the average of the volume answer (else the rate as given, else the peak); a spike multiplies
//!   the busiest ordinary time, as NUM003 does.
//! - A box that states no rate takes all that comes, and is listed as open. Everything that was told to stop and says
//!   nothing of its rate catches up at once: a floor of the truth.
//! - What travels takes no time here; the latencies that are stated count in the sums.
//! - What waits before a box is held by the log or store that it reads from, for as long as that keeps it, or by whoever
//!   sends until it is taken (at-least-once, retry, back-pressure). Where nothing of the kind is stated, it waits in the
//!   sum and is listed as open, since it may as well be lost.
//! - What has waited is added to the worst path, as percentiles are: a conservative bound.

use board::graph::Graph;
use board::{Board, BoxId, Question, nearest};
use quantity::{Dimension, Qualifier, Quantity, Reading};
use thiserror::Error;

use crate::Readings;

mod answer;
mod asking;
mod breaking;
mod buffers;
pub mod course;
pub mod flow;
pub mod holding;
mod lanes;
pub mod load;
mod opening;
pub mod queue;
pub mod said;
mod savings;
mod underway;

pub use answer::{
    Answer, Buffer, Corner, Fate, InFlight, Kind, LastsBy, Open, Promise, Promised, Reader, Served, Spot,
    Stretch, Waiting,
};
pub use opening::first_words;
pub use savings::{Cut, How, Savings};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum WhatIf {
    /// The busiest ordinary load, so many times.
    Spike(Spike),
    /// A box stands still.
    Outage {
        /// Which.
        at: BoxId,
        /// For so many seconds; otherwise as long as the board says that it takes to recover.
        lasts: Option<f64>,
    },
    /// A box takes so many times as long.
    Slow {
        /// Which.
        at: BoxId,
        /// How many times.
        factor: f64,
        /// For so many seconds; otherwise without end.
        lasts: Option<f64>,
    },
    /// A box is stopped and started again.
    Deploy {
        /// Which.
        at: BoxId,
        /// For so many seconds; otherwise as long as the box says that it takes.
        lasts: Option<f64>,
    },
    /// Half of what the board costs.
    HalfTheBill,
}

/// A load of many times the busiest ordinary one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spike {
    /// How many times.
    pub factor: f64,
    /// For so many seconds; nothing where it does not end.
    pub lasts: Option<f64>,
}

/// What happens to a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// By what its pace is multiplied: 0 where it stands still.
    pub pace: f64,
    /// For so many seconds; nothing where it does not end.
    pub lasts: Option<f64>,
}

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum StressError {
    /// No box has this id or label.
    #[error("no box is called `{asked}`")]
    UnknownBox {
        /// What was asked for.
        asked: String,
        /// The id or label that is nearest to it.
        meant: Option<String>,
    },
    /// A factor has to be above zero.
    #[error("{0} is no factor: it has to be above zero")]
    NotAFactor(f64),
    /// A time has to be above zero.
    #[error("{0} s is no time to last: it has to be above zero")]
    NotATime(f64),
    /// Nothing says what comes in.
    #[error("the board does not say what comes in")]
    NoLoad,
    /// Nothing says what anything costs.
    #[error("the board does not say what anything costs")]
    NoCost,
    /// Nothing is drawn.
    #[error("nothing is drawn")]
    Empty,
}

impl WhatIf {
    /// The same question, if it is one: every factor and time is above zero and a number.
    fn sound(&self) -> Result<(), StressError> {
        let (factor, lasts) = match self {
            Self::Spike(spike) => (Some(spike.factor), spike.lasts),
            Self::Slow { factor, lasts, .. } => (Some(*factor), *lasts),
            Self::Outage { lasts, .. } | Self::Deploy { lasts, .. } => (None, *lasts),
            Self::HalfTheBill => (None, None),
        };
        let is_sound = |number: &f64| *number > 0.0 && *number < f64::INFINITY;
        if let Some(factor) = factor.filter(|factor| !is_sound(factor)) {
            return Err(StressError::NotAFactor(factor));
        }
        match lasts.filter(|lasts| !is_sound(lasts)) {
            Some(lasts) => Err(StressError::NotATime(lasts)),
            None => Ok(()),
        }
    }

    /// The box that it happens to.
    pub fn at(&self) -> Option<&BoxId> {
        match self {
            Self::Outage { at, .. } | Self::Slow { at, .. } | Self::Deploy { at, .. } => Some(at),
            Self::Spike(_) | Self::HalfTheBill => None,
        }
    }
}

/// The box that a person means by an id or a label, in any case; otherwise what is nearest.
///
/// # Errors
/// Where no box is called so.
pub fn find_box(board: &Board, asked: &str) -> Result<BoxId, StressError> {
    let wanted = asked.trim();
    let boxes = board.boxes_in_order();
    let by_id = boxes.iter().find(|(id, _)| id.as_str() == wanted);
    let by_label = || {
        boxes
            .iter()
            .find(|(_, record)| record.label.trim().eq_ignore_ascii_case(wanted))
    };
    let by_id_in_any_case = || {
        boxes
            .iter()
            .find(|(id, _)| id.as_str().eq_ignore_ascii_case(wanted))
    };
    if let Some((id, _)) = by_id.or_else(by_label).or_else(by_id_in_any_case) {
        return Ok((*id).clone());
    }
    let part = wanted.to_ascii_lowercase();
    let by_part = boxes
        .iter()
        .find(|(_, record)| record.label.to_ascii_lowercase().contains(&part));
    let by_part = by_part.filter(|_| !part.is_empty()).map(|(id, _)| id.as_str());
    let names = boxes
        .iter()
        .flat_map(|(id, record)| [id.as_str(), record.label.trim()]);
    Err(StressError::UnknownBox {
        asked: wanted.to_owned(),
        meant: nearest(wanted, names).or(by_part).map(str::to_owned),
    })
}

/// What the scope says of spikes and outages.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stated {
    /// The spike of the volume answer, with how long it lasts where it says so.
    pub spike: Option<Spike>,
    /// How long an outage lasts, in seconds, where the failure answer speaks of one.
    pub outage: Option<f64>,
    /// In how many seconds it has to work again.
    pub recovery: Option<f64>,
    /// How many seconds of data may be lost.
    pub loss: Option<f64>,
}

impl Stated {
    /// What the scope of the board behind `graph` says.
    pub fn of(graph: &Graph<'_>, readings: &Readings) -> Self {
        let failure = answered(graph, readings, Question::Failure);
        Self {
            spike: spike(readings),
            outage: failure.and_then(|(text, reading)| recovery(text, reading, true)),
            recovery: failure.and_then(|(text, reading)| recovery(text, reading, false)),
            loss: failure.and_then(|(_, reading)| loss(reading)),
        }
    }
}

fn answered<'g>(
    graph: &Graph<'g>,
    readings: &'g Readings,
    question: Question,
) -> Option<(&'g str, &'g Reading)> {
    let answer = graph.board().answered(question)?;
    Some((answer.text.as_str(), readings.answer(question)?))
}

/// The spike of the volume answer: a time in there can only be how long it lasts.
fn spike(readings: &Readings) -> Option<Spike> {
    let volume = readings.answer(Question::Volume)?;
    let worst = |dimension| {
        let stated = crate::rate::Stated::of(volume, dimension);
        let demand = crate::rate::Demand::of(readings);
        stated.worst(volume, demand.spike).zip(stated.busiest(volume))
    };
    let (worst, busiest) = worst(Dimension::Rate).or_else(|| worst(Dimension::DataRate))?;
    let times = volume
        .quantities
        .iter()
        .filter(|it| it.dimension == Dimension::Latency);
    let lasts = times.filter_map(Quantity::number).reduce(f64::max);
    (worst > busiest && busiest > 0.0).then_some(Spike {
        factor: worst / busiest,
        lasts: lasts.filter(|lasts| *lasts > 0.0),
    })
}

/// How long the box with these words is gone before it works again, in seconds, where it says so.
pub fn recovers_in(text: &str, reading: &Reading) -> Option<f64> {
    recovery(text, reading, false)
}

/// The longest time to recover in a text; `outage` asks for those that say how long an outage lasts instead.
fn recovery(text: &str, reading: &Reading, outage: bool) -> Option<f64> {
    const OUTAGE: [&str; 3] = ["outage", "down", "gone"];
    let is_asked = |quantity: &&Quantity| {
        let words = quantity.span.of(text).to_ascii_lowercase();
        quantity.dimension == Dimension::Recovery
            && quantity.qualifier == Some(Qualifier::RecoveryTime)
            && OUTAGE.iter().any(|word| words.contains(word)) == outage
    };
    let times = reading.quantities.iter().filter(is_asked);
    times
        .filter_map(Quantity::number)
        .filter(|seconds| *seconds > 0.0)
        .reduce(f64::max)
}

/// How many seconds of data may be lost: the least that the text says.
fn loss(reading: &Reading) -> Option<f64> {
    let points = reading.quantities.iter().filter(|quantity| {
        quantity.dimension == Dimension::Recovery && quantity.qualifier == Some(Qualifier::RecoveryPoint)
    });
    points.filter_map(Quantity::number).reduce(f64::min)
}
