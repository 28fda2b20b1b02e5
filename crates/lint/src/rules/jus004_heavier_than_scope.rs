//! JUS004: more than was asked for, and paid for all day.

use board::graph::{BoxNode, BoxSlot};
use board::{Question, Role};
use catalog::{Component, Delivery, Family, Hosting, Mode};
use quantity::{Dimension, Guarantee, Quantity, Reading};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::mention::mentions;
use crate::phrase::{duration, opening, opening_names, verb};
use crate::rule::rule;

rule! {
    /// # Heavier than scope
    ///
    /// ## What it looks at
    /// Three kinds of weight that nobody asked for:
    ///
    /// - **Streaming for a scope of minutes.** Where the tightest figure of the latency and freshness answers is ten
    ///   minutes or more, and neither the job, the metric nor the reads name a shorter one: process boxes of a
    ///   component that works event by event, or in small batches on machines that never stop. A box that says that it
    ///   runs at intervals of a minute or more, or is triggered, is not meant. An event log counts only where it cites
    ///   nothing but latency or freshness, for volume and replay are reasons of their own. One finding lists them.
    /// - **Warm machines for rare use.** A box that keeps a warm pool or minimum instances, under a cost answer, where
    ///   the reads answer says that somebody asks less than once a minute.
    /// - **Exactly once where nothing asks it.** Ingest and process boxes that promise `exactly-once` where neither
    ///   accuracy nor consistency is answered, and the failure answer is missing or says `at-least-once`. A component
    ///   that brings it along is not reported.
    ///
    /// ## Why an interviewer minds
    /// The senior answer is the lightest one that holds. An always-on stream for a report that is read in the morning costs
    /// a team its nights, and the interviewer asks what it buys.
    ///
    /// ## Bad board
    /// ```bad
    /// scope freshness: finance tables stale by at most 4 hours
    /// [process] Apache Flink: 20k ev/s because freshness
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope freshness: finance tables stale by at most 4 hours
    /// [process] Spark job: hourly, 20k ev/s because freshness
    /// ```
    ///
    /// ## Fix
    /// Take the component that runs when there is something to do, or get the answer that asks for the heavier one: a
    /// shorter time, more frequent reads, what a duplicate would cost. On an event log that is there for volume or
    /// replay, cite that.
    ///
    /// ## Source
    /// Interview guide on components: batch before streaming unless a figure asks for it. Databricks well-architected,
    /// cost optimisation: streaming against batch by what the business needs.
    "JUS004" "heavier-than-scope" Justification Warning
    "streaming, warm machines or exactly-once where nothing in the scope asks for them"
    check
}

/// From how many seconds on a run at intervals is enough, its start included.
const UNHURRIED: f64 = 600.0;
/// An interval in seconds from which a box counts as run and not as always on.
const RUN: f64 = 60.0;
/// Requests a second below which use is rare.
const RARE: f64 = 1.0 / 60.0;
const TRIGGERED: &[&str] = &["available now", "availablenow", "trigger once", "triggered", "on a schedule", "scheduled"];
const WARM: &[&str] = &[
    "warm pool", "warm instance", "pre warm", "prewarm", "kept warm", "keep warm", "always warm", "min instances",
    "minimum instances", "provisioned concurrency",
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    judge_streams(context, findings);
    judge_warmth(context, findings);
    judge_delivery(context, findings);
}

fn judge_streams(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some((asked, question)) = tightest(context).filter(|(asked, _)| *asked >= UNHURRIED) else {
        return;
    };
    let heavy = context.stages().filter(|node| streams(context, node));
    let heavy: Vec<&BoxNode<'_>> = heavy.collect();
    let Some(first) = heavy.first() else { return };
    let slots: Vec<BoxSlot> = heavy.iter().map(|node| node.slot).collect();
    let message = || format!(
        "{} {} at all times, and the tightest figure that the scope asks for is a {question} of {}. A run at \
         intervals would do and stops when it is done. Take one, or say which figure needs a stream.",
        opening_names(context.graph, &slots),
        verb(slots.len(), "runs", "run"),
        duration(asked),
    );
    let path = || context.at_boxes(&slots);
    let mut said = findings.say(at_box(first), message).path(path);
    for (node, known) in heavy.iter().filter_map(|node| Some((node, context.component(node.slot)?))) {
        let works = known.mode.map_or("", Mode::as_str);
        said = said.evidence(|| format!(
            "{} is {}: {works}, {}",
            opening(node),
            known.name,
            known.hosting.as_str()
        ));
    }
    said.clears(|| format!(
        "A {question} below {}, or a run every few minutes, would pass",
        duration(UNHURRIED)
    ));
}

/// The shortest time that the scope asks for, and where; nothing where the job, the metric or the reads are in a hurry.
fn tightest(context: &Context<'_>) -> Option<(f64, Question)> {
    let shortest = |question| {
        let answer = context.readings.answer(question)?;
        // A bare `1 day` reads as a retention, but here the question tells.
        let is_time = |it: &&Quantity| match it.dimension {
            Dimension::Latency | Dimension::Freshness => true,
            Dimension::Retention => question == Question::Freshness,
            _ => false,
        };
        let times = answer.quantities.iter().filter(is_time);
        let shortest = times.filter_map(Quantity::best).reduce(f64::min)?;
        Some((shortest, question))
    };
    let meant = [Question::Job, Question::Metric, Question::Reads].into_iter();
    if meant.filter_map(shortest).any(|(asked, _)| asked < UNHURRIED) {
        return None;
    }
    let both = [Question::Latency, Question::Freshness].into_iter().filter_map(shortest);
    both.reduce(|tightest, other| if other.0 < tightest.0 { other } else { tightest })
}

