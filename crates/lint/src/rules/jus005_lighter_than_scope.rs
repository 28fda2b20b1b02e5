//! JUS005: a batch where an answer within moments was promised.

use board::Question;
use board::graph::BoxNode;
use catalog::{Component, Figure, Mode};

use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::known::{built_for, called, is_below, low};
use crate::phrase::{duration, opening};
use crate::rule::rule;

rule! {
    /// # Lighter than scope
    ///
    /// ## What it looks at
    /// Ingest, process, store and serve boxes of a component that works in batches, in small batches or by finding
    /// files, on a path whose time counts: whether what it reaches at best is above the latency answer, or above the
    /// freshness answer (of several figures, the most generous). What a live box merely looks up, and a batch job that
    /// feeds it, are not on that path.
    ///
    /// However small the gap, it counts, and the page that the catalogue has the figure from is named.
    ///
    /// ## Why an interviewer minds
    /// This is the one mismatch that no tuning mends: the component waits for a batch, and the promise is shorter than the
    /// wait. The interviewer stops the walk through the design here.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Auto Loader: 50k ev/s
    /// [serve] Scorer: p99 80 ms
    /// [consumer] Till
    /// Auto Loader -> Scorer
    /// Scorer -> Till
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// [ingest] Kafka: p99 20 ms
    /// [serve] Scorer: p99 80 ms
    /// [consumer] Till
    /// Kafka -> Scorer
    /// Scorer -> Till
    /// ```
    ///
    /// ## Fix
    /// Put a component there that works event by event, or go back to the scope and say what the shorter promise is worth.
    ///
    /// ## Source
    /// Interview guide on components: file discovery adds minutes, micro-batches add their interval. The figures are the
    /// catalogue's, each with its page.
    "JUS005" "lighter-than-scope" Justification Error
    "a batch component stands on a path whose latency or freshness it cannot meet"
    check
}

/// What the box is on the way of, and what its component reaches there at best.
struct Gap {
    question: Question,
    asked: f64,
    figure: &'static Figure,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.stages() {
        let Some(component) = context.component(node.slot) else { continue };
        if let Some(gap) = gap(context, node, component) {
            speak(context, node, component, &gap, findings);
        }
    }
}

fn gap(context: &Context<'_>, node: &BoxNode<'_>, component: &Component) -> Option<Gap> {
    if !matches!(component.mode, Some(Mode::Batch | Mode::MicroBatch)) {
        return None;
    }
    let latency = context.latency.budget().map(|budget| budget.seconds);
    let latency = latency.filter(|_| context.latency.is_on_path(node.slot));
    let freshness = context.freshness();
    let age = freshness.budget().filter(|_| freshness.is_on_path(node.slot));
    [(Question::Latency, latency), (Question::Freshness, age)]
        .into_iter()
        .find_map(|(question, asked)| {
            let (asked, figure) = (asked?, figure_of(question, component)?);
            is_below(asked, low(figure)).then_some(Gap {
                question,
                asked,
                figure,
            })
        })
}

fn figure_of(question: Question, component: &Component) -> Option<&'static Figure> {
    match question {
        Question::Latency => component.latency.or(component.freshness),
        _ => component.freshness.or(component.latency),
    }
}

/// What `figure`, one of the two of `component`, is of.
fn what(component: &Component, figure: &Figure) -> &'static str {
    let is_latency = component.latency.is_some_and(|it| std::ptr::eq(it, figure));
    if is_latency { "of latency" } else { "of freshness" }
}

fn speak(context: &Context<'_>, node: &BoxNode<'_>, component: &'static Component, gap: &Gap, findings: &mut Findings<'_>) {
    let Gap {
        question,
        asked,
        figure,
    } = gap;
    let message = || format!(
        "{} is on the way to a {question} of {}, and {} works in batches: {} at best. No tuning mends that. Put something \
         there that works event by event, or go back to the scope.",
        opening(node),
        duration(*asked),
        called(context, node, component),
        duration(low(figure)),
    );
    let mut said = findings
        .say(at_box(node), message)
        .path(|| vec![at_box(node), Place::Answer(*question)])
        .figure(component, figure, what(component, figure))
        .clears(|| format!(
            "A {question} of {} or more would pass, or another component there",
            duration(low(figure))
        ));
    let fits = |figure: &Figure| low(figure) <= *asked;
    let of = |component: &Component| figure_of(*question, component);
    for (other, figure) in built_for(component, node.record.role, &of, &fits) {
        said = said.figure(other, figure, what(other, figure));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["auto-loader"], "scope latency: p99 ≤ 300 ms\n[ingest] Auto Loader\n[serve] API: p99 80 ms\nAuto Loader -> API"),
            (&["spark-structured-streaming"], "scope latency: p99 ≤ 50 ms\n[ingest] Kafka\n[process] Spark Structured Streaming\n[serve] API\nKafka -> Spark Structured Streaming\nSpark Structured Streaming -> API"),
            (&["dbt"], "scope freshness: stale by at most 10 s\n[ingest] Kafka\n[process] dbt\n[store] Marts\n[serve] API\nKafka -> dbt\ndbt -> Marts\nMarts -> API"),
            (&[], "scope latency: p99 ≤ 300 ms\n[ingest] Kafka\n[process] Spark Structured Streaming\n[serve] API\nKafka -> Spark Structured Streaming\nSpark Structured Streaming -> API"),
            (&[], "scope latency: p99 ≤ 300 ms\n[ingest] Kafka\n[process] Training (Apache Spark)\n[store] Models\n[serve] API\nKafka -> API\nTraining (Apache Spark) -> Models\nModels -> API"),
            (&[], "scope freshness: stale by at most 30 minutes\n[ingest] Auto Loader\n[serve] API\nAuto Loader -> API"),
            (&[], "[ingest] Auto Loader\n[serve] API: p99 80 ms\nAuto Loader -> API"),
        ]);
    }
}
