//! FLO002: work that nobody picks up.

use board::{EdgeKind, Role};

use super::con001_missing_constraint::blank_for;
use crate::addition::Addition;
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::name;
use crate::rule::rule;
use crate::vacancy::Side;

rule! {
    /// # Dead end
    ///
    /// ## What it looks at
    /// Every process box that data reaches: whether a data edge leads on from it. Failure edges do not count, since
    /// what fails is not the result. Boxes without any edge are left to `FLO001`.
    ///
    /// ## Why an interviewer minds
    /// A result that is written nowhere and read by nobody need not be computed. Mostly the arrow to the store is
    /// missing, and with it the question of how the result is written.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// [serve] Decision API: p99 40 ms
    /// Kafka -> Scoring
    /// Scoring -> Decision API
    /// ```
    ///
    /// ## Fix
    /// Draw where the result goes. The fix places a store, without a name or a retention: `FLO009` and `CON001` go on
    /// asking.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: from the source to whoever consumes it.
    "FLO002" "dead-end" Flow Warning
    "a process whose result nothing reads"
    check
}

const STORE: Addition<'_> = Addition {
    role: Role::Store,
    label: "",
    constraints: blank_for(Role::Store),
    kind: EdgeKind::Data,
    owner: "",
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    for node in graph.boxes().filter(|node| node.record.role == Role::Process) {
        let fed = graph.incoming(node.slot, EdgeKind::Data).next().is_some();
        if fed && graph.outgoing(node.slot, EdgeKind::Data).next().is_none() {
            let message = || format!(
                "Nothing takes up what {} works out: data comes in and none leads on. Draw where its result is kept \
                 or served.",
                name(node),
            );
            let fix = || ("Place a store behind it, to be named", STORE.to(context, node, Side::Behind));
            findings.say(at_box(node), message).fix(fix, false);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["job"], "[ingest] K\n[process] Job\nK -> Job"),
            (&["job"], "[ingest] K\n[process] Job\n[store] DLQ\nK -> Job\nJob -failure-> DLQ"),
            (&[], "[ingest] K\n[process] Job\n[store] S\nK -> Job\nJob -> S"),
        ]);
    }
}
