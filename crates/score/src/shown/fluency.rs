//! What shows that components are known for what they are.

use board::{Question, Role};
use quantity::Dimension;

use super::{Facts, counted, most};

pub(crate) fn constraint_beside_every_box(facts: &Facts<'_>) -> Option<String> {
    let all = facts.stages().count();
    let stating = facts
        .stages()
        .filter(|node| !facts.reading(node).quantities.is_empty())
        .count();
    most(stating, all).then(|| format!("{stating} of {all} boxes carry a constraint"))
}

pub(crate) fn figures_that_fit(facts: &Facts<'_>) -> Option<String> {
    let judged: [(Role, &[Dimension]); 3] = [
        (Role::Ingest, &[Dimension::Rate, Dimension::DataRate]),
        (Role::Store, &[Dimension::Retention, Dimension::Size]),
        (
            Role::Serve,
            &[Dimension::Latency, Dimension::Rate, Dimension::Availability],
        ),
    ];
    // A role that is not on the board is not judged here; a board of none of them shows nothing.
    let on_board = judged
        .iter()
        .filter(|(role, _)| facts.of_role(*role).next().is_some());
    let stating: Vec<bool> = on_board
        .map(|(role, dimensions)| facts.stating(*role, dimensions) > 0)
        .collect();
    let all = stating.len() >= 2 && stating.iter().all(|states| *states);
    all.then(|| "what comes in, is kept and is served is stated where it happens".to_owned())
}

pub(crate) fn components_for_what_they_are(facts: &Facts<'_>) -> Option<String> {
    let known = facts.stages().filter_map(|node| {
        catalog::stands_for(node.record.component.as_deref(), &node.record.label)
            .map(|component| component.name)
    });
    let mut names: Vec<&str> = known.collect();
    names.sort_unstable();
    names.dedup();
    let count = names.len();
    names.truncate(4);
    (count > 0).then(|| {
        format!(
            "{}: {}",
            counted(count, "known component", "known components"),
            names.join(", ")
        )
    })
}

pub(crate) fn delivery_and_consistency(facts: &Facts<'_>) -> Option<String> {
    let delivery = facts.states(|quantity| quantity.dimension == Dimension::Delivery);
    let consistency = facts.states(|quantity| quantity.dimension == Dimension::Consistency);
    match (delivery, consistency) {
        (true, true) => Some("delivery and consistency are stated".to_owned()),
        (true, false) => Some("delivery is stated".to_owned()),
        (false, true) => Some("consistency is stated".to_owned()),
        (false, false) => None,
    }
}

pub(crate) fn governed(facts: &Facts<'_>) -> Option<String> {
    let asked = [Question::Compliance, Question::Tenancy]
        .into_iter()
        .find(|question| facts.is_answered(*question));
    let asked = asked.map(|question| format!("{question} is answered"));
    let stands = facts
        .of_role(Role::Govern)
        .next()
        .map(|node| format!("{} governs", node.record.label.trim()));
    match (asked, stands) {
        (Some(asked), Some(stands)) => Some(format!("{asked}, and {stands}")),
        (asked, stands) => asked.or(stands),
    }
}
