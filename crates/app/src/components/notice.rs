//! Something to be told once: good news leaves by itself, bad news stays until it is closed.

use editor::Command;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::hooks::{use_slice, use_store};
use crate::panels::Notice;
use crate::store::Store;

use super::button::Button;
use super::element::element;
use super::icon::Icon;

/// How long good news stays, in milliseconds.
const STAY_MS: u32 = 8_000;

/// What is said as long as tidy places are shown, which wait for an answer.
const TIDYING: &str = "Enter or a press takes the new places, Escape leaves everything as it is.";

/// The notice, if there is one.
#[component]
pub(crate) fn NoticeBar() -> Html {
    let store = use_store();
    let notice = use_slice(told);
    {
        let store = store.clone();
        use_effect_with(notice.clone(), move |notice| {
            let leaves = notice.as_ref().is_some_and(|notice| !notice.is_error);
            let timer = leaves.then(|| {
                Timeout::new(STAY_MS, move || {
                    store.change_panels(|panels| panels.notice = None)
                })
            });
            move || drop(timer)
        });
    }
    let Some(notice) = notice else { return html! {} };
    let close = |store: &Store| match is_tidying(store) {
        true => store.command(Command::Escape),
        false => store.change_panels(|panels| panels.notice = None),
    };
    let (class, role) = if notice.is_error {
        ("notice notice-error", "alert")
    } else {
        ("notice", "status")
    };
    let said = html! {
        <>
            <p>{ notice.text }</p>
            { Button::sign(Icon::Close, "Close").acts(&store, close) }
        </>
    };
    element(
        "div",
        &["class", "role"],
        [Some(class.into()), Some(role.into())],
        said,
    )
}

/// What is to be told now.
fn told(store: &Store) -> Option<Notice> {
    match is_tidying(store) {
        true => Some(Notice {
            text: TIDYING.to_owned(),
            is_error: false,
        }),
        false => store.panels().notice.clone(),
    }
}

fn is_tidying(store: &Store) -> bool {
    !store.editor().preview().ghosts.is_empty()
}
