//! What stands below a slide while the board is presented: where one is, and the ways on, back and out. The style sheet
//! folds away everything else meanwhile.

use editor::{Input, KeyPress, Modifiers};
use yew::prelude::*;

use crate::hooks::{use_slice, use_store};
use crate::store::Store;

use super::button::Button;
use super::icon::Icon;

/// The caption of the slide, while there is one.
#[component]
pub(crate) fn SlideCaption() -> Html {
    let store = use_store();
    let (slide, is_marked) = use_slice(|store| {
        let editor = store.editor();
        (editor.slide(), editor.shows_findings())
    });
    let Some(slide) = slide else { return html! {} };
    let findings = Button::sign(Icon::Flag, "Show the findings").tip("Show the findings (F)");
    let key = |sign: Icon, name: &'static str, key: &'static str| {
        Button::sign(sign, name).acts(&store, move |store| press(store, key))
    };
    html! {
        <div class="slide" role="group" aria-label="Presentation">
            if slide.of > 1 {
                { key(Icon::Back, "Previous slide", "ArrowLeft") }
                <span class="slide-number">{ slide.number }{ " / " }{ slide.of }</span>
                { key(Icon::On, "Next slide", "ArrowRight") }
            }
            <span class="slide-title">{ slide.title }</span>
            { findings.pressed(is_marked).acts(&store, |store| press(store, "f")) }
            { key(Icon::Close, "End the presentation", "Escape") }
        </div>
    }
}

fn press(store: &Store, key: &str) {
    store.handle(Input::Key(KeyPress {
        key: key.to_owned(),
        modifiers: Modifiers::default(),
        repeat: false,
        time_ms: store.time_ms(),
    }));
    crate::outline::give_back(store);
}
