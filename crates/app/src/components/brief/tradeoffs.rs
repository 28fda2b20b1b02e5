//! The trade-offs of the wrap-up: chosen, over what, at what cost, for what.

use board::{Tradeoff, Wrap};
use yew::prelude::*;

use crate::store::Store;

use super::super::button::Button;
use super::super::icon::Icon;
use super::super::typing::{end_run, typed};
use super::wrap_up::{change, leave_on_escape};

/// The part of a trade-off that one field holds.
type Part = fn(&mut Tradeoff) -> &mut String;

/// Label, hint and place of each part.
const PARTS: [(&str, &str, Part); 4] = [
    ("Chose", "Kafka", |tradeoff| &mut tradeoff.chose),
    ("Over", "file drops", |tradeoff| &mut tradeoff.over),
    ("Costs", "$6k/mo more", |tradeoff| &mut tradeoff.cost),
    ("Brings", "blocks in 300 ms", |tradeoff| &mut tradeoff.impact),
];

/// A row for each trade-off, and a button for one more.
pub(super) fn tradeoffs(store: &Store, wrap: &Wrap) -> Html {
    let add = |store: &Store| change(store, &mut |wrap| wrap.tradeoffs.push(Tradeoff::default()));
    html! {
        <div class="field">
            <span>{"Trade-offs"}</span>
            { for wrap.tradeoffs.iter().enumerate().map(|(at, tradeoff)| row(store, at, tradeoff)) }
            { Button::plain("button more", "Add a trade-off").acts(store, add) }
        </div>
    }
}

fn row(store: &Store, at: usize, tradeoff: &Tradeoff) -> Html {
    let remove = Button::sign(Icon::Close, format!("Remove trade-off {}", at + 1))
        .class("button button-icon tradeoff-remove")
        .tip("Remove");
    let remove = remove.acts(store, move |store| {
        change(store, &mut |wrap| {
            if at < wrap.tradeoffs.len() {
                wrap.tradeoffs.remove(at);
            }
        });
    });
    let mut tradeoff = tradeoff.clone();
    html! {
        <div class="tradeoff" key={at} role="group" aria-label={format!("Trade-off {}", at + 1)}>
            { for PARTS.iter().map(|(label, hint, part)| {
                let text = std::mem::take(part(&mut tradeoff));
                field(store, at, (label, hint, *part), text)
            }) }
            { remove }
        </div>
    }
}

fn field(
    store: &Store,
    at: usize,
    (label, hint, part): (&'static str, &'static str, Part),
    text: String,
) -> Html {
    let oninput = {
        let store = store.clone();
        move |event: InputEvent| {
            change(&store, &mut |wrap| {
                if let Some(tradeoff) = wrap.tradeoffs.get_mut(at) {
                    *part(tradeoff) = typed(&event);
                }
            });
        }
    };
    let onblur = {
        let store = store.clone();
        move |_: FocusEvent| end_run(&store)
    };
    html! {
        <label class="tradeoff-part">
            <span>{ label }</span>
            <input class="input" value={text} placeholder={hint} {oninput} {onblur} onkeydown={leave_on_escape} />
        </label>
    }
}
