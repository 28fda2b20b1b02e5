//! When the board is judged: once typing pauses for a blink, by the linter beside the page, never on the way of an input.
//!
//! One judgement is under way at a time. What changes meanwhile is told when it has come back, so that nothing queues up.

use std::cell::{Cell, RefCell};

use board::Date;
use editor::{Command, Editing, Field};
use gloo::timers::callback::Timeout;
use js_sys::{Float64Array, JSON};
use lint::Mirror;
use lint::wire::{self, Topic};
use wasm_bindgen::JsValue;

use crate::components::told::Told;
use crate::linter::{Heard, Linter};
use crate::questions::Questions;
use crate::storage::Journal;
use crate::store::{Standing, Store};
use crate::tidying;

/// The wait after the last change, in milliseconds. Long enough that a key held down is not judged letter by letter.
const PAUSE_MS: u32 = 40;
/// The same on a board so large that showing what is said of it takes a good part of a frame.
const LONG_PAUSE_MS: u32 = 220;
/// How long nothing changes until the board has come to rest, in milliseconds.
const REST_MS: u32 = 600;
/// The boxes from which on a board counts as large.
const LARGE: usize = 400;

/// How many findings are read before a person asks for more: nobody reads on, and a redraw stays short.
pub(crate) const FIRST_READ: u32 = 120;

/// The judgement that is due, and the one that is under way.
#[derive(Default)]
pub(crate) struct LintJob {
    due: RefCell<Option<Timeout>>,
    linter: RefCell<Option<Linter>>,
    /// What the linter knows of the board.
    mirror: RefCell<Mirror>,
    turn: Cell<Turn>,
    /// The board shall be judged as soon as the linter is free.
    again: Cell<bool>,
    /// What tidy places were asked for.
    pub(crate) tidied: tidying::Asked,
    questions: Questions,
    /// The board comes to rest.
    rest: RefCell<Option<Timeout>>,
    /// The numbers are of the board that the linter knows.
    is_counted: Cell<bool>,
    /// How many of the findings are read, where it is more than the first.
    read: Cell<u32>,
    /// What is done once all of them are in words.
    waiting: Cell<Option<fn(&Store)>>,
}

impl LintJob {
    /// What panels ask of the board.
    pub(crate) fn questions(&self) -> &Questions {
        &self.questions
    }
}

/// What the linter does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Turn {
    /// It is not there, or on its way.
    #[default]
    Away,
    /// It waits for us.
    Free,
    /// It judges the board that is open, works its numbers out or answers a question.
    Works,
    /// It works for a board that was open before.
    InVain,
}

/// Starts the linter, once more if it could not be had or has stopped.
pub(crate) fn start(store: &Store) {
    let job = store.lint_job();
    job.mirror.take();
    job.turn.set(Turn::Away);
    job.again.set(true);
    store.set_standing(Standing::Awaited);
    let linter = {
        let store = store.clone();
        Linter::start(move |heard| hear(&store, heard))
    };
    if linter.is_none() {
        store.set_standing(Standing::Refused);
    }
    job.linter.replace(linter);
}

/// Judges the board soon; a judgement that was due and has not begun is put off.
pub(crate) fn schedule(store: &Store) {
    let job = store.lint_job();
    if job.turn.get() == Turn::Away {
        return job.again.set(true);
    }
    let pause = if store.editor().board().boxes().len() < LARGE {
        PAUSE_MS
    } else {
        LONG_PAUSE_MS
    };
    let due = {
        let store = store.clone();
        Timeout::new(pause, move || judge(&store))
    };
    job.due.replace(Some(due));
}

/// Another board is opened: what is said of the one before is of no use any more.
pub(crate) fn forget(store: &Store) {
    let job = store.lint_job();
    job.mirror.take();
    job.questions.forget();
    if job.turn.get() == Turn::Works {
        job.turn.set(Turn::InVain);
    }
}

fn judge(store: &Store) {
    // A drag changes nothing that a rule looks at, and its frames belong to it.
    if !store.editor().tool().is_idle() {
        return schedule(store);
    }
    let job = store.lint_job();
    job.due.take();
    if job.turn.get() != Turn::Free {
        return job.again.set(true);
    }
    let session = store.with_journal(Journal::session).unwrap_or_default();
    let editor = store.editor();
    let change = job.mirror.borrow_mut().show(editor.board(), session, today());
    if let Some(linter) = &*job.linter.borrow() {
        job.turn.set(Turn::Works);
        job.is_counted.set(false);
        job.questions.renew();
        let waiting = job.waiting.get();
        let read = waiting.map_or(job.read.get().max(FIRST_READ), |_| u32::MAX);
        linter.ask(Topic::Report, &[change.into(), read.into()]);
    }
}

/// Has the first `count` findings put in words from now on.
pub(crate) fn read(store: &Store, count: u32) {
    let job = store.lint_job();
    job.read.set(job.read.get().max(count));
    if lacks_words(store, count) {
        judge(store);
    }
}

/// Does `what` needs every finding on the board as it is now, in words, when they are.
pub(crate) fn in_words(store: &Store, what: fn(&Store)) {
    let job = store.lint_job();
    let is_new = job.turn.get() == Turn::Free && job.due.borrow().is_none();
    if job.turn.get() == Turn::Away || is_new && !lacks_words(store, u32::MAX) {
        return what(store);
    }
    job.waiting.set(Some(what));
    judge(store);
}

/// Among the first `count` findings is one without words.
fn lacks_words(store: &Store, count: u32) -> bool {
    let report = store.judged().report;
    let mut read = report.findings.iter().take(count as usize);
    read.any(|finding| finding.message.is_empty())
}

