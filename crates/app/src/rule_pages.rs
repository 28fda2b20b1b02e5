//! The pages of the rules: a file beside the program, fetched when a visit has begun, so that they are there when the
//! network goes.

use gloo::timers::callback::Timeout;
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::files;
use crate::store::Store;

/// Where the page's host has them: one object from code to Markdown.
const ADDRESS: &str = "rules.json";
/// How long after the start they are fetched, in milliseconds: by then, what a person sees first has arrived.
const LATER_MS: u32 = 1000;

/// The pages, as far as they are here.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) enum RulePages {
    /// They are on their way.
    #[default]
    Awaited,
    /// They are here.
    Here(JsValue),
    /// They could not be fetched.
    Refused,
}

impl RulePages {
    /// The page of the rule with this code in Markdown.
    pub(crate) fn page(&self, code: &str) -> Option<String> {
        match self {
            Self::Here(pages) => Reflect::get(pages, &code.into()).ok()?.as_string(),
            Self::Awaited | Self::Refused => None,
        }
    }
}

/// Fetches the pages once the page has come to rest.
pub(crate) fn fetch_later(store: &Store) {
    let store = store.clone();
    Timeout::new(LATER_MS, move || fetch(&store)).forget();
}

/// Fetches the pages, once more if they were refused before.
pub(crate) fn fetch(store: &Store) {
    store.change_panels(|panels| panels.rule_pages = RulePages::Awaited);
    let store = store.clone();
    spawn_local(async move {
        let text = files::shipped(ADDRESS).await.map(String::from_utf8);
        let pages = match text {
            Some(Ok(text)) => JSON::parse(&text).map_or(RulePages::Refused, RulePages::Here),
            _ => RulePages::Refused,
        };
        store.change_panels(|panels| panels.rule_pages = pages);
    });
}
