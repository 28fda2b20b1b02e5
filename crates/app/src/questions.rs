//! What panels ask of the board that is open: what if, and the score. A question stands until its panel takes it back: the
//! linter answers it at once, and anew whenever it has judged what was edited.
//!
//! What can be asked, and what comes back, is listed in `linter::questions`.

use std::cell::RefCell;

use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::components::told::Told;
use crate::lint_job;
use crate::store::Store;

/// The questions that stand, one of each kind.
#[derive(Default)]
pub(crate) struct Questions(RefCell<Vec<Standing>>);

struct Standing {
    asked: &'static str,
    question: String,
    /// It waits until the board has come to rest.
    is_patient: bool,
    /// The board has changed, or the question has, since it was put to the linter.
    is_due: bool,
    heard: Option<Answered>,
}

/// The newest answer of a kind. While another one is worked out it stays, with the question that it is the answer to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answered {
    /// What it answers.
    pub question: String,
    /// The answer.
    pub answer: Told,
}

/// Asks `question`, in place of another one of the kind `asked`, from now on and until [`stop`].
pub(crate) fn ask(store: &Store, asked: &'static str, question: &str) {
    stand(store, asked, question, false);
    lint_job::put_question(store);
}

/// The same, for what is only seen from the corner of an eye: it is put whenever the board has come to rest.
pub(crate) fn ask_at_rest(store: &Store, asked: &'static str, question: &str) {
    stand(store, asked, question, true);
    lint_job::rest(store);
}

fn stand(store: &Store, asked: &'static str, question: &str, is_patient: bool) {
    let questions = store.lint_job().questions();
    let mut standing = questions.0.borrow_mut();
    let here = standing.iter().position(|row| row.asked == asked);
    let heard = match here.map(|at| standing.swap_remove(at)) {
        Some(row) if row.question == question => return standing.push(row),
        other => other.and_then(|row| row.heard),
    };
    standing.push(Standing {
        asked,
        question: question.to_owned(),
        is_patient,
        is_due: true,
        heard,
    });
}

/// Asks nothing of this kind any more, and forgets the answer.
pub(crate) fn stop(store: &Store, asked: &str) {
    let questions = store.lint_job().questions();
    questions.0.borrow_mut().retain(|row| row.asked != asked);
}

/// The newest answer to a question of this kind that stands; none until there is one.
pub(crate) fn answered(store: &Store, asked: &str) -> Option<Answered> {
    let standing = store.lint_job().questions().0.borrow();
    let row = standing.iter().find(|row| row.asked == asked)?;
    row.heard.clone()
}

impl Questions {
    /// The board is another than it was: every question is to be put again.
    pub(crate) fn renew(&self) {
        self.0.borrow_mut().iter_mut().for_each(|row| row.is_due = true);
    }

    /// What was answered is of no use any more.
    pub(crate) fn forget(&self) {
        self.0.borrow_mut().iter_mut().for_each(|row| row.heard = None);
    }

    /// A question is due that waits until the board has come to rest.
    pub(crate) fn waits(&self) -> bool {
        self.0.borrow().iter().any(|row| row.is_due && row.is_patient)
    }

    /// The next question to put, which counts as put from now on; of those that wait for rest only if the board has come
    /// to it.
    pub(crate) fn next(&self, is_at_rest: bool) -> Option<[JsValue; 2]> {
        let mut standing = self.0.borrow_mut();
        let is_next = |row: &&mut Standing| row.is_due && (is_at_rest || !row.is_patient);
        let row = standing.iter_mut().find(is_next)?;
        row.is_due = false;
        Some([row.asked.into(), row.question.as_str().into()])
    }

    /// Keeps `answer`, unless something else is asked by now.
    pub(crate) fn keep(&self, asked: &str, question: String, answer: &str) {
        let mut standing = self.0.borrow_mut();
        let is_it = |row: &&mut Standing| row.asked == asked && row.question == question;
        if let Some(row) = standing.iter_mut().find(is_it) {
            let answer = Told(JSON::parse(answer).unwrap_or_default());
            row.heard = Some(Answered { question, answer });
        }
    }
}
