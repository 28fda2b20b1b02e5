//! The menu of what can be done with what is under the pointer, or has the keyboard: where it opens.

use editor::Input;
use gloo::utils::document;
use web_sys::{Element, HtmlElement, MouseEvent};

use crate::dom_input;
use crate::effects::CANVAS;
use crate::outline::give_back;
use crate::panels::Spot;
use crate::store::Store;

/// Opens it where a mouse pressed on the board, which has selected what lies there.
pub(crate) fn open_by_mouse(store: &Store, canvas: &HtmlElement, event: &MouseEvent) {
    let at = dom_input::place(event, canvas);
    let place = store.editor().camera().to_page(at);
    open(
        store,
        Spot {
            place: Some(place),
            ..of_selection((f64::from(event.client_x()), f64::from(event.client_y())))
        },
    );
}

/// Opens it at the pointer.
pub(crate) fn open_at(store: &Store, event: &MouseEvent) {
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    open(store, of_selection(at));
}

/// Opens it for who pressed a key: at what is selected, or at what has the keyboard.
pub(crate) fn open_by_key(store: &Store) {
    let Some(holder) = document().active_element() else {
        return;
    };
    let frame = holder.get_bounding_client_rect();
    let at = if holder.id() == CANVAS {
        let (x, y) = selected_on_screen(store);
        (frame.left() + x, frame.top() + y)
    } else {
        (frame.left() + 24.0, frame.bottom())
    };
    open(store, of_selection(at));
}

/// Opens it under a button.
pub(crate) fn open_under(store: &Store, button: &Element, of_board: bool) {
    let frame = button.get_bounding_client_rect();
    open(
        store,
        Spot {
            at: (frame.left(), frame.bottom() + 4.0),
            of_board,
            place: None,
        },
    );
}

/// Closes it and gives the keyboard back.
pub(crate) fn close(store: &Store) {
    store.change_panels(|panels| panels.menu = None);
    give_back(store);
}

/// A menu at this spot of the window, for what is selected.
fn of_selection(at: (f64, f64)) -> Spot {
    Spot {
        at,
        of_board: false,
        place: None,
    }
}

fn open(store: &Store, spot: Spot) {
    store.handle(Input::Blur);
    store.change_panels(|panels| panels.menu = Some(spot));
}

/// The lower right of what is selected, else the middle of the board, from its corner.
fn selected_on_screen(store: &Store) -> (f64, f64) {
    let editor = store.editor();
    let (screen, camera) = (editor.screen(), editor.camera());
    let area = editor
        .selection()
        .primary
        .as_ref()
        .and_then(|item| editor.area(item));
    let at = area.map(|area| camera.to_screen(area.end()));
    let (x, y) = at.map_or((screen.width / 2.0, screen.height / 2.0), |at| (at.x, at.y));
    (x.clamp(0.0, screen.width), y.clamp(0.0, screen.height))
}
