//! FLR004: written twice.

use analysis::Stop;
use board::graph::{BoxNode, BoxSlot};
use sorted::Map;

use crate::blank;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::{Findings, Said};
use crate::phrase::{edge_name, name, names, opening_names};
use crate::promise::REPEATS;
use crate::repeats::{Repeats, keeps_repeats};
use crate::rule::rule;

rule! {
    /// # Retry without idempotency
    ///
    /// ## What it looks at
    /// Every store that events may reach twice, since a box or edge before it says at-least-once, retry or replay:
    /// whether anything from there on, or the store itself, or each of its readers says idempotent (upsert, merge),
    /// deduplicated, transactional or exactly-once. A component that the catalogue knows as exactly-once counts, and so
    /// does a write by key, which replaces the last. Raw copies (bronze, landing) may hold repeats and pass them on;
    /// dead letters are not judged, but what comes back from them is. That a log can be replayed for some time
    /// (`7-day replay`) is no repeat by itself. Where one box or edge may send twice to several stores, the first is
    /// named and the others are folded under it. Where the scope asks for exactly-once and `FLR005` names the hop, this
    /// is folded under it.
    ///
    /// ## Why an interviewer minds
    /// A retry is only safe where doing it twice changes nothing. Otherwise the recovery that saves the event books the
    /// payment again, and the totals are wrong after every bad day.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s, at-least-once
    /// [process] Totals: p99 140 ms
    /// [store] Ledger: keep 7 years
    /// Kafka -> Totals
    /// Totals -> Ledger
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s, at-least-once
    /// [process] Totals: p99 140 ms, dedupe on order id
    /// [store] Ledger: keep 7 years
    /// Kafka -> Totals
    /// Totals -> Ledger
    /// ```
    ///
    /// ## Fix
    /// Say what makes a repeat harmless, and on which key: an upsert, a deduplication window, a transaction. The fix
    /// writes `upsert by key` on each store; which key is yours to say.
    ///
    /// ## Source
    /// Interview guide on scale: idempotency in data processing beside retry mechanisms.
    "FLR004" "retry-without-idempotency" Failure Warning
    "events may reach a store twice, and nothing on the way makes a repeat harmless"
    check
}

const UPSERT: &str = "upsert by key";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let repeats = Repeats::of(context);
    let mut reached: Map<Place, (Stop, Vec<&BoxNode<'_>>)> = Map::new();
    for node in context.graph.boxes().filter(|node| keeps_repeats(context, node)) {
        if let Some(origin) = repeats.at(node.slot) {
            let stores = reached.get_or_insert_with(context.at(origin), || (origin, Vec::new()));
            stores.1.push(node);
        }
    }
    for (place, (origin, stores)) in reached.iter() {
        let Some((first, rest)) = stores.split_first() else {
            continue;
        };
        let slots: Vec<BoxSlot> = stores.iter().map(|node| node.slot).collect();
        speak(context, *origin, first, &slots, findings)
            .follows("FLR005", place.clone())
            .fix(
                || {
                    let upsert = blank::each(context, &slots, UPSERT);
                    (format!("Add {UPSERT} to {}", names(context.graph, &slots)), upsert)
                },
                false,
            );
        for node in rest {
            speak(context, *origin, node, &[node.slot], findings).follows(RULE.code, at_box(first));
        }
    }
}

fn speak<'f>(
    context: &Context<'_>,
    origin: Stop,
    node: &BoxNode<'_>,
    stores: &[BoxSlot],
    findings: &'f mut Findings<'_>,
) -> Said<'f> {
    let message = || format!(
        "{} may hold events twice: {} may send them again, and nothing on the way makes a repeat harmless. Write \
         with an upsert on a key, deduplicate, or write in a transaction.",
        opening_names(context.graph, stores),
        repeater(context, origin),
    );
    let path = || {
        let mut path = vec![context.at(origin), at_box(node)];
        path.dedup();
        path
    };
    findings
        .say(at_box(node), message)
        .path(path)
        .evidence(|| promise_of(context, origin))
}

/// The box or edge that sends again, within a sentence.
pub(super) fn repeater(context: &Context<'_>, origin: Stop) -> String {
    let graph = context.graph;
    match origin {
        Stop::Box(slot) => name(graph.get_box(slot)),
        Stop::Edge(slot) => format!("the edge from {}", edge_name(graph, graph.edge(slot))),
    }
}

/// What it says: `Kafka: at-least-once`.
pub(super) fn promise_of(context: &Context<'_>, origin: Stop) -> String {
    let (reading, text) = match origin {
        Stop::Box(slot) => (context.reading(slot), &context.graph.get_box(slot).record.constraints),
        Stop::Edge(slot) => (context.readings.of_edge(slot), &context.graph.edge(slot).record.constraints),
    };
    let is_repeat = |quantity: &&quantity::Quantity| quantity.guarantee().is_some_and(|it| REPEATS.contains(&it));
    let said = reading.quantities.iter().find(is_repeat);
    let words = said.map_or("", |quantity| quantity.span.of(text).trim());
    format!("On {}: {words}", repeater(context, origin))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["s"], "[process] Job: retry 3x with backoff\n[store] S\nJob -> S"),
            (&["s"], "[ingest] K\n[process] Job\n[store] S\nK -> Job: at-least-once\nJob -> S"),
            (&["s"], "[store] DLQ\n[store] S\n[serve] API\nDLQ -failure-> S: replay after the fix\nS -> API"),
            (&["gold"], "[ingest] K: at-least-once\n[store] Bronze\n[process] P\n[store] Gold\nK -> Bronze\nBronze -> P\nP -> Gold"),
            (&["s"], "[process] A: retry\n[process] B\n[store] S\nA -> B\nB -> A\nB -> S"),
            (&["s"], "[ingest] K: at-least-once\n[store] S\n[process] P: dedupe on id\n[serve] API\nK -> S\nS -> P\nS -> API"),
            (&[], "[ingest] K: at-least-once\n[store] S\n[process] P: dedupe on id\nK -> S\nS -> P"),
            (&[], "[process] Job: retry 3x\n[store] S\nJob -> S: idempotent"),
            (&[], "[process] Job: retry 3x\n[store] S: upserts\nJob -> S"),
            (&[], "[process] Job: retry 3x\n[store] Redis\nJob -> Redis"),
            (&[], "[ingest] K: 7-day replay\n[store] S\nK -> S"),
            (&[], "[process] Job\n[store] DLQ\nJob -failure-> DLQ: retry 3x"),
        ]);
    }
}
