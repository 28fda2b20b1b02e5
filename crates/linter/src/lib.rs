//! The linter as a program of its own, so that judging a board never holds up a key or a frame of the page.
//!
//! It greets the page with `null` when it is ready. Each text that then comes is a change for its [`Mirror`], and gets one
//! answer: the bytes of a report on the wire, or a text that says why the change could not be taken. Each `null` that comes
//! asks what the numbers of the board show as it is now, and gets the bytes of [that](sheets::written). Each list of texts
//! asks what a label is [taken for](naming), and gets an object at any time, whatever else it is told. A number says how
//! many of the findings are read from now on, and gets no answer: the reports that follow put only those in words. Many
//! numbers tell where boxes stand, and are answered with [tidy](tidy::tidied) places. A list of a single text is a
//! [flowchart](flowchart::taken_up), answered with the list of the board's text and what is said of it. A list of two is a
//! [question](questions::answered) to the board as it is now, answered with a list of three.

pub mod flowchart;
pub mod naming;
pub mod questions;
pub mod sheets;
pub mod tidy;

use board::Board;
use js_sys::{Array, Float64Array, JSON, Uint8Array};
use lint::{Memory, Mirror, Options, wire};
use naming::Asked;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Greets the page and answers from then on.
pub fn start() {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let (mut mirror, mut memory, mut told) = (Mirror::default(), Memory::default(), usize::MAX);
    let answer = {
        let worker = worker.clone();
        move |event: MessageEvent| {
            let data = event.data();
            if let Some(most) = data.as_f64() {
                told = most as usize;
                return;
            }
            let answer = if let Some(numbers) = data.dyn_ref::<Float64Array>() {
                Float64Array::from(tidy::tidied(&numbers.to_vec()).as_slice()).into()
            } else if Array::is_array(&data) {
                let list = Array::from(&data);
                match list.length() {
                    1 => take_up(&list),
                    2 => question(&list, &mirror),
                    _ => name(&list, mirror.board()),
                }
            } else if data.is_null() {
                bytes(&sheets::written(mirror.board()))
            } else {
                let change = data.as_string().unwrap_or_default();
                judge(&mut mirror, &mut memory, told, &change)
                    .map_or_else(|torn| torn.to_string().into(), |report| bytes(&report))
            };
            // What is posted is plain data, which posting never refuses.
            worker.post_message(&answer).ok();
        }
    };
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(answer);
    worker.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    worker.post_message(&JsValue::NULL).ok();
}

fn bytes(text: &str) -> JsValue {
    Uint8Array::from(text.as_bytes()).into()
}

/// The board that the one text of `list` becomes, and what is said of it.
fn take_up(list: &Array) -> JsValue {
    let text = list.get(0).as_string().unwrap_or_default();
    let texts = flowchart::taken_up(&text).into_iter().map(JsValue::from);
    texts.collect::<Array>().into()
}

/// What is asked, the question, and the answer.
fn question(list: &Array, mirror: &Mirror) -> JsValue {
    let text = |at| list.get(at).as_string().unwrap_or_default();
    let (asked, question) = (text(0), text(1));
    let answer = questions::answered(&asked, &question, mirror.board(), mirror.session());
    let texts = [asked, question, answer].into_iter().map(JsValue::from);
    texts.collect::<Array>().into()
}

/// What `list` asks about, text by text.
fn name(list: &Array, board: &Board) -> JsValue {
    let text = |at| list.get(at).as_string().unwrap_or_default();
    let asked = Asked {
        on: text(0),
        chosen: text(1),
        label: text(2),
        field: text(3),
        typed: text(4),
    };
    JSON::parse(&naming::answered(&asked, board)).unwrap_or_default()
}

/// The report of the board after `change`, on the wire, its first findings in words.
fn judge(mirror: &mut Mirror, memory: &mut Memory, told: usize, change: &str) -> Result<String, wire::Torn> {
    mirror.take(change)?;
    let options = Options {
        today: mirror.today(),
        ..Options::default()
    };
    let report = lint::check_first(told, memory, mirror.session(), mirror.board(), &options);
    Ok(wire::write(&report))
}
