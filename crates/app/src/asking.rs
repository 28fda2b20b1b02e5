//! The way from the board to the scoping questions.

use board::Question;
use gloo::timers::callback::Timeout;
use gloo::utils::document;

use crate::effects::focus;
use crate::panels::Sheet;
use crate::store::Store;

/// The id of the element that takes the answer to `question`.
pub(crate) fn answer_id(question: Question) -> String {
    format!("answer-{question}")
}

/// Shows the brief and puts the caret into the first question without an answer; where all have one, into the first.
pub(crate) fn ask_next(store: &Store) {
    let question = {
        let editor = store.editor();
        let mut cards = catalog::questions().iter().map(|card| card.question);
        let unanswered = cards.clone().find(|question| editor.board().answered(*question).is_none());
        unanswered.or_else(|| cards.next())
    };
    store.change_panels(|panels| {
        panels.sheet = Some(Sheet::Brief);
        if panels.settings.brief_folded {
            panels.set(|settings| settings.brief_folded = false);
        }
    });
    // A brief that was folded away takes the caret only once it is drawn.
    Timeout::new(0, move || {
        let element = question.and_then(|question| document().get_element_by_id(&answer_id(question)));
        if let Some(element) = element {
            focus(&element);
        }
    })
    .forget();
}
