//! The prompts to practise on, each with two example boards.

use catalog::Prompt;
use yew::prelude::*;

use crate::examples::Author;
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
    let button = |author: Author| {
        let tip = format!("Open what a {} drew for {}", author.word(), prompt.title);
        let button = Button::plain("button", author.title()).tip(tip);
        button.acts(store, move |store| opening::open_example(store, prompt, author))
    };
    html! {
        <div class="prompt-card" data-prompt={prompt.id}>
            { pick.acts(store, move |store| opening::open_prompt(store, prompt)) }
            <div class="prompt-examples">{ for Author::ALL.map(button) }</div>
        </div>
    }
}
