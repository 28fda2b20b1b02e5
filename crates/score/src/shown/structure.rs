//! What shows that the problem was asked for before it was solved.

use board::{EdgeKind, Question, Role};

use super::{Facts, counted, is_said, quoted};

/// How many answers make a scope.
const ENOUGH: usize = 3;

pub(crate) fn asks_first(facts: &Facts<'_>) -> Option<String> {
    let answered = facts.board.scope().filter(|(_, answer)| answer.is_answered());
    let questions: Vec<Question> = answered.map(|(question, _)| question).collect();
    let numbers = questions
        .iter()
        .filter(|question| facts.has_number(**question))
        .count();
    (questions.len() >= ENOUGH && numbers >= ENOUGH).then(|| {
        let answered = counted(questions.len(), "question is answered", "questions are answered");
        format!("{answered}, {numbers} with a number")
    })
}

pub(crate) fn names_the_problem(facts: &Facts<'_>) -> Option<String> {
    let answer = |question| facts.board.answered(question).map(|answer| quoted(&answer.text));
    answer(Question::Job).or_else(|| answer(Question::Persona))
}

pub(crate) fn pins_down_the_numbers(facts: &Facts<'_>) -> Option<String> {
    let speed = facts.has_number(Question::Latency) || facts.has_number(Question::Freshness);
    let all = facts.has_number(Question::Volume) && speed && facts.is_answered(Question::Failure);
    all.then(|| "volume, speed and failure are answered".to_owned())
}

pub(crate) fn flows_through(facts: &Facts<'_>) -> Option<String> {
    // Box by box in the order of the data, as far as something comes from a source.
    let mut reached = vec![false; facts.graph.box_count()];
    let mut stages = 0;
    let mut served = 0;
    for slot in facts.graph.data_order().iter().flatten() {
        let role = facts.graph.get_box(*slot).record.role;
        let mut feeding = facts.graph.incoming(*slot, EdgeKind::Data);
        let is_fed = feeding.any(|link| reached.get(link.from.index()).copied().unwrap_or_default());
        let flows = is_fed || role == Role::Source;
        if let Some(place) = reached.get_mut(slot.index()) {
            *place = flows;
        }
        stages += usize::from(flows && role.is_stage());
        served += usize::from(is_fed && role == Role::Consumer);
    }
    (stages >= 2 && served > 0).then(|| {
        let served = counted(served, "consumer", "consumers");
        format!("data flows from its source through {stages} boxes to {served}")
    })
}

pub(crate) fn wraps_up(facts: &Facts<'_>) -> Option<String> {
    let wrap = facts.board.wrap();
    (is_said(&wrap.summary) && wrap.mvp.iter().any(|feature| is_said(feature))).then(|| quoted(&wrap.summary))
}
