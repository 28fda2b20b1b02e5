//! The linter, a program of its own: started in a worker beside the page, told what is new, heard.

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::{Array, Float64Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

/// The linter while it runs; dropping it ends that.
pub(crate) struct Linter {
    worker: Worker,
    _listeners: [EventListener; 2],
}

/// What comes from the linter.
pub(crate) enum Heard {
    /// It is there and takes changes.
    Ready,
    /// The answer to what it was told or asked last.
    Answer(Vec<u8>),
    /// What a label is taken for, and what may be meant.
    Named(JsValue),
    /// New places for boxes: see `linter::tidy`.
    Tidied(Vec<f64>),
    /// The text of the board that a flowchart becomes, and what is said of it.
    Charted(Array),
    /// It could not be fetched, or has stopped.
    Failed,
}

impl Linter {
    /// Starts it; `None` where the browser refuses.
    pub(crate) fn start(hear: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let worker = Worker::new(&address()?).ok()?;
        let fail = hear.clone();
        let listeners = [
            EventListener::new(&worker, "message", move |event| hear(heard(event))),
            EventListener::new(&worker, "error", move |_| fail(Heard::Failed)),
        ];
        Some(Self {
            worker,
            _listeners: listeners,
        })
    }

    /// Tells it what is new, and how many findings are read.
    pub(crate) fn tell(&self, change: &str, read: u32) {
        // Numbers and texts are plain data, which posting never refuses.
        for data in [JsValue::from(read), JsValue::from(change)] {
            self.worker.post_message(&data).ok();
        }
    }

    /// Asks it for the numbers of the board that it knows.
    pub(crate) fn ask_numbers(&self) {
        self.worker.post_message(&JsValue::NULL).ok();
    }

    /// Asks it at any time for new places of boxes: see `linter::tidy`.
    pub(crate) fn ask_tidy(&self, told: &[f64]) {
        self.worker.post_message(&Float64Array::from(told)).ok();
    }

    /// Asks it at any time what a label is taken for, and what may be meant by what is typed.
    pub(crate) fn ask_name(&self, asked: &[String]) {
        let list: Array = asked.iter().map(JsValue::from).collect();
        self.worker.post_message(&list).ok();
    }
}

impl Drop for Linter {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Where the program is: its name holds a hash of its content, which the frame of the page knows.
fn address() -> Option<String> {
    let name = document().query_selector("meta[name=linter]").ok()??;
    name.get_attribute("content")
}

fn heard(event: &web_sys::Event) -> Heard {
    let Some(event) = event.dyn_ref::<MessageEvent>() else {
        return Heard::Failed;
    };
    let data = event.data();
    match data.dyn_ref::<Uint8Array>() {
        Some(bytes) => Heard::Answer(bytes.to_vec()),
        None if data.is_null() => Heard::Ready,
        None if data.has_type::<Float64Array>() => Heard::Tidied(Float64Array::from(data).to_vec()),
        None if Array::is_array(&data) => Heard::Charted(Array::from(&data)),
        None if data.is_object() => Heard::Named(data),
        None => Heard::Failed,
    }
}
