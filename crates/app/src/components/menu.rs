//! Menus: the keys that walk through one, and what a line of one looks like.

use web_sys::Element;
use yew::prelude::*;

use crate::effects::focus;

use super::stops::{current, stops};

/// Walks through the lines of the menu within `menu`: arrows, Home, End, and the letter that a line begins with. True
/// where the key was one of these.
pub(crate) fn walked(event: &KeyboardEvent, menu: Option<Element>) -> bool {
    let key = event.key();
    let lines = menu.map(|menu| stops(&menu, "[role=menuitem]"));
    let Some(lines) = lines.filter(|lines| !lines.is_empty()) else {
        return false;
    };
    let (here, count) = (current(&lines), lines.len());
    let to = match key.as_str() {
        "ArrowDown" => here.map_or(0, |here| (here + 1) % count),
        "ArrowUp" => here.map_or(count - 1, |here| (here + count - 1) % count),
        "Home" => 0,
        "End" => count - 1,
        _ => {
            let is_letter = key.chars().count() == 1 && key != " " && !event.ctrl_key() && !event.meta_key();
            let begins = |at: &usize| {
                let words = lines
                    .get(*at)
                    .and_then(|line| line.text_content())
                    .unwrap_or_default();
                words.to_ascii_lowercase().starts_with(&key.to_ascii_lowercase())
            };
            let after = here.map_or(0, |here| here + 1);
            match (after..count).chain(0..after.min(count)).find(begins) {
                Some(at) if is_letter => at,
                _ => return is_letter,
            }
        }
    };
    lines.get(to).into_iter().for_each(|line| focus(line));
    true
}
