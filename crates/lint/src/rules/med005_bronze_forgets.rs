//! MED005: the raw copy is gone before it is needed.

use analysis::retention::keeps;
use board::graph::BoxNode;

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::keeping::kept_for;
use crate::phrase::{duration, name, opening};
use crate::rule::rule;

rule! {
    /// # Bronze forgets
    ///
    /// ## What it looks at
    /// Boards laid out in layers whose scope asks for a replay window: whether each bronze store keeps at least that
    /// long. One behind a log or a store that keeps long enough is fine, since it can be filled again from there. Where
    /// a bronze store does not say how long it keeps, it cannot tell. Where `NUM006` speaks of the same store, this is
    /// folded under it.
    ///
    /// ## Why an interviewer minds
    /// Bronze is kept to build everything else again. If it forgets before the window that was asked for, the replay is
    /// a promise with nothing behind it.
    ///
    /// ## Bad board
    /// ```bad
    /// scope failure: 30-day replay
    /// [ingest] Auto Loader: every 5 minutes
    /// [store] Bronze: keep 7 days
    /// Auto Loader -> Bronze
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope failure: 30-day replay
    /// [ingest] Auto Loader: every 5 minutes
    /// [store] Bronze: keep 90 days
    /// Auto Loader -> Bronze
    /// ```
    ///
    /// ## Fix
    /// Keep bronze for the window at least, on a cheaper tier if need be, or ask for a shorter window. The fix
    /// writes the window that the scope asks for, since how long to keep is a setting and no promise of speed.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: the store says how long it can be replayed from; Databricks documentation,
    /// "What is the medallion lakehouse architecture?": bronze serves reprocessing.
    "MED005" "bronze-forgets" Medallion Error
    "bronze keeps less than the replay window"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(window) = context.retention.window.filter(|_| context.has_medallion()) else {
        return;
    };
    for node in context.graph.boxes().filter(|node| context.is_raw(node)) {
        let kept = context.retention.kept(node.slot);
        let is_enough = |seconds: f64| seconds >= window * (1.0 - 1e-9);
        if kept.longest.is_some_and(|(_, seconds)| is_enough(seconds)) {
            continue;
        }
        match keeps(context.reading(node.slot)) {
            Some(seconds) => speak(context, node, seconds, window, findings),
            None => {
                let message = || format!(
                    "Cannot tell whether {} can be replayed for {}: it does not say how long it keeps the data.",
                    name(node),
                    duration(window),
                );
                let causes = vec![("CON001", at_box(node))];
                findings.cannot_tell_for(at_box(node), message, || vec![at_box(node)], causes);
            }
        }
    }
}

fn speak(context: &Context<'_>, node: &BoxNode<'_>, seconds: f64, window: f64, findings: &mut Findings<'_>) {
    let (asked, kept) = (duration(window), duration(seconds));
    let message = || format!(
        "{} forgets after {kept}, but the scope asks to replay {asked}: what is older cannot be built again. Keep it for \
         the whole window.",
        opening(node),
    );
    let said = findings
        .say(at_box(node), message)
        .evidence(|| format!("{} {kept} < {asked}", name(node)))
        .clears(|| format!("{} at {asked} or more would pass", name(node)))
        .follows("NUM006", at_box(node));
    said.fix_if(|| kept_for(context, node, window), false);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["bronze"], "scope failure: 30-day replay\n[store] Bronze: keep 29 days"),
            (&["?bronze"], "scope failure: 30-day replay\n[store] Bronze: 2 TB"),
            (&[], "scope failure: 30-day replay\n[store] Bronze: keep 30 days"),
            (&[], "scope failure: 30-day replay\n[ingest] K: 30-day replay\n[store] Bronze: keep 1 day\nK -> Bronze"),
            (&[], "scope failure: RTO 1 h\n[store] Bronze: keep 1 day"),
            (&[], "scope failure: 30-day replay\n[store] Raw events: keep 1 day"),
        ]);
    }
}
