//! SCO005: a question asked for show.

use board::Question;
use quantity::{Dimension, Guarantee, Quantity};

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

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.is_drawn() {
        return;
    }
    let used = used(context);
    for (question, answer) in context.board.scope() {
        let judged = answer.is_answered() && shapes_boxes(question) && !used.contains(&question);
        if judged {
            let message = || format!(
                "The answer on {question}, {}, is used by no box: the board would look the same without it. Cite it \
                 on the box that it decided, or size one by it.",
                quote(&answer.text),
            );
            findings.say(Place::Answer(question), message).words(|| "Nothing on the board follows from this", Field::Text, &answer.text, whole(&answer.text));
        }
    }
}

fn shapes_boxes(question: Question) -> bool {
    !matches!(
        question,
        Question::Persona | Question::Job | Question::Metric | Question::Outcome | Question::Out
    )
}

/// The questions whose answers a box or an edge cites, or states again.
fn used(context: &Context<'_>) -> Vec<Question> {
    let (graph, readings) = (context.graph, &context.readings);
    let mut asked = asked(context);
    let boxes = graph.boxes().map(|node| (&node.record.because, readings.of_box(node.slot)));
    let edges = graph.edges().map(|link| (&link.record.because, readings.of_edge(link.slot)));
    let mut used = Vec::new();
    let note = |used: &mut Vec<Question>, question| {
        if !used.contains(&question) {
            used.push(question);
        }
    };
    for (because, reading) in boxes.chain(edges) {
        let known = used.len();
        because.answers.iter().for_each(|question| note(&mut used, *question));
        for quantity in &reading.quantities {
            let again = asked.iter().filter(|asked| asked.is_stated_by(quantity));
            again.for_each(|asked| note(&mut used, asked.question));
        }
        // What is used already need not be looked for again.
        if used.len() > known {
            asked.retain(|asked| !used.contains(&asked.question));
        }
    }
    used
}

/// What the answers and the demand that follows from them say.
fn asked(context: &Context<'_>) -> Vec<Asked> {
    let answers = context.board.scope().filter_map(|(question, _)| Some((question, context.readings.answer(question)?)));
    let stated = answers.flat_map(|(question, reading)| reading.quantities.iter().map(move |it| (question, it)));
    let stated = stated.filter_map(|(question, quantity)| {
        Some(Asked { question, dimension: comparable(quantity.dimension), what: What::of(quantity)? })
    });
    let demand = &context.rates.demand;
    let derived = [(Dimension::Rate, demand.events), (Dimension::DataRate, demand.bytes)];
    let derived = derived.into_iter().filter_map(|(dimension, number)| {
        Some(Asked { question: Question::Volume, dimension, what: What::Figure(number?) })
    });
    // The ceiling is a sum, which any cost is a part of.
    let ceiling = Asked { question: Question::Cost, dimension: Dimension::Cost, what: What::Any };
    stated.chain(derived).chain([ceiling]).collect()
}

/// One thing that an answer says.
struct Asked {
    question: Question,
    dimension: Dimension,
    what: What,
}

enum What {
    Any,
    Figure(f64),
    Promise(Guarantee),
}

impl What {
    fn of(quantity: &Quantity) -> Option<Self> {
        match quantity.guarantee() {
            Some(promise) => Some(Self::Promise(promise)),
            None => quantity.number().map(Self::Figure),
        }
    }
}

impl Asked {
    fn is_stated_by(&self, quantity: &Quantity) -> bool {
        // Near enough that a sum equals what a person wrote.
        let is_near = |one: f64, other: f64| (one - other).abs() <= 5e-6 * one.abs();
        self.dimension == comparable(quantity.dimension)
            && match (&self.what, What::of(quantity)) {
                (What::Any, _) => true,
                (What::Figure(one), Some(What::Figure(other))) => is_near(*one, other),
                (What::Promise(one), Some(What::Promise(other))) => *one == other,
                _ => false,
            }
    }
}

/// A bare `90 days` in an answer is the `90-day replay` of a box: times are told apart by the question, not the words.
fn comparable(dimension: Dimension) -> Dimension {
    match dimension {
        Dimension::Freshness | Dimension::Retention | Dimension::Recovery => Dimension::Latency,
        other => other,
    }
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
