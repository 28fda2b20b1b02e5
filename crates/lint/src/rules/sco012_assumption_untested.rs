//! SCO012: much stands on a guess.

use board::{AnswerStatus, Question};
use board::graph::BoxSlot;

use crate::context::Context;
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::phrase::{names, quote, whole};
use crate::rule::rule;

/// How many boxes may rest on an assumption before it is worth a question.
const MANY: usize = 3;

rule! {
    /// # Assumption untested
    ///
    /// ## What it looks at
    /// Answers that are assumed and not stated: whether three boxes or more cite one of them. To assume aloud is good
    /// practice, and one or two boxes are a fair price for it.
    ///
    /// ## Why an interviewer minds
    /// An assumption that carries half of the board is a question that was not asked. If it is wrong the boxes go with
    /// it, and the interviewer may well have another number in mind.
    ///
    /// ## Bad board
    /// ```bad
    /// scope cost assumed: ≤ $40k/month
    /// [ingest] Kafka: 50k ev/s because cost
    /// [process] Spark: every 5 minutes because cost
    /// [store] Delta Lake: keep 90 days because cost
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope cost: ≤ $40k/month
    /// [ingest] Kafka: 50k ev/s because cost
    /// [process] Spark: every 5 minutes because cost
    /// [store] Delta Lake: keep 90 days because cost
    /// ```
    ///
    /// ## Fix
    /// Ask, and mark the answer as stated. If nobody can tell, say in an allow what on the board would change if it
    /// were half or double.
    ///
    /// ## Source
    /// Interview guide, scoping: state assumptions aloud and have them confirmed before building on them.
    "SCO012" "assumption-untested" Scope Info
    "an assumed answer carries three boxes or more"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (question, answer) in context.board.scope() {
        if answer.status != AnswerStatus::Assumed || !answer.is_answered() {
            continue;
        }
        let resting = citing(context, question);
        if resting.len() < MANY {
            continue;
        }
        let message = || format!(
            "{} boxes ({}) rest on the answer on {question}, {}, which is assumed: if it is wrong, they go with it. Have \
             it confirmed, or say what would change.",
            resting.len(),
            names(context.graph, &resting),
            quote(&answer.text),
        );
        findings
            .say(Place::Answer(question), message)
            .words(|| "Assumed", Field::Text, &answer.text, whole(&answer.text))
            .clears(|| "The same answer, confirmed and marked as stated, would pass")
            .path(|| context.at_boxes(&resting));
    }
}

fn citing(context: &Context<'_>, question: Question) -> Vec<BoxSlot> {
    let boxes = context.graph.boxes();
    boxes
        .filter(|node| node.record.because.answers.contains(&question))
        .map(|node| node.slot)
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["cost"], "scope cost assumed: $1k/mo\n[ingest] A because cost\n[store] B because cost\n[serve] C because cost"),
            (&[], "scope cost assumed: $1k/mo\n[ingest] A because cost\n[store] B because cost\n[serve] C"),
            (&[], "scope cost open: $1k/mo\n[ingest] A because cost\n[store] B because cost\n[serve] C because cost"),
        ]);
    }
}
