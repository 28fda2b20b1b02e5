//! One scoping question: the ask, the answer, how it came about, what was read from it.

use board::{AnswerStatus, Question};
use catalog::QuestionCard;
use editor::Command;
use lint::Place;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use crate::asking::answer_id;
use crate::effects::{focus, focus_canvas};
use crate::hooks::{use_keyed_slice, use_store};
use crate::library::Book;
use crate::store::Store;

use super::super::button::Button;
use super::super::part::later_part;
use super::super::reading::{Reading, ReadingProps};
use super::super::typing::{end_run, typed};

/// Which question.
#[derive(Properties, PartialEq)]
pub(super) struct QuestionProps {
    /// Its id.
    pub question: Question,
    /// Folded away until it is asked for or answered.
    pub seldom: bool,
}

/// What one question shows.
#[derive(Clone, PartialEq)]
struct Shown {
    text: AttrValue,
    status: AnswerStatus,
    /// There is a record of it.
    touched: bool,
    /// A finding about it is looked at.
    lit: bool,
    /// What the interviewer would say, as long as nobody asked.
    offer: Option<AttrValue>,
}

/// One question. A key in its answer redraws this row and no other.
#[component]
pub(super) fn QuestionRow(props: &QuestionProps) -> Html {
    let question = props.question;
    let store = use_store();
    let shown = use_keyed_slice(question, show);
    let row = use_node_ref();
    {
        let row = row.clone();
        use_effect_with(shown.lit, move |lit| {
            if let (true, Some(row)) = (*lit, row.cast::<Element>()) {
                row.scroll_into_view_with_bool(false);
            }
        });
    }
    let Some(card) = catalog::question(question) else {
        return html! {};
    };
    html! {
        <div class="question" ref={row} data-question={question.as_str()} data-status={status_word(&shown)}
            data-lit={shown.lit.to_string()} data-seldom={props.seldom.to_string()}>
            <label class="question-ask" for={answer_id(question)}>{ card.ask }</label>
            { answer(&store, card, &shown) }
            <div class="question-foot">
                { later_part::<Reading>(ReadingProps { text: shown.text.clone() }) }
                { status(&store, question, &shown) }
            </div>
        </div>
    }
}

/// The text of the answer, and the way to ask for it.
fn answer(store: &Store, card: &'static QuestionCard, shown: &Shown) -> Html {
    let (question, status) = (card.question, shown.status);
    let oninput = {
        let store = store.clone();
        move |event: InputEvent| set(&store, question, typed(&event), status)
    };
    let onblur = {
        let store = store.clone();
        move |_: FocusEvent| end_run(&store)
    };
    html! {
        <div class="question-row">
            <textarea class="answer" id={answer_id(question)} rows="1" value={shown.text.clone()}
                placeholder={format!("e.g. {}", card.hint)} spellcheck="false" {oninput} {onblur}
                onkeydown={move |event: KeyboardEvent| key_down(&event, question)} />
            if let Some(answer) = &shown.offer {
                { ask(store, question, answer.clone()) }
            }
        </div>
    }
}

/// Asks the interviewer, whose answer is then as stated.
fn ask(store: &Store, question: Question, answer: AttrValue) -> Html {
    let button = Button::plain("button button-outlined ask", "Ask").tip("Ask the interviewer");
    let button = button.name(format!("Ask the interviewer about {question}"));
    button.acts(store, move |store| {
        set(store, question, answer.to_string(), AnswerStatus::Stated);
        end_run(store);
        focus_answer(question);
    })
}

/// How the answer came about.
fn status(store: &Store, question: Question, shown: &Shown) -> Html {
    let (store, text) = (store.clone(), shown.text.clone());
    let onchange = move |event: Event| {
        let select: Option<HtmlSelectElement> = event.target_dyn_into();
        if let Some(status) = select.and_then(|select| select.value().parse().ok()) {
            set(&store, question, text.to_string(), status);
            end_run(&store);
        }
    };
    let label = |status| match status {
        AnswerStatus::Stated => "stated",
        AnswerStatus::Assumed => "assumed",
        AnswerStatus::Open => "no answer yet",
    };
    html! {
        <select class="status" aria-label={format!("How the answer on {question} came about")} {onchange}>
            { for AnswerStatus::ALL.iter().map(|status| html! {
                <option value={status.as_str()} selected={*status == shown.status}>{ label(*status) }</option>
            }) }
        </select>
    }
}

fn set(store: &Store, question: Question, text: String, status: AnswerStatus) {
    store.command(Command::SetAnswer {
        question,
        text,
        status,
    });
}

fn show(store: &Store, question: &Question) -> Shown {
    let editor = store.editor();
    let board = editor.board();
    let answer = board.answer(*question);
    let text = answer.map(|answer| answer.text.as_str()).unwrap_or_default();
    let prompt = board.brief().prompt.as_deref().and_then(catalog::prompt);
    let offer = prompt.and_then(|prompt| {
        let given = prompt
            .given
            .iter()
            .any(|(asked, given)| asked == question && *given == text);
        let asked = !given && !text.is_empty();
        let panels = store.panels();
        let answer = || {
            panels
                .library
                .shelf(Book::Interviewers)
                .text(&[prompt.id, question.as_str()])
        };
        if asked {
            None
        } else {
            answer().map(AttrValue::from)
        }
    });
    Shown {
        text: AttrValue::from(text.to_owned()),
        status: answer.map_or(AnswerStatus::Stated, |answer| answer.status),
        touched: answer.is_some(),
        lit: store.panels().lit.contains(&Place::Answer(*question)),
        offer,
    }
}

fn status_word(shown: &Shown) -> &'static str {
    match shown.status {
        AnswerStatus::Open => "open",
        _ if !shown.touched || shown.text.trim().is_empty() => "none",
        AnswerStatus::Stated => "answered",
        AnswerStatus::Assumed => "assumed",
    }
}

/// Enter goes on to the next question, Escape to the board; with Shift, Enter is a new line.
fn key_down(event: &KeyboardEvent, question: Question) {
    if event.is_composing() {
        return;
    }
    match event.key().as_str() {
        "Enter" if !event.shift_key() => focus_next(question),
        "Escape" => focus_canvas(),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Gives the keyboard to the next answer that is seen; after the last one, to the board.
fn focus_next(question: Question) {
    let after = catalog::questions()
        .iter()
        .skip_while(|card| card.question != question)
        .skip(1);
    let next = after
        .map(|card: &QuestionCard| card.question)
        .find(|question| focus_answer(*question));
    if next.is_none() {
        focus_canvas();
    }
}

/// Gives the keyboard to an answer; false where it is folded away.
fn focus_answer(question: Question) -> bool {
    let element = gloo::utils::document().get_element_by_id(&answer_id(question));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let seen = element.offset_width() > 0;
    if seen {
        focus(&element);
    }
    seen
}
