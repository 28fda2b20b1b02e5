//! `sketchlint explain`: the page of one rule.

use board::nearest;
use lint::RULES;

use crate::arguments::Explain;
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
        None => {
            let known = RULES.iter().flat_map(|rule| [rule.code, rule.name]);
            let meant =
                nearest(typed, known).map_or_else(String::new, |meant| format!(" Did you mean `{meant}`?"));
            Outcome::failure(format!(
                "no rule is called `{typed}`.{meant} `sketchlint rules` lists them all."
            ))
        }
    }
}
