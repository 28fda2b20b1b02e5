//! CON004: one box alone promises less than the whole must hold.

use analysis::Stop;
use analysis::retention::keeps;
use board::graph::{BoxNode, BoxSlot};
use board::{Question, Role};
use quantity::{Dimension, Qualifier, Quantity};

use super::num001_latency_budget_exceeded::promised;
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::keeping::kept_for;
use crate::phrase::{duration, name, names, opening, share, verb};
use crate::rule::rule;

rule! {
    /// # Looser than scope
    ///
    /// ## What it looks at
    /// Boxes that alone break what the scope asks of the whole: a box on a path under the latency answer that takes
    /// longer than the whole of it; a box that no path to whoever waits can avoid and that is up for less than the
    /// availability answer; and, where the retention answer gives a time, the store that keeps longest and keeps less
    /// than that. Of several times in the answer the longest counts, and one store that keeps so long is enough. A
    /// replay window is left to `NUM006`.
    ///
    /// Where the sum of the whole path breaks as well (`NUM001`, `NUM007`) and this box is in it, this is folded under
    /// that. It cannot tell whether anything is kept long enough where a store does not say how long it keeps and no
    /// other keeps long enough.
    ///
    /// ## Why an interviewer minds
    /// A chain holds what its weakest link holds. A box that alone breaks the promise was written without looking at the
    /// scope.
    ///
    /// ## Bad board
    /// ```bad
    /// scope retention: 7 years, for the auditors
    /// [ingest] Kafka: 500k ev/s
    /// [store] Delta Lake: keep 2 years
    /// Kafka -> Delta Lake
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope retention: 7 years, for the auditors
    /// [ingest] Kafka: 500k ev/s
    /// [store] Delta Lake: keep 7 years
    /// Kafka -> Delta Lake
    /// ```
    ///
    /// ## Fix
    /// Give the box the figure that would pass, or go back to the scope, ask for a looser promise and say why. How long
    /// to keep is a setting, so the fix writes what the scope asks for; a latency or an availability has to be earned.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: every constraint beside a box is held against the scope.
    "CON004" "looser-than-scope" Constraint Error
    "a box alone promises less than the whole must hold"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    judge_latency(context, findings);
    if context.is_answered(Question::Availability) {
        judge_availability(context, findings);
    }
    judge_retention(context, findings);
}

fn judge_latency(context: &Context<'_>, findings: &mut Findings<'_>) {
    let latency = &context.latency;
    let Some(budget) = latency.budget() else { return };
    let is_over = |node: &&BoxNode<'_>| {
        let own = latency.own(node.slot);
        latency.is_on_path(node.slot) && own.is_some_and(|own| own > budget.seconds * (1.0 + 1e-9))
    };
    let mut over = context.stages().filter(is_over).peekable();
    if over.peek().is_none() {
        return;
    }
    let worst = latency.worst_end();
    let stops = worst.map_or_else(Vec::new, |end| latency.route(context.graph, end).stops);
    let mut on_worst = vec![false; context.graph.box_count()];
    for stop in stops {
        if let Stop::Box(slot) = stop
            && let Some(mark) = on_worst.get_mut(slot.index())
        {
            *mark = true;
        }
    }
    for node in over {
        let message = || format!(
            "{} alone takes {}, and the scope asks for {} from end to end: nothing else on the path can make up for it. \
             Give it a share of the budget.",
            opening(node),
            duration(latency.own(node.slot).unwrap_or_default()),
            promised(budget),
        );
        let said = findings.say(at_box(node), message);
        let said = said.clears(|| format!("{} at less than {} could pass", opening(node), duration(budget.seconds)));
        if let (Some(end), Some(true)) = (worst, on_worst.get(node.slot.index())) {
            said.follows("NUM001", context.at(Stop::Box(end)));
        }
    }
}

