//! The way from the board to the scoping questions.

use board::Question;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::effects::focus;
use crate::panels::Sheet;
use crate::store::Store;

/// The id of the element that takes the answer to `question`.
pub(crate) fn answer_id(question: Question) -> String {
    format!("answer-{question}")
}

/// Shows the brief and puts the caret into the first question that is seen and has no answer; where all have one, into
/// the first.
pub(crate) fn ask_next(store: &Store) {
    store.change_panels(|panels| {
        panels.sheet = Some(Sheet::Brief);
        if panels.settings.brief_folded {
            panels.set(|settings| settings.brief_folded = false);
        }
    });
    let store = store.clone();
    // A brief that was folded away takes the caret only once it is drawn.
    Timeout::new(0, move || {
        if let Some(element) = next(&store) {
            focus(&element);
        }
    })
    .forget();
}

/// The answer that is missing first among those that are seen; where none is missing, the first.
fn next(store: &Store) -> Option<HtmlElement> {
    let editor = store.editor();
    let mut seen = catalog::questions().iter().filter_map(|card| {
        let element = document().get_element_by_id(&answer_id(card.question))?;
        let element: HtmlElement = element.dyn_into().ok()?;
        (element.offset_width() > 0).then_some((card.question, element))
    });
    let first = seen.next()?;
    let is_missing = |(question, _): &(Question, HtmlElement)| editor.board().answered(*question).is_none();
    if is_missing(&first) {
        return Some(first.1);
    }
    Some(seen.find(is_missing).unwrap_or(first).1)
}
