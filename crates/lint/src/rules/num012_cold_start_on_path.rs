//! NUM012: the first request after a pause waits for a machine.

use board::graph::BoxNode;
use board::{Question, Role};
use catalog::{Component, Figure};
use quantity::{Dimension, Quantity};

use crate::blank;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::known::{called, is_below, low};
use crate::mention::mentions;
use crate::phrase::{duration, opening};
use crate::rule::rule;

rule! {
    /// # Cold start on path
    ///
    /// ## What it looks at
    /// Boxes whose time counts under the latency answer, of a component that stops when idle or is started for each run:
    /// whether its start takes longer than the whole answer, and nothing on the board keeps it running. That can be words
    /// beside the box (`provisioned concurrency`, `kept warm`, `always on`, `continuous`), a rejected alternative that
    /// speaks of scaling to zero or of cold starts, or traffic: one request a second, stated by the box or flowing into
    /// it, leaves it no time to stop.
    ///
    /// However small the gap, it counts, and the page that the catalogue has the start-up time from is named.
    ///
    /// ## Why an interviewer minds
    /// The first swipe of the morning waits for a machine, and the promise was made for that one too. It is the question
    /// behind every serverless box on a path that somebody waits on.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Orders: p99 20 ms
    /// [serve] Model Serving: p99 80 ms
    /// Orders -> Model Serving
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Orders: p99 20 ms
    /// [serve] Model Serving: p99 80 ms, provisioned concurrency
    /// Orders -> Model Serving
    /// ```
    ///
    /// ## Fix
    /// Keep one instance running and put its cost beside the box, or say in an allow what the first request gets
    /// instead. The fix writes `kept warm`.
    ///
    /// ## Source
    /// Interview guide on components: scale to zero is cheap until somebody waits for it. The start-up times are the
    /// catalogue's, each with its page.
    "NUM012" "cold-start-on-path" Number Warning
    "the latency answer is shorter than the start of a component on its path, and nothing keeps that running"
    check
}

/// Requests a second that leave it no time to stop.
const BUSY: f64 = 1.0;
const KEPT: &[&str] = &["warm", "prewarm", "always on", "continuous", "min instance", "minimum instance", "provisioned"];
const REFUSED: &[&str] = &["scale to zero", "scaling to zero", "scales to zero", "serverless", "cold start"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = context.latency.budget() else { return };
    for node in context.stages().filter(|node| context.latency.is_on_path(node.slot)) {
        let known = context.component(node.slot).filter(|known| known.starts_cold());
        let Some((known, start)) = known.and_then(|known| Some((known, known.start_up?))) else {
            continue;
        };
        if is_below(budget.seconds, low(start)) && !is_kept_running(context, node) {
            speak(context, node, known, start, budget.seconds, findings);
        }
    }
}

fn is_kept_running(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let is_busy = |it: &Quantity| it.dimension == Dimension::Rate && it.number() >= Some(BUSY);
    let flow = context.rates.flow(node.slot).and_then(|flow| flow.events);
    let refuses = |text: &str| mentions(text, REFUSED);
    let mut rejected = node.record.rejected.iter();
    context.box_mentions(node, KEPT)
        || rejected.any(|it| refuses(&it.option) || refuses(&it.why))
        || context.reading(node.slot).quantities.iter().any(is_busy)
        || flow >= Some(BUSY)
}

fn speak(
    context: &Context<'_>,
    node: &BoxNode<'_>,
    known: &'static Component,
    start: &'static Figure,
    budget: f64,
    findings: &mut Findings<'_>,
) {
    let waits = match node.record.role {
        Role::Serve => "request",
        _ => "event",
    };
    let message = || format!(
        "{} may be stopped when the first {waits} after a pause comes, and {} takes {} to start: longer than the whole {} \
         that was promised. Keep it running and say what that costs, or say what the first one gets.",
        opening(node),
        called(context, node, known),
        duration(low(start)),
        duration(budget),
    );
    findings
        .say(at_box(node), message)
        .path(|| vec![at_box(node), Place::Answer(Question::Latency)])
        .figure(known, start, "to start")
        .clears(|| format!("{} kept warm would pass", opening(node)))
        .follows("JUS005", at_box(node))
        .fix(|| ("Add kept warm", blank::left(context, node, "kept warm")), false);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["model-serving"], "scope latency: p99 ≤ 300 ms\n[ingest] Orders\n[serve] Model Serving: p99 80 ms\nOrders -> Model Serving"),
            (&["q"], "scope latency: p95 ≤ 3 s\n[ingest] Kafka\nq = [serve] SQL warehouse pro: p95 2 s\nKafka -> q"),
            (&[], "scope latency: p99 ≤ 300 ms\n[ingest] Orders\n[serve] Model Serving: p99 80 ms, 200 rps\nOrders -> Model Serving"),
            (&[], "scope latency: p99 ≤ 300 ms\n[ingest] Orders\n[serve] Model Serving: p99 80 ms not scale to zero (cold starts)\nOrders -> Model Serving"),
            (&[], "scope latency: p95 ≤ 3 s\n[ingest] Kafka\nq = [serve] Databricks SQL: p95 2 s\nKafka -> q"),
            (&[], "scope latency: p99 ≤ 300 ms\n[serve] Redis: p99 5 ms\n[process] Training: 40 min on Model Serving"),
            (&[], "scope latency: p99 ≤ 300 ms\n[ingest] Orders\n[serve] Model Serving: p99 80 ms, min instances 1\nOrders -> Model Serving"),
            (&[], "scope volume: 100 ev/s\nscope latency: p99 ≤ 300 ms\n[ingest] Orders\n[serve] Model Serving: p99 80 ms\nOrders -> Model Serving"),
            (&[], "scope latency: p99 ≤ 300 ms\n[ingest] Orders\n[serve] Model Serving: p99 80 ms not the smallest endpoint (serverless)\nOrders -> Model Serving"),
        ]);
    }
}
