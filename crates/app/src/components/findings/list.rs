//! The list of findings: in rank or by place, one Tab stop, arrow keys between the rows.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use lint::Report;
use yew::prelude::*;

use crate::components::part::part;
use crate::components::scrolling::scroll_to;
use crate::effects::{focus, focus_canvas};
use crate::hooks::{Kept, Same, use_kept, use_store, use_words};
use crate::lint_job;
use crate::store::Store;
use sorted::{Map, ordered};

use super::place_name::place_name;
use super::row::{Entry, Row, RowProps, explain, mend, row_id};

/// How many findings more are drawn each time that a person asks for more.
const MOST_SHOWN: usize = lint_job::FIRST_READ as usize;

/// What the list needs.
#[derive(Properties, PartialEq)]
pub(crate) struct ListProps {
    /// The report whose findings it shows.
    pub report: Same<Report>,
    /// Which finding is selected, by its index in the report.
    pub lit: Option<usize>,
    /// Findings of one place stand together.
    pub by_place: bool,
}

/// The list of findings.
#[component]
pub(crate) fn FindingList(props: &ListProps) -> Html {
    let store = use_store();
    let more = use_kept(|| MOST_SHOWN);
    let current = use_kept(|| 0_usize);
    let entries = use_memo((props.report.clone(), props.by_place), {
        let store = store.clone();
        move |(report, by_place)| entries(&store, report, *by_place)
    });
    let lit = entries.iter().position(|entry| Some(entry.index) == props.lit);
    let shown = entries
        .len()
        .min(lit.map_or(more.get(), |lit| more.get().max(lit + 1)));
    use_words(if props.by_place { u32::MAX } else { shown as u32 });
    let stop = current.get().min(shown.saturating_sub(1));
    let mended = use_mended(&props.report, shown);
    use_in_view(lit, current.clone());
    let press = press_key(&store, &entries, shown, &mended);
    let reach = use_callback((), {
        let current = current.clone();
        move |position, ()| current.set(position)
    });
    let mut keys = Map::new();
    let rows = (0..shown).zip(entries.iter()).map(|(position, entry)| {
        let before = position.checked_sub(1).and_then(|before| entries.get(before));
        let heads = props.by_place && before.and_then(Entry::spot) != entry.spot();
        let row = RowProps {
            entry: entry.clone(),
            position,
            again: !props.by_place && before.is_some_and(|before| says_again(before, entry)),
            lit: lit == Some(position),
            stop: stop == position,
            reach: reach.clone(),
            mended: mended.clone(),
        };
        html! {
            <key={key(&mut keys, entry)}>
                if heads { <li class="finding-group">{ entry.place.clone() }</li> }
                { part::<Row>(row) }
            </>
        }
    });
    html! {
        <>
            <ol class="findings" aria-label="Findings" data-grouped={props.by_place.to_string()} onkeydown={press}>
                { for rows }
            </ol>
            if shown < entries.len() {
                <button class="button button-outlined findings-more" type="button"
                    onclick={move |_| more.set(shown + MOST_SHOWN)}>
                    { format!("Show more of {} findings", entries.len()) }
                </button>
            }
        </>
    }
}

fn entries(store: &Store, report: &Same<Report>, by_place: bool) -> Vec<Entry> {
    let editor = store.editor();
    let named = report.findings.iter().enumerate().map(|(index, finding)| Entry {
        report: Rc::clone(&report.0),
        index,
        place: place_name(editor.board(), &finding.place).into(),
    });
    let entries: Vec<Entry> = named.collect();
    if by_place { together(&entries) } else { entries }
}

