//! The linter, a program of its own: started in a worker beside the page, told what is new, heard.

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::{Array, Float64Array, Uint8Array};
use lint::wire::Topic;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

/// The linter while it runs; dropping it ends that.
pub(crate) struct Linter {
    worker: Worker,
    _listeners: [EventListener; 2],
}

/// What comes from the linter, each in answer to what it was asked on the same topic.
pub(crate) enum Heard {
    /// It is there and takes changes.
    Ready,
    /// A report, on the wire.
    Report(Vec<u8>),
    /// What the numbers of the board show.
    Numbers(Vec<u8>),
    /// What a label is taken for, and what may be meant.
    Named(JsValue),
    /// New places for boxes: see `linter::tidy`.
    Tidied(Vec<f64>),
    /// What was asked, the question, and the answer: see `linter::questions`.
    Answered([String; 3]),
    /// The text of the board that a flowchart becomes, and what is said of it.
    Charted([String; 2]),
    /// It could not be fetched, has stopped, or has lost the thread.
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

    /// Sends it what it is asked on `topic`: see `linter`.
    pub(crate) fn ask(&self, topic: Topic, asked: &[JsValue]) {
        let message: Array = asked.iter().collect();
        message.unshift(&topic.number().into());
        // Numbers and texts are plain data, which posting never refuses.
        self.worker.post_message(&message).ok();
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
    understood(event).unwrap_or(Heard::Failed)
}

fn understood(event: &web_sys::Event) -> Option<Heard> {
    let message = Array::from(&event.dyn_ref::<MessageEvent>()?.data());
    let topic = message.shift().as_f64().and_then(Topic::of)?;
    let (first, second) = (message.get(0), message.get(1));
    Some(match topic {
        Topic::Ready => Heard::Ready,
        Topic::Report => Heard::Report(first.dyn_ref::<Uint8Array>()?.to_vec()),
        Topic::Numbers => Heard::Numbers(first.dyn_ref::<Uint8Array>()?.to_vec()),
        Topic::Name => Heard::Named(first),
        Topic::Question => Heard::Answered([
            first.as_string()?,
            second.as_string()?,
            message.get(2).as_string()?,
        ]),
        Topic::Tidy => Heard::Tidied(first.dyn_ref::<Float64Array>()?.to_vec()),
        Topic::Chart => Heard::Charted([first.as_string()?, second.as_string()?]),
    })
}
