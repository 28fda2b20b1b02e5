//! NUM002: a budget with hops that take no share of it.

use super::con001_missing_constraint;
use super::num001_latency_budget_exceeded::promised;
use crate::context::Context;
use crate::findings::Findings;
use crate::phrase::{duration, names, verb};
use crate::rule::rule;

rule! {
    /// # Latency budget open
    ///
    /// ## What it looks at
    /// The same paths as `NUM001`, where the scope gives a latency: ingest, process, store and serve boxes on them that
    /// state no latency. One finding for the board, on the first such box, with all of them. Boxes without any
    /// constraint are left to `CON001`. Edges may state a latency and need not.
    ///
    /// ## Why an interviewer minds
    /// A sum with a missing term is not below anything. The hop without a figure is the one that the interviewer will
    /// ask for, and mostly the one that breaks the budget.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Kafka: 500k ev/s
    /// [serve] API: p99 140 ms
    /// [consumer] Checkout
    /// Kafka -> API
    /// API -> Checkout
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Kafka: 500k ev/s, p99 20 ms
    /// [serve] API: p99 140 ms
    /// [consumer] Checkout
    /// Kafka -> API
    /// API -> Checkout
    /// ```
    ///
    /// ## Fix
    /// Give every hop its share, beginning with what is left over.
    ///
    /// ## Source
    /// Interview guide on latency budgets: quote the budget of every hop of a real-time pipeline.
    "NUM002" "latency-budget-open" Number Warning
    "a path under a latency promise has hops that state no latency"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let Some(budget) = context.latency.budget() else {
        return;
    };
    let mut open = context.latency.open().to_vec();
    open.retain(|slot| !con001_missing_constraint::speaks_of(context, context.graph.get_box(*slot)));
    let Some(first) = open.first() else { return };
    let worst = context
        .latency
        .ends()
        .iter()
        .map(|end| context.latency.total(*end))
        .fold(0.0, f64::max);
    let left = budget.seconds - worst;
    let rest = if left > 0.0 {
        format!("{} of it is left to share", duration(left))
    } else {
        "nothing of it is left to share".to_owned()
    };
    let message = format!(
        "The budget of {} is open: {} {} no latency, so the sum cannot close. Give each its share; {rest}.",
        promised(budget),
        names(context.graph, &open),
        verb(open.len(), "states", "state"),
    );
    let place = context.at(analysis::Stop::Box(*first));
    findings.say(place, message).path(context.at_boxes(&open));
}
