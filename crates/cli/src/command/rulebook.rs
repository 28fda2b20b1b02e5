//! `sketchlint rulebook`: every rule with its page, as one HTML file.

use crate::arguments::Rulebook;
use crate::command::document;
use crate::outcome::Outcome;
use crate::output::rule_book;

pub(super) fn run(arguments: &Rulebook) -> Outcome {
    let mut outcome = Outcome::default();
    let book = rule_book::document();
    document::put(&mut outcome, book, arguments.output.as_deref(), |shown| {
        let rules = lint::RULES.len();
        format!("{shown} holds {rules} rules; each is linked by its code, as in {shown}#OWN001.")
    });
    outcome
}
