//! An example board of a rule page: whether the rule speaks of it, and its lines as they are written.

use board::Role;
use yew::prelude::*;

use crate::components::glyph::{Glyph, glyph};

/// Draws a fenced text; `word` is what stands after its fence.
pub(crate) fn example(word: &str, text: &str, code: &str) -> Html {
    let (verdict, sign, says) = match word {
        "bad" => ("bad", Glyph::Error, format!("Bad: {code} speaks")),
        "good" => ("good", Glyph::Ok, format!("Good: {code} is silent")),
        _ => return html! { <pre>{ text }</pre> },
    };
    html! {
        <figure class="example" data-verdict={verdict}>
            <figcaption>{ glyph(sign) } { says }</figcaption>
            <pre>{ for text.lines().map(line) }</pre>
        </figure>
    }
}

/// One line of a board, the role of a box in its colour.
fn line(text: &str) -> Html {
    let role = text.split_once(']').and_then(|(opened, rest)| {
        let role: Role = opened.strip_prefix('[')?.parse().ok()?;
        Some((role, rest))
    });
    match role {
        Some((role, rest)) => html! {
            <><b data-role={role.as_str()}>{ format!("[{role}]") }</b>{ rest }{ "\n" }</>
        },
        None => html! { <>{ text }{ "\n" }</> },
    }
}
