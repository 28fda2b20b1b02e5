//! CON003: a box held to something that is not its job.

use board::Role;
use quantity::Dimension;

use super::con001_missing_constraint::{blank_for, expected, speaks_of};
use crate::blank;
use crate::context::{Context, at_box};
use crate::finding::Field;
use crate::findings::Findings;
use crate::phrase::{opening, stated};
use crate::rule::rule;

rule! {
    /// # Wrong constraint for role
    ///
    /// ## What it looks at
    /// Boxes that have constraints: whether one of them is of a kind that their role is judged by: ingest by rate, data
    /// rate, latency or freshness; process by latency, freshness, rate or data rate; store by retention, size, cost or
    /// consistency; serve by latency, rate or availability. One that fits is enough, and where none does, the box is
    /// named. Boxes without any constraint are left to `CON001`, and a dead letter or a quarantine on a failure path is
    /// not judged.
    ///
    /// ## Why an interviewer minds
    /// `p99 20 ms` on a store says nothing about how long it keeps the data, which is what a store is for. The figure
    /// that is missing is the one that the follow-up question will be about.
    ///
    /// ## Bad board
    /// ```bad
    /// [store] Delta Lake: p99 20 ms
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [store] Delta Lake: keep 2 years, p99 20 ms
    /// ```
    ///
    /// ## Fix
    /// Keep what is there and add one figure of the box's own kind. The fix leaves a blank for it (`keep ? days`),
    /// which counts as no figure, so this rule goes on asking.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: the constraint beside a box is the one it is judged by.
    "CON003" "wrong-constraint-for-role" Constraint Warning
    "the box has constraints, and none that its role is judged by"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.stages().filter(|node| !context.is_failure_side(node)) {
        let (role, text) = (node.record.role, &node.record.constraints);
        let reading = context.reading(node.slot);
        let fits = reading
            .quantities
            .iter()
            .any(|quantity| judged_by(role).contains(&quantity.dimension));
        if fits || speaks_of(context, node) {
            continue;
        }
        let message = || format!(
            "{} is held to {}, but {} {role} box is judged by {}. Add one of these.",
            opening(node),
            stated(text, reading),
            if role == Role::Ingest { "an" } else { "a" },
            expected(role),
        );
        let mut said = findings.say(at_box(node), message);
        if !blank::is_in(text) {
            let blank = blank_for(role);
            said = said.fix(|| (format!("Leave a blank for it: {blank}"), blank::left(context, node, blank)), false);
        }
        for quantity in &reading.quantities {
            let note = format!("Reads as {}", quantity.dimension.label());
            said = said.words(|| note, Field::Constraints, text, quantity.span);
        }
    }
}

fn judged_by(role: Role) -> &'static [Dimension] {
    use Dimension::{Availability, Consistency, Cost, DataRate, Freshness, Latency, Rate, Retention, Size};
    match role {
        Role::Ingest => &[Rate, DataRate, Latency, Freshness],
        Role::Process => &[Latency, Freshness, Rate, DataRate],
        Role::Store => &[Retention, Size, Cost, Consistency],
        _ => &[Latency, Rate, Availability],
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["delta"], "[store] Delta: 99.9 %"),
            (&["kafka"], "[ingest] Kafka: exactly-once"),
            (&[], "[ingest] Kafka: exactly-once, 2 TB/day"),
            (&[], "[store] Delta\n[serve] API: p99 20 ms"),
        ]);
    }
}
