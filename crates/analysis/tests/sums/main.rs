//! The sums on small boards, against figures worked out by hand and properties that hold on any board.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod boards;
mod keeping;
mod load;
mod numbers;
mod paths;
mod serving;
mod waiting;

use board::graph::{BoxSlot, Graph};
use board::{Board, BoxId};

fn sketch(text: &str) -> Board {
    board::sketch::read(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn slot(graph: &Graph<'_>, id: &str) -> BoxSlot {
    graph.slot(&BoxId::new(id).unwrap()).unwrap()
}

/// The ids of boxes, put together with spaces.
fn names(graph: &Graph<'_>, slots: &[BoxSlot]) -> String {
    let name = |slot: &BoxSlot| graph.get_box(*slot).id.to_string();
    slots.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn name(graph: &Graph<'_>, slot: Option<BoxSlot>) -> String {
    names(graph, slot.as_slice())
}

/// In thousandths, so that the last digit of a sum does not matter.
fn milli(number: f64) -> f64 {
    (number * 1e3).round() / 1e3
}
