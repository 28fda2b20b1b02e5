//! When the board is judged: after the frame, once typing pauses for a blink, never on the way of an input.

use std::cell::RefCell;

use board::Date;
use gloo::timers::callback::Timeout;
use lint::Options;

use crate::storage::Journal;
use crate::store::Store;

/// The wait after the last change, in milliseconds. Long enough that a key held down is not judged letter by letter.
const PAUSE_MS: u32 = 40;
/// The same on a board so large that judging it takes longer than a frame.
const LONG_PAUSE_MS: u32 = 220;
/// The boxes from which on a board counts as large.
const LARGE: usize = 400;

/// The judgement that is due, if one is.
#[derive(Default)]
pub(crate) struct LintJob {
    due: RefCell<Option<Timeout>>,
}

/// Judges the board soon; a judgement that was due and has not begun is put off.
pub(crate) fn schedule(store: &Store) {
    let pause = if store.editor().board().boxes().len() < LARGE {
        PAUSE_MS
    } else {
        LONG_PAUSE_MS
    };
    let due = {
        let store = store.clone();
        Timeout::new(pause, move || judge(&store))
    };
    store.lint_job().due.replace(Some(due));
}

fn judge(store: &Store) {
    // A drag changes nothing that a rule looks at, and its frames belong to it.
    if !store.editor().tool().is_idle() {
        return schedule(store);
    }
    let board = store.editor().board().clone();
    let session = store.with_journal(Journal::session).unwrap_or_default();
    let options = Options {
        today: Some(today()),
        ..Options::default()
    };
    store.set_report(lint::check_in(&session, &board, &options));
}

/// The day by the browser's clock, in universal time.
fn today() -> Date {
    Date::from_unix_days((js_sys::Date::now() / 86_400_000.0) as i64)
}
