//! JUS003: a reason that the component is no answer to.

use board::graph::BoxNode;
use board::{Question, Role};
use catalog::{Component, Figure};

use super::jus001_unjustified_component::{MOST_OFFERED, cite};
use crate::context::{Context, at_box};
use crate::finding::Place;
use crate::findings::Findings;
use crate::known::{called, low};
use crate::phrase::{list, opening};
use crate::rule::rule;

rule! {
    /// # Cannot serve that
    ///
    /// ## What it looks at
    /// Boxes of a component that the catalogue knows, and the answered questions that they cite: whether the component
    /// can serve one of them. The rule speaks where it serves none of them, and there is at least one that it is known
    /// not to serve.
    ///
    /// A citation is not held against the box where the catalogue says nothing of it, such as the persona or the
    /// outcome on an engine. Nor is one where the answer asks little: a latency or freshness of at least ten times what
    /// the component reaches at best, or a volume below 10,000 events and 10 MB a second. Sources and consumers are not
    /// judged, nor is a box that watches: what an alert or a metric looks at is its reason, whatever it is.
    ///
    /// ## Why an interviewer minds
    /// A catalogue cited for latency, or a message log for queries, shows that the reason was written after the box. It is
    /// the plainest sign that the component is a name to the candidate.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: p99 ≤ 300 ms
    /// scope compliance: access to card data is logged for a year
    /// [govern] Unity Catalog because latency
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms
    /// scope compliance: access to card data is logged for a year
    /// [govern] Unity Catalog because compliance
    /// ```
    ///
    /// ## Fix
    /// Cite the answer that the component serves; the finding lists what it is taken for, and the fix cites one of them
    /// that is answered. Where there is none in the scope, the box is not needed, or a question was not asked that
    /// should have been.
    ///
    /// ## Source
    /// Interview guide on components: what each is for and what it is not for. The catalogue, from the vendors'
    /// documentation.
    "JUS003" "cannot-serve-that" Justification Error
    "none of the answers cited is one that the component can serve"
    check
}

/// How many times what a component reaches at best makes a latency or a freshness that it can serve all the same.
const LENIENT: f64 = 10.0;
/// Events a second from which a volume is a reason.
const MANY_EVENTS: f64 = 10_000.0;
/// Bytes a second from which a volume is a reason.
const MANY_BYTES: f64 = 1e7;
const WATCHES: &[&str] = &["alert", "page", "paging", "metric", "monitor", "watch", "alarm", "dashboard"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes().filter(|node| is_judged(context, node)) {
        if let Some(component) = context.component(node.slot) {
            judge(context, node, component, findings);
        }
    }
}

fn is_judged(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    match node.record.role {
        Role::Source | Role::Consumer => false,
        Role::Observe => !context.box_mentions(node, WATCHES),
        _ => true,
    }
}

fn judge(context: &Context<'_>, node: &BoxNode<'_>, component: &'static Component, findings: &mut Findings<'_>) {
    let mut cited: Vec<Question> = node.record.because.answers.clone();
    cited.retain(|question| context.is_answered(*question));
    cited.dedup();
    if cited.iter().any(|question| component.serves(*question)) {
        return;
    }
    cited.retain(|question| component.serves_not(*question) && !asks_little(context, component, *question));
    if cited.is_empty() {
        return;
    }
    let words = |questions: &[Question]| {
        let words: Vec<&str> = questions.iter().map(|question| question.as_str()).collect();
        list(&words, words.len())
    };
    let served: Vec<Question> = Question::ALL
        .iter()
        .copied()
        .filter(|question| component.serves(*question))
        .collect();
    let message = || format!(
        "{} is there because of {}, which {} does not serve; it is chosen for {}. Cite what it serves, or take a \
         component that serves what is cited.",
        opening(node),
        words(&cited),
        called(context, node, component),
        words(&served),
    );
    let path = || [at_box(node)].into_iter().chain(cited.iter().copied().map(Place::Answer)).collect();
    let is_timely = |question: &Question| matches!(question, Question::Latency | Question::Freshness);
    let mut said = findings.say(at_box(node), message).path(path);
    if cited.iter().all(is_timely) {
        said = said.follows("JUS005", at_box(node));
    }
    let asked: Vec<Question> = served
        .into_iter()
        .filter(|question| context.is_answered(*question))
        .collect();
    if !asked.is_empty() {
        said = said.clears(|| format!("A citation of {} would pass", words(&asked)));
    }
    for question in asked.iter().take(MOST_OFFERED) {
        said = said.fix(|| (format!("Cite {question} as well"), cite(context, node, *question)), false);
    }
    for (question, figure) in [
        (Question::Latency, component.latency),
        (Question::Freshness, component.freshness),
    ] {
        if let Some(figure) = figure.filter(|_| cited.contains(&question)) {
            said = said.figure(component, figure, &format!("of {question}"));
        }
    }
}

/// What is asked is so little that the component can do it although it is not made for it.
fn asks_little(context: &Context<'_>, component: &Component, question: Question) -> bool {
    let reaches = |asked: Option<f64>, figure: Option<&Figure>| {
        asked
            .zip(figure)
            .is_some_and(|(asked, figure)| asked >= low(figure) * LENIENT)
    };
    let demand = &context.rates.demand;
    match question {
        Question::Latency => reaches(
            context.latency.budget().map(|it| it.seconds),
            component.latency.or(component.freshness),
        ),
        Question::Freshness => reaches(context.freshness().budget(), component.freshness.or(component.latency)),
        Question::Volume => {
            let few = |worst: Option<f64>, many: f64| worst.is_some_and(|worst| worst < many);
            (few(demand.events, MANY_EVENTS) && demand.bytes.is_none_or(|worst| worst < MANY_BYTES))
                || (demand.events.is_none() && few(demand.bytes, MANY_BYTES))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["unity-catalog"], "scope latency: p99 ≤ 300 ms\n[govern] Unity Catalog because latency"),
            (&["mlflow"], "scope compliance: GDPR\n[observe] MLflow because compliance"),
            (&["kafka"], "scope reads: 200 QPS by analysts\n[ingest] Kafka because reads"),
            (&["delta"], "scope latency: p99 ≤ 300 ms\n[store] Delta because latency"),
            (&[], "scope latency: p99 ≤ 300 ms\nscope volume: 50k ev/s\n[ingest] Kafka because latency, volume\n[process] Flink because persona"),
            (&[], "scope latency: p95 ≤ 15 min\n[ingest] Auto Loader because latency"),
            (&[], "scope volume: 200 ev/s\n[store] PostgreSQL because volume"),
            (&[], "[govern] Unity Catalog because latency"),
            (&[], "scope accuracy: 0.1 % wrong\n[observe] Stall alerts (Prometheus): page above 0.1 % because accuracy"),
        ]);
    }
}