/// Works the numbers out where they are looked at and are not those of the board that was judged last.
pub(crate) fn count(store: &Store) {
    let job = store.lint_job();
    let is_due = store.judged().standing == Standing::Told && !job.is_counted.get();
    if job.turn.get() != Turn::Free || !is_due || !store.panels().shows_numbers() {
        return;
    }
    if let Some(linter) = &*job.linter.borrow() {
        job.turn.set(Turn::Works);
        job.is_counted.set(true);
        linter.ask(Topic::Numbers, &[]);
    }
}

/// Puts the next question that is due to the linter, if that is free and knows the board.
pub(crate) fn put_question(store: &Store) {
    put(store, false);
}

/// Puts the questions that wait for it when the board has come to rest.
pub(crate) fn rest(store: &Store) {
    let job = store.lint_job();
    if job.turn.get() != Turn::Free || !job.questions.waits() {
        return;
    }
    let rest = {
        let store = store.clone();
        Timeout::new(REST_MS, move || {
            // What is about to be judged comes to rest later.
            let is_due = store.lint_job().due.borrow().is_some();
            if !is_due {
                put(&store, true);
            }
        })
    };
    job.rest.replace(Some(rest));
}

fn put(store: &Store, is_at_rest: bool) {
    let job = store.lint_job();
    if job.turn.get() != Turn::Free || store.judged().standing != Standing::Told {
        return;
    }
    if let (Some(linter), Some(question)) = (&*job.linter.borrow(), job.questions.next(is_at_rest)) {
        job.turn.set(Turn::Works);
        linter.ask(Topic::Question, &question);
    }
}

/// Asks what the box that is edited is taken for, and what may be meant by what was `typed` in the field that is edited or
/// stands there, whatever else the linter does: see `linter::naming`.
pub(crate) fn ask_name(store: &Store, typed: Option<&str>) {
    let editor = store.editor();
    let Some(Editing { on, field }) = editor.editing() else {
        return;
    };
    let text = |field| editor.text(on, field).unwrap_or_default();
    let asked = [
        format!("{on:?}"),
        text(Field::Component),
        text(Field::Label),
        format!("{field:?}"),
        match (typed, field) {
            (Some(typed), _) => typed.to_owned(),
            (None, Field::Component | Field::Line) => String::new(),
            (None, field) => text(*field),
        },
    ];
    if let Some(linter) = &*store.lint_job().linter.borrow() {
        linter.ask(Topic::Name, &asked.map(JsValue::from));
    }
}

/// Asks for tidy places; false where the linter is not there.
pub(crate) fn ask_tidy(store: &Store, told: &[f64]) -> bool {
    let linter = store.lint_job().linter.borrow();
    let told = Float64Array::from(told).into();
    linter
        .as_ref()
        .map(|linter| linter.ask(Topic::Tidy, &[told]))
        .is_some()
}

/// Asks for the board that a flowchart becomes; false where the linter is not there.
pub(crate) fn ask_chart(store: &Store, text: &str) -> bool {
    let job = store.lint_job();
    let linter = job.linter.borrow();
    let linter = linter.as_ref().filter(|_| job.turn.get() != Turn::Away);
    linter
        .map(|linter| linter.ask(Topic::Chart, &[text.into()]))
        .is_some()
}

fn hear(store: &Store, heard: Heard) {
    match heard {
        Heard::Charted([text, said]) => store.command(Command::PutDown { text, said }),
        Heard::Named(named) => store.change_panels(|panels| panels.named = Told(named)),
        Heard::Answered([asked, question, answer]) => hear_answer(store, &asked, question, &answer),
        Heard::Tidied(places) => tidying::show(store, &places),
        Heard::Ready => {
            store.lint_job().turn.set(Turn::Free);
            ask_name(store, None);
            go_on(store);
        }
        Heard::Report(bytes) => hear_of_board(store, &bytes, |store, text| {
            wire::read(text).map(|report| store.set_report(report)).is_ok()
        }),
        Heard::Numbers(bytes) => hear_of_board(store, &bytes, |store, text| {
            JSON::parse(text)
                .map(|numbers| store.set_numbers(numbers))
                .is_ok()
        }),
        Heard::Failed => stop(store),
    }
}

/// Has `take` take what was said of the board, unless another one is open by now.
fn hear_of_board(store: &Store, bytes: &[u8], take: fn(&Store, &str) -> bool) {
    let job = store.lint_job();
    if job.turn.replace(Turn::Free) != Turn::InVain {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        if !take(store, text) {
            return stop(store);
        }
        let is_old = job.again.get() || job.due.borrow().is_some();
        if is_old || lacks_words(store, u32::MAX) {
            job.again.set(job.again.get() || job.waiting.get().is_some());
        } else if let Some(what) = job.waiting.take() {
            what(store);
        }
    }
    go_on(store);
}

fn hear_answer(store: &Store, asked: &str, question: String, answer: &str) {
    let job = store.lint_job();
    if job.turn.replace(Turn::Free) != Turn::InVain {
        job.questions.keep(asked, question, answer);
        store.change_panels(|_| {});
    }
    go_on(store);
}

/// Judges what has changed while the linter worked, or has the numbers worked out and questions answered.
fn go_on(store: &Store) {
    if store.lint_job().again.take() {
        judge(store);
    } else {
        count(store);
        put_question(store);
        rest(store);
    }
}

/// Does without the linter until a person asks for it again.
fn stop(store: &Store) {
    let job = store.lint_job();
    job.turn.set(Turn::Away);
    job.linter.take();
    store.set_standing(Standing::Refused);
    if let Some(what) = job.waiting.take() {
        what(store);
    }
}

/// The day by the browser's clock, in universal time.
fn today() -> Date {
    Date::from_unix_days((js_sys::Date::now() / 86_400_000.0) as i64)
}
