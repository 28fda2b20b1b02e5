//! The outline: the board as a tree that keys and screen readers walk through, and from which all of it can be made.
//! The row that has the keyboard is what is selected, so that every command of the board acts on it.

mod twig;
mod twigs;
mod walking;

use std::rc::Rc;

use editor::{Command, Item, standing};
use sorted::Set;
use web_sys::Element;
use yew::prelude::*;

use crate::effects::{focus, focus_canvas};
use crate::hooks::{Kept, Same, use_kept, use_slice, use_store, use_words};
use crate::menu;
use crate::outline::{TREE, note_keyboard, set_open};
use crate::store::Store;

use super::button::Button;
use super::icon::Icon;
use super::part::part;
use super::scrolling::scroll_to;
use twig::{Drawing, HEIGHT};
use twigs::{Twig, twigs};

/// Rows that are drawn beyond those in view, above and below; a scroll of fewer draws nothing anew.
const BEYOND: usize = 12;

/// The outline, where it is shown.
#[component]
pub(crate) fn Outline() -> Html {
    let is_shown = use_slice(|store| store.panels().shows_outline());
    if is_shown {
        part::<Panel>(())
    } else {
        html! {}
    }
}

#[component]
fn Panel() -> Html {
    let store = use_store();
    let count = use_slice(|store| standing(store.editor().board()).count());
    let onfocusin = {
        let store = store.clone();
        move |_: FocusEvent| note_keyboard(&store, true)
    };
    let close = Button::sign(Icon::Close, "Fold the outline away").tip("Fold away (Shift+O)");
    html! {
        <aside class="panel panel-outline" aria-label="Outline" {onfocusin}>
            <header class="outline-head">
                <h2 class="panel-title">{ "Outline" }<span class="badge">{ count }</span></h2>
                <span class="bar-gap"></span>
                { opens(&store, Icon::Plus, "Add", true) }
                { opens(&store, Icon::More, "What can be done", false) }
                { close.acts(&store, |store| { set_open(store, false); focus_canvas(); }) }
            </header>
            if count == 0 {
                <p class="panel-note outline-none">{ "Nothing is drawn yet. Press " }<kbd>{ "I" }</kbd><kbd>{ "P" }</kbd>
                    <kbd>{ "S" }</kbd><kbd>{ "V" }</kbd>{ " for an ingest, a process, a store, a serve." }</p>
            } else {
                { part::<Tree>(()) }
                <p class="panel-note outline-keys by-key" id="outline-keys"><kbd>{ "Enter" }</kbd>{ "\u{a0}label " }<kbd>{ "K" }</kbd>{ "\u{a0}words " }
                    <kbd>{ "W" }</kbd>{ "\u{a0}owner " }<kbd>{ "B" }</kbd>{ "\u{a0}reason " }<kbd>{ "X" }</kbd>{ "\u{a0}alternatives " }<kbd>{ "J" }</kbd>{ "\u{a0}join " }<kbd>{ "Ctrl Enter" }</kbd>{ "\u{a0}next " }
                    <kbd>{ "→" }</kbd>{ "\u{a0}follow " }<kbd>{ "?" }</kbd>{ "\u{a0}all\u{a0}keys" }</p>
            }
        </aside>
    }
}

/// A button that opens the menu beneath it.
fn opens(store: &Store, sign: Icon, name: &'static str, of_board: bool) -> Html {
    let store = store.clone();
    let button = Button::sign(sign, name).tip(if of_board {
        "Add (I, P, S, V, …)"
    } else {
        "What can be done (Shift+F10)"
    });
    button.calls(Callback::from(move |event: MouseEvent| {
        let target: Option<Element> = event.target_dyn_into();
        let button = target.and_then(|target| target.closest("button").ok().flatten());
        button
            .iter()
            .for_each(|button| menu::open_under(&store, button, of_board));
    }))
}

/// What the rows are made of. A drag moves boxes and changes no row.
#[derive(Clone, PartialEq)]
struct Subject {
    revision: u64,
    report: Same<lint::Report>,
    unfolded: Same<Set<board::BoxId>>,
}

/// The tree and where a person is in it.
#[derive(Clone)]
struct Place {
    store: Store,
    twigs: Rc<Vec<Twig>>,
    unfolded: Kept<Same<Set<board::BoxId>>>,
    /// The row that has the keyboard or will, and where it was.
    at: Kept<(usize, Option<Twig>)>,
}

impl Place {
    /// Where the current row is now; where it went, the row that took its place.
    fn here(&self) -> usize {
        let (index, twig) = self.at.get();
        let is_there = twig.is_none() || self.twigs.get(index) == twig.as_ref();
        let found = || self.twigs.iter().position(|other| Some(other) == twig.as_ref());
        let index = if is_there { index } else { found().unwrap_or(index) };
        index.min(self.twigs.len().saturating_sub(1))
    }

