//! SCO002: a design for nobody.

use board::Question;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;

rule! {
    /// # Nobody in scope
    ///
    /// ## What it looks at
    /// Whether `persona` (who has the problem) or `job` (what they are trying to get done, and what breaks today) is
    /// answered. One of the two is enough. Before the first box there is nothing to judge.
    ///
    /// ## Why an interviewer minds
    /// Every number on the board is somebody's number. Without the person who waits, a latency of 300 ms is neither
    /// tight nor loose, and the design cannot say what breaks when the answer comes late.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s at peak
    /// scope cost: ≤ $40k/month
    /// [ingest] Kafka: 50k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope persona: card holders at the till, who wait for the decision
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s at peak
    /// [ingest] Kafka: 50k ev/s
    /// ```
    ///
    /// ## Fix
    /// Ask who has the problem, or what they are trying to get done, and write it down in half a sentence.
    ///
    /// ## Source
    /// Interview guide, every round: who has the problem, and what breaks for them without it.
    "SCO002" "nobody-in-scope" Scope Error
    "neither who has the problem nor the job to be done is answered"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let known = context.is_answered(Question::Persona) || context.is_answered(Question::Job);
    if context.is_drawn() && !known {
        let message = || "Neither who has the problem nor what breaks for them today is answered, so nobody can say \
                       for whom the numbers on the board matter. Ask who waits for this, and what they do without \
                       it.";
        let path = || vec![Place::Answer(Question::Persona), Place::Answer(Question::Job)];
        findings.say(Place::Answer(Question::Persona), message).path(path);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["persona"], "scope volume: 1k ev/s\n[ingest] Kafka"),
            (&["persona"], "scope job open: ask\n[ingest] Kafka"),
            (&[], "scope job: stop stolen cards\n[ingest] Kafka"),
            (&[], "scope volume: 1k ev/s"),
        ]);
    }
}
