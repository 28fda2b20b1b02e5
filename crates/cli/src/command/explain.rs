//! `sketchlint explain`: the page of one rule.

use lint::RULES;

use crate::arguments::Explain;
use crate::command::choice::sentence;
use crate::configuration::no_such_rule;
use crate::outcome::Outcome;

pub(super) fn run(arguments: &Explain) -> Outcome {
    let typed = arguments.rule.trim();
    let found = RULES
        .iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(typed) || rule.name.eq_ignore_ascii_case(typed));
    match found {
        Some(rule) => {
            let (code, name, severity) = (rule.code, rule.name, rule.severity.as_str());
            Outcome::answer(format!(
                "{code} {name} ({severity}): {}.\n\n{}",
                rule.summary,
                rule.page()
            ))
        }
        None => Outcome::failure(sentence(no_such_rule(typed))),
    }
}