/// The same entries, those of one place together: the place with the gravest finding first, as the report ranks them.
fn together(entries: &[Entry]) -> Vec<Entry> {
    let spot = |at: usize| entries.get(at).and_then(Entry::spot);
    let mut first: Vec<usize> = (0..entries.len()).collect();
    let by_spot = ordered(entries.len(), &|one, other| spot(one).cmp(&spot(other)));
    for run in by_spot.chunk_by(|one, other| spot(*one) == spot(*other)) {
        for at in run {
            if let (Some(first), Some(of_run)) = (first.get_mut(*at), run.first()) {
                *first = *of_run;
            }
        }
    }
    let order = ordered(entries.len(), &|one, other| first.get(one).cmp(&first.get(other)));
    order.iter().filter_map(|at| entries.get(*at).cloned()).collect()
}

/// What a row is known by from one report to the next: a press that began on a finding ends on no other.
fn key(keys: &mut Map<String, u32>, entry: &Entry) -> String {
    let code = entry.finding().map_or("", |finding| finding.rule.code);
    let name = format!("{code} {}", entry.place);
    let nth = keys.get_or_default(name.clone());
    *nth += 1;
    format!("{name} {nth}")
}

/// The finding says of its place what the one before it says of another.
fn says_again(before: &Entry, entry: &Entry) -> bool {
    let rule = |entry: &Entry| entry.finding().map(|finding| finding.rule.code);
    rule(before) == rule(entry)
}

/// After a fix the keyboard goes on with the finding that moves up, or with the board when none is left.
#[hook]
fn use_mended(report: &Same<Report>, shown: usize) -> Callback<usize> {
    let waiting = use_mut_ref(|| None::<usize>);
    {
        let waiting = Rc::clone(&waiting);
        use_effect_with(report.clone(), move |_| {
            let Some(position) = waiting.take() else { return };
            // Once what is lit has followed the new report, so that the row that takes the keyboard lights its own.
            Timeout::new(0, move || match shown.checked_sub(1) {
                Some(last) => focus_row(position.min(last)),
                None => focus_canvas(),
            })
            .forget();
        });
    }
    use_callback((), move |position, ()| {
        waiting.replace(Some(position));
    })
}

/// Brings the selected row into view, as it may have been selected on the board, and makes it the one that Tab stops at.
#[hook]
fn use_in_view(lit: Option<usize>, current: Kept<usize>) {
    use_effect_with(lit, move |lit| {
        if let Some(lit) = lit {
            current.set(*lit);
        }
        let row = lit.and_then(|lit| gloo::utils::document().get_element_by_id(&row_id(lit)));
        let Some(finding) = row.and_then(|row| row.parent_element()) else {
            return;
        };
        if let Ok(Some(panel)) = finding.closest(".panel") {
            // The head of the panel stays above the list and would cover the row.
            let head = panel.query_selector(".findings-head").ok().flatten();
            scroll_to(
                &panel,
                &finding,
                head.map_or(0, |head| head.client_height()).into(),
            );
        }
    });
}

fn focus_row(position: usize) {
    if let Some(row) = gloo::utils::document().get_element_by_id(&row_id(position)) {
        focus(&row);
    }
}

fn press_key(
    store: &Store,
    entries: &Rc<Vec<Entry>>,
    shown: usize,
    mended: &Callback<usize>,
) -> Callback<KeyboardEvent> {
    let (store, entries, mended) = (store.clone(), Rc::clone(entries), mended.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(here) = position_of(&event) else { return };
        let last = shown.saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => focus_row((here + 1).min(last)),
            "ArrowUp" => focus_row(here.saturating_sub(1)),
            "Home" => focus_row(0),
            "End" => focus_row(last),
            "f" | "F" => match entries.get(here) {
                Some(entry) if mend(&store, entry, 0) => mended.emit(here),
                _ => return,
            },
            "r" | "R" => match entries.get(here).and_then(Entry::finding) {
                Some(finding) => explain(&store, finding.rule.code),
                None => return,
            },
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

/// Where in the list the key was pressed: on a row, or within its body.
fn position_of(event: &KeyboardEvent) -> Option<usize> {
    let target: web_sys::Element = event.target_dyn_into()?;
    let row = target
        .closest(".finding")
        .ok()??
        .query_selector(".finding-head")
        .ok()??;
    row.id().strip_prefix("finding-")?.parse().ok()
}
