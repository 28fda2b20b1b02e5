//! The board: takes pointers, wheel and keys, and holds the layers.

mod boxes;
mod dots;
mod edges;
mod far_view;
mod following;
mod keys;
mod layers;
mod long_press;
mod minimap;
mod others;
mod overlay;
mod pointers;
mod scenery;
mod shapes;

use editor::{Input, Item};
use geometry::Size;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::components::part::part;
use crate::effects::CANVAS;
use crate::hooks::{use_slice, use_store};
use crate::size_watch::SizeWatch;
use crate::store::Store;

use dots::Dots;
use far_view::FarView;
use layers::{Base, Lifted};
pub(crate) use minimap::Minimap;
use overlay::Overlay;

/// The board.
#[component]
pub(crate) fn Canvas() -> Html {
    let store = use_store();
    let canvas = use_node_ref();
    let cursor = use_slice(|store| store.editor().cursor());
    let described = use_slice(describe);
    let glides = use_slice(Store::glides);
    {
        let canvas = canvas.clone();
        use_effect_with(store.clone(), move |store| {
            let listeners = canvas.cast::<HtmlElement>().map(|canvas| {
                (
                    follow_size(store, &canvas),
                    pointers::listen(store, &canvas),
                    long_press::listen(store, &canvas),
                    keys::listen(store, &canvas),
                )
            });
            move || drop(listeners)
        });
    }
    html! {
        <div ref={canvas} id={CANVAS} class="canvas" tabindex="0" role="application"
            aria-label="Board" aria-describedby="canvas-says" data-cursor={cursor.as_str()} data-glides={glides.then_some("yes")}>
            { part::<Dots>(()) }
            { part::<FarView>(()) }
            { part::<Base>(()) }
            { part::<Lifted>(()) }
            { part::<Overlay>(()) }
            <p id="canvas-says" class="unseen">{ described }</p>
        </div>
    }
}

/// What is selected, in words.
fn describe(store: &Store) -> String {
    let words = describe_unheld(store);
    let editor = store.editor();
    let only = editor.selection().primary.as_ref();
    let only = only.filter(|_| editor.selection().len() == 1);
    match only.and_then(|item| editor.board().record(&item.record_id())) {
        Some(record) if record.is_locked() => words + " (locked)",
        _ => words,
    }
}

fn describe_unheld(store: &Store) -> String {
    let editor = store.editor();
    let board = editor.board();
    let selection = editor.selection();
    if let (1, Some(record)) = (
        selection.len(),
        selection.primary_box().and_then(|id| board.get_box(id)),
    ) {
        let owner = if record.owner.is_empty() {
            "nobody"
        } else {
            &record.owner
        };
        return format!(
            "{} {}, owned by {owner}: {}",
            record.role, record.label, record.constraints
        );
    }
    let (boxes, edges) = (board.boxes().len(), board.edges().len());
    let others = board.notes().len() + board.frames().len() + board.strokes().len();
    match (selection.len(), &selection.primary) {
        (1, Some(item @ (Item::Note(_) | Item::Frame(_) | Item::Stroke(_)))) => editor.name(item),
        (0, _) => format!(
            "{boxes} {}, {edges} {}. Press question mark for all keys.",
            if boxes == 1 { "box" } else { "boxes" },
            if edges == 1 { "edge" } else { "edges" },
        ),
        (selected, _) => format!("{selected} of {} selected", boxes + edges + others),
    }
}

fn follow_size(store: &Store, canvas: &HtmlElement) -> Option<SizeWatch> {
    let (store, element) = (store.clone(), canvas.clone());
    SizeWatch::new(canvas, move || {
        let size = Size::new(
            f64::from(element.client_width()),
            f64::from(element.client_height()),
        );
        store.handle(Input::Resize(size));
    })
}
