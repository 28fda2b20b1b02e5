//! FLR008: one untidy feed for all.

use board::graph::{BoxNode, BoxSlot, EdgeLink};
use board::{EdgeKind, Question, Role};
use catalog::Idiom;
use quantity::Guarantee;

use crate::aside::set_aside;
use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::mention::first;
use crate::phrase::{name, opening, quote};
use crate::rule::rule;

/// How the words begin by which a source is known as untidy.
const NOISE: &[&str] = &[
    "schema chang", "schema drift", "schema evol", "drift", "late ", "late,", "late arriv", "dirty", "malformed",
    "messy", "noisy", "unreliable", "untidy", "out of order", "bad records", "bad rows", "corrupt",
];

/// What keeps an untidy event from the rest.
const ISOLATES: &[Guarantee] = &[Guarantee::Quarantine, Guarantee::DeadLetter, Guarantee::Isolation];

rule! {
    /// # Noisy source unisolated
    ///
    /// ## What it looks at
    /// Boards whose scope asks for latency or freshness: whether a source that says drifting schema, late, dirty,
    /// malformed or out-of-order data (beside the source or on its edges) reaches a serve box or a consumer on a way
    /// without a quarantine. A box on the way counts as one where its name, its constraints or its failure edges set
    /// events aside (quarantine, rescue column, dead letter, a queue of its own), or where the catalogue knows it to
    /// keep rescued data. With a `no` before it (`no late data`) such a word does not count.
    ///
    /// ## Why an interviewer minds
    /// Two feeds whose schema changes every week must not hold up all those whose schema does not. If they share the
    /// path, the SLA of all is that of the worst.
    ///
    /// ## Bad board
    /// ```bad
    /// scope freshness: 30 minutes
    /// [source] CRM: schema drift every week
    /// [process] Merge: 8 TB/day, every 5 minutes, retry 3x with backoff, alert above 10 min of lag
    /// [serve] Finance tables: p95 2 s
    /// CRM -> Merge
    /// Merge -> Finance tables
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope freshness: 30 minutes
    /// [source] CRM: schema drift every week
    /// [process] Merge: 8 TB/day, every 5 minutes, retry 3x with backoff, alert above 10 min of lag
    /// [store] Quarantine: keep 14 days
    /// [serve] Finance tables: p95 2 s
    /// CRM -> Merge
    /// Merge -failure-> Quarantine
    /// Merge -> Finance tables
    /// ```
    ///
    /// ## Fix
    /// Set aside what does not fit before it meets the rest. The fix sets a quarantine behind the first box that the
    /// source feeds; who owns it is left blank, and `OWN001` and `FLR002` go on asking.
    ///
    /// ## Source
    /// Interview guide, round 3: the sources with weekly drift go through a quarantine before they join the main flow.
    "FLR008" "noisy-source-unisolated" Failure Warning
    "a source with drifting, late or dirty data reaches a path under an SLA with no quarantine between"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let under_sla = context.is_answered(Question::Latency) || context.is_answered(Question::Freshness);
    if !under_sla {
        return;
    }
    let graph = context.graph;
    let noisy: Vec<&BoxNode<'_>> = graph
        .boxes()
        .filter(|node| node.record.role == Role::Source && noise(context, node).is_some())
        .collect();
    // Where none of the ways is open, and mostly there is no such source, one look from behind settles all of them.
    let open = open_to_readers(context);
    for node in noisy {
        let feeds = || graph.outgoing(node.slot, EdgeKind::Data);
        let is_open = |link: &&EdgeLink<'_>| !isolates_edge(context, link) && open.get(link.to.index()) == Some(&true);
        let (Some(link), Some(words)) = (feeds().filter(is_open).reduce(|least, link| if link.id < least.id { link } else { least }), noise(context, node)) else {
            continue;
        };
        let next = graph.get_box(link.to);
        let message = || format!(
            "{} says {}, and nothing sets aside what does not fit before it meets the rest: one bad day there breaks \
             the promise for all. Put a quarantine at {}.",
            opening(node),
            quote(words),
            name(next),
        );
        let said = findings.say(at_box(node), message).path(|| vec![at_box(node), at_box(next)]);
        if matches!(next.record.role, Role::Ingest | Role::Process) && feeds().filter(is_open).count() == 1 {
            let fix = || {
                let (label, edit) = set_aside(context, next);
                (format!("Set failures of {} aside in a {label}", name(next)), edit)
            };
            said.fix(fix, false);
        }
    }
}

