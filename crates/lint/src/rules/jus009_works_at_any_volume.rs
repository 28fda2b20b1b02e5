//! JUS009: the same boxes at a tenth of the load.

use board::Question;
use quantity::{Dimension, Quantity};

use super::con001_missing_constraint;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::quote;
use crate::rule::rule;


rule! {
    /// # Works at any volume
    ///
    /// ## What it looks at
    /// The constraints of ingest, process, store and serve boxes and of edges, once there are three such boxes: whether
    /// any of them holds a rate, a data rate, a size, or a number of partitions, shards, brokers or the like. Copies
    /// (`×3`) are there for failure and not for volume, and what a source sends is the load and not an answer to it.
    /// Where no box has any constraint, `CON001` says so first; where the volume that was asked for is never used,
    /// `SCO005` does.
    ///
    /// ## Why an interviewer minds
    /// A design that would look the same at a thousand events a second and at a million was not designed for either.
    /// The next question is what breaks first at ten times the load, and this board has no answer.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 50k ev/s peak, 10x spike
    /// [ingest] Kafka: p99 20 ms because volume
    /// [process] Flink: p99 60 ms
    /// [serve] Scorer: p99 80 ms
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 50k ev/s peak, 10x spike
    /// [ingest] Kafka: p99 20 ms, 500k ev/s because volume
    /// [process] Flink: p99 60 ms
    /// [serve] Scorer: p99 80 ms
    /// ```
    ///
    /// ## Fix
    /// Write on the boxes that carry the load how much they carry, and how many partitions that takes.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: the number that never enters the design; launch checklists of site
    /// reliability engineers ask first what happens at ten times the load.
    "JUS009" "works-at-any-volume" Justification Warning
    "no box carries a rate, a size, a partition count or another capacity"
    check
}

/// How many stages make a design that a volume can be asked of.
const STAGES: usize = 3;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let edges = context.graph.edges();
    let mut readings = context
        .stages()
        .map(|node| context.reading(node.slot))
        .chain(edges.map(|link| context.readings.of_edge(link.slot)));
    if context.stages().nth(STAGES - 1).is_none() || readings.any(|it| it.quantities.iter().any(is_capacity)) {
        return;
    }
    let message = || "No box carries a rate, a size or a number of partitions, so the board would look the same at a tenth \
                   of the load and at ten times as much. Write beside each box what it must carry.";
    let mut said = findings.say(Place::Board, message);
    if let Some(answer) = context.board.answered(Question::Volume) {
        said = said.evidence(|| format!("The volume is {}", quote(&answer.text)));
    }
    if context.stages().all(|node| con001_missing_constraint::speaks_of(context, node)) {
        for node in context.stages() {
            said = said.follows("CON001", at_box(node));
        }
    } else {
        said.follows("SCO005", Place::Answer(Question::Volume));
    }
}

fn is_capacity(quantity: &Quantity) -> bool {
    match quantity.dimension {
        Dimension::Rate | Dimension::DataRate | Dimension::Size => true,
        Dimension::Count => {
            let unit = quantity.unit.as_deref();
            unit.is_some_and(|unit| !unit.starts_with("replica") && !unit.starts_with("cop"))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[ingest] K: p99 20 ms, ×3\n[process] F: exactly-once\n[store] S: keep 90 days"),
            (&["board"], "[source] Till: 50k ev/s\n[ingest] K\n[process] F\n[store] S"),
            (&[], "[ingest] K: 64 partitions\n[process] F: exactly-once\n[store] S: keep 90 days"),
            (&[], "[ingest] K\n[process] F\n[store] S: 200 TB"),
            (&[], "[ingest] K\n[process] F\n[serve] API\nF -> API: 20 QPS"),
            (&[], "[ingest] K: p99 20 ms\n[store] S: keep 90 days"),
        ]);
    }
}
