//! FLO011: more boxes than one interview can talk about.

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;

/// How many boxes can be talked about in one interview.
const MOST_BOXES: usize = 15;

rule! {
    /// # Crowded board
    ///
    /// ## What it looks at
    /// How many boxes stand on the board, not counting sources and consumers: more than 15 are too many for 45 minutes.
    ///
    /// ## Why an interviewer minds
    /// Each box costs minutes: its constraint, its failure, its owner. A board that is too full has boxes that nobody
    /// will have talked about, and those are the ones that will be asked about.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] A1: 1k ev/s
    /// [ingest] A2: 1k ev/s
    /// [ingest] A3: 1k ev/s
    /// [ingest] A4: 1k ev/s
    /// [process] B1: p99 1 s
    /// [process] B2: p99 1 s
    /// [process] B3: p99 1 s
    /// [process] B4: p99 1 s
    /// [store] C1: keep 7 days
    /// [store] C2: keep 7 days
    /// [store] C3: keep 7 days
    /// [store] C4: keep 7 days
    /// [serve] D1: p99 1 s
    /// [serve] D2: p99 1 s
    /// [serve] D3: p99 1 s
    /// [serve] D4: p99 1 s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] A, four of a kind: 4k ev/s
    /// [process] B, four of a kind: p99 1 s
    /// [store] C, four of a kind: keep 7 days
    /// [serve] D, four of a kind: p99 1 s
    /// ```
    ///
    /// ## Fix
    /// Draw boxes of a kind as one, and move what is not in the first version to what is left out.
    ///
    /// ## Source
    /// Interview guide on structure: 45 to 60 minutes in six steps.
    "FLO011" "crowded-board" Flow Info
    "more than 15 boxes for one interview"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let is_inside = |node: &&board::graph::BoxNode<'_>| !node.record.role.is_outside();
    let count = context.graph.boxes().filter(is_inside).count();
    if count > MOST_BOXES {
        let message = || format!(
            "{count} boxes are more than there is time to talk about, and those that are passed over will be asked \
             about. Draw boxes of a kind as one, and leave the rest out on purpose.",
        );
        findings
            .say(Place::Board, message)
            .evidence(|| format!("{count} boxes, sources and consumers apart, against {MOST_BOXES}"))
            .clears(|| format!("{} fewer would do", count - MOST_BOXES));
    }
}

#[cfg(test)]
mod tests {
    const FIFTEEN: &str = "[store] A\n[store] B\n[store] C\n[store] D\n[store] E\n[store] F\n[store] G\n[store] H\n\
                           [store] I\n[store] J\n[store] K\n[store] L\n[store] M\n[store] N\n[store] O";

    #[test]
    fn fixtures() {
        let over = Box::leak(format!("{FIFTEEN}\n[serve] P").into_boxed_str());
        let with_outside = Box::leak(format!("{FIFTEEN}\n[consumer] P").into_boxed_str());
        crate::fixtures::hold(&super::RULE, &[(&["board"], over), (&[], FIFTEEN), (&[], with_outside)]);
    }
}
