//! The scoping questions as chips: a press cites an answer, another takes it back.

use board::{Because, Question, RecordId};
use editor::Command;
use yew::prelude::*;

use crate::hooks::{use_keyed_slice, use_store};
use crate::store::Store;

#[derive(Properties, PartialEq)]
pub(super) struct ReasonsProps {
    pub(super) on: RecordId,
}

/// The questions that are answered, and those that are cited already.
#[component]
pub(super) fn Reasons(props: &ReasonsProps) -> Html {
    let store = use_store();
    let chips = use_keyed_slice(props.on.clone(), chips);
    html! {
        <div class="chips" role="group" aria-label="Answers that ask for it">
            { for chips.into_iter().map(|(question, cited, answered)| {
                let (store, on) = (store.clone(), props.on.clone());
                let onclick = move |_: MouseEvent| toggle(&store, &on, question);
                html! {
                    <button type="button" class="chip" key={question.as_str()} aria-pressed={cited.to_string()}
                        data-answered={answered.to_string()} {onclick}>{ question.as_str() }</button>
                }
            }) }
        </div>
    }
}

fn because(store: &Store, on: &RecordId) -> Because {
    let editor = store.editor();
    let board = editor.board();
    match on {
        RecordId::Box(id) => board.get_box(id).map(|record| record.because.clone()),
        RecordId::Edge(id) => board.get_edge(id).map(|record| record.because.clone()),
        _ => None,
    }
    .unwrap_or_default()
}

fn chips(store: &Store, on: &RecordId) -> Vec<(Question, bool, bool)> {
    let cited = because(store, on).answers;
    let editor = store.editor();
    let questions = Question::ALL.iter().map(|&question| {
        let answered = editor.board().answered(question).is_some();
        (question, cited.contains(&question), answered)
    });
    questions
        .filter(|(_, cited, answered)| *cited || *answered)
        .collect()
}

fn toggle(store: &Store, on: &RecordId, question: Question) {
    let mut because = because(store, on);
    match because.answers.iter().position(|&cited| cited == question) {
        Some(place) => {
            because.answers.remove(place);
        }
        None => because.answers.push(question),
    }
    store.command(Command::SetBecause {
        on: on.clone(),
        because,
    });
}
