//! Completion: what may stand in place of what is typed, in a list beside it. The linter says what that is; nothing is
//! taken but by choice, so that whoever types on is never in its way.

use web_sys::{KeyboardEvent, MouseEvent};
use yew::prelude::*;

use crate::hooks::{Kept, use_kept};

use super::scrolling::use_in_view;
use super::told::Told;
use super::typing::typed;

/// The id of the list. There is one keyboard, and so one list at a time.
const LIST: &str = "offers";

/// What the linter offers for `typed`.
pub(crate) fn offers(named: &Told, typed: &str) -> Vec<Told> {
    match named.text("typed") {
        Some(told) if told == typed => named.list("offers"),
        _ => Vec::new(),
    }
}

/// The list: whether it is there, and which of its rows is chosen.
#[derive(Clone)]
pub(crate) struct Completion {
    shown: Kept<Shown>,
    /// It is there as long as there is something to choose.
    stays: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Shown {
    is_open: bool,
    chosen: Option<usize>,
}

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pressed {
    /// Nothing here.
    Passed,
    /// It moved the choice, or closed the list.
    Kept,
    /// It takes the row at this place.
    Takes(usize),
}

/// A list, closed until something is typed; one that `stays` is open from the beginning.
#[hook]
pub(crate) fn use_completion(stays: bool) -> Completion {
    let shown = use_kept(|| Shown {
        is_open: stays,
        chosen: None,
    });
    let row = shown.get().chosen.map_or_else(String::new, row_id);
    use_in_view(LIST, row);
    Completion { shown, stays }
}

/// A field whose input is completed.
pub(crate) struct Entry {
    /// What it is called.
    pub name: &'static str,
    /// The field of the editor that it stands for.
    pub field: String,
    /// What stands in it while it is empty.
    pub hint: &'static str,
    /// What was typed.
    pub text: AttrValue,
    /// Gets what is typed.
    pub write: Callback<String>,
    /// Gets what is taken.
    pub take: Callback<AttrValue>,
    /// Gets told that the input has the keyboard.
    pub focus: Callback<FocusEvent>,
}

impl Completion {
    /// Something was typed. Of an answer to a question, the first row is chosen at once.
    pub(crate) fn open(&self, is_asked: bool) {
        self.set(true, is_asked.then_some(0));
    }

    /// Closes the list, unless it stays.
    pub(crate) fn close(&self) {
        self.set(self.stays, None);
    }

    fn set(&self, is_open: bool, chosen: Option<usize>) {
        let shown = Shown { is_open, chosen };
        if self.shown.get() != shown {
            self.shown.set(shown);
        }
    }

    /// What a key does to a list of `count` rows. `Enter` and `Tab` take what arrows have chosen, and nothing else.
    pub(crate) fn press(&self, event: &KeyboardEvent, count: usize) -> Pressed {
        let Shown { is_open, chosen } = self.shown.get();
        let chosen = chosen.filter(|at| is_open && *at < count);
        if event.is_composing() || count == 0 {
            return Pressed::Passed;
        }
        let pressed = match (event.key().as_str(), chosen) {
            ("ArrowDown", at) => {
                self.set(true, Some(at.map_or(0, |at| (at + 1) % count)));
                Pressed::Kept
            }
            ("ArrowUp", at) if is_open => {
                self.set(true, at.unwrap_or(0).checked_sub(1).or(Some(count - 1)));
                Pressed::Kept
            }
            ("Escape", _) if is_open && !self.stays => {
                self.close();
                Pressed::Kept
            }
            ("Enter", Some(at)) => Pressed::Takes(at),
            // On to the next text, with what was chosen.
            ("Tab", Some(at)) => return Pressed::Takes(at),
            _ => return Pressed::Passed,
        };
        event.prevent_default();
        event.stop_propagation();
        pressed
    }

    /// Where the list of `count` rows is, if it is open, and which row is chosen.
    pub(crate) fn said(&self, count: usize) -> (Option<&'static str>, Option<String>) {
        let Shown { is_open, chosen } = self.shown.get();
        let is_open = is_open && count > 0;
        let row = chosen.filter(|at| is_open && *at < count).map(row_id);
        (is_open.then_some(LIST), row)
    }

    /// The input with its list.
    pub(crate) fn entry(&self, entry: Entry, offers: &[Told]) -> Html {
        let (controls, row) = self.said(offers.len());
        let list = self.list(offers, &entry.take);
        let oninput = {
            let this = self.clone();
            move |event: InputEvent| {
                let text = typed(&event);
                this.open(this.stays && !text.is_empty());
                entry.write.emit(text);
            }
        };
        let onkeydown = {
            let (this, take, offers) = (self.clone(), entry.take, offers.to_vec());
            move |event: KeyboardEvent| {
                if let Pressed::Takes(at) = this.press(&event, offers.len()) {
                    this.close();
                    take.emit(text_of(&offers, at));
                }
            }
        };
        let this = self.clone();
        let onblur = move |_: FocusEvent| this.close();
        html! {
            <div class="field">
                <span aria-hidden="true">{ entry.name }</span>
                <input class="input" data-field={entry.field} value={entry.text} placeholder={entry.hint}
                    aria-label={entry.name} role="combobox" aria-autocomplete="list" autocomplete="off"
                    aria-expanded={if controls.is_some() { "true" } else { "false" }} aria-controls={controls}
                    aria-activedescendant={row} {oninput} {onkeydown} onfocus={entry.focus} {onblur} />
                { list }
            </div>
        }
    }

    /// The list, where it is open.
    pub(crate) fn list(&self, offers: &[Told], take: &Callback<AttrValue>) -> Html {
        let Shown { is_open, chosen } = self.shown.get();
        if !is_open || offers.is_empty() {
            return html! {};
        }
        let row = |(at, offer): (usize, &Told)| {
            let (this, take, text) = (self.clone(), take.clone(), text_of(offers, at));
            let onclick = move |_: MouseEvent| {
                this.close();
                take.emit(text.clone());
            };
            html! {
                <li id={row_id(at)} role="option" aria-selected={(chosen == Some(at)).to_string()} {onclick}>
                    <b>{ offer.text("name") }</b>
                    <span>{ offer.text("note") }</span>
                </li>
            }
        };
        // The input keeps the keyboard.
        let hold = |event: MouseEvent| event.prevent_default();
        html! {
            <ul class="offers" id={LIST} role="listbox" aria-label="Suggestions" onmousedown={hold}>
                { for offers.iter().enumerate().map(row) }
            </ul>
        }
    }
}

/// What stands on the board when the offer at this place is taken.
pub(crate) fn text_of(offers: &[Told], at: usize) -> AttrValue {
    offers
        .get(at)
        .and_then(|offer| offer.text("text"))
        .unwrap_or_default()
}

fn row_id(at: usize) -> String {
    format!("offer-{at}")
}
