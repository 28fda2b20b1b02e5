//! FLR012: the retry stands in the queue before everybody else.

use board::graph::{BoxNode, EdgeLink};
use board::{EdgeKind, Question, Role};
use quantity::Guarantee;

use crate::context::{Context, at_box, at_edge};
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;

/// What keeps returned events from crowding out new ones.
const APART: &[Guarantee] = &[Guarantee::Isolation, Guarantee::LoadShedding, Guarantee::Backpressure];

rule! {
    /// # Retries block the main path
    ///
    /// ## What it looks at
    /// Boards whose scope asks for latency or freshness: failure edges from a process or serve box back into an ingest
    /// box on whose data somebody waits (a serve box or a consumer is reached from it). An edge that is throttled, or
    /// has a queue of its own by its words, is fine; so is what comes back from a dead letter, since that is done on
    /// purpose and after a repair. A queue that is named for it (`Retry topic`) is what is asked for.
    ///
    /// ## Why an interviewer minds
    /// When the neighbour is down, everything fails and everything comes back, into the queue in which fresh events wait.
    /// The SLA breaks for those that would have succeeded.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms
    /// [ingest] Kafka: 500k ev/s, p99 20 ms
    /// [process] Scoring: p99 140 ms
    /// [serve] Decision API: p99 40 ms
    /// Kafka -> Scoring
    /// Scoring -> Decision API
    /// Scoring -failure-> Kafka: retry 5x with backoff @Risk
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms
    /// [ingest] Kafka: 500k ev/s, p99 20 ms
    /// [process] Scoring: p99 140 ms
    /// [ingest] Retry topic: 10k ev/s
    /// [serve] Decision API: p99 40 ms
    /// Kafka -> Scoring
    /// Scoring -> Decision API
    /// Scoring -failure-> Retry topic: retry 5x with backoff @Risk
    /// ```
    ///
    /// ## Fix
    /// Let retries wait in a queue of their own, with their own workers, or throttle what re-enters and say so on the
    /// edge.
    ///
    /// ## Source
    /// Interview guide, round 3: failed work is routed to a lane of its own, so that the main path keeps its promise.
    "FLR012" "retries-block-the-main-path" Failure Warning
    "a failure edge re-enters the queue that the SLA path runs through"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let under_sla = context.is_answered(Question::Latency) || context.is_answered(Question::Freshness);
    if !under_sla {
        return;
    }
    let graph = context.graph;
    let ends = |node: &BoxNode<'_>| matches!(node.record.role, Role::Serve | Role::Consumer);
    let awaited = super::reaching(graph, EdgeKind::Data, ends);
    for link in graph.edges().filter(|link| re_enters(context, link)) {
        if awaited.get(link.to.index()) != Some(&true) {
            continue;
        }
        let (from, queue) = (graph.get_box(link.from), graph.get_box(link.to));
        let message = || format!(
            "What fails in {} goes back into {}, where fresh events wait: on a bad day the retries hold those up, \
             and with them what was promised. Give retries a queue of their own, or throttle them.",
            name(from),
            name(queue),
        );
        let path = || vec![at_box(from), at_edge(link), at_box(queue)];
        findings.say(at_edge(link), message).path(path);
    }
}

fn re_enters(context: &Context<'_>, link: &EdgeLink<'_>) -> bool {
    let (from, queue) = (context.graph.get_box(link.from), context.graph.get_box(link.to));
    link.record.kind == EdgeKind::Failure
        && queue.record.role == Role::Ingest
        && matches!(from.record.role, Role::Process | Role::Serve)
        && !context.is_aside(queue)
        && !context.edge_promises(link, APART)
        && !context.box_promises(queue, &[Guarantee::Isolation])
        && !context.box_mentions(queue, &["retry", "retries", "delay"])
}


#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e3"], "scope freshness: 5 s\n[ingest] K\n[process] P\n[consumer] C\nK -> P\nP -> C\nP -failure-> K"),
            (&[], "scope freshness: 5 s\n[ingest] K\n[process] P\n[consumer] C\nK -> P\nP -> C\nP -failure-> K: throttled"),
            (&[], "scope freshness: 5 s\n[ingest] K\n[ingest] Retry topic\n[process] P\n[consumer] C\nK -> P\nP -> C\nP -failure-> Retry topic\nRetry topic -> P"),
            (&[], "scope freshness: 5 s\n[ingest] K\n[process] P\n[store] S\nK -> P\nP -> S\nP -failure-> K"),
            (&[], "scope freshness: 5 s\n[ingest] K\n[store] DLQ\n[consumer] C\nK -> C\nK -failure-> DLQ\nDLQ -failure-> K"),
            (&[], "[ingest] K\n[process] P\n[consumer] C\nK -> P\nP -> C\nP -failure-> K"),
        ]);
    }
}
