//! Pointers and the wheel over the board.

use editor::{Input, Phase};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, MouseEvent, PointerEvent, WheelEvent};

use crate::store::Store;
use crate::{dom_input, menu};

/// Hands what pointers and the wheel do over `canvas` to the store, until the listeners are dropped.
pub(super) fn listen(store: &Store, canvas: &HtmlElement) -> Vec<EventListener> {
    let on = |name, act: fn(&Store, &HtmlElement, &Event)| {
        let (store, target) = (store.clone(), canvas.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(canvas, name, options, move |event| act(&store, &target, event))
    };
    vec![
        on("pointerdown", press),
        on("pointermove", |store, canvas, event| {
            pointer(store, canvas, event, Phase::Move)
        }),
        on("pointerup", |store, canvas, event| {
            pointer(store, canvas, event, Phase::Up)
        }),
        on("pointercancel", |store, canvas, event| {
            pointer(store, canvas, event, Phase::Cancel)
        }),
        on("pointerleave", |store, _, _| {
            store.handle(Input::PointerLeft);
        }),
        on("contextmenu", |store, canvas, event| {
            // What a finger holds, the long press has opened.
            let by_finger = event
                .dyn_ref::<PointerEvent>()
                .is_some_and(|event| event.pointer_type() == "touch");
            if let Some(event) = event.dyn_ref::<MouseEvent>().filter(|_| !by_finger) {
                menu::open_by_mouse(store, canvas, event);
            }
            event.prevent_default();
        }),
        on("dblclick", double_click),
        on("wheel", wheel),
    ]
}

fn press(store: &Store, canvas: &HtmlElement, event: &Event) {
    if let Some(event) = event.dyn_ref::<PointerEvent>() {
        // A pointer that is gone already cannot be captured, and needs not be.
        canvas.set_pointer_capture(event.pointer_id()).ok();
        canvas.focus().ok();
    }
    pointer(store, canvas, event, Phase::Down);
    event.prevent_default();
}

fn pointer(store: &Store, canvas: &HtmlElement, event: &Event, phase: Phase) {
    if let Some(event) = event.dyn_ref::<PointerEvent>() {
        let pointer = dom_input::pointer(event, phase, canvas, store.time_ms());
        store.handle(Input::Pointer(pointer));
    }
}

fn double_click(store: &Store, canvas: &HtmlElement, event: &Event) {
    if let Some(event) = event.dyn_ref::<MouseEvent>() {
        let at = dom_input::place(event, canvas);
        store.handle(Input::DoubleClick {
            at,
            time_ms: store.time_ms(),
        });
    }
}

fn wheel(store: &Store, canvas: &HtmlElement, event: &Event) {
    if let Some(event) = event.dyn_ref::<WheelEvent>() {
        store.handle(Input::Wheel {
            at: dom_input::place(event, canvas),
            delta: dom_input::wheel(event),
            modifiers: dom_input::mouse_modifiers(event),
            time_ms: store.time_ms(),
        });
        event.prevent_default();
    }
}
