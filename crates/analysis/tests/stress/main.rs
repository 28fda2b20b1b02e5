//! The stress run against closed forms, a simulation of single events, and properties that hold on any board.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod boards;
mod closed_forms;
mod properties;
mod simulation;

use analysis::stress::{Answer, Spike, StressError, WhatIf};
use board::{Board, BoxId};

fn sketch(text: &str) -> Board {
    board::sketch::read(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn id(id: &str) -> BoxId {
    BoxId::new(id).unwrap()
}

fn spike(factor: f64, lasts: impl Into<Option<f64>>) -> WhatIf {
    let lasts = lasts.into();
    WhatIf::Spike(Spike { factor, lasts })
}

fn outage(at: &str, lasts: impl Into<Option<f64>>) -> WhatIf {
    let (at, lasts) = (id(at), lasts.into());
    WhatIf::Outage { at, lasts }
}

fn ask(text: &str, what_if: &WhatIf) -> Result<Answer, StressError> {
    Answer::of(&sketch(text), what_if)
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}
