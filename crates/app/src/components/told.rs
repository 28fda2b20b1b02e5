//! What the linter tells in words, read where it is drawn: every text in it stands on the page as it is.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use yew::AttrValue;

/// An object of it.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Told(pub JsValue);

/// The objects of a list; none where it is no list.
pub(crate) fn all(list: &JsValue) -> Vec<Told> {
    match Array::is_array(list) {
        true => Array::from(list).iter().map(Told).collect(),
        false => Vec::new(),
    }
}

impl Told {
    /// The text called `name`, where there is one.
    pub(crate) fn text(&self, name: &str) -> Option<AttrValue> {
        Some(self.at(name).as_string()?.into())
    }

    /// The number called `name`, where there is one.
    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        self.at(name).as_f64()
    }

    /// The list called `name`.
    pub(crate) fn list(&self, name: &str) -> Vec<Told> {
        all(&self.at(name))
    }

    /// The object called `name`; one of nothing where there is none.
    pub(crate) fn part(&self, name: &str) -> Told {
        Told(self.at(name))
    }

    fn at(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap_or_default()
    }
}
