//! All rules: one line each, by family in the order in which an interviewer would raise them.

use board::EdgeKind;
use board::graph::{BoxNode, BoxSlot, Graph};

use crate::rule::{Check, Rule};

/// The rules, each in its own file of this folder.
macro_rules! rules {
    ($($rule:ident)+) => {
        $(mod $rule;)+

        /// Every rule, by family and number.
        pub static RULES: &[&Rule] = &[$(&$rule::RULE),+];

        /// Every rule with its check, for a program that judges.
        pub(crate) static CHECKS: &[(&Rule, Check)] = &[$((&$rule::RULE, $rule::CHECK)),+];

        /// The page of each, in the same order.
        static PAGES: &[&str] = &[$($rule::PAGE),+];
    };
}

rules! {
    sco001_drew_before_scoping
    sco002_nobody_in_scope
    sco003_no_success_metric
    sco004_answer_without_number
    sco005_answer_never_used
    sco006_peak_or_average
    sco007_failure_not_scoped
    sco008_reads_not_scoped
    sco009_overpromise
    sco010_scope_contradicts_itself
    sco011_nothing_left_out
    sco012_assumption_untested
    con001_missing_constraint
    con002_buzzword
    con003_wrong_constraint_for_role
    con004_looser_than_scope
    con005_unreadable_number
    con006_which_percentile
    con007_beyond_the_component
    num001_latency_budget_exceeded
    num002_latency_budget_open
    num003_capacity_below_peak
    num004_cost_over_ceiling
    num005_cost_unaccounted
    num006_retention_below_replay
    num007_availability_below_target
    num008_store_too_small
    num009_freshness_budget_exceeded
    num010_recovery_too_slow
    num011_consistency_below_scope
    num012_cold_start_on_path
    num013_parallelism_does_not_fit
    num014_growth_not_stated
    own001_unowned_edge
    own002_source_unnamed
    own003_consumer_unnamed
    own004_handoff_without_contract
    own005_no_escalation
    own006_owner_misspelt
    flr001_absent_failure_path
    flr002_dead_letter_dead_end
    flr003_retry_without_limit
    flr004_retry_without_idempotency
    flr005_exactly_once_broken
    flr006_nothing_to_replay_from
    flr007_deploy_loses_in_flight
    flr008_noisy_source_unisolated
    flr009_spike_hits_process
    flr010_single_point_of_failure
    flr011_no_degraded_mode
    flr012_retries_block_the_main_path
    flr013_call_without_timeout
    jus001_unjustified_component
    jus002_cites_an_open_question
    jus003_cannot_serve_that
    jus004_heavier_than_scope
    jus005_lighter_than_scope
    jus006_nothing_rejected
    jus007_tool_tour
    jus008_no_business_outcome
    jus009_works_at_any_volume
    jus010_infrastructure_heavy
    jus011_three_signals
    flo001_orphan_box
    flo002_dead_end
    flo003_missing_stage
    flo004_against_the_grain
    flo005_data_cycle
    flo006_unreachable_consumer
    flo008_duplicate_edge
    flo009_unlabelled_box
    flo010_unlabelled_edge
    flo011_crowded_board
    flo012_role_looks_wrong
    med001_skips_bronze
    med002_flows_back
    med003_reads_raw
    med004_no_quality_gate
    med005_bronze_forgets
    gov001_compliance_without_control
    gov002_tenancy_without_isolation
    gov003_nothing_watches
    gov004_alert_without_threshold
    gov005_lineage_breaks
    gov006_kept_too_long
    gov007_leaves_its_region
    gov008_hot_for_everything
    wrp001_no_summary
    wrp002_mvp_not_cut
    wrp003_risk_without_mitigation
    wrp004_tradeoff_without_number
    wrp005_one_sided_tradeoff
    wrp006_tradeoff_without_impact
    clk001_drew_before_asking
    clk002_scoping_too_short
    clk003_no_time_for_wrap_up
    clk004_over_time
    alw001_idle_allow
    alw002_unknown_rule
    alw003_allow_past_its_date
}

impl Rule {
    /// The rule's page in Markdown.
    ///
    /// No rule points at its page: a program that never asks, such as the one in the browser, is linked without them.
    pub fn page(&self) -> String {
        let page = RULES.iter().zip(PAGES).find(|(rule, _)| **rule == self);
        let lines = page.into_iter().flat_map(|(_, page)| page.lines());
        lines
            .flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"])
            .collect()
    }
}

/// The rule with this code (in any case) or name.
pub fn rule(code_or_name: &str) -> Option<&'static Rule> {
    let wanted = code_or_name.trim();
    let named = |rule: &&&Rule| rule.name == wanted || rule.code.eq_ignore_ascii_case(wanted);
    RULES.iter().find(named).copied()
}

/// For each box, whether a path of edges of `kind` leads to it from a box that `begins`, itself included.
pub(crate) fn reached(graph: &Graph<'_>, kind: EdgeKind, begins: impl Fn(&BoxNode<'_>) -> bool) -> Vec<bool> {
    spread(graph, &begins, &|slot, waiting| {
        waiting.extend(graph.outgoing(slot, kind).map(|link| link.to));
    })
}

/// For each box, whether a path of edges of `kind` leads from it to a box that `ends`, itself included.
fn reaching(graph: &Graph<'_>, kind: EdgeKind, ends: impl Fn(&BoxNode<'_>) -> bool) -> Vec<bool> {
    spread(graph, &ends, &|slot, waiting| {
        waiting.extend(graph.incoming(slot, kind).map(|link| link.from));
    })
}

fn spread(
    graph: &Graph<'_>,
    begins: &dyn Fn(&BoxNode<'_>) -> bool,
    next: &dyn Fn(BoxSlot, &mut Vec<BoxSlot>),
) -> Vec<bool> {
    let mut reached = vec![false; graph.box_count()];
    let begin = graph.boxes().filter(|node| begins(node));
    let mut waiting: Vec<BoxSlot> = begin.map(|node| node.slot).collect();
    while let Some(slot) = waiting.pop() {
        match reached.get_mut(slot.index()) {
            Some(mark) if !*mark => *mark = true,
            _ => continue,
        }
        next(slot, &mut waiting);
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_stand_in_the_order_in_which_reports_rank_them() {
        assert!(RULES.is_sorted_by_key(|rule| (rule.family, rule.code)));
    }
}
