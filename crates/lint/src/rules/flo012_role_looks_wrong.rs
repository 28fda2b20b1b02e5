//! FLO012: a known component in a role that it never has.

use board::{Record, RecordId};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::{list, opening};
use crate::rule::rule;

rule! {
    /// # Role looks wrong
    ///
    /// ## What it looks at
    /// Every box of a component that the catalogue knows: whether it stands in one of the roles that the component
    /// has. Sources and consumers are outside the design and may be anything.
    ///
    /// ## Why an interviewer minds
    /// Whoever draws a message log as a serving layer will be asked what query it answers. Either the box is misnamed,
    /// or the component is not understood.
    ///
    /// ## Bad board
    /// ```bad
    /// [source] Tills
    /// [serve] Kafka: p99 20 ms, 7-day replay
    /// [consumer] Shop
    /// Tills -> Kafka
    /// Kafka -> Shop
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [source] Tills
    /// [ingest] Kafka: p99 20 ms, 7-day replay
    /// [consumer] Shop
    /// Tills -> Kafka
    /// Kafka -> Shop
    /// ```
    ///
    /// ## Fix
    /// The fix gives the box the role that the component usually has. Where the label names another thing, write what
    /// the box does rather than what it runs on.
    ///
    /// ## Source
    /// Interview guide on components: use each for what it is. The catalogue's roles, from the vendors' documentation.
    "FLO012" "role-looks-wrong" Flow Info
    "a known component stands in a role that it never has"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes().filter(|node| !node.record.role.is_outside()) {
        let Some(component) = context.component(node.slot) else { continue };
        let (Some(usual), false) = (component.roles.first(), component.can_be(node.record.role)) else {
            continue;
        };
        let roles = || -> Vec<&str> { component.roles.iter().map(|role| role.as_str()).collect() };
        let message = || format!(
            "{} stands as {}, and {} is known for {}. Give it that role, or write what the box does instead of what it \
             runs on.",
            opening(node),
            node.record.role,
            component.name,
            list(&roles(), component.roles.len()),
        );
        let fix = || {
            let mut record = node.record.clone();
            record.role = *usual;
            let edit = context.put(RecordId::Box(node.id.clone()), Record::from(record));
            (format!("Make it {usual}"), edit)
        };
        findings.say(at_box(node), message).fix(fix, false);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["kafka"], "[serve] Kafka"),
            (&["unity-catalog"], "[process] Unity Catalog"),
            (&[], "[ingest] Kafka\n[source] Kafka\n[serve] Our own thing"),
        ]);
    }
}
