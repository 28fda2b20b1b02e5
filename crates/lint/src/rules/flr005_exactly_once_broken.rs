//! FLR005: once was asked for, and more or less than once is what comes.

use std::collections::BTreeMap;

use analysis::Stop;
use board::graph::{BoxNode, BoxSlot};
use board::{EdgeKind, Question, Role};
use quantity::{Dimension, Guarantee};

use super::flr004_retry_without_idempotency::{promise_of, repeater};
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{name, names, verb};
use crate::promise::promises;
use crate::repeats::{Repeats, cures, keeps_repeats};
use crate::rule::rule;

rule! {
    /// # Exactly-once broken
    ///
    /// ## What it looks at
    /// Boards whose failure or consistency answer asks for exactly-once: whether a box or data edge says something
    /// weaker. At-least-once, retries and replays are fine where something behind them is idempotent, deduplicates, is
    /// transactional or exactly-once before the event reaches a store, a serve box or a consumer; at-most-once cannot
    /// be mended further on. One finding for each hop that breaks it.
    ///
    /// Where nothing breaks it and ingest or process boxes say nothing of delivery, neither beside them nor on their
    /// data edges, it cannot tell, and says which they are.
    ///
    /// ## Why an interviewer minds
    /// Exactly-once is a property of the whole path. It holds as well as its weakest hop, and the candidate who asked
    /// for it is expected to know which hop that is.
    ///
    /// ## Bad board
    /// ```bad
    /// scope failure: exactly-once, RTO 15 min
    /// [ingest] Kafka: 500k ev/s, at-least-once
    /// [process] Totals: p99 140 ms, checkpoint every 10 s
    /// [serve] Balance API: p99 50 ms
    /// Kafka -> Totals
    /// Totals -> Balance API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope failure: exactly-once, RTO 15 min
    /// [ingest] Kafka: 500k ev/s, at-least-once
    /// [process] Totals: p99 140 ms, checkpoint every 10 s, dedupe on payment id
    /// [serve] Balance API: p99 50 ms
    /// Kafka -> Totals
    /// Totals -> Balance API
    /// ```
    ///
    /// ## Fix
    /// Make what stands behind the weak hop idempotent, or ask whether at-least-once would do. Where the hop is
    /// at-most-once, acknowledge and retry there first. Where it cannot tell, write beside each box named how it
    /// delivers.
    ///
    /// ## Source
    /// Interview guide, round 3: exactly-once is one of the questions on failure; interview guide on common mistakes: how
    /// exactly-once processing is ensured.
    "FLR005" "exactly-once-broken" Failure Error
    "the scope asks for exactly-once, and a hop is weaker with nothing idempotent behind it"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(question) = asked_by(context) else {
        return;
    };
    let mut is_broken = false;
    for lossy in at_most_once(context) {
        is_broken = true;
        let message = || format!(
            "The scope asks for exactly-once, but {} delivers at most once: what is lost there is gone. Acknowledge \
             and retry there, and deduplicate behind.",
            repeater(context, lossy),
        );
        findings.say(context.at(lossy), message);
    }
    let repeats = Repeats::of(context);
    let mut said = BTreeMap::new();
    for node in context.graph.boxes().filter(|node| ends_uncured(context, node)) {
        if let Some(origin) = repeats.at(node.slot) {
            let first = said.entry(context.at(origin)).or_insert((origin, node.slot));
            if *node.id < *context.graph.get_box(first.1).id {
                first.1 = node.slot;
            }
        }
    }
    for (place, (origin, end)) in &said {
        speak(context, *origin, *end, place.clone(), findings);
    }
    let silent = silent(context);
    if !is_broken && said.is_empty() && !silent.is_empty() {
        let message = || format!(
            "Cannot tell whether exactly-once holds: {} {} nothing of delivery.",
            names(context.graph, &silent),
            verb(silent.len(), "says", "say"),
        );
        let path = context.at_boxes(&silent);
        let causes = path.iter().map(|place| ("CON001", place.clone())).collect();
        findings.cannot_tell_for(Place::Answer(question), message, || path, causes);
    }
}

fn speak(context: &Context<'_>, origin: Stop, end: BoxSlot, place: Place, findings: &mut Findings<'_>) {
    let end = context.graph.get_box(end);
    let message = || format!(
        "The scope asks for exactly-once, but {} may send an event again, and nothing up to {} makes a repeat \
         harmless. Deduplicate behind it, or write idempotently.",
        repeater(context, origin),
        name(end),
    );
    let path = || vec![context.at(origin), at_box(end)];
    findings
        .say(place, message)
        .path(path)
        .evidence(|| promise_of(context, origin))
        .clears(|| format!("An idempotent or deduplicating step before {} would pass", name(end)));
}

fn asked_by(context: &Context<'_>) -> Option<Question> {
    let asks = |question: &Question| {
        context
            .readings
            .answer(*question)
            .is_some_and(|answer| promises(answer, &[Guarantee::ExactlyOnce]))
    };
    [Question::Failure, Question::Consistency].into_iter().find(asks)
}

/// Repeats that arrive there stay, or are seen by somebody.
fn ends_uncured(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    match node.record.role {
        Role::Serve => !cures(context, node),
        Role::Consumer => true,
        _ => keeps_repeats(context, node),
    }
}

fn at_most_once<'g>(context: &'g Context<'_>) -> impl Iterator<Item = Stop> + 'g {
    const LOSSY: &[Guarantee] = &[Guarantee::AtMostOnce];
    let boxes = context.stages().filter(|node| context.box_promises(node, LOSSY));
    let boxes = boxes.map(|node| Stop::Box(node.slot));
    let edges = context.graph.edges().filter(|link| {
        link.record.kind == EdgeKind::Data && context.edge_promises(link, LOSSY)
    });
    boxes.chain(edges.map(|link| Stop::Edge(link.slot)))
}

/// The ingest and process boxes about whose delivery nothing is known.
fn silent(context: &Context<'_>) -> Vec<BoxSlot> {
    let graph = context.graph;
    let says = |reading: &quantity::Reading| {
        let mut read = reading.quantities.iter();
        read.any(|quantity| quantity.dimension == Dimension::Delivery)
    };
    let is_silent = |node: &&BoxNode<'_>| {
        let mut edges = graph
            .incoming(node.slot, EdgeKind::Data)
            .chain(graph.outgoing(node.slot, EdgeKind::Data));
        matches!(node.record.role, Role::Ingest | Role::Process)
            && !says(context.reading(node.slot))
            && !cures(context, node)
            && !edges.any(|link| says(context.readings.of_edge(link.slot)))
    };
    graph.boxes().filter(is_silent).map(|node| node.slot).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "scope failure: exactly once\n[ingest] K\n[process] Job: dedupe\n[store] S\nJob -> S: at-least-once"),
            (&["k"], "scope consistency: exactly once\n[ingest] K: at-most-once\n[process] Job: dedupe\nK -> Job"),
            (&["k"], "scope failure: exactly once\n[ingest] K: retry 3x\n[consumer] A\n[consumer] B\nK -> A\nK -> B"),
            (&["?failure"], "scope failure: exactly once\n[ingest] K\n[process] Job: idempotent\nK -> Job"),
            (&[], "scope failure: exactly once\n[ingest] K\n[process] Job: idempotent\n[store] S\nK -> Job: at-least-once\nJob -> S"),
            (&[], "scope failure: at least once\n[ingest] K: at-least-once\n[consumer] A\nK -> A"),
            (&[], "[ingest] K: at-least-once\n[consumer] A\nK -> A"),
        ]);
    }
}
