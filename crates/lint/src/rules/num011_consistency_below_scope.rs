//! NUM011: the last write was asked for, and a copy of some moments ago is read.

use board::graph::{BoxNode, BoxSlot};
use board::{EdgeKind, Question, Role};
use catalog::Consistency;
use quantity::{Dimension, Guarantee, Quantity, Reading};

use super::reaching;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::mention::mentions;
use crate::phrase::{name, names, opening};
use crate::rule::rule;

rule! {
    /// # Consistency below scope
    ///
    /// ## What it looks at
    /// Where the consistency answer asks for strong or serializable reads: whether a store or serve box with a data
    /// path to a consumer or a serve box shows a write only some time later. That is a box that says so (`eventual`,
    /// `bounded staleness`), one called a cache or a read replica, and one of a component that the catalogue knows as
    /// eventual. What a box promises itself (`strong`, `read-your-writes`) counts more than the catalogue, and a cache
    /// that is written through or invalidated is fine.
    ///
    /// Where the answer asks for strong reads of some things only (`strong for balances, eventual for feeds`), a box that
    /// says itself that it is eventual is taken to be one of the others.
    ///
    /// It cannot tell where the answer asks for strong reads in one place and weaker ones in another and the box does not
    /// say which it is, and where a component leaves the choice to whoever reads.
    ///
    /// ## Why an interviewer minds
    /// A balance that is read from a cache is wrong for as long as the cache is old, and somebody spends it twice. Whoever
    /// asked for strong consistency asked because of that.
    ///
    /// ## Bad board
    /// ```bad
    /// scope consistency: strong for balances
    /// [store] Ledger (PostgreSQL): keep 7 years
    /// [store] Balances (Redis): p99 2 ms
    /// [serve] Balance API: p99 40 ms
    /// Ledger (PostgreSQL) -> Balances (Redis)
    /// Balances (Redis) -> Balance API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope consistency: strong for balances
    /// [store] Ledger (PostgreSQL): keep 7 years, serializable
    /// [serve] Balance API: p99 40 ms
    /// Ledger (PostgreSQL) -> Balance API
    /// ```
    ///
    /// ## Fix
    /// Read from the store that was written, write through the cache, or go back to the scope and ask what an old answer
    /// would cost.
    ///
    /// ## Source
    /// Interview guide on consistency: say which reads must see the last write. The catalogue, from the vendors'
    /// documentation; Kleppmann, "Designing Data-Intensive Applications", on reading from replicas.
    "NUM011" "consistency-below-scope" Number Error
    "the scope asks for strong consistency, and a path reads from an eventual store or a cache"
    check
}

const ASKED: &[&str] = &["strong", "serializab", "serialisab", "linearizab", "linearisab"];
const ASKED_LESS: &[&str] = &["eventual", "bounded", "monotonic", "read your"];
const ASKED_FOR_SOME: &[&str] = &["strong for", "serializable for", "linearizable for", "only"];
const WAIVED: &[&str] = &["not needed", "not required", "no need", "not strong", "no strong"];
const WEAK: &[Guarantee] = &[Guarantee::Eventual, Guarantee::BoundedStaleness];
const COPY: &[&str] = &["cache", "read replica"];
const FRESH_COPY: &[&str] = &["write through", "written through", "invalidat"];

