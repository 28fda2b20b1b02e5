//! WRP006: a price, and nothing that it buys.

use board::Tradeoff;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;
use crate::wrapping::{is_due, tradeoffs_have};

rule! {
    /// # Tradeoff without impact
    ///
    /// ## What it looks at
    /// The trade-offs of the wrap-up: whether each says what it brings to the business. It is judged when the wrap-up
    /// is; see `WRP001`.
    ///
    /// ## Why an interviewer minds
    /// A choice is made for somebody. Without the effect on the user or on the money it is an engineering taste, and on
    /// the product track it is the sentence that is listened for.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 50k ev/s
    /// tradeoff: streaming
    /// over: a nightly batch
    /// cost: $6k a month more
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
    /// Say what the user or the business gets for the price.
    ///
    /// ## Source
    /// Interview guide, product rounds: tie each trade-off to its effect on the business.
    "WRP006" "tradeoff-without-impact" WrapUp Warning, ProductManager raises
    "a trade-off of the wrap-up does not say what it brings to the business"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !is_due(context) {
        return;
    }
    let is_without = |it: &Tradeoff| it.impact.trim().is_empty();
    if let Some(opening) = tradeoffs_have(context.board.wrap(), is_without) {
        let message = || format!(
            "{opening} no impact, so it is not clear who is better off for it. Say what the user or the business gets: \
             money, time, fewer errors.",
        );
        findings.say(Place::Wrap, message);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["wrap"], "[ingest] K\ntradeoff: streaming\nover: batch\ncost: $6k/mo"),
            (&[], "[ingest] K\ntradeoff: streaming\nimpact: less fraud"),
            (&[], "[ingest] K\ntradeoff:\nsummary: We score swipes."),
        ]);
    }
}
