//! `sketchlint rulebook`: every rule with its page, as one HTML file.

use crate::arguments::Rulebook;
use crate::outcome::Outcome;
use crate::output::rule_book;
use crate::rewrite;

pub(super) fn run(arguments: &Rulebook) -> Outcome {
    let document = rule_book::document();
    let Some(path) = &arguments.output else {
        return Outcome::answer(document);
    };
    let shown = path.display();
    match rewrite::put(path, &document) {
        Ok(()) => Outcome::answer(format!(
            "{shown} holds {} rules; each is linked by its code, as in {shown}#OWN001.\n",
            lint::RULES.len()
        )),
        Err(error) => Outcome::failure(format!("{shown}: cannot be written: {error}")),
    }
}
