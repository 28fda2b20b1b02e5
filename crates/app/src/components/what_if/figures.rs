//! What a stress does, beside its time: what waits, what breaks, who is served, what can be replayed, what goes first, and
//! what the board does not say.

use yew::prelude::*;

use crate::components::element::element;
use crate::components::glyph::{Glyph, glyph};
use crate::components::part::keyed_part;
use crate::components::told::Told;

use super::timeline::{Chart, ChartProps};

/// All of it, in columns.
pub(super) fn figures(told: &Told) -> Html {
    let waits = told.list("waits");
    let savings = told.part("savings");
    let under_way: Vec<Html> = told.text("under_way").into_iter().map(said).collect();
    html! {
        <div class="what-if-figures">
            if !waits.is_empty() {
                <section><h3>{ "What waits" }</h3>
                    <ul>{ for waits.iter().enumerate().map(|(at, told)| waiting(at, told)) }</ul>
                </section>
            }
            if let Some(nothing) = told.text("nothing") { <section><h3>{ "What waits" }</h3><p>{ nothing }</p></section> }
            { part("Promises", promises(&told.list("promises"))) }
            { part("Under way in it", under_way) }
            { part("Who is served", rows(&told.list("served"))) }
            { part("Can be replayed", rows(&told.list("replay"))) }
            { cuts(&savings) }
            { hops(&told.list("hops")) }
            { missing(told) }
        </div>
    }
}

/// What the board does not say, each with the words to write and a way to where they belong.
pub(super) fn missing(told: &Told) -> Html {
    let rows = told.list("missing");
    if rows.is_empty() {
        return html! {};
    }
    let row = |told: &Told| {
        let values = [
            Some("chip".into()),
            Some("button".into()),
            told.text("kind"),
            told.text("id"),
            told.text("write"),
        ];
        let names = &["class", "type", "data-kind", "data-id", "data-write"];
        let chip = element("button", names, values, told.text("name").into_iter().collect());
        html! {
            <li class="what-if-blank">
                { glyph(Glyph::Open) }
                <span>{ "To tell " }{ told.text("tells") }{ ", write " }<code>{ told.text("write") }</code></span>
                if told.text("id").is_some() { { chip } }
            </li>
        }
    };
    html! {
        <section class="what-if-missing"><h3>{ "Not on the board" }</h3><ul>{ for rows.iter().map(row) }</ul></section>
    }
}

fn waiting(at: usize, told: &Told) -> Html {
    let name = element(
        "button",
        &["class", "type", "data-kind", "data-id"],
        [
            Some("what-if-name".into()),
            Some("button".into()),
            told.text("kind"),
            told.text("id"),
        ],
        told.text("name").into_iter().collect(),
    );
    html! {
        <li key={at} class="what-if-wait">
            <div class="what-if-head-row">{ name }<b>{ told.text("most") }</b></div>
            { keyed_part::<Chart>(&at.to_string(), ChartProps { at }) }
            <p>{ told.text("says") } { " " } { told.text("held") }</p>
        </li>
    }
}

fn promises(list: &[Told]) -> Vec<Html> {
    let row = |told: &Told| {
        let sign = match told.text("verdict").as_deref() {
            Some("ok") => Glyph::Ok,
            Some("error") => Glyph::Error,
            _ => Glyph::Open,
        };
        let content = html! {
            <>{ told.text("verdict").map(|_| glyph(sign)) }<span><b>{ told.text("sign") }</b>{ " " }{ told.text("says") }</span></>
        };
        leading(told, content)
    };
    list.iter().map(row).collect()
}

fn rows(list: &[Told]) -> Vec<Html> {
    let row = |told: &Told| leading(told, html! { <span>{ told.text("says") }</span> });
    list.iter().map(row).collect()
}

/// A row that leads to its box, where it is of one.
fn leading(told: &Told, content: Html) -> Html {
    let values = [
        Some("what-if-row".into()),
        Some("button".into()),
        told.text("kind"),
        told.text("id"),
    ];
    match told.text("id") {
        Some(_) => element(
            "button",
            &["class", "type", "data-kind", "data-id"],
            values,
            content,
        ),
        None => element("p", &["class"], [Some("what-if-row".into())], content),
    }
}

fn said(words: AttrValue) -> Html {
    html! { <p class="what-if-row">{ words }</p> }
}

/// Rows under a title, where there are any.
fn part(title: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    html! { <section><h3>{ title }</h3><ul>{ for rows.into_iter().map(|row| html! { <li>{ row }</li> }) }</ul></section> }
}

/// Every hop with what it adds, when that is on the clock, and what the clock says behind it.
fn hops(list: &[Told]) -> Html {
    let Some(whole) = list.last().and_then(|hop| hop.number("ends")) else {
        return html! {};
    };
    let adding = list
        .iter()
        .filter(|hop| hop.text("adds").is_some_and(|adds| !adds.is_empty()));
    let row = |told: &Told| {
        let content = html! {
            <>
                <span class="what-if-hop">{ told.text("name") }</span>
                { bar(told, whole) }
                <b>{ told.text("adds") }</b>
                <span class="what-if-by">{ told.text("by") }</span>
            </>
        };
        html! { <li>{ leading(told, content) }</li> }
    };
    html! { <section class="what-if-hops"><h3>{ "Hop by hop" }</h3><ol>{ for adding.map(row) }</ol></section> }
}

/// From when to when on the clock a hop lasts.
fn bar(told: &Told, whole: f64) -> Html {
    let number = |name| told.number(name).unwrap_or_default();
    let percent = |seconds: f64| format!("{:.2}%", 100.0 * seconds / whole.max(f64::MIN_POSITIVE));
    let (from, until) = (number("begins"), number("ends"));
    html! {
        <svg class="what-if-bar" aria-hidden="true">
            <rect x={percent(from)} width={percent(until - from)} y="3" height="10" rx="3" />
        </svg>
    }
}

fn cuts(savings: &Told) -> Html {
    let Some(says) = savings.text("says") else {
        return html! {};
    };
    let rows = rows(&savings.list("cuts"));
    html! {
        <section class="what-if-cuts"><h3>{ "What to cut first" }</h3>
            <p>{ says }</p>
            <ol>{ for rows.into_iter().map(|row| html! { <li>{ row }</li> }) }</ol>
            <p class="what-if-note">{ savings.text("note") }</p>
        </section>
    }
}
