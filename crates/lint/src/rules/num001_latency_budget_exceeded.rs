//! NUM001: the hops add up to more than was promised.

use analysis::Stop;
use analysis::latency::{Budget, Hop, Route};
use board::Question;
use board::graph::BoxSlot;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{duration, list, name, names, opening, verb};
use crate::rule::rule;

/// How many terms of a sum are written out.
const MOST_TERMS: usize = 12;
/// How many broken promises of single boxes are said at once: each walks its whole path, and the next ones show when
/// the first are mended.
const MOST_PROMISES: usize = 50;

rule! {
    /// # Latency budget exceeded
    ///
    /// ## What it looks at
    /// The data paths from the entries (a source, or an ingest box with none) to whoever waits (a consumer, or a serve
    /// box with no consumer behind it): whether the latencies stated on boxes and edges add up to more than the latency
    /// answer. Where the answer gives several figures, the end-to-end one counts, else the one at the highest
    /// percentile; where a box gives several, the one at the answer's percentile counts, else the worst. A box that
    /// promises a latency `end to end` is judged by that promise in the same way. The sum is the worst path's; one
    /// finding for the scope, with the worst path, and one for each promise. Boxes on a cycle count once each.
    ///
    /// Percentiles of single hops are added as they stand. That is on the safe side, since slow moments rarely
    /// coincide.
    ///
    /// Where a box receives live events, an edge from a store into it is a lookup: it adds the read and not the hours
    /// that the stored data took to get there. Where the scope gives freshness as well, whoever is reached by live
    /// events waits under the latency, and whoever reads from a store under freshness. Where it does not, an ingest or
    /// process box that states no latency but an interval (`every 15 min`) counts with that interval.
    ///
    /// Where hops on the way state no latency and the rest fits, it cannot tell, and says which they are.
    ///
    /// ## Why an interviewer minds
    /// A latency budget is a sum, and the interviewer adds it up while the candidate draws. If it does not close on
    /// paper, it will not close in production.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Kafka: p99 20 ms
    /// [process] Flink: p99 180 ms
    /// [serve] API: p99 140 ms
    /// [consumer] Checkout
    /// Kafka -> Flink
    /// Flink -> API
    /// API -> Checkout
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Kafka: p99 20 ms
    /// [process] Flink: p99 140 ms
    /// [serve] API: p99 140 ms
    /// [consumer] Checkout
    /// Kafka -> Flink
    /// Flink -> API
    /// API -> Checkout
    /// ```
    ///
    /// ## Fix
    /// Tighten the hop that the finding names, to the figure that would pass, take a hop out of the path, or go back to
    /// the scope and say what the promise would cost.
    ///
    /// ## Source
    /// Interview guide on latency budgets: typical are a 200 ms tail and 5 s freshness; Dean and Barroso, "The Tail at
    /// Scale", on why percentiles do not add up exactly.
    "NUM001" "latency-budget-exceeded" Number Error
    "along a data path the hops add up to more than the latency that was promised"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if let Some(budget) = context.latency.budget() {
        judge_scope(context, budget, findings);
    }
    judge_promises(context, findings);
}

fn judge_scope(context: &Context<'_>, budget: Budget, findings: &mut Findings<'_>) {
    let latency = &context.latency;
    match latency.worst_end() {
        Some(end) if exceeds(latency.total(end), budget) => {
            let what = format!("The scope asks for {}", promised(budget));
            speak(context, end, budget, &what, findings);
        }
        Some(end) if !latency.open().is_empty() => {
            let open = latency.open();
            let message = || format!(
                "Cannot tell whether {} holds: {} {} no latency. What is stated takes {} at the most.",
                promised(budget),
                names(context.graph, open),
                verb(open.len(), "states", "state"),
                duration(latency.total(end)),
            );
            let path = context.at_boxes(open);
            let causes = path.iter().map(|place| ("CON001", place.clone())).collect();
            findings.cannot_tell_for(Place::Answer(Question::Latency), message, || path, causes);
        }
        None if context.is_drawn() => {
            let message = || format!(
                "Cannot tell whether {} holds: data reaches no consumer and no serve box, so nobody waits for it.",
                promised(budget),
            );
            findings.cannot_tell(Place::Answer(Question::Latency), message, || vec![Place::Answer(Question::Latency)]);
        }
        _ => {}
    }
}

/// A box that promises a latency for everything up to it.
fn judge_promises(context: &Context<'_>, findings: &mut Findings<'_>) {
    let broken = context.stages().filter_map(|node| {
        let promise = analysis::latency::promise(context.reading(node.slot))?;
        exceeds(context.latency.total(node.slot), promise).then_some((node, promise))
    });
    for (node, promise) in broken.take(MOST_PROMISES) {
        let what = format!("{} promises {}", opening(node), promised(promise));
        speak(context, node.slot, promise, &what, findings);
    }
}

fn exceeds(seconds: f64, budget: Budget) -> bool {
    seconds > budget.seconds * (1.0 + 1e-9)
}

