//! FLR003: a retry that never ends, or never waits.

use board::graph::BoxNode;
use board::{BoxRecord, EdgeKind, EdgeRecord, RecordId};
use quantity::{Bound, Guarantee, Quantity, Reading};

use crate::blank;
use crate::context::{Context, at_box, at_edge};
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::phrase::{edge_name, name};
use crate::rule::rule;

rule! {
    /// # Retry without limit
    ///
    /// ## What it looks at
    /// Every retry in the constraints of a box or of an edge out of it: whether it says how often (`5x`) and with which
    /// pause between attempts (`with backoff`, `every 30 s`). The box and its failure edges are read together, since
    /// the policy is often written on one of them only; there is one finding for a box and its edges.
    ///
    /// ## Why an interviewer minds
    /// A retry without a bound turns one poisoned event into a stuck partition. A retry without a pause turns a slow
    /// neighbour into a dead one, since everybody comes back at once.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Scoring: p99 140 ms, retry 5x
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring: p99 140 ms, retry 5x with backoff, then dead letter
    /// ```
    ///
    /// ## Fix
    /// Say how often, with which pause, and what happens after the last attempt. Where the count is written, the fix
    /// adds `with backoff`; where it is not, the fix also leaves a blank for how often, since only you know, and this
    /// goes on asking.
    ///
    /// ## Source
    /// Interview guide on scale: retry mechanisms with backoff policies; Site Reliability Engineering, "Addressing
    /// Cascading Failures": limit retries, and back off with jitter.
    "FLR003" "retry-without-limit" Failure Warning
    "a retry with no bound or no backoff"
    check
}

/// A text that speaks of a retry.
struct Policy<'t> {
    place: Place,
    subject: String,
    text: &'t str,
    reading: &'t Reading,
    retry: &'t Quantity,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes() {
        let policies = policies(context, node);
        let limited = said_anywhere(context, node, is_limit);
        let paced = said_anywhere(context, node, is_pause);
        let says = |policy: &Policy<'_>, is: fn(&Quantity) -> bool| policy.reading.quantities.iter().any(is);
        let lacking = policies.filter(|policy| {
            !(limited || says(policy, is_limit)) || !(paced || says(policy, is_pause))
        });
        // A box comes before its edges, and of these the least by id, whatever the order of the file.
        if let Some(policy) = lacking.reduce(|first, next| if next.place < first.place { next } else { first }) {
            let limited = limited || says(&policy, is_limit);
            speak(context, &policy, limited, findings);
        }
    }
}

fn speak(context: &Context<'_>, policy: &Policy<'_>, limited: bool, findings: &mut Findings<'_>) {
    let (fault, remedy) = if limited {
        ("no pause between attempts: it hits hardest what is already down", "Add a backoff")
    } else {
        ("no end: one event that can never succeed holds up all others", "Say how often, with a backoff, and what comes after")
    };
    let message = || format!("The retry {} has {fault}. {remedy}.", policy.subject);
    let said = findings.say(policy.place.clone(), message).words(|| "Reads as a retry", Field::Constraints, policy.text, policy.retry.span);
    let (title, words) = match limited {
        true => ("Add with backoff", " with backoff"),
        false if blank::is_in(policy.text) => return,
        false => ("Leave a blank for how often, with a backoff", " up to ? times with backoff"),
    };
    let fix = || {
        let mut text = policy.text.to_owned();
        let end = policy.retry.span.end;
        if text.is_char_boundary(end) {
            text.insert_str(end, words);
        }
        Some((title, rewritten(context, &policy.place, text)?))
    };
    said.fix_if(fix, false);
}

fn rewritten(context: &Context<'_>, place: &Place, constraints: String) -> Option<board::Edit> {
    match place {
        Place::Box(id) => {
            let record = BoxRecord { constraints, ..BoxRecord::clone(context.board.get_box(id)?) };
            Some(context.put(RecordId::Box(id.clone()), record))
        }
        Place::Edge(id) => {
            let record = EdgeRecord { constraints, ..EdgeRecord::clone(context.board.get_edge(id)?) };
            Some(context.put(RecordId::Edge(id.clone()), record))
        }
        _ => None,
    }
}

/// The texts of the box and of the edges out of it that speak of a retry.
fn policies<'g>(context: &'g Context<'_>, node: &'g BoxNode<'_>) -> impl Iterator<Item = Policy<'g>> {
    let own = retry(context.reading(node.slot)).map(|retry| Policy {
        place: at_box(node),
        subject: format!("at {}", name(node)),
        text: &node.record.constraints,
        reading: context.reading(node.slot),
        retry,
    });
    let graph = context.graph;
    let kinds = [EdgeKind::Failure, EdgeKind::Data];
    let edges = kinds.into_iter().flat_map(|kind| graph.outgoing(node.slot, kind));
    let edges = edges.filter_map(|link| {
        let reading = context.readings.of_edge(link.slot);
        let retry = retry(reading)?;
        Some(Policy {
            place: at_edge(link),
            subject: format!("on the edge from {}", edge_name(graph, link)),
            text: &link.record.constraints,
            reading,
            retry,
        })
    });
    own.into_iter().chain(edges)
}

fn retry(reading: &Reading) -> Option<&Quantity> {
    let mut read = reading.quantities.iter();
    read.find(|quantity| quantity.guarantee() == Some(Guarantee::Retry))
}

/// Whether the box or one of its failure edges says what `is` looks for.
fn said_anywhere(context: &Context<'_>, node: &BoxNode<'_>, is: fn(&Quantity) -> bool) -> bool {
    let mut edges = context.graph.outgoing(node.slot, EdgeKind::Failure);
    context.reading(node.slot).quantities.iter().any(is)
        || edges.any(|link| context.readings.of_edge(link.slot).quantities.iter().any(is))
}

fn is_limit(quantity: &Quantity) -> bool {
    quantity.guarantee() == Some(Guarantee::Retry) && matches!(quantity.bound, Some(Bound::Times(_)))
}

fn is_pause(quantity: &Quantity) -> bool {
    match quantity.guarantee() {
        Some(Guarantee::Backoff) => true,
        Some(Guarantee::Retry) => matches!(quantity.bound, Some(Bound::Seconds(_))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["job"], "[process] Job: retry"),
            (&["job"], "[process] Job: retry every 30 s"),
            (&["job"], "[process] Job: retry 3x, then dead letter"),
            (&["e1"], "[process] Job\n[store] S\nJob -> S: retry with backoff"),
            (&["job"], "[process] Job: retries\n[store] S\nJob -> S: retries"),
            (&[], "[process] Job: retry\n[store] DLQ\nJob -failure-> DLQ: retry 5x with backoff"),
            (&[], "[process] Job: retry 5x, every 30 s after backoff\n[store] S\nJob -> S: retry"),
            (&[], "[process] Job: checkpoint"),
        ]);
    }
}
