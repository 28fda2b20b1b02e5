//! What a person may have shown on the board or not: the grid of dots, the minimap.

use editor::Command;

use crate::store::Store;

/// How many boxes make a board so large that a minimap helps.
const LARGE: usize = 30;

/// Tells the editor what was chosen on the last visit.
pub(crate) fn begin(store: &Store) {
    let dots = store.panels().settings.dots;
    store.command(Command::KeepToDots(dots));
}

/// Shows the grid of dots, to which boxes keep, or takes it away.
pub(crate) fn turn_dots(store: &Store) {
    store.change_panels(|panels| {
        panels.set(|settings| settings.dots = !settings.dots);
        panels.spoken = if panels.settings.dots {
            "A grid of dots; boxes keep to it."
        } else {
            "No grid."
        }
        .to_owned();
    });
    begin(store);
}

/// Whether the minimap is shown.
pub(crate) fn shows_minimap(store: &Store) -> bool {
    let boxes = store.editor().board().boxes().len();
    let chosen = store.panels().settings.minimap;
    boxes > 0 && chosen.unwrap_or(boxes >= LARGE)
}

/// Shows the minimap, or takes it away.
pub(crate) fn turn_minimap(store: &Store) {
    let shown = !shows_minimap(store);
    store.change_panels(|panels| {
        panels.set(|settings| settings.minimap = Some(shown));
        panels.spoken = if shown {
            "Minimap shown."
        } else {
            "Minimap hidden."
        }
        .to_owned();
    });
}