fn speak(context: &Context<'_>, end: BoxSlot, budget: Budget, what: &str, findings: &mut Findings<'_>) {
    let route = context.latency.route(context.graph, end);
    let taken: Vec<String> = route
        .hops
        .iter()
        .take(MOST_TERMS)
        .map(|hop| format!("{} ({})", hop_name(context, hop), duration(hop.seconds)))
        .collect();
    let message = || format!(
        "{what}, but {} already {} {} on the way to {}. Tighten the slowest hop, or take one out.",
        list(&taken, route.hops.len()),
        verb(route.hops.len(), "takes", "take"),
        duration(route.seconds),
        name(context.graph.get_box(end)),
    );
    let place = context.at(Stop::Box(end));
    let path = || route.stops.iter().map(|stop| context.at(*stop)).collect();
    let mut said = findings
        .say(place, message)
        .path(path)
        .evidence(|| sum_of(context, &route, budget.seconds));
    said = said.clears(|| what_would_pass(context, &route, budget));
    if route.hops.len() > 1 && budget.percentile.is_some() {
        said = said.evidence(|| "Percentiles of single hops are added as they stand, which is a careful bound");
    }
    let open: Vec<BoxSlot> = route
        .stops
        .iter()
        .filter_map(|stop| open_box(context, *stop))
        .collect();
    if !open.is_empty() {
        said.evidence(|| format!(
            "{} on the same path {} no latency yet",
            names(context.graph, &open),
            verb(open.len(), "states", "state"),
        ));
    }
}

fn open_box(context: &Context<'_>, stop: Stop) -> Option<BoxSlot> {
    match stop {
        Stop::Box(slot) if context.latency.open().binary_search(&slot).is_ok() => Some(slot),
        _ => None,
    }
}

/// `Kafka 20 ms + Flink 180 ms = 200 ms > 100 ms`.
pub(crate) fn sum_of(context: &Context<'_>, route: &Route, budget: f64) -> String {
    let term = |hop: &Hop| format!("{} {}", hop_name(context, hop), duration(hop.seconds));
    let mut terms: Vec<String> = route.hops.iter().take(MOST_TERMS).map(term).collect();
    if let Some(rest @ [_, ..]) = route.hops.get(MOST_TERMS..) {
        let seconds: f64 = rest.iter().map(|hop| hop.seconds).sum();
        terms.push(format!("{} more {}", rest.len(), duration(seconds)));
    }
    let (sum, limit) = (duration(route.seconds), duration(budget));
    match terms.as_slice() {
        [only] => format!("{only} > {limit}"),
        terms => format!("{} = {sum} > {limit}", terms.join(" + ")),
    }
}

/// The slowest hop with the figure that would close the sum, or that no single hop can.
fn what_would_pass(context: &Context<'_>, route: &Route, budget: Budget) -> String {
    let over = route.seconds - budget.seconds;
    let slowest = route.hops.iter().reduce(|slowest, hop| {
        if hop.seconds > slowest.seconds {
            hop
        } else {
            slowest
        }
    });
    match slowest {
        Some(hop) if hop.seconds > over * (1.0 + 1e-9) => {
            format!(
                "{} at {} or less would pass",
                hop_name(context, hop),
                duration(hop.seconds - over)
            )
        }
        _ => format!("No single hop can give the {} that are too many", duration(over)),
    }
}

/// The name of a box, or of what travels along an edge.
pub(crate) fn hop_name(context: &Context<'_>, hop: &Hop) -> String {
    match hop.stop {
        Stop::Box(slot) => name(context.graph.get_box(slot)),
        Stop::Edge(slot) => {
            let link = context.graph.edge(slot);
            match link.record.label.trim() {
                "" => format!("the edge to {}", name(context.graph.get_box(link.to))),
                label => label.to_owned(),
            }
        }
    }
}

/// `p99 ≤ 300 ms`, as it is said of a budget.
pub(crate) fn promised(budget: Budget) -> String {
    match budget.percentile {
        Some(percentile) => format!("p{percentile} ≤ {}", duration(budget.seconds)),
        None => format!("at most {}", duration(budget.seconds)),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["api"], "scope latency: 300 ms\n[ingest] K: 200 ms\n[serve] API: 200 ms\nK -> API"),
            (&["api"], "scope latency: sub-second\n[ingest] K: every 2 s\n[serve] API: 20 ms\nK -> API"),
            (&["api"], "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 150 ms\nK -> API: 60 ms"),
            (&["api"], "[ingest] K: 100 ms\n[serve] API: p99 200 ms end to end\n[process] S: 180 ms\nK -> S\nS -> API"),
            (&["api"], "scope latency: 100 ms\n[ingest] K: 20 ms\n[store] R: 90 ms\n[serve] API: 20 ms\nK -> API\nR -> API"),
            (&["api"], "scope latency: 100 ms\n[ingest] K: 60 ms\n[process] A: 30 ms\n[process] B: 30 ms\n[serve] API: 1 ms\nK -> A\nA -> B\nB -> A\nB -> API"),
            (&[], "scope latency: p99 ≤ 100 ms\n[ingest] K: p99 20 ms, alert at 200 ms\n[serve] API: p99 20 ms\nK -> API"),
            (&[], "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 200 ms\nK -> API"),
            (&[], "scope latency: 100 ms\n[ingest] K: 20 ms\n[store] R: 10 ms\n[process] Training: 2 h\n[serve] API: 20 ms\nK -> API\nK -> Training\nTraining -> R\nR -> API"),
            (&[], "scope latency: 300 ms\nscope freshness: 1 h\n[ingest] K: 20 ms\n[serve] API: 20 ms\n[store] L: 5 s\n[serve] BI: 5 s\nK -> API\nK -> L\nL -> BI"),
            (&["?latency"], "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 99.9 %\nK -> API"),
            (&["?latency"], "scope latency: 300 ms\n[ingest] K: 100 ms"),
            (&[], "[ingest] K: 100 ms"),
        ]);
    }
}
