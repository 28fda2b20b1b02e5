//! The tools and the zoom: rows of the command table as buttons.

use board::Role;
use editor::{Command, CommandRow};
use yew::prelude::*;

use crate::components::part::part;
use crate::effects::focus_canvas;
use crate::hooks::{use_keyed_slice, use_slice, use_store};
use crate::store::Store;

use super::button::Button;
use super::icon::Icon;

/// The names of the commands that the tools give, a `None` for each gap.
const TOOLS: [Option<&str>; 18] = [
    Some("place-source"),
    Some("place-ingest"),
    Some("place-process"),
    Some("place-store"),
    Some("place-serve"),
    Some("place-consumer"),
    None,
    Some("place-govern"),
    Some("place-observe"),
    None,
    Some("add-failure-path"),
    Some("join"),
    Some("edit-line"),
    None,
    Some("place-note"),
    Some("place-text"),
    Some("frame"),
    Some("draw"),
];

/// The tools and the zoom.
#[component]
pub(crate) fn Toolbar() -> Html {
    html! {
        <>
            <div class="tools" role="toolbar" aria-label="Tools">
                { for TOOLS.iter().map(|name| match name {
                    Some(name) => part::<Tool>(ToolProps { name }),
                    None => html! { <span class="tool-rule"></span> },
                }) }
            </div>
            { part::<Zoom>(()) }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ToolProps {
    name: &'static str,
}

fn row(name: &str) -> Option<&'static CommandRow> {
    editor::rows().find(|row| row.name == name)
}

#[component]
fn Tool(props: &ToolProps) -> Html {
    let store = use_store();
    let enabled = use_keyed_slice(props.name, |store, name| {
        row(name).is_some_and(|row| (row.enabled)(&store.editor()))
    });
    let Some(row) = row(props.name) else {
        return html! {};
    };
    let key = row.keys.first().copied().unwrap_or_default();
    let content = html! {
        <>
            { picture(props.name) }
            <span>{ short_name(props.name) }</span>
            <kbd aria-hidden="true">{ key.replace("Shift+", "⇧") }</kbd>
        </>
    };
    let button = Button::new("tool", content).tip(format!("{} ({key}): {}", row.label, row.tip));
    button.disabled(!enabled).acts(&store, move |store| {
        focus_canvas();
        store.command((row.perform)());
    })
}

fn role_of(name: &str) -> Option<Role> {
    name.strip_prefix("place-").and_then(|word| word.parse().ok())
}

fn short_name(name: &'static str) -> &'static str {
    match name {
        "add-failure-path" => "failure",
        "join" => "join",
        "edit-line" => "line",
        "place-note" => "note",
        "place-text" => "text",
        name => role_of(name).map_or(name, Role::as_str),
    }
}

/// The outline of a role, as the board draws it, or a sign, by the name of the tool.
pub(crate) fn picture(name: &str) -> Html {
    let (outline, ink) = match role_of(name) {
        Some(Role::Ingest) => ("M3 3h17l7 8-7 8H3z", "role-ingest"),
        Some(Role::Process) => ("M6 3h18q3 0 3 3v10q0 3-3 3H6q-3 0-3-3V6q0-3 3-3z", "role-process"),
        Some(Role::Store) => (
            "M5 6c0-4 20-4 20 0v10c0 4-20 4-20 0zM5 6c0 4 20 4 20 0",
            "role-store",
        ),
        Some(Role::Serve) => ("M8 3h14l6 8-6 8H8l-6-8z", "role-serve"),
        Some(Role::Govern) => ("M5 4q10-3 20 0v7q-1 6-10 9-9-3-10-9z", "role-govern"),
        Some(Role::Observe) => (
            "M3 11q12-15 24 0-12 15-24 0zM15 8a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
            "role-observe",
        ),
        Some(role) => (
            "M10 3h10q7 1 7 8t-7 8H10q-7-1-7-8t7-8z",
            if role == Role::Source {
                "role-source"
            } else {
                "role-consumer"
            },
        ),
        None if name == "add-failure-path" => ("M4 5h12q6 0 6 6v5m-4-3 4 4 4-4", "failure"),
        None if name == "join" => ("M3 11h22m-6-5 6 5-6 5", "ink"),
        None if name == "place-note" => ("M5 3h20v11l-6 5H5zM25 14h-6v5", "note-rim"),
        None if name == "place-text" => ("M7 6V3h16v3M15 3v16m-3 0h6", "ink"),
        None if name == "frame" => ("M4 7h22v12H4zM4 3h8", "ink"),
        None if name == "draw" => ("M4 16c5-14 8-10 7-4s3 6 7-1 7-5 8 2", "ink"),
        None => ("M4 7h22M4 12h14M4 17h9", "ink"),
    };
    let fill = match role_of(name) {
        Some(role) => format!("var(--fill-{})", role.as_str()),
        None if name == "place-note" => "var(--note)".to_owned(),
        None => "none".to_owned(),
    };
    html! {
        <svg viewBox="0 0 30 22" aria-hidden="true">
            <path d={outline} {fill} stroke={format!("var(--{ink})")} stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round" />
        </svg>
    }
}

#[component]
fn Zoom() -> Html {
    let store = use_store();
    // Of what the board is drawn for: while that is only carried, nothing else is drawn either.
    let (percent, anything) = use_slice(|store| {
        (
            (store.stage().camera.zoom * 100.0).round() as u32,
            editor::standing(store.editor().board()).next().is_some(),
        )
    });
    let way = |sign: Icon, name: &'static str, tip: &'static str, act: fn(&Store)| {
        let button = Button::sign(sign, name).class("button").tip(tip);
        button.acts(&store, act)
    };
    let whole = Button::plain("button percent", format!("{percent} %")).tip("Zoom to 100 % (0)");
    html! {
        <div class="zoom" role="group" aria-label="Zoom" hidden={!anything}>
            { way(Icon::Minus, "Zoom out", "Zoom out (-)", |store| store.command(Command::ZoomOut)) }
            { whole.acts(&store, |store| store.command(Command::ZoomTo100)) }
            { way(Icon::Plus, "Zoom in", "Zoom in (+)", |store| store.command(Command::ZoomIn)) }
            { way(Icon::Fit, "Zoom to fit", "Zoom to fit (1)", |store| store.command(Command::ZoomToFit)) }
        </div>
    }
}
