//! ALW001: an allow that sets nothing aside.

use crate::allow::Use;
use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;

rule! {
    /// # Idle allow
    ///
    /// ## What it looks at
    /// Every allow of the board (`allow CON001 on kafka: the reason`) whose rule is not switched off: whether it sets
    /// any finding aside. An allow whose reason is empty or a promise to write one (`todo`) sets nothing aside either.
    /// One finding for each idle allow, at the board, since what it named may be gone.
    ///
    /// ## Why an interviewer minds
    /// An exception outlives its cause. The next time the fault comes up in that place, nobody hears of it.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s
    /// allow CON001 on kafka: sized by the platform team
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka
    /// allow CON001 on kafka: sized by the platform team
    /// ```
    ///
    /// ## Fix
    /// The fix takes the allow out. Where only the reason is missing, write the reason instead: who decided it, and
    /// why.
    ///
    /// ## Source
    /// Practice of linters: a suppression that suppresses nothing is itself reported.
    "ALW001" "idle-allow" Allow Warning
    "an allow that sets no finding aside"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (number, (allow, used)) in context.board.allows().iter().zip(&context.allows).enumerate() {
        let on = allow.on.as_deref().map(|on| format!(" on {on}")).unwrap_or_default();
        let what = match used {
            Use::Idle => format!("{}{on} is allowed, and says nothing there", allow.rule),
            Use::WithoutReason => format!("{}{on} is allowed without a reason, so it is not set aside", allow.rule),
            Use::SetsAside | Use::UnknownRule | Use::Expired | Use::NotAsked => continue,
        };
        let message = || format!("{what}. Take the allow out, or say what it is for.");
        findings
            .say(Place::Board, message)
            .fix(|| ("Take the allow out", context.without_allow(number)), *used == Use::Idle);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[ingest] Kafka: 500k ev/s\nallow CON001 on kafka: agreed"),
            (&["board"], "[ingest] Kafka\nallow CON001 on kafka: todo"),
            (&["board", "board"], "allow CON001: agreed\nallow missing-constraint: agreed"),
            (&[], "[ingest] Kafka\nallow CON001 on kafka: agreed"),
            (&[], "[ingest] Kafka\nallow con001: agreed"),
            (&[], "allow ALW001: agreed\nallow XXX001: agreed"),
        ]);
    }
}
