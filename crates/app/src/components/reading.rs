//! What was read from a text, as chips beneath it.

use yew::prelude::*;

/// The text.
#[derive(Properties, PartialEq)]
pub(crate) struct ReadingProps {
    /// As typed.
    pub text: AttrValue,
}

/// Each quantity in its canonical form, and each number that could not be read.
#[component]
pub(crate) fn Reading(props: &ReadingProps) -> Html {
    let reading = quantity::read(&props.text);
    let unread = reading
        .unread
        .iter()
        .filter_map(|span| props.text.get(span.start..span.end));
    html! {
        <span class="read">
            { for reading.quantities.iter().map(|quantity| html! {
                <span class="read-chip">{ quantity.to_string() }</span>
            }) }
            { for unread.map(|words| html! {
                <span class="read-chip" data-unread="true">{ format!("{words} ?") }</span>
            }) }
        </span>
    }
}
