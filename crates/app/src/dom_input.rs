//! What the browser says, as the editor's inputs.

use editor::{Button, KeyPress, Modifiers, Phase, Pointer, PointerKind};
use geometry::{Point, Screen, Vector};
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// Pixels that a wheel step counted in lines stands for.
const LINE: f64 = 16.0;
/// Pixels that a wheel step counted in pages stands for.
const SHEET: f64 = 400.0;

/// A pointer event on `canvas`.
pub(crate) fn pointer(event: &PointerEvent, phase: Phase, canvas: &Element, time_ms: u64) -> Pointer {
    Pointer {
        phase,
        at: place(event, canvas),
        button: match event.button() {
            1 => Button::Middle,
            2 => Button::Secondary,
            _ => Button::Primary,
        },
        modifiers: mouse_modifiers(event),
        kind: match event.pointer_type().as_str() {
            "touch" => PointerKind::Touch,
            "pen" => PointerKind::Pen,
            _ => PointerKind::Mouse,
        },
        pressure: f64::from(event.pressure()),
        id: event.pointer_id(),
        time_ms,
    }
}

/// Where a mouse or pointer event is, from the top left corner of `canvas`.
pub(crate) fn place(event: &MouseEvent, canvas: &Element) -> Point<Screen> {
    let area = canvas.get_bounding_client_rect();
    Point::new(
        f64::from(event.client_x()) - area.left(),
        f64::from(event.client_y()) - area.top(),
    )
}

/// By how much a wheel turned, in pixels.
pub(crate) fn wheel(event: &WheelEvent) -> Vector<Screen> {
    let unit = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => LINE,
        WheelEvent::DOM_DELTA_PAGE => SHEET,
        _ => 1.0,
    };
    Vector::new(event.delta_x() * unit, event.delta_y() * unit)
}

/// The keys held during a mouse or pointer event.
pub(crate) fn mouse_modifiers(event: &MouseEvent) -> Modifiers {
    Modifiers {
        shift: event.shift_key(),
        ctrl: event.ctrl_key(),
        alt: event.alt_key(),
        meta: event.meta_key(),
    }
}

/// What the key stands for. With Alt some layouts put another letter there; then the key's own place counts.
fn named(event: &KeyboardEvent) -> String {
    let key = event.key();
    match event.code().strip_prefix("Key") {
        Some(letter) if event.alt_key() && !key.is_ascii() => letter.to_ascii_lowercase(),
        _ => key,
    }
}

/// A key going down.
pub(crate) fn key(event: &KeyboardEvent, time_ms: u64) -> KeyPress {
    KeyPress {
        key: named(event),
        modifiers: Modifiers {
            shift: event.shift_key(),
            ctrl: event.ctrl_key(),
            alt: event.alt_key(),
            meta: event.meta_key(),
        },
        repeat: event.repeat(),
        time_ms,
    }
}
