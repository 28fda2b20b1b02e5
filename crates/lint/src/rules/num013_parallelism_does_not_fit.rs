//! NUM013: more hands than parts, or too few parts.

use analysis::rate::Flow;
use board::EdgeKind;
use board::graph::BoxNode;
use catalog::{Capacity, Component};
use quantity::{Dimension, Quantity, Reading};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::known::is_below;
use crate::phrase::{bytes, events, name, opening};
use crate::rule::rule;

rule! {
    /// # Parallelism does not fit
    ///
    /// ## What it looks at
    /// Boxes that say how many partitions or shards they have:
    ///
    /// - **More consumers than partitions.** The count of consumers beside the box, or beside a box that reads from it
    ///   over a data edge, is above its partitions or shards. Consumer groups are not counted as consumers, and workers
    ///   are not counted either.
    /// - **Too few for the worst load.** The partitions, shards or other units that the box counts, times what one of them
    ///   takes by the catalogue, hold less than what reaches the box at peak times spike. A box that states its own rate
    ///   per unit is left to `NUM003`. Events and bytes are compared through the event size.
    ///
    /// It cannot tell where only the size of an event is missing.
    ///
    /// ## Why an interviewer minds
    /// One partition is read by one consumer of a group: the others stand idle and are paid for. And the number of
    /// partitions is the figure that is hard to change later, so it is asked for early.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 50k ev/s peak, 1 KB each
    /// [ingest] Kinesis: 50k ev/s, 12 shards
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 50k ev/s peak, 1 KB each
    /// [ingest] Kinesis: 50k ev/s, 60 shards
    /// ```
    ///
    /// ## Fix
    /// Take as many partitions as the finding says would pass, with room for the next year, or as many consumers as
    /// there are partitions.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: the volume decides the number of partitions. The limits of one unit are the
    /// catalogue's, each with its page.
    "NUM013" "parallelism-does-not-fit" Number Warning
    "more consumers than partitions, or too few partitions or shards for the worst load"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.stages() {
        let reading = context.reading(node.slot);
        judge_readers(context, node, reading, findings);
        if let Some(known) = context.component(node.slot)
            && let Some(unit) = known.capacity
        {
            judge_units(context, node, known, unit, findings);
        }
    }
}

/// The largest count of what `is_meant`.
fn count<'r>(reading: &'r Reading, is_meant: &dyn Fn(&str) -> bool) -> Option<(f64, &'r str)> {
    let counts = reading.quantities.iter().filter(|it| it.dimension == Dimension::Count);
    let meant = counts.filter_map(|it| {
        let unit = it.unit.as_deref().filter(|unit| is_meant(unit))?;
        Some((it.number()?, unit))
    });
    meant.reduce(|most, it| if it.0 > most.0 { it } else { most })
}

fn parts(reading: &Reading) -> Option<(f64, &str)> {
    count(reading, &|unit| unit.ends_with("partitions") || unit.ends_with("shards"))
}

fn readers(reading: &Reading) -> Option<f64> {
    let readers = count(reading, &|unit| unit.starts_with("consumer") && !unit.contains("group"));
    readers.map(|(count, _)| count)
}

fn judge_readers(context: &Context<'_>, node: &BoxNode<'_>, reading: &Reading, findings: &mut Findings<'_>) {
    let Some((parts, unit)) = parts(reading) else { return };
    let own = readers(reading).map(|count| (count, node));
    let behind = context.graph.outgoing(node.slot, EdgeKind::Data).filter_map(|link| {
        let reader = Some(context.graph.get_box(link.to)).filter(|node| node.record.role.is_stage())?;
        let count = readers(context.reading(link.to)).or_else(|| readers(context.readings.of_edge(link.slot)))?;
        Some((count, reader))
    });
    let most = own.into_iter().chain(behind).reduce(|most, it| if it.0 > most.0 { it } else { most });
    let Some((count, reader)) = most.filter(|(count, _)| *count > parts) else {
        return;
    };
    let message = || format!(
        "{} has {parts} {unit}, and {count} consumers read from it: {} of them stand idle, for each part is read by one \
         consumer of a group. Take more {unit} or fewer consumers.",
        opening(node),
        count - parts,
    );
    let path = || {
        let mut path = vec![at_box(node), at_box(reader)];
        path.dedup();
        path
    };
    findings
        .say(at_box(node), message)
        .path(path)
        .evidence(|| format!("{count} consumers > {parts} {unit}"))
        .clears(|| format!("{} with {count} {unit} or more would pass", opening(node)));
}

