//! Searching the board: what is typed is looked for in every word on it, and each hit is gone to.

use editor::{Command, Editor, Field, Item, data_order, standing};
use js_sys::JsString;
use lint::{Place, Report};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::{use_kept, use_slice, use_store};
use crate::outline::give_back;
use crate::store::Store;

use super::button::Button;
use super::icon::Icon;
use super::part::part;
use super::typing::typed;

/// The search, while it is open.
#[component]
pub(crate) fn Search() -> Html {
    match use_slice(|store| store.panels().search.is_some()) {
        true => part::<Bar>(()),
        false => html! {},
    }
}

#[component]
fn Bar() -> Html {
    let store = use_store();
    let (calls, _) = use_slice(|store| (store.panels().search, store.editor().board().revision()));
    let query = use_kept(String::new);
    let at = use_kept(|| 0_usize);
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with(calls, move |_| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.focus().ok();
                input.select();
            }
        });
    }
    let words = query.get();
    let hits = hits(&store.editor(), &store.judged().report, &words, folded);
    let here = at.get().min(hits.len().saturating_sub(1));
    let count = hits.len();
    let go = {
        let (store, at, hits) = (store.clone(), at.clone(), hits);
        Callback::from(move |to: usize| {
            at.set(to);
            if let Some(hit) = hits.get(to) {
                visit(&store, hit);
            }
        })
    };
    let next = (here + 1) % count.max(1);
    let before = (here + count.max(1) - 1) % count.max(1);
    let oninput = {
        let store = store.clone();
        move |event: InputEvent| {
            let words = typed(&event);
            let found = self::hits(&store.editor(), &store.judged().report, &words, folded);
            at.set(0);
            query.set(words);
            found.first().into_iter().for_each(|hit| visit(&store, hit));
        }
    };
    let onkeydown = {
        let (store, go) = (store.clone(), go.clone());
        move |event: KeyboardEvent| {
            match event.key().as_str() {
                "Enter" | "F3" if !event.is_composing() => {
                    go.emit(if event.shift_key() { before } else { next })
                }
                "Escape" => close(&store),
                "f" if event.ctrl_key() || event.meta_key() => {}
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let said = match (words.trim().is_empty(), count) {
        (true, _) => String::new(),
        (false, 0) => "nothing".to_owned(),
        (false, _) => format!("{} of {count}", here + 1),
    };
    let step = |sign, name: &'static str, tip: &'static str, to: usize| {
        let go = go.clone();
        let button = Button::sign(sign, name).tip(tip).disabled(count == 0);
        button.calls(Callback::from(move |_| go.emit(to)))
    };
    html! {
        <div class="search" role="search" aria-label="Search the board" {onkeydown}>
            <input ref={input} class="search-input" type="text" aria-label="Words to look for" placeholder="Label, words, owner, code"
                autocomplete="off" spellcheck="false" value={words} {oninput} />
            <span class="search-count" role="status">{ said }</span>
            { step(Icon::Up, "Previous hit", "Previous (Shift+Enter)", before) }
            { step(Icon::Down, "Next hit", "Next (Enter)", next) }
            { Button::sign(Icon::Close, "Close the search").tip("Close (Esc)").acts(&store, close) }
        </div>
    }
}

fn close(store: &Store) {
    store.change_panels(|panels| panels.search = None);
    give_back(store);
}

/// Selects a hit and brings it into view.
fn visit(store: &Store, hit: &Item) {
    let items = vec![hit.clone()];
    store.command(Command::Select {
        items: items.clone(),
        additive: false,
    });
    store.command(Command::Approach { items });
}

/// What of the board holds all of `words`, in whatever it says or in what is found of it: boxes as the data flows, edges,
/// and what stands beside. Neither minds capitals, which `folded` takes away.
fn hits(editor: &Editor, report: &Report, words: &str, folded: fn(&str) -> String) -> Vec<Item> {
    let words = folded(words.trim());
    if words.is_empty() {
        return Vec::new();
    }
    let board = editor.board();
    let boxes = data_order(board).into_iter().map(Item::Box);
    let edges = board.edges_in_order().into_iter();
    let edges = edges.map(|(id, _)| Item::Edge(id.clone()));
    let others = standing(board).filter(|item| !matches!(item, Item::Box(_)));
    let all = boxes.chain(edges).chain(others);
    all.filter(|item| {
        let said = folded(&said(editor, report, item));
        words.split_whitespace().all(|word| said.contains(word))
    })
    .collect()
}

/// In lower case as the browser has it, which knows every alphabet: the page carries no tables of its own.
fn folded(words: &str) -> String {
    JsString::from(words).to_lower_case().into()
}

/// Everything that `item` says, and the codes of what is found of it.
fn said(editor: &Editor, report: &Report, item: &Item) -> String {
    const FIELDS: [Field; 6] = [
        Field::Label,
        Field::Constraints,
        Field::Owner,
        Field::Because,
        Field::Rejected,
        Field::Component,
    ];
    let on = item.record_id();
    let mut said = match item {
        Item::Box(id) => editor
            .board()
            .get_box(id)
            .map_or("", |record| record.role.as_str())
            .to_owned(),
        _ => String::new(),
    };
    let mut say = |words: &str| {
        said.push('\n');
        said.push_str(words);
    };
    for field in FIELDS {
        editor.text(&on, field).iter().for_each(|text| say(text));
    }
    let is_of_it = |place: &Place| match (place, item) {
        (Place::Box(id), Item::Box(item)) => id == item,
        (Place::Edge(id), Item::Edge(item)) => id == item,
        _ => false,
    };
    let found = report.findings.iter();
    found
        .filter(|finding| finding.places().any(is_of_it))
        .for_each(|finding| say(finding.rule.code));
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In the page the browser does it.
    #[allow(clippy::disallowed_methods, reason = "its tables are in no page here")]
    fn in_small_letters(text: &str) -> String {
        text.to_lowercase()
    }

    #[test]
    fn every_word_is_looked_for_in_everything_that_is_said() {
        let sketch = "[ingest] Kafka: 500k ev/s @Payments\n[process] Scoring: p99 80 ms @Risk Zürich not Spark (slow)\n\
            Kafka -> Scoring \"card events\": @Payments";
        let editor = Editor::new(board::sketch::read(sketch).expect("a sketch that reads"));
        let found = |words: &str| -> Vec<String> {
            let hits = hits(&editor, &Report::default(), words, in_small_letters).into_iter();
            hits.map(|item| editor.name(&item)).collect()
        };
        assert_eq!(found("KAFKA"), ["Kafka"]);
        assert_eq!(found("ZÜRICH"), ["Scoring"]);
        assert_eq!(found("payments").len(), 2, "a box and an edge");
        assert_eq!(found("risk p99"), ["Scoring"]);
        assert_eq!(found("spark"), ["Scoring"]);
        assert_eq!(found("ingest"), ["Kafka"]);
        assert!(found("  ").is_empty() && found("nowhere").is_empty());
    }
}
