//! Draws bars: a table whose middle column is a picture, each row a way to its box.

use lint::Place;
use yew::prelude::*;

use crate::components::element::element;
use crate::components::findings::lighting;
use crate::store::Store;

use super::sheet::{Bar, Chart, Tone};

/// The chart as a table.
pub(super) fn bars(store: &Store, chart: &Chart) -> Html {
    let has_notes = chart.bars.iter().any(|bar| !bar.note.is_empty());
    html! {
        <table class="bars" data-notes={has_notes.to_string()}>
            <caption>{ chart.title.clone() }</caption>
            <colgroup><col class="bars-name" /><col /><col class="bars-figure" /></colgroup>
            <thead class="unseen"><tr>{ for chart.heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr></thead>
            <tbody>
                { for chart.bars.iter().map(|bar| row(store, bar, chart.limit)) }
                if chart.more > 0 {
                    <tr><td class="bar-more" colspan="3">{ format!("and {} more", chart.more) }</td></tr>
                }
            </tbody>
        </table>
    }
}

fn row(store: &Store, bar: &Bar, limit: Option<f64>) -> Html {
    let name = match &bar.place {
        Some(_) => {
            html! { <button class="bar-name" type="button" title="Show it on the board">{ bar.name.clone() }</button> }
        }
        None => html! { <span class="bar-name">{ bar.name.clone() }</span> },
    };
    let cells = html! {
        <>
            <th scope="row">{ name }</th>
            <td class="bar-cell">{ picture(bar, limit) }</td>
            <td class="bar-figure">{ bar.figure.clone() } <span class="bar-note">{ bar.note.clone() }</span></td>
        </>
    };
    let Some(place) = bar.place.clone() else {
        return html! { <tr class="bar-row bar-sum">{ cells }</tr> };
    };
    let [press, enter, take] =
        [lighting::show, lighting::look_at, lighting::look_at].map(|act| to(store, &place, act));
    let leave = {
        let store = store.clone();
        Callback::from(move |()| lighting::restore(&store))
    };
    html! {
        <tr class="bar-row bar-leads" onclick={press.reform(|_| ())} onmouseenter={enter.reform(|_| ())}
            onmouseleave={leave.reform(|_| ())} onfocusin={take.reform(|_| ())} onfocusout={leave.reform(|_| ())}>{ cells }</tr>
    }
}

fn to(store: &Store, place: &Place, act: fn(&Store, &Place)) -> Callback<()> {
    let (store, place) = (store.clone(), place.clone());
    Callback::from(move |()| act(&store, &place))
}

/// The bar itself; what it says stands beside it.
fn picture(bar: &Bar, limit: Option<f64>) -> Html {
    let class = match bar.tone {
        Tone::Role(role) => format!("bar bar-{}", role.as_str()),
        Tone::Edge => "bar bar-edge".to_owned(),
        Tone::Total => "bar bar-total".to_owned(),
        Tone::Over => "bar bar-over".to_owned(),
        Tone::Open => "bar bar-open".to_owned(),
    };
    let from = bar.from.clamp(0.0, 0.99);
    let length = bar.length.clamp(0.006, 1.0 - from);
    let rect = element(
        "rect",
        &["class", "x", "y", "width", "height", "rx"],
        [
            Some(class.into()),
            percent(from),
            Some("3".into()),
            percent(length),
            Some("14".into()),
            Some("3".into()),
        ],
        html! {},
    );
    let line = limit.map(|limit| {
        element(
            "line",
            &["class", "x1", "x2", "y1", "y2"],
            [
                Some("bar-limit".into()),
                percent(limit),
                percent(limit),
                Some("-4".into()),
                Some("24".into()),
            ],
            html! {},
        )
    });
    html! { <svg class="bar-picture" aria-hidden="true" height="20">{ rect }{ line }</svg> }
}

fn percent(share: f64) -> Option<AttrValue> {
    Some(format!("{:.2}%", share * 100.0).into())
}
