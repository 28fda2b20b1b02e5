//! The linter as a program of its own, so that judging a board never holds up a key or a frame of the page.
//!
//! Page and linter send each other lists: a [`Topic`] first, then what belongs to it. The linter greets the page when it is
//! [ready](Topic::Ready), and answers each message with one on the same topic.
//!
//! | topic | what comes | the answer |
//! |---|---|---|
//! | report | a change for the [`Mirror`], how many findings are read | the bytes of a report, those findings in words; without them if the change is torn |
//! | numbers | | the bytes of what the [numbers](sheets::written) of the board show |
//! | name | five texts: [`Asked`] | what a label is [taken for](naming), an object |
//! | tidy | numbers that tell where boxes stand | [tidy](tidy::tidied) places |
//! | question | what is asked, and a question of that kind | both again, and what is [answered](questions) |
//! | chart | the text of a [flowchart](flowchart::taken_up) | the text of the board, and what is said of it |

pub mod flowchart;
pub mod marks;
pub mod naming;
pub mod questions;
pub mod sheets;
pub mod tidy;
mod what_if;

use board::Board;
use js_sys::{Array, Float64Array, JSON, Uint8Array};
use lint::wire::{self, Topic};
use lint::{Memory, Mirror, Options};
use naming::Asked;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Greets the page and answers from then on.
pub fn start() {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let post = {
        let worker = worker.clone();
        move |topic: Topic, answer: &[JsValue]| {
            let message: Array = answer.iter().collect();
            message.unshift(&topic.number().into());
            // What is posted is plain data, which posting never refuses.
            worker.post_message(&message).ok();
        }
    };
    let mut judging = Judging::default();
    let answer = {
        let post = post.clone();
        move |event: MessageEvent| {
            let message = Array::from(&event.data());
            let topic = message.shift().as_f64().and_then(Topic::of);
            if let Some(topic) = topic {
                post(topic, &judging.answered(topic, &message));
            }
        }
    };
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(answer);
    worker.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    post(Topic::Ready, &[]);
}

/// What the linter knows of the board.
#[derive(Default)]
struct Judging {
    mirror: Mirror,
    memory: Memory,
}

impl Judging {
    /// The answer to what was `said` on a topic.
    fn answered(&mut self, topic: Topic, said: &Array) -> Vec<JsValue> {
        let text = |at| said.get(at).as_string().unwrap_or_default();
        match topic {
            Topic::Ready => Vec::new(),
            Topic::Report => {
                let told = said.get(1).as_f64().unwrap_or_default() as usize;
                let report = self.judged(&text(0), told);
                report.map(|report| vec![bytes(&report)]).unwrap_or_default()
            }
            Topic::Numbers => vec![bytes(&sheets::written(self.mirror.board()))],
            Topic::Name => vec![named(text, self.mirror.board())],
            Topic::Question => {
                let (asked, question) = (text(0), text(1));
                let (board, session) = (self.mirror.board(), self.mirror.session());
                let answer = questions::answered(&asked, &question, board, session);
                [asked, question, answer].map(JsValue::from).into()
            }
            Topic::Tidy => {
                let told = Float64Array::from(said.get(0)).to_vec();
                vec![Float64Array::from(tidy::tidied(&told).as_slice()).into()]
            }
            Topic::Chart => flowchart::taken_up(&text(0)).map(JsValue::from).into(),
        }
    }

    /// The report of the board after `change`, on the wire, its first findings in words.
    fn judged(&mut self, change: &str, told: usize) -> Result<String, wire::Torn> {
        self.mirror.take(change)?;
        let options = Options {
            today: self.mirror.today(),
            ..Options::default()
        };
        let (session, board) = (self.mirror.session(), self.mirror.board());
        let report = lint::check_first(told, &mut self.memory, session, board, &options);
        Ok(wire::write(&report))
    }
}

fn bytes(text: &str) -> JsValue {
    Uint8Array::from(text.as_bytes()).into()
}

/// What is said of the five texts that `text` gives.
fn named(text: impl Fn(u32) -> String, board: &Board) -> JsValue {
    let asked = Asked {
        on: text(0),
        chosen: text(1),
        label: text(2),
        field: text(3),
        typed: text(4),
    };
    JSON::parse(&naming::answered(&asked, board)).unwrap_or_default()
}