fn judge_units(
    context: &Context<'_>,
    node: &BoxNode<'_>,
    known: &'static Component,
    unit: &'static Capacity,
    findings: &mut Findings<'_>,
) {
    let reading = context.reading(node.slot);
    let states_own = |it: &Quantity| it.unit.as_deref().is_some_and(|unit| unit.contains("per "));
    let units = count(reading, &|counted| counted.starts_with(unit.unit)).map(|(units, _)| units);
    let Some((units, flow)) = units.zip(context.rates.flow(node.slot)) else { return };
    if reading.quantities.iter().any(states_own) || !flow.sure {
        return;
    }
    let Some(load) = load(context, &flow, unit) else {
        if flow.events.is_some() && context.rates.demand.event_size.is_none() {
            let message = || format!(
                "Cannot tell whether {units} {}s of {} are enough: they are limited in bytes, and the size of an event is \
                 not on the board.",
                unit.unit,
                name(node),
            );
            findings.cannot_tell(at_box(node), message, || vec![at_box(node)]);
        }
        return;
    };
    let holds = units * load.one;
    if is_below(holds, load.worst) {
        let needed = (load.worst / load.one * (1.0 - 1e-9)).ceil();
        let (unit_name, print) = (unit.unit, load.print);
        let message = || format!(
            "{} has {units} {unit_name}s, which take {} together, and {} reach it at the worst. Take {needed} or more, or \
             say what holds the rest back.",
            opening(node),
            print(holds),
            print(load.worst),
        );
        let limit = format!("{}: {} per {unit_name}", known.name, print(load.one));
        findings
            .say(at_box(node), message)
            .evidence(|| format!(
                "{units} × {} = {} < {}",
                print(load.one),
                print(holds),
                print(load.worst)
            ))
            .known(|| limit, unit.source())
            .clears(|| format!("{} with {needed} {unit_name}s or more would pass", opening(node)));
    }
}

/// What comes at the worst and what one unit takes, in events or in bytes, whichever asks for more units.
struct Load {
    worst: f64,
    one: f64,
    print: fn(f64) -> String,
}

fn load(context: &Context<'_>, flow: &Flow, unit: &Capacity) -> Option<Load> {
    let size = context.rates.demand.event_size.filter(|size| *size > 0.0);
    let in_bytes = flow.bytes.or(flow.events.zip(size).map(|(events, size)| events * size));
    let in_events = flow.events.or(flow.bytes.zip(size).map(|(bytes, size)| bytes / size));
    let one = |number: Option<f32>| number.map(f64::from).filter(|one| *one > 0.0);
    let by_events = in_events.zip(one(unit.events)).map(|(worst, one)| Load { worst, one, print: events });
    let by_bytes = in_bytes.zip(one(unit.bytes)).map(|(worst, one)| Load { worst, one, print: bytes });
    let both = by_events.into_iter().chain(by_bytes);
    both.reduce(|most, it| if it.worst / it.one > most.worst / most.one { it } else { most })
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "k = [ingest] Kafka: 24 partitions\n[process] Job: 32 consumers\nk -> Job"),
            (&["k"], "scope volume: 50k ev/s peak, 1 KB each\nk = [ingest] Kinesis: 12 shards"),
            (&["k"], "scope volume: 50k ev/s peak, 10x spike, 1 KB each\nk = [ingest] Kafka: 24 partitions"),
            (&["?k"], "scope volume: 50k ev/s peak\nk = [ingest] Kafka: 24 partitions"),
            (&[], "k = [ingest] Kafka: 24 partitions, 3 consumer groups\n[process] Job: 24 consumers\nk -> Job"),
            (&[], "scope volume: 50k ev/s peak, 1 KB each\nk = [ingest] Kinesis: 60 shards"),
            (&[], "scope volume: 50k ev/s peak, 1 KB each\nk = [ingest] Kafka: 5 MB/s per partition, 4 partitions"),
            (&[], "scope volume: 50k ev/s peak, 1 KB each\nk = [ingest] Kinesis: 50k ev/s"),
            (&["k"], "k = [ingest] Kafka: 24 partitions\n[process] A: 16 consumers\n[process] B: 32 consumers\nk -> A\nk -> B"),
            (&["k"], "k = [ingest] Kafka: 24 partitions\n[process] A: 32 consumers\n[process] B: 16 consumers\nk -> A\nk -> B"),
        ]);
    }
}
