//! The page of a rule, from the file beside the program: what it looks at, why an interviewer minds, boards on which it speaks and is silent.

mod blocks;
mod example;

use lint::{Family, RULES, Rule};
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use crate::effects::focus;
use crate::hooks::{use_slice, use_store};
use crate::library::{self, Book, Shelf};
use crate::panels::Dialog;
use crate::store::Store;

use super::button::Button;
use super::glyph::glyph;
use super::modal::modal;
use super::prose::prose;
use blocks::{Block, blocks};
use example::example;

/// Which rule.
#[derive(Properties, PartialEq)]
pub(crate) struct RulePageProps {
    /// The rule's code.
    pub code: &'static str,
}

/// The page of a rule, in a dialog. Closing it gives the keyboard back to whatever had it before.
#[component]
pub(crate) fn RulePage(props: &RulePageProps) -> Html {
    let store = use_store();
    let pages = use_slice(|store| store.panels().library.shelf(Book::RulePages).clone());
    let body = use_node_ref();
    use_way_back();
    use_effect_with(props.code, {
        let body = body.clone();
        move |_| {
            let body = body.cast::<Element>();
            let dialog = body.and_then(|body| body.closest(".dialog").ok().flatten());
            if let Some(dialog) = dialog {
                dialog.set_scroll_top(0);
            }
        }
    });
    let Some(rule) = lint::rule(props.code) else {
        return html! {};
    };
    let page = pages.text(&[rule.code]);
    let blocks = blocks(page.as_deref().unwrap_or_default());
    let title = match blocks.first() {
        Some(Block::Heading(1, title)) => title.clone(),
        _ => rule.name.to_owned(),
    };
    let content = html! {
            <div class="dialog-body rule-page" ref={body}>
                <p class="rule-facts">
                    { glyph(rule.severity.into()) } <b>{ rule.severity.as_str() }</b>
                    <span>{ rule.code }</span> <span>{ rule.name }</span>
                </p>
                <p class="rule-family">{ "One of the rules that ask: " }<i>{ rule.family.title() }</i></p>
                { for blocks.iter().map(|block| draw(block, &blocks, rule)) }
                if page.is_none() { { absent(&store, &pages) } }
                { turning(&store, rule) }
            </div>
    };
    modal(title, content)
}

/// What stands in for a page that is not here.
fn absent(store: &Store, pages: &Shelf) -> Html {
    if *pages == Shelf::Awaited {
        return html! { <p role="status">{ "The page of this rule is on its way." }</p> };
    }
    let store = store.clone();
    let retry = move |_: MouseEvent| library::fetch(&store, Book::RulePages);
    html! {
        <>
            <p role="status">{ "The pages of the rules could not be fetched. Check the network, then try again." }</p>
            <button class="button button-outlined" type="button" onclick={retry}>{ "Try again" }</button>
        </>
    }
}

fn draw(block: &Block, blocks: &[Block], rule: &Rule) -> Html {
    match block {
        // The dialog's own heading, and what each board says of itself.
        Block::Heading(1, _) => html! {},
        Block::Heading(_, text) if text == "Bad board" || text == "Good board" => html! {},
        Block::Heading(_, text) => html! { <h3>{ text.clone() }</h3> },
        Block::Paragraph(text) => html! { <p>{ prose(text) }</p> },
        Block::List(items) => {
            html! { <ul>{ for items.iter().map(|item| html! { <li>{ prose(item) }</li> }) }</ul> }
        }
        Block::Fenced(word, text) => example(word, text, other_board(word, blocks), rule.code),
    }
}

/// The board that shall be compared with the one after `word`.
fn other_board<'a>(word: &str, blocks: &'a [Block]) -> &'a str {
    let other = if word == "bad" { "good" } else { "bad" };
    let board = blocks.iter().find_map(|block| match block {
        Block::Fenced(word, text) if word == other => Some(text.as_str()),
        _ => None,
    });
    board.unwrap_or_default()
}

/// The way to the rule before, the rule after, and any other.
fn turning(store: &Store, rule: &'static Rule) -> Html {
    let here = RULES.iter().position(|other| *other == rule).unwrap_or_default();
    let before = here.checked_sub(1).and_then(|at| RULES.get(at)).copied();
    let after = RULES.get(here + 1).copied();
    let turn = |to: Option<&'static Rule>, label: &'static str| {
        let button = Button::outlined(label).disabled(to.is_none());
        let button = match to {
            Some(rule) => button.tip(format!("{} {}", rule.code, rule.name)),
            None => button,
        };
        button.acts(store, move |store| {
            if let Some(rule) = to {
                open(store, rule);
            }
        })
    };
    let choose = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let list: Option<HtmlSelectElement> = event.target_dyn_into();
            if let Some(rule) = list.and_then(|list| lint::rule(&list.value())) {
                open(&store, rule);
            }
        })
    };
    html! {
        <nav class="turning" aria-label="Rules">
            { turn(before, "Previous") }
            <select class="input" aria-label="Another rule" onchange={choose}>
                { for Family::ALL.iter().map(|family| options(*family, rule)) }
            </select>
            { turn(after, "Next") }
        </nav>
    }
}

fn options(family: Family, chosen: &'static Rule) -> Html {
    let rules = RULES.iter().filter(|rule| rule.family == family);
    html! {
        <optgroup label={family.title()}>
            { for rules.map(|rule| html! {
                <option key={rule.code} value={rule.code} selected={*rule == chosen}>
                    { format!("{} {}", rule.code, rule.name) }
                </option>
            }) }
        </optgroup>
    }
}

fn open(store: &Store, rule: &'static Rule) {
    store.change_panels(|panels| panels.dialog = Some(Dialog::Rule(rule.code)));
}

/// When the page closes, what had the keyboard before it opened has it again, if it is still there.
#[hook]
fn use_way_back() {
    let before = use_mut_ref(|| gloo::utils::document().active_element());
    use_effect_with((), move |()| {
        move || {
            // After the dialog has given the keyboard to the board.
            gloo::timers::callback::Timeout::new(0, move || {
                if let Some(before) = before.borrow().as_ref().filter(|before| before.is_connected()) {
                    focus(before);
                }
            })
            .forget();
        }
    });
}
