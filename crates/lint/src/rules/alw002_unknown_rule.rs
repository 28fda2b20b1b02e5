//! ALW002: an allow for a rule that nobody knows.

use board::nearest;

use super::RULES;
use crate::allow::Use;
use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::quote;
use crate::rule::rule;

rule! {
    /// # Unknown rule
    ///
    /// ## What it looks at
    /// Every allow of the board: whether a rule has that code or name.
    ///
    /// ## Why an interviewer minds
    /// A misspelt exception is silent: the finding that it was meant for still stands, and whoever reads the file
    /// believes that it was agreed upon.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka
    /// allow CON0001 on kafka: sized by the platform team
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka
    /// allow CON001 on kafka: sized by the platform team
    /// ```
    ///
    /// ## Fix
    /// Write the code or the name as `sketchlint rules` lists it. Where one is near, the fix writes that one.
    ///
    /// ## Source
    /// Practice of linters: a suppression of an unknown rule is itself reported, with the nearest name.
    "ALW002" "unknown-rule" Allow Warning
    "an allow for a rule that does not exist"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (number, (allow, used)) in context.board.allows().iter().zip(&context.allows).enumerate() {
        if *used != Use::UnknownRule {
            continue;
        }
        let known = RULES.iter().flat_map(|rule| [rule.code, rule.name]);
        let meant = nearest(&allow.rule, known);
        let asked = meant.map_or_else(String::new, |meant| format!(" Did you mean `{meant}`?"));
        let message = || format!("No rule is called {}, so nothing is set aside.{asked} Name a rule of the list.", quote(&allow.rule));
        let said = findings.say(Place::Board, message);
        if let Some(meant) = meant {
            let edit = context.with_allow(number, |allow| allow.rule = meant.to_owned());
            said.fix(|| (format!("Write {meant}"), edit), false);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "[ingest] Kafka\nallow CON0001 on kafka: agreed"),
            (&["board"], "[ingest] Kafka\nallow something-else: agreed"),
            (&[], "[ingest] Kafka\nallow con001 on kafka: agreed\nallow missing-constraint: agreed"),
        ]);
    }
}
