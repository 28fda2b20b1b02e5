//! JUS011: a goal, a number and the feature that moves it.

use board::Question;

use super::jus008_no_business_outcome::cites_business;
use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{has_figure, list, verb};
use crate::rule::rule;


rule! {
    /// # Three signals
    ///
    /// ## What it looks at
    /// Whether three things stand on the board, once data flows from an ingest box to whoever reads it: the goal (job
    /// or outcome is answered), the KPI (the metric holds a number), and the feature of the platform that moves it (a
    /// box, sources and consumers apart, that cites metric or outcome). One finding says which are missing. A missing
    /// KPI is said by `SCO003` first, since a feature cannot cite what is not there.
    ///
    /// ## Why an interviewer minds
    /// These three make one sentence: this part moves that number for this purpose. Where one is missing the listener
    /// has to guess it, and the design sounds like any other.
    ///
    /// ## Bad board
    /// ```bad
    /// scope job: stop a stolen card before the sale is through
    /// scope metric: fraud loss from 0.12 % to 0.05 %
    /// [ingest] Kafka: 50k ev/s because volume
    /// [serve] Scorer: p99 80 ms because latency
    /// Kafka -> Scorer
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope job: stop a stolen card before the sale is through
    /// scope metric: fraud loss from 0.12 % to 0.05 %
    /// [ingest] Kafka: 50k ev/s because volume
    /// [serve] Scorer: p99 80 ms because latency, metric
    /// Kafka -> Scorer
    /// ```
    ///
    /// ## Fix
    /// Answer the question that is named, or cite metric or outcome on the box that moves the number.
    ///
    /// ## Source
    /// Interview guide on product pipelines: the three signals are product goal, KPI and lakehouse feature.
    "JUS011" "three-signals" Justification Warning
    "goal, KPI and the feature that moves it do not all stand on the board"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.is_whole() {
        return;
    }
    let has_goal = context.is_answered(Question::Job) || context.is_answered(Question::Outcome);
    let metric = context.board.answered(Question::Metric);
    let has_kpi = metric.is_some_and(|answer| has_figure(&answer.text));
    let mut boxes = context.graph.boxes();
    let has_feature = boxes.any(|node| !node.record.role.is_outside() && cites_business(node));
    let signals = [
        (has_goal, "the goal (answer job or outcome)"),
        (has_kpi, "the KPI (a metric with a number)"),
        (has_feature, "the feature that moves it (a box that cites metric or outcome)"),
    ];
    let missing: Vec<&str> = signals.iter().filter(|(stands, _)| !stands).map(|(_, what)| *what).collect();
    if missing.is_empty() {
        return;
    }
    let message = || format!(
        "A design argues that one part moves one number for one purpose, and here {} {} missing: put {} on the board.",
        list(&missing, missing.len()),
        verb(missing.len(), "is", "are"),
        verb(missing.len(), "it", "them"),
    );
    let said = findings.say(Place::Board, message);
    if !has_kpi {
        said.follows("SCO003", Place::Answer(Question::Metric));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[ingest] K\n[serve] API\nK -> API"),
            (&["board"], "scope outcome: $7M a year\n[ingest] K\n[serve] API because outcome\nK -> API"),
            (&["board"], "scope metric: 5 %\n[ingest] K\n[serve] API because metric\nK -> API"),
            (&["board"], "scope job: x\nscope metric: 5 %\n[ingest] K\n[consumer] Till because metric\nK -> Till"),
            (&[], "scope job: x\nscope metric: 5 %\n[ingest] K because metric\n[consumer] Till\nK -> Till"),
            (&[], "scope job: x\n[ingest] K\n[store] S\nK -> S"),
        ]);
    }
}
