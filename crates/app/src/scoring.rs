//! The score beside the board: when it is asked for, how it is shown and folded away, and where its points lead.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use lint::Place;

use crate::components::findings::lighting;
use crate::components::told::Told;
use crate::effects::{focus, focus_canvas};
use crate::panels::Sheet;
use crate::questions;
use crate::store::Store;

/// What the linter is asked.
const SCORE: &str = "score";

/// What of the panel takes the keyboard: its first dimension, else what stands above.
const STOPS: [&str; 2] = [".panel-score summary", ".panel-score button"];

/// Asks for the score whenever the board has come to rest, until [`leave`].
pub(crate) fn ask(store: &Store) {
    questions::ask_at_rest(store, SCORE, "");
}

/// Asks for it no more.
pub(crate) fn leave(store: &Store) {
    questions::stop(store, SCORE);
}

/// The newest marks of the board, as `linter::marks` tells them; none until there are some.
pub(crate) fn marks(store: &Store) -> Option<Told> {
    questions::answered(store, SCORE).map(|answered| answered.answer)
}

/// Gives the keyboard to the score, which is shown if it is not; from within, folds it away.
pub(crate) fn reach(store: &Store) {
    let is_within = found(".panel-score:focus-within").is_some();
    set_open(store, !is_within);
    if is_within {
        return focus_canvas();
    }
    // It may only now be drawn.
    Timeout::new(0, || {
        if let Some(stop) = STOPS.into_iter().find_map(found) {
            focus(&stop);
        }
    })
    .forget();
}

/// Shows the score or folds it away; the keyboard stays where it is.
pub(crate) fn set_open(store: &Store, is_open: bool) {
    store.change_panels(|panels| {
        panels.set(|settings| {
            settings.score_open = is_open;
            settings.outline_open &= !is_open;
        });
        panels.sheet = is_open.then_some(Sheet::Score);
    });
}

/// Selects the finding of the rule `code` at the place of this kind and id, and shows it in the list and on the board.
pub(crate) fn show_finding(store: &Store, code: &str, kind: &str, id: Option<&str>) {
    let report = store.judged().report;
    let is_it = |rule: &str, place: &Place| rule == code && place.kind() == kind && place.id() == id;
    let mut findings = report.findings.iter();
    if let Some(index) = findings.position(|finding| is_it(finding.rule.code, &finding.place)) {
        show_list(store);
        if store.panels().lit_finding != Some(index) {
            lighting::choose(store, &report, index);
        }
        return;
    }
    let mut open = report.cannot_tell.iter();
    if let Some(open) = open.find(|open| is_it(open.rule.code, &open.place)) {
        lighting::let_go(store);
        lighting::choose_unknown(store, &open.place, &open.path);
    }
}

/// The findings stand beside the score, or on a narrow screen in its place.
fn show_list(store: &Store) {
    let (is_folded, sheet) = {
        let panels = store.panels();
        (panels.settings.findings_folded, panels.sheet)
    };
    store.change_panels(|panels| {
        if is_folded {
            panels.set(|settings| settings.findings_folded = false);
        }
        panels.sheet = sheet.map(|_| Sheet::Findings);
    });
}

/// Opens the dimension of the criterion with this id, and gives the criterion the keyboard.
pub(crate) fn show_criterion(id: &str) {
    let Some(criterion) = document().get_element_by_id(&criterion_id(id)) else {
        return;
    };
    if let Ok(Some(dimension)) = criterion.closest("details") {
        // A page refuses no attribute of this name.
        dimension.set_attribute("open", "").ok();
    }
    focus(&criterion);
}

/// The id of the element of the criterion `id`.
pub(crate) fn criterion_id(id: &str) -> String {
    format!("criterion-{id}")
}

fn found(selector: &str) -> Option<web_sys::Element> {
    document().query_selector(selector).ok().flatten()
}
