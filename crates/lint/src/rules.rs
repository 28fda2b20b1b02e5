//! All rules: one line each, in the order in which an interviewer would raise them.

use board::EdgeKind;
use board::graph::{BoxNode, Graph};

use crate::rule::Rule;

mod con001_missing_constraint;
mod con002_buzzword;
mod con003_wrong_constraint_for_role;
mod con005_unreadable_number;
mod flo001_orphan_box;
mod flo002_dead_end;
mod flo006_unreachable_consumer;
mod flo009_unlabelled_box;
mod flr001_absent_failure_path;
mod jus001_unjustified_component;
mod jus002_cites_an_open_question;
mod jus006_nothing_rejected;
mod num001_latency_budget_exceeded;
mod num002_latency_budget_open;
mod num003_capacity_below_peak;
mod num004_cost_over_ceiling;
mod num006_retention_below_replay;
mod own001_unowned_edge;
mod own002_source_unnamed;
mod own003_consumer_unnamed;
mod sco001_drew_before_scoping;
mod sco002_nobody_in_scope;
mod sco004_answer_without_number;
mod sco005_answer_never_used;

/// Every rule, by family and number.
pub static RULES: &[&Rule] = &[
    &sco001_drew_before_scoping::RULE,
    &sco002_nobody_in_scope::RULE,
    &sco004_answer_without_number::RULE,
    &sco005_answer_never_used::RULE,
    &con001_missing_constraint::RULE,
    &con002_buzzword::RULE,
    &con003_wrong_constraint_for_role::RULE,
    &con005_unreadable_number::RULE,
    &num001_latency_budget_exceeded::RULE,
    &num002_latency_budget_open::RULE,
    &num003_capacity_below_peak::RULE,
    &num004_cost_over_ceiling::RULE,
    &num006_retention_below_replay::RULE,
    &own001_unowned_edge::RULE,
    &own002_source_unnamed::RULE,
    &own003_consumer_unnamed::RULE,
    &flr001_absent_failure_path::RULE,
    &jus001_unjustified_component::RULE,
    &jus002_cites_an_open_question::RULE,
    &jus006_nothing_rejected::RULE,
    &flo001_orphan_box::RULE,
    &flo002_dead_end::RULE,
    &flo006_unreachable_consumer::RULE,
    &flo009_unlabelled_box::RULE,
];

/// The rule with this code (in any case) or name.
pub fn rule(code_or_name: &str) -> Option<&'static Rule> {
    let wanted = code_or_name.trim();
    let named = |rule: &&&Rule| rule.name == wanted || rule.code.eq_ignore_ascii_case(wanted);
    RULES.iter().find(named).copied()
}

/// For each box, whether a path of edges of `kind` leads to it from a box that `begins`, itself included.
fn reached(graph: &Graph<'_>, kind: EdgeKind, begins: impl Fn(&BoxNode<'_>) -> bool) -> Vec<bool> {
    let mut reached = vec![false; graph.box_count()];
    let mut waiting: Vec<_> = graph
        .boxes()
        .filter(|node| begins(node))
        .map(|node| node.slot)
        .collect();
    while let Some(slot) = waiting.pop() {
        match reached.get_mut(slot.index()) {
            Some(mark) if !*mark => *mark = true,
            _ => continue,
        }
        waiting.extend(graph.outgoing(slot, kind).map(|link| link.to));
    }
    reached
}
