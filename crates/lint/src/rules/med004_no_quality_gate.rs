//! MED004: nothing is checked on the way to silver.

use board::graph::{BoxNode, EdgeLink};
use board::{EdgeKind, Role};
use quantity::Guarantee;

use crate::blank;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::layer::Layer;
use crate::mention::mentions;
use crate::phrase::{name, opening};
use crate::rule::rule;
use crate::trail::Trail;

/// How the words begin by which a check, or what becomes of a row that fails it, is known.
const CHECKS: &[&str] = &[
    "expect", "validat", "quality", "check", "constraint", "schema enforce", "enforce", "warn", "drop", "reject", "fails ",
    "fail ", "refus", "assert", "test", "contract",
];

/// Where a row goes that does not pass.
const ACTIONS: &[Guarantee] = &[Guarantee::Quarantine, Guarantee::DeadLetter];

rule! {
    /// # No quality gate
    ///
    /// ## What it looks at
    /// Boards laid out in layers: whether every way from a bronze store to a silver box passes something that checks: a
    /// box or edge that speaks of expectations, validation, quality, checks or contracts, that says what becomes of a
    /// row that fails (warn, drop, fail, reject, quarantine), or a process with a failure edge. An expectation that
    /// names no action counts too: most engines then warn. `Checkpoint` is no check.
    ///
    /// ## Why an interviewer minds
    /// Silver is where everybody begins to trust the data. If nothing is expected of a row, silver is bronze with other
    /// column names, and the first to notice is the reader of the dashboard.
    ///
    /// ## Bad board
    /// ```bad
    /// [store] Bronze: keep 90 days
    /// [process] Clean: hourly, checkpoint
    /// [store] Silver: keep 2 years
    /// Bronze -> Clean
    /// Clean -> Silver
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [store] Bronze: keep 90 days
    /// [process] Clean: hourly, checkpoint, expectations drop or fail
    /// [store] Silver: keep 2 years
    /// Bronze -> Clean
    /// Clean -> Silver
    /// ```
    ///
    /// ## Fix
    /// Say what is expected of a row, and what becomes of one that does not meet it: warn, drop, fail or quarantine.
    /// The fix leaves a blank for it on the way, and this goes on asking.
    ///
    /// ## Source
    /// Databricks documentation, "Manage data quality with pipeline expectations": warn, drop, fail.
    "MED004" "no-quality-gate" Medallion Warning
    "bronze becomes silver with no expectation and no action on what fails it"
    check
}

const BLANK: &str = "expects ? of a row";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.has_medallion() {
        return;
    }
    let graph = context.graph;
    let begins = |node: &BoxNode<'_>| context.is_raw(node);
    let passes = |link: &EdgeLink<'_>| {
        let (from, to) = (graph.get_box(link.from), graph.get_box(link.to));
        let is_before_silver = context.is_raw(from) || (from.record.role == Role::Process && !is_refined(context, from));
        is_before_silver
            && !gates(context, from)
            && !gates(context, to)
            && !context.edge_mentions(link, CHECKS)
            && !context.edge_promises(link, ACTIONS)
    };
    let trail = Trail::of(graph, &begins, &passes);
    for node in graph.boxes() {
        if context.layer(node) != Some(Layer::Silver) || !trail.arrives(node.slot) {
            continue;
        }
        let (start, path) = trail.way(node.slot);
        let message = || format!(
            "{} takes over whatever is in {}: nothing on the way says what is expected of a row. Name the checks, and \
             whether a row that fails is kept with a warning, dropped, refused or set aside.",
            opening(node),
            name(graph.get_box(start)),
        );
        let on_way = path.iter().filter_map(|place| match place {
            Place::Box(id) => graph.slot(id).map(|slot| graph.get_box(slot)),
            _ => None,
        });
        let mut engines = on_way.filter(|node| node.record.role == Role::Process);
        let engine = engines.next().filter(|node| !blank::is_in(&node.record.constraints));
        let said = findings.say(at_box(node), message).path(|| path);
        if let Some(engine) = engine {
            let title = format!("Leave a blank on {}: {BLANK}", name(engine));
            said.fix(|| (title, blank::left(context, engine, BLANK)), false);
        }
    }
}

/// Silver or gold by its name: judged itself, or behind what is judged.
fn is_refined(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    matches!(context.layer(node), Some(Layer::Silver | Layer::Gold))
}

/// The box checks what comes, or has somewhere for what fails.
fn gates(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let record = node.record;
    let checks = || {
        let texts = [&record.label, &record.constraints, &record.because.text];
        let mut texts = texts.iter().filter(|text| !text.contains(BLANK));
        // A checkpoint begins like a check and is none.
        context.box_mentions(node, CHECKS)
            && texts.any(|text| mentions(&text.to_ascii_lowercase().replace("checkpoint", ""), CHECKS))
    };
    let judges = matches!(record.role, Role::Process | Role::Store);
    judges
        && !context.is_raw(node)
        && (checks()
            || context.box_promises(node, ACTIONS)
            || context
                .graph
                .outgoing(node.slot, EdgeKind::Failure)
                .next()
                .is_some())
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["silver"], "[store] Bronze\n[store] Silver\nBronze -> Silver"),
            (&["silver-jobs"], "[store] Bronze\n[process] Silver jobs\n[store] Silver\nBronze -> Silver jobs\nSilver jobs -> Silver"),
            (&["silver"], "[store] Bronze\n[process] A: quarantine\n[process] B\n[store] Silver\nBronze -> A\nBronze -> B\nA -> Silver\nB -> Silver"),
            (&[], "[store] Bronze\n[process] A\n[store] Silver\nBronze -> A\nA -> Silver: expectations"),
            (&[], "[store] Bronze\n[process] A\n[store] Silver\n[store] DLQ\nBronze -> A\nA -> Silver\nA -failure-> DLQ"),
            (&[], "[store] Raw\n[process] A\n[store] S\nRaw -> A\nA -> S"),
        ]);
    }
}
