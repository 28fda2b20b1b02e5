//! The board: takes pointers, wheel and keys, and holds the layers.

mod boxes;
mod carrying;
mod dots;
mod edges;
mod far_view;
mod keys;
mod layers;
mod long_press;
mod minimap;
mod others;
mod overlay;
mod pointers;
mod scenery;
mod shapes;
mod stressed;

use board::EdgeKind;
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
use layers::World;
pub(crate) use minimap::Minimap;

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
            { part::<World>(()) }
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
    let only = selection.primary.as_ref().filter(|_| selection.len() == 1);
    match only {
        Some(Item::Box(id)) => {
            if let Some(record) = board.get_box(id) {
                let name = match record.label.trim() {
                    "" => format!("unnamed {} box", record.role),
                    label => format!("{} {label}", record.role),
                };
                return owned(name, &record.owner, &record.constraints);
            }
        }
        Some(item @ Item::Edge(id)) => {
            if let Some(record) = board.get_edge(id) {
                let kind = match record.kind {
                    EdgeKind::Data => String::new(),
                    kind => format!("{kind} edge "),
                };
                return owned(kind + &editor.name(item), &record.owner, &record.constraints);
            }
        }
        Some(item) => return editor.name(item),
        None => {}
    }
    let (boxes, edges) = (board.boxes().len(), board.edges().len());
    let others = board.notes().len() + board.frames().len() + board.strokes().len();
    match selection.len() {
        0 => format!(
            "{boxes} {}, {edges} {}. Press question mark for all keys.",
            if boxes == 1 { "box" } else { "boxes" },
            if edges == 1 { "edge" } else { "edges" },
        ),
        selected => format!("{selected} of {} selected", boxes + edges + others),
    }
}

/// `name`, who answers for it, and what it says.
fn owned(name: String, owner: &str, constraints: &str) -> String {
    let owner = match owner.trim() {
        "" => "nobody",
        owner => owner,
    };
    let says = if constraints.trim().is_empty() { "" } else { ": " };
    format!("{name}, owned by {owner}{says}{constraints}")
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
