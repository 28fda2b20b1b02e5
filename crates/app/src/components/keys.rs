//! Keys as they stand on a keyboard: `Ctrl+Shift+Z`, and on a Mac `⌘⇧Z`.

use yew::prelude::*;

/// The keys of one command, such as `Ctrl+Shift+Z`, each as a cap.
pub(crate) fn caps(keys: &str) -> Html {
    let names = names(keys, on_mac());
    html! { <span class="caps">{ for names.into_iter().map(|name| html! { <kbd>{ name }</kbd> }) }</span> }
}

/// What each key of `keys` is called.
fn names(keys: &str, on_mac: bool) -> Vec<String> {
    let (held, last) = match keys.rsplit_once('+') {
        Some((held, last)) if !last.is_empty() => (held, last),
        _ => ("", keys),
    };
    let held = held.split('+').filter(|key| !key.is_empty());
    held.chain([last])
        .map(|key| name(key, on_mac).to_owned())
        .collect()
}

fn name(key: &str, on_mac: bool) -> &str {
    match key {
        "Ctrl" if on_mac => "⌘",
        "Alt" if on_mac => "⌥",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "Escape" => "Esc",
        "-" => "−",
        other => other,
    }
}

fn on_mac() -> bool {
    let platform = gloo::utils::window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn keys_are_named_as_their_keyboard_names_them() {
        assert_eq!(names("Ctrl+Shift+Z", false), ["Ctrl", "Shift", "Z"]);
        assert_eq!(names("Ctrl+Z", true), ["⌘", "Z"]);
        assert_eq!(names("+", false), ["+"]);
        assert_eq!(names("Shift+ArrowLeft", false), ["Shift", "←"]);
        assert_eq!(names("Alt+ArrowUp", true), ["⌥", "↑"]);
    }

    #[test]
    fn every_key_of_every_command_has_a_name() {
        for row in editor::rows() {
            for keys in row.keys {
                assert!(
                    names(keys, false).iter().all(|name| !name.is_empty()),
                    "{}",
                    row.name
                );
            }
        }
    }
}
