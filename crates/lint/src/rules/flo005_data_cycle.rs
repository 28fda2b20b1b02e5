//! FLO005: data that comes round again.

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::names;
use crate::rule::rule;

rule! {
    /// # Data cycle
    ///
    /// ## What it looks at
    /// The data edges alone: whether boxes lie on a cycle. Retries, replays and dead letters are failure edges,
    /// triggers are control edges, and neither counts. One finding for each group of boxes that reach each other, at
    /// the one that comes first in the file.
    ///
    /// ## Why an interviewer minds
    /// An event that comes round again is counted again. If it is meant (a window that feeds itself, a feedback loop),
    /// say what ends it; if it is not, it is an amplifier.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Enrich: p99 20 ms
    /// [process] Score: p99 20 ms
    /// [store] Scores: keep 30 days
    /// Enrich -> Score
    /// Score -> Enrich
    /// Score -> Scores
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Enrich: p99 20 ms
    /// [process] Score: p99 20 ms
    /// [store] Scores: keep 30 days
    /// Enrich -> Score
    /// Score -failure-> Enrich: retry 3x with backoff
    /// Score -> Scores
    /// ```
    ///
    /// ## Fix
    /// Make the arrow that leads back a failure edge if it is a retry or a replay, or a control edge if it is a
    /// trigger. If it is neither, let the data end in a store from which nothing leads back. Where the loop is meant,
    /// say in an allow what ends it.
    ///
    /// ## Source
    /// Interview guide on data flow: say where an event begins and where it ends.
    "FLO005" "data-cycle" Flow Warning
    "boxes on a cycle of data edges, failure and control edges apart"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    for group in graph.data_order().iter().filter(|group| group.len() > 1) {
        let Some(first) = group.first() else { continue };
        let message = || format!(
            "Data goes round among {}: an event that comes back is counted again. Say what ends the loop, or make the \
             arrow that leads back a failure or a control edge.",
            names(graph, group),
        );
        let path = || context.at_boxes(group);
        findings.say(at_box(graph.get_box(*first)), message).path(path);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["a"], "[process] A\n[process] B\nA -> B\nB -> A"),
            (&["a", "c"], "[process] A\n[process] B\n[process] C\n[process] D\nA -> B\nB -> A\nC -> D\nD -> C\nB -> C"),
            (&[], "[process] A\n[process] B\nA -> B\nB -failure-> A\nB -control-> A"),
        ]);
    }
}
