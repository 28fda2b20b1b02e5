//! GOV002: tenants that share everything.

use board::Question;

use super::gov001_compliance_without_control::say_unmet;
use crate::context::Context;
use crate::findings::Findings;
use crate::mention::denies;
use crate::phrase::quote;
use crate::rule::rule;

/// How people write that tenants do not see or slow each other.
const ISOLATION: &[&str] = &[
    "isolat", "per tenant", "by tenant", "tenant", "row level", "row filter", "quota", "rate limit", "throttl",
    "namespace", "per workspace", "per account", "by account", "per customer", "by customer", "per org", "by org", "per team", "by team",
    "noisy neighbo", "fair", "bulkhead", "priority queue", "dedicated", "separate", "partitioned by",
];

rule! {
    /// # Tenancy without isolation
    ///
    /// ## What it looks at
    /// Whether tenancy is answered (and not by "none" or "single tenant"), and then whether any box or edge says how
    /// tenants are kept apart: rows filtered, quotas, a partition, a queue or a workspace of their own.
    ///
    /// ## Why an interviewer minds
    /// Two things go wrong among tenants: one sees the other's rows, and one slows the other down. A design that shares
    /// everything has chosen both.
    ///
    /// ## Bad board
    /// ```bad
    /// scope tenancy: 40 business units, none may see or slow another
    /// [store] Delta Lake: keep 90 days because tenancy
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope tenancy: 40 business units, none may see or slow another
    /// [store] Delta Lake: keep 90 days, row filters by unit because tenancy
    /// ```
    ///
    /// ## Fix
    /// Say on the store or the serving box how rows are kept apart, and on the shared compute what each tenant may use.
    ///
    /// ## Source
    /// Interview guide on job monitoring: isolation between tenants is one of the questions. AWS Well-Architected, SaaS
    /// Lens, on tenant isolation.
    "GOV002" "tenancy-without-isolation" Governance Warning
    "tenancy is answered, and nothing on the board keeps tenants apart"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(answer) = context.board.answered(Question::Tenancy) else { return };
    if !context.is_drawn() || denies(&answer.text) || context.board_mentions(ISOLATION) {
        return;
    }
    let message = || format!(
        "Tenancy is answered with {}, and nothing on the board keeps tenants apart, so one can see or slow another. Say \
         how rows are separated, and what each tenant may use.",
        quote(&answer.text),
    );
    say_unmet(findings, Question::Tenancy, answer, message);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["tenancy"], "scope tenancy: 12 teams\n[store] S: keep 7 days"),
            (&[], "scope tenancy: 12 teams\n[store] S: keep 7 days\n[serve] A: quota of 50 QPS each"),
            (&[], "scope tenancy: single tenant\n[store] S"),
            (&[], "scope tenancy: 12 teams"),
        ]);
    }
}
