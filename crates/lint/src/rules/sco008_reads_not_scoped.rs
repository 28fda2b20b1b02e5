//! SCO008: nobody asked who reads it.

use board::{Question, Role};
use quantity::Quantity;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;

rule! {
    /// # Reads not scoped
    ///
    /// ## What it looks at
    /// Whether `reads` is answered, once something is drawn. A consumer box that says how many people it is or how
    /// often it reads (`40 people, every 5 minutes`) answers it too. While fewer than three questions are answered,
    /// `SCO001` says so first; an answer without a figure is left to `SCO004`.
    ///
    /// ## Why an interviewer minds
    /// The write side is half of the system. Whether forty people read a table every five minutes or a checkout reads
    /// a key at every swipe decides the store, the layout and what may be asleep at night.
    ///
    /// ## Bad board
    /// ```bad
    /// scope persona: fraud analysts
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s peak, 10x spike
    /// [store] Delta Lake: keep 90 days
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope persona: fraud analysts
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s peak, 10x spike
    /// scope reads: 40 analysts refresh a dashboard every 5 minutes
    /// [store] Delta Lake: keep 90 days
    /// ```
    ///
    /// ## Fix
    /// Ask who reads the output, how often, and whether by key or by scan.
    ///
    /// ## Source
    /// Interview guide, round 3, minute 4 of the opening: the read pattern.
    "SCO008" "reads-not-scoped" Scope Warning
    "nothing says who reads the output, and how often"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.is_drawn() || context.is_answered(Question::Reads) || is_on_a_consumer(context) {
        return;
    }
    let message = || "Nothing says who reads the output and how often, so the stores are chosen for their writes alone. Ask \
                   how many read, how often, and whether by key or by scan.";
    findings
        .say(Place::Answer(Question::Reads), message)
        .follows("SCO001", Place::Board);
}

fn is_on_a_consumer(context: &Context<'_>) -> bool {
    let mut consumers = context
        .graph
        .boxes()
        .filter(|node| node.record.role == Role::Consumer);
    consumers.any(|node| {
        let mut quantities = context.reading(node.slot).quantities.iter();
        quantities.any(|quantity| Quantity::number(quantity).is_some())
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["reads"], "[store] Delta\n[consumer] Analysts"),
            (&["reads"], "scope reads open: who?\n[store] Delta"),
            (&[], "scope reads: analysts\n[store] Delta"),
            (&[], "[store] Delta\n[consumer] Analysts: every 5 minutes"),
            (&[], "scope persona: analysts"),
        ]);
    }
}
