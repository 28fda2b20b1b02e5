//! NUM008: what is kept does not fit.

use analysis::storage::Filling;
use board::graph::BoxNode;

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::{bytes, duration, figure, name, opening, size};
use crate::rule::rule;

rule! {
    /// # Store too small
    ///
    /// ## What it looks at
    /// Stores that state a size and that data flows into: whether what an ordinary day writes, times what the store keeps,
    /// times its copies and over its compression, is above that size. The flow is the average of the volume answer (or its
    /// rate, where it gives no average) through the filters and fan-outs on the way; events count by their size.
    ///
    /// A store that replaces rows by their key (upsert) grows with its keys, and is judged only where it says how long it
    /// keeps. It cannot tell where a store does not say so, where only the size of an event is missing, where the
    /// answer gives a peak and no average, and where a process before the store may write less than it reads and does
    /// not say how much (`filters to 10 %`).
    ///
    /// ## Why an interviewer minds
    /// Rate times retention is the first multiplication after the volume is known. A store that is full after a month
    /// loses either the past or the present.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 2 TB/day on average
    /// [ingest] File loader: 8 TB/day
    /// [store] Bronze: keep 90 days, 100 TB
    /// File loader -> Bronze
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 2 TB/day on average
    /// [ingest] File loader: 8 TB/day
    /// [store] Bronze: keep 90 days, 200 TB
    /// File loader -> Bronze
    /// ```
    ///
    /// ## Fix
    /// Give the store the size that would pass, keep less, compress, or move what is old to a colder tier.
    ///
    /// ## Source
    /// Interview guide on estimates: storage is daily volume times retention times replication.
    "NUM008" "store-too-small" Number Warning
    "what a store keeps is more than the size that it states"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if context.rates.demand.events.or(context.rates.demand.bytes).is_none() {
        return;
    }
    for filling in &context.storage().fillings {
        let Some(stated) = filling.size else { continue };
        let node = context.graph.get_box(filling.slot);
        // What is replaced by key grows with the keys, and not with what comes.
        if filling.kept.is_none() && node.record.constraints.to_ascii_lowercase().contains("upsert") {
            continue;
        }
        let missing = match (filling.inflow, filling.kept, filling.needs()) {
            (None, ..) => "the volume counts events, and the size of one is missing".to_owned(),
            (_, None, _) => "it does not say how long it keeps the data".to_owned(),
            (.., Some(needs)) if needs <= stated * (1.0 + 1e-9) => continue,
            (.., Some(needs)) if filling.sure => {
                speak(node, filling, stated, needs, findings);
                continue;
            }
            (.., needs) => format!(
                "{} would be kept if all that comes is written, and how much of it is on an ordinary day is not stated",
                size(needs.unwrap_or_default())
            ),
        };
        let message = || format!("Cannot tell whether {} are enough for {}: {missing}.", size(stated), name(node));
        findings.cannot_tell(at_box(node), message, || vec![at_box(node)]);
    }
}

fn speak(node: &BoxNode<'_>, filling: &Filling, stated: f64, needs: f64, findings: &mut Findings<'_>) {
    let kept = duration(filling.kept.unwrap_or_default());
    let mut sum = format!("{} × {kept}", bytes(filling.inflow.unwrap_or_default()));
    if filling.copies > 1.0 {
        sum.push_str(&format!(" × {} copies", figure(filling.copies)));
    }
    if filling.compression > 1.0 {
        sum.push_str(&format!(" / {}", figure(filling.compression)));
    }
    let full = filling.days_until_full().unwrap_or_default();
    let message = || format!(
        "{} has {}, but {kept} of what comes are {}: it is full after {}. Give it room, keep less, or move what is old \
         to a colder tier.",
        opening(node),
        size(stated),
        size(needs),
        duration(full * 86_400.0),
    );
    findings
        .say(at_box(node), message)
        .evidence(|| format!("{sum} = {} > {}", size(needs), size(stated)))
        .clears(|| format!("{} with {} or more would pass", opening(node), size(needs)));
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["s"], "scope volume: 20k ev/s average, 1 KB each\n[ingest] K: 20 ms\n[store] S: keep 30 days, 50 TB\nK -> S"),
            (&["s"], "scope volume: 1 TB/day\n[ingest] K: 20 ms\n[process] P: filters to 50 %\n[store] S: keep 30 days, 20 TB, ×2 replicas\nK -> P\nP -> S"),
            (&["?s"], "scope volume: 1 TB/day\n[ingest] K: 20 ms\n[process] P: hourly\n[store] S: keep 30 days, 20 TB\nK -> P\nP -> S"),
            (&["?s"], "scope volume: 1 TB/day\n[ingest] K: 20 ms\n[store] S: 20 TB\nK -> S"),
            (&["?s"], "scope volume: 20k ev/s average\n[ingest] K: 20 ms\n[store] S: keep 30 days, 20 TB\nK -> S"),
            (&["?s"], "scope volume: 500k ev/s peak, 1 KB each\n[ingest] K: 20 ms\n[store] S: keep 30 days, 20 TB\nK -> S"),
            (&[], "scope volume: 1 TB/day\n[ingest] K: 20 ms\n[store] S: keep 30 days, 20 TB, compressed 4x\nK -> S"),
            (&[], "scope volume: 1 TB/day average, 10 TB/day peak\n[ingest] K: 20 ms\n[store] S: keep 30 days, 30 TB\nK -> S"),
            (&[], "[ingest] K: 20 ms\n[store] S: keep 30 days, 1 GB\nK -> S"),
            (&[], "scope volume: 1 MB/s average\n[ingest] K\n[store] S: keep 10 days, 864 GB\nK -> S"),
        ]);
    }
}