/// What a reader of a box sees after a write.
enum Sight {
    LastWrite,
    /// It says itself that it is late.
    LateByChoice,
    Late(String),
    Unsaid,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(answer) = context.board.answered(Question::Consistency) else {
        return;
    };
    if !mentions(&answer.text, ASKED) || mentions(&answer.text, WAIVED) {
        return;
    }
    let is_mixed = mentions(&answer.text, ASKED_LESS);
    let is_partial = is_mixed || mentions(&answer.text, ASKED_FOR_SOME);
    let ends = |node: &BoxNode<'_>| matches!(node.record.role, Role::Serve | Role::Consumer);
    let read = reaching(context.graph, EdgeKind::Data, ends);
    let (mut late, mut unsaid) = (Vec::new(), Vec::new());
    for (node, is_read) in context.graph.boxes().zip(read) {
        if !is_read || !matches!(node.record.role, Role::Store | Role::Serve) {
            continue;
        }
        match sight(context, node) {
            Sight::LateByChoice if !is_partial => late.push((node, "it says so itself".to_owned())),
            Sight::LastWrite | Sight::LateByChoice => {}
            Sight::Late(why) => late.push((node, why)),
            Sight::Unsaid => unsaid.push(node.slot),
        }
    }
    if is_mixed {
        let slots: Vec<BoxSlot> = late.iter().map(|(node, _)| node.slot).collect();
        say_unknown(context, &slots, "may be read late, and which reads have to see the last write", findings);
        return;
    }
    for (node, why) in late {
        let message = || format!(
            "The scope asks for strong consistency, and {} shows a write only some time later: {why}. Read from what was \
             written, write through it, or ask what an old answer would cost.",
            name(node),
        );
        let path = || vec![at_box(node), Place::Answer(Question::Consistency)];
        findings
            .say(at_box(node), message)
            .path(path)
            .clears(|| format!("{} with strong reads would pass", opening(node)));
    }
    say_unknown(
        context,
        &unsaid,
        "can be read strongly or late, and which of the two it is",
        findings,
    );
}

fn sight(context: &Context<'_>, node: &BoxNode<'_>) -> Sight {
    let reading = context.reading(node.slot);
    let own = |it: Guarantee| it.dimension() == Dimension::Consistency;
    if says(reading, WEAK) {
        return Sight::LateByChoice;
    }
    let mut said = reading.quantities.iter().filter_map(Quantity::guarantee);
    if said.any(own) || context.box_mentions(node, FRESH_COPY) {
        return Sight::LastWrite;
    }
    if mentions(&node.record.label, COPY) {
        return Sight::Late("it is a copy of what was written".to_owned());
    }
    let Some(known) = context.component(node.slot) else { return Sight::LastWrite };
    match known.consistency {
        Some(Consistency::Eventual) => Sight::Late(format!("{} is eventual", known.name)),
        Some(Consistency::Tunable) => Sight::Unsaid,
        _ => Sight::LastWrite,
    }
}

fn says(reading: &Reading, words: &[Guarantee]) -> bool {
    let mut said = reading.quantities.iter().filter_map(Quantity::guarantee);
    said.any(|word| words.contains(&word))
}

fn say_unknown(context: &Context<'_>, slots: &[BoxSlot], what: &str, findings: &mut Findings<'_>) {
    let Some(first) = slots.first() else { return };
    let message = || format!(
        "Cannot tell whether strong consistency holds: {} {what} is not on the board.",
        names(context.graph, slots),
    );
    let place = at_box(context.graph.get_box(*first));
    findings.cannot_tell(place, message, || context.at_boxes(slots));
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["r"], "scope consistency: strong\nr = [store] Redis\n[serve] API\nr -> API"),
            (&["c"], "scope consistency: strong\nc = [store] Balance cache\n[serve] API\nc -> API"),
            (&["s"], "scope consistency: serializable\ns = [store] Our store: eventual\n[consumer] Shop\ns -> Shop"),
            (&["?r"], "scope consistency: strong for balances, eventual for feeds\nr = [store] Redis\n[serve] API\nr -> API"),
            (&["?d"], "scope consistency: strong\nd = [store] DynamoDB\n[serve] API\nd -> API"),
            (&[], "scope consistency: strong\nr = [store] Redis: read-your-writes\n[serve] API\nr -> API\nd = [store] DynamoDB: strong\nd -> API"),
            (&[], "scope consistency: strong\nc = [store] Balance cache, write-through\n[serve] API\nc -> API\np = [store] PostgreSQL\np -> API"),
            (&[], "scope consistency: eventual for status, strong for billing\nd = [store] DynamoDB: eventual\n[serve] API\nd -> API"),
            (&[], "scope consistency: eventual\nr = [store] Redis\n[serve] API\nr -> API"),
            (&[], "scope consistency: strong\nr = [store] Redis\n[process] Job\nr -> Job"),
        ]);
    }
}
