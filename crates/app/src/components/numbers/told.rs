//! What the linter tells of the numbers, read where it is drawn: every text in it stands on the page as it is.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use yew::AttrValue;

/// An object of it.
#[derive(Clone, PartialEq)]
pub(super) struct Told(JsValue);

/// The objects of a list; none where it is no list.
pub(super) fn all(list: &JsValue) -> Vec<Told> {
    match Array::is_array(list) {
        true => Array::from(list).iter().map(Told).collect(),
        false => Vec::new(),
    }
}

impl Told {
    /// The text called `name`, where there is one.
    pub(super) fn text(&self, name: &str) -> Option<AttrValue> {
        Some(self.at(name).as_string()?.into())
    }

    /// The list called `name`.
    pub(super) fn list(&self, name: &str) -> Vec<Told> {
        all(&self.at(name))
    }

    fn at(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap_or_default()
    }
}
