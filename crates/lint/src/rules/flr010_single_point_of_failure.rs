//! FLR010: one box fails, and somebody gets nothing.

use analysis::Stop;
use analysis::availability::replicas;
use board::Question;
use board::graph::{BoxNode, BoxSlot};
use catalog::Redundancy;
use quantity::{Dimension, Guarantee};

use crate::blank;
use crate::context::Context;
use crate::findings::Findings;
use crate::phrase::{names, verb};
use crate::rule::rule;

/// Words that say that more than one stands ready.
const STAND_INS: [&str; 14] = [
    "managed", "serverless", "multi az", "multi region", "multi zone", "redundan", "replica", "standby", "failover",
    "autoscal", "active active", "per host", "each host", "every host", 
];

rule! {
    /// # Single point of failure
    ///
    /// ## What it looks at
    /// Where the availability question is answered: ingest, process, store and serve boxes that every path from an
    /// entry to whoever waits passes, and beside which nothing says what stands in for them: no replicas, brokers,
    /// nodes or zones (two or more), no failover, no stated availability, no word such as `managed`, `multi-AZ`,
    /// `standby` or `one per host`, and no product of the catalogue that its vendor keeps in copies. What is only as
    /// available as something else, such as a table format, is not judged. Of two alternatives side by side neither is
    /// such a point, and neither are boxes on a cycle.
    ///
    /// One finding for the board, on the first such box, with all of them. Whoever waits are those that the answer names,
    /// as in `NUM007`. Where no box among them has any constraint, it follows from `CON001` and is folded under it.
    ///
    /// ## Why an interviewer minds
    /// "What happens when this one dies?" is asked of every box in the middle. Where the answer is that everybody waits, the
    /// promised availability was never designed.
    ///
    /// ## Bad board
    /// ```bad
    /// scope availability: 99.9 %
    /// [ingest] Intake: 500k ev/s, 99.95 %
    /// [process] Scoring: p99 140 ms
    /// [serve] API: p99 40 ms, ×3 replicas
    /// Intake -> Scoring
    /// Scoring -> API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope availability: 99.9 %
    /// [ingest] Intake: 500k ev/s, 99.95 %
    /// [process] Scoring: p99 140 ms, ×4 replicas, failover within 10 s
    /// [serve] API: p99 40 ms, ×3 replicas
    /// Intake -> Scoring
    /// Scoring -> API
    /// ```
    ///
    /// ## Fix
    /// Say how many there are and what takes over, or draw the second path. The fix leaves a blank for how many, and
    /// this goes on asking.
    ///
    /// ## Source
    /// Interview guide on scale: redundancy and failover are part of the design; Azure well-architected framework, RE:05;
    /// Databricks well-architected framework, reliability: design for failure.
    "FLR010" "single-point-of-failure" Failure Warning
    "one box stands between the sources and a consumer, and nothing stands in for it"
    check
}

const BLANK: &str = "? copies";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.is_answered(Question::Availability) {
        return;
    }
    let structure = context.structure();
    let mut single = structure.needed(context.availability().ends());
    single.retain(|slot| is_alone(context, context.graph.get_box(*slot)));
    let Some(first) = single.first() else { return };
    let mut losers = structure.losers(*first);
    if losers.is_empty() {
        losers.push(*first);
    }
    let message = || format!(
        "Nothing stands in for {}: when {} fails, {} {} nothing, and availability was asked for. Say how many there are and \
         what takes over, or draw a second path.",
        names(context.graph, &single),
        verb(single.len(), "it", "one of them"),
        whom(context, &losers, *first),
        verb(losers.len(), "gets", "get"),
    );
    let place = context.at(Stop::Box(*first));
    let mut said = findings
        .say(place, message)
        .path(|| context.at_boxes(&single))
        .fix(|| (format!("Leave a blank for each: {BLANK}"), blank::each(context, &single, BLANK)), false);
    for place in context.at_boxes(&single) {
        said = said.follows("CON001", place);
    }
}

fn whom(context: &Context<'_>, losers: &[BoxSlot], first: BoxSlot) -> String {
    if losers == [first] {
        return "whoever reads from it".to_owned();
    }
    names(context.graph, losers)
}

/// A stage beside which nothing says what stands in for it.
fn is_alone(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let reading = context.reading(node.slot);
    let is_said = reading.quantities.iter().any(|quantity| {
        quantity.dimension == Dimension::Availability || quantity.guarantee() == Some(Guarantee::Failover)
    });
    let redundancy = context.component(node.slot).map(|component| component.redundancy);
    node.record.role.is_stage()
        && !is_said
        && replicas(reading) < 2.0
        && !matches!(redundancy, Some(Redundancy::Managed | Redundancy::Inherited))
        && !context.box_mentions(node, &STAND_INS)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["p"], "scope availability: 99.9 %\n[ingest] K: ×3\n[process] P: 20 ms\n[serve] API: 99.9 %\nK -> P\nP -> API"),
            (&["api"], "scope availability: 99.9 %\n[ingest] K: ×3\n[serve] API: 20 ms\n[consumer] C\nK -> API\nAPI -> C"),
            (&[], "scope availability: 99.9 %\n[ingest] K: 3 brokers\n[process] A: 20 ms\n[process] B: 20 ms\n[serve] API: failover in 10 s\nK -> A\nK -> B\nA -> API\nB -> API"),
            (&[], "scope availability: 99.9 % for alerts\n[ingest] K: ×3\n[serve] Alerts: managed\n[serve] BI: 20 ms\nK -> Alerts\nK -> BI"),
            (&[], "[ingest] K: 20 ms\n[serve] API: 20 ms\nK -> API"),
        ]);
    }
}
