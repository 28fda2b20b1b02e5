//! CON006: a latency of which nobody knows whose it is.

use board::Question;
use board::graph::{BoxNode, BoxSlot};
use quantity::{Dimension, Qualifier};

use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{names, verb};
use crate::rule::rule;

rule! {
    /// # Which percentile
    ///
    /// ## What it looks at
    /// Where the latency answer names a percentile: ingest, process, store and serve boxes whose time counts towards it
    /// and that state a latency. At least one latency of each has to be at a percentile, or speak of the tail. One
    /// finding lists the boxes where none is. Boxes off that path may state what they like. A bare ceiling (`≤ 20 ms`)
    /// is asked as well: on a whiteboard it is as often a mean as a limit.
    ///
    /// ## Why an interviewer minds
    /// A sum of a p99 here and a mean there is the latency of nothing. A mean tells little of the slowest one in a
    /// hundred, and the promise was made for that one.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Kafka: p99 20 ms
    /// [serve] API: 140 ms
    /// Kafka -> API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Kafka: p99 20 ms
    /// [serve] API: p99 140 ms
    /// Kafka -> API
    /// ```
    ///
    /// ## Fix
    /// Write beside each hop the percentile that was promised, and what the hop takes at it.
    ///
    /// ## Source
    /// Interview guide on latency budgets: the tail is what is promised. Dean and Barroso, "The Tail at Scale"; the Google
    /// SRE book on service level objectives, on percentiles against averages.
    "CON006" "which-percentile" Constraint Info
    "the latency answer names a percentile, and a latency under it does not"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(percentile) = context.latency.budget().and_then(|budget| budget.percentile) else {
        return;
    };
    let under = context.stages().filter(|node| context.latency.is_on_path(node.slot));
    let bare: Vec<&BoxNode<'_>> = under.filter(|node| is_bare(context, node)).collect();
    if bare.is_empty() {
        return;
    }
    let slots: Vec<BoxSlot> = bare.iter().map(|node| node.slot).collect();
    let message = || format!(
        "The scope promises a p{percentile}, and {} {} a latency without saying which percentile: a mean tells little of \
         the slowest. Write it as p{percentile}.",
        names(context.graph, &slots),
        verb(slots.len(), "states", "state"),
    );
    let path = || bare.iter().map(|node| at_box(node)).collect();
    findings.say(Place::Answer(Question::Latency), message).path(path);
}

/// The box states latencies, and none of them at a percentile.
fn is_bare(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let mut is_stated = false;
    for quantity in &context.reading(node.slot).quantities {
        if quantity.dimension != Dimension::Latency {
            continue;
        }
        if quantity.percentile.is_some() || quantity.qualifier == Some(Qualifier::Tail) {
            return false;
        }
        is_stated = true;
    }
    is_stated
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["latency"], "scope latency: p99 ≤ 300 ms\n[ingest] K: 20 ms\n[serve] API: p99 90 ms\nK -> API"),
            (&[], "scope latency: p99 ≤ 300 ms\n[ingest] K: p99 20 ms, 5 ms on average\n[serve] API: tail 90 ms\nK -> API"),
            (&[], "scope latency: ≤ 300 ms\n[ingest] K: 20 ms\n[serve] API: 90 ms\nK -> API"),
            (&[], "scope latency: p99 ≤ 300 ms\n[process] Training: 40 min"),
        ]);
    }
}
