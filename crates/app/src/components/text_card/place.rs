//! Where the card stands: beside what it edits, within the canvas.

use board::RecordId;
use editor::{Editor, Input, Item, Modifiers};
use geometry::{Rect, Screen, Size, Vector};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::effects::CANVAS;
use crate::hooks::{use_seen_slice, use_store};
use crate::size_watch::SizeWatch;
use crate::store::Store;

/// Pixels between the card and what it edits, and the rim of the canvas.
const GAP: f64 = 24.0;
/// Pixels left free below a box for its constraints.
const WORDS: f64 = 64.0;
/// Pixels at the bottom of the canvas that the tools cover.
const TOOLS: f64 = 88.0;

/// Keeps `card` beside the record `on`, also as the card grows with what is typed.
#[hook]
pub(super) fn use_place(on: RecordId, card: NodeRef) {
    let store = use_store();
    let place = use_seen_slice(true, on.clone(), |store, on| area_on_screen(&store.editor(), on));
    {
        let (store, on, card) = (store.clone(), on.clone(), card.clone());
        use_effect_with(place, move |_| put(&store, &on, &card));
    }
    use_effect_with(on, move |on| {
        let on = on.clone();
        let watch = card.cast::<HtmlElement>().and_then(|element| {
            SizeWatch::new(&element, move || {
                put(&store, &on, &card);
                uncover(&store, &on, &card);
            })
        });
        move || drop(watch)
    });
}

/// On a narrow screen the card stands at the foot: what it edits is moved to above it.
fn uncover(store: &Store, on: &RecordId, card: &NodeRef) {
    /// The width below which the style sheet puts the card there.
    const NARROW: f64 = 961.0;
    let document = gloo::utils::document();
    let canvas = document.get_element_by_id(CANVAS);
    let area = area_on_screen(&store.editor(), on);
    let (Some(canvas), Some(area), Some(card)) = (canvas, area, card.cast::<HtmlElement>()) else {
        return;
    };
    let canvas = canvas.get_bounding_client_rect();
    let width = gloo::utils::window().inner_width().ok();
    let is_narrow = width
        .and_then(|width| width.as_f64())
        .is_some_and(|width| width < NARROW);
    let below = area.bottom() + GAP - (card.get_bounding_client_rect().top() - canvas.top());
    if is_narrow && below > 0.0 {
        store.handle(Input::Wheel {
            at: area.center(),
            delta: Vector::new(0.0, below),
            modifiers: Modifiers::default(),
            time_ms: store.time_ms(),
        });
    }
}

fn put(store: &Store, on: &RecordId, card: &NodeRef) {
    let editor = store.editor();
    if let (Some(area), Some(card)) = (area_on_screen(&editor, on), card.cast::<HtmlElement>()) {
        let size = Size::new(f64::from(card.offset_width()), f64::from(card.offset_height()));
        let (left, top) = beside(area, editor.screen(), size);
        // Set through the object model: style attributes are not allowed on this page.
        card.style().set_property("left", &format!("{left:.0}px")).ok();
        card.style().set_property("top", &format!("{top:.0}px")).ok();
    }
}

fn area_on_screen(editor: &Editor, on: &RecordId) -> Option<Rect<Screen>> {
    let item = match on {
        RecordId::Box(id) => Item::Box(id.clone()),
        RecordId::Edge(id) => Item::Edge(id.clone()),
        _ => return None,
    };
    let area = editor.area(&item)?;
    let camera = editor.camera();
    Some(Rect::spanning(
        camera.to_screen(area.origin),
        camera.to_screen(area.end()),
    ))
}

/// To the right where there is room, else below, above or to the left, else wherever it fits.
fn beside(area: Rect<Screen>, screen: Size, card: Size) -> (f64, f64) {
    let most_left = (screen.width - card.width - GAP).max(GAP);
    let most_top = (screen.height - card.height - TOOLS).max(GAP);
    let across = area.left().clamp(GAP, most_left);
    let along = area.top().clamp(GAP, most_top);
    let right = area.right() + GAP;
    let below = area.bottom() + WORDS;
    let above = area.top() - GAP - card.height;
    let left = area.left() - GAP - card.width;
    if right <= most_left {
        (right.max(GAP), along)
    } else if below <= most_top {
        (across, below)
    } else if above >= GAP {
        (across, above)
    } else if left >= GAP {
        (left, along)
    } else {
        (across, along)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geometry::Point;

    #[test]
    fn the_card_stands_beside_and_inside() {
        let screen = Size::new(1000.0, 700.0);
        let card = Size::new(320.0, 400.0);
        let at = |x, y| Rect::new(Point::new(x, y), Size::new(180.0, 90.0));
        assert_eq!(beside(at(100.0, 50.0), screen, card), (304.0, 50.0));
        assert_eq!(beside(at(800.0, 40.0), screen, card), (656.0, 194.0));
        assert_eq!(beside(at(800.0, 600.0), screen, card), (656.0, 176.0));
        assert_eq!(beside(at(800.0, 300.0), screen, card), (456.0, 212.0));
        let (x, y) = beside(at(-500.0, -500.0), screen, card);
        assert!(x >= GAP && y >= GAP);
    }
}
