//! The page of a rule, offline.

use lint::Rule;
use yew::prelude::*;

/// Which rule.
#[derive(Properties, PartialEq)]
pub(crate) struct RulePageProps {
    /// The rule's code.
    pub code: &'static str,
}

/// What a rule looks at, why an interviewer minds, examples, its fix and source.
#[component]
pub(crate) fn RulePage(props: &RulePageProps) -> Html {
    let rule: Option<&'static Rule> = lint::rule(props.code);
    html! { if let Some(rule) = rule { <h2>{ rule.summary }</h2> } }
}
