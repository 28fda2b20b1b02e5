//! The wrap-up: what is said in the last minutes of a round.

use std::sync::Arc;

use board::Wrap;
use editor::Command;
use lint::Place;
use web_sys::Element;
use yew::prelude::*;

use crate::effects::focus_canvas;
use crate::hooks::{use_kept, use_keyed_slice, use_slice, use_store};
use crate::store::Store;

use super::super::part::part;
use super::super::typing::{end_run, typed};
use super::tradeoffs::tradeoffs;

/// Summary, what to build first, risk, trade-offs, what is left out.
#[component]
pub(super) fn WrapUp() -> Html {
    let (wrap, lit) = use_slice(|store| {
        let wrap = Arc::clone(store.editor().board().wrap());
        (wrap, store.panels().lit.contains(&Place::Wrap))
    });
    let store = use_store();
    let section = use_node_ref();
    let text = |words| part::<WrapText>(WrapTextProps { words });
    {
        let section = section.clone();
        use_effect_with(lit, move |lit| {
            if let (true, Some(section)) = (*lit, section.cast::<Element>()) {
                // A section that does not open is opened by hand.
                section.set_attribute("open", "").ok();
                section.scroll_into_view_with_bool(true);
            }
        });
    }
    html! {
        <details class="panel-section wrap" ref={section} data-lit={lit.to_string()}>
            <summary class="panel-title">{"Wrap-up"}{ note(&wrap) }</summary>
            { text(Words::Summary) }
            { text(Words::Mvp) }
            { text(Words::Risk) }
            { text(Words::Mitigation) }
            { tradeoffs(&store, &wrap) }
            { text(Words::LeftOut) }
        </details>
    }
}

/// How far it is.
fn note(wrap: &Wrap) -> Html {
    let said = [
        !wrap.summary.trim().is_empty(),
        !wrap.mvp.is_empty(),
        !wrap.risk.what.trim().is_empty(),
        !wrap.tradeoffs.is_empty(),
        !wrap.left_out.is_empty(),
    ];
    let count = said.iter().filter(|said| **said).count();
    html! { <span class="progress-count">{ format!("{count} of {}", said.len()) }</span> }
}

/// A text of the wrap-up.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    Summary,
    Mvp,
    Risk,
    Mitigation,
    LeftOut,
}

impl Words {
    /// Label and hint.
    fn label_and_hint(self) -> (&'static str, &'static str) {
        match self {
            Self::Summary => (
                "The design in one sentence",
                "who gets what, how fast, at what price",
            ),
            Self::Mvp => (
                "Built first, two or three lines",
                "the smallest thing that helps the user",
            ),
            Self::Risk => ("The one risk", "what may go wrong"),
            Self::Mitigation => (
                "What is done about it",
                "what makes it smaller, and who sees it first",
            ),
            Self::LeftOut => ("Left out on purpose, a line each", "what you would not build yet"),
        }
    }

    fn get(self, wrap: &Wrap) -> String {
        match self {
            Self::Summary => wrap.summary.clone(),
            Self::Mvp => wrap.mvp.join("\n"),
            Self::Risk => wrap.risk.what.clone(),
            Self::Mitigation => wrap.risk.mitigation.clone(),
            Self::LeftOut => wrap.left_out.join("\n"),
        }
    }

    /// What is kept of a draft.
    fn settled(self, draft: &str) -> String {
        match self {
            Self::Mvp | Self::LeftOut => lines(draft).join("\n"),
            Self::Summary | Self::Risk | Self::Mitigation => draft.to_owned(),
        }
    }

    fn set(self, wrap: &mut Wrap, text: String) {
        match self {
            Self::Summary => wrap.summary = text,
            Self::Mvp => wrap.mvp = lines(&text),
            Self::Risk => wrap.risk.what = text,
            Self::Mitigation => wrap.risk.mitigation = text,
            Self::LeftOut => wrap.left_out = lines(&text),
        }
    }
}

/// Which text.
#[derive(Properties, PartialEq)]
struct WrapTextProps {
    words: Words,
}

#[component]
fn WrapText(props: &WrapTextProps) -> Html {
    let store = use_store();
    let words = props.words;
    let kept = use_keyed_slice(words, |store, words| words.get(store.editor().board().wrap()));
    let draft = use_kept(String::new);
    // The blank lines of the draft are shown as long as the rest of it is what is kept: the caret may stand in one.
    let typing = draft.get();
    let text = if words.settled(&typing) == kept {
        typing
    } else {
        kept
    };
    let oninput = {
        let store = store.clone();
        move |event: InputEvent| {
            draft.set(typed(&event));
            change(&store, &mut |wrap| words.set(wrap, typed(&event)));
        }
    };
    let onblur = move |_: FocusEvent| end_run(&store);
    let (label, hint) = words.label_and_hint();
    html! {
        <label class="field">
            <span>{ label }</span>
            <textarea class="input" rows="1" value={text} placeholder={hint} {oninput} {onblur} onkeydown={leave_on_escape} />
        </label>
    }
}

/// Escape gives the keyboard to the board.
pub(super) fn leave_on_escape(event: KeyboardEvent) {
    if event.key() == "Escape" && !event.is_composing() {
        event.prevent_default();
        event.stop_propagation();
        focus_canvas();
    }
}

/// Changes the wrap-up.
pub(super) fn change(store: &Store, change: &mut dyn FnMut(&mut Wrap)) {
    let mut wrap = Wrap::clone(store.editor().board().wrap());
    change(&mut wrap);
    store.command(Command::SetWrap(wrap));
}

/// A line each, without blank ones.
fn lines(text: &str) -> Vec<String> {
    text.split('\n')
        .filter(|line| !line.trim().is_empty())
        .map(str::to_owned)
        .collect()
}
