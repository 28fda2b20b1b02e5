//! NUM003: more comes in than the box can take.

use analysis::rate::{self, Capacity, Demand, Flow};
use board::Role;
use board::graph::{BoxNode, BoxSlot};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::{bytes, events, names, opening, verb};
use crate::rule::rule;

rule! {
    /// # Capacity below peak
    ///
    /// ## What it looks at
    /// What reaches each box when it is busiest: the peak of the volume answer (or its rate, where it gives no peak)
    /// times the spike, through the filters and fan-outs on the way, against the rate or data rate that the box states.
    /// Events and bytes are compared through the event size. A source that states its own rate counts with that rate.
    /// What is written into a store or a serve box is judged there and goes no further, since whoever reads sets its
    /// own pace. A rate that a box calls its average is a load and not a capacity, and a rate for each shard or
    /// partition counts as many times as there are.
    ///
    /// It cannot tell where an ingest or process box under the flow states no rate, where the answer gives an average
    /// and neither peak nor spike, where only the event size would make the two comparable, and where a box stands
    /// behind some of several sources whose shares are not on the board.
    ///
    /// ## Why an interviewer minds
    /// The holiday is when the system earns its price and when it falls over. Sizing for the average is the mistake
    /// that the volume question is asked for.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 20k ev/s average, 50k ev/s peak, 10x spike on holidays
    /// [source] Card terminals
    /// [ingest] Kafka: 100k ev/s
    /// Card terminals -> Kafka
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 20k ev/s average, 50k ev/s peak, 10x spike on holidays
    /// [source] Card terminals
    /// [ingest] Kafka: 500k ev/s
    /// Card terminals -> Kafka
    /// ```
    ///
    /// ## Fix
    /// Size the box for the figure that would pass, put a filter before it, or let it read from a store at its own pace
    /// and say how long the backlog may last. A log before it does not lower what reaches it here.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: the volume is asked for with its peak and its spike.
    "NUM003" "capacity-below-peak" Number Error
    "the rate that reaches a box at peak times spike is above what it can take"
    check
}

/// How flow and capacity of one kind compare.
enum Verdict {
    Fits,
    Over {
        flow: String,
        capacity: String,
    },
    /// Cannot tell, and why.
    Unknown(String),
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut unsized_boxes = Vec::new();
    for node in context.stages() {
        let Some(flow) = context.rates.flow(node.slot) else {
            continue;
        };
        if flow.events.is_none() && flow.bytes.is_none() {
            continue;
        }
        let capacity = rate::capacity(context.reading(node.slot), node.record.role);
        if capacity.events.is_none() && capacity.bytes.is_none() {
            if matches!(node.record.role, Role::Ingest | Role::Process) {
                unsized_boxes.push(node.slot);
            }
            continue;
        }
        judge(context, node, &flow, capacity, findings);
    }
    say_unsized(context, &unsized_boxes, findings);
}

fn judge(
    context: &Context<'_>,
    node: &BoxNode<'_>,
    flow: &Flow,
    capacity: Capacity,
    findings: &mut Findings<'_>,
) {
    let demand = &context.rates.demand;
    match compare(flow, capacity, demand) {
        Verdict::Fits => {}
        Verdict::Over {
            flow: reaching,
            capacity,
        } if flow.sure => {
            let message = || format!(
                "{} takes {capacity}, but {reaching} reach it at the worst. Size it for that, or say what holds the \
                 rest back.",
                opening(node),
            );
            let mut said = findings.say(at_box(node), message);
            if let Some(sum) = arithmetic(demand) {
                said = said.evidence(|| sum);
            }
            said.clears(|| format!("{} at {reaching} or more would pass", opening(node)));
        }
        Verdict::Over {
            flow: reaching,
            capacity,
        } => {
            let message = || format!(
                "Cannot tell whether {} with {capacity} is enough: up to {reaching} may reach it, and how they are \
                 shared among the sources is not on the board. Give each source its rate.",
                opening(node),
            );
            findings.cannot_tell(at_box(node), message, || vec![at_box(node)]);
        }
        Verdict::Unknown(why) => {
            let message = || format!("Cannot tell whether {} is large enough: {why}.", opening(node));
            findings.cannot_tell(at_box(node), message, || vec![at_box(node)]);
        }
    }
}

