//! ALW003: an allow whose day has gone by.

use crate::allow::Use;
use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;

rule! {
    /// # Allow past its date
    ///
    /// ## What it looks at
    /// Every allow of the board that holds until a day: whether that day has gone by. It holds on the day itself. What
    /// it set aside is said again. Where the linter is not told which day it is, every allow holds.
    ///
    /// ## Why an interviewer minds
    /// A date on an exception is a promise. When it passes, either the fault was mended or somebody decides anew.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka
    /// allow CON001 on kafka until 2020-01-31: sized by the platform team
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka
    /// allow CON001 on kafka until 9999-12-31: sized by the platform team
    /// ```
    ///
    /// ## Fix
    /// Mend what was set aside and take the allow out, or decide anew and give it another day. Only you know which, so
    /// there is no fix.
    ///
    /// ## Source
    /// Practice of linters: a suppression may expire, and says so when it has.
    "ALW003" "allow-past-its-date" Allow Warning
    "an allow whose last day has gone by"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (allow, used) in context.board.allows().iter().zip(&context.allows) {
        if let (Use::Expired, Some(until)) = (used, allow.until) {
            let on = allow.on.as_deref().map(|on| format!(" on {on}")).unwrap_or_default();
            let message = || format!(
                "{}{on} was allowed until {until}, and that day has gone by. Mend what it set aside, or decide anew.",
                allow.rule
            );
            findings
                .say(Place::Board, message)
                .evidence(|| format!("The reason given: {}", allow.why.trim()));
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[ingest] Kafka\nallow CON001 on kafka until 2020-01-31: agreed"),
            (&[], "[ingest] Kafka\nallow CON001 on kafka until 9999-12-31: agreed"),
            (&[], "[ingest] Kafka\nallow CON001 on kafka: agreed"),
        ]);
    }
}
