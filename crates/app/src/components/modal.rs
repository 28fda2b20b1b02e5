//! What every dialog does: takes the keyboard, keeps it while open, closes on Escape, gives it back.

use web_sys::Element;
use yew::prelude::*;

use crate::effects::focus;
use crate::hooks::use_store;
use crate::outline::give_back;
use crate::store::Store;

use super::button::Button;
use super::icon::Icon;
use super::part::part;
use super::stops::{current, stops};

#[derive(Properties, PartialEq)]
struct ModalProps {
    title: AttrValue,
    bare: bool,
    content: Html,
}

/// A dialog over the page, called `title`. It is drawn while it is open; closing it sets the page's dialog to none.
/// An element of `content` with `data-first` takes the keyboard; else the dialog itself does.
pub(crate) fn modal(title: impl Into<AttrValue>, content: Html) -> Html {
    let title = title.into();
    part::<Modal>(ModalProps {
        title,
        bare: false,
        content,
    })
}

/// A dialog without a heading; `title` is only said of it.
pub(crate) fn bare_modal(title: &'static str, content: Html) -> Html {
    let title = title.into();
    part::<Modal>(ModalProps {
        title,
        bare: true,
        content,
    })
}

#[component]
fn Modal(props: &ModalProps) -> Html {
    let store = use_store();
    let dialog = use_node_ref();
    {
        let (store, dialog) = (store.clone(), dialog.clone());
        use_effect_with((), move |()| {
            take_keyboard(&dialog);
            move || give_back(&store)
        });
    }
    let press = {
        let (store, dialog) = (store.clone(), dialog.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                close(&store);
            }
            "Tab" => keep_keyboard(&event, &dialog),
            _ => {}
        })
    };
    let press_veil = {
        let store = store.clone();
        Callback::from(move |event: PointerEvent| {
            let target: Option<Element> = event.target_dyn_into();
            // `class_name` would be no text where a sign was pressed, an SVG.
            if target.is_some_and(|target| target.matches(".veil").unwrap_or(false)) {
                event.prevent_default();
                close(&store);
            }
        })
    };
    html! {
        <div class="veil" onpointerdown={press_veil} onkeydown={press}>
            <div class="dialog" ref={dialog} role="dialog" aria-modal="true" aria-label={props.title.clone()} tabindex="-1">
                if !props.bare {
                    <div class="dialog-head">
                        <h2>{ props.title.clone() }</h2>
                        { Button::sign(Icon::Close, "Close").tip("Close (Esc)").acts(&store, close) }
                    </div>
                }
                { props.content.clone() }
            </div>
        </div>
    }
}

fn close(store: &Store) {
    store.change_panels(|panels| panels.dialog = None);
}

fn take_keyboard(dialog: &NodeRef) {
    let Some(dialog) = dialog.cast::<Element>() else {
        return;
    };
    let first = dialog.query_selector("[data-first]").ok().flatten();
    focus(&first.unwrap_or(dialog));
}

/// Tab goes round within the dialog.
fn keep_keyboard(event: &KeyboardEvent, dialog: &NodeRef) {
    const STOPS: &str = "button:not(:disabled), a[href], input, select, textarea, summary, [tabindex='0']";
    let Some(dialog) = dialog.cast::<Element>() else {
        return;
    };
    let mut stops = stops(&dialog, STOPS);
    stops.retain(|stop| stop.tab_index() >= 0);
    let here = current(&stops);
    let goes_to = match event.shift_key() {
        true if matches!(here, None | Some(0)) => stops.last(),
        false if here.is_some_and(|here| here + 1 == stops.len()) => stops.first(),
        _ => return,
    };
    event.prevent_default();
    if let Some(stop) = goes_to {
        focus(stop);
    }
}