fn compare(flow: &Flow, capacity: Capacity, demand: &Demand) -> Verdict {
    let size = demand.event_size.filter(|size| *size > 0.0);
    let over = |flow: f64, capacity: f64| flow > capacity * (1.0 + 1e-9);
    let flow_bytes = flow
        .bytes
        .or(flow.events.zip(size).map(|(events, size)| events * size));
    let flow_events = flow
        .events
        .or(flow.bytes.zip(size).map(|(bytes, size)| bytes / size));
    let by_events = flow_events
        .zip(capacity.events)
        .map(|(flow, capacity)| (flow, capacity, false));
    let by_bytes = flow_bytes
        .zip(capacity.bytes)
        .map(|(flow, capacity)| (flow, capacity, true));
    let pairs: Vec<(f64, f64, bool)> = by_events.into_iter().chain(by_bytes).collect();
    if let Some((flow, capacity, in_bytes)) = pairs.iter().find(|(flow, capacity, _)| over(*flow, *capacity))
    {
        let print = if *in_bytes { bytes } else { events };
        return Verdict::Over {
            flow: print(*flow),
            capacity: print(*capacity),
        };
    }
    if pairs.is_empty() {
        return Verdict::Unknown(
            "volume and box are in different units, and the size of an event is missing".to_owned(),
        );
    }
    if demand.average_only {
        return Verdict::Unknown(
            "the volume is an average, and neither its peak nor its spike is stated".to_owned(),
        );
    }
    Verdict::Fits
}

fn arithmetic(demand: &Demand) -> Option<String> {
    if demand.spike <= 1.0 {
        return None;
    }
    let product = |worst: f64, print: fn(f64) -> String| {
        format!(
            "{} × {} = {}",
            print(worst / demand.spike),
            demand.spike,
            print(worst)
        )
    };
    demand
        .events
        .map(|worst| product(worst, events))
        .or_else(|| demand.bytes.map(|worst| product(worst, bytes)))
}

fn say_unsized(context: &Context<'_>, slots: &[BoxSlot], findings: &mut Findings<'_>) {
    let Some(first) = slots.first() else { return };
    let message = || format!(
        "Cannot tell whether {} {} the worst load: {} no rate.",
        names(context.graph, slots),
        verb(slots.len(), "holds", "hold"),
        verb(slots.len(), "it states", "they state"),
    );
    findings.cannot_tell(at_box(context.graph.get_box(*first)), message, || context.at_boxes(slots));
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "scope volume: 50k ev/s peak, 10x spike\n[ingest] K: 100k ev/s"),
            (&["k"], "scope volume: 50k ev/s, 1 KB each\n[ingest] K: 20 MB/s"),
            (&["job"], "scope volume: 50k ev/s\n[ingest] K: 50k ev/s, fan-out 3x\n[process] Job: 100k ev/s\nK -> Job"),
            (&["k"], "scope volume: 9k ev/s\n[source] A: 5k ev/s\n[source] B: 4k ev/s\n[ingest] K: 8k ev/s\nA -> K\nB -> K"),
            (&["k"], "scope volume: 200k ev/s\n[ingest] K: 10k ev/s per shard, 4 shards"),
            (&[], "scope volume: 50k ev/s peak, 10x spike\n[ingest] K: 500k ev/s, filters to 5 %\n[process] Job: 25k ev/s\nK -> Job"),
            (&[], "scope volume: 50k ev/s\n[ingest] K: 50k ev/s\n[store] S: 7 days\n[serve] API: 200 qps\nK -> S\nS -> API"),
            (&["?k"], "scope volume: 50k ev/s peak\n[ingest] K: 20 ms"),
            (&["?k"], "scope volume: 20k ev/s average\n[ingest] K: 50k ev/s"),
            (&["?k"], "scope volume: 50k ev/s\n[ingest] K: 80 MB/s"),
            (&["?k"], "scope volume: 50k ev/s\n[source] A\n[source] B\n[ingest] K: 20k ev/s\n[ingest] L: 90k ev/s\nA -> K\nB -> L"),
            (&[], "[ingest] K: 50k ev/s"),
            (&[], "scope volume: 50k ev/s peak\n[source] A\nk = [ingest] Kafka: 50k ev/s\nA -> k"),
        ]);
    }
}
