//! A whole small board in text, for rule pages, tests and pasting.
//!
//! ```text
//! title: Fraud detection
//! track: data-engineer
//! scope volume: 50k ev/s at peak
//! scope latency assumed: p99 ≤ 300 ms
//! scope cost open:
//! [ingest] Kafka: 500k ev/s @Payments because volume - holiday spike not Auto Loader (minutes)
//! scoring = [process] Scoring service: p99 180 ms
//! Kafka -> scoring "card events": p99 5 ms @Payments -> Risk because latency
//! scoring -failure-> Kafka: retry 5x @Risk
//! scoring -control-> Kafka
//! summary: Block fraud within 300 ms.
//! mvp: block cards that were reported stolen
//! risk: a broker is gone for an hour
//! mitigation: two more in other zones, rehearsed each quarter
//! tradeoff: streaming
//! over: a nightly batch
//! cost: $6k/mo more
//! impact: fraud loss from 0.12 % to 0.05 %
//! left-out: training of the model
//! allow FLR010 on kafka until 2026-12-31: three brokers behind one box
//! # a comment
//! ```
//!
//! Boxes are lines of the [one-line notation](crate::line) with their role. Ids are made from labels, edges are `e1`,
//! `e2`, …, unless `id = ` says otherwise; the ends of an edge are ids or labels, and may be named before their box.
//! Boxes are placed in columns by how far they lie along the data. Notes, frames, strokes, sizes, chosen components, `x-` fields, pins
//! and marks have no notation.

mod arrow;
mod columns;
mod reading;
mod wrap_up;
mod writing;

use thiserror::Error;

pub use reading::read;
pub use writing::write;

/// Why a text is not a sketch.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {what}; {remedy}")]
pub struct SketchError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}
