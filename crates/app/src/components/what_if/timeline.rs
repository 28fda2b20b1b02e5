//! The time over which a stress plays: a button, a slider, what the clock says and what is the matter then; the backlogs as
//! charts with the moment on them.

use board::BoxId;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::button::Button;
use crate::components::findings::place_name::box_name;
use crate::components::icon::Icon;
use crate::hooks::{use_seen_slice, use_store};
use crate::store::Store;
use crate::what_if::{Mark, Play, clock, moment, play, play_or_pause, seek};

/// The steps of the slider.
const STEPS: f64 = 200.0;

/// What the clock shows.
#[derive(Clone, PartialEq, Default)]
struct Shown {
    moment: f64,
    ends: f64,
    /// What the clock says now, and at the end.
    clocks: [String; 2],
    plays: bool,
    says: String,
}

/// Button, slider and words.
#[component]
pub(super) fn Timeline() -> Html {
    let store = use_store();
    let shown = use_seen_slice(true, (), |store, ()| look(store));
    let (sign, name) = if shown.plays {
        (Icon::Pause, "Pause")
    } else {
        (Icon::Play, "Play")
    };
    let oninput = {
        let (store, ends) = (store.clone(), shown.ends);
        move |event: InputEvent| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let step = input.map(|input| input.value_as_number()).unwrap_or_default();
            seek(&store, ends * step / STEPS);
        }
    };
    let step = if shown.ends > 0.0 {
        shown.moment / shown.ends * STEPS
    } else {
        0.0
    };
    let [now, end] = shown.clocks;
    let button = Button::sign(sign, name).class("button button-icon button-outlined what-if-play");
    html! {
        <div class="what-if-time">
            { button.tip("Play it on the board").acts(&store, play_or_pause) }
            <input class="what-if-slider" type="range" min="0" max={STEPS.to_string()} step="any" aria-label="Moment"
                value={format!("{step:.2}")} aria-valuetext={format!("{now}: {}", shown.says)} {oninput}
                onkeydown={stepping(&store)} />
            <p class="what-if-now"><b>{ now }</b>{ " of " }{ end }</p>
            <p class="what-if-matter">{ shown.says }</p>
        </div>
    }
}

/// Arrow keys go by a two hundredth, with Page Up and Page Down by a tenth: a slider without steps would go by whole ones.
fn stepping(store: &Store) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(play) = play(&store) else { return };
        let here = moment(&store, &play);
        let step = play.ends / STEPS;
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => here + step,
            "ArrowLeft" | "ArrowDown" => here - step,
            "PageUp" => here + 20.0 * step,
            "PageDown" => here - 20.0 * step,
            "Home" => 0.0,
            "End" => play.ends,
            _ => return,
        };
        event.prevent_default();
        seek(&store, to.clamp(0.0, play.ends));
    })
}

fn look(store: &Store) -> Shown {
    let Some(play) = play(store) else {
        return Shown::default();
    };
    let moment = moment(store, &play);
    Shown {
        moment,
        ends: play.ends,
        clocks: [moment, play.ends].map(|moment| clock(play.seconds(moment))),
        plays: store.panels().what_if.playing.is_some(),
        says: matter(store, &play, moment),
    }
}

/// Where the event is that is followed, and what that adds.
fn followed(play: &Play, moment: f64) -> Option<String> {
    let (at, _) = play.hop_at(moment)?;
    let hop = play.hops.get(at)?;
    Some(match hop.adds.as_str() {
        "" if at + 1 == play.hops.len() => {
            format!("It is at {} after {}.", hop.name, clock(play.seconds(moment)))
        }
        "" if at == 0 => format!("It begins at {}.", hop.name),
        "" => format!("{}: no time is stated, and none is counted.", hop.name),
        adds => format!("{}: {adds}.", hop.name),
    })
}

/// What is the matter at this moment, in a sentence.
fn matter(store: &Store, play: &Play, moment: f64) -> String {
    if let Some(said) = followed(play, moment) {
        return said;
    }
    let editor = store.editor();
    let called = |id: &str| {
        let id = BoxId::new(id).ok()?;
        Some(box_name(editor.board(), &id))
    };
    let marks = |tone: &'static str| {
        play.marks_at(moment)
            .filter(move |mark| !mark.is_edge && mark.tone == tone)
    };
    let words = |mark: &Mark| called(&mark.id).map(|name| format!("{name}: {}", mark.word));
    let waits = play.waits.iter().filter_map(|wait| {
        let amount = wait.at(moment);
        let is_seen = amount > play.top() * 1e-4;
        is_seen.then(|| format!("{}{} wait at {}", wait.amount(amount), wait.unit(), wait.name))
    });
    let mut said: Vec<String> = marks("hit").filter_map(words).chain(waits).collect();
    said.extend(marks("broken").chain(marks("less")).filter_map(words));
    if said.is_empty() {
        return "Nothing waits, and every promise holds.".to_owned();
    }
    said.join("; ") + "."
}

/// How a backlog rises and falls, with the moment on it.
#[derive(Properties, PartialEq)]
pub(super) struct ChartProps {
    /// Which of what waits.
    pub(super) at: usize,
}

/// The size of a chart, in its own units.
const CHART: (f64, f64) = (200.0, 44.0);

/// One chart.
#[component]
pub(super) fn Chart(props: &ChartProps) -> Html {
    let seen = use_seen_slice(true, props.at, |store, at| {
        let play = play(store)?;
        let wait = play.waits.get(*at)?;
        let x = |moment: f64| moment / play.ends * CHART.0;
        let y = |amount: f64| CHART.1 - 2.0 - amount / wait.top.max(f64::MIN_POSITIVE) * (CHART.1 - 6.0);
        let corners = wait
            .course
            .iter()
            .map(|(at, value)| format!("L{:.2} {:.2}", x(*at), y(*value)));
        let line: String = corners.collect();
        let here = moment(store, &play);
        Some((line, x(here), y(wait.at(here))))
    });
    let Some((line, x, y)) = seen else {
        return html! {};
    };
    let (width, height) = CHART;
    let floor = height - 2.0;
    html! {
        <svg class="what-if-chart" viewBox={format!("0 0 {width} {height}")} preserveAspectRatio="none" aria-hidden="true">
            <path class="what-if-area" d={format!("M0 {floor}{line}L{width} {floor}Z")} />
            <path class="what-if-line" d={format!("M0 {floor}{line}")} />
            <path class="what-if-head" d={format!("M{x:.2} 0V{height}")} />
            <path class="what-if-dot" d={format!("M{x:.2} {y:.2}h.01")} />
        </svg>
    }
}
