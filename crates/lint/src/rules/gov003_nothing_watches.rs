//! GOV003: a system that nobody would see fail.

use board::{Edit, Role};

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::command;
use crate::rule::rule;
use crate::watching::Watcher;

/// How people write that somebody looks.
const WATCHING: &[&str] = &[
    "alert", "alarm", "monitor", "observ", "page on call", "pages", "pager", "on call", "slo ", "slos", "metrics",
    "canary", "heartbeat", "lag check", "watch", "telemetry", "prometheus", "grafana", "datadog", "cloudwatch",
];
/// From how many stages on a design is more than a beginning.
const A_DESIGN: usize = 3;

rule! {
    /// # Nothing watches
    ///
    /// ## What it looks at
    /// Boards of three stages or more: whether an observe box stands on them, or any box or edge says that somebody is
    /// alerted or paged, or that something is measured.
    ///
    /// ## Why an interviewer minds
    /// The lag grows for six hours, and who finds out? If it is the customer, the design is not finished.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// [serve] Decision API: p99 40 ms
    /// Kafka -> Scoring
    /// Scoring -> Decision API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s
    /// [process] Scoring: p99 140 ms
    /// [serve] Decision API: p99 40 ms
    /// [observe] Lag and latency: page on-call at p99 > 250 ms
    /// Kafka -> Scoring
    /// Scoring -> Decision API
    /// ```
    ///
    /// ## Fix
    /// Place one observe box, say which two or three numbers it watches, at which figure it wakes somebody, and whom.
    /// The fix places one at the last stage, without a name or a figure: `FLO009` and `GOV004` go on asking.
    ///
    /// ## Source
    /// Google SRE book, launch checklist: monitoring and alerting before launch. Databricks Well-Architected Lakehouse,
    /// operational excellence.
    "GOV003" "nothing-watches" Governance Warning
    "no observe box, and nothing on the board says that anybody is alerted"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let watches = || context.graph.boxes().any(|node| node.record.role == Role::Observe);
    if context.stages().count() < A_DESIGN || watches() || context.board_mentions(WATCHING) {
        return;
    }
    let message = || "Nobody watches this design: when it falls behind, the customer is the first to know. Place an \
                   observe box with the numbers that it watches, and who is woken at which figure.";
    let said = findings.say(Place::Board, message);
    if let Some(last) = context.stages().last() {
        let fix = || {
            let mut edit = Edit::new();
            let done = Watcher::of(context).watch(&mut edit, context, &[last]);
            (command(&done), edit)
        };
        said.fix(fix, false);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[ingest] K\n[process] P\n[store] S"),
            (&[], "[ingest] K\n[process] P\n[store] S\n[observe] Prometheus"),
            (&[], "[ingest] K\n[process] P: alert at 5 min of lag\n[store] S"),
            (&[], "[ingest] K\n[process] P"),
        ]);
    }
}
