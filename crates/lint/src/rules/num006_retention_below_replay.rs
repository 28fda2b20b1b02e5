//! NUM006: what must be replayed is gone by then.

use analysis::retention::Kept;
use board::graph::{BoxNode, BoxSlot};
use board::{EdgeKind, Role};
use sorted::Set;

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::keeping::kept_for;
use crate::phrase::{duration, name};
use crate::rule::rule;

rule! {
    /// # Retention below replay
    ///
    /// ## What it looks at
    /// The replay window of the failure answer (or what the retention answer calls a replay), and for each process box
    /// the ingest and store boxes upstream of it: whether any of them keeps the data as long as that. A failure edge
    /// into the process brings what stands at its start, as a replay from an archive is drawn; a raw copy (bronze,
    /// landing, raw, archive) that the process writes counts as well. Processes that depend on the same box are one
    /// finding, on the box that keeps longest.
    ///
    /// Where a box upstream does not say how long it keeps, it cannot tell. Where nothing that keeps data stands
    /// upstream at all, that is the fault that `FLR006` names.
    ///
    /// ## Why an interviewer minds
    /// A bug is found on Friday that has been there for two weeks. With seven days in the log the first week is gone,
    /// whatever the diagram promises.
    ///
    /// ## Bad board
    /// ```bad
    /// scope failure: 30-day replay
    /// [ingest] Kafka: 7-day replay
    /// [process] Scoring: p99 140 ms
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope failure: 30-day replay
    /// [ingest] Kafka: 7-day replay
    /// [store] Bronze: keep 90 days
    /// [process] Scoring: p99 140 ms
    /// Kafka -> Bronze
    /// Bronze -> Scoring
    /// ```
    ///
    /// ## Fix
    /// Keep longer, to the figure that would pass, or set a cheaper archive beside the log and draw the replay from it.
    /// The fix writes the window that the scope asks for, since how long to keep is a setting and no promise of speed.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: the failure answer names the replay window, and the store must keep it.
    "NUM006" "retention-below-replay" Number Error
    "the replay window is longer than what stands upstream of the process keeps"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(window) = context.retention.window else {
        return;
    };
    let mut said = Set::new();
    for node in context.graph.boxes().filter(|node| must_replay(context, node)) {
        let kept = context.retention.kept(node.slot);
        let enough = kept
            .longest
            .is_some_and(|(_, seconds)| seconds >= window * (1.0 - 1e-9));
        let subject = kept.unsaid.or(kept.longest.map(|(keeper, _)| keeper));
        if enough || !subject.is_some_and(|slot| said.insert(slot)) {
            continue;
        }
        match (kept.unsaid, kept.longest) {
            (Some(unsaid), _) => cannot_tell(context, node, unsaid, window, findings),
            (None, Some((keeper, _))) => speak(context, node, keeper, kept, window, findings),
            (None, None) => {}
        }
    }
}

fn must_replay(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    node.record.role == Role::Process && context.graph.incoming(node.slot, EdgeKind::Data).next().is_some()
}

fn speak(
    context: &Context<'_>,
    node: &BoxNode<'_>,
    keeper: BoxSlot,
    kept: Kept,
    window: f64,
    findings: &mut Findings<'_>,
) {
    let keeper = context.graph.get_box(keeper);
    let seconds = kept.longest.map_or(0.0, |(_, seconds)| seconds);
    let (asked, kept) = (duration(window), duration(seconds));
    let message = || format!(
        "The scope asks to replay {asked}, but {} can go back {kept} at the most, which is what {} keeps. Keep longer, \
         or replay from an archive.",
        name(node),
        name(keeper),
    );
    let said = findings
        .say(at_box(keeper), message)
        .path(|| vec![at_box(keeper), at_box(node)])
        .evidence(|| format!("{} {kept} < {asked}", name(keeper)))
        .clears(|| format!("{} at {asked} or more would pass", name(keeper)));
    if let Some((title, edit)) = kept_for(context, keeper, window) {
        said.fix(|| (title, edit), false);
    }
}

fn cannot_tell(
    context: &Context<'_>,
    node: &BoxNode<'_>,
    unsaid: BoxSlot,
    window: f64,
    findings: &mut Findings<'_>,
) {
    let keeper = context.graph.get_box(unsaid);
    let message = || format!(
        "Cannot tell whether {} can replay {}: {} does not say how long it keeps the data.",
        name(node),
        duration(window),
        name(keeper),
    );
    findings.cannot_tell(at_box(keeper), message, || vec![at_box(keeper), at_box(node)]);
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "scope failure: 30-day replay\n[ingest] K: 7-day replay\n[process] Job: hourly\nK -> Job"),
            (&[], "scope failure: 7-day replay\n[ingest] K: 7-day replay\n[process] Job: hourly\nK -> Job"),
            (&[], "scope failure: 30-day replay\n[ingest] K: 7-day replay\n[store] Bronze: keep 1 year\n[process] Job: hourly\nK -> Job\nJob -> Bronze"),
            (&["?k"], "scope failure: 30-day replay\n[ingest] K: 20 ms\n[process] Job: hourly\nK -> Job"),
            (&[], "scope failure: RTO 15 min\n[ingest] K: 20 ms\n[process] Job: hourly\nK -> Job"),
            (&[], "scope failure: 7-day replay\n[ingest] K: keep 7 days\n[process] Job\nK -> Job"),
        ]);
    }
}
