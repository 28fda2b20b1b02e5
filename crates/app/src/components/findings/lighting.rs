//! Lighting: which path the board shows for the findings, and how a finding is gone to.

use board::Question;
use editor::{Command, Item};
use gloo::timers::callback::Timeout;
use lint::{Finding, Place, Report};

use crate::effects::focus;
use crate::mending::item;
use crate::panels::Sheet;
use crate::store::Store;

/// Selects the finding that `drawn`, the report that a person sees, says at `index`: lights its path, brings it into view and selects its place. Once more lets it go.
pub(crate) fn choose(store: &Store, drawn: &Report, index: usize) {
    let report = store.judged().report;
    let index = match drawn.findings.get(index) {
        _ if std::ptr::eq(drawn, &*report) => Some(index),
        finding => finding.and_then(|finding| same(finding, &report)),
    };
    let Some((index, finding)) = index.and_then(|index| Some((index, report.findings.get(index)?))) else {
        return;
    };
    if store.panels().lit_finding == Some(index) {
        return let_go(store);
    }
    store.change_panels(|panels| {
        panels.lit = path_of(finding);
        panels.lit_finding = Some(index);
    });
    go_to(store, &finding.place, &path_of(finding));
}

/// Lights what could be judged if a figure stood at `place`, and brings it into view. Once more lets it go.
pub(crate) fn choose_unknown(store: &Store, place: &Place, path: &[Place]) {
    let is_lit = {
        let panels = store.panels();
        panels.lit_finding.is_none() && panels.lit == path
    };
    if is_lit {
        return let_go(store);
    }
    store.change_panels(|panels| {
        panels.lit = path.to_vec();
        panels.lit_finding = None;
    });
    go_to(store, place, path);
}

/// Lights the path of a finding that is only looked at; the selected finding stays selected.
pub(crate) fn glance(store: &Store, finding: &Finding) {
    light(store, path_of(finding));
}

/// Lights `place` alone; the selected finding stays selected.
pub(crate) fn look_at(store: &Store, place: &Place) {
    light(store, vec![place.clone()]);
}

/// Selects `place` on the board and brings it into view, where the board is seen.
pub(crate) fn show(store: &Store, place: &Place) {
    let_go(store);
    if store.panels().sheet.is_some() {
        store.change_panels(|panels| panels.sheet = None);
    }
    go_to(store, place, &[]);
}

/// Lights the selected finding again, or nothing.
pub(crate) fn restore(store: &Store) {
    let report = store.judged().report;
    let selected = store.panels().lit_finding;
    light(
        store,
        selected
            .and_then(|index| report.findings.get(index))
            .map(path_of)
            .unwrap_or_default(),
    );
}

/// Lights nothing and selects no finding.
pub(crate) fn let_go(store: &Store) {
    let is_dark = {
        let panels = store.panels();
        panels.lit.is_empty() && panels.lit_finding.is_none()
    };
    if !is_dark {
        store.change_panels(|panels| {
            panels.lit.clear();
            panels.lit_finding = None;
        });
    }
}

/// Keeps the selected finding selected from the report `before` to the newest, as long as it is said.
pub(crate) fn follow(store: &Store, before: &Report) {
    let now = store.judged().report;
    let selected = store.panels().lit_finding;
    let index = selected
        .and_then(|index| before.findings.get(index))
        .and_then(|finding| same(finding, &now));
    if index != selected {
        store.change_panels(|panels| panels.lit_finding = index);
    }
    restore(store);
}

/// Where `report` says what `finding` says: in the same words, else by the same rule of the same place.
fn same(finding: &Finding, report: &Report) -> Option<usize> {
    let alike = |other: &Finding| other.rule == finding.rule && other.place == finding.place;
    let to_the_word = |other: &Finding| alike(other) && other.message == finding.message;
    let findings = &report.findings;
    findings
        .iter()
        .position(to_the_word)
        .or_else(|| findings.iter().position(alike))
}

fn light(store: &Store, path: Vec<Place>) {
    if store.panels().lit != path {
        store.change_panels(|panels| panels.lit = path);
    }
}

fn path_of(finding: &Finding) -> Vec<Place> {
    if finding.path.is_empty() {
        vec![finding.place.clone()]
    } else {
        finding.path.clone()
    }
}

fn go_to(store: &Store, place: &Place, path: &[Place]) {
    let items: Vec<Item> = path.iter().chain([place]).filter_map(item).collect();
    match place {
        // A path on the board says more than the question that it breaks.
        Place::Answer(question) if items.is_empty() => ask(store, *question),
        _ => {}
    }
    if !items.is_empty() {
        store.command(Command::Reveal { items });
    }
    if let Some(item) = item(place) {
        store.command(Command::Select {
            items: vec![item],
            additive: false,
        });
    }
}

/// Gives the keyboard to the answer of `question`, in a brief that is open.
pub(crate) fn ask(store: &Store, question: Question) {
    let (is_hidden, sheet) = {
        let panels = store.panels();
        let settings = panels.settings;
        let is_covered = settings.outline_open || settings.score_open;
        (settings.brief_folded || is_covered, panels.sheet)
    };
    store.change_panels(|panels| {
        if is_hidden {
            panels.set(|settings| {
                settings.brief_folded = false;
                settings.outline_open = false;
                settings.score_open = false;
            });
        }
        panels.sheet = sheet.map(|_| Sheet::Brief);
    });
    // The brief may only now be drawn.
    Timeout::new(0, move || {
        if let Some(answer) = gloo::utils::document().get_element_by_id(&crate::asking::answer_id(question)) {
            focus(&answer);
        }
    })
    .forget();
}
