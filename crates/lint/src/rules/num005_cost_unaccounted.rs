//! NUM005: a ceiling, and boxes that cost nothing.

use crate::blank;
use crate::context::Context;
use crate::findings::Findings;
use crate::phrase::{money, names, verb};
use crate::rule::rule;

rule! {
    /// # Cost unaccounted
    ///
    /// ## What it looks at
    /// Where the cost answer gives a ceiling: ingest, process, store and serve boxes that state no running cost, neither
    /// an amount nor a unit price. One finding for the board, on the first of them, with all of them.
    ///
    /// ## Why an interviewer minds
    /// A ceiling against which only half of the boxes are counted is not a ceiling. What was left out is asked for
    /// next, and is often the dearest.
    ///
    /// ## Bad board
    /// ```bad
    /// scope cost: ≤ $40k/month
    /// [ingest] Kafka: 500k ev/s, $9k/mo
    /// [process] Scoring: p99 140 ms
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope cost: ≤ $40k/month
    /// [ingest] Kafka: 500k ev/s, $9k/mo
    /// [process] Scoring: p99 140 ms, $14k/mo
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Fix
    /// Put a rough figure beside each box; an order of magnitude is enough to see which one matters.
    /// The fix leaves a blank on each, and this goes on asking.
    ///
    /// ## Source
    /// Interview guide on trade-offs: cost is quoted with a number; Databricks well-architected framework, cost
    /// optimisation: monitor and attribute cost.
    "NUM005" "cost-unaccounted" Number Info
    "a ceiling is given, and boxes carry no cost"
    check
}

const BLANK: &str = "cost ? a month";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let cost = &context.cost;
    let (Some(ceiling), Some(first)) = (cost.ceiling, cost.unstated.first()) else {
        return;
    };
    let currency = cost.currency.as_deref();
    let left = ceiling - cost.total();
    let rest = if left > 0.0 {
        format!("{} of it is left for them", money(left, currency))
    } else {
        "nothing of it is left for them".to_owned()
    };
    let message = || format!(
        "The ceiling of {} a month is not shared out: {} {} no cost. Put a rough figure beside each; {rest}.",
        money(ceiling, currency),
        names(context.graph, &cost.unstated),
        verb(cost.unstated.len(), "states", "state"),
    );
    let mut said = findings
        .say(context.at(analysis::Stop::Box(*first)), message)
        .path(|| context.at_boxes(&cost.unstated))
        .fix(|| (format!("Leave a blank for each: {BLANK}"), blank::each(context, &cost.unstated, BLANK)), false);
    for place in context.at_boxes(&cost.unstated) {
        said = said.follows("CON001", place);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["s"], "scope cost: ≤ $10k/month\n[ingest] K: $6k/mo\n[store] S: 7 days"),
            (&["s"], "scope cost: ≤ $10k/month\n[ingest] K: $16k/mo\n[store] S"),
            (&[], "scope cost: ≤ $10k/month\n[ingest] K: $6k/mo\n[store] S: $0.02 per GB\n[consumer] C"),
            (&[], "[ingest] K: 20 ms"),
        ]);
    }
}
