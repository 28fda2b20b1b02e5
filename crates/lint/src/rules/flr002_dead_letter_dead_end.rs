//! FLR002: a dead letter that nobody opens.

use board::graph::{BoxNode, EdgeLink};
use board::owner::Owner;
use board::{BoxRecord, EdgeKind, Edit, Record, RecordId, Role};
use quantity::{Guarantee, Qualifier};

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::mention::mentions;
use crate::phrase::{command, list, opening};
use crate::rule::rule;
use crate::watching::Watcher;

/// How the words begin by which somebody is called.
const CALLS: &[&str] = &["alert", "page", "paging", "monitor", "notif", "on call"];

rule! {
    /// # Dead letter dead end
    ///
    /// ## What it looks at
    /// Every box where failures are set aside: a store or ingest box that is called dead letter, quarantine, bad or
    /// rejected events, or a store on a failure path alone. It needs an owner, on the box or on an edge into it, and
    /// something that makes the owner look: an alert (a word beside the box or an edge into it, or an edge to an
    /// observe box), or a way back (an edge that leads on, or a word on replay). One of these two is enough: whoever is
    /// called can decide what becomes of the events, and whoever replays every day sees them. A standby that takes over
    /// is no dead letter.
    ///
    /// ## Why an interviewer minds
    /// Setting an event aside is half of the answer. The other half is who looks at it, when, and how it gets back; a
    /// dead letter without that is a slower way of losing data.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Scoring: p99 140 ms @Risk
    /// [store] Dead letters: 14-day retention
    /// [observe] Pager: page above 10 dead letters
    /// Scoring -failure-> Dead letters
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring: p99 140 ms @Risk
    /// [store] Dead letters: 14-day retention, alert on the first event @Risk
    /// Scoring -failure-> Dead letters
    /// Dead letters -failure-> Scoring: replay after the fix
    /// ```
    ///
    /// ## Fix
    /// Name the owner, and an alert or the way back. Where the box that fails has an owner, the fix names that owner,
    /// and draws the edge to the observe box of the board; on a board without an observe box it places one, which you
    /// then name.
    ///
    /// ## Source
    /// Interview guide on scale: dead-letter queues are part of the design; Azure Well-Architected Framework,
    /// "Recommendations for handling transient faults": messages that cannot be processed are watched and dealt with.
    "FLR002" "dead-letter-dead-end" Failure Warning
    "a dead letter or quarantine that nobody owns, or that nobody is called for or replays from"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let watcher = Watcher::of(context);
    for node in context.graph.boxes().filter(|node| holds_failures(context, node)) {
        let (owned, seen) = (is_owned(context, node), is_seen(context, node));
        if owned && seen {
            continue;
        }
        let mut missing = Vec::new();
        if !owned {
            missing.push("nobody owns it");
        }
        if !seen {
            missing.push("nobody is alerted");
            missing.push("nothing leads back from it");
        }
        let message = || format!(
            "{} is where events end: {}. Say who looks at what is set aside, what calls them, and how it gets back.",
            opening(node),
            list(&missing, missing.len()),
        );
        let said = findings.say(at_box(node), message);
        said.fix_if(|| mended(context, &watcher, node, owned, seen), false);
    }
}

/// The rule names this box because nobody is called for what it holds.
pub(super) fn calls_nobody(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    holds_failures(context, node) && !is_seen(context, node)
}

fn holds_failures(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    context.is_aside(node) && into(context, node).next().is_some()
}

/// What fails, or is sent, into the box.
fn into<'g, 'b>(context: &'g Context<'b>, node: &BoxNode<'_>) -> impl Iterator<Item = &'g EdgeLink<'b>> + use<'g, 'b> {
    let failure = context.graph.incoming(node.slot, EdgeKind::Failure);
    failure.chain(context.graph.incoming(node.slot, EdgeKind::Data))
}

fn has_owner(text: &str) -> bool {
    Owner::read(text) != Owner::Nobody
}

fn is_owned(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    has_owner(&node.record.owner) || into(context, node).any(|link| has_owner(&link.record.owner))
}

fn is_seen(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let graph = context.graph;
    let leads_on = graph
        .outgoing(node.slot, EdgeKind::Data)
        .chain(graph.outgoing(node.slot, EdgeKind::Failure));
    let watched = graph
        .outgoing(node.slot, EdgeKind::Control)
        .any(|link| graph.get_box(link.to).record.role == Role::Observe)
        || graph
            .incoming(node.slot, EdgeKind::Control)
            .any(|link| graph.get_box(link.from).record.role == Role::Observe);
    let replays = context
        .reading(node.slot)
        .quantities
        .iter()
        .any(|quantity| quantity.qualifier == Some(Qualifier::Replay))
        || context.box_promises(node, &[Guarantee::Replay, Guarantee::Backfill]);
    leads_on.into_iter().next().is_some()
        || watched
        || replays
        || context.box_mentions(node, CALLS)
        || into(context, node).any(|link| mentions(&link.record.constraints, CALLS))
}

/// The owner of what fails, and the edge to whoever watches; nothing where an owner would have to be invented.
fn mended(
    context: &Context<'_>,
    watcher: &Watcher<'_>,
    node: &BoxNode<'_>,
    owned: bool,
    seen: bool,
) -> Option<(String, Edit)> {
    let mut edit = Edit::new();
    let mut steps = Vec::new();
    if !owned {
        let mut feeders = into(context, node).map(|link| context.graph.get_box(link.from));
        let owner = feeders.find_map(|feeder| Owner::read(&feeder.record.owner).teams().last())?;
        let record = BoxRecord {
            owner: owner.to_owned(),
            ..BoxRecord::clone(node.record)
        };
        edit.put(context.board, RecordId::Box(node.id.clone()), Record::from(record));
        steps.push(format!("name {owner}"));
    }
    if !seen {
        steps.push(watcher.watch(&mut edit, context, &[node]));
    }
    Some((command(&steps.join(" and ")), edit))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["dlq"], "[process] Job\n[store] DLQ: keep 14 days @Risk\nJob -failure-> DLQ"),
            (&["dlq"], "[process] Job\n[store] DLQ: alert on the first\nJob -failure-> DLQ"),
            (&["quarantine"], "[process] Job\n[store] Quarantine\nJob -> Quarantine @Risk"),
            (&["bad-lines"], "[process] Job\n[store] Bad lines\nJob -failure-> Bad lines: then page"),
            (&[], "[process] Job\n[store] DLQ: alert on the first\nJob -failure-> DLQ @Risk"),
            (&[], "[process] Job\n[store] DLQ: 14-day replay @Risk\nJob -failure-> DLQ"),
            (&[], "[process] Job\n[store] DLQ @Risk\n[observe] O\nJob -failure-> DLQ\nDLQ -control-> O"),
            (&[], "[process] Job\n[store] Events: failover\nJob -failure-> Events"),
            (&[], "[store] DLQ\n[store] Badge data"),
        ]);
    }
}
