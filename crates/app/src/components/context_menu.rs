//! The menu of what can be done with what is selected, or with the board: rows of the command table with their keys, and
//! beside it the menu of what is wanted less often.

mod rows;

use editor::{Command, CommandRow};
use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::clipboard;
use crate::effects::focus;
use crate::hooks::{Kept, use_kept, use_slice, use_store};
use crate::menu::close;
use crate::panels::Spot;
use crate::store::Store;

use super::icon::{Icon, icon};
use super::keys::caps;
use super::menu::walked;
use super::part::part;
use rows::{Line, OF_BOARD, OF_THINGS, offered};

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

/// The menu that is open beside the first, by its title, and whether it takes the keyboard.
type Beside = (Option<&'static str>, bool);

#[component]
fn Menu(props: &MenuProps) -> Html {
    let store = use_store();
    let (menu, more) = (use_node_ref(), use_node_ref());
    let beside = use_kept(|| -> Beside { (None, false) });
    let spot = props.spot;
    {
        let menu = menu.clone();
        use_effect_with(spot, move |spot| {
            if let Some(menu) = menu.cast::<HtmlElement>() {
                put(&menu, spot.at);
                first_line(&menu).iter().for_each(focus);
            }
        });
    }
    {
        let (menu, more) = (menu.clone(), more.clone());
        use_effect_with(beside.get(), move |(_, takes_keyboard)| {
            if let (Some(owner), Some(more)) = (owner(&menu), more.cast::<HtmlElement>()) {
                put_beside(&more, &owner);
                let first = first_line(&more).filter(|_| *takes_keyboard);
                first.iter().for_each(focus);
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
        let (store, menu, beside) = (store.clone(), menu.clone(), beside.clone());
        move |event: KeyboardEvent| key_down(&store, &event, &menu, &beside)
    };
    let of_board = spot.of_board || store.editor().selection().is_empty();
    let lines = offered(&store.editor(), if of_board { OF_BOARD } else { OF_THINGS });
    let open = beside.get().0;
    let opened = lines.iter().find_map(|line| match line {
        Line::More(title, rows) if Some(*title) == open => Some((*title, rows.clone())),
        _ => None,
    });
    html! {
        <div class="menu-veil" onpointerdown={leave.reform(|event: PointerEvent| event.into())}
            oncontextmenu={leave.reform(|event: MouseEvent| event.into())} {onkeydown}>
            <div ref={menu} class="menu context-menu" role="menu" tabindex="-1"
                aria-label={if of_board { "The board" } else { "What is selected" }} onpointerdown={stay}>
                { for lines.iter().map(|line| draw(&store, line, spot, &beside)) }
            </div>
            if let Some((title, rows)) = opened {
                <div ref={more} class="menu context-menu" role="menu" tabindex="-1" aria-label={title} onpointerdown={stay}>
                    { for rows.into_iter().map(|row| command(&store, row, spot)) }
                </div>
            }
        </div>
    }
}

/// A press on a menu is no press beside it.
fn stay(event: PointerEvent) {
    event.stop_propagation();
}

/// The line whose menu is open.
fn owner(menu: &NodeRef) -> Option<Element> {
    let menu = menu.cast::<Element>()?;
    menu.query_selector("[aria-expanded=true]").ok().flatten()
}

fn first_line(menu: &Element) -> Option<Element> {
    menu.query_selector("[role=menuitem]").ok().flatten()
}

fn key_down(store: &Store, event: &KeyboardEvent, menu: &NodeRef, beside: &Kept<Beside>) {
    let target: Option<HtmlElement> = event.target_dyn_into();
    let within = target
        .as_ref()
        .and_then(|target| target.closest("[role=menu]").ok().flatten());
    let is_first = within == menu.cast::<Element>();
    match event.key().as_str() {
        "Enter" | " " => return event.stop_propagation(),
        "Escape" | "ArrowLeft" if !is_first => {
            owner(menu).iter().for_each(focus);
            beside.set((None, false));
        }
        "Escape" | "Tab" => close(store),
        "ArrowRight" => {
            let opens = target.filter(|line| line.has_attribute("aria-haspopup"));
            opens.iter().for_each(HtmlElement::click);
        }
        _ => {
            walked(event, within);
        }
    }
    event.prevent_default();
    event.stop_propagation();
}

fn draw(store: &Store, line: &Line, spot: Spot, beside: &Kept<Beside>) -> Html {
    match line {
        Line::Row(row) => command(store, row, spot),
        Line::Rule => html! { <div class="menu-rule" role="separator"></div> },
        Line::More(title, _) => more(title, beside),
    }
}

/// A line that opens a menu beside it: by a press, by the right arrow, or where a mouse comes over it.
fn more(title: &'static str, beside: &Kept<Beside>) -> Html {
    let is_open = beside.get().0 == Some(title);
    let onclick = {
        let beside = beside.clone();
        move |_: MouseEvent| beside.set((Some(title), true))
    };
    let onpointerenter = {
        let beside = beside.clone();
        move |event: PointerEvent| {
            if event.pointer_type() == "mouse" && beside.get().0 != Some(title) {
                beside.set((Some(title), false));
            }
        }
    };
    html! {
        <button class="menu-item" type="button" role="menuitem" tabindex="-1" aria-haspopup="menu"
            aria-expanded={if is_open { "true" } else { "false" }} {onclick} {onpointerenter}>
            <span>{ title }</span>{ icon(Icon::On) }
        </button>
    }
}

fn command(store: &Store, row: &'static CommandRow, spot: Spot) -> Html {
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

/// Puts a menu to the right of the line that opened it, or to the left where there is no room.
fn put_beside(menu: &HtmlElement, owner: &Element) {
    const OVER: f64 = 5.0;
    let line = owner.get_bounding_client_rect();
    let width = f64::from(menu.offset_width());
    let right = line.right() + OVER;
    let left = line.left() - OVER - width;
    let x = if right <= room().0 - width || left < 0.0 {
        right
    } else {
        left
    };
    put(menu, (x, line.top() - 2.0 * OVER));
}

/// Puts the menu where it was asked for, as far as that leaves it on the page.
fn put(menu: &HtmlElement, (x, y): (f64, f64)) {
    const RIM: f64 = 8.0;
    let (width, height) = room();
    let left = width - f64::from(menu.offset_width()) - RIM;
    let top = height - f64::from(menu.offset_height()) - RIM;
    // Set through the object model: style attributes are not allowed on this page.
    let style = menu.style();
    style
        .set_property("left", &format!("{:.0}px", x.min(left).max(RIM)))
        .ok();
    style
        .set_property("top", &format!("{:.0}px", y.min(top).max(RIM)))
        .ok();
}

/// The size of the window.
fn room() -> (f64, f64) {
    let window = gloo::utils::window();
    let length = |length: Result<wasm_bindgen::JsValue, _>| {
        length.ok().and_then(|length| length.as_f64()).unwrap_or_default()
    };
    (length(window.inner_width()), length(window.inner_height()))
}
