//! MED001: refined without a copy of what came.

use analysis::Stop;
use board::graph::{BoxNode, EdgeLink};
use board::owner::Owner;
use board::{EdgeKind, Role};

use super::con001_missing_constraint::blank_for;
use crate::addition::Addition;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::layer::{Layer, names_bronze};
use crate::phrase::{name, opening};
use crate::rule::rule;
use crate::trail::Trail;

rule! {
    /// # Skips bronze
    ///
    /// ## What it looks at
    /// Boards laid out in layers (a box is called bronze, silver or gold, or boxes are called by two of raw or landing,
    /// cleansed or conformed, curated or mart): whether data from a source or an ingest box reaches a silver or gold
    /// box without passing a bronze one. A layer is read from the name of a store or process box; a box that names
    /// several is none. Nothing is said where a reason is recorded: the box, a box on the way or a trade-off of the
    /// wrap-up speaks of bronze (`not Bronze (the reason)`).
    ///
    /// ## Why an interviewer minds
    /// Bronze is what everything else is built from again after a bug. What enters at silver has no such copy, and the
    /// next question is how to repair last month.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Auto Loader: every 5 minutes
    /// [process] Clean: every 5 minutes
    /// [store] Silver: keep 2 years
    /// Auto Loader -> Clean
    /// Clean -> Silver
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Auto Loader: every 5 minutes
    /// [store] Bronze: keep 90 days
    /// [process] Clean: every 5 minutes, expectations drop or fail
    /// [store] Silver: keep 2 years
    /// Auto Loader -> Bronze
    /// Bronze -> Clean
    /// Clean -> Silver
    /// ```
    ///
    /// ## Fix
    /// Land the data as it came first, or record why not: reject `Bronze` on the box, with the reason. The fix places
    /// a bronze store behind where the data enters; `CON001` asks how long it keeps.
    ///
    /// ## Source
    /// Interview guide, round 3: files land in bronze, and silver and gold are made from it; Databricks documentation,
    /// "What is the medallion lakehouse architecture?".
    "MED001" "skips-bronze" Medallion Warning
    "data from a source reaches silver or gold without passing bronze, for no recorded reason"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.has_medallion() || weighs_bronze(context) {
        return;
    }
    let begins = |node: &BoxNode<'_>| matches!(node.record.role, Role::Source | Role::Ingest);
    let passes = |link: &EdgeLink<'_>| {
        let from = context.graph.get_box(link.from);
        context.layer(from).is_none() && !is_reasoned(context, from)
    };
    let trail = Trail::of(context.graph, &begins, &passes);
    for node in context.graph.boxes() {
        let refined = matches!(context.layer(node), Some(Layer::Silver | Layer::Gold));
        if !refined || is_reasoned(context, node) || !trail.arrives(node.slot) {
            continue;
        }
        let (start, path) = trail.way(node.slot);
        let message = || format!(
            "{} is fed from {} with no bronze between: there is no copy of what came to build it from again. Land the \
             data as it is first, or record why not.",
            opening(node),
            name(context.graph.get_box(start)),
        );
        let first = path.iter().find_map(|place| match place {
            Place::Edge(id) => context.graph.edges().find(|link| link.id == id),
            _ => None,
        });
        let said = findings.say(at_box(node), message).path(|| path);
        if let Some(link) = first {
            let owner = Owner::read(&context.graph.get_box(link.from).record.owner);
            let bronze = Addition {
                role: Role::Store,
                label: "Bronze",
                constraints: blank_for(Role::Store),
                kind: EdgeKind::Data,
                owner: owner.teams().last().unwrap_or_default(),
            };
            said.fix(|| ("Land it in bronze first", bronze.within(context, link)), false);
        }
    }
}

/// The box says why there is no bronze, or speaks of it.
fn is_reasoned(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    let record = node.record;
    let may_say = context.sieve(Stop::Box(node.slot)).may_mention(Layer::Bronze.names());
    record.rejected.iter().any(|rejected| names_bronze(&rejected.option))
        || (may_say && names_bronze(&record.because.text))
        || (may_say && names_bronze(&record.constraints) && matches!(record.role, Role::Store | Role::Process))
}

fn weighs_bronze(context: &Context<'_>) -> bool {
    let mut tradeoffs = context.board.wrap().tradeoffs.iter();
    tradeoffs.any(|tradeoff| names_bronze(&tradeoff.chose) || names_bronze(&tradeoff.over))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["gold"], "[source] S\n[store] Bronze\n[store] Gold\nS -> Bronze\nS -> Gold"),
            (&["conformed-rows"], "[ingest] K\n[process] P\n[store] Conformed rows\n[store] Curated rows\nK -> P\nP -> Conformed rows\nConformed rows -> Curated rows"),
            (&[], "[ingest] K\n[store] Bronze\n[process] P\n[store] Silver\nK -> Bronze\nBronze -> P\nP -> Silver"),
            (&[], "[ingest] K\n[process] Raw to marts\n[store] Data mart\nK -> Raw to marts\nRaw to marts -> Data mart"),
            (&[], "tradeoff: no copy\nover: a bronze layer\n[ingest] K\n[store] Silver\nK -> Silver"),
        ]);
    }
}
