//! JUS001: a box that nothing asked for.

use board::graph::BoxNode;
use board::{Edit, Question, RecordId};
use quantity::{Dimension, Qualifier, Quantity};

use crate::context::{Context, at_box};
use crate::finding::Field;
use crate::findings::Findings;
use crate::phrase::{opening, quote, whole};
use crate::rule::rule;

rule! {
    /// # Unjustified component
    ///
    /// ## What it looks at
    /// Every box apart from sources and consumers: whether it cites a scoping answer (`because volume, failure`). A few
    /// words without an answer are a start and not enough. A dead letter or a quarantine that stands on a failure path
    /// alone was asked for by the box that it protects.
    ///
    /// ## Why an interviewer minds
    /// "Why is this here?" is the first question about every box. A box that no answer asked for is one that the design
    /// could do without, or one that the candidate always draws.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 50k ev/s at peak
    /// [ingest] Kafka: 500k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 50k ev/s at peak
    /// [ingest] Kafka: 500k ev/s because volume
    /// ```
    ///
    /// ## Fix
    /// Cite the answer that asks for the box, or take the box out. The fixes cite, one each, the answers that the box's
    /// own constraints speak of (`500k ev/s` of the volume, `p99 20 ms` of the latency); where there are none, the one
    /// answer that its component is taken for. Only you know whether that is the reason, so no fix is made without
    /// asking.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: every component answers a scoping question.
    "JUS001" "unjustified-component" Justification Error
    "a box, source and consumer apart, cites no scoping answer"
    check
}

/// How many answers are offered to be cited.
pub(super) const MOST_OFFERED: usize = 3;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes().filter(|node| speaks_of(context, node)) {
        let words = &node.record.because.text;
        let message = || if words.trim().is_empty() {
            format!(
                "No answer asks for {}, so the design may do without it. Cite the scoping answer that it serves, or \
                 take it out.",
                crate::phrase::name(node),
            )
        } else {
            format!(
                "{} is there because {}, which cites no scoping answer. Name the answer that asks for it.",
                opening(node),
                quote(words),
            )
        };
        let mut said = findings.say(at_box(node), message);
        for question in served(context, node).into_iter().take(MOST_OFFERED) {
            said = said.fix(|| (format!("Cite {question}"), cite(context, node, question)), false);
        }
        if !words.trim().is_empty() {
            said.words(|| "Words without an answer behind them", Field::Because, words, whole(words));
        }
    }
}

/// The rule names this box; what follows from having no reason is folded under it.
pub(crate) fn speaks_of(context: &Context<'_>, node: &BoxNode<'_>) -> bool {
    !node.record.role.is_outside() && node.record.because.answers.is_empty() && !context.is_failure_side(node)
}

/// The edit by which `node` cites the answer to `question` too.
pub(super) fn cite(context: &Context<'_>, node: &BoxNode<'_>, question: Question) -> Edit {
    let mut record = node.record.clone();
    record.because.answers.push(question);
    context.put(RecordId::Box(node.id.clone()), record)
}

/// The answers that the box's own constraints speak of, in the order of its words; where there are none, the one that
/// its component is taken for, if it is but one. What the component is no answer to is not offered.
fn served(context: &Context<'_>, node: &BoxNode<'_>) -> Vec<Question> {
    let component = context.component(node.slot);
    let fits = |question: &Question| {
        context.is_answered(*question) && component.is_none_or(|known| !known.serves_not(*question))
    };
    let mut held: Vec<Question> = Vec::new();
    for question in context.reading(node.slot).quantities.iter().filter_map(asked_by) {
        if fits(&question) && !held.contains(&question) {
            held.push(question);
        }
    }
    if held.is_empty() {
        let served = |question: &Question| component.is_some_and(|known| known.serves(*question));
        held.extend(Question::ALL.iter().copied().filter(|it| served(it) && fits(it)));
        if held.len() > 1 {
            held.clear();
        }
    }
    held
}

/// The question that a constraint answers to.
fn asked_by(quantity: &Quantity) -> Option<Question> {
    Some(match quantity.dimension {
        Dimension::Latency => Question::Latency,
        Dimension::Freshness => Question::Freshness,
        Dimension::Rate | Dimension::DataRate | Dimension::EventSize | Dimension::Size => Question::Volume,
        Dimension::Retention if quantity.qualifier == Some(Qualifier::Replay) => Question::Failure,
        Dimension::Retention => Question::Retention,
        Dimension::Delivery | Dimension::Failure | Dimension::Recovery => Question::Failure,
        Dimension::Availability => Question::Availability,
        Dimension::Cost => Question::Cost,
        Dimension::Accuracy => Question::Accuracy,
        Dimension::Consistency => Question::Consistency,
        Dimension::Count | Dimension::Factor => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn offers_the_answers_that_the_box_speaks_of() {
        let offered = |text: &str| {
            let (board, session) = crate::example::read(text).unwrap_or_else(|error| panic!("{error}"));
            let report = crate::check_in(&session, &board, &crate::Options::alone(&super::RULE, None));
            let fixes = report.findings.into_iter().flat_map(|finding| finding.fixes);
            fixes.map(|fix| fix.title).collect::<Vec<_>>()
        };
        let scope = "scope latency: 300 ms\nscope volume: 50k ev/s\nscope failure open: ?\n";
        assert_eq!(
            offered(&format!("{scope}[ingest] K: 500k ev/s, p99 20 ms, 7-day replay")),
            ["Cite volume", "Cite latency"]
        );
        assert_eq!(offered(&format!("{scope}[govern] Unity Catalog")), [""; 0]);
        assert_eq!(
            offered(&format!("{scope}scope compliance: GDPR\n[govern] Unity Catalog")),
            ["Cite compliance"]
        );
    }

    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "[ingest] K: 20 ms"),
            (&["catalog"], "[govern] Catalog"),
            (&[], "[source] Tills\n[consumer] Shop\n[ingest] K because volume"),
            (&[], "[process] Job because volume\n[store] DLQ\nJob -failure-> DLQ"),
        ]);
    }
}
