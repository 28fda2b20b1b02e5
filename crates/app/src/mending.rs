//! Fixes made from the board: what the selection needs most, and all that are safe.

use board::Edit;
use editor::{Command, Item};
use lint::{Finding, Fix, Place, Report};

use crate::store::Store;

/// Makes the first fix of the gravest finding on what is selected.
pub(crate) fn mend_selected(store: &Store) {
    let report = store.judged().report;
    let fix = {
        let editor = store.editor();
        let selection = editor.selection();
        let is_selected = |place: &Place| item(place).is_some_and(|item| selection.contains(&item));
        let is_meant = |finding: &&Finding| finding.places().any(is_selected);
        let mut meant = report.findings.iter().filter(is_meant);
        meant.find_map(|finding| finding.fixes.first()).cloned()
    };
    match fix {
        Some(Fix { title, edit, .. }) => store.command(Command::ApplyEdit { label: title, edit }),
        None => say(store, "No finding here has a fix."),
    }
}

/// Makes the first safe fix of each finding that has one, all as one step.
pub(crate) fn mend_all(store: &Store) {
    let report = store.judged().report;
    let mut board = store.editor().board().clone();
    let mut edit = Edit::new();
    let mut made = 0_usize;
    for fix in safe_fixes(&report) {
        // What another fix has changed meanwhile is judged anew first.
        if board.apply(&fix.edit).is_ok() {
            edit = edit.then(fix.edit.clone());
            made += 1;
        }
    }
    let label = match made {
        0 => return say(store, "No finding has a fix that is safe."),
        1 => "Make the safe fix".to_owned(),
        _ => format!("Make {made} safe fixes"),
    };
    store.command(Command::ApplyEdit { label, edit });
}

/// The first safe fix of each finding that has one.
pub(crate) fn safe_fixes(report: &Report) -> impl Iterator<Item = &Fix> {
    let findings = report.findings.iter();
    findings.filter_map(|finding| finding.fixes.iter().find(|fix| fix.safe))
}

/// The thing on the board that a place is.
pub(crate) fn item(place: &Place) -> Option<Item> {
    match place {
        Place::Box(id) => Some(Item::Box(id.clone())),
        Place::Edge(id) => Some(Item::Edge(id.clone())),
        Place::Answer(_) | Place::Wrap | Place::Session | Place::Board => None,
    }
}

fn say(store: &Store, words: &str) {
    store.change_panels(|panels| words.clone_into(&mut panels.spoken));
}