    /// Makes the row at `index` the current one and selects what it is of.
    fn go(&self, index: usize, additive: bool) {
        let index = index.min(self.twigs.len().saturating_sub(1));
        let Some(twig) = self.twigs.get(index) else { return };
        self.at.set((index, Some(twig.clone())));
        let items = vec![twig.item()];
        self.store.command(Command::Select {
            items: items.clone(),
            additive,
        });
        self.store.command(Command::Reveal { items });
    }

    /// Shows what hangs on a box, or folds it away.
    fn unfold(&self, id: &board::BoxId, is_open: bool) {
        let mut unfolded = Set::clone(&self.unfolded.get());
        if is_open {
            unfolded.insert(id.clone());
        } else {
            unfolded.remove(id);
        }
        self.unfolded.set(Same(Rc::new(unfolded)));
    }

    /// Goes to the row of `item`, unfolding what it hangs on.
    fn follow(&self, item: &Item) {
        let twig = match item {
            Item::Box(id) => Twig::Box(id.clone()),
            Item::Edge(id) => {
                let from = self
                    .store
                    .editor()
                    .board()
                    .get_edge(id)
                    .map(|edge| edge.from.clone());
                let Some(from) = from else { return };
                self.unfold(&from, true);
                Twig::Edge(from, id.clone())
            }
            other => Twig::Other(other.clone()),
        };
        self.at.set((self.at.get().0, Some(twig)));
    }
}

#[component]
fn Tree() -> Html {
    let store = use_store();
    let (revision, report, primary) = use_slice(|store| {
        let editor = store.editor();
        let is_dragged = editor.preview().lifted.is_some();
        let revision = if is_dragged { 0 } else { editor.board().revision() };
        (revision, Same(store.judged().report), editor.selection().clone())
    });
    let unfolded = use_kept(|| Same(Rc::new(Set::default())));
    use_words(u32::MAX);
    let subject = Subject {
        revision,
        report,
        unfolded: unfolded.get(),
    };
    let list = {
        let store = store.clone();
        use_memo(subject.clone(), move |subject| {
            Rc::new(twigs(store.editor().board(), &subject.report, &subject.unfolded))
        })
    };
    let place = Place {
        store: store.clone(),
        twigs: Rc::clone(&list),
        unfolded,
        at: use_kept(|| (0, None)),
    };
    use_selected(&place, primary.primary.clone());
    let here = place.here();
    use_keyboard(&place, here);
    let top = use_kept(|| 0);
    let onscroll = {
        let top = top.clone();
        move |event: Event| {
            let tree: Option<Element> = event.target_dyn_into();
            let row = tree.map_or(0, |tree| tree.scroll_top().max(0) as usize) / HEIGHT;
            let row = row - row % BEYOND;
            if top.get() != row {
                top.set(row);
            }
        }
    };
    let editor = store.editor();
    let drawing = Drawing {
        editor: &editor,
        board: editor.board(),
        report: &subject.report,
        unfolded: &subject.unfolded,
        marking: store.judged().marking,
        twigs: &list,
        here,
    };
    let onfocusin = {
        let place = place.clone();
        move |_: FocusEvent| {
            let is_free = place.store.editor().selection().is_empty();
            if is_free {
                place.go(here, false);
            }
        }
    };
    html! {
        <div id={TREE} class="twigs" role="tree" aria-label="Boxes, as the data flows" aria-multiselectable="true"
            aria-describedby="outline-keys" {onscroll} {onfocusin} onkeydown={walking::on_key(&place)} onclick={walking::on_click(&place)}
            oncontextmenu={walking::on_reach(&place)} ondblclick={walking::on_double_click(&place)}>
            { drawing.window(top.get().saturating_sub(BEYOND), top.get() + in_view() + 2 * BEYOND) }
        </div>
    }
}

/// How many rows a screen has room for.
fn in_view() -> usize {
    let height = gloo::utils::window().inner_height().ok();
    height.and_then(|height| height.as_f64()).unwrap_or(1000.0) as usize / HEIGHT
}

/// What becomes selected elsewhere becomes the current row.
#[hook]
fn use_selected(place: &Place, primary: Option<Item>) {
    let place = place.clone();
    use_effect_with(primary, move |primary| {
        let at = place.at.get().1.map(|twig| twig.item());
        if let Some(item) = primary.as_ref().filter(|item| at.as_ref() != Some(*item)) {
            place.follow(item);
        }
    });
}

/// Keeps the current row in view, and the keyboard on it where the tree has that or had it in a row that went.
#[hook]
fn use_keyboard(place: &Place, here: usize) {
    let twig = place.twigs.get(here).cloned();
    let place = place.clone();
    use_effect_with((here, twig), move |_| {
        let document = gloo::utils::document();
        let tree = document.get_element_by_id(TREE);
        let row = document.get_element_by_id(&twig::row_id(here));
        let (Some(tree), Some(row)) = (tree, row) else {
            return;
        };
        scroll_to(&tree, &row, 0.0);
        let is_ours = document.active_element().is_none_or(|active| {
            tree.contains(Some(&active)) || (active.tag_name() == "BODY" && place.store.panels().in_outline)
        });
        if is_ours && place.store.panels().dialog.is_none() {
            focus(&row);
        }
    });
}
