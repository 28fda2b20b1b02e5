//! FLR009: nothing absorbs the spike.

use analysis::rate::capacity;
use board::graph::{BoxNode, EdgeLink};
use board::{EdgeKind, Question, Role};
use catalog::{Family, Mode};
use quantity::{Dimension, Guarantee, Qualifier};

use crate::addition::Addition;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;
use crate::trail::Trail;

/// What takes the spike without a buffer: the excess is refused, or the sender waits.
const YIELDS: &[Guarantee] = &[Guarantee::LoadShedding, Guarantee::Backpressure];

rule! {
    /// # Spike hits process
    ///
    /// ## What it looks at
    /// Boards whose volume answer states a spike: whether data gets from a source, or from an ingest box, to the first
    /// process without anything that holds it back. A log, a queue, a file or table store on the way does, and so does an
    /// ingest box that says how long it keeps, speaks of a buffer or a queue, or fetches at its own pace (files,
    /// database changes). A process that works every so often, states a rate that covers the spike, sheds load or slows
    /// its sender down is not hit. An ingest box that neither the catalogue nor its words know as one that holds counts
    /// as none.
    ///
    /// ## Why an interviewer minds
    /// The spike was asked for and answered; now it arrives. Without a buffer, whatever is slowest decides how much is
    /// lost, and it is lost on the best day of the year.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 20k ev/s average, 50k ev/s peak, 10x spike on holidays
    /// [source] Terminals
    /// [ingest] Collector: p99 20 ms
    /// [process] Scoring: p99 140 ms
    /// Terminals -> Collector
    /// Collector -> Scoring
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 20k ev/s average, 50k ev/s peak, 10x spike on holidays
    /// [source] Terminals
    /// [ingest] Kafka: 500k ev/s, p99 20 ms
    /// [process] Scoring: p99 140 ms
    /// Terminals -> Kafka
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Fix
    /// Put a log or a queue before the process, or say the rate that the process takes, or what it refuses. Where one
    /// arrow leads to the process, the fix places a buffer on it, without a name or a size: `FLO009` and `CON001` go on
    /// asking.
    ///
    /// ## Source
    /// Interview guide, round 3: volume is asked as average, peak and spike; Azure Architecture Center, "Queue-Based Load
    /// Leveling pattern".
    "FLR009" "spike-hits-process" Failure Warning
    "a spike is stated, and no buffer stands before the first process"
    check
}

const BUFFER: Addition<'_> = Addition {
    role: Role::Ingest,
    label: "",
    constraints: "buffers ? min",
    kind: EdgeKind::Data,
    owner: "",
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let spikes = context.readings.answer(Question::Volume).is_some_and(|answer| {
        let mut read = answer.quantities.iter();
        read.any(|quantity| quantity.qualifier == Some(Qualifier::Spike))
    });
    if !spikes {
        return;
    }
    let graph = context.graph;
    let is_entry = |node: &BoxNode<'_>| match node.record.role {
        Role::Source => true,
        Role::Ingest => graph.incoming(node.slot, EdgeKind::Data).next().is_none() && !holds(context, node),
        _ => false,
    };
    let passes = |link: &EdgeLink<'_>| {
        let from = graph.get_box(link.from);
        let passed = match from.record.role {
            Role::Source => true,
            Role::Ingest => !holds(context, from),
            _ => false,
        };
        passed && !context.edge_promises(link, YIELDS)
    };
    let trail = Trail::of(graph, &is_entry, &passes);
    for node in graph.boxes().filter(|node| is_hit(context, node)) {
        if !trail.arrives(node.slot) {
            continue;
        }
        let (_, path) = trail.way(node.slot);
        let message = || format!(
            "The scope states a spike, and it hits {} directly: nothing before it holds events back. Put a log or a \
             queue between, or say which rate it takes and what it refuses.",
            name(node),
        );
        let mut said = findings.say(at_box(node), message).path(|| path);
        if let Some(volume) = context.board.answered(Question::Volume) {
            said = said.evidence(|| format!("Volume: {}", volume.text.trim().trim_end_matches('.')));
        }
        said = said.follows("NUM003", Place::Box(node.id.clone()));
        let mut feeds = graph.incoming(node.slot, EdgeKind::Data);
        if let (Some(link), None) = (feeds.next(), feeds.next()) {
            said.fix(|| ("Place a buffer before it, to be named", BUFFER.within(context, link)), false);
        }
    }
}

fn holds(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let known = context.component(node.slot).is_some_and(|known| {
        known.replayable
            || matches!(known.family, Family::EventLog | Family::Capture | Family::ObjectStore | Family::TableFormat)
    });
    let keeps = |quantity: &quantity::Quantity| quantity.dimension == Dimension::Retention;
    known
        || context.reading(node.slot).quantities.iter().any(keeps)
        || context.box_promises(node, YIELDS)
        || context.box_mentions(node, &["buffer", "queue", "topic", "log ", "file", "batch", "polls", "pulls", "spool", "cdc"])
}

/// A process that takes events as they come and does not say that it can take them all.
fn is_hit(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let reading = context.reading(node.slot);
    let is_batch = reading.quantities.iter().any(|quantity| quantity.dimension == Dimension::Freshness)
        || context.component(node.slot).is_some_and(|known| known.mode == Some(Mode::Batch));
    node.record.role == Role::Process
        && !is_batch
        && !context.box_promises(node, YIELDS)
        && !takes_all(context, node)
}

fn takes_all(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let capacity = capacity(context.reading(node.slot), node.record.role);
    let covers = |takes: Option<f64>, comes: Option<f64>| match (takes, comes) {
        (Some(takes), Some(comes)) => takes >= comes * (1.0 - 1e-9),
        _ => false,
    };
    context.rates.flow(node.slot).is_some_and(|flow| {
        covers(capacity.events, flow.events) || covers(capacity.bytes, flow.bytes)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["p"], "scope volume: 1k ev/s, 10x spike\n[source] S\n[process] P: p99 20 ms\nS -> P"),
            (&["p"], "scope volume: 1k ev/s, 10x spike\n[ingest] Gate\n[process] P: 5k ev/s\n[process] Q\nGate -> P\nP -> Q"),
            (&[], "scope volume: 1k ev/s, 10x spike\n[ingest] Gate\n[process] P: 10k ev/s\nGate -> P"),
            (&[], "scope volume: 1k ev/s, 10x spike\n[ingest] Gate: buffers on disk\n[process] P\nGate -> P"),
            (&[], "scope volume: 1k ev/s, 10x spike\n[ingest] Gate\n[process] P: every 5 minutes\nGate -> P"),
            (&[], "scope volume: 1k ev/s, 10x spike\n[ingest] Gate\n[process] P: throttled\nGate -> P"),
            (&[], "scope volume: 1k ev/s\n[ingest] Gate\n[process] P\nGate -> P"),
            (&[], "scope volume: 1k ev/s, 10x spike\n[ingest] Gate: keep 7 days\n[process] P\nGate -> P"),
            (&[], "scope volume: 1k ev/s, 10x spike\n[ingest] Kafka\n[process] P\nKafka -> P"),
        ]);
    }
}
