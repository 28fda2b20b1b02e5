//! SCO005: a question asked for show.

use board::Question;
use quantity::{Dimension, Quantity, Reading};
use sorted::Set;

use crate::context::Context;
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::phrase::{quote, whole};
use crate::rule::rule;

rule! {
    /// # Answer never used
    ///
    /// ## What it looks at
    /// Every answer that a design can follow from (persona, job, metric, outcome and what is left out shape the whole
    /// and are not judged). An answer is used where a box or an edge cites it, or where a constraint states the same
    /// figure or promise. The volume is also used by a figure that is its peak times its spike, and the cost ceiling
    /// by any cost that is stated, since the ceiling is a sum. Before the first box nothing is judged.
    ///
    /// ## Why an interviewer minds
    /// A number that was asked for and never enters the design says that the question was asked by rote. The board
    /// would look the same at half the volume, and that is what the next question will be.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 50,000 events per second
    /// [ingest] Kafka: 7-day replay
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 50,000 events per second
    /// [ingest] Kafka: 50k ev/s, 7-day replay because volume
    /// ```
    ///
    /// ## Fix
    /// Cite the answer on the box that it decided, or size the box by it.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: the 50,000 that never enters the design.
    "SCO005" "answer-never-used" Scope Warning
    "an answer is cited by no box or edge, and no constraint echoes its quantity"
    check
}

/// A figure or a promise, comparable.
type Said = (Dimension, String);

fn check(context: &Context<'_>, findings: &mut Findings) {
    if !context.is_drawn() {
        return;
    }
    let cited = cited(context);
    let echoed = echoed(context);
    for (question, answer) in context.board.scope() {
        let judged = answer.is_answered() && shapes_boxes(question) && !cited.contains(&question);
        if judged && !is_echoed(context, question, &echoed) {
            let message = format!(
                "The answer on {question}, {}, enters no box: the board would look the same without it. Cite it on \
                 the box that it decided, or size one by it.",
                quote(&answer.text),
            );
            findings.say(Place::Answer(question), message).words(
                "Nothing on the board follows from this",
                Field::Text,
                &answer.text,
                whole(&answer.text),
            );
        }
    }
}

fn shapes_boxes(question: Question) -> bool {
    !matches!(
        question,
        Question::Persona | Question::Job | Question::Metric | Question::Outcome | Question::Out
    )
}

fn cited(context: &Context<'_>) -> Vec<Question> {
    let boxes = context
        .graph
        .boxes()
        .flat_map(|node| &node.record.because.answers);
    let edges = context
        .graph
        .edges()
        .flat_map(|link| &link.record.because.answers);
    boxes.chain(edges).copied().collect()
}

fn echoed(context: &Context<'_>) -> Set<Said> {
    let boxes = context.graph.boxes().map(|node| context.reading(node.slot));
    let edges = context
        .graph
        .edges()
        .map(|link| context.readings.of_edge(link.slot));
    let asked = asked(context);
    let mut echoed = Set::new();
    for reading in boxes.chain(edges) {
        let near = reading.quantities.iter().filter(|quantity| is_near(quantity, &asked));
        echoed.extend(near.filter_map(said));
    }
    echoed
}

/// What the answers and the demand that follows from them say, by dimension; figures only where they have one.
fn asked(context: &Context<'_>) -> Vec<(Dimension, Option<f64>)> {
    let answers = context.board.scope().filter_map(|(question, _)| context.readings.answer(question));
    let quantities = answers.flat_map(|reading| &reading.quantities);
    let demand = &context.rates.demand;
    let derived = [(Dimension::Rate, demand.events), (Dimension::DataRate, demand.bytes)];
    quantities.map(|it| (comparable(it.dimension), it.number())).chain(derived).collect()
}

/// Most figures of a large board are near none that was asked for, and need not be written out to tell.
fn is_near(quantity: &Quantity, asked: &[(Dimension, Option<f64>)]) -> bool {
    let dimension = comparable(quantity.dimension);
    let is_close = |wanted: Option<f64>| match (wanted, quantity.number()) {
        (Some(wanted), Some(number)) => (wanted - number).abs() <= 1e-3 * wanted.abs(),
        _ => true,
    };
    let mut asked = asked.iter();
    dimension == Dimension::Cost || asked.any(|(about, wanted)| *about == dimension && is_close(*wanted))
}

fn said(quantity: &Quantity) -> Option<Said> {
    let value = match quantity.guarantee() {
        Some(word) => word.to_string(),
        None => rounded(quantity.number()?),
    };
    Some((comparable(quantity.dimension), value))
}

/// A bare `90 days` in an answer is the `90-day replay` of a box: times are told apart by the question, not the words.
fn comparable(dimension: Dimension) -> Dimension {
    match dimension {
        Dimension::Freshness | Dimension::Retention | Dimension::Recovery => Dimension::Latency,
        other => other,
    }
}

/// Enough digits to tell figures apart, few enough that a sum equals what a person wrote.
fn rounded(number: f64) -> String {
    format!("{number:.5e}")
}

fn is_echoed(context: &Context<'_>, question: Question, echoed: &Set<Said>) -> bool {
    let nothing = Reading::default();
    let reading = context.readings.answer(question).unwrap_or(&nothing);
    let demand = &context.rates.demand;
    let derived = match question {
        Question::Volume => [
            (Dimension::Rate, demand.events),
            (Dimension::DataRate, demand.bytes),
        ]
        .into_iter()
        .any(|(dimension, number)| number.is_some_and(|it| echoed.contains(&(dimension, rounded(it))))),
        Question::Cost => echoed.iter().any(|(dimension, _)| *dimension == Dimension::Cost),
        _ => false,
    };
    derived
        || reading
            .quantities
            .iter()
            .filter_map(said)
            .any(|it| echoed.contains(&it))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["volume"], "scope volume: 50k ev/s\n[ingest] Kafka: 20k ev/s"),
            (&["compliance"], "scope compliance: GDPR\n[ingest] Kafka"),
            (&[], "scope volume: 50k ev/s peak, 10x spike\n[ingest] Kafka: 500k ev/s"),
            (&[], "scope cost: ≤ $9k/month\n[ingest] Kafka: $2k/mo"),
            (&[], "scope persona: analysts\nscope out: training\n[ingest] Kafka"),
            (&[], "scope volume: 50k ev/s\n[ingest] Kafka because volume"),
            (&[], "scope volume: 50k ev/s"),
        ]);
    }
}
