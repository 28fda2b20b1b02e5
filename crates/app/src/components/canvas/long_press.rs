//! The long press: a finger that rests on the board opens the menu of what lies under it.

use std::cell::RefCell;
use std::rc::Rc;

use editor::{Button, Input, Phase};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, PointerEvent};

use crate::store::Store;
use crate::{dom_input, menu};

/// How long a finger rests, in milliseconds.
const REST_MS: u32 = 500;
/// How far it may stray meanwhile, in pixels.
const SLACK: f64 = 10.0;

/// A finger that rests: where it came down, and when it will have rested long enough.
struct Resting {
    at: (i32, i32),
    _due: Timeout,
}

/// Opens the menu where a finger rests on `canvas`, until the listeners are dropped.
pub(super) fn listen(store: &Store, canvas: &HtmlElement) -> Vec<EventListener> {
    let resting: Rc<RefCell<Option<Resting>>> = Rc::default();
    let on = |name: &'static str| {
        let (store, canvas, resting) = (store.clone(), canvas.clone(), Rc::clone(&resting));
        EventListener::new(&canvas.clone(), name, move |event| {
            follow(&store, &canvas, &resting, event)
        })
    };
    ["pointerdown", "pointermove", "pointerup", "pointercancel"]
        .map(on)
        .into()
}

fn follow(store: &Store, canvas: &HtmlElement, resting: &Rc<RefCell<Option<Resting>>>, event: &Event) {
    let Some(event) = event.dyn_ref::<PointerEvent>() else {
        return;
    };
    let at = (event.client_x(), event.client_y());
    let strays = |from: (i32, i32)| f64::from(at.0 - from.0).hypot(f64::from(at.1 - from.1)) > SLACK;
    match event.type_().as_str() {
        // A second finger is no long press.
        "pointerdown" if may_rest(store, event) && resting.borrow().is_none() => {
            let (store, canvas, event) = (store.clone(), canvas.clone(), event.clone());
            let is_over = Rc::clone(resting);
            let due = Timeout::new(REST_MS, move || {
                open(&store, &canvas, &event);
                is_over.take();
            });
            resting.replace(Some(Resting { at, _due: due }));
        }
        "pointermove"
            if !resting
                .borrow()
                .as_ref()
                .is_some_and(|resting| strays(resting.at)) => {}
        _ => {
            resting.take();
        }
    }
}

/// It is a finger, and not the hand that holds a pen.
fn may_rest(store: &Store, event: &PointerEvent) -> bool {
    event.pointer_type() == "touch" && !store.editor().writes_with_pen(store.time_ms())
}

/// The press was no gesture: it reaches for what lies there, as the right button does.
fn open(store: &Store, canvas: &HtmlElement, event: &PointerEvent) {
    let pointer = |phase, button| {
        let mut pointer = dom_input::pointer(event, phase, canvas, store.time_ms());
        pointer.button = button;
        store.handle(Input::Pointer(pointer));
    };
    pointer(Phase::Cancel, Button::Primary);
    pointer(Phase::Down, Button::Secondary);
    menu::open_by_mouse(store, canvas, event);
    swallow_click(event);
}

/// Lets the finger leave without a click, which would choose the line of the menu that has come to lie under it.
fn swallow_click(event: &PointerEvent) {
    let Some(target) = event.target() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::once_with_options(&target, "touchend", options, Event::prevent_default).forget();
}
