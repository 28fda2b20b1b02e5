//! The board as a picture on the clipboard, for other programs: what is selected, else all of it with its annotations.

use board::{Board, Edit};
use editor::{Editor, Item, standing};
use gloo::utils::window;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use crate::files;
use crate::store::Store;

const PNG: &str = "image/png";
const SVG: &str = "image/svg+xml";
const TEXT: &str = "text/plain";

/// Copies a picture of points.
pub(crate) fn copy_png(store: &Store) {
    put(store, PNG);
}

/// Copies a drawing, as text as well.
pub(crate) fn copy_svg(store: &Store) {
    put(store, SVG);
}

fn put(store: &Store, kind: &'static str) {
    let written = write(store, kind);
    let store = store.clone();
    spawn_local(async move {
        let done = match written {
            Ok(promise) => JsFuture::from(promise).await.map(|_| ()),
            Err(error) => Err(error),
        };
        store.change_panels(|panels| match done {
            Ok(()) => panels.tell("The picture is on the clipboard."),
            Err(_) => panels.tell_error(
                "The browser did not let the page write a picture to the clipboard. Export it to a file instead.",
            ),
        });
    });
}

/// Hands the clipboard what will be there in a moment: it must be asked while the press that asks for it counts.
fn write(store: &Store, kind: &'static str) -> Result<js_sys::Promise, JsValue> {
    let item: Function = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into()?;
    let supports = Reflect::get(&item, &"supports".into())?.dyn_into::<Function>();
    let takes_svg = supports.is_ok_and(|supports| {
        let answer = supports.call1(&item, &SVG.into());
        answer.is_ok_and(|answer| answer.is_truthy())
    });
    let kinds: &[&'static str] = match kind {
        SVG if takes_svg => &[SVG, TEXT],
        SVG => &[TEXT],
        _ => &[PNG],
    };
    let parts = Object::new();
    for &kind in kinds {
        let store = store.clone();
        let promise = future_to_promise(async move { picture(&store, kind).await });
        Reflect::set(&parts, &kind.into(), &promise)?;
    }
    let item = Reflect::construct(&item, &Array::of1(&parts))?;
    Ok(window().navigator().clipboard().write(&Array::of1(&item)))
}

async fn picture(store: &Store, kind: &str) -> Result<JsValue, JsValue> {
    let selected = selected(&store.editor());
    let drawing = files::draw(store, selected.as_ref()).await;
    let blob = match kind {
        PNG => files::rasterise(&drawing).await?,
        kind => gloo::file::Blob::new_with_options(drawing.text.as_str(), Some(kind)),
    };
    Ok(web_sys::Blob::from(blob).into())
}

/// The board with nothing but what is selected; nothing where nothing that stands is.
fn selected(editor: &Editor) -> Option<Board> {
    let selection = editor.selection();
    selection.standing().next()?;
    let mut board = editor.board().clone();
    let mut edit = Edit::new();
    for item in standing(editor.board()).filter(|item| !selection.contains(item)) {
        match item {
            Item::Box(id) => edit.remove_box(&board, &id),
            other => edit.remove(&board, other.record_id()),
        }
    }
    board.apply(&edit).ok()?;
    Some(board)
}

#[cfg(test)]
mod tests {
    use super::*;
    use editor::{Command, Input};

    #[test]
    fn only_what_is_selected_is_pictured_with_the_edges_between() {
        let sketch = "[ingest] Kafka\n[process] Job\n[store] Lake\nKafka -> Job\nJob -> Lake";
        let mut editor = Editor::new(board::sketch::read(sketch).expect("a sketch that reads"));
        assert!(selected(&editor).is_none());
        let items = ["kafka", "job"].map(|id| Item::Box(board::BoxId::new(id).expect("a good id")));
        let command = Command::Select {
            items: items.into(),
            additive: false,
        };
        editor.handle(Input::Command(command, 0));
        let board = selected(&editor).expect("a part of the board");
        assert_eq!((board.boxes().len(), board.edges().len()), (2, 1));
    }
}
