//! WRP003: a risk and no answer to it.

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::quote;
use crate::rule::rule;
use crate::wrapping::{is_blank, is_due};

rule! {
    /// # Risk without mitigation
    ///
    /// ## What it looks at
    /// Whether the wrap-up names a risk, and what is done about it. It is judged when the wrap-up is; see `WRP001`. A
    /// wrap-up that is missing altogether is said by `WRP001`, and this is folded under it.
    ///
    /// ## Why an interviewer minds
    /// Every design has a weak spot, and the interviewer has seen it. Naming it first, with what would be done, turns
    /// the hardest follow-up into a point; naming it alone only asks the question for the interviewer.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 50k ev/s
    /// risk: one card testing thousands of numbers makes a hot partition
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 50k ev/s
    /// risk: one card testing thousands of numbers makes a hot partition
    /// mitigation: salt the key above 200 ev/s per card, and page on lag above 5 s
    /// ```
    ///
    /// ## Fix
    /// Name the one thing that would hurt most, and what is done before it does.
    ///
    /// ## Source
    /// Interview guide, structure of the round: one major risk, with its mitigation.
    "WRP003" "risk-without-mitigation" WrapUp Warning
    "the wrap-up names no risk, or one that nothing is done about"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !is_due(context) {
        return;
    }
    let wrap = context.board.wrap();
    let risk = &wrap.risk;
    match (risk.what.trim(), risk.mitigation.trim()) {
        ("", "") => {
            let message = || "The wrap-up names no risk, and every design has one that the interviewer has seen. Name the \
                           one that would hurt most, and what is done about it.";
            let said = findings.say(Place::Wrap, message);
            if is_blank(wrap) {
                said.follows("WRP001", Place::Wrap);
            }
        }
        ("", mitigation) => {
            let message = || format!(
                "Something is done ({}) and nothing says against what. Name the risk that it meets.",
                quote(mitigation),
            );
            findings.say(Place::Wrap, message);
        }
        (what, "") => {
            let message = || format!(
                "Nothing is done about the risk, {}, so it is handed to whoever runs the system. Say what keeps it from \
                 happening, or what is done when it does.",
                quote(what),
            );
            findings.say(Place::Wrap, message);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["wrap"], "[ingest] K\nrisk: a hot partition"),
            (&["wrap"], "[ingest] K\nmitigation: salt the key"),
            (&["wrap"], "[ingest] K\nsummary: We score swipes."),
            (&[], "[ingest] K\nrisk: a hot partition\nmitigation: salt the key"),
            (&[], "risk: a hot partition"),
        ]);
    }
}
