//! FLR013: a caller that waits for ever.

use board::graph::{BoxNode, EdgeLink};
use board::{EdgeKind, EdgeRecord, Question, RecordId, Role};
use quantity::{Dimension, Guarantee, Quantity};

use crate::blank;
use crate::context::{Context, at_box, at_edge};
use crate::findings::Findings;
use crate::mention::mentions;
use crate::phrase::name;
use crate::rule::rule;

/// How the words begin by which an edge is known as a call.
const CALLS: &[&str] = &[
    "synchronous", "sync call", "sync write", "sync read", "rpc", "grpc", "http", "rest call", "api call", "blocking", "invoke", "lookup", "look up", "inline",
];

/// What a caller may do when the time is up.
const THEN: &[Guarantee] = &[
    Guarantee::Fallback,
    Guarantee::Degraded,
    Guarantee::CircuitBreaker,
    Guarantee::Failover,
    Guarantee::Retry,
    Guarantee::DeadLetter,
];

/// A promise below which somebody waits while the answer is made, in seconds.
const INLINE: f64 = 1.0;

rule! {
    /// # Call without timeout
    ///
    /// ## What it looks at
    /// Data edges that are calls: an edge into a serve or store box that says so (synchronous, RPC, HTTP, API call,
    /// lookup, inline), and, where the scope promises an answer within a second, the edges by which a serve box that
    /// answers within a second reads a store or another serve box. An edge that says asynchronous is no call. A timeout
    /// has to stand on the edge or beside one of its ends, together with what happens when it runs out: a fallback, a
    /// default, a retry, a breaker, or `timeout 50 ms then rules`.
    ///
    /// ## Why an interviewer minds
    /// A neighbour that is slow is worse than one that is down: without a timeout, every caller waits, threads run out,
    /// and one slow store takes the whole path along.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Scoring: p99 140 ms
    /// [serve] Model: p99 40 ms
    /// Scoring -> Model "gRPC call": p99 5 ms @Risk
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring: p99 140 ms
    /// [serve] Model: p99 40 ms
    /// Scoring -> Model "gRPC call": p99 5 ms, timeout 50 ms then rules @Risk
    /// ```
    ///
    /// ## Fix
    /// Write the timeout beside the edge, and what the caller does then. Both are decisions that are yours: the fix
    /// leaves a blank for each, and this goes on asking.
    ///
    /// ## Source
    /// Interview guide on resilience: circuit breakers prevent cascading failures; Amazon Builders' Library, "Timeouts,
    /// retries, and backoff with jitter".
    "FLR013" "call-without-timeout" Failure Warning
    "a call into a serve or store box with no timeout, or no word on what the caller does then"
    check
}

const BLANK: &str = "timeout ? ms, then ?";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let waits_inline = context.latency.budget().is_some_and(|budget| budget.seconds <= INLINE)
        && context.is_answered(Question::Latency);
    for link in context.graph.edges() {
        let is_call = is_named_call(context, link) || (waits_inline && is_lookup(context, link));
        if !is_call {
            continue;
        }
        let (times_out, goes_on) = (times_out(context, link), goes_on(context, link));
        if times_out && goes_on {
            continue;
        }
        let (caller, called) = ends(context, link);
        let message = || if !times_out {
            format!(
                "The call from {} to {} has no timeout: when {} is slow, calls wait and pile up. Say after how long the \
                 caller gives up, and what it does then.",
                name(caller),
                name(called),
                name(called),
            )
        } else {
            format!(
                "The call from {} to {} times out, and nothing says what the caller does then. Name the fallback, the retry \
                 or the refusal.",
                name(caller),
                name(called),
            )
        };
        let path = || {
            let [from, to] = [link.from, link.to].map(|slot| at_box(context.graph.get_box(slot)));
            vec![from, at_edge(link), to]
        };
        let said = findings.say(at_edge(link), message).path(path);
        let text = &link.record.constraints;
        if !times_out && !blank::is_in(text) {
            let edit = || {
                let record = EdgeRecord {
                    constraints: blank::behind(text, BLANK),
                    ..EdgeRecord::clone(link.record)
                };
                context.put(RecordId::Edge(link.id.clone()), record)
            };
            said.fix(|| (format!("Leave a blank for both: {BLANK}"), edit()), false);
        }
    }
}

/// Who calls and who is called: what is read from a store comes along the arrow, the call goes against it.
fn ends<'g, 'b>(context: &'g Context<'b>, link: &EdgeLink<'_>) -> (&'g BoxNode<'b>, &'g BoxNode<'b>) {
    let (from, to) = (context.graph.get_box(link.from), context.graph.get_box(link.to));
    if from.record.role == Role::Store && to.record.role != Role::Store {
        (to, from)
    } else {
        (from, to)
    }
}

fn is_named_call(context: &Context<'_>, link: &EdgeLink<'_>) -> bool {
    let record = link.record;
    let to = context.graph.get_box(link.to).record.role;
    let from = context.graph.get_box(link.from).record.role;
    record.kind == EdgeKind::Data
        && matches!(to, Role::Serve | Role::Store)
        && from != Role::Source
        && (mentions(&record.label, CALLS) || mentions(&record.constraints, CALLS))
}

/// A serve box that answers within a second, and reads this while it does.
fn is_lookup(context: &Context<'_>, link: &EdgeLink<'_>) -> bool {
    let (from, to) = (context.graph.get_box(link.from), context.graph.get_box(link.to));
    let is_quick = |quantity: &Quantity| {
        quantity.dimension == Dimension::Latency && quantity.number().is_some_and(|seconds| seconds < INLINE)
    };
    link.record.kind == EdgeKind::Data
        && to.record.role == Role::Serve
        && matches!(from.record.role, Role::Store | Role::Serve)
        && context.reading(to.slot).quantities.iter().any(is_quick)
        && !context.edge_mentions(link, &["async"])
}

fn times_out(context: &Context<'_>, link: &EdgeLink<'_>) -> bool {
    const TIMEOUT: &[Guarantee] = &[Guarantee::Timeout];
    (context.edge_promises(link, TIMEOUT) && !blank::is_in(&link.record.constraints))
        || [link.from, link.to]
            .into_iter()
            .any(|slot| context.box_promises(context.graph.get_box(slot), TIMEOUT))
}

fn goes_on(context: &Context<'_>, link: &EdgeLink<'_>) -> bool {
    let words = ["then ", "else ", "or ", "default", "fall"];
    context.edge_promises(link, THEN)
        || mentions(&link.record.constraints, &words)
        || [link.from, link.to].into_iter().any(|slot| {
            let node = context.graph.get_box(slot);
            context.box_promises(node, THEN) || mentions(&node.record.constraints, &["then "])
        })
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "scope latency: 300 ms\n[store] S\n[serve] API: p99 20 ms\nS -> API"),
            (&["e1"], "[process] P\n[store] S\nP -> S \"sync write\": timeout 20 ms"),
            (&[], "scope latency: 300 ms\n[store] S\n[serve] API: p99 20 ms, timeout 50 ms, fallback to rules\nS -> API"),
            (&[], "scope latency: 60 s\n[store] S\n[serve] API: p99 20 ms\nS -> API"),
            (&[], "scope latency: 300 ms\n[process] P\n[store] S\nP -> S"),
            (&[], "[process] P\n[store] S\nP -> S \"asynchronous write\""),
        ]);
    }
}
