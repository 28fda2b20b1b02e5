//! NUM007: the shares multiply to less than was asked.

use analysis::Stop;
use analysis::availability::Share;
use board::Question;
use board::graph::BoxSlot;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{name, names, share, verb};
use crate::rule::rule;

/// How many factors of a product are written out.
const MOST_FACTORS: usize = 12;

rule! {
    /// # Availability below target
    ///
    /// ## What it looks at
    /// Where the availability answer gives a share: whether the shares that the boxes state still leave that much for
    /// whoever waits. Boxes that every path passes are multiplied; alternatives side by side are down only when all of
    /// them are, `1 - (1 - a)(1 - b)`. That is the most that the board can give, so what falls short here falls short
    /// in truth. One finding, for whoever is served worst.
    ///
    /// Judged are the consumers and serve boxes that the answer names by a word (`99.9 % for search`), else all consumers and
    /// the serve boxes with none behind them. Data at rest is served without what wrote it, so a path begins at the last
    /// store; where live events reach a box, a lookup beside them takes nothing off. A share stands for the box as a whole,
    /// also with `×3` beside it, unless the words say `each` or `per replica`. Of several shares in the answer the lowest
    /// counts.
    ///
    /// Where boxes on the way state none and the rest fits, it cannot tell, and says which they are.
    ///
    /// ## Why an interviewer minds
    /// Three boxes at 99.9 % in a row are not 99.9 %. Whoever promises a share and has not multiplied promises what the
    /// weakest parts will break.
    ///
    /// ## Bad board
    /// ```bad
    /// scope availability: 99.9 %
    /// [ingest] Kafka: 500k ev/s, 99.95 %
    /// [process] Scoring: p99 140 ms, 99.95 %
    /// [serve] API: p99 40 ms, 99.95 %
    /// Kafka -> Scoring
    /// Scoring -> API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope availability: 99.9 %
    /// [ingest] Kafka: 500k ev/s, 99.99 %
    /// [process] Scoring: p99 140 ms, 99.98 %
    /// [serve] API: p99 40 ms, 99.95 %
    /// Kafka -> Scoring
    /// Scoring -> API
    /// ```
    ///
    /// ## Fix
    /// Raise the weakest box, put a second one beside it, or take it out of the path; or go back to the scope and say what
    /// the promise would cost.
    ///
    /// ## Source
    /// Interview guide on metrics: an availability is promised with what it costs; Google SRE, "The Calculus of Service
    /// Availability"; Azure well-architected framework, RE:04.
    "NUM007" "availability-below-target" Number Error
    "what the stated availabilities leave is below what the scope asks for"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.is_answered(Question::Availability) {
        return;
    }
    let availability = context.availability();
    let Some((target, worst)) = availability.target().zip(availability.worst_end()) else {
        return;
    };
    if availability.total(worst) < target * (1.0 - 1e-9) {
        speak(context, target, worst, findings);
        return;
    }
    let open = availability.open();
    if open.is_empty() {
        return;
    }
    let message = || format!(
        "Cannot tell whether {} holds: {} {} no availability. What is stated leaves {} at the most.",
        share(target),
        names(context.graph, open),
        verb(open.len(), "states", "state"),
        share(availability.total(worst)),
    );
    let path = context.at_boxes(open);
    let causes = path.iter().map(|place| ("CON001", place.clone())).collect();
    findings.cannot_tell_for(Place::Answer(Question::Availability), message, || path, causes);
}

fn speak(context: &Context<'_>, target: f64, end: BoxSlot, findings: &mut Findings<'_>) {
    let availability = context.availability();
    let (total, shares) = (availability.total(end), availability.shares(end));
    let weakest = shares.iter().filter(|it| it.own.is_some()).reduce(|weakest, it| {
        if it.own < weakest.own { it } else { weakest }
    });
    let advice = weakest.map_or_else(String::new, |it| {
        format!(" Begin with {}, which states the least.", name(context.graph.get_box(it.slot)))
    });
    let message = || format!(
        "The scope asks for {}, but what the boxes on the way to {} state leaves {} at the most.{advice}",
        share(target),
        name(context.graph.get_box(end)),
        share(total),
    );
    let path = || shares.iter().map(|it| context.at(Stop::Box(it.slot))).collect();
    let mut said = findings
        .say(context.at(Stop::Box(end)), message)
        .path(path)
        .evidence(|| arithmetic(context, &shares, total, target));
    if let Some((weakest, own)) = weakest.and_then(|it| Some((it, it.own?))) {
        let needed = own * target / total;
        said = said.clears(|| if needed < 1.0 {
            // Rounded up, so that the figure does pass.
            let needed = (needed * 1e6).ceil() / 1e6;
            format!("{} at {} or more would pass", name(context.graph.get_box(weakest.slot)), share(needed))
        } else {
            "No single box can make up for it".to_owned()
        });
    }
    let open: Vec<BoxSlot> = shares
        .iter()
        .filter(|it| availability.open().contains(&it.slot))
        .map(|it| it.slot)
        .collect();
    if !open.is_empty() {
        said.evidence(|| format!(
            "{} on the same way {} none yet, and counts as always up",
            names(context.graph, &open),
            verb(open.len(), "states", "state"),
        ));
    }
}

fn arithmetic(context: &Context<'_>, shares: &[Share], total: f64, target: f64) -> String {
    let mut factors = Vec::new();
    for it in shares {
        if it.beside < 1.0 {
            factors.push(format!("the alternatives before {} {}", name(context.graph.get_box(it.slot)), share(it.beside)));
        }
        if let Some(own) = it.own {
            factors.push(format!("{} {}", name(context.graph.get_box(it.slot)), share(own)));
        }
    }
    if factors.len() > MOST_FACTORS {
        let rest = factors.split_off(MOST_FACTORS).len();
        factors.push(format!("{rest} more"));
    }
    match factors.as_slice() {
        [only] => format!("{only} < {}", share(target)),
        factors => format!("{} = {} < {}", factors.join(" × "), share(total), share(target)),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["api"], "scope availability: 99.9 %\n[ingest] K: 99.95 %\n[serve] API: 99.9 %\nK -> API"),
            (&["api"], "scope availability: 99.9 %\n[ingest] K: 99.5 %\n[process] P\n[serve] API: 99.99 %\nK -> P\nP -> API"),
            (&["log-search"], "scope availability: 99.9 % for search\n[store] S: 99.9 %\n[serve] Log search: 99.95 %\n[serve] BI: 90 %\nS -> Log search\nS -> BI"),
            (&[], "scope availability: 99.9 %\n[ingest] K: 99.99 %\n[process] A: 99 %\n[process] B: 99 %\n[serve] API: 99.95 %\nK -> A\nK -> B\nA -> API\nB -> API"),
            (&[], "scope availability: 99.9 %\n[ingest] K: 97 % each, ×3\n[serve] API: 99.95 %\nK -> API"),
            (&[], "scope availability: 99.9 %\n[ingest] K: 90 %\n[store] S: 99.99 %\n[serve] API: 99.95 %\nK -> S\nS -> API"),
            (&["?availability"], "scope availability: 99.9 %\n[ingest] K: 20 ms\n[serve] API: 99.95 %\nK -> API"),
            (&[], "[ingest] K: 99 %\n[serve] API: 99 %\nK -> API"),
        ]);
    }
}
