//! The page: the bar, the three columns, the numbers under the middle one, and what lies over them.

use yew::prelude::*;

use crate::hooks::{use_slice, use_store};
use crate::outline::reach;
use crate::panels::Sheet;
use crate::store::Store;

use super::bar::bar;
use super::brief::brief;
use super::button::Button;
use super::canvas::{Canvas, Minimap};
use super::context_menu::ContextMenu;
use super::dialog::OpenDialog;
use super::findings::Findings;
use super::line_entry::LineEntry;
use super::note_entry::NoteEntry;
use super::notice::NoticeBar;
use super::numbers::Numbers;
use super::outline::Outline;
use super::part::{later_part, part};
use super::score::ScorePanel;
use super::search::Search;
use super::slide::SlideCaption;
use super::start::Start;
use super::tabs::Tabs;
use super::text_card::TextCard;
use super::toolbar::Toolbar;
use super::what_if::WhatIfDrawer;

/// What the page needs.
#[derive(Properties, PartialEq)]
pub(crate) struct PageProps {
    /// The store that every component reads.
    pub(crate) store: Store,
}

/// The whole page.
#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    html! {
        <ContextProvider<Store> context={props.store.clone()}>
            <div class="page">
                { bar() }
                { part::<Columns>(()) }
                { part::<Tabs>(()) }
                { later_part::<NoticeBar>(()) }
                { later_part::<OpenDialog>(()) }
                { later_part::<ContextMenu>(()) }
                { part::<Spoken>(()) }
            </div>
        </ContextProvider<Store>>
    }
}

/// Brief, board, findings.
#[component]
fn Columns() -> Html {
    let (settings, sheet, is_slide) = use_slice(|store| {
        let panels = store.panels();
        (panels.settings, panels.sheet, store.editor().tool().presents())
    });
    let folded = |folded: bool| folded.then_some("folded");
    let sheet = sheet.map(|sheet| match sheet {
        Sheet::Brief => "brief",
        Sheet::Findings => "findings",
        Sheet::Numbers => "numbers",
        Sheet::WhatIf => "what-if",
        Sheet::Outline => "outline",
        Sheet::Score => "score",
    });
    html! {
        <main class="work" data-brief={folded(settings.brief_folded)}
            data-findings={folded(settings.findings_folded)} data-numbers={settings.numbers_open.then_some("open")} data-outline={settings.outline_open.then_some("open")} data-score={settings.score_open.then_some("open")} data-sheet={sheet} data-slide={is_slide.then_some("shown")}>
            { brief() }
            { later_part::<Outline>(()) }
            { later_part::<ScorePanel>(()) }
            <section class="board" aria-label="Board">
                { part::<Skip>(()) }
                { part::<Canvas>(()) }
                { part::<Start>(()) }
                { later_part::<Minimap>(()) }
                { later_part::<Toolbar>(()) }
                { later_part::<Search>(()) }
                { later_part::<LineEntry>(()) }
                { later_part::<TextCard>(()) }
                { later_part::<NoteEntry>(()) }
                { later_part::<SlideCaption>(()) }
            </section>
            { later_part::<Numbers>(()) }
            { later_part::<WhatIfDrawer>(()) }
            { later_part::<Findings>(()) }
        </main>
    }
}

/// The way to the outline for who comes by keyboard; seen while it has that.
#[component]
fn Skip() -> Html {
    let store = use_store();
    Button::plain("button button-outlined skip", "Board as an outline").acts(&store, reach)
}

/// What is said to those who do not see the board.
#[component]
fn Spoken() -> Html {
    let spoken = use_slice(|store| store.panels().spoken.clone());
    html! { <p class="unseen" role="status" aria-live="polite">{ spoken }</p> }
}
