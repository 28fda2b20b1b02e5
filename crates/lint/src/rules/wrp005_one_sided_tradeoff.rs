//! WRP005: all gain and no price.

use board::Tradeoff;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;
use crate::wrapping::{is_due, tradeoffs_have};

rule! {
    /// # One-sided tradeoff
    ///
    /// ## What it looks at
    /// The trade-offs of the wrap-up: whether each says what it was chosen over, and what it costs. It is judged when
    /// the wrap-up is; see `WRP001`.
    ///
    /// ## Why an interviewer minds
    /// A trade-off with nothing given up is a preference. The interviewer asks what it costs, and the answer is better
    /// given before the question.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 50k ev/s
    /// tradeoff: streaming
    /// impact: fraud loss from 0.12 % to 0.05 %
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 50k ev/s
    /// tradeoff: streaming
    /// over: a nightly batch
    /// cost: $6k a month more
    /// impact: fraud loss from 0.12 % to 0.05 %
    /// ```
    ///
    /// ## Fix
    /// Say what it was chosen over, and what it costs: money, time, or what the other would have done better.
    ///
    /// ## Source
    /// Interview guide, trade-offs: name what is given up before you are asked.
    "WRP005" "one-sided-tradeoff" WrapUp Warning
    "a trade-off of the wrap-up gives nothing up"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !is_due(context) {
        return;
    }
    let is_blank = |text: &String| text.trim().is_empty();
    let is_one_sided = |it: &Tradeoff| is_blank(&it.chose) || is_blank(&it.over) || is_blank(&it.cost);
    if let Some(opening) = tradeoffs_have(context.board.wrap(), is_one_sided) {
        let message = || format!(
            "{opening} one side only, and a choice without a price is a preference. Say what was chosen over what, and \
             what is given up for it.",
        );
        findings.say(Place::Wrap, message);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["wrap"], "[ingest] K\ntradeoff: streaming"),
            (&["wrap"], "[ingest] K\ntradeoff: streaming\ncost: $6k/mo"),
            (&["wrap"], "[ingest] K\ntradeoff: streaming\nover: batch\nimpact: 7 in 10 frauds stopped"),
            (&[], "[ingest] K\ntradeoff: streaming\nover: batch\ncost: $6k/mo"),
            (&[], "[ingest] K\nsummary: We score swipes."),
        ]);
    }
}
