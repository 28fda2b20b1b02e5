//! Draws one sum: its bars, the figures beside them, what is missing, each a way to its place on the board.

use board::{BoxId, EdgeId, Question};
use editor::{Command, Field};
use lint::Place;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::components::element::element;
use crate::components::findings::lighting;
use crate::components::glyph::{Glyph, glyph};
use crate::components::told::Told;
use crate::store::Store;

/// All of a sum.
pub(super) fn sheet(told: &Told) -> Html {
    let facts = told.list("facts");
    html! {
        <>
            { for told.text("empty").map(|words| element("p", &["class"], [Some("sum-empty".into())], words.into())) }
            <div class="sum-charts">{ for told.list("charts").iter().map(chart) }</div>
            if !facts.is_empty() {
                <dl class="sum-facts">
                    { for facts.iter().map(|fact| html! {
                        <div><dt>{ fact.text("name") }</dt><dd>{ fact.text("figure") }</dd></div>
                    }) }
                </dl>
            }
            { for told.list("missing").iter().map(missing) }
        </>
    }
}

/// Bars: a table whose middle column is a picture.
fn chart(told: &Told) -> Html {
    html! {
        <table class="bars" data-notes={told.text("notes")}>
            <caption>{ told.text("title") }</caption>
            <colgroup><col class="bars-name" /><col /><col class="bars-figure" /></colgroup>
            <thead class="unseen"><tr>
                { for ["first", "second", "third"].iter().map(|head| html! { <th scope="col">{ told.text(head) }</th> }) }
            </tr></thead>
            <tbody>
                { for told.list("bars").iter().map(bar) }
                { for told.text("more").map(|more| html! { <tr><td class="bar-more" colspan="3">{ more }</td></tr> }) }
            </tbody>
        </table>
    }
}

fn bar(told: &Told) -> Html {
    let name: Html = told.text("name").into_iter().collect();
    let name = match told.text("id") {
        Some(_) => {
            html! { <button class="bar-name" type="button" title="Show it on the board">{ name }</button> }
        }
        None => html! { <span class="bar-name">{ name }</span> },
    };
    let cells = html! {
        <>
            <th scope="row">{ name }</th>
            <td class="bar-cell">{ picture(told) }</td>
            <td class="bar-figure">{ told.text("figure") } { " " }<span class="bar-note">{ told.text("note") }</span></td>
        </>
    };
    let values = ["row", "kind", "id"].map(|name| told.text(name));
    element("tr", &["class", "data-kind", "data-id"], values, cells)
}

/// The bar itself; what it says stands beside it.
fn picture(told: &Told) -> Html {
    let [class, from, length, limit] = ["class", "from", "length", "limit"].map(|name| told.text(name));
    let text = |text: &'static str| Some(AttrValue::from(text));
    let names = &["class", "x", "y", "width", "height", "rx"];
    let values = [class, from, text("3"), length, text("14"), text("3")];
    let bar = element("rect", names, values, html! {});
    let line = limit.map(|limit| {
        let names = &["class", "x1", "x2", "y1", "y2"];
        let values = [
            text("bar-limit"),
            Some(limit.clone()),
            Some(limit),
            text("-4"),
            text("24"),
        ];
        element("line", names, values, html! {})
    });
    html! { <svg class="bar-picture" aria-hidden="true" height="20">{ bar }{ line }</svg> }
}

/// What the board does not say: a sentence, and a button for each place that would say it.
fn missing(told: &Told) -> Html {
    let chip = |told: &Told| {
        let values = [
            Some("chip".into()),
            Some("button".into()),
            told.text("tip"),
            told.text("kind"),
            told.text("id"),
        ];
        let name = told.text("name").into_iter().collect();
        element(
            "button",
            &["class", "type", "title", "data-kind", "data-id"],
            values,
            name,
        )
    };
    html! {
        <p class="sum-missing">
            { glyph(Glyph::Open) } <span>{ told.text("words") }</span>
            { for told.list("chips").iter().map(chip) }
            { for told.text("more").map(|more| html! { <span>{ more }</span> }) }
        </p>
    }
}

/// `content`, in which whatever names a place leads there at a click and lights it under pointer and keyboard.
pub(crate) fn leading(store: &Store, content: Html) -> Html {
    let [press, over, take, leave, lose] = [go, look, look, dim, dim].map(|act| {
        let store = store.clone();
        Callback::from(move |event: web_sys::Event| act(&store, &event))
    });
    html! {
        <div class="sum-leads" onclick={press.reform(Into::into)} onmouseover={over.reform(Into::into)}
            onfocusin={take.reform(Into::into)} onmouseleave={leave.reform(Into::into)}
            onfocusout={lose.reform(Into::into)}>{ content }</div>
    }
}

/// The kind and the id that whatever `event` is of names.
fn named(event: &web_sys::Event) -> Option<(String, String)> {
    let named = naming(event)?;
    Some((named.get_attribute("data-kind")?, named.get_attribute("data-id")?))
}

fn naming(event: &web_sys::Event) -> Option<web_sys::Element> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("[data-id]").ok()?
}

fn place(kind: &str, id: &str) -> Option<Place> {
    match kind {
        "edge" | "words-of-edge" => EdgeId::new(id).ok().map(Place::Edge),
        _ => BoxId::new(id).ok().map(Place::Box),
    }
}

fn look(store: &Store, event: &web_sys::Event) {
    match named(event).filter(|(kind, _)| kind == "box" || kind == "edge") {
        Some((kind, id)) => place(&kind, &id)
            .iter()
            .for_each(|place| lighting::look_at(store, place)),
        None => lighting::restore(store),
    }
}

fn dim(store: &Store, _: &web_sys::Event) {
    lighting::restore(store);
}

fn go(store: &Store, event: &web_sys::Event) {
    let Some((kind, id)) = named(event) else { return };
    let write = naming(event).and_then(|it| it.get_attribute("data-write"));
    if let Some(write) = write {
        store.change_panels(|panels| {
            panels.tell(format!("Write here, with the figure for the blank: {write}"))
        });
    }
    if kind == "answer" {
        if let Some(question) = Question::ALL.iter().find(|question| question.as_str() == id) {
            lighting::ask(store, *question);
        }
        return;
    }
    if let Some(place) = place(&kind, &id) {
        lighting::show(store, &place);
        if kind.starts_with("words") {
            store.command(Command::EditSelected(Field::Constraints));
        }
    }
}
