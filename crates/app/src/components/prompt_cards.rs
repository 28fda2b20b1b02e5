//! The prompts to practise on, each with two example boards.

use catalog::Prompt;
use yew::prelude::*;

use crate::examples::{EXAMPLES, Example};
use crate::opening;
use crate::store::Store;

/// A card for each prompt.
pub(crate) fn prompt_cards(store: &Store) -> Html {
    html! {
        <ul class="prompts">
            { for catalog::prompts().iter().map(|prompt| html! { <li key={prompt.id}>{ card(store, prompt) }</li> }) }
        </ul>
    }
}

fn card(store: &Store, prompt: &'static Prompt) -> Html {
    let pick = {
        let store = store.clone();
        move |_: MouseEvent| opening::open_prompt(&store, prompt)
    };
    let examples = EXAMPLES.iter().filter(|example| example.prompt == prompt.id);
    let button = |example: &'static Example| {
        let store = store.clone();
        let onclick = move |_: MouseEvent| opening::open_example(&store, example);
        let tip = format!("Open what a {} drew for {}", example.by, prompt.title);
        let label = if example.by == "senior" {
            "Senior board"
        } else {
            "Junior board"
        };
        html! { <button class="button" type="button" title={tip} {onclick}>{ label }</button> }
    };
    html! {
        <div class="prompt-card" data-prompt={prompt.id}>
            <button class="prompt-pick" type="button" onclick={pick}><b>{ prompt.title }</b><span>{ prompt.text }</span></button>
            <div class="prompt-examples">{ for examples.map(button) }</div>
        </div>
    }
}
