//! Buttons: what all of them have, so that each says only what is its own.

use std::rc::Rc;

use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::VText;

use crate::store::Store;

use super::element::with_attributes;
use super::icon::{Icon, icon};

/// A button. [`Button::acts`] draws it.
pub(crate) struct Button {
    class: &'static str,
    content: Html,
    name: Option<AttrValue>,
    tip: Option<AttrValue>,
    is_disabled: bool,
    is_pressed: Option<bool>,
}

impl Button {
    /// A button of this class that shows `content`.
    pub(crate) fn new(class: &'static str, content: Html) -> Self {
        Self {
            class,
            content,
            name: None,
            tip: None,
            is_disabled: false,
            is_pressed: None,
        }
    }

    /// A button of this class that says `words`.
    pub(crate) fn plain(class: &'static str, words: impl Into<AttrValue>) -> Self {
        Self::new(class, VText::new(words).into())
    }

    /// A button with an outline.
    pub(crate) fn outlined(words: &'static str) -> Self {
        Self::plain("button button-outlined", words)
    }

    /// A button with a sign on it; `name` is what it is called.
    pub(crate) fn sign(sign: Icon, name: impl Into<AttrValue>) -> Self {
        Self::new("button button-icon", icon(sign)).name(name)
    }

    /// Another class.
    pub(crate) fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// What it is called, where its content does not say so.
    pub(crate) fn name(mut self, name: impl Into<AttrValue>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// What is said where a pointer rests on it.
    pub(crate) fn tip(mut self, tip: impl Into<AttrValue>) -> Self {
        self.tip = Some(tip.into());
        self
    }

    /// Whether it cannot be pressed now.
    pub(crate) fn disabled(mut self, is_disabled: bool) -> Self {
        self.is_disabled = is_disabled;
        self
    }

    /// Whether it is held down, for one that can be.
    pub(crate) fn pressed(mut self, is_pressed: bool) -> Self {
        self.is_pressed = Some(is_pressed);
        self
    }

    /// Draws it; a press does `act`.
    pub(crate) fn acts(self, store: &Store, act: impl Fn(&Store) + 'static) -> Html {
        let store = store.clone();
        self.calls(Callback::from(move |_| act(&store)))
    }

    /// Draws it; a press calls `press`.
    pub(crate) fn calls(self, press: Callback<MouseEvent>) -> Html {
        const NAMES: &[&str] = &["type", "class", "aria-label", "title", "disabled", "aria-pressed"];
        let values = vec![
            Some("button".into()),
            Some(self.class.into()),
            self.name,
            self.tip,
            self.is_disabled.then(|| "disabled".into()),
            self.is_pressed
                .map(|pressed| if pressed { "true" } else { "false" }.into()),
        ];
        let mut button = with_attributes("button", NAMES, values, self.content);
        button.add_listener(Rc::new(onclick::Wrapper::new(press)));
        button.into()
    }
}
