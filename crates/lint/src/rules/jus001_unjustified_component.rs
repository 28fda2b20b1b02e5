//! JUS001: a box that nothing asked for.

use board::graph::BoxNode;

use crate::context::{Context, at_box};
use crate::finding::Field;
use crate::findings::Findings;
use crate::phrase::{opening, quote, whole};
use crate::rule::rule;

rule! {
    /// # Unjustified component
    ///
    /// ## What it looks at
    /// Every box apart from sources and consumers: whether it cites a scoping answer (`because volume, failure`). A few
    /// words without an answer are a start and not enough. A dead letter or a quarantine that stands on a failure path
    /// alone was asked for by the box that it protects.
    ///
    /// ## Why an interviewer minds
    /// "Why is this here?" is the first question to every box. A box that no answer asked for is one that the design
    /// could do without, or one that the candidate always draws.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 50k ev/s at peak
    /// [ingest] Kafka: 500k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 50k ev/s at peak
    /// [ingest] Kafka: 500k ev/s because volume
    /// ```
    ///
    /// ## Fix
    /// Cite the answer that asks for the box, or take the box out.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: every component answers a scoping question.
    "JUS001" "unjustified-component" Justification Error
    "a box, source and consumer apart, cites no scoping answer"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for node in context.graph.boxes().filter(|node| speaks_of(context, node)) {
        let words = &node.record.because.text;
        let message = if words.trim().is_empty() {
            format!(
                "No answer asks for {}, so the design may do without it. Cite the scoping answer that it serves, or \
                 take it out.",
                crate::phrase::name(node),
            )
        } else {
            format!(
                "{} is there because {}, which cites no scoping answer. Name the answer that asks for it.",
                opening(node),
                quote(words),
            )
        };
        let said = findings.say(at_box(node), message);
        if !words.trim().is_empty() {
            said.words(
                "Words without an answer behind them",
                Field::Because,
                words,
                whole(words),
            );
        }
    }
}

/// The rule names this box; what follows from having no reason is folded under it.
pub(crate) fn speaks_of(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    !node.record.role.is_outside() && node.record.because.answers.is_empty() && !context.is_failure_side(node)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "[ingest] K: 20 ms"),
            (&["catalog"], "[govern] Catalog"),
            (&[], "[source] Tills\n[consumer] Shop\n[ingest] K because volume"),
            (&[], "[process] Job because volume\n[store] DLQ\nJob -failure-> DLQ"),
        ]);
    }
}
