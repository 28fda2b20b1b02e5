//! NUM004: the bill is above the ceiling.

use analysis::Stop;
use analysis::cost::{Cost, Item};
use board::Question;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{edge_name, list, money, name, names, verb};
use crate::rule::rule;

/// How many terms of a sum are written out.
const MOST_TERMS: usize = 16;

rule! {
    /// # Cost over ceiling
    ///
    /// ## What it looks at
    /// The costs that boxes and edges state, added up for a month, against the ceiling of the cost answer. A price for
    /// each unit (`$0.02 per GB`) is multiplied by the ordinary volume, where both are given. Costs in another currency
    /// than the ceiling's, or in units such as DBU, stand apart and are never converted. Where the answer gives several
    /// figures, the one that says at most counts, else the lowest. A figure at which somebody is told
    /// (`alert at $8k/mo`) is no cost, and never a promise in any sum.
    ///
    /// Where the sum fits and some boxes state no cost, or costs stand apart, it cannot tell, and says which.
    ///
    /// ## Why an interviewer minds
    /// The ceiling is the constraint that turns a wish list into a design. A candidate who adds up the bill unasked has
    /// made the trade-off that the question is about.
    ///
    /// ## Bad board
    /// ```bad
    /// scope cost: ≤ $15k/month
    /// [ingest] Kafka: $6k/mo
    /// [process] Flink: $12k/mo
    /// Kafka -> Flink
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope cost: ≤ $20k/month
    /// [ingest] Kafka: $6k/mo
    /// [process] Flink: $12k/mo
    /// Kafka -> Flink
    /// ```
    ///
    /// ## Fix
    /// Make the dearest box cheaper, to the figure that would pass, or say what the ceiling would have to be.
    ///
    /// ## Source
    /// Interview guide on the economics of consumption: the bill is part of the design.
    "NUM004" "cost-over-ceiling" Number Error
    "the stated costs add up above the ceiling"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let cost = &context.cost;
    let Some(ceiling) = cost.ceiling else { return };
    if cost.total() > ceiling * (1.0 + 1e-9) {
        speak(context, ceiling, findings);
    } else if context.is_drawn() {
        say_what_is_missing(context, findings);
    }
}

fn speak(context: &Context<'_>, ceiling: f64, findings: &mut Findings<'_>) {
    let cost = &context.cost;
    let amount = |amount: f64| money(amount, cost.currency.as_deref());
    let dearest = cost
        .items
        .iter()
        .reduce(|most, item| if item.amount > most.amount { item } else { most });
    let Some(dearest) = dearest else { return };
    let over = cost.total() - ceiling;
    let message = || format!(
        "The stated costs add up to {} a month, {} above the ceiling of {}; {} takes the most with {}. Make room \
         there, or say what the ceiling would have to be.",
        amount(cost.total()),
        amount(over),
        amount(ceiling),
        stop_name(context, dearest.stop),
        amount(dearest.amount),
    );
    let items = cost.items.iter().map(|item| context.at(item.stop));
    let path = || [Place::Answer(Question::Cost)].into_iter().chain(items).collect();
    let mut said = findings
        .say(Place::Answer(Question::Cost), message)
        .path(path)
        .evidence(|| arithmetic(context, cost, ceiling));
    for item in cost.items.iter().filter(|item| item.worked_out.is_some()) {
        let sum = item.worked_out.as_deref().unwrap_or_default();
        said = said.evidence(|| format!(
            "{}: {sum} = {}",
            stop_name(context, item.stop),
            amount(item.amount)
        ));
    }
    if dearest.amount > over {
        let passes = amount(dearest.amount - over);
        said.clears(|| format!(
            "{} at {passes} or less would pass",
            stop_name(context, dearest.stop)
        ));
    }
}

fn arithmetic(context: &Context<'_>, cost: &Cost, ceiling: f64) -> String {
    let amount = |amount: f64| money(amount, cost.currency.as_deref());
    let term = |item: &Item| format!("{} {}", stop_name(context, item.stop), amount(item.amount));
    let mut terms: Vec<String> = cost.items.iter().take(MOST_TERMS).map(term).collect();
    if let Some(rest @ [_, ..]) = cost.items.get(MOST_TERMS..) {
        let sum = rest.iter().map(|item| item.amount).sum();
        terms.push(format!("{} more {}", rest.len(), amount(sum)));
    }
    match terms.as_slice() {
        [only] => format!("{only} > {}", amount(ceiling)),
        terms => format!(
            "{} = {} > {}",
            terms.join(" + "),
            amount(cost.total()),
            amount(ceiling)
        ),
    }
}

fn say_what_is_missing(context: &Context<'_>, findings: &mut Findings<'_>) {
    let cost = &context.cost;
    let mut missing = Vec::new();
    if !cost.unstated.is_empty() {
        let verb = verb(cost.unstated.len(), "states", "state");
        missing.push(format!("{} {verb} no cost", names(context.graph, &cost.unstated)));
    }
    if !cost.apart.is_empty() {
        let apart: Vec<String> = cost.apart.iter().map(|stop| stop_name(context, *stop)).collect();
        let verb = verb(apart.len(), "is", "are");
        missing.push(format!(
            "the cost of {} {verb} in another unit than the ceiling",
            list(&apart, apart.len())
        ));
    }
    if missing.is_empty() {
        return;
    }
    let message = || format!(
        "Cannot tell whether the ceiling of {} holds: {}. What adds up comes to {}.",
        money(cost.ceiling.unwrap_or_default(), cost.currency.as_deref()),
        list(&missing, missing.len()),
        money(cost.total(), cost.currency.as_deref()),
    );
    let boxes = cost.unstated.iter().map(|slot| Stop::Box(*slot));
    let path = || boxes
        .chain(cost.apart.iter().copied())
        .map(|stop| context.at(stop))
        .collect();
    let is_all = cost.apart.is_empty();
    let causes = cost.unstated.first().filter(|_| is_all);
    let causes = causes.map(|slot| ("NUM005", context.at(Stop::Box(*slot))));
    let causes = causes.into_iter().collect();
    findings.cannot_tell_for(Place::Answer(Question::Cost), message, path, causes);
}

fn stop_name(context: &Context<'_>, stop: Stop) -> String {
    match stop {
        Stop::Box(slot) => name(context.graph.get_box(slot)),
        Stop::Edge(slot) => format!(
            "the edge from {}",
            edge_name(context.graph, context.graph.edge(slot))
        ),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&[], "scope cost: ≤ $10k/month\n[ingest] K: $6k/mo, alert at $8k/mo\n[store] S: $3k/mo, page above $5k a month"),
            (&["cost"], "scope cost: ≤ $10k/month\n[ingest] K: $6k/mo\n[store] S: $5k/mo"),
            (&["cost"], "scope cost: ≤ $1k/month\nscope volume: 10 TB/day\n[store] S: $0.02 per GB"),
            (&[], "scope cost: ≤ $11k/month\n[ingest] K: $6k/mo\n[store] S: $5k/mo"),
            (&["?cost"], "scope cost: ≤ $10k/month\n[ingest] K: $6k/mo\n[store] S: 7 days"),
            (&["?cost"], "scope cost: ≤ $10k/month\n[ingest] K: €60k/mo"),
            (&[], "[ingest] K: $6k/mo"),
            (&[], "scope cost: ≤ $8k/month\n[ingest] K: $5k/mo\n[store] S: $3k/mo\nK -> S"),
        ]);
    }
}
