//! SCO007: nobody asked what may be lost.

use board::Question;
use quantity::{Dimension, Qualifier, Quantity};

use crate::context::Context;
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::phrase::{quote, whole};
use crate::rule::rule;

rule! {
    /// # Failure not scoped
    ///
    /// ## What it looks at
    /// Whether any answer speaks of replay, of delivery (`at-least-once`, `no event lost`) or of recovery (`RTO 15
    /// min`), once something is drawn. It need not be the answer on failure: `90-day replay` under retention counts.
    /// While fewer than three questions are answered, `SCO001` says so first.
    ///
    /// ## Why an interviewer minds
    /// What may be lost, what must be replayed and how soon the system must be back decide between a log and a queue,
    /// and between exactly-once and idempotent. Whoever designs first finds out in the follow-up.
    ///
    /// ## Bad board
    /// ```bad
    /// scope persona: card holders at the till
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s peak, 10x spike
    /// [ingest] Kafka: 500k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope persona: card holders at the till
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s peak, 10x spike
    /// scope failure: no event lost, 7-day replay, RTO 15 min
    /// [ingest] Kafka: 500k ev/s
    /// ```
    ///
    /// ## Fix
    /// Ask what may be lost, what must be read again, and how soon it must be back.
    ///
    /// ## Source
    /// Interview guide, round 3, minute 2 of the opening: the failure mode.
    "SCO007" "failure-not-scoped" Scope Warning
    "no answer speaks of replay, of delivery or of recovery"
    check
}

/// Words by which an answer on failure says something without a figure or a guarantee.
const SPOKEN: [&str; 6] = ["lost", "lose", "loss", "recover", "replay", "again"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.is_drawn() || is_scoped(context) {
        return;
    }
    let place = Place::Answer(Question::Failure);
    match context.board.answered(Question::Failure) {
        None => {
            let message = || "Nothing says what may be lost, what must be replayed or how soon it must be back, and these \
                           decide between a log and a queue. Ask what happens when a part fails.";
            findings.say(place, message).follows("SCO001", Place::Board);
        }
        Some(answer) => {
            let text = &answer.text;
            let message = || format!(
                "The answer on failure, {}, speaks of neither replay nor delivery nor recovery, so the design cannot \
                 follow from it. Ask what may be lost, and how soon it must be back.",
                quote(text),
            );
            findings
                .say(place.clone(), message)
                .words(|| "Nothing to design by in here", Field::Text, text, whole(text))
                .follows("SCO004", place);
        }
    }
}

fn is_scoped(context: &Context<'_>) -> bool {
    let answered = Question::ALL.iter().filter_map(|it| context.readings.answer(*it));
    if answered.flat_map(|reading| &reading.quantities).any(is_of_failure) {
        return true;
    }
    context.board.answered(Question::Failure).is_some_and(|answer| {
        let text = answer.text.to_ascii_lowercase();
        SPOKEN.iter().any(|word| text.contains(word))
    })
}

fn is_of_failure(quantity: &Quantity) -> bool {
    let is_promise = matches!(
        quantity.dimension,
        Dimension::Delivery | Dimension::Failure | Dimension::Recovery
    );
    is_promise || quantity.qualifier == Some(Qualifier::Replay)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["failure"], "[ingest] Kafka: 7-day replay"),
            (&["failure"], "scope failure: it must be robust\n[ingest] Kafka"),
            (&["failure"], "scope failure open: what may be lost?\n[ingest] Kafka"),
            (&[], "scope failure: nothing may be lost\n[ingest] Kafka"),
            (&[], "scope retention: 90-day replay\n[ingest] Kafka"),
            (&[], "scope latency: p99 ≤ 300 ms"),
        ]);
    }
}
