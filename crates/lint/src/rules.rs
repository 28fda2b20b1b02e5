//! All rules: one line each, in the order in which an interviewer would raise them.

use crate::rule::Rule;

mod con001_missing_constraint;

/// Every rule, by family and number.
pub static RULES: &[&Rule] = &[&con001_missing_constraint::RULE];

/// The rule with this code (in any case) or name.
pub fn rule(code_or_name: &str) -> Option<&'static Rule> {
    let wanted = code_or_name.trim();
    let named = |rule: &&&Rule| rule.name == wanted || rule.code.eq_ignore_ascii_case(wanted);
    RULES.iter().find(named).copied()
}