fn streams(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let Some(component) = context.component(node.slot) else { return false };
    let cited = &node.record.because.answers;
    let hurry = |question: &Question| matches!(question, Question::Latency | Question::Freshness);
    let is_meant = match node.record.role {
        Role::Process => {
            component.mode == Some(Mode::Streaming)
                || (component.mode == Some(Mode::MicroBatch) && component.hosting == Hosting::AlwaysOn)
        }
        Role::Ingest => component.family == Family::EventLog && !cited.is_empty() && cited.iter().all(hurry),
        _ => false,
    };
    is_meant && !runs_at_intervals(context.reading(node.slot)) && !context.box_mentions(node, TRIGGERED)
}

fn runs_at_intervals(reading: &Reading) -> bool {
    let every = |it: &Quantity| it.dimension == Dimension::Freshness && it.number() >= Some(RUN);
    reading.quantities.iter().any(every)
}

fn judge_warmth(context: &Context<'_>, findings: &mut Findings<'_>) {
    let is_rare = context.board.answered(Question::Reads).is_some_and(|answer| {
        let reading = context.readings.answer(Question::Reads);
        mentions(&answer.text, &["rarely", "seldom", "occasional"]) || reading.is_some_and(asks_rarely)
    });
    if !is_rare || !context.is_answered(Question::Cost) {
        return;
    }
    for node in context.stages().filter(|node| mentions(&node.record.constraints, WARM)) {
        let message = || format!(
            "{} is kept warm under a cost ceiling, and by the answer on reads it is asked rarely. Most of what it \
             costs is waiting: let it stop when idle, and say how long the first request may take.",
            opening(node),
        );
        findings
            .say(at_box(node), message)
            .path(|| vec![at_box(node), crate::finding::Place::Answer(Question::Reads)]);
    }
}

/// Less than once a minute, by every figure that the answer gives.
fn asks_rarely(reading: &Reading) -> bool {
    let mut rates = reading.quantities.iter().filter_map(|it| match it.dimension {
        Dimension::Rate => it.number(),
        Dimension::Freshness => it.number().map(|every| 1.0 / every.max(1.0)),
        _ => None,
    });
    rates.next().is_some_and(|first| rates.fold(first, f64::max) < RARE)
}

fn judge_delivery(context: &Context<'_>, findings: &mut Findings<'_>) {
    let says = |reading: &Reading, word| reading.quantities.iter().any(|it| it.guarantee() == Some(word));
    let failure = context.readings.answer(Question::Failure);
    let is_asked = [Question::Accuracy, Question::Consistency].into_iter().any(|it| context.is_answered(it))
        || failure.is_some_and(|answer| !says(answer, Guarantee::AtLeastOnce));
    if is_asked || context.board.scope().next().is_none() {
        return;
    }
    let promises = |node: &&BoxNode<'_>| {
        let brings = |known: &Component| known.delivery == Some(Delivery::ExactlyOnce);
        matches!(node.record.role, Role::Ingest | Role::Process)
            && says(context.reading(node.slot), Guarantee::ExactlyOnce)
            && !context.component(node.slot).is_some_and(brings)
    };
    let heavy: Vec<BoxSlot> = context.stages().filter(promises).map(|node| node.slot).collect();
    let Some(first) = heavy.first() else { return };
    let message = || format!(
        "{} {} exactly-once, and no answer on failure, accuracy or consistency asks for it. It costs latency and \
         a transaction at every hand-off. Ask what a duplicate would cost, or take at-least-once with an idempotent write.",
        opening_names(context.graph, &heavy),
        verb(heavy.len(), "promises", "promise"),
    );
    let said = findings.say(at_box(context.graph.get_box(*first)), message);
    said.path(|| context.at_boxes(&heavy));
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["flink"], "scope freshness: stale by at most 4 hours\n[process] Flink: 20k ev/s"),
            (&["flink"], "scope freshness: 1 day\n[process] Flink"),
            (&["kafka"], "scope freshness: stale by at most 4 hours\n[ingest] Kafka because freshness\n[process] Flink"),
            (&["api"], "scope cost: ≤ $5k/month\nscope reads: 20 reports per day\n[serve] API: p99 80 ms, provisioned concurrency"),
            (&["job"], "scope volume: 5k ev/s\n[process] Job: hourly, exactly-once"),
            (&[], "scope freshness: stale by at most 5 minutes\nscope latency: p99 300 ms\n[process] Flink\n[ingest] Kafka because freshness"),
            (&[], "scope freshness: stale by at most 4 hours\n[process] Spark Structured Streaming: every 15 minutes\n[ingest] Kafka because volume, freshness"),
            (&[], "scope cost: ≤ $5k/month\nscope reads: 200 QPS\n[serve] API: p99 80 ms, provisioned concurrency"),
            (&[], "scope failure: no event lost or counted twice\n[process] Job: hourly, exactly-once"),
            (&[], "scope volume: 5k ev/s\n[process] Flink: p99 60 ms, exactly-once"),
            (&["job"], "scope freshness: 1 day\njob = [process] Spark Structured Streaming"),
            (&[], "scope freshness: 1 day\n[process] dbt"),
        ]);
    }
}
