//! From a question to an answer: what is hit and for how long, how that runs, what breaks.

use board::graph::{BoxSlot, Graph};
use board::{Board, BoxId, Question};

use super::answer::{Answer, Kind, LastsBy};
use super::breaking::Breaking;
use super::flow::{Blow, Run};
use super::{Hit, Stated, StressError, WhatIf, answered, buffers, recovery, savings, underway};
use crate::Readings;
use crate::latency::Latency;
use crate::numbers::{Figure, Listed};

/// The board with what is known before anything is asked, and how it runs.
pub(super) struct Scene<'g, 'b> {
    pub(super) graph: &'g Graph<'b>,
    pub(super) readings: &'g Readings,
    pub(super) stated: Stated,
    pub(super) run: Run,
    pub(super) latency: Latency,
    /// The box that is hit, and how.
    pub(super) blow: Option<Blow>,
    pub(super) kind: Kind,
    /// How long it lasts, in seconds.
    pub(super) lasts: Option<f64>,
}

impl Scene<'_, '_> {
    pub(super) fn id(&self, slot: BoxSlot) -> BoxId {
        self.graph.get_box(slot).id.clone()
    }

    /// What is hit stands still.
    pub(super) fn stands(&self) -> Option<BoxSlot> {
        self.blow
            .filter(|blow| blow.hit.pace == 0.0)
            .map(|blow| blow.slot)
    }
}

impl Answer {
    /// What happens to `board`. Takes n log n in boxes and edges, and in the turns of what flows.
    ///
    /// # Errors
    /// Where the board has no such box or does not say enough to begin with, or the question has no sound figure.
    pub fn of(board: &Board, what_if: &WhatIf) -> Result<Self, StressError> {
        let graph = Graph::new(board);
        Self::of_graph(&graph, &Readings::of(&graph), what_if)
    }

    /// What happens to the board behind `graph`.
    ///
    /// # Errors
    /// As for [`of`](Self::of).
    pub fn of_graph(graph: &Graph<'_>, readings: &Readings, what_if: &WhatIf) -> Result<Self, StressError> {
        what_if.sound()?;
        if graph.box_count() == 0 {
            return Err(StressError::Empty);
        }
        if *what_if == WhatIf::HalfTheBill {
            return Self::of_the_bill(graph, readings);
        }
        let at = what_if.at().map(|id| {
            let known = graph.slot(id);
            known.ok_or_else(|| match super::find_box(graph.board(), id.as_str()) {
                Err(error) => error,
                Ok(meant) => StressError::UnknownBox {
                    asked: id.to_string(),
                    meant: Some(meant.to_string()),
                },
            })
        });
        let at = at.transpose()?;
        let (lasts, lasts_by) = lasting(graph, readings, what_if, at);
        let latency = Latency::of(graph, readings);
        let blow = at.map(|slot| blow(&latency, slot, what_if, lasts));
        let spike = match what_if {
            WhatIf::Spike(spike) => Some(*spike),
            _ => None,
        };
        let run = Run::of(graph, readings, spike, blow).ok_or(StressError::NoLoad)?;
        let scene = Scene {
            stated: Stated::of(graph, readings),
            kind: what_if.kind(),
            graph,
            readings,
            run,
            latency,
            blow,
            lasts,
        };
        Ok(scene.answer(what_if, lasts_by))
    }

    fn of_the_bill(graph: &Graph<'_>, readings: &Readings) -> Result<Self, StressError> {
        let savings = savings::half(graph, readings).ok_or(StressError::NoCost)?;
        let open = super::opening::of_costs(graph, &savings);
        Ok(Self {
            savings: Some(savings),
            open: Listed::first(open),
            ..Self::empty(Kind::HalfTheBill)
        })
    }
}

impl Scene<'_, '_> {
    fn answer(&self, what_if: &WhatIf, lasts_by: LastsBy) -> Answer {
        let buffers = buffers::of(self);
        let breaking = Breaking::of(self);
        let load = &self.run.load;
        let during = match what_if {
            WhatIf::Spike(spike) => load.busiest.map(|rate| rate * spike.factor),
            _ => load.usual,
        };
        let in_flight = underway::of(self);
        let open = self.open(&buffers, &breaking, in_flight.as_ref());
        Answer {
            at: what_if.at().cloned(),
            factor: match what_if {
                WhatIf::Spike(spike) => Some(spike.factor),
                WhatIf::Slow { factor, .. } => Some(*factor),
                _ => None,
            },
            lasts: self.lasts,
            lasts_by,
            in_bytes: load.in_bytes,
            usual: Figure::stated(load.usual),
            during: Figure::worked_out(during),
            promises: Listed::first(breaking.promises(&buffers)),
            readers: Listed::first(breaking.readers),
            replay: Listed::first(underway::replay(self, &buffers)),
            buffers: Listed::first(buffers),
            in_flight,
            open: Listed::first(open),
            ..Answer::empty(self.kind)
        }
    }
}

impl WhatIf {
    fn kind(&self) -> Kind {
        match self {
            Self::Spike(_) => Kind::Spike,
            Self::Outage { .. } => Kind::Outage,
            Self::Slow { .. } => Kind::Slow,
            Self::Deploy { .. } => Kind::Deploy,
            Self::HalfTheBill => Kind::HalfTheBill,
        }
    }
}

/// How long it lasts, and who says so: who asks, the box, the scope.
fn lasting(
    graph: &Graph<'_>,
    readings: &Readings,
    what_if: &WhatIf,
    at: Option<BoxSlot>,
) -> (Option<f64>, LastsBy) {
    let asked = match what_if {
        WhatIf::Spike(spike) => spike.lasts,
        WhatIf::Outage { lasts, .. } | WhatIf::Slow { lasts, .. } | WhatIf::Deploy { lasts, .. } => *lasts,
        WhatIf::HalfTheBill => None,
    };
    if asked.is_some() {
        return (asked, LastsBy::Asked);
    }
    let own = || {
        let slot = at?;
        recovery(
            &graph.get_box(slot).record.constraints,
            readings.of_box(slot),
            false,
        )
    };
    let of_the_scope = || {
        let (text, reading) = answered(graph, readings, Question::Failure)?;
        recovery(text, reading, true).or_else(|| recovery(text, reading, false))
    };
    let own = match what_if {
        WhatIf::Outage { .. } | WhatIf::Deploy { .. } => own(),
        _ => None,
    };
    let scope = match what_if {
        WhatIf::Outage { .. } if own.is_none() => of_the_scope(),
        _ => None,
    };
    match (own, scope) {
        (Some(own), _) => (Some(own), LastsBy::Box),
        (None, Some(scope)) => (Some(scope), LastsBy::Scope),
        (None, None) => (None, LastsBy::Nobody),
    }
}

fn blow(latency: &Latency, slot: BoxSlot, what_if: &WhatIf, lasts: Option<f64>) -> Blow {
    let (pace, longer) = match what_if {
        WhatIf::Slow { factor, .. } => (1.0 / factor, latency.own(slot).unwrap_or(0.0) * (factor - 1.0)),
        _ => (0.0, 0.0),
    };
    Blow {
        slot,
        hit: Hit { pace, lasts },
        longer: longer.max(0.0),
    }
}
