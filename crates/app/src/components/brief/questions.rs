//! The scoping questions, in the minutes of the five-minute opening.

use board::Question;
use catalog::QuestionCard;
use yew::prelude::*;

use crate::hooks::{use_kept, use_slice};

use super::super::part::{keyed_part, part};
use super::question::{QuestionProps, QuestionRow};

/// How many answers it is wise to have before the first box.
const BEFORE_DRAWING: usize = 3;

/// Questions that decide a design only now and then: folded away until asked for.
const SELDOM: [Question; 6] = [
    Question::Availability,
    Question::Retention,
    Question::Consistency,
    Question::Compliance,
    Question::Tenancy,
    Question::Platform,
];

/// How far the scoping is, and every question.
#[component]
pub(super) fn Questions() -> Html {
    let unfolded = use_kept(|| false);
    let toggle = {
        let unfolded = unfolded.clone();
        move |_: MouseEvent| unfolded.set(!unfolded.get())
    };
    let words = if unfolded.get() {
        "Fewer questions"
    } else {
        "More questions"
    };
    html! {
        <section class="panel-section questions" aria-label="Scoping questions" data-unfolded={unfolded.get().to_string()}>
            { part::<Progress>(()) }
            { for (1..=5).map(minute) }
            <button class="button more" type="button" aria-expanded={unfolded.get().to_string()} onclick={toggle}>{ words }</button>
        </section>
    }
}

/// How many questions are answered, and whether it is time to draw.
#[component]
fn Progress() -> Html {
    let (answered, boxes) = use_slice(|store| {
        let editor = store.editor();
        let board = editor.board();
        let answered = board.scope().filter(|(_, answer)| answer.is_answered()).count();
        (answered, board.boxes().len())
    });
    let all = catalog::questions().len();
    let cue = match BEFORE_DRAWING.saturating_sub(answered) {
        0 if boxes == 0 => "Enough to draw the first boxes; every further number shapes them.".to_owned(),
        0 => "What is asked now can still move a box.".to_owned(),
        1 => "One more answer before you draw.".to_owned(),
        missing => format!(
            "{} answers before you draw.",
            if missing == 2 { "Two more" } else { "Three" }
        ),
    };
    html! {
        <>
            <h2>{"Questions"}<span class="progress-count">{ format!("{answered} of {all}") }</span></h2>
            <div class="progress" aria-hidden="true">
                { for (0..all).map(|at| html! {
                    <i data-done={(at < answered).to_string()} data-wise={(at + 1 == BEFORE_DRAWING).to_string()}></i>
                }) }
            </div>
            <p class="panel-note" role="status">{ cue }</p>
        </>
    }
}

/// The questions of one minute.
fn minute(minute: u8) -> Html {
    let about = match minute {
        1 => "who, and three numbers",
        2 => "when it fails",
        3 => "how much",
        4 => "who reads",
        _ => "what it is worth",
    };
    let cards = catalog::questions().iter().filter(|card| card.minute == minute);
    let row = |card: &QuestionCard| {
        let question = card.question;
        let seldom = SELDOM.contains(&question);
        keyed_part::<QuestionRow>(question.as_str(), QuestionProps { question, seldom })
    };
    html! {
        <>
            <h3 class="minute">{ format!("Minute {minute} · {about}") }</h3>
            { for cards.map(row) }
        </>
    }
}
