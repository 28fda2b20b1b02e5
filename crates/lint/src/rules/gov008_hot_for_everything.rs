//! GOV008: years of data on the dearest shelf.

use board::Role;
use quantity::{Dimension, Qualifier, Quantity};

use crate::context::{Context, at_box};
use crate::finding::Field;
use crate::findings::Findings;
use crate::phrase::{duration, opening};
use crate::rule::rule;

/// From how long on a second tier is worth a thought: 180 days, in seconds.
const LONG: f64 = 180.0 * 86_400.0;
/// How people write that not everything lies on the same shelf.
const TIERS: &[&str] = &[
    "hot", "warm", "cold", "archiv", "tier", "glacier", "lifecycle", "infrequent", "nearline", "coldline", "cool",
];

rule! {
    /// # Hot for everything
    ///
    /// ## What it looks at
    /// Stores, and serve boxes that keep data, that state a retention of 180 days or more: whether anything on the
    /// board says that older data lies on a cheaper shelf (hot, warm, cold, archive, lifecycle). One finding, at the
    /// store that keeps longest.
    ///
    /// ## Why an interviewer minds
    /// Most reads go to the last days, and most bytes are older. When the bill has to be cut in half, keeping
    /// everything on one shelf is the first thing to go.
    ///
    /// ## Bad board
    /// ```bad
    /// [store] Elasticsearch: keep 2 years
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [store] Elasticsearch: hot for 30 days, cold after 90 days, keep 2 years
    /// ```
    ///
    /// ## Fix
    /// Say how long data must be quick to read, and where older data lies (`cold after 90 days`).
    ///
    /// ## Source
    /// Interview guide on logs: cold storage after 90 days. AWS Well-Architected, cost optimisation, storage tiers.
    "GOV008" "hot-for-everything" Governance Info
    "a long retention on one tier"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let kept = context.stages().filter(|node| matches!(node.record.role, Role::Store | Role::Serve));
    let kept = kept.filter(|node| !context.is_failure_side(node)).filter_map(|node| {
        let quantities = context.reading(node.slot).quantities.iter();
        let longest = quantities.filter(|quantity| is_kept(quantity)).filter_map(|it| Some((it, it.number()?)));
        let (quantity, seconds) = longest.reduce(|one, other| if other.1 > one.1 { other } else { one })?;
        (seconds >= LONG).then_some((node, quantity, seconds))
    });
    let longest = kept.reduce(|one, other| if other.2 > one.2 { other } else { one });
    let Some((node, quantity, seconds)) = longest else { return };
    if context.board_mentions(TIERS) {
        return;
    }
    let message = || format!(
        "{} keeps {} on one shelf, though most reads go to the last days. Say how long it must be quick to read, and \
         where the rest lies.",
        opening(node),
        duration(seconds),
    );
    findings.say(at_box(node), message).words(|| "All of it on the same tier", Field::Constraints, &node.record.constraints, quantity.span);
}

fn is_kept(quantity: &Quantity) -> bool {
    quantity.dimension == Dimension::Retention && matches!(quantity.qualifier, None | Some(Qualifier::Replay))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["b"], "[store] A: keep 1 year\n[store] B: keep 7 years"),
            (&[], "[store] A: keep 1 year\n[store] Archive: keep 7 years"),
            (&[], "[store] A: keep 90 days"),
            (&[], "[store] A: 2 TB"),
        ]);
    }
}
