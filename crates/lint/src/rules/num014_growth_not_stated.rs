//! NUM014: a design for today.

use board::Question;
use quantity::Qualifier;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::mention::mentions;
use crate::rule::rule;

/// Words that speak of what becomes of it.
const GROWTH: [&str; 22] = [
    "grow", "grew", "within a year", "headroom", "10x", "x10", "10 times", "ten times", "tenfold", "doubl", "triple", "next year", "six months",
    "6 months", "year on year", "year over year", "yoy", "autoscal", "auto scal", "scale out", "scales out", "scales to",
];

rule! {
    /// # Growth not stated
    ///
    /// ## What it looks at
    /// Where the volume is answered and data flows from an ingest box to whoever waits: whether anything says what
    /// becomes of the design at ten times the volume or in six months. Growth (`growing 40 % a year`, `30 % headroom`),
    /// a spike of ten times, or words such as `autoscaling`, `scale out` or `doubles` in an answer, on a box or an
    /// edge, or in the wrap-up are enough.
    ///
    /// ## Why an interviewer minds
    /// "And at ten times that?" is the follow-up to every volume. A design that says which box gives way first, and what
    /// is done then, has an answer ready.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 20k ev/s average, 50k ev/s peak
    /// [ingest] Kafka: 100k ev/s
    /// [serve] API: p99 40 ms
    /// Kafka -> API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 20k ev/s average, 50k ev/s peak, growing 40 % a year
    /// [ingest] Kafka: 100k ev/s
    /// [serve] API: p99 40 ms
    /// Kafka -> API
    /// ```
    ///
    /// ## Fix
    /// Ask how much the volume grows and write it into the answer; then say which box gives way first and what is done
    /// then.
    ///
    /// ## Source
    /// Interview guide on scoping: today's volume and next year's; Google SRE, "Launch Coordination Checklist": capacity
    /// and growth.
    "NUM014" "growth-not-stated" Number Info
    "nothing says what happens at ten times the volume or in six months"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.is_answered(Question::Volume) || !context.is_whole() || is_stated(context) {
        return;
    }
    let message = || "Nothing says what becomes of this at ten times the volume, or in six months. Ask how much it grows, and \
                   say which box gives way first and what is done then.";
    findings.say(Place::Answer(Question::Volume), message);
}

fn is_stated(context: &Context<'_>) -> bool {
    let speaks = |text: &str| mentions(text, &GROWTH);
    let mut answers = context.board.scope().filter(|(_, answer)| answer.is_answered());
    // The long texts last.
    grows(context)
        || context.board_mentions(&GROWTH)
        || answers.any(|(_, answer)| speaks(&answer.text))
        || wrap_up(context).any(speaks)
}

/// A figure for growth, however it is worded.
fn grows(context: &Context<'_>) -> bool {
    let scope = context.board.scope().filter_map(|(question, _)| context.readings.answer(question));
    let boxes = context.graph.boxes().map(|node| context.reading(node.slot));
    let mut all = scope.chain(boxes).flat_map(|reading| &reading.quantities);
    all.any(|quantity| quantity.qualifier == Some(Qualifier::Growth))
        || context.rates.demand.spike >= 10.0
}

fn wrap_up<'c>(context: &'c Context<'_>) -> impl Iterator<Item = &'c str> {
    let wrap = context.board.wrap();
    let tradeoffs = wrap.tradeoffs.iter();
    let texts = tradeoffs.flat_map(|it| [&it.chose, &it.over, &it.cost, &it.impact]);
    let single = [&wrap.summary, &wrap.risk.what, &wrap.risk.mitigation];
    let listed = wrap.mvp.iter().chain(&wrap.left_out);
    single.into_iter().chain(texts).chain(listed).map(String::as_str)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["volume"], "scope volume: 50k ev/s, 3x spike\n[ingest] K: 20 ms\n[serve] API: 20 ms\nK -> API"),
            (&[], "scope volume: 50k ev/s, 10x spike\n[ingest] K: 20 ms\n[serve] API: 20 ms\nK -> API"),
            (&[], "scope volume: 50k ev/s\n[ingest] K: 20 ms\n[serve] API: autoscales to 40 pods\nK -> API"),
            (&[], "scope volume: 50k ev/s\nrisk: the volume doubles within a year\n[ingest] K: 20 ms\n[serve] API: 20 ms\nK -> API"),
            (&[], "scope volume: 50k ev/s\n[ingest] K: 20 ms"),
            (&[], "scope volume: 50k ev/s, 12x spike\n[ingest] K: 20 ms\n[serve] API: 20 ms\nK -> API"),
        ]);
    }
}
