//! SCO009: a first number that nothing can hold.

use analysis::Stop;
use analysis::latency::{Budget, Hop, Route};
use board::Question;
use board::graph::BoxNode;
use catalog::{Component, Figure};
use quantity::{Dimension, Quantity};

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::known::{is_below, low};
use crate::mention::mentions;
use crate::phrase::{duration, name};
use crate::rule::rule;

rule! {
    /// # Overpromise
    ///
    /// ## What it looks at
    /// Two kinds of answer that promise too much:
    ///
    /// - **Five nines and more** in the availability answer, with neither a reason nor an amount of money in the same
    ///   answer. Durability is not meant: storage has more nines of that at no extra cost.
    /// - **A latency below the floor**: along the path that takes longest, what the components reach at best adds up to more
    ///   than the latency answer, whatever the boxes state. Components that the catalogue does not know, and edges, count
    ///   as nothing.
    ///
    /// ## Why an interviewer minds
    /// An unrealistic first number is held against the candidate for the rest of the round: every choice after it
    /// serves a promise that was never kept anywhere. Five nines allow five minutes of outage in a year, and each
    /// further nine costs far more than the last.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 50 ms from swipe to decision
    /// [process] Spark Structured Streaming: 50k ev/s
    /// [serve] API: p99 10 ms
    /// Spark Structured Streaming -> API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope availability: 99.95 %
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [process] Apache Flink: 50k ev/s
    /// [serve] API: p99 80 ms
    /// Apache Flink -> API
    /// ```
    ///
    /// ## Fix
    /// Promise what the parts reach together, or take parts that reach the promise. For five nines, say beside the
    /// figure what a sixth minute of outage costs, and whom.
    ///
    /// ## Source
    /// Interview guide, scoping section: an unrealistic first number is held against you. Google SRE book, "Embracing
    /// risk", on what each further nine costs. The floors are the catalogue's, each with its page.
    "SCO009" "overpromise" Scope Warning
    "five nines without a reason, or a latency below what the components on its path reach at best"
    check
}

/// The share of time from which a reason is owed.
const FIVE_NINES: f64 = 0.999_99;
const REASONS: &[&str] = &[
    "because", "since", "so that", "otherwise", "or else", "cost", "lose", "loss", "lost", "law", "regulat", "contract",
    "durab", "penalt", "fine of", "life", "lives", "patient", "safety", "emergency", "required by", "mandat",
];
/// How many terms of a sum are written out.
const MOST_TERMS: usize = 12;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    judge_availability(context, findings);
    if let Some(budget) = context.latency.budget() {
        judge_latency(context, budget, findings);
    }
}

fn judge_availability(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(answer) = context.board.answered(Question::Availability) else { return };
    let Some(reading) = context.readings.answer(Question::Availability) else { return };
    let shares = reading.quantities.iter().filter(|it| it.dimension == Dimension::Availability);
    let Some(share) = shares.filter_map(Quantity::number).reduce(f64::max) else { return };
    let costs = reading.quantities.iter().any(|it| it.dimension == Dimension::Cost);
    if share < FIVE_NINES * (1.0 - 1e-9) || costs || mentions(&answer.text, REASONS) {
        return;
    }
    let down = duration((1.0 - share).max(0.0) * 31_536_000.0);
    let message = || format!(
        "The scope promises that at most {down} of a year are lost, and does not say why. Each further nine costs about as \
         much as all before it: say what a minute costs and whom, or promise what the reads need.",
    );
    findings
        .say(Place::Answer(Question::Availability), message)
        .clears(|| "99.99 % or less, or a reason beside the figure, would pass");
}

fn judge_latency(context: &Context<'_>, budget: Budget, findings: &mut Findings<'_>) {
    let own = context.graph.boxes().map(|node| Some(low(floor(context, node)?.1)));
    let own: Vec<Option<f64>> = own.collect();
    if own.iter().flatten().sum::<f64>() <= budget.seconds {
        return;
    }
    let floors = context.latency.of_times(context.graph, &context.readings, own);
    let Some(end) = floors.worst_end() else { return };
    if is_below(budget.seconds, floors.total(end)) {
        speak(context, &floors.route(context.graph, end), budget, findings);
    }
}

fn speak(context: &Context<'_>, route: &Route, budget: Budget, findings: &mut Findings<'_>) {
    let message = || format!(
        "The scope promises {}, and the components on the way take {} together even at their best. Promise what they \
         reach, or take ones that reach the promise.",
        duration(budget.seconds),
        duration(route.seconds),
    );
    let terms: Vec<String> = route
        .hops
        .iter()
        .take(MOST_TERMS)
        .map(|hop| format!("{} {}", hop_name(context, hop), duration(hop.seconds)))
        .collect();
    let rest = if route.hops.len() > MOST_TERMS { " + …" } else { "" };
    let path = || route.stops.iter().map(|stop| context.at(*stop)).collect();
    let mut said = findings
        .say(Place::Answer(Question::Latency), message)
        .path(path)
        .evidence(|| format!(
            "{}{rest} = {} > {}",
            terms.join(" + "),
            duration(route.seconds),
            duration(budget.seconds)
        ))
        .clears(|| format!("A latency of {} or more would pass", duration(route.seconds)));
    let mut by_size: Vec<&Hop> = route.hops.iter().collect();
    by_size.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    for hop in by_size.iter().take(3) {
        if let Some((known, figure)) = figure_of(context, hop) {
            said = said.figure(known, figure, "of latency");
        }
    }
    if let Some(slowest) = by_size.first() {
        said.follows("JUS005", context.at(slowest.stop));
    }
}

/// The component of a stage and its latency.
fn floor(context: &Context<'_>, node: &BoxNode<'_>) -> Option<(&'static Component, &'static Figure)> {
    let known = context.component(node.slot)?;
    let figure = known.latency.filter(|_| node.record.role.is_stage())?;
    Some((known, figure))
}

fn figure_of(context: &Context<'_>, hop: &Hop) -> Option<(&'static Component, &'static Figure)> {
    match hop.stop {
        Stop::Box(slot) => floor(context, context.graph.get_box(slot)),
        Stop::Edge(_) => None,
    }
}

fn hop_name(context: &Context<'_>, hop: &Hop) -> String {
    match hop.stop {
        Stop::Box(slot) => name(context.graph.get_box(slot)),
        Stop::Edge(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["availability"], "scope availability: five nines"),
            (&["latency"], "scope latency: p99 ≤ 50 ms\n[process] Spark Structured Streaming\n[serve] API\nSpark Structured Streaming -> API"),
            (&["latency"], "scope latency: p99 ≤ 150 ms\n[ingest] Kinesis\n[process] Spark Structured Streaming\n[serve] API\nKinesis -> Spark Structured Streaming\nSpark Structured Streaming -> API"),
            (&[], "scope availability: 99.999 %, a minute down costs $40k"),
            (&[], "scope availability: 99.99 %\nscope latency: p99 ≤ 300 ms\n[ingest] Kafka\n[process] Flink\n[serve] API\nKafka -> Flink\nFlink -> API"),
            (&[], "scope latency: p99 ≤ 170 ms\n[ingest] Kinesis\n[process] Spark Structured Streaming\n[serve] API\nKinesis -> Spark Structured Streaming\nSpark Structured Streaming -> API"),
        ]);
    }
}
