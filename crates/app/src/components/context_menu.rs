//! The menu of what can be done with what is selected, or with the board: rows of the command table with their keys.

use editor::{Command, CommandRow, Editor};
use gloo::timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::clipboard;
use crate::hooks::{use_slice, use_store};
use crate::menu::close;
use crate::panels::Spot;
use crate::store::Store;

use super::keys::caps;
use super::menu::walked;
use super::part::part;

/// What can be done with what is selected; an empty name for each rule between. What cannot be done now is left out.
const OF_THINGS: [&str; 38] = [
    "edit-label",
    "edit-line",
    "edit-constraints",
    "edit-owner",
    "edit-because",
    "edit-rejected",
    "edit-component",
    "",
    "add-downstream",
    "add-upstream",
    "add-failure-path",
    "join",
    "join-by-name",
    "",
    "make-data-edge",
    "make-failure-edge",
    "make-control-edge",
    "reverse-edge",
    "turn-edges",
    "move-end",
    "",
    "mend",
    "duplicate",
    "copy",
    "cut",
    "copy-look",
    "paste-look",
    "delete",
    "",
    "group",
    "ungroup",
    "lock",
    "frame",
    "bring-to-front",
    "send-to-back",
    "place-right-of",
    "place-below",
    "zoom-selection",
];

/// What can be done with the board.
const OF_BOARD: [&str; 25] = [
    "place-source",
    "place-ingest",
    "place-process",
    "place-store",
    "place-serve",
    "place-consumer",
    "place-govern",
    "place-observe",
    "place-note",
    "place-text",
    "frame",
    "",
    "paste",
    "select-all",
    "undo",
    "redo",
    "tidy",
    "turn-edges",
    "mend-all",
    "",
    "search",
    "zoom-fit",
    "zoom-100",
    "outline",
    "palette",
];

/// The menu, while it is open.
#[component]
pub(crate) fn ContextMenu() -> Html {
    match use_slice(|store| store.panels().menu) {
        Some(spot) => part::<Menu>(MenuProps { spot }),
        None => html! {},
    }
}

#[derive(Properties, PartialEq)]
struct MenuProps {
    spot: Spot,
}

#[component]
fn Menu(props: &MenuProps) -> Html {
    let store = use_store();
    let menu = use_node_ref();
    let spot = props.spot;
    {
        let menu = menu.clone();
        use_effect_with(spot, move |spot| {
            if let Some(menu) = menu.cast::<HtmlElement>() {
                put(&menu, spot.at);
            }
        });
    }
    let leave = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            close(&store);
        })
    };
    let onkeydown = {
        let (store, menu) = (store.clone(), menu.clone());
        move |event: KeyboardEvent| {
            match event.key().as_str() {
                "Escape" | "Tab" => close(&store),
                "Enter" | " " => return event.stop_propagation(),
                _ => {
                    walked(&event, &menu);
                }
            }
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let of_board = spot.of_board || store.editor().selection().is_empty();
    let rows = offered(&store.editor(), of_board);
    html! {
        <div class="menu-veil" onpointerdown={leave.reform(|event: PointerEvent| event.into())}
            oncontextmenu={leave.reform(|event: MouseEvent| event.into())}>
            <div ref={menu} class="menu context-menu" role="menu" tabindex="-1"
                aria-label={if of_board { "The board" } else { "What is selected" }} {onkeydown}
                onpointerdown={|event: PointerEvent| event.stop_propagation()}>
                { for rows.iter().map(|row| line(&store, *row, spot)) }
            </div>
        </div>
    }
}

/// The rows that can be given now, nothing for a rule; none at either end, and no two in a row.
fn offered(editor: &Editor, of_board: bool) -> Vec<Option<&'static CommandRow>> {
    let names: &[&str] = if of_board { &OF_BOARD } else { &OF_THINGS };
    let mut rows: Vec<Option<&CommandRow>> = Vec::with_capacity(names.len());
    for name in names {
        let row = editor::rows().find(|row| row.name == *name);
        match row {
            Some(row) if (row.enabled)(editor) => rows.push(Some(row)),
            None if rows.last().is_some_and(Option::is_some) => rows.push(None),
            _ => {}
        }
    }
    if rows.last().is_some_and(Option::is_none) {
        rows.pop();
    }
    rows
}

fn line(store: &Store, row: Option<&'static CommandRow>, spot: Spot) -> Html {
    let Some(row) = row else {
        return html! { <div class="menu-rule" role="separator"></div> };
    };
    let store = store.clone();
    let press = move |_: MouseEvent| run(&store, row, spot);
    html! {
        <button class="menu-item" type="button" role="menuitem" tabindex="-1" title={row.tip} onclick={press}>
            <span>{ row.label }</span>
            if let Some(keys) = row.keys.first() { { caps(keys) } }
        </button>
    }
}

/// Closes the menu and gives the command; a new box goes to where the menu was opened.
fn run(store: &Store, row: &'static CommandRow, spot: Spot) {
    close(store);
    let store = store.clone();
    // The board has the keyboard back by then, and a command that opens a text may take it from there.
    Timeout::new(0, move || {
        if row.native {
            return clipboard::paste_without_key(&store);
        }
        store.command(match (row.perform)() {
            Command::PlaceBox { role, at: None } => Command::PlaceBox { role, at: spot.place },
            command => command,
        });
    })
    .forget();
}

/// Puts the menu where it was asked for, as far as that leaves it on the page, and gives it the keyboard.
fn put(menu: &HtmlElement, (x, y): (f64, f64)) {
    const RIM: f64 = 8.0;
    let window = gloo::utils::window();
    let length = |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|length| length.as_f64());
    let left = length(window.inner_width()).unwrap_or_default() - f64::from(menu.offset_width()) - RIM;
    let top = length(window.inner_height()).unwrap_or_default() - f64::from(menu.offset_height()) - RIM;
    // Set through the object model: style attributes are not allowed on this page.
    let style = menu.style();
    style
        .set_property("left", &format!("{:.0}px", x.min(left).max(RIM)))
        .ok();
    style
        .set_property("top", &format!("{:.0}px", y.min(top).max(RIM)))
        .ok();
    let first = menu.query_selector("[role=menuitem]").ok().flatten();
    first.iter().for_each(crate::effects::focus);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_command() {
        for name in OF_THINGS.iter().chain(&OF_BOARD).filter(|name| !name.is_empty()) {
            assert!(editor::rows().any(|row| row.name == *name), "{name}");
        }
    }

    #[test]
    fn only_what_can_be_done_is_offered_and_rules_stand_between() {
        let board =
            board::sketch::read("[ingest] Kafka\n[process] Job\nKafka -> Job").expect("a sketch that reads");
        let mut editor = Editor::new(board);
        let names = |editor: &Editor, of_board| -> Vec<&str> {
            let rows = offered(editor, of_board).into_iter();
            rows.map(|row| row.map_or("", |row| row.name)).collect()
        };
        assert!(!names(&editor, true).contains(&"undo"), "nothing was done");
        editor.handle(editor::Input::Command(Command::SelectNextEdge, 0));
        let of_edge = names(&editor, false);
        assert!(of_edge.contains(&"reverse-edge") && !of_edge.contains(&"edit-line"));
        assert!(!of_edge.windows(2).any(|pair| pair == ["", ""]));
        assert!(of_edge.first() != Some(&"") && of_edge.last() != Some(&""));
    }
}
