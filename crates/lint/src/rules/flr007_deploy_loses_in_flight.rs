//! FLR007: state that a deploy forgets.

use board::graph::BoxNode;
use board::Role;
use catalog::{Family, Mode};
use quantity::Guarantee;

use crate::blank;
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::mention::mentions;
use crate::phrase::name;
use crate::rule::rule;

/// How the words begin by which work holds on to earlier events.
const HOLDS: &[&str] = &[
    "state", "window", "aggregat", "session", "rolling", "sliding", "tumbling", "dedup", "running total", "join",
];

/// How the words begin that say that a process works through events as they come.
const STREAMS: &[&str] = &["stream", "event by event", "per event", "real time", "realtime", "micro batch", "microbatch"];

/// What carries state and events in flight over a restart.
const CARRIES_OVER: &[Guarantee] = &[Guarantee::Checkpoint, Guarantee::Drain, Guarantee::Backup];

rule! {
    /// # Deploy loses in-flight
    ///
    /// ## What it looks at
    /// Process boxes that stream and hold state: a streaming or micro-batch engine that the catalogue knows as
    /// stateful, or a box that says stream (or event by event) and speaks of windows, sessions, joins, aggregates,
    /// deduplication or state. A checkpoint, a savepoint, a snapshot or a drain has to be among its constraints or on
    /// an edge at it. A pipeline service that, by the catalogue, keeps its own checkpoints needs none. Batch jobs start
    /// over and are not judged. Where nothing at all is said of failure, it is folded under `FLR001`.
    ///
    /// ## Why an interviewer minds
    /// The most frequent failure is the one that the team causes itself, by deploying. Windows that live in memory
    /// begin empty after a deploy, and what was in flight is lost or counted twice.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Card windows (Flink): p99 140 ms, retry 5x with backoff
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Card windows (Flink): p99 140 ms, retry 5x with backoff, savepoint on deploy
    /// ```
    ///
    /// ## Fix
    /// Say how state outlives a deploy. The fix writes `savepoint on deploy`, which is the usual way; change it where the
    /// job drains instead.
    ///
    /// ## Source
    /// Interview guide on common mistakes: only the happy path is drawn; Apache Flink documentation, "Savepoints".
    "FLR007" "deploy-loses-in-flight" Failure Warning
    "stateful stream processing with no checkpoint, savepoint or drain"
    check
}

const SAVEPOINT: &str = "savepoint on deploy";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes().filter(|node| forgets(context, node)) {
        let message = || format!(
            "A deploy of {} loses what it holds: nothing says that state and events in flight outlive a restart. Say \
             checkpoint, savepoint or drain.",
            name(node),
        );
        findings
            .say(at_box(node), message)
            .follows("FLR001", at_box(node))
            .fix(|| (format!("Add {SAVEPOINT}"), blank::left(context, node, SAVEPOINT)), false);
    }
}

fn forgets(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    node.record.role == Role::Process && streams_with_state(context, node) && !carries_over(context, node)
}

fn streams_with_state(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let says = |stems| context.box_mentions(node, stems);
    match context.component(node.slot) {
        Some(known) => {
            let streams = known.family == Family::StreamEngine
                && matches!(known.mode, Some(Mode::Streaming | Mode::MicroBatch));
            streams && known.stateful
        }
        None => says(STREAMS) && says(HOLDS),
    }
}

fn carries_over(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let mut edges = context.graph.touching(node.slot);
    context.box_promises(node, CARRIES_OVER)
        || mentions(&node.record.because.text, &["checkpoint", "savepoint", "snapshot", "drain"])
        || edges.any(|link| mentions(&link.record.constraints, &["checkpoint", "savepoint", "drain"]))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["flink"], "[process] Flink: exactly-once"),
            (&["session-stream"], "[process] Session stream: p99 20 ms"),
            (&[], "[process] Flink: checkpoint every 10 s"),
            (&[], "[process] Event stream filter: p99 20 ms"),
            (&[], "[process] Session windows: hourly"),
            (&[], "[process] Session stream: drain on deploy"),
            (&[], "[process] Spark: hourly\n[store] Session stream"),
        ]);
    }
}
