//! JUS002: a reason that was never given.

use std::sync::Arc;

use board::{Because, Edit, Question, Record, RecordId};

use crate::context::{Context, at_box, at_edge};
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::{edge_name, list, opening, verb};
use crate::rule::rule;

rule! {
    /// # Cites an open question
    ///
    /// ## What it looks at
    /// What boxes and edges cite as their reason: whether each cited question has an answer, stated or assumed. One
    /// finding for each box or edge, with every question in it.
    ///
    /// ## Why an interviewer minds
    /// "Because of the volume" is no reason while nobody said what the volume is. The choice looks decided and is a
    /// guess, and the interviewer knows the number.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume open: how much at peak?
    /// scope failure: 7-day replay
    /// [ingest] Kafka: 500k ev/s because volume, failure
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume assumed: 50k ev/s at peak, 10x spike
    /// [ingest] Kafka: 500k ev/s because volume
    /// ```
    ///
    /// ## Fix
    /// Ask, or assume a number aloud and mark it as assumed; or cite what really decided it. Where answers are cited as
    /// well, the fix takes the open questions out.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: components follow from answers, and answers come first.
    "JUS002" "cites-an-open-question" Justification Error
    "what a box or an edge cites is not answered"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes() {
        judge(context, at_box(node), || opening(node), &node.record.because, findings);
    }
    for link in context.graph.edges() {
        let subject = || format!("The edge from {}", edge_name(context.graph, link));
        judge(context, at_edge(link), subject, &link.record.because, findings);
    }
}

fn judge(
    context: &Context<'_>,
    place: Place,
    subject: impl Fn() -> String,
    because: &Because,
    findings: &mut Findings<'_>,
) {
    let open = because.answers.iter().filter(|question| !context.is_answered(**question));
    let mut open: Vec<Question> = open.copied().collect();
    open.dedup();
    if open.is_empty() {
        return;
    }
    let words = || -> Vec<&str> { open.iter().map(|question| question.as_str()).collect() };
    let words = || list(&words(), open.len());
    let message = || format!(
        "{} is there because of {}, which {} not answered. Ask, or assume an answer aloud.",
        subject(),
        words(),
        verb(open.len(), "is", "are"),
    );
    let at = place.clone();
    let path = || [at.clone()].into_iter().chain(open.iter().copied().map(Place::Answer)).collect();
    let fix = || Some((format!("No longer cite {}", words()), without_open(context, &at)?));
    findings.say(place, message).path(path).fix_if(fix, false);
}

/// The edit that takes the open questions out of what is cited there; nothing where no answer would be left.
fn without_open(context: &Context<'_>, place: &Place) -> Option<Edit> {
    let id = match place {
        Place::Box(id) => RecordId::Box(id.clone()),
        Place::Edge(id) => RecordId::Edge(id.clone()),
        _ => return None,
    };
    let mut record = context.board.record(&id)?;
    let because = match &mut record {
        Record::Box(record) => &mut Arc::make_mut(record).because,
        Record::Edge(record) => &mut Arc::make_mut(record).because,
        _ => return None,
    };
    because.answers.retain(|question| context.is_answered(*question));
    let cites_some = !because.answers.is_empty();
    cites_some.then(|| context.put(id, record))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["k"], "[ingest] K because volume"),
            (&["k"], "scope volume open: how much?\n[ingest] K because volume"),
            (&[], "scope volume assumed: 1k ev/s\n[ingest] K because volume"),
        ]);
    }
}