fn judge_availability(context: &Context<'_>, findings: &mut Findings<'_>) {
    let availability = context.availability();
    let Some((target, worst)) = availability.target().zip(availability.worst_end()) else {
        return;
    };
    for it in availability.shares(worst) {
        let Some(own) = it.own.filter(|own| *own < target * (1.0 - 1e-9)) else {
            continue;
        };
        let node = context.graph.get_box(it.slot);
        let message = || format!(
            "{} is up for {}, and the scope asks for {} of the whole: no design is up more often than a box that every \
             path passes. Raise it, or put a second one beside it.",
            opening(node),
            share(own),
            share(target),
        );
        findings
            .say(at_box(node), message)
            .clears(|| format!("{} at more than {} could pass", opening(node), share(target)))
            .follows("NUM007", context.at(Stop::Box(worst)));
    }
}

fn judge_retention(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(asked) = asked_to_keep(context) else { return };
    let mut longest: Option<(&BoxNode<'_>, f64)> = None;
    let mut silent: Vec<BoxSlot> = Vec::new();
    let keepers = context.stages().filter(|node| {
        matches!(node.record.role, Role::Ingest | Role::Store) && !context.is_failure_side(node)
    });
    for node in keepers {
        match keeps(context.reading(node.slot)) {
            Some(kept) if longest.is_none_or(|(_, most)| kept > most) => longest = Some((node, kept)),
            None if node.record.role == Role::Store => silent.push(node.slot),
            _ => {}
        }
    }
    if longest.is_some_and(|(_, kept)| kept >= asked * (1.0 - 1e-9)) {
        return;
    }
    if !silent.is_empty() {
        let message = || format!(
            "Cannot tell whether anything is kept for {}: {} {} not say how long, and nothing else keeps so long.",
            duration(asked),
            names(context.graph, &silent),
            verb(silent.len(), "does", "do"),
        );
        let path = context.at_boxes(&silent);
        let causes = path.iter().map(|place| ("CON001", place.clone())).collect();
        findings.cannot_tell_for(Place::Answer(Question::Retention), message, || path, causes);
        return;
    }
    let Some((node, kept)) = longest else { return };
    let mend = kept_for(context, node, asked);
    let (asked, kept) = (duration(asked), duration(kept));
    let message = || format!(
        "The scope asks to keep data for {asked}, but {} keeps longest, and that for {kept}. Keep it there for longer, or \
         add a store that does.",
        name(node),
    );
    let said = findings
        .say(at_box(node), message)
        .evidence(|| format!("{} {kept} < {asked}", name(node)))
        .clears(|| format!("{} at {asked} or more would pass", opening(node)));
    if let Some((title, edit)) = mend {
        said.fix(|| (title, edit), false);
    }
}

/// How long the retention answer asks to keep, in seconds: the longest, replays apart.
fn asked_to_keep(context: &Context<'_>) -> Option<f64> {
    let answer = context.readings.answer(Question::Retention)?;
    let is_kept = |quantity: &&Quantity| {
        quantity.dimension == Dimension::Retention && quantity.qualifier != Some(Qualifier::Replay)
    };
    let kept = answer.quantities.iter().filter(is_kept);
    kept.filter_map(Quantity::number).reduce(f64::max)
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["s"], "scope retention: 1 year\n[ingest] K: 7 days\n[store] S: keep 90 days"),
            (&["job"], "scope latency: 300 ms\n[ingest] K: 20 ms\n[process] Job: 2 s\n[serve] API: 20 ms\nK -> Job\nJob -> API"),
            (&["k"], "scope availability: 99.9 %\n[ingest] K: 99.5 %\n[serve] API: 99.99 %\nK -> API"),
            (&["?retention"], "scope retention: 1 year\n[store] S: 10 TB\n[store] T: keep 30 days"),
            (&[], "scope retention: raw for 90 days, tables for 2 years\n[store] S: keep 90 days\n[store] T: keep 2 years"),
            (&[], "scope latency: 300 ms\n[ingest] K: 20 ms\n[process] Training: 2 h\n[store] S: 10 ms\n[serve] API: 20 ms\nK -> API\nK -> Training\nTraining -> S\nS -> API"),
            (&[], "scope availability: 99.9 %\n[ingest] K: 99.99 %\n[process] A: 99.5 %\n[process] B: 99.5 %\n[serve] API: 99.95 %\nK -> A\nK -> B\nA -> API\nB -> API"),
        ]);
    }
}
