//! OWN004: two teams meet at an arrow, and neither knows what it may count on.

use board::graph::EdgeLink;
use board::owner::Owner;
use board::{EdgeKind, Edit, RecordId};

use crate::blank;
use crate::context::{Context, at_edge};
use crate::findings::Findings;
use crate::phrase::{command, edge_name};
use crate::rule::rule;

rule! {
    /// # Handoff without contract
    ///
    /// ## What it looks at
    /// Data and failure edges between boxes of two owners, sources and consumers among them: whether the edge names the
    /// hand-off (`Payments -> Risk`), and carries a constraint that reads as a quantity or a guarantee, which is what
    /// the one team promises to the other. Names that differ only in case are one owner. An edge that lacks an owner and
    /// nothing else is left to `OWN001`.
    ///
    /// ## Why an interviewer minds
    /// Between two teams nothing holds that is not written down: how late, how often, in which form. The first incident is
    /// spent on finding out who promised what.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s @Payments
    /// [process] Scoring: p99 140 ms @Risk
    /// Kafka -> Scoring @Payments -> Risk
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s @Payments
    /// [process] Scoring: p99 140 ms @Risk
    /// Kafka -> Scoring: p99 10 ms, at-least-once @Payments -> Risk
    /// ```
    ///
    /// ## Fix
    /// Write beside the edge what the consumer may count on: a latency, an interval, a rate, a delivery guarantee.
    /// Where that is written and only the hand-off is missing, the fix names it from the owners of both ends; where it
    /// is not, the fix also leaves a blank for the promise, and this goes on asking.
    ///
    /// ## Source
    /// Interview guide, preparation list: ownership at each edge; Dehghani, "Data Mesh", on data contracts.
    "OWN004" "handoff-without-contract" Ownership Warning
    "two owners are joined by an edge with no constraint, or with no hand-off named"
    check
}

/// What the one team may promise to the other first.
const BLANK: &str = "? ms";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for link in context.graph.edges() {
        let Some((producer, consumer)) = owners(context, link) else {
            continue;
        };
        let owner = Owner::read(&link.record.owner);
        let is_named = matches!(owner, Owner::HandOff { .. });
        let is_promised = !context.readings.of_edge(link.slot).quantities.is_empty();
        let (what, remedy) = match (is_promised, is_named) {
            (true, true) => continue,
            (true, false) if owner == Owner::Nobody => continue,
            (true, false) => ("the edge does not name the hand-off", "Name both teams on it"),
            (false, _) => (
                "nothing says what the one may count on",
                "Write beside it how late, how often or how surely",
            ),
        };
        let message = || format!(
            "From {}, {producer} hands over to {consumer}, and {what}: when it breaks, each looks at the other. {remedy}.",
            edge_name(context.graph, link),
        );
        let said = findings.say(at_edge(link), message);
        said.fix_if(|| split(context, link, (producer, consumer), is_promised), false);
    }
}

/// The edge with both teams on it, and with a blank for what the one promises to the other where nothing says that.
fn split(
    context: &Context<'_>,
    link: &EdgeLink<'_>,
    (producer, consumer): (&str, &str),
    is_promised: bool,
) -> Option<(String, Edit)> {
    let mut record = link.record.clone();
    let mut steps = Vec::new();
    if !matches!(Owner::read(&record.owner), Owner::HandOff { .. }) {
        record.owner = format!("{producer} -> {consumer}");
        steps.push(format!("name the hand-off {}", record.owner));
    }
    if !is_promised {
        if blank::is_in(&record.constraints) {
            return None;
        }
        record.constraints = blank::behind(&record.constraints, BLANK);
        steps.push(format!("leave a blank for the promise: {BLANK}"));
    }
    let edit = context.put(RecordId::Edge(link.id.clone()), record);
    Some((command(&steps.join(" and ")), edit))
}

/// The owners of both ends, where there are two.
fn owners<'b>(context: &Context<'b>, link: &EdgeLink<'b>) -> Option<(&'b str, &'b str)> {
    if link.record.kind == EdgeKind::Control {
        return None;
    }
    let producer = Owner::read(&context.graph.get_box(link.from).record.owner).teams().last()?;
    let consumer = Owner::read(&context.graph.get_box(link.to).record.owner).teams().next()?;
    (!producer.eq_ignore_ascii_case(consumer)).then_some((producer, consumer))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "[ingest] K @Pay\n[process] Job @Risk\nK -> Job: soon @Pay -> Risk"),
            (&["e1"], "[ingest] K @Pay\n[process] Job @Risk\nK -> Job: hourly @Pay"),
            (&["e1"], "[ingest] K @Pay\n[process] Job @Risk\nK -> Job"),
            (&[], "[ingest] K @Pay\n[process] Job @Risk\nK -> Job: hourly"),
            (&[], "[ingest] K @Pay\n[process] Job @pay\n[store] S\n[observe] O @Ops\nK -> Job\nJob -> S\nJob -control-> O"),
        ]);
    }
}
