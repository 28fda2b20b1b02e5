//! NUM002: a budget with hops that take no share of it.


use super::num001_latency_budget_exceeded::promised;
use crate::blank;
use crate::context::Context;
use crate::findings::Findings;
use crate::phrase::{duration, names, verb};
use crate::rule::rule;

rule! {
    /// # Latency budget open
    ///
    /// ## What it looks at
    /// The same paths as `NUM001`, where the scope gives a latency: ingest, process, store and serve boxes on them that
    /// state no latency. One finding for the board, on the first such box, with all of them. Where none of
    /// them has any constraint, it follows from `CON001` and is folded under it. Edges may state a latency and need not.
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
    /// Give every hop a share of what the stated hops leave of the budget. The fix leaves a blank (`? ms`) on each hop
    /// without one; a blank is no share, so this rule goes on asking.
    ///
    /// ## Source
    /// Interview guide on latency budgets: quote the budget of every hop of a real-time pipeline.
    "NUM002" "latency-budget-open" Number Warning
    "a path under a latency promise has hops that state no latency"
    check
}

/// What stands for a latency that nobody has stated yet.
const BLANK: &str = "? ms";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = context.latency.budget() else {
        return;
    };
    let open = context.latency.open();
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
    let message = || format!(
        "The budget of {} is open: {} {} no latency, so the sum cannot close. Give each its share; {rest}.",
        promised(budget),
        names(context.graph, open),
        verb(open.len(), "states", "state"),
    );
    let place = context.at(analysis::Stop::Box(*first));
    let mut said = findings
        .say(place, message)
        .path(|| context.at_boxes(open))
        .fix(|| ("Leave a blank for each latency: ? ms", blank::each(context, open, BLANK)), false);
    for place in context.at_boxes(open) {
        said = said.follows("CON001", place);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["api"], "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 99.9 %\nK -> API"),
            (&["api"], "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API\nK -> API"),
            (&[], "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 99 ms\n[store] Log: 7 days\nK -> API\nK -> Log"),
            (&[], "[ingest] K: 100 ms\n[serve] API: 99.9 %\nK -> API"),
        ]);
    }
}
