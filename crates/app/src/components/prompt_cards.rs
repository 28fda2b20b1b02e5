//! The prompts to practise on, each with two example boards.

use catalog::Prompt;
use yew::prelude::*;

use crate::examples::{EXAMPLES, Example};
use crate::opening;
use crate::store::Store;

use super::button::Button;

/// A card for each prompt.
pub(crate) fn prompt_cards(store: &Store) -> Html {
    html! {
        <ul class="prompts">
            { for catalog::prompts().iter().map(|prompt| html! { <li key={prompt.id}>{ card(store, prompt) }</li> }) }
        </ul>
    }
}

fn card(store: &Store, prompt: &'static Prompt) -> Html {
    let words = html! { <><b>{ prompt.title }</b><span>{ prompt.text }</span></> };
    let pick = Button::new("prompt-pick", words);
    let examples = EXAMPLES.iter().filter(|example| example.prompt == prompt.id);
    let button = |example: &'static Example| {
        let tip = format!("Open what a {} drew for {}", example.by, prompt.title);
        let label = if example.by == "senior" {
            "Senior board"
        } else {
            "Junior board"
        };
        let button = Button::plain("button", label).tip(tip);
        button.acts(store, move |store| opening::open_example(store, example))
    };
    html! {
        <div class="prompt-card" data-prompt={prompt.id}>
            { pick.acts(store, move |store| opening::open_prompt(store, prompt)) }
            <div class="prompt-examples">{ for examples.map(button) }</div>
        </div>
    }
}
