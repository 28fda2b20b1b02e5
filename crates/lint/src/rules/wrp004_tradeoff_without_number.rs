//! WRP004: a trade-off that nobody can weigh.

use board::Tradeoff;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::has_figure;
use crate::rule::rule;
use crate::wrapping::{is_blank, is_due, tradeoffs, tradeoffs_have};

rule! {
    /// # Tradeoff without number
    ///
    /// ## What it looks at
    /// The trade-offs of the wrap-up: whether there is one, and whether each holds a figure in what it costs or in what
    /// it brings. One that says nothing of its price is left to `WRP005`. It is judged when the wrap-up is; see
    /// `WRP001`. A wrap-up that is missing altogether is said by `WRP001`, and this is folded under it.
    ///
    /// ## Why an interviewer minds
    /// "Faster but dearer" is true of every pair of designs. With `$6k a month more for 200 ms less` the interviewer
    /// can agree or object, and either is a conversation.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 50k ev/s
    /// tradeoff: streaming
    /// over: a nightly batch
    /// cost: dearer to run
    /// impact: less fraud
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
    /// Put a figure on what is paid or on what is won: money, time, a share, people.
    ///
    /// ## Source
    /// Interview guide, trade-offs: each with a number and what it means to the business.
    "WRP004" "tradeoff-without-number" WrapUp Warning
    "the wrap-up weighs no trade-off, or one without a number"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !is_due(context) {
        return;
    }
    let wrap = context.board.wrap();
    if tradeoffs(wrap).next().is_none() {
        let message = || "The wrap-up weighs nothing against anything, so the design seems to have had no price. Name one \
                       choice, what it was chosen over, and what it costs in figures.";
        let said = findings.say(Place::Wrap, message);
        if is_blank(wrap) {
            said.follows("WRP001", Place::Wrap);
        }
        return;
    }
    let is_bare =
        |it: &Tradeoff| !it.cost.trim().is_empty() && !has_figure(&it.cost) && !has_figure(&it.impact);
    if let Some(opening) = tradeoffs_have(wrap, is_bare) {
        let message = || format!(
            "{opening} no number, so nobody can weigh what is won against what is paid. Put a figure on either side: \
             money, time or a share.",
        );
        findings.say(Place::Wrap, message);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["wrap"], "[ingest] K\nsummary: We score swipes."),
            (&["wrap"], "[ingest] K\ntradeoff: streaming\nover: batch\ncost: dearer"),
            (&[], "[ingest] K\ntradeoff: streaming\nover: batch\ncost: twice the bill"),
            (&[], "[ingest] K\ntradeoff: streaming\nover: batch\ncost: dearer\nimpact: 7 in 10 frauds stopped"),
            (&[], "[ingest] K\ntradeoff: streaming\nover: batch"),
            (&[], "[ingest] K"),
        ]);
    }
}
