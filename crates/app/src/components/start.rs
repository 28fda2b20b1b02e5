//! The empty page: a prompt to pick, an example to open, three keys.

use yew::prelude::*;

use crate::hooks::{use_slice, use_store};

use super::part::later_part;
use super::prompt_cards::prompt_cards;
use super::recent::{Recent, RecentProps};

/// What stands on the board before the first box does.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    /// Where to begin.
    Start,
    /// Scoping has begun; with the number of answers that are missing before it is wise to draw.
    Hint(usize),
}

/// What lies on the empty board. It takes no key and, beside its buttons, no press.
#[component]
pub(crate) fn Start() -> Html {
    let store = use_store();
    let shown = use_slice(|store| {
        let editor = store.editor();
        let board = editor.board();
        let answered = board.scope().filter(|(_, answer)| answer.is_answered()).count();
        let drawn = board.boxes().len() + board.notes().len() + board.frames().len() + board.strokes().len();
        // Whoever has a pen or a sheet in hand presses where these cards would lie.
        let is_drawing = editor.tool().is_in_hand();
        match (store.panels().opening || is_drawing, drawn, &board.brief().prompt) {
            (true, ..) => Shown::Nothing,
            (_, 1.., _) => Shown::Nothing,
            (_, _, None) if board.scope().next().is_none() => Shown::Start,
            _ => Shown::Hint(3_usize.saturating_sub(answered)),
        }
    });
    match shown {
        Shown::Nothing => html! {},
        Shown::Hint(missing) => hint(missing),
        Shown::Start => html! {
            <div class="start">
                <div class="start-inner">
                    <h2 class="start-title">{"Ask first, then draw."}</h2>
                    <p class="start-lead">
                        {"Sketch a system design as you would on the interviewer's whiteboard. What is unscoped, unowned or \
                          will not hold is marked while you type."}
                    </p>
                    { prompt_cards(&store) }
                    <p class="start-keys by-key">
                        <span><kbd>{"I"}</kbd>{" the first ingest"}</span>
                        <span><kbd>{"Tab"}</kbd>{" the box after it"}</span>
                        <span><kbd>{"?"}</kbd>{" all keys"}</span>
                    </p>
                    { later_part::<Recent>(RecentProps { limit: 4, removable: false }) }
                </div>
            </div>
        },
    }
}

fn hint(missing: usize) -> Html {
    let ask = match missing {
        0 => "Scoped well enough to draw.",
        1 => "One more answer first.",
        2 => "Ask first: two more answers.",
        _ => "Ask first: three answers.",
    };
    html! {
        <div class="hint">
            <p class="hint-ask">{ ask }</p>
            <p class="by-key">
                {"Then "}<kbd>{"I"}</kbd>{" places the first ingest, and "}<kbd>{"Tab"}</kbd>{" what comes after it."}
            </p>
            <p class="by-touch">{"The questions are under Brief; the boxes wait below."}</p>
        </div>
    }
}