/// For each box, whether data goes on from it to a serve box or a consumer with no quarantine on the way, its own
/// included.
fn open_to_readers(context: &Context<'_>) -> Vec<bool> {
    let graph = context.graph;
    let aside: Vec<bool> = graph.boxes().map(|node| context.is_aside(node)).collect();
    let closed: Vec<bool> = graph.boxes().map(|node| isolates(context, node, &aside)).collect();
    let mut open = vec![false; graph.box_count()];
    let ends = |node: &&BoxNode<'_>| matches!(node.record.role, Role::Serve | Role::Consumer);
    let mut waiting: Vec<_> = graph.boxes().filter(ends).map(|node| node.slot).collect();
    while let Some(slot) = waiting.pop() {
        if closed.get(slot.index()) == Some(&true) {
            continue;
        }
        match open.get_mut(slot.index()) {
            Some(mark) if !*mark => *mark = true,
            _ => continue,
        }
        let edges = graph.incoming(slot, EdgeKind::Data);
        waiting.extend(edges.filter(|link| !isolates_edge(context, link)).map(|link| link.from));
    }
    open
}

fn isolates(context: &Context<'_>, node: &BoxNode<'_>, aside: &[bool]) -> bool {
    let is_aside = |slot: BoxSlot| aside.get(slot.index()) == Some(&true);
    is_aside(node.slot)
        || context.box_promises(node, ISOLATES)
        || context.component(node.slot).is_some_and(|known| known.has(Idiom::RescuedData))
        || context
            .graph
            .outgoing(node.slot, EdgeKind::Failure)
            .any(|link| isolates_edge(context, link) || is_aside(link.to))
}

fn isolates_edge(context: &Context<'_>, link: &EdgeLink<'_>) -> bool {
    context.edge_promises(link, ISOLATES)
}

/// The text by which the source is known as untidy.
fn noise<'b>(context: &Context<'b>, node: &BoxNode<'b>) -> Option<&'b str> {
    let record = node.record;
    let own = [record.constraints.as_str(), record.label.as_str()];
    let edges = context.graph.outgoing(node.slot, EdgeKind::Data);
    let edges = edges.flat_map(|link| [link.record.constraints.as_str(), link.record.label.as_str()]);
    own.into_iter().chain(edges).find(|text| is_noisy(text))
}

fn is_noisy(text: &str) -> bool {
    // A blank at the end lets `late ` match where the text ends with it.
    let text = format!("{text} ");
    first(&text, NOISE).is_some_and(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end().to_ascii_lowercase();
        !["no", "never", "without", "not"].iter().any(|word| before.ends_with(word))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["crm"], "scope latency: 1 s\n[source] CRM: late events\n[process] P\n[serve] API\nCRM -> P\nP -> API"),
            (&["crm"], "scope latency: 1 s\n[source] CRM\n[process] P\n[serve] API\nCRM -> P \"dirty rows\"\nP -> API"),
            (&["crm"], "scope latency: 1 s\n[source] CRM: dirty\n[process] P: quarantine\n[process] Q\n[serve] API\nCRM -> P\nCRM -> Q\nP -> API\nQ -> API"),
            (&[], "scope latency: 1 s\n[source] CRM: dirty\n[process] P: quarantine\n[serve] API\nCRM -> P\nP -> API"),
            (&[], "scope latency: 1 s\n[source] CRM: no drift\n[process] P\n[serve] API\nCRM -> P\nP -> API"),
            (&[], "scope latency: 1 s\n[source] CRM: dirty\n[process] P\n[store] S\nCRM -> P\nP -> S"),
            (&[], "[source] CRM: dirty\n[process] P\n[serve] API\nCRM -> P\nP -> API"),
        ]);
    }
}
