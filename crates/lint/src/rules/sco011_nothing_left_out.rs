//! SCO011: nothing was said no to.

use board::Question;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;

rule! {
    /// # Nothing left out
    ///
    /// ## What it looks at
    /// Whether `out` is answered, or the wrap-up lists what was left out, once something is drawn in an interview: on a
    /// board that answers a prompt, was drawn in the session, or has `out` among its questions. The architecture of a
    /// running system is no interview and is not judged. While fewer than three questions are answered, `SCO001` says
    /// so first.
    ///
    /// ## Why an interviewer minds
    /// Forty-five minutes are too few for everything, so something was left out, on purpose or unseen. To say no to
    /// what could be built, and why, is the clearest sign that somebody decided.
    ///
    /// ## Bad board
    /// ```bad
    /// prompt: fraud-50k
    /// scope persona: fraud analysts
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s peak, 10x spike
    /// [ingest] Kafka: 500k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// prompt: fraud-50k
    /// scope persona: fraud analysts
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s peak, 10x spike
    /// scope out: model training, a second region
    /// [ingest] Kafka: 500k ev/s
    /// ```
    ///
    /// ## Fix
    /// Name one or two things that somebody may expect and that this design does not do, in the answer on `out` or in
    /// the wrap-up.
    ///
    /// ## Source
    /// Interview guide, product rounds: prove that you know what not to build.
    "SCO011" "nothing-left-out" Scope Info, ProductManager raises
    "nothing is left out on purpose"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let left_out = &context.board.wrap().left_out;
    let says_no = context.is_answered(Question::Out) || left_out.iter().any(|it| !it.trim().is_empty());
    let is_asked = context.is_round() || context.board.answer(Question::Out).is_some();
    if is_asked && context.is_drawn() && !says_no {
        let message = || "Nothing was said no to, so it is not clear where the design ends. Name one or two things that \
                       somebody may expect of it and that it leaves out on purpose.";
        findings
            .say(Place::Answer(Question::Out), message)
            .follows("SCO001", Place::Board);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["out"], "prompt: fraud-50k\n[ingest] Kafka"),
            (&["out"], "at 1:00 drew\n[ingest] Kafka"),
            (&["out"], "scope out open: ask\n[ingest] Kafka\nleft-out:"),
            (&[], "scope volume: 6M ev/s\n[ingest] Kafka"),
            (&[], "at 1:00 drew\n[ingest] Kafka\n[serve] API"),
            (&[], "prompt: fraud-50k\nscope out: model training\n[ingest] Kafka"),
            (&[], "prompt: fraud-50k\n[ingest] Kafka\nleft-out: model training"),
            (&[], "prompt: fraud-50k\nscope persona: analysts"),
        ]);
    }
}
