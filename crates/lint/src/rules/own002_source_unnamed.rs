//! OWN002: data from nowhere.

use board::{EdgeKind, Role};

use crate::addition::Addition;
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::opening;
use crate::rule::rule;
use crate::vacancy::Side;

rule! {
    /// # Source unnamed
    ///
    /// ## What it looks at
    /// Every ingest box: whether a source box stands somewhere upstream of it along the data edges. Several ingest
    /// boxes in a row need only one source, before the first. A source box without a name is left to `FLO009`.
    ///
    /// ## Why an interviewer minds
    /// Whoever produces the data decides its schema, its lateness and its outages. A board that starts at Kafka has
    /// left out the only party that it cannot command.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [source] Card terminals
    /// [ingest] Kafka: 500k ev/s
    /// Card terminals -> Kafka
    /// ```
    ///
    /// ## Fix
    /// Place a source box, name the system or the people behind it, and join it. The fix places and joins one without a
    /// name or an owner, since only you know them: `FLO009` and `OWN001` go on asking.
    ///
    /// ## Source
    /// Interview guide, preparation list: the diagram begins at the ingestion source, with its owner.
    "OWN002" "source-unnamed" Ownership Warning
    "an ingest box with no source upstream"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let behind = super::reached(context.graph, EdgeKind::Data, |node| node.record.role == Role::Source);
    let source = Addition {
        role: Role::Source,
        label: "",
        constraints: "",
        kind: EdgeKind::Data,
        owner: "",
    };
    for node in context
        .graph
        .boxes()
        .filter(|node| node.record.role == Role::Ingest)
    {
        if behind.get(node.slot.index()).copied().unwrap_or_default() {
            continue;
        }
        let message = || format!(
            "{} takes in data from nobody: no source stands before it. Place the system or the people \
             that produce the data, since they decide its schema, its lateness and its outages.",
            opening(node),
        );
        let fix = || ("Place a source before it, to be named", source.to(context, node, Side::Before));
        findings.say(at_box(node), message).fix(fix, false);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "[ingest] K"),
            (&["k"], "[process] Job\n[ingest] K\nJob -> K"),
            (&[], "b1 = [source]\n[ingest] K\nb1 -> K"),
            (&[], "[source] Tills\n[ingest] Gateway\n[ingest] K\nTills -> Gateway\nGateway -> K"),
        ]);
    }
}
