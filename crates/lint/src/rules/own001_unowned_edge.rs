//! OWN001: an edge that nobody answers for.

use board::graph::EdgeLink;
use board::owner::Owner;
use board::{EdgeKind, Edit, Record, RecordId};

use crate::context::{Context, at_edge};
use crate::findings::Findings;
use crate::phrase::edge_name;
use crate::rule::rule;

rule! {
    /// # Unowned edge
    ///
    /// ## What it looks at
    /// Every data and failure edge: whether it names an owner, one team or a hand-off `Producer -> Consumer`. Control
    /// edges belong to whoever runs the platform and are not judged.
    ///
    /// ## Why an interviewer minds
    /// Pipelines break at the seams. When a schema changes or events stop, two teams look at each other unless the
    /// board says who is called, and that is the question that follows every arrow.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s @Payments
    /// [process] Scoring: p99 140 ms @Risk
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s @Payments
    /// [process] Scoring: p99 140 ms @Risk
    /// Kafka -> Scoring @Payments -> Risk
    /// ```
    ///
    /// ## Fix
    /// Name the team, or the hand-off from producer to consumer. Where both ends have an owner, the fix names the
    /// hand-off between them (or the one team that owns both); otherwise it would have to invent a team, and there is
    /// no fix.
    ///
    /// ## Source
    /// Interview guide, preparation list: a one-page diagram with the ownership at each edge.
    "OWN001" "unowned-edge" Ownership Error
    "a data or failure edge has no owner"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for link in context.graph.edges() {
        let judged = matches!(link.record.kind, EdgeKind::Data | EdgeKind::Failure);
        if !judged || Owner::read(&link.record.owner) != Owner::Nobody {
            continue;
        }
        let travels = match link.record.kind {
            EdgeKind::Failure => "What fails from",
            _ => "The data from",
        };
        let message = format!(
            "{travels} {} belongs to nobody: when it stops or changes, nobody is called. Name the team, or the \
             hand-off from one team to the other.",
            edge_name(context.graph, link),
        );
        let said = findings.say(at_edge(link), message);
        if let Some(owner) = owner_of_ends(context, link) {
            said.fix(format!("Name {owner}"), name_owner(context, link, &owner), true);
        }
    }
}

/// The hand-off that the owners of both ends make; nothing unless both are on the board.
fn owner_of_ends(context: &Context<'_>, link: &EdgeLink<'_>) -> Option<String> {
    let producer = Owner::read(&context.graph.get_box(link.from).record.owner)
        .teams()
        .last()?;
    let consumer = Owner::read(&context.graph.get_box(link.to).record.owner)
        .teams()
        .next()?;
    Some(if producer == consumer {
        producer.to_owned()
    } else {
        format!("{producer} -> {consumer}")
    })
}

fn name_owner(context: &Context<'_>, link: &EdgeLink<'_>, owner: &str) -> Edit {
    let mut record = link.record.clone();
    record.owner = owner.to_owned();
    let mut edit = Edit::new();
    edit.put(
        context.board,
        RecordId::Edge(link.id.clone()),
        Record::from(record),
    );
    edit
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "[ingest] K\n[process] Job\nK -> Job"),
            (&["e1"], "[process] Job\n[store] DLQ\nJob -failure-> DLQ"),
            (&[], "[ingest] K\n[process] Job\nK -> Job @Risk"),
            (&[], "[observe] Alerts\n[process] Job\nJob -control-> Alerts"),
        ]);
    }
}
