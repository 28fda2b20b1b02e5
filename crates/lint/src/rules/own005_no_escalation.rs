//! OWN005: it fails, and nobody is woken.

use board::graph::{BoxNode, BoxSlot, EdgeLink};
use board::{EdgeKind, Edit, Role};

use super::flr002_dead_letter_dead_end::calls_nobody;
use crate::context::{Context, at_box, at_edge};
use crate::findings::Findings;
use crate::phrase::{command, edge_name, verb};
use crate::rule::rule;
use crate::watching::Watcher;

/// Words that say that somebody is called.
const CALLS: [&str; 8] = [
    "alert", "paged", "paging", "pager", "on call", "oncall", "escalat", "notif",
];

rule! {
    /// # No escalation
    ///
    /// ## What it looks at
    /// The failure edges of a board: whether the edge or a box at one of its ends says that somebody is called
    /// (`alert`, `page`, `on call`, `escalate`, `notify`), or an observe box is joined to one of the two. An owner
    /// alone is not enough: whoever owns a dead letter still has to learn that something is in it. One finding for the
    /// board, on the first such edge, with all of them; where `FLR002` asks who is called for each of these dead
    /// letters, this is folded under it.
    ///
    /// ## Why an interviewer minds
    /// A queue of failures that nobody watches is a slower way of losing them. "Who gets called, and after how long?" is
    /// the question after every dead letter.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Scoring: p99 140 ms @Risk
    /// [store] Quarantine: keep 14 days @Risk
    /// Scoring -failure-> Quarantine: retry 3x @Risk
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring: p99 140 ms @Risk
    /// [store] Quarantine: keep 14 days, alert on the first event @Risk
    /// Scoring -failure-> Quarantine: retry 3x @Risk
    /// ```
    ///
    /// ## Fix
    /// Say who is called, and at how many failures or after how long, or join the failure path to what watches it. The
    /// fix draws the edge to the observe box of the board, or places one where there is none, without a name or a
    /// figure: `FLO009` and `GOV004` go on asking.
    ///
    /// ## Source
    /// Interview guide on ownership: who is paged; Google SRE, "Being On-Call".
    "OWN005" "no-escalation" Ownership Info, ProductManager raises
    "a failure path with nobody to page"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let failures = context.graph.edges().filter(|link| link.record.kind == EdgeKind::Failure);
    let silent: Vec<&EdgeLink<'_>> = failures.filter(|link| !calls_somebody(context, link)).collect();
    let Some(first) = silent.first() else { return };
    let others = match silent.len() - 1 {
        0 => String::new(),
        count => format!(" ({count} more failure {} likewise)", verb(count, "path", "paths")),
    };
    let message = || format!(
        "Nobody is called when something fails from {}{others}: it waits until somebody happens to look. Say who is \
         alerted, and at what.",
        edge_name(context.graph, first),
    );
    let path = || silent.iter().map(|link| at_edge(link)).collect();
    let mut waits: Vec<BoxSlot> = silent.iter().map(|link| link.to).collect();
    waits.sort_unstable();
    waits.dedup();
    let waits: Vec<&BoxNode<'_>> = waits.iter().map(|slot| context.graph.get_box(*slot)).collect();
    let fix = || {
        let mut edit = Edit::new();
        let done = Watcher::of(context).watch(&mut edit, context, &waits);
        (command(&done), edit)
    };
    let mut said = findings.say(at_edge(first), message).path(path).fix(fix, false);
    if waits.iter().all(|node| calls_nobody(context, node)) {
        for node in &waits {
            said = said.follows("FLR002", at_box(node));
        }
    }
}

fn calls_somebody(context: &Context<'_>, link: &EdgeLink<'_>) -> bool {
    let calls = |slot: BoxSlot| {
        let node = context.graph.get_box(slot);
        context.box_mentions(node, &CALLS) || says_page(&node.record.constraints) || is_watched(context, slot)
    };
    context.edge_mentions(link, &CALLS)
        || says_page(&link.record.constraints)
        || calls(link.from)
        || calls(link.to)
}

/// `then dead letter and page`: the word as a whole, since a page view wakes nobody.
fn says_page(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("page"))
}

fn is_watched(context: &Context<'_>, slot: BoxSlot) -> bool {
    let observes = |slot: BoxSlot| context.graph.get_box(slot).record.role == Role::Observe;
    let mut links = context.graph.touching(slot);
    links.any(|link| observes(link.from) || observes(link.to))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "[process] Job @Risk\n[store] DLQ @Risk\nJob -failure-> DLQ: retry 3x @Risk"),
            (&["e2"], "[process] Job\n[store] DLQ\n[process] Page views\n[store] Q\nJob -failure-> DLQ: then page\nPage views -failure-> Q"),
            (&[], "[process] Job\n[store] DLQ: alert above 0.1 %\nJob -failure-> DLQ"),
            (&[], "[process] Job\n[store] DLQ\n[observe] Grafana\nJob -failure-> DLQ\nDLQ -control-> Grafana"),
            (&[], "[process] Job\n[store] S\nJob -> S"),
        ]);
    }
}
