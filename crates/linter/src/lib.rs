//! The linter as a program of its own, so that judging a board never holds up a key or a frame of the page.
//!
//! It greets the page with `null` when it is ready. Each text that then comes is a change for its [`Mirror`], and gets one
//! answer: the bytes of a report on the wire, or a text that says why the change could not be taken. Each `null` that comes
//! asks what the numbers of the board show as it is now, and gets the bytes of [that](sheets::written).

pub mod sheets;

use js_sys::Uint8Array;
use lint::{Memory, Mirror, Options, wire};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Greets the page and answers from then on.
pub fn start() {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let (mut mirror, mut memory) = (Mirror::default(), Memory::default());
    let answer = {
        let worker = worker.clone();
        move |event: MessageEvent| {
            let data = event.data();
            let answer = if data.is_null() {
                Ok(sheets::written(mirror.board()))
            } else {
                judge(&mut mirror, &mut memory, &data.as_string().unwrap_or_default())
            };
            let answer = match answer {
                Ok(text) => Uint8Array::from(text.as_bytes()).into(),
                Err(torn) => JsValue::from(torn.to_string()),
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

/// The report of the board after `change`, on the wire.
fn judge(mirror: &mut Mirror, memory: &mut Memory, change: &str) -> Result<String, wire::Torn> {
    mirror.take(change)?;
    let options = Options {
        today: mirror.today(),
        ..Options::default()
    };
    let report = lint::check_with(memory, mirror.session(), mirror.board(), &options);
    Ok(wire::write(&report))
}
