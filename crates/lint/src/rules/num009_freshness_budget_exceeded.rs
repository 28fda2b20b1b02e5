//! NUM009: the data is older than was asked.

use analysis::freshness::Freshness;
use analysis::{Hop, Route, Stop};
use board::Question;
use board::graph::BoxSlot;

use super::num001_latency_budget_exceeded::{hop_name, sum_of};
use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{duration, list, name, names, verb};
use crate::rule::rule;

rule! {
    /// # Freshness budget exceeded
    ///
    /// ## What it looks at
    /// Where the freshness answer gives an age: the intervals (`every 15 min`, `hourly`, a window) and the latencies that
    /// boxes and edges state, added up along the worst path to whoever reads. Data that just missed a run waits for the
    /// next, so an interval counts in full. One finding, with the worst path.
    ///
    /// A schedule that stands on an edge and on the box that fetches over it counts once, and how often a consumer looks
    /// does not count. Where live events reach a box, what it looks up does not make them older. A colder tier beside the
    /// warmer one that fills it does not count. How late data may come (`allowed lateness 1 h`) is no wait. Of several
    /// ages in the answer the most generous is the budget, since the board does not say which is for whom.
    ///
    /// Where an ingest or process box on the way states neither interval nor latency and the rest fits, it cannot tell,
    /// and says which.
    ///
    /// ## Why an interviewer minds
    /// Two hourly jobs in a row are two hours, not one. Whoever reads the dashboard decides on data that is as old as the
    /// sum.
    ///
    /// ## Bad board
    /// ```bad
    /// scope freshness: stale by at most 30 minutes
    /// [ingest] File loader: every 15 minutes
    /// [process] Clean and merge: every 30 minutes
    /// [store] Gold: keep 2 years
    /// [serve] SQL warehouse: p95 8 s
    /// File loader -> Clean and merge
    /// Clean and merge -> Gold
    /// Gold -> SQL warehouse
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope freshness: stale by at most 30 minutes
    /// [ingest] File loader: every 5 minutes
    /// [process] Clean and merge: every 15 minutes
    /// [store] Gold: keep 2 years
    /// [serve] SQL warehouse: p95 8 s
    /// File loader -> Clean and merge
    /// Clean and merge -> Gold
    /// Gold -> SQL warehouse
    /// ```
    ///
    /// ## Fix
    /// Shorten the longest interval to the figure that would pass, start a job when its input is ready rather than by the
    /// clock, or go back to the scope and ask who needs it that fresh.
    ///
    /// ## Source
    /// Interview guide on latency budgets: freshness is quoted beside latency, hop by hop.
    "NUM009" "freshness-budget-exceeded" Number Error
    "along a data path the intervals and hops add up to more than the freshness that was promised"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.is_answered(Question::Freshness) {
        return;
    }
    let freshness = context.freshness();
    let Some(budget) = freshness.budget() else { return };
    let Some(worst) = freshness.worst_end() else { return };
    if freshness.total(worst) > budget * (1.0 + 1e-9) {
        speak(context, freshness, budget, worst, findings);
        return;
    }
    let open = freshness.open();
    if open.is_empty() {
        return;
    }
    let message = || format!(
        "Cannot tell whether data is at most {} old: {} {} neither interval nor latency. What is stated takes {} at the \
         most.",
        duration(budget),
        names(context.graph, open),
        verb(open.len(), "states", "state"),
        duration(freshness.total(worst)),
    );
    let path = context.at_boxes(open);
    let causes = path.iter().map(|place| ("CON001", place.clone())).collect();
    findings.cannot_tell_for(Place::Answer(Question::Freshness), message, || path, causes);
}

fn speak(context: &Context<'_>, freshness: &Freshness, budget: f64, end: BoxSlot, findings: &mut Findings<'_>) {
    let route = freshness.route(context.graph, end);
    let taken: Vec<String> = route
        .hops
        .iter()
        .map(|hop| format!("{} ({})", hop_name(context, hop), duration(hop.seconds)))
        .collect();
    let message = || format!(
        "The scope lets data be {} old, but behind {} it is {} old when it reaches {}. Shorten the longest interval, or \
         start each job when its input is ready.",
        duration(budget),
        list(&taken, taken.len()),
        duration(route.seconds),
        name(context.graph.get_box(end)),
    );
    let path = || route.stops.iter().map(|stop| context.at(*stop)).collect();
    findings
        .say(context.at(Stop::Box(end)), message)
        .path(path)
        .evidence(|| sum_of(context, &route, budget))
        .clears(|| what_would_pass(context, &route, budget));
}

fn what_would_pass(context: &Context<'_>, route: &Route, budget: f64) -> String {
    let over = route.seconds - budget;
    let longer = |longest: Hop, hop: &Hop| if hop.seconds > longest.seconds { *hop } else { longest };
    let hops = route.hops.split_first();
    match hops.map(|(first, rest)| rest.iter().fold(*first, longer)) {
        Some(hop) if hop.seconds > over * (1.0 + 1e-9) => {
            format!("{} at {} or less would pass", hop_name(context, &hop), duration(hop.seconds - over))
        }
        _ => format!("No single hop can give the {} that are too many", duration(over)),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["w"], "scope freshness: 1 h\n[ingest] L: hourly\n[process] J: hourly\n[serve] W: 5 s\nL -> J\nJ -> W"),
            (&["w"], "scope freshness: 10 min\n[ingest] L: 1 s\n[serve] W: 5 s\nL -> W: every 15 min"),
            (&[], "scope freshness: 1 h\n[ingest] L: every 5 min\n[process] J: every 30 min\n[serve] W: 5 s\nL -> J: every 30 min\nJ -> W"),
            (&[], "scope freshness: finance 30 min, analytics 4 h\n[ingest] L: every 5 min\n[process] J: hourly\n[serve] W: 5 s\nL -> J\nJ -> W"),
            (&[], "scope freshness: 10 min\n[ingest] K: 20 ms\n[process] Training: daily\n[store] Models: keep 1 year\n[serve] Score: 5 ms\nK -> Training\nTraining -> Models\nModels -> Score\nK -> Score"),
            (&["?freshness"], "scope freshness: 1 h\n[ingest] L: 2 TB/day\n[serve] W: 5 s\nL -> W"),
            (&[], "[ingest] L: hourly\n[serve] W: 5 s\nL -> W"),
            (&[], "scope freshness: 1 h\n[ingest] L: every 50 min\n[serve] W: 600 s\nL -> W"),
            (&["w"], "scope freshness: 10 min\n[ingest] L: every 11 min\n[process] P: every 12 min\n[process] Q: every 11 min\n[serve] W: 5 s\nL -> P\nP -> Q\nQ -> W"),
        ]);
    }
}
