//! SCO001: boxes before questions.

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{list, verb};
use crate::rule::rule;

/// How many answers an interviewer wants before the first box.
const ENOUGH: usize = 3;

rule! {
    /// # Drew before scoping
    ///
    /// ## What it looks at
    /// Whether there are boxes while fewer than three scoping questions have an answer. Stated and assumed answers
    /// count; a question that was asked and left open does not.
    ///
    /// ## Why an interviewer minds
    /// A design that begins with a box is a design for a problem that nobody stated. Three questions at least come
    /// first, because their answers decide which boxes there are at all.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 50,000 events per second
    /// [ingest] Kafka: 50k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope persona: card holders at the till
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// scope volume: 50,000 events per second at peak
    /// [ingest] Kafka: 50k ev/s
    /// ```
    ///
    /// ## Fix
    /// Ask, or assume aloud: who waits, how fast, how much, at what cost, and what happens when it fails.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: never draw before you scope, three questions at the least.
    "SCO001" "drew-before-scoping" Scope Error
    "there are boxes, and fewer than three scoping questions have an answer"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let count = context.graph.box_count();
    let answered: Vec<&str> = catalog::questions()
        .iter()
        .filter(|card| context.is_answered(card.question))
        .map(|card| card.question.as_str())
        .collect();
    if count == 0 || answered.len() >= ENOUGH {
        return;
    }
    let known = match answered.as_slice() {
        [] => "no scoping question is answered".to_owned(),
        [one] => format!("only {one} is answered"),
        some => format!("only {} are answered", list(some, some.len())),
    };
    let missing = catalog::questions()
        .iter()
        .filter(|card| !context.is_answered(card.question));
    let next: Vec<&str> = missing
        .map(|card| card.question.as_str())
        .take(ENOUGH - answered.len())
        .collect();
    let message = || format!(
        "{count} {} drawn while {known}: an interviewer wants three answers before the first box, because they \
         decide which boxes there are. Ask for {} next.",
        verb(count, "box is", "boxes are"),
        list(&next, next.len()),
    );
    findings.say(Place::Board, message);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[ingest] Kafka"),
            (&["board"], "scope job: stop fraud\nscope volume: 1k ev/s\nscope cost open: how much?\n[ingest] Kafka"),
            (&[], "scope job: stop fraud\nscope volume: 1k ev/s\nscope cost assumed: $1k/mo\n[ingest] Kafka"),
            (&[], "scope job: stop fraud"),
        ]);
    }
}
