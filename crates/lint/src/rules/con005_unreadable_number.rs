//! CON005: digits that nobody could read.

use quantity::Reading;

use crate::context::{Context, at_box, at_edge};
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::phrase::list;
use crate::rule::rule;

rule! {
    /// # Unreadable number
    ///
    /// ## What it looks at
    /// The constraints of boxes and edges, and the answers: digits that could not be read as a quantity. Versions,
    /// dates and identifiers are recognised and not reported. One finding for each text, with every such number in it.
    ///
    /// ## Why an interviewer minds
    /// A number without a unit is heard as the listener likes. Here it enters no sum either, and a sum that leaves it
    /// out in silence would be worse than none.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Scoring: latency 40 to 60
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Scoring: 40-60 ms
    /// ```
    ///
    /// ## Fix
    /// Write the unit behind the number: `200 ms`, `50k ev/s`, `$6k/mo`, `7 days`, `99.9 %`.
    ///
    /// ## Source
    /// Our own: what has digits and cannot be read is said, never dropped.
    "CON005" "unreadable-number" Constraint Info
    "digits that could not be read as a quantity"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (question, answer) in context.board.scope() {
        if let Some(reading) = context.readings.answer(question) {
            judge(
                Place::Answer(question),
                Field::Text,
                &answer.text,
                reading,
                findings,
            );
        }
    }
    for node in context.graph.boxes() {
        let reading = context.reading(node.slot);
        judge(
            at_box(node),
            Field::Constraints,
            &node.record.constraints,
            reading,
            findings,
        );
    }
    for link in context.graph.edges() {
        let reading = context.readings.of_edge(link.slot);
        judge(
            at_edge(link),
            Field::Constraints,
            &link.record.constraints,
            reading,
            findings,
        );
    }
}

fn judge(place: Place, field: Field, text: &str, reading: &Reading, findings: &mut Findings<'_>) {
    if reading.unread.is_empty() {
        return;
    }
    let words: Vec<String> = reading
        .unread
        .iter()
        .map(|span| format!("`{}`", span.of(text).trim()))
        .collect();
    let message = || format!(
        "No unit could be read for {}, so it enters no sum. Write it as in `200 ms`, `50k ev/s`, `$6k/mo`, `7 days` \
         or `99.9 %`.",
        list(&words, words.len()),
    );
    let mut said = findings.say(place, message);
    for span in &reading.unread {
        said = said.words(|| "A number of what?", field, text, *span);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["scoring"], "[process] Scoring: latency 40 to 60"),
            (&["latency"], "scope latency: about 300"),
            (&[], "[process] Spark 3.5: p99 of 20 ms on 2025-01-31, SOC 2"),
        ]);
    }
}
