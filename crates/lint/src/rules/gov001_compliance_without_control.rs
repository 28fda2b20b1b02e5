//! GOV001: a law that nothing on the board obeys.

use board::{Answer, Question, Role};

use crate::context::Context;
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::mention::denies;
use crate::phrase::{quote, whole};
use crate::rule::rule;

/// How people write that data is governed, hidden, watched over or given out to few.
const CONTROLS: &[&str] = &[
    "mask", "tokeni", "encrypt", "redact", "pseudonym", "anonymi", "hashed", "audit", "access control", "access policy",
    "rbac", "abac", "acl", "row level", "column level", "row filter", "column mask", "least privilege", "kms", "lineage",
    "consent", "erasure", "forgotten", "delete on request", "pii", "govern", "unity catalog", "purview",
    "lake formation", "ranger", "immutable log", "worm",
];

rule! {
    /// # Compliance without control
    ///
    /// ## What it looks at
    /// Whether compliance is answered (and not by "none"), and then whether anything on the board obeys it: a govern
    /// box, or words on a box or an edge that say how data is masked, tokenised, encrypted, audited, or who may read
    /// it. One such sign is enough here; how far it reaches is asked by `GOV005`.
    ///
    /// ## Why an interviewer minds
    /// A law that was named in minute five and is nowhere on the board was only a word. The follow-up is always: where
    /// is the card number masked, and who can see it before?
    ///
    /// ## Bad board
    /// ```bad
    /// scope compliance: PCI DSS and GDPR
    /// [ingest] Kafka: 500k ev/s because compliance
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope compliance: PCI DSS and GDPR
    /// [ingest] Kafka: 500k ev/s, card numbers tokenised because compliance
    /// ```
    ///
    /// ## Fix
    /// Say at the first box that holds such data what is done to it, and place what governs it: catalogue, access
    /// control, audit log.
    ///
    /// ## Source
    /// Interview guide for platform roles: for a bank, compliance comes before compute speed. Databricks Well-Architected
    /// Lakehouse, data governance and security.
    "GOV001" "compliance-without-control" Governance Error
    "compliance is answered, and nothing on the board governs, masks, audits or restricts access"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(answer) = context.board.answered(Question::Compliance) else { return };
    let is_governed = || {
        let mut boxes = context.graph.boxes();
        boxes.any(|node| node.record.role == Role::Govern) || context.board_mentions(CONTROLS)
    };
    if !context.is_drawn() || denies(&answer.text) || is_governed() {
        return;
    }
    let message = || format!(
        "Compliance is answered with {}, and nothing on the board obeys it: no box governs, masks, audits or says who may \
         read. Say where that happens first.",
        quote(&answer.text),
    );
    say_unmet(findings, Question::Compliance, answer, message);
}

/// Speaks of an answer that nothing on the board obeys, and underlines it.
pub(super) fn say_unmet(findings: &mut Findings<'_>, question: Question, answer: &Answer, message: impl FnOnce() -> String) {
    findings.say(Place::Answer(question), message).words(|| "No box or edge follows from this", Field::Text, &answer.text, whole(&answer.text));
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["compliance"], "scope compliance: GDPR\n[store] S: keep 7 days"),
            (&[], "scope compliance: GDPR\n[store] S: keep 7 days\n[govern] Catalog"),
            (&[], "scope compliance: GDPR\n[store] S: PII masked"),
            (&[], "scope compliance: GDPR\n[store] S\n[serve] A\nS -> A: row-level access"),
            (&[], "scope compliance: none\n[store] S"),
            (&[], "scope compliance: GDPR"),
        ]);
    }
}
